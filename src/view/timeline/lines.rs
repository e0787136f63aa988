//! The list of the timeline: headings and entries; reports, bars and lanes stand beside.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::analysis::report::Tense;
use crate::app::App;
use crate::app::timeline::{COLUMNS_BEFORE_LANES, Row, Years};
use crate::corpus::timeline::{Zoom, year_label};
use crate::corpus::{Event, EventId};
use crate::view::line;
use crate::view::people::name;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::bars::Bars;
use crate::view::timeline::{date, lanes, reports, telling};

/// Columns of a report count: "12 ▾".
const COUNT: usize = 5;

/// How the columns of an entry share the width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    /// "2021 ", where the first entry of a year has it.
    pub year: usize,
    /// "18:00–23:59", at the hour zoom only.
    pub time: usize,
    /// Zero where there is no room: then nobody is lifted out of the telling part.
    pub who: usize,
    pub telling: usize,
    pub count: usize,
    /// The article's short name, in wide panes only.
    pub source: usize,
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

/// What every row of the list is drawn with.
struct List<'a> {
    app: &'a App,
    theme: &'a Theme,
    columns: Columns,
    bars: Bars,
    area: Rect,
}

/// Draws the rows in view.
pub fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    let width = usize::from(area.width);
    let list = List {
        app,
        theme,
        columns: Columns::new(width, pane.timeline().zoom, pane.years()),
        bars: Bars::new(pane.largest_group(), width),
        area,
    };
    let rows = pane.rows().iter().enumerate().skip(pane.cursor().top);
    for ((index, row), y) in rows.zip(area.top()..area.bottom()) {
        list.row(index, *row, y, buffer);
    }
}

impl List<'_> {
    fn row(&self, index: usize, row: Row, y: u16, buffer: &mut Buffer) {
        let (app, theme, pane) = (self.app, self.theme, &self.app.timeline);
        let selected = index == pane.cursor().selected;
        let mut spans = vec![Span::raw(theme.letters.marker(selected))];
        match row {
            Row::Heading { group } => spans.push(heading(app, theme, group)),
            Row::Today => spans.push(self.today()),
            Row::UndatedHeading => spans.push(self.undated_heading()),
            Row::Entry { event } => {
                let above = index.checked_sub(1).filter(|_| y > self.area.top());
                let year = line::pad(
                    &new_year(app, event, above).unwrap_or_default(),
                    self.columns.year,
                );
                if pane.is_marked(event, &app.corpus) {
                    spans[0] = Span::raw(theme.letters.marker(selected).trim_end());
                    spans.push(Span::styled(
                        theme.letters.write("✓"),
                        theme.style(Role::Match),
                    ));
                }
                spans.push(Span::styled(year, theme.style(Role::Heading)));
                entry(app, theme, event, self.columns, &mut spans);
            }
            Row::Report { event, nth } => {
                reports::report(app, theme, (event, nth), self.columns, &mut spans);
            }
            Row::Undated { index } => {
                reports::undated(app, theme, index, self.columns, &mut spans);
            }
            Row::Bar { group, leading } if pane.lanes().lanes.is_empty() => {
                let shown = pane.selected_event().filter(|_| selected);
                let shown = shown.unwrap_or(leading);
                self.bars.draw(app, theme, group, shown, &mut spans);
            }
            Row::Bar { group, .. } => self.bars_by_lane(group, &mut spans),
            Row::Side { cells } => {
                lanes::side(app, theme, (cells, selected), (self.area, y), buffer);
                return;
            }
        }
        let area = Rect {
            y,
            height: 1,
            ..self.area
        };
        buffer.set_line(area.x, y, &Line::from(spans), area.width);
        if selected {
            buffer.set_style(area, theme.style(Role::Selected));
        }
    }

    fn bars_by_lane(&self, group: u32, spans: &mut Vec<Span<'static>>) {
        let timeline = self.app.timeline.timeline();
        let label = timeline.label(&self.app.corpus, &timeline.groups[group as usize]);
        let room = usize::from(COLUMNS_BEFORE_LANES) - 3;
        let label = line::pad_left(&label, room) + " ";
        spans.push(Span::styled(label, self.theme.style(Role::Date)));
        lanes::bars(
            self.app,
            self.theme,
            group,
            usize::from(self.area.width),
            spans,
        );
    }

    fn today(&self) -> Span<'static> {
        let today = self.app.timeline.today();
        let words = format!(
            "today, {}, and what is to come",
            today.format("%a %-d %b %Y")
        );
        let columns = usize::from(self.area.width).saturating_sub(3);
        Span::styled(
            self.theme.letters.rule(&words, columns),
            self.theme.style(Role::Planned),
        )
    }

    fn undated_heading(&self) -> Span<'static> {
        let count = self.app.timeline.undated().len();
        let words = format!(
            "? undated: {} without a date to count from",
            line::thousands(count)
        );
        let columns = usize::from(self.area.width).saturating_sub(3);
        Span::styled(
            self.theme.letters.rule(&words, columns),
            self.theme.style(Role::Heading),
        )
    }
}

/// Returns the year of an entry if the row above, where one is in view, has another.
fn new_year(app: &App, event: EventId, above: Option<usize>) -> Option<String> {
    let year = |event: EventId| app.corpus.event(event).when.first_day().year();
    let above = above.and_then(|row| app.timeline.event_at(row));
    let told = date::tells_year(&date::day_label(&app.corpus.event(event).when));
    (!told && above.map(year) != Some(year(event))).then(|| year_label(year(event)))
}

fn heading<'a>(app: &App, theme: &Theme, group: u32) -> Span<'a> {
    let timeline = app.timeline.timeline();
    let group = &timeline.groups[group as usize];
    let label = match timeline.zoom {
        Zoom::Day | Zoom::Hour => group.first.format("%Y").to_string(),
        Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week => timeline.label(&app.corpus, group),
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
    let told = match app.timeline.is_key(id, &app.corpus) {
        true => format!("{} {told}", theme.letters.write("★")),
        false => told,
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
        let differs = match app.corpus.elsewhere(id) {
            [] if date::differing(&app.corpus, event).is_empty() => "",
            [] | [_, ..] => "≠",
        };
        let differs = theme.letters.write(differs);
        let count = match event.reports.len() {
            0 | 1 => differs,
            count => format!("{count}{differs:1}{fold}"),
        };
        spans.push(Span::styled(
            line::pad_left(&count, columns.count - 1) + " ",
            theme.style(Role::Dim),
        ));
    }
    if columns.source > 0 {
        let source = format!(" {}", reports::short_name(app, shown));
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

/// Pads to a column with a blank after it.
pub(super) fn padded(text: &str, columns: usize) -> String {
    match columns {
        0 => String::new(),
        _ => format!("{} ", line::pad(text, columns - 1)),
    }
}
