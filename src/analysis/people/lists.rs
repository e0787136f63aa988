//! What the word lists say about a word, before any text is seen.
//!
//! Two lists are built in: `people.txt`, classes of words collected for this
//! project, held in a small hash; and `names.txt`, a hundred thousand names and
//! what is known of each, left as it is and searched by halving.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::speech::Speech;

/// One thing the lists may say about a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A given name of the United States census of 1990.
    CommonGiven,
    Given,
    /// One of the 20,000 commonest surnames of the census of 1990.
    CommonSurname,
    Surname,
    City,
    Country,
    /// Written small more often than not.
    Ordinary,
    /// Written with a capital, mostly in the name of a person.
    InPersons,
    /// Written with a capital, hardly ever in the name of a person.
    InOthers,
    HonorificHe,
    HonorificShe,
    Honorific,
    /// An honorific only with its stop: "Gov. Roe", but "Gov 2.0".
    HonorificStopped,
    Role,
    RoleWord,
    Organisation,
    Place,
    Nation,
    Say,
    Act,
    Particle,
    Suffix,
    /// What is called after a person: "the Roe administration", "the Roe family".
    Household,
    Calendar,
    Function,
    PlacePreposition,
    /// Stands before the name of a saint, which is mostly a place ("St. Louis", "Port Roe").
    PlacePrefix,
    /// Several words, joined by hyphens, that look like a name and are none.
    Phrase,
    /// Written so only where people write as they talk ("im", "u").
    Casual,
    /// What is done for a text: "reporting", "photo".
    Credit,
    /// What a writer is called in a byline: "staff", "correspondent".
    Writer,
    /// Written behind a name: "Roe, PhD".
    Degree,
}

/// The classes by their letters in `names.txt`.
const NAME_CLASSES: [(u8, Class); 9] = [
    (b'G', Class::CommonGiven),
    (b'g', Class::Given),
    (b'S', Class::CommonSurname),
    (b's', Class::Surname),
    (b'p', Class::City),
    (b'c', Class::Country),
    (b'w', Class::Ordinary),
    (b'n', Class::InPersons),
    (b'x', Class::InOthers),
];

/// The classes by their names in `people.txt`.
const WORD_CLASSES: [(&str, Class); 23] = [
    ("honorific-he", Class::HonorificHe),
    ("honorific-she", Class::HonorificShe),
    ("honorific", Class::Honorific),
    ("honorific-stopped", Class::HonorificStopped),
    ("role", Class::Role),
    ("role-word", Class::RoleWord),
    ("organisation", Class::Organisation),
    ("place", Class::Place),
    ("nation", Class::Nation),
    ("say", Class::Say),
    ("act", Class::Act),
    ("particle", Class::Particle),
    ("suffix", Class::Suffix),
    ("household", Class::Household),
    ("calendar", Class::Calendar),
    ("function", Class::Function),
    ("place-preposition", Class::PlacePreposition),
    ("place-prefix", Class::PlacePrefix),
    ("phrase", Class::Phrase),
    ("casual", Class::Casual),
    ("credit", Class::Credit),
    ("writer", Class::Writer),
    ("degree", Class::Degree),
];

/// A set of [`Class`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u32);

impl Classes {
    pub(super) const NONE: Self = Self(0);

    pub(super) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    pub(super) fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    pub(super) fn with(mut self, class: Class) -> Self {
        self.insert(class);
        self
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn insert(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

/// The word lists the finder leans on.
#[derive(Debug)]
pub struct Lists {
    words: FxHashMap<&'static str, Classes>,
    /// Lines `word letters`, sorted by bytes.
    names: &'static str,
    pub(super) speech: Speech,
}

impl Lists {
    /// Loads the built-in English lists.
    pub fn english() -> Self {
        let names = include_str!("../../../assets/english/names.txt");
        Self {
            words: read_words(include_str!("../../../assets/english/people.txt")),
            names: after_comments(names),
            speech: Speech::english(),
        }
    }

    /// Says what is known of a word written small: no names are looked up.
    pub(super) fn small(&self, word: &str) -> Classes {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Says what is known of a word, which may be written with capitals and accents.
    pub(super) fn classes(&self, word: &str) -> Classes {
        let folded = fold(word);
        self.small(&folded).union(self.name(&folded))
    }

    fn name(&self, folded: &str) -> Classes {
        let mut classes = Classes::default();
        let mut rest = self.names;
        while !rest.is_empty() {
            // The list is ASCII, so that any byte may be cut at.
            let start = rest[..rest.len() / 2]
                .rfind('\n')
                .map_or(0, |newline| newline + 1);
            let end = rest[start..].find('\n').map_or(rest.len(), |at| start + at);
            let (word, letters) = rest[start..end]
                .split_once(' ')
                .expect("every line of the names has two parts");
            match word.cmp(folded) {
                Ordering::Less => rest = rest.get(end + 1..).unwrap_or_default(),
                Ordering::Greater => rest = &rest[..start],
                Ordering::Equal => {
                    for (letter, class) in NAME_CLASSES {
                        if letters.as_bytes().contains(&letter) {
                            classes.insert(class);
                        }
                    }
                    break;
                }
            }
        }
        classes
    }
}

/// Writes a word small and without accents, the way the lists hold it.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    let letters = word.nfd().filter(|char| !is_combining_mark(*char));
    for small in letters.flat_map(char::to_lowercase) {
        match small {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ŋ' => folded.push('n'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            '’' | '‘' | 'ʻ' | 'ʼ' | '`' => folded.push('\''),
            other => folded.push(other),
        }
    }
    folded
}

fn read_words(list: &'static str) -> FxHashMap<&'static str, Classes> {
    let mut words: FxHashMap<&str, Classes> = FxHashMap::default();
    let lines = after_comments(list).lines();
    for line in lines.filter(|line| !line.is_empty()) {
        let (name, members) = line.split_once(':').expect("a class has a name");
        let (_, class) = WORD_CLASSES
            .iter()
            .find(|(known, _)| *known == name)
            .expect("the class is known");
        for word in members.split_ascii_whitespace() {
            words.entry(word).or_default().insert(*class);
        }
    }
    words
}

fn after_comments(list: &str) -> &str {
    let mut rest = list;
    while rest.starts_with(['#', '\n']) {
        rest = rest.split_once('\n').map_or("", |(_, after)| after);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_every_letter_is_known() {
        let lists = Lists::english();
        assert!(lists.names.is_ascii());
        let mut before = "";
        for line in lists.names.lines() {
            let (word, letters) = line.split_once(' ').expect("two parts");
            assert!(before < word, "{before} stands before {word}");
            for letter in letters.bytes() {
                assert!(NAME_CLASSES.iter().any(|(known, _)| *known == letter));
            }
            before = word;
        }
    }

    #[test]
    fn the_first_the_last_and_accented_names_are_found() {
        let lists = Lists::english();
        for line in [lists.names.lines().next(), lists.names.lines().last()] {
            let (word, _) = line.and_then(|line| line.split_once(' ')).expect("a line");
            assert_ne!(lists.name(word), Classes::default(), "{word}");
        }
        assert!(lists.classes("José").has(Class::CommonGiven));
        assert!(lists.classes("Mrs").has(Class::HonorificShe));
        assert_eq!(lists.name("zzzzzz"), Classes::default());
    }
}
