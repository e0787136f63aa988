//! The command line: names of actions with completion.

/// The open command line.
#[derive(Debug)]
pub struct Palette {}
