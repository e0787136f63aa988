//! What is done to the screen and the run: layout, theme, redraw, cancel; and
//! what of it is remembered from one run to the next.

use crate::app::layout::{Axis, Border, Division, Edge};
use crate::app::loading::Advance;
use crate::app::notices::thousands;
use crate::app::prompt::History;
use crate::app::themes::Standing;
use crate::app::{App, Effect, Pane};
use crate::casefile::{Change, Key, Value};
use crate::config::Layout;

/// What the layout and the theme are remembered under.
const LAYOUT: &str = "layout";
const THEME: &str = "theme";

impl App {
    /// Lays the panes in the next of the layouts.
    pub(super) fn next_layout(&mut self) {
        let all = Layout::ALL;
        let at = all
            .iter()
            .position(|layout| *layout == self.division.layout);
        self.lay_out(all[(at.unwrap_or(0) + 1) % all.len()]);
    }

    /// Takes the next of the themes.
    pub(super) fn next_theme(&mut self) {
        self.themes.turn();
        self.theme_chosen();
    }

    /// Lays the panes as a name says.
    ///
    /// # Errors
    /// A sentence that lists the layouts, when this is none.
    pub(in crate::app) fn lay_out_as(&mut self, name: &str) -> Result<(), String> {
        let layout = Layout::by_name(name.trim()).ok_or_else(|| {
            let names: Vec<&str> = Layout::ALL.iter().map(|layout| layout.name()).collect();
            format!("the layouts are {}", names.join(", "))
        })?;
        self.lay_out(layout);
        Ok(())
    }

    /// Takes the theme of a name.
    ///
    /// # Errors
    /// A sentence that lists the themes, when this is none.
    pub(in crate::app) fn take_theme(&mut self, name: &str) -> Result<(), String> {
        if !self.themes.choose(name.trim()) {
            return Err(format!("the themes are {}", self.themes.names().join(", ")));
        }
        self.theme_chosen();
        Ok(())
    }

    fn theme_chosen(&mut self) {
        let name = self.themes.chosen().to_owned();
        self.notices.say(format!("theme: {name}"));
        let change =
            Change::new("the theme").set(Key::Setting(THEME.to_owned()), Value::Text(name));
        self.note_quietly(change);
    }

    fn lay_out(&mut self, layout: Layout) {
        self.division.layout = layout;
        self.arrange();
        let words = match layout {
            Layout::Four => "four panes",
            Layout::WideReading => "the reading view wide",
            Layout::WideTimeline => "the timeline wide",
            Layout::Two => "two panes",
        };
        let shown = self.arrangement();
        let shown = Pane::ALL.iter().filter(|pane| shown.of(**pane).is_some());
        let fits = match layout {
            Layout::Four | Layout::WideReading | Layout::WideTimeline => shown.count() == 4,
            Layout::Two => shown.count() == 2,
        };
        self.notices.say(if fits {
            format!("layout: {words}")
        } else {
            format!("layout: {words}, as soon as the screen has room for it")
        });
        self.remember_layout();
    }

    /// Moves the border beside the focused pane by some columns or rows.
    pub(super) fn move_border(&mut self, axis: Axis, step: i16) {
        let focus = self.focus;
        let mut borders = self.arrangement().borders().collect::<Vec<_>>();
        borders.retain(|border| border.axis == axis);
        // The border nearest to the pane goes before one that is there at all.
        let found = borders.iter().find(|border| is_beside(border.edge, focus));
        let Some(border) = found.or(borders.first()).copied() else {
            self.notices.say(match axis {
                Axis::Columns => "no panes lie side by side here",
                Axis::Rows => "no panes lie one above the other here",
            });
            return;
        };
        let before = self.division.share(border.edge);
        self.put_border(&border, border.cut().saturating_add_signed(step));
        let after = self.arrangement();
        let mut after = after.borders();
        if after.any(|now| now.edge == border.edge && now.cut() == border.cut()) {
            self.division.set(border.edge, before);
            self.notices.say("no pane can be smaller than that");
        } else {
            self.remember_layout();
        }
    }

    /// Puts a border behind so many cells of what it cuts.
    pub(in crate::app) fn put_border(&mut self, border: &Border, cut: u16) {
        self.division.set(border.edge, Some(border.share(cut)));
        self.arrange();
    }

    /// Has the division of the screen kept for the next run.
    pub(in crate::app) fn remember_layout(&mut self) {
        let value = Value::Text(self.division.to_string());
        let change = Change::new("the layout").set(Key::Setting(LAYOUT.to_owned()), value);
        self.note_quietly(change);
    }

    /// Takes up what earlier runs have remembered: layout, theme, lines entered.
    pub(in crate::app) fn restore(&mut self) {
        let setting = |name: &str| match self.case.get(&Key::Setting(name.to_owned())) {
            Some(Value::Text(text)) => Some(text.clone()),
            Some(_) | None => None,
        };
        let (layout, theme) = (setting(LAYOUT), setting(THEME));
        if let Some(line) = layout {
            self.restore_layout(&line);
        }
        if let Some(name) = theme {
            self.themes.restore(&name);
        }
        for &history in History::ALL {
            let key = Key::Lines(history.name().to_owned());
            if let Some(Value::Lines(lines)) = self.case.get(&key) {
                self.histories.restore(history, lines);
            }
        }
    }

    /// Divides the screen as it was; what the settings ask for stands.
    fn restore_layout(&mut self, line: &str) {
        if let Some(remembered) = Division::read(line) {
            if self.layout == Standing::Usual {
                self.division.layout = remembered.layout;
            }
            self.division.fill(&remembered);
            self.arrange();
        }
    }

    /// Takes in how far the loader is, and says where a stop has left it.
    pub(in crate::app) fn hear_of_loading(&mut self, advance: Advance) {
        let was_over = self.loading.is_over();
        self.loading.take(advance);
        if !was_over && self.loading.is_over() && !self.loading.is_finished() {
            let (done, found) = (self.loading.done, self.loading.found);
            self.notices.say(format!(
                "stopped at {} of {}; what was read stays",
                thousands(done),
                thousands(found)
            ));
        }
    }

    /// Has the loader stop.
    pub(super) fn cancel(&mut self) -> Vec<Effect> {
        if self.loading.stop() {
            self.notices.say("stopping …");
            vec![Effect::Cancel]
        } else {
            self.notices.say("nothing is being loaded");
            Vec::new()
        }
    }
}

/// Says whether a border is one of a pane's own.
fn is_beside(edge: Edge, pane: Pane) -> bool {
    match edge {
        Edge::Left | Edge::Beside | Edge::Above => true,
        Edge::Documents => matches!(pane, Pane::Documents),
        Edge::Reading => matches!(pane, Pane::Reader | Pane::Timeline),
        Edge::People => matches!(pane, Pane::People),
    }
}
