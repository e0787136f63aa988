//! A stretch of calendar time, and how it is known.

mod edtf;

use chrono::{Months, NaiveDate, NaiveDateTime, NaiveTime};

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
}

/// A stretch of calendar time `[earliest, latest]`, both ends inside it, in
/// seconds of local time without a zone. Never empty.
///
/// Prints as EDTF (ISO 8601-2).
///
/// ```
/// use newsreader::analysis::time::{Known, When};
/// let august = When::month(2021, 8, Known::Written).unwrap();
/// assert_eq!(august.to_string(), "2021-08");
/// assert_eq!(august.latest().to_string(), "2021-08-31 23:59:59");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    earliest: NaiveDateTime,
    latest: NaiveDateTime,
    pub grain: Grain,
    pub certainty: Certainty,
    pub known: Known,
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
    pub fn stretch(
        earliest: NaiveDateTime,
        latest: NaiveDateTime,
        grain: Grain,
        known: Known,
    ) -> Option<Self> {
        (earliest <= latest).then_some(Self {
            earliest,
            latest,
            grain,
            certainty: Certainty::Exact,
            known,
        })
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

    /// Covers both stretches and what lies between, at the coarser grain.
    pub fn hull(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.min(other.earliest),
            latest: self.latest.max(other.latest),
            grain: self.grain.max(other.grain),
            certainty: self.certainty.max(other.certainty),
            known: self.known.max(other.known),
        }
    }

    #[must_use]
    pub fn with_certainty(self, certainty: Certainty) -> Self {
        Self { certainty, ..self }
    }

    pub fn earliest(&self) -> NaiveDateTime {
        self.earliest
    }

    /// Returns the last second inside the stretch.
    pub fn latest(&self) -> NaiveDateTime {
        self.latest
    }

    pub fn first_day(&self) -> NaiveDate {
        self.earliest.date()
    }

    pub fn last_day(&self) -> NaiveDate {
        self.latest.date()
    }

    /// Says whether every second of `other` lies inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.earliest <= other.earliest && other.latest <= self.latest
    }

    /// Says whether the date is coarser than a day, or not exact.
    pub fn is_rough(&self) -> bool {
        self.certainty != Certainty::Exact || self.grain > Grain::Day
    }
}
