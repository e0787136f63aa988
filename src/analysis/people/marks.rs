//! What stands in quotation marks.
//!
//! Each style of marks is followed by itself within a paragraph; of quotations
//! that lie in one another the outermost counts. Where a paragraph leaves one
//! open and the next opens with the same mark, the two are one speech. Marks
//! that never close are no quotation, nor are apostrophes.

mod outermost;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::pieces::{Pieces, Shape};
use crate::analysis::text::Text;
use crate::document::Span;

/// How a quotation relates to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Fresh,
    /// The same speech, taken up again in the next paragraph.
    Continued,
}

/// One stretch of text in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Its pieces, marks included.
    pub pieces: Range<usize>,
    /// The sentences its first and last piece lie in.
    pub first_sentence: u32,
    pub last_sentence: u32,
    pub paragraph: u32,
    pub opening: Opening,
}

impl Quoted {
    pub(super) fn span(&self, pieces: &Pieces<'_>) -> Span {
        Span {
            start: pieces.all[self.pieces.start].span.start,
            end: pieces.all[self.pieces.end - 1].span.end,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// “ ”
    Curly,
    /// „ “
    Low,
    /// « »
    Angle,
    /// » «
    AngleInward,
    /// ‹ ›
    SingleAngle,
    /// `` ''
    Backticks,
    /// " "
    Straight,
    /// ‘ ’
    SingleCurly,
    /// ' '
    SingleStraight,
}

const STYLES: usize = 9;

impl Style {
    /// Whether its marks are apostrophes as well.
    fn is_doubtful(self) -> bool {
        match self {
            Self::SingleCurly | Self::SingleStraight => true,
            Self::Curly
            | Self::Low
            | Self::Angle
            | Self::AngleInward
            | Self::SingleAngle
            | Self::Backticks
            | Self::Straight => false,
        }
    }
}

struct Open {
    at: usize,
    sentence: u32,
    opening: Opening,
    /// A mark that may close it, or be the apostrophe of a plural ("the cars’ owners").
    weak: Option<Close>,
}

#[derive(Clone, Copy)]
struct Close {
    /// The piece after.
    end: usize,
    sentence: u32,
}

/// Finds the quotations of a text, in its order.
pub(super) fn find(text: &Text<'_>, pieces: &Pieces<'_>) -> Vec<Quoted> {
    let mut reader = Reader {
        pieces,
        open: Default::default(),
        found: Vec::new(),
        paragraph: 0,
        passed: 0,
    };
    for (sentence, (range, _)) in (0..).zip(pieces.sentences()) {
        let here = text.sentences[sentence as usize].paragraph;
        if reader.paragraph != here {
            reader.begin_paragraph(range.start, sentence);
            reader.paragraph = here;
        }
        for at in range {
            let is_mark = pieces.all[at].shape == Shape::Mark && may_quote(pieces, at);
            if is_mark && at >= reader.passed {
                reader.mark(at, sentence);
            }
        }
    }
    reader.end_paragraph();
    outermost::choose(pieces, reader.found)
}

/// Whether a mark may be one of quotation, by its first byte: most are stops and commas.
fn may_quote(pieces: &Pieces<'_>, at: usize) -> bool {
    let start = pieces.all[at].span.start as usize;
    let first = pieces.source.as_bytes()[start];
    matches!(first, b'"' | b'\'' | b'`') || !first.is_ascii()
}

struct Reader<'p, 'a> {
    pieces: &'p Pieces<'a>,
    /// What stands open in this paragraph, by style; only marks that differ when
    /// they open and close lie in one another.
    open: [Vec<Open>; STYLES],
    found: Vec<(Style, Quoted)>,
    paragraph: u32,
    /// Pieces before this one have been read with another.
    passed: usize,
}

impl<'a> Reader<'_, 'a> {
    /// What stands open goes on if the paragraph takes it up again, else it is forgotten.
    fn begin_paragraph(&mut self, first: usize, sentence: u32) {
        let taken_up = self.style_opened(first).filter(|style| {
            let open = self.open[*style as usize].first();
            open.is_some_and(|open| self.is_introduced(open))
        });
        if let Some(style) = taken_up {
            let open = self.open[style as usize].swap_remove(0);
            self.push(
                style,
                &open,
                Close {
                    end: first,
                    sentence: sentence - 1,
                },
            );
        }
        self.end_paragraph();
        if let Some(style) = taken_up {
            self.open(style, first, sentence, Opening::Continued);
            self.passed = first + 1 + usize::from(style == Style::Backticks);
        }
    }

    fn end_paragraph(&mut self) {
        for style in [Style::SingleCurly, Style::SingleStraight] {
            self.close_weakly(style);
        }
        for open in &mut self.open {
            open.clear();
        }
    }

    /// Whether what is quoted begins where speech does, so that it may go on.
    fn is_introduced(&self, open: &Open) -> bool {
        let sentence = self.pieces.sentence(open.sentence);
        open.at == sentence.start
            || matches!(self.word(open.at - 1), "," | ":" | "that" | "—" | "–")
    }

    fn word(&self, at: usize) -> &'a str {
        self.pieces.word(at)
    }

