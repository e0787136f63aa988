//! What the reader is doing.
//!
//! [`App::update`] takes a [`Message`] and returns [`Effect`]s. It does no
//! I/O: what it wants done in the world it asks for. Panes are plain state,
//! each in its own file with an `apply`; what passes between panes (the
//! reading view follows the timeline, a person narrows both) is decided here
//! and in `act` and `go`; overlays are served in `overlay`.

mod act;
pub mod action;
pub mod card;
mod changing;
pub mod command;
pub mod corrections;
pub mod cursor;
pub mod documents;
pub mod editor;
pub mod effect;
mod entering;
pub mod explanation;
pub mod finder;
mod finding;
#[cfg(test)]
mod fixture;
mod go;
pub mod help;
pub mod histories;
pub mod jumps;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod links;
pub mod listing;
pub mod loading;
mod marks;
pub mod message;
pub mod note;
pub mod notices;
pub mod output;
mod overlay;
pub mod people;
mod place;
mod pointing;
pub mod prompt;
pub mod reader;
mod seen;
pub mod suggesting;
mod terms;
pub mod themes;
pub mod timeline;

pub use action::Action;
pub use effect::Effect;
pub use message::Message;
pub use overlay::Overlay;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::casefile::{CaseFile, History};
use crate::config::{Complaint, StartZoom};
use crate::corpus::{ArticleId, Corpus, PersonId, PersonKey, ReportId};
use crate::document::Span;

use action::Context;
use histories::Histories;
use jumps::Jumps;
use key::Key;
use keymap::{Keymap, Pressed};
use layout::{Arrangement, Division, Showing, arrange};
use loading::Loading;
use notices::Notices;
use pointing::Grip;
use themes::{Standing, Themes};

/// The four panes, in the order of their number keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    Documents,
    Reader,
    Timeline,
    People,
}

impl Pane {
    /// Every pane, in the order of Tab.
    pub const ALL: &[Self] = &[Self::Documents, Self::Reader, Self::Timeline, Self::People];
}

/// Whether the focused pane shares the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    #[default]
    Shared,
    /// It has the whole screen.
    Zen,
}

/// Who gets the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseUse {
    /// The terminal, for selecting text.
    Terminal,
    /// The program, for clicking and scrolling.
    Program,
}

/// Whether the user has begun to go about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Untouched,
    Used,
}

/// A stretch of an article's text to stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub article: ArticleId,
    /// The lit sentence, or an empty span for the top.
    pub span: Span,
}

/// What timeline and documents are narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowing {
    /// Those in any of whose events one is interested; nobody means everybody.
    pub people: Vec<PersonKey>,
}

/// Where one stands: what the jump list remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stand {
    focus: Pane,
    place: Option<Place>,
    standing: reader::Standing,
    report: Option<ReportId>,
    narrowing: Narrowing,
}

/// What the user chose before the program began.
#[derive(Debug, Clone)]
pub struct Settings {
    pub keymap: Keymap,
    /// Columns a line of the reading view has at most.
    pub measure: u16,
    pub mouse: MouseUse,
    pub reordering: reader::Reordering,
    pub themes: Themes,
    /// The layout, and the sizes of panes the settings ask for.
    pub division: Division,
    /// Whether the settings ask for the layout.
    pub layout: Standing,
    pub zoom: StartZoom,
    /// What could not be used of the user's settings.
    pub complaints: Vec<Complaint>,
    /// What is said at the start, if anything.
    pub greeting: Option<String>,
    /// The day the program is run on.
    pub today: NaiveDate,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            measure: 72,
            mouse: MouseUse::Terminal,
            reordering: reader::Reordering::default(),
            themes: Themes::default(),
            division: Division::default(),
            layout: Standing::Usual,
            zoom: StartZoom::Fit,
            complaints: Vec::new(),
            greeting: None,
            today: NaiveDate::default(),
        }
    }
}

