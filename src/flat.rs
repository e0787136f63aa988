//! The flat mode: lines in, lines out, for screen readers, pipes and slow terminals.
//!
//! No cursor is moved, nothing is coloured or boxed: one thing a line, with a
//! number to refer to it by. [`Flat::take`] understands a line and answers with
//! lines; it does no input or output, which is in [`session`]. The commands are
//! a table in [`command`]; what each does is in the file named for its subject.
//!
//! Numbers stay what they are while nothing is decided about people or events:
//! documents are counted as they were found, people by how often they are
//! mentioned, events by time.

mod change;
pub mod command;
mod corrections;
mod documents;
mod find;
mod marks;
mod naming;
mod page;
mod people;
mod person;
mod reading;
pub mod session;
#[cfg(test)]
mod tests;
mod timeline;
mod told;

use chrono::NaiveDate;

use crate::casefile::{CaseFile, Change, History, PersonKey};
use crate::corpus::search::Catalogue;
use crate::corpus::{ArticleId, Corpus, ReportId};
use crate::export::plain;

use command::{COMMANDS, Verb};
use documents::Shelf;
use page::{Item, Page};
use reading::{Reading, Unit};
use timeline::Window;

/// What a line is answered with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Plain lines to print.
    pub lines: Vec<String>,
    /// What is to be kept for good, before the lines are printed.
    pub changes: Vec<Change>,
    pub then: Then,
}

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Then {
    #[default]
    Ask,
    Quit,
}

/// What a command comes to: what it tells, or a sentence why it cannot be done.
type Told = Result<Vec<Item>, String>;

/// What was spoken of last, for commands that name nothing.
#[derive(Debug, Default)]
struct Spoken {
    event: Option<ReportId>,
    /// Who, and which of their mentions was told last.
    person: Option<(PersonKey, Option<usize>)>,
    article: Option<ArticleId>,
}

/// The flat mode between two lines.
#[derive(Debug)]
pub struct Flat {
    corpus: Corpus,
    case: CaseFile,
    history: History,
    /// What is to be kept of what the present line changed.
    outbox: Vec<Change>,
    /// What "last friday" is counted from.
    today: NaiveDate,
    shelf: Shelf,
    window: Window,
    reading: Option<Reading>,
    unit: Unit,
    spoken: Spoken,
    page: Page,
    catalogue: Catalogue,
}

impl Flat {
    /// Opens a gathered corpus and a case file; `rows` lines are told at once.
    pub fn new(corpus: Corpus, case: CaseFile, today: NaiveDate, rows: usize) -> Self {
        let shelf = Shelf::of(&corpus);
        Self {
            corpus,
            case,
            history: History::default(),
            outbox: Vec::new(),
            today,
            shelf,
            window: Window::default(),
            reading: None,
            unit: Unit::Paragraph,
            spoken: Spoken::default(),
            page: Page::of(rows),
            catalogue: Catalogue::new([]),
        }
    }

    /// Returns what is said at the start.
    pub fn greeting(&self) -> String {
        format!(
            "{}, {}, {}. Type help.",
            told::counted(self.corpus.article_count(), "document"),
            told::counted_people(self.corpus.people().len()),
            told::counted(self.corpus.events().len(), "event"),
        )
    }

    /// Answers a line.
    pub fn take(&mut self, line: &str) -> Answer {
        let line = plain(line);
        let mut then = Then::Ask;
        let told = if line.is_empty() {
            self.go_on()
        } else {
            command::understand(&line).and_then(|(verb, rest)| {
                if verb == Verb::Quit {
                    then = Then::Quit;
                }
                self.obey(verb, rest)
            })
        };
        let lines = match told {
            Ok(items) => self.show(items),
            Err(sentence) => vec![sentence],
        };
        Answer {
            lines: lines.iter().map(|line| plain(line)).collect(),
            changes: std::mem::take(&mut self.outbox),
            then,
        }
    }

    fn obey(&mut self, verb: Verb, rest: &str) -> Told {
        match verb {
            Verb::Help => help(rest),
            Verb::List => self.list(rest),
            Verb::Read => self.read(rest),
            Verb::Next => self.next(),
            Verb::Back => self.back(),
            Verb::More => self.more(rest),
            Verb::By => self.by(rest),
            Verb::Timeline => self.timeline(rest),
            Verb::Event => self.event(rest),
            Verb::Why => self.why(rest),
            Verb::Go => self.go(rest),
            Verb::People => self.people(rest),
            Verb::Person => self.person(rest),
            Verb::Mention => self.mention(rest),
            Verb::Find => self.find(rest),
            Verb::Search => self.search(rest),
            Verb::Sort => self.sort(rest),
            Verb::Filter => self.filter(rest),
            Verb::Unread => self.unread(rest),
            Verb::Star => self.star(rest),
            Verb::Tag => self.tag(rest),
            Verb::Note => self.note(rest),
            Verb::Highlight => self.highlight(),
            Verb::Notes => self.notes(),
            Verb::Date => self.date(rest),
            Verb::Same => self.same(rest),
            Verb::Different => self.different(rest),
            Verb::Suggestions => self.suggestions(),
            Verb::Hide => self.hide(rest),
            Verb::Rename => self.rename(rest),
            Verb::Add => self.add(rest),
            Verb::Undo => self.undo(),
            Verb::Redo => self.redo(),
            Verb::Quit => Ok(Vec::new()),
        }
    }

    /// What Enter alone does: the rest of a list, or the text read on.
    fn go_on(&mut self) -> Told {
        if !self.page.is_empty() {
            Ok(Vec::new())
        } else if self.reading.is_some() {
            self.next()
        } else {
            Err("Nothing is open. Type help.".to_owned())
        }
    }

    /// Words a screenful of items; the rest waits. Nothing new goes on with what waits.
    fn show(&mut self, items: Vec<Item>) -> Vec<String> {
        let (shown, rest) = self.page.turn(items);
        let mut lines: Vec<String> = shown.iter().map(|item| self.line(item)).collect();
        if rest > 0 {
            lines.push(format!("… {rest} more: press Enter"));
        }
        lines
    }

    fn line(&self, item: &Item) -> String {
        match item {
            Item::Line(line) => line.clone(),
            Item::Document(article) => self.document_line(*article),
            Item::Event(event) => self.event_line(*event),
            Item::Person(person) => self.person_line(*person),
            Item::Hit(target) => self.hit_line(*target),
            Item::Part(span) => self.part_line(*span),
            Item::Place(article, span) => self.place_line(*article, *span),
        }
    }
}

/// Tells all commands, or one.
fn help(rest: &str) -> Told {
    if rest.is_empty() {
        let lines = COMMANDS
            .iter()
            .map(|command| format!("{}: {}.", command.usage(), command.help));
        return Ok(page::lines(lines));
    }
    let word = rest.split(' ').next().unwrap_or(rest);
    let command = command::verb(word)?.command();
    let mut lines = vec![format!("{}: {}.", command.usage(), command.help)];
    if !command.short.is_empty() {
        lines.push(format!("In short: {}.", command.short.join(" or ")));
    }
    Ok(page::lines(lines))
}
