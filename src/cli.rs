//! What the user asks for on the command line.
//!
//! Shapes and texts only: `--help` and `--version` are made from them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

const AFTER_HELP: &str = "\
Examples:
  newsreader seeds                 read every text under the directory seeds
  newsreader report.md clippings/  read a file and a directory
  curl -s https://… | newsreader - read what another program wrote
  newsreader timeline seeds | less the same events as plain text

A directory or file that bears the name of a command opens as ./timeline.
In the reader, ? shows every key and Q quits. When standard output is not a
terminal, the timeline is printed as text instead.

Exit status:
  0  done, or the program reading the output has had enough
  1  done, but some input was skipped (said on standard error), or a failure
  2  the command line is wrong, or nothing could be opened

Environment:
  NEWSREADER_CONFIG  read settings from this file instead of the usual place,
                     keymap.toml and the directory themes beside it
  NEWSREADER_DATA    keep notes, marks and decisions in this directory; empty for nowhere
  NEWSREADER_LOG     the same as --log
  NO_COLOR           draw without colours, unless --theme names a theme of them";

/// Reads a pile of news as a story: who did what, when.
///
/// Opens news texts as documents, finds the dates and the people in them, and
/// shows documents, text, timeline and people side by side. Plain text and
/// Markdown are read; directories are searched, ignore files honoured.
#[derive(Debug, Parser)]
#[command(
    name = "newsreader",
    version,
    after_long_help = AFTER_HELP,
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub reader: ReaderArguments,
}

/// What the reader itself is given.
#[derive(Debug, Args)]
pub struct ReaderArguments {
    /// Files and directories to read; - is standard input. Without any, the
    /// built-in samples open as a welcome.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Talk in lines instead of drawing a screen: for screen readers and pipes.
    /// Commands are read from standard input; help tells them.
    #[arg(long)]
    pub flat: bool,
    /// Draw in the colours of this theme: dark, light, 16, mono, or one of your own.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    #[command(flatten)]
    pub common: Common,
}

/// What every way of running the program takes.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Give input that carries no date this publication date.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<NaiveDate>,
    /// Keep a log in FILE; without this no log is kept.
    #[arg(long, value_name = "FILE", env = "NEWSREADER_LOG", hide_env = true)]
    pub log: Option<PathBuf>,
}

/// The commands that need no screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the events of the given texts, in order of time.
    Timeline(Listing),
    /// Print the people of the given texts, the most mentioned first.
    People(Listing),
    /// Mark up texts given as JSON Lines on standard input.
    ///
    /// Reads one {"doc", "dct", "title", "text"} object a line; dct is the
    /// publication date and may be null. Prints one object for every item
    /// found, with half-open offsets in Unicode code points of the text as
    /// given. A line that is no such object is reported and passed over.
    Annotate(Annotate),
    /// Print the case file: what was noted, highlighted, tagged and decided.
    Notes(Notes),
    /// Write or read the decisions about people as a TOML file to share.
    Decisions(Decisions),
    /// Show the settings, say where they lie, or check them.
    Config {
        /// What to do.
        #[command(subcommand)]
        action: ConfigAction,
    },
}

/// How the case file is printed.
#[derive(Debug, Args)]
pub struct Notes {
    /// How to print.
    #[arg(long, value_enum, default_value_t = NotesFormat::Md)]
    pub format: NotesFormat,
    #[command(flatten)]
    pub common: Common,
}

/// How the case file is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NotesFormat {
    /// Markdown, a section a document.
    Md,
    /// One JSON object.
    Json,
}

/// What is done with decisions about people.
#[derive(Debug, Args)]
pub struct Decisions {
    #[command(subcommand)]
    pub way: DecisionsWay,
    #[command(flatten)]
    pub common: Common,
}

/// Which way decisions go.
#[derive(Debug, Subcommand)]
pub enum DecisionsWay {
    /// Write who is one person, who is not, who goes by which name.
    Export {
        /// The file to write, which must not exist; without it, standard output.
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Take over what such a file says, besides what was decided before.
    Import {
        /// The file to read; - is standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// What can be done with the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfigAction {
    /// Print every setting with its value and where it comes from.
    Show,
    /// Print where settings, keys and themes of your own are looked for.
    Path,
    /// Print what cannot be used of them, with file and line; exit status 1 if there is any.
    Check,
}

/// What a printed list is made of, and how it is printed.
#[derive(Debug, Args)]
pub struct Listing {
    /// Files and directories to read; - is standard input.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    #[command(flatten)]
    pub common: Common,
}

/// What to mark up.
#[derive(Debug, Args)]
pub struct Annotate {
    /// What to find; may be given several times.
    #[arg(long = "layer", value_enum, default_value = "time")]
    pub layers: Vec<Layer>,
    /// Say of each expression of time which rule found it, and how and from
    /// what its date was counted; of each name why it stands for the person.
    #[arg(long)]
    pub explain: bool,
    #[command(flatten)]
    pub common: Common,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people to read.
    Text,
    /// For programs: one JSON object a line.
    Jsonl,
}

/// What `annotate` can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// Expressions of time, as TIMEX3 has them.
    Time,
    /// Names of people, each with the person it stands for.
    People,
    /// Quotations with their speakers.
    Quotes,
    /// Sentences that tell of something at a date.
    Events,
}

impl Cli {
    /// Returns the options that hold for any command.
    pub fn common(&self) -> &Common {
        match &self.command {
            None | Some(Command::Config { .. }) => &self.reader.common,
            Some(Command::Timeline(listing) | Command::People(listing)) => &listing.common,
            Some(Command::Annotate(annotate)) => &annotate.common,
            Some(Command::Notes(notes)) => &notes.common,
            Some(Command::Decisions(decisions)) => &decisions.common,
        }
    }
}

fn parse_date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| "not a day of the calendar; write it like 2021-08-14".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parse(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(line.split_whitespace())
    }

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_path_that_is_no_command_goes_to_the_reader() {
        let cli = parse("newsreader seeds ./timeline - --date 2021-08-14").unwrap();
        assert!(cli.command.is_none());
        assert_eq!(cli.reader.paths.len(), 3);
        assert_eq!(cli.common().date, NaiveDate::from_ymd_opt(2021, 8, 14));
    }

    #[test]
    fn a_list_wants_a_path() {
        assert!(parse("newsreader timeline").is_err());
        assert!(parse("newsreader people --format jsonl seeds").is_ok());
    }

    #[test]
    fn layers_may_be_given_several_times() {
        let cli = parse("newsreader annotate --layer people --layer time").unwrap();
        let Some(Command::Annotate(annotate)) = cli.command else {
            panic!("not annotate");
        };
        assert_eq!(annotate.layers, [Layer::People, Layer::Time]);
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_with_an_example() {
        let error = parse("newsreader --date 2021-02-30 seeds").unwrap_err();
        assert!(error.to_string().contains("like 2021-08-14"), "{error}");
    }
}
