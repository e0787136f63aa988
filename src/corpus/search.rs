//! One fuzzy index over people, articles, events and actions.
//!
//! Built from a corpus, then immutable: [`Index::search`] may run on a worker.
//! Terms are looked up among the words of all entries; the letters of short
//! names are matched one by one besides, in tiers: a mask of letters, a greedy
//! estimate, and `fuzzy-matcher` on the best. Letters are not matched one by
//! one in sentences, where any term would be found.

mod entries;
mod lit;
mod matcher;
mod names;
mod rank;
mod words;

use crate::corpus::{ArticleId, Corpus, EventId, PersonId};
use entries::{Entries, Kind};
use matcher::Skim;
use rank::Search;

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
    /// The [`generation`](Corpus::generation) of the corpus whose people and
    /// events the targets are; in another they are others.
    pub generation: u64,
}

/// A fuzzy index; accents and case do not count.
///
/// Targets are positions, so an index answers for one
/// [`generation`](Corpus::generation) of its corpus.
#[derive(Debug, Default)]
pub struct Index {
    entries: Entries,
    generation: u64,
}

impl Index {
    /// Indexes the corpus and, as the last kind of entry, the actions' names and helps.
    pub fn new(corpus: &Corpus, actions: &[(&str, &str)]) -> Self {
        Self {
            entries: Entries::of(corpus, actions),
            generation: corpus.generation(),
        }
    }

    /// Returns the generation of the corpus it was made of.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Finds the best `limit` entries for a query. What is neither letter nor
    /// digit separates terms; all must match, in any order.
    ///
    /// An empty query answers with the most mentioned people, then the latest events and articles.
    pub fn search(&self, query: &str, scope: Scope, limit: usize) -> Hits {
        let search = Search::new(&self.entries, query, Skim::new());
        let (hits, matching, total) = if query.trim().is_empty() {
            search.first(scope, limit)
        } else {
            search.run(scope, limit)
        };
        Hits {
            query: query.to_owned(),
            scope,
            hits,
            matching,
            total,
            generation: self.generation,
        }
    }
}

impl Scope {
    fn has(self, kind: Kind) -> bool {
        match self {
            Self::Everything => true,
            Self::People => kind == Kind::Person,
            Self::Articles => kind == Kind::Article,
            Self::Events => kind == Kind::Event,
            Self::Actions => kind == Kind::Action,
        }
    }
}

/// At most so many bytes of a text, whole characters.
fn clip(text: &str, longest: usize) -> &str {
    let mut end = longest.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
