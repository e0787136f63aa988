//! What a document makes of a word, by the labels of a first reading.
//!
//! The model reads a document twice. The second time each piece also has
//! features of what its word was taken for elsewhere in the document: a surname
//! that ended a full name in one sentence is a person alone in the next.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::chain::Label;
use super::hash::Mix;

/// The pieces of a document that may belong to names, in order of the text.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// By candidate: what tells its word from others, whatever their case.
    pub keys: Vec<u32>,
    /// The stretches that stand together, by candidate.
    pub segments: Vec<Range<usize>>,
}

/// How often a word was taken for what.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// The first, an inner, the last word of a person's name, or all of it.
    begins: u32,
    inside: u32,
    ends: u32,
    alone: u32,
    /// A word of another name.
    other: u32,
    outside: u32,
}

impl Tally {
    fn count(&mut self, label: Label) -> &mut u32 {
        match label {
            Label::First => &mut self.begins,
            Label::Inner => &mut self.inside,
            Label::Last => &mut self.ends,
            Label::Only => &mut self.alone,
            Label::Place | Label::Organisation | Label::Other => &mut self.other,
            Label::Outside => &mut self.outside,
        }
    }

    /// How often it was a person's, of so many times: 0 to 4 quarters, 9 where it
    /// stands nowhere else.
    fn share(self) -> u32 {
        let person = self.begins + self.inside + self.ends + self.alone;
        let all = person + self.other + self.outside;
        (person * 4).checked_div(all).unwrap_or(9)
    }

    /// The counts as one number, each up to 2.
    fn outline(self) -> u32 {
        [self.begins, self.ends, self.alone, self.other, self.outside]
            .into_iter()
            .fold(0, |outline, count| outline * 3 + count.min(2))
    }

    fn total(self) -> u32 {
        self.begins + self.inside + self.ends + self.alone + self.other + self.outside
    }
}

/// The labels of a first reading, counted by word.
pub(super) struct Votes<'c> {
    candidates: &'c Candidates,
    labels: &'c [Label],
    tallies: FxHashMap<u32, Tally>,
}

/// Templates of the second reading are numbered from here on.
const SECOND: u32 = 200;

/// What stands beside the ends of a segment.
const EDGE: u32 = 20;

impl<'c> Votes<'c> {
    /// Counts the labels, one for each candidate.
    pub(super) fn count(candidates: &'c Candidates, labels: &'c [Label]) -> Self {
        let mut tallies: FxHashMap<u32, Tally> = FxHashMap::default();
        for (key, label) in candidates.keys.iter().zip(labels) {
            *tallies.entry(*key).or_default().count(*label) += 1;
        }
        Self {
            candidates,
            labels,
            tallies,
        }
    }

    /// What a candidate's word was taken for elsewhere.
    fn elsewhere(&self, at: usize) -> Tally {
        let key = self.candidates.keys[at];
        let mut tally = self.tallies.get(&key).copied().unwrap_or_default();
        *tally.count(self.labels[at]) -= 1;
        tally
    }

    /// Appends the features of a candidate's second reading.
    pub(super) fn features(&self, at: usize, segment: &Range<usize>, out: &mut Vec<u32>) {
        let beside = |place: Option<usize>| place.filter(|place| segment.contains(place));
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let label = |place: Option<usize>| place.map_or(EDGE, |at| self.labels[at] as u32);
        let share = |place: Option<usize>| place.map_or(EDGE, |at| self.elsewhere(at).share());
        let own = self.labels[at] as u32;
        let tally = self.elsewhere(at);
        let place = u32::from(before.is_some()) | u32::from(after.is_some()) << 1;
        let mut next = SECOND;
        let mut add = |parts: &[u32]| {
            next += 1;
            let feature = parts.iter().copied().fold(Mix::of(next), Mix::with);
            out.push(feature.finish());
        };
        add(&[own, tally.share(), tally.total().min(4)]);
        add(&[tally.share(), tally.total().min(3), place]);
        add(&[tally.outline()]);
        add(&[tally.outline(), own]);
        add(&[tally.outline(), place, own]);
        add(&[own, label(before), label(after)]);
        add(&[own, share(before), share(after)]);
        add(&[tally.ends.min(1), tally.begins.min(1), own, place]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Jane Roe", then "Roe" twice.
    fn candidates() -> Candidates {
        Candidates {
            keys: vec![1, 2, 2, 2],
            segments: vec![0..2, 2..3, 3..4],
        }
    }

    #[test]
    fn a_word_is_told_what_it_is_elsewhere_and_not_here() {
        let candidates = candidates();
        let labels = [Label::First, Label::Last, Label::Place, Label::Place];
        let votes = Votes::count(&candidates, &labels);
        assert_eq!(votes.elsewhere(0).share(), 9, "nowhere else");
        assert_eq!(votes.elsewhere(1).share(), 0, "a place elsewhere");
        let third = votes.elsewhere(2);
        assert_eq!((third.ends, third.other, third.total()), (1, 1, 2));
    }

    #[test]
    fn another_label_elsewhere_gives_other_features() {
        let candidates = candidates();
        let features = |last: Label| {
            let labels = [Label::First, Label::Last, Label::Outside, last];
            let mut out = Vec::new();
            Votes::count(&candidates, &labels).features(2, &(2..3), &mut out);
            out
        };
        assert_eq!(features(Label::Place), features(Label::Organisation));
        assert_ne!(features(Label::Place), features(Label::Only));
    }
}
