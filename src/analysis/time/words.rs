//! The words of time: what each can mean, out of `assets/english/time-words.toml`.
//!
//! Knows single words and the classes they belong to; how classes combine is
//! the business of the rules.

use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

use super::unit::{DayPart, Reference, Unit};

/// A class of words, as the index of a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Class(u8);

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u128);

impl Class {
    // Classes that digits and spelled-out numbers fall into by their value.
    pub const COUNT: Self = Self(0);
    pub const DAY: Self = Self(1);
    pub const MONTH_NUMBER: Self = Self(2);
    pub const HOUR: Self = Self(3);
    pub const MINUTE: Self = Self(4);
    pub const YEAR: Self = Self(5);
    pub const SHORT_YEAR: Self = Self(6);
    pub const ANCIENT_YEAR: Self = Self(7);
    pub const ORDINAL: Self = Self(8);
    /// A number in digits, apart from words.
    pub const DIGITS: Self = Self(9);
    // Words that build numbers.
    pub const SMALL: Self = Self(10);
    pub const TENS: Self = Self(11);
    pub const SCALE: Self = Self(12);
    // Verbs the matcher asks about.
    pub const FUTURE_VERB: Self = Self(13);
    /// Past forms: those listed, and what ends in -ed.
    pub const PAST_VERB: Self = Self(14);
    pub const DECADE: Self = Self(15);
    /// A year of the centuries news speaks of: it needs no word beside it to be one.
    pub const MODERN_YEAR: Self = Self(16);
    /// A year before those, which does.
    pub const EARLY_YEAR: Self = Self(17);
    // How a word is written.
    /// Begins with a capital, and not the sentence.
    pub const CAPITAL: Self = Self(18);
    pub const LOWER: Self = Self(19);
    /// Four digits that are a time of day ("1630").
    pub const HOUR_MINUTE: Self = Self(20);
    /// A day of the month in digits with its ending ("15th").
    pub const NUMBERED_DAY: Self = Self(21);
    // What may follow "16.30" and make it a time of day.
    pub const MERIDIEM: Self = Self(22);
    pub const ZONE: Self = Self(23);
    /// Begins with a capital, though neither its sentence nor a word of time.
    pub const NAME: Self = Self(24);
    /// A count that cannot be a year as well.
    pub const QUANTITY: Self = Self(25);
    /// "is", "are": before "to" they look ahead.
    pub const BE: Self = Self(26);
    /// Words that say of a date that it lies ahead.
    pub const AHEAD: Self = Self(27);
}

const BUILT_IN: [&str; 28] = [
    "count",
    "day",
    "month-number",
    "hour",
    "minute",
    "year",
    "short-year",
    "ancient-year",
    "ordinal",
    "digits",
    "small",
    "tens",
    "scale",
    "future-verb",
    "past-verb",
    "decade",
    "modern-year",
    "early-year",
    "capital",
    "lower",
    "hour-minute",
    "numbered-day",
    "meridiem",
    "zone",
    "name",
    "quantity",
    "be",
    "ahead",
];

impl Classes {
    /// How many classes there may be.
    pub const MOST: usize = u128::BITS as usize;

    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class.0) != 0
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn add(&mut self, class: Class) {
        self.0 |= 1 << class.0;
    }

    /// Returns the indices of its classes.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            (rest != 0).then(|| {
                let index = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                index
            })
        })
    }
}

impl Class {
    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// How a word must be written to mean what its entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Case {
    Any,
    /// "May", "March", "Sun": elsewhere they are other words.
    Capital,
}

/// One meaning of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    pub class: Class,
    pub case: Case,
    pub value: i32,
}

/// A number for each spelling a rule names, 0 for words no rule names.
pub(super) type Literal = u16;

#[derive(Debug, Default, Clone)]
struct Entry {
    literal: Literal,
    senses: Vec<Sense>,
}

/// What the lexicon says of one token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading<'a> {
    pub literal: Literal,
    pub classes: Classes,
    pub senses: &'a [Sense],
}

/// The longest word listed; longer tokens are not looked up.
const LONGEST: usize = 20;

/// All words of time, by their lower-case spelling.
#[derive(Debug)]
pub(super) struct Words {
    entries: FxHashMap<Box<str>, Entry>,
    /// For each first byte the lengths that occur, as bits: most tokens end here.
    lengths: [u32; 256],
    classes: Vec<String>,
    literals: Literal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asset {
    words: Vec<List>,
}

/// Words of one class: a plain list where no value matters, else a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    class: String,
    #[serde(default = "any_case")]
    case: Case,
    #[serde(default)]
    list: Vec<String>,
    #[serde(default)]
    table: BTreeMap<String, Value>,
}

