//! All articles, and the people and events found across them.
//!
//! A [`Corpus`] grows by [`Corpus::absorb`]. What it holds depends on *which*
//! articles were absorbed and on their numbers, never on the order in which
//! they arrived.
//!
//! Joining looks at all articles at once, so it is not done for each arrival:
//! arrivals wait, unseen, until they are a share of what is there, and are then
//! joined in one go. [`Corpus::settle`] joins what still waits. Between two
//! joins nothing changes, so articles, people and events always agree;
//! [`Corpus::generation`] tells whether they are still the ones one has seen.

mod amend;
mod article;
mod decisions;
mod event;
mod fold;
mod form;
mod gist;
mod group;
mod join;
mod person;
mod reading;
mod roles;
#[cfg(test)]
pub(crate) mod sample;
pub mod search;
mod suggest;
pub mod timeline;

use std::mem::take;
use std::sync::Arc;

use rustc_hash::FxHashMap;

pub use crate::casefile::PersonKey;
pub use article::{Article, ArticleId};
pub use event::{Event, EventId, Importance, ReportId};
pub use form::Form;
pub use join::{Lead, Link};
pub use person::{Alias, MentionId, Person, PersonId, StatedRole};
pub use reading::key_of_name;
pub use suggest::{Alike, Suggestion};

use crate::analysis::Analysis;
use crate::analysis::report::Report;
use crate::casefile::{CaseFile, DocumentKey};
use crate::document::Document;
use amend::Forced;
use decisions::Decisions;
use reading::Reading;

/// All articles, people and events.
///
/// [`PersonId`] and [`EventId`] are positions and hold for one
/// [`generation`](Corpus::generation); [`ArticleId`], [`PersonKey`] and
/// [`ReportId`] hold for good.
#[derive(Debug, Default)]
pub struct Corpus {
    /// By number; a number whose article has not arrived is `None`.
    articles: Vec<Option<Article>>,
    article_count: usize,
    /// What each article's names and reports look like, by number.
    readings: Vec<Option<Reading>>,
    /// Most mentioned first, then by name; those the reader has hidden last.
    people: Vec<Person>,
    /// How many people are not hidden.
    shown: usize,
    keys: FxHashMap<PersonKey, PersonId>,
    /// By earliest moment, the longer stretch first, then by the report shown.
    events: Vec<Event>,
    waiting: Vec<(Article, Reading)>,
    decisions: Decisions,
    /// The analyses of articles that were amended, as the program made them.
    originals: FxHashMap<ArticleId, Arc<Analysis>>,
    /// Names made by amending.
    forced: Vec<Forced>,
    generation: u64,
}

/// Arrivals are joined when they are one in so many of the articles there: all
/// joins of a growing corpus together then cost five times the last one.
const SHARE: usize = 4;

impl Corpus {
    /// Takes in articles, each with the number its loader gave it. An article
    /// of a number already taken replaces it.
    ///
    /// They are seen at once if they are many beside what is there, or one of
    /// them is a replacement; otherwise after the next
    /// [`settle`](Corpus::settle), which must follow the last arrival.
    pub fn absorb(&mut self, arrivals: Vec<(ArticleId, Document, Analysis)>) {
        let mut replaces = false;
        for (id, document, analysis) in arrivals {
            replaces |= self.article(id).is_some();
            let reading = Reading::of(&document, &analysis);
            let article = Article {
                id,
                content: DocumentKey::of(&document),
                document: Arc::new(document),
                analysis: Arc::new(analysis),
                people: Vec::new(),
                links: Vec::new(),
                events: Vec::new(),
            };
            self.waiting.push((article, reading));
        }
        if replaces || self.waiting.len() * SHARE >= self.article_count {
            self.settle();
        }
    }

    /// Joins the articles that wait. Without any, nothing changes.
    pub fn settle(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        for (article, reading) in take(&mut self.waiting) {
            self.place(article, reading);
        }
        self.gather();
    }

    /// Acts on what the reader has decided; where that is nothing new, nothing changes.
    pub fn decide(&mut self, case: &CaseFile) {
        let decisions = Decisions::of(case);
        if decisions == self.decisions {
            return;
        }
        let amends = !decisions.amend_alike(&self.decisions);
        self.decisions = decisions;
        if amends {
            self.amend_all();
        }
        if self.article_count > 0 {
            self.gather();
        }
    }

