//! Decides which candidates are names, by what speaks for and against each.
//!
//! Evidence is counted in points: what the lists know of its words, what stands
//! before and after it, and the best that the same name, or the full name it
//! ends, gathers anywhere in the document.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidates::{self, Candidate};
use super::lists::{Class, Classes, Lists, fold};
use super::pieces::{Piece, Pieces, Shape, Style};
use crate::document::Span;

/// A name found in one place.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub pieces: Range<usize>,
    pub sentence: u32,
}

impl Found {
    /// The pieces of a name whose place is known; `None` where no piece is.
    pub(super) fn at(pieces: &Pieces<'_>, span: Span) -> Option<Self> {
        let start = pieces
            .all
            .partition_point(|piece| piece.span.end <= span.start);
        let end = pieces
            .all
            .partition_point(|piece| piece.span.start < span.end);
        let within = |sentence: &(usize, (Range<usize>, Style))| sentence.1.0.contains(&start);
        let (sentence, (range, _)) = pieces.sentences().enumerate().find(within)?;
        let end = end.min(range.end);
        (start < end).then_some(Self {
            pieces: start..end,
            sentence: u32::try_from(sentence).ok()?,
        })
    }

    pub(super) fn span(&self, pieces: &Pieces<'_>) -> Span {
        Span {
            start: pieces.all[self.pieces.start].span.start,
            end: pieces.all[self.pieces.end - 1].span.end,
        }
    }
}

/// Points from which a name of several words stands; measured on the development sets.
const FULL_NAME: i32 = 2;
/// Points from which a lone word stands.
const LONE_NAME: i32 = 4;

/// Capitalised words that may stand right before a person's name.
const MAY_PRECEDE: [Class; 5] = [
    Class::Function,
    Class::Calendar,
    Class::Nation,
    Class::Organisation,
    Class::RoleWord,
];

/// Points that a neighbour in a list of people gives.
const LENT: i32 = 2;

/// Finds the names of a text, in its order.
pub(super) fn find(pieces: &Pieces<'_>, lists: &Lists) -> Vec<Found> {
    let judge = Judge { pieces };
    let mut candidates = candidates::find(pieces);
    candidates.retain(|candidate| {
        let phrase = judge.key(candidate).replace(' ', "-");
        !lists.small(&phrase).has(Class::Phrase)
    });
    let mut judged: Vec<(String, i32)> = candidates
        .iter()
        .map(|candidate| (judge.key(candidate), judge.points(candidate)))
        .collect();
    judge.lend_to_neighbours(&candidates, &mut judged);
    let mut best: FxHashMap<&str, i32> = FxHashMap::default();
    for (key, points) in &judged {
        let entry = best.entry(key).or_insert(*points);
        *entry = (*entry).max(*points);
    }
    let parts = parts_of_full_names(&judged, &best);
    candidates
        .into_iter()
        .zip(&judged)
        .filter(|(candidate, (key, points))| {
            let best = best[key.as_str()];
            if key.contains(' ') {
                return best >= FULL_NAME && *points > best - 6;
            }
            let known = parts.get(key.as_str()).copied().unwrap_or_default();
            best.max(*points + known) >= LONE_NAME && *points > -3 && !judge.is_vetoed(candidate)
        })
        .map(|(candidate, _)| Found {
            pieces: candidate.pieces,
            sentence: candidate.sentence,
        })
        .collect()
}

/// What it counts for a lone word to be the last or first word of a full name.
fn parts_of_full_names<'a>(
    judged: &'a [(String, i32)],
    best: &FxHashMap<&str, i32>,
) -> FxHashMap<&'a str, i32> {
    let mut parts = FxHashMap::default();
    for (key, _) in judged {
        let words = key.split(' ');
        if !key.contains(' ') || best[key.as_str()] < FULL_NAME {
            continue;
        }
        for (index, word) in words.enumerate() {
            let points = if index == 0 { 4 } else { 7 };
            let halves = word.split('-').filter(|half| half.len() > 3 && index > 0);
            for part in halves.chain([word]) {
                let entry = parts.entry(part).or_insert(points);
                *entry = points.max(*entry);
            }
        }
    }
    parts
}

struct Judge<'p, 'a> {
    pieces: &'p Pieces<'a>,
}

