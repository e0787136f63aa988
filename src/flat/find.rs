//! Finding people, events and documents at once.

use super::page::{Item, line};
use super::reading::sentence_at;
use super::{Flat, Told, told};
use crate::corpus::ArticleId;
use crate::corpus::search::{Scope, Target};
use crate::document::Span;

/// How many answers are told at most.
const LIMIT: usize = 100;

impl Flat {
    pub(super) fn find(&mut self, rest: &str) -> Told {
        let scopes = [
            ("@", Scope::People),
            ("#", Scope::Events),
            ("/", Scope::Text),
        ];
        let mut scopes = scopes.iter();
        let narrowed = scopes.find_map(|(sign, scope)| Some((*scope, rest.strip_prefix(sign)?)));
        let (scope, words) = narrowed.unwrap_or((Scope::Everything, rest));
        let words = words.trim();
        if words.is_empty() {
            return Err("Say what to find: find zarif, or find @zarif for people only.".to_owned());
        }
        // The space says that the last word is typed to its end.
        let found = self.look_for(&format!("{words} "), scope, LIMIT);
        if found.hits.is_empty() {
            return Err(format!("Nothing is found by “{words}”."));
        }
        let mut items = line(told::counted(found.matching, "thing") + " found.");
        items.extend(
            found
                .hits
                .iter()
                .map(|hit| match (&hit.passage, hit.target) {
                    (Some(passage), Target::Article(article)) => Item::Place(article, passage.span),
                    (_, target) => Item::Hit(target),
                }),
        );
        Ok(items)
    }

    /// "Document 2, sentence 5: …"
    pub(super) fn place_line(&self, id: ArticleId, span: Span) -> String {
        let Some(article) = self.corpus.article(id) else {
            return String::new();
        };
        let text = article.document.text.get(span.range()).unwrap_or_default();
        format!(
            "Document {}, sentence {}: {text}",
            self.number_of(id),
            sentence_at(article, span.start).unwrap_or(0)
        )
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
