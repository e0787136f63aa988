//! Roles behind a name: "Roe, the mayor of Ayton,", "Roe (R-Texas)", "Roe is a judge".

use super::link::{self, Link};
use super::phrase::Tie;
use super::{LONGEST, Number, Reader, Stated};
use crate::analysis::people::lists::Class;
use crate::analysis::people::pieces::Shape;

/// How many roles may stand one behind another: "Roe, PhD, a judge, is a father".
const MOST: usize = 3;

/// What stood before, so that what may follow is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Name,
    /// "PhD", "(R-Texas)": a role may still follow.
    Credential,
    Role,
}

impl Reader<'_, '_> {
    /// The roles behind the name, one behind another.
    pub(super) fn after(&self) -> Vec<Stated> {
        let mut stated: Vec<Stated> = Vec::new();
        let (mut at, mut before) = (self.name.end, Before::Name);
        while stated.len() < MOST
            && let Some((next, kind)) = self.next(at, before)
        {
            at = next.pieces.end + usize::from(self.word(next.pieces.end) == ")");
            before = kind;
            stated.push(next);
        }
        stated
    }

    fn next(&self, at: usize, before: Before) -> Option<(Stated, Before)> {
        match self.word(at) {
            "," => match before {
                Before::Name | Before::Credential => self.apposed(at + 1),
                // "Roe, the leader, is a grandmother".
                Before::Role => self.predicate(at + 1).map(|stated| (stated, Before::Role)),
            },
            "(" => self.bracketed(at + 1),
            "-" | "–" | "—" | "--" => {
                let stated = self.noun_phrase(at + 1, Tie::Apposed)?;
                Some((stated, Before::Role))
            }
            _ => {
                let stated = self.predicate(at).or_else(|| self.chosen(at))?;
                Some((stated, Before::Role))
            }
        }
    }

    /// What a verb says the name is.
    fn predicate(&self, at: usize) -> Option<Stated> {
        let Link { role, kept } = link::read(at, |at| self.word(at))?;
        let stated = self.noun_phrase(role, Tie::Predicate)?;
        Some(Stated {
            pieces: kept..stated.pieces.end,
            ..stated
        })
    }

    /// "They elected Jane Roe president", "The party chose Jane Roe as its leader".
    fn chosen(&self, at: usize) -> Option<Stated> {
        const TITLE: usize = 4;
        let from = self.around.start.max(self.name.start.saturating_sub(TITLE));
        let mut before = (from..self.name.start).rev();
        let verb = before.find(|at| !self.is_named(*at) && !self.is_role(*at))?;
        let is_choice = matches!(
            self.word(verb),
            "elected"
                | "re-elected"
                | "reelected"
                | "appointed"
                | "appointing"
                | "named"
                | "naming"
                | "chose"
                | "choosing"
                | "picked"
                | "hired"
                | "selected"
                | "crowned"
                | "installed"
        );
        let role = at + usize::from(self.word(at) == "as");
        let stated = self
            .noun_phrase(role, Tie::Predicate)
            .filter(|_| is_choice)?;
        Some(stated)
    }

    /// What stands between commas, behind an age or "of Ayton," too.
    fn apposed(&self, start: usize) -> Option<(Stated, Before)> {
        if let Some(stated) = self.credential(start) {
            return Some((stated, Before::Credential));
        }
        let start = self.after_asides(start);
        if self.word(start) == "who" {
            return Some((self.predicate(start + 1)?, Before::Role));
        }
        let role = link::after_choice(start, &|at| self.word(at)).unwrap_or(start);
        Some((self.noun_phrase(role, Tie::Apposed)?, Before::Role))
    }

    /// Passes over an age, a place of living, and where someone stands in a picture.
    fn after_asides(&self, start: usize) -> usize {
        let mut at = start;
        if self.around.contains(&at) && self.shape(at) == Shape::Number && self.word(at).len() <= 3
        {
            at += 1 + usize::from(self.word(at + 1) == ",");
        }
        let is_place = matches!(self.word(at), "of" | "from");
        if is_place || matches!(self.word(at), "left" | "right" | "center" | "centre") {
            let comma = (at + 1..self.around.end.min(at + 5)).find(|at| self.word(*at) == ",");
            let aside = |comma: &usize| (at + 1..*comma).all(|at| self.is_named(at));
            at = comma.filter(aside).map_or(at, |comma| comma + 1);
        }
        at
    }

    /// "PhD", "R-Texas".
    fn credential(&self, at: usize) -> Option<Stated> {
        if !self.around.contains(&at) || !self.is_named(at) {
            return None;
        }
        let is_closed = matches!(self.word(at + 1), "" | "," | "." | ")" | ";");
        let is_credential = self.has(at, Class::Degree) || is_party_and_state(self.word(at));
        (is_credential && is_closed).then_some(Stated {
            pieces: at..at + 1,
            noun: at,
            number: Number::One,
        })
    }

    fn bracketed(&self, start: usize) -> Option<(Stated, Before)> {
        let close =
            (start..self.around.end.min(start + LONGEST)).find(|at| self.word(*at) == ")")?;
        let inside = start..close;
        let last = inside.clone().next_back()?;
        let is_party = self.word(last).eq_ignore_ascii_case("party")
            || inside.len() == 1 && is_partisan(self.word(last));
        if is_party || is_party_and_state(self.word(start)) {
            let stated = Stated {
                pieces: inside,
                noun: last,
                number: Number::One,
            };
            return Some((stated, Before::Credential));
        }
        let stated = self.noun_phrase(start, Tie::Apposed)?;
        (stated.pieces.end == close).then_some((stated, Before::Credential))
    }
}

/// "R-Texas", "D-Ohio".
fn is_party_and_state(word: &str) -> bool {
    let state = ["R-", "D-", "I-", "R‑", "D‑", "I‑"]
        .iter()
        .find_map(|party| word.strip_prefix(party));
    state.is_some_and(|state| state.starts_with(char::is_uppercase))
}

fn is_partisan(word: &str) -> bool {
    matches!(
        word,
        "Democrat"
            | "Republican"
            | "Conservative"
            | "Labour"
            | "Liberal"
            | "Green"
            | "Independent"
            | "independent"
    )
}
