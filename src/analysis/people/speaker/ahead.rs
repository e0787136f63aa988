//! The speaker told ahead of a quotation: `X said: “`, `according to X, “`.

use std::ops::Range;

use super::super::Attribution;
use super::super::marks::Quoted;
use super::super::pieces::Shape;
use super::super::subject::{Heard, Scene};
use super::REACH;

impl Scene<'_, '_> {
    /// `X said: “`, `X said that … “`, `according to X, “`.
    pub(super) fn told_before(&self, index: usize) -> Heard {
        let quoted = &self.quoted[index];
        let sentence = self.pieces.sentence(quoted.first_sentence);
        let end = quoted.pieces.start;
        let other = index.checked_sub(1).map(|before| &self.quoted[before]);
        let after_other = other.map_or(0, |other| other.pieces.end);
        let from = sentence
            .start
            .max(after_other)
            .max(end.saturating_sub(2 * REACH));
        if from >= end || self.names_a_thing(quoted) {
            return Heard::Nothing;
        }
        if self.word(end - 1) == ":"
            && let Some(speaker) = self.found_ending(end - 1)
            && self.found[speaker].pieces.start == sentence.start
        {
            return Heard::Speaker(self.mentions[speaker].name, Attribution::Sure);
        }
        let beside = other
            .filter(|other| other.pieces.end == from && from > sentence.start)
            .map(|_| self.heard[index - 1]);
        match self.last_saying(from..end) {
            Some(verb) if self.is_word_in_passing(quoted, verb) => Heard::Nothing,
            Some(verb) => match beside {
                Some(heard) if heard != Heard::Nothing && self.is_first_saying(from, verb) => heard,
                Some(_) | None => self.subject_of(from..end, verb, quoted.first_sentence),
            },
            None if beside.is_some() && end - from <= 4 => {
                beside.map_or(Heard::Nothing, Heard::weakened)
            }
            None if self.word(end - 1) == ":" => self.opener(from..end - 1),
            None => Heard::Nothing,
        }
    }

    /// The last verb of saying, or "according to", in a stretch.
    fn last_saying(&self, range: Range<usize>) -> Option<usize> {
        range
            .rev()
            .find(|at| self.is_told(*at) || self.is_going_on(*at) || self.is_according(*at))
    }

    /// A verb of saying, but not "pointed to", nor "read" of who reads.
    pub(super) fn is_told(&self, at: usize) -> bool {
        self.is_say(at)
            && match self.word(at) {
                "pointed" => self.pieces.all.get(at + 1).is_some() && self.word(at + 1) == "out",
                "read" | "reads" => false,
                _ => true,
            }
    }

    fn is_first_saying(&self, from: usize, verb: usize) -> bool {
        !(from..verb).any(|at| self.is_say(at) || self.is_going_on(at))
    }

    /// Who says what follows a verb in a stretch.
    fn subject_of(&self, range: Range<usize>, verb: usize, sentence: u32) -> Heard {
        if self.is_according(verb) {
            return self.after(verb + 2..range.end, sentence);
        }
        if self.is_going_on(verb) {
            let main = (range.start..verb).find(|at| self.is_say(*at));
            return match main {
                Some(main) => self.before(range.start..main, sentence).weakened(),
                None => self.opener(range.start..verb),
            };
        }
        self.before(range.start..verb, sentence)
    }

    /// The line before, where it ends with a colon or has no end of its own.
    pub(super) fn introduced(&self, quoted: &Quoted) -> Heard {
        let opens = self.pieces.sentence(quoted.first_sentence).start == quoted.pieces.start;
        let before = quoted.first_sentence.checked_sub(1).filter(|_| opens);
        match before {
            Some(before) => self.announcer(before),
            None => Heard::Nothing,
        }
    }

    /// Who speaks after a sentence that ends with a colon, or with no stop at all.
    fn announcer(&self, sentence: u32) -> Heard {
        let range = self.pieces.sentence(sentence);
        let last = range.end - 1;
        let is_open = match self.pieces.all[last].shape {
            Shape::Mark => matches!(self.word(last), ":" | ","),
            Shape::Small => true,
            Shape::Capital
            | Shape::Acronym
            | Shape::Initial
            | Shape::Number
            | Shape::Possessive => false,
        };
        if !is_open || range.len() < 2 {
            return Heard::Nothing;
        }
        let is_colon = self.word(last) == ":";
        let range = range.start.max(range.end.saturating_sub(2 * REACH))..last;
        match self.last_saying(range.start..last + 1) {
            Some(verb) => self.subject_of(range, verb, sentence).weakened(),
            None if is_colon => self.opener(range),
            None => Heard::Nothing,
        }
    }
}
