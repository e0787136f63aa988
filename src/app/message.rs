//! Anything that can happen to the app.

use std::sync::Arc;

use crate::app::key::Key;
use crate::app::loading::Advance;
use crate::casefile::{CaseFile, Change};
use crate::corpus::Corpus;
use crate::corpus::search::Hits;

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
    /// The loader has come further.
    Loading(Advance),
    /// Articles, people and events as they are now.
    Gathered(Arc<Corpus>),
    Found(Hits),
    /// The corpus knows now who may be one person.
    Suggested,
    /// The command that text was given to has ended.
    Piped {
        printed: String,
        state: crate::app::output::State,
    },
    /// What earlier runs have kept.
    Case(CaseFile),
    /// Another program, or the world, has changed facts; they are kept already.
    Changed(Change),
    /// A text is known by another key than its own: it was edited since.
    Recognised(Change),
    /// The world could not do what was asked of it, and says why.
    Said(String),
    /// Nothing happened for a while; transient notices may go.
    Tick,
}
