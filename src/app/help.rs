//! The help: what can be done here first, then everything; searched by typing.
//!
//! After the actions stand what the marks mean and how the find box is asked,
//! so that one search finds any of it.

mod legend;

use tui_input::Input;

use crate::app::action::{Context, Group, Reach};
use crate::app::key::{Code, Key};
use crate::app::keymap::Keymap;
use crate::app::{Action, Overlay, prompt};

/// Rows a page key moves by.
const PAGE: isize = 10;

/// What became of the help after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
}

/// One row of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Heading(&'static str),
    Action(Action),
    /// A mark or something typed, and what it means.
    Sign(&'static str, &'static str),
}

/// The open help.
#[derive(Debug)]
pub struct Help {
    input: Input,
    /// Where the keys went when it was asked for.
    context: Context,
    /// Rows scrolled by.
    top: usize,
    /// What it lies over and gives back.
    pub beneath: Option<Box<Overlay>>,
}

impl Help {
    /// Opens the help for where the keys go to.
    pub fn open(context: Context) -> Self {
        Self {
            input: Input::default(),
            context,
            top: 0,
            beneath: None,
        }
    }

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

    /// Takes pasted text as if typed.
    pub fn paste(&mut self, text: &str) {
        prompt::type_in(&mut self.input, text);
        self.top = 0;
    }

    /// Scrolls by so many rows.
    pub fn scroll(&mut self, rows: isize) {
        let most = 2 * Action::ALL.len();
        self.top = self.top.saturating_add_signed(rows).min(most);
    }

    /// Keeps the scrolling within what there is to show in so many rows.
    pub fn top(&self, rows: usize, height: usize) -> usize {
        self.top.min(rows.saturating_sub(height))
    }

    /// Returns the rows that have every word typed, each part under its heading.
    pub fn rows(&self, keymap: &Keymap) -> Vec<Row> {
        let typed = self.input.value().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut rows = Vec::new();
        let mut part = |heading: &'static str, part: Vec<Row>| {
            let fits = |row: &Row| has_all(*row, &words, keymap);
            let fitting: Vec<Row> = part.into_iter().filter(fits).collect();
            if !fitting.is_empty() {
                rows.push(Row::Heading(heading));
                rows.extend(fitting);
            }
        };
        let (here, elsewhere): (Vec<Action>, Vec<Action>) = Action::ALL
            .iter()
            .partition(|action| self.is_here(**action));
        part(
            heading_of(self.context),
            here.into_iter().map(Row::Action).collect(),
        );
        for group in Group::ALL {
            let of_group = elsewhere.iter().filter(|action| action.group() == *group);
            part(
                group.heading(),
                of_group.copied().map(Row::Action).collect(),
            );
        }
        for (heading, signs) in legend::PARTS {
            let signs = signs.iter().map(|(sign, means)| Row::Sign(sign, means));
            part(heading, signs.collect());
        }
        rows
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    /// Says whether an action is particular to where the help was asked for.
    fn is_here(&self, action: Action) -> bool {
        action.reach() != Reach::Anywhere && action.reach().covers(self.context)
    }
}

fn heading_of(context: Context) -> &'static str {
    match context {
        Context::Documents => "Here: the documents",
        Context::Reader => "Here: the reading view",
        Context::Timeline => "Here: the timeline",
        Context::People => "Here: the people",
        Context::Card => "Here: a person's card",
        Context::Overlay => "Here",
    }
}

fn has_all(row: Row, words: &[&str], keymap: &Keymap) -> bool {
    words.iter().all(|word| match row {
        Row::Heading(_) => true,
        Row::Action(action) => {
            let keys = keymap.keys(action);
            action.name().contains(word)
                || action.help().to_lowercase().contains(word)
                || keys.iter().any(|key| key.to_lowercase() == *word)
        }
        Row::Sign(sign, means) => sign.contains(word) || means.to_lowercase().contains(word),
    })
}

#[cfg(test)]
mod tests {
    use super::{Answer, Help, Row};
    use crate::app::Action;
    use crate::app::action::Context;
    use crate::app::key::{Code, Key};
    use crate::app::keymap::Keymap;

    fn rows(context: Context, typed: &str) -> Vec<Row> {
        let mut help = Help::open(context);
        for letter in typed.chars() {
            help.press(Key::plain(Code::Char(letter)));
        }
        help.rows(&Keymap::default())
    }

    fn actions(typed: &str) -> Vec<Action> {
        let rows = rows(Context::Overlay, typed);
        let actions = rows.into_iter().filter_map(|row| match row {
            Row::Action(action) => Some(action),
            Row::Heading(_) | Row::Sign(..) => None,
        });
        actions.collect()
    }

    #[test]
    fn typing_narrows_the_list_by_name_help_and_key() {
        let mut all = actions("");
        assert_eq!(all.len(), Action::ALL.len());
        all.sort();
        all.dedup();
        assert_eq!(all.len(), Action::ALL.len(), "none stands twice");
        assert_eq!(actions("zoom fit"), [Action::ZoomFit]);
        assert_eq!(actions("ctrl-o"), [Action::JumpBack]);
        assert!(actions("zzz").is_empty());
    }

    #[test]
    fn what_counts_here_alone_comes_first() {
        let first = rows(Context::Timeline, "");
        assert_eq!(first[0], Row::Heading("Here: the timeline"));
        assert_eq!(first[1], Row::Action(Action::FilterPane));
        assert!(first[..12].contains(&Row::Action(Action::ZoomIn)));
        assert_eq!(rows(Context::Overlay, "")[0], Row::Heading("Moving"));
    }

    #[test]
    fn marks_and_the_find_box_are_explained_and_searched_too() {
        let found = rows(Context::Reader, "neighbouring");
        assert!(
            matches!(found[..], [Row::Heading(_), Row::Sign("◇", _)]),
            "{found:?}"
        );
        assert!(rows(Context::Reader, "^pre").len() == 2);
    }

    #[test]
    fn q_closes_only_while_nothing_is_typed() {
        let q = Key::plain(Code::Char('q'));
        let mut help = Help::open(Context::People);
        assert_eq!(help.press(q), Answer::Close);
        help.press(Key::plain(Code::Char('a')));
        assert_eq!(help.press(q), Answer::Stay);
    }
}
