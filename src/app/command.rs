//! Command lines: the name of an action, and behind it what it would ask for.
//!
//! `:set-date 2021-08-14` does what `D` and the line it asks for do. Where an
//! action asks, its answer is taken by whatever it opens, so that nothing is
//! decided twice.

use std::collections::BTreeSet;

use super::prompt::Purpose;
use super::{Action, App, Effect, Overlay};
use crate::casefile::{DocumentKey, Key};
use crate::config::Layout;

/// Something a command line may go on as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The action it names, if it is a command.
    pub action: Option<Action>,
    /// The whole line.
    pub line: String,
}

/// What may stand behind some actions, one of a few words each.
pub type Choices = Vec<(Action, Vec<String>)>;

/// How well a name goes on from what was typed; the lower the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Begins,
    WordBegins,
    Contains,
    /// Its letters stand in it, in their order.
    Scattered,
}

/// The words for what is written behind the actions that ask for something.
/// Whatever else opens a line takes it too; it is only not announced.
const ARGUMENTS: &[(Action, &str)] = &[
    (Action::SetDate, "YEAR-MONTH-DAY"),
    (Action::GoToDate, "DATE"),
    (Action::SetEventDate, "DATE"),
    (Action::Tag, "TAG"),
    (Action::Theme, "THEME"),
    (Action::Layout, "LAYOUT"),
    (Action::FilterTimeline, "FILTER"),
    (Action::FilterPane, "WORDS"),
    (Action::Find, "WORDS"),
    (Action::FindPerson, "WORDS"),
    (Action::SearchText, "WORDS"),
    (Action::Pipe, "COMMAND"),
    (Action::SaveSearch, "NAME"),
    (Action::AddPerson, "NAME"),
    (Action::RenamePerson, "NAME"),
];

/// Returns the word for what is written behind an action; `None` where nothing is.
pub fn argument(action: Action) -> Option<&'static str> {
    let found = ARGUMENTS.iter().find(|(known, _)| *known == action);
    found.map(|(_, word)| *word)
}

/// Cuts a line into an action and what stands behind it. The action is named in
/// full, or by the beginning of just one name.
pub fn read(line: &str) -> Option<(Action, &str)> {
    let line = line.trim();
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    Some((named(name)?, rest.trim()))
}

fn named(name: &str) -> Option<Action> {
    let mut begins = Action::ALL
        .iter()
        .filter(|action| !name.is_empty() && action.name().starts_with(name));
    let only = begins.next().filter(|_| begins.next().is_none()).copied();
    Action::by_name(name).or(only)
}

/// Returns the lines that one may go on as, the best first: names of actions,
/// or, behind a whole name, its choices.
pub fn completions(line: &str, choices: &[(Action, Vec<String>)]) -> Vec<Completion> {
    let line = line.trim_start();
    match line.split_once(char::is_whitespace) {
        Some((name, rest)) => {
            let Some(action) = Action::by_name(name) else {
                return Vec::new();
            };
            let words = choices.iter().find(|(of, _)| *of == action);
            let words = words.map_or(&[][..], |(_, words)| words);
            best(words.iter().map(String::as_str), rest.trim_start())
                .into_iter()
                .map(|word| Completion {
                    action: Some(action),
                    line: format!("{name} {word}"),
                })
                .collect()
        }
        None => best(Action::ALL.iter().map(|action| action.name()), line)
            .into_iter()
            .map(|name| Completion {
                action: Action::by_name(name),
                line: name.to_owned(),
            })
            .collect(),
    }
}

/// Returns the lines that one may go on as whose last part is to be a known word.
pub fn known_words(before: &str, typed: &str, known: &[String]) -> Vec<Completion> {
    let gap = if before.is_empty() { "" } else { " " };
    best(known.iter().map(String::as_str), typed.trim())
        .into_iter()
        .map(|word| Completion {
            action: None,
            line: format!("{before}{gap}{word}"),
        })
        .collect()
}

/// Returns the words that fit, the best first, else in their order.
fn best<'a>(words: impl Iterator<Item = &'a str>, typed: &str) -> Vec<&'a str> {
    let mut fitting: Vec<(Fit, &str)> = words
        .filter_map(|word| Some((fit(word, typed)?, word)))
        .collect();
    // What only has the letters counts where nothing fits better.
    if fitting.iter().any(|(fit, _)| *fit < Fit::Scattered) {
        fitting.retain(|(fit, _)| *fit < Fit::Scattered);
    }
    // Scattered letters say the more of a word the shorter it is.
    fitting.sort_by_key(|(fit, word)| match fit {
        Fit::Begins | Fit::WordBegins | Fit::Contains => (*fit, 0),
        Fit::Scattered => (*fit, word.len()),
    });
    fitting.into_iter().map(|(_, word)| word).collect()
}

