//! Bytes and where they came from.
//!
//! [`walk`] finds the files under the paths a user gave; [`mod@format`] says which
//! parser suits them; [`Raw::read`] fetches the bytes. Nothing here knows what
//! a document is, and nothing here decodes text.

pub mod format;
mod samples;
pub mod walk;

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub use samples::samples;

/// A larger input is refused: no news text comes near it, and memory is finite.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// A larger sidecar is not metadata.
const LARGEST_SIDECAR: u64 = 256 * 1024;

/// What the user asks to have read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// A file, or a directory with all that is readable below it.
    Path(PathBuf),
    /// Standard input, as one plain text or Markdown document.
    Stdin,
    /// The samples built into the binary.
    Samples,
}

impl Request {
    /// Understands one argument of the command line; `-` is standard input.
    pub fn from_argument(argument: &Path) -> Self {
        if argument.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::Path(argument.to_owned())
        }
    }
}

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

    /// Returns the last part of its path, with the extension; empty for what has no file.
    pub fn file_name(&self) -> &str {
        match self {
            Self::File(path) => path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default(),
            Self::Sample(name) => name,
            Self::Stdin | Self::Given(_) => "",
        }
    }
}

impl fmt::Display for Origin {
    /// Prints where it came from; control characters in file names are replaced.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "standard input".to_owned(),
            Self::Sample(name) => format!("sample {name}"),
            Self::Given(name) => name.clone(),
        };
        let is_harmful = |character: char| {
            character.is_control()
                || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        out.write_str(&shown.replace(is_harmful, "\u{fffd}"))
    }
}

/// Holds the undecoded content of one input.
#[derive(Debug, Clone)]
pub struct Raw {
    pub origin: Origin,
    pub bytes: Vec<u8>,
    /// The content of `NAME.toml` lying beside `NAME`, if there is one.
    pub sidecar: Option<Vec<u8>>,
}

impl Raw {
    /// Fetches the content of an input, and its sidecar.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, or is larger than [`LARGEST`].
    pub fn read(origin: &Origin) -> Result<Self, SourceError> {
        let (bytes, sidecar) = match origin {
            Origin::File(path) => (read_file(path)?, read_sidecar(path)),
            Origin::Stdin => (limited(io::stdin().lock())?, None),
            Origin::Sample(name) => {
                let sample = samples().iter().find(|sample| sample.name == *name);
                let sample = sample.ok_or(SourceError::Missing)?;
                (sample.bytes.to_vec(), sample.sidecar.map(<[u8]>::to_vec))
            }
            Origin::Given(_) => return Err(SourceError::Missing),
        };
        Ok(Self {
            origin: origin.clone(),
            bytes,
            sidecar,
        })
    }
}

/// Tells why an input could not be read; what it happened to stands beside it.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("no such file or directory")]
    Missing,
    #[error("cannot be read: {}", plainly(.0))]
    Unreadable(#[from] io::Error),
    #[error("nothing readable in this directory; plain text (.txt) and Markdown (.md) are read")]
    NothingReadable,
    #[error("not a regular file; pipe it in and read standard input with -")]
    NotAFile,
    #[error("too large: more than {} MB of text", LARGEST / (1024 * 1024))]
    TooLarge,
    #[error("not text: {0}")]
    NotText(&'static str),
}

/// Says what the system said, without its number.
fn plainly(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => "it is gone".to_owned(),
        _ => {
            let message = error.to_string();
            let end = message.find(" (os error").unwrap_or(message.len());
            message[..end].to_lowercase()
        }
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, SourceError> {
    let metadata = path.metadata()?;
    if !metadata.is_file() {
        return Err(SourceError::NotAFile);
    }
    if metadata.len() > LARGEST {
        return Err(SourceError::TooLarge);
    }
    limited(File::open(path)?)
}

/// Reads all there is, up to the limit: a file may grow while it is read.
fn limited(reader: impl Read) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(SourceError::TooLarge);
    }
    Ok(bytes)
}

/// Reads what lies beside a file as its metadata; without it the text stands alone.
fn read_sidecar(path: &Path) -> Option<Vec<u8>> {
    let mut name = OsString::from(path.as_os_str());
    name.push(".toml");
    let metadata = Path::new(&name).metadata().ok()?;
    (metadata.is_file() && metadata.len() <= LARGEST_SIDECAR)
        .then(|| std::fs::read(&name).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_drive_the_terminal() {
        let origin = Origin::File(PathBuf::from("a\u{1b}[2J\u{202e}b"));
        assert_eq!(origin.to_string(), "a\u{fffd}[2J\u{fffd}b");
    }

    #[test]
    fn a_missing_file_and_a_directory_are_no_raw() {
        let directory = tempfile::tempdir().expect("a directory");
        let at = |path: PathBuf| Raw::read(&Origin::File(path)).expect_err("nothing to read");
        assert!(matches!(
            at(directory.path().to_owned()),
            SourceError::NotAFile
        ));
        assert_eq!(
            at(directory.path().join("x")).to_string(),
            "cannot be read: it is gone"
        );
    }

    #[test]
    fn a_file_beyond_the_limit_is_refused_unread() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("a.txt");
        let file = File::create(&path).expect("made");
        file.set_len(LARGEST + 1).expect("sparse");
        let error = Raw::read(&Origin::File(path)).expect_err("too large");
        assert_eq!(error.to_string(), "too large: more than 64 MB of text");
        let endless = limited(io::repeat(b'a')).expect_err("too large");
        assert!(matches!(endless, SourceError::TooLarge));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_no_file() {
        let error = Raw::read(&Origin::File("/dev/null".into())).expect_err("no file");
        assert!(matches!(error, SourceError::NotAFile));
    }

    #[test]
    fn a_sidecar_is_found_beside_its_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("a.txt");
        std::fs::write(&path, "text").expect("written");
        std::fs::write(directory.path().join("a.txt.toml"), "title = 'A'").expect("written");
        let raw = Raw::read(&Origin::File(path)).expect("read");
        assert_eq!(raw.sidecar.as_deref(), Some(b"title = 'A'".as_slice()));
    }
}
