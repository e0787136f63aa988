//! The one place that knows the fuzzy matching library.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Says how well a term is in a text as a sequence of letters, not necessarily neighbours.
pub(super) trait Matcher {
    /// Returns a score, the higher the better, and the matched characters of
    /// `text` by their number, ascending; `None` when the letters are not there
    /// in order. Both sides are folded.
    fn match_letters(&self, text: &str, term: &str) -> Option<(i64, Vec<usize>)>;
}

/// Skim's second algorithm.
pub(super) struct Skim(SkimMatcherV2);

impl Skim {
    pub fn new() -> Self {
        Self(SkimMatcherV2::default().respect_case())
    }
}

impl Matcher for Skim {
    fn match_letters(&self, text: &str, term: &str) -> Option<(i64, Vec<usize>)> {
        // `fuzzy_match` is cheaper, but its scores depend on the calls before it.
        self.0.fuzzy_indices(text, term)
    }
}
