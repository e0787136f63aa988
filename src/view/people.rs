//! Draws the people pane: name, mentions, when their events lie, role beneath.

pub use crate::corpus::naming as name;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::people::{Density, SPARK_CELLS, spark};
use crate::corpus::{Person, PersonId};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns of the number of mentions.
const COUNT: usize = 6;

/// From this width on there is room for sparklines.
const WIDTH_FOR_SPARK: usize = 30;

/// Returns what the frame says on its right: "8 · by mentions".
pub fn summary(app: &App) -> String {
    format!(
        "{} · by mentions",
        line::thousands(app.corpus.people().len())
    )
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let people = app.corpus.people();
    let width = usize::from(inside.width);
    if people.is_empty() {
        let line = Line::styled(
            line::clip("Nobody named yet.", width),
            theme.style(Role::Dim),
        );
        buffer.set_line(inside.x, inside.y, &line, inside.width);
        return;
    }
    let cursor = app.people.cursor();
    let density = app.people.density();
    let tops = (inside.top()..inside.bottom()).step_by(density.rows());
    for ((index, person), y) in people.iter().enumerate().skip(cursor.top).zip(tops) {
        let id = PersonId(index as u32);
        let selected = index == cursor.selected;
        let name = name_line(app, theme, id, width, selected);
        buffer.set_line(inside.x, y, &name, inside.width);
        let mut height = 1;
        if density == Density::NamesAndRoles && y + 1 < inside.bottom() {
            let role = Line::styled(role_line(person, width), theme.style(Role::Dim));
            buffer.set_line(inside.x, y + 1, &role, inside.width);
            height = 2;
        }
        if selected {
            let area = Rect {
                y,
                height,
                ..inside
            };
            buffer.set_style(area, theme.style(Role::Selected));
        }
    }
}

fn name_line<'a>(app: &App, theme: &Theme, id: PersonId, width: usize, selected: bool) -> Line<'a> {
    let person = app.corpus.person(id);
    let spark_columns = if width >= WIDTH_FOR_SPARK {
        SPARK_CELLS + 1
    } else {
        0
    };
    let columns = width.saturating_sub(2 + COUNT + spark_columns);
    let narrowed = app.narrowing.people.contains(&person.key);
    let role = if narrowed {
        Role::PersonChosen
    } else {
        Role::Person
    };
    let name = name::surname_first_within(&person.name, columns, line::width);
    let marker = match (selected, narrowed) {
        (true, true) => "▸•",
        (true, false) => "▸ ",
        (false, true) => " •",
        (false, false) => "  ",
    };
    let mut spans = vec![
        Span::raw(theme.letters.write(marker)),
        Span::styled(line::pad(&name, columns), theme.style(role)),
        Span::styled(
            line::pad_left(&line::thousands(person.mentions.len()), COUNT),
            theme.style(Role::Text),
        ),
    ];
    if spark_columns > 0 {
        let cells = spark(&app.corpus, id);
        let most = cells.iter().copied().max().unwrap_or(0);
        let drawn: String = cells
            .iter()
            .map(|count| theme.letters.block(*count, most))
            .collect();
        spans.push(Span::styled(format!(" {drawn}"), theme.style(Role::Axis)));
    }
    Line::from(spans)
}

fn role_line(person: &Person, width: usize) -> String {
    let role = person.roles.first().map_or("", |role| role.text.as_str());
    format!(
        "    {}",
        line::clip(&line::one_line(role), width.saturating_sub(5))
    )
}
