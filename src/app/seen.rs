//! What was seen lately: chosen in the find box, read, narrowed to.
//!
//! It is kept in the case file, so that it outlives the run, by names that hold
//! for good: persons by their keys, articles by what they say, events by the
//! sentence that tells of them.

use super::{Action, App};
use crate::casefile::{Change, DocumentKey, Key, PersonKey, Value};
use crate::corpus::search::Target;
use crate::corpus::{EventId, ReportId};

/// What the list is kept under.
const LIST: &str = "seen";

/// How many are remembered.
const MOST: usize = 100;

impl App {
    /// Remembers that something was seen just now.
    pub(super) fn see(&mut self, target: Target) {
        let Some(line) = self.seen_line(target) else {
            return;
        };
        let known = self.seen_lines();
        if known.last() == Some(&line) {
            return;
        }
        let known = known.iter().filter(|known| **known != line);
        let mut lines: Vec<String> = known.cloned().collect();
        lines.push(line);
        let surplus = lines.len().saturating_sub(MOST);
        lines.drain(..surplus);
        let key = Key::Lines(LIST.to_owned());
        self.note_quietly(Change::new("seen").set(key, Value::Lines(lines)));
    }

    /// Returns what was seen lately and is there now, the latest first.
    pub(super) fn seen(&self) -> Vec<Target> {
        let lines = self.seen_lines().iter().rev();
        lines.filter_map(|line| self.seen_target(line)).collect()
    }

    fn seen_lines(&self) -> &[String] {
        match self.case.get(&Key::Lines(LIST.to_owned())) {
            Some(Value::Lines(lines)) => lines,
            Some(_) | None => &[],
        }
    }

    fn seen_line(&self, target: Target) -> Option<String> {
        let line = match target {
            Target::Person(id) => format!("person {}", self.corpus.person(id).key.0),
            Target::Article(id) => format!("document {}", self.key_of(id)?),
            Target::Event(id) => {
                let report = *self.corpus.event(id).reports.first()?;
                let (article, told) = self.corpus.report(report);
                let sentence = article.analysis.sentences.get(told.sentence as usize)?;
                let document = self.key_of(article.id)?;
                format!("event {document} {}", sentence.span.start)
            }
            Target::Action(index) => format!("action {}", Action::ALL.get(index)?.name()),
        };
        Some(line)
    }

    fn seen_target(&self, line: &str) -> Option<Target> {
        let (kind, name) = line.split_once(' ')?;
        match kind {
            "person" => {
                let key = PersonKey(name.to_owned());
                self.corpus.person_by_key(&key).map(Target::Person)
            }
            "document" => self.article_of(name).map(Target::Article),
            "event" => {
                let (document, start) = name.split_once(' ')?;
                let article = self.article_of(document)?;
                self.event_at(article, start.parse().ok()?)
                    .map(Target::Event)
            }
            "action" => {
                let mut names = Action::ALL.iter().map(|action| action.name());
                names.position(|known| known == name).map(Target::Action)
            }
            _ => None,
        }
    }

    fn article_of(&self, document: &str) -> Option<crate::corpus::ArticleId> {
        let document: DocumentKey = document.parse().ok()?;
        self.documents.articles_of(document).first().copied()
    }

    /// The event whose shown report is the sentence that begins at a byte.
    fn event_at(&self, id: crate::corpus::ArticleId, start: u32) -> Option<EventId> {
        let analysis = &self.corpus.article(id)?.analysis;
        let begins = |sentence: u32| {
            let sentence = analysis.sentences.get(sentence as usize);
            sentence.is_some_and(|sentence| sentence.span.start == start)
        };
        let reports = (0..).zip(&analysis.reports);
        let mut reports = reports.filter(|(_, report)| begins(report.sentence));
        reports.find_map(|(index, _)| self.corpus.event_of(ReportId { article: id, index }))
    }
}
