//! A stretch of calendar time, and how it is known.

mod edtf;
mod grain;
mod thirds;

use std::cmp::Reverse;

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime};

use super::Modifier;

/// How finely a date is known, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Minute,
    Hour,
    /// Morning, afternoon, evening, night.
    DayPart,
    Day,
    /// Saturday and Sunday.
    Weekend,
    Week,
    Month,
    /// Three months, of the calendar or a season.
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// How sure the stretch itself is, apart from how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    Exact,
    /// "about", "early", "around": EDTF `~`.
    Approximate,
    /// Guessed among candidates: EDTF `?`.
    Uncertain,
}

/// How a date is known, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// The user set it.
    Set,
    /// The text writes it out, year included or the only one it can be.
    Written,
    /// Counted from the article's publication date.
    Computed,
    /// Taken over from a neighbouring expression or sentence ("that day").
    Carried,
    /// Nothing but the article's publication date stands behind it.
    Published,
    /// As `Published`, where that date is itself a conclusion.
    Inferred,
}

impl Known {
    /// Returns the word the exports use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Written => "written",
            Self::Computed => "computed",
            Self::Carried => "carried",
            Self::Published => "published",
            Self::Inferred => "inferred",
        }
    }

    /// Says the same to a reader, in a few words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Set => "set by you",
            Self::Written => "written in the text",
            Self::Computed => "counted from the article's date",
            Self::Carried => "taken from a sentence nearby",
            Self::Published => "the article's own date",
            Self::Inferred => "the article's date, itself inferred",
        }
    }
}

/// A stretch of calendar time `[earliest, latest]`, both ends inside it, in
/// seconds of local time without a zone. Never empty.
///
/// A modifier is taken at its word, as a reader of a timeline would: "early",
/// "mid" and "late" are thirds of the date they stand before (a month's are the
/// 1st to 10th, 11th to 20th, and the rest), so that "late 2001" comes after
/// "May 2001". "Before" and "after" leave an end open; such a stretch stands at
/// the date it names, since no place on a timeline is "some time before".
///
/// Prints as EDTF (ISO 8601-2).
///
/// ```
/// use newsreader::analysis::time::{Known, Modifier, When};
/// let august = When::month(2021, 8, Known::Written).unwrap();
/// assert_eq!(august.to_string(), "2021-08");
/// assert_eq!(august.latest().to_string(), "2021-08-31 23:59:59");
///
/// let late = august.with_modifier(Modifier::End);
/// assert_eq!(late.first_day().to_string(), "2021-08-21");
/// assert_eq!(late.to_string(), "2021-08-~21/2021-08-~31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The ends of the date named, before the modifier.
    first: NaiveDateTime,
    last: NaiveDateTime,
    /// The grain of the date named; of a range, the coarser grain that one of
    /// its ends is told in.
    pub grain: Grain,
    pub certainty: Certainty,
    pub known: Known,
    /// A third (START, MID, END) or an open end; what is only about is a certainty.
    modifier: Option<Modifier>,
}

impl When {
    /// Covers whole days from `first` to `last`; `None` when `last` comes before `first`.
    pub fn days(first: NaiveDate, last: NaiveDate, grain: Grain, known: Known) -> Option<Self> {
        Self::stretch(
            first.and_time(NaiveTime::MIN),
            last.and_hms_opt(23, 59, 59)?,
            grain,
            known,
        )
    }

    /// Covers the seconds from `earliest` to `latest`, both inside; `None` when they are in the wrong order.
    ///
    /// Where the ends are not those of a date in that grain, the grain becomes
    /// the coarsest below it that can tell them, so that equal dates are equal
    /// whichever way they were reached.
    pub fn stretch(
        earliest: NaiveDateTime,
        latest: NaiveDateTime,
        grain: Grain,
        known: Known,
    ) -> Option<Self> {
        let when = Self {
            first: earliest,
            last: latest,
            grain,
            certainty: Certainty::Exact,
            known,
            modifier: None,
        };
        (earliest <= latest).then(|| when.settled())
    }

