//! What the reader has decided about people and events, as the corpus acts on it.
//!
//! The case file's facts are taken out once, when they change; the rest is
//! applied whenever articles are joined: names forced apart or together after
//! the join, events after the grouping. What changes an article's own analysis
//! (a missed name, a corrected date) is in [`amend`](super::amend).

use rustc_hash::{FxHashMap, FxHashSet};

use super::amend::Forced;
use super::join::{Identity, Joined, Link};
use super::reading::{NameReading, Reading};
use super::{Article, ReportId};
use crate::analysis::people::{NameId, NameKind};
use crate::analysis::time::{Known, When};
use crate::casefile::{CaseFile, DocumentKey, Key, Passage, PersonKey, Value, Verdict};
use crate::document::Span;

/// A spelling that is somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Split {
    pub person: PersonKey,
    /// Where; `None` for everywhere.
    pub document: Option<DocumentKey>,
    pub spelling: String,
}

/// What the reader has decided.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Decisions {
    /// Texts that go on with the facts of another.
    edited: FxHashMap<DocumentKey, DocumentKey>,
    same: Vec<(PersonKey, PersonKey)>,
    pub renamed: Vec<(PersonKey, String)>,
    pub hidden: Vec<PersonKey>,
    pub added: Vec<String>,
    pub splits: Vec<Split>,
    /// Dates given to the reports of a document.
    dates: FxHashMap<DocumentKey, Vec<(Span, When)>>,
    hidden_events: Vec<Passage>,
    same_events: Vec<(Passage, Passage)>,
    key_events: Vec<Passage>,
}

impl Decisions {
    /// Takes out of a case file what the corpus acts on.
    pub fn of(case: &CaseFile) -> Self {
        let mut decisions = Self::default();
        for (key, value) in case.facts() {
            decisions.take(key, value);
        }
        decisions
    }

    fn take(&mut self, key: &Key, value: &Value) {
        match (key, value) {
            (Key::Edited(content), Value::Document(before)) => {
                self.edited.insert(*content, *before);
            }
            (Key::Pair(one, other), Value::Verdict(Verdict::Same)) => {
                self.same.push((one.clone(), other.clone()));
            }
            (Key::Renamed(person), Value::Text(name)) => {
                self.renamed.push((person.clone(), name.clone()));
            }
            (Key::HiddenPerson(person), _) => self.hidden.push(person.clone()),
            (Key::AddedPerson(name), _) => self.added.push(name.clone()),
            (
                Key::Split {
                    person,
                    document,
                    spelling,
                },
                _,
            ) => self.splits.push(Split {
                person: person.clone(),
                document: *document,
                spelling: spelling.clone(),
            }),
            (Key::EventDate(passage), Value::Text(edtf)) => {
                if let Some(when) = When::parse(edtf, Known::Set) {
                    let dates = self.dates.entry(passage.document).or_default();
                    dates.push((passage.span(), when));
                }
            }
            (Key::HiddenEvent(passage), _) => self.hidden_events.push(*passage),
            (Key::SameEvent(one, other), _) => self.same_events.push((*one, *other)),
            (Key::MajorEvent(passage), _) => self.key_events.push(*passage),
            // The rest is the reader's own business.
            (_, _) => {}
        }
    }

    /// Says whether two sets of decisions change the analysis of articles alike.
    pub fn amend_alike(&self, other: &Self) -> bool {
        (&self.edited, &self.added, &self.splits, &self.dates)
            == (&other.edited, &other.added, &other.splits, &other.dates)
    }

    /// Returns the key the facts of a content stand under.
    pub fn key_of(&self, content: DocumentKey) -> DocumentKey {
        self.edited.get(&content).copied().unwrap_or(content)
    }

    /// Returns the dates given to reports of a document, with the passages that tell them.
    pub fn dates_of(&self, document: DocumentKey) -> &[(Span, When)] {
        self.dates.get(&document).map_or(&[], Vec::as_slice)
    }

    /// Moves names apart and together as decided; identities left without names go.
    pub fn rejoin(
        &self,
        joined: &mut Joined,
        articles: &[Option<Article>],
        readings: &[Option<Reading>],
        forced: &[Forced],
    ) {
        if !forced.is_empty() || !self.splits.is_empty() {
            self.split(joined, articles, readings, forced);
        }
        if !self.same.is_empty() {
            self.merge(joined);
        }
    }

