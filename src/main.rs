//! Arguments, settings, a run, an exit status.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use newsreader::cli::{Cli, Command, Format};
use newsreader::headless::{self, Outcome};
use newsreader::logging;
use newsreader::source::Request;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match logging::start(cli.common().log.as_deref()) {
        Ok(()) => Outcome::of(run(&cli)),
        Err(error) => Outcome::of(Err(error)),
    };
    ExitCode::from(outcome as u8)
}

fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    let common = cli.common();
    let outcome = match &cli.command {
        Some(Command::Timeline(listing)) => {
            headless::timeline(requests(&listing.paths), common, listing.format)?
        }
        Some(Command::People(listing)) => {
            headless::people(requests(&listing.paths), common, listing.format)?
        }
        Some(Command::Annotate(options)) => headless::annotate(options)?,
        None => headless::timeline(requests(&cli.reader.paths), common, Format::Text)?,
    };
    Ok(outcome)
}

/// What is asked for; the samples, if nothing is.
fn requests(paths: &[PathBuf]) -> Vec<Request> {
    if paths.is_empty() {
        return vec![Request::Samples];
    }
    let arguments = paths.iter();
    arguments.map(|path| Request::from_argument(path)).collect()
}
