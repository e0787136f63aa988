//! Where the panes lie; asked by `update` for scroll limits and clicks, and by `draw`.

use ratatui::layout::{Constraint, Layout, Position, Rect};

use crate::app::{Extent, Pane};

/// From this size on all four panes are shown.
const FOUR_PANES: (u16, u16) = (100, 28);

/// From this size on two panes are shown, one above the other.
const TWO_PANES: (u16, u16) = (44, 18);

/// The places of the panes on a screen; a pane that is not shown has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    pub documents: Option<Rect>,
    pub reader: Option<Rect>,
    pub timeline: Option<Rect>,
    pub people: Option<Rect>,
    pub status: Rect,
}

/// Divides a screen of `size` (columns, rows) among the panes.
pub fn arrange(size: (u16, u16), focus: Pane, extent: Extent) -> Arrangement {
    let screen = Rect::new(0, 0, size.0, size.1);
    let status_rows = u16::from(size.1 > 1);
    let [body, status] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(status_rows)]).areas(screen);
    let mut panes = match extent {
        Extent::Zen => one(body, focus),
        Extent::Shared if at_least(size, FOUR_PANES) => four(body),
        Extent::Shared if at_least(size, TWO_PANES) => two(body, focus),
        Extent::Shared => one(body, focus),
    };
    panes.status = status;
    panes
}

impl Arrangement {
    /// Returns the rectangle of a pane, border included.
    pub fn of(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Documents => self.documents,
            Pane::Reader => self.reader,
            Pane::Timeline => self.timeline,
            Pane::People => self.people,
        }
    }

    /// Returns the columns and rows inside the border of a pane; none when it is not shown.
    pub fn inside(&self, pane: Pane) -> (u16, u16) {
        let area = self.of(pane).unwrap_or_default();
        (area.width.saturating_sub(2), area.height.saturating_sub(2))
    }

    /// Returns the pane that covers a cell, and the row inside its border.
    pub fn at(&self, column: u16, row: u16) -> Option<(Pane, Option<u16>)> {
        Pane::ALL.iter().copied().find_map(|pane| {
            let area = self.of(pane)?;
            let inside = row
                .checked_sub(area.y + 1)
                .filter(|inside| inside + 2 < area.height);
            area.contains(Position::new(column, row))
                .then_some((pane, inside))
        })
    }
}

/// Returns the middle of the screen for an overlay: at most so many columns and
/// rows, border included, the bottom line left free.
pub fn centred(screen: Rect, columns: u16, rows: u16) -> Rect {
    let margin = if screen.width > 60 { 4 } else { 0 };
    let width = columns.min(screen.width.saturating_sub(margin));
    let free = screen.height.saturating_sub(1);
    let height = rows.min(free.saturating_sub(if free > 16 { 2 } else { 0 }));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (free.saturating_sub(height)) / 2,
        width,
        height,
    }
}

/// Returns the columns and rows inside the border of an overlay of at most that size.
pub fn inside_overlay(size: (u16, u16), columns: u16, rows: u16) -> (u16, u16) {
    let area = centred(Rect::new(0, 0, size.0, size.1), columns, rows);
    (area.width.saturating_sub(2), area.height.saturating_sub(2))
}

fn at_least(size: (u16, u16), wanted: (u16, u16)) -> bool {
    size.0 >= wanted.0 && size.1 >= wanted.1
}

/// Documents above people on the left; the text above the timeline on the right.
fn four(body: Rect) -> Arrangement {
    let side = (body.width / 10 * 3).clamp(30, 48);
    let [left, right] =
        Layout::horizontal([Constraint::Length(side), Constraint::Fill(1)]).areas(body);
    let [documents, people] =
        Layout::vertical([Constraint::Percentage(42), Constraint::Fill(1)]).areas(left);
    let [reader, timeline] =
        Layout::vertical([Constraint::Percentage(55), Constraint::Fill(1)]).areas(right);
    Arrangement {
        documents: Some(documents),
        reader: Some(reader),
        timeline: Some(timeline),
        people: Some(people),
        status: Rect::default(),
    }
}

/// The reading view above, and below it the list last in focus.
fn two(body: Rect, focus: Pane) -> Arrangement {
    let [above, below] =
        Layout::vertical([Constraint::Percentage(50), Constraint::Fill(1)]).areas(body);
    let mut panes = one(
        below,
        if focus == Pane::Reader {
            Pane::Timeline
        } else {
            focus
        },
    );
    panes.reader = Some(above);
    panes
}

fn one(body: Rect, focus: Pane) -> Arrangement {
    let shown = |pane: Pane| (pane == focus).then_some(body);
    Arrangement {
        documents: shown(Pane::Documents),
        reader: shown(Pane::Reader),
        timeline: shown(Pane::Timeline),
        people: shown(Pane::People),
        status: Rect::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::arrange;
    use crate::app::{Extent, Pane};

    #[test]
    fn panes_tile_the_screen_at_every_size() {
        for (columns, rows) in [(1, 1), (2, 3), (40, 12), (80, 24), (120, 40), (200, 60)] {
            for focus in Pane::ALL.iter().copied() {
                let panes = arrange((columns, rows), focus, Extent::Shared);
                let areas = Pane::ALL.iter().filter_map(|pane| panes.of(*pane));
                let cells: u32 = areas.map(|area| area.area()).sum();
                let all = u32::from(columns) * u32::from(rows);
                assert_eq!(
                    cells + panes.status.area(),
                    all,
                    "{columns}×{rows} {focus:?}"
                );
                assert!(panes.of(focus).is_some());
            }
        }
    }

    #[test]
    fn a_small_screen_shows_two_panes_and_a_smaller_one_only_the_focus() {
        let shown = |size, focus| {
            let panes = arrange(size, focus, Extent::Shared);
            Pane::ALL
                .iter()
                .filter(|pane| panes.of(**pane).is_some())
                .count()
        };
        assert_eq!(shown((120, 40), Pane::People), 4);
        assert_eq!(shown((80, 24), Pane::People), 2);
        assert_eq!(shown((40, 12), Pane::People), 1);
    }
}
