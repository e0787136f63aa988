//! Which day a text counts from: the day it was published, or the last it named.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::find::{Found, Voice};
use super::meaning::{Anchor, Kind, Part};
use super::resolve;
use super::rule::{Rule, Rules};

/// How many explicit years make a text one that tells history, how many times
/// they must outnumber words that count from the day of writing, and how many
/// it takes where they come close to that day (tried on the development sets).
const HISTORY: History = History {
    years: 3,
    times_near: 5,
    years_of_late: 8,
};

struct History {
    years: usize,
    times_near: usize,
    years_of_late: usize,
}

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
        let Some(published) = published else {
            return Self::History;
        };
        let mut years = 0;
        let mut near = 0;
        let mut latest = i32::MIN;
        for found in found {
            let rule = &rules.rules[usize::from(found.rule)];
            match (rule.kind, resolve::written_year(&found.parts)) {
                (Kind::Calendar, Some(year)) => {
                    years += 1;
                    latest = latest.max(year);
                }
                (Kind::Calendar, None) if found.parts.has(Part::Weekday) => near += 1,
                // Those who are quoted count from a day of their own.
                (Kind::Relative, _) if counts_from_writing(found, rule) => near += 1,
                (Kind::Calendar | Kind::Relative, _) => {}
                (Kind::Shift | Kind::Duration | Kind::Set | Kind::Reference, _) => {}
            }
        }
        let enough = if latest + 1 < published.year() {
            HISTORY.years
        } else {
            HISTORY.years_of_late
        };
        if years >= enough && years >= HISTORY.times_near * near {
            Self::History
        } else {
            Self::News
        }
    }
}

fn counts_from_writing(found: &Found, rule: &Rule) -> bool {
    matches!(rule.anchor, Anchor::Document | Anchor::Story) && found.voice == Voice::Told
}
