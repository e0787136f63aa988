//! What is done to people: cards, order, merging, splitting, hiding, naming.

use super::super::card::Card;
use crate::app::{Action, App, Effect, Overlay, Pane};
use crate::casefile::PersonKey;

impl App {
    pub(super) fn act_on_people(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ShowPerson => self.show_person(),
            Action::NextMention => self.step_mention(1),
            Action::PreviousMention => self.step_mention(-1),
            _ => return self.not_built(action),
        }
        Vec::new()
    }

    /// Gives a person another name.
    pub(in crate::app) fn rename_person(
        &mut self,
        _person: &PersonKey,
        _line: &str,
    ) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Adds a name to look for in every text.
    pub(in crate::app) fn add_person(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    fn show_person(&mut self) {
        let person = match self.focus {
            Pane::People => self.people.person(&self.corpus),
            Pane::Documents | Pane::Reader | Pane::Timeline => {
                self.person_in_lit().or_else(|| self.chosen_person())
            }
        };
        match person {
            Some(person) => self.overlay = Some(Overlay::Card(Card::open(&self.corpus, person))),
            None => self.notices.say("nobody is named in this sentence"),
        }
    }
}
