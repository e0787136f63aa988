//! The features of a piece: what it is, what stands around it, what its document shows.
//!
//! A feature is the hash of its template's number and of its parts. The order of
//! the templates is part of every model: a new one goes to the end, and the
//! models are trained anew.

use std::ops::Range;

use super::facts::{Fact, Facts};
use super::hash::Mix;
use super::segments::is_capital;
use super::word::Word;
use crate::analysis::people::lists::Class;
use crate::analysis::people::pieces::{Pieces, Shape, Style};

/// No piece has more features.
pub(super) const MOST: usize = 96;

/// Templates below this number are the word's own.
const OWN: u32 = 32;

/// A run of more capitalised words is a heading or a list.
const LONGEST_RUN: usize = 6;

/// The sentence that features are taken from.
pub(super) struct Window<'w, 'a> {
    pieces: &'w Pieces<'a>,
    facts: &'w Facts,
    sentence: Range<usize>,
    style: u32,
    /// Its first word; marks may stand before it.
    first: usize,
    /// The capitalised words that the piece looked at last is one of.
    run: Range<usize>,
}

/// The templates of one piece, numbered as they are filled.
struct Templates<'o> {
    next: u32,
    out: &'o mut Vec<u32>,
}

impl Templates<'_> {
    fn add<const N: usize>(&mut self, parts: [u32; N]) {
        let feature = parts.into_iter().fold(Mix::of(self.next), Mix::with);
        self.next += 1;
        self.out.push(feature.finish());
    }

    /// Leaves templates without a value out.
    fn skip(&mut self, count: u32) {
        self.next += count;
    }

    /// One template for each part that is there.
    fn add_each(&mut self, parts: &[u32]) {
        for part in parts {
            match *part {
                super::hash::NOTHING => self.skip(1),
                part => self.add([part]),
            }
        }
    }
}

/// A word and its neighbours, two on each side.
struct Words<'w> {
    before_last: &'w Word,
    before: &'w Word,
    here: &'w Word,
    after: &'w Word,
    after_next: &'w Word,
}

impl<'w, 'a> Window<'w, 'a> {
    pub(super) fn new(
        pieces: &'w Pieces<'a>,
        facts: &'w Facts,
        (sentence, style): (Range<usize>, Style),
    ) -> Self {
        let first = sentence
            .clone()
            .find(|at| pieces.all[*at].shape != Shape::Mark)
            .unwrap_or(sentence.start);
        Self {
            pieces,
            facts,
            run: sentence.start..sentence.start,
            sentence,
            style: match style {
                Style::Running => 0,
                Style::Titled => 1,
                Style::Capitals => 2,
            },
            first,
        }
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.sentence.clone()
    }

    /// Appends the features of a word, wherever it stands.
    pub(super) fn own_features(word: &Word, out: &mut Vec<u32>) {
        let mut templates = Templates { next: 0, out };
        templates.add([1]);
        templates.add([word.exact]);
        templates.add([word.small]);
        templates.add([word.shape]);
        templates.add([word.listed, word.outline]);
        templates.add([word.kind, word.listed]);
        templates.add_each(&word.prefixes);
        templates.add_each(&word.suffixes);
    }

    /// Appends what else speaks for or against the piece at `at`; pieces are asked
    /// for in their order.
    pub(super) fn features(&mut self, at: usize, out: &mut Vec<u32>) {
        let words = Words {
            before_last: self.word(at.wrapping_sub(2)),
            before: self.word(at.wrapping_sub(1)),
            here: self.word(at),
            after: self.word(at + 1),
            after_next: self.word(at + 2),
        };
        let mut templates = Templates { next: OWN, out };
        let begins = u32::from(self.begins(at));
        words.spelling(&mut templates);
        words.shapes(&mut templates);
        templates.add([begins, words.here.outline, self.style]);
        templates.add([self.style, words.here.small]);
        words.lists(&mut templates);
        templates.add([words.here.listed, begins, self.style]);
        self.run(at, &words, &mut templates);
        self.document(at, begins, &words, &mut templates);
    }

