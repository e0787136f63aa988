//! The rows of the people pane.

use chrono::{Datelike, NaiveDate};
use ratatui::text::{Line, Span};

use super::{name, role};
use crate::app::App;
use crate::app::people::spark;
use crate::corpus::{Person, PersonId, Seen};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns of the number of mentions.
const COUNT: usize = 6;

/// From this width of two rows on there is room for sparklines.
const WIDTH_FOR_SPARK: usize = 30;

/// Cells of a sparkline in a narrow pane, and where there is room.
const SPARK: usize = 8;
const LONG_SPARK: usize = 16;

/// From this width on aliases have a column, and both ends of when they were seen.
const WIDTH_FOR_ALL: usize = 96;

/// Columns of when somebody was seen: "Aug 2021", "Aug 2021 – Sep 2022".
const LAST: usize = 8;
const BOTH: usize = 19;

/// What stands before a name: whether it is selected, narrowed to, selected at once.
pub fn marker(app: &App, id: PersonId, selected: bool) -> &'static str {
    let key = &app.corpus.person(id).key;
    let picked = app.people.is_picked(key);
    let narrowed = app.narrowing.people.contains(key);
    match (selected, picked, narrowed) {
        (true, true, _) => "▸✓",
        (true, false, true) => "▸•",
        (true, false, false) => "▸ ",
        (false, true, _) => " ✓",
        (false, false, true) => " •",
        (false, false, false) => "  ",
    }
}

/// Draws name, mentions and sparkline, and the role beneath.
pub fn in_two_rows(
    app: &App,
    theme: &Theme,
    id: PersonId,
    width: usize,
    marker: &'static str,
) -> Vec<Line<'static>> {
    let cells = if width >= WIDTH_FOR_SPARK { SPARK } else { 0 };
    let columns = width.saturating_sub(2 + COUNT + cells + usize::from(cells > 0));
    let mut spans = named(app, theme, id, columns, marker);
    spans.extend(counted(app, theme, id, cells));
    let person = app.corpus.person(id);
    let stated = person.roles.first().map_or("", |role| role.text.as_str());
    let beneath = format!(
        "    {}",
        role::within(&line::one_line(stated), width.saturating_sub(5))
    );
    vec![
        Line::from(spans),
        Line::styled(beneath, theme.style(Role::Dim)),
    ]
}

/// Draws everything in columns of one row.
pub fn in_columns(
    app: &App,
    theme: &Theme,
    id: PersonId,
    width: usize,
    marker: &'static str,
) -> Line<'static> {
    let has_all = width >= WIDTH_FOR_ALL;
    let (cells, seen_room) = if has_all {
        (LONG_SPARK, BOTH)
    } else {
        (SPARK, LAST)
    };
    let fixed = 2 + COUNT + cells + 1 + seen_room + 2 + 2;
    let free = width.saturating_sub(fixed);
    let name_room = (free * 2 / 5).min(28);
    let alias_room = if has_all { (free / 4).min(24) } else { 0 };
    let gap = if has_all { 2 } else { 0 };
    let role_room = free.saturating_sub(name_room + alias_room + gap);
    let person = app.corpus.person(id);
    let stated = person.roles.first().map_or("", |role| role.text.as_str());
    let stated = role::within(&line::one_line(stated), role_room);
    let seen = app
        .corpus
        .seen(id)
        .map_or(String::new(), |seen| match has_all {
            true => both(seen),
            false => month(seen.1),
        });
    let mut spans = named(app, theme, id, name_room, marker);
    spans.extend([
        Span::raw(" ".repeat(gap)),
        Span::styled(
            line::pad(&aliases(person), alias_room),
            theme.style(Role::Dim),
        ),
    ]);
    spans.extend(counted(app, theme, id, cells));
    spans.extend([
        Span::styled(
            format!("  {}", line::pad(&seen, seen_room)),
            theme.style(Role::Date),
        ),
        Span::styled(
            format!("  {}", line::pad(&stated, role_room)),
            theme.style(Role::Text),
        ),
    ]);
    Line::from(spans)
}

fn named(
    app: &App,
    theme: &Theme,
    id: PersonId,
    columns: usize,
    marker: &'static str,
) -> Vec<Span<'static>> {
    let person = app.corpus.person(id);
    let role = if app.narrowing.people.contains(&person.key) {
        Role::PersonChosen
    } else {
        Role::Person
    };
    let name = name::surname_first_within(&person.name, columns, line::width);
    vec![
        Span::raw(theme.letters.write(marker)),
        Span::styled(line::pad(&name, columns), theme.style(role)),
    ]
}

/// Mentions, and when the events lie they were in.
fn counted(app: &App, theme: &Theme, id: PersonId, cells: usize) -> Vec<Span<'static>> {
    let person = app.corpus.person(id);
    let count = line::thousands(person.mentions.len());
    let mut spans = vec![Span::styled(
        line::pad_left(&count, COUNT),
        theme.style(Role::Text),
    )];
    if cells > 0 {
        let counts = spark(&app.corpus, id, cells);
        let most = counts.iter().copied().max().unwrap_or(0);
        let blocks = counts.iter().map(|count| theme.letters.block(*count, most));
        let drawn: String = blocks.collect();
        spans.push(Span::styled(format!(" {drawn}"), theme.style(Role::Axis)));
    }
    spans
}

/// The forms other than those that are only part of the name, first; at most a few.
fn aliases(person: &Person) -> String {
    const SHOWN: usize = 4;
    let is_part = |text: &str| person.name.split(' ').any(|word| word == text);
    let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
    let (parts, others): (Vec<&str>, Vec<&str>) = aliases.take(20).partition(|text| is_part(text));
    let shown: Vec<&str> = others.into_iter().chain(parts).take(SHOWN).collect();
    line::one_line(&shown.join(", "))
}

fn both((first, last): Seen) -> String {
    match (first.year(), first.month()) == (last.year(), last.month()) {
        true => month(first),
        false => format!("{} – {}", month(first), month(last)),
    }
}

fn month(day: NaiveDate) -> String {
    day.format("%b %Y").to_string()
}
