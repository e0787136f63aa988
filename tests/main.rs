//! Everything that is tested from outside the modules, as one binary.

// The sample corpus of the unit tests is also a file of this crate: there
// `crate::corpus` and its like mean the library's.
use newsreader::{analysis, corpus, document};

mod gold;
mod house;
mod properties;
mod rules;
mod screens;
mod terminal;
