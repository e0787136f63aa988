//! A selection in a list that scrolls.

/// A selected row of a list, and the first row in view.
///
/// Rows are indices; `height` is the number of rows in view. Both hold after
/// the list shrank: every method clamps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    pub selected: usize,
    pub top: usize,
}

impl Cursor {
    /// Moves by `step` rows, not past either end of `count` rows.
    pub fn step(&mut self, step: isize, count: usize) {
        self.select(self.selected.saturating_add_signed(step), count);
    }

    /// Selects a row, or the last if there are fewer.
    pub fn select(&mut self, row: usize, count: usize) {
        self.selected = row.min(count.saturating_sub(1));
    }

    /// Scrolls as little as it takes to have the selection in view, and leaves
    /// no empty rows below the last while there are rows above.
    pub fn reveal(&mut self, count: usize, height: usize) {
        self.selected = self.selected.min(count.saturating_sub(1));
        let lowest = self.selected.saturating_sub(height.saturating_sub(1));
        self.top = self
            .top
            .clamp(lowest, self.selected)
            .min(count.saturating_sub(height));
    }
}
