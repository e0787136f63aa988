//! The list of documents.

/// The documents pane.
#[derive(Debug, Default)]
pub struct Documents {}
