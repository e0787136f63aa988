//! What is done to people: cards, order, merging, splitting, hiding, naming.
//!
//! Every decision is a change of the case file; the corpus acts on it when it
//! is gathered anew.

use super::super::card::{Card, Spelled};
use super::super::prompt::Purpose;
use crate::app::{Action, App, Effect, Overlay, Pane};
use crate::casefile::{Change, Key, PersonKey, Value, Verdict};
use crate::corpus::PersonId;
use crate::corpus::search::{Scope, Target};
use crate::document::one_line;

impl App {
    pub(super) fn act_on_people(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ShowPerson => self.show_person(),
            Action::NextMention => self.step_mention(1),
            Action::PreviousMention => self.step_mention(-1),
            Action::SortPeople => {
                self.people.sort(&self.corpus);
                self.say_order(Pane::People);
            }
            Action::SelectPerson => self.people.pick(&self.corpus),
            Action::MergePeople => return self.merge(),
            Action::SplitPerson => self.split(),
            Action::RenamePerson => self.prompt_for_name(),
            Action::HidePerson => self.hide(),
            Action::AddPerson => {
                self.keep_card();
                self.prompt(Purpose::AddPerson, "");
            }
            Action::Suggestions => self.open_suggestions(),
            // `act` sends no other action here.
            _ => {}
        }
        Vec::new()
    }

    /// Narrows to those selected at once, else to the person selected; a second
    /// time opens the card.
    pub(super) fn open_people(&mut self) {
        let picked = self.people.picked(&self.corpus);
        if !picked.is_empty() {
            self.people.unpick();
            self.leave();
            self.narrow(&picked);
        } else if let Some(person) = self.people.person(&self.corpus) {
            if self.chosen_person() == Some(person) {
                self.open_card(person);
            } else {
                self.narrow(&[person]);
            }
            self.see(Target::Person(person));
        }
    }

    /// Opens the card of a person, and has it found out who else they may be.
    pub(in crate::app) fn open_card(&mut self, person: PersonId) {
        if self.corpus.known_suggestions().is_none() {
            self.outbox.push(Effect::Suggest);
        }
        self.overlay = Some(Overlay::Card(Card::open(&self.corpus, person)));
    }

    /// Gives a person another name.
    pub(in crate::app) fn rename_person(
        &mut self,
        person: &PersonKey,
        line: &str,
    ) -> Result<Vec<Effect>, String> {
        let name = name_of(line)?;
        let found = self.corpus.person_by_key(person);
        let before = found.map(|found| self.corpus.person(found).name.clone());
        if before.as_ref() != Some(&name) {
            let before = before.unwrap_or_default();
            let change = Change::new(format!("{before} is now {name}"));
            self.change(change.set(Key::Renamed(person.clone()), Value::Text(name)));
        }
        Ok(Vec::new())
    }

    /// Adds a name to look for in every text; one that was hidden is shown again.
    pub(in crate::app) fn add_person(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let name = name_of(line)?;
        let change = match self.hidden_as(&name) {
            Some(hidden) => {
                Change::new(format!("{name} is shown again")).unset(Key::HiddenPerson(hidden))
            }
            None => Change::new(format!("{name} is looked for in every text"))
                .set(Key::AddedPerson(name), Value::Yes),
        };
        self.change(change);
        Ok(Vec::new())
    }

    /// The hidden person of a name.
    fn hidden_as(&self, name: &str) -> Option<PersonKey> {
        let hidden = Key::HiddenPerson(PersonKey(String::new()))..=Key::AddedPerson(String::new());
        let mut hidden = self.case.range(hidden).filter_map(|(key, _)| match key {
            Key::HiddenPerson(person) => Some(person),
            _ => None,
        });
        let is_called = |key: &&PersonKey| {
            let person = self.corpus.person_by_key(key);
            person.is_some_and(|person| self.corpus.person(person).name.eq_ignore_ascii_case(name))
        };
        hidden.find(is_called).cloned()
    }

    /// Makes people one.
    pub(in crate::app) fn make_one(&mut self, people: &[PersonId]) {
        let Some((first, others)) = people.split_first() else {
            return;
        };
        let names = people
            .iter()
            .map(|id| self.corpus.person(*id).name.as_str());
        let names: Vec<&str> = names.collect();
        let title = match names[..] {
            [one, other] => format!("{one} and {other} are one"),
            _ => format!("{} people are one: {}", names.len(), names.join(", ")),
        };
        let key = |id: &PersonId| self.corpus.person(*id).key.clone();
        let mut change = Change::new(title);
        for other in others.iter().filter(|other| *other != first) {
            let pair = Key::pair(key(first), key(other));
            change = change.set(pair, Value::Verdict(Verdict::Same));
        }
        if change.facts.is_empty() {
            self.notices.say("that is the same person");
            return;
        }
        self.people.unpick();
        self.change(change);
    }

    /// Puts the card away while one types over it; it comes back.
    pub(in crate::app) fn keep_card(&mut self) {
        if let Some(Overlay::Card(card)) = self.overlay.take() {
            self.beneath = Some(card);
        }
    }

    /// The person an action is about: of the card, else the selected one.
    fn person_here(&self) -> Option<PersonId> {
        if let Some(Overlay::Card(card)) = &self.overlay {
            return Some(card.person());
        }
        match self.focus {
            Pane::People => self.people.person(&self.corpus),
            Pane::Documents | Pane::Reader | Pane::Timeline => {
                self.person_in_lit().or_else(|| self.chosen_person())
            }
        }
    }

    /// Those selected at once in the pane; where a card is open, only its person.
    fn people_here(&self) -> Vec<PersonId> {
        let picked = match &self.overlay {
            None if self.focus == Pane::People => self.people.picked(&self.corpus),
            _ => Vec::new(),
        };
        if picked.is_empty() {
            self.person_here().into_iter().collect()
        } else {
            picked
        }
    }

    fn show_person(&mut self) {
        match self.person_here() {
            Some(person) => self.open_card(person),
            None => self.notices.say("nobody is named in this sentence"),
        }
    }

    /// Makes those selected at once one; of a single person the box asks for the other.
    fn merge(&mut self) -> Vec<Effect> {
        let mut people = self.people_here();
        // One selected, and the cursor on another: these two are meant.
        if let (None, [picked]) = (&self.overlay, &people[..])
            && let Some(here) = self.person_here()
            && here != *picked
        {
            people.push(here);
        }
        match people[..] {
            [] => {
                self.notices.say("nobody is selected");
                Vec::new()
            }
            [person] => {
                self.keep_card();
                let key = self.corpus.person(person).key.clone();
                let search = self.open_finder(Scope::People);
                if let Some(Overlay::Finder(finder)) = &mut self.overlay {
                    finder.merge_with(key);
                }
                search
            }
            [..] => {
                self.make_one(&people);
                Vec::new()
            }
        }
    }

    /// Splits what is selected in the card from its person: a spelling everywhere,
    /// or the name of one mention in its article.
    fn split(&mut self) {
        let Some(Overlay::Card(card)) = &self.overlay else {
            if let Some(person) = self.person_here() {
                self.open_card(person);
                self.notices
                    .say("choose a spelling or a mention, then split it from the person");
            }
            return;
        };
        let person = self.corpus.person(card.person());
        let (key, name) = (person.key.clone(), person.name.clone());
        let (title, document, spelling) = match card.spelled(&self.corpus) {
            Some(Spelled::Everywhere(spelling)) => {
                (format!("“{spelling}” is not {name}"), None, spelling)
            }
            Some(Spelled::In(article, spelling)) => (
                format!("“{spelling}” of this article is not {name}"),
                self.key_of(article),
                spelling,
            ),
            None => {
                self.notices
                    .say("choose a spelling or a mention by name to split it from the person");
                return;
            }
        };
        let split = Key::Split {
            person: key,
            document,
            spelling,
        };
        self.change(Change::new(title).set(split, Value::Yes));
    }

    fn prompt_for_name(&mut self) {
        let Some(person) = self.person_here() else {
            self.notices.say("nobody is selected");
            return;
        };
        let person = self.corpus.person(person);
        let (key, name) = (person.key.clone(), person.name.clone());
        self.keep_card();
        self.prompt(Purpose::Rename(key), &name);
    }

    fn hide(&mut self) {
        let people = self.people_here();
        let names = people
            .iter()
            .map(|id| self.corpus.person(*id).name.as_str());
        let mut change = match names.collect::<Vec<_>>()[..] {
            [] => return self.notices.say("nobody is selected"),
            [name] => Change::new(format!("{name} is hidden")),
            ref names => Change::new(format!("{} people are hidden", names.len())),
        };
        for person in people {
            let key = self.corpus.person(person).key.clone();
            change = change.set(Key::HiddenPerson(key), Value::Yes);
        }
        if matches!(self.overlay, Some(Overlay::Card(_))) {
            self.overlay = None;
        }
        self.people.unpick();
        self.change(change);
    }
}

/// Reads a name as typed: something with letters, white space made single.
fn name_of(line: &str) -> Result<String, String> {
    let name = one_line(line);
    if name.contains(char::is_alphabetic) {
        Ok(name)
    } else {
        Err("a name has letters".to_owned())
    }
}
