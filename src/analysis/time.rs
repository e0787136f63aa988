//! Expressions of time: found by rules, resolved to dates.
//!
//! Meaning comes in two steps. [`find`] matches the rules of
//! `assets/english/` against tokens and yields what the words say; `resolve`
//! decides which date that was, and is the only place that looks at the
//! document's publication date or at the expressions before.

mod find;
mod holiday;
mod items;
mod meaning;
mod moment;
mod pattern;
mod range;
mod resolve;
mod rule;
mod speech;
mod unit;
mod when;
mod words;

use serde::Deserialize;

use crate::analysis::text::Text;
use crate::document::{Document, Span};

pub use rule::{Evidence, Rules};
pub use when::{Certainty, Grain, Known, When};

/// The types of TIMEX3 (TimeML 1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexType {
    /// Returns the word TIMEX3 uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The `mod` attribute of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
}

impl Modifier {
    /// Returns the word TIMEX3 uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
        }
    }
}

/// One expression of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timex {
    pub span: Span,
    pub kind: TimexType,
    /// The TIMEX3 value ("2021-08-13", "P4DE", "PAST_REF"); parts not known are `X`.
    pub value: String,
    pub modifier: Option<Modifier>,
    /// The stretch of the calendar it stands for; `None` for durations, sets,
    /// vague references, and what no anchor resolves.
    pub when: Option<When>,
    /// In dated speech: the day as the speaker counts it ("tomorrow", said on Tuesday).
    pub spoken: Option<When>,
    /// The other end of a range ("between *May* and *July*"), by its index.
    pub range_with: Option<u32>,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// Index of its sentence.
    pub sentence: u32,
}

/// Finds and resolves the expressions of a text, in its order.
pub fn find(text: &Text<'_>, document: &Document, rules: &Rules) -> Vec<Timex> {
    let mut found = range::tie(text, find::find(text, rules), rules);
    speech::turn_back(text, &mut found, rules);
    let published = document.published.map(|published| published.date);
    let mut timexes = resolve::resolve(&found, published, rules);
    speech::anchor(text, &found, &mut timexes, rules);
    timexes
}

#[cfg(test)]
mod tests;
