//! Text of several lines being written: a cursor and what keys do to it.
//!
//! A place is a line and a byte of it, always between two letters as they are
//! drawn. Nothing here knows what the text is for, or how wide the screen is.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::key::{Code, Key};

/// More bytes than this are not taken in.
const LONGEST: usize = 100_000;

/// Text with a cursor in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// At least one, none with a line end.
    lines: Vec<String>,
    row: usize,
    /// Byte of the line.
    at: usize,
    length: usize,
}

impl Editor {
    /// Opens a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut editor = Self {
            lines: vec![String::new()],
            row: 0,
            at: 0,
            length: 0,
        };
        editor.insert(text);
        editor
    }

    /// Returns the text, without white space at its end.
    pub fn text(&self) -> String {
        self.lines.join("\n").trim_end().to_owned()
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Returns the line of the cursor and the byte of the line it stands before.
    pub fn cursor(&self) -> (usize, usize) {
        (self.row, self.at)
    }

    /// Does what a key asks for; keys that edit nothing leave it as it is.
    pub fn press(&mut self, key: Key) {
        match (key.code, key.ctrl || key.alt) {
            (Code::Enter, _) => self.insert("\n"),
            (Code::Char('a'), true) if key.ctrl => self.at = 0,
            (Code::Char('e'), true) if key.ctrl => self.at = self.line().len(),
            (Code::Char('w') | Code::Backspace, true) => self.delete_to(Self::word_back),
            (Code::Char('u'), true) if key.ctrl => self.delete_to(|editor| editor.at = 0),
            (Code::Char('k'), true) if key.ctrl => {
                self.delete_to(|editor| editor.at = editor.line().len());
            }
            (Code::Char('h'), true) | (Code::Backspace, false) => self.delete_to(Self::back),
            (Code::Char('d'), true) if key.ctrl => self.delete_to(Self::on),
            (Code::Delete, _) => self.delete_to(Self::on),
            (Code::Left, false) => self.back(),
            (Code::Right, false) => self.on(),
            (Code::Left, true) => self.word_back(),
            (Code::Right, true) => self.word_on(),
            (Code::Up, _) => self.rows(-1),
            (Code::Down, _) => self.rows(1),
            (Code::PageUp, _) => self.rows(-10),
            (Code::PageDown, _) => self.rows(10),
            (Code::Home, true) => (self.row, self.at) = (0, 0),
            (Code::End, true) => {
                self.row = self.lines.len() - 1;
                self.at = self.line().len();
            }
            (Code::Home, false) => self.at = 0,
            (Code::End, false) => self.at = self.line().len(),
            (Code::Char(letter), false) => self.insert(letter.encode_utf8(&mut [0; 4])),
            (
                Code::Char(_)
                | Code::Tab
                | Code::BackTab
                | Code::Escape
                | Code::Insert
                | Code::Function(_),
                _,
            ) => {}
        }
    }

    /// Puts text in at the cursor; control characters but line ends stay out.
    pub fn insert(&mut self, text: &str) {
        for letter in text.chars() {
            if self.length >= LONGEST {
                return;
            }
            match letter {
                '\n' => {
                    let rest = self.lines[self.row].split_off(self.at);
                    self.row += 1;
                    self.lines.insert(self.row, rest);
                    self.at = 0;
                    self.length += 1;
                }
                '\t' => self.put(' '),
                letter if letter.is_control() => {}
                letter => self.put(letter),
            }
        }
    }

    fn put(&mut self, letter: char) {
        self.lines[self.row].insert(self.at, letter);
        self.at += letter.len_utf8();
        self.length += letter.len_utf8();
    }

    fn line(&self) -> &str {
        &self.lines[self.row]
    }

    fn back(&mut self) {
        let before = &self.lines[self.row][..self.at];
        if let Some((at, _)) = before.grapheme_indices(true).next_back() {
            self.at = at;
        } else if self.row > 0 {
            self.row -= 1;
            self.at = self.line().len();
        }
    }

    fn on(&mut self) {
        let after = &self.lines[self.row][self.at..];
        if let Some(letter) = after.graphemes(true).next() {
            self.at += letter.len();
        } else if self.row + 1 < self.lines.len() {
            self.row += 1;
            self.at = 0;
        }
    }

    fn word_back(&mut self) {
        if self.at == 0 {
            return self.back();
        }
        let before = self.lines[self.row][..self.at].trim_end();
        self.at = before.rfind(char::is_whitespace).map_or(0, |blank| {
            blank + before[blank..].chars().next().map_or(1, char::len_utf8)
        });
    }

    fn word_on(&mut self) {
        let line = self.line();
        if self.at == line.len() {
            return self.on();
        }
        let after = &line[self.at..];
        let word = after.find(char::is_whitespace).unwrap_or(after.len());
        let blank = after[word..].len() - after[word..].trim_start().len();
        self.at += word + blank;
    }

    /// Goes up or down, to the same number of letters as far as the line has them.
    fn rows(&mut self, step: isize) {
        let letters = self.lines[self.row][..self.at].graphemes(true).count();
        let last = self.lines.len() - 1;
        let row = self.row.saturating_add_signed(step).min(last);
        if row == self.row {
            self.at = if step < 0 { 0 } else { self.line().len() };
            return;
        }
        self.row = row;
        let line = self.line();
        let mut places = line.grapheme_indices(true);
        self.at = places.nth(letters).map_or(line.len(), |(at, _)| at);
    }

    /// Deletes what lies between the cursor and where it goes.
    fn delete_to(&mut self, go: impl FnOnce(&mut Self)) {
        let begun = (self.row, self.at);
        go(self);
        let gone_to = (self.row, self.at);
        let (from, to) = (begun.min(gone_to), begun.max(gone_to));
        let rest = self.lines[to.0].split_off(to.1);
        self.lines.drain(from.0 + 1..to.0 + 1);
        self.lines[from.0].truncate(from.1);
        self.lines[from.0].push_str(&rest);
        (self.row, self.at) = from;
        self.length = self.lines.iter().map(|line| line.len() + 1).sum::<usize>() - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::Editor;
    use crate::app::key::{Code, Key};

    fn edited(text: &str, keys: &str) -> Editor {
        let mut editor = Editor::new(text);
        for key in keys.split_whitespace() {
            editor.press(key.parse().expect("a key"));
        }
        editor
    }

    fn check(text: &str, keys: &str, expected: &str) {
        assert_eq!(edited(text, keys).text(), expected, "{keys} on {text:?}");
    }

    #[test]
    fn enter_parts_a_line_and_backspace_joins_it_again() {
        check("one two", "home right right right enter x", "one\nx two");
        check("one\ntwo", "home backspace", "onetwo");
        check("one\ntwo", "up end delete", "onetwo");
    }

    #[test]
    fn a_letter_with_its_marks_is_one_letter() {
        check("Zu\u{308}", "backspace", "Z");
        check("a👩‍👩‍👧b", "left backspace", "ab");
    }

    #[test]
    fn words_and_line_ends_go_as_in_a_shell() {
        check("one two three", "ctrl-w", "one two");
        check("one two", "ctrl-a ctrl-k", "");
        check("one\ntwo", "ctrl-u", "one");
        check("one two", "ctrl-left x", "one xtwo");
    }

    #[test]
    fn up_and_down_keep_the_column_as_far_as_they_can() {
        assert_eq!(edited("long line\nab\nlong line", "up").cursor(), (1, 2));
        assert_eq!(edited("ab", "up").cursor(), (0, 0));
        assert_eq!(edited("ab", "up down").cursor(), (0, 2));
    }

    #[test]
    fn what_steers_a_terminal_is_not_taken_in() {
        let mut editor = Editor::new("a\u{1b}[2J\r\nb\tc");
        assert_eq!(editor.text(), "a[2J\nb c");
        editor.press(Key::plain(Code::Function(1)));
        assert_eq!(editor.text(), "a[2J\nb c");
    }
}
