//! The one table of what a person can ask for.
//!
//! Keymap, help, command palette, find box and the README's key table are all
//! made from it. A name is kebab-case and stays.

macro_rules! actions {
    ($($variant:ident, $group:ident, $name:literal, [$($key:literal),*], $help:literal;)*) => {
        /// What a person can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $(#[doc = $help] $variant,)* }

        impl Action {
            /// Every action, in the order help shows them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the kebab-case name: in keymaps, the palette, help.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Finds the action of a name.
            pub fn by_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }

            /// Returns one line that says what it does.
            pub fn help(self) -> &'static str {
                match self { $(Self::$variant => $help,)* }
            }

            /// Returns the group it stands under in help.
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }

            /// Returns the keys it has unless the user's keymap says otherwise.
            pub fn default_keys(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($key),*],)* }
            }
        }
    };
}

impl Action {
    /// Returns by how many rows the action moves in a list of which `page` rows
    /// are in view; `None` for what is no movement. To the ends it is so far
    /// that adding saturates.
    pub fn list_step(self, page: usize) -> Option<isize> {
        let page = isize::try_from(page.max(1)).unwrap_or(isize::MAX);
        let steps = [
            (Self::Next, 1),
            (Self::Previous, -1),
            (Self::HalfPageDown, (page / 2).max(1)),
            (Self::HalfPageUp, -(page / 2).max(1)),
            (Self::PageDown, page),
            (Self::PageUp, -page),
            (Self::First, isize::MIN),
            (Self::Last, isize::MAX),
        ];
        let mut found = steps.iter().filter(|(action, _)| *action == self);
        found.next().map(|(_, step)| *step)
    }
}

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Move,
    Panes,
    Find,
    Timeline,
    Article,
    Program,
}

actions! {
    Next, Move, "next", ["j", "down"], "Go to the next entry or line";
    Previous, Move, "previous", ["k", "up"], "Go to the previous entry or line";
    HalfPageDown, Move, "half-page-down", ["ctrl-d"], "Go half a page down";
    HalfPageUp, Move, "half-page-up", ["ctrl-u"], "Go half a page up";
    PageDown, Move, "page-down", ["ctrl-f", "pagedown", "space"], "Go a page down";
    PageUp, Move, "page-up", ["ctrl-b", "pageup"], "Go a page up";
    First, Move, "first", ["g g", "home"], "Go to the first entry or line";
    Last, Move, "last", ["G", "end"], "Go to the last entry or line";
    Open, Move, "open", ["enter", "l", "right"], "Go in: read, open, choose";
    Back, Move, "back", ["q", "h", "left"], "Go back one level";
    JumpBack, Move, "jump-back", ["ctrl-o"], "Return to where the last jump began";
    JumpForward, Move, "jump-forward", ["ctrl-i", "alt-o"], "Undo a return";

    NextPane, Panes, "next-pane", ["tab"], "Focus the next pane";
    PreviousPane, Panes, "previous-pane", ["backtab"], "Focus the previous pane";
    FocusDocuments, Panes, "documents", ["1"], "Focus the documents";
    FocusReader, Panes, "reader", ["2"], "Focus the reading view";
    FocusTimeline, Panes, "timeline", ["3"], "Focus the timeline";
    FocusPeople, Panes, "people", ["4"], "Focus the people";
    Zen, Panes, "zen", ["z"], "Give the focused pane the whole screen, or take it back";

    Find, Find, "find", ["f", "ctrl-p"], "Find a person, article, event or action";
    FindPerson, Find, "find-person", ["p"], "Find a person";
    SearchText, Find, "search", ["/"], "Search the article's text";
    NextMatch, Find, "next-match", ["n"], "Go to the next match";
    PreviousMatch, Find, "previous-match", ["N"], "Go to the previous match";
    Widen, Find, "widen", ["esc"], "Close what is open, clear the search, widen what was narrowed";

    ZoomIn, Timeline, "zoom-in", ["+", "="], "Zoom the timeline in, down to the hour";
    ZoomOut, Timeline, "zoom-out", ["-"], "Zoom the timeline out, up to the decade";
    ZoomFit, Timeline, "zoom-fit", ["0"], "Choose the zoom that fits the events";
    Unfold, Timeline, "unfold", ["o"], "Show or hide the other reports of an event";
    Explain, Timeline, "explain", ["i"], "Say why the event or sentence has its date";

    ShowPerson, Article, "person", ["c"], "Open the card of the person chosen, or of the one in the lit sentence";
    NextMention, Article, "next-mention", [")"], "Go to the person's next mention";
    PreviousMention, Article, "previous-mention", ["("], "Go to the person's previous mention";
    ToggleRead, Article, "toggle-read", ["r"], "Mark the article read or unread";
    SetDate, Article, "set-date", ["D"], "Set the article's publication date";
    Copy, Article, "copy", ["y"], "Copy the lit sentence with its date and source";
    OpenUrl, Article, "open-url", ["O"], "Open the article's address in the browser";

    Command, Program, "command", [":"], "Type the name of an action";
    Help, Program, "help", ["?"], "Show every action and its keys";
    Skipped, Program, "skipped", [], "List the files that could not be read";
    Messages, Program, "messages", [], "List the program's messages";
    ToggleMouse, Program, "toggle-mouse", ["alt-m"], "Let the mouse click and scroll, or leave it to the terminal";
    Suspend, Program, "suspend", ["ctrl-z"], "Give the terminal back to the shell; fg returns";
    Quit, Program, "quit", ["Q", "ctrl-c"], "Quit";
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn a_list_moves_by_at_least_one_row_however_small_it_is() {
        assert_eq!(Action::HalfPageDown.list_step(0), Some(1));
        assert_eq!(Action::PageUp.list_step(20), Some(-20));
        assert_eq!(Action::Last.list_step(20), Some(isize::MAX));
        assert_eq!(Action::Quit.list_step(20), None);
    }
}
