//! What the app asks of the world.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::MouseUse;
use crate::casefile::Change;
use crate::corpus::ArticleId;
use crate::corpus::search::Question;

/// A wish that [`run`](crate::run) grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Quit,
    /// Draw every cell anew, whatever is on the screen.
    Redraw,
    /// Stop the loader; what it has read stays.
    Cancel,
    /// Stop as a job of the shell, until it brings the program back.
    Suspend,
    /// Search on a worker; only the latest question needs an answer.
    Search(Question),
    /// Find out beside the loop who of the corpus may be one person.
    Suggest,
    /// Read an article again under the date the user set, or under its own again.
    Reanalyse {
        article: ArticleId,
        published: Option<NaiveDate>,
    },
    /// Keep a change of the case file, at once and for good.
    Store(Change),
    /// Put text on the clipboard of the terminal (OSC 52).
    Copy(String),
    /// Open a URL with the desktop's own program.
    OpenUrl(String),
    /// Give text to a command of the shell, and tell what it prints; one that
    /// still runs is stopped.
    Pipe {
        command: String,
        text: String,
    },
    /// Stop the command that text was given to.
    StopPipe,
    /// Open a file in the user's editor, at the line of a code point of it.
    Edit {
        path: PathBuf,
        code_point: usize,
    },
    /// Give mouse events to the app, or leave them to the terminal.
    UseMouse(MouseUse),
}
