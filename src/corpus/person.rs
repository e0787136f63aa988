//! Who it is across all articles.

use chrono::NaiveDate;

use crate::corpus::{ArticleId, EventId};
use crate::document::Span;

/// A person's position in [`Corpus::people`](super::Corpus::people); holds until the next absorb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u32);

/// What names a person for good: the folded first and last word of the longest form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey(pub String);

/// A mention, by article and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId {
    pub article: ArticleId,
    pub index: u32,
}

/// Another form of the name, and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    pub text: String,
    pub count: u32,
}

/// A role, with where and when it was stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedRole {
    pub text: String,
    pub article: ArticleId,
    pub span: Span,
    /// When the article that says so was published.
    pub date: Option<NaiveDate>,
}

/// Who it is across all articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub key: PersonKey,
    /// The canonical name: the fullest form, the most frequent among equals.
    pub name: String,
    pub aliases: Vec<Alias>,
    /// Each text once; the latest stated first, then the longest.
    pub roles: Vec<StatedRole>,
    /// By article and place.
    pub mentions: Vec<MentionId>,
    /// Events they are in, in order of time.
    pub events: Vec<EventId>,
    /// Articles they are in, by number.
    pub articles: Vec<ArticleId>,
    /// Others in the same sentences with how often, most first.
    pub company: Vec<(PersonId, u32)>,
}
