//! A list to read: what was skipped, what was said.

use crate::app::Action;

/// What became of the list after an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
}

/// What is listed; the rows are taken from the app when they are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Skipped,
    Messages,
}

/// The open list.
#[derive(Debug)]
pub struct Listing {
    pub subject: Subject,
    /// Rows scrolled by.
    pub top: usize,
}

impl Listing {
    pub fn open(subject: Subject) -> Self {
        Self { subject, top: 0 }
    }

    /// Does what is asked of the list of `count` rows.
    pub fn apply(&mut self, action: Action, count: usize) -> Answer {
        const PAGE: usize = 10;
        if let Some(step) = action.list_step(PAGE) {
            self.top = self
                .top
                .saturating_add_signed(step)
                .min(count.saturating_sub(1));
            return Answer::Stay;
        }
        let closes = [
            Action::Back,
            Action::Widen,
            Action::Open,
            Action::Skipped,
            Action::Messages,
        ];
        if closes.contains(&action) {
            Answer::Close
        } else {
            Answer::Stay
        }
    }
}
