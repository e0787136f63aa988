//! The fuzzy box: one place for people, articles, events and actions.

/// The open find box.
#[derive(Debug)]
pub struct Finder {}
