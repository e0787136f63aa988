//! In what order documents are listed, and under what headings.

use super::Documents;
use super::rows::Grouping;
use crate::corpus::{Corpus, Direction, DocumentOrder};

impl Documents {
    /// Sorts by the next order, the usual way round.
    pub fn sort(&mut self, corpus: &Corpus) {
        self.order = match self.order {
            DocumentOrder::Number => DocumentOrder::Date,
            DocumentOrder::Date => DocumentOrder::Source,
            DocumentOrder::Source => DocumentOrder::Title,
            DocumentOrder::Title => DocumentOrder::Number,
        };
        self.direction = Direction::Usual;
        self.list(corpus);
    }

    /// Turns the order round.
    pub fn turn(&mut self, corpus: &Corpus) {
        self.direction = self.direction.turn();
        self.list(corpus);
    }

    /// Puts documents together by date, by source, or not at all.
    pub fn regroup(&mut self, corpus: &Corpus) {
        self.grouping = match self.grouping {
            Grouping::None => Grouping::Date,
            Grouping::Date => Grouping::Source,
            Grouping::Source => Grouping::None,
        };
        self.list(corpus);
    }

    /// Returns by what the list is sorted, and which way round.
    pub fn order(&self) -> (DocumentOrder, Direction) {
        (self.order, self.direction)
    }
}