/// The state of the program between two messages.
#[derive(Debug)]
pub struct App {
    pub corpus: Arc<Corpus>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The day the program is run on: the app has no clock.
    pub today: NaiveDate,
    pub focus: Pane,
    pub extent: Extent,
    pub overlay: Option<Overlay>,
    pub narrowing: Narrowing,
    pub documents: documents::Documents,
    pub reader: reader::Reader,
    pub timeline: timeline::TimelinePane,
    pub people: people::PeoplePane,
    pub loading: Loading,
    pub notices: Notices,
    pub keymap: Keymap,
    pub themes: Themes,
    /// How the screen is divided among the panes.
    pub division: Division,
    layout: Standing,
    /// The list last in focus, which stays beside the reading view.
    list: Pane,
    /// The border the mouse holds.
    grip: Option<Grip>,
    /// What the reader has made of the pile.
    pub case: CaseFile,
    changes: History,
    mouse: MouseUse,
    manner: Manner,
    jumps: Jumps<Stand>,
    /// Lines entered before.
    histories: Histories,
    /// The letter of a mark that is waited for.
    asked: Option<marks::Asked>,
    /// Where one stood before the search that is being typed.
    before_search: Option<Stand>,
    /// What is asked of the world, besides what the action returns.
    outbox: Vec<Effect>,
    /// The card that comes back when the line or box over it is done with.
    beneath: Option<card::Card>,
}

impl App {
    /// Makes the app of a screen of `size` (columns, rows), with nothing read yet.
    pub fn new(settings: Settings, size: (u16, u16)) -> Self {
        let mut notices = Notices::default();
        if let Some(greeting) = settings.greeting {
            notices.say(greeting);
        }
        notices.complain(&settings.complaints);
        let mut app = Self {
            corpus: Arc::default(),
            size,
            today: settings.today,
            focus: Pane::Timeline,
            extent: Extent::Shared,
            overlay: None,
            narrowing: Narrowing::default(),
            documents: documents::Documents::default(),
            reader: reader::Reader::new(settings.measure).with_reordering(settings.reordering),
            timeline: timeline::TimelinePane::new(settings.today),
            people: people::PeoplePane::default(),
            loading: Loading::default(),
            notices,
            keymap: settings.keymap,
            themes: settings.themes,
            division: settings.division,
            layout: settings.layout,
            list: Pane::Timeline,
            grip: None,
            case: CaseFile::default(),
            changes: History::default(),
            mouse: settings.mouse,
            manner: Manner::Untouched,
            jumps: Jumps::default(),
            histories: Histories::default(),
            asked: None,
            before_search: None,
            outbox: Vec::new(),
            beneath: None,
        };
        app.timeline.start_at(settings.zoom);
        app.arrange();
        app
    }

