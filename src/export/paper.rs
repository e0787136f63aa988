//! Text for people: cleaned of what a terminal would obey, wrapped to a width.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// Says whether a terminal could take the character for an order, or show
/// other text than is there: controls, line separators, turns of direction.
pub(super) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Makes one line of any text: white space becomes single spaces, and what a
/// terminal could obey goes.
pub fn plain(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let words = text.split(|character: char| {
        character.is_whitespace() || matches!(character, '\u{2028}' | '\u{2029}')
    });
    for word in words {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        let start = line.len();
        line.extend(word.chars().filter(|&character| !is_unsafe(character)));
        if line.len() == start {
            line.truncate(before);
        }
    }
    line
}

/// Breaks one plain line into lines of at most `width` columns, where Unicode
/// allows a break; a word wider than that keeps a line of its own.
pub(super) fn wrap(line: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut columns) = (0, 0, 0);
    for (offset, opportunity) in linebreaks(line) {
        let piece = &line[end..offset];
        if end > start && columns + piece.trim_end().width() > width {
            lines.push(line[start..end].trim_end());
            (start, columns) = (end, 0);
        }
        columns += piece.width();
        end = offset;
        if opportunity == BreakOpportunity::Mandatory {
            lines.push(line[start..end].trim_end());
            (start, columns) = (end, 0);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_escape_survives_on_paper() {
        for (text, wanted) in [
            ("a\u{1b}[31mb", "a[31mb"),
            ("  two\n\nlines\t \u{a0}here ", "two lines here"),
            ("\u{202e}evil\u{9b}", "evil"),
            ("one \u{7} two", "one two"),
            ("", ""),
        ] {
            assert_eq!(plain(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn lines_keep_to_the_width_and_lose_no_word() {
        let text = "The Taliban entered 喀布爾喀布爾 on Sunday-morning unimaginablylongword end";
        let lines = wrap(text, 14);
        assert!(
            lines
                .iter()
                .all(|line| line.width() <= 14 || !line.contains(' '))
        );
        let joined: String = lines.concat().split_whitespace().collect();
        let whole: String = text.split_whitespace().collect();
        assert_eq!(joined, whole);
        assert!(lines.len() >= 5, "{lines:?}");
    }
}
