//! The words that show how a sentence is built, out of `assets/english/clauses.toml`.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::cue::{CueLists, Cues};

/// What a word can be in the building of a sentence, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Part(u16);

impl Part {
    pub const AUXILIARY: Self = Self(1);
    pub const IRREGULAR: Self = Self(1 << 1);
    pub const PRESENT: Self = Self(1 << 2);
    pub const REPORTING: Self = Self(1 << 3);
    pub const CONTENT: Self = Self(1 << 4);
    pub const RELATIVE: Self = Self(1 << 5);
    pub const SUBORDINATOR: Self = Self(1 << 6);
    pub const COORDINATOR: Self = Self(1 << 7);
    pub const PREPOSITION: Self = Self(1 << 8);
    pub const ADVERB: Self = Self(1 << 9);
    /// Verbs of saying that often go without "that".
    pub const BARE: Self = Self(1 << 10);
    /// What "to" and a verb follow, if something is planned or promised.
    pub const PLAN: Self = Self(1 << 11);
    /// Subordinators under which nothing need have happened.
    pub const CONDITION: Self = Self(1 << 12);
    /// Subordinators that put two things at one time.
    pub const MEANWHILE: Self = Self(1 << 13);
    /// What dates its clause when a noun with a date follows ("in the Sunday meeting").
    pub const TEMPORAL: Self = Self(1 << 14);
    /// Behind these a date only bounds what is told ("since 1958").
    pub const BOUND: Self = Self(1 << 15);

    /// Says whether the word can be any of `parts`.
    pub fn is(self, parts: Self) -> bool {
        self.0 & parts.0 != 0
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const FINITE: Part = Part::AUXILIARY
    .or(Part::IRREGULAR)
    .or(Part::PRESENT)
    .or(Part::REPORTING);

/// What a word says of dealings between people, as bits; apart from [`Part`], so
/// that a noun like "letter" stays a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Dealing(u8);

impl Dealing {
    /// Past participles that do not end in -ed.
    pub const PARTICIPLE: Self = Self(1);
    /// Whose object is spoken to: "told Roe".
    pub const ADDRESSING: Self = Self(1 << 1);
    /// With "to" or "with" behind it, somebody is spoken to: "talks with Roe".
    pub const TALKING: Self = Self(1 << 2);
    /// Of whom something is thought or planned: "is expected to".
    pub const VIEW: Self = Self(1 << 3);

    /// Says whether the word can say any of `dealings`.
    pub fn is(self, dealings: Self) -> bool {
        self.0 & dealings.0 != 0
    }
}

/// The words by what they can be.
#[derive(Debug)]
pub struct Words {
    parts: FxHashMap<String, Part>,
    dealings: FxHashMap<String, Dealing>,
    /// Phrases that point ahead, as their words.
    future: Vec<Vec<String>>,
    pub(super) cues: Cues,
    /// What opens a line that is no sentence of the story.
    notices: Vec<Vec<String>>,
}

/// The asset as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    auxiliaries: Vec<String>,
    irregular: Vec<String>,
    present: Vec<String>,
    reporting: Vec<String>,
    content: Vec<String>,
    relatives: Vec<String>,
    subordinators: Vec<String>,
    coordinators: Vec<String>,
    prepositions: Vec<String>,
    adverbs: Vec<String>,
    bare: Vec<String>,
    plans: Vec<String>,
    conditions: Vec<String>,
    meanwhile: Vec<String>,
    temporal: Vec<String>,
    bounds: Vec<String>,
    participles: Vec<String>,
    addressing: Vec<String>,
    talking: Vec<String>,
    views: Vec<String>,
    future: Vec<String>,
    notices: Vec<String>,
    carrying: CueLists,
}

impl Words {
    /// What can hardly be anything but a finite verb; past forms in -ed can.
    pub(super) const SURE: Part = Part::AUXILIARY.or(Part::IRREGULAR).or(Part::PRESENT);

