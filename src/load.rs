//! Runs source, document and analysis on worker threads.
//!
//! What is found is numbered in the order of discovery, so that ids do not
//! depend on which worker ends first. A worker's panic costs one document.

use crate::analysis::Analysis;
use crate::corpus::ArticleId;
use crate::document::Document;
use crate::source::Origin;

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
