//! The list of people.

/// The people pane.
#[derive(Debug, Default)]
pub struct PeoplePane {}
