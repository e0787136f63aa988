//! One line to type in, at the bottom of the screen: a search, a date, an action's name.

use tui_input::{Input, InputRequest};

use crate::app::Pane;
use crate::app::command::{self, Choices, Completion};
use crate::app::key::{Code, Key};
use crate::casefile::Passage;
use crate::corpus::{ArticleId, PersonKey};

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Searching the text of the article shown.
    Search,
    /// Narrowing the list of the pane.
    Filter(Pane),
    /// Filtering the timeline in words ("person:zarif from:2020").
    FilterTimeline,
    /// Giving this article its publication date.
    Date(ArticleId),
    /// Going to a date of the timeline.
    GoToDate,
    /// Correcting the date of what a passage tells.
    EventDate(Passage),
    /// Giving articles a tag.
    Tag,
    /// Giving a person another name.
    Rename(PersonKey),
    /// Adding a name the program has missed.
    AddPerson,
    /// Naming a saved search.
    SaveSearch,
    /// Giving text to a command.
    Pipe,
    /// Naming an action.
    Command,
}

/// What a line does while it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// The article shown is searched.
    Search,
    /// The list of the pane is narrowed.
    Filter(Pane),
}

/// Lines that are remembered apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum History {
    Searches,
    Filters,
    Dates,
    Tags,
    Pipes,
    Commands,
    Finder,
}

impl History {
    /// Every history.
    pub const ALL: &[Self] = &[
        Self::Searches,
        Self::Filters,
        Self::Dates,
        Self::Tags,
        Self::Pipes,
        Self::Commands,
        Self::Finder,
    ];

    /// Returns the word it is stored under.
    pub fn name(self) -> &'static str {
        match self {
            Self::Searches => "searches",
            Self::Filters => "filters",
            Self::Dates => "dates",
            Self::Tags => "tags",
            Self::Pipes => "pipes",
            Self::Commands => "commands",
            Self::Finder => "finder",
        }
    }
}

impl Purpose {
    /// Returns what stands before the line.
    pub fn sign(&self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Filter(_) => "filter: ",
            Self::FilterTimeline => "show: ",
            Self::Date(_) => "published on (year-month-day): ",
            Self::GoToDate => "go to (a date in words): ",
            Self::EventDate(_) => "it happened on (a date in words): ",
            Self::Tag => "tag: ",
            Self::Rename(_) => "name: ",
            Self::AddPerson => "add the name: ",
            Self::SaveSearch => "save this search as: ",
            Self::Pipe => "| ",
            Self::Command => ":",
        }
    }

    /// Returns where its lines are remembered; `None` where they are not.
    pub fn history(&self) -> Option<History> {
        match self {
            Self::Search => Some(History::Searches),
            Self::Filter(_) | Self::FilterTimeline => Some(History::Filters),
            Self::GoToDate => Some(History::Dates),
            Self::Tag => Some(History::Tags),
            Self::Pipe => Some(History::Pipes),
            Self::Command => Some(History::Commands),
            Self::Date(_)
            | Self::EventDate(_)
            | Self::Rename(_)
            | Self::AddPerson
            | Self::SaveSearch => None,
        }
    }

    /// Returns what the line does while one types; `None` where it waits for Enter.
    pub fn live(&self) -> Option<Live> {
        match self {
            Self::Search => Some(Live::Search),
            Self::Filter(pane) => Some(Live::Filter(*pane)),
            Self::FilterTimeline
            | Self::Date(_)
            | Self::GoToDate
            | Self::EventDate(_)
            | Self::Tag
            | Self::Rename(_)
            | Self::AddPerson
            | Self::SaveSearch
            | Self::Pipe
            | Self::Command => None,
        }
    }
}

/// What became of the prompt after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// The line as far as it is typed, where the purpose follows that.
    Typed(String),
    Entered(String),
    /// The key that opened it was pressed again before anything was typed.
    Again,
}

/// The open line.
#[derive(Debug)]
pub struct Prompt {
    purpose: Purpose,
    input: Input,
    /// Why what was entered cannot be used.
    error: Option<String>,
    /// What was entered before, the latest last, and how far back one has gone
    /// among the lines that begin like the one typed.
    history: Vec<String>,
    back: usize,
    /// What may stand behind some actions.
    choices: Choices,
    /// What was typed, while a completion stands in its place.
    typed: String,
    /// Which completion is chosen.
    chosen: Option<usize>,
}

