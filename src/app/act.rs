//! What an action does in the pane that has the focus.

use super::card::Card;
use super::explanation::Subject as Explained;
use super::finder::Finder;
use super::help::Help;
use super::listing::{Listing, Subject};
use super::prompt::{Prompt, Purpose};
use super::{Action, App, Effect, Extent, MouseUse, Narrowing, Overlay, Pane, Place, filter};
use crate::analysis::time::Timex;
use crate::corpus::PersonId;
use crate::corpus::search::Scope;

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
            Action::ZoomIn | Action::ZoomOut | Action::ZoomFit | Action::Unfold => {
                return self.act_on_timeline(action);
            }
            Action::Open => self.open(),
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
            Action::NextMention => self.step_mention(1),
            Action::PreviousMention => self.step_mention(-1),
            Action::ToggleRead => self.toggle_read(),
            Action::Explain => self.explain_here(),
            Action::ShowPerson => self.show_person(),
            Action::Find => return self.open_finder(Scope::Everything),
            Action::FindPerson => return self.open_finder(Scope::People),
            Action::SearchText => self.prompt(Purpose::Search, "", Vec::new()),
            Action::SetDate => self.prompt_for_date(),
            Action::Command => self.prompt(Purpose::Command, "", self.commands.clone()),
            Action::Help => self.overlay = Some(Overlay::Help(Help::default())),
            Action::Skipped => self.list(Subject::Skipped),
            Action::Messages => self.list(Subject::Messages),
            Action::Copy => return self.copy(),
            Action::OpenUrl => return self.open_url(),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    fn move_in_pane(&mut self, action: Action) {
        match self.focus {
            Pane::Documents => {
                self.documents.apply(action);
                self.follow_documents();
            }
            Pane::Reader => self.reader.apply(action),
            Pane::Timeline => {
                self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
            }
            Pane::People => {
                self.people.apply(action, &self.corpus);
            }
        }
    }

    fn act_on_timeline(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.timeline.apply(action, &self.corpus);
        self.follow_timeline();
        effects
    }

    fn open(&mut self) {
        match self.focus {
            Pane::Documents if self.documents.article().is_some() => {
                self.leave();
                self.follow_documents();
                self.read();
            }
            Pane::Timeline => {
                if self.timeline.open_bar(&self.corpus) {
                    self.follow_timeline();
                } else if let Some(place) = self.timeline.place(&self.corpus) {
                    self.go(place);
                }
            }
            Pane::People => {
                if let Some(person) = self.people.person(&self.corpus) {
                    self.choose(person);
                }
            }
            Pane::Documents | Pane::Reader => {}
        }
    }

    /// Narrows to a person; a second time opens the card.
    fn choose(&mut self, person: PersonId) {
        if self.chosen_person() == Some(person) {
            self.overlay = Some(Overlay::Card(Card::open(&self.corpus, person)));
        } else {
            self.narrow(Some(person));
        }
    }

    /// Narrows documents and timeline to a person, or widens them again.
    pub(super) fn narrow(&mut self, person: Option<PersonId>) {
        let key = person.map(|person| self.corpus.person(person).key.clone());
        self.narrowing = Narrowing { person: key };
        self.documents.refresh(&self.corpus, person);
        self.timeline.narrow(&self.corpus, filter(person));
    }

    fn back(&mut self) {
        if self.focus == Pane::Reader {
            self.jump_back();
        } else if self.narrowing.person.is_some() {
            self.narrow(None);
        } else {
            self.notices.say("this is the outermost level; Q quits");
        }
    }

    fn widen(&mut self) {
        if self.reader.clear_search() {
            return;
        }
        if self.narrowing.person.is_some() {
            self.narrow(None);
        } else if self.extent == Extent::Zen {
            self.toggle_zen();
        }
    }

    pub(super) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
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
        self.arrange();
    }

    fn step_match(&mut self, step: isize) {
        if !self.reader.step_match(step) {
            self.notices.say("no match; / searches the article");
        }
    }

    fn toggle_read(&mut self) {
        let article = match self.focus {
            Pane::Documents => self.documents.article(),
            Pane::Reader | Pane::Timeline | Pane::People => self.reader.article(),
        };
        if let Some(article) = article {
            self.documents.toggle_read(article);
        }
    }

    fn show_person(&mut self) {
        let person = match self.focus {
            Pane::People => self.people.person(&self.corpus),
            Pane::Documents | Pane::Reader | Pane::Timeline => {
                self.person_in_lit().or_else(|| self.chosen_person())
            }
        };
        match person {
            Some(person) => self.overlay = Some(Overlay::Card(Card::open(&self.corpus, person))),
            None => self.notices.say("nobody is named in this sentence"),
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
                report.map(Explained::Event)
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

    fn prompt(&mut self, purpose: Purpose, start: &str, history: Vec<String>) {
        self.overlay = Some(Overlay::Prompt(Prompt::open(purpose, start, history)));
    }

    fn list(&mut self, subject: Subject) {
        self.overlay = Some(Overlay::Listing(Listing::open(subject)));
    }

    fn open_finder(&mut self, scope: Scope) -> Vec<Effect> {
        let (finder, search) = Finder::open(scope);
        self.overlay = Some(Overlay::Finder(finder));
        vec![search]
    }

    /// Asks for the date of the article shown, if there is one.
    fn prompt_for_date(&mut self) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        let purpose = Purpose::Date(article.id);
        let published = article.document.published;
        let start = published.map(|published| published.date.to_string());
        self.prompt(purpose, &start.unwrap_or_default(), Vec::new());
    }

    /// Copies the lit sentence so that it can be cited: its words, where and when they stood.
    fn copy(&mut self) -> Vec<Effect> {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return Vec::new();
        };
        let document = &article.document;
        let span = self
            .reader
            .place()
            .map(|place| place.span)
            .unwrap_or_default();
        let words: Vec<&str> = span.of(&document.text).split_whitespace().collect();
        let mut source = vec![document.headline.clone()];
        source.extend(document.publisher.clone());
        source.extend(
            document
                .published
                .map(|published| published.date.to_string()),
        );
        source.extend(document.url.clone());
        self.notices
            .say("the sentence was given to the terminal's clipboard");
        vec![Effect::Copy(format!(
            "“{}” — {}",
            words.join(" "),
            source.join(", ")
        ))]
    }

    fn open_url(&mut self) -> Vec<Effect> {
        let article = self.reader.shown(&self.corpus);
        match article.and_then(|article| article.document.url.clone()) {
            Some(url) => vec![Effect::OpenUrl(url)],
            None => {
                self.notices.say("this article has no address");
                Vec::new()
            }
        }
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
