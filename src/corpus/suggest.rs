//! Who may be one person, though nothing proves it: misspelt, transliterated or
//! turned names, nicknames.
//!
//! Suggestions never join anybody. Candidates meet under keys (a name with a
//! letter left out, a name spelled plainly), so that a hundred thousand names
//! are compared in near-linear time; [`Corpus::suggestions`] is asked when
//! somebody looks, not when articles arrive.

mod alike;

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::{Corpus, Person, PersonId};
use crate::analysis::people::{NameKind, Nicknames};
use crate::corpus::reading::Words;
pub use alike::Alike;
use alike::{plain, without_letters};

/// Two persons who may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    pub one: PersonId,
    pub other: PersonId,
    pub alike: Alike,
}

/// How many others under one key a person is compared with.
const NEIGHBOURS: usize = 8;

/// Full forms looked at of one person.
const FORMS: usize = 4;

/// Mentions up to which a person may be another whom an article names, too,
/// misspelt this once.
const MISSPELT: usize = 2;

impl Corpus {
    /// Returns pairs of persons who may be one, the best first. The first time
    /// takes long with many names: ask beside the loop.
    pub fn suggestions(&self) -> &[Suggestion] {
        self.suggestions.get_or_init(|| self.suggest())
    }

    /// Returns the pairs if somebody has asked for them before.
    pub fn known_suggestions(&self) -> Option<&[Suggestion]> {
        self.suggestions.get().map(Vec::as_slice)
    }

    /// Returns who a person may be, too, the best first; empty until somebody has
    /// asked for all [`suggestions`](Corpus::suggestions).
    pub fn perhaps_also(&self, person: PersonId) -> Vec<(PersonId, Alike)> {
        let pairs = self.known_suggestions().unwrap_or_default().iter();
        let others = pairs.filter_map(|pair| match pair {
            Suggestion { one, other, alike } if *one == person => Some((*other, *alike)),
            Suggestion { one, other, alike } if *other == person => Some((*one, *alike)),
            Suggestion { .. } => None,
        });
        others.collect()
    }

    fn suggest(&self) -> Vec<Suggestion> {
        let mut owners: Vec<u32> = Vec::new();
        let mut names: Vec<Words> = Vec::new();
        for (person, id) in self.people().iter().zip(0..) {
            for form in full_forms(person) {
                owners.push(id);
                names.push(Words::read(form));
            }
        }
        let mut found: Vec<Suggestion> = Vec::new();
        for (one, other) in pairs(&names) {
            let alike = Alike::of(&names[one as usize], &names[other as usize]);
            let (one, other) = (owners[one as usize], owners[other as usize]);
            let (one, other) = (PersonId(one.min(other)), PersonId(one.max(other)));
            if let Some(alike) = alike
                && self.may_be_one(one, other)
            {
                found.push(Suggestion { one, other, alike });
            }
        }
        found.sort_unstable_by_key(|pair| (pair.one, pair.other, pair.alike));
        found.dedup_by_key(|pair| (pair.one, pair.other));
        found.sort_unstable_by_key(|pair| (pair.alike, pair.one, pair.other));
        found
    }

    /// Whom one article names apart, more than by a slip, it knows to be two.
    fn may_be_one(&self, one: PersonId, other: PersonId) -> bool {
        if one == other {
            return false;
        }
        let (one, other) = (self.person(one), self.person(other));
        let are_persons = (one.kind, other.kind) == (NameKind::Person, NameKind::Person);
        let (few, many) = if one.articles.len() < other.articles.len() {
            (one, other)
        } else {
            (other, one)
        };
        let is_slip = one.mentions.len().min(other.mentions.len()) <= MISSPELT;
        let meet = || {
            few.articles
                .iter()
                .any(|article| many.articles.binary_search(article).is_ok())
        };
        are_persons && (is_slip || !meet())
    }
}

/// The name of a person, and other forms of several words.
fn full_forms(person: &Person) -> impl Iterator<Item = &str> {
    let others = person.aliases.iter().map(|alias| alias.text.as_str());
    let others = others.filter(|text| text.contains(' ')).take(FORMS);
    others.chain([person.name.as_str()])
}

