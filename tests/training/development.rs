//! The development sets: texts, and the persons in them by offset.

use std::error::Error;
use std::fs;
use std::path::Path;

use newsreader::analysis::people::Knowledge;
use newsreader::document::{Document, Span};
use serde::Deserialize;

use super::score::{self, Score};
use super::standoff::Places;

#[derive(Deserialize)]
struct Given {
    doc: String,
    text: String,
}

#[derive(Deserialize)]
struct Gold {
    doc: String,
    start: usize,
    end: usize,
}

/// Scores a set that lies as `docs.jsonl` and `gold.jsonl` in a directory.
pub fn score(directory: &Path, knowledge: &Knowledge) -> Result<Score, Box<dyn Error>> {
    let docs = fs::read_to_string(directory.join("docs.jsonl"))?;
    let gold = fs::read_to_string(directory.join("gold.jsonl"))?;
    let gold: Vec<Gold> = gold
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut score = Score::default();
    for line in docs.lines() {
        let given: Given = serde_json::from_str(line)?;
        let document = Document::given(&given.doc, &given.text, None);
        let places = Places::of(&document);
        let wanted: Vec<Span> = gold
            .iter()
            .filter(|gold| gold.doc == given.doc)
            .map(|gold| places.span(gold.start, gold.end))
            .collect();
        score.add(&document.text, &score::found(&document, knowledge), &wanted);
    }
    Ok(score)
}
