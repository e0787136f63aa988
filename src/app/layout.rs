//! Where the panes lie; asked by `update` for scroll limits and clicks, and by `draw`.
//!
//! The borders between panes can be moved: [`Division`] keeps where the user
//! put them, as shares of the screen, so that they hold at any size. No pane
//! gets smaller than it can be used.

mod division;

use ratatui::layout::{Position, Rect};

use crate::app::explanation::COLUMNS;
use crate::app::output;
use crate::app::{Extent, Overlay, Pane};
use crate::config::Layout;

pub use division::{Division, Edge, WHOLE};

/// From this size on all four panes are shown.
const FOUR_PANES: (u16, u16) = (100, 28);

/// From this size on two panes are shown.
const TWO_PANES: (u16, u16) = (44, 18);

/// From this width on two panes lie side by side.
const SIDE_BY_SIDE: u16 = 100;

/// The fewest columns of a pane, border included: a short date, a mark, two words.
const FEWEST_COLUMNS: u16 = 24;

/// The fewest rows of a pane, border included: an entry above and below the one stood on.
const FEWEST_ROWS: u16 = 5;

/// The most borders a screen has that can be moved.
const BORDERS: usize = 3;

/// The places of the panes on a screen; a pane that is not shown has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrangement {
    pub documents: Option<Rect>,
    pub reader: Option<Rect>,
    pub timeline: Option<Rect>,
    pub people: Option<Rect>,
    pub status: Rect,
    borders: [Option<Border>; BORDERS],
}

/// Which way a border is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// To the left and the right.
    Columns,
    /// Up and down.
    Rows,
}

/// A border between panes, where it lies now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Border {
    pub edge: Edge,
    pub axis: Axis,
    /// The cells that both sides share, and where the border cuts them.
    whole: Rect,
    cut: u16,
}

/// Which panes are shown, besides how large they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    pub focus: Pane,
    /// The list last in focus.
    pub list: Pane,
    pub extent: Extent,
}

/// Divides a screen of `size` (columns, rows) among the panes.
pub fn arrange(size: (u16, u16), showing: Showing, division: &Division) -> Arrangement {
    let status_rows = u16::from(size.1 > 1);
    let body = Rect::new(0, 0, size.0, size.1 - status_rows);
    let mut panes = match (showing.extent, division.layout) {
        (Extent::Zen, _) => one(body, showing.focus),
        (Extent::Shared, Layout::Four) if at_least(size, FOUR_PANES) => four(body, division),
        (Extent::Shared, Layout::WideReading) if at_least(size, FOUR_PANES) => {
            wide_reading(body, division)
        }
        (Extent::Shared, Layout::WideTimeline) if at_least(size, FOUR_PANES) => {
            wide_timeline(body, division)
        }
        (Extent::Shared, _) if at_least(size, TWO_PANES) => two(body, showing, division),
        (Extent::Shared, _) => one(body, showing.focus),
    };
    panes.status = Rect::new(0, body.height, size.0, status_rows);
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

    /// Returns the borders that can be moved.
    pub fn borders(&self) -> impl Iterator<Item = Border> {
        self.borders.iter().flatten().copied()
    }

    /// Returns the border at a cell: the last cells before it and the first behind it.
    pub fn border_at(&self, column: u16, row: u16) -> Option<Border> {
        self.borders().find(|border| {
            let along = border.along(column, row);
            let (first, last) = (border.cut.saturating_sub(1), border.cut);
            border.whole.contains(Position::new(column, row)) && (first..=last).contains(&along)
        })
    }
}

impl Border {
    /// Returns how many cells lie before the border.
    pub fn cut(&self) -> u16 {
        self.cut
    }

    /// Returns how far a cell lies into what the border cuts.
    pub fn along(&self, column: u16, row: u16) -> u16 {
        match self.axis {
            Axis::Columns => column.saturating_sub(self.whole.x),
            Axis::Rows => row.saturating_sub(self.whole.y),
        }
    }

