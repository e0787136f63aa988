//! The people of a corpus, the most mentioned first.

use std::io::{self, Write};

use serde::Serialize;

use super::Lines;
use super::paper::{plain, wrap};
use crate::analysis::people::Among;
use crate::corpus::{Corpus, Form, MentionId, Person, PersonId};

/// One person, as `people --format jsonl` prints them.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    aliases: Vec<&'a str>,
    roles: Vec<&'a str>,
    mentions: Vec<Mention<'a>>,
    quotes: Vec<Quote<'a>>,
    forms: Vec<FormLine>,
    /// Who it may be, too; absent for most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    perhaps: Vec<Perhaps<'a>>,
}

/// One way the person is called, and why it was taken for the person: within
/// its article, and across articles.
#[derive(Serialize)]
struct FormLine {
    text: String,
    count: u32,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    among: Option<&'static str>,
    across: &'static str,
}

/// Another person of the list that may be this one.
#[derive(Serialize)]
struct Perhaps<'a> {
    name: &'a str,
    reason: &'static str,
}

/// A name in one place of one document.
#[derive(Serialize)]
struct Mention<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

/// What a person is quoted as saying in one document.
#[derive(Serialize)]
struct Quote<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    /// "direct" or "reported".
    kind: &'static str,
    /// "sure" or "likely".
    attribution: &'static str,
}

/// The quotations of each person, by place among the people of the corpus.
fn quotes(corpus: &Corpus) -> Vec<Vec<Quote<'_>>> {
    let mut quotes: Vec<Vec<Quote<'_>>> = Vec::new();
    quotes.resize_with(corpus.people().len(), Vec::new);
    for article in corpus.articles() {
        let document = &article.document;
        let mut cursor = document.map.cursor(&document.text);
        for quote in &article.analysis.quotes {
            let name = quote.speaker.map(|name| name.0 as usize);
            let person = name.and_then(|name| article.people.get(name));
            let Some(quotes) = person.and_then(|person| quotes.get_mut(person.0 as usize)) else {
                continue;
            };
            quotes.push(Quote {
                doc: &document.name,
                start: cursor.to_source(quote.span.start),
                end: cursor.end_to_source(quote.span),
                text: quote.span.of(&document.text),
                kind: quote.kind.as_str(),
                attribution: quote.attribution.as_str(),
            });
        }
    }
    quotes
}

/// Writes one JSON object a person.
///
/// # Errors
/// What the writer says.
pub fn write_json(corpus: &Corpus, out: impl Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    let mut perhaps = perhaps(corpus);
    let people = corpus.people().iter().zip(quotes(corpus));
    for ((person, quotes), id) in people.zip(0..) {
        lines.write(&Line {
            name: &person.name,
            aliases: aliases(person),
            roles: roles(person),
            mentions: mentions(corpus, &person.mentions),
            forms: forms(corpus, PersonId(id)),
            perhaps: std::mem::take(&mut perhaps[id as usize]),
            quotes,
        })?;
    }
    Ok(())
}

fn forms(corpus: &Corpus, person: PersonId) -> Vec<FormLine> {
    let forms = corpus.forms(person).into_iter();
    let line = |form: Form| FormLine {
        text: form.text,
        count: form.count,
        reason: form.join.as_str(),
        among: form.join.among().map(Among::as_str),
        across: form.link.as_str(),
    };
    forms.map(line).collect()
}

/// For each person who it may be, too.
fn perhaps(corpus: &Corpus) -> Vec<Vec<Perhaps<'_>>> {
    let mut perhaps: Vec<Vec<Perhaps<'_>>> = Vec::new();
    perhaps.resize_with(corpus.people().len(), Vec::new);
    for pair in corpus.suggestions() {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            perhaps[one.0 as usize].push(Perhaps {
                name: &corpus.person(other).name,
                reason: pair.alike.as_str(),
            });
        }
    }
    perhaps
}

/// Places the mentions in their sources; they come by article and place, so
/// each text is walked through once.
fn mentions<'a>(corpus: &'a Corpus, ids: &[MentionId]) -> Vec<Mention<'a>> {
    let mut placed = Vec::with_capacity(ids.len());
    for ids in ids.chunk_by(|one, other| one.article == other.article) {
        let Some(article) = corpus.article(ids[0].article) else {
            continue;
        };
        let document = &article.document;
        let mut cursor = document.map.cursor(&document.text);
        for id in ids {
            if let Some(mention) = article.analysis.mentions.get(id.index as usize) {
                let start = cursor.to_source(mention.span.start);
                placed.push(Mention {
                    doc: &document.name,
                    start,
                    end: cursor.end_to_source(mention.span),
                    text: mention.span.of(&document.text),
                });
            }
        }
    }
    placed
}

fn aliases(person: &Person) -> Vec<&str> {
    person.aliases.iter().map(|alias| &*alias.text).collect()
}

fn roles(person: &Person) -> Vec<&str> {
    person.roles.iter().map(|role| &*role.text).collect()
}

/// Writes the people for people to read, in lines of at most `width` columns.
///
/// # Errors
/// What the writer says.
pub fn write_text(corpus: &Corpus, width: usize, mut out: impl Write) -> io::Result<()> {
    for (person, quotes) in corpus.people().iter().zip(quotes(corpus)) {
        writeln!(out, "{}", plain(&person.name))?;
        let mut notes = Vec::new();
        notes.extend(roles(person).into_iter().map(str::to_owned));
        if !person.aliases.is_empty() {
            notes.push(format!("also {}", aliases(person).join(", ")));
        }
        notes.push(format!(
            "{} in {}",
            counted(person.mentions.len(), "mention"),
            counted(person.articles.len(), "document")
        ));
        if !quotes.is_empty() {
            notes.push(counted(quotes.len(), "quote"));
        }
        for note in notes {
            let note = plain(&note);
            for (index, line) in wrap(&note, width.saturating_sub(6)).iter().enumerate() {
                let indent = if index == 0 { "    " } else { "      " };
                writeln!(out, "{indent}{line}")?;
            }
        }
    }
    if corpus.people().is_empty() {
        writeln!(out, "Nobody is named.")?;
    }
    Ok(())
}

fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
