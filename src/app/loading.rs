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

    /// Says whether the loader has come to its end.
    pub fn is_last(&self) -> bool {
        self.stage == Stage::Finished
    }
}

impl Loading {
    /// Takes in how far the loader has come.
    pub fn take(&mut self, advance: Advance) {
        self.found = self.found.max(advance.found);
        self.done += advance.read + advance.skipped.len();
        self.skipped.extend(advance.skipped);
        if advance.stage == Stage::Finished {
            self.stage = Stage::Finished;
        }
    }

    /// Returns how many articles have been read.
    pub fn read_count(&self) -> usize {
        self.done - self.skipped.len()
    }

    pub fn is_finished(&self) -> bool {
        self.stage == Stage::Finished
    }
}
