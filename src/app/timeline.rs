//! The timeline pane: entries grouped under dates, or bars where they crowd.
//!
//! Holds the zoom, what is unfolded, and a selection that stays on its event
//! when the corpus grows, the filter narrows or the zoom changes. Rows and the
//! axis are laid out when one of those changes, never while drawing. What the
//! reading view makes of the selection is decided by [`App`](crate::app::App).

mod rows;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;

use crate::app::cursor::Cursor;
use crate::app::{Action, Effect, Place};
use crate::config::StartZoom;
use crate::corpus::timeline::{Cell, Filter, Timeline, Zoom};
use crate::corpus::{Corpus, EventId, ReportId};

pub use rows::{Row, Shape, Years};

/// Up to this many events are listed one by one unless the user zooms out:
/// about ten screens of forty rows, as far as one pages rather than searches.
const LISTED_AT_MOST: usize = 400;

/// From this width on the year stands in the row of its first entry.
const COLUMNS_FOR_YEARS: u16 = 58;

/// From this height on the pane spends two rows on the axis strip.
const ROWS_FOR_AXIS: u16 = 7;

/// The timeline pane.
#[derive(Debug)]
pub struct TimelinePane {
    filter: Filter,
    timeline: Timeline,
    /// What the user chose; `None` follows the events.
    chosen: Option<Zoom>,
    shape: Shape,
    rows: Vec<Row>,
    /// Events in the largest group.
    largest: usize,
    cursor: Cursor,
    /// What the user selected; `None` until then, so that a growing corpus shows its beginning.
    anchor: Option<ReportId>,
    /// The anchor while it stands in the selected bar: a bar shows its leading
    /// event, but keeps the one it was zoomed out from.
    within_bar: Option<(EventId, ReportId)>,
    /// Shown reports of the events whose other reports are shown too.
    unfolded: FxHashSet<ReportId>,
    /// Cells inside the border.
    columns: u16,
    height: u16,
    axis: Vec<Cell>,
}

impl Default for TimelinePane {
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            timeline: Timeline {
                zoom: Zoom::Day,
                groups: Vec::new(),
                count: 0,
                total: 0,
            },
            chosen: None,
            shape: Shape::Lines,
            rows: Vec::new(),
            largest: 0,
            cursor: Cursor::default(),
            anchor: None,
            within_bar: None,
            unfolded: FxHashSet::default(),
            columns: 0,
            height: 0,
            axis: Vec::new(),
        }
    }
}

impl TimelinePane {
    /// Begins with a zoom instead of the one that fits.
    pub fn start_at(&mut self, zoom: StartZoom) {
        self.chosen = match zoom {
            StartZoom::Fit => None,
            StartZoom::Decade => Some(Zoom::Decade),
            StartZoom::Year => Some(Zoom::Year),
            StartZoom::Month => Some(Zoom::Month),
            StartZoom::Week => Some(Zoom::Week),
            StartZoom::Day => Some(Zoom::Day),
            StartZoom::Hour => Some(Zoom::Hour),
        };
    }

    /// Takes over what the corpus holds now; the filter means what it meant
    /// before, although the positions of people may have moved.
    pub fn refresh(&mut self, corpus: &Corpus, filter: Filter) {
        self.filter = filter;
        self.gather(corpus);
    }

    /// Puts another filter on; the zoom that was chosen goes, since it fitted other events.
    pub fn narrow(&mut self, corpus: &Corpus, filter: Filter) {
        self.keep_selection(corpus);
        self.chosen = None;
        self.refresh(corpus, filter);
    }

    /// Tells the pane how many cells lie inside its border.
    pub fn resize(&mut self, corpus: &Corpus, columns: u16, height: u16) {
        if (self.columns, self.height) == (columns, height) {
            return;
        }
        let width_changed = self.columns != columns;
        (self.columns, self.height) = (columns, height);
        self.lay_out(corpus);
        if width_changed {
            self.axis = self.timeline.axis(corpus, axis_cells(columns));
        }
    }

