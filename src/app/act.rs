//! What an action does in the pane that has the focus.
//!
//! Moving and going in are decided here; what is particular to a pane stands
//! in a file of its own beneath.

mod documents;
mod filter;
mod handing;
mod noting;
mod people;
mod reading;
mod screen;
mod searches;
mod timeline;

use super::corrections::Corrections;
use super::explanation::Subject as Explained;
use super::help::Help;
use super::layout::Axis;
use super::listing::{Listing, Subject};
use super::prompt::{Prompt, Purpose};
use super::{Action, App, Effect, Extent, MouseUse, Narrowing, Overlay, Pane, Place};
use crate::analysis::time::Timex;
use crate::corpus::PersonId;
use crate::corpus::search::Scope;

/// By how many columns and rows a key moves a border between panes.
const COLUMNS: i16 = 2;
const ROWS: i16 = 1;

impl App {
    /// Does what was asked for.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.overlay.is_some() && self.act_in_overlay(action) {
            return Vec::new();
        }
        match action {
            Action::Next
            | Action::Previous
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::PageDown
            | Action::PageUp
            | Action::First
            | Action::Last => self.move_in_pane(action),
            Action::Open => return self.open(),
            Action::Back => self.back(),
            Action::Widen => self.widen(),
            Action::JumpBack => self.jump_back(),
            Action::JumpForward => self.jump_forward(),
            Action::NextPane => self.focus_on(self.neighbour(1)),
            Action::PreviousPane => self.focus_on(self.neighbour(Pane::ALL.len() - 1)),
            Action::FocusDocuments => self.focus_on(Pane::Documents),
            Action::FocusReader => self.focus_on(Pane::Reader),
            Action::FocusTimeline => self.focus_on(Pane::Timeline),
            Action::FocusPeople => self.focus_on(Pane::People),
            Action::Zen => self.toggle_zen(),
            Action::NextMatch => self.step_match(1),
            Action::PreviousMatch => self.step_match(-1),
            Action::Explain => self.explain_here(),
            Action::Find => return self.open_finder(Scope::Everything),
            Action::FindPerson => return self.open_finder(Scope::People),
            Action::SearchText => self.begin_search(),
            Action::FilterPane => return self.open_filter(),
            Action::ClearFilter => return self.clear_filters(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Command => self.prompt(Purpose::Command, ""),
            Action::Help => self.open_help(),
            Action::Corrections => {
                let open = Corrections::open(&self.corpus, &self.case);
                self.overlay = Some(Overlay::Corrections(open));
            }
            Action::Skipped => self.list(Subject::Skipped),
            Action::Messages => self.list(Subject::Messages),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Layout => self.next_layout(),
            Action::WidenPane => self.move_border(Axis::Columns, COLUMNS),
            Action::NarrowPane => self.move_border(Axis::Columns, -COLUMNS),
            Action::HeightenPane => self.move_border(Axis::Rows, ROWS),
            Action::LowerPane => self.move_border(Axis::Rows, -ROWS),
            Action::Theme => self.next_theme(),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Cancel => return self.cancel(),
            Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomFit
            | Action::GoToDate
            | Action::NextDay
            | Action::PreviousDay
            | Action::NextWeek
            | Action::PreviousWeek
            | Action::NextMonth
            | Action::PreviousMonth
            | Action::NextYear
            | Action::PreviousYear
            | Action::NextUnit
            | Action::PreviousUnit
            | Action::Unfold
            | Action::Lanes
            | Action::LaneLeft
            | Action::LaneRight
            | Action::NextKind
            | Action::FilterTimeline
            | Action::SetEventDate
            | Action::HideEvent
            | Action::SelectEvent
            | Action::MergeEvents
            | Action::KeyEvent => return self.act_on_timeline(action),
            Action::ShowPerson
            | Action::NextMention
            | Action::PreviousMention
            | Action::SortPeople
            | Action::SelectPerson
            | Action::MergePeople
            | Action::SplitPerson
            | Action::RenamePerson
            | Action::HidePerson
            | Action::AddPerson
            | Action::Suggestions => return self.act_on_people(action),
            Action::WidenMeasure
            | Action::NarrowMeasure
            | Action::FitMeasure
            | Action::NextDate
            | Action::PreviousDate
            | Action::NextName
            | Action::PreviousName
            | Action::NextQuote
            | Action::PreviousQuote
            | Action::NextLink
            | Action::PreviousLink
            | Action::NextNote
            | Action::PreviousNote
            | Action::Links
            | Action::SelectSentences
            | Action::SelectLines
            | Action::SelectWords
            | Action::SwapEnds
            | Action::Highlight
            | Action::Note
            | Action::NamePerson
            | Action::Pipe
            | Action::Edit
            | Action::Copy
            | Action::OpenUrl
            | Action::Reorder
            | Action::SetMark
            | Action::GoToMark => return self.act_on_reading(action),
            Action::ToggleRead
            | Action::Star
            | Action::Tag
            | Action::SelectDocument
            | Action::SortDocuments
            | Action::GroupDocuments
            | Action::NextUnread
            | Action::ShowUnread
            | Action::SaveSearch
            | Action::TurnOrder
            | Action::DeleteSearch
            | Action::SetDate => return self.act_on_documents(action),
        }
        Vec::new()
    }

    fn move_in_pane(&mut self, action: Action) {
        match self.focus {
            Pane::Documents => {
                self.documents.apply(action);
                self.follow_documents();
            }
            Pane::Reader => self.move_in_text(action),
            Pane::Timeline => {
                self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
            }
            Pane::People => {
                self.people.apply(action, &self.corpus);
            }
        }
    }

    fn open(&mut self) -> Vec<Effect> {
        match self.focus {
            Pane::Documents => self.open_document(),
            Pane::Timeline => {
                if self.timeline.open_bar(&self.corpus) || self.timeline.open_reports(&self.corpus)
                {
                    self.follow_timeline();
                } else if let Some(place) = self.timeline.place(&self.corpus) {
                    self.go(place);
                }
            }
            Pane::People => self.open_people(),
            Pane::Reader => return self.open_in_text(),
        }
        Vec::new()
    }

    /// Narrows documents and timeline to what any of some people are in; nobody widens them again.
    pub(super) fn narrow(&mut self, people: &[PersonId]) {
        let keys = people.iter();
        let keys = keys.map(|person| self.corpus.person(*person).key.clone());
        self.narrowing = Narrowing {
            people: keys.collect(),
        };
        self.documents.narrow(&self.corpus, people);
        self.timeline.narrow(&self.corpus, people.to_vec());
    }

    fn back(&mut self) {
        if self.focus == Pane::Reader {
            if self.reader.step_out() {
                return;
            }
            self.jump_back();
        } else if self.focus == Pane::Timeline && self.widen_wanted() {
            // One level of the timeline's own filter is gone.
        } else if !self.narrowing.people.is_empty() {
            self.narrow(&[]);
        } else {
            self.notices.say("this is the outermost level; Q quits");
        }
    }

    fn widen(&mut self) {
        if self.reader.step_out() || self.reader.clear_search() || self.widen_list() {
            return;
        }
        if self.widen_wanted() {
            return;
        }
        if !self.narrowing.people.is_empty() {
            self.narrow(&[]);
        } else if self.extent == Extent::Zen {
            self.toggle_zen();
        }
    }

    pub(super) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        match pane {
            Pane::Documents | Pane::Timeline | Pane::People => self.list = pane,
            Pane::Reader => {}
        }
        self.arrange();
    }

    fn neighbour(&self, places: usize) -> Pane {
        let at = Pane::ALL
            .iter()
            .position(|pane| *pane == self.focus)
            .unwrap_or(0);
        Pane::ALL[(at + places) % Pane::ALL.len()]
    }

    fn toggle_zen(&mut self) {
        self.extent = match self.extent {
            Extent::Shared => Extent::Zen,
            Extent::Zen => Extent::Shared,
        };
        if self.extent == Extent::Zen && self.focus == Pane::Reader {
            let key = self.keymap.key_or_name(Action::Zen);
            self.notices
                .say(format!("{key} or esc brings the panes back"));
        }
        self.arrange();
    }

    fn step_match(&mut self, step: isize) {
        if !self.leap(|app| app.reader.step_match(step)) {
            self.notices.say("no match; / searches the article");
        }
    }

    /// Explains the selected entry or person, or the words of time where one reads.
    fn explain_here(&mut self) {
        let subject = match self.focus {
            Pane::People => {
                let person = self.people.person(&self.corpus);
                let person = person.map(|person| self.corpus.person(person));
                let mention = person.and_then(|person| person.mentions.first().copied());
                mention.map(Explained::Person)
            }
            Pane::Timeline => {
                let report = self.timeline.selected_report(&self.corpus);
                let undated = || self.timeline.place(&self.corpus);
                let event = report.map(Explained::Event);
                event.or_else(|| undated().map(Explained::Words))
            }
            Pane::Documents | Pane::Reader => self.reading_place().map(Explained::Words),
        };
        match subject {
            Some(subject) => self.explain(subject),
            None => self.notices.say("there is nothing here to explain"),
        }
    }

    /// The lit sentence; where none is lit, what is in view from the first date on.
    fn reading_place(&self) -> Option<Place> {
        let place = self.reader.place()?;
        if self.reader.lit().is_some() {
            return Some(place);
        }
        let analysis = &self.corpus.article(place.article)?.analysis;
        let end = self.reader.in_view().last()?.span.end;
        let in_view = |timex: &&Timex| timex.span.start >= place.span.start;
        let first = analysis.timexes.iter().find(in_view);
        let first = first.filter(|timex| timex.span.end <= end);
        first.map_or(Some(place), |timex| {
            Place::around(&self.corpus, place.article, timex.span)
        })
    }

    pub(super) fn prompt(&mut self, purpose: Purpose, start: &str) {
        let history = purpose.history().map(|history| self.histories.of(history));
        let history = history.unwrap_or_default().to_vec();
        let choices = self.choices(&purpose);
        let open = Prompt::open(purpose, start, history);
        let open = open.offering(choices);
        self.overlay = Some(Overlay::Prompt(open));
    }

    /// Opens the help over whatever is open, which comes back when it closes.
    fn open_help(&mut self) {
        let mut help = Help::open(self.context());
        help.beneath = self.overlay.take().map(Box::new);
        self.overlay = Some(Overlay::Help(help));
    }

    fn list(&mut self, subject: Subject) {
        self.overlay = Some(Overlay::Listing(Listing::open(subject)));
    }

    fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.mouse = match self.mouse {
            MouseUse::Terminal => MouseUse::Program,
            MouseUse::Program => MouseUse::Terminal,
        };
        self.notices.say(match self.mouse {
            MouseUse::Program => "the mouse clicks and scrolls here",
            MouseUse::Terminal => "the mouse belongs to the terminal",
        });
        vec![Effect::UseMouse(self.mouse)]
    }
}
