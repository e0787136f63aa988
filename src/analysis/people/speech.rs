//! What verbs of saying take after them: a clause, a listener, an infinitive.
//!
//! The verbs stand in `assets/english/speech.txt`. Nothing here sees a text.

use rustc_hash::FxHashMap;

/// What may follow a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// "said (that) the road was shut".
    Clause,
    /// "told Doe (that) the road was shut".
    Listener,
    /// "urged Doe to shut the road".
    Order,
    /// "promised to shut the road".
    Vow,
    /// "asked whether the road was shut".
    Question,
    /// "denied shutting the road".
    Doing,
    /// "warned of rain".
    Warning,
    /// Not a verb of its own, but one that goes on: ", adding that the road was shut".
    GoingOn,
}

/// The kinds by their names in `speech.txt`.
const KINDS: [(&str, Takes); 8] = [
    ("clause", Takes::Clause),
    ("listener", Takes::Listener),
    ("order", Takes::Order),
    ("vow", Takes::Vow),
    ("question", Takes::Question),
    ("doing", Takes::Doing),
    ("warning", Takes::Warning),
    ("going-on", Takes::GoingOn),
];

/// What one verb takes, any of [`Takes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frame(u8);

impl Frame {
    pub(super) fn takes(self, takes: Takes) -> bool {
        self.0 & (1 << takes as u8) != 0
    }
}

/// The verbs of saying.
#[derive(Debug)]
pub(super) struct Speech {
    verbs: FxHashMap<&'static str, Frame>,
}

impl Speech {
    /// Loads the built-in English verbs.
    pub(super) fn english() -> Self {
        let mut verbs: FxHashMap<&'static str, Frame> = FxHashMap::default();
        let lines = include_str!("../../../assets/english/speech.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (kind, words) = line.split_once(':').expect("a kind has a name");
            let (_, takes) = KINDS
                .iter()
                .find(|(known, _)| *known == kind)
                .expect("the kind is known");
            for word in words.split_ascii_whitespace() {
                verbs.entry(word).or_default().0 |= 1 << *takes as u8;
            }
        }
        Self { verbs }
    }

    /// Says what a verb takes; nothing when it is no verb of saying.
    pub(super) fn frame(&self, verb: &str) -> Frame {
        self.verbs.get(verb).copied().unwrap_or_default()
    }

    #[cfg(test)]
    fn finite(&self) -> impl Iterator<Item = &'static str> + '_ {
        let verbs = self.verbs.iter();
        verbs
            .filter(|(_, frame)| !frame.takes(Takes::GoingOn))
            .map(|(verb, _)| *verb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::people::Lists;
    use crate::analysis::people::lists::Class;

    #[test]
    fn every_verb_that_takes_something_is_a_verb_of_saying() {
        let lists = Lists::english();
        for verb in Speech::english().finite() {
            assert!(lists.small(verb).has(Class::Say), "{verb}");
        }
    }
}
