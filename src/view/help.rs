//! Draws the help: what can be done here, then every action with its keys, then the legend.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::help::{Help, Row};
use crate::app::{Action, App};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns of the keys and of the names.
const KEYS: usize = 20;
const NAMES: usize = 18;

/// From this width on the names stand beside the keys.
const ROOM_FOR_NAMES: usize = 66;

/// Returns what the frame says on its right: how many actions are shown.
pub fn summary(app: &App, help: &Help) -> String {
    let rows = help.rows(&app.keymap);
    let actions = rows.iter().filter(|row| matches!(row, Row::Action(_)));
    format!("{} of {} actions", actions.count(), Action::ALL.len())
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
    let (prompt, role) = match typed {
        "" => (
            " > type to search; arrows scroll; esc closes".to_owned(),
            Role::Dim,
        ),
        typed => (format!(" > {typed}"), Role::Text),
    };
    buffer.set_line(
        inside.x,
        inside.y,
        &Line::styled(line::clip(&prompt, width), theme.style(role)),
        inside.width,
    );
    let rows = spaced(help.rows(&app.keymap));
    if rows.is_empty() && inside.height > 2 {
        let nothing = Line::styled("   Nothing matches.", theme.style(Role::Dim));
        buffer.set_line(inside.x, inside.y + 2, &nothing, inside.width);
    }
    let height = usize::from(inside.height) - 1;
    let shown = rows.iter().skip(help.top(rows.len(), height));
    for (row, y) in shown.zip(inside.top() + 1..inside.bottom()) {
        if let Some(row) = row {
            buffer.set_line(inside.x, y, &drawn(app, *row, theme, width), inside.width);
        }
    }
    let column = 3 + help.input().visual_cursor();
    Some(Position::new(
        inside.x + column.min(width - 1) as u16,
        inside.y,
    ))
}

/// Sets every part apart by a blank row above its heading.
fn spaced(rows: Vec<Row>) -> Vec<Option<Row>> {
    let mut spaced = Vec::with_capacity(rows.len());
    for row in rows {
        if matches!(row, Row::Heading(_)) {
            spaced.push(None);
        }
        spaced.push(Some(row));
    }
    spaced
}

fn drawn(app: &App, row: Row, theme: &Theme, width: usize) -> Line<'static> {
    match row {
        Row::Heading(heading) => Line::styled(format!(" {heading}"), theme.style(Role::Heading)),
        Row::Action(action) => {
            let keys = app.keymap.keys(action).join("  ");
            let name = format!(":{}", action.name());
            if width < ROOM_FOR_NAMES {
                let keys = if keys.is_empty() { &name } else { &keys };
                return two(keys, action.help(), theme, width);
            }
            let room = width.saturating_sub(KEYS + NAMES + 4);
            Line::from(vec![
                Span::styled(
                    format!(" {} ", line::pad(&keys, KEYS)),
                    theme.style(Role::Match),
                ),
                Span::styled(
                    format!("{} ", line::pad(&name, NAMES)),
                    theme.style(Role::Dim),
                ),
                Span::styled(line::clip(action.help(), room), theme.style(Role::Text)),
            ])
        }
        Row::Sign(sign, means) => {
            let (sign, means) = (theme.letters.write(sign), theme.letters.write(means));
            two(&sign, &means, theme, width)
        }
    }
}

/// A key or mark and what it means, with less room for the key where all is narrow.
fn two(sign: &str, means: &str, theme: &Theme, width: usize) -> Line<'static> {
    let signs = KEYS.min(width / 3);
    let room = width.saturating_sub(signs + 3);
    Line::from(vec![
        Span::styled(
            format!(" {} ", line::pad(sign, signs)),
            theme.style(Role::Match),
        ),
        Span::styled(line::clip(means, room), theme.style(Role::Text)),
    ])
}