    /// Lets something happen; returns what the world shall do about it.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = self.take(message);
        self.keep_place(&effects);
        effects.append(&mut self.outbox);
        effects
    }

    /// Lets the program end without being asked: what is to be kept is kept.
    pub fn end(&mut self) -> Vec<Effect> {
        self.keep_place(&[Effect::Quit]);
        std::mem::take(&mut self.outbox)
    }

    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Resize { columns, rows } => {
                self.size = (columns, rows);
                self.arrange();
                Vec::new()
            }
            Message::Mouse(mouse) => self.point(mouse),
            Message::Loading(advance) => {
                self.hear_of_loading(advance);
                Vec::new()
            }
            Message::Gathered(corpus) => self.show(corpus),
            Message::Case(case) => {
                self.case = case;
                self.restore();
                self.recall_measure();
                self.mark_text();
                self.refresh()
            }
            Message::Changed(change) => {
                self.case.apply(&change);
                self.show_change(&change);
                Vec::new()
            }
            Message::Recognised(change) => {
                self.note_quietly(change);
                Vec::new()
            }
            Message::Found(hits) => {
                // People and events of another generation stand elsewhere.
                if let Some(Overlay::Finder(finder)) = &mut self.overlay
                    && hits.generation == self.corpus.generation()
                {
                    finder.found(hits);
                }
                Vec::new()
            }
            Message::Piped { printed, state } => {
                if let Some(Overlay::Output(open)) = &mut self.overlay {
                    open.ended(&printed, state);
                }
                Vec::new()
            }
            Message::Suggested => {
                self.take_suggestions();
                Vec::new()
            }
            Message::Said(text) => {
                self.notices.warn(text);
                Vec::new()
            }
            Message::Tick => {
                self.notices.tick();
                Vec::new()
            }
        }
    }

    /// Returns who has the mouse now.
    pub fn mouse_use(&self) -> MouseUse {
        self.mouse
    }

    /// Returns where the keys go now.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Card(_)) => Context::Card,
            Some(
                Overlay::Finder(_)
                | Overlay::Explanation(_)
                | Overlay::Prompt(_)
                | Overlay::Help(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Links(_)
                | Overlay::Note(_)
                | Overlay::Output(_)
                | Overlay::Suggesting(_),
            ) => Context::Overlay,
            None => match self.focus {
                Pane::Documents => Context::Documents,
                Pane::Reader => Context::Reader,
                Pane::Timeline => Context::Timeline,
                Pane::People => Context::People,
            },
        }
    }

    /// Returns where the panes lie now.
    pub fn arrangement(&self) -> Arrangement {
        let showing = Showing {
            focus: self.focus,
            list: self.list,
            extent: self.extent,
        };
        arrange(self.size, showing, &self.division)
    }

    /// Returns everyone the panes are narrowed to, where they stand now.
    pub fn chosen_people(&self) -> Vec<PersonId> {
        self.people_of(&self.narrowing)
    }

    /// Returns who the panes are narrowed to where that is one person.
    pub fn chosen_person(&self) -> Option<PersonId> {
        match self.chosen_people()[..] {
            [person] => Some(person),
            _ => None,
        }
    }

    fn people_of(&self, narrowing: &Narrowing) -> Vec<PersonId> {
        let keys = narrowing.people.iter();
        keys.filter_map(|key| self.corpus.person_by_key(key))
            .collect()
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.manner = Manner::Used;
        self.notices.hush();
        if let Some(asked) = self.asked.take() {
            return self.answer_mark(asked, key);
        }
        if self.overlay_takes_key(key) {
            return self.press_overlay(key);
        }
        self.press_action(key)
    }

    /// Does what the keymap has for a key where the keys go now.
    fn press_action(&mut self, key: Key) -> Vec<Effect> {
        let context = self.context();
        match self.keymap.press(key, context) {
            Pressed::Action(action) => self.act(action),
            Pressed::Lines(lines) => self.commands(&lines),
            Pressed::Pending(_) | Pressed::Dropped => Vec::new(),
            Pressed::Unbound => {
                self.notices
                    .say(format!("nothing is bound to {key}; ? lists every key"));
                Vec::new()
            }
        }
    }

    fn show(&mut self, corpus: Arc<Corpus>) -> Vec<Effect> {
        self.corpus = corpus;
        let effects = self.refresh();
        self.open_first();
        effects
    }

    /// Shows every pane what the corpus holds now.
    fn refresh(&mut self) -> Vec<Effect> {
        let people = self.chosen_people();
        self.documents.refresh(&self.corpus, &self.case, &people);
        self.people.refresh(&self.corpus, &self.case);
        self.timeline.refresh(&self.corpus, people);
        self.mark_key_events();
        self.reader.refresh(&self.corpus);
        self.refresh_overlay()
    }

    /// Until the user goes somewhere, the text stands where the timeline does.
    fn open_first(&mut self) {
        if self.manner == Manner::Untouched {
            self.follow_timeline();
        }
        if self.reader.article().is_none() {
            self.follow_documents();
        }
    }

    /// Tells every pane its size.
    fn arrange(&mut self) {
        let panes = self.arrangement();
        let (columns, rows) = panes.inside(Pane::Documents);
        self.documents.resize(columns, rows);
        let (columns, rows) = panes.inside(Pane::People);
        self.people.resize(columns, rows);
        let (columns, rows) = panes.inside(Pane::Timeline);
        self.timeline.resize(&self.corpus, columns, rows);
        let (columns, rows) = panes.inside(Pane::Reader);
        self.reader.resize(&self.corpus, columns, rows);
        if let Some(Overlay::Explanation(open)) = &mut self.overlay {
            open.resize(&self.corpus, self.size);
        }
        if let Some(Overlay::Output(open)) = &mut self.overlay {
            open.resize(self.size);
        }
    }
}

#[cfg(test)]
mod tests;
