//! The samples that come with the program.

use std::fs;

use newsreader::load::{self, Loaded, Options};
use newsreader::source::Request;

use super::sources::project;

#[test]
fn every_sample_loads_with_a_date_and_is_the_one_built_in() {
    let texts = |loaded: &Loaded| -> Vec<(String, String)> {
        assert_eq!(loaded.skipped, []);
        let documents = loaded.articles.iter().map(|(_, document, _)| document);
        documents
            .map(|document| {
                assert!(document.published.is_some(), "{} is undated", document.name);
                (document.name.clone(), document.text.clone())
            })
            .collect()
    };
    let folder = Request::Path(project().join("seeds"));
    let on_disk = texts(&load::all(vec![folder], &Options::default()));
    let built_in = texts(&load::all(vec![Request::Samples], &Options::default()));
    assert!(on_disk.len() >= 3, "{on_disk:?}");
    assert_eq!(on_disk, built_in);
}

#[test]
fn the_seeds_readme_names_every_sample() {
    let readme = fs::read_to_string(project().join("seeds/README.md")).expect("seeds/README.md");
    for entry in fs::read_dir(project().join("seeds")).expect("seeds") {
        let name = entry.expect("seeds").file_name();
        let name = name.to_string_lossy();
        assert!(
            name == "README.md" || readme.contains(&*name),
            "{name} is not explained"
        );
    }
}
