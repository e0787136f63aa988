//! The rows of the timeline's list: headings, entries, unfolded reports, bars,
//! lanes side by side, and at the end what is undated.

use chrono::Datelike;
use rustc_hash::FxHashSet;

use super::lanes::Lanes;
use super::publication::by_publication;
use crate::corpus::timeline::{Group, Timeline, Zoom};
use crate::corpus::{Corpus, EventId};

/// How the events are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One row an event.
    Lines,
    /// One row a group, as long as the group is large.
    Bars,
}

/// Where entries of days have their year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// In a row of its own before the first entry of the year.
    InHeadings,
    /// Before the date of the first entry of the year.
    InRows,
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Names the unit that begins here, by its place among the groups; not selectable.
    Heading {
        group: u32,
    },
    /// Parts what has been from what is to come; not selectable.
    Today,
    /// Names what is undated; not selectable.
    UndatedHeading,
    Entry {
        event: EventId,
    },
    /// A report of the unfolded event above, by its place there.
    Report {
        event: EventId,
        nth: u32,
    },
    /// A whole group; `leading` is its most reported event, the first among equals.
    Bar {
        group: u32,
        leading: EventId,
    },
    /// Events of one date side by side, by the place of the first cell.
    Side {
        cells: u32,
    },
    /// A sentence without a date, by its place in the corpus' list.
    Undated {
        index: u32,
    },
}

/// Stands for a lane that has no event in a row.
const NOBODY: EventId = EventId(u32::MAX);

/// All rows, and where the groups begin among them.
#[derive(Debug, Default)]
pub struct Rows {
    pub list: Vec<Row>,
    /// By group, and one more behind the last.
    begins: Vec<u32>,
    /// Events side by side, as many a row as there are lanes.
    cells: Vec<EventId>,
    lanes: usize,
    /// Of bars: how many events of each group are in each lane.
    counts: Vec<u32>,
    /// The first event after today, where some are not.
    ahead: Option<EventId>,
    /// The same until today has its row.
    coming: Option<EventId>,
}

/// What rows are laid out from.
pub(super) struct Layout<'a> {
    pub corpus: &'a Corpus,
    pub timeline: &'a Timeline,
    pub shape: Shape,
    pub years: Years,
    pub lanes: &'a Lanes,
    pub unfolded: &'a FxHashSet<EventId>,
    pub undated: &'a [u32],
    pub ahead: Option<EventId>,
}

impl Row {
    /// Says whether the row names or parts others, and is passed over.
    pub fn is_heading(self) -> bool {
        match self {
            Self::Heading { .. } | Self::Today | Self::UndatedHeading => true,
            Self::Entry { .. }
            | Self::Report { .. }
            | Self::Bar { .. }
            | Self::Side { .. }
            | Self::Undated { .. } => false,
        }
    }

    /// Returns which of its event's reports the row shows.
    pub(super) fn nth_report(self) -> usize {
        match self {
            Self::Report { nth, .. } => nth as usize,
            Self::Heading { .. }
            | Self::Today
            | Self::UndatedHeading
            | Self::Entry { .. }
            | Self::Bar { .. }
            | Self::Side { .. }
            | Self::Undated { .. } => 0,
        }
    }
}

/// Says whether the events are listed or gathered into bars: days and hours
/// are always listed, coarser units only while everything is in view at once.
pub(super) fn shape(timeline: &Timeline, height: usize) -> Shape {
    let listed = timeline.zoom >= Zoom::Day
        || timeline.groups.len() < 2
        || timeline.groups.len() + timeline.count <= height;
    if listed { Shape::Lines } else { Shape::Bars }
}

impl Rows {
    /// Lays out the rows of a timeline.
    pub(super) fn of(layout: &Layout<'_>) -> Self {
        let mut rows = Self {
            list: Vec::with_capacity(layout.timeline.count + layout.timeline.groups.len()),
            lanes: layout.lanes.lanes.len(),
            ahead: layout.ahead,
            coming: layout.ahead,
            ..Self::default()
        };
        match layout.shape {
            Shape::Bars => rows.bars(layout),
            Shape::Lines => rows.lines(layout),
        }
        rows.begins.push(rows.list.len() as u32);
        if !layout.undated.is_empty() {
            rows.list.push(Row::UndatedHeading);
            let undated = layout.undated.iter();
            rows.list
                .extend(undated.map(|index| Row::Undated { index: *index }));
        }
        rows
    }

