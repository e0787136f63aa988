//! What is selected: by row, by event, by report; moving and clicking.

use super::{Row, Rows, Standing, TimelinePane};
use crate::app::Place;
use crate::app::cursor::Cursor;
use crate::corpus::{Corpus, EventId, ReportId, Undated};

/// The lane beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Left,
    Right,
}

impl TimelinePane {
    /// Selects the entry of an event, or its bar; an event outside the filter gives its neighbour.
    pub fn select_event(&mut self, event: EventId, corpus: &Corpus) {
        if let Some(report) = corpus.event(event).reports.first() {
            self.select_report(*report, corpus);
        }
    }

    /// Selects the entry a report stands in; one outside the filter gives its neighbour.
    pub fn select_report(&mut self, report: ReportId, corpus: &Corpus) {
        self.anchor = Some(Standing::Report(report));
        self.find_anchor(corpus);
    }

    /// Selects the entry shown at a row inside the border; headings and the axis are passed over.
    pub fn click(&mut self, row: u16, corpus: &Corpus) {
        let Some(row) = row.checked_sub(self.axis_rows() + self.lane_rows()) else {
            return;
        };
        let row = self.cursor.top + usize::from(row);
        let lanes = self.lanes.lanes.len().max(1);
        let lanes = std::iter::once(self.lane).chain(0..lanes);
        let Some(lane) = lanes
            .into_iter()
            .find(|lane| self.rows.is_selectable(row, *lane))
        else {
            return;
        };
        self.lane = lane;
        self.cursor.select(row, self.rows.list.len());
        self.within_bar = None;
        self.keep_selection(corpus);
    }

    /// Returns the row selected.
    pub fn selected_row(&self) -> Option<Row> {
        self.rows.list.get(self.cursor.selected).copied()
    }

    /// Returns the event selected; in a bar the one zoomed out from, else the one that leads it.
    pub fn selected_event(&self) -> Option<EventId> {
        if let Some((event, _)) = self.within_bar {
            return Some(event);
        }
        self.rows.event(self.cursor.selected, self.lane)
    }

    /// Returns the report selected; of an entry or a bar the one it shows.
    pub fn selected_report(&self, corpus: &Corpus) -> Option<ReportId> {
        if let Some((_, report)) = self.within_bar {
            return Some(report);
        }
        let row = self.selected_row()?;
        let event = self.rows.event(self.cursor.selected, self.lane)?;
        let reports = &corpus.event(event).reports;
        reports.get(row.nth_report()).copied()
    }

    /// Returns the undated report selected.
    pub fn selected_undated(&self, corpus: &Corpus) -> Option<Undated> {
        match self.selected_row()? {
            Row::Undated { index } => corpus.undated().get(index as usize).copied(),
            Row::Heading { .. }
            | Row::Today
            | Row::UndatedHeading
            | Row::Entry { .. }
            | Row::Report { .. }
            | Row::Bar { .. }
            | Row::Side { .. } => None,
        }
    }

    /// Returns the sentence of the report selected, dated or not.
    pub fn place(&self, corpus: &Corpus) -> Option<Place> {
        if let Some(undated) = self.selected_undated(corpus) {
            let (article, span) = undated.sentence(corpus)?;
            let article = article.id;
            return Some(Place { article, span });
        }
        Place::of_report(corpus, self.selected_report(corpus)?)
    }

    /// Goes to the lane beside; says whether there is one.
    pub fn change_lane(&mut self, beside: Beside, corpus: &Corpus) -> bool {
        let lanes = self.lanes.lanes.len();
        let lane = match beside {
            Beside::Left => self.lane.checked_sub(1),
            Beside::Right => Some(self.lane + 1).filter(|lane| *lane < lanes),
        };
        let Some(lane) = lane.filter(|_| lanes > 0) else {
            return false;
        };
        let before = std::mem::replace(&mut self.lane, lane);
        match self.nearest(self.cursor.selected) {
            Some(row) => {
                self.cursor.select(row, self.rows.list.len());
                self.within_bar = None;
                self.keep_selection(corpus);
                self.reveal();
            }
            // Nothing stands in that lane.
            None => self.lane = before,
        }
        true
    }

    /// The selectable row nearest to a row in the cursor's lane.
    fn nearest(&self, row: usize) -> Option<usize> {
        let rows = self.rows.list.len();
        let selectable = |row: &usize| self.rows.is_selectable(*row, self.lane);
        let after = (row..rows).find(selectable);
        let before = (0..row.min(rows)).rev().find(selectable);
        match (before, after) {
            (Some(before), Some(after)) if row - before < after - row => Some(before),
            (before, after) => after.or(before),
        }
    }

