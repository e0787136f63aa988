//! People who may be one, asked pair by pair: same, different, not sure.
//!
//! Pairs are kept by [`PersonKey`], so that they hold while the corpus is
//! gathered anew after an answer. What the case file has an answer to is not
//! asked again; an answer undone is.

use crate::app::key::{Code, Key as Pressed};
use crate::app::{Action, App, Effect, Overlay, Place};
use crate::casefile::{CaseFile, Change, Key, PersonKey, Value, Verdict};
use crate::corpus::{Alike, Corpus, PersonId};

/// Two who may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    one: PersonKey,
    other: PersonKey,
    alike: Alike,
}

/// The pair that is asked about, where both stand now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub one: PersonId,
    pub other: PersonId,
    pub alike: Alike,
}

/// The open question.
#[derive(Debug, Default)]
pub struct Suggesting {
    /// `None` until the corpus knows.
    pairs: Option<Vec<Pair>>,
    /// The pairs no answer is known to.
    open: Vec<usize>,
    /// Which of the open ones is asked.
    at: usize,
    /// The pair to be asked as soon as it is open: its answer was undone.
    wanted: Option<(PersonKey, PersonKey)>,
}

/// What a key asks for; the letters are the same whatever the keymap says, as
/// they stand on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Command {
    Answer(Verdict),
    /// Go to where the first or the second is introduced.
    Read(usize),
    /// What the keymap says.
    Other,
}

impl Suggesting {
    /// Takes over what the corpus knows, and leaves out what has been answered.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile) {
        if self.pairs.is_none() {
            let key = |id| corpus.person(id).key.clone();
            let pairs = corpus.known_suggestions().map(|known| {
                let pairs = known.iter().map(|pair| Pair {
                    one: key(pair.one),
                    other: key(pair.other),
                    alike: pair.alike,
                });
                pairs.collect()
            });
            self.pairs = pairs;
        }
        let asked = self.open.get(self.at).copied();
        let pairs = self.pairs.iter().flatten().enumerate();
        let open = pairs.filter(|(_, pair)| is_open(pair, corpus, case));
        self.open = open.map(|(index, _)| index).collect();
        // The next one where the pair asked about is answered now.
        self.at = asked.map_or(0, |asked| self.open.partition_point(|open| *open < asked));
        self.at = self.at.min(self.open.len().saturating_sub(1));
        self.go_to_wanted();
    }

    fn go_to_wanted(&mut self) {
        let Some((one, other)) = &self.wanted else {
            return;
        };
        let pairs = self.pairs.as_deref().unwrap_or_default();
        let is_it = |open: &usize| {
            let pair = &pairs[*open];
            (&pair.one, &pair.other) == (one, other) || (&pair.other, &pair.one) == (one, other)
        };
        if let Some(at) = self.open.iter().position(is_it) {
            self.at = at;
            self.wanted = None;
        }
    }

    /// Says whether the corpus is still looking.
    pub fn is_looking(&self) -> bool {
        self.pairs.is_none()
    }

    /// Returns which of how many pairs is asked about.
    pub fn place(&self) -> (usize, usize) {
        (self.at, self.open.len())
    }

    /// Returns how many pairs have an answer.
    pub fn answered(&self) -> usize {
        let all = self.pairs.as_ref().map_or(0, Vec::len);
        all - self.open.len()
    }

    /// Returns the pair asked about; `None` when no more are left.
    pub fn asked(&self, corpus: &Corpus) -> Option<Asked> {
        let pair = self.pair()?;
        Some(Asked {
            one: corpus.person_by_key(&pair.one)?,
            other: corpus.person_by_key(&pair.other)?,
            alike: pair.alike,
        })
    }

    fn pair(&self) -> Option<&Pair> {
        self.pairs.as_ref()?.get(*self.open.get(self.at)?)
    }

    fn step(&mut self, step: isize) {
        let last = self.open.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(step).min(last);
    }
}