    fn is_open(&self, style: Style) -> bool {
        !self.open[style as usize].is_empty()
    }

    fn open(&mut self, style: Style, at: usize, sentence: u32, opening: Opening) {
        self.open[style as usize].push(Open {
            at,
            sentence,
            opening,
            weak: None,
        });
    }

    fn close(&mut self, style: Style, close: Close) {
        if let Some(open) = self.open[style as usize].pop() {
            self.push(style, &open, close);
        }
    }

    fn close_weakly(&mut self, style: Style) {
        if let Some(open) = self.open[style as usize].pop()
            && let Some(close) = open.weak
        {
            self.push(style, &open, close);
        }
    }

    fn push(&mut self, style: Style, open: &Open, close: Close) {
        self.found.push((
            style,
            Quoted {
                pieces: open.at..close.end,
                first_sentence: open.sentence,
                last_sentence: close.sentence,
                paragraph: self.paragraph,
                opening: open.opening,
            },
        ));
    }

    /// The style that the mark at `at` can open, were nothing open.
    fn style_opened(&self, at: usize) -> Option<Style> {
        let leads = || !self.follows_word(at) && self.precedes_word(at);
        match self.word(at) {
            "“" => Some(Style::Curly),
            "„" => Some(Style::Low),
            "«" => Some(Style::Angle),
            "‹" => Some(Style::SingleAngle),
            "`" if self.is_doubled(at) => Some(Style::Backticks),
            // Closing marks are used to open, too.
            "”" if leads() => Some(Style::Curly),
            "»" if leads() => Some(Style::AngleInward),
            "\"" if leads() || self.stands_alone(at) => Some(Style::Straight),
            "‘" if leads() && !self.is_elision(at) => Some(Style::SingleCurly),
            "'" if leads() && !self.is_elision(at) => Some(Style::SingleStraight),
            _ => None,
        }
    }

    fn mark(&mut self, at: usize, sentence: u32) {
        let close = Close {
            end: at + 1,
            sentence,
        };
        if let Some(style) = self.style_closed(at) {
            match style {
                Style::SingleCurly | Style::SingleStraight => self.close_single(style, at, close),
                Style::Backticks if self.word(at) == "'" => {
                    self.passed = at + 2;
                    self.close(
                        style,
                        Close {
                            end: at + 2,
                            sentence,
                        },
                    );
                }
                Style::Curly
                | Style::Low
                | Style::Angle
                | Style::AngleInward
                | Style::SingleAngle
                | Style::Backticks
                | Style::Straight => self.close(style, close),
            }
            return;
        }
        let Some(style) = self.style_opened(at) else {
            return;
        };
        match style {
            Style::Straight => self.open[style as usize].clear(),
            Style::SingleCurly | Style::SingleStraight => self.close_weakly(style),
            Style::Backticks => self.passed = at + 2,
            Style::Curly | Style::Low | Style::Angle | Style::AngleInward | Style::SingleAngle => {}
        }
        self.open(style, at, sentence, Opening::Fresh);
    }