    fn word(&self, at: usize) -> &'w Word {
        match self.sentence.contains(&at) {
            true => &self.pieces.words[self.pieces.all[at].word as usize],
            false => &Word::EDGE,
        }
    }

    fn fact(&self, at: usize) -> Fact {
        match self.sentence.contains(&at) {
            true => self.facts.word(self.pieces.all[at].word),
            false => Fact::default(),
        }
    }

    /// Whether a capital says nothing here: the sentence begins, or a speech within it.
    fn begins(&self, at: usize) -> bool {
        at <= self.first || {
            let before = self.pieces.word(at - 1);
            matches!(before, ":" | "“" | "\"" | "‘" | "«" | "„" | "*" | "•")
        }
    }

    /// The capitalised words around a piece, and where it stands among them.
    fn run(&mut self, at: usize, words: &Words<'_>, templates: &mut Templates<'_>) {
        if at >= self.run.end {
            self.run = at..self.run_end(at);
        }
        if self.run.is_empty() {
            templates.skip(9);
            return;
        }
        let run = self.run.clone();
        let place = ((at - run.start).min(4) * 8 + run.len().min(LONGEST_RUN)) as u32;
        let (first, last) = (self.word(run.start), self.word(run.end - 1));
        let (before, after) = (self.word(run.start.wrapping_sub(1)), self.word(run.end));
        templates.add([place, words.here.outline]);
        templates.add([last.small, place]);
        templates.add([first.small, place]);
        templates.add([before.small, place]);
        templates.add([after.small, place]);
        templates.add([before.small, after.small]);
        templates.add([first.listed, last.listed, place]);
        let begins = u32::from(run.start <= self.first);
        templates.add([place, words.here.listed, begins]);
        templates.add([before.listed >> 6, after.listed >> 6, place]);
    }

    fn run_end(&self, at: usize) -> usize {
        let capital = |at: usize| self.sentence.contains(&at) && is_capital(self.pieces, at);
        let mut end = at;
        while capital(end) || end > at && self.is_particle(end) && capital(end + 1) {
            end += 1;
        }
        end
    }

    fn is_particle(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.pieces.all[at].classes.has(Class::Particle)
    }

    fn document(&self, at: usize, begins: u32, words: &Words<'_>, templates: &mut Templates<'_>) {
        let fact = self.fact(at);
        let (small, inside) = (u32::from(fact.small), u32::from(fact.inside));
        let placed = u32::from(fact.placed.min(2));
        let begins_styled = begins * 4 + self.style;
        templates.add([small, inside, begins, words.here.outline]);
        templates.add([fact.cues(), placed]);
        templates.add([fact.cues() & 3, words.here.listed]);
        templates.add([small, words.here.listed, begins]);
        templates.add([fact.cues(), placed, words.here.outline, begins_styled]);
        let beside = [self.fact(at.wrapping_sub(1)), self.fact(at + 1)];
        templates.add([
            u32::from(beside[0].titled),
            u32::from(beside[1].after_given),
            words.here.listed,
        ]);
    }
}

impl Words<'_> {
    fn spelling(&self, templates: &mut Templates<'_>) {
        let Self {
            before_last,
            before,
            here,
            after,
            after_next,
        } = self;
        templates.add([before.small]);
        templates.add([after.small]);
        templates.add([before_last.small]);
        templates.add([after_next.small]);
        templates.add([before.small, here.small]);
        templates.add([here.small, after.small]);
        templates.add([before.small, after.small]);
        templates.add([before_last.small, before.small]);
        templates.add([after.small, after_next.small]);
        templates.add([before.suffixes[2]]);
        templates.add([after.suffixes[2]]);
        templates.add([here.suffixes[2], before.outline]);
        templates.add([before.small, here.outline]);
        templates.add([after.small, here.outline]);
        templates.add([before_last.small, before.small, here.outline]);
        templates.add([after.small, after_next.small, here.outline]);
        templates.add([before.small, here.outline, after.small]);
    }

    fn shapes(&self, templates: &mut Templates<'_>) {
        let Self {
            before_last,
            before,
            here,
            after,
            after_next,
        } = self;
        templates.add([here.outline, before.outline]);
        templates.add([here.outline, after.outline]);
        templates.add([before.outline, here.outline, after.outline]);
        templates.add([
            before_last.outline,
            before.outline,
            here.outline,
            after.outline,
            after_next.outline,
        ]);
    }

    fn lists(&self, templates: &mut Templates<'_>) {
        let Self {
            before_last,
            before,
            here,
            after,
            after_next,
        } = self;
        templates.add([before.listed, here.listed]);
        templates.add([here.listed, after.listed]);
        templates.add([before.listed, here.listed, after.listed]);
        templates.add([before_last.listed, before.listed]);
        templates.add([after.listed, after_next.listed]);
        templates.add([here.listed, before.small]);
        templates.add([here.listed, after.small]);
        templates.add([here.listed, before.outline, after.outline]);
        templates.add([before.kind, here.listed]);
        templates.add([after.kind, here.listed]);
        templates.add([before.kind, here.kind, after.kind]);
    }
}
