//! Correcting the machine: dates of events, what is one, what is none, what matters.
//!
//! A correction is a fact of the case file about the passage that tells the
//! event. The corpus is gathered anew for it elsewhere.

use rustc_hash::FxHashSet;

use crate::analysis::time::typed;
use crate::app::prompt::Purpose;
use crate::app::{App, Effect};
use crate::casefile::{Change, DocumentKey, Key, Passage, Value};
use crate::corpus::ReportId;
use crate::corpus::timeline::heading;

impl App {
    /// Returns the passage that names a report for good.
    pub fn passage_of(&self, report: ReportId) -> Option<Passage> {
        let article = self.corpus.article(report.article)?;
        let told = article.analysis.reports.get(report.index as usize)?;
        let document = self.key_of(report.article)?;
        Some(Passage::new(document, told.passage()))
    }

    /// The report selected with its passage; says why not where there is none.
    fn selected_passage(&mut self) -> Option<(ReportId, Passage)> {
        let report = self.timeline.selected_report(&self.corpus);
        let found = report.and_then(|report| Some((report, self.passage_of(report)?)));
        if found.is_none() {
            let undated = self.timeline.selected_undated(&self.corpus).is_some();
            self.notices.say(if undated {
                "it has no date yet; e gives it one, D dates the article"
            } else {
                "no event is selected"
            });
        }
        found
    }

    pub(super) fn ask_event_date(&mut self) {
        let undated = self.timeline.selected_undated(&self.corpus);
        let passage = match undated.and_then(|undated| undated.sentence(&self.corpus)) {
            Some((article, sentence)) => {
                let document = self.case.key_of(article.content);
                Passage::new(document, sentence)
            }
            None => match self.selected_passage() {
                Some((_, passage)) => passage,
                None => return,
            },
        };
        let start = match self.case.get(&Key::EventDate(passage)) {
            Some(Value::Text(date)) => date.clone(),
            Some(_) | None => String::new(),
        };
        self.prompt(Purpose::EventDate(passage), &start);
    }

    /// Corrects when what a passage tells happened; an empty line takes the correction back.
    pub(in crate::app) fn set_event_date(
        &mut self,
        passage: Passage,
        line: &str,
    ) -> Result<Vec<Effect>, String> {
        let key = Key::EventDate(passage);
        if line.trim().is_empty() {
            if self.case.has(&key) {
                self.change(Change::new("dated as the text has it").unset(key));
            }
            return Ok(Vec::new());
        }
        let when = typed::read(line, self.today)
            .ok_or_else(|| format!("“{}” names no date; try: 6 aug 2021", line.trim()))?;
        let title = format!("dated {}", heading(&when));
        self.change(Change::new(title).set(key, Value::Text(when.to_string())));
        Ok(Vec::new())
    }

    pub(super) fn hide_event(&mut self) {
        if let Some((_, passage)) = self.selected_passage() {
            self.change(Change::new("event hidden").set(Key::HiddenEvent(passage), Value::Yes));
        }
    }

    pub(super) fn select_event(&mut self) {
        if self.selected_passage().is_none() {
            return;
        }
        self.timeline.toggle_mark(&self.corpus);
        self.notices.say(match self.timeline.marked().len() {
            0 => "nothing is selected".to_owned(),
            1 => "1 event selected; select another, then M makes them one".to_owned(),
            count => format!("{count} events selected; M makes them one"),
        });
    }

    pub(super) fn merge_events(&mut self) {
        let mut reports = self.timeline.marked().to_vec();
        if let Some(report) = self.timeline.selected_report(&self.corpus) {
            let event = self.corpus.event_of(report);
            let known = |marked: &ReportId| self.corpus.event_of(*marked) == event;
            if !reports.iter().any(known) {
                reports.push(report);
            }
        }
        let passages = reports.iter().filter_map(|report| self.passage_of(*report));
        let passages: Vec<Passage> = passages.collect();
        let [first, others @ ..] = &passages[..] else {
            self.notices.say("no event is selected");
            return;
        };
        if others.is_empty() {
            self.notices
                .say("v selects an event; M on another makes the two one");
            return;
        }
        let change = Change::new(format!("{} events made one", passages.len()));
        let change = others.iter().fold(change, |change, other| {
            change.set(Key::same_event(*first, *other), Value::Yes)
        });
        self.timeline.clear_marks();
        self.change(change);
    }

    pub(super) fn toggle_key_event(&mut self) {
        let Some((report, passage)) = self.selected_passage() else {
            return;
        };
        let event = self.corpus.event_of(report);
        let reports = event.map(|event| self.corpus.event(event).reports.clone());
        let keys = reports.unwrap_or_default().into_iter();
        let keys = keys.filter_map(|report| self.passage_of(report));
        let keys = keys.map(Key::MajorEvent);
        let marked: Vec<Key> = keys.filter(|key| self.case.has(key)).collect();
        let change = if marked.is_empty() {
            Change::new("marked as a key event").set(Key::MajorEvent(passage), Value::Yes)
        } else {
            let change = Change::new("no longer a key event");
            marked.into_iter().fold(change, Change::unset)
        };
        self.change(change);
    }

    /// Tells the timeline which events are key events, by what the case file says.
    pub(in crate::app) fn mark_key_events(&mut self) {
        let facts = Key::MajorEvent(Passage::first_of(DocumentKey::FIRST))
            ..=Key::MajorEvent(Passage::last_of(DocumentKey::LAST));
        let mut keys = FxHashSet::default();
        for (key, _) in self.case.range(facts) {
            if let Key::MajorEvent(passage) = key {
                keys.extend(self.reports_at(*passage));
            }
        }
        self.timeline.mark_keys(&self.corpus, keys);
    }

    /// The reports a passage names: one in each copy of the document.
    fn reports_at(&self, passage: Passage) -> Vec<ReportId> {
        let articles = self.documents.articles_of(passage.document).iter();
        let reports = articles.flat_map(|id| {
            let article = self.corpus.article(*id);
            let reports = article.into_iter().flat_map(move |article| {
                let reports = (0..).zip(&article.analysis.reports);
                let named = reports.filter(move |(_, report)| report.passage() == passage.span());
                named.map(move |(index, _)| ReportId {
                    article: *id,
                    index,
                })
            });
            reports.collect::<Vec<_>>()
        });
        reports.collect()
    }
}
