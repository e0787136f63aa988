//! What one or more reports tell of.

use crate::analysis::report::Tense;
use crate::analysis::time::When;
use crate::corpus::{ArticleId, PersonId};

/// An event's position in [`Corpus::events`](super::Corpus::events); holds until the next absorb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

/// A report, by article and its index there; holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId {
    pub article: ArticleId,
    pub index: u32,
}

/// A dated entry of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub when: When,
    pub tense: Tense,
    /// At least one; the first is the one shown (most surely dated, then earliest article).
    pub reports: Vec<ReportId>,
    /// Everyone in any of the reports, each once, the shown report's first.
    pub people: Vec<PersonId>,
    /// Who acts in the report shown, if that is someone named.
    pub actor: Option<PersonId>,
}
