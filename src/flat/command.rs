//! The commands of the flat mode: one table.
//!
//! From it lines are understood and the help is made. What a command does is
//! in the files beside this one.

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    Help,
    List,
    Read,
    Next,
    Back,
    More,
    By,
    Timeline,
    Event,
    Why,
    Go,
    People,
    Person,
    Mention,
    Find,
    Search,
    Sort,
    Filter,
    Unread,
    Star,
    Tag,
    Note,
    Highlight,
    Notes,
    Date,
    Same,
    Different,
    Suggestions,
    Hide,
    Rename,
    Add,
    Undo,
    Redo,
    Quit,
}

/// One command.
#[derive(Debug)]
pub struct Command {
    pub verb: Verb,
    /// The full word.
    pub name: &'static str,
    /// Shorter words for it, besides every beginning that is no other command's.
    pub short: &'static [&'static str],
    /// What may follow it; empty where nothing does.
    pub takes: &'static str,
    /// What it does, a sentence without its full stop.
    pub help: &'static str,
}

macro_rules! commands {
    ($($verb:ident $name:literal [$($short:literal),*] $takes:literal: $help:literal;)*) => {
        /// Every command, in the order help tells them.
        pub const COMMANDS: &[Command] = &[$(Command {
            verb: Verb::$verb,
            name: $name,
            short: &[$($short),*],
            takes: $takes,
            help: $help,
        }),*];
    };
}

commands! {
    Help "help" ["h", "?"] "[COMMAND]": "Tells every command, or more of one";
    List "list" ["l", "ls"] "[WORDS]": "Lists the documents, or those whose title, source or tag has the words";
    Read "read" ["r"] "[DOCUMENT [SENTENCE]]": "Opens a document at its beginning or at a sentence; alone, the one last spoken of";
    Next "next" ["n"] "": "Reads on; so does Enter";
    Back "back" ["b"] "": "Reads the part before";
    More "more" ["m"] "[all]": "Goes on with a list that was stopped, or reads the rest of the document";
    By "by" [] "sentence or paragraph": "Says how much is read at once";
    Timeline "timeline" ["t", "tl"] "[from DATE] [to DATE] [person NAME] [document N] [planned, happened or key]": "Lists what happened, in order of time";
    Event "event" ["e"] "[N]": "Tells all of an event: its sentence, who is in it, who else tells it";
    Why "why" ["w"] "[N or person NAME]": "Says how an event came by its date, or why a name is the person";
    Go "go" ["g"] "DATE": "Goes on with the timeline from a date in words, like aug 2021";
    People "people" ["p"] "[by name] [WORDS]": "Lists the people, the most mentioned first";
    Person "person" ["who"] "[NAME or N]": "Tells all of a person: roles, quotations, events, company";
    Mention "mention" [] "[next or back]": "Steps through the sentences that name the person last spoken of";
    Find "find" ["f"] "WORDS": "Finds people, events and documents; @ before the words finds people only, # events, / words in the full text";
    Search "search" ["s", "/"] "WORDS": "Finds the sentences of the open document that have the words";
    Sort "sort" [] "number, date, source or title": "Sorts the documents";
    Filter "filter" [] "[WORDS, unread or starred]": "Narrows the list of documents until filter is said alone";
    Unread "unread" [] "[DOCUMENT]": "Marks a document unread";
    Star "star" ["*"] "[DOCUMENT or event N]": "Stars a document, or marks an event as a key event; again takes it away";
    Tag "tag" [] "[DOCUMENT] WORD": "Gives a document a tag; again takes it away";
    Note "note" ["a"] "TEXT": "Writes a note on the sentence or paragraph read last";
    Highlight "highlight" [] "": "Highlights the sentence or paragraph read last; again takes it away";
    Notes "notes" [] "": "Tells every note and highlight";
    Date "date" ["d"] "[DOCUMENT or event N] DATE": "Corrects the publication date of a document, or the date of an event";
    Same "same" [] "PERSON, PERSON": "Makes two people one";
    Different "different" [] "PERSON, PERSON": "Says that two people are not one";
    Suggestions "suggestions" [] "": "Lists people who may be one";
    Hide "hide" ["x"] "PERSON or event N": "Hides who is no person, or an event";
    Rename "rename" [] "PERSON to NAME": "Gives a person another name";
    Add "add" [] "NAME": "Adds a person whose name was missed";
    Undo "undo" ["u"] "": "Undoes the last change";
    Redo "redo" [] "": "Does again what was undone";
    Quit "quit" ["q", "exit"] "": "Ends the program";
}

