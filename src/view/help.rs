//! Draws the help: every action with its keys, under the headings of the table.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::action::Group;
use crate::app::help::Help;
use crate::app::{Action, App};
use crate::view::line;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::legend;

/// Columns of the keys and of the names.
const KEYS: usize = 20;
const NAMES: usize = 18;

/// Returns what the frame says on its right: how many actions are shown.
pub fn summary(app: &App, help: &Help) -> String {
    format!(
        "{} of {} actions",
        help.matching(&app.keymap).len(),
        Action::ALL.len()
    )
}

/// Draws the inside of the box; returns where the cursor stands in the line.
pub fn draw(
    app: &App,
    help: &Help,
    theme: &Theme,
    inside: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    if inside.is_empty() {
        return None;
    }
    let width = usize::from(inside.width);
    let typed = help.input().value();
    let prompt = match typed {
        "" => " > type to search; arrows scroll; esc closes".to_owned(),
        typed => format!(" > {typed}"),
    };
    let role = if typed.is_empty() {
        Role::Dim
    } else {
        Role::Text
    };
    buffer.set_line(
        inside.x,
        inside.y,
        &Line::styled(line::clip(&prompt, width), theme.style(role)),
        inside.width,
    );
    let rows = rows(app, help, theme, width);
    let last = rows.len().saturating_sub(usize::from(inside.height) - 1);
    for (row, y) in rows
        .iter()
        .skip(help.top().min(last))
        .zip(inside.top() + 1..inside.bottom())
    {
        buffer.set_line(inside.x, y, row, inside.width);
    }
    let column = 3 + help.input().visual_cursor();
    Some(Position::new(
        inside.x + column.min(width - 1) as u16,
        inside.y,
    ))
}

fn rows(app: &App, help: &Help, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    let mut above = None;
    for action in help.matching(&app.keymap) {
        if above != Some(action.group()) {
            above = Some(action.group());
            rows.push(Line::default());
            rows.push(Line::styled(
                format!(" {}", heading(action.group())),
                theme.style(Role::Heading),
            ));
        }
        let keys = app.keymap.keys(action).join("  ");
        let name = format!(":{}", action.name());
        let room = width.saturating_sub(KEYS + NAMES + 4);
        rows.push(Line::from(vec![
            Span::styled(
                format!(" {} ", line::pad(&keys, KEYS)),
                theme.style(Role::Match),
            ),
            Span::styled(
                format!("{} ", line::pad(&name, NAMES)),
                theme.style(Role::Dim),
            ),
            Span::styled(line::clip(action.help(), room), theme.style(Role::Text)),
        ]));
    }
    rows.extend(legend::rows(theme, help.input().value(), width));
    rows
}

fn heading(group: Group) -> &'static str {
    match group {
        Group::Move => "Moving",
        Group::Panes => "Panes",
        Group::Find => "Finding",
        Group::Timeline => "Timeline",
        Group::People => "People",
        Group::Reading => "Reading",
        Group::Documents => "Documents",
        Group::Program => "Program",
    }
}