    /// Does what is asked of the pane; other actions leave it as it is.
    pub fn apply(&mut self, action: Action, corpus: &Corpus) -> Vec<Effect> {
        let page = self.list_height().saturating_sub(1);
        if let Some(step) = action.list_step(page) {
            self.step(step, corpus);
            return Vec::new();
        }
        if action == Action::ZoomIn {
            self.zoom(self.timeline.zoom.finer(), corpus);
        } else if action == Action::ZoomOut {
            self.zoom(self.timeline.zoom.coarser(), corpus);
        } else if action == Action::ZoomFit {
            self.keep_selection(corpus);
            self.chosen = None;
            self.gather(corpus);
        } else if action == Action::Unfold {
            self.unfold(corpus);
        }
        Vec::new()
    }

    /// Opens the selected bar by zooming in on it. Says whether there was one.
    pub fn open_bar(&mut self, corpus: &Corpus) -> bool {
        let bar = matches!(self.rows.get(self.cursor.selected), Some(Row::Bar { .. }));
        if bar {
            self.zoom(self.timeline.zoom.finer(), corpus);
        }
        bar
    }

    /// Says where entries of days have their year.
    pub fn years(&self) -> Years {
        if self.columns >= COLUMNS_FOR_YEARS {
            Years::InRows
        } else {
            Years::InHeadings
        }
    }

    /// Selects the entry of an event, or its bar; an event outside the filter gives its neighbour.
    pub fn select_event(&mut self, event: EventId, corpus: &Corpus) {
        if let Some(report) = corpus.event(event).reports.first() {
            self.select_report(*report, corpus);
        }
    }

    /// Selects the entry a report stands in; one outside the filter gives its neighbour.
    pub fn select_report(&mut self, report: ReportId, corpus: &Corpus) {
        self.anchor = Some(report);
        self.find_anchor(corpus);
    }

    /// Selects the entry shown at a row inside the border; headings and the axis are passed over.
    pub fn click(&mut self, row: u16, corpus: &Corpus) {
        let Some(row) = row.checked_sub(self.axis_rows()) else {
            return;
        };
        let row = self.cursor.top + usize::from(row);
        if self.rows.get(row).is_some_and(|row| row.event().is_some()) {
            self.cursor.select(row, self.rows.len());
            self.within_bar = None;
            self.keep_selection(corpus);
        }
    }

    /// Returns the event selected; in a bar the one zoomed out from, else the one that leads it.
    pub fn selected_event(&self) -> Option<EventId> {
        if let Some((event, _)) = self.within_bar {
            return Some(event);
        }
        self.rows.get(self.cursor.selected)?.event()
    }

    /// Returns the sentence of the report selected.
    pub fn place(&self, corpus: &Corpus) -> Option<Place> {
        Place::of_report(corpus, self.selected_report(corpus)?)
    }

    /// Returns the events under the filter, grouped.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns how many events the largest group has: the length of a full bar.
    pub fn largest_group(&self) -> usize {
        self.largest
    }

    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Returns every row of the list; few of them are in view.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Returns the axis strip, empty where there is no room for one.
    pub fn axis(&self) -> &[Cell] {
        if self.axis_rows() == 0 {
            &[]
        } else {
            &self.axis
        }
    }

    /// Says whether the other reports of an event are shown.
    pub fn is_unfolded(&self, event: EventId, corpus: &Corpus) -> bool {
        rows::is_unfolded(corpus, event, &self.unfolded)
    }

    /// Returns how many rows stand above the list.
    pub fn axis_rows(&self) -> u16 {
        if self.height >= ROWS_FOR_AXIS && !self.timeline.groups.is_empty() {
            2
        } else {
            0
        }
    }

    fn list_height(&self) -> usize {
        usize::from(self.height - self.axis_rows().min(self.height))
    }

    fn step(&mut self, step: isize, corpus: &Corpus) {
        let count = self.rows.len();
        let before = self.cursor.selected;
        self.cursor.step(step, count);
        self.leave_heading(step);
        if self.cursor.selected != before || self.anchor.is_none() {
            self.within_bar = None;
            self.anchor = self.selected_report(corpus);
        }
        self.reveal();
    }

    /// Moves on from a heading in the direction of the step, or back where the list ends.
    fn leave_heading(&mut self, step: isize) {
        let selectable = |row: &Row| row.event().is_some();
        let at = self.cursor.selected;
        let after = || self.rows.iter().skip(at).position(selectable);
        let before = || self.rows.iter().take(at + 1).rev().position(selectable);
        let found = if step < 0 {
            before().map(|back| at - back).or(after().map(|on| at + on))
        } else {
            after().map(|on| at + on).or(before().map(|back| at - back))
        };
        self.cursor.select(found.unwrap_or(0), self.rows.len());
    }

