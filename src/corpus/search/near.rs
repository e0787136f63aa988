//! Words that are a term misspelt.
//!
//! The distance is that of optimal string alignment: a letter put in, left out,
//! changed, or changed with its neighbour counts one. It is computed a bit a
//! letter (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau
//! edit distances", 2003). How much is forgiven is what search services settled
//! on: one mistake from four letters on, two from eight.

use super::value::Value;

/// From so many letters on one mistake is forgiven, and two.
const ONE_MISTAKE: usize = 4;
const TWO_MISTAKES: usize = 8;
/// Shorter terms that begin somebody's name are taken to be meant as typed.
const SURE: usize = 6;
/// The letters of a term are the bits of a word of the machine.
const LONGEST: usize = 64;

/// A term to compare words with.
#[derive(Debug)]
pub(super) struct Near {
    length: u32,
    mistakes: u32,
    letters: u32,
    /// For each ASCII letter, where it is in the term.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
}

impl Near {
    /// Returns nothing for a term too short to be misspelt, or too long to be a word.
    pub fn of(term: &str) -> Option<Self> {
        let length = term.chars().count();
        let mistakes = match length {
            ..ONE_MISTAKE => return None,
            ONE_MISTAKE..TWO_MISTAKES => 1,
            TWO_MISTAKES..=LONGEST => 2,
            _ => return None,
        };
        let mut near = Self {
            length: length as u32,
            mistakes,
            letters: Self::letters(term),
            ascii: [0; 128],
            others: Vec::new(),
        };
        for (place, letter) in term.chars().enumerate() {
            let bit = 1 << place;
            if letter.is_ascii() {
                near.ascii[letter as usize] |= bit;
            } else if let Some((_, places)) =
                near.others.iter_mut().find(|(known, _)| *known == letter)
            {
                *places |= bit;
            } else {
                near.others.push((letter, bit));
            }
        }
        Some(near)
    }

    /// Says whether the term would be believed as typed if it began a name.
    pub fn is_short(&self) -> bool {
        (self.length as usize) < SURE
    }

    /// Returns a bit for each letter a word has.
    pub fn letters(word: &str) -> u32 {
        word.bytes().fold(0, |letters, byte| match byte {
            b'a'..=b'z' => letters | 1 << (byte - b'a'),
            b'0'..=b'9' => letters | 1 << 26,
            _ => letters | 1 << 27,
        })
    }

    /// Says whether a word of these letters may be near: each mistake explains one that is missing.
    pub fn may_be(&self, letters: u32) -> bool {
        (self.letters & !letters).count_ones() <= self.mistakes
    }

    /// Returns what a word is worth that is near, or whose beginning is.
    pub fn value(&self, word: &str) -> Option<Value> {
        let (whole, beginning) = self.distances(word);
        if whole <= self.mistakes {
            return Some(if whole <= 1 { Value::NEAR } else { Value::FAR });
        }
        // The beginning of another word is a weaker likeness: one mistake, and more letters.
        let begins = self.length as usize >= SURE && beginning <= 1;
        begins.then_some(Value::NEAR_BEGINS)
    }

    /// The distance of the term to a word, and the least to any beginning of it.
    fn distances(&self, word: &str) -> (u32, u32) {
        let last = 1_u64 << (self.length - 1);
        let (mut vertical_plus, mut vertical_minus) = (u64::MAX, 0_u64);
        let (mut diagonal, mut places_before) = (0_u64, 0_u64);
        let mut distance = self.length;
        let mut least = distance;
        for letter in word.chars() {
            let places = self.places(letter);
            let swapped = (((!diagonal) & places) << 1) & places_before;
            diagonal = (((places & vertical_plus).wrapping_add(vertical_plus)) ^ vertical_plus)
                | places
                | vertical_minus
                | swapped;
            let plus = vertical_minus | !(diagonal | vertical_plus);
            let minus = diagonal & vertical_plus;
            if plus & last != 0 {
                distance += 1;
            }
            if minus & last != 0 {
                distance -= 1;
            }
            let (plus, minus) = ((plus << 1) | 1, minus << 1);
            vertical_plus = minus | !(diagonal | plus);
            vertical_minus = plus & diagonal;
            places_before = places;
            least = least.min(distance);
        }
        (distance, least)
    }

    fn places(&self, letter: char) -> u64 {
        if letter.is_ascii() {
            return self.ascii[letter as usize];
        }
        let found = self.others.iter().find(|(known, _)| *known == letter);
        found.map_or(0, |(_, places)| *places)
    }
}

#[cfg(test)]
mod tests {
    use super::{Near, Value};

    fn value(term: &str, word: &str) -> Option<Value> {
        let near = Near::of(term)?;
        let found = near.value(word);
        if found.is_some() {
            assert!(near.may_be(Near::letters(word)), "{term} and {word}");
        }
        found
    }

    #[test]
    fn one_mistake_is_forgiven_and_two_in_a_long_word() {
        for (term, word, expected) in [
            ("khamenei", "khamenehi", Some(Value::NEAR)),
            ("zelenskyy", "zelensky", Some(Value::NEAR)),
            ("zelensky", "zelenskiy", Some(Value::NEAR)),
            ("zelenskyj", "zelenskii", Some(Value::FAR)),
            ("khatibzade", "khattibzadeh", Some(Value::FAR)),
            ("zairf", "zarif", Some(Value::NEAR)),
            ("putni", "putin", Some(Value::NEAR)),
            ("merkle", "merkel", Some(Value::NEAR)),
            ("zarif", "sharif", None),
            ("ghni", "ghani", Some(Value::NEAR)),
            ("gni", "ghani", None),
            ("netanjah", "netanyahu", Some(Value::FAR)),
            ("metanya", "netanyahu", Some(Value::NEAR_BEGINS)),
            ("зелeнский", "зеленский", Some(Value::NEAR)),
            ("merkel", "market", None),
        ] {
            assert_eq!(value(term, word), expected, "{term} and {word}");
        }
    }

    /// The distance by its definition.
    fn distance(one: &str, other: &str) -> u32 {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut table = vec![vec![0_u32; other.len() + 1]; one.len() + 1];
        for row in 0..=one.len() {
            for column in 0..=other.len() {
                table[row][column] = match (row, column) {
                    (0, _) => column as u32,
                    (_, 0) => row as u32,
                    _ => {
                        let differs = u32::from(one[row - 1] != other[column - 1]);
                        let mut least = (table[row - 1][column] + 1)
                            .min(table[row][column - 1] + 1)
                            .min(table[row - 1][column - 1] + differs);
                        if row > 1
                            && column > 1
                            && one[row - 1] == other[column - 2]
                            && one[row - 2] == other[column - 1]
                        {
                            least = least.min(table[row - 2][column - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest::proptest! {
        #[test]
        fn the_distance_is_that_of_the_definition(term in "[abcé]{4,12}", word in "[abcé]{0,12}") {
            let near = Near::of(&term).expect("long enough");
            proptest::prop_assert_eq!(near.distances(&word).0, distance(&term, &word));
        }
    }
}
