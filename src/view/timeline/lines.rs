//! The list of the timeline: headings, entries, unfolded reports and bars.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::analysis::report::Tense;
use crate::app::App;
use crate::app::timeline::{Row, Years};
use crate::corpus::timeline::{Zoom, year_label};
use crate::corpus::{Event, EventId, ReportId};
use crate::view::people::name;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::{date, telling};
use crate::view::{documents, line};

/// Columns of a report count: "12 ▾".
const COUNT: usize = 5;

/// Columns of a bar's number.
const NUMBER: usize = 7;

/// How the columns of an entry share the width.
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// "2021 ", where the first entry of a year has it.
    year: usize,
    /// "18:00–23:59", at the hour zoom only.
    time: usize,
    /// Zero where there is no room: then nobody is lifted out of the telling part.
    who: usize,
    telling: usize,
    count: usize,
    /// The article's short name, in wide panes only.
    source: usize,
}

impl Columns {
    fn new(width: usize, zoom: Zoom, years: Years) -> Self {
        let year = match (zoom, years) {
            (Zoom::Day | Zoom::Hour, Years::InRows) => 5,
            (Zoom::Day | Zoom::Hour, Years::InHeadings)
            | (Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week, _) => 0,
        };
        let time = if zoom == Zoom::Hour { 12 } else { 0 };
        let (who, source) = match width {
            0..=57 => (0, 0),
            58..=109 => (13, 0),
            110..=149 => (16, 20),
            _ => (18, 28),
        };
        let count = if width < 40 { 0 } else { COUNT };
        // The marker, the date with its roughness, the two marks, and the blanks between.
        let fixed = 2 + year + date::DATE_COLUMNS + 2 + 3 + time + who + count + source;
        Self {
            year,
            time,
            who,
            telling: width.saturating_sub(fixed),
            count,
            source,
        }
    }
}

/// Draws the rows in view.
pub fn draw(app: &App, theme: &Theme, list: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    let cursor = pane.cursor();
    let width = usize::from(list.width);
    let columns = Columns::new(width, pane.timeline().zoom, pane.years());
    let bars = Bars::new(pane.largest_group(), width);
    let rows = pane.rows().iter().enumerate().skip(cursor.top);
    for ((index, row), y) in rows.zip(list.top()..list.bottom()) {
        let selected = index == cursor.selected;
        let mut spans = vec![Span::raw(theme.letters.marker(selected))];
        match *row {
            Row::Heading { group } => spans.push(heading(app, theme, group)),
            Row::Entry { event } => {
                let year = new_year(app, event, index.checked_sub(1).filter(|_| y > list.top()));
                let year = line::pad(&year.unwrap_or_default(), columns.year);
                spans.push(Span::styled(year, theme.style(Role::Heading)));
                entry(app, theme, event, columns, &mut spans);
            }
            Row::Report { event, nth } => report(app, theme, event, nth, columns, &mut spans),
            Row::Bar { group, leading } => {
                let shown = pane.selected_event().filter(|_| selected);
                bars.draw(app, theme, group, shown.unwrap_or(leading), &mut spans);
            }
        }
        let area = Rect {
            y,
            height: 1,
            ..list
        };
        buffer.set_line(list.x, y, &Line::from(spans), list.width);
        if selected {
            buffer.set_style(area, theme.style(Role::Selected));
        }
    }
}

/// Returns the year of an entry if the row above, where one is in view, has another.
fn new_year(app: &App, event: EventId, above: Option<usize>) -> Option<String> {
    let year = |event: EventId| app.corpus.event(event).when.first_day().year();
    let above = above.and_then(|row| app.timeline.rows()[row].event());
    let told = date::tells_year(&date::day_label(&app.corpus.event(event).when));
    (!told && above.map(year) != Some(year(event))).then(|| year_label(year(event)))
}

fn heading<'a>(app: &App, theme: &Theme, group: u32) -> Span<'a> {
    let timeline = app.timeline.timeline();
    let group = &timeline.groups[group as usize];
    let label = match timeline.zoom {
        Zoom::Day | Zoom::Hour => group.first.format("%Y").to_string(),
        Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week => group.label.clone(),
    };
    Span::styled(label, theme.style(Role::Heading))
}