impl Verb {
    /// Returns its line of the table.
    pub fn command(self) -> &'static Command {
        let mut commands = COMMANDS.iter();
        let found = commands.find(|command| command.verb == self);
        found.expect("every verb stands in the table")
    }
}

impl Command {
    /// Returns what to type, with what may follow.
    pub fn usage(&self) -> String {
        format!("{} {}", self.name, self.takes)
            .trim_end()
            .to_owned()
    }
}

/// Understands a line: its command, and what follows it.
///
/// # Errors
/// A sentence with the nearest command where the first word is none.
pub fn understand(line: &str) -> Result<(Verb, &str), String> {
    let line = line.trim();
    let (word, rest) = match line.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim()),
        None => (line, ""),
    };
    // “/words” searches, as in every pager.
    if let Some(words) = line.strip_prefix('/') {
        return Ok((Verb::Search, words.trim()));
    }
    verb(word).map(|verb| (verb, rest))
}

/// Finds the command of a word: its name, a short form, or the only beginning.
///
/// # Errors
/// A sentence with the nearest command where there is none.
pub fn verb(word: &str) -> Result<Verb, String> {
    let word = word.to_lowercase();
    let called = |command: &&Command| {
        command.name == word || command.short.iter().any(|short| *short == word)
    };
    if let Some(command) = COMMANDS.iter().find(called) {
        return Ok(command.verb);
    }
    let begun: Vec<&Command> = COMMANDS
        .iter()
        .filter(|command| command.name.starts_with(&word))
        .collect();
    match begun[..] {
        [command] => Ok(command.verb),
        [] => Err(unknown(&word)),
        [..] => {
            let names: Vec<&str> = begun.iter().map(|command| command.name).collect();
            Err(format!("“{word}” could be {}.", names.join(" or ")))
        }
    }
}

fn unknown(word: &str) -> String {
    let distances = COMMANDS
        .iter()
        .map(|command| (distance(word, command.name), command));
    let (changes, nearest) = distances
        .min_by_key(|(changes, _)| *changes)
        .expect("there are commands");
    let shown: String = word.chars().take(40).collect();
    if changes <= nearest.name.len().min(3) {
        format!(
            "There is no command “{shown}”; the nearest is {}.",
            nearest.name
        )
    } else {
        format!("There is no command “{shown}”; help tells them all.")
    }
}

/// How many letters must change to make one word of another; words from outside are cut.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().take(24).enumerate() {
        let mut before = row[0];
        row[0] = index + 1;
        for (place, wanted) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *wanted);
            before = row[place + 1];
            row[place + 1] = changed.min(before + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{Verb, understand, verb};

    #[test]
    fn words_short_forms_and_beginnings_are_understood() {
        for (line, wanted) in [
            ("help", (Verb::Help, "")),
            ("  READ 2  7 ", (Verb::Read, "2  7")),
            ("peop zarif", (Verb::People, "zarif")),
            ("tl", (Verb::Timeline, "")),
            ("/kabul", (Verb::Search, "kabul")),
            ("/ kabul fell", (Verb::Search, "kabul fell")),
            ("note it rained", (Verb::Note, "it rained")),
            ("u", (Verb::Undo, "")),
        ] {
            assert_eq!(understand(line), Ok(wanted), "{line}");
        }
    }

    #[test]
    fn what_is_no_command_is_told_with_the_nearest() {
        for (word, wanted) in [
            (
                "tiemline",
                "There is no command “tiemline”; the nearest is timeline.",
            ),
            ("liste", "There is no command “liste”; the nearest is list."),
            (
                "extraordinarily",
                "There is no command “extraordinarily”; help tells them all.",
            ),
            ("un", "“un” could be unread or undo."),
        ] {
            assert_eq!(verb(word), Err(wanted.to_owned()), "{word}");
        }
    }
}
