//! The case file in print: what the reader has noted, marked, tagged and decided.

use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;

use crate::casefile::{CaseFile, DocumentKey, Key, Passage, Seen, Value};
use crate::export::{Lines, plain};

/// A document something is said of, as JSON has it.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    document: DocumentKey,
    #[serde(flatten)]
    seen: Option<&'a Seen>,
    read: bool,
    starred: bool,
    tags: Vec<&'a str>,
    /// In order of the text.
    passages: Vec<Marked<'a>>,
}

/// A note or a highlight.
#[derive(Debug, Serialize)]
struct Marked<'a> {
    kind: Kind,
    /// Bytes of the clean text, half-open.
    start: u32,
    end: u32,
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Note,
    Highlight,
}

#[derive(Debug, Serialize)]
struct Case<'a> {
    documents: Vec<Entry<'a>>,
    decisions: Vec<String>,
}

/// Writes the case file as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_json(case: &CaseFile, out: impl Write) -> io::Result<()> {
    Lines::new(out).write(&Case::of(case))
}

/// Writes the case file as Markdown, a section a document.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_markdown(case: &CaseFile, mut out: impl Write) -> io::Result<()> {
    let case = Case::of(case);
    writeln!(out, "# Case file")?;
    if case.documents.is_empty() && case.decisions.is_empty() {
        return writeln!(out, "\nNothing is noted yet.");
    }
    for entry in &case.documents {
        entry.write_markdown(&mut out)?;
    }
    if !case.decisions.is_empty() {
        writeln!(out, "\n## Decisions\n")?;
        for decision in &case.decisions {
            writeln!(out, "- {}", escaped(decision))?;
        }
    }
    Ok(())
}

impl<'a> Case<'a> {
    fn of(case: &'a CaseFile) -> Self {
        let mut documents: Vec<DocumentKey> = case
            .facts()
            .filter(|(key, _)| is_shown(key))
            .filter_map(|(key, _)| key.document())
            .collect();
        documents.sort_unstable();
        documents.dedup();
        let mut documents: Vec<Entry<'_>> = documents
            .into_iter()
            .map(|document| Entry::of(case, document))
            .collect();
        documents.sort_by_key(|entry| entry.seen.map(|seen| (seen.published, &seen.headline)));
        let nobody = |_: &_| None;
        let decisions = case.facts();
        Self {
            documents,
            decisions: decisions
                .filter_map(|(key, value)| case.decision_in_words(key, value, &nobody))
                .collect(),
        }
    }
}

/// Says whether a fact makes its document worth a section.
fn is_shown(key: &Key) -> bool {
    matches!(
        key,
        Key::Read(_) | Key::Star(_) | Key::Tag(..) | Key::Note(_) | Key::Highlight(_)
    )
}

impl<'a> Entry<'a> {
    fn of(case: &'a CaseFile, document: DocumentKey) -> Self {
        let notes = case.notes(document).filter_map(|(at, value)| match value {
            Value::Note {
                text,
                words,
                written,
            } => Some(Marked {
                note: Some(text),
                written: Some(*written),
                ..Marked::at(*at, Kind::Note, words)
            }),
            _ => None,
        });
        let highlights = case.highlights(document).filter_map(|at| {
            let words = case.get(&Key::Highlight(*at))?;
            let Value::Text(words) = words else {
                return None;
            };
            Some(Marked::at(*at, Kind::Highlight, words))
        });
        let mut passages: Vec<Marked<'_>> = notes.chain(highlights).collect();
        passages.sort_by_key(|marked| (marked.start, marked.end));
        Self {
            document,
            seen: match case.get(&Key::Seen(document)) {
                Some(Value::Seen(seen)) => Some(seen),
                Some(_) | None => None,
            },
            read: case.has(&Key::Read(document)),
            starred: case.has(&Key::Star(document)),
            tags: case.tags(document).collect(),
            passages,
        }
    }

    fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        match self.seen {
            Some(seen) => {
                writeln!(out, "\n## {}\n", escaped(&seen.headline))?;
                let published = seen.published.map(|date| date.to_string());
                let parts = [
                    seen.publisher.clone(),
                    published,
                    seen.url.clone(),
                    Some(seen.origin.clone()),
                ];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                writeln!(out, "{}", escaped(&parts.join(" · ")))?;
            }
            None => writeln!(out, "\n## Document {}", self.document)?,
        }
        let mut marks: Vec<String> = Vec::new();
        marks.extend(self.read.then(|| "read".to_owned()));
        marks.extend(self.starred.then(|| "starred".to_owned()));
        marks.extend(self.tags.iter().map(|tag| format!("#{tag}")));
        if !marks.is_empty() {
            writeln!(out, "\n{}", escaped(&marks.join(", ")))?;
        }
        for marked in &self.passages {
            writeln!(out, "\n> {}", escaped(marked.words))?;
            if let (Some(note), Some(written)) = (marked.note, marked.written) {
                writeln!(out)?;
                for line in note.lines() {
                    writeln!(out, "{}  ", plain(line))?;
                }
                writeln!(out, "*{written}*")?;
            }
        }
        Ok(())
    }
}

impl<'a> Marked<'a> {
    fn at(passage: Passage, kind: Kind, words: &'a str) -> Self {
        Self {
            kind,
            start: passage.start,
            end: passage.end,
            words,
            note: None,
            written: None,
        }
    }
}

/// One line whose letters mean nothing to Markdown nor to a terminal.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in plain(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Span};

    fn case() -> CaseFile {
        let text = "The council met.\n\nIt *voted* on Friday.";
        let document = Document::given("council", text, NaiveDate::from_ymd_opt(2021, 8, 14));
        let key = DocumentKey::of(&document);
        let passage = |start, end| Passage::new(key, Span { start, end });
        let note = Value::Note {
            text: "who voted?\nask Ann".to_owned(),
            words: "It *voted* on Friday.".to_owned(),
            written: NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day"),
        };
        let words = Value::Text("The council met.".to_owned());
        CaseFile::of([
            (Key::Seen(key), Value::Seen(Seen::of(&document))),
            (Key::Star(key), Value::Yes),
            (Key::Tag(key, "vote".to_owned()), Value::Yes),
            (Key::Note(passage(18, 39)), note),
            (Key::Highlight(passage(0, 16)), words),
            (Key::MajorEvent(passage(18, 39)), Value::Yes),
        ])
    }

    fn markdown(case: &CaseFile) -> String {
        let mut out = Vec::new();
        write_markdown(case, &mut out).expect("a vector takes all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_document_stands_with_its_marks_and_passages_in_order() {
        let printed = markdown(&case());
        let parts = [
            "## The council met",
            "2021-08-14",
            "starred, \\#vote",
            "> The council met.",
            "> It \\*voted\\* on Friday.",
            "who voted?  \nask Ann",
            "*2026-11-26*",
            "## Decisions",
            "is a key event",
        ];
        let mut from = 0;
        for part in parts {
            let at = printed[from..].find(part);
            from += at.unwrap_or_else(|| panic!("no {part:?} behind {from} in {printed}"));
        }
    }

    #[test]
    fn json_has_the_same_and_a_case_file_without_notes_says_so() {
        let mut out = Vec::new();
        write_json(&case(), &mut out).expect("a vector takes all");
        let parsed: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        let document = &parsed["documents"][0];
        assert_eq!(document["tags"][0], "vote");
        assert_eq!(document["passages"][1]["note"], "who voted?\nask Ann");
        assert_eq!(document["headline"], "The council met.");
        assert!(markdown(&CaseFile::default()).contains("Nothing is noted"));
    }
}
