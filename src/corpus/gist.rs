//! What a sentence is about: the words by which two reports of one event meet.
//!
//! Words are folded, freed of common endings and kept as hashes; what dates,
//! function words and reporting verbs say is left out. Nothing here compares.

use std::hash::Hasher;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use serde::Deserialize;

use super::fold;

/// The content words of a sentence: sorted hashes, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Gist(pub Box<[u32]>);

/// A sentence of more words is a list or a wall of text; its first words stand for it.
const MOST_WORDS: usize = 48;

impl Gist {
    /// Reads the content words of a sentence.
    pub fn of(sentence: &str) -> Self {
        let lists = Lists::english();
        let mut words = Vec::new();
        let mut folded = String::new();
        for word in sentence.split(|letter: char| !letter.is_alphanumeric()) {
            if words.len() == MOST_WORDS {
                break;
            }
            folded.clear();
            fold::fold_into(word, &mut folded);
            let says_nothing = folded.len() < 3
                || folded.bytes().any(|byte| byte.is_ascii_digit())
                || lists.ignore.contains(folded.as_str());
            if !says_nothing {
                words.push(hash(lists.stem(&folded)));
            }
        }
        words.sort_unstable();
        words.dedup();
        Self(words.into_boxed_slice())
    }

    pub fn contains(&self, word: u32) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

#[derive(Deserialize)]
struct Lists {
    ignore: FxHashSet<String>,
    same: FxHashMap<String, String>,
}

impl Lists {
    fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lists> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            toml::from_str(include_str!("../../assets/english/stories.toml"))
                .expect("the built-in word list is well formed")
        })
    }

    /// Takes off the endings of plurals and regular verbs, never below four letters.
    fn stem<'a>(&'a self, word: &'a str) -> &'a str {
        if let Some(same) = self.same.get(word) {
            return same;
        }
        ["ing", "ed", "es", "s", "e"]
            .into_iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .find(|stem| stem.len() >= 4)
            .unwrap_or(word)
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let wide = hasher.finish();
    (wide ^ (wide >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::Gist;

    fn shared(one: &str, other: &str) -> usize {
        let other = Gist::of(other);
        let one = Gist::of(one);
        one.0.iter().filter(|word| other.contains(**word)).count()
    }

    #[test]
    fn forms_of_a_word_meet_and_dates_do_not_count() {
        for (one, other, count) in [
            ("Herat fell on Friday", "the fall of Herat, on a Friday", 2),
            ("captured cities", "capture of the city", 1),
            ("On 6 August 2021", "6 August 2021", 0),
            ("ERDOĞAN resigned", "Erdogan resigns", 2),
            ("He said that they were", "he said they were", 0),
        ] {
            assert_eq!(shared(one, other), count, "{one} / {other}");
        }
    }

    #[test]
    fn a_wall_of_text_keeps_a_bounded_gist() {
        let wall: String = (0..10_000)
            .map(|number| format!("word{} ", "x".repeat(number % 90)))
            .collect();
        assert!(Gist::of(&wall).0.len() <= super::MOST_WORDS);
    }
}
