//! Who is who, as the reader has decided it: a TOML file to keep and to share.
//!
//! [`write_toml`] and [`read_toml`] are each other's mirror. A file is taken whole or not
//! at all: every fault is told with its line, keys nobody knows included, so
//! that a slip of the pen is not a decision silently lost. People stand under
//! the keys of the case file, the folded first and last word of their name; a
//! name written with capitals is folded to that.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::casefile::{CaseFile, Change, DocumentKey, Key, PersonKey, Value, Verdict};
use crate::corpus::key_of_name;

const HEAD: &str = "\
# Who is who: decisions made with newsreader.
# To take them over: newsreader decisions import FILE
";

/// The file, in the order it is written.
#[derive(Debug, Default, Serialize)]
struct File {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    added: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same: Vec<People>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    different: Vec<People>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unsure: Vec<People>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rename: Vec<Rename>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    split: Vec<Split>,
}

#[derive(Debug, Serialize)]
struct People {
    people: [String; 2],
}

#[derive(Debug, Serialize)]
struct Rename {
    person: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct Split {
    person: String,
    spelling: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
}

/// Writes what a case file says of people.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_toml(case: &CaseFile, mut out: impl Write) -> io::Result<()> {
    out.write_all(written(case).as_bytes())
}

fn written(case: &CaseFile) -> String {
    let mut file = File::default();
    for (key, value) in case.facts() {
        match (key, value) {
            (Key::Pair(one, other), Value::Verdict(verdict)) => {
                let pair = People {
                    people: [one.0.clone(), other.0.clone()],
                };
                match verdict {
                    Verdict::Same => file.same.push(pair),
                    Verdict::Different => file.different.push(pair),
                    Verdict::Unsure => file.unsure.push(pair),
                }
            }
            (Key::Renamed(person), Value::Text(name)) => file.rename.push(Rename {
                person: person.0.clone(),
                name: name.clone(),
            }),
            (Key::HiddenPerson(person), _) => file.hidden.push(person.0.clone()),
            (Key::AddedPerson(name), _) => file.added.push(name.clone()),
            (
                Key::Split {
                    person,
                    document,
                    spelling,
                },
                _,
            ) => file.split.push(Split {
                person: person.0.clone(),
                spelling: spelling.clone(),
                document: document.map(|document| document.to_string()),
            }),
            // What is not of people is not shared.
            (_, _) => {}
        }
    }
    let text = toml::to_string(&file).expect("strings and tables can be written");
    format!("{HEAD}{}{text}", if text.is_empty() { "" } else { "\n" })
}

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

/// Reads a file; the change sets all that stands in it.
///
/// # Errors
/// Everything that is wrong in it, in order.
pub fn read_toml(text: &str) -> Result<Change, Vec<Fault>> {
    let mut reader = Reader {
        text,
        facts: BTreeMap::new(),
        faults: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        reader.fault(error.span().map_or(0, |span| span.start), error.message());
    }
    // One slip makes the parser stumble several times on its line.
    reader.faults.dedup_by_key(|fault| fault.line);
    if reader.faults.is_empty() {
        reader.file(table.get_ref());
    }
    if !reader.faults.is_empty() {
        reader.faults.sort_by_key(|fault| fault.line);
        return Err(reader.faults);
    }
    let count = reader.facts.len();
    let noun = if count == 1 { "decision" } else { "decisions" };
    let mut change = Change::new(format!("{count} {noun} about people taken over"));
    for (key, value) in reader.facts {
        change = change.set(key, value);
    }
    Ok(change)
}

type Item<'a> = Spanned<DeValue<'a>>;

