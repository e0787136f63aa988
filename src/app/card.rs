//! A person's card: aliases, roles, company, and mentions to step through.

/// The open card.
#[derive(Debug)]
pub struct Card {}
