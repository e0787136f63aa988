//! The commands that need no screen: load, print, and say how it went.
//!
//! Results go to standard output, remarks to standard error. Whoever reads the
//! output may stop at any time; that is no fault (see [`Outcome::of`]).

pub mod talk;

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::analysis::{self, Lexicon};
use crate::cli::{Annotate, Common, DecisionsWay, Format, Layer, NotesFormat};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::export;
use crate::export::annotate::{Annotated, Explain, Given};
use crate::load::{self, Options, Skipped};
use crate::source::Request;
use crate::store::{self, Opened};

/// How a run of the program went; its number is the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All was done, or whoever reads the output has had enough.
    Done = 0,
    /// Some input was skipped, or something failed.
    Partial = 1,
    /// Nothing could be opened, or the command line is wrong.
    Nothing = 2,
}

impl Outcome {
    /// Judges the end of a run: a closed pipe is no fault, another error is told.
    pub fn of<E>(result: Result<Self, E>) -> Self
    where
        E: Into<anyhow::Error>,
    {
        let error = match result {
            Ok(outcome) => return outcome,
            Err(error) => error.into(),
        };
        let mut causes = error.chain();
        if causes.any(|cause| {
            let cause = cause.downcast_ref::<io::Error>();
            cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
        }) {
            return Self::Done;
        }
        say(format_args!("{error:#}"));
        Self::Partial
    }
}

/// Says something on standard error, on one line that no terminal obeys.
pub fn say(message: impl Display) {
    let message = export::plain(&message.to_string());
    tracing::warn!("{message}");
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "newsreader: {message}");
}

/// Prints the events of the given inputs.
///
/// # Errors
/// When standard output cannot be written to.
pub fn timeline(paths: &[PathBuf], common: &Common, format: Format) -> io::Result<Outcome> {
    list(paths, common, |corpus, out| match format {
        Format::Text => export::timeline::write_text(corpus, WIDTH, out),
        Format::Jsonl => export::timeline::write_json(corpus, out),
    })
}

/// Prints the people of the given inputs.
///
/// # Errors
/// When standard output cannot be written to.
pub fn people(paths: &[PathBuf], common: &Common, format: Format) -> io::Result<Outcome> {
    list(paths, common, |corpus, out| match format {
        Format::Text => export::people::write_text(corpus, WIDTH, out),
        Format::Jsonl => export::people::write_json(corpus, out),
    })
}

/// Columns of printed text: what every terminal has, and comfortable to read.
const WIDTH: usize = 80;

type Out = BufWriter<io::StdoutLock<'static>>;

fn list(
    paths: &[PathBuf],
    common: &Common,
    write: impl FnOnce(&Corpus, &mut Out) -> io::Result<()>,
) -> io::Result<Outcome> {
    let loaded = load::all(requests(paths), &options(common));
    if loaded.articles.is_empty() {
        return Ok(tell_nothing_opened(&loaded.skipped));
    }
    tell_skipped(&loaded.skipped);
    let mut corpus = Corpus::default();
    corpus.absorb(loaded.articles);
    let mut out = BufWriter::new(io::stdout().lock());
    write(&corpus, &mut out)?;
    out.flush()?;
    Ok(if loaded.skipped.is_empty() {
        Outcome::Done
    } else {
        Outcome::Partial
    })
}

/// Returns what these arguments ask for: the samples, if there are none.
pub fn requests(paths: &[PathBuf]) -> Vec<Request> {
    match paths {
        [] => vec![Request::Samples],
        paths => paths
            .iter()
            .map(|path| Request::from_argument(path))
            .collect(),
    }
}

/// Returns how to load under these options of the command line.
pub fn options(common: &Common) -> Options {
    Options {
        date: common.date,
        ..Options::default()
    }
}

/// Says why nothing could be opened, and returns how the run went.
pub fn tell_nothing_opened(skipped: &[Skipped]) -> Outcome {
    if skipped.is_empty() {
        say("nothing was found to open");
    }
    tell_skipped(skipped);
    Outcome::Nothing
}

fn tell_skipped(skipped: &[Skipped]) {
    for Skipped { origin, reason } in skipped {
        say(format_args!("{origin}: {reason}"));
    }
}

