//! The one table of what a person can ask for.
//!
//! Keymap, help, command palette, find box and the README's key table are all
//! made from it. A name is kebab-case and stays.

macro_rules! actions {
    ($($variant:ident, $group:ident, $reach:ident, $name:literal, [$($key:literal),*], $help:literal;)*) => {
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

            /// Returns where its keys count.
            pub fn reach(self) -> Reach {
                match self { $(Self::$variant => Reach::$reach,)* }
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
    People,
    Reading,
    Documents,
    Program,
}

/// Where an action's keys count: a key may mean one thing in the timeline and
/// another where one reads. What is narrower goes before what is wider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    Documents,
    Reader,
    Timeline,
    People,
    /// People pane and card.
    Persons,
    /// Documents and reading view.
    Articles,
    /// Documents, timeline, people.
    Lists,
    Anywhere,
}

/// Where the keys go just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    Documents,
    Reader,
    Timeline,
    People,
    /// A person's card lies over the panes.
    Card,
    /// Another overlay lies over the panes.
    Overlay,
}

impl Context {
    /// Every context.
    pub const ALL: &[Self] = &[
        Self::Documents,
        Self::Reader,
        Self::Timeline,
        Self::People,
        Self::Card,
        Self::Overlay,
    ];
}

impl Context {
    /// Returns the word for it: a section of the user's keymap.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Reader => "reader",
            Self::Timeline => "timeline",
            Self::People => "people",
            Self::Card => "card",
            Self::Overlay => "overlay",
        }
    }
}

impl Group {
    /// Every heading, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::Move,
        Self::Panes,
        Self::Find,
        Self::Timeline,
        Self::People,
        Self::Reading,
        Self::Documents,
        Self::Program,
    ];

    /// Returns what stands above its actions.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Panes => "Panes",
            Self::Find => "Finding",
            Self::Timeline => "Timeline",
            Self::People => "People",
            Self::Reading => "Reading",
            Self::Documents => "Documents",
            Self::Program => "Program",
        }
    }
}

impl Reach {
    /// Says whether an action of this reach can be asked for there.
    pub fn covers(self, context: Context) -> bool {
        match self {
            Self::Documents => context == Context::Documents,
            Self::Reader => context == Context::Reader,
            Self::Timeline => context == Context::Timeline,
            Self::People => context == Context::People,
            Self::Persons => matches!(context, Context::People | Context::Card),
            Self::Articles => matches!(context, Context::Documents | Context::Reader),
            Self::Lists => matches!(
                context,
                Context::Documents | Context::Timeline | Context::People
            ),
            Self::Anywhere => true,
        }
    }
}

