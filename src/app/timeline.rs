//! The timeline pane: entries grouped under dates, or bars where they crowd.

/// The timeline pane.
#[derive(Debug, Default)]
pub struct TimelinePane {}