fn entry(app: &App, theme: &Theme, id: EventId, columns: Columns, spans: &mut Vec<Span<'_>>) {
    let event = app.corpus.event(id);
    dated(event, theme, columns, spans);
    let who = telling::who(event).filter(|_| columns.who > 0);
    let surname = who.map_or("", |person| name::surname(&app.corpus.person(person).name));
    spans.push(Span::styled(
        padded(surname, columns.who),
        theme.style(Role::Person),
    ));
    let shown = event.reports[0];
    let told = match columns.who {
        0 => telling::told_by(&app.corpus, event, shown),
        _ => telling::telling(&app.corpus, shown, who),
    };
    let role = match event.tense {
        Tense::Happened => Role::Text,
        Tense::Planned => Role::Planned,
    };
    spans.push(Span::styled(
        line::pad(&told, columns.telling),
        theme.style(role),
    ));
    if columns.count > 0 {
        let fold = theme
            .letters
            .write(if app.timeline.is_unfolded(id, &app.corpus) {
                "▴"
            } else {
                "▾"
            });
        let count = match event.reports.len() {
            0 | 1 => String::new(),
            count => format!("{count} {fold}"),
        };
        spans.push(Span::styled(
            line::pad_left(&count, columns.count - 1) + " ",
            theme.style(Role::Dim),
        ));
    }
    if columns.source > 0 {
        let source = format!(" {}", short_name(app, shown));
        spans.push(Span::styled(
            line::pad(&source, columns.source),
            theme.style(Role::Dim),
        ));
    }
}

/// Writes the date, how rough it is, and how it is known.
fn dated(event: &Event, theme: &Theme, columns: Columns, spans: &mut Vec<Span<'_>>) {
    let day = line::pad_left(&date::day_label(&event.when), date::DATE_COLUMNS);
    spans.push(Span::styled(day, theme.style(Role::Date)));
    spans.push(Span::styled(
        format!("{} ", date::rough_mark(&event.when)),
        theme.style(Role::Date),
    ));
    if columns.time > 0 {
        let time = date::time_label(&event.when).unwrap_or_default();
        spans.push(Span::styled(
            line::pad(&time, columns.time),
            theme.style(Role::Date),
        ));
    }
    let planned = match event.tense {
        Tense::Happened => ' ',
        Tense::Planned => '»',
    };
    let marks = format!("{}{} ", date::known_mark(event.when.known), planned);
    spans.push(Span::styled(
        theme.letters.write(&marks),
        theme.style(Role::of_known(event.when.known)),
    ));
}

fn report(
    app: &App,
    theme: &Theme,
    id: EventId,
    nth: u32,
    columns: Columns,
    spans: &mut Vec<Span<'_>>,
) {
    let event = app.corpus.event(id);
    let Some(report) = event.reports.get(nth as usize).copied() else {
        return;
    };
    let branch = line::pad_left(
        &theme.letters.write("└ "),
        columns.year + date::DATE_COLUMNS + 2 + columns.time + 3,
    );
    spans.push(Span::styled(branch, theme.style(Role::Dim)));
    let (source, told) = if columns.who > 0 {
        (
            short_name(app, report),
            telling::telling(&app.corpus, report, None),
        )
    } else {
        (String::new(), telling::telling(&app.corpus, report, None))
    };
    spans.push(Span::styled(
        padded(&source, columns.who),
        theme.style(Role::Dim),
    ));
    spans.push(Span::styled(
        line::pad(&told, columns.telling + columns.count + columns.source),
        theme.style(Role::Text),
    ));
}

/// Names the article of a report.
fn short_name(app: &App, report: ReportId) -> String {
    let article = app.corpus.article(report.article);
    article.map_or_else(String::new, |article| {
        documents::short_name(&article.document)
    })
}

/// Pads to a column with a blank after it.
fn padded(text: &str, columns: usize) -> String {
    match columns {
        0 => String::new(),
        _ => format!("{} ", line::pad(text, columns - 1)),
    }
}

/// How bars share the width.
#[derive(Debug)]
struct Bars {
    label: usize,
    bar: usize,
    telling: usize,
    /// The largest group, whose bar is full.
    most: usize,
}

impl Bars {
    fn new(most: usize, width: usize) -> Self {
        // "Sep 2010 – Mar 2011" where there is room, else what most groups need.
        let label = if width >= 100 { 20 } else { 16.min(width / 3) };
        let free = width.saturating_sub(2 + label + 1 + NUMBER + 2);
        let bar = if free < 50 { free } else { free * 2 / 5 };
        Self {
            label,
            bar,
            telling: free - bar,
            most,
        }
    }

    fn draw(
        &self,
        app: &App,
        theme: &Theme,
        group: u32,
        shown: EventId,
        spans: &mut Vec<Span<'_>>,
    ) {
        let group = &app.timeline.timeline().groups[group as usize];
        let count = group.events.len();
        spans.push(Span::styled(
            format!("{} ", line::pad_left(&group.label, self.label)),
            theme.style(Role::Date),
        ));
        let bar = theme.letters.bar(count, self.most, self.bar);
        spans.push(Span::styled(
            line::pad(&bar, self.bar),
            theme.style(Role::Axis),
        ));
        let number = line::pad_left(&line::thousands(count), NUMBER);
        spans.push(Span::styled(number, theme.style(Role::Text)));
        if self.telling > 10 {
            let event = app.corpus.event(shown);
            let told = telling::told_by(&app.corpus, event, event.reports[0]);
            let told = format!("  {}", line::clip(&told, self.telling - 2));
            spans.push(Span::styled(told, theme.style(Role::Dim)));
        }
    }
}
