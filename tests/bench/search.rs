//! How long a query takes in the find box, and its index to be made.
//!
//! `NEWSREADER_NAMES=FILE` searches the names of a file, one a line, instead of made ones.

mod made;

use std::sync::OnceLock;

use divan::Bencher;
use newsreader::analysis::Analysis;
use newsreader::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind};
use newsreader::corpus::search::{Index, Scope};
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::{Document, Span};

fn main() {
    divan::main();
}

const QUERIES: [&str; 10] = [
    "m",
    "mo",
    "mer",
    "merk",
    "merkel",
    "khatib",
    "mjz",
    "ang mer",
    "zarif jav",
    "oskihan",
];

/// A corpus of 100,000 people, all in one article.
fn people() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let names: Vec<String> = match std::env::var_os("NEWSREADER_NAMES") {
            Some(path) => {
                let names = std::fs::read_to_string(path).expect("a file of names");
                names.lines().map(str::to_owned).collect()
            }
            None => {
                let mut chance = made::Chance::new(1);
                (0..100_000).map(|_| chance.name()).collect()
            }
        };
        let mut document = Document::given("names", "", None);
        let mut analysis = Analysis::default();
        for (number, name) in (0..).zip(names) {
            let start = document.text.len();
            document.text.push_str(&name);
            analysis.mentions.push(Mention {
                span: Span::new(start, document.text.len()),
                name: NameId(number),
                sentence: number,
                kind: MentionKind::Named,
                join: Join::Itself,
            });
            document.text.push('\n');
            analysis.names.push(Name {
                kind: NameKind::Person,
                full: name,
                aliases: Vec::new(),
                honorifics: Vec::new(),
                roles: Vec::new(),
            });
        }
        let mut corpus = Corpus::default();
        corpus.absorb(vec![(ArticleId(0), document, analysis)]);
        Index::new(&corpus, &[])
    })
}

/// A corpus of 100,000 events and about as many people.
fn everything() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(&made::corpus(20_000), &[]))
}

#[divan::bench(args = QUERIES)]
fn query_people(bencher: Bencher<'_, '_>, query: &str) {
    let index = people();
    bencher.bench(|| index.search(query, Scope::People, 200));
}

#[divan::bench(args = QUERIES)]
fn query_everything(bencher: Bencher<'_, '_>, query: &str) {
    let index = everything();
    bencher.bench(|| index.search(query, Scope::Everything, 200));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn index_20_000_articles(bencher: Bencher<'_, '_>) {
    let corpus = made::corpus(20_000);
    bencher.bench(|| Index::new(&corpus, &[]));
}
