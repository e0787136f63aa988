//! What is done to the timeline: zoom, steps, lanes, filters.
//!
//! Corrections stand in `corrections`.

mod corrections;

use crate::analysis::time::typed;
use crate::app::timeline::{Beside, Unit, Wanted, Way};
use crate::app::{Action, App, Effect};
use crate::corpus::PersonId;
use crate::corpus::timeline::{Zoom, heading};

use super::super::prompt::Purpose;

/// Which keys step by what, and which way.
const STEPS: [(Action, Unit, Way); 10] = [
    (Action::NextDay, Unit::Of(Zoom::Day), Way::On),
    (Action::PreviousDay, Unit::Of(Zoom::Day), Way::Back),
    (Action::NextWeek, Unit::Of(Zoom::Week), Way::On),
    (Action::PreviousWeek, Unit::Of(Zoom::Week), Way::Back),
    (Action::NextMonth, Unit::Of(Zoom::Month), Way::On),
    (Action::PreviousMonth, Unit::Of(Zoom::Month), Way::Back),
    (Action::NextYear, Unit::Of(Zoom::Year), Way::On),
    (Action::PreviousYear, Unit::Of(Zoom::Year), Way::Back),
    (Action::NextUnit, Unit::Shown, Way::On),
    (Action::PreviousUnit, Unit::Shown, Way::Back),
];

/// What an action does to the app.
type Deed = fn(&mut App);

/// What concerns more than the pane.
const DEEDS: [(Action, Deed); 9] = [
    (Action::Lanes, App::next_lanes),
    (Action::GoToDate, |app| app.prompt(Purpose::GoToDate, "")),
    (Action::NextKind, App::next_kind),
    (Action::FilterTimeline, App::ask_filter),
    (Action::SetEventDate, App::ask_event_date),
    (Action::HideEvent, App::hide_event),
    (Action::SelectEvent, App::select_event),
    (Action::MergeEvents, App::merge_events),
    (Action::KeyEvent, App::toggle_key_event),
];

impl App {
    pub(super) fn act_on_timeline(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::LaneLeft {
            return self.change_lane(Beside::Left);
        }
        if action == Action::LaneRight {
            return self.change_lane(Beside::Right);
        }
        let step = STEPS.iter().find(|(step, _, _)| *step == action);
        let deed = DEEDS.iter().find(|(deed, _)| *deed == action);
        match (step, deed) {
            (Some((_, unit, way)), _) => self.step_unit(*unit, *way),
            (None, Some((_, deed))) => deed(self),
            (None, None) => {
                let effects = self.timeline.apply(action, &self.corpus);
                self.follow_timeline();
                return effects;
            }
        }
        Vec::new()
    }

    fn next_lanes(&mut self) {
        self.timeline.apply(Action::Lanes, &self.corpus);
        self.follow_timeline();
        let by = self.timeline.lanes().by.name();
        self.notices.say(format!("lanes by: {by}"));
    }

    fn next_kind(&mut self) {
        let mut wanted = self.timeline.wanted().clone();
        wanted.next_kind();
        let kind = wanted.wish.map_or("every kind", |wish| wish.name());
        self.notices.say(format!("events shown: {kind}"));
        self.want(wanted);
    }

    fn ask_filter(&mut self) {
        let line = self.timeline_filter_line();
        self.prompt(Purpose::FilterTimeline, &line);
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
    fn change_lane(&mut self, beside: Beside) -> Vec<Effect> {
        if self.timeline.change_lane(beside, &self.corpus) {
            self.follow_timeline();
            return Vec::new();
        }
        match beside {
            Beside::Right if self.timeline.lanes().lanes.is_empty() => return self.open(),
            Beside::Left if self.timeline.lanes().lanes.is_empty() => self.back(),
            Beside::Left | Beside::Right => {
                self.notices.say("there is no lane further that way");
            }
        }
        Vec::new()
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

    /// Takes the last thing off the timeline's filter; says whether there was any.
    pub(in crate::app) fn widen_wanted(&mut self) -> bool {
        let mut wanted = self.timeline.wanted().clone();
        let widened = wanted.widen();
        if widened {
            self.want(wanted);
        }
        widened
    }

    /// Filters the timeline by something else.
    pub(in crate::app) fn want(&mut self, wanted: Wanted) {
        self.timeline.want(&self.corpus, wanted);
        self.follow_timeline();
    }
}