    /// The open style that the mark at `at` closes.
    fn style_closed(&self, at: usize) -> Option<Style> {
        let style = match self.word(at) {
            "“" if self.is_open(Style::Low) && self.follows_mark(at) => Style::Low,
            "”" if self.is_open(Style::Curly) => Style::Curly,
            "”" => Style::Low,
            "»" => Style::Angle,
            "«" => Style::AngleInward,
            "›" => Style::SingleAngle,
            "’" if self.follows_mark(at) => Style::SingleCurly,
            "'" if self.is_open(Style::Backticks) && self.is_doubled(at) => Style::Backticks,
            "'" if self.follows_mark(at) => Style::SingleStraight,
            // A mark between spaces is taken to close: none was meant to open twice.
            "\"" if self.follows_mark(at) || !self.precedes_word(at) => {
                if self.is_open(Style::Straight) {
                    Style::Straight
                } else {
                    Style::Backticks
                }
            }
            _ => return None,
        };
        self.is_open(style).then_some(style)
    }

    /// Closes single marks, unless the mark may be the apostrophe of a plural
    /// and one that surely closes comes later.
    fn close_single(&mut self, style: Style, at: usize, close: Close) {
        let before = self.before(at);
        let is_sure = before.is_some_and(|before| matches!(before, ',' | '.' | '!' | '?' | '…'));
        let is_weak = matches!(before, Some('s' | 'z' | 'x')) && self.precedes_small_word(at);
        let Some(open) = self.open[style as usize].last_mut() else {
            return;
        };
        if is_sure {
            self.close(style, close);
        } else if is_weak {
            open.weak = open.weak.or(Some(close));
        } else {
            open.weak = open.weak.or(Some(close));
            self.close_weakly(style);
        }
    }

    /// A straight mark between spaces where speech begins (`said, " We won "`).
    fn stands_alone(&self, at: usize) -> bool {
        let begins = self.before(at).is_none_or(char::is_whitespace);
        let follows = at > 0 && matches!(self.word(at - 1), "," | ":");
        let leads = self.pieces.all.get(at + 1);
        begins && follows && leads.is_some_and(|next| next.shape == Shape::Capital)
    }

    /// "'em", "'90s", "rock 'n' roll": letters left out.
    fn is_elision(&self, at: usize) -> bool {
        self.pieces.all.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Number
                || matches!(
                    self.word(at + 1),
                    "em" | "cause"
                        | "til"
                        | "tis"
                        | "twas"
                        | "n"
                        | "round"
                        | "bout"
                        | "Twas"
                        | "Tis"
                )
        })
    }

    /// Whether the mark stands twice without a space.
    fn is_doubled(&self, at: usize) -> bool {
        let end = self.pieces.all[at].span.end;
        let next = self.pieces.all.get(at + 1);
        next.is_some_and(|next| next.span.start == end) && self.word(at + 1) == self.word(at)
    }

    fn before(&self, at: usize) -> Option<char> {
        let start = self.pieces.all[at].span.start as usize;
        self.pieces.source[..start].chars().next_back()
    }

    fn follows_word(&self, at: usize) -> bool {
        self.before(at).is_some_and(char::is_alphanumeric)
    }

    /// Whether no white space stands before the mark.
    fn follows_mark(&self, at: usize) -> bool {
        self.before(at)
            .is_some_and(|before| !before.is_whitespace())
    }

    fn precedes_word(&self, at: usize) -> bool {
        let end = self.pieces.all[at].span.end as usize;
        let after = self.pieces.source[end..].chars().next();
        after.is_some_and(|after| !after.is_whitespace() && !matches!(after, ',' | '.' | ';' | ')'))
    }

    fn precedes_small_word(&self, at: usize) -> bool {
        let end = self.pieces.all[at].span.end as usize;
        let mut after = self.pieces.source[end..].chars();
        after.next().is_some_and(char::is_whitespace)
            && after.next().is_some_and(char::is_lowercase)
    }
}