    /// Returns the share of the cells before a border that lies there.
    pub fn share(&self, cut: u16) -> u16 {
        let length = match self.axis {
            Axis::Columns => self.whole.width,
            Axis::Rows => self.whole.height,
        };
        let (cut, length) = (u32::from(cut.min(length)), u32::from(length.max(1)));
        ((cut * u32::from(WHOLE) + length / 2) / length) as u16
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

/// Returns where an overlay lies on a screen, border included; of a line typed
/// at the bottom, where what it may go on as lies.
pub fn overlay_area(overlay: &Overlay, screen: Rect) -> Rect {
    match overlay {
        Overlay::Finder(_) => centred(screen, 100, 26),
        Overlay::Card(_)
        | Overlay::Listing(_)
        | Overlay::Corrections(_)
        | Overlay::Suggesting(_) => centred(screen, 100, 30),
        Overlay::Links(open) => centred(screen, 100, open.box_rows()),
        Overlay::Note(_) => centred(screen, 72, 16),
        Overlay::Output(_) => centred(screen, output::COLUMNS, output::ROWS),
        Overlay::Explanation(open) => centred(screen, COLUMNS, open.box_rows()),
        Overlay::Help(_) => centred(screen, 88, 44),
        Overlay::Prompt(open) => palette_area(open.completions().len(), screen),
    }
}

/// The most rows a list of completions has.
const COMPLETIONS: u16 = 12;

/// Returns where so many completions of a line lie: above the bottom line, at
/// most in the lower half of the screen.
pub fn palette_area(count: usize, screen: Rect) -> Rect {
    let free = screen.height.saturating_sub(1);
    let rows = u16::try_from(count).unwrap_or(COMPLETIONS);
    let rows = rows.min(COMPLETIONS).min(free / 2);
    Rect {
        y: screen.y + free - rows,
        height: rows,
        ..screen
    }
}

/// Returns how many rows an overlay has, border included.
pub fn rows_of(overlay: &Overlay, size: (u16, u16)) -> u16 {
    overlay_area(overlay, Rect::new(0, 0, size.0, size.1)).height
}

/// Returns the row of an overlay that covers a cell, from its upper border on;
/// `None` for a cell beside it.
pub fn in_overlay(overlay: &Overlay, size: (u16, u16), column: u16, row: u16) -> Option<u16> {
    let area = overlay_area(overlay, Rect::new(0, 0, size.0, size.1));
    area.contains(Position::new(column, row))
        .then(|| row - area.y)
}

fn at_least(size: (u16, u16), wanted: (u16, u16)) -> bool {
    size.0 >= wanted.0 && size.1 >= wanted.1
}

/// Documents above people on the left; the text above the timeline on the right.
fn four(body: Rect, division: &Division) -> Arrangement {
    let left = columns(body, Edge::Left, division, usual_side(body));
    let documents = rows(left.0, Edge::Documents, division, 42, 1);
    let reading = rows(left.1, Edge::Reading, division, 55, 1);
    Arrangement {
        documents: Some(documents.0),
        people: Some(documents.1),
        reader: Some(reading.0),
        timeline: Some(reading.1),
        status: Rect::default(),
        borders: [Some(left.2), Some(documents.2), Some(reading.2)],
    }
}

/// The lists one above the other on the left; the text in all of the right.
fn wide_reading(body: Rect, division: &Division) -> Arrangement {
    let left = columns(body, Edge::Left, division, usual_side(body));
    let lists = rows(left.0, Edge::People, division, 68, 2);
    let documents = rows(lists.0, Edge::Documents, division, 50, 1);
    Arrangement {
        documents: Some(documents.0),
        timeline: Some(documents.1),
        people: Some(lists.1),
        reader: Some(left.1),
        status: Rect::default(),
        borders: [Some(left.2), Some(documents.2), Some(lists.2)],
    }
}

/// Documents, people and the text above; the timeline in all of the lower half.
fn wide_timeline(body: Rect, division: &Division) -> Arrangement {
    let above = rows(body, Edge::Reading, division, 55, 2);
    let left = columns(above.0, Edge::Left, division, usual_side(body));
    let documents = rows(left.0, Edge::Documents, division, 50, 1);
    Arrangement {
        documents: Some(documents.0),
        people: Some(documents.1),
        reader: Some(left.1),
        timeline: Some(above.1),
        status: Rect::default(),
        borders: [Some(left.2), Some(documents.2), Some(above.2)],
    }
}

/// The reading view and the list last in focus: side by side where that leaves
/// a line of text its length, else one above the other.
fn two(body: Rect, showing: Showing, division: &Division) -> Arrangement {
    let (reader, list, border) = if body.width >= SIDE_BY_SIDE {
        let (left, right, border) = columns(body, Edge::Beside, division, body.width / 20 * 9);
        (right, left, border)
    } else {
        rows(body, Edge::Above, division, 50, 1)
    };
    Arrangement {
        reader: Some(reader),
        borders: [Some(border), None, None],
        ..one(list, showing.list)
    }
}

fn one(body: Rect, focus: Pane) -> Arrangement {
    let shown = |pane: Pane| (pane == focus).then_some(body);
    Arrangement {
        documents: shown(Pane::Documents),
        reader: shown(Pane::Reader),
        timeline: shown(Pane::Timeline),
        people: shown(Pane::People),
        ..Arrangement::default()
    }
}

fn usual_side(body: Rect) -> u16 {
    (body.width / 10 * 3).clamp(30, 48)
}

/// Parts an area into left and right, `usual` columns to the left unless the user moved the border.
fn columns(area: Rect, edge: Edge, division: &Division, usual: u16) -> (Rect, Rect, Border) {
    let share = division.share(edge);
    let wanted = share.map_or(usual, |share| cells(area.width, share));
    let cut = place(area.width, wanted, (FEWEST_COLUMNS, FEWEST_COLUMNS));
    let left = Rect { width: cut, ..area };
    let right = Rect {
        x: area.x + cut,
        width: area.width - cut,
        ..area
    };
    let axis = Axis::Columns;
    let border = Border {
        edge,
        axis,
        whole: area,
        cut,
    };
    (left, right, border)
}

/// Parts an area into above and below, `usual` per cent above unless the user
/// moved the border; `stacked` panes share what is above.
fn rows(
    area: Rect,
    edge: Edge,
    division: &Division,
    usual: u16,
    stacked: u16,
) -> (Rect, Rect, Border) {
    let share = division.share(edge).unwrap_or(usual * (WHOLE / 100));
    let fewest = (stacked * FEWEST_ROWS, FEWEST_ROWS);
    let cut = place(area.height, cells(area.height, share), fewest);
    let above = Rect {
        height: cut,
        ..area
    };
    let below = Rect {
        y: area.y + cut,
        height: area.height - cut,
        ..area
    };
    let axis = Axis::Rows;
    let border = Border {
        edge,
        axis,
        whole: area,
        cut,
    };
    (above, below, border)
}

/// A share of so many cells.
fn cells(length: u16, share: u16) -> u16 {
    let cells = u32::from(length) * u32::from(share) + u32::from(WHOLE) / 2;
    (cells / u32::from(WHOLE)) as u16
}

/// Where a border lies in so many cells: both sides keep the fewest they need,
/// or a fair part where that cannot be.
fn place(length: u16, wanted: u16, fewest: (u16, u16)) -> u16 {
    let both = fewest.0 + fewest.1;
    if length < both {
        return cells(length, fewest.0 * WHOLE / both);
    }
    wanted.clamp(fewest.0, length - fewest.1)
}

#[cfg(test)]
mod tests {
    use super::{Arrangement, Division, Edge, FEWEST_COLUMNS, FEWEST_ROWS, Showing, arrange};
    use crate::app::{Extent, Pane};
    use crate::config::Layout;

    const SIZES: [(u16, u16); 8] = [
        (0, 0),
        (1, 1),
        (2, 3),
        (40, 12),
        (80, 24),
        (100, 28),
        (120, 40),
        (200, 60),
    ];

    fn showing(focus: Pane) -> Showing {
        let list = match focus {
            Pane::Reader => Pane::Timeline,
            Pane::Documents | Pane::Timeline | Pane::People => focus,
        };
        let extent = Extent::Shared;
        Showing {
            focus,
            list,
            extent,
        }
    }

    fn shown(panes: &Arrangement) -> usize {
        let all = Pane::ALL.iter();
        all.filter(|pane| panes.of(**pane).is_some()).count()
    }

    /// Every division in which each border lies at either end or is left alone.
    fn divisions() -> Vec<Division> {
        let mut divisions = Vec::new();
        for &layout in Layout::ALL {
            for share in [None, Some(0), Some(1000)] {
                let mut division = Division::of(layout);
                for &edge in Edge::ALL {
                    division.set(edge, share);
                }
                divisions.push(division);
            }
        }
        divisions
    }

    #[test]
    fn panes_tile_the_screen_at_every_size_in_every_layout() {
        for (size, division) in SIZES.into_iter().flat_map(|size| {
            divisions()
                .into_iter()
                .map(move |division| (size, division))
        }) {
            for focus in Pane::ALL.iter().copied() {
                let panes = arrange(size, showing(focus), &division);
                let areas = Pane::ALL.iter().filter_map(|pane| panes.of(*pane));
                let cells: u32 = areas.map(|area| area.area()).sum();
                let all = u32::from(size.0) * u32::from(size.1);
                assert_eq!(cells + panes.status.area(), all, "{size:?} {division:?}");
                assert!(panes.of(focus).is_some());
            }
        }
    }

    #[test]
    fn no_pane_beside_another_is_smaller_than_it_can_be_used() {
        for division in divisions() {
            for size in [(44, 18), (80, 24), (100, 28), (200, 60)] {
                let panes = arrange(size, showing(Pane::Reader), &division);
                for area in Pane::ALL.iter().filter_map(|pane| panes.of(*pane)) {
                    let enough = area.width >= FEWEST_COLUMNS && area.height >= FEWEST_ROWS;
                    assert!(enough, "{size:?} {division:?}: {area:?}");
                }
            }
        }
    }

    #[test]
    fn a_small_screen_shows_two_panes_and_a_smaller_one_only_the_focus() {
        for &layout in Layout::ALL {
            let count = |size| shown(&arrange(size, showing(Pane::People), &Division::of(layout)));
            let most = if layout == Layout::Two { 2 } else { 4 };
            assert_eq!(count((120, 40)), most);
            assert_eq!(count((80, 24)), 2);
            assert_eq!(count((40, 12)), 1);
        }
    }

    #[test]
    fn a_border_lies_in_the_cells_on_both_its_sides_and_is_put_where_it_is_let_go() {
        let mut division = Division::of(Layout::Four);
        for cut in 24..=90 {
            let panes = arrange((120, 40), showing(Pane::Timeline), &division);
            let left = panes.documents.expect("shown").width;
            let border = panes.border_at(left, 8).expect("a border");
            assert_eq!(panes.border_at(left - 1, 8), Some(border));
            assert_eq!((border.edge, border.cut()), (Edge::Left, left));
            division.set(border.edge, Some(border.share(cut)));
            let panes = arrange((120, 40), showing(Pane::Timeline), &division);
            assert_eq!(panes.documents.expect("shown").width, cut);
        }
    }
}
