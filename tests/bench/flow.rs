//! The whole flow, measured: first frame, fully loaded, memory, and each stage
//! of understanding.
//!
//! Run it with `cargo bench --bench flow`, or a part of it with `cargo bench
//! --bench flow -- start`, `headless` or `stages`. Medians of nine runs in a
//! terminal of 120 by 40 are printed. It reads the samples, and as a
//! large pile the Markdown files of the folder `NEWSREADER_BENCH_FOLDER` names
//! (otherwise `../shared/news/digitalgov` where that exists, otherwise a pile
//! it writes itself). Where `less` is installed it is measured beside, in the
//! same run, because clocks on shared machines swing.

#![expect(clippy::print_stdout, reason = "a bench tells whoever runs it")]

#[expect(dead_code, reason = "the tests need more of the terminal than this")]
#[path = "../terminal/pty.rs"]
mod pty;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, hint};

use newsreader::analysis;
use newsreader::analysis::{Analysis, Lexicon, people, report, text, time};
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::Document;
use portable_pty::CommandBuilder;
use pty::Terminal;

/// Runs of each measurement; the median is printed.
const RUNS: usize = 9;

/// The terminal everything is drawn in.
const SIZE: (u16, u16) = (120, 40);

fn main() {
    let samples = project("seeds");
    let written = tempfile::tempdir().expect("a directory for the pile");
    let pile = pile(written.path());
    let folders = [("the samples", &samples), ("the pile", &pile)];
    // Cargo hands its own options over; words name the parts wanted.
    let named: Vec<String> = env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let wanted = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    if wanted("start") {
        println!("start to screen               first frame   all loaded   peak memory");
        peer(&samples.join("000_1e550ff4c6e3f07d.txt"));
        for (name, folder) in folders {
            start(name, folder);
        }
    }
    if wanted("headless") {
        println!("\nwithout a screen                  to the end");
        for (name, folder) in folders {
            headless(name, folder);
        }
    }
    if wanted("stages") {
        loading();
        stages(&pile);
    }
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The folder of many files to read.
fn pile(spare: &Path) -> PathBuf {
    if let Some(named) = env::var_os("NEWSREADER_BENCH_FOLDER") {
        return named.into();
    }
    let shared = project("../shared/news/digitalgov");
    if shared.is_dir() {
        return shared;
    }
    for number in 0..2000 {
        let path = spare.join(format!("{number:04}.md"));
        fs::write(path, article(number)).expect("the pile can be written");
    }
    spare.to_owned()
}

/// A made-up article with dates and people in it, as long as news is.
fn article(number: usize) -> String {
    let given = ["Anna", "Jean", "Maria", "Peter", "Samira", "Tomas"][number % 6];
    let family = ["Berger", "Costa", "Dlamini", "Farhadi", "Novak"][number % 5];
    let (month, day) = (number % 12 + 1, number % 28 + 1);
    let mut text = format!(
        "---\ntitle: The council meets again, number {number}\ndate: 2021-{month:02}-{day:02}\n---\n"
    );
    for week in 1..30 {
        write!(
            text,
            "{given} {family}, who leads the council, told reporters on Friday that the \
             talks begun {week} weeks ago would go on until next month. “We have time,” \
             {family} said. The last round ended on {day} March 20{:02} without a result.\n\n",
            week % 22
        )
        .expect("a string takes everything");
    }
    text
}

fn median(mut values: Vec<Duration>) -> Duration {
    values.sort_unstable();
    values[values.len() / 2]
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}

/// Starts `less` on one text, as the measure of what a fast program is here.
fn peer(file: &Path) {
    if Command::new("less")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        println!("less is not installed; nothing to compare with");
        return;
    }
    let frames = (0..RUNS).map(|_| {
        let mut command = CommandBuilder::new("less");
        command.arg(file);
        pty::settle(&mut command);
        let started = Instant::now();
        let mut terminal = Terminal::start(command, SIZE.0, SIZE.1);
        terminal.wait("a page of less", has_text);
        let frame = started.elapsed();
        terminal.send("q");
        terminal.wait_for_end();
        frame
    });
    let frame = median(frames.collect());
    println!("{:28} {:>12}", "less, one sample", milliseconds(frame));
}

fn has_text(screen: &vt100::Screen) -> bool {
    !screen.contents().trim().is_empty()
}

