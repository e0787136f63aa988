//! One line to type in, at the bottom of the screen: a search, a date, an action's name.

use chrono::NaiveDate;
use tui_input::{Input, InputRequest};

use crate::app::Action;
use crate::app::key::{Code, Key};
use crate::corpus::ArticleId;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Searching the text of the article shown.
    Search,
    /// Giving this article its publication date.
    Date(ArticleId),
    /// Naming an action.
    Command,
}

/// What became of the prompt after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// Search as far as it is typed.
    Typed(String),
    Search(String),
    Date(ArticleId, NaiveDate),
    Command(Action),
}

/// The open line.
#[derive(Debug)]
pub struct Prompt {
    purpose: Purpose,
    input: Input,
    /// Why what was entered cannot be used.
    error: Option<String>,
    /// What was entered before, the latest last, and how far back one has gone.
    history: Vec<String>,
    back: usize,
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
            typed: start.to_owned(),
            chosen: None,
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Answer {
        let plain = !key.ctrl && !key.alt;
        match key.code {
            Code::Escape => return Answer::Close,
            Code::Char('g' | 'c') if key.ctrl => return Answer::Close,
            Code::Backspace if plain && self.input.value().is_empty() => return Answer::Close,
            Code::Enter => return self.enter(),
            Code::Up => self.recall(1),
            Code::Down => self.recall(-1),
            Code::Tab => self.complete(1),
            Code::BackTab => self.complete(-1),
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

    /// Returns the actions whose names go on as the line begins, in the table's
    /// order; those that only contain it come after.
    pub fn completions(&self) -> Vec<Action> {
        if self.purpose != Purpose::Command {
            return Vec::new();
        }
        let typed = self.typed.trim();
        let begins = |action: &&Action| action.name().starts_with(typed);
        let contains =
            |action: &&Action| !action.name().starts_with(typed) && action.name().contains(typed);
        let all = Action::ALL.iter();
        all.clone()
            .filter(begins)
            .chain(all.filter(contains))
            .copied()
            .collect()
    }

    pub fn purpose(&self) -> Purpose {
        self.purpose
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

    fn changed(&mut self) -> Answer {
        self.error = None;
        self.chosen = None;
        self.typed = self.input.value().to_owned();
        match self.purpose {
            Purpose::Search => Answer::Typed(self.input.value().to_owned()),
            Purpose::Date(_) | Purpose::Command => Answer::Stay,
        }
    }

    fn enter(&mut self) -> Answer {
        let line = self.input.value().trim();
        if line.is_empty() {
            return Answer::Close;
        }
        match self.purpose {
            Purpose::Search => Answer::Search(self.input.value().to_owned()),
            Purpose::Date(article) => match NaiveDate::parse_from_str(line, "%Y-%m-%d") {
                Ok(date) => Answer::Date(article, date),
                Err(_) => {
                    self.refuse("a date is written as year-month-day, like 2021-08-14".to_owned())
                }
            },
            Purpose::Command => match self.command(line) {
                Some(action) => Answer::Command(action),
                None => self.refuse(format!("there is no action “{line}”; ? lists them")),
            },
        }
    }

    /// The action of that name, or the only one whose name begins so.
    fn command(&self, line: &str) -> Option<Action> {
        let mut begins = Action::ALL
            .iter()
            .filter(|action| action.name().starts_with(line));
        let only = begins.next().filter(|_| begins.next().is_none()).copied();
        Action::by_name(line).or(only)
    }

    fn refuse(&mut self, error: String) -> Answer {
        self.error = Some(error);
        Answer::Stay
    }

    fn recall(&mut self, step: isize) {
        self.back = self
            .back
            .saturating_add_signed(step)
            .min(self.history.len());
        let line = self
            .history
            .len()
            .checked_sub(self.back)
            .and_then(|index| self.history.get(index));
        self.input = Input::new(line.cloned().unwrap_or_default());
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
        self.chosen = Some(next);
        self.input = Input::new(completions[next].name().to_owned());
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
    use crate::app::Action;
    use crate::app::key::{Code, Key};
    use crate::corpus::ArticleId;

    fn typed(purpose: Purpose, line: &str) -> Prompt {
        let mut prompt = Prompt::open(purpose, "", vec!["help".to_owned()]);
        for letter in line.chars() {
            prompt.press(Key::plain(Code::Char(letter)));
        }
        prompt
    }

    #[test]
    fn a_date_that_is_none_is_refused_in_plain_words() {
        let purpose = Purpose::Date(ArticleId(3));
        let enter = Key::plain(Code::Enter);
        let mut wrong = typed(purpose, "2021-02-30");
        assert_eq!(wrong.press(enter), Answer::Stay);
        assert!(wrong.error().unwrap().contains("year-month-day"));
        let date = chrono::NaiveDate::from_ymd_opt(2021, 2, 28).unwrap();
        assert_eq!(
            typed(purpose, "2021-02-28").press(enter),
            Answer::Date(ArticleId(3), date)
        );
    }

    #[test]
    fn an_action_is_named_by_any_beginning_no_other_has() {
        let enter = Key::plain(Code::Enter);
        assert_eq!(
            typed(Purpose::Command, "skip").press(enter),
            Answer::Command(Action::Skipped)
        );
        let mut several = typed(Purpose::Command, "zoom");
        assert_eq!(several.press(enter), Answer::Stay);
        assert!(several.error().is_some());
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
    fn a_search_is_followed_letter_by_letter() {
        let mut prompt = typed(Purpose::Search, "trea");
        let last = prompt.press(Key::plain(Code::Char('t')));
        assert_eq!(last, Answer::Typed("treat".to_owned()));
    }
}
