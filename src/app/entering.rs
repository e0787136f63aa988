//! What a line typed at the bottom of the screen does, by its purpose.

use chrono::NaiveDate;

use super::prompt::{History, Live, Purpose};
use super::{App, Effect};
use crate::casefile::{Change, Key, Value};

impl App {
    /// Follows a line while it is typed.
    pub(super) fn typed(&mut self, purpose: &Purpose, line: &str) -> Vec<Effect> {
        match purpose.live() {
            Some(Live::Search) => {
                self.reader.search(line, &self.corpus);
                Vec::new()
            }
            Some(Live::Filter(pane)) => self.filter_pane(pane, line),
            None => Vec::new(),
        }
    }

    /// Takes back what typing did when the line is closed without Enter.
    pub(super) fn given_up(&mut self, purpose: &Purpose) -> Vec<Effect> {
        match purpose.live() {
            Some(Live::Search) => {
                self.give_up_search();
                Vec::new()
            }
            Some(Live::Filter(pane)) => self.filter_pane(pane, ""),
            None => Vec::new(),
        }
    }

    /// Takes an entered line.
    ///
    /// # Errors
    /// A sentence that says why the line cannot be used; it stays open then.
    pub(super) fn entered(&mut self, purpose: &Purpose, line: &str) -> Result<Vec<Effect>, String> {
        let effects = match purpose {
            Purpose::Search => {
                if !self.end_search(line) {
                    self.notices.say(format!("“{line}” is not in this article"));
                }
                Vec::new()
            }
            Purpose::Filter(pane) => self.filter_pane(*pane, line),
            Purpose::FilterTimeline => self.filter_timeline(line)?,
            Purpose::Date(article) => {
                let published =
                    NaiveDate::parse_from_str(line.trim(), "%Y-%m-%d").map_err(|_| {
                        "a date is written as year-month-day, like 2021-08-14".to_owned()
                    })?;
                self.set_date(*article, published);
                Vec::new()
            }
            Purpose::GoToDate => self.go_to_date(line)?,
            Purpose::EventDate(passage) => self.set_event_date(*passage, line)?,
            Purpose::Tag => self.tag(line)?,
            Purpose::Rename(person) => self.rename_person(person, line)?,
            Purpose::AddPerson => self.add_person(line)?,
            Purpose::SaveSearch => self.save_search(line)?,
            Purpose::Pipe => self.pipe(line)?,
            Purpose::Command => {
                let effects = self.command(line)?;
                self.remember(purpose, line.trim());
                return Ok(effects);
            }
        };
        self.remember(purpose, line.trim());
        Ok(effects)
    }

    /// Keeps an entered line, so that it can be called back.
    fn remember(&mut self, purpose: &Purpose, line: &str) {
        if let Some(history) = purpose.history() {
            self.remember_line(history, line);
        }
    }

    /// Keeps a line in its history, in this run and for the next.
    pub(super) fn remember_line(&mut self, history: History, line: &str) {
        if line.is_empty() {
            return;
        }
        self.histories.add(history, line);
        let lines = Value::Lines(self.histories.of(history).to_vec());
        let key = Key::Lines(history.name().to_owned());
        self.note_quietly(Change::new("a line entered").set(key, lines));
    }
}
