//! Saved searches: keeping the filters of the panes under a name, putting them on again.

use super::super::prompt::Purpose;
use crate::app::documents::Only;
use crate::app::documents::searches::Filters;
use crate::app::timeline::Wanted;
use crate::app::{App, Effect};
use crate::casefile::{Change, Key, Value};
use crate::document::one_line;

impl App {
    /// Keeps the filters under a name.
    pub(in crate::app) fn save_search(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let name = one_line(line);
        let key = Key::Search(name.clone());
        let words = match self.case.get(&key) {
            Some(_) => "saved in place of the earlier one",
            None => "saved",
        };
        let title = format!("search “{name}” {words}");
        let filters = Value::Text(self.filters().write());
        self.change(Change::new(title).set(key, filters));
        Ok(Vec::new())
    }

    pub(super) fn prompt_for_search(&mut self) {
        if self.filters().is_empty() {
            self.notices
                .say("nothing is narrowed that could be saved; / narrows the list of a pane");
            return;
        }
        self.prompt(Purpose::SaveSearch, "");
    }

    pub(super) fn delete_search(&mut self) {
        match self.documents.search() {
            Some(search) => {
                let name = search.name.clone();
                let change = Change::new(format!("search “{name}” deleted"));
                self.change(change.unset(Key::Search(name)));
            }
            None => self.notices.say("only a saved search can be deleted"),
        }
    }

    /// Puts the filters of a saved search on; those that are on already come off.
    pub(super) fn apply_search(&mut self, name: &str) {
        let mut searches = self.documents.searches().iter();
        let Some(search) = searches.find(|search| search.name == name) else {
            return;
        };
        let filters = search.filters.clone();
        self.leave();
        if filters == self.filters() {
            self.put_on(&Filters::default());
            self.notices.say(format!("“{name}” is off"));
        } else {
            self.put_on(&filters);
            self.notices.say(format!("narrowed by “{name}”"));
        }
    }

    /// Returns the filters of all panes as they are now.
    pub fn filters(&self) -> Filters {
        let unread = match self.documents.only() {
            Only::Unread => " is:unread",
            Only::All => "",
        };
        let documents = format!("{}{unread}", self.documents.filter_line());
        Filters {
            documents: documents.trim().to_owned(),
            timeline: self.timeline.wanted().line(&[]),
            people: self.narrowing.people.clone(),
        }
    }

    fn put_on(&mut self, filters: &Filters) {
        self.documents.clear(&self.corpus);
        self.documents.filter(&filters.documents, &self.corpus);
        let keys = filters.people.iter();
        let people: Vec<_> = keys
            .filter_map(|key| self.corpus.person_by_key(key))
            .collect();
        // One that is not understood any more leaves the others on.
        let wanted = Wanted::parse(&filters.timeline, &self.corpus, self.today);
        let wanted = wanted.map(|(wanted, _)| wanted).unwrap_or_default();
        self.timeline.want(&self.corpus, wanted);
        self.narrow(&people);
    }
}
