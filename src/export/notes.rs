//! The case file for people and programs: what has been marked, noted and
//! corrected, document by document, and what was decided about people.
//!
//! Made from the case file alone; documents go by what they were when something
//! was last said of them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::paper::plain;
use crate::analysis::time::{Known, When};
use crate::casefile::{CaseFile, DocumentKey, Key, Passage, Seen, Value, Verdict};

/// Which documents are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    All,
    These(Vec<DocumentKey>),
}

/// The case file, as `notes --format json` prints it.
#[derive(Debug, Serialize)]
struct Notes {
    documents: Vec<Document>,
    people: Vec<Decision>,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    /// Names it by its content.
    key: String,
    title: String,
    source: Option<String>,
    /// Stated or found by the program.
    date: Option<NaiveDate>,
    /// Set by the reader.
    date_set: Option<NaiveDate>,
    url: Option<String>,
    origin: String,
    read: bool,
    starred: bool,
    tags: Vec<String>,
    /// Notes and highlights, in order of the text.
    passages: Vec<Marked>,
    /// Corrections of events, in order of the text.
    events: Vec<Corrected>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Marked {
    /// Bytes of the clean text, half-open.
    start: u32,
    end: u32,
    words: String,
    highlighted: bool,
    note: Option<String>,
    written: Option<NaiveDate>,
}

#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Corrected {
    start: u32,
    end: u32,
    /// EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    key_event: bool,
    /// The passages, in whichever documents, that tell of the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<Place>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Place {
    document: String,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
enum Decision {
    Same {
        people: [String; 2],
    },
    Different {
        people: [String; 2],
    },
    Unsure {
        people: [String; 2],
    },
    Renamed {
        person: String,
        name: String,
    },
    Hidden {
        person: String,
    },
    Added {
        name: String,
    },
    Split {
        person: String,
        spelling: String,
        document: Option<String>,
    },
}

impl Notes {
    fn of(case: &CaseFile, wanted: &Wanted) -> Self {
        let mut documents: BTreeMap<DocumentKey, Document> = BTreeMap::new();
        let mut people = Vec::new();
        for (key, value) in case.facts() {
            match key.document() {
                Some(document) if !key.is_of_people() => {
                    if let Wanted::These(these) = wanted
                        && !these.contains(&document)
                    {
                        continue;
                    }
                    documents.entry(document).or_default().take(key, value);
                }
                Some(_) | None => people.extend(Decision::of(key, value)),
            }
        }
        let mut documents: Vec<Document> = documents
            .into_iter()
            .filter_map(|(key, document)| document.finished(key))
            .collect();
        documents.sort_by(|one, other| {
            let order =
                |document: &Document| (document.date_set.or(document.date), document.title.clone());
            order(one).cmp(&order(other))
        });
        Self { documents, people }
    }
}

impl Document {
    fn take(&mut self, key: &Key, value: &Value) {
        match (key, value) {
            (Key::Seen(_), Value::Seen(seen)) => self.describe(seen),
            (Key::Read(_), _) => self.read = true,
            (Key::Star(_), _) => self.starred = true,
            (Key::Tag(_, tag), _) => self.tags.push(plain(tag)),
            (Key::Published(_), Value::Date(date)) => self.date_set = Some(*date),
            (
                Key::Note(passage),
                Value::Note {
                    text,
                    words,
                    written,
                },
            ) => {
                let marked = self.marked(*passage, words);
                marked.note = Some(lines(text));
                marked.written = Some(*written);
            }
            (Key::Highlight(passage), Value::Text(words)) => {
                self.marked(*passage, words).highlighted = true;
            }
            (Key::EventDate(passage), Value::Text(date)) => {
                self.corrected(*passage).date = Some(plain(date));
            }
            (Key::HiddenEvent(passage), _) => self.corrected(*passage).hidden = true,
            (Key::MajorEvent(passage), _) => self.corrected(*passage).key_event = true,
            (Key::SameEvent(passage, other), _) => {
                let place = Place {
                    document: other.document.to_string(),
                    start: other.start,
                    end: other.end,
                };
                self.corrected(*passage).same_as.push(place);
            }
            // Places and what links one text to another are the program's own.
            (_, _) => {}
        }
    }

    fn describe(&mut self, seen: &Seen) {
        self.title = plain(&seen.headline);
        self.source = seen.publisher.as_deref().map(plain);
        self.date = seen.published;
        self.url = seen.url.as_deref().map(plain);
        self.origin = plain(&seen.origin);
    }

    fn marked(&mut self, passage: Passage, words: &str) -> &mut Marked {
        let place = (passage.start, passage.end);
        let known = self.passages.iter();
        let known = known.map(|marked| (marked.start, marked.end));
        let found = known.into_iter().position(|known| known == place);
        let index = found.unwrap_or_else(|| {
            self.passages.push(Marked {
                start: place.0,
                end: place.1,
                words: plain(words),
                highlighted: false,
                note: None,
                written: None,
            });
            self.passages.len() - 1
        });
        &mut self.passages[index]
    }

