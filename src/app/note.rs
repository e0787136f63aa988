//! The box in which a note is written: the words it is on, and its text.

use crate::app::editor::Editor;
use crate::app::key::{Code, Key};
use crate::casefile::Passage;

/// What became of the box after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    Save,
}

/// Whether the box was told to close over what is not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Warning {
    None,
    Unsaved,
}

/// A note being written.
#[derive(Debug)]
pub struct NoteBox {
    pub editor: Editor,
    pub passage: Passage,
    /// The words it is on.
    pub words: String,
    before: String,
    warning: Warning,
}

impl NoteBox {
    /// Opens the note on a passage; `text` is what it says so far.
    pub fn open(passage: Passage, words: String, text: &str) -> Self {
        let editor = Editor::new(text);
        Self {
            before: editor.text(),
            editor,
            passage,
            words,
            warning: Warning::None,
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Answer {
        let unsaved = self.warning == Warning::Unsaved;
        self.warning = Warning::None;
        match key.code {
            Code::Char('s') if key.ctrl => return Answer::Save,
            Code::Enter if key.ctrl || key.alt => return Answer::Save,
            Code::Char('g' | 'c') if key.ctrl => return Answer::Close,
            Code::Escape if unsaved || self.editor.text() == self.before => return Answer::Close,
            Code::Escape => self.warning = Warning::Unsaved,
            _ => self.editor.press(key),
        }
        Answer::Stay
    }

    /// Says whether there was a note before.
    pub fn is_new(&self) -> bool {
        self.before.is_empty()
    }

    /// Returns what can be pressed, or what stands in the way of closing.
    pub fn hint(&self) -> &'static str {
        match self.warning {
            Warning::None => "ctrl-s saves · esc closes · nothing written: no note",
            Warning::Unsaved => "not saved: ctrl-s saves, esc again throws it away",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, NoteBox};
    use crate::casefile::{DocumentKey, Passage};

    fn pressed(keys: &str) -> Answer {
        let passage = Passage::first_of(DocumentKey::FIRST);
        let mut note = NoteBox::open(passage, "words".to_owned(), "before");
        let answers = keys
            .split(' ')
            .map(|key| note.press(key.parse().expect("a key")));
        answers.last().expect("a key")
    }

    #[test]
    fn escape_closes_at_once_only_when_nothing_would_be_lost() {
        assert_eq!(pressed("esc"), Answer::Close);
        assert_eq!(pressed("x esc"), Answer::Stay);
        assert_eq!(pressed("x esc esc"), Answer::Close);
        assert_eq!(pressed("x esc y esc"), Answer::Stay);
        assert_eq!(pressed("x backspace esc"), Answer::Close);
        assert_eq!(pressed("x ctrl-c"), Answer::Close);
    }

    #[test]
    fn control_s_saves_and_enter_does_not() {
        assert_eq!(pressed("x ctrl-s"), Answer::Save);
        assert_eq!(pressed("x alt-enter"), Answer::Save);
        assert_eq!(pressed("x enter"), Answer::Stay);
    }
}
