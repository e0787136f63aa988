//! One line of text within so many columns.
//!
//! Whatever comes from outside passes through here before it is drawn: control
//! characters and those that turn the direction of writing are left out, wide
//! and combining letters are measured as the terminal shows them, and no work
//! grows with text that has no room. Nothing here knows what a line is about.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use crate::app::notices::thousands;
use crate::document::Span;

/// Bytes of text looked at for one column: a letter with all its marks is rarely
/// longer, and a letter with a million marks must not be.
const BYTES_A_COLUMN: usize = 32;

/// Returns the columns a text takes, without what is never drawn.
pub fn width(text: &str) -> usize {
    drawn(text).map(|(_, columns)| columns).sum()
}

/// Returns as much of a text as fits, ending in `…` when something was cut.
pub fn clip(text: &str, columns: usize) -> String {
    let mut line = String::new();
    let mut used = 0;
    let mut kept = 0;
    for (letter, wide) in drawn(head(text, columns)) {
        if used + wide > columns {
            line.truncate(kept);
            return finish(line, columns);
        }
        line.push_str(letter);
        used += wide;
        if used < columns {
            kept = line.len();
        }
    }
    if head(text, columns).len() < text.len() {
        line.truncate(kept);
        return finish(line, columns);
    }
    line
}

/// Clips a text, then fills up with blanks on the right.
pub fn pad(text: &str, columns: usize) -> String {
    let mut line = clip(text, columns);
    let missing = columns.saturating_sub(width(&line));
    line.extend(std::iter::repeat_n(' ', missing));
    line
}

/// Clips a text, then fills up with blanks on the left.
pub fn pad_left(text: &str, columns: usize) -> String {
    let line = clip(text, columns);
    let missing = columns.saturating_sub(width(&line));
    format!("{}{line}", " ".repeat(missing))
}

/// Pads a text and cuts it into pieces that match and pieces that do not;
/// `matched` holds byte offsets of characters, ascending.
pub fn lit(text: &str, matched: &[u32], columns: usize) -> Vec<(Matching, String)> {
    let mut pieces: Vec<(Matching, String)> = Vec::new();
    let clipped = pad(text, columns);
    // Left-out characters shift offsets: both are walked side by side.
    let mut shown = clipped.chars().peekable();
    for (at, letter) in text.char_indices() {
        if is_never_drawn(letter) {
            continue;
        }
        let Some(next) = shown.next() else { break };
        let found = next != '…' && matched.binary_search(&(at as u32)).is_ok();
        let matching = if found { Matching::Yes } else { Matching::No };
        push(&mut pieces, matching, next);
    }
    for letter in shown {
        push(&mut pieces, Matching::No, letter);
    }
    pieces
}

/// Says whether a piece of a line is what was searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    Yes,
    No,
}

/// Returns what is left of a text after its first `columns` columns.
pub fn skip(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, letter) in text.grapheme_indices(true) {
        if used >= columns {
            return &text[at..];
        }
        used += letter.width();
    }
    ""
}

/// Joins stretches of a text with ` … ` on one line, white space collapsed, and
/// stops after `letters` characters.
pub fn join(text: &str, pieces: &[Span], letters: usize) -> String {
    let mut line = String::new();
    let mut left = letters;
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            line.push_str(" … ");
        }
        let mut after_blank = true;
        for letter in piece.of(text).chars() {
            if left == 0 {
                return line;
            }
            left -= 1;
            let blank = letter.is_whitespace() || is_never_drawn(letter);
            if !blank {
                line.push(letter);
            } else if !after_blank {
                line.push(' ');
            }
            after_blank = blank;
        }
        line.truncate(line.trim_end().len());
    }
    line
}

/// Writes what the source breaks into lines as one: line ends and tabs become blanks.
pub fn unbroken(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

/// Puts a text on one line, at most as much as any line shows.
pub fn one_line(text: &str) -> String {
    const LETTERS: usize = 400;
    let mut end = text.len().min(LETTERS * 4);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    join(text, &[Span::new(0, end)], LETTERS)
}

fn push(pieces: &mut Vec<(Matching, String)>, matching: Matching, letter: char) {
    match pieces.last_mut() {
        Some((last, piece)) if *last == matching => piece.push(letter),
        Some(_) | None => pieces.push((matching, letter.to_string())),
    }
}

/// Ends a line that was cut, if there is a column for the sign.
fn finish(mut line: String, columns: usize) -> String {
    if columns > 0 {
        line.push('…');
    }
    line
}

/// Returns the beginning of a text that could fill so many columns.
fn head(text: &str, columns: usize) -> &str {
    let mut end = text.len().min((columns + 1) * BYTES_A_COLUMN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Returns the letters that are drawn, each with its columns.
fn drawn(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true)
        .filter(|letter| !letter.contains(is_never_drawn))
        .map(|letter| (letter, letter.width()))
}

/// Control characters, and those that turn the direction of writing.
fn is_never_drawn(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Matching, clip, lit, one_line, pad, pad_left, skip, thousands, width};

    #[test]
    fn a_text_is_cut_where_the_terminal_runs_out_of_columns() {
        let check = |text: &str, columns: usize, expected: &str| {
            assert_eq!(clip(text, columns), expected);
            assert!(width(&clip(text, columns)) <= columns, "{text}");
        };
        check("Kabul", 5, "Kabul");
        check("Kabul fell", 5, "Kabu…");
        check("習近平氏", 8, "習近平氏");
        check("習近平氏", 7, "習近平…");
        check("習近平氏", 6, "習近…");
        check("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}");
        check("Kabul", 1, "…");
        check("Kabul", 0, "");
        check("", 3, "");
    }

    #[test]
    fn nothing_that_steers_the_terminal_gets_through() {
        assert_eq!(clip("a\u{1b}[31mb\u{202e}c\u{7}\nd", 20), "a[31mbcd");
        assert_eq!(one_line("a\n\n b\u{2066}c\t "), "a b c");
    }

    #[test]
    fn a_letter_with_a_million_marks_costs_no_more_than_its_columns() {
        let zalgo = format!("a{}", "\u{301}".repeat(1_000_000));
        assert!(clip(&zalgo, 10).len() < 1_000);
    }

    #[test]
    fn padding_fills_up_to_the_column() {
        assert_eq!(pad("習", 4), "習  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(pad("Kabul fell", 6), "Kabul…");
        assert_eq!(width(&pad("習近平", 4)), 4);
    }

    #[test]
    fn matched_letters_keep_their_place_when_the_text_is_cut() {
        let pieces = lit("Saeed Khatibzadeh", &[6, 7, 8, 16], 11);
        let shown: Vec<(Matching, &str)> = pieces
            .iter()
            .map(|(matching, text)| (*matching, text.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (Matching::No, "Saeed "),
                (Matching::Yes, "Kha"),
                (Matching::No, "t…")
            ]
        );
    }

    #[test]
    fn skipping_counts_columns() {
        assert_eq!(skip("習近平", 2), "近平");
        assert_eq!(skip("abc", 9), "");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(thousands(9_120), "9,120");
        assert_eq!(thousands(100), "100");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }
}
