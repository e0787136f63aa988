//! What the word lists say about a word, before any text is seen.
//!
//! Two lists are built in: `people.txt`, classes of words collected for this
//! project, held in a small hash; and `names.txt`, a hundred thousand names and
//! what is known of each (`gazetteer`).

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::gazetteer::Gazetteer;

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
    names: Gazetteer,
    pub(super) speech: Speech,
}

impl Lists {
    /// Loads the built-in English lists.
    pub fn english() -> Self {
        Self {
            words: read_words(include_str!("../../../assets/english/people.txt")),
            names: Gazetteer::read(names()),
            speech: Speech::english(),
        }
    }

    /// Says whether a name of a folded first and last word begins with the given
    /// name, as far as the lists tell: "jane roe", but not "xi jinping" or "kim jong un".
    pub fn is_given_first(&self, first: &str, last: &str) -> bool {
        let classes = self.names.classes(first);
        let may_be_surname = classes.has(Class::CommonSurname)
            && !self.names.classes(last).has(Class::CommonSurname);
        classes.has(Class::CommonGiven) && !may_be_surname
    }

    /// Says what is known of a word written small: no names are looked up.
    pub(super) fn small(&self, word: &str) -> Classes {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Says what is known of a word, which may be written with capitals and accents.
    pub(super) fn classes(&self, word: &str) -> Classes {
        let folded = fold(word);
        self.small(&folded).union(self.names.classes(&folded))
    }
}

/// The lines of `names.txt`, its head left out.
pub(super) fn names() -> &'static str {
    after_comments(include_str!("../../../assets/english/names.txt"))
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
    fn names_are_sorted() {
        let words = names().lines().filter_map(|line| line.split_once(' '));
        assert!(words.map(|(word, _)| word).is_sorted());
    }

    #[test]
    fn the_first_the_last_and_accented_names_are_found() {
        let lists = Lists::english();
        for line in [names().lines().next(), names().lines().last()] {
            let (word, _) = line.and_then(|line| line.split_once(' ')).expect("a line");
            assert_ne!(lists.classes(word), Classes::NONE, "{word}");
        }
        assert!(lists.classes("José").has(Class::CommonGiven));
        assert!(lists.classes("Mrs").has(Class::HonorificShe));
        assert_eq!(lists.classes("zzzzzz"), Classes::NONE);
    }
}
