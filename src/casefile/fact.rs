//! What can be said of what.
//!
//! Keys and values are also what the store writes, as JSON: a variant keeps its
//! name for good, and a new one is added, never an old one changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::DocumentKey;
use crate::document::{Document, Span};

/// What names a person for good: the folded first and last word of the longest form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonKey(pub String);

/// A stretch of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    pub document: DocumentKey,
    /// Bytes of the clean text.
    pub start: u32,
    pub end: u32,
}

impl Passage {
    /// Makes the passage of a span of a document.
    pub fn new(document: DocumentKey, span: Span) -> Self {
        Self {
            document,
            start: span.start,
            end: span.end,
        }
    }

    /// Returns the lowest passage of a document.
    pub fn first_of(document: DocumentKey) -> Self {
        Self {
            document,
            start: 0,
            end: 0,
        }
    }

    /// Returns the highest passage of a document.
    pub fn last_of(document: DocumentKey) -> Self {
        Self {
            document,
            start: u32::MAX,
            end: u32::MAX,
        }
    }

    /// Returns the bytes of the text.
    pub fn span(self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }
}

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// What a document was when something was last said of it: [`Value::Seen`].
    Seen(DocumentKey),
    /// A text that an edited file now has: [`Value::Document`], whose facts it goes on with.
    Edited(DocumentKey),
    /// The document has been read: [`Value::Yes`].
    Read(DocumentKey),
    /// It is starred: [`Value::Yes`].
    Star(DocumentKey),
    /// It has this tag: [`Value::Yes`].
    Tag(DocumentKey, String),
    /// Where reading stopped: [`Value::Number`], a byte of the text.
    Place(DocumentKey),
    /// When it was published: [`Value::Date`].
    Published(DocumentKey),
    /// A note: [`Value::Note`].
    Note(Passage),
    /// A highlight: [`Value::Text`], the words.
    Highlight(Passage),
    /// A place marked with a letter: [`Value::Place`].
    Mark(char),
    /// Whether two are one person, the lower key first: [`Value::Verdict`].
    Pair(PersonKey, PersonKey),
    /// The name someone shall go by: [`Value::Text`].
    Renamed(PersonKey),
    /// No person, not to be shown: [`Value::Yes`].
    HiddenPerson(PersonKey),
    /// A name to look for in every text: [`Value::Yes`].
    AddedPerson(String),
    /// A spelling that is not this person but another, in one document or in all: [`Value::Yes`].
    Split {
        person: PersonKey,
        document: Option<DocumentKey>,
        spelling: String,
    },
    /// When the report told by this passage happened: [`Value::Text`], as EDTF.
    EventDate(Passage),
    /// The event told by this passage is not to be shown: [`Value::Yes`].
    HiddenEvent(Passage),
    /// The events told by these passages, the lower first, are one: [`Value::Yes`].
    SameEvent(Passage, Passage),
    /// The event told by this passage is a key event: [`Value::Yes`].
    MajorEvent(Passage),
    /// The words of a passage an event is told in, for those who have only the
    /// case file: [`Value::Text`].
    Told(Passage),
    /// A saved search of this name: [`Value::Text`], the filters in words.
    Search(String),
    /// Something remembered of the program itself ("layout"): [`Value::Text`].
    Setting(String),
    /// Lines entered before, by their history: [`Value::Lines`].
    Lines(String),
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Yes,
    Text(String),
    Number(u32),
    Date(NaiveDate),
    Document(DocumentKey),
    Place(Passage),
    Verdict(Verdict),
    Seen(Seen),
    Lines(Vec<String>),
    Note {
        text: String,
        /// The words it is on.
        words: String,
        written: NaiveDate,
    },
}

/// What the reader has said of two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Same,
    Different,
    /// Asked, and left open.
    Unsure,
}

/// What a document was, for those who have only the case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Where it came from, as printed.
    pub origin: String,
    pub headline: String,
    pub publisher: Option<String>,
    pub published: Option<NaiveDate>,
    pub url: Option<String>,
}

impl Seen {
    /// Says what a document is.
    pub fn of(document: &Document) -> Self {
        Self {
            origin: document.origin.to_string(),
            headline: document.headline.clone(),
            publisher: document.publisher.clone(),
            published: document.published.map(|published| published.date),
            url: document.url.clone(),
        }
    }
}

impl Key {
    /// Makes the key of two people, whichever is named first.
    pub fn pair(one: PersonKey, other: PersonKey) -> Self {
        if one <= other {
            Self::Pair(one, other)
        } else {
            Self::Pair(other, one)
        }
    }

    /// Makes the key of two passages, whichever is named first.
    pub fn same_event(one: Passage, other: Passage) -> Self {
        Self::SameEvent(one.min(other), one.max(other))
    }

    /// Says whether the corpus must be gathered anew when such a fact changes.
    pub fn decides(&self) -> bool {
        match self {
            Self::Edited(_)
            | Self::Pair(..)
            | Self::Renamed(_)
            | Self::HiddenPerson(_)
            | Self::AddedPerson(_)
            | Self::Split { .. }
            | Self::EventDate(_)
            | Self::HiddenEvent(_)
            | Self::SameEvent(..)
            | Self::MajorEvent(_) => true,
            Self::Seen(_)
            | Self::Read(_)
            | Self::Star(_)
            | Self::Tag(..)
            | Self::Place(_)
            | Self::Published(_)
            | Self::Note(_)
            | Self::Highlight(_)
            | Self::Mark(_)
            | Self::Told(_)
            | Self::Search(_)
            | Self::Setting(_)
            | Self::Lines(_) => false,
        }
    }

    /// Says whether such a fact belongs to who is who, the part that is shared as TOML.
    pub fn is_of_people(&self) -> bool {
        matches!(
            self,
            Self::Pair(..)
                | Self::Renamed(_)
                | Self::HiddenPerson(_)
                | Self::AddedPerson(_)
                | Self::Split { .. }
        )
    }

    /// Returns the passages the fact takes for the telling of an event.
    pub fn events(&self) -> Vec<Passage> {
        match self {
            Self::EventDate(passage) | Self::HiddenEvent(passage) | Self::MajorEvent(passage) => {
                vec![*passage]
            }
            Self::SameEvent(one, other) => vec![*one, *other],
            _ => Vec::new(),
        }
    }

    /// Returns the document the fact is about, if it is about one.
    pub fn document(&self) -> Option<DocumentKey> {
        match self {
            Self::Seen(document)
            | Self::Edited(document)
            | Self::Read(document)
            | Self::Star(document)
            | Self::Tag(document, _)
            | Self::Place(document)
            | Self::Published(document) => Some(*document),
            Self::Note(passage)
            | Self::Highlight(passage)
            | Self::EventDate(passage)
            | Self::HiddenEvent(passage)
            | Self::SameEvent(passage, _)
            | Self::MajorEvent(passage)
            | Self::Told(passage) => Some(passage.document),
            Self::Split { document, .. } => *document,
            Self::Mark(_)
            | Self::Pair(..)
            | Self::Renamed(_)
            | Self::HiddenPerson(_)
            | Self::AddedPerson(_)
            | Self::Search(_)
            | Self::Setting(_)
            | Self::Lines(_) => None,
        }
    }
}
