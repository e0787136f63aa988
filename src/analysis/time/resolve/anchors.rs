//! The dates a text has named: what later expressions may count from.

use chrono::{Datelike, NaiveDate};

use super::Base;
use crate::analysis::time::find::{Found, Outlook, Voice};
use crate::analysis::time::meaning::{Anchor, Kind, Part};
use crate::analysis::time::moment::Moment;
use crate::analysis::time::range::Partner;
use crate::analysis::time::rule::Rule;
use crate::analysis::time::story::Story;
use crate::analysis::time::unit::Unit;
use crate::analysis::time::why::{Basis, Reason};

/// A year that comes this many sentences or fewer after a finer date, and more
/// years than this away from it, is an aside (tried on the development histories).
const ASIDE: (u32, i32) = (10, 8);

/// A quarter that began longer ago, in days, is only named to compare with.
const LAST_YEAR: i64 = 360;

/// After this many sentences "a year earlier" is no longer said of the months
/// just reported (tried on the development news).
const REPORTED: u32 = 1;

/// An expression that has been resolved.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub found: &'a Found,
    pub rule: &'a Rule,
    pub moment: Option<Moment>,
    /// Its place among the expressions of the document.
    pub index: u32,
}

/// Whether what comes later may count from the date: not the far end of a range
/// of years, nor "two decades earlier", which look away from the story.
fn is_anchor(Told { found, rule, .. }: Told<'_>, moment: Moment, story: Story) -> bool {
    let is_far_end = found.partner == Some(Partner::Before) && moment.unit >= Unit::Year;
    let is_back = found.parts.get(Part::Direction).is_some_and(|way| way < 0);
    let looks_away = match rule.kind {
        Kind::Shift => true,
        Kind::Relative => rule.anchor == Anchor::Text && is_back,
        Kind::Calendar => story == Story::History && is_aside(found),
        Kind::Duration | Kind::Set | Kind::Reference => false,
    };
    let is_away = looks_away && moment.unit >= Unit::Year;
    !(is_far_end || is_away || is_quoted(found, story))
}

/// In a history, a year that is planned, over or gone before is not where the story is.
fn is_aside(found: &Found) -> bool {
    match found.outlook {
        Outlook::Ahead | Outlook::Over | Outlook::Before => true,
        Outlook::Open | Outlook::Back => false,
    }
}

/// Those who are quoted in a history speak from a day of their own.
fn is_quoted(found: &Found, story: Story) -> bool {
    story == Story::History && found.voice == Voice::Quoted
}

/// The last date named, unit by unit.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    by_unit: [Option<Kept>; 16],
    /// The quarter that is reported on.
    pub quarter: Option<Kept>,
    /// The sentence that reports on several months instead.
    months: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    pub moment: Moment,
    pub sentence: u32,
    /// Index of the expression; later ones are greater.
    index: u32,
}

impl Kept {
    pub fn base(&self) -> Base {
        Base {
            day: self.moment.start,
            basis: Basis::Timex(self.index),
        }
    }

    /// The date once more.
    pub fn told(&self) -> super::Told {
        super::Told {
            moment: self.moment,
            why: self.base().why(Reason::AtHand),
        }
    }
}

impl Anchors {
    /// Takes in an expression that has been resolved.
    pub fn follow(&mut self, told: Told<'_>, story: Story, published: Option<NaiveDate>) {
        let Told { found, rule, .. } = told;
        let unit = found.parts.get(Part::Unit).and_then(Unit::of_code);
        let months = found.parts.get(Part::Count).unwrap_or(0) / 100;
        if rule.kind == Kind::Duration && unit == Some(Unit::Month) && months >= 6 {
            self.months = Some(found.sentence);
        }
        let Some(moment) = told.moment else {
            return;
        };
        let kept = Kept {
            moment,
            sentence: found.sentence,
            index: told.index,
        };
        if moment.unit == Unit::Quarter {
            self.follow_quarter(kept, published);
        }
        if is_anchor(told, moment, story) {
            self.by_unit[moment.unit as usize] = Some(kept);
        }
    }

    /// Remembers which quarter the text reports on: the last one named, if it is
    /// over, and neither long past nor to come.
    fn follow_quarter(&mut self, kept: Kept, published: Option<NaiveDate>) {
        let age = |published: NaiveDate| (published - kept.moment.start).num_days();
        let is_told_of = |age: i64| (0..=LAST_YEAR).contains(&age);
        if !published.map(age).is_none_or(is_told_of) {
            return;
        }
        self.months = None;
        let is_over = |kept: &Kept| published.is_none() || kept.moment.last_day() < published;
        if !self.quarter.as_ref().is_some_and(is_over) || is_over(&kept) {
            self.quarter = Some(kept);
        }
    }

    /// Whether the text has just reported on several months ("in the first nine
    /// months") when it comes to a sentence.
    pub fn reports_months(&self, sentence: u32) -> bool {
        self.months.is_some_and(|last| last + REPORTED >= sentence)
    }

    /// Returns the last date known at least as finely as `unit`.
    pub fn within(&self, unit: Unit) -> Option<Kept> {
        self.by_unit[..=unit as usize]
            .iter()
            .flatten()
            .max_by_key(|kept| kept.index)
            .copied()
    }

    /// Returns the date a story is at.
    ///
    /// A bare year far from the date just told ("a study of 2005 found") is an
    /// aside and does not move the story.
    pub fn last(&self) -> Option<Kept> {
        let last = self.within(Unit::Millennium)?;
        let fine = self.within(Unit::Month);
        let aside = fine.filter(|fine| {
            let jump = last.moment.start.year() - fine.moment.start.year();
            last.sentence <= fine.sentence + ASIDE.0 && jump.abs() > ASIDE.1
        });
        Some(aside.unwrap_or(last))
    }
}
