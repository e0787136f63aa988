//! What the reader has made of the pile: marks, notes, corrections, decisions.
//!
//! A [`CaseFile`] is a table of facts, each a [`Key`] (what is said of what)
//! with a [`Value`]. It changes by a [`Change`], a few facts set or taken away
//! at once, and hands back the change that undoes it: so everything that is
//! here can be undone, stored fact by fact, and shared between two programs
//! that run at once. Nothing here knows a file or a database; [`store`](crate::store)
//! keeps the facts, [`corpus`](crate::corpus) acts on the decisions.
//!
//! Documents are named by what they say, not by where they lie ([`DocumentKey`]).

mod edited;
mod fact;
mod identity;
mod telling;
mod undo;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::document::{Document, one_line};

pub use edited::{Edited, SeenByOrigin};
pub use fact::{Key, Passage, PersonKey, Seen, Value, Verdict};
pub use identity::DocumentKey;
pub use undo::History;

/// Facts set (or, with `None`, taken away) at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// What was done, in words that go on after "undone:".
    pub title: String,
    pub facts: Vec<(Key, Option<Value>)>,
}

impl Change {
    /// Makes a change that does nothing yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            facts: Vec::new(),
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn set(mut self, key: Key, value: Value) -> Self {
        self.facts.push((key, Some(value)));
        self
    }

    /// Takes a fact away.
    #[must_use]
    pub fn unset(mut self, key: Key) -> Self {
        self.facts.push((key, None));
        self
    }
}

/// Everything the reader has said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFile {
    facts: BTreeMap<Key, Value>,
}

impl CaseFile {
    /// Gathers facts, as a store keeps them.
    pub fn of(facts: impl IntoIterator<Item = (Key, Value)>) -> Self {
        Self {
            facts: facts.into_iter().collect(),
        }
    }

    /// Sets facts; returns the change that undoes it.
    pub fn apply(&mut self, change: &Change) -> Change {
        let mut undoing = Change::new(change.title.clone());
        for (key, value) in &change.facts {
            let before = match value {
                Some(value) => self.facts.insert(key.clone(), value.clone()),
                None => self.facts.remove(key),
            };
            undoing.facts.push((key.clone(), before));
        }
        // A key set twice gets back what it had first.
        undoing.facts.reverse();
        undoing
    }

    /// Returns what the documents and events of a change's facts are, where that
    /// is not known yet; `find` gives a document by its key.
    pub fn describe<'d>(
        &self,
        change: &Change,
        find: impl Fn(DocumentKey) -> Option<&'d Document>,
    ) -> Change {
        let mut told = Change::default();
        for (key, _) in &change.facts {
            if let Some(document) = key.document()
                && !self.has(&Key::Seen(document))
                && let Some(found) = find(document)
            {
                let seen = Value::Seen(Seen::of(found));
                told = told.set(Key::Seen(document), seen);
            }
            for passage in key.events() {
                if !self.has(&Key::Told(passage))
                    && let Some(found) = find(passage.document)
                    && let Some(words) = found.text.get(passage.span().range())
                {
                    told = told.set(Key::Told(passage), Value::Text(one_line(words)));
                }
            }
        }
        told.facts.sort_by(|one, other| one.0.cmp(&other.0));
        told.facts.dedup();
        told
    }

    /// Looks a fact up.
    pub fn get(&self, key: &Key) -> Option<&Value> {
        self.facts.get(key)
    }

    /// Says whether a fact holds, whatever its value.
    pub fn has(&self, key: &Key) -> bool {
        self.facts.contains_key(key)
    }

    /// Returns all facts, sorted by key.
    pub fn facts(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.facts.iter()
    }

    /// Returns the facts whose keys lie between two.
    pub fn range(&self, keys: RangeInclusive<Key>) -> impl Iterator<Item = (&Key, &Value)> {
        self.facts.range(keys)
    }

    /// Returns the key a document's facts stand under, by what its content is now.
    pub fn key_of(&self, content: DocumentKey) -> DocumentKey {
        match self.facts.get(&Key::Edited(content)) {
            Some(Value::Document(before)) => *before,
            Some(_) | None => content,
        }
    }

    /// Returns the dates the reader has given documents, by what their content is.
    pub fn set_dates(&self) -> FxHashMap<DocumentKey, NaiveDate> {
        let keys = Key::Published(DocumentKey::FIRST)..=Key::Published(DocumentKey::LAST);
        let mut dates: FxHashMap<DocumentKey, NaiveDate> = FxHashMap::default();
        for (key, value) in self.range(keys) {
            if let (Key::Published(document), Value::Date(date)) = (key, value) {
                dates.insert(*document, *date);
            }
        }
        let edited = Key::Edited(DocumentKey::FIRST)..=Key::Edited(DocumentKey::LAST);
        for (key, value) in self.range(edited) {
            if let (Key::Edited(content), Value::Document(before)) = (key, value)
                && let Some(date) = dates.get(before).copied()
            {
                dates.insert(*content, date);
            }
        }
        dates
    }

    /// Returns the tags of a document, sorted.
    pub fn tags(&self, document: DocumentKey) -> impl Iterator<Item = &str> {
        let from = Key::Tag(document, String::new());
        self.facts
            .range(from..)
            .map_while(move |(key, _)| match key {
                Key::Tag(of, tag) if *of == document => Some(tag.as_str()),
                _ => None,
            })
    }

    /// Returns the notes of a document with the passages they are on, in order of the text.
    pub fn notes(&self, document: DocumentKey) -> impl Iterator<Item = (&Passage, &Value)> {
        let keys = Key::Note(Passage::first_of(document))..=Key::Note(Passage::last_of(document));
        self.range(keys).filter_map(|(key, value)| match key {
            Key::Note(passage) => Some((passage, value)),
            _ => None,
        })
    }

    /// Returns the highlighted passages of a document, in order of the text.
    pub fn highlights(&self, document: DocumentKey) -> impl Iterator<Item = &Passage> {
        let first = Key::Highlight(Passage::first_of(document));
        let last = Key::Highlight(Passage::last_of(document));
        self.range(first..=last).filter_map(|(key, _)| match key {
            Key::Highlight(passage) => Some(passage),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests;