struct Reader<'t> {
    text: &'t str,
    facts: BTreeMap<Key, Value>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, offset: usize, message: impl Into<String>) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        self.faults.push(Fault {
            line: before.matches('\n').count() + 1,
            message: message.into(),
        });
    }

    fn set(&mut self, offset: usize, key: Key, value: Value) {
        match self.facts.insert(key, value.clone()) {
            Some(before) if before != value => {
                self.fault(offset, "this contradicts what stands before");
            }
            Some(_) | None => {}
        }
    }

    fn file(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let name = (name.get_ref().as_ref(), name.span().start);
            match name.0 {
                "hidden" => {
                    for person in self.texts(name, value) {
                        self.set(name.1, Key::HiddenPerson(person_of(&person)), Value::Yes);
                    }
                }
                "added" => {
                    for person in self.texts(name, value) {
                        self.set(name.1, Key::AddedPerson(person), Value::Yes);
                    }
                }
                "same" => self.pairs(name, value, Verdict::Same),
                "different" => self.pairs(name, value, Verdict::Different),
                "unsure" => self.pairs(name, value, Verdict::Unsure),
                "rename" => self.renames(name, value),
                "split" => self.splits(name, value),
                unknown => self.fault(
                    name.1,
                    format!(
                        "there is no `{unknown}`; the keys are hidden, added, same, different, \
                         unsure, rename, split"
                    ),
                ),
            }
        }
    }

    /// The texts of a list; what else stands in it is a fault.
    fn texts(&mut self, (name, offset): (&str, usize), value: &Item<'_>) -> Vec<String> {
        let DeValue::Array(items) = value.get_ref() else {
            self.fault(offset, format!("`{name}` is a list of names"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => {
                    texts.push(text.trim().to_owned());
                }
                _ => self.fault(item.span().start, format!("`{name}` is a list of names")),
            }
        }
        texts
    }

    /// The tables under a name ("[[same]]"), each with its place.
    fn tables<'v, 'd>(
        &mut self,
        (name, offset): (&str, usize),
        value: &'v Item<'d>,
        known: &[&str],
    ) -> Vec<(usize, &'v DeTable<'d>)> {
        let DeValue::Array(items) = value.get_ref() else {
            self.fault(offset, format!("`{name}` is written [[{name}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            let DeValue::Table(table) = item.get_ref() else {
                self.fault(item.span().start, format!("`{name}` is written [[{name}]]"));
                continue;
            };
            for (key, _) in table.iter() {
                if !known.contains(&key.get_ref().as_ref()) {
                    self.fault(
                        key.span().start,
                        format!(
                            "[[{name}]] has no `{}`; it has {}",
                            key.get_ref(),
                            known.join(", ")
                        ),
                    );
                }
            }
            tables.push((item.span().start, table));
        }
        tables
    }

    /// The text of a key of a table; `None`, and a fault, where there is none.
    fn text(&mut self, at: usize, table: &DeTable<'_>, key: &str) -> Option<String> {
        match table.get(key) {
            Some(item) => match item.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                _ => {
                    self.fault(item.span().start, format!("`{key}` is a text"));
                    None
                }
            },
            None => {
                self.fault(at, format!("`{key}` is missing"));
                None
            }
        }
    }

    fn pairs(&mut self, name: (&str, usize), value: &Item<'_>, verdict: Verdict) {
        for (at, table) in self.tables(name, value, &["people"]) {
            let Some(people) = table.get("people") else {
                self.fault(at, "`people` is missing");
                continue;
            };
            let offset = people.span().start;
            let people = self.texts(("people", offset), people);
            let people: Vec<PersonKey> = people.iter().map(|name| person_of(name)).collect();
            if people.len() < 2 {
                self.fault(offset, "`people` are two or more");
            }
            for (place, one) in people.iter().enumerate() {
                for other in &people[place + 1..] {
                    if one == other {
                        self.fault(offset, format!("“{}” stands twice", one.0));
                        continue;
                    }
                    let key = Key::pair(one.clone(), other.clone());
                    self.set(offset, key, Value::Verdict(verdict));
                }
            }
        }
    }

    fn renames(&mut self, name: (&str, usize), value: &Item<'_>) {
        for (at, table) in self.tables(name, value, &["person", "name"]) {
            let person = self.text(at, table, "person");
            let name = self.text(at, table, "name");
            if let (Some(person), Some(name)) = (person, name) {
                self.set(at, Key::Renamed(person_of(&person)), Value::Text(name));
            }
        }
    }

    fn splits(&mut self, name: (&str, usize), value: &Item<'_>) {
        for (at, table) in self.tables(name, value, &["person", "spelling", "document"]) {
            let person = self.text(at, table, "person");
            let spelling = self.text(at, table, "spelling");
            let document = match table.get("document") {
                Some(_) => self.text(at, table, "document").map(|key| {
                    let parsed: Result<DocumentKey, _> = key.parse();
                    parsed.map_err(|error| self.fault(at, error.to_string()))
                }),
                None => None,
            };
            let document = match document.transpose() {
                Ok(document) => document,
                Err(()) => continue,
            };
            if let (Some(person), Some(spelling)) = (person, spelling) {
                let key = Key::Split {
                    person: person_of(&person),
                    document,
                    spelling,
                };
                self.set(at, key, Value::Yes);
            }
        }
    }
}

