//! The thirds of a date that "early", "mid" and "late" stand for.
//!
//! Months are cut after the 10th and the 20th, the "dekads" in which the FAO
//! and the WMO publish; years into the quadrimesters of ISO 8601-2 (4.8, codes
//! 37 to 39). Of ten years the first four are early, as in "the early 1990s".

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Grain, Modifier};

/// Where a date is cut: how long its first third is, and its first two.
#[derive(Debug, Clone, Copy)]
enum Cuts {
    Seconds(i64, i64),
    Days(u64, u64),
    Months(u32, u32),
}

/// Returns a third of one whole date; `None` where its grain has none.
pub(super) fn third(
    first: NaiveDateTime,
    last: NaiveDateTime,
    grain: Grain,
    modifier: Modifier,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let (mid, end) = cuts(first, last, grain)?.from(first)?;
    let second = Duration::seconds(1);
    match modifier {
        Modifier::Start => Some((first, mid - second)),
        Modifier::Mid => Some((mid, end - second)),
        Modifier::End => Some((end, last)),
        Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore
        | Modifier::Before
        | Modifier::After
        | Modifier::OnOrBefore
        | Modifier::OnOrAfter => None,
    }
}

fn cuts(first: NaiveDateTime, last: NaiveDateTime, grain: Grain) -> Option<Cuts> {
    let years = last.year() - first.year() + 1;
    match grain {
        Grain::Minute | Grain::Hour | Grain::Weekend => None,
        Grain::DayPart | Grain::Day => {
            let third = ((last - first).num_seconds() + 1) / 3;
            Some(Cuts::Seconds(third, 2 * third))
        }
        // "Midweek" is Wednesday and Thursday; with Friday the week is late.
        Grain::Week => Some(Cuts::Days(2, 4)),
        Grain::Month => Some(Cuts::Days(10, 20)),
        Grain::Quarter => Some(Cuts::Months(1, 2)),
        Grain::Half => Some(Cuts::Months(2, 4)),
        Grain::Year => Some(Cuts::Months(4, 8)),
        Grain::Decade => Some(Cuts::Months(4 * 12, 7 * 12)),
        Grain::Century if years > 100 => Some(Cuts::Months(334 * 12, 667 * 12)),
        Grain::Century => Some(Cuts::Months(34 * 12, 67 * 12)),
    }
}

impl Cuts {
    /// Returns where the second and the last third begin.
    fn from(self, first: NaiveDateTime) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let day = first.date();
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
        let (mid, end) = match self {
            Self::Seconds(mid, end) => {
                let after = |seconds| first.checked_add_signed(Duration::seconds(seconds));
                return Some((after(mid)?, after(end)?));
            }
            Self::Days(mid, end) => (
                day.checked_add_days(Days::new(mid))?,
                day.checked_add_days(Days::new(end))?,
            ),
            Self::Months(mid, end) => (
                day.checked_add_months(Months::new(mid))?,
                day.checked_add_months(Months::new(end))?,
            ),
        };
        Some((midnight(mid), midnight(end)))
    }
}