    /// Loads the built-in English list.
    pub fn english() -> Self {
        let lists: Lists = toml::from_str(include_str!("../../../assets/english/clauses.toml"))
            .expect("the built-in list of clause words parses");
        let mut parts: FxHashMap<String, Part> = FxHashMap::default();
        for (words, part) in [
            (lists.auxiliaries, Part::AUXILIARY),
            (lists.irregular, Part::IRREGULAR),
            (lists.present, Part::PRESENT),
            (lists.reporting, Part::REPORTING),
            (lists.content, Part::CONTENT),
            (lists.relatives, Part::RELATIVE),
            (lists.subordinators, Part::SUBORDINATOR),
            (lists.coordinators, Part::COORDINATOR),
            (lists.prepositions, Part::PREPOSITION),
            (lists.adverbs, Part::ADVERB),
            (lists.bare, Part::BARE),
            (lists.plans, Part::PLAN),
            (lists.conditions, Part::CONDITION),
            (lists.meanwhile, Part::MEANWHILE),
            (lists.temporal, Part::TEMPORAL),
            (lists.bounds, Part::BOUND),
        ] {
            for word in words {
                let known = parts.entry(word).or_default();
                *known = known.or(part);
            }
        }
        let mut dealings: FxHashMap<String, Dealing> = FxHashMap::default();
        for (words, dealing) in [
            (lists.participles, Dealing::PARTICIPLE),
            (lists.addressing, Dealing::ADDRESSING),
            (lists.talking, Dealing::TALKING),
            (lists.views, Dealing::VIEW),
        ] {
            for word in words {
                dealings.entry(word).or_default().0 |= dealing.0;
            }
        }
        Self {
            parts,
            dealings,
            future: phrases(&lists.future),
            cues: Cues::of(&lists.carrying),
            notices: phrases(&lists.notices),
        }
    }

    /// Returns what a word can be; nothing for words that are not listed.
    pub(super) fn part(&self, word: &str) -> Part {
        const LONGEST: usize = 24;
        if word.len() > LONGEST || !word.is_ascii() {
            return Part::default();
        }
        let mut buffer = [0; LONGEST];
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let lower = std::str::from_utf8(lower).expect("ASCII is UTF-8");
        self.parts.get(lower).copied().unwrap_or_default()
    }

    /// Returns what a word, written small, says of dealings between people.
    pub(super) fn dealing(&self, word: &str) -> Dealing {
        self.dealings.get(word).copied().unwrap_or_default()
    }

    /// Says whether a word can be the finite verb of a clause.
    ///
    /// Past forms in -ed count wherever they are not capitalised: a participle
    /// before its noun is taken for a verb, which costs less than a verb missed.
    pub(super) fn is_finite(&self, word: &str) -> bool {
        let past = word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
        past && !matches!(
            word,
            "hundred" | "indeed" | "alleged" | "so-called" | "united"
        ) || word.starts_with(char::is_lowercase) && self.part(word).is(FINITE)
    }

    /// Says whether a word is the past form of a verb.
    pub(super) fn is_past(&self, word: &str) -> bool {
        let auxiliary = matches!(word, "was" | "were" | "had" | "did");
        let part = self.part(word);
        auxiliary || self.is_finite(word) && !part.is(Part::AUXILIARY) && !part.is(Part::PRESENT)
    }

    /// Says whether the words, lower-cased or not, begin with a phrase that points ahead.
    pub(super) fn points_ahead<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> bool {
        opens_with(&self.future, words)
    }

    /// Says whether the words begin as lines do that only say where a text is from.
    pub(super) fn is_notice<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> bool {
        opens_with(&self.notices, words)
    }
}

fn opens_with<'a>(phrases: &[Vec<String>], words: impl Iterator<Item = &'a str> + Clone) -> bool {
    phrases.iter().any(|phrase| {
        let mut words = words.clone();
        phrase.iter().all(|part| {
            words
                .next()
                .is_some_and(|word| word.eq_ignore_ascii_case(part))
        })
    })
}

/// Phrases as their words.
pub(super) fn phrases(lines: &[String]) -> Vec<Vec<String>> {
    lines
        .iter()
        .map(|phrase| phrase.split(' ').map(str::to_owned).collect())
        .collect()
}
