//! Narrowing the lists of the panes as one types, and clearing all of it.

use super::super::prompt::Purpose;
use crate::app::timeline::Wanted;
use crate::app::{App, Effect, Pane};

impl App {
    /// Asks for words to narrow the list of the pane by; what narrows it now can be edited.
    pub(super) fn open_filter(&mut self) -> Vec<Effect> {
        let pane = self.focus;
        let line = match pane {
            Pane::Documents => self.documents.filter_line(),
            Pane::People => self.people.filter_line(),
            Pane::Timeline => self.timeline.wanted().typed.as_str(),
            Pane::Reader => "",
        };
        let line = line.to_owned();
        self.prompt(Purpose::Filter(pane), &line);
        Vec::new()
    }

    /// Narrows the list of a pane to what has the words of a line.
    pub(in crate::app) fn filter_pane(&mut self, pane: Pane, line: &str) -> Vec<Effect> {
        match pane {
            Pane::Documents => self.documents.filter(line, &self.corpus),
            Pane::People => self.people.filter(line, &self.corpus),
            Pane::Timeline => {
                let typed = line.to_owned();
                let wanted = self.timeline.wanted().clone();
                self.want(Wanted { typed, ..wanted });
            }
            // The reading view is searched, not narrowed.
            Pane::Reader => {}
        }
        Vec::new()
    }

    /// Clears every filter at once.
    pub(super) fn clear_filters(&mut self) -> Vec<Effect> {
        self.want(Wanted::default());
        self.documents.clear(&self.corpus);
        self.people.filter("", &self.corpus);
        self.narrow(&[]);
        Vec::new()
    }

    /// Selects no longer several in the pane's list, else widens it; says whether
    /// there was anything to do.
    pub(super) fn widen_list(&mut self) -> bool {
        match self.focus {
            Pane::Documents => self.documents.unpick() || self.documents.clear(&self.corpus),
            Pane::People => {
                let narrowed = !self.people.filter_line().is_empty();
                if self.people.unpick() {
                    return true;
                }
                self.people.filter("", &self.corpus);
                narrowed
            }
            Pane::Timeline | Pane::Reader => false,
        }
    }
}