fn fit(word: &str, typed: &str) -> Option<Fit> {
    if word.starts_with(typed) {
        return Some(Fit::Begins);
    }
    if word.split('-').skip(1).any(|part| part.starts_with(typed)) {
        return Some(Fit::WordBegins);
    }
    if word.contains(typed) {
        return Some(Fit::Contains);
    }
    let mut letters = word.chars();
    let mut typed = typed.chars().filter(|letter| !letter.is_whitespace());
    typed
        .all(|letter| letters.any(|known| known == letter))
        .then_some(Fit::Scattered)
}

impl App {
    /// Does what a command line says.
    ///
    /// # Errors
    /// A sentence that says what of the line cannot be used.
    pub(super) fn command(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let (action, given) = self.understood(line)?;
        if given.is_empty() {
            return Ok(self.act(action));
        }
        if action == Action::Theme {
            return self.take_theme(given).map(|()| Vec::new());
        }
        if action == Action::Layout {
            return self.lay_out_as(given).map(|()| Vec::new());
        }
        if action == Action::Command {
            return Err("a command stands in no other command".to_owned());
        }
        let given = given.to_owned();
        let before = self.overlay.take();
        let mut effects = self.act(action);
        match &self.overlay {
            Some(Overlay::Prompt(open)) => {
                let purpose = open.purpose().clone();
                self.overlay = before;
                effects.extend(self.entered(&purpose, &given)?);
            }
            Some(Overlay::Finder(_)) => effects.extend(self.paste(&given)),
            Some(_) | None if argument(action).is_some() => {}
            Some(_) | None => {
                let name = action.name();
                return Err(format!("{name} was done; it takes nothing behind it"));
            }
        }
        Ok(effects)
    }

    /// Does the lines a key stands for, up to one that cannot be done.
    pub(super) fn commands(&mut self, lines: &[String]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for line in lines {
            match self.command(line) {
                Ok(more) => effects.extend(more),
                Err(reason) => {
                    self.notices.warn(format!("{line}: {reason}"));
                    break;
                }
            }
        }
        effects
    }

    /// The words that may stand behind some actions now.
    pub(super) fn choices(&self, purpose: &Purpose) -> Choices {
        if *purpose != Purpose::Command {
            return Vec::new();
        }
        let layouts = Layout::ALL.iter().map(|layout| layout.name().to_owned());
        vec![
            (Action::Theme, self.themes.names().to_vec()),
            (Action::Layout, layouts.collect()),
            (Action::Tag, self.tags_given()),
        ]
    }

    /// Every tag that any document has.
    pub(super) fn tags_given(&self) -> Vec<String> {
        let first = Key::Tag(DocumentKey::FIRST, String::new());
        let last = Key::Tag(DocumentKey::LAST, char::MAX.to_string());
        let tags = self
            .case
            .range(first..=last)
            .filter_map(|(key, _)| match key {
                Key::Tag(_, tag) => Some(tag.clone()),
                _ => None,
            });
        let tags: BTreeSet<String> = tags.collect();
        tags.into_iter().collect()
    }

    /// Finds the action a line names: in full, by a beginning, or by letters
    /// that stand in one name only.
    fn understood<'a>(&self, line: &'a str) -> Result<(Action, &'a str), String> {
        if let Some(found) = read(line) {
            return Ok(found);
        }
        let line = line.trim();
        let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let found = completions(name, &[]);
        let mut found = found.iter().filter_map(|found| found.action);
        match (found.next(), found.next()) {
            (Some(only), None) => Ok((only, rest.trim())),
            (None, _) => Err(format!("there is no action “{name}”; ? lists them")),
            (Some(_), Some(_)) => Err(format!(
                "several actions are called “{name}…”; Tab goes through them"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{completions, read};
    use crate::app::Action;

    #[test]
    fn an_action_is_named_by_any_beginning_no_other_has() {
        assert_eq!(read("skip"), Some((Action::Skipped, "")));
        assert_eq!(read("zoom"), None);
        assert_eq!(read(""), None);
        assert_eq!(
            read(" set-date  2021-08-14 "),
            Some((Action::SetDate, "2021-08-14"))
        );
    }

    #[test]
    fn what_begins_like_the_line_goes_before_what_only_has_its_letters() {
        let names = |line: &str| {
            let found = completions(line, &[]).into_iter();
            found.map(|found| found.line).collect::<Vec<_>>()
        };
        assert_eq!(names("zoom-f"), ["zoom-fit"]);
        assert_eq!(names("date")[..2], ["go-to-date", "set-event-date"]);
        assert_eq!(names("stdt")[0], "set-date");
        assert!(names("xyzzy").is_empty());
        assert_eq!(names("").len(), Action::ALL.len());
    }

    #[test]
    fn behind_a_whole_name_its_choices_stand() {
        let choices = vec![(Action::Theme, vec!["dark".to_owned(), "light".to_owned()])];
        let lines = |line: &str| {
            let found = completions(line, &choices).into_iter();
            found.map(|found| found.line).collect::<Vec<_>>()
        };
        assert_eq!(lines("theme "), ["theme dark", "theme light"]);
        assert_eq!(lines("theme li"), ["theme light"]);
        assert!(lines("quit li").is_empty());
    }
}
