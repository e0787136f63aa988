//! All articles, and the people and events found across them.
//!
//! A [`Corpus`] grows by [`Corpus::absorb`]. What it holds depends on *which*
//! articles were absorbed and on their numbers, never on the order in which
//! they arrived.

mod article;
mod event;
mod person;
pub mod search;
pub mod timeline;

pub use article::{Article, ArticleId};
pub use event::{Event, EventId, ReportId};
pub use person::{Alias, MentionId, Person, PersonId, PersonKey, StatedRole};

use crate::analysis::Analysis;
use crate::document::Document;

/// All articles, people and events.
///
/// [`PersonId`] and [`EventId`] are positions and hold until the next
/// [`absorb`](Corpus::absorb); [`ArticleId`], [`PersonKey`] and [`ReportId`]
/// hold for good.
#[derive(Debug, Default)]
pub struct Corpus {
    /// By number; a number whose article has not arrived is `None`.
    articles: Vec<Option<Article>>,
    /// Most mentioned first, then by name.
    people: Vec<Person>,
    /// By earliest moment, then latest, then article and sentence.
    events: Vec<Event>,
}

impl Corpus {
    /// Takes in articles, each with the number its loader gave it, and joins
    /// them with what is there. An article of a number already taken replaces it.
    pub fn absorb(&mut self, _arrivals: Vec<(ArticleId, Document, Analysis)>) {
        todo!("corpus helper")
    }

    /// Returns the articles that have arrived, by number.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.articles.iter().flatten()
    }

    /// Returns how many articles have arrived.
    pub fn article_count(&self) -> usize {
        self.articles().count()
    }

    /// Looks an article up.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.0 as usize)?.as_ref()
    }

    /// Returns everyone named, most mentioned first.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// Finds the person who has this key now.
    pub fn person_by_key(&self, key: &PersonKey) -> Option<PersonId> {
        self.people
            .iter()
            .position(|person| person.key == *key)
            .map(|index| PersonId(index as u32))
    }

    /// Returns every event, in order of time.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.0 as usize]
    }
}