    fn corrected(&mut self, passage: Passage) -> &mut Corrected {
        let place = (passage.start, passage.end);
        let known = self.events.iter();
        let found = known
            .map(|known| (known.start, known.end))
            .position(|known| known == place);
        let index = found.unwrap_or_else(|| {
            self.events.push(Corrected {
                start: place.0,
                end: place.1,
                ..Corrected::default()
            });
            self.events.len() - 1
        });
        &mut self.events[index]
    }

    /// Brings it in order; `None` where nothing has been said of the document.
    fn finished(mut self, key: DocumentKey) -> Option<Self> {
        let said = self.read
            || self.starred
            || self.date_set.is_some()
            || !self.tags.is_empty()
            || !self.passages.is_empty()
            || !self.events.is_empty();
        self.key = key.to_string();
        self.passages.sort();
        self.events.sort();
        said.then_some(self)
    }
}

impl Decision {
    fn of(key: &Key, value: &Value) -> Option<Self> {
        Some(match (key, value) {
            (Key::Pair(one, other), Value::Verdict(verdict)) => {
                let people = [plain(&one.0), plain(&other.0)];
                match verdict {
                    Verdict::Same => Self::Same { people },
                    Verdict::Different => Self::Different { people },
                    Verdict::Unsure => Self::Unsure { people },
                }
            }
            (Key::Renamed(person), Value::Text(name)) => Self::Renamed {
                person: plain(&person.0),
                name: plain(name),
            },
            (Key::HiddenPerson(person), _) => Self::Hidden {
                person: plain(&person.0),
            },
            (Key::AddedPerson(name), _) => Self::Added { name: plain(name) },
            (
                Key::Split {
                    person,
                    document,
                    spelling,
                },
                _,
            ) => Self::Split {
                person: plain(&person.0),
                spelling: plain(spelling),
                document: document.map(|document| document.to_string()),
            },
            (_, _) => return None,
        })
    }

    fn in_words(&self) -> String {
        match self {
            Self::Same {
                people: [one, other],
            } => {
                format!("{} and {} are one person", strong(one), strong(other))
            }
            Self::Different {
                people: [one, other],
            } => {
                format!("{} and {} are two people", strong(one), strong(other))
            }
            Self::Unsure {
                people: [one, other],
            } => {
                format!(
                    "whether {} and {} are one person is open",
                    strong(one),
                    strong(other)
                )
            }
            Self::Renamed { person, name } => {
                format!("{} goes by {}", strong(person), strong(name))
            }
            Self::Hidden { person } => format!("{} is hidden", strong(person)),
            Self::Added { name } => format!("{} is a person", strong(name)),
            Self::Split {
                person,
                spelling,
                document,
            } => {
                let place = if document.is_some() {
                    " in one document"
                } else {
                    ""
                };
                format!("{} is not {}{place}", strong(spelling), strong(person))
            }
        }
    }
}

/// Writes the case file as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_json(case: &CaseFile, wanted: &Wanted, mut out: impl Write) -> io::Result<()> {
    let notes = Notes::of(case, wanted);
    serde_json::to_writer_pretty(&mut out, &notes)?;
    writeln!(out)
}

/// Writes the case file as Markdown.
///
/// # Errors
/// What the writer says.
pub fn write_markdown(case: &CaseFile, wanted: &Wanted, mut out: impl Write) -> io::Result<()> {
    let notes = Notes::of(case, wanted);
    writeln!(out, "# Notes")?;
    for document in &notes.documents {
        write_document(document, &mut out)?;
    }
    if !notes.people.is_empty() {
        writeln!(out, "\n## People\n")?;
        for decision in &notes.people {
            writeln!(out, "- {}", decision.in_words())?;
        }
    }
    if notes.documents.is_empty() && notes.people.is_empty() {
        writeln!(out, "\nNothing has been marked, noted or decided.")?;
    }
    Ok(())
}

fn write_document(document: &Document, out: &mut impl Write) -> io::Result<()> {
    let title = match document.title.as_str() {
        "" => format!("Document {}", document.key),
        title => escaped(title),
    };
    writeln!(out, "\n## {title}\n")?;
    let mut about: Vec<String> = Vec::new();
    about.extend(document.source.as_deref().map(escaped));
    match (document.date_set, document.date) {
        (Some(date), _) => about.push(format!("{} (set by you)", day(date))),
        (None, Some(date)) => about.push(day(date)),
        (None, None) => {}
    }
    about.extend(document.url.as_deref().map(escaped));
    if !document.origin.is_empty() {
        about.push(escaped(&document.origin));
    }
    if !about.is_empty() {
        writeln!(out, "{}\n", about.join(" · "))?;
    }
    let mut marks = vec![if document.read { "read" } else { "unread" }.to_owned()];
    if document.starred {
        marks.push("starred".to_owned());
    }
    if !document.tags.is_empty() {
        let tags: Vec<String> = document.tags.iter().map(|tag| escaped(tag)).collect();
        marks.push(format!("tags: {}", tags.join(", ")));
    }
    writeln!(out, "{}", marks.join(" · "))?;
    for marked in &document.passages {
        writeln!(out, "\n> {}", escaped(&marked.words))?;
        if let Some(note) = &marked.note {
            writeln!(out)?;
            for line in note.lines() {
                writeln!(out, "{}  ", escaped(line))?;
            }
            if let Some(written) = marked.written {
                writeln!(out, "— {}", day(written))?;
            }
        }
    }
    if !document.events.is_empty() {
        writeln!(out)?;
    }
    for event in &document.events {
        writeln!(
            out,
            "- event at {}–{}: {}",
            event.start,
            event.end,
            event.in_words()
        )?;
    }
    Ok(())
}

