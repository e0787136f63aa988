//! Words before a date that say which part of it, or which side, is meant.

use serde::Deserialize;

use super::find::Found;
use super::meaning::{Kind, Part};
use super::rule::Rules;
use super::unit::Unit;
use super::words::Class;
use super::{Timex, When};
use crate::analysis::text::Text;

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

    /// Says whether it means a part of the date: its beginning, middle or end.
    pub fn is_part(self) -> bool {
        matches!(self, Self::Start | Self::Mid | Self::End)
    }
}

/// Gives each date the modifier its expression begins with.
pub(super) fn apply(text: &Text<'_>, found: &[Found], timexes: &mut [Timex], rules: &Rules) {
    let comparing = rules.words.class("vague-direction");
    for (found, timex) in found.iter().zip(timexes) {
        let kind = rules.rules[usize::from(found.rule)].kind;
        let Some(modifier) = found.modifier.or(of_hours(found, kind)) else {
            continue;
        };
        let word = rules.words.read(text.word(found.tokens.0 as usize));
        let compares = comparing.is_some_and(|class: Class| word.classes.has(class));
        let is_ahead = found.parts.get(Part::Direction).unwrap_or(-1) > 0;
        if let Some(modifier) = of_date(modifier, kind, compares, is_ahead) {
            timex.when = timex.when.map(|when: When| when.with_modifier(modifier));
        }
    }
}

/// Hours counted from a day may run past midnight: the day is about right.
fn of_hours(found: &Found, kind: Kind) -> Option<Modifier> {
    let unit = found.parts.get(Part::Unit).and_then(Unit::of_code);
    let counts_hours = kind == Kind::Shift && unit == Some(Unit::Hour);
    counts_hours.then_some(Modifier::Approx)
}

/// What the words say of the date itself.
///
/// "Earlier this month" may be any day of it, where "early this month" is one of
/// its first. Measures of a distance leave an end open: "more than two years ago"
/// is that year or before; "nearly two years ago" is about then.
fn of_date(modifier: Modifier, kind: Kind, compares: bool, is_ahead: bool) -> Option<Modifier> {
    match modifier {
        Modifier::Start | Modifier::End if compares => None,
        Modifier::MoreThan | Modifier::EqualOrMore if kind == Kind::Shift => Some(if is_ahead {
            Modifier::OnOrAfter
        } else {
            Modifier::OnOrBefore
        }),
        Modifier::EqualOrLess if kind == Kind::Shift => Some(if is_ahead {
            Modifier::OnOrBefore
        } else {
            Modifier::OnOrAfter
        }),
        Modifier::Start
        | Modifier::Mid
        | Modifier::End
        | Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore
        | Modifier::Before
        | Modifier::After
        | Modifier::OnOrBefore
        | Modifier::OnOrAfter => Some(modifier),
    }
}
