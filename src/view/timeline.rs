//! Draws the timeline pane: the axis strip, then entries or bars.
//!
//! Only the rows in view are looked at, so that a hundred thousand events
//! draw as fast as ten.

mod axis;
pub mod date;
mod lines;
pub mod telling;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::analysis::report::Tense;
use crate::app::timeline::{Shape, TimelinePane};
use crate::app::{Action, App, Pane};
use crate::corpus::PersonId;
use crate::view::people::name;
use crate::view::theme::{Role, Theme};
use crate::view::{documents, line};

/// Columns left of the strip, under which the marker of the list stands.
const MARGIN: usize = 2;

/// Returns the title of the pane's frame: "3 Timeline · day".
pub fn title(app: &App) -> String {
    format!("3 Timeline · {}", app.timeline.timeline().zoom.name())
}

/// Returns what the frame says on its right: filter, counts and span
/// ("all · 31 events · May – Sep 2021").
pub fn summary(app: &App) -> String {
    let timeline = app.timeline.timeline();
    let people = app.chosen_people();
    let surname = |id: &PersonId| name::surname(&app.corpus.person(*id).name);
    let surnames: Vec<&str> = people.iter().map(surname).collect();
    let (filter, counts) = if surnames.is_empty() {
        ("all".to_owned(), events(timeline.count))
    } else {
        let of = line::thousands(timeline.count);
        (
            line::clip(&surnames.join(" ∪ "), SURNAMES),
            format!("{of} of {}", events(timeline.total)),
        )
    };
    let mut parts = vec![filter, counts];
    let first = timeline
        .groups
        .first()
        .and_then(|group| group.events.first());
    let last = timeline.groups.last().and_then(|group| group.events.last());
    if let (Some(first), Some(last)) = (first, last) {
        let day = |event| app.corpus.event(event).when.first_day();
        parts.push(date::span_label(day(*first), day(*last)));
    }
    parts.join(" · ")
}

/// Columns of the names of those the pane is narrowed to.
const SURNAMES: usize = 40;

/// Columns of the article's name at the foot.
const SOURCE: usize = 28;

/// Returns what the frame says at its foot of the selected entry: how its date
/// is known, in words, which key says more, what unfolding would do, and who reports it.
pub fn foot(app: &App) -> String {
    let pane = &app.timeline;
    let Some(event) = pane.selected_event().map(|id| app.corpus.event(id)) else {
        return String::new();
    };
    if pane.shape() == Shape::Bars {
        return "enter opens the bar".to_owned();
    }
    let known = event.when.known;
    let mut words = vec![format!("{} {}", date::known_mark(known), known.in_words())];
    words.extend(why(app));
    if date::rough_mark(&event.when) != ' ' {
        words.push("~ no exact day".to_owned());
    }
    if event.tense == Tense::Planned {
        words.push("» planned".to_owned());
    }
    if event.reports.len() > 1 {
        words.push(format!("{} reports, o unfolds", event.reports.len()));
    }
    let place = pane.place(&app.corpus);
    if let Some(article) = place.and_then(|place| app.corpus.article(place.article)) {
        words.push(line::clip(
            &documents::short_name(&article.document),
            SOURCE,
        ));
    }
    words.join(" · ")
}

/// Says which key explains the date, where the bottom line has no room for it.
fn why(app: &App) -> Option<String> {
    let arrangement = app.arrangement();
    let is_narrow = Pane::ALL.iter().any(|pane| arrangement.of(*pane).is_none());
    let takes_keys = app.focus == Pane::Timeline && app.overlay.is_none();
    let key = app.keymap.keys(Action::Explain).first()?;
    (is_narrow && takes_keys).then(|| format!("{key} why"))
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    if pane.rows().is_empty() {
        let text = if app.corpus.article_count() == 0 {
            "Nothing read yet."
        } else {
            "No sentence here tells of a dated event."
        };
        let line = Line::styled(
            line::clip(text, usize::from(inside.width)),
            theme.style(Role::Dim),
        );
        buffer.set_line(inside.x, inside.y, &line, inside.width);
        return;
    }
    let strip = pane.axis_rows().min(inside.height);
    if strip > 0 && !pane.axis().is_empty() {
        draw_axis(app, theme, inside, buffer);
    }
    let list = Rect {
        y: inside.y + strip,
        height: inside.height - strip,
        ..inside
    };
    lines::draw(app, theme, list, buffer);
}

fn draw_axis(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    let cells = pane.axis();
    let columns = axis::columns(cells);
    let mut labels = " ".repeat(MARGIN);
    for (at, label) in axis::labels(
        cells,
        &columns,
        usize::from(inside.width).saturating_sub(MARGIN),
    ) {
        labels.push_str(&" ".repeat((at + MARGIN).saturating_sub(labels.len())));
        labels.push_str(&label);
    }
    let labels = Line::styled(labels, theme.style(Role::Dim));
    buffer.set_line(inside.x, inside.y, &labels, inside.width);
    let mut strip = vec![Span::raw(" ".repeat(MARGIN))];
    let most = cells.iter().map(|cell| cell.count).max().unwrap_or(0);
    let selected = selected_cell(app, pane);
    for column in &columns {
        strip.push(match *column {
            axis::Column::Gap => Span::styled(theme.letters.write("⋯"), theme.style(Role::Dim)),
            axis::Column::Cell(index) => {
                let role = if selected == Some(index) {
                    Role::AxisSelected
                } else {
                    Role::Axis
                };
                let letter = theme.letters.block(cells[index].count, most);
                Span::styled(letter.to_string(), theme.style(role))
            }
        });
    }
    let free = usize::from(inside.width).saturating_sub(columns.len() + MARGIN + 1);
    let length = axis::cell_length(cells).map(|length| format!("each {length}"));
    if let Some(length) = length.filter(|length| length.len() + 2 <= free) {
        strip.push(Span::styled(
            line::pad_left(&length, free),
            theme.style(Role::Dim),
        ));
    }
    buffer.set_line(inside.x, inside.y + 1, &Line::from(strip), inside.width);
}

fn selected_cell(app: &App, pane: &TimelinePane) -> Option<usize> {
    let event = app.corpus.event(pane.selected_event()?);
    axis::cell_of(pane.axis(), event.when.first_day())
}

fn events(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} event{plural}", line::thousands(count))
}
