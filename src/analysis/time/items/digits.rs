//! Numbers in digits: with thousands, decimals, fractions and ordinal endings.

use super::{Item, Number, Reader, value_of};
use crate::analysis::time::words::{Class, Classes};

impl<'a> Reader<'_, '_, 'a> {
    /// A number in digits, with its thousands, decimals, fraction or ordinal ending.
    pub(super) fn digits(&self, at: usize) -> Item<'a> {
        let digits = self.text.word(at);
        let mut item = self.plain(at, self.words.read(digits));
        let Some(value) = digits
            .parse::<i64>()
            .ok()
            .filter(|value| *value < 10_000_000)
        else {
            return item;
        };
        let before = at
            .checked_sub(1)
            .filter(|_| item.glued)
            .map(|before| self.text.word(before));
        let is_part_of_more = match before {
            Some("$" | "£" | "€" | "¥" | "#") => true,
            Some(".") => !self.goes_on_dotted(at),
            Some("-") => self.is_behind_letters(at - 1),
            _ => false,
        };
        if is_part_of_more {
            return item;
        }
        if self.is_glued(at + 1) && matches!(self.word(at + 1), "st" | "nd" | "rd" | "th") {
            item.last += 1;
            item.hundredths = value as i32 * 100;
            item.classes.add(Class::ORDINAL);
            if (1..=31).contains(&value) {
                item.classes.add(Class::DAY);
                item.classes.add(Class::NUMBERED_DAY);
            }
            return item;
        }
        let number = self.after_digits(at, digits.len(), value);
        item.last = number.end as u32;
        item.hundredths = i32::try_from(number.hundredths).unwrap_or(i32::MAX);
        item.classes.add(Class::COUNT);
        if number.end == at + 1 {
            classify(&mut item.classes, value, digits.len());
        }
        if !item.classes.has(Class::MODERN_YEAR) {
            item.classes.add(Class::QUANTITY);
        }
        item
    }

    /// Whether a hyphen joins capitals to what follows: "HX-1990" is no year.
    fn is_behind_letters(&self, hyphen: usize) -> bool {
        let letters = hyphen
            .checked_sub(1)
            .filter(|_| self.text.tokens[hyphen].glued)
            .map(|before| self.text.word(before));
        letters.is_some_and(|letters| letters.bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    fn after_digits(&self, at: usize, length: usize, value: i64) -> Number {
        let mut number = Number {
            hundredths: value * 100,
            end: at + 1,
        };
        while length <= 3
            && self.word(number.end) == ","
            && self.is_glued(number.end)
            && self.is_glued(number.end + 1)
            && self.is_number(number.end + 1)
            && self.word(number.end + 1).len() == 3
            && number.hundredths < 1_000_000_000
        {
            let thousands: i64 = self.word(number.end + 1).parse().unwrap_or(0);
            number.hundredths = number.hundredths * 1000 + thousands * 100;
            number.end += 2;
        }
        if self.word(number.end) == "."
            && self.is_glued(number.end)
            && self.is_glued(number.end + 1)
            && self.is_number(number.end + 1)
            && !self.is_dotted(number.end + 2)
            && !self.goes_on_dotted(at)
        {
            let decimals = self.word(number.end + 1);
            let two: String = decimals.chars().chain("00".chars()).take(2).collect();
            number.hundredths += two.parse::<i64>().unwrap_or(0);
            number.end += 2;
        }
        let fraction = |at| (self.word(at), self.word(at + 1), self.word(at + 2));
        let (extra, length) = match fraction(number.end) {
            ("1", "/", "2") if self.is_glued(number.end + 2) => (50, 3),
            ("1", "/", "4") if self.is_glued(number.end + 2) => (25, 3),
            ("3", "/", "4") if self.is_glued(number.end + 2) => (75, 3),
            ("½", _, _) => (50, 1),
            ("and", "a", "half") => (50, 3),
            _ => (0, 0),
        };
        // "2020 3/4/2021" are two dates.
        let is_date = length == 3 && self.word(number.end + length) == "/";
        if !is_date {
            number.hundredths += extra;
            number.end += length;
        }
        self.scaled(number)
    }

    /// Whether what follows makes "13.08" a date or "16.30" a time of day.
    fn is_dotted(&self, next: usize) -> bool {
        let is_date = self.word(next) == "."
            && self.is_glued(next)
            && self.is_glued(next + 1)
            && self.is_number(next + 1);
        let classes = self.reading(next).classes;
        is_date || classes.has(Class::MERIDIEM) || classes.has(Class::ZONE)
    }

    /// Whether the number is the 08 or the 2021 of "13.08.2021", or the 30 of "16.30 BST".
    fn goes_on_dotted(&self, at: usize) -> bool {
        let is_short = |at: usize| self.is_number(at) && self.word(at).len() <= 2;
        let before = at.checked_sub(2).filter(|before| *before >= self.start);
        before.is_some_and(is_short)
            && (self.word(at).len() == 4 || is_short(at) && self.is_dotted(at + 1))
    }

    /// "2 million" counts as one number.
    fn scaled(&self, mut number: Number) -> Number {
        let reading = self.reading(number.end);
        if reading.classes.has(Class::SCALE) {
            number.hundredths = number
                .hundredths
                .saturating_mul(value_of(reading, Class::SCALE).into());
            number.end += 1;
        }
        number
    }
}

/// The classes of a whole number in digits.
fn classify(classes: &mut Classes, value: i64, length: usize) {
    classes.add(Class::DIGITS);
    if (1..=31).contains(&value) && length <= 2 {
        classes.add(Class::DAY);
    }
    if (1..=12).contains(&value) && length <= 2 {
        classes.add(Class::MONTH_NUMBER);
    }
    if value <= 24 && length <= 2 {
        classes.add(Class::HOUR);
    }
    if value < 2400 && value % 100 < 60 && length == 4 {
        classes.add(Class::HOUR_MINUTE);
    }
    if value < 60 && length == 2 {
        classes.add(Class::MINUTE);
    }
    if length == 2 {
        classes.add(Class::SHORT_YEAR);
    }
    if (1500..2100).contains(&value) && length == 4 {
        classes.add(Class::MODERN_YEAR);
    }
    if (1000..1500).contains(&value) && length == 4 {
        classes.add(Class::EARLY_YEAR);
    }
    if (1000..2200).contains(&value) && length == 4 {
        classes.add(Class::YEAR);
        if value % 10 == 0 {
            classes.add(Class::DECADE);
        }
    }
    if (1..2200).contains(&value) {
        classes.add(Class::ANCIENT_YEAR);
    }
}