/// Marks up the texts on standard input, line by line.
///
/// # Errors
/// When standard input cannot be read or standard output not written to.
pub fn annotate(options: &Annotate) -> io::Result<Outcome> {
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Done;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Given>(line.trim_ascii()) {
            Ok(given) => mark_up(&given, number, options, &mut out)?,
            Err(error) => {
                let text = error.to_string();
                // A line has no lines of its own; only the column tells something.
                let what = text.split(" at line ").next().unwrap_or(&text);
                let column = error.column();
                say(format_args!(
                    "line {number} is passed over: {what} at column {column}"
                ));
                outcome = Outcome::Partial;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn mark_up(given: &Given, number: usize, options: &Annotate, out: &mut Out) -> io::Result<()> {
    let published = given.dct.as_deref().and_then(|dct| {
        let date = day_of(dct);
        if date.is_none() {
            say(format_args!(
                "line {number}: {dct} is no date, so it has none"
            ));
        }
        date
    });
    let document = Document::given(&given.doc, &given.text, published.or(options.common.date));
    let analysis = analysis::analyse(&document, Lexicon::english());
    let annotated = Annotated::new(given, &document, &analysis);
    let explain = if options.explain {
        Explain::Yes
    } else {
        Explain::No
    };
    let mut written = Vec::new();
    for &layer in &options.layers {
        if written.contains(&layer) {
            continue;
        }
        written.push(layer);
        match layer {
            Layer::Time => annotated.write_time(explain, &mut *out)?,
            Layer::People => annotated.write_people(explain, &mut *out)?,
            Layer::Quotes => annotated.write_quotes(&mut *out)?,
            Layer::Events => annotated.write_events(&mut *out)?,
        }
    }
    Ok(())
}

/// Prints the case file.
///
/// # Errors
/// When standard output cannot be written to.
pub fn notes(format: NotesFormat) -> io::Result<Outcome> {
    let Some(opened) = case_file() else {
        return Ok(Outcome::Nothing);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match format {
        NotesFormat::Md => export::notes::write_markdown(&opened.case, &mut out)?,
        NotesFormat::Json => export::notes::write_json(&opened.case, &mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// Writes or takes over decisions about people.
///
/// # Errors
/// When the file, standard input or standard output cannot be used.
pub fn decisions(way: &DecisionsWay) -> io::Result<Outcome> {
    let Some(mut opened) = case_file() else {
        return Ok(Outcome::Nothing);
    };
    match way {
        DecisionsWay::Export { file: None } => {
            export::decisions::write_toml(&opened.case, io::stdout().lock())?;
        }
        DecisionsWay::Export { file: Some(file) } => {
            let written = File::create_new(file)
                .and_then(|out| export::decisions::write_toml(&opened.case, out));
            if let Err(error) = written {
                say(format_args!("{}: {error}", file.display()));
                return Ok(Outcome::Partial);
            }
        }
        DecisionsWay::Import { file } => return Ok(import(file, &mut opened)),
    }
    Ok(Outcome::Done)
}

fn import(file: &Path, opened: &mut Opened) -> Outcome {
    let read = if file.as_os_str() == "-" {
        io::read_to_string(io::stdin())
    } else {
        fs::read_to_string(file)
    };
    let text = match read {
        Ok(text) => text,
        Err(error) => {
            say(format_args!("{}: {error}", file.display()));
            return Outcome::Nothing;
        }
    };
    let change = match export::decisions::read_toml(&text) {
        Ok(change) => change,
        Err(faults) => {
            for fault in faults {
                say(format_args!("{}: {fault}", file.display()));
            }
            say("nothing was taken over");
            return Outcome::Nothing;
        }
    };
    let Some(store) = &mut opened.store else {
        return Outcome::Partial;
    };
    if let Err(error) = store.write(&change) {
        say(error);
        return Outcome::Partial;
    }
    say(format_args!("{} decisions taken over", change.facts.len()));
    Outcome::Done
}

/// Opens the case file, and says what is to be said of it; `None` where none can be.
fn case_file() -> Option<Opened> {
    let Some(directory) = store::directory() else {
        say("there is no directory for the case file; NEWSREADER_DATA can name one");
        return None;
    };
    let opened = store::open(&directory);
    for remark in &opened.remarks {
        say(remark);
    }
    Some(opened)
}

/// The day of a date that may have a time behind it ("1998-01-08T10:00").
fn day_of(dct: &str) -> Option<NaiveDate> {
    let day = dct.trim().split(['T', ' ']).next()?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_creation_time_gives_its_day() {
        for (dct, wanted) in [
            ("1998-01-08", Some((1998, 1, 8))),
            ("1998-01-08T10:00", Some((1998, 1, 8))),
            (" 1998-01-08 10:00:00", Some((1998, 1, 8))),
            ("1998-13-08", None),
            ("1998", None),
            ("", None),
        ] {
            let wanted =
                wanted.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
            assert_eq!(day_of(dct), wanted, "{dct:?}");
        }
    }

    #[test]
    fn a_closed_pipe_is_no_fault_and_other_errors_are() {
        let end = |kind| Outcome::of(Err(io::Error::from(kind)));
        assert_eq!(end(io::ErrorKind::BrokenPipe), Outcome::Done);
        assert_eq!(end(io::ErrorKind::StorageFull), Outcome::Partial);
    }
}
