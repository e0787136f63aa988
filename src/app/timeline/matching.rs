//! What the filter lets through, remembered: a longer word is looked for only
//! among what a shorter one left.

use rustc_hash::FxHashSet;

use super::wanted::{Wanted, Wish};
use crate::corpus::timeline::Filter;
use crate::corpus::{ArticleId, Corpus, EventId, PersonId, ReportId, folded};

/// What the filter lets through, and for which corpus that holds.
#[derive(Debug, Default)]
pub(super) struct Matching {
    pub filter: Filter,
    /// In order of time.
    pub events: Vec<EventId>,
    /// By their places in the corpus' list.
    pub undated: Vec<u32>,
    generation: u64,
    /// The documents last looked for, by their words.
    documents: Option<(u64, Vec<String>, Vec<ArticleId>)>,
}

/// What is wanted.
pub(super) struct Asked<'a> {
    pub wanted: &'a Wanted,
    pub people: &'a [PersonId],
    pub keys: &'a FxHashSet<ReportId>,
}

impl Matching {
    /// Looks for what is wanted.
    pub fn look(&mut self, corpus: &Corpus, asked: &Asked<'_>) {
        let filter = self.filter_for(corpus, asked);
        let is_same_corpus = self.generation == corpus.generation();
        if is_same_corpus && filter == self.filter && self.generation > 0 {
            return;
        }
        self.events = if is_same_corpus && filter.narrows(&self.filter) {
            filter.events_among(corpus, std::mem::take(&mut self.events))
        } else {
            filter.events(corpus)
        };
        self.undated = filter.undated(corpus);
        self.filter = filter;
        self.generation = corpus.generation();
    }

    fn filter_for(&mut self, corpus: &Corpus, asked: &Asked<'_>) -> Filter {
        let wanted = asked.wanted;
        let (kind, chosen) = match wanted.wish {
            None => (None, None),
            Some(Wish::Kind(kind)) => (Some(kind), None),
            Some(Wish::Key) => {
                let keys = asked.keys.iter();
                let mut keys: Vec<EventId> =
                    keys.filter_map(|report| corpus.event_of(*report)).collect();
                keys.sort_unstable();
                keys.dedup();
                (None, Some(keys))
            }
        };
        Filter {
            people: asked.people.to_vec(),
            articles: self.articles(corpus, &wanted.documents),
            from: wanted.from.as_ref().map(|bound| bound.day),
            until: wanted.until.as_ref().map(|bound| bound.day),
            kind,
            chosen,
            words: wanted.told(),
        }
    }

    /// The articles whose headline, source or file name has all the words.
    fn articles(&mut self, corpus: &Corpus, words: &[String]) -> Option<Vec<ArticleId>> {
        if words.is_empty() {
            return None;
        }
        let generation = corpus.generation();
        if let Some((known, of, articles)) = &self.documents
            && *known == generation
            && of == words
        {
            return Some(articles.clone());
        }
        let wanted: Vec<String> = words.iter().map(|words| folded(words)).collect();
        let articles = corpus.articles().filter(|article| {
            let document = &article.document;
            let told = [&*document.headline, document.source(), &document.name].map(folded);
            let has = |word: &String| told.iter().any(|told| told.contains(word.as_str()));
            wanted.iter().all(has)
        });
        let articles: Vec<ArticleId> = articles.map(|article| article.id).collect();
        self.documents = Some((generation, words.to_vec(), articles.clone()));
        Some(articles)
    }
}
