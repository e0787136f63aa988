//! Anything that can happen to the app.

use crate::app::key::Key;
use crate::corpus::ArticleId;
use crate::corpus::search::Hits;
use crate::load::Progress;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    Key(Key),
    /// Text pasted by the terminal.
    Paste(String),
    /// The terminal is now this many columns and rows.
    Resize {
        columns: u16,
        rows: u16,
    },
    Mouse(crate::app::key::Mouse),
    Loading(Vec<Progress>),
    Found(Hits),
    Reanalysed {
        article: ArticleId,
        document: Box<crate::document::Document>,
        analysis: Box<crate::analysis::Analysis>,
    },
    /// The world could not do what was asked of it, and says why.
    Said(String),
    /// Nothing happened for a while; transient notices may go.
    Tick,
}
