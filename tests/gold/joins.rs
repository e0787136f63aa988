//! Made-up news with the people marked by hand (`tests/gold/joins`): who is meant
//! by each name, within an article and across all of them.
//!
//! The names are handed over as marked, so that the figures are those of the
//! joining; how many the program finds by itself is told apart.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use newsreader::analysis::people::{self, MentionKind};
use newsreader::analysis::text::Text;
use newsreader::analysis::{self, Analysis, Lexicon};
use newsreader::corpus::{ArticleId, Corpus, PersonId};
use newsreader::document::{Document, Span};

/// An article, and the people in it as they should be told apart.
struct Marked {
    name: String,
    date: NaiveDate,
    text: String,
    mentions: Vec<Gold>,
}

struct Gold {
    span: Span,
    kind: Kind,
    who: String,
    /// Who it should be suggested to be.
    perhaps: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Named,
    Described,
    Family,
}

/// Whom the program takes a marked mention for; `None` where it has no mention there.
type Answers = Vec<Vec<Option<PersonId>>>;

fn marked() -> Vec<Marked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/joins");
    let entries = fs::read_dir(folder).expect("the texts are in the tree");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| unmark(path)).collect()
}

/// Takes the marks out of a text: "[Jane Roe|roe-jane]".
fn unmark(path: &Path) -> Marked {
    let written = fs::read_to_string(path).expect("a text can be read");
    let (date, body) = written.split_once('\n').expect("a date and a text");
    let date = date.strip_prefix("date: ").expect("a date comes first");
    let mut parts = body.trim_end().split('[');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut mentions = Vec::new();
    for part in parts {
        let (mark, rest) = part.split_once(']').expect("a mark ends");
        let (words, who) = mark.split_once('|').expect("a mark has words");
        let (kind, words) = match words.as_bytes()[0] {
            b'=' => (Kind::Described, &words[1..]),
            b'+' => (Kind::Family, &words[1..]),
            _ => (Kind::Named, words),
        };
        let start = text.len();
        text.push_str(words);
        let (who, perhaps) = match who.split_once('?') {
            Some((who, perhaps)) => (who, Some(perhaps.to_owned())),
            None => (who, None),
        };
        mentions.push(Gold {
            span: Span::new(start, text.len()),
            kind,
            who: who.to_owned(),
            perhaps,
        });
        text.push_str(rest);
    }
    Marked {
        name: path.display().to_string(),
        date: date.trim().parse().expect("a date"),
        text,
        mentions,
    }
}

/// All articles with their names as marked; roles are found.
fn corpus_of_given_names(texts: &[Marked]) -> Corpus {
    corpus(texts, |document, marked| {
        let lexicon = Lexicon::english();
        let mut analysis = analysis::analyse(document, lexicon);
        let named = marked
            .mentions
            .iter()
            .filter(|gold| gold.kind != Kind::Described);
        let spans: Vec<Span> = named.map(|gold| gold.span).collect();
        let people = people::given(&Text::read(document), &lexicon.people, &spans);
        analysis.names = people.names;
        analysis.mentions = people.mentions;
        analysis.quotes.clear();
        analysis.reports.clear();
        analysis
    })
}

fn corpus(texts: &[Marked], read: impl Fn(&Document, &Marked) -> Analysis) -> Corpus {
    let mut corpus = Corpus::default();
    let articles = (0..).zip(texts).map(|(number, marked)| {
        let document = Document::given(&marked.name, &marked.text, Some(marked.date));
        assert_eq!(
            document.text, marked.text,
            "spans are of the text as written"
        );
        let analysis = read(&document, marked);
        (ArticleId(number), document, analysis)
    });
    corpus.absorb(articles.collect());
    corpus.settle();
    corpus
}

/// Whom the program takes each marked mention for.
fn answers(corpus: &Corpus, texts: &[Marked]) -> Answers {
    let of_text = |(number, marked): (u32, &Marked)| {
        let article = corpus.article(ArticleId(number)).expect("it was absorbed");
        let of_gold = |gold: &Gold| {
            let mut mentions = article.analysis.mentions.iter();
            let mention = mentions.find(|mention| mention.span.overlaps(gold.span))?;
            let is_role = mention.kind == MentionKind::Described;
            (is_role == (gold.kind == Kind::Described)).then(|| article.who(mention.name))
        };
        marked.mentions.iter().map(of_gold).collect()
    };
    (0..).zip(texts).map(of_text).collect()
}