/// Candidates, each pair once.
fn pairs(names: &[Words]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut lone: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    for (name, index) in names.iter().zip(0..) {
        match name.all.as_slice() {
            [] => {}
            [word] => {
                surname_keys(word, |key| {
                    keys.push((key, index));
                    let known = lone.entry(key).or_default();
                    if known.len() < NEIGHBOURS {
                        known.push(index);
                    }
                });
            }
            [first, .., last] => full_keys(first, last, |key| keys.push((key, index))),
        }
    }
    let mut pairs = Vec::new();
    keys.sort_unstable();
    keys.dedup();
    for block in keys.chunk_by(|one, other| one.0 == other.0) {
        for (at, (_, one)) in block.iter().enumerate() {
            let others = block[at + 1..].iter().take(NEIGHBOURS);
            pairs.extend(others.map(|(_, other)| (*one, *other)));
        }
    }
    for (name, index) in names.iter().zip(0..) {
        if let [_, .., last] = name.all.as_slice() {
            surname_keys(last, |key| {
                let known = lone.get(&key).into_iter().flatten();
                pairs.extend(known.map(|lone| (index.min(*lone), index.max(*lone))));
            });
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn key(tag: u8, one: &str, other: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u8(tag);
    hasher.write(one.as_bytes());
    hasher.write_u8(0);
    hasher.write(other.as_bytes());
    hasher.finish()
}

/// Keys under which a lone word meets surnames and other lone words.
fn surname_keys(word: &str, mut emit: impl FnMut(u64)) {
    emit(key(0, &plain(word), ""));
    without_letters(word, |cut| emit(key(1, cut, "")));
}

/// Keys under which names of several words meet.
fn full_keys(first: &str, last: &str, mut emit: impl FnMut(u64)) {
    emit(key(2, &plain(first), &plain(last)));
    emit(key(3, first.min(last), first.max(last)));
    for group in Nicknames::english().groups(first) {
        emit(key(4, &group.to_string(), last));
    }
    without_letters(first, |cut| emit(key(5, cut, last)));
    without_letters(last, |cut| emit(key(6, first, cut)));
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use crate::corpus::sample::{Sample, corpus};

    /// The suggestions of articles that name one person each: "One = Other: alike".
    fn check(names: &[&str], expected: &[&str]) {
        let samples = (0..).zip(names).map(|(number, name)| {
            Sample::new(number)
                .person(name)
                .says("", &format!("{name} spoke."))
        });
        let corpus = corpus(samples);
        let name = |id| corpus.person(id).name.as_str();
        let found: Vec<String> = corpus
            .suggestions()
            .iter()
            .map(|pair| {
                let also = corpus.perhaps_also(pair.one);
                assert!(also.contains(&(pair.other, pair.alike)), "{pair:?}");
                format!(
                    "{} = {}: {}",
                    name(pair.one),
                    name(pair.other),
                    pair.alike.as_str()
                )
            })
            .collect();
        assert_eq!(found, expected, "{names:?}");
    }

    #[test]
    fn spellings_of_one_name_are_suggested() {
        check(
            &["Saeed Khatibzadeh", "Saeed Khatibzade"],
            &["Saeed Khatibzade = Saeed Khatibzadeh: transliteration"],
        );
        check(
            &["Mohammad Roe", "Muhammed Roe"],
            &["Mohammad Roe = Muhammed Roe: transliteration"],
        );
        check(
            &["Anna Petrov", "Anna Petroff"],
            &["Anna Petroff = Anna Petrov: transliteration"],
        );
        check(
            &["Anna Sanders", "Anna Sandars"],
            &["Anna Sandars = Anna Sanders: transliteration"],
        );
        check(
            &["Anna Hollis", "Anna Hollins"],
            &["Anna Hollins = Anna Hollis: one-letter"],
        );
        check(
            &["Anna Brinkmeyer", "Anna Brinkbeker"],
            &["Anna Brinkbeker = Anna Brinkmeyer: two-letters"],
        );
        check(
            &["Doe Jinping", "Jinping Doe"],
            &["Doe Jinping = Jinping Doe: turned"],
        );
        check(
            &["William Roe", "Bill Roe"],
            &["Bill Roe = William Roe: nickname"],
        );
        check(
            &["Bob Tarant", "Bob Tarrant"],
            &["Bob Tarant = Bob Tarrant: transliteration"],
        );
        check(
            &["Anna Hollister", "Hollisper"],
            &["Anna Hollister = Hollisper: one-letter"],
        );
    }

    #[test]
    fn different_names_are_not() {
        check(&["Anna Roe", "Anna Poe", "Paul Roe", "Roe"], &[]);
        check(&["John A. Hollis", "John B. Hollins"], &[]);
        check(&["John Hollis Jr.", "John Hollis Sr."], &[]);
    }

    #[test]
    fn a_hundred_thousand_names_are_compared_in_near_linear_time() {
        let letters = |number: usize| -> String {
            let digit = |place| char::from(b'a' + (number / 7_usize.pow(place) % 7) as u8);
            (0..6).map(digit).collect()
        };
        let samples = (0..100).map(|article| {
            (0..1000).fold(Sample::new(article), |sample, index| {
                let number = article as usize * 1000 + index;
                sample.person(&format!(
                    "Konstantin{} Hollister{}",
                    letters(number % 300),
                    letters(number)
                ))
            })
        });
        let corpus = corpus(samples);
        let start = Instant::now();
        assert!(corpus.suggestions().len() < 2_000_000);
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{:?}",
            start.elapsed()
        );
    }
}
