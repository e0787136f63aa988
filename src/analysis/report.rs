//! A sentence, the date it tells of, and the people in it.

use crate::analysis::people::{NameId, People};
use crate::analysis::text::Text;
use crate::analysis::time::{Timex, When};
use crate::document::{Document, Span};

/// Says whether what is told has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    Happened,
    /// Planned, expected, or after the article's own date.
    Planned,
}

/// One sentence that tells of something at a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Index of the sentence.
    pub sentence: u32,
    pub when: When,
    /// Index of the expression that dates it; `None` when only the article's own date does.
    pub timex: Option<u32>,
    /// Who is in it, in order of the text, each once.
    pub people: Vec<NameId>,
    /// Who acts: the subject, if that is someone named.
    pub actor: Option<NameId>,
    /// The pieces of the sentence that tell it, in order; elisions lie between.
    pub telling: Vec<Span>,
    pub tense: Tense,
}

/// Finds the reports of a text, in its order.
pub fn find(
    _text: &Text<'_>,
    _document: &Document,
    _timexes: &[Timex],
    _people: &People,
) -> Vec<Report> {
    Vec::new()
}