    pub fn day(date: NaiveDate, known: Known) -> Self {
        Self::days(date, date, Grain::Day, known).expect("a day is not empty")
    }

    pub fn month(year: i32, month: u32, known: Known) -> Option<Self> {
        Self::months(year, month, 1, Grain::Month, known)
    }

    /// Covers `count` months from the first of `month` on.
    pub fn months(year: i32, month: u32, count: u32, grain: Grain, known: Known) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
        Self::days(first, last, grain, known)
    }

    pub fn year(year: i32, known: Known) -> Option<Self> {
        Self::months(year, 1, 12, Grain::Year, known)
    }

    /// Covers `count` years from `first` on (10 a decade, 100 a century).
    pub fn years(first: i32, count: u32, grain: Grain, known: Known) -> Option<Self> {
        Self::months(first, 1, count.checked_mul(12)?, grain, known)
    }

    /// Covers both stretches and what lies between, at the coarser grain; open
    /// ends are taken where they stand.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let earliest = self.earliest().min(other.earliest());
        let latest = self.latest().max(other.latest());
        let grain = self.grain.max(other.grain);
        Self::stretch(earliest, latest, grain, self.known.max(other.known))
            .expect("what covers a stretch is not empty")
            .with_certainty(self.certainty.max(other.certainty))
    }

    /// Returns the stretch as sure as that; a third of a date stays about at
    /// least, and an open end is about and no more.
    #[must_use]
    pub fn with_certainty(self, certainty: Certainty) -> Self {
        let is_third = self.modifier.is_some() && self.grain > Grain::Day;
        let certainty = if self.open_side().is_some() {
            Certainty::Approximate
        } else if is_third {
            certainty.max(Certainty::Approximate)
        } else {
            certainty
        };
        Self { certainty, ..self }.settled()
    }

    /// Returns what the date means with the words before it.
    ///
    /// * START, MID, END: a third of it, and approximate, for no third is ever
    ///   measured. "Late on Friday" is still that Friday for sure. Of a
    ///   weekend, an hour, a range or what has a modifier already there is no
    ///   third: these are approximate only.
    /// * BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER: an open end. What is no day,
    ///   month, year, decade or century then counts by the day it ends or begins.
    /// * APPROX: approximate. So are the words that measure amounts (LESS_THAN
    ///   and the like), which say nothing else of a date.
    #[must_use]
    pub fn with_modifier(self, modifier: Modifier) -> Self {
        let about = self.with_certainty(self.certainty.max(Certainty::Approximate));
        if self.modifier.is_some() {
            return about;
        }
        match modifier {
            Modifier::Start | Modifier::Mid | Modifier::End => match self.third(modifier) {
                Some(_) => Self {
                    modifier: Some(modifier),
                    ..self
                }
                .with_certainty(self.certainty),
                None => about,
            },
            Modifier::Before | Modifier::After | Modifier::OnOrBefore | Modifier::OnOrAfter => {
                self.opened(modifier)
            }
            Modifier::Approx
            | Modifier::LessThan
            | Modifier::MoreThan
            | Modifier::EqualOrLess
            | Modifier::EqualOrMore => about,
        }
    }

    /// Returns what stands before the date: a third, an open end, or APPROX
    /// where it is approximate without either.
    pub fn modifier(&self) -> Option<Modifier> {
        let is_about = self.certainty == Certainty::Approximate;
        self.modifier.or(is_about.then_some(Modifier::Approx))
    }

    /// Returns the date by itself, without modifier and certainty: May of "early May".
    #[must_use]
    pub fn named(self) -> Self {
        Self {
            modifier: None,
            certainty: Certainty::Exact,
            ..self
        }
        .settled()
    }

    pub fn earliest(&self) -> NaiveDateTime {
        self.ends().0
    }

    /// Returns the last second inside the stretch.
    pub fn latest(&self) -> NaiveDateTime {
        self.ends().1
    }

    /// Returns the first second it can have been; `None` where that is open.
    pub fn not_before(&self) -> Option<NaiveDateTime> {
        (self.open_side() != Some(Side::Past)).then(|| self.earliest())
    }

    /// Returns the last second it can have been; `None` where that is open.
    pub fn not_after(&self) -> Option<NaiveDateTime> {
        (self.open_side() != Some(Side::Future)).then(|| self.latest())
    }

    pub fn first_day(&self) -> NaiveDate {
        self.earliest().date()
    }

    pub fn last_day(&self) -> NaiveDate {
        self.latest().date()
    }

    /// Returns the key that puts dates in the order of a timeline: by their
    /// beginning, coarse before fine; what is open comes before or after the
    /// date it names.
    pub fn order(&self) -> impl Ord + use<> {
        let side = match self.open_side() {
            Some(Side::Past) => -1,
            None => 0,
            Some(Side::Future) => 1,
        };
        (self.earliest(), Reverse(self.latest()), side)
    }

    /// Says whether every second of `other` lies inside; an open end is inside
    /// nothing that is closed on its side.
    pub fn contains(&self, other: &Self) -> bool {
        let begins = match (self.not_before(), other.not_before()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => own <= other,
        };
        let ends = match (self.not_after(), other.not_after()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => other <= own,
        };
        begins && ends
    }

    /// Says whether the date is coarser than a day, or not exact.
    pub fn is_rough(&self) -> bool {
        self.certainty != Certainty::Exact || self.grain > Grain::Day
    }

    /// Says whether one date of the calendar, a third of it, or one with an
    /// open end is the stretch; a range from one date to another is none.
    pub fn is_single(&self) -> bool {
        grain::is_whole(self.first, self.last, self.grain)
    }

    fn ends(&self) -> (NaiveDateTime, NaiveDateTime) {
        let third = self.modifier.and_then(|modifier| self.third(modifier));
        third.unwrap_or((self.first, self.last))
    }

    /// The third of the date named; `None` where it has none.
    fn third(&self, modifier: Modifier) -> Option<(NaiveDateTime, NaiveDateTime)> {
        if !self.is_single() {
            return None;
        }
        thirds::third(self.first, self.last, self.grain, modifier)
    }

    /// Opens one end; a date that could not be printed so gives way to the day
    /// at its edge.
    fn opened(self, modifier: Modifier) -> Self {
        let date = match self.grain {
            Grain::Day | Grain::Month | Grain::Year if self.is_single() => self,
            Grain::Decade | Grain::Century if self.is_single() && self.first.year() >= 0 => self,
            Grain::Minute
            | Grain::Hour
            | Grain::DayPart
            | Grain::Day
            | Grain::Weekend
            | Grain::Week
            | Grain::Month
            | Grain::Quarter
            | Grain::Half
            | Grain::Year
            | Grain::Decade
            | Grain::Century => {
                // "Before the week" ends where it begins; "by then" includes it.
                let is_outside = matches!(modifier, Modifier::Before | Modifier::After);
                let is_past = open_side(modifier) == Some(Side::Past);
                let edge = if is_outside == is_past {
                    self.first
                } else {
                    self.last
                };
                Self::day(edge.date(), self.known)
            }
        };
        Self {
            modifier: Some(modifier),
            certainty: Certainty::Approximate,
            ..date
        }
    }

    fn open_side(&self) -> Option<Side> {
        self.modifier.and_then(open_side)
    }

    fn settled(self) -> Self {
        Self {
            grain: grain::settled(self.first, self.last, self.grain, self.certainty),
            ..self
        }
    }
}

/// The side on which a stretch is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Past,
    Future,
}

fn open_side(modifier: Modifier) -> Option<Side> {
    match modifier {
        Modifier::Before | Modifier::OnOrBefore => Some(Side::Past),
        Modifier::After | Modifier::OnOrAfter => Some(Side::Future),
        Modifier::Start
        | Modifier::Mid
        | Modifier::End
        | Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore => None,
    }
}

#[cfg(test)]
mod tests;
