//! What is done to the timeline: zoom, steps, lanes, filters.
//!
//! Corrections stand in `corrections`.

mod corrections;

use crate::app::timeline::{Beside, Unit, Wanted, Way, typed};
use crate::app::{Action, App, Effect};
use crate::corpus::PersonId;
use crate::corpus::timeline::{Zoom, heading};

use super::super::prompt::Purpose;

impl App {
    pub(super) fn act_on_timeline(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::NextDay => self.step_unit(Unit::Of(Zoom::Day), Way::On),
            Action::PreviousDay => self.step_unit(Unit::Of(Zoom::Day), Way::Back),
            Action::NextWeek => self.step_unit(Unit::Of(Zoom::Week), Way::On),
            Action::PreviousWeek => self.step_unit(Unit::Of(Zoom::Week), Way::Back),
            Action::NextMonth => self.step_unit(Unit::Of(Zoom::Month), Way::On),
            Action::PreviousMonth => self.step_unit(Unit::Of(Zoom::Month), Way::Back),
            Action::NextYear => self.step_unit(Unit::Of(Zoom::Year), Way::On),
            Action::PreviousYear => self.step_unit(Unit::Of(Zoom::Year), Way::Back),
            Action::NextUnit => self.step_unit(Unit::Shown, Way::On),
            Action::PreviousUnit => self.step_unit(Unit::Shown, Way::Back),
            Action::LaneLeft => self.change_lane(Beside::Left),
            Action::LaneRight => self.change_lane(Beside::Right),
            Action::GoToDate => self.prompt(Purpose::GoToDate, ""),
            Action::NextKind => {
                let mut wanted = self.timeline.wanted().clone();
                wanted.next_kind();
                self.want(wanted);
                let kind = self.timeline.wanted().wish;
                let kind = kind.map_or("every kind", |wish| wish.name());
                self.notices.say(format!("events shown: {kind}"));
            }
            Action::FilterTimeline => {
                let line = self.timeline_filter_line();
                self.prompt(Purpose::FilterTimeline, &line);
            }
            Action::SetEventDate => self.ask_event_date(),
            Action::HideEvent => self.hide_event(),
            Action::SelectEvent => self.select_event(),
            Action::MergeEvents => self.merge_events(),
            Action::KeyEvent => self.toggle_key_event(),
            Action::Lanes => {
                self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
                let by = self.timeline.lanes().by.name();
                self.notices.say(format!("lanes by: {by}"));
            }
            // Zooms and unfolding concern nobody but the pane.
            _ => {
                let effects = self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
                return effects;
            }
        }
        Vec::new()
    }

    fn step_unit(&mut self, unit: Unit, way: Way) {
        if self.timeline.step_unit(unit, way, &self.corpus) {
            self.follow_timeline();
        } else {
            self.notices.say(match way {
                Way::On => "no events further on",
                Way::Back => "no events further back",
            });
        }
    }

    /// Goes to the lane beside; where there are no lanes, in or back.
    fn change_lane(&mut self, beside: Beside) {
        if self.timeline.change_lane(beside, &self.corpus) {
            self.follow_timeline();
            return;
        }
        match beside {
            Beside::Right if self.timeline.lanes().lanes.is_empty() => self.open(),
            Beside::Left if self.timeline.lanes().lanes.is_empty() => self.back(),
            Beside::Left | Beside::Right => self.notices.say("there is no lane further that way"),
        }
    }

    /// Goes to a date typed in words.
    pub(in crate::app) fn go_to_date(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let when = typed::read(line, self.today).ok_or_else(|| {
            format!(
                "“{}” names no date; try: aug 2021, last friday",
                line.trim()
            )
        })?;
        self.leave();
        let landing = self.timeline.go_to(&when, &self.corpus);
        self.follow_timeline();
        let date = heading(&when);
        let nearest = landing
            .event
            .map(|event| heading(&self.corpus.event(event).when));
        self.notices.say(match (landing.count, nearest) {
            (0, Some(nearest)) => format!("{date}: no events; the nearest is {nearest}"),
            (0, None) => format!("{date}: no events"),
            (1, _) => format!("{date}: 1 event"),
            (count, _) => format!("{date}: {count} events"),
        });
        Ok(Vec::new())
    }

    /// Returns the line that filters the timeline as it is filtered now.
    pub fn timeline_filter_line(&self) -> String {
        let people = self.chosen_people();
        let names = people
            .iter()
            .map(|person| &*self.corpus.person(*person).name);
        let names: Vec<&str> = names.collect();
        self.timeline.wanted().line(&names)
    }

    /// Filters the timeline by a line of words; of an empty one it shows all.
    pub(in crate::app) fn filter_timeline(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let (wanted, people) = Wanted::parse(line, &self.corpus, self.today)?;
        self.narrow_all(wanted, &people);
        Ok(Vec::new())
    }

    /// Narrows all panes to people, and the timeline by its own filter besides.
    fn narrow_all(&mut self, wanted: Wanted, people: &[PersonId]) {
        self.timeline.want(&self.corpus, wanted);
        if self.chosen_people() != people {
            self.narrow(people);
        }
        self.follow_timeline();
    }

    /// Filters the timeline by something else.
    pub(in crate::app) fn want(&mut self, wanted: Wanted) {
        self.timeline.want(&self.corpus, wanted);
        self.follow_timeline();
    }
}
