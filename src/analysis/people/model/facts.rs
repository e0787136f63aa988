//! What a whole document shows of a word.
//!
//! A name stands beside titles, given names and verbs of saying somewhere in
//! its document, even where one mention of it stands bare; an ordinary word is
//! written small somewhere.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::segments::is_capital;
use crate::analysis::people::lists::{Class, Classes};
use crate::analysis::people::pieces::{Pieces, Shape, Style};

const TITLES: [Class; 5] = [
    Class::Honorific,
    Class::HonorificHe,
    Class::HonorificShe,
    Class::HonorificStopped,
    Class::Role,
];
const GIVEN: [Class; 2] = [Class::CommonGiven, Class::Given];

/// What a document shows of one word, whatever its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fact {
    /// It is written small somewhere.
    pub small: bool,
    /// It has a capital after a title, after a given name, before a verb of
    /// saying, before a word of organisations.
    pub titled: bool,
    pub after_given: bool,
    pub says: bool,
    pub organisation: bool,
    /// How often it has a capital inside a sentence, up to [`MOST`].
    pub inside: u8,
    /// How often it has one after "in", "at", "the" …, up to [`MOST`].
    pub placed: u8,
}

/// Counts beyond this say no more.
const MOST: u8 = 3;

impl Fact {
    /// What speaks for a person or against, as one number.
    pub(super) fn cues(self) -> u32 {
        u32::from(self.titled)
            | u32::from(self.after_given) << 1
            | u32::from(self.says) << 2
            | u32::from(self.organisation) << 3
    }
}

/// The facts of a document by word.
pub(super) struct Facts {
    all: Vec<Fact>,
    /// The place in `all` of each word, by its place among the document's words.
    of_word: Vec<u32>,
}

impl Facts {
    pub(super) fn of(pieces: &Pieces<'_>) -> Self {
        let mut places: FxHashMap<u32, u32> = FxHashMap::default();
        let of_word = pieces.words.iter().map(|word| {
            let next = places.len() as u32;
            *places.entry(word.small).or_insert(next)
        });
        let of_word: Vec<u32> = of_word.collect();
        let mut facts = Self {
            all: vec![Fact::default(); places.len()],
            of_word,
        };
        for (sentence, style) in pieces.sentences() {
            for at in sentence.clone() {
                facts.read(pieces, &sentence, style, at);
            }
        }
        facts
    }

    /// What is known of a word, by its place among the document's words.
    pub(super) fn word(&self, word: u32) -> Fact {
        self.all[self.of_word[word as usize] as usize]
    }

    fn read(&mut self, pieces: &Pieces<'_>, sentence: &Range<usize>, style: Style, at: usize) {
        let fact = &mut self.all[self.of_word[pieces.all[at].word as usize] as usize];
        if pieces.all[at].shape == Shape::Small {
            fact.small = true;
            return;
        }
        // In a heading of capitals nothing shows what a capital means.
        if !is_capital(pieces, at) || style == Style::Capitals {
            return;
        }
        let classes = |at: usize| pieces.words[pieces.all[at].word as usize].classes;
        if at > sentence.start {
            let before = classes(at - 1);
            fact.inside = (fact.inside + 1).min(MOST);
            fact.titled |= before.any(&TITLES);
            fact.after_given |= is_capital(pieces, at - 1) && before.any(&GIVEN);
            let places = matches!(
                pieces.word(at - 1),
                "in" | "at" | "from" | "near" | "the" | "to" | "In" | "At" | "From" | "The"
            );
            fact.placed = (fact.placed + u8::from(places)).min(MOST);
        }
        if at + 1 < sentence.end {
            let after = classes(at + 1);
            fact.says |= after.has(Class::Say);
            fact.organisation |= is_capital(pieces, at + 1) && is_organisation(after);
        }
    }
}

fn is_organisation(classes: Classes) -> bool {
    classes.any(&[Class::Organisation, Class::Place])
}
