//! Tokens and sentences.
//!
//! A [`Text`] is a document's clean text cut into tokens that tile it and
//! sentences made of them. It borrows the text and lives for one analysis.
//! Nothing here knows what a word means.

mod abbreviations;
mod sentences;
mod tokens;

use std::ops::Range;

use crate::document::{Document, ParagraphKind, Span};

/// Says what a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with marks and inner apostrophes ("O'Brien", "o'clock"); with
    /// its full stops when it is an acronym or initial ("U.S.", "p.m.", "J.").
    Word,
    /// Decimal digits only ("1990", "08"); a fraction is three tokens.
    Number,
    /// A possessive ending: `'s` or `’s`, or a lone apostrophe after an s.
    Possessive,
    /// One character of anything else; a run of one mark ("...", "--") is one token.
    Punctuation,
}

/// One token; between two tokens of a text lies nothing but white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Whether it touches the token before it ("13" "th", "mid" "-" "May").
    pub glued: bool,
}

/// A sentence, or a heading, list item or line that stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Index of the paragraph it lies in.
    pub paragraph: u32,
    /// Index of its first token and the one after its last.
    pub first_token: u32,
    pub last_token: u32,
}

impl Sentence {
    /// Returns the indices of its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first_token as usize..self.last_token as usize
    }
}

/// A document's text, cut up.
#[derive(Debug)]
pub struct Text<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// The kind of each paragraph, by [`Sentence::paragraph`].
    pub paragraphs: Vec<ParagraphKind>,
}

impl<'a> Text<'a> {
    /// Cuts a document into tokens and sentences; verbatim paragraphs and the
    /// dateline are passed over.
    pub fn read(document: &'a Document) -> Self {
        let mut text = Self {
            source: &document.text,
            tokens: Vec::with_capacity(document.text.len() / 5),
            sentences: Vec::new(),
            paragraphs: document
                .paragraphs
                .iter()
                .map(|paragraph| paragraph.kind)
                .collect(),
        };
        for (index, paragraph) in (0..).zip(&document.paragraphs) {
            if paragraph.kind == ParagraphKind::Verbatim {
                continue;
            }
            let mut span = paragraph.span;
            if let Some(dateline) = document.dateline.filter(|line| span.contains(*line)) {
                span.start = dateline.end;
            }
            let first = text.tokens.len();
            tokens::cut(text.source, span, &mut text.tokens);
            sentences::cut(text.source, &text.tokens, first, index, &mut text.sentences);
        }
        text
    }

    /// Returns the words of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.of(self.source)
    }

    /// Returns the bytes from the first of some tokens to the last; the range is not empty.
    pub fn covered(&self, tokens: Range<usize>) -> Span {
        Span {
            start: self.tokens[tokens.start].span.start,
            end: self.tokens[tokens.end - 1].span.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dateline_and_verbatim_paragraphs_are_passed_over() {
        let mut document = Document::given("test", "TEHRAN – It rained.\n\nlet x = 1;", None);
        document.dateline = Some(Span::new(0, "TEHRAN –".len()));
        document.paragraphs[1].kind = ParagraphKind::Verbatim;
        let text = Text::read(&document);
        assert_eq!(text.word(0), "It");
        assert_eq!(text.tokens.len(), 3);
        assert_eq!(text.sentences.len(), 1);
    }
}
