//! Events side by side: the names of the lanes above, and under them what each tells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{date, telling};
use crate::analysis::report::Tense;
use crate::app::App;
use crate::app::timeline::COLUMNS_BEFORE_LANES;
use crate::app::timeline::lanes::{By, Lane};
use crate::corpus::EventId;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns before the first lane.
const BEFORE: usize = COLUMNS_BEFORE_LANES as usize;

/// Columns of a count beside its bar.
const NUMBER: usize = 6;

/// Returns the columns each lane has, its rule on the left included.
fn width(app: &App, columns: usize) -> usize {
    columns.saturating_sub(BEFORE) / app.timeline.lanes().lanes.len().max(1)
}

/// Draws the row that names the lanes.
pub fn draw_names(app: &App, theme: &Theme, inside: Rect, y: u16, buffer: &mut Buffer) {
    let columns = width(app, usize::from(inside.width));
    let by = match app.timeline.lanes().by {
        By::Nothing => "",
        By::Person => "by person",
        By::Source => "by source",
        By::Document => "by document",
    };
    let by = line::pad(&format!("  {by}"), BEFORE);
    let mut spans = vec![Span::styled(by, theme.style(Role::Dim))];
    for (index, lane) in app.timeline.lanes().lanes.iter().enumerate() {
        let is_current = index == app.timeline.lane();
        spans.push(rule(theme, is_current));
        let (name, role) = match lane {
            Lane::Person(person) => (app.corpus.person(*person).name.clone(), Role::Person),
            Lane::Source(source) => (line::one_line(source), Role::Heading),
            Lane::Document(article) => {
                let article = app.corpus.article(*article);
                let name = article.map(|article| line::one_line(&article.document.headline));
                (name.unwrap_or_default(), Role::Heading)
            }
            Lane::Others => ("all others".to_owned(), Role::Dim),
        };
        let name = line::pad(&name, columns.saturating_sub(1));
        spans.push(Span::styled(name, theme.style(role)));
    }
    buffer.set_line(inside.x, y, &Line::from(spans), inside.width);
}

/// Writes the events of one date side by side.
pub fn side(
    app: &App,
    theme: &Theme,
    (cells, selected): (u32, bool),
    (list, y): (Rect, u16),
    buffer: &mut Buffer,
) {
    let cells = app.timeline.sides().cells(cells);
    let columns = width(app, usize::from(list.width));
    let mut spans = vec![Span::raw(theme.letters.marker(selected))];
    if let Some(first) = cells.iter().flatten().next() {
        let when = &app.corpus.event(*first).when;
        let day = line::pad_left(&date::day_label(when), date::DATE_COLUMNS);
        let day = format!("{day}{} ", date::rough_mark(when));
        spans.push(Span::styled(
            line::pad(&day, BEFORE - 2),
            theme.style(Role::Date),
        ));
    }
    for (lane, event) in cells.iter().enumerate() {
        let is_current = selected && lane == app.timeline.lane();
        spans.push(rule(theme, is_current));
        match event {
            Some(event) => cell(
                app,
                theme,
                *event,
                lane,
                columns.saturating_sub(1),
                &mut spans,
            ),
            None => spans.push(Span::raw(" ".repeat(columns.saturating_sub(1)))),
        }
    }
    buffer.set_line(list.x, y, &Line::from(spans), list.width);
    if selected {
        let lane = app.timeline.lane() as u16;
        let area = Rect {
            x: list.x + COLUMNS_BEFORE_LANES + lane * columns as u16,
            y,
            width: columns as u16,
            height: 1,
        };
        buffer.set_style(area.intersection(list), theme.style(Role::Selected));
    }
}

/// Writes what one event tells; whoever the lane is of is left out.
fn cell(
    app: &App,
    theme: &Theme,
    id: EventId,
    lane: usize,
    columns: usize,
    spans: &mut Vec<Span<'static>>,
) {
    let event = app.corpus.event(id);
    let (planned, role) = match event.tense {
        Tense::Happened => ("", Role::Text),
        Tense::Planned => ("»", Role::Planned),
    };
    let key = if app.timeline.is_key(id, &app.corpus) {
        "★"
    } else {
        ""
    };
    let marks = format!("{}{planned}{key} ", date::known_mark(event.when.known));
    let marks = theme.letters.write(&marks);
    let room = columns.saturating_sub(line::width(&marks) + 1);
    let told = match app.timeline.lanes().lanes.get(lane) {
        Some(Lane::Person(person)) if event.actor == Some(*person) => {
            telling::telling(&app.corpus, event.reports[0], Some(*person))
        }
        Some(Lane::Person(_) | Lane::Source(_) | Lane::Document(_) | Lane::Others) | None => {
            telling::told_by(&app.corpus, event, event.reports[0])
        }
    };
    spans.push(Span::styled(
        marks,
        theme.style(Role::of_known(event.when.known)),
    ));
    spans.push(Span::styled(
        line::pad(&told, room) + " ",
        theme.style(role),
    ));
}

/// Writes a bar and a count a lane, for a group of events.
pub fn bars(app: &App, theme: &Theme, group: u32, columns: usize, spans: &mut Vec<Span<'static>>) {
    let columns = width(app, columns).saturating_sub(1);
    let sides = app.timeline.sides();
    let room = columns.saturating_sub(NUMBER);
    let most = sides.most_in_lane() as usize;
    for (lane, count) in sides.counts(group).iter().enumerate() {
        spans.push(rule(theme, lane == app.timeline.lane()));
        let count = *count as usize;
        let bar = theme.letters.bar(count, most, room);
        spans.push(Span::styled(line::pad(&bar, room), theme.style(Role::Axis)));
        let number = if count == 0 {
            String::new()
        } else {
            line::thousands(count)
        };
        spans.push(Span::styled(
            line::pad(&format!(" {number}"), columns - room),
            theme.style(Role::Text),
        ));
    }
}

/// Parts lanes; the one the cursor is in has the marker of lists.
fn rule(theme: &Theme, is_current: bool) -> Span<'static> {
    let (mark, role) = if is_current {
        ("▸", Role::Match)
    } else {
        ("│", Role::Border)
    };
    Span::styled(theme.letters.write(mark), theme.style(role))
}
