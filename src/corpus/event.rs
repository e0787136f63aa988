//! What one or more reports tell of.

use rustc_hash::FxHashMap;

use super::group;
use super::person::Person;
use super::reading::Reading;
use crate::analysis::report::{Participant, Report, Tense};
use crate::analysis::time::When;
use crate::corpus::{Article, ArticleId, PersonId};
use crate::document::Span;

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
    /// Everyone in any of the reports, each once, the shown report's first, with
    /// the foremost part they play in any.
    pub people: Vec<Participant<PersonId>>,
    /// The subject of the report shown, if that is someone named.
    pub actor: Option<PersonId>,
}

/// Returns the passage that names a report for good: from where its telling
/// begins to where it ends, else its sentence.
pub fn report_passage(article: &Article, report: &Report) -> Span {
    let sentence = || article.analysis.sentences.get(report.sentence as usize);
    match (report.telling.first(), report.telling.last()) {
        (Some(first), Some(last)) => Span {
            start: first.start,
            end: last.end,
        },
        (None, _) | (_, None) => sentence().map_or(Span::default(), |sentence| sentence.span),
    }
}

/// Groups the reports of all articles into events, in order of time, and tells
/// each person which events they are in. The articles must know who their names are.
pub(super) fn gather(
    articles: &[Option<Article>],
    readings: &[Option<Reading>],
    people: &mut [Person],
) -> Vec<Event> {
    let mut events: Vec<Event> = group::group(articles, readings)
        .into_iter()
        .map(|reports| Event::of(articles, reports))
        .collect();
    events.sort_by_cached_key(|event| (event.when.order(), event.reports[0]));
    for (id, event) in (0..).map(EventId).zip(&events) {
        for Participant { who, .. } in &event.people {
            people[who.0 as usize].events.push(id);
        }
    }
    events
}

impl Event {
    /// Says whether someone is in any of the reports.
    pub fn involves(&self, person: PersonId) -> bool {
        self.people
            .iter()
            .any(|participant| participant.who == person)
    }

    fn of(articles: &[Option<Article>], mut reports: Vec<ReportId>) -> Self {
        let told = |id: &ReportId| {
            let article = articles[id.article.0 as usize].as_ref();
            let article = article.expect("reports come from articles that arrived");
            (article, &article.analysis.reports[id.index as usize])
        };
        reports.sort_by_key(|id| {
            let when = told(id).1.when;
            (when.known, when.certainty, *id)
        });
        let (article, shown) = told(&reports[0]);
        let mut people: Vec<Participant<PersonId>> = Vec::new();
        let mut places: FxHashMap<PersonId, usize> = FxHashMap::default();
        for id in &reports {
            let (article, report) = told(id);
            for Participant { who, part } in &report.people {
                let (who, part) = (article.who(*who), *part);
                let place = *places.entry(who).or_insert(people.len());
                match people.get_mut(place) {
                    Some(known) => known.part = known.part.min(part),
                    None => people.push(Participant { who, part }),
                }
            }
        }
        Self {
            when: shown.when,
            tense: shown.tense,
            actor: shown.actor.map(|name| article.who(name)),
            people,
            reports,
        }
    }
}
