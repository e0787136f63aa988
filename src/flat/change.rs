//! Changing the case file: undone and redone, kept for good, acted on at once.

use super::documents::Shelf;
use super::page::{Item, line, lines};
use super::{Flat, Told, told};
use crate::analysis::{Lexicon, analyse};
use crate::casefile::{Change, DocumentKey, Key, Value};
use crate::corpus::Article;

impl Flat {
    /// Makes a change that can be undone, and tells it.
    pub(super) fn change(&mut self, change: Change) -> Vec<Item> {
        self.history.apply(&mut self.case, &change);
        let mut items = line(told::sentence(&change.title));
        items.extend(self.changed(change));
        items
    }

    /// Notes what is no act of the user's: kept, not told, not undone.
    pub(super) fn note_quietly(&mut self, change: Change) {
        self.case.apply(&change);
        self.changed(change);
    }

    pub(super) fn undo(&mut self) -> Told {
        let change = self.history.undo(&mut self.case);
        let change = change.ok_or("There is nothing to undo.")?;
        let mut items = line(format!("Undone: {}.", change.title));
        items.extend(self.changed(change));
        Ok(items)
    }

    pub(super) fn redo(&mut self) -> Told {
        let change = self.history.redo(&mut self.case);
        let change = change.ok_or("There is nothing to redo.")?;
        let mut items = line(format!("Done again: {}.", change.title));
        items.extend(self.changed(change));
        Ok(items)
    }

    /// Acts on a change and hands it on to be kept.
    fn changed(&mut self, mut change: Change) -> Vec<Item> {
        let mut described = self.case.describe(&change, |document| {
            let article = self.articles_of(document).next()?;
            Some(&*article.document)
        });
        self.case.apply(&described);
        change.facts.append(&mut described.facts);
        let before = self.corpus.generation();
        if change.facts.iter().any(|(key, _)| key.decides()) {
            self.corpus.decide(&self.case);
        }
        for (key, value) in &change.facts {
            if let Key::Published(document) = key {
                self.read_anew(*document, value.as_ref());
            }
        }
        self.outbox.push(change);
        if self.corpus.generation() == before {
            return Vec::new();
        }
        // What waits is of people and events as they were.
        self.page.clear();
        self.shelf.all = Shelf::of(&self.corpus).all;
        lines(["People and events may have other numbers now."])
    }

    /// The articles of a document: several where files say the same.
    pub(super) fn articles_of(&self, document: DocumentKey) -> impl Iterator<Item = &Article> {
        let articles = self.corpus.articles();
        articles.filter(move |article| self.case.key_of(article.content) == document)
    }

    /// Reads the articles of a document again under the date given, or their own.
    fn read_anew(&mut self, document: DocumentKey, value: Option<&Value>) {
        let date = match value {
            Some(Value::Date(date)) => Some(*date),
            Some(_) | None => None,
        };
        let found = self.articles_of(document);
        let found: Vec<_> = found
            .map(|article| (article.id, (*article.document).clone()))
            .collect();
        for (id, mut document) in found {
            document.set_published(date);
            let analysis = analyse(&document, Lexicon::english());
            self.corpus.absorb(vec![(id, document, analysis)]);
        }
    }
}
