//! A document together with its analysis.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::analysis::people::NameId;
use crate::analysis::report::Report;
use crate::casefile::DocumentKey;
use crate::corpus::{EventId, Link, PersonId};
use crate::document::Document;

/// The number the loader gave an article when it found it; holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// A document together with its analysis.
#[derive(Debug, Clone)]
pub struct Article {
    pub id: ArticleId,
    /// Names the document by its content.
    pub content: DocumentKey,
    pub document: Arc<Document>,
    pub analysis: Arc<Analysis>,
    /// Who each of the analysis' names is, by [`NameId`](crate::analysis::people::NameId).
    pub people: Vec<PersonId>,
    /// Why each is taken for that one.
    pub links: Vec<Link>,
    /// The event each report tells of, by index; `None` for what is hidden.
    pub events: Vec<Option<EventId>>,
}

impl Article {
    /// Returns who a name of this article is.
    pub fn who(&self, name: NameId) -> PersonId {
        self.people[name.0 as usize]
    }

    /// Returns the sentence a report is made of, as it stands in the text.
    pub fn sentence(&self, report: &Report) -> &str {
        let sentence = &self.analysis.sentences[report.sentence as usize];
        sentence.span.of(&self.document.text)
    }
}
