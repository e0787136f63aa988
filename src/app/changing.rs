//! Changing the case file: every change is undone by `undo`, and stored.

use super::{App, Effect};
use crate::casefile::{Change, DocumentKey, Key, Value};
use crate::corpus::ArticleId;

impl App {
    /// Makes a change the user can undo, says it, and has it stored.
    pub(super) fn change(&mut self, change: Change) {
        self.changes.apply(&mut self.case, &change);
        self.notices.say(change.title.clone());
        self.changed(change);
    }

    /// Notes what is no act of the user's (where reading stopped, what was
    /// entered): stored, not undone, not said.
    pub(super) fn note_quietly(&mut self, change: Change) {
        self.case.apply(&change);
        self.changed(change);
    }

    /// Undoes the latest change.
    pub(super) fn undo(&mut self) {
        match self.changes.undo(&mut self.case) {
            Some(change) => {
                self.notices.say(format!("undone: {}", change.title));
                self.changed(change);
            }
            None => self.notices.say("there is nothing to undo"),
        }
    }

    /// Does again what was undone last.
    pub(super) fn redo(&mut self) {
        match self.changes.redo(&mut self.case) {
            Some(change) => {
                self.notices.say(format!("done again: {}", change.title));
                self.changed(change);
            }
            None => self.notices.say("there is nothing to redo"),
        }
    }

    /// Returns the key the facts of an article stand under.
    pub fn key_of(&self, article: ArticleId) -> Option<DocumentKey> {
        let article = self.corpus.article(article)?;
        Some(self.case.key_of(article.content))
    }

    /// Shows the panes what has changed, and asks for it to be stored.
    fn changed(&mut self, mut change: Change) {
        let mut described = self.case.describe(&change, |document| {
            let article = *self.documents.articles_of(document).first()?;
            Some(&*self.corpus.article(article)?.document)
        });
        self.case.apply(&described);
        change.facts.append(&mut described.facts);
        self.show_change(&change);
        self.outbox.push(Effect::Store(change));
    }

    /// Shows the panes what has changed.
    pub(super) fn show_change(&mut self, change: &Change) {
        self.documents.take_change(change, &self.corpus, &self.case);
        if change.facts.iter().any(|(key, _)| key.is_of_people()) {
            self.people.refresh(&self.corpus, &self.case);
        }
        self.refresh_suggesting(change);
        self.mark_text();
        self.mark_key_events();
        for (key, value) in &change.facts {
            if let Key::Published(document) = key {
                self.read_anew(*document, value.as_ref());
            }
        }
    }

    /// Has the articles of a document read again under the date given, or the one it states.
    fn read_anew(&mut self, document: DocumentKey, value: Option<&Value>) {
        let published = match value {
            Some(Value::Date(date)) => Some(*date),
            Some(_) | None => None,
        };
        for &article in self.documents.articles_of(document) {
            self.outbox.push(Effect::Reanalyse { article, published });
        }
    }
}
