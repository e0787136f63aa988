//! Events in order at a zoom, under a filter; the axis strip; dates in words.
//!
//! An event known more coarsely than the zoom stands where it begins, under a
//! heading of its own ("May 2021"), before the events of the unit that begins
//! there: it is never shown as if it were the first of May.

mod axis;
mod filter;
mod label;
mod table;
mod told;
mod unit;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

pub use axis::Cell;
pub use filter::Filter;
pub use label::{Stretch, heading, modified, year_label, years_label};

pub use table::{Kind, Table, day_of, is_said};

use crate::analysis::time::Grain;
use crate::corpus::{Corpus, EventId};

/// The unit under which events are grouped, coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zoom {
    Decade,
    Year,
    Month,
    Week,
    Day,
    Hour,
}

/// Events that begin in one unit of the zoom, or that share a coarser date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The first day of the unit or of the coarser date.
    pub first: NaiveDate,
    heading: Heading,
    /// Where its events begin and end in the timeline's order.
    begin: u32,
    end: u32,
}

/// What heads a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// The unit of the zoom.
    Unit,
    /// The coarser date that its events share.
    Date,
}

impl Group {
    /// Returns how many events it has, at least one.
    pub fn count(&self) -> usize {
        (self.end - self.begin) as usize
    }
}

/// Events in order at a zoom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub zoom: Zoom,
    pub groups: Vec<Group>,
    /// Events under the filter; the sum of the groups.
    pub count: usize,
    /// Events in all.
    pub total: usize,
    /// The events, group by group.
    order: Vec<EventId>,
    /// The days that events begin on, in order, with how many do.
    days: Vec<(NaiveDate, u32)>,
}

impl Zoom {
    /// Every zoom, coarsest first.
    pub const ALL: [Self; 6] = [
        Self::Decade,
        Self::Year,
        Self::Month,
        Self::Week,
        Self::Day,
        Self::Hour,
    ];

    /// Returns the word for its unit.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }

    /// Returns the next finer zoom; `None` at the hour.
    pub fn finer(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// Returns the next coarser zoom; `None` at the decade.
    pub fn coarser(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }
}

impl Timeline {
    /// Makes the timeline of no events.
    pub fn empty(zoom: Zoom) -> Self {
        Self {
            zoom,
            groups: Vec::new(),
            count: 0,
            total: 0,
            order: Vec::new(),
            days: Vec::new(),
        }
    }

    /// Gathers what the filter lets through.
    pub fn new(corpus: &Corpus, filter: &Filter, zoom: Zoom) -> Self {
        Self::of(corpus, &filter.events(corpus), zoom)
    }

    /// Gathers events, which are in order of time.
    pub fn of(corpus: &Corpus, events: &[EventId], zoom: Zoom) -> Self {
        let mut timeline = Self {
            count: events.len(),
            total: corpus.events().len(),
            order: Vec::with_capacity(events.len()),
            days: days(corpus, events),
            ..Self::empty(zoom)
        };
        let table = corpus.table();
        let mut rest = events;
        while let Some(first) = rest.first() {
            let (unit, after) = zoom.unit_of(day_of(table.first(*first)));
            let hour = table.hour(*first);
            let is_later = |event: &EventId| {
                table.first(*event) >= after || zoom == Zoom::Hour && table.hour(*event) != hour
            };
            let count = rest.iter().position(is_later).unwrap_or(rest.len()).max(1);
            let (within, later) = rest.split_at(count);
            timeline.group_unit(corpus, unit, within);
            rest = later;
        }
        timeline
    }

    /// Returns the events of a group, in order of time.
    pub fn events(&self, group: &Group) -> &[EventId] {
        &self.order[group.begin as usize..group.end as usize]
    }

    /// Returns the place of the group that holds an event; `None` where none does.
    pub fn group_of(&self, corpus: &Corpus, event: EventId) -> Option<usize> {
        if event.0 as usize >= corpus.table().count() {
            return None;
        }
        let unit = |day: NaiveDate| self.zoom.unit_of(day).0;
        let wanted = unit(day_of(corpus.table().first(event)));
        let first = self
            .groups
            .partition_point(|group| unit(group.first) < wanted);
        let groups = self.groups[first..].iter();
        let mut groups = groups.take_while(|group| unit(group.first) == wanted);
        let place = groups.position(|group| self.events(group).binary_search(&event).is_ok())?;
        Some(first + place)
    }

