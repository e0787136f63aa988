//! Trains the name model out of marked texts.
//!
//! `cargo run --release --example train-names -- ../shared/gold/people --news ../shared/news`
//! writes `assets/english/names.model`. The same texts give the same bytes.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command that tells how it goes"
)]

mod conll;
mod development;
#[path = "../gold/marks.rs"]
mod marks;
#[path = "../gold/score.rs"]
mod score;
mod standoff;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use marks::{Mark, MarkedText};
use newsreader::analysis::people::model::train::{Entity, Example, Marked, Recipe, train};
use newsreader::analysis::people::{Knowledge, Lists, Model};
use newsreader::document::{Document, Span};
use score::Score;
use standoff::Bylines;

/// Trains the name model out of marked texts.
#[derive(Debug, Parser)]
struct Arguments {
    /// The directory whose `train` holds texts with a token and its tag a line.
    gold: PathBuf,
    /// The directory of news that the labels of `--labels` point into.
    #[arg(long)]
    news: Option<PathBuf>,
    /// Labels by document and offset, a JSON object a line.
    #[arg(long, default_value = "tests/gold/people/news-learn.jsonl")]
    labels: PathBuf,
    /// Where the model goes.
    #[arg(long, default_value = "assets/english/names.model")]
    out: PathBuf,
    /// Leaves sets out, or weighs them otherwise: `gum=0,sec=0.5`.
    #[arg(long, default_value = "")]
    weights: String,
    /// Labels that nothing is learned from, to judge by.
    #[arg(long, default_value = "tests/gold/people/news-judge.jsonl")]
    judge: PathBuf,
    /// Judges the model at `--out` without making it.
    #[arg(long)]
    score_only: bool,
    /// Writes what is wrong there, a file a set.
    #[arg(long)]
    errors: Option<PathBuf>,
    #[arg(long)]
    epochs: Option<usize>,
    #[arg(long)]
    runs: Option<u64>,
    #[arg(long)]
    rate: Option<f32>,
    #[arg(long)]
    rows: Option<usize>,
    #[arg(long)]
    lines: Option<usize>,
    #[arg(long)]
    least: Option<u32>,
}

/// A set of marked texts: its file, what its marks tell, how much it counts.
struct Set {
    name: &'static str,
    marked: Marked,
    weight: f32,
}

const fn set(name: &'static str, marked: Marked, weight: f32) -> Set {
    Set {
        name,
        marked,
        weight,
    }
}

/// The sets, and the weights found best on the development sets.
const SETS: [Set; 12] = [
    set("voa_agree", Marked::Everything, 1.0),
    set("redocred", Marked::Everything, 1.0),
    set("crossner_ai", Marked::Everything, 2.0),
    set("crossner_literature", Marked::Everything, 2.0),
    set("crossner_music", Marked::Everything, 2.0),
    set("crossner_science", Marked::Everything, 2.0),
    set("uner_ewt", Marked::Everything, 2.0),
    set("wnut17", Marked::Everything, 1.0),
    set("btc_a", Marked::Everything, 1.0),
    set("btc_g", Marked::Everything, 1.0),
    set("btc_h", Marked::Everything, 1.0),
    set("sec", Marked::Everything, 1.0),
];

const PERSONS_ONLY: Set = set("gum", Marked::Persons, 0.3);

/// How much a sentence marked by hand in news counts.
const NEWS_WEIGHT: f32 = 3.0;

/// How much one of our own sentences with traps counts; more makes the rest worse.
const TRAP_WEIGHT: f32 = 1.0;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let usual = Recipe::default();
    let recipe = Recipe {
        epochs: arguments.epochs.unwrap_or(usual.epochs),
        runs: arguments.runs.unwrap_or(usual.runs),
        rate: arguments.rate.unwrap_or(usual.rate),
        rows: arguments.rows.unwrap_or(usual.rows),
        lines: arguments.lines.unwrap_or(usual.lines),
        least: arguments.least.unwrap_or(usual.least),
        ..usual
    };
    if !arguments.score_only {
        let bytes = train(&examples(&arguments)?, &Lists::english(), &recipe, |line| {
            eprintln!("{line}")
        });
        fs::write(&arguments.out, bytes)?;
    }
    judge(&arguments)
}

