//! What can be undone and redone.

use super::{CaseFile, Change};

/// How many changes are kept.
const KEPT: usize = 1000;

/// The changes of this session that can be undone, and those undone that can be redone.
#[derive(Debug, Default)]
pub struct History {
    undoing: Vec<Change>,
    redoing: Vec<Change>,
}

impl History {
    /// Applies a change and remembers how to undo it; what was undone before
    /// can no longer be redone.
    pub fn apply(&mut self, file: &mut CaseFile, change: &Change) {
        self.redoing.clear();
        self.undoing.push(file.apply(change));
        if self.undoing.len() > KEPT {
            self.undoing.remove(0);
        }
    }

    /// Undoes the latest change; returns what was done for that. `None` when there is none.
    pub fn undo(&mut self, file: &mut CaseFile) -> Option<Change> {
        let undoing = self.undoing.pop()?;
        self.redoing.push(file.apply(&undoing));
        Some(undoing)
    }

    /// Does again what was undone last; returns what was done. `None` when there is none.
    pub fn redo(&mut self, file: &mut CaseFile) -> Option<Change> {
        let redoing = self.redoing.pop()?;
        self.undoing.push(file.apply(&redoing));
        Some(redoing)
    }
}
