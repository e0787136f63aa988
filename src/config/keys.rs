//! The user's keymap: which keys they give to which actions.
//!
//! What a key or an action's name means is not known here.

use std::path::Path;

use toml::Value;

use super::source::{self, Content, Entry};
use super::{Complaint, Place};

/// The section whose names are keys, not actions.
const CHORDS: &str = "keys";

/// The section of what counts anywhere, as everything above all sections does.
const ANYWHERE: &str = "anywhere";

/// Keys the user gives to an action, instead of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The action's name, as written.
    pub action: String,
    /// Keys as written; none takes the action's keys away.
    pub keys: Vec<String>,
    /// The section it stands in: where it counts. `None` is anywhere.
    pub section: Option<String>,
    pub place: Place,
}

/// Actions that one key does, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chord {
    /// The key as written.
    pub key: String,
    /// Command lines: an action's name, and what it is given behind it.
    pub steps: Vec<String>,
    /// The section it stands in; `None` is anywhere.
    pub section: Option<String>,
    pub place: Place,
}

/// What the user's keymap says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys {
    pub bindings: Vec<Binding>,
    pub chords: Vec<Chord>,
}

impl Keys {
    /// Takes from `text`, the content of `file`, every line that can be used.
    pub fn read(text: &str, file: &Path) -> (Self, Vec<Complaint>) {
        let (entries, complaints) = source::read(text, file);
        let mut reading = Reading {
            keys: Self::default(),
            complaints,
        };
        for entry in entries {
            match entry.content {
                Content::Table(entries) if entry.name == CHORDS => {
                    reading.chords(entries);
                }
                Content::Table(entries) => {
                    let section = (entry.name != ANYWHERE).then_some(entry.name);
                    reading.bindings(entries, section.as_deref());
                }
                Content::Value(_) | Content::Unusable => reading.binding(entry, None),
            }
        }
        (reading.keys, reading.complaints)
    }

    /// Returns how many lines say something.
    pub fn count(&self) -> usize {
        self.bindings.len() + self.chords.len()
    }
}

struct Reading {
    keys: Keys,
    complaints: Vec<Complaint>,
}

impl Reading {
    fn bindings(&mut self, entries: Vec<Entry>, section: Option<&str>) {
        for entry in entries {
            self.binding(entry, section);
        }
    }

    fn binding(&mut self, entry: Entry, section: Option<&str>) {
        match words(entry.content) {
            Some(keys) => self.keys.bindings.push(Binding {
                action: entry.name,
                keys,
                section: section.map(str::to_owned),
                place: entry.place,
            }),
            None => self.complaints.push(entry.place.complain(
                format!("`{}`: keys are a list of names", entry.name),
                "write it like [\"j\", \"ctrl-n\"]",
            )),
        }
    }

    /// Takes `[keys]`, and in it `[keys.timeline]` and the like.
    fn chords(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            match entry.content {
                Content::Table(inner) => {
                    let section = (entry.name != ANYWHERE).then_some(entry.name);
                    for entry in inner {
                        self.chord(entry, section.as_deref());
                    }
                }
                Content::Value(_) | Content::Unusable => self.chord(entry, None),
            }
        }
    }

    fn chord(&mut self, entry: Entry, section: Option<&str>) {
        match words(entry.content) {
            Some(steps) => self.keys.chords.push(Chord {
                key: entry.name,
                steps,
                section: section.map(str::to_owned),
                place: entry.place,
            }),
            None => self.complaints.push(entry.place.complain(
                format!("`{}`: what a key does is a list of actions", entry.name),
                "write it like [\"toggle-read\", \"next-unread\"]",
            )),
        }
    }
}

/// One text or a list of texts.
fn words(content: Content) -> Option<Vec<String>> {
    match content {
        Content::Value(Value::String(word)) => Some(vec![word]),
        Content::Value(Value::Array(words)) => words
            .into_iter()
            .map(|word| word.as_str().map(str::to_owned))
            .collect(),
        Content::Value(
            Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_)
            | Value::Table(_),
        )
        | Content::Table(_)
        | Content::Unusable => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Keys;

    #[test]
    fn sections_say_where_and_the_section_of_keys_turns_names_around() {
        let text = "next = [\"n\", \"down\"]\nfind = 3\n[timeline]\nopen = \"o\"\n\
                    [keys]\n\"ctrl-n\" = [\"toggle-read\", \"next-unread\"]\n\
                    [keys.reader]\nT = \"tag war\"\n";
        let (keys, complaints) = Keys::read(text, Path::new("keymap.toml"));
        let said: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("keymap.toml:2: `find`"), "{said:?}");
        let bindings = keys.bindings.iter();
        let bindings: Vec<_> = bindings
            .map(|found| {
                (
                    found.action.as_str(),
                    found.section.as_deref(),
                    found.place.line,
                )
            })
            .collect();
        assert_eq!(
            bindings,
            [("next", None, Some(1)), ("open", Some("timeline"), Some(4))]
        );
        let chords = keys.chords.iter();
        let chords: Vec<_> = chords
            .map(|found| {
                (
                    found.key.as_str(),
                    found.steps.len(),
                    found.section.as_deref(),
                )
            })
            .collect();
        assert_eq!(chords, [("ctrl-n", 2, None), ("T", 1, Some("reader"))]);
    }
}
