//! Events in order at a zoom, under a filter.

use chrono::NaiveDate;

use crate::corpus::{ArticleId, Corpus, EventId, PersonId};

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
    /// Events that have every one of these people.
    pub people: Vec<PersonId>,
    /// Events reported by one of these articles.
    pub articles: Vec<ArticleId>,
}

/// Events that begin in one unit of the zoom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first day of the unit.
    pub first: NaiveDate,
    /// What heads it: "2021", "August 2021", "Fri 13 Aug 2021".
    pub label: String,
    pub events: Vec<EventId>,
}

/// One cell of the axis strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The first day of the cell.
    pub first: NaiveDate,
    /// Events that begin in it.
    pub count: u32,
    /// Whether a stretch without events was folded away just before it.
    pub after_gap: bool,
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

impl Timeline {
    /// Gathers what the filter lets through.
    pub fn new(_corpus: &Corpus, _filter: &Filter, _zoom: Zoom) -> Self {
        todo!("corpus helper")
    }

    /// Chooses the zoom at which the span of the events gives a screenful of groups, about `rows`.
    pub fn fitting(_corpus: &Corpus, _filter: &Filter, _rows: usize) -> Zoom {
        todo!("corpus helper")
    }

    /// Spreads the events over at most `width` cells of equal length for the axis strip.
    pub fn axis(&self, _corpus: &Corpus, _width: usize) -> Vec<Cell> {
        todo!("corpus helper")
    }
}