/// A number, or the kebab-case name of a unit, part of day or reference.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    Number(i32),
    Name(String),
}

impl Value {
    /// Returns the number that stands for the value.
    pub fn code(&self) -> i32 {
        match self {
            Self::Number(number) => *number,
            Self::Name(name) => Unit::named(name)
                .map(Unit::code)
                .or_else(|| DayPart::named(name).map(DayPart::code))
                .or_else(|| Reference::named(name).map(Reference::code))
                .unwrap_or_else(|| panic!("the temporal assets name an unknown value {name:?}")),
        }
    }
}

fn any_case() -> Case {
    Case::Any
}

impl Words {
    /// Reads the list of words.
    ///
    /// # Panics
    /// When the text is not a valid list; the built-in one is.
    pub fn parse(toml: &str) -> Self {
        let asset: Asset = toml::from_str(toml).expect("the list of temporal words parses");
        let mut words = Self {
            entries: FxHashMap::default(),
            lengths: [0; 256],
            classes: BUILT_IN.map(str::to_owned).to_vec(),
            literals: 0,
        };
        for list in asset.words {
            let class = words.class_or_new(&list.class);
            for word in list.list {
                words.add(&word, class, list.case, 0);
            }
            for (word, value) in list.table {
                words.add(&word, class, list.case, value.code());
            }
        }
        words
    }

    fn class_or_new(&mut self, name: &str) -> Class {
        self.class(name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            assert!(
                self.classes.len() <= Classes::MOST,
                "too many classes of words"
            );
            Class(self.classes.len() as u8 - 1)
        })
    }

    /// Returns the class of that name, if a list or the number reader makes it.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.classes
            .iter()
            .position(|known| known == name)
            .map(|index| Class(index as u8))
    }

    fn add(&mut self, word: &str, class: Class, case: Case, value: i32) {
        let sense = Sense { class, case, value };
        self.entry(word).senses.push(sense);
    }

    /// Returns the number that stands for the spelling in patterns.
    pub fn literal(&mut self, word: &str) -> Literal {
        if let Some(entry) = self.entries.get(word)
            && entry.literal != 0
        {
            return entry.literal;
        }
        self.literals += 1;
        let literal = self.literals;
        self.entry(word).literal = literal;
        literal
    }

    pub fn literal_count(&self) -> usize {
        self.literals.into()
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        assert!(
            word.len() <= LONGEST,
            "{word:?} is longer than any token looked up"
        );
        self.lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
        self.entries.entry(word.into()).or_default()
    }

    /// Looks a token up, letter case aside.
    pub fn read(&self, token: &str) -> Reading<'_> {
        let bytes = token.as_bytes();
        let Some(first) = bytes.first() else {
            return Reading::default();
        };
        if bytes.len() > LONGEST
            || self.lengths[usize::from(first.to_ascii_lowercase())] & (1 << bytes.len()) == 0
        {
            return Reading::default();
        }
        let mut buffer = [0; LONGEST];
        let lower = &mut buffer[..bytes.len()];
        lower.copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        let Some(entry) = std::str::from_utf8(lower)
            .ok()
            .and_then(|lower| self.entries.get(lower))
        else {
            return Reading::default();
        };
        let capital = first.is_ascii_uppercase();
        let mut classes = Classes::default();
        for sense in &entry.senses {
            if sense.case == Case::Any || capital {
                classes.add(sense.class);
            }
        }
        Reading {
            literal: entry.literal,
            classes,
            senses: &entry.senses,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::parse(
            r#"
            [[words]]
            class = "month"
            table = { june = 6 }
            [[words]]
            class = "month"
            case = "capital"
            table = { march = 3 }
            [[words]]
            class = "unit"
            table = { day = "day" }
            "#,
        )
    }

    #[test]
    fn a_word_that_needs_a_capital_is_nothing_without_it() {
        let words = words();
        let month = words.class("month").expect("listed");
        assert!(words.read("JUNE").classes.has(month));
        assert!(words.read("March").classes.has(month));
        assert!(!words.read("march").classes.has(month));
    }

    #[test]
    fn unlisted_words_long_words_and_foreign_words_read_as_nothing() {
        let words = words();
        for token in [
            "",
            "table",
            "Überraschung",
            &"j".repeat(10_000),
            "jun\u{e9}",
        ] {
            assert_eq!(words.read(token).classes, Classes::default(), "{token:?}");
        }
    }
}