    fn place(&mut self, article: Article, reading: Reading) {
        let place = article.id.0 as usize;
        if place >= self.articles.len() {
            self.articles.resize_with(place + 1, || None);
            self.readings.resize_with(place + 1, || None);
        }
        self.article_count += usize::from(self.articles[place].is_none());
        self.originals.remove(&article.id);
        self.forced.retain(|forced| forced.article != article.id);
        self.articles[place] = Some(article);
        self.readings[place] = Some(reading);
        self.amend(place);
    }

    /// Amends every article anew, from what the program made of it.
    fn amend_all(&mut self) {
        self.forced.clear();
        for (id, analysis) in take(&mut self.originals) {
            let place = id.0 as usize;
            if let Some(article) = &mut self.articles[place] {
                self.readings[place] = Some(Reading::of(&article.document, &analysis));
                article.analysis = analysis;
            }
        }
        for place in 0..self.articles.len() {
            self.amend(place);
        }
    }

    fn amend(&mut self, place: usize) {
        let Some(article) = &mut self.articles[place] else {
            return;
        };
        if let Some((analysis, forced)) = amend::amend(article, &self.decisions) {
            self.readings[place] = Some(Reading::of(&article.document, &analysis));
            let original = std::mem::replace(&mut article.analysis, analysis);
            self.originals.insert(article.id, original);
            self.forced.extend(forced);
        }
    }

    /// Joins names and groups reports of all articles that are placed.
    fn gather(&mut self) {
        let (decisions, forced) = (&self.decisions, &self.forced);
        let gathered = person::gather(&mut self.articles, &self.readings, decisions, forced);
        self.people = gathered.people;
        self.shown = gathered.shown;
        self.keys = gathered.keys;
        let (people, shown) = (&mut self.people, self.shown);
        self.events = event::gather(&mut self.articles, &self.readings, people, shown, decisions);
        self.generation += 1;
    }

    /// Parts what is to be shown from what the next join needs: returns articles,
    /// people and events, and keeps of them only what they are gathered from.
    pub fn hand_over(&mut self) -> Self {
        let articles = self.articles.iter_mut().map(|article| {
            let article = article.as_mut()?;
            let (people, links) = (take(&mut article.people), take(&mut article.links));
            let events = take(&mut article.events);
            Some(Article {
                people,
                links,
                events,
                ..article.clone()
            })
        });
        Self {
            articles: articles.collect(),
            article_count: self.article_count,
            people: take(&mut self.people),
            shown: self.shown,
            keys: take(&mut self.keys),
            events: take(&mut self.events),
            generation: self.generation,
            ..Self::default()
        }
    }

    /// Returns how many articles arrived but are not seen yet.
    pub fn waiting_count(&self) -> usize {
        self.waiting.len()
    }

