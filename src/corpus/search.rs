//! One fuzzy index over people, articles, events and actions.
//!
//! Built from a corpus, then immutable: [`Index::search`] may run on a worker.
//! The tiers are those of the measurements in the crate's benchmarks: letter
//! mask, then a cheap greedy score, then `fuzzy-matcher` on the best.

use crate::corpus::{ArticleId, Corpus, EventId, PersonId};

/// What an entry of the index stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Person(PersonId),
    Article(ArticleId),
    Event(EventId),
    /// An action of the app, by its place in the names given to [`Index::new`].
    Action(usize),
}

/// Which kinds of entries are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    #[default]
    Everything,
    People,
    Articles,
    Events,
    Actions,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub target: Target,
    /// The text that matched, as it is shown.
    pub text: String,
    /// Byte offsets in `text` of the characters that matched, ascending.
    pub matched: Vec<u32>,
    pub score: i64,
}

/// The answers to a query, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// What was asked, so that an answer that comes late can be told from the one awaited.
    pub query: String,
    /// Where it was asked.
    pub scope: Scope,
    /// At most the limit asked for.
    pub hits: Vec<Hit>,
    /// How many entries matched in all.
    pub matching: usize,
    /// How many entries the scope holds.
    pub total: usize,
}

/// A fuzzy index; accents and case do not count.
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Indexes the corpus and, as the last kind of entry, the actions' names.
    pub fn new(_corpus: &Corpus, _actions: &[(&str, &str)]) -> Self {
        todo!("corpus helper")
    }

    /// Finds the best `limit` entries for a query; white space separates terms that must all match.
    ///
    /// An empty query answers with the most mentioned people, then the latest articles and events.
    pub fn search(&self, _query: &str, _scope: Scope, _limit: usize) -> Hits {
        todo!("corpus helper")
    }
}