impl Prompt {
    /// Opens a line that already says `start`.
    pub fn open(purpose: Purpose, start: &str, history: Vec<String>) -> Self {
        Self {
            purpose,
            input: Input::new(start.to_owned()),
            error: None,
            history,
            back: 0,
            choices: Vec::new(),
            typed: start.to_owned(),
            chosen: None,
        }
    }

    /// Offers words to go on with.
    #[must_use]
    pub fn offering(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Answer {
        let plain = !key.ctrl && !key.alt;
        match key.code {
            Code::Escape => return Answer::Close,
            Code::Char('g' | 'c') if key.ctrl => return Answer::Close,
            Code::Backspace if plain && self.input.value().is_empty() => return Answer::Close,
            // "gg" goes to the first entry, though "g" alone asks for a date.
            Code::Char('g') if plain && self.is_untouched(&Purpose::GoToDate) => {
                return Answer::Again;
            }
            Code::Enter => return self.enter(),
            Code::Up => return self.recall(1),
            Code::Down => return self.recall(-1),
            Code::Tab => self.complete(1),
            Code::BackTab => self.complete(-1),
            Code::Char('n') if key.ctrl => self.complete(1),
            Code::Char('p') if key.ctrl => self.complete(-1),
            _ => {
                let Some(request) = edit(key) else {
                    return Answer::Stay;
                };
                return self.edit(request);
            }
        }
        Answer::Stay
    }

    /// Takes pasted text as if typed; line breaks become spaces.
    pub fn paste(&mut self, text: &str) -> Answer {
        type_in(&mut self.input, text);
        self.changed()
    }

    /// Returns the lines that the one typed may go on as, the best first.
    pub fn completions(&self) -> Vec<Completion> {
        match self.purpose {
            Purpose::Command => command::completions(&self.typed, &self.choices),
            Purpose::Tag | Purpose::SaveSearch => {
                let (before, typed) = self.last_part();
                command::choices_for(before, typed, &self.choices)
            }
            Purpose::Search
            | Purpose::Filter(_)
            | Purpose::FilterTimeline
            | Purpose::Date(_)
            | Purpose::GoToDate
            | Purpose::EventDate(_)
            | Purpose::Rename(_)
            | Purpose::AddPerson
            | Purpose::Pipe => Vec::new(),
        }
    }

    /// Returns which of the completions stands in the line.
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Returns the first completion shown where so many rows are.
    pub fn first_shown(&self, rows: usize) -> usize {
        let chosen = self.chosen.unwrap_or(0);
        (chosen + 1).saturating_sub(rows)
    }

    /// Puts a completion into the line.
    pub fn choose(&mut self, index: usize) {
        if let Some(completion) = self.completions().get(index) {
            self.input = Input::new(completion.line.clone());
            self.chosen = Some(index);
        }
    }

    /// What stands before the last comma with it, and what is being typed behind
    /// it; only tags come several to a line.
    fn last_part(&self) -> (&str, &str) {
        match self.typed.rfind(',') {
            Some(comma) if self.purpose == Purpose::Tag => self.typed.split_at(comma + 1),
            Some(_) | None => ("", &self.typed),
        }
    }

    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    fn edit(&mut self, request: InputRequest) -> Answer {
        match self.input.handle(request) {
            Some(change) if change.value => self.changed(),
            Some(_) | None => Answer::Stay,
        }
    }

    fn is_untouched(&self, purpose: &Purpose) -> bool {
        self.purpose == *purpose && self.input.value().is_empty()
    }

    fn changed(&mut self) -> Answer {
        self.error = None;
        self.chosen = None;
        self.back = 0;
        self.typed = self.input.value().to_owned();
        if self.purpose.live().is_some() {
            Answer::Typed(self.typed.clone())
        } else {
            Answer::Stay
        }
    }

    fn enter(&mut self) -> Answer {
        // An empty filter shows all, an empty date takes the correction away.
        let means = matches!(
            self.purpose,
            Purpose::FilterTimeline | Purpose::EventDate(_)
        );
        if !means && self.input.value().trim().is_empty() {
            return Answer::Close;
        }
        Answer::Entered(self.input.value().to_owned())
    }

    /// Says why what was entered cannot be used; the line stays open.
    pub fn refuse(&mut self, error: String) {
        self.error = Some(error);
    }

    /// Calls back an earlier line that begins like the one typed.
    fn recall(&mut self, step: isize) -> Answer {
        let typed = self.typed.as_str();
        let fits = |line: &&String| line.starts_with(typed) && *line != typed;
        let earlier: Vec<&String> = self.history.iter().filter(fits).collect();
        self.back = self.back.saturating_add_signed(step).min(earlier.len());
        let line = earlier
            .len()
            .checked_sub(self.back)
            .and_then(|index| earlier.get(index))
            .map_or(typed, |line| line.as_str());
        let line = line.to_owned();
        self.input = Input::new(line.clone());
        self.chosen = None;
        self.error = None;
        if self.purpose.live().is_some() {
            Answer::Typed(line)
        } else {
            Answer::Stay
        }
    }

    /// Puts the next completion in place of what was typed.
    fn complete(&mut self, step: isize) {
        let completions = self.completions();
        let Some(last) = completions.len().checked_sub(1) else {
            return;
        };
        let next = match self.chosen {
            Some(chosen) => {
                (chosen as isize + step).rem_euclid(completions.len() as isize) as usize
            }
            None if step < 0 => last,
            None => 0,
        };
        self.choose(next);
    }
}

/// What a key edits in a line; `None` for keys that edit nothing.
pub(super) fn edit(key: Key) -> Option<InputRequest> {
    let request = match (key.code, key.ctrl) {
        (Code::Char('u'), true) => InputRequest::DeleteFromStart,
        (Code::Char('w') | Code::Backspace, true) => InputRequest::DeletePrevWord,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Char('a'), true) | (Code::Home, _) => InputRequest::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => InputRequest::GoToEnd,
        (Code::Char('h'), true) | (Code::Backspace, false) => InputRequest::DeletePrevChar,
        (Code::Delete, _) => InputRequest::DeleteNextChar,
        (Code::Left, true) => InputRequest::GoToPrevWord,
        (Code::Right, true) => InputRequest::GoToNextWord,
        (Code::Left, false) => InputRequest::GoToPrevChar,
        (Code::Right, false) => InputRequest::GoToNextChar,
        (Code::Char(letter), false) if !key.alt => InputRequest::InsertChar(letter),
        _ => return None,
    };
    Some(request)
}