impl Corrected {
    fn in_words(&self) -> String {
        let mut words = Vec::new();
        if let Some(date) = &self.date {
            let when = When::parse(date, Known::Set);
            let date = when.map_or_else(|| date.clone(), |when| super::timeline::heading(&when));
            words.push(format!("dated {}", escaped(&date)));
        }
        if self.hidden {
            words.push("hidden".to_owned());
        }
        if self.key_event {
            words.push("a key event".to_owned());
        }
        match self.same_as.len() {
            0 => {}
            1 => words.push("the same as another".to_owned()),
            count => words.push(format!("the same as {count} others")),
        }
        words.join(", ")
    }
}

/// A note of several lines, each cleaned.
fn lines(text: &str) -> String {
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

fn day(date: NaiveDate) -> String {
    format!("{} {}", date.format("%-d %B"), date.year())
}

fn strong(text: &str) -> String {
    format!("**{}**", escaped(text))
}

/// Text that Markdown takes for nothing but text.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        let is_mark = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&'
        ) || place == 0 && matches!(letter, '#' | '-' | '+' | '=' | '~');
        let ends_number = matches!(letter, '.' | ')')
            && place > 0
            && text[..place].bytes().all(|byte| byte.is_ascii_digit());
        if is_mark || ends_number {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Wanted, escaped, write_json, write_markdown};
    use crate::casefile::{CaseFile, DocumentKey, Key, Passage, PersonKey, Seen, Value, Verdict};
    use crate::document::Span;

    fn case() -> CaseFile {
        let document = DocumentKey(7);
        let at = |start: usize, end: usize| Passage::new(document, Span::new(start, end));
        let date = |date: &str| date.parse().expect("a date");
        CaseFile::of([
            (
                Key::Seen(document),
                Value::Seen(Seen {
                    origin: "pile/harbour.md".to_owned(),
                    headline: "Harbour *opens* again\u{1b}[2J".to_owned(),
                    publisher: Some("The Quay".to_owned()),
                    published: Some(date("2021-08-14")),
                    url: None,
                }),
            ),
            (Key::Read(document), Value::Yes),
            (Key::Star(document), Value::Yes),
            (Key::Tag(document, "war".to_owned()), Value::Yes),
            (
                Key::Note(at(30, 40)),
                Value::Note {
                    text: "Ask again.\n# really".to_owned(),
                    words: "1. a long winter".to_owned(),
                    written: date("2021-08-21"),
                },
            ),
            (
                Key::Highlight(at(3, 9)),
                Value::Text("opened\nthe harbour".to_owned()),
            ),
            (Key::EventDate(at(3, 9)), Value::Text("2021-08".to_owned())),
            (Key::HiddenEvent(at(30, 40)), Value::Yes),
            (Key::Place(DocumentKey(9)), Value::Number(12)),
            (Key::Star(DocumentKey(8)), Value::Yes),
            (
                Key::pair(
                    PersonKey("anna berger".into()),
                    PersonKey("ana berger".into()),
                ),
                Value::Verdict(Verdict::Same),
            ),
        ])
    }

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn the_case_file_reads_as_markdown() {
        insta::assert_snapshot!(written(|out| {
            write_markdown(&case(), &Wanted::All, out).expect("written");
        }));
    }

    #[test]
    fn the_case_file_is_one_json_object() {
        insta::assert_snapshot!(written(|out| {
            write_json(&case(), &Wanted::All, out).expect("written");
        }));
    }

    #[test]
    fn only_the_documents_wanted_are_told() {
        let wanted = Wanted::These(vec![DocumentKey(8)]);
        let text = written(|out| write_markdown(&case(), &wanted, out).expect("written"));
        assert!(
            !text.contains("Harbour") && text.contains("Document 0000"),
            "{text}"
        );
    }

    #[test]
    fn markdown_finds_nothing_in_text_from_outside() {
        for (text, wanted) in [
            ("# a", "\\# a"),
            ("a # b", "a # b"),
            ("12. a", "12\\. a"),
            ("[a](b) <i>", "\\[a\\](b) \\<i\\>"),
        ] {
            assert_eq!(escaped(text), wanted);
        }
    }
}
