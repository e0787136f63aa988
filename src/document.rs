//! One piece of text with what its file said about it, before analysis.
//!
//! A parser a format turns a [`Raw`](crate::source::Raw) into a [`Document`]:
//! clean text cut into paragraphs, metadata, and a [`SourceMap`] back to the
//! code points of the file. No parser judges what the text means.

pub mod map;
pub mod published;

mod clean;
mod dateline;
mod headline;
mod plain;
mod wall;
mod written;

use chrono::NaiveDate;

use crate::source::Origin;
use crate::source::format::Format;

pub use map::{MapCursor, SourceMap};
pub use published::{Published, PublishedFrom};

/// A half-open stretch of bytes of a document's clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Makes a span from byte offsets.
    ///
    /// # Panics
    /// When an offset passes `u32::MAX`: parsers refuse texts of 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |offset| u32::try_from(offset).expect("texts are below 4 GiB");
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// Returns the bytes covered, as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Cuts the span out of its text.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Says whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Says whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Says what a paragraph is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    Text,
    /// A heading of the given level, 1 the highest.
    Heading(u8),
    Quotation,
    ListItem,
    /// Preformatted text, tables, code: shown, not analysed.
    Verbatim,
}

/// One block of the text, as the reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Paragraph {
    pub span: Span,
    pub kind: ParagraphKind,
}

/// Says where a headline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeadlineFrom {
    Metadata,
    Heading,
    FirstLine,
    /// The first sentence, clipped.
    FirstSentence,
    FileName,
}

/// One text with what its file said about it.
#[derive(Debug, Clone)]
pub struct Document {
    pub origin: Origin,
    /// What the exports call `doc`: the file name without its extension.
    pub name: String,
    pub headline: String,
    pub headline_from: HeadlineFrom,
    pub byline: Option<String>,
    /// Who published it ("Mehr News Agency").
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub licence: Option<String>,
    pub tags: Vec<String>,
    /// `None` while nothing says when it was published.
    pub published: Option<Published>,
    /// Place and agency before the first sentence ("TEHRAN –"), not analysed.
    pub dateline: Option<Span>,
    /// Clean text: no markup, no front matter, no control characters but `\n`.
    pub text: String,
    /// In order, not overlapping; what is between them is white space.
    pub paragraphs: Vec<Paragraph>,
    /// From bytes of `text` to code points of the decoded file.
    pub map: SourceMap,
}

/// What a parser makes of a text.
#[derive(Debug, Default)]
struct Body {
    text: String,
    paragraphs: Vec<Paragraph>,
    map: SourceMap,
}

impl Document {
    /// Makes a document of a plain text exactly as a program hands it over.
    ///
    /// `published` counts as stated by metadata; with `None` the text stays
    /// undated, whatever it says itself. The map leads back to the code points
    /// of `text`.
    pub fn given(name: &str, text: &str, published: Option<NaiveDate>) -> Self {
        let body = plain::read(text, 0);
        let (headline, headline_from) = headline::choose(None, &body, Format::Plain, name);
        Self {
            origin: Origin::Given(name.to_owned()),
            name: name.to_owned(),
            headline,
            headline_from,
            byline: None,
            publisher: None,
            url: None,
            licence: None,
            tags: Vec::new(),
            published: published.map(|date| Published {
                date,
                from: PublishedFrom::Metadata,
            }),
            dateline: dateline::find(&body.text, &body.paragraphs),
            text: body.text,
            paragraphs: body.paragraphs,
            map: body.map,
        }
    }

    /// Gives the document a date the user chose, above every other evidence.
    pub fn set_published(&mut self, date: NaiveDate) {
        self.published = Some(Published {
            date,
            from: PublishedFrom::Set,
        });
    }
}