    /// Returns a number that grows whenever articles, people or events change.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Returns the articles, by number.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.articles.iter().flatten()
    }

    /// Returns how many articles there are.
    pub fn article_count(&self) -> usize {
        self.article_count
    }

    /// Looks an article up.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.0 as usize)?.as_ref()
    }

    /// Returns a report of an event with its article.
    ///
    /// # Panics
    /// When the report is not one of this corpus, or its article was replaced since.
    pub fn report(&self, id: ReportId) -> (&Article, &Report) {
        let article = self
            .article(id.article)
            .expect("reports are of articles that arrived");
        (article, &article.analysis.reports[id.index as usize])
    }

    /// Returns the event a report tells of; `None` when it is hidden, or the
    /// corpus has no such report.
    pub fn event_of(&self, id: ReportId) -> Option<EventId> {
        let article = self.article(id.article)?;
        article.events.get(id.index as usize).copied().flatten()
    }

    /// Returns everyone named and not hidden, most mentioned first.
    pub fn people(&self) -> &[Person] {
        &self.people[..self.shown]
    }

    /// Says whether the reader has not hidden a person.
    pub fn is_shown(&self, id: PersonId) -> bool {
        (id.0 as usize) < self.shown
    }

    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// Finds the person a key stands for now: who has it, or who has since
    /// turned out to be the same.
    pub fn person_by_key(&self, key: &PersonKey) -> Option<PersonId> {
        self.keys.get(key).copied()
    }

    /// Returns every event, in order of time.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.0 as usize]
    }

    /// Returns what the shown report of an event tells, on one line: the telling
    /// pieces of its sentence with "…" for what lies between.
    pub fn telling(&self, event: &Event) -> String {
        let (article, report) = self.report(event.reports[0]);
        let mut line = String::new();
        for piece in &report.telling {
            if !line.is_empty() {
                line.push_str(" …");
            }
            for word in piece.of(&article.document.text).split_whitespace() {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{Sample, corpus};
    use super::{ArticleId, Corpus, PersonKey};

    fn zarif() -> [Sample; 3] {
        [
            Sample::new(0)
                .published("2021-08-14")
                .person("Mohammad Javad Zarif, Zarif")
                .role("Iran’s Foreign Minister")
                .says("2021-08-08", "Mohammad Javad Zarif met the envoy.")
                .says("", "Zarif said little."),
            Sample::new(1)
                .published("2021-09-01")
                .person("Zarif")
                .role("foreign minister")
                .says("2021-08-25", "Zarif left office."),
            Sample::new(2)
                .person("Javad Zarif")
                .says("", "Javad Zarif spoke."),
        ]
    }

    #[test]
    fn spellings_in_three_articles_are_one_person() {
        let corpus = corpus(zarif());
        let [person] = corpus.people() else {
            panic!("{:?}", corpus.people());
        };
        assert_eq!(person.name, "Mohammad Javad Zarif");
        let aliases = person.aliases.iter();
        let aliases: Vec<_> = aliases
            .map(|alias| (alias.text.as_str(), alias.count))
            .collect();
        assert_eq!(aliases, [("Zarif", 2), ("Javad Zarif", 1)]);
        assert_eq!(person.articles, [0, 1, 2].map(ArticleId));
        assert_eq!(person.mentions.len(), 4);
        assert_eq!(person.events.len(), 2);
        let roles: Vec<_> = person.roles.iter().map(|role| role.text.as_str()).collect();
        assert_eq!(roles, ["foreign minister", "Iran’s Foreign Minister"]);
        for key in ["mohammad zarif", "javad zarif", "zarif"] {
            let found = corpus.person_by_key(&PersonKey(key.to_owned()));
            assert!(found.is_some(), "{key}");
        }
    }

    #[test]
    fn people_in_one_sentence_keep_company() {
        let corpus = corpus([Sample::new(0)
            .person("Zarif")
            .person("Arnault")
            .person("Atmar")
            .says("", "Zarif met Arnault.")
            .says("", "Arnault met Zarif and Atmar.")]);
        let company = |name: &str| {
            let person = corpus.people().iter().find(|person| person.name == name);
            let company = person.unwrap().company.iter();
            let named = company.map(|(id, count)| (corpus.person(*id).name.clone(), *count));
            named.collect::<Vec<_>>()
        };
        let expected = [("Arnault".to_owned(), 2), ("Atmar".to_owned(), 1)];
        assert_eq!(company("Zarif"), expected);
    }

    #[test]
    fn arrivals_are_unseen_until_joined() {
        let mut corpus = corpus((0..20).map(Sample::new));
        let generation = corpus.generation();
        corpus.absorb(vec![Sample::new(30).says("2021", "It rained.").build()]);
        assert_eq!((corpus.article_count(), corpus.waiting_count()), (20, 1));
        assert!(corpus.article(ArticleId(30)).is_none());
        assert_eq!(corpus.generation(), generation);
        corpus.settle();
        assert_eq!((corpus.article_count(), corpus.waiting_count()), (21, 0));
        assert_eq!(corpus.events().len(), 1);
        assert_ne!(corpus.generation(), generation);
    }

    #[test]
    fn a_replacement_is_seen_at_once() {
        let mut corpus = corpus((0..20).map(Sample::new));
        let dated = Sample::new(7)
            .published("2021-08-14")
            .says("2021-08-13", "It rained.");
        corpus.absorb(vec![dated.build()]);
        assert_eq!(corpus.article_count(), 20);
        assert_eq!(corpus.events().len(), 1);
        assert!(
            corpus
                .article(ArticleId(7))
                .unwrap()
                .document
                .published
                .is_some()
        );
    }

    #[test]
    fn an_empty_corpus_settles_to_nothing() {
        let mut corpus = Corpus::default();
        corpus.absorb(Vec::new());
        corpus.settle();
        assert!(corpus.people().is_empty() && corpus.events().is_empty());
    }
}
