//! Searching beside the loop: the latest question wins.

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::Input;
use crate::app::{Action, Message};
use crate::corpus::Corpus;
use crate::corpus::search::{Index, Scope};

/// How many hits a question is answered with.
const LIMIT: usize = 200;

struct Question {
    index: Arc<Index>,
    query: String,
    scope: Scope,
}

/// Where the latest question waits for the worker.
#[derive(Default)]
struct Desk {
    question: Mutex<Option<Question>>,
    came: Condvar,
}

/// Keeps the index and a worker that searches it.
pub(super) struct Searcher {
    desk: Arc<Desk>,
    index: Arc<Index>,
    /// The corpus' generation the index was made of.
    generation: Option<u64>,
}

impl Searcher {
    /// Starts the worker; answers come as messages.
    pub fn start(sender: SyncSender<Input>) -> Self {
        let desk = Arc::new(Desk::default());
        let worker = Arc::clone(&desk);
        thread::spawn(move || {
            loop {
                let question = worker.wait();
                let hits = question
                    .index
                    .search(&question.query, question.scope, LIMIT);
                if sender.send(Input::Message(Message::Found(hits))).is_err() {
                    return;
                }
            }
        });
        Self {
            desk,
            index: Arc::default(),
            generation: None,
        }
    }

    /// Asks a question in place of any that still waits; the index is made
    /// anew when the corpus has changed.
    pub fn ask(&mut self, corpus: &Corpus, query: String, scope: Scope) {
        if self.generation != Some(corpus.generation()) {
            let actions: Vec<(&str, &str)> = Action::ALL
                .iter()
                .map(|action| (action.name(), action.help()))
                .collect();
            self.index = Arc::new(Index::new(corpus, &actions));
            self.generation = Some(corpus.generation());
        }
        let index = Arc::clone(&self.index);
        let mut waiting = self
            .desk
            .question
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *waiting = Some(Question {
            index,
            query,
            scope,
        });
        self.desk.came.notify_one();
    }
}

impl Desk {
    fn wait(&self) -> Question {
        let mut waiting = self.question.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match waiting.take() {
                Some(question) => return question,
                None => {
                    waiting = self
                        .came
                        .wait(waiting)
                        .unwrap_or_else(PoisonError::into_inner)
                }
            }
        }
    }
}
