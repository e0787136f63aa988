//! What the find box leads to: asking, choosing, going there.

use super::finder::{self, Answer, Finder};
use super::prompt::History;
use super::{App, Effect, Overlay, Pane, Place};
use crate::corpus::search::{Hit, Question, Scope, Target};
use crate::corpus::{PersonId, PersonKey};
use crate::document::Span;

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
                self.bring_card_back();
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
            Answer::Chosen(hit) => match self.merging() {
                Some(person) => self.merge_with(person, &hit),
                None => {
                    self.close_finder();
                    self.beneath = None;
                    self.land(&hit)
                }
            },
            Answer::Together(people) => {
                let merging = self.merging();
                self.close_finder();
                match merging {
                    Some(person) => {
                        let others = people.iter();
                        let others = others.filter_map(|key| self.corpus.person_by_key(key));
                        let all: Vec<PersonId> = [person].into_iter().chain(others).collect();
                        self.make_one(&all);
                        self.bring_card_back();
                    }
                    None => {
                        self.beneath = None;
                        self.land_on_people(&people);
                    }
                }
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

    /// Whom the person chosen in the box is to be made one with.
    fn merging(&self) -> Option<PersonId> {
        let Some(Overlay::Finder(finder)) = &self.overlay else {
            return None;
        };
        self.corpus.person_by_key(finder.merging()?)
    }

    /// Makes the person chosen one with another; what is no person is not taken.
    fn merge_with(&mut self, person: PersonId, hit: &Hit) -> Vec<Effect> {
        match hit.target {
            Target::Person(other) if (other.0 as usize) < self.corpus.people().len() => {
                self.close_finder();
                self.make_one(&[person, other]);
                self.bring_card_back();
            }
            Target::Person(_) | Target::Event(_) | Target::Article(_) | Target::Action(_) => {
                self.notices.say("only two people can be one");
            }
        }
        Vec::new()
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
                let span = span.unwrap_or_else(Span::default);
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
