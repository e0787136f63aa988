//! Draws the people pane: name, mentions, when they were in the news, role.
//!
//! Columns come with the width: a narrow pane shows name, mentions and sparkline,
//! with the role beneath; a whole screen shows aliases and when they were seen, too.

pub mod role;
mod rows;

pub use crate::corpus::naming as name;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::app::people::Density;
use crate::corpus::{Direction, PeopleOrder};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its left: the pane, and what narrows it.
pub fn title(app: &App) -> String {
    match app.people.filter_line() {
        "" => "4 People".to_owned(),
        filter => format!("4 People /{}", line::one_line(filter)),
    }
}

/// Returns what the frame says on its right: "8 · by mentions".
pub fn summary(app: &App) -> String {
    let (listed, all) = (app.people.listed().len(), app.corpus.people().len());
    let count = if listed == all || app.people.filter_line().is_empty() {
        line::thousands(listed)
    } else {
        format!("{} of {}", line::thousands(listed), line::thousands(all))
    };
    let order = match app.people.order() {
        (PeopleOrder::Mentions, Direction::Usual) => "by mentions",
        (PeopleOrder::Mentions, Direction::Turned) => "the fewest mentions first",
        (PeopleOrder::Name, Direction::Usual) => "by name",
        (PeopleOrder::Name, Direction::Turned) => "by name, turned",
        (PeopleOrder::LastSeen, Direction::Usual) => "last seen first",
        (PeopleOrder::LastSeen, Direction::Turned) => "last seen last",
    };
    match app.people.picked(&app.corpus).len() {
        0 => format!("{count} · {order}"),
        picked => format!("{count} · {} selected", line::thousands(picked)),
    }
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let width = usize::from(inside.width);
    let listed = app.people.listed();
    if listed.is_empty() {
        let said = if app.corpus.people().is_empty() {
            "Nobody named yet."
        } else {
            "Nobody is called so. Esc shows all again."
        };
        let line = Line::styled(line::clip(said, width), theme.style(Role::Dim));
        buffer.set_line(inside.x, inside.y, &line, inside.width);
        return;
    }
    let cursor = app.people.cursor();
    let density = app.people.density();
    let tops = (inside.top()..inside.bottom()).step_by(density.rows());
    let shown = listed.iter().enumerate().skip(cursor.top).zip(tops);
    for ((index, id), y) in shown {
        // A person of an earlier corpus, in the moment before the list is made anew.
        if id.0 as usize >= app.corpus.people().len() {
            continue;
        }
        let area = Rect {
            y,
            height: density.rows() as u16,
            ..inside
        };
        let area = area.intersection(inside);
        let selected = index == cursor.selected;
        let marker = rows::marker(app, *id, selected);
        let lines = match density {
            Density::Columns => vec![rows::in_columns(app, theme, *id, width, marker)],
            Density::NamesOnly | Density::NamesAndRoles => {
                rows::in_two_rows(app, theme, *id, width, marker)
            }
        };
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            buffer.set_line(area.x, y, line, area.width);
        }
        if selected {
            buffer.set_style(area, theme.style(Role::Selected));
        }
    }
}
