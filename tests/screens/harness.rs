//! Plays keys into an app over the built-in samples and shows the screen.
//!
//! What the app asks of the world is granted at once, on this thread.

use std::sync::{Arc, OnceLock};

use newsreader::analysis::{Lexicon, analyse};
use newsreader::app::key::{Code, Key};
use newsreader::app::loading::Advance;
use newsreader::app::{Action, App, Effect, Message, Settings};
use newsreader::corpus::search::Catalogue;
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::Document;
use newsreader::load::{self, Loaded, Options, Progress, Skipped};
use newsreader::source::{Origin, Request};
use newsreader::view;
use newsreader::view::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// An app at a screen of its own.
pub struct Stage {
    pub app: App,
    theme: Theme,
    terminal: Terminal<TestBackend>,
    gathering: Corpus,
    /// What was asked of the world and is not granted here.
    pub asked: Vec<Effect>,
}

fn samples() -> Vec<Progress> {
    static SAMPLES: OnceLock<Loaded> = OnceLock::new();
    let loaded = SAMPLES.get_or_init(|| load::all(vec![Request::Samples], &Options::default()));
    let articles = loaded.articles.iter().cloned();
    articles
        .map(|(article, document, analysis)| Progress::Loaded {
            article,
            document: Box::new(document),
            analysis: Box::new(analysis),
        })
        .collect()
}

impl Stage {
    /// The samples, all read, on a screen of so many columns and rows.
    pub fn new(columns: u16, rows: u16) -> Self {
        let mut stage = Self::empty(columns, rows);
        let mut progress = samples();
        progress.insert(0, Progress::Discovered(progress.len()));
        progress.push(Progress::Finished);
        stage.load(progress);
        stage
    }

    /// One text, published on a day or undated.
    pub fn given(columns: u16, rows: u16, text: &str, published: Option<&str>) -> Self {
        let published = published.map(|date| date.parse().expect("a date"));
        let document = Document::given("given", text, published);
        let analysis = analyse(&document, Lexicon::english());
        let mut stage = Self::empty(columns, rows);
        stage.load(vec![
            Progress::Discovered(1),
            Progress::Loaded {
                article: ArticleId(0),
                document: Box::new(document),
                analysis: Box::new(analysis),
            },
            Progress::Finished,
        ]);
        stage
    }

    /// Nothing read yet.
    pub fn empty(columns: u16, rows: u16) -> Self {
        let backend = TestBackend::new(columns, rows);
        Self {
            app: App::new(Settings::default(), (columns, rows)),
            theme: Theme::dark(),
            terminal: Terminal::new(backend).expect("a test terminal never fails"),
            gathering: Corpus::default(),
            asked: Vec::new(),
        }
    }

    #[must_use]
    pub fn with_theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// Half of the samples, and a file that could not be read.
    pub fn loading(columns: u16, rows: u16) -> Self {
        let mut stage = Self::empty(columns, rows);
        let mut progress = samples();
        progress.truncate(1);
        progress.insert(0, Progress::Discovered(2_084));
        progress.push(Progress::Skipped(Skipped {
            origin: Origin::File("pile/photo.jpg".into()),
            reason: "this is not text".to_owned(),
        }));
        stage.load(progress);
        stage
    }

    /// Takes in what a loader says, and shows what has been gathered of it.
    pub fn load(&mut self, progress: Vec<Progress>) {
        let (advance, arrivals) = Advance::part(progress);
        self.gathering.absorb(arrivals);
        if advance.is_last() {
            self.gathering.settle();
        }
        self.send(Message::Loading(advance));
        self.show();
    }

    fn show(&mut self) {
        if self.gathering.generation() != self.app.corpus.generation() {
            let gathered = Arc::new(self.gathering.hand_over());
            self.send(Message::Gathered(gathered));
        }
    }

    /// Lets something happen, and grants what can be granted.
    pub fn send(&mut self, message: Message) {
        for effect in self.app.update(message) {
            match effect {
                Effect::Search(question) => {
                    let actions = Action::ALL.iter();
                    let actions = actions.map(|action| (action.name(), action.help()));
                    let mut catalogue = Catalogue::new(actions);
                    catalogue.complete(&self.app.corpus, question.scope);
                    let hits = catalogue.answer(&self.app.corpus, &question, 200);
                    self.send(Message::Found(hits));
                }
                Effect::Suggest => {
                    self.app.corpus.suggestions();
                    self.send(Message::Suggested);
                }
                Effect::Reanalyse { article, published } => {
                    let found = self.app.corpus.article(article).expect("it is there");
                    let mut document = (*found.document).clone();
                    document.set_published(published);
                    let analysis = analyse(&document, Lexicon::english());
                    self.gathering.absorb(vec![(article, document, analysis)]);
                    self.show();
                }
                Effect::Quit
                | Effect::Suspend
                | Effect::Redraw
                | Effect::Cancel
                | Effect::Store(_)
                | Effect::Copy(_)
                | Effect::OpenUrl(_)
                | Effect::Pipe { .. }
                | Effect::StopPipe
                | Effect::Edit { .. }
                | Effect::UseMouse(_) => self.asked.push(effect),
            }
        }
    }

    /// Plays keys written like "j j enter / treaty enter": what names no key is typed.
    pub fn press(&mut self, keys: &str) {
        for word in keys.split_whitespace() {
            match word.parse::<Key>() {
                Ok(key) => self.send(Message::Key(key)),
                Err(_) => {
                    for letter in word.chars() {
                        self.send(Message::Key(Key::plain(Code::Char(letter))));
                    }
                }
            }
        }
    }

    /// Draws, and returns the cells.
    pub fn buffer(&mut self) -> &Buffer {
        self.terminal
            .draw(|frame| view::draw(&self.app, &self.theme, frame))
            .expect("a test terminal never fails");
        self.terminal.backend().buffer()
    }

    /// Draws, and returns the rows as text.
    pub fn shown(&mut self) -> String {
        let buffer = self.buffer();
        let columns = usize::from(buffer.area.width).max(1);
        let rows = buffer.content.chunks(columns);
        let rows = rows.map(|row| {
            let row: String = row.iter().map(|cell| cell.symbol()).collect();
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Changes the size of the screen under the app.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.terminal
            .autoresize()
            .expect("a test terminal never fails");
        self.send(Message::Resize { columns, rows });
    }
}

/// The screen after some keys.
pub fn screen(size: (u16, u16), keys: &str) -> String {
    let mut stage = Stage::new(size.0, size.1);
    stage.press(keys);
    stage.shown()
}