    /// Returns every event, group by group.
    pub fn order(&self) -> &[EventId] {
        &self.order
    }

    /// Returns what heads a group: "2021", "August 2021", "Fri 13 Aug 2021".
    pub fn label(&self, corpus: &Corpus, group: &Group) -> String {
        let when = &corpus.event(self.events(group)[0]).when;
        match group.heading {
            Heading::Unit => self.zoom.unit_label(self.zoom.floor(when.earliest())),
            Heading::Date => heading(when),
        }
    }

    /// Chooses the zoom at which the span of the events gives a screenful of
    /// groups, about `rows`: the finest with not much more than that. The hour
    /// is for events of which most are known to the hour.
    pub fn fitting(corpus: &Corpus, events: &[EventId], rows: usize) -> Zoom {
        // A few screenfuls can be scrolled; more is a wall.
        let most = rows.max(1) * SCREENFULS;
        let strays = events.len() / STRAYS;
        let events = &events[strays..events.len() - strays];
        let days = days(corpus, events);
        let is_fine = |event: &&EventId| corpus.event(**event).when.grain < Grain::Day;
        let finest = if days.len() <= 3 && events.iter().filter(is_fine).count() * 2 > events.len()
        {
            Zoom::Hour
        } else {
            Zoom::Day
        };
        let units = |zoom: Zoom| match zoom {
            Zoom::Hour => count_hours(corpus, events),
            Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week | Zoom::Day => {
                let days = days.iter().map(|(day, _)| zoom.unit_of(*day).0);
                count_changes(days)
            }
        };
        Zoom::ALL
            .into_iter()
            .rev()
            .filter(|zoom| *zoom <= finest)
            .find(|zoom| units(*zoom) <= most)
            .unwrap_or(Zoom::Decade)
    }

    /// Groups the events of one unit: coarser dates first, each under its own
    /// heading, then the rest under the unit's. Where units are months and
    /// longer, a range from one date to another goes under the unit it begins in.
    fn group_unit(&mut self, corpus: &Corpus, first: NaiveDate, events: &[EventId]) {
        let table = corpus.table();
        let is_within = |event: &EventId| table.is_within(*event, self.zoom);
        if events.iter().all(is_within) {
            self.push(first, Heading::Unit, events);
            return;
        }
        let mut coarse: Vec<Vec<EventId>> = Vec::new();
        let mut places: FxHashMap<_, usize> = FxHashMap::default();
        let mut within = Vec::new();
        for event in events {
            if is_within(event) {
                within.push(*event);
                continue;
            }
            let when = &corpus.event(*event).when;
            let date = (when.earliest(), when.latest(), when.modifier());
            let place = *places.entry(date).or_insert_with(|| {
                coarse.push(Vec::new());
                coarse.len() - 1
            });
            coarse[place].push(*event);
        }
        for events in &coarse {
            self.push(day_of(table.first(events[0])), Heading::Date, events);
        }
        if !within.is_empty() {
            self.push(first, Heading::Unit, &within);
        }
    }

    fn push(&mut self, first: NaiveDate, heading: Heading, events: &[EventId]) {
        let begin = self.order.len() as u32;
        self.order.extend_from_slice(events);
        self.groups.push(Group {
            first,
            heading,
            begin,
            end: self.order.len() as u32,
        });
    }
}

/// The days events begin on, in order, with how many do; events are in order.
fn days(corpus: &Corpus, events: &[EventId]) -> Vec<(NaiveDate, u32)> {
    let table = corpus.table();
    let same_day = |one: &EventId, next: &EventId| table.first(*one) == table.first(*next);
    let days = events.chunk_by(same_day);
    days.map(|day| (day_of(table.first(day[0])), day.len() as u32))
        .collect()
}

fn count_hours(corpus: &Corpus, events: &[EventId]) -> usize {
    let hour = |event: &EventId| (corpus.table().first(*event), corpus.table().hour(*event));
    count_changes(events.iter().map(hour))
}

fn count_changes<T: PartialEq>(items: impl Iterator<Item = T>) -> usize {
    let (mut last, mut changes) = (None, 0);
    for item in items {
        if last.as_ref() != Some(&item) {
            changes += 1;
            last = Some(item);
        }
    }
    changes
}

/// One event in so many at either end has no say in the zoom: a handful of
/// dates centuries away must not turn all the rest into one bar.
const STRAYS: usize = 20;

/// How many screens of groups still count as an overview.
const SCREENFULS: usize = 3;

#[cfg(test)]
mod tests;
