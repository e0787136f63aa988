//! What the find box leads to: asking, choosing, going there.

use super::finder::{self, Answer, Finder};
use super::prompt::History;
use super::{App, Effect, Overlay, Pane, Place};
use crate::corpus::PersonKey;
use crate::corpus::search::{Hit, Question, Scope, Target};

impl App {
    /// Opens the find box and asks for what an empty line finds.
    pub(super) fn open_finder(&mut self, scope: Scope) -> Vec<Effect> {
        let history = self.histories.of(History::Finder).to_vec();
        self.overlay = Some(Overlay::Finder(Finder::open(scope, history)));
        self.search_found()
    }

    /// Asks for what the line of the find box says.
    pub(super) fn search_found(&mut self) -> Vec<Effect> {
        let Some(Overlay::Finder(finder)) = &self.overlay else {
            return Vec::new();
        };
        vec![Effect::Search(Question {
            query: finder.query().to_owned(),
            scope: finder.scope(),
            seen: self.seen(),
        })]
    }

    /// Does what a key in the find box asked for.
    pub(super) fn answer_finder(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Stay => Vec::new(),
            Answer::Search => self.search_found(),
            Answer::Close => {
                self.overlay = None;
                Vec::new()
            }
            Answer::Mark(person) => {
                let is_there = (person.0 as usize) < self.corpus.people().len();
                if let Some(Overlay::Finder(finder)) = &mut self.overlay
                    && is_there
                {
                    finder.mark(self.corpus.person(person).key.clone());
                }
                Vec::new()
            }
            Answer::Chosen(hit) => {
                self.close_finder();
                self.land(&hit)
            }
            Answer::Together(people) => {
                self.close_finder();
                self.land_on_people(&people);
                Vec::new()
            }
        }
    }

    /// Closes the box on which Enter was pressed: its line is remembered.
    fn close_finder(&mut self) {
        if let Some(Overlay::Finder(finder)) = self.overlay.take() {
            let line = finder.line().to_owned();
            self.remember_line(History::Finder, &line);
        }
    }

    fn land(&mut self, hit: &Hit) -> Vec<Effect> {
        match hit.target {
            Target::Person(person) if (person.0 as usize) < self.corpus.people().len() => {
                self.see(hit.target);
                self.land_on_person(person);
            }
            Target::Event(event) if (event.0 as usize) < self.corpus.events().len() => {
                self.see(hit.target);
                self.land_on_event(event);
            }
            Target::Article(article) => {
                let span = hit.passage.as_ref().map(|passage| passage.span);
                let span = span.unwrap_or_default();
                self.go(Place { article, span });
            }
            Target::Action(_) => {
                if let Some(action) = finder::action(hit.target) {
                    self.see(hit.target);
                    return self.act(action);
                }
            }
            Target::Person(_) | Target::Event(_) => {}
        }
        Vec::new()
    }

    /// Shows the timeline of several people: what any of them is in.
    fn land_on_people(&mut self, keys: &[PersonKey]) {
        let people = keys.iter();
        let mut people: Vec<_> = people
            .filter_map(|key| self.corpus.person_by_key(key))
            .collect();
        people.dedup();
        if people.is_empty() {
            self.notices.say("those selected are not named any more");
            return;
        }
        for person in &people {
            self.see(Target::Person(*person));
        }
        self.leave();
        self.focus_on(Pane::Timeline);
        self.narrow(&people);
        self.follow_timeline();
    }
}
