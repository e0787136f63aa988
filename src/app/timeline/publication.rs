//! Which report of an event came first.

use chrono::NaiveDate;

use crate::corpus::{ArticleId, Corpus, EventId, ReportId};

/// Returns when an article was published, where that is known.
pub fn published(corpus: &Corpus, article: ArticleId) -> Option<NaiveDate> {
    let published = corpus.article(article)?.document.published?;
    Some(published.date)
}

/// The places of an event's reports, the earliest published first, the undated last.
pub(super) fn by_publication(corpus: &Corpus, event: EventId) -> Vec<u32> {
    let reports = &corpus.event(event).reports;
    let mut places: Vec<u32> = (0..reports.len() as u32).collect();
    places.sort_by_key(|place| {
        let date = published(corpus, reports[*place as usize].article);
        (date.is_none(), date)
    });
    places
}

/// Returns the day the first report of an event was published, if another came later.
pub fn first_told(corpus: &Corpus, reports: &[ReportId]) -> Option<NaiveDate> {
    let dates = reports.iter();
    let dates: Vec<NaiveDate> = dates
        .filter_map(|report| published(corpus, report.article))
        .collect();
    let (first, last) = (dates.iter().min()?, dates.iter().max()?);
    (first < last).then_some(*first)
}
