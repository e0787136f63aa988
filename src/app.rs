//! What the reader is doing.
//!
//! [`App::update`] takes a [`Message`] and returns [`Effect`]s. It does no
//! I/O: what it wants done in the world it asks for. Panes are plain state,
//! each in its own file with an `apply`; what passes between panes (the
//! reading view follows the timeline, a person narrows both) is decided here.

pub mod action;
pub mod card;
pub mod cursor;
pub mod documents;
pub mod effect;
pub mod finder;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod message;
pub mod palette;
pub mod people;
mod place;
pub mod reader;
pub mod timeline;

pub use action::Action;
pub use effect::Effect;
pub use message::Message;

use crate::corpus::{ArticleId, Corpus, PersonKey};
use crate::document::Span;

/// The four panes, in the order of their number keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    Documents,
    Reader,
    Timeline,
    People,
}

/// A stretch of an article's text to stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub article: ArticleId,
    /// The lit sentence, or an empty span for the top.
    pub span: Span,
}

/// What timeline and documents are narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowing {
    pub person: Option<PersonKey>,
}

/// What lies over the panes and takes the keys.
#[derive(Debug)]
pub enum Overlay {
    Finder(finder::Finder),
    Card(card::Card),
    Palette(palette::Palette),
}

/// The state of the program between two messages.
#[derive(Debug)]
pub struct App {
    pub corpus: Corpus,
    pub focus: Pane,
    pub overlay: Option<Overlay>,
    pub narrowing: Narrowing,
    pub documents: documents::Documents,
    pub reader: reader::Reader,
    pub timeline: timeline::TimelinePane,
    pub people: people::PeoplePane,
}
