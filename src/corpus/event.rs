//! What one or more reports tell of.

use rustc_hash::FxHashMap;

use super::decisions::Decisions;
use super::group;
use super::person::Person;
use super::reading::Reading;
use crate::analysis::report::{Participant, Tense};
use crate::analysis::time::When;
use crate::corpus::{Article, ArticleId, PersonId};

/// An event's position in [`Corpus::events`](super::Corpus::events); holds until the next absorb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

/// A report, by article and its index there; holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId {
    pub article: ArticleId,
    pub index: u32,
}

/// How much an event matters to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importance {
    Ordinary,
    /// The reader has marked it as a key event.
    Key,
}

/// A dated entry of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub when: When,
    pub tense: Tense,
    pub importance: Importance,
    /// At least one; the first is the one shown (most surely dated, then earliest article).
    pub reports: Vec<ReportId>,
    /// Everyone in any of the reports, each once, the shown report's first, with
    /// the foremost part they play in any.
    pub people: Vec<Participant<PersonId>>,
    /// The subject of the report shown, if that is someone named.
    pub actor: Option<PersonId>,
}

/// Groups the reports of all articles into events, in order of time, and tells
/// each person which events they are in, each article which its reports tell of.
/// The articles must know who their names are.
pub(super) fn gather(
    articles: &mut [Option<Article>],
    readings: &[Option<Reading>],
    people: &mut [Person],
    shown: usize,
    decisions: &Decisions,
) -> Vec<Event> {
    let mut groups = group::group(articles, readings);
    let key_events = decisions.regroup(&mut groups, articles);
    let mut events: Vec<Event> = groups
        .into_iter()
        .map(|reports| {
            let is_key = reports.iter().any(|report| key_events.contains(report));
            Event {
                importance: if is_key {
                    Importance::Key
                } else {
                    Importance::Ordinary
                },
                ..Event::of(articles, reports, shown)
            }
        })
        .collect();
    events.sort_by_cached_key(|event| (event.when.order(), event.reports[0]));
    for article in articles.iter_mut().flatten() {
        article.events.clear();
        let count = article.analysis.reports.len();
        article.events.resize(count, None);
    }
    for (id, event) in (0..).map(EventId).zip(&events) {
        for report in &event.reports {
            if let Some(article) = &mut articles[report.article.0 as usize] {
                article.events[report.index as usize] = Some(id);
            }
        }
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

    /// Makes an event of its reports; of people only the first `shown` are in it.
    fn of(articles: &[Option<Article>], mut reports: Vec<ReportId>, shown: usize) -> Self {
        let is_shown = |person: &PersonId| (person.0 as usize) < shown;
        let told = |id: &ReportId| {
            let article = articles[id.article.0 as usize].as_ref();
            let article = article.expect("reports come from articles that arrived");
            (article, &article.analysis.reports[id.index as usize])
        };
        reports.sort_by_key(|id| {
            let when = told(id).1.when;
            (when.known, when.certainty, *id)
        });
        let (article, report) = told(&reports[0]);
        let mut people: Vec<Participant<PersonId>> = Vec::new();
        let mut places: FxHashMap<PersonId, usize> = FxHashMap::default();
        for id in &reports {
            let (article, report) = told(id);
            for Participant { who, part } in &report.people {
                let (who, part) = (article.who(*who), *part);
                if !is_shown(&who) {
                    continue;
                }
                let place = *places.entry(who).or_insert(people.len());
                match people.get_mut(place) {
                    Some(known) => known.part = known.part.min(part),
                    None => people.push(Participant { who, part }),
                }
            }
        }
        Self {
            when: report.when,
            tense: report.tense,
            importance: Importance::Ordinary,
            actor: report.actor.map(|name| article.who(name)).filter(is_shown),
            people,
            reports,
        }
    }
}
