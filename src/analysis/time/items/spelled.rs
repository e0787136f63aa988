//! Numbers in words: counts, ordinals, and years said in two halves.

use super::{Item, Number, Reader, value_of};
use crate::analysis::time::words::{Class, Classes, Reading};

impl<'a> Reader<'_, '_, 'a> {
    /// A number in words: a count, an ordinal, or a year said in two halves.
    pub(super) fn spelled(&self, at: usize, reading: Reading<'a>) -> Item<'a> {
        let mut item = self.plain(at, reading);
        let mut number = self.below_hundred(at, reading);
        if let Some(ordinal) = self.ordinal_after_tens(at, reading) {
            item.last = ordinal.end as u32;
            item.hundredths = ordinal.hundredths as i32;
            item.classes = Classes::default();
            item.classes.add(Class::ORDINAL);
            if ordinal.hundredths <= 3100 {
                item.classes.add(Class::DAY);
            }
            item.senses = &[];
            return item;
        }
        if let Some(year) = self.spoken_year(&number) {
            item.last = year.end as u32;
            item.hundredths = year.hundredths as i32;
            item.classes = Classes::default();
            item.classes.add(Class::YEAR);
            item.classes.add(Class::MODERN_YEAR);
            item.senses = &[];
            return item;
        }
        number = self.hundreds(number);
        if self.word(number.end) == "and"
            && self.word(number.end + 1) == "a"
            && self.word(number.end + 2) == "half"
        {
            number.hundredths += 50;
            number.end += 3;
        }
        item.last = number.end as u32;
        item.hundredths = i32::try_from(number.hundredths).unwrap_or(i32::MAX);
        item.classes.add(Class::COUNT);
        item.classes.add(Class::QUANTITY);
        let is_plain = number.hundredths <= 1200 && number.end == at + 1;
        if is_plain {
            item.classes.add(Class::HOUR);
        }
        if (200_000..210_000).contains(&number.hundredths) && self.word(at + 1) == "thousand" {
            item.classes.add(Class::YEAR);
            item.classes.add(Class::MODERN_YEAR);
            item.senses = &[];
        }
        item
    }

    /// "seven", "twenty", "twenty-four", "twenty four".
    fn below_hundred(&self, at: usize, reading: Reading<'a>) -> Number {
        if reading.classes.has(Class::SMALL) {
            return Number {
                hundredths: i64::from(value_of(reading, Class::SMALL)) * 100,
                end: at + 1,
            };
        }
        let tens = i64::from(value_of(reading, Class::TENS)) * 100;
        let units_at = self.past_hyphen(at + 1);
        let units = self.reading(units_at);
        let small = i64::from(value_of(units, Class::SMALL));
        if units.classes.has(Class::SMALL) && small < 10 {
            Number {
                hundredths: tens + small * 100,
                end: units_at + 1,
            }
        } else {
            Number {
                hundredths: tens,
                end: at + 1,
            }
        }
    }

    fn past_hyphen(&self, at: usize) -> usize {
        if self.word(at) == "-" && self.is_glued(at) && self.is_glued(at + 1) {
            at + 1
        } else {
            at
        }
    }

    /// "twenty-first".
    fn ordinal_after_tens(&self, at: usize, reading: Reading<'a>) -> Option<Number> {
        let units_at = self.past_hyphen(at + 1);
        let units = self.reading(units_at);
        let value = value_of(units, Class::ORDINAL);
        let is_ordinal =
            reading.classes.has(Class::TENS) && units.classes.has(Class::ORDINAL) && value < 10;
        is_ordinal.then(|| Number {
            hundredths: i64::from(value_of(reading, Class::TENS) + value) * 100,
            end: units_at + 1,
        })
    }

    /// "nineteen ninety-six", "twenty twenty-one", "nineteen oh five".
    fn spoken_year(&self, century: &Number) -> Option<Number> {
        let at = self.past_hyphen(century.end);
        let reading = self.reading(at);
        let is_century = (1500..=2000).contains(&century.hundredths);
        let follows = reading.classes.has(Class::TENS)
            || reading.classes.has(Class::SMALL) && value_of(reading, Class::SMALL) >= 10;
        if !is_century || !follows {
            return None;
        }
        let rest = self.below_hundred(at, reading);
        Some(Number {
            hundredths: century.hundredths * 100 + rest.hundredths,
            end: rest.end,
        })
    }

    /// "two hundred and fifty", "two thousand".
    fn hundreds(&self, mut number: Number) -> Number {
        for _ in 0..3 {
            let reading = self.reading(number.end);
            if !reading.classes.has(Class::SCALE) {
                break;
            }
            let scale = i64::from(value_of(reading, Class::SCALE));
            number.hundredths = number.hundredths.saturating_mul(scale);
            number.end += 1;
            let next = if self.word(number.end) == "and" {
                number.end + 1
            } else {
                number.end
            };
            let more = self.reading(next);
            if scale <= 1000 && (more.classes.has(Class::SMALL) || more.classes.has(Class::TENS)) {
                let rest = self.below_hundred(next, more);
                number.hundredths = number.hundredths.saturating_add(rest.hundredths);
                number.end = rest.end;
            }
        }
        number
    }
}
