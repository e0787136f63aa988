//! One piece of text with what its file said about it, before analysis.
//!
//! A parser a format turns a [`Raw`] into a [`Document`]:
//! clean text cut into paragraphs, metadata, and a [`SourceMap`] back to the
//! code points of the file. No parser judges what the text means.

pub mod map;
pub mod published;

mod blocks;
mod clean;
mod dateline;
mod decode;
mod front;
mod headline;
mod link;
mod markdown;
mod markup;
mod metadata;
mod plain;
mod template;
mod wall;
mod written;

use std::path::Path;

use chrono::NaiveDate;

use crate::source::format::Format;
use crate::source::{Origin, Raw, SourceError};

use metadata::Metadata;

pub use clean::text as clean_text;
pub use link::Link;
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

/// Writes words on one line, single spaces between them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    /// What the file says of that, whatever the user has set.
    stated: Option<Published>,
    /// Place and agency before the first sentence ("TEHRAN –"), not analysed.
    pub dateline: Option<Span>,
    /// Clean text: no markup, no front matter, no control characters but `\n`.
    pub text: String,
    /// In order, not overlapping; what is between them is white space.
    pub paragraphs: Vec<Paragraph>,
    /// Where its words lead, in order of the text.
    pub links: Vec<Link>,
    /// From bytes of `text` to code points of the decoded file.
    pub map: SourceMap,
}

/// Tells why an input gave no document.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error("there is no text in it")]
    Empty,
}

/// What a parser makes of a text.
#[derive(Debug, Default)]
struct Body {
    text: String,
    paragraphs: Vec<Paragraph>,
    links: Vec<Link>,
    map: SourceMap,
}

impl Document {
    /// Reads an input: decodes it, chooses its parser, gathers what its metadata say.
    ///
    /// # Errors
    /// When the bytes are not text, or there is not a word in them.
    pub fn read(raw: &Raw) -> Result<Self, DocumentError> {
        let format = Format::detect(raw)?;
        let decoded = decode::decode(&raw.bytes);
        let (front, start) = front::part(&decoded);
        let read = match format {
            Format::Plain => plain::read,
            Format::Markdown => markdown::read,
        };
        let mut body = read(&decoded, start);
        let mut metadata = match &raw.sidecar {
            Some(sidecar) => Metadata::from_toml(&decode::decode(sidecar)).or(front),
            None => front,
        };
        if body.paragraphs.is_empty()
            && let Some((start, end)) = metadata.summary_within(&decoded[..start])
        {
            body = read(&decoded[..end], start);
        }
        if body.paragraphs.is_empty() && metadata.title.is_none() {
            return Err(DocumentError::Empty);
        }
        if format == Format::Markdown {
            let unmarked = metadata.title.map(|title| markdown::line(&title));
            metadata.title = unmarked.and_then(|title| clean::line(&title));
        }
        let name = clean::line(&raw.origin.stem()).unwrap_or_else(|| "untitled".to_owned());
        Ok(Self::assemble(
            raw.origin.clone(),
            name,
            format,
            body,
            metadata,
        ))
    }

    /// Makes a document of a plain text exactly as a program hands it over.
    ///
    /// `published` counts as stated by metadata; with `None` the text stays
    /// undated, whatever it says itself. The map leads back to the code points
    /// of `text`.
    pub fn given(name: &str, text: &str, published: Option<NaiveDate>) -> Self {
        let from = PublishedFrom::Metadata;
        let body = plain::read(text, 0);
        let origin = Origin::Given(name.to_owned());
        let metadata = Metadata::default();
        let mut document = Self::assemble(origin, name.to_owned(), Format::Plain, body, metadata);
        document.published = published.map(|date| Published { date, from });
        document.stated = document.published;
        document
    }

    fn assemble(
        origin: Origin,
        name: String,
        format: Format,
        mut body: Body,
        metadata: Metadata,
    ) -> Self {
        let dateline = dateline::find(&body.text, &body.paragraphs);
        let (headline, headline_from) =
            headline::choose(metadata.title, &body, dateline, format, &name);
        headline::mark(&headline, &mut body);
        link::add_bare(&body.text, &mut body.links);
        let url = metadata.url;
        let published = metadata
            .published
            .or_else(|| published::find(url.as_deref(), &origin, &body, dateline));
        Self {
            origin,
            name,
            headline,
            headline_from,
            byline: metadata.byline,
            publisher: metadata.publisher,
            url,
            licence: metadata.licence,
            tags: metadata.tags,
            published,
            stated: published,
            dateline,
            text: body.text,
            paragraphs: body.paragraphs,
            links: body.links,
            map: body.map,
        }
    }

    /// Returns where it is from: its publisher, else the host of its address,
    /// else the folder it lies in.
    pub fn source(&self) -> &str {
        let host = || {
            let (_, rest) = self.url.as_deref()?.split_once("://")?;
            let host = rest.split(['/', '?', '#']).next()?;
            Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
        };
        let folder = || match &self.origin {
            Origin::File(path) => path.parent()?.file_name()?.to_str(),
            Origin::Stdin => Some("standard input"),
            Origin::Sample(_) => Some("samples"),
            Origin::Given(_) => None,
        };
        let publisher = self.publisher.as_deref();
        let told = publisher.or_else(host).or_else(folder);
        told.unwrap_or("unnamed source")
    }

    /// Returns the file it was read from; `None` for what came from elsewhere.
    pub fn file(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            Origin::Stdin | Origin::Sample(_) | Origin::Given(_) => None,
        }
    }

    /// Gives a document that states no date one from the command line.
    pub fn assume_published(&mut self, date: NaiveDate) {
        let from = PublishedFrom::Set;
        self.stated = self.stated.or(Some(Published { date, from }));
        self.published = self.stated;
    }

    /// Gives the document a date the user chose, above every other evidence;
    /// without one, its own again.
    pub fn set_published(&mut self, date: Option<NaiveDate>) {
        let from = PublishedFrom::Set;
        let chosen = date.map(|date| Published { date, from });
        self.published = chosen.or(self.stated);
    }
}
