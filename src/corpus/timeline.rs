//! Events in order at a zoom, under a filter; the axis strip; dates in words.
//!
//! An event known more coarsely than the zoom stands where it begins, under a
//! heading of its own ("May 2021"), before the events of the unit that begins
//! there: it is never shown as if it were the first of May.

mod axis;
mod label;
mod unit;

use chrono::{NaiveDate, NaiveDateTime};
use rustc_hash::FxHashMap;

pub use axis::Cell;
pub use label::{Stretch, heading, modified, year_label, years_label};

use crate::analysis::time::{Grain, When};
use crate::corpus::{ArticleId, Corpus, Event, EventId, PersonId};

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

/// Which events are wanted; empty lists mean all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Events that have any of these people.
    pub people: Vec<PersonId>,
    /// Events reported by one of these articles.
    pub articles: Vec<ArticleId>,
}

/// Events that begin in one unit of the zoom, or that share a coarser date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first day of the unit or of the coarser date.
    pub first: NaiveDate,
    /// What heads it: "2021", "August 2021", "Fri 13 Aug 2021".
    pub label: String,
    pub events: Vec<EventId>,
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

impl Filter {
    /// Returns the events let through, in order of time.
    pub fn events(&self, corpus: &Corpus) -> Vec<EventId> {
        let passes = |event: &Event| {
            let of_article = |article| event.reports.iter().any(|id| id.article == article);
            self.articles.is_empty() || self.articles.iter().any(|article| of_article(*article))
        };
        let all = 0..corpus.events().len() as u32;
        let listed = match self.people[..] {
            [] => all.map(EventId).collect(),
            _ => self.events_of_people(corpus),
        };
        let listed = listed.into_iter();
        listed.filter(|id| passes(corpus.event(*id))).collect()
    }

    /// Somebody's events are listed with the person, in order of time.
    fn events_of_people(&self, corpus: &Corpus) -> Vec<EventId> {
        let events = self.people.iter();
        let events = events.flat_map(|person| &corpus.person(*person).events);
        let mut listed: Vec<EventId> = events.copied().collect();
        listed.sort_unstable();
        listed.dedup();
        listed
    }
}

impl Timeline {
    /// Gathers what the filter lets through.
    pub fn new(corpus: &Corpus, filter: &Filter, zoom: Zoom) -> Self {
        let events = filter.events(corpus);
        let mut groups = Vec::new();
        let floor = |id: &EventId| zoom.floor(corpus.event(*id).when.earliest());
        for unit in events.chunk_by(|one, next| floor(one) == floor(next)) {
            group_unit(corpus, zoom, floor(&unit[0]), unit, &mut groups);
        }
        Self {
            zoom,
            groups,
            count: events.len(),
            total: corpus.events().len(),
        }
    }

    /// Chooses the zoom at which the span of the events gives a screenful of
    /// groups, about `rows`: the finest with not much more than that. The hour
    /// is for events of which most are known to the hour.
    pub fn fitting(corpus: &Corpus, filter: &Filter, rows: usize) -> Zoom {
        // A few screenfuls can be scrolled; more is a wall.
        let most = rows.max(1) * SCREENFULS;
        let all = filter.events(corpus);
        let strays = all.len() / STRAYS;
        let events = &all[strays..all.len() - strays];
        let whens = || events.iter().map(|id| &corpus.event(*id).when);
        let fine = whens().filter(|when| when.grain < Grain::Day).count();
        let finest = if fine * 2 > events.len() && count_units(whens(), Zoom::Day) <= 3 {
            Zoom::Hour
        } else {
            Zoom::Day
        };
        Zoom::ALL
            .into_iter()
            .rev()
            .filter(|zoom| *zoom <= finest)
            .find(|zoom| count_units(whens(), *zoom) <= most)
            .unwrap_or(Zoom::Decade)
    }
}

/// One event in so many at either end has no say in the zoom: a handful of
/// dates centuries away must not turn all the rest into one bar.
const STRAYS: usize = 20;

/// How many screens of groups still count as an overview.
const SCREENFULS: usize = 3;

/// Groups the events of one unit: coarser dates first, each under its own
/// heading, then the rest under the unit's. Where units are months and longer,
/// a range from one date to another goes under the unit it begins in: there
/// are as many ranges as there are pairs of dates.
fn group_unit(
    corpus: &Corpus,
    zoom: Zoom,
    first: NaiveDateTime,
    events: &[EventId],
    groups: &mut Vec<Group>,
) {
    let mut coarse: FxHashMap<_, usize> = FxHashMap::default();
    let mut within = Vec::new();
    for id in events {
        let when: &When = &corpus.event(*id).when;
        let range = zoom <= Zoom::Month && !when.is_single();
        if range || !zoom.is_finer_than(when) {
            within.push(*id);
            continue;
        }
        let place = *coarse
            .entry((when.earliest(), when.latest(), when.modifier()))
            .or_insert_with(|| {
                groups.push(Group {
                    first: when.first_day(),
                    label: heading(when),
                    events: Vec::new(),
                });
                groups.len() - 1
            });
        groups[place].events.push(*id);
    }
    if !within.is_empty() {
        groups.push(Group {
            first: first.date(),
            label: zoom.unit_label(first),
            events: within,
        });
    }
}

fn count_units<'a>(whens: impl Iterator<Item = &'a When>, zoom: Zoom) -> usize {
    let mut last = None;
    whens
        .filter(|when| last.replace(zoom.floor(when.earliest())) != last)
        .count()
}

#[cfg(test)]
mod tests;
