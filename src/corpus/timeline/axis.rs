//! The axis strip: cells of equal length over the span of a timeline.

use chrono::{Datelike, NaiveDate};

use super::Timeline;
use super::unit::first_of;

/// One cell of the axis strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The first day of the cell.
    pub first: NaiveDate,
    /// Events that begin in it.
    pub count: u32,
    /// Whether a stretch without events was folded away just before it: the
    /// strip shows a mark there, one column wide.
    pub after_gap: bool,
}

/// The length of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(i64),
    Months(i64),
}

/// Lengths below ten years, finest first.
const STEPS: [Step; 10] = [
    Step::Days(1),
    Step::Days(3),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
];

impl Step {
    /// Every length, finest first; from ten years on 1, 2 and 5 of each power of ten.
    fn all() -> impl Iterator<Item = Self> {
        let decades = (0..5).flat_map(|power| {
            let years = 10_i64.pow(power + 1);
            [1, 2, 5].map(|times| Self::Months(12 * times * years))
        });
        STEPS.into_iter().chain(decades)
    }

    /// The number of the cell that holds a day, counted over the whole calendar.
    fn index(self, day: NaiveDate) -> i64 {
        match self {
            // Day 1 of the common era was a Monday: weeks begin where they should.
            Self::Days(days) => (i64::from(day.num_days_from_ce()) - 1).div_euclid(days),
            Self::Months(months) => {
                (i64::from(day.year()) * 12 + i64::from(day.month0())).div_euclid(months)
            }
        }
    }

    fn first_day(self, index: i64) -> NaiveDate {
        let day = match self {
            Self::Days(days) => i32::try_from(index * days + 1)
                .ok()
                .and_then(NaiveDate::from_num_days_from_ce_opt),
            Self::Months(months) => {
                let month = index * months;
                i32::try_from(month.div_euclid(12))
                    .ok()
                    .map(|year| first_of(year, month.rem_euclid(12) as u32 + 1))
            }
        };
        day.unwrap_or(NaiveDate::MIN)
    }

    /// Empty cells in a row from which on they are folded: what is a year or
    /// longer, and long enough to be seen.
    fn foldable(self) -> i64 {
        match self {
            Self::Days(days) => 366 / days,
            Self::Months(months) => (12 / months).max(8),
        }
    }
}

impl Timeline {
    /// Spreads the events over cells of equal length that fit in `width`
    /// columns, the mark of each gap included. Years without events are folded.
    pub fn axis(&self, width: usize) -> Vec<Cell> {
        let days = &self.days;
        if width == 0 || days.is_empty() {
            return Vec::new();
        }
        Step::all()
            .find_map(|step| cells(days, step, width))
            .unwrap_or_else(|| {
                vec![Cell {
                    first: days[0].0,
                    count: days.iter().map(|(_, count)| count).sum(),
                    after_gap: false,
                }]
            })
    }
}

/// Lays out cells of one length; `None` when they do not fit in `width` columns.
fn cells(days: &[(NaiveDate, u32)], step: Step, width: usize) -> Option<Vec<Cell>> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut columns = 0;
    let mut last = None;
    for (day, count) in days {
        let index = step.index(*day);
        let empty = last.map_or(0, |last| index - last - 1);
        if last == Some(index) {
            cells.last_mut()?.count += count;
            continue;
        }
        let after_gap = empty >= step.foldable();
        if !after_gap {
            columns += empty as usize;
        }
        columns += 1 + usize::from(after_gap);
        if columns > width {
            return None;
        }
        if !after_gap {
            cells.extend((index - empty..index).map(|index| Cell {
                first: step.first_day(index),
                count: 0,
                after_gap: false,
            }));
        }
        cells.push(Cell {
            first: step.first_day(index),
            count: *count,
            after_gap,
        });
        last = Some(index);
    }
    Some(cells)
}
