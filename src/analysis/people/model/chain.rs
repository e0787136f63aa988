//! The labels of pieces and the best path through them.

/// What a piece is part of.
///
/// Persons are marked by their first, inner and last piece, or the only one;
/// of other names only the kind is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(in crate::analysis::people) enum Label {
    Outside,
    First,
    Inner,
    Last,
    Only,
    Place,
    Organisation,
    Other,
}

/// How many labels there are.
pub(super) const LABELS: usize = 8;

pub(super) const ALL: [Label; LABELS] = [
    Label::Outside,
    Label::First,
    Label::Inner,
    Label::Last,
    Label::Only,
    Label::Place,
    Label::Organisation,
    Label::Other,
];

impl Label {
    /// Whether the piece belongs to a person's name.
    pub(in crate::analysis::people) fn is_person(self) -> bool {
        match self {
            Self::First | Self::Inner | Self::Last | Self::Only => true,
            Self::Outside | Self::Place | Self::Organisation | Self::Other => false,
        }
    }

    /// Whether a name has begun and not ended with this piece.
    pub(super) fn stands_open(self) -> bool {
        matches!(self, Self::First | Self::Inner)
    }

    /// Whether the name began before this piece.
    pub(super) fn goes_on(self) -> bool {
        matches!(self, Self::Inner | Self::Last)
    }

    /// Whether `next` may stand right after this label.
    pub(super) fn may_precede(self, next: Self) -> bool {
        self.stands_open() == next.goes_on()
    }
}

/// What each label gathers.
pub(super) type Scores = [i32; LABELS];

/// Low enough that no path goes there, high enough to be added up.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// What speaks for one label after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    /// By label and the next.
    pub steps: [Scores; LABELS],
    pub start: Scores,
    pub end: Scores,
}

impl Chain {
    /// Bytes of a chain in a model's head.
    pub(super) const BYTES: usize = (LABELS + 2) * LABELS * 4;

    /// Takes a chain as [`Chain::write`] lays it out.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut numbers = bytes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|number| i32::from_le_bytes(*number));
        let mut row = || -> Scores { std::array::from_fn(|_| numbers.next().unwrap_or_default()) };
        Self {
            steps: std::array::from_fn(|_| row()),
            start: row(),
            end: row(),
        }
    }

    /// Appends the steps label by label, then the start and the end, 32 bits each.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let rows = self.steps.iter().chain([&self.start, &self.end]);
        for number in rows.flatten() {
            out.extend(number.to_le_bytes());
        }
    }
}

/// Looks for best paths; keeps its room between one segment and the next.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// By piece and label: the label before.
    before: Vec<[u8; LABELS]>,
}

impl Path {
    /// Writes the labels of the best path through what speaks for each piece.
    pub(super) fn best(&mut self, chain: &Chain, scores: &[Scores], labels: &mut [Label]) {
        let Some((first, rest)) = scores.split_first() else {
            return;
        };
        self.before.clear();
        self.before.push([0; LABELS]);
        let mut sums: Scores = std::array::from_fn(|label| first[label] + chain.start[label]);
        for scores in rest {
            let mut best = [NEVER * 2; LABELS];
            let mut from = [0; LABELS];
            for (label, steps) in chain.steps.iter().enumerate() {
                for next in 0..LABELS {
                    let sum = sums[label] + steps[next];
                    if sum > best[next] {
                        best[next] = sum;
                        from[next] = label as u8;
                    }
                }
            }
            sums = std::array::from_fn(|label| (best[label] + scores[label]).max(NEVER * 2));
            self.before.push(from);
        }
        let mut label = (0..LABELS)
            .max_by_key(|label| sums[*label] + chain.end[*label])
            .unwrap_or_default();
        for (place, before) in labels.iter_mut().zip(&self.before).rev() {
            *place = ALL[label];
            label = usize::from(before[label]);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A chain that rules out what BILOU labels rule out, and favours nothing.
    fn chain() -> Chain {
        let ruled = |is_ruled_out: bool| if is_ruled_out { NEVER } else { 0 };
        let row = |open: fn(Label, Label) -> bool, label: Label| -> Scores {
            ALL.map(|next| ruled(open(label, next)))
        };
        Chain {
            steps: ALL.map(|label| row(|one, next| !one.may_precede(next), label)),
            start: ALL.map(|label| ruled(label.goes_on())),
            end: ALL.map(|label| ruled(label.stands_open())),
        }
    }

    fn best(scores: &[Scores]) -> Vec<Label> {
        let mut labels = vec![Label::Outside; scores.len()];
        Path::default().best(&chain(), scores, &mut labels);
        labels
    }

    #[test]
    fn a_chain_is_read_as_it_was_written() {
        let mut bytes = Vec::new();
        chain().write(&mut bytes);
        assert_eq!(Chain::read(&bytes), chain());
    }

    proptest! {
        #[test]
        fn a_name_that_begins_ends(
            scores in proptest::collection::vec(proptest::array::uniform8(-9999..9999i32), 1..12)
        ) {
            let labels = best(&scores);
            prop_assert!(!labels[0].goes_on());
            prop_assert!(!labels[labels.len() - 1].stands_open());
            for pair in labels.windows(2) {
                prop_assert!(pair[0].may_precede(pair[1]), "{labels:?}");
            }
        }
    }
}
