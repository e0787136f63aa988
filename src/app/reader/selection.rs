//! Selecting text: sentence by sentence, line by line, word by word.

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::{Article, Corpus};
use crate::document::Span;

use super::{LineKind, Reader};

/// By what a selection grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Word,
    Sentence,
    Line,
}

impl Unit {
    /// Returns the word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Sentence => "sentence",
            Self::Line => "line",
        }
    }
}

/// A stretch of text selected, from where it began to where one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub unit: Unit,
    anchor: Span,
    head: Span,
}

impl Selection {
    /// Returns the whole stretch.
    pub fn span(&self) -> Span {
        Span {
            start: self.anchor.start.min(self.head.start),
            end: self.anchor.end.max(self.head.end),
        }
    }
}

impl Reader {
    /// Begins to select by a unit; the same unit a second time ends it, another
    /// goes on with what is selected. Says whether anything is selected now.
    pub fn select(&mut self, unit: Unit, corpus: &Corpus) -> bool {
        let begun = self.selection.take();
        if begun.is_some_and(|selection| selection.unit == unit) {
            return false;
        }
        self.selection = match begun {
            Some(Selection { anchor, head, .. }) => Some(Selection { unit, anchor, head }),
            None => self.begin(unit, corpus),
        };
        self.selection.is_some()
    }

    /// Stands on the other end of the selection; says whether there is one.
    pub fn swap_ends(&mut self) -> bool {
        let Some(selection) = &mut self.selection else {
            return false;
        };
        std::mem::swap(&mut selection.anchor, &mut selection.head);
        let head = selection.head;
        self.keep_in_view(head);
        true
    }

    /// Moves the end one stands on by units.
    pub(super) fn extend(&mut self, step: isize, corpus: &Corpus) {
        let (Some(mut selection), Some(article)) = (self.selection, self.shown(corpus)) else {
            return;
        };
        for _ in 0..step.unsigned_abs().min(self.lines.len() + 1) {
            let next = self.neighbour(article, selection.head, selection.unit, step);
            match next {
                Some(next) => selection.head = next,
                None => break,
            }
        }
        self.selection = Some(selection);
        self.keep_in_view(selection.head);
    }

    fn begin(&self, unit: Unit, corpus: &Corpus) -> Option<Selection> {
        let article = self.shown(corpus)?;
        let from = self.cursor();
        let spot = self.spot.map(|spot| spot.span);
        let whole = match unit {
            Unit::Word => spot.filter(|spot| self.is_in_view(*spot)),
            Unit::Sentence | Unit::Line => None,
        };
        let text = &article.document.text;
        let from = from as usize + leading(&text[from as usize..]);
        let found = whole.or_else(|| self.unit_at(article, from, unit))?;
        Some(Selection {
            unit,
            anchor: found,
            head: found,
        })
    }

    /// The unit after or before another; `None` at the ends of the text.
    fn neighbour(&self, article: &Article, from: Span, unit: Unit, step: isize) -> Option<Span> {
        let text = &article.document.text;
        let at = if step > 0 {
            let end = from.end as usize;
            end + leading(&text[end..])
        } else {
            let before = text[..from.start as usize].trim_end();
            before.char_indices().next_back()?.0
        };
        self.unit_at(article, at, unit)
    }

    /// The unit around a byte that is no white space. Where no sentences were
    /// found, as in preformatted text, lines stand in for them.
    fn unit_at(&self, article: &Article, at: usize, unit: Unit) -> Option<Span> {
        let text = &article.document.text;
        if at >= text.len() {
            return None;
        }
        let byte = at as u32;
        match unit {
            Unit::Word => Some(word_at(text, at)),
            Unit::Line => self.line_at(byte),
            Unit::Sentence => {
                let sentences = &article.analysis.sentences;
                let after = sentences.partition_point(|sentence| sentence.span.end <= byte);
                let around = sentences.get(after).map(|sentence| sentence.span);
                around
                    .filter(|span| span.start <= byte)
                    .or_else(|| self.line_at(byte))
            }
        }
    }

    fn line_at(&self, byte: u32) -> Option<Span> {
        let line = self.lines.get(self.line_of(byte))?;
        matches!(line.kind, LineKind::Text(_)).then_some(line.span)
    }
}

/// How many bytes of white space a text begins with.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The word around a byte that is no white space, with what is written onto it
/// ("O'Neill", "al-Assad"); marks on its sides are words of their own.
fn word_at(text: &str, at: usize) -> Span {
    const LONGEST: usize = 400;
    let blank = |letter: char| letter.is_whitespace();
    let start = text[..at].rfind(blank).map_or(0, |before| {
        before + text[before..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..].find(blank).map_or(text.len(), |end| at + end);
    if end - start > LONGEST {
        let letter = text[at..].graphemes(true).next().unwrap_or_default();
        return Span::new(at, at + letter.len());
    }
    let run = &text[start..end];
    let of_word = |letter: char| letter.is_alphanumeric();
    let (Some(first), Some(last)) = (run.find(of_word), run.rfind(of_word)) else {
        return Span::new(start, end);
    };
    let last = last + run[last..].graphemes(true).next().map_or(1, str::len);
    if at < start + first {
        Span::new(start, start + first)
    } else if at >= start + last {
        Span::new(start + last, end)
    } else {
        Span::new(start + first, start + last)
    }
}
