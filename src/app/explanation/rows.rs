//! The rows of an explanation at a width: headings, sentences, facts.

use super::steps::{Standing, Step};
use crate::app::reader;
use crate::corpus::{Article, Corpus};
use crate::document::Span;

/// Columns left of a sentence: a blank, the bar of the step stood on, a blank.
pub const GUTTER: usize = 3;

/// Columns left of a fact's words: the gutter and its label.
pub const LABEL: usize = GUTTER + 6;

/// Rows of a sentence at most: where it stands, and where it is only counted from.
const SENTENCE: (usize, usize) = (4, 2);

/// Bytes looked at on each side of an expression: more than the rows hold.
const AROUND: u32 = 1_000;

/// Says where a row leaves out what the sentence goes on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    pub before: bool,
    pub after: bool,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Blank,
    Heading {
        step: usize,
    },
    /// A piece of the sentence of a step.
    Sentence {
        step: usize,
        span: Span,
        cut: Cut,
    },
    /// A piece of the words of a fact; the first has the label.
    Fact {
        step: usize,
        fact: usize,
        piece: Span,
    },
}

impl Row {
    /// Returns the step it belongs to.
    pub fn step(self) -> Option<usize> {
        match self {
            Self::Blank => None,
            Self::Heading { step } | Self::Sentence { step, .. } | Self::Fact { step, .. } => {
                Some(step)
            }
        }
    }
}

/// Lays the steps out one below the other, a blank row between.
pub(super) fn lay_out(corpus: &Corpus, steps: &[Step], columns: u16) -> Vec<Row> {
    let columns = usize::from(columns);
    let mut rows = Vec::new();
    for (step, told) in steps.iter().enumerate() {
        if step > 0 {
            rows.push(Row::Blank);
        }
        rows.push(Row::Heading { step });
        if let Some(article) = corpus.article(told.place.article) {
            let measure = columns.saturating_sub(GUTTER + 1);
            rows.extend(sentence(article, step, told, measure));
        }
        for (fact, told) in told.facts.iter().enumerate() {
            let mark = if told.known.is_some() { 2 } else { 0 };
            let measure = columns.saturating_sub(LABEL + 1 + mark);
            let whole = Span::new(0, told.words.len());
            let pieces = reader::pieces(&told.words, whole, measure);
            rows.extend(
                pieces
                    .into_iter()
                    .map(|piece| Row::Fact { step, fact, piece }),
            );
        }
    }
    rows
}

/// Cuts the sentence into rows and keeps those around the expression.
fn sentence(article: &Article, step: usize, told: &Step, measure: usize) -> Vec<Row> {
    let text = &article.document.text;
    let whole = told.place.span;
    let lit = told.expression.unwrap_or(Span {
        end: whole.start,
        ..whole
    });
    let near = Span {
        start: on_boundary(text, whole.start.max(lit.start.saturating_sub(AROUND))),
        end: on_boundary(text, whole.end.min(lit.end.saturating_add(AROUND))),
    };
    let most = match told.standing {
        Standing::Asked => SENTENCE.0,
        Standing::Anchor => SENTENCE.1,
    };
    let pieces = reader::pieces(text, near, measure);
    let shown = around(&pieces, lit, most);
    let (start, end) = (trimmed_start(text, whole), trimmed_end(text, whole));
    let mut rows: Vec<Row> = shown
        .iter()
        .map(|&span| Row::Sentence {
            step,
            span,
            cut: Cut {
                before: false,
                after: false,
            },
        })
        .collect();
    if let Some(Row::Sentence { span, cut, .. }) = rows.first_mut() {
        cut.before = span.start > start;
    }
    if let Some(Row::Sentence { span, cut, .. }) = rows.last_mut() {
        cut.after = span.end < end;
    }
    rows
}

/// Chooses at most so many pieces, the lit ones in their middle.
fn around(pieces: &[Span], lit: Span, most: usize) -> &[Span] {
    let at = pieces.partition_point(|piece| piece.end <= lit.start);
    let is_lit = |piece: &&Span| piece.start < lit.end;
    let lit_rows = pieces[at..].iter().take_while(is_lit).count();
    let first = at
        .saturating_sub(most.saturating_sub(lit_rows) / 2)
        .min(pieces.len().saturating_sub(most));
    &pieces[first..pieces.len().min(first + most)]
}

fn trimmed_start(text: &str, span: Span) -> u32 {
    let words = span.of(text);
    span.start + (words.len() - words.trim_start().len()) as u32
}

fn trimmed_end(text: &str, span: Span) -> u32 {
    span.start + span.of(text).trim_end().len() as u32
}

/// Moves a byte offset back to where a letter begins.
fn on_boundary(text: &str, offset: u32) -> u32 {
    let mut offset = offset as usize;
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset as u32
}
