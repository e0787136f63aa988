//! The timeline pane: entries grouped under dates, or bars where they crowd.
//!
//! Holds the zoom, the filter, the lanes, what is unfolded, and a selection
//! that stays on its event when the corpus grows, the filter narrows or the
//! zoom changes. Rows and the axis are laid out when one of those changes,
//! never while drawing. What the reading view makes of the selection is decided
//! by [`App`](crate::app::App).

pub mod lanes;
mod marked;
mod matching;
pub mod publication;
pub mod rows;
mod select;
mod shown;
mod steps;
#[cfg(test)]
mod tests;
pub mod wanted;

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashSet;

use crate::app::cursor::Cursor;
use crate::app::{Action, Effect};
use crate::config::StartZoom;
use crate::corpus::timeline::{Cell, Timeline, Zoom};
use crate::corpus::{Corpus, EventId, PersonId, ReportId, Undated};

use lanes::{By, Chosen, Lanes};
use matching::Matching;
pub use rows::{Row, Rows, Shape, Years};
pub use select::Beside;
pub use steps::{Landing, Unit, Way};
pub use wanted::{Wanted, Wish};

/// Up to this many events are listed one by one unless the user zooms out:
/// about ten screens of forty rows, as far as one pages rather than searches.
const LISTED_AT_MOST: usize = 400;

/// From this width on the year stands in the row of its first entry.
const COLUMNS_FOR_YEARS: u16 = 58;

/// From this height on the pane spends two rows on the axis strip.
const ROWS_FOR_AXIS: u16 = 7;

/// Columns before the first lane: marker, date, marks.
pub const COLUMNS_BEFORE_LANES: u16 = 16;

/// A lane that tells anything has so many columns.
const COLUMNS_OF_LANE: u16 = 22;

/// What is selected, by what holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Report(ReportId),
    Undated(Undated),
}

/// The timeline pane.
#[derive(Debug)]
pub struct TimelinePane {
    today: NaiveDate,
    /// What the user filters by here, besides people.
    wanted: Wanted,
    people: Vec<PersonId>,
    /// Reports of the events marked as key events.
    keys: FxHashSet<ReportId>,
    matching: Matching,
    timeline: Timeline,
    /// What the user chose; `None` follows the events.
    chosen: Option<Zoom>,
    shape: Shape,
    by: By,
    lanes: Lanes,
    rows: Rows,
    /// Events in the largest group.
    largest: usize,
    cursor: Cursor,
    /// The lane the cursor is in.
    lane: usize,
    /// What the user selected; `None` until then, so that a growing corpus shows its beginning.
    anchor: Option<Standing>,
    /// The anchor while it stands in the selected bar: a bar shows its leading
    /// event, but keeps the one it was zoomed out from.
    within_bar: Option<(EventId, ReportId)>,
    /// Reports of the events whose other reports are shown too.
    unfolded: FxHashSet<ReportId>,
    /// Reports of the events selected to be merged.
    marked: Vec<ReportId>,
    /// Cells inside the border.
    columns: u16,
    height: u16,
    axis: Vec<Cell>,
}

impl Default for TimelinePane {
    fn default() -> Self {
        Self::new(NaiveDate::default())
    }
}

