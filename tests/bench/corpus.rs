//! How long the corpus takes to grow, and a timeline to be made of it.

mod made;

use divan::Bencher;
use newsreader::corpus::Corpus;
use newsreader::corpus::timeline::{Filter, Timeline, Zoom};

fn main() {
    divan::main();
}

/// Articles that arrive together while files are loaded.
const BATCH: usize = 32;

/// Articles stream in; nobody looks in between.
#[divan::bench(args = [2_000, 20_000], sample_count = 5, sample_size = 1)]
fn absorb_in_batches(bencher: Bencher<'_, '_>, articles: u32) {
    bencher
        .with_inputs(|| (0..articles).map(made::article).collect::<Vec<_>>())
        .bench_values(|mut articles| {
            let mut corpus = Corpus::default();
            while !articles.is_empty() {
                let rest = articles.split_off(BATCH.min(articles.len()));
                corpus.absorb(std::mem::replace(&mut articles, rest));
            }
            corpus.settle();
            corpus
        });
}

/// All articles at once: what one join costs.
#[divan::bench(args = [2_000, 20_000], sample_count = 5, sample_size = 1)]
fn absorb_at_once(bencher: Bencher<'_, '_>, articles: u32) {
    bencher
        .with_inputs(|| (0..articles).map(made::article).collect::<Vec<_>>())
        .bench_values(|articles| {
            let mut corpus = Corpus::default();
            corpus.absorb(articles);
            corpus
        });
}

/// A timeline of 100,000 events.
#[divan::bench(args = Zoom::ALL.map(Zoom::name))]
fn timeline(bencher: Bencher<'_, '_>, zoom: &str) {
    let corpus = made::corpus(20_000);
    let zoom = Zoom::ALL.into_iter().find(|other| other.name() == zoom);
    let zoom = zoom.expect("the arguments are the names");
    bencher.bench(|| Timeline::new(&corpus, &Filter::default(), zoom));
}

#[divan::bench]
fn fitting(bencher: Bencher<'_, '_>) {
    let corpus = made::corpus(20_000);
    let events = Filter::default().events(&corpus);
    bencher.bench(|| Timeline::fitting(&corpus, &events, 20));
}

/// A letter typed over 100,000 events.
#[divan::bench(args = ["a", "ka", "khat"])]
fn filter_by_letters(bencher: Bencher<'_, '_>, word: &str) {
    let corpus = made::corpus(20_000);
    corpus.make_ready();
    let filter = Filter {
        words: vec![word.to_owned()],
        ..Filter::default()
    };
    bencher.bench(|| filter.events(&corpus));
}

/// The strip of 100,000 events.
#[divan::bench]
fn axis(bencher: Bencher<'_, '_>) {
    let corpus = made::corpus(20_000);
    let timeline = Timeline::new(&corpus, &Filter::default(), Zoom::Day);
    bencher.bench(|| timeline.axis(100));
}
