//! What the reader has corrected and decided, to look through and take back.
//!
//! Undo reaches back to the start of the session; this reaches everything the
//! case file holds. Taking back is a change like any other, and undone by `u`.

use crate::app::Action;
use crate::app::cursor::Cursor;
use crate::casefile::{CaseFile, Key};
use crate::corpus::Corpus;

/// What became of the list after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// Take this decision back; said in the words of the row.
    TakeBack(Key, String),
}

/// The open list.
#[derive(Debug)]
pub struct Corrections {
    /// Each decision, in words.
    rows: Vec<(Key, String)>,
    cursor: Cursor,
}

/// Rows a page key moves by.
const PAGE: usize = 10;

impl Corrections {
    /// Opens the list of what the case file holds now.
    pub fn open(corpus: &Corpus, case: &CaseFile) -> Self {
        let mut list = Self {
            rows: Vec::new(),
            cursor: Cursor::default(),
        };
        list.refresh(corpus, case);
        list
    }

    /// Takes over what the case file holds now.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile) {
        let name = |key: &_| {
            let person = corpus.person_by_key(key)?;
            Some(corpus.person(person).name.clone())
        };
        let rows = case.facts().filter_map(|(key, value)| {
            let words = case.decision_in_words(key, value, &name)?;
            Some((key.clone(), words))
        });
        self.rows = rows.collect();
        self.cursor.select(self.cursor.selected, self.rows.len());
    }

    /// Does what is asked of the list; other actions leave it as it is.
    pub fn apply(&mut self, action: Action) -> Answer {
        if let Some(step) = action.list_step(PAGE) {
            self.cursor.step(step, self.rows.len());
            return Answer::Stay;
        }
        if action == Action::Open {
            let row = self.rows.get(self.cursor.selected).cloned();
            return row.map_or(Answer::Stay, |(key, words)| Answer::TakeBack(key, words));
        }
        let closes = [Action::Back, Action::Widen, Action::Corrections];
        if closes.contains(&action) {
            Answer::Close
        } else {
            Answer::Stay
        }
    }

    /// Returns the decisions in words.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &str> {
        self.rows.iter().map(|(_, words)| words.as_str())
    }

    /// Returns the row selected, and the first shown where `height` rows are.
    pub fn cursor(&self, height: usize) -> Cursor {
        let mut cursor = self.cursor;
        cursor.reveal(self.rows.len(), height);
        cursor
    }
}
