//! Text from outside, made harmless on its way in.
//!
//! A [`Writer`] builds clean text and its [`SourceMap`] at once. Everything
//! that could drive a terminal, hide or reorder what is shown stays behind:
//! control characters with their escape sequences, bidirectional overrides,
//! invisible joiners inside words. Nothing here knows about paragraphs.

use unicode_normalization::char::is_combining_mark;

use super::SourceMap;

/// Longer stacks of accents are drawn, not written.
const MOST_MARKS: u8 = 8;

/// No terminal accepts a longer control sequence than this many characters.
const LONGEST_ESCAPE: usize = 4096;

/// What becomes of a character of the source.
enum Fate {
    Keep,
    Newline,
    Space,
    /// Kept after a letter whose script needs it, dropped elsewhere.
    Joiner,
    Drop,
}

fn fate(character: char) -> Fate {
    match character {
        ' '..='~' => Fate::Keep,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Newline,
        '\t' | '\u{b}' | '\u{c}' => Fate::Space,
        // zero-width non-joiner and joiner: spelling in Persian, glue in emoji
        '\u{200c}' | '\u{200d}' => Fate::Joiner,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => Fate::Drop,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Fate::Drop,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Fate::Drop,
        character if character.is_control() => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Builds clean text and the map back to its source.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    map: SourceMap,
    /// The code point of the source that would continue the last run.
    next: Option<usize>,
    /// Accents written since the last base character.
    marks: u8,
}

impl Writer {
    /// Appends a stretch of the source whose first code point is `source`,
    /// leaving out what is harmful. Returns the code point after it.
    pub fn write(&mut self, stretch: &str, source: usize) -> usize {
        let mut characters = stretch.chars();
        let mut place = source;
        while let Some(character) = characters.next() {
            let mut width = 1;
            match fate(character) {
                Fate::Keep => self.keep(character, place),
                Fate::Newline => {
                    if character == '\r' && characters.as_str().starts_with('\n') {
                        characters.next();
                        place += 1;
                    }
                    self.push('\n', place);
                }
                Fate::Space => self.push(' ', place),
                Fate::Joiner if self.text.chars().next_back().is_some_and(is_foreign) => {
                    self.push(character, place);
                }
                Fate::Joiner => {}
                Fate::Drop => {
                    let tail = escape_tail(character, characters.as_str());
                    for _ in 0..tail {
                        characters.next();
                    }
                    width += tail;
                }
            }
            place += width;
        }
        place
    }

    /// Appends text that the source does not have, such as a blank line between paragraphs.
    pub fn insert(&mut self, text: &str) {
        self.text.push_str(text);
        self.next = None;
    }

    /// Appends one character that stands for something else in the source at `source`.
    pub fn replace(&mut self, character: char, source: usize) {
        match fate(character) {
            Fate::Keep => self.push(character, source),
            Fate::Newline | Fate::Space => self.push(' ', source),
            Fate::Joiner | Fate::Drop => {}
        }
        self.next = None;
    }

    /// Returns the length of the text so far, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Returns the text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes back white space at the end, down to `floor` bytes.
    pub fn trim_end(&mut self, floor: usize) {
        let kept = self.text.trim_end().len().max(floor);
        if kept < self.text.len() {
            self.text.truncate(kept);
            self.map.truncate(kept);
            self.next = None;
        }
    }

    /// Ends the writing.
    pub fn finish(self) -> (String, SourceMap) {
        (self.text, self.map)
    }

    fn keep(&mut self, character: char, source: usize) {
        if !character.is_ascii() && is_combining_mark(character) {
            self.marks += 1;
            if self.marks > MOST_MARKS {
                self.marks = MOST_MARKS;
                return;
            }
        } else {
            self.marks = 0;
        }
        self.push(character, source);
    }

    fn push(&mut self, character: char, source: usize) {
        if self.next != Some(source) {
            self.map.push(self.text.len(), source);
        }
        self.text.push(character);
        self.next = Some(source + 1);
    }
}

/// Makes a text of several lines harmless, such as what a command printed.
pub fn text(value: &str) -> String {
    let mut writer = Writer::default();
    writer.write(value, 0);
    writer.text
}

/// Cleans a value of metadata: one line, no harmful characters, white space collapsed.
///
/// Returns `None` when nothing is left.
pub fn line(value: &str) -> Option<String> {
    let mut writer = Writer::default();
    writer.write(value, 0);
    let words: Vec<&str> = writer.text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Joiners are spelling after letters beyond Latin and inside emoji only.
fn is_foreign(character: char) -> bool {
    character > '\u{24f}' && !character.is_whitespace()
}

/// Counts the characters after an escape character that belong to its sequence.
fn escape_tail(opener: char, rest: &str) -> usize {
    let (introducer, taken) = match opener {
        '\u{1b}' => (rest.chars().next(), 1),
        '\u{9b}' => (Some('['), 0),
        '\u{9d}' => (Some(']'), 0),
        _ => return 0,
    };
    let parameters = rest.chars().skip(taken).take(LONGEST_ESCAPE);
    let is_parameter = |character: &char| (' '..='?').contains(character);
    let length = match introducer {
        // the control sequence's last character is a letter or mark of its own
        Some('[') => parameters.take_while(is_parameter).count() + 1,
        // a string goes on to the next control character, which is dropped in its turn
        Some(']' | 'P' | '^' | '_' | 'X') => parameters
            .take_while(|character| !character.is_control())
            .count(),
        Some('(' | ')' | '#' | '%') => 1,
        Some('0'..='~') => 0,
        _ => return 0,
    };
    taken + length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;

    fn check(source: &str, expected: &str) {
        let mut writer = Writer::default();
        writer.write(source, 0);
        assert_eq!(writer.finish().0, expected, "from {source:?}");
    }

    #[test]
    fn nothing_that_drives_a_terminal_is_left() {
        check("\u{1b}[31mred\u{1b}[0m ink", "red ink");
        check("\u{1b}]0;title\u{7}shown", "shown");
        check("\u{1b}]8;;http://x\u{1b}\\link", "link");
        check("\u{9b}2Jcleared", "cleared");
        check("a\0b\u{8}c\u{7f}d\u{9f}e", "abcde");
        check("tab\tfeed\u{c}end", "tab feed end");
        check("\u{1b}", "");
        check("\u{1b}[", "");
        check("\u{1b}é", "é");
    }

    #[test]
    fn nothing_that_hides_or_reorders_words_is_left() {
        check("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{ad}f", "abcdef");
        check("Kha\u{200c}tib", "Khatib");
        check("می\u{200c}شود", "می\u{200c}شود");
        check(
            &format!("e{}x", "\u{301}".repeat(500)),
            &format!("e{}x", "\u{301}".repeat(8)),
        );
    }

    #[test]
    fn every_line_end_becomes_one_newline() {
        check("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne");
    }

    #[test]
    fn what_is_kept_maps_to_its_place() {
        let mut writer = Writer::default();
        writer.write("é\r\n\u{1b}[1mbold", 0);
        let (text, map) = writer.finish();
        assert_eq!(text, "é\nbold");
        assert_eq!(map.to_source(&text, Span::new(3, 7)), (7, 11));
        assert_eq!(map.to_source(&text, Span::new(2, 3)), (2, 3));
    }
}
