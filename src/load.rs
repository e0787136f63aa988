//! Runs source, document and analysis on worker threads.
//!
//! What is found is numbered in the order of discovery, so that ids do not
//! depend on which worker ends first; a skipped input keeps its number to
//! itself. A worker's panic costs one document. Nothing is held back: what a
//! worker has finished goes to the sink at once or in the next small batch, and
//! a sink that blocks makes the workers wait.

mod queue;

use std::num::NonZero;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::analysis::{Analysis, Lexicon, analyse};
use crate::casefile::DocumentKey;
use crate::corpus::ArticleId;
use crate::document::Document;
use crate::source::walk::walk;
use crate::source::{Origin, Raw, Request};

use queue::Queue;

/// A worker reports when it has so many results …
const LARGEST_BATCH: usize = 64;

/// … or when its last report is so long ago: a frame at thirty a second.
const LONGEST_SILENCE: Duration = Duration::from_millis(33);

/// How to read what is found.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The publication date of documents that state none.
    pub date: Option<NaiveDate>,
    /// The publication dates the reader has given documents.
    pub set_dates: FxHashMap<DocumentKey, NaiveDate>,
    /// How many threads read; `None` for as many as the machine has.
    pub workers: Option<NonZero<usize>>,
}

/// An input that could not be opened, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub origin: Origin,
    /// A plain sentence without the origin in it.
    pub reason: String,
}

/// What the loader says while it works.
#[derive(Debug)]
pub enum Progress {
    /// This many inputs have been found so far.
    Discovered(usize),
    Loaded {
        article: ArticleId,
        document: Box<Document>,
        analysis: Box<Analysis>,
    },
    Skipped(Skipped),
    /// Nothing more will come.
    Finished,
}

/// What came of a blocking load.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In order of their numbers.
    pub articles: Vec<(ArticleId, Document, Analysis)>,
    /// In order of their origins.
    pub skipped: Vec<Skipped>,
}

/// Reads everything asked for and hands it to `sink` in batches, from several threads.
///
/// Blocks until all is read, or until the sink returns [`ControlFlow::Break`].
/// The last batch ends with [`Progress::Finished`] unless the sink broke off.
pub fn load<S>(requests: Vec<Request>, options: &Options, sink: S)
where
    S: Fn(Vec<Progress>) -> ControlFlow<()> + Sync,
{
    let queue = Queue::default();
    let workers = options
        .workers
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| work(&queue, options, &sink));
        }
        discover(requests, &queue, &sink);
    });
    if !queue.is_stopped() {
        // nobody is left to stop
        let _ = sink(vec![Progress::Finished]);
    }
}

/// Reads everything asked for and returns it whole.
pub fn all(requests: Vec<Request>, options: &Options) -> Loaded {
    let loaded = Mutex::new(Loaded::default());
    load(requests, options, |batch| {
        let mut loaded = loaded.lock().expect("no sink panics");
        for progress in batch {
            match progress {
                Progress::Loaded {
                    article,
                    document,
                    analysis,
                } => loaded.articles.push((article, *document, *analysis)),
                Progress::Skipped(skipped) => loaded.skipped.push(skipped),
                Progress::Discovered(_) | Progress::Finished => {}
            }
        }
        ControlFlow::Continue(())
    });
    let mut loaded = loaded.into_inner().expect("no sink panics");
    loaded.articles.sort_by_key(|(article, ..)| *article);
    loaded
        .skipped
        .sort_by(|one, other| one.origin.cmp(&other.origin));
    loaded
}

/// Finds and numbers inputs on the calling thread.
fn discover<S>(requests: Vec<Request>, queue: &Queue, sink: &S)
where
    S: Fn(Vec<Progress>) -> ControlFlow<()>,
{
    let mut reporter = Reporter::new(queue, sink);
    let mut count = 0;
    for found in walk(requests) {
        match found {
            Ok(origin) => {
                queue.push((ArticleId(count), origin));
                count += 1;
            }
            Err((origin, error)) => reporter.add(Progress::Skipped(Skipped {
                origin,
                reason: error.to_string(),
            })),
        }
        if reporter.is_due() {
            reporter.add(Progress::Discovered(count as usize));
            reporter.flush();
        }
        if queue.is_stopped() {
            break;
        }
    }
    queue.close();
    reporter.add(Progress::Discovered(count as usize));
}

/// Reads what the queue holds until it is closed and empty.
fn work<S>(queue: &Queue, options: &Options, sink: &S)
where
    S: Fn(Vec<Progress>) -> ControlFlow<()>,
{
    let mut reporter = Reporter::new(queue, sink);
    while let Some((article, origin)) = queue.pop(|| reporter.flush()) {
        reporter.add(open(article, origin, options));
    }
}

/// Reads one input; whatever goes wrong costs this one only.
fn open(article: ArticleId, origin: Origin, options: &Options) -> Progress {
    match fenced(|| read(&origin, options)) {
        Ok((document, analysis)) => Progress::Loaded {
            article,
            document,
            analysis,
        },
        Err(reason) => {
            tracing::warn!(%origin, reason, "skipped");
            Progress::Skipped(Skipped { origin, reason })
        }
    }
}

/// Turns a panic into a reason: the other documents are none the worse for it.
fn fenced<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("newsreader failed on this text; please report it".to_owned()))
}

fn read(origin: &Origin, options: &Options) -> Result<(Box<Document>, Box<Analysis>), String> {
    let raw = Raw::read(origin).map_err(|error| error.to_string())?;
    let mut document = Document::read(&raw).map_err(|error| error.to_string())?;
    if let Some(date) = options.date {
        document.assume_published(date);
    }
    if !options.set_dates.is_empty() {
        let set = options.set_dates.get(&DocumentKey::of(&document));
        document.set_published(set.copied());
    }
    let analysis = analyse(&document, Lexicon::english());
    Ok((Box::new(document), Box::new(analysis)))
}

/// Collects what one thread has to say until it is worth saying.
struct Reporter<'a, S>
where
    S: Fn(Vec<Progress>) -> ControlFlow<()>,
{
    queue: &'a Queue,
    sink: &'a S,
    batch: Vec<Progress>,
    last: Instant,
}

impl<'a, S> Reporter<'a, S>
where
    S: Fn(Vec<Progress>) -> ControlFlow<()>,
{
    fn new(queue: &'a Queue, sink: &'a S) -> Self {
        Self {
            queue,
            sink,
            batch: Vec::new(),
            last: Instant::now(),
        }
    }

    fn is_due(&self) -> bool {
        self.batch.len() >= LARGEST_BATCH || self.last.elapsed() >= LONGEST_SILENCE
    }

    fn add(&mut self, progress: Progress) {
        self.batch.push(progress);
        if self.is_due() {
            self.flush();
        }
    }

    /// Hands the batch over; a sink that breaks off stops all threads.
    fn flush(&mut self) {
        self.last = Instant::now();
        if self.batch.is_empty() || self.queue.is_stopped() {
            return;
        }
        if (self.sink)(std::mem::take(&mut self.batch)).is_break() {
            self.queue.stop();
        }
    }
}

impl<S> Drop for Reporter<'_, S>
where
    S: Fn(Vec<Progress>) -> ControlFlow<()>,
{
    fn drop(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_one_document_lost() {
        let outcome: Result<(), String> = fenced(|| panic!("on purpose"));
        assert!(
            outcome
                .expect_err("it failed")
                .contains("failed on this text")
        );
        assert_eq!(fenced(|| Ok(1)), Ok(1));
    }
}