impl Judge<'_, '_> {
    /// In a list of people an unknown name is one more: "Roe, Doe and Poe".
    fn lend_to_neighbours(&self, candidates: &[Candidate], judged: &mut [(String, i32)]) {
        let last = candidates.len().saturating_sub(1);
        for (index, other) in (0..last)
            .map(|index| (index + 1, index))
            .chain((0..last).rev().map(|index| (index, index + 1)))
        {
            let between =
                candidates[index.min(other)].pieces.end..candidates[index.max(other)].pieces.start;
            let (key, points) = &judged[other];
            let is_person = key.contains(' ') && *points >= FULL_NAME + LENT;
            if is_person
                && judged[index].0.contains(' ')
                && judged[index].1 < FULL_NAME
                && self.is_list(between)
            {
                judged[index].1 += LENT;
            }
        }
    }

    fn is_list(&self, between: Range<usize>) -> bool {
        (1..=2).contains(&between.len())
            && between
                .map(|at| self.pieces.word(at))
                .all(|word| matches!(word, "," | "and" | "or" | "&"))
    }

    /// The words that make two candidates the same.
    fn key(&self, candidate: &Candidate) -> String {
        let mut key = String::new();
        for at in candidate.pieces.clone() {
            if self.pieces.all[at].shape == Shape::Mark {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&fold(self.pieces.word(at)));
        }
        key
    }

    fn points(&self, candidate: &Candidate) -> i32 {
        let pieces = &self.pieces.all[candidate.pieces.clone()];
        let mut words = pieces
            .iter()
            .filter(|piece| matches!(piece.shape, Shape::Capital | Shape::Initial));
        let own = match (words.next(), words.next_back()) {
            (Some(first), Some(last)) => full_name(first, last) + middle(pieces),
            (Some(only), None) => lone_name(only.classes),
            (None, _) => 0,
        };
        let style = match candidate.style {
            Style::Running => 0,
            Style::Titled | Style::Capitals => -2,
        };
        own + style + self.before(candidate) + self.after(candidate)
    }

    fn piece(&self, candidate: &Candidate, at: usize) -> Option<&Piece> {
        let range = self.pieces.sentence(candidate.sentence);
        range.contains(&at).then(|| &self.pieces.all[at])
    }

    /// What stands before: titles and roles speak for a person, articles and "in" against.
    fn before(&self, candidate: &Candidate) -> i32 {
        let start = candidate.pieces.start;
        let Some(before) = start
            .checked_sub(1)
            .and_then(|at| self.piece(candidate, at))
        else {
            return 0;
        };
        let classes = before.classes;
        if classes.any(&[Class::HonorificHe, Class::HonorificShe, Class::Honorific]) {
            return 6;
        }
        if classes.has(Class::Role) {
            return 4;
        }
        match before.shape {
            Shape::Capital if classes.any(&[Class::PlacePrefix, Class::Place]) => -4,
            Shape::Small if classes.has(Class::PlacePreposition) => -2,
            Shape::Small if self.is_household(candidate) => 0,
            Shape::Small if matches!(self.pieces.word(start - 1), "the" | "a" | "an") => -4,
            Shape::Small if matches!(self.pieces.word(start - 1), "by" | "with") => 1,
            Shape::Mark if self.pieces.word(start - 1) == "&" => -4,
            Shape::Acronym => -1,
            // Part of a longer name of something else.
            Shape::Capital if !classes.any(&MAY_PRECEDE) => -2,
            Shape::Capital
            | Shape::Initial
            | Shape::Small
            | Shape::Number
            | Shape::Possessive
            | Shape::Mark => 0,
        }
    }

    fn is_household(&self, candidate: &Candidate) -> bool {
        self.piece(candidate, candidate.pieces.end)
            .is_some_and(|after| after.shape == Shape::Small && after.classes.has(Class::Household))
    }

