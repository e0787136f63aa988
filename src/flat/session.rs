//! The loop of the flat mode: reads lines, keeps changes, prints answers.

use std::io::{self, BufRead, Write};
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::{Flat, Then};
use crate::casefile::CaseFile;
use crate::corpus::Corpus;
use crate::export::plain;
use crate::load::{self, Loaded, Options, Progress, Skipped};
use crate::source::Request;
use crate::store::Store;

/// Whether there is somebody to prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// A person types.
    Prompted,
    /// Another program writes.
    Piped,
}

/// How long one waits without a word while texts are read.
const SILENCE: Duration = Duration::from_secs(5);

/// A line longer than this is cut: nobody types it.
const LONGEST_LINE: u64 = 64 * 1024;

/// What a session is opened with.
#[derive(Debug)]
pub struct Opening {
    pub corpus: Corpus,
    pub case: CaseFile,
    /// Where changes go; `None` where nothing can be kept.
    pub store: Option<Store>,
    pub today: NaiveDate,
    /// Lines told at once.
    pub rows: usize,
    pub asking: Asking,
}

/// Reads all texts; says now and then how far it is.
///
/// # Errors
/// When nothing more can be printed.
pub fn load(
    requests: Vec<Request>,
    options: &Options,
    out: &mut (impl Write + Send),
) -> io::Result<Loaded> {
    struct State<'a, W> {
        loaded: Loaded,
        found: usize,
        said: Instant,
        out: &'a mut W,
        failure: io::Result<()>,
    }
    let state = Mutex::new(State {
        loaded: Loaded::default(),
        found: 0,
        said: Instant::now(),
        out,
        failure: Ok(()),
    });
    load::load(requests, options, |batch| {
        let mut state = state.lock().expect("no sink panics");
        for progress in batch {
            match progress {
                Progress::Discovered(found) => state.found = state.found.max(found),
                Progress::Loaded {
                    article,
                    document,
                    analysis,
                } => state.loaded.articles.push((article, *document, *analysis)),
                Progress::Skipped(skipped) => state.loaded.skipped.push(skipped),
                Progress::Finished => {}
            }
        }
        if state.said.elapsed() >= SILENCE {
            state.said = Instant::now();
            let (done, found) = (state.loaded.articles.len(), state.found);
            let said = writeln!(state.out, "Reading: {done} of {found} documents.");
            state.failure = said.and_then(|()| state.out.flush());
            if state.failure.is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    let state = state.into_inner().expect("no sink panics");
    state.failure?;
    let mut loaded = state.loaded;
    loaded.articles.sort_by_key(|(article, ..)| *article);
    loaded
        .skipped
        .sort_by(|one, other| one.origin.cmp(&other.origin));
    Ok(loaded)
}

/// Says which inputs could not be read, a line each.
///
/// # Errors
/// What the writer says.
pub fn tell_skipped(skipped: &[Skipped], out: &mut impl Write) -> io::Result<()> {
    for Skipped { origin, reason } in skipped {
        let line = plain(&format!("Not read: {origin}: {reason}"));
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Takes lines until the user quits or the input ends.
///
/// # Errors
/// What the reader or the writer says.
pub fn run(opening: Opening, mut input: impl BufRead, out: &mut impl Write) -> io::Result<()> {
    let mut store = opening.store;
    let mut flat = Flat::new(opening.corpus, opening.case, opening.today, opening.rows);
    writeln!(out, "{}", flat.greeting())?;
    let mut line = Vec::new();
    loop {
        if opening.asking == Asking::Prompted {
            write!(out, "> ")?;
        }
        out.flush()?;
        line.clear();
        if take_line(&mut input, &mut line)? == 0 {
            return Ok(());
        }
        let answer = flat.take(&String::from_utf8_lossy(&line));
        // On disk before it is told: nothing told is lost.
        for change in &answer.changes {
            if let Some(store) = &mut store
                && let Err(error) = store.write(change)
            {
                writeln!(out, "Not kept: {}", plain(&error.to_string()))?;
            }
        }
        for line in &answer.lines {
            writeln!(out, "{line}")?;
        }
        if answer.then == Then::Quit {
            return out.flush();
        }
    }
}

/// Reads a line of at most so many bytes; the rest of a longer one goes.
fn take_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let count = io::Read::take(&mut *input, LONGEST_LINE).read_until(b'\n', line)?;
    if count as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::{Asking, LONGEST_LINE, Opening, run};
    use crate::casefile::CaseFile;
    use crate::corpus::Corpus;

    fn said(asking: Asking, input: &[u8]) -> String {
        let opening = Opening {
            corpus: Corpus::default(),
            case: CaseFile::default(),
            store: None,
            today: "2021-08-21".parse().expect("a date"),
            rows: 20,
            asking,
        };
        let mut out = Vec::new();
        run(opening, input, &mut out).expect("memory takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn only_a_person_is_prompted() {
        let begin = "0 documents, 0 people, 0 events. Type help.\n";
        let none = "There is no document.\n";
        let piped = said(Asking::Piped, b"list\nquit\nlist\n");
        assert_eq!(piped, format!("{begin}{none}"));
        let prompted = said(Asking::Prompted, b"list\n");
        assert_eq!(prompted, format!("{begin}> {none}> "));
    }

    #[test]
    fn a_line_without_end_is_cut_and_the_next_understood() {
        let mut input = vec![b'x'; LONGEST_LINE as usize * 2];
        input.extend(b"\nlist\n");
        let heard = said(Asking::Piped, &input);
        let lines: Vec<&str> = heard.lines().collect();
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(lines[2], "There is no document.");
        assert!(lines[1].len() < 200, "{}", lines[1].len());
    }
}
