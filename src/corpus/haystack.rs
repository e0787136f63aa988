//! Folded words of many entries in one text, so that a list is narrowed as one types.
//!
//! Entries are numbered from 0. All of them stand in one buffer: looking for a
//! word is one pass over it, a few milliseconds for a hundred thousand entries.
//! Nothing here knows what an entry is.

use memchr::memmem::Finder;

use super::fold::{fold, fold_into};

/// Letters of one field that are looked at: a headline of megabytes is cut.
const LETTERS: usize = 400;

/// What stands between the fields of an entry; no query holds it.
const BETWEEN: char = '\n';

/// The folded words of many entries.
#[derive(Debug, Default)]
pub struct Haystack {
    text: String,
    /// Where each entry ends in the text.
    ends: Vec<u32>,
}

/// Words as they are looked for: case, accents and variants folded away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needle(String);

impl Needle {
    /// Folds what was typed; white space becomes single blanks.
    pub fn new(typed: &str) -> Self {
        let words: Vec<&str> = typed.split_whitespace().collect();
        Self(fold(&words.join(" ")))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether a text holds the words.
    pub fn is_in(&self, text: &str) -> bool {
        fold(text).contains(&self.0)
    }

    /// Says whether a text is the words and nothing else.
    pub fn is(&self, text: &str) -> bool {
        fold(text) == self.0
    }

    /// Says whether a text begins with the words.
    pub fn begins(&self, text: &str) -> bool {
        fold(text).starts_with(&self.0)
    }
}

impl Haystack {
    /// Adds an entry of some fields.
    pub(super) fn push<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        for field in fields {
            let end = field.char_indices().nth(LETTERS);
            let field = &field[..end.map_or(field.len(), |(end, _)| end)];
            for line in field.split(BETWEEN) {
                fold_into(line, &mut self.text);
                self.text.push(' ');
            }
            self.text.push(BETWEEN);
        }
        self.ends.push(self.text.len() as u32);
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Says of each entry whether one of its fields holds the words.
    pub fn holding(&self, needle: &Needle) -> Vec<bool> {
        let mut holding = vec![needle.is_empty(); self.ends.len()];
        if needle.is_empty() {
            return holding;
        }
        let text = self.text.as_bytes();
        let finder = Finder::new(needle.0.as_bytes());
        let (mut at, mut entry) = (0, 0);
        while let Some(found) = finder.find(&text[at..]) {
            let place = (at + found) as u32;
            entry += self.ends[entry..].partition_point(|end| *end <= place);
            let Some(found) = holding.get_mut(entry) else {
                break;
            };
            *found = true;
            // The rest of an entry that was found is of no interest.
            at = self.ends[entry] as usize;
        }
        holding
    }

    /// Says whether a field of one entry holds the words.
    pub fn holds(&self, entry: usize, needle: &Needle) -> bool {
        self.entry(entry).contains(&needle.0)
    }

    /// Returns the folded fields of an entry; empty where there is none.
    pub(super) fn entry(&self, entry: usize) -> &str {
        let Some(end) = self.ends.get(entry) else {
            return "";
        };
        let start = entry.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..*end as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::{Haystack, Needle};

    fn haystack() -> Haystack {
        let mut haystack = Haystack::default();
        haystack.push(["Erdoğan visits Łódź", "The Daily"]);
        haystack.push([]);
        haystack.push(["Talks go on", "ERDOGAN WEEKLY"]);
        haystack.push(["Rain\nand wind"]);
        haystack
    }

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        let check = |typed: &str, expected: [bool; 4]| {
            let needle = Needle::new(typed);
            let haystack = haystack();
            assert_eq!(haystack.holding(&needle), expected, "{typed}");
            for (entry, expected) in expected.iter().enumerate() {
                assert_eq!(haystack.holds(entry, &needle), *expected, "{typed} {entry}");
            }
        };
        check("erdogan", [true, false, true, false]);
        check("LODZ", [true, false, false, false]);
        check("visits  łodz", [true, false, false, false]);
        check("rain and", [false, false, false, true]);
        check("lodz the", [false; 4]);
        check("", [true; 4]);
        check("absent", [false; 4]);
    }

    #[test]
    fn a_field_of_megabytes_costs_no_more_than_its_beginning() {
        let mut haystack = Haystack::default();
        haystack.push(["a".repeat(1_000_000).as_str(), "b"]);
        assert!(haystack.entry(0).len() < 1_000);
        assert!(haystack.holds(0, &Needle::new("b")));
        assert_eq!(haystack.entry(7), "");
    }
}
