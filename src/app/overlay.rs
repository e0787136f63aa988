//! What lies over the panes, and what its answers lead to.

use super::card::{self, Card};
use super::corrections::{self, Corrections};
use super::explanation::{self, Explanation, Subject as Explained};
use super::finder::Finder;
use super::help::{self, Help};
use super::key::{Code, Key};
use super::links::{self, Links};
use super::listing::{self, Listing, Subject};
use super::note::{self, NoteBox};
use super::output::{self, Output};
use super::prompt::{self, Prompt};
use super::suggesting::Suggesting;
use super::{Action, App, Effect};
use crate::casefile::Change;

/// What lies over the panes and takes the keys.
#[derive(Debug)]
pub enum Overlay {
    Finder(Finder),
    Card(Card),
    Explanation(Explanation),
    Prompt(Prompt),
    Help(Help),
    Listing(Listing),
    Corrections(Corrections),
    Links(Links),
    Note(NoteBox),
    Output(Output),
    Suggesting(Suggesting),
}

impl App {
    /// Whether every key is text for the overlay, not an action.
    pub(super) fn overlay_takes_keys(&self) -> bool {
        match &self.overlay {
            Some(
                Overlay::Finder(_)
                | Overlay::Prompt(_)
                | Overlay::Help(_)
                | Overlay::Note(_)
                | Overlay::Suggesting(_),
            ) => true,
            Some(
                Overlay::Card(_)
                | Overlay::Explanation(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Links(_)
                | Overlay::Output(_),
            )
            | None => false,
        }
    }

    /// Whether a key is text for the overlay, not an action.
    pub(super) fn overlay_takes_key(&self, key: Key) -> bool {
        let numbers = matches!(self.overlay, Some(Overlay::Links(_)));
        self.overlay_takes_keys() || numbers && digit(key).is_some()
    }

    /// Gives a key to an overlay in which one types.
    pub(super) fn press_overlay(&mut self, key: Key) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Finder(finder)) => {
                let answer = finder.press(key);
                self.answer_finder(answer)
            }
            Some(Overlay::Prompt(prompt)) => {
                let answer = prompt.press(key);
                self.answer_prompt(answer)
            }
            Some(Overlay::Help(open)) => {
                if open.press(key) == help::Answer::Close {
                    self.overlay = open.beneath.take().map(|beneath| *beneath);
                    return self.refresh_overlay();
                }
                Vec::new()
            }
            Some(Overlay::Suggesting(_)) => self.press_suggesting(key),
            Some(Overlay::Note(open)) => {
                let answer = open.press(key);
                self.answer_note(answer);
                Vec::new()
            }
            Some(Overlay::Links(open)) => {
                let answer = digit(key).map_or(links::Answer::Stay, |digit| open.digit(digit));
                self.answer_links(answer)
            }
            Some(
                Overlay::Card(_)
                | Overlay::Explanation(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Output(_),
            )
            | None => Vec::new(),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Finder(finder)) => {
                let answer = finder.paste(text);
                self.answer_finder(answer)
            }
            Some(Overlay::Prompt(prompt)) => {
                let answer = prompt.paste(text);
                self.answer_prompt(answer)
            }
            Some(Overlay::Help(open)) => {
                open.paste(text);
                Vec::new()
            }
            Some(Overlay::Note(open)) => {
                open.editor.insert(text);
                Vec::new()
            }
            // Pasted letters are never keys.
            Some(
                Overlay::Card(_)
                | Overlay::Explanation(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Links(_)
                | Overlay::Output(_)
                | Overlay::Suggesting(_),
            )
            | None => {
                let find = self.keymap.key_or_name(Action::Find);
                let words = format!("pasted text goes into a line: {find} opens one");
                self.notices.say(words);
                Vec::new()
            }
        }
    }

    /// Gives an action to an overlay; says whether it was for the overlay.
    pub(super) fn act_in_overlay(&mut self, action: Action) -> bool {
        // What these ask for lies beyond the overlay.
        let stays_here = |action| {
            !matches!(
                action,
                Action::Quit
                    | Action::Suspend
                    | Action::Help
                    | Action::Find
                    | Action::FindPerson
                    | Action::Command
                    | Action::ToggleMouse
                    | Action::Undo
                    | Action::Redo
                    | Action::MergePeople
                    | Action::SplitPerson
                    | Action::RenamePerson
                    | Action::HidePerson
                    | Action::AddPerson
                    | Action::Suggestions
            )
        };
        match &mut self.overlay {
            Some(Overlay::Card(card)) => {
                let answer = card.apply(action, &self.corpus);
                self.answer_card(answer);
                stays_here(action)
            }
            Some(Overlay::Explanation(open)) => {
                let answer = open.apply(action);
                self.answer_explanation(answer);
                stays_here(action)
            }
            Some(Overlay::Corrections(open)) => {
                let answer = open.apply(action);
                self.answer_corrections(answer);
                stays_here(action)
            }
            Some(Overlay::Listing(open)) => {
                let rows = match open.subject {
                    Subject::Skipped => self.loading.skipped.len(),
                    Subject::Messages => self.notices.all().len(),
                };
                if open.apply(action, rows) == listing::Answer::Close {
                    self.overlay = None;
                }
                stays_here(action)
            }
            Some(Overlay::Links(open)) => {
                let answer = open.apply(action);
                let effects = self.answer_links(answer);
                self.outbox.extend(effects);
                stays_here(action)
            }
            Some(Overlay::Output(open)) => {
                if action == Action::Copy {
                    self.copy_output();
                } else if open.apply(action) == output::Answer::Close {
                    self.close_output();
                }
                stays_here(action)
            }
            Some(Overlay::Suggesting(_)) => {
                self.act_in_suggesting(action);
                stays_here(action)
            }
            Some(Overlay::Finder(_) | Overlay::Prompt(_) | Overlay::Help(_) | Overlay::Note(_))
            | None => false,
        }
    }

    fn answer_corrections(&mut self, answer: corrections::Answer) {
        match answer {
            corrections::Answer::Stay => {}
            corrections::Answer::Close => self.overlay = None,
            corrections::Answer::TakeBack(key, words) => {
                self.change(Change::new(format!("taken back: {words}")).unset(key));
                if let Some(Overlay::Corrections(open)) = &mut self.overlay {
                    open.refresh(&self.corpus, &self.case);
                }
            }
        }
    }

    fn answer_note(&mut self, answer: note::Answer) {
        match answer {
            note::Answer::Stay => {}
            note::Answer::Close => self.overlay = None,
            note::Answer::Save => self.save_note(),
        }
    }

    fn answer_links(&mut self, answer: links::Answer) -> Vec<Effect> {
        match answer {
            links::Answer::Stay => Vec::new(),
            links::Answer::Close => {
                self.overlay = None;
                Vec::new()
            }
            links::Answer::Open(index) => {
                self.overlay = None;
                self.open_link(index)
            }
        }
    }

    /// Explains a date or a person; a card that is open lies beneath and comes back.
    pub(super) fn explain(&mut self, subject: Explained) {
        let Some(mut open) = Explanation::open(&self.corpus, subject, &self.keymap, self.size)
        else {
            self.notices.say("no words of time stand in this sentence");
            return;
        };
        if let Some(Overlay::Card(card)) = self.overlay.take() {
            open.beneath = Some(Box::new(card));
        }
        self.overlay = Some(Overlay::Explanation(open));
    }

    fn close_explanation(&mut self) {
        if let Some(Overlay::Explanation(open)) = self.overlay.take() {
            self.overlay = open.beneath.map(|card| Overlay::Card(*card));
            self.refresh_card();
        }
    }

    /// Brings back the card that was put away, where nothing else lies over the panes.
    pub(super) fn bring_card_back(&mut self) {
        if self.overlay.is_none() {
            self.overlay = self.beneath.take().map(Overlay::Card);
            self.refresh_card();
        }
    }

    fn refresh_card(&mut self) {
        if let Some(Overlay::Card(card)) = &mut self.overlay
            && card.refresh(&self.corpus) == card::Answer::Close
        {
            self.overlay = None;
        }
    }

    /// Shows an overlay what the corpus holds now.
    pub(super) fn refresh_overlay(&mut self) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Card(_)) => {
                self.refresh_card();
                Vec::new()
            }
            Some(Overlay::Explanation(open)) => {
                let answer = open.refresh(&self.corpus, &self.keymap, self.size);
                if answer == explanation::Answer::Close {
                    self.close_explanation();
                }
                Vec::new()
            }
            Some(Overlay::Finder(finder)) => {
                finder.forget();
                self.search_found()
            }
            Some(Overlay::Suggesting(open)) => {
                open.refresh(&self.corpus, &self.case);
                Vec::new()
            }
            Some(Overlay::Corrections(open)) => {
                open.refresh(&self.corpus, &self.case);
                Vec::new()
            }
            Some(
                Overlay::Prompt(_)
                | Overlay::Help(_)
                | Overlay::Listing(_)
                | Overlay::Links(_)
                | Overlay::Note(_)
                | Overlay::Output(_),
            )
            | None => Vec::new(),
        }
    }

    fn answer_card(&mut self, answer: card::Answer) {
        match answer {
            card::Answer::Stay => {}
            card::Answer::Close => self.overlay = None,
            card::Answer::Go(place) => {
                self.overlay = None;
                self.go(place);
            }
            card::Answer::Explain(subject) => self.explain(subject),
        }
    }

    fn answer_explanation(&mut self, answer: explanation::Answer) {
        match answer {
            explanation::Answer::Stay => {}
            explanation::Answer::Close => self.close_explanation(),
            explanation::Answer::Go(place) => {
                self.overlay = None;
                self.go(place);
            }
        }
    }

    fn answer_prompt(&mut self, answer: prompt::Answer) -> Vec<Effect> {
        let Some(Overlay::Prompt(open)) = &self.overlay else {
            return Vec::new();
        };
        let purpose = open.purpose().clone();
        match answer {
            prompt::Answer::Stay => Vec::new(),
            prompt::Answer::Typed(line) => self.typed(&purpose, &line),
            prompt::Answer::Close => {
                self.overlay = None;
                let effects = self.given_up(&purpose);
                self.bring_card_back();
                effects
            }
            prompt::Answer::Again => {
                self.overlay = None;
                self.act(Action::First)
            }
            prompt::Answer::Entered(line) => {
                let open = self.overlay.take();
                match self.entered(&purpose, &line) {
                    Ok(effects) => {
                        self.bring_card_back();
                        effects
                    }
                    Err(error) => {
                        self.overlay = open;
                        if let Some(Overlay::Prompt(open)) = &mut self.overlay {
                            open.refuse(error);
                        }
                        Vec::new()
                    }
                }
            }
        }
    }
}

/// The digit a key types.
fn digit(key: Key) -> Option<usize> {
    match key.code {
        Code::Char(letter) if !key.ctrl && !key.alt => {
            letter.to_digit(10).map(|digit| digit as usize)
        }
        _ => None,
    }
}
