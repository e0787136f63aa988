//! What the model knows of a word before it sees the text around it.

use super::hash::{Hasher, NOTHING};
use crate::analysis::people::lists::{Class, Classes};

/// Beginnings of up to so many letters are features.
pub(super) const PREFIXES: usize = 4;
/// Endings of up to so many letters are features.
pub(super) const SUFFIXES: usize = 5;

/// A word of a text, each spelling once.
#[derive(Debug, Clone, Copy)]
pub(in crate::analysis::people) struct Word {
    pub classes: Classes,
    /// The hash of the spelling, and of the word written small.
    pub(super) exact: u32,
    pub(super) small: u32,
    /// How it is written, letter by letter and with repetitions left out.
    pub(super) shape: u32,
    pub(super) outline: u32,
    /// By length less one; [`NOTHING`] where the word is no longer than that.
    pub(super) prefixes: [u32; PREFIXES],
    pub(super) suffixes: [u32; SUFFIXES],
    /// What the gazetteers and the lists of titles, verbs and organisations say.
    pub(super) listed: u32,
    /// What kind of other word it is: a day, a nation, a function word …
    pub(super) kind: u32,
}

/// The classes that tell names from other words.
const LISTED: [Class; 15] = [
    Class::CommonGiven,
    Class::Given,
    Class::CommonSurname,
    Class::Surname,
    Class::City,
    Class::Country,
    Class::Honorific,
    Class::HonorificHe,
    Class::HonorificShe,
    Class::HonorificStopped,
    Class::Role,
    Class::Say,
    Class::Organisation,
    Class::Particle,
    Class::Ordinary,
];

/// The other classes, the telling ones first.
const KINDS: [Class; 10] = [
    Class::Calendar,
    Class::Nation,
    Class::Function,
    Class::Place,
    Class::PlacePreposition,
    Class::PlacePrefix,
    Class::RoleWord,
    Class::Suffix,
    Class::Act,
    Class::Household,
];

/// No word shows more of itself than so many letters.
const MOST_LETTERS: usize = 24;

impl Word {
    /// What stands before the first word of a sentence and after its last.
    pub(super) const EDGE: Self = Self {
        classes: Classes::NONE,
        exact: NOTHING,
        small: NOTHING,
        shape: NOTHING,
        outline: NOTHING,
        prefixes: [NOTHING; PREFIXES],
        suffixes: [NOTHING; SUFFIXES],
        listed: 1 << 20,
        kind: 99,
    };

    pub(in crate::analysis::people) fn new(word: &str, classes: Classes) -> Self {
        let mut exact = Hasher::new();
        let mut letters = ['\0'; MOST_LETTERS];
        let mut count = 0;
        for letter in word.chars() {
            exact.add(letter);
            // A word that long is none: its first letters tell enough.
            if count < MOST_LETTERS {
                letters[count] = letter;
                count += 1;
            }
        }
        let (shape, outline) = shapes(&letters[..count]);
        for letter in &mut letters[..count] {
            *letter = small(*letter);
        }
        let letters = &letters[..count];
        Self {
            classes,
            exact: exact.finish(),
            small: hash(letters.iter()),
            shape,
            outline,
            prefixes: ends(letters.iter()),
            suffixes: ends(letters.iter().rev()),
            listed: bits(classes, &LISTED),
            kind: KINDS
                .iter()
                .position(|class| classes.has(*class))
                .map_or(0, |place| place as u32 + 1),
        }
    }
}

/// The [`key`](Word::key) of a spelling.
pub(in crate::analysis::people) fn key(spelling: &str) -> u32 {
    let mut hasher = Hasher::new();
    for letter in spelling.chars().take(MOST_LETTERS) {
        hasher.add(small(letter));
    }
    hasher.finish()
}

/// A letter written small; what becomes several letters ("İ") keeps the first.
fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

impl Word {
    /// Tells words apart whatever their case.
    pub(in crate::analysis::people) fn key(&self) -> u32 {
        self.small
    }
}

fn bits(classes: Classes, wanted: &[Class]) -> u32 {
    (0..)
        .zip(wanted)
        .filter(|(_, class)| classes.has(**class))
        .map(|(place, _)| 1 << place)
        .sum()
}

fn hash<'a>(letters: impl Iterator<Item = &'a char>) -> u32 {
    let mut hasher = Hasher::new();
    letters.for_each(|letter| hasher.add(*letter));
    hasher.finish()
}

/// The hashes of the first one, two, three … letters, the whole word left out.
fn ends<'a, const N: usize>(letters: impl ExactSizeIterator<Item = &'a char>) -> [u32; N] {
    let mut ends = [NOTHING; N];
    let mut hasher = Hasher::new();
    let most = letters.len().saturating_sub(1);
    for (end, letter) in ends.iter_mut().zip(letters.take(most)) {
        hasher.add(*letter);
        *end = hasher.finish();
    }
    ends
}

/// "McRoe" is `AaAaa`, and `AaAa` with repetitions left out; of a long word only
/// the beginning and the end count.
fn shapes(letters: &[char]) -> (u32, u32) {
    let mut shape = Hasher::new();
    let mut outline = Hasher::new();
    let mut before = '\0';
    for (place, letter) in letters.iter().enumerate() {
        let class = if letter.is_uppercase() {
            'A'
        } else if letter.is_alphabetic() {
            'a'
        } else if letter.is_numeric() {
            '0'
        } else {
            *letter
        };
        if letters.len() <= 6 || place < 3 || place + 3 >= letters.len() {
            shape.add(class);
        }
        if class != before {
            outline.add(class);
            before = class;
        }
    }
    shape.add(if letters.len() > 6 { '~' } else { '.' });
    (shape.finish(), outline.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_and_endings_leave_the_whole_word_out() {
        let word = |spelling: &str| Word::new(spelling, Classes::NONE);
        let (short, long) = (word("Roe"), word("roebuck"));
        assert_eq!(short.prefixes[..2], long.prefixes[..2]);
        assert_eq!(short.prefixes[2..], [NOTHING; 2]);
        assert_eq!(word("Doe").suffixes[..2], short.suffixes[..2]);
        assert_eq!(word("").prefixes, [NOTHING; PREFIXES]);
    }

    #[test]
    fn case_makes_no_other_key_and_another_shape() {
        let word = |spelling: &str| Word::new(spelling, Classes::NONE);
        assert_eq!(word("McRoe").key(), key("MCROE"));
        assert_ne!(word("McRoe").shape, word("MCROE").shape);
        assert_eq!(word("Roebuck").outline, word("Roe").outline);
    }
}
