//! From the key to the frame, on a pile of a hundred thousand articles.
//!
//! Run it with `cargo bench --bench reader`. `NEWSREADER_BENCH_ARTICLES` says
//! how many articles. They are varied from the texts of the folder that
//! `NEWSREADER_BENCH_FOLDER` names and read by the real loader on two threads;
//! without it they are made with their analysis, five reports each. With
//! `NEWSREADER_BENCH_PILE` the varied texts are left in that directory, to be
//! opened in the reader itself.
//!
//! Every time is of one press: update, what it asks of the world, and the
//! frame drawn on a screen of 120 by 40.

#![expect(clippy::print_stdout, reason = "a bench tells whoever runs it")]

#[expect(dead_code, reason = "other benches want a corpus at once")]
mod made;
#[path = "reader/presses.rs"]
mod presses;
#[path = "reader/table.rs"]
mod table;
#[path = "reader/varied.rs"]
mod varied;

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use newsreader::app::loading::{Advance, Arrival};
use newsreader::app::{Action, App, Effect, Message, Settings};
use newsreader::corpus::Corpus;
use newsreader::corpus::search::{Catalogue, Scope};
use newsreader::load::{self, Options, Progress};
use newsreader::source::Request;
use newsreader::view;
use newsreader::view::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use table::Table;

/// The screen everything is drawn on.
const SIZE: (u16, u16) = (120, 40);

/// How many answers the find box asks for.
const LIMIT: usize = 200;

fn main() {
    let count = env::var("NEWSREADER_BENCH_ARTICLES");
    let count = count.ok().and_then(|count| count.parse().ok());
    let articles = articles(count.unwrap_or(100_000));
    let found = articles.len();
    let started = Instant::now();
    let mut growing = Corpus::default();
    growing.absorb(articles);
    growing.settle();
    tell("people and events joined", started);
    let corpus = Arc::new(growing.hand_over());
    println!(
        "{} articles, {} people, {} events",
        corpus.article_count(),
        corpus.people().len(),
        corpus.events().len()
    );
    let started = Instant::now();
    corpus.prepare();
    corpus.make_ready();
    tell("orders and words made ready", started);
    let mut desk = Desk::open(corpus, found);
    let mut table = Table::default();
    presses::all(&mut desk, &mut table);
    table.print();
    println!("peak memory {:.0} MB", peak_memory() / 1e6);
}

fn tell(what: &str, started: Instant) {
    println!("{what:32} {:8.2} s", started.elapsed().as_secs_f64());
}

/// Makes the articles, or varies and reads those of a folder.
fn articles(count: u32) -> Vec<Arrival> {
    let started = Instant::now();
    let Some(folder) = env::var_os("NEWSREADER_BENCH_FOLDER") else {
        let articles = (0..count).map(made::article).collect();
        tell("articles made", started);
        return articles;
    };
    let spare = tempfile::tempdir().expect("a directory for the pile");
    let kept = env::var_os("NEWSREADER_BENCH_PILE").map(PathBuf::from);
    let pile = kept.unwrap_or_else(|| spare.path().to_owned());
    fs::create_dir_all(&pile).expect("the pile can be written");
    varied::write(&PathBuf::from(folder), count, &pile);
    tell("texts varied and written", started);
    let started = Instant::now();
    let options = Options {
        workers: NonZero::new(2),
        ..Options::default()
    };
    let loaded = load::all(vec![Request::from_argument(&pile)], &options);
    tell("texts read and understood", started);
    loaded.articles
}

/// The most memory this process ever had, in bytes.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) * 1024.0
}

/// The app with its screen and what answers it.
pub struct Desk {
    pub app: App,
    theme: Theme,
    terminal: Terminal<TestBackend>,
    catalogue: Catalogue,
}

impl Desk {
    fn open(corpus: Arc<Corpus>, found: usize) -> Self {
        let started = Instant::now();
        let actions = Action::ALL.iter();
        let actions = actions.map(|action| (action.name(), action.help()));
        let mut catalogue = Catalogue::new(actions);
        catalogue.complete(&corpus, Scope::Everything);
        tell("index of the find box", started);
        let started = Instant::now();
        catalogue.complete(&corpus, Scope::Text);
        tell("index of the full text", started);
        let backend = TestBackend::new(SIZE.0, SIZE.1);
        let mut desk = Self {
            app: App::new(Settings::default(), SIZE),
            theme: Theme::dark(),
            terminal: Terminal::new(backend).expect("a test terminal never fails"),
            catalogue,
        };
        let progress = vec![Progress::Discovered(found), Progress::Finished];
        desk.app.update(Message::Loading(Advance::part(progress).0));
        let started = Instant::now();
        desk.app.update(Message::Gathered(corpus));
        tell("corpus taken over by the app", started);
        let started = Instant::now();
        desk.draw();
        tell("the frame after that", started);
        desk
    }

    fn draw(&mut self) {
        self.terminal
            .draw(|frame| view::draw(&self.app, &self.theme, frame))
            .expect("a test terminal never fails");
    }

    /// Lets a key be pressed; returns how long its frame took, and how long the
    /// answer's frame where something was searched for.
    pub fn press(&mut self, key: &str) -> (Duration, Option<Duration>) {
        let key = key.parse().expect("a key");
        let started = Instant::now();
        let effects = self.app.update(Message::Key(key));
        self.draw();
        let shown = started.elapsed();
        let mut asked = None;
        for effect in effects {
            if let Effect::Search(question) = effect {
                asked = Some(question);
            }
        }
        let answered = asked.map(|question| {
            let started = Instant::now();
            let corpus = &self.app.corpus;
            let hits = self.catalogue.answer(corpus, &question, LIMIT);
            self.app.update(Message::Found(hits));
            self.draw();
            started.elapsed()
        });
        (shown, answered)
    }

    /// Returns the screen as text, to see that a press did what it is to do.
    pub fn shown(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let rows = buffer.content.chunks(usize::from(SIZE.0));
        let rows = rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>());
        rows.collect::<Vec<_>>().join("\n")
    }
}
