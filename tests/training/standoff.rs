//! Labels that point into files by offset, none of the files' text with them.

use std::error::Error;
use std::path::Path;

use newsreader::analysis::people::model::train::{Entity, Example, Marked};
use newsreader::document::{Document, Span};
use newsreader::source::{Origin, Raw};
use serde::Deserialize;

/// A label: code points of the file, half open.
#[derive(Debug, Deserialize)]
struct Label {
    doc: String,
    start: usize,
    end: usize,
    r#type: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Kind {
    /// A sentence in which every person is labelled.
    Sentence,
    Person,
    Byline,
    Family,
}

/// Whether those who wrote a text count as persons named in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bylines {
    AreNames,
    AreNot,
}

/// Reads the labels and the files under `news` that they point into.
pub fn examples(
    labels: &str,
    news: &Path,
    weight: f32,
    bylines: Bylines,
) -> Result<Vec<Example>, Box<dyn Error>> {
    let labels: Vec<Label> = labels
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    labels
        .chunk_by(|one, next| one.doc == next.doc)
        .map(|labels| example(labels, news, weight, bylines))
        .collect()
}

fn example(
    labels: &[Label],
    news: &Path,
    weight: f32,
    bylines: Bylines,
) -> Result<Example, Box<dyn Error>> {
    let path = news.join(&labels[0].doc);
    let document = Document::read(&Raw::read(&Origin::File(path))?)?;
    let places = Places::of(&document);
    let mut names = Vec::new();
    let mut parts = Vec::new();
    for label in labels {
        let span = places.span(label.start, label.end);
        match label.r#type {
            Kind::Sentence => parts.push(span),
            Kind::Person | Kind::Family => names.push((span, Entity::Person)),
            // For the model a writer's name is a name; the rules of bylines come after it.
            Kind::Byline if matches!(bylines, Bylines::AreNames) => {
                names.push((span, Entity::Person));
            }
            Kind::Byline => {}
        }
    }
    Ok(Example {
        document,
        names,
        marked: Marked::Persons,
        parts: Some(parts),
        weight,
    })
}

/// The way from a file's code points to the bytes of its clean text.
pub struct Places {
    /// The code point in the file and the byte of each character, in order.
    all: Vec<(usize, usize)>,
    end: usize,
}

impl Places {
    /// Reads the map of a document.
    pub fn of(document: &Document) -> Self {
        let mut cursor = document.map.cursor(&document.text);
        let all = document
            .text
            .char_indices()
            .map(|(byte, _)| (cursor.to_source(byte as u32), byte));
        Self {
            all: all.collect(),
            end: document.text.len(),
        }
    }

    /// Returns the bytes that code points of the file stand for.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let byte = |point: usize| {
            let after = self.all.partition_point(|(known, _)| *known < point);
            self.all.get(after).map_or(self.end, |(_, byte)| *byte)
        };
        Span::new(byte(start), byte(end))
    }
}
