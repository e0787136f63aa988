//! JSON Lines that are safe to look at in a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::paper::is_unsafe;

/// Writes one JSON object a line.
pub struct Lines<W> {
    out: W,
}

impl<W: Write> Lines<W> {
    pub fn new(out: W) -> Self {
        Self { out }
    }

    /// Writes one object and ends the line.
    ///
    /// # Errors
    /// What the writer says; a closed pipe keeps its kind.
    pub fn write(&mut self, object: &impl Serialize) -> io::Result<()> {
        object.serialize(&mut Serializer::with_formatter(&mut self.out, Escaping))?;
        self.out.write_all(b"\n")
    }
}

/// Compact JSON in which every character a terminal could obey is written `\uXXXX`.
///
/// JSON itself asks that only of those below U+0020; terminals obey U+009B too,
/// and text directions can be turned to show another text than is there.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W>(&mut self, out: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let mut written = 0;
        for (at, found) in fragment.match_indices(is_unsafe) {
            out.write_all(&fragment.as_bytes()[written..at])?;
            for unit in found.encode_utf16() {
                write!(out, "\\u{unit:04x}")?;
            }
            written = at + found.len();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_could_obey_is_escaped_and_reads_back_the_same() {
        let text = "a \u{1b}[2J \u{9b}1m \u{202e} \u{7f} é \"q\" \\ \n 𝄞";
        let mut out = Vec::new();
        Lines::new(&mut out).write(&text).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert!(line.ends_with("\"\n"));
        assert!(!line.trim_end().contains(is_unsafe), "{line}");
        assert!(line.contains("\\u009b1m"), "{line}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }
}
