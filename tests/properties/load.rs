//! What is loaded depends on what is there, never on which worker is faster.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

use newsreader::corpus::ArticleId;
use newsreader::document::PublishedFrom;
use newsreader::load::{self, Loaded, Options, Progress};
use newsreader::source::Request;

fn options(workers: usize) -> Options {
    Options {
        workers: NonZero::new(workers),
        ..Options::default()
    }
}

fn seeds() -> Vec<Request> {
    vec![Request::Path(
        concat!(env!("CARGO_MANIFEST_DIR"), "/seeds").into(),
    )]
}

/// A directory of texts of very different lengths, with one that cannot be read among them.
fn write_texts(directory: &Path) {
    for number in 0..40usize {
        let text = format!("Rain in valley {number}\n\nIt rained on 5 May 2021. ")
            + &"It went on and on. ".repeat(number * 37 % 400);
        std::fs::write(directory.join(format!("{number:02}.txt")), text).expect("written");
    }
    std::fs::write(directory.join("07.md"), b"%PDF-1.4").expect("written");
}

fn shape(loaded: &Loaded) -> Vec<(ArticleId, String, usize)> {
    let articles = loaded.articles.iter();
    articles
        .map(|(id, document, analysis)| (*id, document.name.clone(), analysis.sentences.len()))
        .collect()
}

#[test]
fn numbers_do_not_depend_on_the_workers() {
    let directory = tempfile::tempdir().expect("a directory");
    write_texts(directory.path());
    let load = |workers| {
        load::all(
            vec![Request::Path(directory.path().to_owned())],
            &options(workers),
        )
    };
    let (one, many) = (load(1), load(8));
    assert_eq!(one.articles.len(), 40);
    assert_eq!(shape(&one), shape(&many));
    assert_eq!(one.skipped, many.skipped);
    assert!(one.skipped[0].reason.contains("PDF"), "{:?}", one.skipped);
}

#[test]
fn a_sink_that_breaks_off_ends_the_load() {
    let directory = tempfile::tempdir().expect("a directory");
    write_texts(directory.path());
    let batches = Mutex::new(0);
    let requests = vec![Request::Path(directory.path().to_owned())];
    load::load(requests, &options(1), |batch| {
        *batches.lock().expect("no panic") += 1;
        assert!(!matches!(batch.last(), Some(Progress::Finished)));
        ControlFlow::Break(())
    });
    // the walk and the one worker may each have been handing over at that moment
    assert!(batches.into_inner().expect("no panic") <= 2);
}

#[test]
fn progress_ends_with_finished_and_the_full_count() {
    let told = Mutex::new(Vec::new());
    load::load(seeds(), &options(2), |batch| {
        told.lock().expect("no panic").extend(batch);
        ControlFlow::Continue(())
    });
    let told = told.into_inner().expect("no panic");
    assert!(matches!(told.last(), Some(Progress::Finished)));
    let counts = told.iter().filter_map(|progress| match progress {
        Progress::Discovered(count) => Some(*count),
        Progress::Loaded { .. } | Progress::Skipped(_) | Progress::Finished => None,
    });
    assert_eq!(counts.max(), Some(3));
}

#[test]
fn the_seeds_all_load_from_disk_and_from_the_binary() {
    let from_disk = load::all(seeds(), &Options::default());
    let built_in = load::all(vec![Request::Samples], &Options::default());
    for loaded in [&from_disk, &built_in] {
        assert_eq!(loaded.skipped, []);
        assert_eq!(loaded.articles.len(), 3);
        for (_, document, _) in &loaded.articles {
            assert!(document.published.is_some(), "{}", document.name);
            assert!(document.paragraphs.len() > 5, "{}", document.name);
            assert!(
                document
                    .paragraphs
                    .iter()
                    .all(|paragraph| paragraph.span.len() < 2000)
            );
        }
    }
    let (_, article, _) = &from_disk.articles[0];
    assert_eq!(article.name, "000_1e550ff4c6e3f07d");
    assert_eq!(
        article.published.map(|published| published.from),
        Some(PublishedFrom::Inferred)
    );
    assert_eq!(
        article.dateline.map(|line| line.of(&article.text)),
        Some("TEHRAN –")
    );
}

#[test]
fn the_date_option_dates_only_what_is_undated() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(directory.path().join("a.txt"), "It rained.").expect("written");
    std::fs::write(
        directory.path().join("b.md"),
        "---\ndate: 2020-01-02\n---\nIt rained.",
    )
    .expect("written");
    let date = chrono::NaiveDate::from_ymd_opt(2021, 8, 14);
    let given = Options {
        date,
        ..Options::default()
    };
    let loaded = load::all(vec![Request::Path(directory.path().to_owned())], &given);
    let origins: Vec<_> = loaded
        .articles
        .iter()
        .map(|(_, document, _)| document.published.map(|published| published.from))
        .collect();
    assert_eq!(
        origins,
        [Some(PublishedFrom::Set), Some(PublishedFrom::Metadata)]
    );
}
