//! What the reader has decided about people, as a TOML file to share.
//!
//! The file is written to be read and edited by hand: people stand under the key
//! that names them (the folded first and last word of their name).

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::casefile::{CaseFile, Change, DocumentKey, Key, PersonKey, Value, Verdict};

const HEAD: &str = "\
# Decisions about people, written by newsreader; `newsreader decisions import FILE` takes them over.
# A person stands under a key: first and last word of the name, in small letters without accents.
";

/// The shape of the file.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    /// Keys of those who are no people, or not wanted.
    hidden: Vec<PersonKey>,
    /// Names the program has missed.
    added: Vec<String>,
    same: Vec<Pair>,
    different: Vec<Pair>,
    unsure: Vec<Pair>,
    rename: Vec<Rename>,
    split: Vec<Split>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    people: (PersonKey, PersonKey),
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    person: PersonKey,
    name: String,
}

/// A spelling that is not this person, in one document or in all.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Split {
    person: PersonKey,
    spelling: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    document: Option<DocumentKey>,
}

/// Tells why a file of decisions cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Refused {
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// Writes the decisions about people of a case file.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_toml(case: &CaseFile, mut out: impl Write) -> io::Result<()> {
    let mut file = File::default();
    for (key, value) in case.facts() {
        file.take(key, value);
    }
    let written = toml::to_string(&file).map_err(io::Error::other)?;
    write!(out, "{HEAD}\n{written}")
}

/// Reads such a file as one change of a case file.
///
/// # Errors
/// When it is no TOML, or says something that is no decision; the line says where.
pub fn read_toml(text: &str) -> Result<Change, Refused> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or(text);
        Refused {
            line: before.matches('\n').count() + 1,
            message: error.message().to_owned(),
        }
    })?;
    Ok(file.change())
}

impl File {
    fn take(&mut self, key: &Key, value: &Value) {
        match (key, value) {
            (Key::Pair(one, other), Value::Verdict(verdict)) => {
                let pairs = match verdict {
                    Verdict::Same => &mut self.same,
                    Verdict::Different => &mut self.different,
                    Verdict::Unsure => &mut self.unsure,
                };
                let people = (one.clone(), other.clone());
                pairs.push(Pair { people });
            }
            (Key::Renamed(person), Value::Text(name)) => self.rename.push(Rename {
                person: person.clone(),
                name: name.clone(),
            }),
            (Key::HiddenPerson(person), _) => self.hidden.push(person.clone()),
            (Key::AddedPerson(name), _) => self.added.push(name.clone()),
            (
                Key::Split {
                    person,
                    document,
                    spelling,
                },
                _,
            ) => self.split.push(Split {
                person: person.clone(),
                spelling: spelling.clone(),
                document: *document,
            }),
            // The rest is not about who is who.
            (_, _) => {}
        }
    }

    fn change(self) -> Change {
        let mut change = Change::new("decisions of a file");
        let verdicts = [
            (self.same, Verdict::Same),
            (self.different, Verdict::Different),
            (self.unsure, Verdict::Unsure),
        ];
        for (pairs, verdict) in verdicts {
            for Pair {
                people: (one, other),
            } in pairs
            {
                change = change.set(Key::pair(one, other), Value::Verdict(verdict));
            }
        }
        for Rename { person, name } in self.rename {
            change = change.set(Key::Renamed(person), Value::Text(name));
        }
        for person in self.hidden {
            change = change.set(Key::HiddenPerson(person), Value::Yes);
        }
        for name in self.added {
            change = change.set(Key::AddedPerson(name), Value::Yes);
        }
        for split in self.split {
            let key = Key::Split {
                person: split.person,
                document: split.document,
                spelling: split.spelling,
            };
            change = change.set(key, Value::Yes);
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(case: &CaseFile) -> String {
        let mut out = Vec::new();
        write_toml(case, &mut out).expect("a vector takes all");
        String::from_utf8(out).expect("TOML is text")
    }

    fn key(text: &str) -> PersonKey {
        PersonKey(text.to_owned())
    }

    #[test]
    fn what_is_written_is_read_again_and_only_people_are_written() {
        let split = |document| Key::Split {
            person: key("ann roe"),
            document,
            spelling: "Roe \"the\" elder".to_owned(),
        };
        let verdict = |verdict| Value::Verdict(verdict);
        let people = [
            (Key::pair(key("b"), key("a")), verdict(Verdict::Same)),
            (Key::pair(key("c"), key("d")), verdict(Verdict::Different)),
            (Key::pair(key("c"), key("e")), verdict(Verdict::Unsure)),
            (Key::Renamed(key("a")), Value::Text("A\nB".to_owned())),
            (Key::HiddenPerson(key("f")), Value::Yes),
            (Key::AddedPerson("Ann Poe".to_owned()), Value::Yes),
            (split(None), Value::Yes),
            (split(Some(DocumentKey(7))), Value::Yes),
        ];
        let other = (Key::Read(DocumentKey(1)), Value::Yes);
        let case = CaseFile::of(people.clone().into_iter().chain([other]));
        let change = read_toml(&written(&case)).expect("it is our own");
        let mut again = CaseFile::default();
        again.apply(&change);
        assert_eq!(again, CaseFile::of(people));
    }

    #[test]
    fn a_file_that_says_something_else_is_refused_with_its_line() {
        let check = |text: &str, line: usize, part: &str| {
            let refused = read_toml(text).expect_err("it is no file of decisions");
            assert_eq!(refused.line, line, "{refused}");
            assert!(refused.message.contains(part), "{refused}");
        };
        check("hidden = []\nhiden = [\"a\"]\n", 2, "hiden");
        check("\n[[same]]\npeople = [\"a\"]\n", 3, "");
        check("[[split]]\nspelling = \"a\"\n", 1, "person");
        check("added = [", 1, "");
        assert_eq!(read_toml("").map(|change| change.facts.len()), Ok(0));
    }
}
