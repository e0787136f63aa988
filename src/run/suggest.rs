//! Finds out beside the loop who may be one person: with a hundred thousand
//! names that takes seconds.

use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;

use super::Input;
use crate::app::Message;
use crate::corpus::Corpus;

/// Starts a thread whenever a corpus is asked about that none has been started for.
pub(super) struct Suggester {
    sender: SyncSender<Input>,
    /// The generation asked about last.
    asked: Option<u64>,
}

impl Suggester {
    pub fn new(sender: SyncSender<Input>) -> Self {
        Self {
            sender,
            asked: None,
        }
    }

    /// Has a corpus find out; it keeps the answer, and the app is told when it is there.
    pub fn ask(&mut self, corpus: &Arc<Corpus>) {
        if self.asked == Some(corpus.generation()) {
            return;
        }
        self.asked = Some(corpus.generation());
        let (corpus, sender) = (Arc::clone(corpus), self.sender.clone());
        thread::spawn(move || {
            corpus.suggestions();
            // Nobody listens any more when the program is ending.
            let _ = sender.send(Input::Message(Message::Suggested));
        });
    }
}