    fn split(
        &self,
        joined: &mut Joined,
        articles: &[Option<Article>],
        readings: &[Option<Reading>],
        forced: &[Forced],
    ) {
        let known = known(&joined.identities);
        let persons: Vec<Option<u32>> = self
            .splits
            .iter()
            .map(|split| known.get(split.person.0.as_str()).copied())
            .collect();
        let mut made: FxHashMap<usize, u32> = FxHashMap::default();
        let identities = &mut joined.identities;
        let mut other = |split: usize, identities: &mut Vec<Identity>| {
            *made.entry(split).or_insert_with(|| {
                identities.push(Identity::new(NameKind::Person, self.splits[split].key()));
                identities.len() as u32 - 1
            })
        };
        for Forced {
            article,
            name,
            base,
            split,
        } in forced
        {
            let names = &mut joined.names[article.0 as usize];
            let (whose, link) = names[base.0 as usize];
            names[name.0 as usize] = if persons[*split] == Some(whose) {
                (other(*split, identities), Link::Decided)
            } else {
                (whose, link)
            };
        }
        let is_forced: FxHashSet<_> = forced
            .iter()
            .map(|forced| (forced.article, forced.name))
            .collect();
        for ((article, reading), names) in articles.iter().zip(readings).zip(&mut joined.names) {
            let (Some(article), Some(reading)) = (article, reading) else {
                continue;
            };
            let document = self.key_of(article.content);
            for (index, (name, joined)) in (0..).zip(reading.names.iter().zip(names)) {
                if is_forced.contains(&(article.id, NameId(index))) {
                    continue;
                }
                let split = self
                    .splits
                    .iter()
                    .zip(&persons)
                    .position(|(split, person)| {
                        *person == Some(joined.0) && split.concerns(document, name)
                    });
                if let Some(split) = split {
                    *joined = (other(split, identities), Link::Decided);
                }
            }
        }
    }

    fn merge(&self, joined: &mut Joined) {
        let mut root: Vec<u32> = (0..joined.identities.len() as u32).collect();
        {
            let known = known(&joined.identities);
            for (one, other) in &self.same {
                let find = |key: &PersonKey| known.get(key.0.as_str()).copied();
                if let (Some(one), Some(other)) = (find(one), find(other)) {
                    let (one, other) = (top(&root, one), top(&root, other));
                    // The lower key stays, whichever article came first.
                    let key = |index: u32| &joined.identities[index as usize].key;
                    let (stays, goes) = if key(one) <= key(other) {
                        (one, other)
                    } else {
                        (other, one)
                    };
                    root[goes as usize] = stays;
                }
            }
        }
        for index in 0..root.len() as u32 {
            let stays = top(&root, index);
            if stays != index {
                let gone = &mut joined.identities[index as usize];
                let mut keys = std::mem::take(&mut gone.other_keys);
                keys.push(gone.key.clone());
                joined.identities[stays as usize].other_keys.extend(keys);
            }
        }
        let place = keep(&mut joined.identities, |index| top(&root, index) == index);
        for (whose, link) in joined.names.iter_mut().flatten() {
            let stays = top(&root, *whose);
            if stays != *whose {
                *link = Link::Decided;
            }
            *whose = place[stays as usize];
        }
    }

    /// Joins and drops groups of reports as decided; returns which are key events.
    pub fn regroup(
        &self,
        groups: &mut Vec<Vec<ReportId>>,
        articles: &[Option<Article>],
    ) -> FxHashSet<ReportId> {
        if self.hidden_events.is_empty()
            && self.same_events.is_empty()
            && self.key_events.is_empty()
        {
            return FxHashSet::default();
        }
        let told = Told::of(self, articles);
        if !self.same_events.is_empty() {
            self.join_events(groups, &told);
        }
        let reports = |passages: &[Passage]| -> FxHashSet<ReportId> {
            passages.iter().flat_map(|at| told.reports(*at)).collect()
        };
        let hidden = reports(&self.hidden_events);
        groups.retain(|group| !group.iter().any(|report| hidden.contains(report)));
        reports(&self.key_events)
    }

