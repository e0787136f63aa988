//! Which events are wanted.

use chrono::{Datelike, NaiveDate};

use super::table::Kind;
use crate::corpus::{ArticleId, Corpus, EventId, PersonId};

/// Which events are wanted; what is empty wants all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Events that have any of these people.
    pub people: Vec<PersonId>,
    /// Events reported by one of these articles; none by an empty list.
    pub articles: Option<Vec<ArticleId>>,
    /// Events that do not end before this day.
    pub from: Option<NaiveDate>,
    /// Events that do not begin after this day.
    pub until: Option<NaiveDate>,
    pub kind: Option<Kind>,
    /// Only these, in order; they are chosen outside.
    pub chosen: Option<Vec<EventId>>,
    /// Events that tell each of these words, folded, anywhere.
    pub words: Vec<String>,
}

impl Filter {
    /// Returns the events let through, in order of time.
    pub fn events(&self, corpus: &Corpus) -> Vec<EventId> {
        let mut events = self.listed(corpus);
        let table = corpus.table();
        if let Some(kind) = self.kind {
            events.retain(|event| table.kind(*event) == kind);
        }
        if let Some(from) = self.from {
            let from = from.num_days_from_ce();
            events.retain(|event| table.last(*event) >= from);
        }
        if let Some(until) = self.until {
            let until = until.num_days_from_ce();
            let end = events.partition_point(|event| table.first(*event) <= until);
            events.truncate(end);
        }
        self.keep_told(corpus, &mut events);
        events
    }

    /// Returns the events let through, knowing those that a wider filter lets through.
    pub fn events_among(&self, corpus: &Corpus, mut events: Vec<EventId>) -> Vec<EventId> {
        self.keep_told(corpus, &mut events);
        events
    }

    /// Says whether this lets through nothing that another does not, for having
    /// longer words or more of them.
    pub fn narrows(&self, other: &Self) -> bool {
        let mut without_words = self.clone();
        without_words.words.clone_from(&other.words);
        let told = |wide: &String| self.words.iter().any(|word| word.contains(wide.as_str()));
        without_words == *other && other.words.iter().all(told)
    }

    /// Returns the undated reports let through, by their place in the corpus'
    /// list. A filter by dates lets none through, nor one by what is planned.
    pub fn undated(&self, corpus: &Corpus) -> Vec<u32> {
        let dated = self.from.is_some() || self.until.is_some() || self.chosen.is_some();
        if dated || self.kind == Some(Kind::Planned) {
            return Vec::new();
        }
        let all = corpus.undated();
        let mut undated: Vec<u32> = (0..all.len() as u32).collect();
        if let Some(articles) = &self.articles {
            let mut articles = articles.clone();
            articles.sort_unstable();
            undated.retain(|index| {
                let article = all[*index as usize].article;
                articles.binary_search(&article).is_ok()
            });
        }
        if !self.people.is_empty() {
            undated.retain(|index| {
                let people = all[*index as usize].people(corpus);
                people.iter().any(|person| self.people.contains(person))
            });
        }
        if let Some(kind) = self.kind {
            undated.retain(|index| all[*index as usize].kind(corpus) == kind);
        }
        for word in &self.words {
            corpus.table().told(corpus).keep_undated(&mut undated, word);
        }
        undated
    }

    fn keep_told(&self, corpus: &Corpus, events: &mut Vec<EventId>) {
        for word in &self.words {
            if !word.is_empty() {
                corpus.table().told(corpus).keep(events, word);
            }
        }
    }

    /// The events the lists of people, articles and chosen events leave.
    fn listed(&self, corpus: &Corpus) -> Vec<EventId> {
        let mut listed: Option<Vec<EventId>> = self.chosen.clone();
        if !self.people.is_empty() {
            let people = self.people.iter();
            let events = people.flat_map(|person| &corpus.person(*person).events);
            keep_both(&mut listed, sorted(events.copied().collect()));
        }
        if let Some(articles) = &self.articles {
            let articles = articles.iter().filter_map(|id| corpus.article(*id));
            let events = articles.flat_map(|article| article.events.iter().flatten());
            let events = sorted(events.copied().collect());
            keep_both(&mut listed, events);
        }
        listed.unwrap_or_else(|| (0..corpus.events().len() as u32).map(EventId).collect())
    }
}

fn sorted(mut events: Vec<EventId>) -> Vec<EventId> {
    events.sort_unstable();
    events.dedup();
    events
}

/// Keeps what is in both lists, where there is one already; both are in order.
fn keep_both(listed: &mut Option<Vec<EventId>>, events: Vec<EventId>) {
    match listed {
        Some(listed) => listed.retain(|event| events.binary_search(event).is_ok()),
        None => *listed = Some(events),
    }
}
