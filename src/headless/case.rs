//! The case file without a screen: notes printed, decisions about people shared.

use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use super::{Outcome, options, requests, say, tell_nothing_opened, tell_skipped};
use crate::casefile::{CaseFile, DocumentKey};
use crate::cli::{Direction, Notes, NotesFormat};
use crate::export::notes::Wanted;
use crate::export::{decisions, notes};
use crate::load;
use crate::store::{self, Store};

/// Prints the case file.
///
/// # Errors
/// When standard output cannot be written to.
pub fn notes(arguments: &Notes) -> io::Result<Outcome> {
    let (_, case) = open();
    let mut outcome = Outcome::Done;
    let wanted = match &arguments.paths[..] {
        [] => Wanted::All,
        paths => {
            let loaded = load::all(requests(paths), &options(&arguments.common));
            if loaded.articles.is_empty() {
                return Ok(tell_nothing_opened(&loaded.skipped));
            }
            if !loaded.skipped.is_empty() {
                outcome = Outcome::Partial;
            }
            tell_skipped(&loaded.skipped);
            let documents = loaded.articles.iter();
            let keys = documents.map(|(_, document, _)| case.key_of(DocumentKey::of(document)));
            Wanted::These(keys.collect())
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match arguments.format {
        NotesFormat::Md => notes::write_markdown(&case, &wanted, &mut out)?,
        NotesFormat::Json => notes::write_json(&case, &wanted, &mut out)?,
    }
    out.flush()?;
    Ok(outcome)
}

/// Writes decisions about people to a file, or takes them over from one.
///
/// # Errors
/// When the file cannot be read or written.
pub fn decisions(direction: &Direction) -> io::Result<Outcome> {
    match direction {
        Direction::Export { file } => export(file),
        Direction::Import { file } => import(file),
    }
}

fn export(file: &Path) -> io::Result<Outcome> {
    let text = decisions::write(&open().1);
    if file.as_os_str() == "-" {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
    } else {
        fs::write(file, text).map_err(|error| naming(file, &error))?;
    }
    Ok(Outcome::Done)
}

fn import(file: &Path) -> io::Result<Outcome> {
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        text
    } else {
        match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                say(naming(file, &error));
                return Ok(Outcome::Nothing);
            }
        }
    };
    let change = match decisions::read(&text) {
        Ok(change) => change,
        Err(faults) => {
            for fault in &faults {
                say(format_args!("{}:{fault}", file.display()));
            }
            say("nothing was taken over");
            return Ok(Outcome::Partial);
        }
    };
    let (Some(mut store), _) = open() else {
        say("there is no case file to take the decisions over into");
        return Ok(Outcome::Partial);
    };
    store.write(&change).map_err(io::Error::other)?;
    writeln!(io::stdout(), "{}", change.title)?;
    Ok(Outcome::Done)
}

/// Opens the case file, and says what is to be known of it.
pub(super) fn open() -> (Option<Store>, CaseFile) {
    let Some(directory) = store::directory() else {
        return (None, CaseFile::default());
    };
    let opened = store::open(&directory);
    for remark in opened.remarks {
        say(remark);
    }
    (opened.store, opened.case)
}

/// The error with the file it is about.
fn naming(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
}
