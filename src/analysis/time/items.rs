//! One sentence as the items that patterns match: words with their classes,
//! and numbers, in digits or spelled out, as one item each.

use super::meaning::VAGUE;
use super::pattern::{Matches, Test};
use super::words::{Class, Classes, Literal, Reading, Sense, Words};
use crate::analysis::text::{Sentence, Text, TokenKind};

/// A word or number of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    /// Indices of its first token and the one after its last.
    pub first: u32,
    pub last: u32,
    pub glued: bool,
    pub classes: Classes,
    pub literal: Literal,
    senses: &'a [Sense],
    /// The number it is, in hundredths as a count.
    hundredths: i32,
}

impl Item<'_> {
    /// Returns the value it has as a word of the class.
    pub fn value(&self, class: Class) -> i32 {
        if (class == Class::COUNT || class == Class::QUANTITY) && self.hundredths != 0 {
            return self.hundredths;
        }
        self.senses
            .iter()
            .find(|sense| sense.class == class)
            .map_or(self.hundredths / 100, |sense| sense.value)
    }
}

/// The items of one sentence; kept from sentence to sentence for its memory.
#[derive(Debug, Default)]
pub(super) struct Items<'a> {
    pub list: Vec<Item<'a>>,
    /// Whether most words are written large, as in a headline.
    pub headline: bool,
}

impl Matches for Items<'_> {
    fn passes(&self, index: usize, test: Test, glued: bool) -> bool {
        let Some(item) = self.list.get(index) else {
            return false;
        };
        (!glued || item.glued)
            && match test {
                Test::Literal(literal) => item.literal == literal,
                Test::Class(class) => item.classes.has(class),
            }
    }

    fn classes(&self, index: usize) -> Classes {
        self.list[index].classes
    }

    fn literal(&self, index: usize) -> Literal {
        self.list[index].literal
    }
}

impl<'a> Items<'a> {
    /// Reads a sentence anew.
    pub fn read(&mut self, text: &Text<'_>, sentence: &Sentence, words: &'a Words) {
        self.list.clear();
        let mut reader = Reader {
            text,
            words,
            start: sentence.first_token as usize,
            end: sentence.last_token as usize,
        };
        let mut at = sentence.first_token as usize;
        while at < reader.end {
            let item = reader.item(at);
            at = item.last as usize;
            self.list.push(item);
        }
        let count = |class: Class| {
            let items = self.list.iter();
            items.filter(|item| item.classes.has(class)).count()
        };
        self.headline = count(Class::CAPITAL) > count(Class::LOWER);
    }
}

struct Reader<'t, 's, 'a> {
    text: &'t Text<'s>,
    words: &'a Words,
    start: usize,
    end: usize,
}

/// A number that begins somewhere: its value and where it ends.
struct Number {
    hundredths: i64,
    end: usize,
}

impl<'a> Reader<'_, '_, 'a> {
    fn item(&mut self, at: usize) -> Item<'a> {
        let token = self.text.tokens[at];
        match token.kind {
            TokenKind::Number => self.digits(at),
            TokenKind::Word => {
                let reading = self.words.read(self.text.word(at));
                let mut item =
                    if reading.classes.has(Class::SMALL) || reading.classes.has(Class::TENS) {
                        self.spelled(at, reading)
                    } else {
                        self.plain(at, reading)
                    };
                if is_regular_past(self.text.word(at)) {
                    item.classes.add(Class::PAST_VERB);
                }
                if let Some(shape) = self.shape(at) {
                    item.classes.add(shape);
                    let is_known = reading.literal != 0 || reading.classes != Classes::default();
                    if shape == Class::CAPITAL && !is_known {
                        item.classes.add(Class::NAME);
                    }
                }
                item
            }
            TokenKind::Possessive | TokenKind::Punctuation => {
                self.plain(at, self.words.read(straight(self.text.word(at))))
            }
        }
    }

    /// How a word is written; the first of a sentence has a capital in any case.
    fn shape(&self, at: usize) -> Option<Class> {
        let first = *self.text.word(at).as_bytes().first()?;
        if first.is_ascii_lowercase() {
            Some(Class::LOWER)
        } else {
            (first.is_ascii_uppercase() && at > self.start).then_some(Class::CAPITAL)
        }
    }

    fn plain(&self, at: usize, reading: Reading<'a>) -> Item<'a> {
        Item {
            first: at as u32,
            last: at as u32 + 1,
            glued: self.text.tokens[at].glued,
            classes: reading.classes,
            literal: reading.literal,
            senses: reading.senses,
            hundredths: 0,
        }
    }

    fn word(&self, at: usize) -> &str {
        if at < self.end {
            self.text.word(at)
        } else {
            ""
        }
    }

    fn is_glued(&self, at: usize) -> bool {
        at < self.end && self.text.tokens[at].glued
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.end && self.text.tokens[at].kind == TokenKind::Number
    }

    fn reading(&self, at: usize) -> Reading<'a> {
        if at < self.end && self.text.tokens[at].kind == TokenKind::Word {
            self.words.read(self.text.word(at))
        } else {
            Reading::default()
        }
    }

    /// A number in digits, with its thousands, decimals, fraction or ordinal ending.
    fn digits(&self, at: usize) -> Item<'a> {
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
        number.hundredths += extra;
        number.end += length;
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

    /// A number in words: a count, an ordinal, or a year said in two halves.
    fn spelled(&self, at: usize, reading: Reading<'a>) -> Item<'a> {
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

/// Whether a word looks like a past form in -ed.
fn is_regular_past(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 4 && bytes.ends_with(b"ed") && bytes[0].is_ascii_lowercase()
}

/// The mark as patterns write it: with the straight apostrophe.
fn straight(mark: &str) -> &str {
    match mark {
        "’s" | "’S" | "'S" => "'s",
        "’" | "‘" => "'",
        other => other,
    }
}

fn value_of(reading: Reading<'_>, class: Class) -> i32 {
    reading
        .senses
        .iter()
        .find(|sense| sense.class == class)
        .map_or(VAGUE, |sense| sense.value)
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