/// Says whether a pair is still to be asked about: two people, and no answer.
fn is_open(pair: &Pair, corpus: &Corpus, case: &CaseFile) -> bool {
    let answer = Key::pair(pair.one.clone(), pair.other.clone());
    let shown = |key: &PersonKey| {
        let person = corpus.person_by_key(key)?;
        corpus.is_shown(person).then_some(person)
    };
    match (shown(&pair.one), shown(&pair.other)) {
        (Some(one), Some(other)) => one != other && !case.has(&answer),
        (None, _) | (_, None) => false,
    }
}

impl App {
    /// Opens the question; where the corpus does not know yet, it is asked to find out.
    pub(super) fn open_suggestions(&mut self) {
        if self.corpus.known_suggestions().is_none() {
            self.outbox.push(Effect::Suggest);
        }
        self.keep_card();
        let mut open = Suggesting::default();
        open.refresh(&self.corpus, &self.case);
        self.overlay = Some(Overlay::Suggesting(open));
    }

    /// Shows what the corpus has found out.
    pub(super) fn take_suggestions(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Suggesting(open)) => open.refresh(&self.corpus, &self.case),
            Some(Overlay::Card(card)) => {
                card.refresh(&self.corpus);
            }
            Some(_) | None => {}
        }
    }

    /// Shows what a change says of the pairs asked about.
    pub(super) fn refresh_suggesting(&mut self, change: &Change) {
        let Some(Overlay::Suggesting(open)) = &mut self.overlay else {
            return;
        };
        for (key, value) in &change.facts {
            if let (Key::Pair(one, other), None) = (key, value) {
                open.wanted = Some((one.clone(), other.clone()));
            }
        }
        open.refresh(&self.corpus, &self.case);
    }

    /// Takes a key while pairs are asked about.
    pub(super) fn press_suggesting(&mut self, key: Pressed) -> Vec<Effect> {
        match command(key) {
            Command::Answer(verdict) => self.answer(verdict),
            Command::Read(place) => self.read_asked(place),
            Command::Other => return self.press_action(key),
        }
        Vec::new()
    }

    /// Does what the keymap has for a key here.
    pub(super) fn act_in_suggesting(&mut self, action: Action) {
        let Some(Overlay::Suggesting(open)) = &mut self.overlay else {
            return;
        };
        if let Some(step) = action.list_step(10) {
            open.step(step);
        } else if action == Action::Back || action == Action::Widen {
            self.overlay = None;
            self.bring_card_back();
        }
    }

    fn answer(&mut self, verdict: Verdict) {
        let Some(Overlay::Suggesting(open)) = &self.overlay else {
            return;
        };
        let (Some(pair), Some(asked)) = (open.pair(), open.asked(&self.corpus)) else {
            return;
        };
        let name = |person| &self.corpus.person(person).name;
        let (one, other) = (name(asked.one), name(asked.other));
        let title = match verdict {
            Verdict::Same => format!("{one} and {other} are one"),
            Verdict::Different => format!("{one} and {other} are two"),
            Verdict::Unsure => format!("{one} and {other} are left open"),
        };
        let key = Key::pair(pair.one.clone(), pair.other.clone());
        self.change(Change::new(title).set(key, Value::Verdict(verdict)));
    }

    fn read_asked(&mut self, place: usize) {
        let Some(Overlay::Suggesting(open)) = &self.overlay else {
            return;
        };
        let Some(asked) = open.asked(&self.corpus) else {
            return;
        };
        let person = [asked.one, asked.other][place.min(1)];
        let introduced = Place::introducing(&self.corpus, person);
        self.overlay = None;
        self.beneath = None;
        if let Some(place) = introduced {
            self.go(place);
        }
    }
}

fn command(key: Pressed) -> Command {
    if key.ctrl || key.alt {
        return Command::Other;
    }
    match key.code {
        Code::Char('y') => Command::Answer(Verdict::Same),
        Code::Char('n') => Command::Answer(Verdict::Different),
        Code::Char('h') => Command::Answer(Verdict::Unsure),
        Code::Char('1') => Command::Read(0),
        Code::Char('2') => Command::Read(1),
        _ => Command::Other,
    }
}

#[cfg(test)]
mod tests;
