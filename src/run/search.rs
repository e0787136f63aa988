//! Searching beside the loop: the latest question wins.

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::Input;
use crate::app::{Action, Message};
use crate::corpus::Corpus;
use crate::corpus::search::{Catalogue, Job, Question, Scope};

/// How many hits a question is answered with.
const LIMIT: usize = 200;

/// What the worker is asked for.
enum Asked {
    Answer(Question),
    /// Only to be ready for questions to come.
    Readiness,
}

/// Where the latest question waits for the worker, with the corpus it is about.
#[derive(Default)]
struct Desk {
    waiting: Mutex<Option<(Arc<Corpus>, Asked)>>,
    came: Condvar,
}

/// Asks a worker that keeps the catalogue.
pub(super) struct Searcher {
    desk: Arc<Desk>,
}

impl Searcher {
    /// Starts the worker; answers come as messages.
    pub fn start(sender: SyncSender<Input>) -> Self {
        let desk = Arc::new(Desk::default());
        let worker = Worker {
            desk: Arc::clone(&desk),
            sender,
            catalogue: Catalogue::new(
                Action::ALL
                    .iter()
                    .map(|action| (action.name(), action.help())),
            ),
        };
        thread::spawn(move || worker.work());
        Self { desk }
    }

    /// Asks a question in place of any that still waits.
    pub fn ask(&self, corpus: &Arc<Corpus>, question: Question) {
        let asked = Some((Arc::clone(corpus), Asked::Answer(question)));
        *self.desk.lock() = asked;
        self.desk.came.notify_one();
    }

    /// Has what a first question needs made before it is asked, when nothing else waits.
    pub fn prepare(&self, corpus: &Arc<Corpus>) {
        let mut waiting = self.desk.lock();
        if waiting.is_none() {
            *waiting = Some((Arc::clone(corpus), Asked::Readiness));
            self.desk.came.notify_one();
        }
    }
}

struct Worker {
    desk: Arc<Desk>,
    sender: SyncSender<Input>,
    catalogue: Catalogue,
}

impl Worker {
    /// Answers until the program ends.
    fn work(mut self) {
        while self.serve().is_some() {}
    }

    /// Answers the latest question; `None` when the program is ending.
    fn serve(&mut self) -> Option<()> {
        let (corpus, asked) = self.desk.wait();
        let scope = match &asked {
            Asked::Answer(question) => question.scope,
            Asked::Readiness => Scope::Everything,
        };
        loop {
            let missing = self.catalogue.missing(&corpus, scope);
            if let Asked::Answer(question) = &asked {
                // What is there by now is answered from at once, what is missing told.
                let hits = self.catalogue.answer(&corpus, question, LIMIT);
                let found = Input::Message(Message::Found(hits));
                self.sender.send(found).ok()?;
            }
            if missing.is_empty() || self.desk.lock().is_some() {
                return Some(());
            }
            if !self.make(&corpus, &missing) {
                return Some(());
            }
        }
    }

    /// Does as many jobs as there are processors, each on a thread of its own;
    /// says whether all of them went well.
    fn make(&mut self, corpus: &Corpus, missing: &[Job]) -> bool {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let jobs = &missing[..processors.min(missing.len())];
        let done: Vec<_> = thread::scope(|scope| {
            let threads = jobs.iter().map(|job| scope.spawn(|| job.run(corpus)));
            let threads: Vec<_> = threads.collect();
            let done = threads.into_iter();
            done.filter_map(|thread| thread.join().ok()).collect()
        });
        let all_went_well = done.len() == jobs.len();
        for done in done {
            self.catalogue.take(done);
        }
        all_went_well
    }
}

impl Desk {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<(Arc<Corpus>, Asked)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self) -> (Arc<Corpus>, Asked) {
        let mut waiting = self.lock();
        loop {
            match waiting.take() {
                Some(asked) => return asked,
                None => {
                    waiting = self
                        .came
                        .wait(waiting)
                        .unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }
}
