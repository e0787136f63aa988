//! The explanation of a date or of a person: the steps that led to it, to read and to walk through.
//!
//! Holds what is explained, the steps (made in `steps`, worded in `words`; of persons in `people`),
//! their rows at the present width, and the step stood on. Going to a sentence is
//! decided by [`App`](crate::app::App), which gets the place back as an [`Answer`].

mod people;
mod rows;
mod steps;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use crate::app::card::Card;
use crate::app::keymap::Keymap;
use crate::app::{Action, Place, layout};
use crate::corpus::{Corpus, MentionId, ReportId};

pub use rows::{Cut, GUTTER, LABEL, Row};
pub use steps::{Fact, Heading, Standing, Step};

/// Columns and rows of the box at most, its border included: text of the
/// reading view's measure beside the labels.
pub const COLUMNS: u16 = 88;
const ROWS: u16 = 36;

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The date of the event of this report, from every report of it.
    Event(ReportId),
    /// The expressions of time in a stretch of an article.
    Words(Place),
    /// The forms of the name of whoever this mention stands for.
    Person(MentionId),
}

/// What became of the explanation after an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// Close, and go to this sentence.
    Go(Place),
}

/// The key that sets an article's date, if one does.
fn key_to_set_dates(keymap: &Keymap) -> Option<&str> {
    keymap.keys(Action::SetDate).first().map(String::as_str)
}

/// Returns the steps to the date or the name of a subject, for whoever shows them
/// without keys; none when there is nothing to explain.
pub fn steps_of(corpus: &Corpus, subject: Subject) -> Vec<Step> {
    steps::explain(corpus, subject, None)
}

/// The open explanation; it has at least one step.
#[derive(Debug)]
pub struct Explanation {
    subject: Subject,
    steps: Vec<Step>,
    rows: Vec<Row>,
    /// The step stood on.
    selected: usize,
    /// The first row in view.
    top: usize,
    /// Cells inside the border.
    columns: u16,
    height: usize,
    /// The card it was opened from, which comes back when it closes.
    pub beneath: Option<Box<Card>>,
}

impl Explanation {
    /// Explains a subject on a screen of `size`; `None` when there is nothing to explain.
    pub fn open(
        corpus: &Corpus,
        subject: Subject,
        keymap: &Keymap,
        size: (u16, u16),
    ) -> Option<Self> {
        let steps = steps::explain(corpus, subject, key_to_set_dates(keymap));
        let mut explanation = Self {
            subject,
            selected: steps::first_of(corpus, subject, &steps)?,
            steps,
            rows: Vec::new(),
            top: 0,
            columns: 0,
            height: 0,
            beneath: None,
        };
        explanation.resize(corpus, size);
        explanation.reveal();
        Some(explanation)
    }

    /// Explains anew after the corpus grew; [`Answer::Close`] when nothing is left to explain.
    pub fn refresh(&mut self, corpus: &Corpus, keymap: &Keymap, size: (u16, u16)) -> Answer {
        self.steps = steps::explain(corpus, self.subject, key_to_set_dates(keymap));
        if self.steps.is_empty() {
            return Answer::Close;
        }
        self.selected = self.selected.min(self.steps.len() - 1);
        self.resize(corpus, size);
        Answer::Stay
    }

    /// Fits the rows to a screen of so many columns and rows.
    pub fn resize(&mut self, corpus: &Corpus, size: (u16, u16)) {
        self.columns = layout::inside_overlay(size, COLUMNS, ROWS).0;
        self.rows = rows::lay_out(corpus, &self.steps, self.columns);
        self.height = usize::from(layout::inside_overlay(size, COLUMNS, self.box_rows()).1);
        self.top = self.top.min(self.last_top());
        self.reveal();
    }

