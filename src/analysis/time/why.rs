//! Why an expression means the date it does: the reasoning, step by step.
//!
//! The first half of an answer is the rule that found the expression
//! ([`Timex::rule`](super::Timex)); this is the second: by which reasoning the
//! date was told, and what it was counted from.

/// What a date was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The document's own date.
    Published,
    /// Another expression, by its index in the document: one before, or the one a
    /// distance leads from ("two days after the vote on Sunday").
    Timex(u32),
}

/// By which reasoning an expression got its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The words give the whole date.
    Written,
    /// The words name no date: a length of time, a repetition, "recently".
    NoDate,
    /// So many units from the basis, or the same unit ("last week", "two days ago").
    Counted,
    /// Of all that the words fit, the one nearest to the basis.
    Nearest,
    /// Of all that the words fit, the last not after the basis.
    Latest,
    /// Of all that the words fit, the first not before the basis: the words around look ahead.
    Coming,
    /// The words give it as part of a year or month that is counted from the basis.
    InPeriod,
    /// The one the text is at ("the quarter", "that day", a time of day).
    AtHand,
    /// The same quarter of the year before, since the talk is of quarters.
    QuarterBefore,
    /// Nothing to count from: the document has no date, the text has named none.
    Unanchored,
}

impl Reason {
    const ALL: [(Self, &'static str, &'static str); 10] = [
        (Self::Written, "written", "the words give the whole date"),
        (
            Self::NoDate,
            "no-date",
            "the words name no date of the calendar",
        ),
        (Self::Counted, "counted", "counted from"),
        (
            Self::Nearest,
            "nearest",
            "of all it could be, the nearest to",
        ),
        (
            Self::Latest,
            "latest",
            "of all it could be, the last one up to",
        ),
        (
            Self::Coming,
            "coming",
            "of all it could be, the first one from",
        ),
        (
            Self::InPeriod,
            "in-period",
            "inside the period counted from",
        ),
        (Self::AtHand, "at-hand", "the one the text is at, given by"),
        (
            Self::QuarterBefore,
            "quarter-before",
            "the same quarter a year before, seen from",
        ),
        (
            Self::Unanchored,
            "unanchored",
            "there is no date to count from",
        ),
    ];

    /// Returns the word the exports use.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Returns the reasoning in words; what it counts from, if anything, comes behind.
    pub fn in_words(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

/// The reasoning behind the date of one expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Why {
    pub reason: Reason,
    /// `None` where nothing was counted from.
    pub basis: Option<Basis>,
}

impl Why {
    pub(super) fn new(reason: Reason, basis: Basis) -> Self {
        Self {
            reason,
            basis: Some(basis),
        }
    }

    pub(super) fn alone(reason: Reason) -> Self {
        Self {
            reason,
            basis: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_stand_in_their_table_at_their_own_place() {
        for (index, (reason, name, _)) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, index, "{name}");
        }
    }
}
