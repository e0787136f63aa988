//! Decisions and corrections in words, for lists and for the printed case file.

use super::{CaseFile, DocumentKey, Key, Passage, PersonKey, Value, Verdict};

impl CaseFile {
    /// Says a decision or correction in words; `None` for what is neither.
    /// `name` gives the name of a person, if anybody has that key.
    pub fn decision_in_words(
        &self,
        key: &Key,
        value: &Value,
        name: &dyn Fn(&PersonKey) -> Option<String>,
    ) -> Option<String> {
        let who = |person: &PersonKey| name(person).unwrap_or_else(|| person.0.clone());
        let told = match (key, value) {
            (Key::Pair(one, other), Value::Verdict(verdict)) => {
                let (one, other) = (who(one), who(other));
                match verdict {
                    Verdict::Same if one == other => format!("several spellings are {one}"),
                    Verdict::Same => format!("{one} and {other} are one person"),
                    Verdict::Different => format!("{one} and {other} are two people"),
                    Verdict::Unsure => format!("{one} and {other} may be one person"),
                }
            }
            (Key::Renamed(person), Value::Text(name)) => format!("{} goes by {name}", person.0),
            (Key::HiddenPerson(person), _) => {
                format!("{} is not shown among the people", who(person))
            }
            (Key::AddedPerson(name), _) => format!("{name} is a person"),
            (
                Key::Split {
                    person,
                    document,
                    spelling,
                },
                _,
            ) => {
                let place = document.map_or("anywhere".to_owned(), |document| {
                    format!("in {}", self.title(document))
                });
                format!("“{spelling}” is not {} {place}", who(person))
            }
            (Key::EventDate(at), Value::Text(date)) => {
                format!("{} happened on {date}", self.event(*at))
            }
            (Key::HiddenEvent(at), _) => {
                format!("{} is not shown in the timeline", self.event(*at))
            }
            (Key::SameEvent(one, other), _) => {
                format!(
                    "{} and {} are one event",
                    self.event(*one),
                    self.event(*other)
                )
            }
            (Key::MajorEvent(at), _) => format!("{} is a key event", self.event(*at)),
            (Key::Published(document), Value::Date(date)) => {
                format!("{} was published on {date}", self.title(*document))
            }
            (_, _) => return None,
        };
        Some(told)
    }

    /// Returns the headline of a document something was said of.
    pub fn title(&self, document: DocumentKey) -> String {
        match self.get(&Key::Seen(document)) {
            Some(Value::Seen(seen)) => format!("“{}”", seen.headline),
            Some(_) | None => format!("document {document}"),
        }
    }

    fn event(&self, passage: Passage) -> String {
        match self.get(&Key::Told(passage)) {
            Some(Value::Text(words)) => format!("“{words}”"),
            Some(_) | None => format!("an event in {}", self.title(passage.document)),
        }
    }
}