    /// Does what is asked of the explanation; other actions leave it as it is.
    pub fn apply(&mut self, action: Action) -> Answer {
        let page = self.height.saturating_sub(1);
        if action == Action::Next {
            self.forward();
        } else if action == Action::Previous {
            self.backward();
        } else if let Some(rows) = action.list_step(page) {
            self.scroll(rows);
        } else if action == Action::NextPane {
            self.turn(1);
        } else if action == Action::PreviousPane {
            self.turn(-1);
        } else if action == Action::Open {
            return Answer::Go(self.step().place);
        } else if [Action::Back, Action::Widen, Action::Explain].contains(&action) {
            return Answer::Close;
        }
        Answer::Stay
    }

    /// Returns the step stood on.
    pub fn step(&self) -> &Step {
        &self.steps[self.selected]
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns how many reports, expressions or forms of a name are explained.
    pub fn accounts(&self) -> usize {
        self.steps.last().map_or(0, |step| step.account + 1)
    }

    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Returns the rows in view.
    pub fn in_view(&self) -> &[Row] {
        let last = self.rows.len().min(self.top + self.height);
        &self.rows[self.top.min(last)..last]
    }

    /// Goes to the step shown in a row; says whether one stood on it already.
    pub fn click(&mut self, row: usize) -> bool {
        let step = match self.in_view().get(row) {
            Some(Row::Heading { step } | Row::Sentence { step, .. } | Row::Fact { step, .. }) => {
                *step
            }
            Some(Row::Blank) | None => return false,
        };
        let again = self.selected == step;
        self.selected = step;
        again
    }

    /// Says whether rows lie below those in view.
    pub fn goes_on(&self) -> bool {
        self.top + self.height < self.rows.len()
    }

    /// Returns how many rows a box takes that shows everything, as far as a box may.
    pub fn box_rows(&self) -> u16 {
        let rows = u16::try_from(self.rows.len() + 2).unwrap_or(u16::MAX);
        rows.min(ROWS)
    }

    /// Scrolls through a step that is longer than the box, then goes to the next.
    fn forward(&mut self) {
        if self.rows_of(self.selected).end > self.top + self.height {
            self.top = (self.top + 1).min(self.last_top());
        } else if self.selected + 1 < self.steps.len() {
            self.selected += 1;
            self.reveal();
        }
    }

    fn backward(&mut self) {
        if self.rows_of(self.selected).start < self.top {
            self.top -= 1;
        } else if self.selected > 0 {
            self.selected -= 1;
            let rows = self.rows_of(self.selected);
            self.top = self
                .top
                .min(rows.start.max(rows.end.saturating_sub(self.height)));
        }
    }

    /// Scrolls by rows; the first step in view that begins there is stood on.
    fn scroll(&mut self, rows: isize) {
        self.top = self.top.saturating_add_signed(rows).min(self.last_top());
        let begins_in_view = |step: &usize| self.rows_of(*step).start >= self.top;
        let last = self.steps.len() - 1;
        self.selected = match rows > 0 {
            true if self.top == self.last_top() => last,
            false if self.top == 0 => 0,
            true | false => (0..last).find(begins_in_view).unwrap_or(last),
        };
    }

    /// Goes to the first step of another report, around at the ends.
    fn turn(&mut self, places: isize) {
        let accounts = self.accounts() as isize;
        let wanted = (self.step().account as isize + places).rem_euclid(accounts);
        let is_wanted = |step: &Step| step.account == wanted as usize;
        self.selected = self.steps.iter().position(is_wanted).unwrap_or(0);
        self.reveal();
    }

    /// Scrolls the step stood on into view, its beginning at least.
    fn reveal(&mut self) {
        let rows = self.rows_of(self.selected);
        let lowest = rows.end.saturating_sub(self.height).min(rows.start);
        self.top = self.top.max(lowest).min(rows.start);
    }

    fn rows_of(&self, step: usize) -> Range<usize> {
        let is_of = |row: &Row| row.step() == Some(step);
        let start = self.rows.iter().position(is_of).unwrap_or(0);
        let end = self.rows.iter().rposition(is_of).unwrap_or(start) + 1;
        start..end
    }

    fn last_top(&self) -> usize {
        self.rows.len().saturating_sub(self.height)
    }
}