/// The key of a person: as it stands, or folded from a name with capitals.
fn person_of(written: &str) -> PersonKey {
    if written.chars().any(char::is_uppercase) {
        key_of_name(written)
    } else {
        PersonKey(written.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, read_toml as read, written as write};
    use crate::casefile::{CaseFile, DocumentKey, Key, PersonKey, Value, Verdict};

    fn person(key: &str) -> PersonKey {
        PersonKey(key.to_owned())
    }

    fn some() -> CaseFile {
        CaseFile::of([
            (
                Key::pair(person("anna berger"), person("ana berger")),
                Value::Verdict(Verdict::Same),
            ),
            (
                Key::pair(person("anna berger"), person("hanna berger")),
                Value::Verdict(Verdict::Different),
            ),
            (
                Key::Renamed(person("tomas novak")),
                Value::Text("Tomáš “Tom” Novák".to_owned()),
            ),
            (Key::HiddenPerson(person("grand hotel")), Value::Yes),
            (Key::AddedPerson("Li Wei".to_owned()), Value::Yes),
            (
                Key::Split {
                    person: person("anna berger"),
                    document: Some(DocumentKey(7)),
                    spelling: "Berger".to_owned(),
                },
                Value::Yes,
            ),
            (Key::Star(DocumentKey(7)), Value::Yes),
        ])
    }

    #[test]
    fn decisions_are_written_for_people_to_edit() {
        insta::assert_snapshot!(write(&some()));
    }

    #[test]
    fn what_is_written_is_read_as_it_was_and_nothing_else_is_shared() {
        let change = read(&write(&some())).expect("it has no fault");
        let mut taken = CaseFile::default();
        taken.apply(&change);
        let shared = some();
        let shared = shared.facts().filter(|(key, _)| key.is_of_people());
        assert!(taken.facts().eq(shared));
        assert_eq!(change.title, "6 decisions about people taken over");
    }

    #[test]
    fn names_are_folded_and_three_are_three_pairs() {
        let text = "[[same]]\npeople = [\"Anna M. Berger\", \"ana berger\", \"Änne Berger\"]\n";
        let change = read(text).expect("it has no fault");
        let keys: Vec<&Key> = change.facts.iter().map(|(key, _)| key).collect();
        let pair = |one: &str, other: &str| Key::pair(person(one), person(other));
        let wanted = [
            pair("ana berger", "anna berger"),
            pair("ana berger", "anne berger"),
            pair("anna berger", "anne berger"),
        ];
        assert_eq!(keys, wanted.iter().collect::<Vec<_>>());
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let faults = |text: &str| -> Vec<String> {
            let faults: Vec<Fault> = read(text).expect_err("it has faults");
            faults.iter().map(ToString::to_string).collect()
        };
        for (text, wanted) in [
            (
                "hiden = [\"a\"]\n",
                &[
                    "line 1: there is no `hiden`; the keys are hidden, added, same, different, unsure, rename, split",
                ][..],
            ),
            (
                "\nhidden = \"a b\"\n",
                &["line 2: `hidden` is a list of names"],
            ),
            (
                "[[same]]\npeople = [\"a b\"]\n\n[[same]]\nperson = \"c\"\n",
                &[
                    "line 2: `people` are two or more",
                    "line 4: `people` is missing",
                    "line 5: [[same]] has no `person`; it has people",
                ],
            ),
            (
                "[[same]]\npeople = [\"a\", \"b\"]\n[[different]]\npeople = [\"b\", \"a\"]\n",
                &["line 4: this contradicts what stands before"],
            ),
            (
                "[[rename]]\nperson = \"a\"\n",
                &["line 1: `name` is missing"],
            ),
            (
                "[[rename]]\nperson = \"a\"\nname = 3\n",
                &["line 3: `name` is a text"],
            ),
            (
                "[[split]]\nperson = \"a\"\nspelling = \"A\"\ndocument = \"x\"\n",
                &["line 1: “x” is no key of a document"],
            ),
            (
                "[same]\npeople = []\n",
                &["line 1: `same` is written [[same]]"],
            ),
        ] {
            assert_eq!(faults(text), wanted, "{text}");
        }
        assert!(!faults("[[same\npeople = ").is_empty());
    }
}
