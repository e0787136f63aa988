//! A log in a file, only when asked for; never on the screen.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

/// What is written without a word on levels: all of ours, the warnings of others.
const FILTER: &str = "warn,newsreader=debug";

/// The log file could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("{path}: cannot write a log there: {error}")]
pub struct LogError {
    path: PathBuf,
    error: io::Error,
}

/// Begins to append to the log at `path`; does nothing without one.
///
/// # Errors
/// When the file cannot be opened for writing.
pub fn start(path: Option<&Path>) -> Result<(), LogError> {
    let Some(path) = path else { return Ok(()) };
    let file = File::options()
        .create(true)
        .append(true)
        .open(path)
        .map_err(|error| LogError {
            path: path.to_owned(),
            error,
        })?;
    fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_env_filter(EnvFilter::new(FILTER))
        .init();
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    Ok(())
}
