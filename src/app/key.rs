//! Keys and mouse, free of any terminal library.

use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Escape,
    Backspace,
    Delete,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
    Function(u8),
}

/// The keys that have a name instead of a character.
const NAMED: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Escape),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("tab", Code::Tab),
    ("backtab", Code::BackTab),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("insert", Code::Insert),
    ("space", Code::Char(' ')),
];

/// The highest function key keyboards have.
const FUNCTION_KEYS: u8 = 24;

/// A key press.
///
/// Prints as, and parses from, its modifiers and its name:
///
/// ```
/// use newsreader::app::key::Key;
/// for name in ["j", "G", "ctrl-p", "alt-o", "esc", "space", "f1"] {
///     assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
}

impl Key {
    /// Makes a key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("ctrl-")?;
        }
        if self.alt {
            out.write_str("alt-")?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return out.write_str(name);
        }
        match self.code {
            Code::Char(letter) => write!(out, "{letter}"),
            Code::Function(number) => write!(out, "f{number}"),
            Code::Enter
            | Code::Escape
            | Code::Backspace
            | Code::Delete
            | Code::Tab
            | Code::BackTab
            | Code::Up
            | Code::Down
            | Code::Left
            | Code::Right
            | Code::Home
            | Code::End
            | Code::PageUp
            | Code::PageDown
            | Code::Insert => unreachable!("every key that is no letter has a name"),
        }
    }
}

/// Says that a text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key")]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(text.to_owned());
        let mut key = Self::plain(Code::Enter);
        let mut rest = text;
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|after| !after.is_empty()) {
                key.ctrl = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|after| !after.is_empty())
            {
                key.alt = true;
                rest = after;
            } else {
                break;
            }
        }
        key.code = code(rest).ok_or_else(unknown)?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return (!letter.is_control() && letter != ' ').then_some(Code::Char(letter));
    }
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix('f')?.parse().ok()?;
    let spelled = format!("f{number}") == name;
    (spelled && (1..=FUNCTION_KEYS).contains(&number)).then_some(Code::Function(number))
}

/// What the mouse did, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub column: u16,
    pub row: u16,
    pub kind: MouseKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Click,
    /// The mouse moved with the left button down.
    Drag,
    /// The left button came up.
    Release,
    ScrollUp,
    ScrollDown,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_oneof};
    use proptest::sample::select;

    use super::{Code, FUNCTION_KEYS, Key, NAMED};

    fn codes() -> impl Strategy<Value = Code> {
        let named: Vec<Code> = NAMED.iter().map(|(_, code)| *code).collect();
        let letters = any::<char>().prop_filter("no key types it", |letter| !letter.is_control());
        prop_oneof![
            select(named),
            letters.prop_map(Code::Char),
            (1..=FUNCTION_KEYS).prop_map(Code::Function),
            Just(Code::Char('-')),
        ]
    }

    proptest::proptest! {
        #[test]
        fn a_key_prints_what_it_parses(code in codes(), ctrl: bool, alt: bool) {
            let key = Key { code, ctrl, alt };
            assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn no_text_is_a_crash(text in ".{0,12}") {
            if let Ok(key) = text.parse::<Key>() {
                assert_eq!(key.to_string().parse(), Ok(key));
            }
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "", " ", "ctrl-", "hyper-x", "f0", "f25", "f01", "Enter", "jj",
        ] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
