//! Steps by day, week, month and year, and to a date.

use chrono::{Datelike, NaiveDate};

use super::TimelinePane;
use crate::analysis::time::When;
use crate::corpus::timeline::{Zoom, day_of};
use crate::corpus::{Corpus, EventId};

/// By what one steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Of(Zoom),
    /// The unit of the present zoom.
    Shown,
}

/// Which way one steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    On,
    Back,
}

/// Where going to a date led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landing {
    /// Events that lie in the date.
    pub count: usize,
    /// The event selected; none where there are no events.
    pub event: Option<EventId>,
}

impl TimelinePane {
    /// Goes to the first event of the next or previous unit that has events.
    /// Says whether there is one.
    pub fn step_unit(&mut self, unit: Unit, way: Way, corpus: &Corpus) -> bool {
        let zoom = match unit {
            Unit::Of(zoom) => zoom,
            Unit::Shown => self.timeline.zoom,
        };
        let found = match self.selected_event() {
            Some(event) => self.beyond(zoom, event, way, corpus),
            // From what is undated the way leads back to the last event.
            None => match way {
                Way::On => None,
                Way::Back => self.in_lane().last().copied(),
            },
        };
        if let Some(event) = found {
            self.select_event(event, corpus);
        }
        found.is_some()
    }

    /// Goes to the first event at or after the beginning of a date, else to the last.
    pub fn go_to(&mut self, when: &When, corpus: &Corpus) -> Landing {
        let (first, last) = (days(when.first_day()), days(when.last_day()));
        let events = self.in_lane();
        let table = corpus.table();
        let begin = events.partition_point(|event| table.first(*event) < first);
        let end = events.partition_point(|event| table.first(*event) <= last);
        let event = events.get(begin).or(events.last()).copied();
        let count = end.saturating_sub(begin);
        if let Some(event) = event {
            self.select_event(event, corpus);
        }
        Landing { count, event }
    }

    fn beyond(&self, zoom: Zoom, event: EventId, way: Way, corpus: &Corpus) -> Option<EventId> {
        let events = self.in_lane();
        let table = corpus.table();
        let unit = |event: EventId| {
            let hour = match zoom {
                Zoom::Hour => table.hour(event),
                Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week | Zoom::Day => 0,
            };
            (days(zoom.unit_of(day_of(table.first(event))).0), hour)
        };
        let first_of = |wanted| events.partition_point(|event| unit(*event) < wanted);
        let here = unit(event);
        match way {
            Way::On => {
                let after = events.partition_point(|event| unit(*event) <= here);
                events.get(after).copied()
            }
            Way::Back => {
                let before = *events.get(first_of(here).checked_sub(1)?)?;
                events.get(first_of(unit(before))).copied()
            }
        }
    }

    /// The events one steps over: those of the lane where there are lanes.
    fn in_lane(&self) -> Vec<EventId> {
        let events = self.matching.events.iter().copied();
        match self.lanes.lanes.len() {
            0 => events.collect(),
            _ => events
                .filter(|event| self.lanes.has(self.lane, *event))
                .collect(),
        }
    }
}

fn days(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}
