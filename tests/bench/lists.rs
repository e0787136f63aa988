//! How long the lists of documents and people take at a hundred thousand.
//!
//! Run it with `cargo bench --bench lists`. What is made beside the loop stands
//! apart from what a key waits for. `NEWSREADER_BENCH_ARTICLES` says how many
//! articles there are (100,000).

#![expect(clippy::print_stdout, reason = "a bench tells whoever runs it")]

#[expect(
    dead_code,
    reason = "these articles are given dates before they are gathered"
)]
mod made;

use std::env;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use newsreader::app::Action;
use newsreader::app::card::Card;
use newsreader::app::documents::Documents;
use newsreader::app::people::PeoplePane;
use newsreader::casefile::{CaseFile, Change, DocumentKey, Key, Value};
use newsreader::corpus::{Corpus, PersonId};
use newsreader::document::{Published, PublishedFrom};

/// How often a key is pressed.
const ROUNDS: usize = 9;

fn main() {
    let articles = env::var("NEWSREADER_BENCH_ARTICLES").ok();
    let articles = articles.and_then(|count| count.parse().ok());
    let corpus = corpus(articles.unwrap_or(100_000));
    println!(
        "{} documents, {} people, {} events",
        corpus.article_count(),
        corpus.people().len(),
        corpus.events().len()
    );
    once("beside the loop: words and orders", || corpus.prepare());
    once("beside the loop: who may be one", || {
        corpus.suggestions().len()
    });
    let mut case = CaseFile::default();
    documents(&corpus, &mut case);
    people(&corpus, &case);
    press("a card is opened", || Card::open(&corpus, PersonId(0)));
}

/// The made articles, of eleven years and forty sources.
fn corpus(count: u32) -> Corpus {
    let first = NaiveDate::from_ymd_opt(2010, 1, 1).expect("a day");
    let arrivals = (0..count).map(|number| {
        let (id, mut document, analysis) = made::article(number);
        let mut chance = made::Chance::new(u64::from(number));
        let date = first + Days::new(chance.below(4_000) as u64);
        let from = PublishedFrom::Metadata;
        document.published = Some(Published { date, from });
        document.publisher = Some(format!("The Daily {}", chance.below(40)));
        (id, document, analysis)
    });
    let mut corpus = Corpus::default();
    corpus.absorb(arrivals.collect());
    corpus.settle();
    corpus
}

fn documents(corpus: &Corpus, case: &mut CaseFile) {
    let keys: Vec<DocumentKey> = corpus.articles().map(|article| article.content).collect();
    let mut read = Change::new("read");
    for key in keys.iter().step_by(2) {
        read = read.set(Key::Read(*key), Value::Yes);
    }
    case.apply(&read);
    let mut pane = Documents::default();
    pane.resize(100, 40);
    once("documents are taken over", || {
        pane.refresh(corpus, case, &[]);
    });
    for line in ["k", "kh", "kha", "daily 7 is:unread", "!kha is:unread", ""] {
        press(&format!("documents narrowed by “{line}”"), || {
            pane.filter(line, corpus);
        });
    }
    for _ in 0..4 {
        pane.sort(corpus);
        let order = pane.order().0;
        press(&format!("documents sorted by {order:?}, turned"), || {
            pane.turn(corpus);
        });
    }
    press("documents put under other headings", || {
        pane.regroup(corpus);
    });
    press("the next document", || pane.apply(Action::Next));
    press("the last document", || pane.apply(Action::Last));
    let star = Change::new("").set(Key::Star(keys[0]), Value::Yes);
    case.apply(&star);
    press("a document is starred", || {
        pane.take_change(&star, corpus, case);
    });
    press("unread documents counted", || pane.unread_count());
}

fn people(corpus: &Corpus, case: &CaseFile) {
    let mut pane = PeoplePane::default();
    pane.resize(100, 40);
    once("people are taken over", || pane.refresh(corpus, case));
    for line in ["k", "kh", "kha", "kha !ov", ""] {
        press(&format!("people narrowed by “{line}”"), || {
            pane.filter(line, corpus);
        });
    }
    press("people sorted by the next order", || pane.sort(corpus));
    press("the next person", || pane.apply(Action::Next, corpus));
}

fn once<Result>(what: &str, mut act: impl FnMut() -> Result) {
    let start = Instant::now();
    std::hint::black_box(act());
    println!("{what:<44} {:>9.2} ms", milliseconds(start.elapsed()));
}

/// Tells the median and the longest of some rounds.
fn press<Result>(what: &str, mut act: impl FnMut() -> Result) {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        std::hint::black_box(act());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let (median, longest) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    println!(
        "{what:<44} {:>9.2} ms, at most {:.2}",
        milliseconds(median),
        milliseconds(longest)
    );
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}
