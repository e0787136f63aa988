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

impl Loading {
    /// Takes what the loader says; returns the articles that have arrived.
    pub fn take(&mut self, progress: Vec<Progress>) -> Vec<(ArticleId, Document, Analysis)> {
        let mut arrivals = Vec::new();
        for step in progress {
            match step {
                Progress::Discovered(found) => self.found = self.found.max(found),
                Progress::Loaded {
                    article,
                    document,
                    analysis,
                } => {
                    self.done += 1;
                    arrivals.push((article, *document, *analysis));
                }
                Progress::Skipped(skipped) => {
                    self.done += 1;
                    self.skipped.push(skipped);
                }
                Progress::Finished => self.stage = Stage::Finished,
            }
        }
        arrivals
    }

    pub fn is_finished(&self) -> bool {
        self.stage == Stage::Finished
    }
}
