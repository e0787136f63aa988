//! The help: every action with its keys, searched by typing.

use tui_input::Input;

use crate::app::Action;
use crate::app::key::{Code, Key};
use crate::app::keymap::Keymap;
use crate::app::prompt;

/// Rows a page key moves by.
const PAGE: isize = 10;

/// What became of the help after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
}

/// The open help.
#[derive(Debug, Default)]
pub struct Help {
    input: Input,
    /// Rows scrolled by.
    top: usize,
}

impl Help {
    /// Takes a key: letters narrow the list, arrows scroll it.
    pub fn press(&mut self, key: Key) -> Answer {
        let empty = self.input.value().is_empty();
        match key.code {
            Code::Escape => return Answer::Close,
            Code::Char('c' | 'g') if key.ctrl => return Answer::Close,
            Code::Char('q' | '?') if empty => return Answer::Close,
            Code::Enter => return Answer::Close,
            Code::Down => self.scroll(1),
            Code::Up => self.scroll(-1),
            Code::Char('n' | 'j') if key.ctrl => self.scroll(1),
            Code::Char('p' | 'k') if key.ctrl => self.scroll(-1),
            Code::PageDown => self.scroll(PAGE),
            Code::PageUp => self.scroll(-PAGE),
            _ => {
                if let Some(request) = prompt::edit(key) {
                    self.input.handle(request);
                    self.top = 0;
                }
            }
        }
        Answer::Stay
    }

    /// Scrolls by so many rows.
    pub fn scroll(&mut self, rows: isize) {
        self.top = self
            .top
            .saturating_add_signed(rows)
            .min(2 * Action::ALL.len());
    }

    /// Returns the actions whose name, help or keys contain every word typed.
    pub fn matching(&self, keymap: &Keymap) -> Vec<Action> {
        let typed = self.input.value().to_lowercase();
        let matches = |action: &Action| {
            let keys = keymap.keys(*action);
            typed.split_whitespace().all(|word| {
                action.name().contains(word)
                    || action.help().to_lowercase().contains(word)
                    || keys.iter().any(|key| key.to_lowercase() == word)
            })
        };
        Action::ALL.iter().copied().filter(matches).collect()
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    pub fn top(&self) -> usize {
        self.top
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Help};
    use crate::app::Action;
    use crate::app::key::{Code, Key};
    use crate::app::keymap::Keymap;

    fn matching(typed: &str) -> Vec<Action> {
        let mut help = Help::default();
        for letter in typed.chars() {
            help.press(Key::plain(Code::Char(letter)));
        }
        help.matching(&Keymap::default())
    }

    #[test]
    fn typing_narrows_the_list_by_name_help_and_key() {
        assert_eq!(matching(""), Action::ALL);
        assert_eq!(matching("zoom fit"), [Action::ZoomFit]);
        assert_eq!(matching("ctrl-o"), [Action::JumpBack]);
        assert!(matching("zzz").is_empty());
    }

    #[test]
    fn q_closes_only_while_nothing_is_typed() {
        let q = Key::plain(Code::Char('q'));
        assert_eq!(Help::default().press(q), Answer::Close);
        let mut help = Help::default();
        help.press(Key::plain(Code::Char('a')));
        assert_eq!(help.press(q), Answer::Stay);
    }
}
