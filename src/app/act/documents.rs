//! What is done to documents: read and star marks, tags, dates, order, saved searches.

use chrono::NaiveDate;

use super::super::prompt::Purpose;
use crate::app::{Action, App, Effect, Pane};
use crate::casefile::{Change, Key, Value};
use crate::corpus::ArticleId;

impl App {
    pub(super) fn act_on_documents(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ToggleRead => self.toggle_read(),
            Action::SetDate => self.prompt_for_date(),
            _ => return self.not_built(action),
        }
        Vec::new()
    }

    /// Gives articles a tag, or takes it away.
    pub(in crate::app) fn tag(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Keeps the filters under a name.
    pub(in crate::app) fn save_search(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Gives an article its publication date; it is read again under it.
    pub(in crate::app) fn set_date(&mut self, id: ArticleId, published: NaiveDate) {
        if let Some(key) = self.key_of(id) {
            let change = Change::new(format!("the article is of {published}"))
                .set(Key::Published(key), Value::Date(published));
            self.change(change);
        }
    }

    /// The article an action is about: the selected one, or the one being read.
    fn article_here(&self) -> Option<ArticleId> {
        match self.focus {
            Pane::Documents => self.documents.article(),
            Pane::Reader | Pane::Timeline | Pane::People => self.reader.article(),
        }
    }

    fn toggle_read(&mut self) {
        if let Some(key) = self.article_here().and_then(|id| self.key_of(id)) {
            let fact = Key::Read(key);
            self.change(if self.case.has(&fact) {
                Change::new("marked unread").unset(fact)
            } else {
                Change::new("marked read").set(fact, Value::Yes)
            });
        }
    }

    /// Marks the article being read as read; no act of its own to be undone.
    pub(in crate::app) fn mark_read(&mut self) {
        let key = self.reader.article().and_then(|id| self.key_of(id));
        if let Some(fact) = key.map(Key::Read)
            && !self.case.has(&fact)
        {
            self.note_quietly(Change::new("marked read").set(fact, Value::Yes));
        }
    }

    /// Asks for the date of the article shown, if there is one.
    fn prompt_for_date(&mut self) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        let purpose = Purpose::Date(article.id);
        let published = article.document.published;
        let start = published.map(|published| published.date.to_string());
        self.prompt(purpose, &start.unwrap_or_default());
    }
}
