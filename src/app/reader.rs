//! The reading view: an article wrapped to a measure, a lit sentence, a search.

/// The reading view.
#[derive(Debug, Default)]
pub struct Reader {}
