//! Narrowing the lists of the panes as one types, and clearing all of it.

use super::super::prompt::Purpose;
use crate::app::timeline::Wanted;
use crate::app::{App, Effect, Pane};

impl App {
    /// Asks for words to narrow the list of the pane by.
    pub(super) fn open_filter(&mut self) -> Vec<Effect> {
        let pane = self.focus;
        let typed = match pane {
            Pane::Timeline => self.timeline.wanted().typed.clone(),
            Pane::Documents | Pane::People | Pane::Reader => String::new(),
        };
        self.prompt(Purpose::Filter(pane), &typed);
        Vec::new()
    }

    /// Narrows the list of a pane to what has the words of a line.
    pub(in crate::app) fn filter_pane(&mut self, pane: Pane, line: &str) -> Vec<Effect> {
        match pane {
            Pane::Timeline => {
                let typed = line.to_owned();
                let wanted = self.timeline.wanted().clone();
                self.want(Wanted { typed, ..wanted });
            }
            Pane::Documents | Pane::People => {}
            // The reading view is searched, not narrowed.
            Pane::Reader => {}
        }
        Vec::new()
    }

    /// Clears every filter at once.
    pub(super) fn clear_filters(&mut self) -> Vec<Effect> {
        self.want(Wanted::default());
        self.narrow(&[]);
        Vec::new()
    }
}
