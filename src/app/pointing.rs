//! What the mouse does: the wheel, clicks, borders dragged.
//!
//! A click selects, and a second one on what is selected opens it, as Enter
//! does. Over an overlay the wheel scrolls it, and a click beside it closes it.

use super::key::{Code, Key, Mouse, MouseKind};
use super::layout::{self, Border};
use super::{Action, App, Effect, Manner, Overlay, Pane};

/// By how many lines the wheel scrolls what is read.
const WHEEL: usize = 3;

/// A border held by the mouse.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grip {
    border: Border,
    /// How far the border lies behind the cell it is held by: 1 or 0.
    behind: u16,
}

impl App {
    pub(super) fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.manner = Manner::Used;
        match mouse.kind {
            MouseKind::Drag => {
                self.drag(mouse);
                return Vec::new();
            }
            MouseKind::Release => {
                if self.grip.take().is_some() {
                    self.remember_layout();
                }
                return Vec::new();
            }
            MouseKind::Click | MouseKind::ScrollUp | MouseKind::ScrollDown => {}
        }
        self.notices.hush();
        if self.overlay.is_some() {
            return self.point_at_overlay(mouse);
        }
        let Some((pane, row)) = self.arrangement().at(mouse.column, mouse.row) else {
            return Vec::new();
        };
        match mouse.kind {
            MouseKind::ScrollUp => self.wheel(pane, Action::Previous),
            MouseKind::ScrollDown => self.wheel(pane, Action::Next),
            MouseKind::Click => self.click(mouse, pane, row),
            MouseKind::Drag | MouseKind::Release => Vec::new(),
        }
    }

    fn drag(&mut self, mouse: Mouse) {
        if let Some(grip) = self.grip {
            let cut = grip.border.along(mouse.column, mouse.row) + grip.behind;
            self.put_border(&grip.border, cut);
        }
    }

    fn wheel(&mut self, pane: Pane, action: Action) -> Vec<Effect> {
        self.focus_on(pane);
        let lines = match pane {
            Pane::Reader => WHEEL,
            Pane::Documents | Pane::Timeline | Pane::People => 1,
        };
        (0..lines).flat_map(|_| self.act(action)).collect()
    }

    fn click(&mut self, mouse: Mouse, pane: Pane, row: Option<u16>) -> Vec<Effect> {
        if let Some(border) = self.arrangement().border_at(mouse.column, mouse.row) {
            let along = border.along(mouse.column, mouse.row);
            let behind = border.cut().saturating_sub(along).min(1);
            self.grip = Some(Grip { border, behind });
        }
        let had_focus = self.focus == pane;
        self.focus_on(pane);
        match row {
            Some(row) if self.grip.is_none() => self.click_row(pane, row, had_focus),
            Some(_) | None => Vec::new(),
        }
    }

    /// Selects what stands in a row; what was selected already is opened.
    fn click_row(&mut self, pane: Pane, row: u16, had_focus: bool) -> Vec<Effect> {
        let opens = match pane {
            Pane::Documents => {
                let before = self.documents.article();
                self.documents.click(row);
                self.follow_documents();
                before == self.documents.article()
            }
            Pane::Timeline => {
                let before = self.timeline.cursor().selected;
                self.timeline.click(row, &self.corpus);
                self.follow_timeline();
                before == self.timeline.cursor().selected
            }
            Pane::People => {
                let before = self.people.person(&self.corpus);
                self.people.click(row, &self.corpus);
                before == self.people.person(&self.corpus)
            }
            Pane::Reader => false,
        };
        if opens && had_focus {
            self.act(Action::Open)
        } else {
            Vec::new()
        }
    }

    fn point_at_overlay(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Some(overlay) = &self.overlay else {
            return Vec::new();
        };
        let rows = layout::rows_of(overlay, self.size);
        let place = layout::in_overlay(overlay, self.size, mouse.column, mouse.row);
        match (mouse.kind, place) {
            (MouseKind::ScrollUp, _) => self.wheel_in_overlay(Action::Previous, Code::Up),
            (MouseKind::ScrollDown, _) => self.wheel_in_overlay(Action::Next, Code::Down),
            (MouseKind::Click, Some(row)) => self.click_in_overlay(row, rows),
            (MouseKind::Click, None) => self.close_overlay(),
            (MouseKind::Drag | MouseKind::Release, _) => Vec::new(),
        }
    }

    fn wheel_in_overlay(&mut self, action: Action, code: Code) -> Vec<Effect> {
        // The arrows may call back what was entered before; the wheel does not.
        match &mut self.overlay {
            Some(Overlay::Prompt(_)) => return Vec::new(),
            Some(Overlay::Finder(open)) => {
                open.go(if action == Action::Next { 1 } else { -1 });
                return Vec::new();
            }
            Some(
                Overlay::Card(_)
                | Overlay::Explanation(_)
                | Overlay::Help(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Links(_)
                | Overlay::Note(_)
                | Overlay::Output(_)
                | Overlay::Suggesting(_),
            )
            | None => {}
        }
        if self.overlay_takes_keys() {
            self.press_overlay(Key::plain(code))
        } else {
            self.act(action)
        }
    }

    /// Closes what lies over the panes as Escape does.
    fn close_overlay(&mut self) -> Vec<Effect> {
        if self.overlay_takes_keys() {
            self.press_overlay(Key::plain(Code::Escape))
        } else {
            self.act(Action::Widen)
        }
    }

    /// Chooses what stands in a row of an overlay, from its upper border on; a
    /// second click on it takes it, as Enter does.
    fn click_in_overlay(&mut self, row: u16, rows: u16) -> Vec<Effect> {
        let taken = match &mut self.overlay {
            Some(Overlay::Prompt(open)) => {
                let index = open.first_shown(usize::from(rows)) + usize::from(row);
                let again = open.chosen() == Some(index);
                open.choose(index);
                again
            }
            Some(Overlay::Explanation(open)) => open.click(usize::from(row).saturating_sub(1)),
            Some(Overlay::Finder(open)) => {
                // The border and the line typed in stand above the list.
                let row = usize::from(row).checked_sub(2);
                row.is_some_and(|row| open.click(row, rows.saturating_sub(2)))
            }
            Some(Overlay::Links(open)) => {
                let height = usize::from(rows).saturating_sub(2);
                let row = usize::from(row).checked_sub(1).filter(|row| *row < height);
                row.is_some_and(|row| open.click(row, height))
            }
            Some(
                Overlay::Card(_)
                | Overlay::Help(_)
                | Overlay::Listing(_)
                | Overlay::Corrections(_)
                | Overlay::Note(_)
                | Overlay::Output(_)
                | Overlay::Suggesting(_),
            )
            | None => false,
        };
        if !taken {
            Vec::new()
        } else if self.overlay_takes_keys() {
            self.press_overlay(Key::plain(Code::Enter))
        } else {
            self.act(Action::Open)
        }
    }
}