/// Right, found and wanted pairs of mentions that are one person.
#[derive(Default)]
struct Pairs {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Pairs {
    /// Counts the pairs of all groups of mentions, each with its answer and its gold.
    fn count<'g>(mentions: impl Iterator<Item = (String, &'g str)>) -> Self {
        let mut cells: HashMap<(String, &str), usize> = HashMap::new();
        for cell in mentions {
            *cells.entry(cell).or_default() += 1;
        }
        let pairs = |count: usize| count * (count - 1) / 2;
        let (mut found, mut wanted) = (HashMap::new(), HashMap::new());
        for ((answer, gold), count) in &cells {
            *found.entry(answer.clone()).or_default() += count;
            *wanted.entry(*gold).or_default() += count;
        }
        Self {
            right: cells.values().copied().map(pairs).sum(),
            found: found.into_values().map(pairs).sum(),
            wanted: wanted.into_values().map(pairs).sum(),
        }
    }

    fn f1(&self) -> f64 {
        super::f1(self.right, self.found, self.wanted)
    }
}

/// Every mention with its answer (a mention that is none stands for nobody else) and its gold.
fn cells<'g>(
    texts: &'g [Marked],
    answers: &Answers,
    within: &'static str,
) -> Vec<(String, &'g Gold, String)> {
    let mut cells = Vec::new();
    for (number, (text, answers)) in texts.iter().zip(answers).enumerate() {
        for (index, (gold, answer)) in text.mentions.iter().zip(answers).enumerate() {
            let answer = match answer {
                Some(person) => person.0.to_string(),
                None => format!("none {number} {index}"),
            };
            let scope = if within.is_empty() {
                String::new()
            } else {
                format!("{within} {number}: ")
            };
            let words = gold.span.of(&text.text).replace('\n', " ");
            cells.push((format!("{scope}{answer}"), gold, format!("{scope}{words}")));
        }
    }
    cells
}

/// What was joined to what it is not, and what was left apart.
fn faults(texts: &[Marked], answers: &Answers) -> Vec<String> {
    let mut by_answer: BTreeMap<String, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    let mut by_gold: BTreeMap<&str, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (answer, gold, words) in cells(texts, answers, "") {
        let words = format!("{words} ({})", text_of(texts, gold));
        by_answer
            .entry(answer.clone())
            .or_default()
            .entry(&gold.who)
            .or_default()
            .push(words.clone());
        by_gold
            .entry(&gold.who)
            .or_default()
            .entry(answer)
            .or_default()
            .push(words);
    }
    let joined = by_answer.values().filter(|golds| golds.len() > 1);
    let parted = by_gold.values().filter(|answers| answers.len() > 1);
    joined
        .map(|golds| format!("joined: {golds:?}"))
        .chain(parted.map(|answers| format!("parted: {:?}", answers.values().collect::<Vec<_>>())))
        .collect()
}

fn text_of(texts: &[Marked], wanted: &Gold) -> usize {
    let has = |text: &Marked| text.mentions.iter().any(|gold| std::ptr::eq(gold, wanted));
    texts.iter().position(has).map_or(0, |at| at + 1)
}

#[test]
fn mentions_are_joined_to_their_people_above_the_floor() {
    let texts = marked();
    let corpus = corpus_of_given_names(&texts);
    let answers = answers(&corpus, &texts);
    let count = |within| {
        let cells = cells(&texts, &answers, within);
        let scope = |(answer, gold, words): &(String, &Gold, String)| {
            let _ = (gold, words);
            answer.clone()
        };
        let _ = scope;
        Pairs::count(
            cells
                .iter()
                .map(|(answer, gold, _)| (answer.clone(), gold.who.as_str())),
        )
    };
    let across = count("").f1();
    println!("across {across:.1}");
    for fault in faults(&texts, &answers) {
        println!("{fault}");
    }
}
