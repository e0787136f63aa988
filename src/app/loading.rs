//! How far the loader is.

use crate::analysis::Analysis;
use crate::corpus::ArticleId;
use crate::document::Document;
use crate::load::{Progress, Skipped};

/// What the loader has said so far.
#[derive(Debug, Default)]
pub struct Loading {
    /// Inputs found so far.
    pub found: usize,
    /// Of these, how many have been read or skipped.
    pub done: usize,
    pub skipped: Vec<Skipped>,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Working,
    /// The user wants it to end.
    Stopping,
    /// It ended because the user wanted it to.
    Stopped,
    Finished,
}

/// How far the loader has come since it spoke last.
#[derive(Debug, Default)]
pub struct Advance {
    /// Inputs found so far; 0 where nothing is said of that.
    pub found: usize,
    /// Articles read, which come with the next corpus.
    pub read: usize,
    pub skipped: Vec<Skipped>,
    stage: Stage,
}

/// What a loader hands over for one article.
pub type Arrival = (ArticleId, Document, Analysis);

impl Advance {
    /// Parts what the loader says from the articles it brings.
    pub fn part(progress: Vec<Progress>) -> (Self, Vec<Arrival>) {
        let mut advance = Self::default();
        let mut arrivals = Vec::new();
        for step in progress {
            match step {
                Progress::Discovered(found) => advance.found = advance.found.max(found),
                Progress::Loaded {
                    article,
                    document,
                    analysis,
                } => {
                    advance.read += 1;
                    arrivals.push((article, *document, *analysis));
                }
                Progress::Skipped(skipped) => advance.skipped.push(skipped),
                Progress::Finished => advance.stage = Stage::Finished,
            }
        }
        (advance, arrivals)
    }

    /// Makes the last word of a loader the user has stopped.
    pub fn stopped() -> Self {
        Self {
            stage: Stage::Stopped,
            ..Self::default()
        }
    }

    /// Says whether the loader has come to its end.
    pub fn is_last(&self) -> bool {
        matches!(self.stage, Stage::Finished | Stage::Stopped)
    }
}

impl Loading {
    /// Takes in how far the loader has come.
    pub fn take(&mut self, advance: Advance) {
        self.found = self.found.max(advance.found);
        self.done += advance.read + advance.skipped.len();
        if advance.is_last() && !self.is_over() {
            self.stage = advance.stage;
        }
        self.skipped.extend(advance.skipped);
    }

    /// Notes that the user wants it to end; says whether there is something to end.
    pub fn stop(&mut self) -> bool {
        let goes_on = !self.is_over();
        if goes_on {
            self.stage = Stage::Stopping;
        }
        goes_on
    }

    /// Returns how many articles have been read.
    pub fn read_count(&self) -> usize {
        self.done - self.skipped.len()
    }

    /// Says whether everything found was read or skipped.
    pub fn is_finished(&self) -> bool {
        self.stage == Stage::Finished
    }

    /// Says whether the user has stopped it, or is about to have.
    pub fn is_stopping(&self) -> bool {
        self.stage == Stage::Stopping
    }

    /// Says whether nothing more will come.
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Finished | Stage::Stopped)
    }
}
