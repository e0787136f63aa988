//! Which day a text counts from: the day it was published, or the last it named.

use chrono::NaiveDate;
use serde::Deserialize;

use super::find::Found;
use super::meaning::{Anchor, Kind, Part};
use super::resolve;
use super::rule::Rules;

/// How many explicit years make a text one that tells history, and how many
/// times they must outnumber words that count from the day of writing.
const HISTORY: (usize, usize) = (3, 3);

/// What kind of story a text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Story {
    /// Counts from the day it was published.
    News,
    /// Counts from the last date it named: a history, or a text without a date.
    History,
}

impl Story {
    /// A history names years outright, and hardly ever a day by its distance.
    pub fn of(found: &[Found], published: Option<NaiveDate>, rules: &Rules) -> Self {
        if published.is_none() {
            return Self::History;
        }
        let mut years = 0;
        let mut near = 0;
        for found in found {
            let rule = &rules.rules[usize::from(found.rule)];
            let year = resolve::written_year(&found.parts);
            match rule.kind {
                Kind::Calendar => match year {
                    Some(_) => years += 1,
                    None if found.parts.has(Part::Weekday) => near += 1,
                    None => {}
                },
                Kind::Relative if rule.anchor == Anchor::Document => near += 1,
                Kind::Relative => {}
                Kind::Shift | Kind::Duration | Kind::Set | Kind::Reference => {}
            }
        }
        if years >= HISTORY.0 && years >= HISTORY.1 * near {
            Self::History
        } else {
            Self::News
        }
    }
}
