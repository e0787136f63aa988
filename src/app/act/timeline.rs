//! What is done to the timeline: zoom, steps, lanes, filters, corrections.

use crate::app::{Action, App, Effect};
use crate::corpus::ReportId;

impl App {
    pub(super) fn act_on_timeline(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ZoomIn | Action::ZoomOut | Action::ZoomFit | Action::Unfold => {
                let effects = self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
                effects
            }
            _ => self.not_built(action),
        }
    }

    /// Goes to a date typed in words.
    pub(in crate::app) fn go_to_date(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Corrects when an event happened.
    pub(in crate::app) fn set_event_date(
        &mut self,
        _report: ReportId,
        _line: &str,
    ) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Filters the timeline by a line of words.
    pub(in crate::app) fn filter_timeline(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }
}