    /// What stands after: speech, age and appositions speak for a person,
    /// words of organisations and places against.
    fn after(&self, candidate: &Candidate) -> i32 {
        let end = candidate.pieces.end;
        let Some(after) = self.piece(candidate, end) else {
            return 0;
        };
        match after.shape {
            Shape::Small if after.classes.has(Class::Say) => 3,
            Shape::Small if self.pieces.word(end) == "who" => 4,
            Shape::Small if after.classes.has(Class::Act) => 2,
            Shape::Small if self.pieces.word(end).ends_with("ed") => 2,
            Shape::Capital | Shape::Acronym
                if after.classes.any(&[Class::Organisation, Class::Place]) =>
            {
                -5
            }
            Shape::Capital | Shape::Acronym => -2,
            Shape::Mark => self.after_mark(candidate, end),
            Shape::Small | Shape::Initial | Shape::Number | Shape::Possessive => 0,
        }
    }

    fn after_mark(&self, candidate: &Candidate, mark: usize) -> i32 {
        let mark_word = self.pieces.word(mark);
        let Some(next) = self.piece(candidate, mark + 1) else {
            return 0;
        };
        match mark_word {
            "&" => -4,
            "(" => match self.pieces.word(mark + 1) {
                "born" | "b." | "died" => 4,
                _ => 0,
            },
            "," if next.shape == Shape::Number => {
                let age = self.pieces.word(mark + 1).len() == 2
                    && self
                        .piece(candidate, mark + 2)
                        .is_some_and(|piece| piece.shape == Shape::Mark);
                if age { 4 } else { 0 }
            }
            "," if self.pieces.word(mark + 1) == "who" => 4,
            "," if self.has_role(candidate, mark + 1) => 3,
            _ => 0,
        }
    }

    /// Whether an apposition names a role within its first words.
    fn has_role(&self, candidate: &Candidate, from: usize) -> bool {
        let range = self.pieces.sentence(candidate.sentence);
        (from..range.end.min(from + 8))
            .map(|at| &self.pieces.all[at])
            .take_while(|piece| piece.shape != Shape::Mark)
            .any(|piece| piece.classes.has(Class::Role))
    }

    /// Whether a lone word here is no person, whoever it names elsewhere:
    /// "the Roe plan", "Roe Airport", "in Roe".
    fn is_vetoed(&self, candidate: &Candidate) -> bool {
        self.after(candidate) <= -4 || self.before(candidate) <= -4
    }
}

fn full_name(first: &Piece, last: &Piece) -> i32 {
    let mut points = weight(first.classes) + weight(last.classes);
    if first.shape == Shape::Initial {
        points += 2;
    } else if first.classes.has(Class::CommonGiven) {
        points += 3;
    } else if first.classes.has(Class::Given) {
        points += 2;
    }
    if last.classes.any(&[Class::CommonSurname, Class::Surname]) {
        points += 2;
    } else if last.classes.has(Class::Given) || last.classes == Classes::default() {
        points += 1;
    }
    points
}

/// What the words between the first and the last say, and how many they are.
fn middle(pieces: &[Piece]) -> i32 {
    let inner = &pieces[1..pieces.len() - 1];
    let initials = inner.iter().any(|piece| piece.shape == Shape::Initial);
    let words: i32 = inner.iter().map(|piece| weight(piece.classes).min(0)).sum();
    let excess = i32::try_from(pieces.len().saturating_sub(5)).unwrap_or(i32::MAX / 2);
    words + if initials { 3 } else { 0 } - 2 * excess
}

fn lone_name(classes: Classes) -> i32 {
    let mut points = weight(classes);
    if classes.has(Class::InPersons) {
        points += 3;
    }
    let doubtful = [
        Class::Ordinary,
        Class::InOthers,
        Class::City,
        Class::Country,
    ];
    if classes.has(Class::CommonGiven) && !classes.any(&doubtful) {
        points += 4;
    }
    if classes.any(&[Class::CommonSurname, Class::Surname]) {
        points += if classes.any(&doubtful) { 1 } else { 2 };
    }
    points
}

/// What a word says wherever it stands in a name.
fn weight(classes: Classes) -> i32 {
    let mut points = 0;
    let common = classes.any(&[Class::CommonGiven, Class::CommonSurname]);
    if classes.has(Class::InPersons) {
        points += 1;
    }
    if classes.has(Class::Ordinary) {
        points -= if common { 1 } else { 2 };
    }
    if classes.has(Class::InOthers) {
        points -= if common { 1 } else { 3 };
    }
    if classes.any(&[Class::City, Class::Country]) && !common {
        points -= 2;
    }
    points
}
