//! The marks of the panes, in Unicode and in ASCII.

use crate::view::line;
use crate::view::theme::Letters;

/// Blocks from little to most.
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The same for terminals without them.
const ASCII_BLOCKS: [char; 8] = ['.', ':', '-', '=', '+', '*', '#', '@'];

/// What a mark is drawn as where only ASCII is.
const ASCII: &[(char, char)] = &[
    ('●', '*'),
    ('◆', '+'),
    ('◇', '-'),
    ('○', 'o'),
    ('»', '>'),
    ('▸', '>'),
    ('•', '*'),
    ('▾', 'v'),
    ('▴', '^'),
    ('└', '`'),
    ('▌', '|'),
    ('▐', ']'),
    ('┃', '#'),
    ('│', '|'),
    ('✎', '*'),
    ('─', '-'),
    ('⋯', '.'),
    ('“', '"'),
    ('”', '"'),
    ('‹', '<'),
    ('›', '>'),
    ('·', '-'),
    ('█', '#'),
    ('↵', '<'),
    ('∪', '+'),
    ('★', '*'),
    ('▁', '.'),
    ('▄', '='),
    ('✓', 'x'),
    ('≠', '!'),
    ('⌕', '/'),
];

impl Letters {
    /// Writes marks in these letters.
    pub fn write(self, marks: &str) -> String {
        match self {
            Self::Unicode => marks.to_owned(),
            Self::Ascii => marks.chars().map(ascii).collect(),
        }
    }

    /// Returns what stands before a row of a list, two columns wide.
    pub fn marker(self, selected: bool) -> &'static str {
        match (self, selected) {
            (_, false) => "  ",
            (Self::Unicode, true) => "▸ ",
            (Self::Ascii, true) => "> ",
        }
    }

    /// Returns the block for a count beside the largest of its row; nothing is a dot or a blank.
    pub fn block(self, count: u32, most: u32) -> char {
        let (blocks, nothing) = match self {
            Self::Unicode => (BLOCKS, '·'),
            Self::Ascii => (ASCII_BLOCKS, ' '),
        };
        if count == 0 || most == 0 {
            return nothing;
        }
        let level = (u64::from(count) * 8).div_ceil(u64::from(most)).clamp(1, 8);
        blocks[level as usize - 1]
    }

    /// Draws a bar as long as `count` beside `most` in `columns`; never empty where there is something.
    pub fn bar(self, count: usize, most: usize, columns: usize) -> String {
        let cells = (count * columns).div_ceil(most.max(1)).min(columns);
        self.write(&"█".repeat(cells))
    }

    /// Draws a rule with words in it: "─── words ─────".
    pub fn rule(self, words: &str, columns: usize) -> String {
        let words = line::clip(words, columns.saturating_sub(8));
        let left = self.write(&format!("─── {words} "));
        let rest = columns.saturating_sub(line::width(&left));
        left + &self.write(&"─".repeat(rest))
    }
}

fn ascii(mark: char) -> char {
    let found = ASCII.iter().find(|(unicode, _)| *unicode == mark);
    found.map_or(mark, |(_, ascii)| *ascii)
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn the_fullest_cell_is_a_full_block_and_one_of_many_still_shows() {
        assert_eq!(Letters::Unicode.block(0, 9), '·');
        assert_eq!(Letters::Unicode.block(1, 1_000_000), '▁');
        assert_eq!(Letters::Unicode.block(u32::MAX, u32::MAX), '█');
        assert_eq!(Letters::Ascii.block(3, 6), '=');
    }

    #[test]
    fn a_bar_fits_its_columns_and_shows_the_least() {
        assert_eq!(Letters::Unicode.bar(10, 10, 4), "████");
        assert_eq!(Letters::Ascii.bar(1, 1_000, 4), "#");
        assert_eq!(Letters::Ascii.bar(0, 0, 4), "");
    }

    #[test]
    fn marks_of_how_a_date_is_known_differ_in_ascii_too() {
        assert_eq!(Letters::Ascii.write("●◆◇○»"), "*+-o>");
    }
}
