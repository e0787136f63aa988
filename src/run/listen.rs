//! Listens to the terminal on a thread of its own, and leaves it alone while
//! another program has it.

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::Input;
use crate::terminal;

/// How long the thread waits for the terminal before it looks whether it is to rest.
const LOOK: Duration = Duration::from_millis(100);

/// A thread that has not come to rest by then has ended.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the thread does and what it is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Listens,
    /// It is to rest, and has not noticed yet.
    Called,
    Rests,
}

/// The thread that passes on what the terminal says.
pub(super) struct Listener(Arc<Gate>);

struct Gate {
    turn: Mutex<Turn>,
    changed: Condvar,
}

impl Listener {
    /// Begins to listen.
    pub fn start(sender: SyncSender<Input>) -> Self {
        let gate = Arc::new(Gate {
            turn: Mutex::new(Turn::Listens),
            changed: Condvar::new(),
        });
        let thread = Arc::clone(&gate);
        thread::spawn(move || {
            loop {
                thread.rest();
                let input = match terminal::wait(LOOK) {
                    Ok(false) => continue,
                    Ok(true) => terminal::read(),
                    Err(error) => Err(error),
                };
                let input = match input {
                    Ok(None) => continue,
                    Ok(Some(message)) => Input::Message(message),
                    Err(_) => Input::Ended,
                };
                let ended = matches!(input, Input::Ended);
                if sender.send(input).is_err() || ended {
                    return;
                }
            }
        });
        Self(gate)
    }

    /// Leaves the terminal alone; returns when nobody reads from it any more.
    pub fn pause(&self) {
        let mut turn = self.0.lock();
        *turn = Turn::Called;
        let waited = self
            .0
            .changed
            .wait_timeout_while(turn, PATIENCE, |turn| *turn == Turn::Called);
        drop(waited);
    }

    /// Listens again.
    pub fn resume(&self) {
        *self.0.lock() = Turn::Listens;
        self.0.changed.notify_all();
    }
}

impl Gate {
    /// Waits while the thread is to rest.
    fn rest(&self) {
        let mut turn = self.lock();
        while *turn != Turn::Listens {
            *turn = Turn::Rests;
            self.changed.notify_all();
            turn = self
                .changed
                .wait(turn)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
