//! Arguments, settings, a run, an exit status.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::Parser;
use newsreader::cli::{Cli, Command, Format, ReaderArguments};
use newsreader::headless::{self, Outcome, talk};
use newsreader::logging;
use newsreader::run::setup::{self, Environment, Wishes};
use newsreader::run::{self, Ending, config};
use newsreader::source::Request;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let logging = logging::start(cli.common().log.as_deref());
    let result = logging.map_err(io::Error::other).and_then(|()| run(&cli));
    ExitCode::from(Outcome::of(result) as u8)
}

fn run(cli: &Cli) -> io::Result<Outcome> {
    let common = cli.common();
    match &cli.command {
        Some(Command::Timeline(listing)) => {
            headless::timeline(&listing.paths, common, listing.format)
        }
        Some(Command::People(listing)) => headless::people(&listing.paths, common, listing.format),
        Some(Command::Annotate(options)) => headless::annotate(options),
        Some(Command::Notes(notes)) => headless::notes(notes.format),
        Some(Command::Decisions(decisions)) => headless::decisions(&decisions.way),
        Some(Command::Config { action }) => config::run(*action),
        None if cli.reader.flat => talk::flat(&cli.reader.paths, common),
        None if io::stdout().is_terminal() => read(&cli.reader),
        None => headless::timeline(&cli.reader.paths, common, Format::Text),
    }
}

fn read(arguments: &ReaderArguments) -> io::Result<Outcome> {
    let requests = headless::requests(&arguments.paths);
    if requests.contains(&Request::Stdin) && io::stdin().is_terminal() {
        headless::say("standard input is the terminal itself; pipe a text into newsreader -");
        return Ok(Outcome::Nothing);
    }
    let mut wishes = Wishes::read(&Environment::read());
    if let Some(theme) = &arguments.theme
        && let Err(reason) = wishes.take_theme(theme)
    {
        headless::say(reason);
        return Ok(Outcome::Nothing);
    }
    let greeting = arguments
        .paths
        .is_empty()
        .then(|| setup::WELCOME.to_owned());
    let (settings, themes) = wishes.settle(greeting);
    let options = headless::options(&arguments.common);
    match run::reader(requests, options, settings, &themes)? {
        Ending::Quit => Ok(Outcome::Done),
        Ending::NothingOpened(skipped) => Ok(headless::tell_nothing_opened(&skipped)),
    }
}
