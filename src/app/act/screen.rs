//! What is done to the screen and the run: layout, theme, redraw, cancel.

use crate::app::{Action, App, Effect};

impl App {
    pub(super) fn act_on_screen(&mut self, action: Action) -> Vec<Effect> {
        self.not_built(action)
    }

    pub(super) fn not_built(&mut self, action: Action) -> Vec<Effect> {
        self.notices
            .warn(format!("{} is not built yet", action.name()));
        Vec::new()
    }
}