    pub(super) fn step(&mut self, step: isize, corpus: &Corpus) {
        let count = self.rows.list.len();
        let before = self.cursor.selected;
        self.cursor.step(step, count);
        self.leave_heading(step);
        if self.cursor.selected != before || self.anchor.is_none() {
            self.within_bar = None;
            self.keep_selection(corpus);
        }
        self.reveal();
    }

    /// Moves on from what is not selectable in the direction of the step, or back where the list ends.
    fn leave_heading(&mut self, step: isize) {
        let (at, rows) = (self.cursor.selected, self.rows.list.len());
        let selectable = |row: &usize| self.rows.is_selectable(*row, self.lane);
        let after = || (at..rows).find(selectable);
        let before = || (0..rows.min(at + 1)).rev().find(selectable);
        let found = if step < 0 {
            before().or_else(after)
        } else {
            after().or_else(before)
        };
        self.cursor.select(found.unwrap_or(0), rows);
    }

    /// Scrolls the selection into view, with the headings right above it.
    pub(super) fn reveal(&mut self) {
        let height = self.list_height();
        let Rows { list, .. } = &self.rows;
        self.cursor.reveal(list.len(), height);
        let headings = list[..self.cursor.selected.min(list.len())].iter().rev();
        let headings = headings.take_while(|row| row.is_heading()).count();
        let first = self.cursor.selected - headings;
        if headings < height {
            self.cursor.top = self.cursor.top.min(first);
        }
    }

    pub(super) fn keep_selection(&mut self, corpus: &Corpus) {
        let report = self.selected_report(corpus).map(Standing::Report);
        let undated = || self.selected_undated(corpus).map(Standing::Undated);
        self.anchor = report.or_else(undated);
    }

    /// Puts the cursor where what was selected now stands.
    pub(super) fn find_anchor(&mut self, corpus: &Corpus) {
        let wanted = self.anchor.and_then(|anchor| match anchor {
            Standing::Report(report) => self.row_of(corpus, report),
            Standing::Undated(undated) => {
                let place = corpus.undated().binary_search(&undated).ok()?;
                self.rows.find_undated(place as u32)
            }
        });
        let rows = self.rows.list.len();
        match wanted {
            Some(row) => self.cursor.select(row, rows),
            None => {
                let row = self.rows.longest_bar(&self.timeline).unwrap_or(0);
                self.cursor = Cursor::default();
                self.cursor.select(row, rows);
            }
        }
        self.lane = self.lane.min(self.lanes.lanes.len().saturating_sub(1));
        if !self.rows.is_selectable(self.cursor.selected, self.lane) {
            let lanes = 0..self.lanes.lanes.len();
            let mut lanes =
                lanes.filter(|lane| self.rows.is_selectable(self.cursor.selected, *lane));
            self.lane = lanes.next().unwrap_or(self.lane);
        }
        self.within_bar = self.zoomed_out_from(corpus);
        self.leave_heading(1);
        self.reveal();
    }

    /// The event and report the selected bar was zoomed out from.
    fn zoomed_out_from(&self, corpus: &Corpus) -> Option<(EventId, ReportId)> {
        let Some(Standing::Report(report)) = self.anchor else {
            return None;
        };
        let Some(Row::Bar { group, .. }) = self.selected_row() else {
            return None;
        };
        let event = corpus.event_of(report)?;
        let events = self.timeline.events(&self.timeline.groups[group as usize]);
        events.binary_search(&event).ok()?;
        Some((event, report))
    }

    /// The row that shows a report, else its event, else the bar that holds it,
    /// else those of a later event, or of the last. `None` when no event has such a report.
    fn row_of(&self, corpus: &Corpus, report: ReportId) -> Option<usize> {
        let event = corpus.event_of(report)?;
        if let Some(row) = self.rows.find(corpus, &self.timeline, event) {
            if !self.is_unfolded(event, corpus) {
                return Some(row);
            }
            let reports = &corpus.event(event).reports;
            let nth = reports.iter().position(|other| *other == report)?;
            // The report shown stands in the entry itself.
            return Some(match nth {
                0 => row,
                _ => self.rows.find_report(row, nth as u32),
            });
        }
        let events = &self.matching.events;
        let later = events.partition_point(|other| *other < event);
        let neighbour = events.get(later).or(events.last())?;
        self.rows.find(corpus, &self.timeline, *neighbour)
    }
}