    /// Returns the event a row stands for, of several side by side that of a lane.
    pub fn event(&self, row: usize, lane: usize) -> Option<EventId> {
        match *self.list.get(row)? {
            Row::Heading { .. } | Row::Today | Row::UndatedHeading | Row::Undated { .. } => None,
            Row::Entry { event } | Row::Report { event, .. } => Some(event),
            Row::Bar { leading, .. } => Some(leading),
            Row::Side { cells } => {
                let event = self.cells_of(cells).get(lane).copied();
                event.filter(|event| *event != NOBODY)
            }
        }
    }

    /// Returns the events that stand side by side, lane by lane.
    pub fn cells(&self, first: u32) -> Vec<Option<EventId>> {
        let cells = self.cells_of(first).iter();
        cells
            .map(|event| Some(*event).filter(|event| *event != NOBODY))
            .collect()
    }

    fn cells_of(&self, first: u32) -> &[EventId] {
        let first = first as usize;
        self.cells.get(first..first + self.lanes).unwrap_or(&[])
    }

    /// Returns how many events of a group are in each lane, where groups are bars.
    pub fn counts(&self, group: u32) -> &[u32] {
        let first = group as usize * self.lanes;
        self.counts.get(first..first + self.lanes).unwrap_or(&[])
    }

    /// Returns the most events of a group in one lane: the length of a full bar there.
    pub fn most_in_lane(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// Says whether the cursor may rest on a row, in a lane.
    pub fn is_selectable(&self, row: usize, lane: usize) -> bool {
        self.list.get(row).is_some_and(|found| match *found {
            Row::Heading { .. } | Row::Today | Row::UndatedHeading => false,
            Row::Entry { .. } | Row::Report { .. } | Row::Bar { .. } | Row::Undated { .. } => true,
            Row::Side { .. } => self.event(row, lane).is_some(),
        })
    }

    /// Finds the row an event stands in, or the bar that holds it; `None` when
    /// it is not on the timeline.
    pub(super) fn find(
        &self,
        corpus: &Corpus,
        timeline: &Timeline,
        event: EventId,
    ) -> Option<usize> {
        let group = timeline.group_of(corpus, event)?;
        let begin = *self.begins.get(group)? as usize;
        let end = *self.begins.get(group + 1)? as usize;
        let rows = &self.list[begin..end];
        let is_before = |row: &Row| match *row {
            Row::Heading { .. } => true,
            Row::Today => self.ahead.is_some_and(|ahead| ahead <= event),
            Row::Entry { event: other } | Row::Report { event: other, .. } => other < event,
            Row::Bar { .. } | Row::Side { .. } | Row::UndatedHeading | Row::Undated { .. } => false,
        };
        let is_beside = |row: &Row| match *row {
            Row::Side { cells } => self.cells_of(cells).contains(&event),
            Row::Heading { .. }
            | Row::Today
            | Row::UndatedHeading
            | Row::Entry { .. }
            | Row::Report { .. }
            | Row::Bar { .. }
            | Row::Undated { .. } => false,
        };
        let side = match self.lanes {
            0 => None,
            _ => rows.iter().position(is_beside),
        };
        let found = side.unwrap_or_else(|| rows.partition_point(is_before));
        (found < rows.len()).then(|| begin + found)
    }

    /// Finds the row of a report of an unfolded event whose entry stands in a row.
    pub(super) fn find_report(&self, entry: usize, nth: u32) -> usize {
        let reports = self.list[entry + 1..].iter();
        let mut reports = reports
            .take_while(|row| matches!(row, Row::Report { .. }))
            .enumerate();
        let found = reports.find(|(_, row)| row.nth_report() == nth as usize);
        found.map_or(entry, |(place, _)| entry + 1 + place)
    }

    /// Finds the row of an undated report, by its place in the corpus' list.
    pub(super) fn find_undated(&self, wanted: u32) -> Option<usize> {
        let begin = self.begins.last().map_or(0, |begin| *begin as usize);
        let undated = self.list.get(begin + 1..)?;
        let place = undated.binary_search_by_key(&wanted, |row| match *row {
            Row::Undated { index } => index,
            Row::Heading { .. }
            | Row::Today
            | Row::UndatedHeading
            | Row::Entry { .. }
            | Row::Report { .. }
            | Row::Bar { .. }
            | Row::Side { .. } => u32::MAX,
        });
        place.ok().map(|place| begin + 1 + place)
    }

    /// Finds the bar of the largest group, the first among equals; `None` where there are no bars.
    pub(super) fn longest_bar(&self, timeline: &Timeline) -> Option<usize> {
        let length = |row: &Row| match *row {
            Row::Bar { group, .. } => Some(timeline.groups[group as usize].count()),
            Row::Heading { .. }
            | Row::Today
            | Row::UndatedHeading
            | Row::Entry { .. }
            | Row::Report { .. }
            | Row::Side { .. }
            | Row::Undated { .. } => None,
        };
        // Lines have no bars: of half a million rows the first two tell.
        self.list.iter().take(2).find_map(length)?;
        let bars = self.list.iter().enumerate().rev();
        let bars = bars.filter_map(|(row, bar)| Some((row, length(bar)?)));
        Some(bars.max_by_key(|(_, length)| *length)?.0)
    }

    fn bars(&mut self, layout: &Layout<'_>) {
        let (timeline, table) = (layout.timeline, layout.corpus.table());
        for (index, group) in timeline.groups.iter().enumerate() {
            let events = timeline.events(group);
            self.begin(events[0]);
            let mut leading = events[0];
            for event in events {
                if table.reports(*event) > table.reports(leading) {
                    leading = *event;
                }
            }
            self.list.push(Row::Bar {
                group: index as u32,
                leading,
            });
            for lane in 0..self.lanes {
                let in_lane = events
                    .iter()
                    .filter(|event| layout.lanes.has(lane, **event));
                self.counts.push(in_lane.count() as u32);
            }
        }
    }

    fn lines(&mut self, layout: &Layout<'_>) {
        let timeline = layout.timeline;
        let mut above = None;
        for (index, group) in timeline.groups.iter().enumerate() {
            let events = timeline.events(group);
            self.begin(events[0]);
            if needs_heading(timeline.zoom, layout.years, above, group) {
                self.list.push(Row::Heading {
                    group: index as u32,
                });
            }
            above = Some(group);
            if self.lanes > 0 {
                self.side_by_side(layout, events);
            } else {
                self.entries(layout, events);
            }
        }
    }

    /// Begins a group; today parts it from the one before where it comes first of what is ahead.
    fn begin(&mut self, first: EventId) {
        self.begins.push(self.list.len() as u32);
        self.today(first);
    }

    fn today(&mut self, next: EventId) {
        if self.coming.is_some_and(|coming| next >= coming) {
            self.coming = None;
            self.list.push(Row::Today);
        }
    }

    fn entries(&mut self, layout: &Layout<'_>, events: &[EventId]) {
        for &event in events {
            if self.coming.is_some() {
                self.today(event);
            }
            self.list.push(Row::Entry { event });
            if !layout.unfolded.is_empty() && layout.unfolded.contains(&event) {
                let reports = by_publication(layout.corpus, event).into_iter();
                self.list
                    .extend(reports.map(|nth| Row::Report { event, nth }));
            }
        }
    }

    /// Lays events of a group side by side, in the order of their dates: an
    /// event of several lanes stands in one row, and a row has one date.
    fn side_by_side(&mut self, layout: &Layout<'_>, events: &[EventId]) {
        let table = layout.corpus.table();
        let date = |event: &EventId| (table.first(*event), table.last(*event));
        for of_date in events.chunk_by(|one, next| date(one) == date(next)) {
            self.today(of_date[0]);
            let first = self.cells.len();
            let mut next = vec![0; self.lanes];
            for event in of_date {
                let lanes = || (0..self.lanes).filter(|lane| layout.lanes.has(*lane, *event));
                let Some(row) = lanes().map(|lane| next[lane]).max() else {
                    continue;
                };
                let end = first + (row + 1) * self.lanes;
                if self.cells.len() < end {
                    self.cells.resize(end, NOBODY);
                }
                for lane in (0..self.lanes).filter(|lane| layout.lanes.has(*lane, *event)) {
                    self.cells[first + row * self.lanes + lane] = *event;
                    next[lane] = row + 1;
                }
            }
            let rows = (first..self.cells.len()).step_by(self.lanes);
            self.list.extend(rows.map(|cells| Row::Side {
                cells: cells as u32,
            }));
        }
    }
}

/// Days carry their date in every entry: there at most a new year is announced.
fn needs_heading(zoom: Zoom, years: Years, above: Option<&Group>, group: &Group) -> bool {
    match zoom {
        Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week => true,
        Zoom::Day | Zoom::Hour => {
            years == Years::InHeadings
                && above.is_none_or(|above| above.first.year() != group.first.year())
        }
    }
}