/// Prints how a model does on the development sets and on the labels kept apart.
fn judge(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(&arguments.out)?;
    let knowledge = Knowledge {
        lists: Lists::english(),
        model: Model::read(bytes.leak()),
    };
    for name in DEVELOPMENT {
        let directory = arguments.gold.join("dev").join(name);
        print(
            name,
            &development::score(&directory, &knowledge)?,
            arguments,
        )?;
    }
    if let Some(news) = &arguments.news {
        let labels = standoff::examples(&read(&arguments.judge)?, news, 1.0, Bylines::AreNot)?;
        let mut score = Score::default();
        for example in &labels {
            let within = |span: &Span| {
                let mut parts = example.parts.iter().flatten();
                parts.any(|part| part.contains(*span))
            };
            let mut found = score::found(&example.document, &knowledge);
            found.retain(within);
            let wanted: Vec<Span> = example.names.iter().map(|(span, _)| *span).collect();
            score.add(&example.document.text, &found, &wanted);
        }
        print("news", &score, arguments)?;
    }
    let mut score = Score::default();
    for marked in marks::read(&read(Path::new("tests/gold/people/traps-judge.txt"))?) {
        let document = Document::given("trap", &marked.text, None);
        let wanted = marked
            .names
            .iter()
            .filter(|(_, mark)| *mark != Mark::Byline);
        let wanted: Vec<Span> = wanted.map(|(span, _)| *span).collect();
        score.add(&marked.text, &score::found(&document, &knowledge), &wanted);
    }
    print("traps", &score, arguments)?;
    Ok(())
}

/// The sets that models are compared on.
const DEVELOPMENT: [&str; 4] = ["wikigold", "crossner_politics", "wnut17", "voa_silver"];

fn print(name: &str, score: &Score, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let [exact, overlap] = score.figures();
    println!(
        "{name:18} exact P {:.1} R {:.1} F1 {:.1}   overlap P {:.1} R {:.1} F1 {:.1}",
        exact[0], exact[1], exact[2], overlap[0], overlap[1], overlap[2]
    );
    if let Some(directory) = &arguments.errors {
        fs::create_dir_all(directory)?;
        fs::write(
            directory.join(format!("{name}.txt")),
            score.errors.join("\n"),
        )?;
    }
    Ok(())
}

fn examples(arguments: &Arguments) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for set in SETS.iter().chain([&PERSONS_ONLY]) {
        let weight = weight(&arguments.weights, set.name)?.unwrap_or(set.weight);
        if weight > 0.0 {
            let path = arguments.gold.join(format!("train/{}.conll", set.name));
            let text = read(&path)?;
            examples.extend(conll::examples(&text, set.marked, weight));
        }
    }
    if let Some(news) = &arguments.news {
        let judged = standoff::examples(&read(&arguments.judge)?, news, 1.0, Bylines::AreNot)?;
        leave_out_judged(&mut examples, &judged);
    }
    let traps = read(Path::new("tests/gold/people/traps-learn.txt"))?;
    let trap_weight = weight(&arguments.weights, "traps")?.unwrap_or(TRAP_WEIGHT);
    examples.extend(marks::read(&traps).map(|marked| trap(&marked, trap_weight)));
    if let Some(news) = &arguments.news {
        let weight = weight(&arguments.weights, "news")?.unwrap_or(NEWS_WEIGHT);
        if weight > 0.0 {
            examples.extend(standoff::examples(
                &read(&arguments.labels)?,
                news,
                weight,
                Bylines::AreNames,
            )?);
        }
    }
    Ok(examples)
}

/// Leaves out texts that the labels to judge by point into: GUM has some of them.
fn leave_out_judged(examples: &mut Vec<Example>, judged: &[Example]) {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let judged: Vec<String> = judged
        .iter()
        .map(|example| letters(&example.document.text))
        .collect();
    examples.retain(|example| {
        let words = letters(&example.document.text);
        let middle: String = words.chars().skip(words.len() / 3).take(60).collect();
        middle.chars().count() < 60 || !judged.iter().any(|text| text.contains(&middle))
    });
}

fn trap(marked: &MarkedText, weight: f32) -> Example {
    Example {
        document: Document::given("trap", &marked.text, None),
        names: marked
            .names
            .iter()
            .map(|(span, _)| (*span, Entity::Person))
            .collect(),
        marked: Marked::Persons,
        parts: None,
        weight,
    }
}

/// The weight given for a set on the command line.
fn weight(given: &str, name: &str) -> Result<Option<f32>, Box<dyn Error>> {
    for pair in given.split(',') {
        if let Some((set, weight)) = pair.split_once('=')
            && set == name
        {
            return Ok(Some(weight.parse()?));
        }
    }
    Ok(None)
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}
