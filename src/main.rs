//! Arguments, settings, a run, an exit status.

use std::process::ExitCode;

use clap::Parser;
use newsreader::cli::{Cli, Command};
use newsreader::headless::{self, Outcome};
use newsreader::logging;

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Err(error) = logging::start(cli.common().log.as_deref()) {
        headless::say(error);
        return ExitCode::from(Outcome::Partial as u8);
    }
    ExitCode::from(run(&cli) as u8)
}

fn run(cli: &Cli) -> Outcome {
    match &cli.command {
        Some(Command::Annotate(options)) => Outcome::of(headless::annotate(options)),
        None | Some(Command::Timeline(_) | Command::People(_)) => {
            headless::say("only annotate can be run so far");
            Outcome::Nothing
        }
    }
}
