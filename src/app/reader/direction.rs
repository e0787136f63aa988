//! Which way text is written, and in which order a line of it is shown.
//!
//! The order is that of the Unicode bidirectional algorithm (UAX #9), line by
//! line after wrapping. What is shown keeps its bytes: a stretch says where it
//! lies in the text, so that people, dates and matches are found on it again.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

use crate::document::Span;

/// So many bytes around a line are looked at to see how its ends are to be read.
const CONTEXT: usize = 1_024;

/// Which way text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    LeftToRight,
    RightToLeft,
}

/// Who puts right-to-left lines into the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reordering {
    /// The terminal, or nobody.
    #[default]
    Terminal,
    /// The reading view.
    Here,
}

/// A piece of a line all of which is shown in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub span: Span,
    pub direction: Direction,
}

impl Direction {
    /// Returns the direction of a paragraph: that of its first letter that has one.
    pub fn of(paragraph: &str) -> Self {
        let mut classes = paragraph.chars().map(bidi_class);
        let strong =
            classes.find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
        match strong {
            Some(BidiClass::R | BidiClass::AL) => Self::RightToLeft,
            _ => Self::LeftToRight,
        }
    }

    fn level(self) -> Level {
        match self {
            Self::LeftToRight => Level::ltr(),
            Self::RightToLeft => Level::rtl(),
        }
    }
}

/// Says whether any letter of a text is written from right to left.
pub fn turns(text: &str) -> bool {
    // All of them, and Arabic digits, come after the letters of Europe.
    let may_turn = |letter: &char| *letter >= '\u{590}';
    let mut late = text.chars().filter(may_turn);
    late.any(|letter| {
        matches!(
            bidi_class(letter),
            BidiClass::R | BidiClass::AL | BidiClass::AN
        )
    })
}

/// Returns the pieces of a line from left to right as they are to be shown; the
/// paragraph around it is written in `direction`.
pub fn in_order(text: &str, paragraph: Span, line: Span, direction: Direction) -> Vec<Stretch> {
    let boundary = |from: usize| (from..text.len()).find(|at| text.is_char_boundary(*at));
    let start = (line.start as usize).saturating_sub(CONTEXT);
    let start = start.max(paragraph.start.min(line.start) as usize);
    let start = boundary(start).unwrap_or(0);
    let end = (line.end as usize + CONTEXT).min(paragraph.end.max(line.end) as usize);
    let end = boundary(end).unwrap_or(text.len());
    // A line end of the source is a blank here and parts no paragraphs.
    let around = text[start..end].replace('\n', " ");
    let info = ParagraphBidiInfo::new(&around, Some(direction.level()));
    let within = line.start as usize - start..line.end as usize - start;
    if within.is_empty() {
        return Vec::new();
    }
    let (levels, runs) = info.visual_runs(within);
    let runs = runs.into_iter();
    runs.map(|run| Stretch {
        direction: if levels[run.start].is_rtl() {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        },
        span: Span::new(start + run.start, start + run.end),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::{Direction, in_order, turns};
    use crate::document::Span;

    fn check(text: &str, expected: &[&str]) {
        let whole = Span::new(0, text.len());
        let shown = in_order(text, whole, whole, Direction::of(text));
        let shown: Vec<&str> = shown.iter().map(|stretch| stretch.span.of(text)).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_paragraph_is_written_as_its_first_letter_is() {
        assert_eq!(Direction::of("12 – شهر"), Direction::RightToLeft);
        assert_eq!(Direction::of("12 – town شهر"), Direction::LeftToRight);
        assert_eq!(Direction::of(""), Direction::LeftToRight);
        assert!(turns("a ש b") && !turns("Zürich, 北京, 12"));
    }

    #[test]
    fn words_of_the_other_direction_keep_theirs() {
        check(
            "the word שלום means peace",
            &["the word ", "שלום", " means peace"],
        );
        check("שלום to all", &["to all", "שלום "]);
        check("ב־10 במאי", &[" במאי", "10", "ב־"]);
    }

    #[test]
    fn a_line_end_of_the_source_does_not_part_a_line() {
        check("שלום\nרב", &["שלום\nרב"]);
    }

    #[test]
    fn an_empty_line_has_nothing_to_show() {
        assert_eq!(
            in_order(
                "ש",
                Span::new(0, 2),
                Span::new(2, 2),
                Direction::RightToLeft
            ),
            []
        );
    }
}
