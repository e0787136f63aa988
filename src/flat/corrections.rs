//! Correcting what the program made of dates and events.

use super::{Flat, Told, naming, told};
use crate::analysis::time::When;
use crate::casefile::{Change, Key, Passage, Value};
use crate::corpus::{Event, Importance};
use crate::export::timeline::heading;

impl Flat {
    pub(super) fn date(&mut self, rest: &str) -> Told {
        if let Some(event) = rest.strip_prefix("event ") {
            return self.date_event(event.trim());
        }
        let (number, words) = match rest.split_once(' ') {
            Some((first, words)) if first.len() < 4 && naming::number(first).is_some() => {
                match self.document_of(first) {
                    // “14 August 2021” is a date where there are no 14 documents.
                    Err(_) if told::date(rest, self.today).is_ok() => ("", rest),
                    Err(sentence) => return Err(sentence),
                    Ok(_) => (first, words),
                }
            }
            Some(_) | None => ("", rest),
        };
        let when = told::date(words, self.today)?;
        let article = self.document_meant(number)?;
        if when.first_day() != when.last_day() {
            return Err(format!(
                "A document is published on one day, and {} is more.",
                heading(&when)
            ));
        }
        let found = self.corpus.article(article);
        let found = found.ok_or("This document is no longer there.")?;
        let key = Key::Published(self.case.key_of(found.content));
        let (day, number) = (when.first_day(), self.number_of(article));
        let title = format!("document {number} is of {}", told::day(day));
        Ok(self.change(Change::new(title).set(key, Value::Date(day))))
    }

    fn date_event(&mut self, rest: &str) -> Told {
        let parts = rest.split_once(' ');
        let (number, words) = parts.ok_or("Say which and when: date event 3 14 August 2021.")?;
        let id = self.event_of(number)?;
        let when: When = told::date(words, self.today)?;
        let title = format!("event {} was on {}", id.0 + 1, heading(&when));
        let passage = self.passage_of(self.corpus.event(id));
        let fact = Value::Text(when.to_string());
        Ok(self.change(Change::new(title).set(Key::EventDate(passage), fact)))
    }

    /// What names the event beyond this run: the words of its first report.
    fn passage_of(&self, event: &Event) -> Passage {
        let (article, report) = self.corpus.report(event.reports[0]);
        Passage::new(self.case.key_of(article.content), report.passage())
    }

    pub(super) fn hide_event(&mut self, rest: &str) -> Told {
        let id = self.event_meant(rest)?;
        let passage = self.passage_of(self.corpus.event(id));
        let title = format!("event {} is hidden", id.0 + 1);
        Ok(self.change(Change::new(title).set(Key::HiddenEvent(passage), Value::Yes)))
    }

    /// Makes an event a key event, or takes the mark away.
    pub(super) fn mark_event(&mut self, rest: &str) -> Told {
        let id = self.event_meant(rest)?;
        let event = self.corpus.event(id);
        let number = id.0 + 1;
        let change = match event.importance {
            Importance::Ordinary => Change::new(format!("event {number} is a key event"))
                .set(Key::MajorEvent(self.passage_of(event)), Value::Yes),
            Importance::Key => {
                let mut change = Change::new(format!("event {number} is no key event"));
                // Whichever of its reports was marked.
                for report in &event.reports {
                    let (article, report) = self.corpus.report(*report);
                    let document = self.case.key_of(article.content);
                    let key = Key::MajorEvent(Passage::new(document, report.passage()));
                    if self.case.has(&key) {
                        change = change.unset(key);
                    }
                }
                change
            }
        };
        Ok(self.change(change))
    }
}