/// Types pasted text into a line; what would move the cursor becomes a space.
pub(super) fn type_in(input: &mut Input, text: &str) {
    const LONGEST: usize = 400;
    for letter in text.chars().take(LONGEST) {
        let letter = if letter.is_control() { ' ' } else { letter };
        input.handle(InputRequest::InsertChar(letter));
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Prompt, Purpose};
    use crate::app::key::{Code, Key};

    fn typed(purpose: Purpose, line: &str) -> Prompt {
        let mut prompt = Prompt::open(purpose, "", vec!["help".to_owned()]);
        for letter in line.chars() {
            prompt.press(Key::plain(Code::Char(letter)));
        }
        prompt
    }

    #[test]
    fn tab_goes_around_the_completions() {
        let mut prompt = typed(Purpose::Command, "zoom-");
        for expected in ["zoom-in", "zoom-out", "zoom-fit", "zoom-in"] {
            prompt.press(Key::plain(Code::Tab));
            assert_eq!(prompt.input().value(), expected);
        }
        prompt.press(Key::plain(Code::BackTab));
        assert_eq!(prompt.input().value(), "zoom-fit");
    }

    #[test]
    fn earlier_commands_come_back() {
        let mut prompt = typed(Purpose::Command, "");
        prompt.press(Key::plain(Code::Up));
        assert_eq!(prompt.input().value(), "help");
        prompt.press(Key::plain(Code::Down));
        assert_eq!(prompt.input().value(), "");
    }

    #[test]
    fn what_is_typed_chooses_among_the_earlier_commands_and_comes_back() {
        let mut prompt = typed(Purpose::Command, "q");
        prompt.press(Key::plain(Code::Up));
        assert_eq!(prompt.input().value(), "q");
        let mut prompt = typed(Purpose::Command, "he");
        prompt.press(Key::plain(Code::Up));
        assert_eq!(prompt.input().value(), "help");
        prompt.press(Key::plain(Code::Down));
        assert_eq!(prompt.input().value(), "he");
    }

    #[test]
    fn a_search_is_followed_letter_by_letter() {
        let mut prompt = typed(Purpose::Search, "trea");
        let last = prompt.press(Key::plain(Code::Char('t')));
        assert_eq!(last, Answer::Typed("treat".to_owned()));
    }
}