impl TimelinePane {
    /// Makes an empty pane; what lies after today is parted from what has been.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            wanted: Wanted::default(),
            people: Vec::new(),
            keys: FxHashSet::default(),
            matching: Matching::default(),
            timeline: Timeline::empty(Zoom::Day),
            chosen: None,
            shape: Shape::Lines,
            by: By::default(),
            lanes: Lanes::default(),
            rows: Rows::default(),
            largest: 0,
            cursor: Cursor::default(),
            lane: 0,
            anchor: None,
            within_bar: None,
            unfolded: FxHashSet::default(),
            marked: Vec::new(),
            columns: 0,
            height: 0,
            axis: Vec::new(),
        }
    }

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

    /// Takes over what the corpus holds now; the people are those chosen before,
    /// although their positions may have moved.
    pub fn refresh(&mut self, corpus: &Corpus, people: Vec<PersonId>) {
        self.people = people;
        self.gather(corpus);
    }

    /// Narrows to other people; the zoom that was chosen goes, since it fitted other events.
    pub fn narrow(&mut self, corpus: &Corpus, people: Vec<PersonId>) {
        self.keep_selection(corpus);
        self.chosen = None;
        self.refresh(corpus, people);
    }

    /// Filters by something else; the zoom follows the events again.
    pub fn want(&mut self, corpus: &Corpus, wanted: Wanted) {
        if self.wanted == wanted {
            return;
        }
        self.keep_selection(corpus);
        self.chosen = None;
        self.wanted = wanted;
        self.gather(corpus);
    }

    /// Tells the pane how many cells lie inside its border.
    pub fn resize(&mut self, corpus: &Corpus, columns: u16, height: u16) {
        if (self.columns, self.height) == (columns, height) {
            return;
        }
        let width_changed = self.columns != columns;
        (self.columns, self.height) = (columns, height);
        if width_changed {
            self.axis = self.timeline.axis(axis_cells(columns));
            self.choose_lanes(corpus);
        }
        self.lay_out(corpus);
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
        } else if action == Action::Lanes {
            self.keep_selection(corpus);
            self.by = self.by.next();
            self.gather(corpus);
        }
        Vec::new()
    }

    /// Opens the selected bar by zooming in on it. Says whether there was one.
    pub fn open_bar(&mut self, corpus: &Corpus) -> bool {
        let bar = matches!(self.selected_row(), Some(Row::Bar { .. }));
        if bar {
            self.zoom(self.timeline.zoom.finer(), corpus);
        }
        bar
    }

    /// Unfolds the selected entry where several reports tell of it and are not
    /// shown. Says whether there was one.
    pub fn open_reports(&mut self, corpus: &Corpus) -> bool {
        let Some(Row::Entry { event }) = self.selected_row() else {
            return false;
        };
        let folded = corpus.event(event).reports.len() > 1 && !self.is_unfolded(event, corpus);
        if folded {
            self.unfold(corpus);
        }
        folded
    }

    /// Says where entries of days have their year.
    pub fn years(&self) -> Years {
        if self.columns >= COLUMNS_FOR_YEARS && self.lanes.lanes.is_empty() {
            Years::InRows
        } else {
            Years::InHeadings
        }
    }

    /// Says whether the other reports of an event are shown.
    pub fn is_unfolded(&self, event: EventId, corpus: &Corpus) -> bool {
        let told = |report: &ReportId| self.unfolded.contains(report);
        !self.unfolded.is_empty() && corpus.event(event).reports.iter().any(told)
    }

    /// Returns how many rows stand above the list.
    pub fn axis_rows(&self) -> u16 {
        if self.height >= ROWS_FOR_AXIS && !self.timeline.groups.is_empty() {
            2
        } else {
            0
        }
    }

    /// Returns how many rows name the lanes, above the list.
    pub fn lane_rows(&self) -> u16 {
        u16::from(!self.lanes.lanes.is_empty())
    }

    fn list_height(&self) -> usize {
        let above = self.axis_rows() + self.lane_rows();
        usize::from(self.height.saturating_sub(above))
    }

    /// Goes to a zoom; `None`, beyond the finest or coarsest, stays at the present one.
    fn zoom(&mut self, zoom: Option<Zoom>, corpus: &Corpus) {
        self.keep_selection(corpus);
        self.chosen = zoom.or(Some(self.timeline.zoom));
        self.regroup(corpus);
    }

    fn unfold(&mut self, corpus: &Corpus) {
        let Some(event) = self.rows.event(self.cursor.selected, self.lane) else {
            return;
        };
        let reports = &corpus.event(event).reports;
        let has_lanes = !self.lanes.lanes.is_empty();
        if self.shape == Shape::Bars || has_lanes || reports.len() < 2 {
            return;
        }
        if self.is_unfolded(event, corpus) {
            for report in reports {
                self.unfolded.remove(report);
            }
            self.anchor = reports.first().copied().map(Standing::Report);
        } else {
            self.unfolded.insert(reports[0]);
            self.keep_selection(corpus);
        }
        self.lay_out(corpus);
    }

    /// Looks for what is wanted anew; groups, rows, axis and selection follow.
    fn gather(&mut self, corpus: &Corpus) {
        let wanted = matching::Asked {
            wanted: &self.wanted,
            people: &self.people,
            keys: &self.keys,
        };
        self.matching.look(corpus, &wanted);
        self.choose_lanes(corpus);
        self.regroup(corpus);
    }

    /// Groups the events anew; rows, axis and selection follow.
    fn regroup(&mut self, corpus: &Corpus) {
        let zoom = match self.chosen {
            Some(zoom) => zoom,
            None => self.fitting(corpus),
        };
        self.timeline = Timeline::of(corpus, &self.matching.events, zoom);
        self.axis = self.timeline.axis(axis_cells(self.columns));
        let sizes = self.timeline.groups.iter().map(|group| group.count());
        self.largest = sizes.max().unwrap_or(0);
        self.lay_out(corpus);
    }

    fn fitting(&self, corpus: &Corpus) -> Zoom {
        let events = &self.matching.events;
        if events.len() <= LISTED_AT_MOST {
            Zoom::Day
        } else {
            Timeline::fitting(corpus, events, self.list_height().max(1)).min(Zoom::Day)
        }
    }

    fn choose_lanes(&mut self, corpus: &Corpus) {
        let free = self.columns.saturating_sub(COLUMNS_BEFORE_LANES);
        let chosen = Chosen {
            corpus,
            events: &self.matching.events,
            people: &self.people,
        };
        let room = usize::from(free / COLUMNS_OF_LANE).max(1);
        self.lanes = Lanes::choose(self.by, &chosen, room);
    }

    fn lay_out(&mut self, corpus: &Corpus) {
        self.shape = rows::shape(&self.timeline, self.list_height());
        let unfolded = self.unfolded.iter();
        let unfolded = unfolded
            .filter_map(|report| corpus.event_of(*report))
            .collect();
        self.rows = Rows::of(&rows::Layout {
            corpus,
            timeline: &self.timeline,
            shape: self.shape,
            years: self.years(),
            lanes: &self.lanes,
            unfolded: &unfolded,
            undated: &self.matching.undated,
            ahead: self.ahead(corpus),
        });
        self.find_anchor(corpus);
    }

    /// The first event after today, where others are not.
    fn ahead(&self, corpus: &Corpus) -> Option<EventId> {
        let (events, table) = (&self.matching.events, corpus.table());
        let today = self.today.num_days_from_ce();
        let past = events.partition_point(|event| table.first(*event) <= today);
        events.get(past).copied().filter(|_| past > 0)
    }
}

/// Leaves a margin for the marker on the left and one cell on the right.
fn axis_cells(columns: u16) -> usize {
    usize::from(columns.saturating_sub(4))
}
