//! Finding people, events and documents at once.

use super::page::{Item, line};
use super::{Flat, Told, told};
use crate::corpus::search::{Scope, Target};

/// How many answers are told at most.
const LIMIT: usize = 100;

impl Flat {
    pub(super) fn find(&mut self, rest: &str) -> Told {
        let (scope, words) = match rest.chars().next() {
            Some('@') => (Scope::People, rest[1..].trim()),
            Some('#') => (Scope::Events, rest[1..].trim()),
            Some(_) | None => (Scope::Everything, rest),
        };
        if words.is_empty() {
            return Err("Say what to find: find zarif, or find @zarif for people only.".to_owned());
        }
        let found = self.index().search(words, scope, LIMIT);
        if found.hits.is_empty() {
            return Err(format!("Nothing is found by “{words}”."));
        }
        let mut items = line(told::counted(found.matching, "thing") + " found.");
        items.extend(found.hits.iter().map(|hit| Item::Hit(hit.target)));
        Ok(items)
    }

    /// The line of whatever was found, with the word for its kind before its number.
    pub(super) fn hit_line(&self, target: Target) -> String {
        match target {
            Target::Person(id) => format!("Person {}", self.person_line(id)),
            Target::Event(id) => format!("Event {}", self.event_line(id)),
            Target::Article(id) => format!("Document {}", self.document_line(id)),
            // The index is made without actions.
            Target::Action(_) => String::new(),
        }
    }
}
