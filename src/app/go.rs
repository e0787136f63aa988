//! Going to a place and coming back: what follows what, landings, the jump list.

use super::{App, Pane, Place, Stand};
use crate::corpus::search::Target;
use crate::corpus::{EventId, MentionId, PersonId};

impl App {
    /// The reading view goes to the sentence of the selected entry.
    pub(super) fn follow_timeline(&mut self) {
        if let Some(place) = self.timeline.place(&self.corpus) {
            self.reader.go(place, &self.corpus);
            self.documents.select(place.article);
        }
    }

    /// The reading view shows the selected document from its top.
    pub(super) fn follow_documents(&mut self) {
        if let Some(article) = self.documents.article()
            && self.reader.article() != Some(article)
        {
            let place = self.place_left(article);
            self.reader.go(place, &self.corpus);
        }
    }

    /// Goes to a sentence to read it; the way back is kept.
    pub(super) fn go(&mut self, place: Place) {
        self.leave();
        self.reader.go(place, &self.corpus);
        self.documents.select(place.article);
        self.read();
    }

    pub(super) fn read(&mut self) {
        self.focus_on(Pane::Reader);
        self.mark_read();
        if let Some(article) = self.reader.article() {
            self.see(Target::Article(article));
        }
    }

    /// Lands on a person found: selected, narrowed to, with the card open.
    pub(super) fn land_on_person(&mut self, person: PersonId) {
        self.leave();
        self.focus_on(Pane::People);
        self.people.select(person, &self.corpus);
        self.narrow(&[person]);
        self.follow_timeline();
        self.open_card(person);
    }

    /// Lands on an event found: selected in the timeline, its sentence lit.
    pub(super) fn land_on_event(&mut self, event: EventId) {
        self.leave();
        let chosen = self.chosen_people();
        let found = self.corpus.event(event);
        if !chosen.is_empty() && !chosen.iter().any(|person| found.involves(*person)) {
            self.narrow(&[]);
        }
        self.focus_on(Pane::Timeline);
        self.timeline.select_event(event, &self.corpus);
        self.follow_timeline();
    }

    pub(super) fn stand(&self) -> Stand {
        let event = self
            .timeline
            .selected_event()
            .map(|event| self.corpus.event(event));
        Stand {
            focus: self.focus,
            place: self.reader.place(),
            standing: self.reader.standing(),
            report: event.and_then(|event| event.reports.first().copied()),
            narrowing: self.narrowing.clone(),
        }
    }

    /// Remembers where one stands, before going elsewhere.
    pub(super) fn leave(&mut self) {
        let stand = self.stand();
        self.jumps.leave(stand);
    }

    pub(super) fn jump_back(&mut self) {
        let now = self.stand();
        match self.jumps.back(now) {
            Some(stand) => self.stand_again(stand),
            None if self.focus == Pane::Reader => self.focus_on(Pane::Timeline),
            None => self.notices.say("there is no earlier place to return to"),
        }
    }

    pub(super) fn jump_forward(&mut self) {
        let now = self.stand();
        match self.jumps.forward(now) {
            Some(stand) => self.stand_again(stand),
            None => self.notices.say("there is no later place to go to"),
        }
    }

    pub(super) fn stand_again(&mut self, stand: Stand) {
        if self.narrowing != stand.narrowing {
            let people = self.people_of(&stand.narrowing);
            self.narrow(&people);
        }
        self.focus_on(stand.focus);
        if let Some(report) = stand.report {
            self.timeline.select_report(report, &self.corpus);
        }
        if let Some(place) = stand.place {
            self.reader.go(place, &self.corpus);
            self.reader.stand_again(stand.standing);
            self.documents.select(place.article);
        }
    }

    /// Does what may scroll the text; where it does, the way back is kept.
    pub(super) fn leap<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        let stand = self.stand();
        let before = self.reader.first_byte();
        let done = act(self);
        if self.reader.first_byte() != before {
            self.jumps.leave(stand);
        }
        done
    }

    /// Goes to the next or previous mention of the person chosen.
    pub(super) fn step_mention(&mut self, step: isize) {
        let Some(person) = self
            .chosen_person()
            .or_else(|| self.people.person(&self.corpus))
        else {
            self.notices.say("nobody is named here");
            return;
        };
        let mentions = &self.corpus.person(person).mentions;
        let here = self
            .reader
            .place()
            .map(|place| (place.article, place.span.start, place.span.end));
        let at = |mention: &MentionId| {
            let article = self.corpus.article(mention.article);
            let found =
                article.and_then(|article| article.analysis.mentions.get(mention.index as usize));
            (
                mention.article,
                found.map_or(0, |mention| mention.span.start),
            )
        };
        let found = match here {
            None => mentions.first(),
            Some((article, _, end)) if step > 0 => mentions
                .iter()
                .find(|mention| at(mention) >= (article, end)),
            Some((article, start, _)) => mentions
                .iter()
                .rev()
                .find(|mention| at(mention) < (article, start)),
        };
        let place = found.and_then(|mention| Place::of_mention(&self.corpus, *mention));
        match place {
            Some(place) => {
                self.reader.go(place, &self.corpus);
                self.documents.select(place.article);
            }
            None => {
                let name = &self.corpus.person(person).name;
                self.notices
                    .say(format!("no further mention of {name} this way"));
            }
        }
    }

    /// The first person named in the lit sentence.
    pub(super) fn person_in_lit(&self) -> Option<PersonId> {
        let article = self.reader.shown(&self.corpus)?;
        let lit = self.reader.lit()?;
        let mut mentions = article.analysis.mentions.iter();
        mentions.find_map(|mention| {
            let person = article.people.get(mention.name.0 as usize).copied()?;
            (lit.contains(mention.span) && self.corpus.is_shown(person)).then_some(person)
        })
    }
}
