//! What has been found and waits for a worker.
//!
//! Holds names only, so it may grow as long as the walk is ahead; what is
//! heavy, the documents, exists only in the hands of a worker or the sink.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard};

use crate::corpus::ArticleId;
use crate::source::Origin;

/// An input and its number.
pub type Job = (ArticleId, Origin);

/// Jobs in order of discovery, handed out one at a time.
#[derive(Debug, Default)]
pub struct Queue {
    state: Mutex<State>,
    arrived: Condvar,
}

#[derive(Debug, Default)]
struct State {
    jobs: VecDeque<Job>,
    phase: Phase,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// More jobs may come.
    #[default]
    Open,
    /// No more jobs come; those that wait are still to be done.
    Closed,
    /// Nothing is to be done any more.
    Stopped,
}

impl Queue {
    /// Adds a job.
    pub fn push(&self, job: Job) {
        self.lock().jobs.push_back(job);
        self.arrived.notify_one();
    }

    /// Says that nothing more comes.
    pub fn close(&self) {
        let mut state = self.lock();
        if state.phase == Phase::Open {
            state.phase = Phase::Closed;
        }
        drop(state);
        self.arrived.notify_all();
    }

    /// Ends the work where it stands.
    pub fn stop(&self) {
        self.lock().phase = Phase::Stopped;
        self.arrived.notify_all();
    }

    pub fn is_stopped(&self) -> bool {
        self.lock().phase == Phase::Stopped
    }

    /// Takes the next job, waiting for one; `None` when there is no more to do.
    ///
    /// `before_waiting` runs, unlocked, when there is none yet: the moment to hand over
    /// what is done.
    pub fn pop(&self, before_waiting: impl FnOnce()) -> Option<Job> {
        if let Some(answer) = Self::answer(&mut self.lock()) {
            return answer;
        }
        before_waiting();
        let mut state = self.lock();
        loop {
            if let Some(answer) = Self::answer(&mut state) {
                return answer;
            }
            state = self
                .arrived
                .wait(state)
                .expect("no thread panics while it holds the queue");
        }
    }

    /// The next job, or that there is none and will be none; `None` means wait.
    fn answer(state: &mut State) -> Option<Option<Job>> {
        match state.phase {
            Phase::Stopped => Some(None),
            Phase::Closed => Some(state.jobs.pop_front()),
            Phase::Open => state.jobs.pop_front().map(Some),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .expect("no thread panics while it holds the queue")
    }
}
