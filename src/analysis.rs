//! What a document says: sentences, times, people, quotes, reports.
//!
//! [`analyse`] is pure and total: it reads no clock, no environment and no
//! file, and it never fails. Two runs over one document agree to the byte.

pub mod lexicon;
pub mod people;
pub mod report;
pub mod text;
pub mod time;

use crate::document::Document;

pub use lexicon::Lexicon;

/// What was understood of one document. Indices point within it.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    pub sentences: Vec<text::Sentence>,
    /// In order of the text, not overlapping.
    pub timexes: Vec<time::Timex>,
    /// Who is named, one entry a person of this article.
    pub names: Vec<people::Name>,
    /// In order of the text, not overlapping.
    pub mentions: Vec<people::Mention>,
    /// In order of the text, not overlapping.
    pub quotes: Vec<people::Quote>,
    /// The names of those who wrote the text, as it gives them.
    pub bylines: Vec<crate::document::Span>,
    /// In order of the text; a sentence may give none or several.
    pub reports: Vec<report::Report>,
    /// Sentences whose words of time nothing dates, in order of the text.
    pub undated: Vec<report::Undated>,
}

/// Reads a document. Its publication date, where known, anchors relative dates.
pub fn analyse(document: &Document, lexicon: &Lexicon) -> Analysis {
    let text = text::Text::read(document);
    let timexes = time::find(&text, document, &lexicon.time);
    let people = people::find(&text, &lexicon.people);
    let reports = report::find(&text, document, &timexes, &people, &lexicon.clauses);
    let undated = report::undated(&timexes, &reports);
    Analysis {
        sentences: text.sentences,
        timexes,
        names: people.names,
        mentions: people.mentions,
        quotes: people.quotes,
        bylines: people.bylines,
        reports,
        undated,
    }
}