    /// Scrolls the selection into view, with the headings right above it.
    fn reveal(&mut self) {
        let height = self.list_height();
        self.cursor.reveal(self.rows.len(), height);
        let headings = self.rows[..self.cursor.selected.min(self.rows.len())]
            .iter()
            .rev()
            .take_while(|row| row.event().is_none())
            .count();
        let first = self.cursor.selected - headings;
        if headings < height {
            self.cursor.top = self.cursor.top.min(first);
        }
    }

    /// Goes to a zoom; `None`, beyond the finest or coarsest, stays at the present one.
    fn zoom(&mut self, zoom: Option<Zoom>, corpus: &Corpus) {
        self.keep_selection(corpus);
        self.chosen = zoom.or(Some(self.timeline.zoom));
        self.gather(corpus);
    }

    fn keep_selection(&mut self, corpus: &Corpus) {
        self.anchor = self.selected_report(corpus);
    }

    fn unfold(&mut self, corpus: &Corpus) {
        let Some(row) = self.rows.get(self.cursor.selected).copied() else {
            return;
        };
        let Some(event) = row.event() else { return };
        let reports = &corpus.event(event).reports;
        if self.shape == Shape::Bars || reports.len() < 2 {
            return;
        }
        if self.is_unfolded(event, corpus) {
            for report in reports {
                self.unfolded.remove(report);
            }
            self.anchor = reports.first().copied();
        } else {
            self.unfolded.insert(reports[0]);
            self.keep_selection(corpus);
        }
        self.lay_out(corpus);
    }

    /// Returns the report selected; of an entry or a bar the one it shows.
    pub fn selected_report(&self, corpus: &Corpus) -> Option<ReportId> {
        if let Some((_, report)) = self.within_bar {
            return Some(report);
        }
        let row = self.rows.get(self.cursor.selected)?;
        let reports = &corpus.event(row.event()?).reports;
        reports.get(row.nth_report()).copied()
    }

    /// Groups the events anew; rows, axis and selection follow.
    fn gather(&mut self, corpus: &Corpus) {
        let zoom = match self.chosen {
            Some(zoom) => zoom,
            None => self.fitting(corpus),
        };
        self.timeline = Timeline::new(corpus, &self.filter, zoom);
        self.axis = self.timeline.axis(corpus, axis_cells(self.columns));
        let sizes = self.timeline.groups.iter().map(|group| group.events.len());
        self.largest = sizes.max().unwrap_or(0);
        self.lay_out(corpus);
    }

    fn fitting(&self, corpus: &Corpus) -> Zoom {
        if self.filter.events(corpus).len() <= LISTED_AT_MOST {
            Zoom::Day
        } else {
            Timeline::fitting(corpus, &self.filter, self.list_height().max(1)).min(Zoom::Day)
        }
    }

    fn lay_out(&mut self, corpus: &Corpus) {
        self.shape = rows::shape(&self.timeline, self.list_height());
        self.rows = rows::lay_out(
            corpus,
            &self.timeline,
            self.shape,
            self.years(),
            &self.unfolded,
        );
        self.find_anchor(corpus);
    }

    /// Puts the cursor where the selected report now stands.
    fn find_anchor(&mut self, corpus: &Corpus) {
        let wanted = self
            .anchor
            .and_then(|report| rows::find(corpus, &self.rows, &self.timeline, report));
        match wanted {
            Some(row) => self.cursor.select(row, self.rows.len()),
            None => {
                let row = rows::longest_bar(&self.rows, &self.timeline).unwrap_or(0);
                self.cursor = Cursor::default();
                self.cursor.select(row, self.rows.len());
            }
        }
        let row = self.rows.get(self.cursor.selected);
        self.within_bar = row.zip(self.anchor).and_then(|(row, report)| {
            Some((row.event_told(corpus, &self.timeline, report)?, report))
        });
        self.leave_heading(1);
        self.reveal();
    }
}

/// Leaves a margin for the marker on the left and one cell on the right.
fn axis_cells(columns: u16) -> usize {
    usize::from(columns.saturating_sub(4))
}
