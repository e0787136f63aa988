//! Precision and recall on annotated articles; the floors may rise, not fall.

mod joins;
mod marks;
mod news;
mod parts;
mod people;
mod quotes;
mod roles;
mod score;
mod seed;

use std::fs;
use std::path::{Path, PathBuf};

use newsreader::analysis::Analysis;
use newsreader::document::Document;
use newsreader::load;
use newsreader::source::Request;

/// The first document of the project, read the way the program reads it.
fn seed_article() -> (Document, Analysis) {
    let loaded = load::all(vec![Request::Samples], &load::Options::default());
    let (_, document, analysis) = loaded
        .articles
        .into_iter()
        .next()
        .expect("samples are built in");
    assert_eq!(document.name, "000_1e550ff4c6e3f07d");
    (document, analysis)
}

/// The texts of a folder of `tests/gold`, in the order of their names.
fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/gold")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the texts are in the tree");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths
}

/// Precision and recall as one figure, in per cent.
fn f1(right: usize, found: usize, wanted: usize) -> f64 {
    200.0 * right as f64 / (found + wanted) as f64
}
