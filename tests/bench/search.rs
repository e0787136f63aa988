//! How long a letter takes in the find box, and its parts to be made.
//!
//! Run it with `cargo bench --bench search`. Lines are typed letter by letter,
//! each letter a question, as the box asks them; a letter's time is the best of
//! five rounds, its line's median and worst are over the letters. `NEWSREADER_NAMES=FILE` searches
//! the names of a file, one a line, instead of made ones;
//! `NEWSREADER_BENCH_ARTICLES` says how many texts the full text is searched in
//! (20,000), `NEWSREADER_BENCH_FOLDER` names a folder of texts whose paragraphs
//! they are put together of instead of made words.

#![expect(clippy::print_stdout, reason = "a bench tells whoever runs it")]

mod made;

use std::env;
use std::time::{Duration, Instant};

use newsreader::analysis::Analysis;
use newsreader::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind};
use newsreader::corpus::search::{Catalogue, Question, Scope};
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::{Document, Span};
use newsreader::load::{self, Options};
use newsreader::source::Request;

/// How many answers the find box asks for.
const LIMIT: usize = 200;

/// How often each line is typed.
const ROUNDS: usize = 5;

const NAMES: [&str; 12] = [
    "merkel",
    "khatib",
    "zarif jav",
    "mjz",
    "ang mer",
    "oskihan",
    "khameneei",
    "^kha",
    "kha !ov$",
    "mo | za",
    "'rif",
    "zyx",
];

const TEXTS: [&str; 8] = [
    "the minister said",
    "election results",
    "\"prime minister\" budget",
    "a",
    "court !president",
    "climate | weather storm",
    "\"according to the\"",
    "qzx",
];

fn main() {
    for count in [100_000, 1_000_000] {
        names(count);
    }
    everything();
    texts();
}

fn names(count: usize) {
    let corpus = corpus_of_names(count);
    println!("\n{} names", corpus.people().len());
    let mut desk = Desk::of(corpus, Scope::People);
    desk.type_all(&NAMES, Scope::People);
}

fn everything() {
    let corpus = made::corpus(20_000);
    println!(
        "\n{} articles, {} people, {} events",
        corpus.article_count(),
        corpus.people().len(),
        corpus.events().len()
    );
    let mut desk = Desk::of(corpus, Scope::Everything);
    desk.type_all(&NAMES, Scope::Everything);
}

fn texts() {
    let count = env::var("NEWSREADER_BENCH_ARTICLES");
    let count = count.ok().and_then(|count| count.parse().ok());
    let corpus = corpus_of_texts(count.unwrap_or(20_000));
    let bytes = corpus.articles().map(|article| article.document.text.len());
    let bytes: usize = bytes.sum();
    println!(
        "\n{} texts, {} MB",
        corpus.article_count(),
        bytes / 1_000_000
    );
    let mut desk = Desk::of(corpus, Scope::Text);
    println!(
        "the index takes {} MB",
        desk.catalogue.size_of_texts() / 1_000_000
    );
    desk.type_all(&TEXTS, Scope::Text);
}

struct Desk {
    corpus: Corpus,
    catalogue: Catalogue,
}

impl Desk {
    fn of(corpus: Corpus, scope: Scope) -> Self {
        let mut catalogue = Catalogue::new([]);
        let started = Instant::now();
        catalogue.complete(&corpus, scope);
        println!("made in {:.2} s", started.elapsed().as_secs_f64());
        Self { corpus, catalogue }
    }

    fn type_all(&mut self, lines: &[&str], scope: Scope) {
        println!(
            "{:28} {:>9} {:>9} {:>9}  found",
            "line", "first ms", "median", "worst"
        );
        let mut all = Vec::new();
        for line in lines {
            // The best of the rounds: others have the processor too.
            let mut letters = vec![Duration::MAX; line.chars().count()];
            let mut found = 0;
            for _ in 0..ROUNDS {
                for (place, (end, letter)) in line.char_indices().enumerate() {
                    let query = line[..end + letter.len_utf8()].to_owned();
                    let question = Question {
                        query,
                        scope,
                        seen: Vec::new(),
                    };
                    let started = Instant::now();
                    let hits = self.catalogue.answer(&self.corpus, &question, LIMIT);
                    letters[place] = letters[place].min(started.elapsed());
                    found = hits.matching;
                }
                self.forget(scope);
            }
            tell(line, &letters, found);
            all.append(&mut letters);
        }
        tell("all", &all, 0);
    }

    /// Asks for other things, until what was found for the line is forgotten.
    fn forget(&mut self, scope: Scope) {
        for number in 0..30 {
            let question = Question {
                query: format!("'{number}x"),
                scope,
                seen: Vec::new(),
            };
            self.catalogue.answer(&self.corpus, &question, LIMIT);
        }
    }
}

fn tell(line: &str, letters: &[Duration], found: usize) {
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let first = millis(letters[0]);
    let mut sorted = letters.to_vec();
    sorted.sort_unstable();
    let (median, worst) = (sorted[sorted.len() / 2], sorted[sorted.len() - 1]);
    println!(
        "{line:28} {first:9.2} {:9.2} {:9.2}  {found}",
        millis(median),
        millis(worst)
    );
}

/// People, all in one article.
fn corpus_of_names(count: usize) -> Corpus {
    let names: Vec<String> = match env::var_os("NEWSREADER_NAMES") {
        Some(path) => {
            let names = std::fs::read_to_string(path).expect("a file of names");
            names.lines().take(count).map(str::to_owned).collect()
        }
        None => {
            let mut chance = made::Chance::new(1);
            (0..count).map(|_| chance.name()).collect()
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
    corpus.settle();
    corpus
}

/// Texts of about three thousand bytes, with no analysis.
fn corpus_of_texts(count: u32) -> Corpus {
    let mut chance = made::Chance::new(7);
    let paragraphs = paragraphs(&mut chance);
    let articles = (0..count).map(|number| {
        let mut document = Document::given(&format!("text-{number}"), "", None);
        document.headline = format!("{} {}", chance.word(), chance.word());
        while document.text.len() < 2_900 {
            document
                .text
                .push_str(&paragraphs[chance.below(paragraphs.len())]);
            // What no other text says, as names and numbers are.
            document.text.push_str(&format!(
                " {} {}.\n\n",
                chance.name(),
                chance.below(1 << 20)
            ));
        }
        (ArticleId(number), document, Analysis::default())
    });
    let mut corpus = Corpus::default();
    corpus.absorb(articles.collect());
    corpus.settle();
    corpus
}

/// Paragraphs of a folder's texts, or made ones whose words are as common as Zipf says.
fn paragraphs(chance: &mut made::Chance) -> Vec<String> {
    let Some(folder) = env::var_os("NEWSREADER_BENCH_FOLDER") else {
        let words: Vec<String> = (0..20_000).map(|_| chance.word()).collect();
        let paragraph = |chance: &mut made::Chance| {
            let words = (0..80).map(|_| {
                let rank = chance.below(words.len()) * chance.below(words.len()) / words.len();
                words[rank * rank / words.len()].as_str()
            });
            words.collect::<Vec<_>>().join(" ")
        };
        return (0..50_000).map(|_| paragraph(chance)).collect();
    };
    let request = Request::from_argument(std::path::Path::new(&folder));
    let loaded = load::all(vec![request], &Options::default()).articles;
    let paragraphs = loaded.iter().flat_map(|(_, document, _)| {
        let paragraphs = document.paragraphs.iter();
        paragraphs.map(|paragraph| paragraph.span.of(&document.text).to_owned())
    });
    paragraphs
        .filter(|paragraph| paragraph.len() > 80)
        .collect()
}
