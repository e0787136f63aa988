//! Bytes and where they came from.
//!
//! [`walk`] finds the files under the paths a user gave; [`format`] says which
//! parser suits them. Nothing here knows what a document is.

pub mod format;
pub mod walk;

use std::fmt;
use std::path::PathBuf;
use std::time::SystemTime;

/// Says where a piece of input came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A file on disk, as the user or the walk named it.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A sample built into the binary, by its file name under `seeds/`.
    Sample(&'static str),
    /// Text handed over by a program, by the name it gave (`annotate`, tests).
    Given(String),
}

impl Origin {
    /// Returns the file name without its extension: the `doc` of the exports.
    pub fn stem(&self) -> String {
        match self {
            Self::File(path) => path
                .file_stem()
                .unwrap_or(path.as_os_str())
                .to_string_lossy()
                .into_owned(),
            Self::Stdin => "stdin".to_owned(),
            Self::Sample(name) => name
                .rsplit_once('.')
                .map_or(*name, |(stem, _)| stem)
                .to_owned(),
            Self::Given(name) => name.clone(),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(out, "{}", path.display()),
            Self::Stdin => out.write_str("standard input"),
            Self::Sample(name) => write!(out, "sample {name}"),
            Self::Given(name) => out.write_str(name),
        }
    }
}

/// Holds the undecoded content of one input.
#[derive(Debug, Clone)]
pub struct Raw {
    pub origin: Origin,
    pub bytes: Vec<u8>,
    /// The content of `NAME.toml` lying beside `NAME`, if there is one.
    pub sidecar: Option<Vec<u8>>,
    /// When the file last changed; the least trusted publication date.
    pub modified: Option<SystemTime>,
}

/// Tells why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("{0}: no such file or directory")]
    Missing(Origin),
    #[error("{origin}: {error}")]
    Unreadable {
        origin: Origin,
        error: std::io::Error,
    },
    #[error("{0}: nothing readable in this directory")]
    NothingReadable(Origin),
}
