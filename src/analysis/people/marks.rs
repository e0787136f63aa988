//! What stands in quotation marks.
//!
//! A quotation ends in its own paragraph; where the next paragraph opens with
//! the same mark before the first has closed, the two are one speech. Marks
//! that never close are no quotation.

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
    /// " "
    Straight,
    /// ‘ ’
    SingleCurly,
    /// ' '
    SingleStraight,
}

struct Open {
    style: Style,
    at: usize,
    sentence: u32,
    opening: Opening,
}

/// Finds the quotations of a text, in its order.
pub(super) fn find(text: &Text<'_>, pieces: &Pieces<'_>) -> Vec<Quoted> {
    let mut reader = Reader {
        pieces,
        open: None,
        quoted: Vec::new(),
    };
    let mut paragraph = None;
    for (sentence, (range, _)) in (0..).zip(pieces.sentences()) {
        let here = text.sentences[sentence as usize].paragraph;
        if paragraph != Some(here) {
            reader.begin_paragraph(range.start, sentence);
            paragraph = Some(here);
        }
        for at in range {
            if pieces.all[at].shape == Shape::Mark {
                reader.mark(at, sentence);
            }
        }
    }
    reader.quoted
}

struct Reader<'p, 'a> {
    pieces: &'p Pieces<'a>,
    open: Option<Open>,
    quoted: Vec<Quoted>,
}

impl Reader<'_, '_> {
    /// What stands open is closed if the paragraph takes it up again, else forgotten.
    fn begin_paragraph(&mut self, first: usize, sentence: u32) {
        let Some(open) = self.open.take() else {
            return;
        };
        if self.opens(first) == Some(open.style) {
            self.quoted.push(Quoted {
                pieces: open.at..first,
                first_sentence: open.sentence,
                last_sentence: sentence - 1,
                opening: open.opening,
            });
            self.open = Some(Open {
                style: open.style,
                at: first,
                sentence,
                opening: Opening::Continued,
            });
        }
    }

    fn mark(&mut self, at: usize, sentence: u32) {
        match &self.open {
            Some(open) if open.at == at => {}
            Some(open) if self.closes(at, open.style) => {
                self.quoted.push(Quoted {
                    pieces: open.at..at + 1,
                    first_sentence: open.sentence,
                    last_sentence: sentence,
                    opening: open.opening,
                });
                self.open = None;
            }
            Some(open) if self.opens(at) != Some(open.style) => {}
            Some(_) | None => {
                self.open = self.opens(at).map(|style| Open {
                    style,
                    at,
                    sentence,
                    opening: Opening::Fresh,
                });
            }
        }
    }

    /// The style of quotation that the mark at `at` can open.
    fn opens(&self, at: usize) -> Option<Style> {
        let style = match self.pieces.word(at) {
            "“" => Style::Curly,
            "„" => Style::Low,
            "«" => Style::Angle,
            "\"" => Style::Straight,
            "‘" => Style::SingleCurly,
            "'" => Style::SingleStraight,
            _ => return None,
        };
        let leads = match style {
            Style::Curly | Style::Low | Style::Angle => true,
            Style::Straight | Style::SingleCurly | Style::SingleStraight => {
                !self.follows_word(at) && self.precedes_word(at)
            }
        };
        leads.then_some(style)
    }

    fn closes(&self, at: usize, style: Style) -> bool {
        let word = self.pieces.word(at);
        match style {
            Style::Curly => word == "”",
            Style::Low => matches!(word, "“" | "”"),
            Style::Angle => word == "»",
            // A mark between spaces is taken to close: none was meant to open twice.
            Style::Straight => word == "\"" && (self.follows_mark(at) || !self.precedes_word(at)),
            Style::SingleCurly => word == "’" && self.follows_mark(at),
            Style::SingleStraight => word == "'" && self.follows_mark(at),
        }
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::people::Lists;
    use crate::document::Document;

    /// The quotations of a text, parted by ` | `.
    fn check(text: &str, expected: &str) {
        let document = Document::given("test", text, None);
        let text = Text::read(&document);
        let pieces = Pieces::read(&text, &Lists::english());
        let found: Vec<&str> = find(&text, &pieces)
            .iter()
            .map(|quoted| quoted.span(&pieces).of(text.source).trim_end())
            .collect();
        assert_eq!(
            found.join(" | "),
            expected,
            "quotations of {:?}",
            text.source
        );
    }

    #[test]
    fn every_style_of_marks_is_known() {
        check("He said “a b” and \"c d\".", "“a b” | \"c d\"");
        check("Er sagte „so so“ und «wie wo».", "„so so“ | «wie wo»");
        check(
            "It is ‘his cars’ day’ or 'so', isn't it?",
            "‘his cars’ | 'so'",
        );
    }

    #[test]
    fn inner_marks_belong_to_the_outer_quotation() {
        check("“He said ‘no’ twice,” she said.", "“He said ‘no’ twice,”");
    }

    #[test]
    fn a_mark_that_never_closes_is_no_quotation() {
        check("He said “never.\n\nThen he left \"it\".", "\"it\"");
        check("The 6' man and the dogs' food.", "");
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        check("“One.\n\n“Two,” he said.", "“One. | “Two,”");
    }
}