/// Opens a folder in the reader and waits until all of it is there.
fn start(name: &str, folder: &Path) {
    let folder = folder.to_string_lossy();
    let (mut frames, mut loads, mut memory) = (Vec::new(), Vec::new(), 0);
    for _ in 0..RUNS {
        let started = Instant::now();
        let mut terminal = Terminal::start(pty::newsreader(&[&folder]), SIZE.0, SIZE.1);
        terminal.wait("a frame", has_text);
        frames.push(started.elapsed());
        terminal.wait("everything loaded", pty::is_loaded);
        loads.push(started.elapsed());
        memory = memory.max(terminal.peak_memory());
        terminal.send("Q");
        terminal.wait_for_end();
    }
    println!(
        "{name:28} {:>12} {:>12} {:>10.1} MB",
        milliseconds(median(frames)),
        milliseconds(median(loads)),
        memory as f64 / 1e6
    );
}

fn headless(name: &str, folder: &Path) {
    let ends = (0..RUNS).map(|_| {
        let started = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_newsreader"))
            .args(["timeline", "--format", "jsonl"])
            .arg(folder)
            .env("NEWSREADER_CONFIG", "")
            .env("NEWSREADER_DATA", "")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(
            status.expect("it runs").code() < Some(2),
            "nothing was read"
        );
        started.elapsed()
    });
    let end = median(ends.collect());
    println!("{name:28} {:>15}", milliseconds(end));
}

/// Times what is made ready before the first text is read.
fn loading() {
    println!("\nmade ready once                  ms");
    let times = |make: &dyn Fn()| {
        let runs = (0..RUNS).map(|_| {
            let start = Instant::now();
            make();
            start.elapsed()
        });
        milliseconds(median(runs.collect()))
    };
    let lists = times(&|| {
        hint::black_box(people::Lists::english());
    });
    let model = times(&|| {
        hint::black_box(people::Model::english());
    });
    println!("{:28} {lists:>11}", "lists of names and words");
    println!("{:28} {model:>11}", "the name model");
}

/// Times each stage of understanding on one core, over all texts of the pile.
fn stages(pile: &Path) {
    let sources = sources(pile);
    let bytes: usize = sources.iter().map(|(_, text)| text.len()).sum();
    let lexicon = Lexicon::english();
    println!(
        "\none core, {} texts, {:.1} MB       MB/s",
        sources.len(),
        bytes as f64 / 1e6
    );
    let documents: Vec<Document> = sources
        .iter()
        .map(|(name, text)| Document::given(name, text, None))
        .collect();
    let texts: Vec<text::Text> = documents.iter().map(text::Text::read).collect();
    let found: Vec<(Vec<time::Timex>, people::People)> = texts
        .iter()
        .zip(&documents)
        .map(|(text, document)| {
            (
                time::find(text, document, &lexicon.time),
                people::find(text, &lexicon.people),
            )
        })
        .collect();
    rate("a document of the source", bytes, || {
        for (name, text) in &sources {
            hint::black_box(Document::given(name, text, None));
        }
    });
    rate("tokens and sentences", bytes, || {
        for document in &documents {
            hint::black_box(text::Text::read(document));
        }
    });
    rate("times", bytes, || {
        for (text, document) in texts.iter().zip(&documents) {
            hint::black_box(time::find(text, document, &lexicon.time));
        }
    });
    rate("people", bytes, || {
        for text in &texts {
            hint::black_box(people::find(text, &lexicon.people));
        }
    });
    rate("reports", bytes, || {
        for ((text, document), (timexes, people)) in texts.iter().zip(&documents).zip(&found) {
            hint::black_box(report::find(
                text,
                document,
                timexes,
                people,
                &lexicon.clauses,
            ));
        }
    });
    rate("analysis, all of it", bytes, || {
        for document in &documents {
            hint::black_box(analysis::analyse(document, lexicon));
        }
    });
    let analyses: Vec<Analysis> = documents
        .iter()
        .map(|document| analysis::analyse(document, lexicon))
        .collect();
    rate("corpus: people and events", bytes, || {
        let mut corpus = Corpus::default();
        let arrivals = documents.iter().cloned().zip(analyses.iter().cloned());
        let numbered = (0..).map(ArticleId).zip(arrivals);
        corpus.absorb(
            numbered
                .map(|(id, (document, analysis))| (id, document, analysis))
                .collect(),
        );
        hint::black_box(corpus.events().len());
    });
}

/// Reads the pile's texts as they are.
fn sources(pile: &Path) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(pile)
        .expect("the pile can be listed")
        .map(|entry| entry.expect("the pile can be listed").path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)))
        .collect()
}

fn rate(name: &str, bytes: usize, work: impl Fn()) {
    work();
    let runs = (0..3).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    let seconds = median(runs.collect()).as_secs_f64();
    println!("{name:28} {:>15.1}", bytes as f64 / seconds / 1e6);
}
