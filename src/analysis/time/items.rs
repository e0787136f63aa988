//! One sentence as the items that patterns match: words with their classes,
//! and numbers, in digits or spelled out, as one item each.

mod digits;
mod spelled;

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

    fn count(&self) -> usize {
        self.list.len()
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
