//! Word lists and rules out of `assets/`, loaded once.

use std::sync::OnceLock;

/// Everything analysis knows of a language before it sees a text.
#[derive(Debug)]
pub struct Lexicon {
    pub time: super::time::Rules,
    pub people: super::people::Knowledge,
    pub clauses: super::report::Words,
}

impl Lexicon {
    /// Returns the built-in English lexicon; the first call loads it.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(|| Self {
            time: super::time::Rules::english(),
            people: super::people::Knowledge::english(),
            clauses: super::report::Words::english(),
        })
    }
}
