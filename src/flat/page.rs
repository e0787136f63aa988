//! What is told at once, and what waits for Enter.

use std::collections::VecDeque;

use crate::corpus::search::Target;
use crate::corpus::{ArticleId, EventId, PersonId};
use crate::document::Span;

/// One line to come: it is worded when it is told, since most lines of a long
/// list never are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Line(String),
    Document(ArticleId),
    Event(EventId),
    Person(PersonId),
    /// Whatever was found, with its kind.
    Hit(Target),
    /// A sentence of whichever document.
    Place(ArticleId, Span),
    /// A part of the open document.
    Part(Span),
}

/// Makes items of ready lines.
pub(super) fn lines<S: Into<String>>(lines: impl IntoIterator<Item = S>) -> Vec<Item> {
    lines
        .into_iter()
        .map(|line| Item::Line(line.into()))
        .collect()
}

/// Makes the only item of one sentence.
pub(super) fn line(line: impl Into<String>) -> Vec<Item> {
    vec![Item::Line(line.into())]
}

/// A list that is told a screenful at a time.
#[derive(Debug)]
pub(super) struct Page {
    waiting: VecDeque<Item>,
    rows: usize,
    /// Whether the next turn tells all that waits.
    extent: Extent,
}

/// How much the next turn tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Screen,
    All,
}

/// The fewest lines told at once: with fewer, Enter would be all one hears.
const FEWEST: usize = 4;

impl Page {
    /// Makes an empty page of so many lines.
    pub fn of(rows: usize) -> Self {
        Self {
            waiting: VecDeque::new(),
            rows: rows.max(FEWEST),
            extent: Extent::Screen,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Lets the next turn tell all that waits.
    pub fn open(&mut self) {
        self.extent = Extent::All;
    }

    /// Forgets what waits.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Takes new items in place of what waits, if there are any; returns those
    /// to tell now, and how many wait. A single one does not.
    pub fn turn(&mut self, items: Vec<Item>) -> (Vec<Item>, usize) {
        if !items.is_empty() {
            self.waiting = items.into();
        }
        let extent = std::mem::replace(&mut self.extent, Extent::Screen);
        let all = extent == Extent::All || self.waiting.len() <= self.rows + 1;
        let count = if all { self.waiting.len() } else { self.rows };
        (self.waiting.drain(..count).collect(), self.waiting.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, lines};

    #[test]
    fn a_list_is_told_a_screenful_at_a_time_and_no_single_line_waits() {
        let mut page = Page::of(5);
        let many = |count: usize| lines((0..count).map(|number| number.to_string()));
        assert_eq!(page.turn(many(6)).1, 0);
        assert_eq!(page.turn(many(12)), (many(5), 7));
        assert_eq!(page.turn(Vec::new()).1, 2);
        assert_eq!(page.turn(Vec::new()).1, 0);
        page.turn(many(30));
        page.open();
        assert_eq!(page.turn(Vec::new()).1, 0);
        page.turn(many(30));
        assert_eq!(page.turn(many(3)), (many(3), 0));
    }
}
