//! What a command printed that text was given to.
//!
//! The text comes from outside: it is cleaned and wrapped here, once for a width.

use crate::app::Action;
use crate::app::layout::inside_overlay;
use crate::app::reader;
use crate::document::{Span, clean_text};

/// The greatest size of the box, border included.
pub const COLUMNS: u16 = 100;
pub const ROWS: u16 = 30;

/// What became of the box after an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
}

/// How far a command has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Running,
    /// It is done; what is to be said of that.
    Ended(String),
    /// It failed, or could not be started, and why.
    Failed(String),
}

/// The open box.
#[derive(Debug)]
pub struct Output {
    pub command: String,
    pub state: State,
    text: String,
    rows: Vec<Span>,
    top: usize,
    columns: u16,
    height: u16,
}

impl Output {
    /// Opens the box of a command that has just been started.
    pub fn open(command: &str, size: (u16, u16)) -> Self {
        let mut output = Self {
            command: command.to_owned(),
            state: State::Running,
            text: String::new(),
            rows: Vec::new(),
            top: 0,
            columns: 0,
            height: 0,
        };
        output.resize(size);
        output
    }

    /// Takes what the command printed.
    pub fn ended(&mut self, printed: &str, state: State) {
        self.text = clean_text(printed);
        self.state = state;
        self.wrap();
    }

    /// Tells the box the size of the screen.
    pub fn resize(&mut self, size: (u16, u16)) {
        let (columns, height) = inside_overlay(size, COLUMNS, ROWS);
        self.height = height;
        if self.columns != columns {
            self.columns = columns;
            self.wrap();
        }
        self.scroll_to(self.top);
    }

    /// Returns what was printed, cleaned.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the rows in view, as stretches of the text.
    pub fn in_view(&self) -> &[Span] {
        let last = self.rows.len().min(self.top + usize::from(self.height));
        &self.rows[self.top.min(last)..last]
    }

    /// Returns how many rows there are.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Does what is asked of the box.
    pub fn apply(&mut self, action: Action) -> Answer {
        let page = usize::from(self.height).saturating_sub(2).max(1);
        if let Some(step) = action.list_step(page) {
            self.scroll_to(self.top.saturating_add_signed(step));
            return Answer::Stay;
        }
        let closes = [Action::Back, Action::Widen, Action::Open, Action::Cancel];
        if closes.contains(&action) {
            Answer::Close
        } else {
            Answer::Stay
        }
    }

    fn scroll_to(&mut self, top: usize) {
        let last = self.rows.len().saturating_sub(usize::from(self.height));
        self.top = top.min(last);
    }

    fn wrap(&mut self) {
        let columns = usize::from(self.columns.saturating_sub(2)).max(1);
        self.rows.clear();
        let mut start = 0;
        for line in self.text.split('\n') {
            let span = Span::new(start, start + line.len());
            self.rows.extend(reader::rows(&self.text, span, columns));
            start = span.end as usize + 1;
        }
        while self.rows.last().is_some_and(|row| row.is_empty()) {
            self.rows.pop();
        }
        self.scroll_to(self.top);
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Output, State};
    use crate::app::Action;

    fn shown(output: &Output) -> Vec<&str> {
        let rows = output.in_view().iter();
        rows.map(|row| row.of(output.text())).collect()
    }

    #[test]
    fn what_was_printed_is_cleaned_and_wrapped() {
        let mut output = Output::open("cat", (22, 8));
        output.ended(
            "a\u{1b}[31mred\u{1b}[0m\n\nword word word word\n\n",
            State::Ended(String::new()),
        );
        assert_eq!(shown(&output), ["ared", "", "word word word", "word"]);
    }

    #[test]
    fn scrolling_stops_at_the_last_screenful() {
        let mut output = Output::open("seq", (40, 12));
        let numbers: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        output.ended(&numbers.join("\n"), State::Ended(String::new()));
        assert_eq!(output.apply(Action::Last), Answer::Stay);
        assert_eq!(shown(&output).last(), Some(&"99"));
        assert_eq!(shown(&output).len(), 9);
        assert_eq!(output.apply(Action::Widen), Answer::Close);
    }
}