    fn join_events(&self, groups: &mut Vec<Vec<ReportId>>, told: &Told<'_>) {
        let mut group_of: FxHashMap<ReportId, u32> = FxHashMap::default();
        for (index, group) in (0..).zip(groups.iter()) {
            group_of.extend(group.iter().map(|report| (*report, index)));
        }
        let mut root: Vec<u32> = (0..groups.len() as u32).collect();
        for (one, other) in &self.same_events {
            let group = |at: &Passage| {
                let mut reports = told.reports(*at);
                reports.find_map(|report| group_of.get(&report).copied())
            };
            if let (Some(one), Some(other)) = (group(one), group(other)) {
                let (one, other) = (top(&root, one), top(&root, other));
                root[one.max(other) as usize] = one.min(other);
            }
        }
        for index in 0..groups.len() as u32 {
            let stays = top(&root, index);
            if stays != index {
                let gone = std::mem::take(&mut groups[index as usize]);
                groups[stays as usize].extend(gone);
            }
        }
        groups.retain(|group| !group.is_empty());
    }
}

impl Split {
    /// The key of whoever the spelling is now.
    fn key(&self) -> String {
        let place = self.document.map(|document| format!(" {document}"));
        let place = place.unwrap_or_default();
        format!(
            "{} not {}{place}",
            self.spelling.to_lowercase(),
            self.person.0
        )
    }

    /// Says whether a name is written so throughout its article.
    fn concerns(&self, document: DocumentKey, name: &NameReading) -> bool {
        self.document.is_none_or(|own| own == document)
            && name.forms.iter().all(|(form, _)| *form == self.spelling)
    }
}

/// Which identity each key stands for; own keys go before those of shorter forms.
fn known(identities: &[Identity]) -> FxHashMap<&str, u32> {
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    for (index, identity) in (0..).zip(identities) {
        known.entry(&identity.key).or_insert(index);
    }
    for (index, identity) in (0..).zip(identities) {
        for key in &identity.other_keys {
            known.entry(key).or_insert(index);
        }
    }
    known
}

/// Follows a tree of replacements to its root.
fn top(root: &[u32], mut index: u32) -> u32 {
    while root[index as usize] != index {
        index = root[index as usize];
    }
    index
}

/// Drops identities; returns where each that stays now stands.
fn keep(identities: &mut Vec<Identity>, stays: impl Fn(u32) -> bool) -> Vec<u32> {
    let mut place = Vec::with_capacity(identities.len());
    let mut next = 0;
    for index in 0..identities.len() as u32 {
        place.push(next);
        next += u32::from(stays(index));
    }
    let mut index = 0;
    identities.retain(|_| {
        index += 1;
        stays(index - 1)
    });
    place
}

/// Finds the reports that passages tell.
struct Told<'a> {
    articles: &'a [Option<Article>],
    /// The articles of each document something is decided of.
    of_document: FxHashMap<DocumentKey, Vec<u32>>,
}

impl<'a> Told<'a> {
    fn of(decisions: &Decisions, articles: &'a [Option<Article>]) -> Self {
        let mut of_document: FxHashMap<DocumentKey, Vec<u32>> = FxHashMap::default();
        for (index, article) in (0..).zip(articles) {
            if let Some(article) = article {
                let document = decisions.key_of(article.content);
                of_document.entry(document).or_default().push(index);
            }
        }
        Self {
            articles,
            of_document,
        }
    }

    /// The report a passage tells in each article that says it; where a later
    /// program cuts the words otherwise, the first that shares some.
    fn reports(&self, passage: Passage) -> impl Iterator<Item = ReportId> {
        let articles = self.of_document.get(&passage.document);
        let articles = articles.into_iter().flatten();
        articles.filter_map(move |index| {
            let article = self.articles[*index as usize].as_ref()?;
            let reports = &article.analysis.reports;
            let at = |wanted: &dyn Fn(Span) -> bool| {
                reports.iter().position(|report| wanted(report.passage()))
            };
            let index = at(&|span| span == passage.span())
                .or_else(|| at(&|span| span.overlaps(passage.span())))?;
            Some(ReportId {
                article: article.id,
                index: index as u32,
            })
        })
    }
}

#[cfg(test)]
mod tests;
