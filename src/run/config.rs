//! The `config` command: what the settings are, where they lie, whether they hold.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::cli::ConfigAction;
use crate::config::Files;
use crate::export;
use crate::headless::{self, Outcome};

use super::setup::{Chooser, Environment, Wishes};

/// Columns of a setting before it is said where it comes from.
const SETTING: usize = 34;

/// Does what the command asks for.
///
/// # Errors
/// When standard output cannot be written to.
pub fn run(action: ConfigAction) -> io::Result<Outcome> {
    let wishes = Wishes::read(&Environment::read());
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match action {
        ConfigAction::Show => show(&wishes, &mut out)?,
        ConfigAction::Path => path(wishes.files.as_ref(), &mut out)?,
        ConfigAction::Check => check(&wishes, &mut out)?,
    };
    out.flush()?;
    Ok(outcome)
}

/// Prints every setting and the user's keys, each with where it comes from.
fn show(wishes: &Wishes, out: &mut impl Write) -> io::Result<Outcome> {
    for (name, value) in wishes.loaded.values() {
        let (value, origin) = if name == "theme" {
            let value = format!("\"{}\"", wishes.theme);
            (value, origin_of_theme(&wishes.chooser))
        } else {
            let place = wishes.loaded.place_of(name);
            let origin = place.map_or_else(|| "built in".to_owned(), ToString::to_string);
            (value.to_string(), origin)
        };
        line(&format!("{name} = {value}"), &origin, out)?;
    }
    let sections = wishes.keys.bindings.iter().map(|binding| {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("{key:?}")).collect();
        let said = format!("{} = [{}]", binding.action, keys.join(", "));
        (binding.section.clone(), said, &binding.place)
    });
    let chords = wishes.keys.chords.iter().map(|chord| {
        let steps: Vec<String> = chord.steps.iter().map(|step| format!("{step:?}")).collect();
        let section = chord.section.as_deref().map(|name| format!("keys.{name}"));
        let said = format!("{:?} = [{}]", chord.key, steps.join(", "));
        (
            Some(section.unwrap_or_else(|| "keys".to_owned())),
            said,
            &chord.place,
        )
    });
    let mut all: Vec<_> = sections.chain(chords).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    let mut above = None;
    for (section, said, place) in all {
        let heading = section.unwrap_or_else(|| "anywhere".to_owned());
        if above.as_ref() != Some(&heading) {
            writeln!(out, "\n[{}]", export::plain(&heading))?;
            above = Some(heading);
        }
        line(&said, &place.to_string(), out)?;
    }
    if !wishes.complaints.is_empty() {
        let count = wishes.complaints.len();
        let faults = if count == 1 { "fault" } else { "faults" };
        headless::say(format_args!(
            "{count} {faults}; newsreader config check tells"
        ));
    }
    Ok(Outcome::Done)
}

fn line(said: &str, origin: &str, out: &mut impl Write) -> io::Result<()> {
    let (said, origin) = (export::plain(said), export::plain(origin));
    writeln!(out, "{said:<SETTING$} # {origin}")
}

fn origin_of_theme(chooser: &Chooser) -> String {
    match chooser {
        Chooser::BuiltIn => "built in".to_owned(),
        Chooser::Terminal => "the terminal (TERM)".to_owned(),
        Chooser::NoColour => "NO_COLOR".to_owned(),
        Chooser::Settings(place) => place.to_string(),
        Chooser::CommandLine => "--theme".to_owned(),
    }
}

/// Prints where the files lie, whether or not they are there.
fn path(files: Option<&Files>, out: &mut impl Write) -> io::Result<Outcome> {
    let Some(files) = files else {
        headless::say("no settings are read: NEWSREADER_CONFIG is empty, or there is no home");
        return Ok(Outcome::Partial);
    };
    for (what, path) in [
        ("settings", &files.config),
        ("keys", &files.keymap),
        ("themes", &files.themes),
    ] {
        let shown = export::plain(&path.display().to_string());
        writeln!(out, "{what:<9} {shown}{}", there(path))?;
    }
    Ok(Outcome::Done)
}

fn there(path: &Path) -> &'static str {
    if path.exists() { "" } else { " (not there)" }
}

/// Prints what cannot be used of the settings, file by file and line by line.
fn check(wishes: &Wishes, out: &mut impl Write) -> io::Result<Outcome> {
    for complaint in &wishes.complaints {
        writeln!(out, "{}", export::plain(&complaint.to_string()))?;
    }
    if !wishes.complaints.is_empty() {
        return Ok(Outcome::Partial);
    }
    match &wishes.files {
        Some(files) if files.config.exists() || files.keymap.exists() => {
            writeln!(out, "no fault found")?;
        }
        Some(_) | None => writeln!(out, "there are no settings of your own to check")?,
    }
    Ok(Outcome::Done)
}
