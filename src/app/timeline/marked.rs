//! What the user has marked: key events, and events selected to be merged.

use rustc_hash::FxHashSet;

use super::{TimelinePane, Wish};
use crate::corpus::{Corpus, EventId, ReportId};

impl TimelinePane {
    /// Learns which reports tell of key events.
    pub fn mark_keys(&mut self, corpus: &Corpus, keys: FxHashSet<ReportId>) {
        let changed = self.keys != keys;
        self.keys = keys;
        if changed && self.wanted.wish == Some(Wish::Key) {
            self.keep_selection(corpus);
            self.gather(corpus);
        }
    }

    /// Says whether the user has marked an event as a key event.
    pub fn is_key(&self, event: EventId, corpus: &Corpus) -> bool {
        let told = |report: &ReportId| self.keys.contains(report);
        !self.keys.is_empty() && corpus.event(event).reports.iter().any(told)
    }

    /// Says whether an event is selected to be merged.
    pub fn is_marked(&self, event: EventId, corpus: &Corpus) -> bool {
        let told = |report: &ReportId| self.marked.contains(report);
        !self.marked.is_empty() && corpus.event(event).reports.iter().any(told)
    }

    /// Returns a report of each event selected to be merged, in the order of selecting.
    pub fn marked(&self) -> &[ReportId] {
        &self.marked
    }

    /// Selects the event under the cursor to be merged, or takes that back.
    pub fn toggle_mark(&mut self, corpus: &Corpus) {
        let Some(report) = self.selected_report(corpus) else {
            return;
        };
        let Some(event) = corpus.event_of(report) else {
            return;
        };
        let count = self.marked.len();
        self.marked
            .retain(|marked| corpus.event_of(*marked) != Some(event));
        if self.marked.len() == count {
            self.marked.push(report);
        }
    }

    /// Forgets what is selected to be merged.
    pub fn clear_marks(&mut self) {
        self.marked.clear();
    }
}
