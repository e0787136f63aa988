//! The loop: messages in, one draw, effects out. Owns threads and channels.
//!
//! The order of the start is the promise of speed: terminal, first frame, then
//! threads. After that everything waiting is taken in before one frame is
//! drawn, at once after a key, otherwise at most thirty times a second.

pub mod config;
mod editor;
mod gather;
mod keep;
mod listen;
mod pipe;
mod search;
pub mod setup;
mod suggest;

use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::loading::Advance;
use crate::app::{App, Effect, Message, Settings};
use crate::load::{self, Skipped};
use crate::source::Request;
use crate::terminal::{self, Session};
use crate::view;
use crate::view::themes::Themes;

use gather::{Gatherer, Work};
use keep::Keeper;
use listen::Listener;
use pipe::Pipe;
use search::Searcher;
use suggest::Suggester;

/// The shortest time between two frames that no key asked for.
const FRAME: Duration = Duration::from_millis(33);

/// How long nothing must happen for a moment to have passed.
const MOMENT: Duration = Duration::from_secs(1);

/// How many messages may wait; a loader faster than the app waits with them.
const WAITING: usize = 64;

/// How the reader ended.
#[derive(Debug)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// There was nothing to read: why, for each input.
    NothingOpened(Vec<Skipped>),
}

/// What came over the channel.
enum Input {
    Message(Message),
    /// The terminal is gone, or the system wants the program to end.
    Ended,
}

/// Runs the reader until the user quits or nothing could be opened.
///
/// # Errors
/// When the terminal cannot be taken or is gone.
pub fn reader(
    requests: Vec<Request>,
    options: load::Options,
    settings: Settings,
    themes: &Themes,
) -> io::Result<Ending> {
    let mut session = Session::enter(settings.mouse)?;
    let mut app = App::new(settings, session.size()?);
    draw(&app, themes, &mut session)?;
    let (sender, inputs) = sync_channel(WAITING);
    let listener = Listener::start(sender.clone());
    end_on_signals(sender.clone())?;
    let gatherer = Gatherer::start(sender.clone());
    let keeper = Keeper::open(&mut app, &gatherer);
    let options = load::Options {
        set_dates: app.case.set_dates(),
        ..options
    };
    let loads = Arc::new(AtomicBool::new(true));
    begin_loading(
        requests,
        options,
        sender.clone(),
        gatherer.clone(),
        Arc::clone(&loads),
    );
    let mut run = Run {
        loads,
        gatherer,
        keeper,
        searcher: Searcher::start(sender.clone()),
        suggester: Suggester::new(sender.clone()),
        listener,
        pipe: Pipe::new(sender),
        quits: false,
    };
    let mut drawn = Instant::now();
    let mut stale = false;
    while !run.quits {
        let wait = if stale {
            FRAME.saturating_sub(drawn.elapsed())
        } else {
            MOMENT
        };
        let taken = run.take_in(&mut app, &mut session, &inputs, wait)?;
        if app.loading.is_finished() && app.loading.read_count() == 0 {
            return Ok(Ending::NothingOpened(app.loading.skipped));
        }
        stale |= taken != Taken::Nothing;
        if taken == Taken::Key || stale && drawn.elapsed() >= FRAME {
            draw(&app, themes, &mut session)?;
            drawn = Instant::now();
            stale = false;
        }
    }
    Ok(Ending::Quit)
}

/// Draws a frame in the theme the app has chosen.
fn draw(app: &App, themes: &Themes, session: &mut Session) -> io::Result<()> {
    let theme = themes.get(app.themes.chosen());
    session.draw(|frame| view::draw(app, theme, frame))
}

/// What was taken in; a key wants to be seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Taken {
    Nothing,
    Message,
    Key,
}

struct Run {
    /// Whether the loader is to go on.
    loads: Arc<AtomicBool>,
    searcher: Searcher,
    suggester: Suggester,
    gatherer: Gatherer,
    keeper: Keeper,
    listener: Listener,
    pipe: Pipe,
    quits: bool,
}

impl Run {
    /// Waits for a message and takes in all that wait with it.
    fn take_in(
        &mut self,
        app: &mut App,
        session: &mut Session,
        inputs: &Receiver<Input>,
        wait: Duration,
    ) -> io::Result<Taken> {
        let first = match inputs.recv_timeout(wait) {
            Ok(input) => input,
            Err(RecvTimeoutError::Timeout) if wait < MOMENT => return Ok(Taken::Nothing),
            Err(RecvTimeoutError::Timeout) => Input::Message(match size_missed(app, session)? {
                Some(resize) => resize,
                None => Message::Tick,
            }),
            Err(RecvTimeoutError::Disconnected) => Input::Ended,
        };
        let mut taken = self.handle(first, app, session)?;
        while let Ok(input) = inputs.try_recv() {
            taken = taken.max(self.handle(input, app, session)?);
        }
        Ok(taken)
    }