actions! {
    Next, Move, Anywhere, "next", ["j", "down"], "Go to the next entry or line";
    Previous, Move, Anywhere, "previous", ["k", "up"], "Go to the previous entry or line";
    HalfPageDown, Move, Anywhere, "half-page-down", ["ctrl-d"], "Go half a page down";
    HalfPageUp, Move, Anywhere, "half-page-up", ["ctrl-u"], "Go half a page up";
    PageDown, Move, Anywhere, "page-down", ["ctrl-f", "pagedown", "space"], "Go a page down";
    PageUp, Move, Anywhere, "page-up", ["ctrl-b", "pageup"], "Go a page up";
    First, Move, Anywhere, "first", ["g g", "home"], "Go to the first entry or line";
    Last, Move, Anywhere, "last", ["G", "end"], "Go to the last entry or line";
    Open, Move, Anywhere, "open", ["enter", "l", "right"], "Go in: read, open, choose";
    Back, Move, Anywhere, "back", ["q", "h", "left"], "Go back one level";
    JumpBack, Move, Anywhere, "jump-back", ["ctrl-o"], "Return to where the last jump began";
    JumpForward, Move, Anywhere, "jump-forward", ["ctrl-i", "alt-o"], "Undo a return";
    SetMark, Move, Anywhere, "set-mark", ["m"], "Mark this place with the letter typed next";
    GoToMark, Move, Anywhere, "go-to-mark", ["`", "'"], "Go to the place marked with the letter typed next";

    NextPane, Panes, Anywhere, "next-pane", ["tab"], "Focus the next pane";
    PreviousPane, Panes, Anywhere, "previous-pane", ["backtab"], "Focus the previous pane";
    FocusDocuments, Panes, Anywhere, "documents", ["1"], "Focus the documents";
    FocusReader, Panes, Anywhere, "reader", ["2"], "Focus the reading view";
    FocusTimeline, Panes, Anywhere, "timeline", ["3"], "Focus the timeline";
    FocusPeople, Panes, Anywhere, "people", ["4"], "Focus the people";
    Zen, Panes, Anywhere, "zen", ["z"], "Give the focused pane the whole screen, or take it back";
    Layout, Panes, Anywhere, "layout", ["alt-l"], "Change how the panes lie: four, the reading view wide, the timeline wide, two";
    WidenPane, Panes, Anywhere, "widen-pane", ["alt-right", ">"], "Give the left column more columns";
    NarrowPane, Panes, Anywhere, "narrow-pane", ["alt-left", "<"], "Give the left column fewer columns";
    HeightenPane, Panes, Anywhere, "heighten-pane", ["alt-down"], "Give the upper panes more rows";
    LowerPane, Panes, Anywhere, "lower-pane", ["alt-up"], "Give the upper panes fewer rows";

    Find, Find, Anywhere, "find", ["f", "ctrl-p"], "Find a person, article, event or action";
    FindPerson, Find, Anywhere, "find-person", ["p"], "Find a person";
    SearchText, Find, Reader, "search", ["/"], "Search the article's text";
    FilterPane, Find, Lists, "filter", ["/"], "Narrow the list as you type";
    NextMatch, Find, Anywhere, "next-match", ["n"], "Go to the next match";
    PreviousMatch, Find, Anywhere, "previous-match", ["N"], "Go to the previous match";
    Widen, Find, Anywhere, "widen", ["esc"], "Close what is open, clear the search, widen what was narrowed";
    ClearFilter, Find, Anywhere, "clear-filter", ["C"], "Clear every filter at once";

    ZoomIn, Timeline, Timeline, "zoom-in", ["+", "="], "Zoom in, down to the hour";
    ZoomOut, Timeline, Timeline, "zoom-out", ["-"], "Zoom out, up to the decade";
    ZoomFit, Timeline, Timeline, "zoom-fit", ["0"], "Choose the zoom that fits the events";
    GoToDate, Timeline, Timeline, "go-to-date", ["g"], "Go to a date typed in words (gg still goes to the first entry)";
    NextDay, Timeline, Timeline, "next-day", ["] d"], "Go to the next day that has events";
    PreviousDay, Timeline, Timeline, "previous-day", ["[ d"], "Go to the previous day that has events";
    NextWeek, Timeline, Timeline, "next-week", ["] w", "w"], "Go a week on";
    PreviousWeek, Timeline, Timeline, "previous-week", ["[ w", "W"], "Go a week back";
    NextMonth, Timeline, Timeline, "next-month", ["] m"], "Go a month on";
    PreviousMonth, Timeline, Timeline, "previous-month", ["[ m"], "Go a month back";
    NextYear, Timeline, Timeline, "next-year", ["] y"], "Go a year on";
    PreviousYear, Timeline, Timeline, "previous-year", ["[ y"], "Go a year back";
    NextUnit, Timeline, Timeline, "next-unit", ["}"], "Go on by the unit of the zoom";
    PreviousUnit, Timeline, Timeline, "previous-unit", ["{"], "Go back by the unit of the zoom";
    Unfold, Timeline, Timeline, "unfold", ["o"], "Show or hide the other reports of an event";
    Lanes, Timeline, Timeline, "lanes", ["L"], "Lay the events in lanes: none, by person, source, document";
    LaneRight, Timeline, Timeline, "lane-right", ["l", "right"], "Go to the lane on the right; without lanes, read";
    LaneLeft, Timeline, Timeline, "lane-left", ["h", "left"], "Go to the lane on the left; without lanes, go back";
    NextKind, Timeline, Timeline, "kind", ["K"], "Show all events, or only what happened, was said, is planned";
    FilterTimeline, Timeline, Timeline, "filter-timeline", ["F"], "Filter by words: person:, doc:, from:, to:, kind:, or any text";
    SetEventDate, Timeline, Timeline, "set-event-date", ["e"], "Correct the date of the event";
    HideEvent, Timeline, Timeline, "hide-event", ["x"], "Hide the event; undo brings it back";
    SelectEvent, Timeline, Timeline, "select-event", ["v"], "Select the event, to merge it with another";
    MergeEvents, Timeline, Timeline, "merge-events", ["M"], "Make the selected events one";
    KeyEvent, Timeline, Timeline, "key-event", ["s"], "Mark the event as a key event, or take the mark away";
    Explain, Timeline, Anywhere, "explain", ["i"], "Say why the event or sentence has its date, or a name is the person";

    ShowPerson, People, Anywhere, "person", ["c"], "Open the card of the person chosen, or of the one in the lit sentence";
    NextMention, People, Anywhere, "next-mention", [")"], "Go to the person's next mention";
    PreviousMention, People, Anywhere, "previous-mention", ["("], "Go to the person's previous mention";
    SortPeople, People, People, "sort-people", ["S"], "Sort people by mentions, name, or last seen";
    SelectPerson, People, People, "select-person", ["v"], "Select the person, for a timeline of several";
    MergePeople, People, Persons, "merge-people", ["m"], "Make this person and another one";
    SplitPerson, People, Persons, "split-person", ["s"], "Split a spelling, or an article's name, from the person";
    RenamePerson, People, Persons, "rename-person", ["e"], "Give the person another name";
    HidePerson, People, Persons, "hide-person", ["x"], "Hide who is no person; undo brings it back";
    AddPerson, People, Persons, "add-person", ["a"], "Add a name the program has missed";
    Suggestions, People, Anywhere, "suggestions", ["ctrl-y"], "Go through people who may be one: y same, n different, h not sure";

    WidenMeasure, Reading, Reader, "wider", ["+", "="], "Make the lines of text longer";
    NarrowMeasure, Reading, Reader, "narrower", ["-"], "Make the lines of text shorter";
    FitMeasure, Reading, Reader, "measure-fit", ["0"], "Return to the usual length of lines";
    NextDate, Reading, Reader, "next-date", ["] d"], "Go to the next date in the text";
    PreviousDate, Reading, Reader, "previous-date", ["[ d"], "Go to the previous date in the text";
    NextName, Reading, Reader, "next-name", ["] p"], "Go to the next name in the text";
    PreviousName, Reading, Reader, "previous-name", ["[ p"], "Go to the previous name in the text";
    NextQuote, Reading, Reader, "next-quote", ["] q"], "Go to the next quotation";
    PreviousQuote, Reading, Reader, "previous-quote", ["[ q"], "Go to the previous quotation";
    NextLink, Reading, Reader, "next-link", ["] l"], "Go to the next link";
    PreviousLink, Reading, Reader, "previous-link", ["[ l"], "Go to the previous link";
    NextNote, Reading, Reader, "next-note", ["] n"], "Go to the next note or highlight";
    PreviousNote, Reading, Reader, "previous-note", ["[ n"], "Go to the previous note or highlight";
    Links, Reading, Reader, "links", ["L"], "List the links; a number opens one";
    SelectSentences, Reading, Reader, "select-sentences", ["v"], "Select text sentence by sentence";
    SelectLines, Reading, Reader, "select-lines", ["V"], "Select text line by line";
    SelectWords, Reading, Reader, "select-words", ["w"], "Select text word by word";
    SwapEnds, Reading, Reader, "swap-ends", ["o"], "Stand on the other end of the selection";
    Highlight, Reading, Reader, "highlight", ["H"], "Highlight the selection or the lit sentence, or take it away";
    Note, Reading, Reader, "note", ["a"], "Write a note on the selection or the lit sentence";
    NamePerson, Reading, Reader, "name-person", ["P"], "Add the selected words as a person's name";
    Pipe, Reading, Anywhere, "pipe", ["|"], "Give the selection, or the article, to a command";
    Edit, Reading, Reader, "edit", ["e"], "Open the article's file in $EDITOR";
    Copy, Reading, Anywhere, "copy", ["y"], "Copy the selection or the lit sentence with its title, source and date";
    OpenUrl, Reading, Anywhere, "open-url", ["O"], "Open the article's address, or the link stood on, in the browser";
    Reorder, Reading, Reader, "right-to-left", ["R"], "Reorder right-to-left lines here, or leave that to the terminal";

    ToggleRead, Documents, Anywhere, "toggle-read", ["r"], "Mark the article read or unread";
    Star, Documents, Articles, "star", ["s"], "Star the article, or take the star away";
    Tag, Documents, Articles, "tag", ["t"], "Give the article a tag, or take it away";
    SelectDocument, Documents, Documents, "select-document", ["v"], "Select the document, to act on several at once";
    SortDocuments, Documents, Documents, "sort-documents", ["S"], "Sort documents by number, date, source, or title";
    TurnOrder, Documents, Lists, "turn-order", ["alt-s"], "Turn the order of documents or people round";
    GroupDocuments, Documents, Documents, "group-documents", ["B"], "Group documents by date, source, or not at all";
    NextUnread, Documents, Anywhere, "next-unread", ["] u", "U"], "Go to the next unread article";
    ShowUnread, Documents, Documents, "only-unread", ["="], "Show only unread articles, or all";
    SaveSearch, Documents, Anywhere, "save-search", ["ctrl-s"], "Save the filters as an entry of the documents";
    DeleteSearch, Documents, Documents, "delete-search", ["x"], "Delete the saved search selected; undo brings it back";
    SetDate, Documents, Anywhere, "set-date", ["D"], "Set the article's publication date";

    Undo, Program, Anywhere, "undo", ["u"], "Undo the last change";
    Redo, Program, Anywhere, "redo", ["ctrl-r"], "Redo what was undone";
    Corrections, Program, Anywhere, "corrections", ["ctrl-e"], "List what you have corrected and decided; enter takes one back";
    Command, Program, Anywhere, "command", [":"], "Type the name of an action";
    Help, Program, Anywhere, "help", ["?"], "Show every action and its keys";
    Skipped, Program, Anywhere, "skipped", [], "List the files that could not be read";
    Messages, Program, Anywhere, "messages", [], "List the program's messages";
    Theme, Program, Anywhere, "theme", ["alt-t"], "Take the next theme: dark, light, 16-colour, mono";
    ToggleMouse, Program, Anywhere, "toggle-mouse", ["alt-m"], "Let the mouse click, scroll and drag, or leave it to the terminal";
    Redraw, Program, Anywhere, "redraw", ["ctrl-l"], "Draw the whole screen anew";
    Cancel, Program, Anywhere, "cancel", ["ctrl-x"], "Stop loading; what has been read stays";
    Suspend, Program, Anywhere, "suspend", ["ctrl-z"], "Give the terminal back to the shell; fg returns";
    Quit, Program, Anywhere, "quit", ["Q", "ctrl-c"], "Quit";
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
