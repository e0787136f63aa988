//! What was found, written without a screen: one writer a command.
//!
//! JSON Lines have types of their own here, so that the core may change while
//! the shapes stay. Places in a text are half-open stretches of Unicode code
//! points of the source as it was decoded, front matter included. Nothing that
//! came from outside reaches the output as a control character, in either
//! format.

pub mod annotate;
pub mod decisions;
mod json;
pub mod notes;
mod paper;
pub mod people;
pub mod timeline;

pub use json::Lines;
pub use paper::plain;

use serde::Serialize;

use crate::analysis::report::PartPlayed;
use crate::analysis::time::{Grain, When};

/// A stretch of a source in Unicode code points, half-open.
type Stretch = (usize, usize);

/// Someone in what is told, and as what.
#[derive(Serialize)]
struct Player<'a> {
    name: &'a str,
    /// One of `acts undergoes addressed mentioned`.
    part: &'static str,
}

impl<'a> Player<'a> {
    fn new(name: &'a str, part: PartPlayed) -> Self {
        Self {
            name,
            part: part.as_str(),
        }
    }
}

/// The first and the last moment of a `When`, as ISO 8601: days where whole
/// days are meant, otherwise with hours, minutes and seconds. An open end is `None`.
fn ends(when: &When) -> (Option<String>, Option<String>) {
    let write = |at: chrono::NaiveDateTime| {
        if when.grain < Grain::Day {
            at.format("%Y-%m-%dT%H:%M:%S").to_string()
        } else {
            at.date().to_string()
        }
    };
    (when.not_before().map(write), when.not_after().map(write))
}
