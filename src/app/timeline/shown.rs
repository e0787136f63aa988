//! What the view asks of the pane.

use chrono::NaiveDate;

use super::lanes::Lanes;
use super::{Row, Rows, Shape, TimelinePane, Wanted};
use crate::app::cursor::Cursor;
use crate::corpus::EventId;
use crate::corpus::timeline::{Cell, Timeline};

impl TimelinePane {
    /// Returns the events under the filter, grouped.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the undated reports under the filter, by their places in the corpus' list.
    pub fn undated(&self) -> &[u32] {
        &self.matching.undated
    }

    /// Says whether the filter lets an event through.
    pub fn shows(&self, event: EventId) -> bool {
        self.matching.events.binary_search(&event).is_ok()
    }

    /// Returns how many events the largest group has: the length of a full bar.
    pub fn largest_group(&self) -> usize {
        self.largest
    }

    pub fn shape(&self) -> Shape {
        self.shape
    }

    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    pub fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    /// Returns the lane the cursor is in.
    pub fn lane(&self) -> usize {
        self.lane
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Returns every row of the list; few of them are in view.
    pub fn rows(&self) -> &[Row] {
        &self.rows.list
    }

    /// Returns the rows with what stands side by side in them.
    pub fn sides(&self) -> &Rows {
        &self.rows
    }

    /// Returns the event of a row, of several side by side that of the cursor's lane.
    pub fn event_at(&self, row: usize) -> Option<EventId> {
        self.rows.event(row, self.lane)
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
}
