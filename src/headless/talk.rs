//! Talking in lines: loads, opens the case file, and lets the flat mode take over.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::{Outcome, options, requests, say, tell_nothing_opened, tell_skipped};
use crate::casefile::CaseFile;
use crate::cli::Common;
use crate::corpus::Corpus;
use crate::flat::session::{self, Asking, Opening};
use crate::load::Options;
use crate::source::Request;
use crate::{store, terminal};

/// Talks in lines about the given inputs until the user quits or the lines end.
///
/// # Errors
/// When standard input cannot be read or standard output not written to.
pub fn flat(paths: &[PathBuf], common: &Common) -> io::Result<Outcome> {
    let requests = requests(paths);
    if requests.contains(&Request::Stdin) {
        say("with --flat the commands come from standard input; name files to read");
        return Ok(Outcome::Nothing);
    }
    let (store, case) = match store::directory() {
        Some(directory) => {
            let opened = store::open(&directory);
            opened.remarks.iter().for_each(say);
            (opened.store, opened.case)
        }
        None => (None, CaseFile::default()),
    };
    let options = Options {
        set_dates: case.set_dates(),
        ..options(common)
    };
    let mut out = io::stdout();
    let loaded = session::load(requests, &options, &mut out)?;
    if loaded.articles.is_empty() {
        return Ok(tell_nothing_opened(&loaded.skipped));
    }
    tell_skipped(&loaded.skipped);
    let mut corpus = Corpus::default();
    corpus.decide(&case);
    corpus.absorb(loaded.articles);
    corpus.settle();
    let prompted = io::stdin().is_terminal();
    let opening = Opening {
        corpus,
        case,
        store,
        today: chrono::Local::now().date_naive(),
        rows: terminal::rows().unwrap_or(ROWS),
        asking: if prompted {
            Asking::Prompted
        } else {
            Asking::Piped
        },
    };
    session::run(opening, io::stdin().lock(), &mut out)?;
    Ok(if loaded.skipped.is_empty() {
        Outcome::Done
    } else {
        Outcome::Partial
    })
}

/// Lines told at once where there is no screen to fill.
const ROWS: usize = 20;