    fn handle(&mut self, input: Input, app: &mut App, session: &mut Session) -> io::Result<Taken> {
        let Input::Message(message) = input else {
            self.quits = true;
            for effect in app.end() {
                self.grant(effect, app, session)?;
            }
            return Ok(Taken::Key);
        };
        let keyed = matches!(
            message,
            Message::Key(_) | Message::Paste(_) | Message::Mouse(_) | Message::Resize { .. }
        );
        let gathered = matches!(message, Message::Gathered(_));
        if let Message::Resize { columns, rows } = message {
            session.resize(columns, rows)?;
        }
        let news = match message {
            Message::Tick => self.keeper.look(&self.gatherer),
            _ => None,
        };
        for message in [Some(message), news].into_iter().flatten() {
            for effect in app.update(message) {
                self.grant(effect, app, session)?;
            }
        }
        if gathered && app.loading.is_finished() {
            self.searcher.prepare(&app.corpus);
        }
        Ok(if keyed { Taken::Key } else { Taken::Message })
    }

    fn grant(&mut self, effect: Effect, app: &mut App, session: &mut Session) -> io::Result<()> {
        match effect {
            Effect::Quit => self.quits = true,
            Effect::Search(question) => self.searcher.ask(&app.corpus, question),
            Effect::Suggest => self.suggester.ask(&app.corpus),
            Effect::Reanalyse { article, published } => {
                self.gatherer.ask(Work::Date { article, published });
            }
            Effect::Store(change) => self.keeper.keep(&change, app, &self.gatherer),
            Effect::Copy(text) => terminal::copy(&text)?,
            Effect::OpenUrl(url) => {
                if let Err(reason) = open_url(&url) {
                    app.update(Message::Said(reason));
                }
            }
            Effect::Pipe { command, text } => self.pipe.start(&command, text),
            Effect::StopPipe => self.pipe.stop(),
            Effect::Edit { path, code_point } => self.edit(&path, code_point, app, session)?,
            Effect::UseMouse(user) => terminal::use_mouse(user)?,
            Effect::Redraw => {
                let (columns, rows) = session.size()?;
                session.resize(columns, rows)?;
            }
            Effect::Cancel => self.loads.store(false, Ordering::Relaxed),
            Effect::Suspend => {
                session.suspend(app.mouse_use())?;
                let (columns, rows) = session.size()?;
                app.update(Message::Resize { columns, rows });
            }
        }
        Ok(())
    }

    /// Gives the terminal to the user's editor, and takes it again.
    fn edit(
        &mut self,
        path: &Path,
        code_point: usize,
        app: &mut App,
        session: &mut Session,
    ) -> io::Result<()> {
        let command = editor::command(path, code_point);
        self.listener.pause();
        let edited = session.lend(app.mouse_use(), || editor::run(command));
        self.listener.resume();
        if let Err(reason) = edited? {
            app.update(Message::Said(reason));
        }
        let (columns, rows) = session.size()?;
        app.update(Message::Resize { columns, rows });
        Ok(())
    }
}

/// The size of the screen, where the app believes in another: a change in the
/// first moment, before the terminal is listened to, is told by nobody.
fn size_missed(app: &App, session: &Session) -> io::Result<Option<Message>> {
    let size = session.size()?;
    let (columns, rows) = size;
    Ok((size != app.size).then_some(Message::Resize { columns, rows }))
}

/// Ends the program in order when the system asks for it.
fn end_on_signals(sender: SyncSender<Input>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = sender.send(Input::Ended);
        }
    });
    Ok(())
}

/// Starts the loader: what it reads goes to the gatherer, how far it is to the app.
fn begin_loading(
    requests: Vec<Request>,
    options: load::Options,
    sender: SyncSender<Input>,
    gatherer: Gatherer,
    loads: Arc<AtomicBool>,
) {
    thread::spawn(move || {
        load::load(requests, &options, |batch| {
            let (advance, arrivals) = Advance::part(batch);
            let is_last = advance.is_last();
            let told = sender.send(Input::Message(Message::Loading(advance)));
            gatherer.ask(Work::Arrivals { arrivals, is_last });
            if told.is_ok() && loads.load(Ordering::Relaxed) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
        if !loads.load(Ordering::Relaxed) {
            let arrivals = Vec::new();
            let is_last = true;
            gatherer.ask(Work::Arrivals { arrivals, is_last });
            // Nobody listens any more when the program is ending.
            let _ = sender.send(Input::Message(Message::Loading(Advance::stopped())));
        }
    });
}

/// Opens an address with the desktop's own program, without a shell between.
fn open_url(url: &str) -> Result<(), String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web
        || url
            .chars()
            .any(|letter| letter.is_control() || letter.is_whitespace())
    {
        return Err(format!("“{url}” is no web address and was not opened"));
    }
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    match command.spawn() {
        Ok(mut child) => {
            thread::spawn(move || child.wait());
            Ok(())
        }
        Err(error) => Err(format!(
            "{program} could not be started to open {url}: {error}"
        )),
    }
}
