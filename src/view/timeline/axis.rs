//! The axis strip: how much happens when, under labels of the unit above.

use chrono::{Datelike, NaiveDate};

use crate::corpus::timeline::Cell;

/// What stands in one column of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A folded stretch without events.
    Gap,
    /// A cell, by its place.
    Cell(usize),
}

/// Lays cells and folded gaps side by side, a column each.
pub fn columns(cells: &[Cell]) -> Vec<Column> {
    let mut columns = Vec::with_capacity(cells.len() + 8);
    for (index, cell) in cells.iter().enumerate() {
        if cell.after_gap && index > 0 {
            columns.push(Column::Gap);
        }
        columns.push(Column::Cell(index));
    }
    columns
}

/// Finds the cell a day lies in.
pub fn cell_of(cells: &[Cell], day: NaiveDate) -> Option<usize> {
    cells
        .partition_point(|cell| cell.first <= day)
        .checked_sub(1)
}

/// A unit of the labels, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Month,
    Year,
    Decade,
    Century,
}

impl Unit {
    const ALL: [Self; 4] = [Self::Month, Self::Year, Self::Decade, Self::Century];

    /// Numbers the units, so that a new one is seen by its number.
    fn number(self, day: NaiveDate) -> i32 {
        match self {
            Self::Month => day.year() * 12 + day.month0() as i32,
            Self::Year => day.year(),
            Self::Decade => day.year().div_euclid(10),
            Self::Century => day.year().div_euclid(100),
        }
    }

    fn label(self, day: NaiveDate) -> String {
        match self {
            Self::Month if day.month() == 1 => day.year().to_string(),
            Self::Month => day.format("%b").to_string(),
            Self::Year => day.year().to_string(),
            Self::Decade => (day.year().div_euclid(10) * 10).to_string(),
            Self::Century => (day.year().div_euclid(100) * 100).to_string(),
        }
    }

    /// Returns the unit each cell is named by: the cell's last day decides, so that
    /// the cell in which August begins is August's.
    fn numbers(self, cells: &[Cell]) -> Vec<i32> {
        let last = |index: usize| {
            let next = cells.get(index + 1).filter(|next| !next.after_gap);
            next.and_then(|next| next.first.pred_opt())
                .unwrap_or(cells[index].first)
        };
        (0..cells.len())
            .map(|index| self.number(last(index)))
            .collect()
    }
}

/// Returns labels and the column each begins at: one each time the unit above
/// changes, in the finest unit whose labels mostly have room in `width` columns.
pub fn labels(cells: &[Cell], columns: &[Column], width: usize) -> Vec<(usize, String)> {
    for unit in Unit::ALL {
        let (placed, wanted) = place(unit, cells, columns, width);
        if placed.len() * 4 >= wanted * 3 {
            return placed;
        }
    }
    place(Unit::Century, cells, columns, width).0
}

/// Places the labels of one unit from left to right, and says how many there were to place.
fn place(
    unit: Unit,
    cells: &[Cell],
    columns: &[Column],
    width: usize,
) -> (Vec<(usize, String)>, usize) {
    let numbers = unit.numbers(cells);
    let mut placed: Vec<(usize, String)> = Vec::new();
    let folded = cells.iter().any(|cell| cell.after_gap);
    let (mut wanted, mut free, mut before) = (0, 0, None);
    for (at, column) in columns.iter().enumerate() {
        let Column::Cell(index) = *column else {
            continue;
        };
        let changed = before != Some(numbers[index]);
        before = Some(numbers[index]);
        if !changed {
            continue;
        }
        let day = label_day(unit, cells, index, numbers[index]);
        // Behind a gap a month alone would not say of which year.
        let label =
            if unit == Unit::Month && (folded && placed.is_empty() || cells[index].after_gap) {
                Unit::Year.label(day)
            } else {
                unit.label(day)
            };
        if at + label.len() > width {
            continue;
        }
        // The unit that was under way when the strip begins gives way to the first whole one.
        if at < free && placed.len() == 1 && placed[0].0 == 0 {
            placed.clear();
            wanted -= 1;
            free = 0;
        }
        wanted += 1;
        if at >= free {
            free = at + label.len() + 1;
            placed.push((at, label));
        }
    }
    (placed, wanted)
}

/// Returns a day of the cell that lies in the unit it is named by.
fn label_day(unit: Unit, cells: &[Cell], index: usize, number: i32) -> NaiveDate {
    let first = cells[index].first;
    if unit.number(first) == number {
        return first;
    }
    cells
        .get(index + 1)
        .and_then(|next| next.first.pred_opt())
        .unwrap_or(first)
}

/// Says how long a cell is: "3 days", "2 months", "10 years".
pub fn cell_length(cells: &[Cell]) -> Option<String> {
    let mut pairs = cells.windows(2).filter(|pair| !pair[1].after_gap);
    let pair = pairs.next()?;
    let days = (pair[1].first - pair[0].first).num_days().max(1);
    let (count, unit) = match days {
        1..=13 => (days, "day"),
        14..=55 => ((days + 3) / 7, "week"),
        56..=330 => ((days + 15) / 30, "month"),
        _ => ((days + 182) / 365, "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    Some(format!("{count} {unit}{plural}"))
}

#[cfg(test)]
mod tests {
    use super::{Column, cell_length, cell_of, columns, labels};
    use crate::corpus::timeline::Cell;
    use chrono::{Days, NaiveDate};

    fn cells(first: (i32, u32, u32), days: u64, count: u64) -> Vec<Cell> {
        let first = NaiveDate::from_ymd_opt(first.0, first.1, first.2).expect("a day");
        let cell = |index| Cell {
            first: first + Days::new(days * index),
            count: 1,
            after_gap: false,
        };
        (0..count).map(cell).collect()
    }

    fn label_line(cells: &[Cell]) -> String {
        let mut line = String::new();
        for (at, label) in labels(cells, &columns(cells), cells.len()) {
            line.push_str(&" ".repeat(at - line.len()));
            line.push_str(&label);
        }
        line
    }

    #[test]
    fn a_label_stands_where_the_unit_above_changes() {
        assert_eq!(
            label_line(&cells((2021, 5, 1), 3, 42)),
            "May       Jun       Jul       Aug"
        );
        assert_eq!(
            label_line(&cells((2019, 11, 1), 30, 30)),
            "  2020        2021        2022"
        );
    }

    #[test]
    fn labels_that_have_no_room_give_way_to_a_coarser_unit() {
        let line = label_line(&cells((1979, 1, 1), 365, 44));
        assert_eq!(line, " 1980      1990      2000      2010");
    }

    #[test]
    fn a_folded_gap_takes_a_column_of_its_own() {
        let mut strip = cells((2021, 5, 1), 1, 3);
        strip[2].after_gap = true;
        let laid = columns(&strip);
        assert_eq!(
            laid,
            [
                Column::Cell(0),
                Column::Cell(1),
                Column::Gap,
                Column::Cell(2)
            ]
        );
    }

    #[test]
    fn a_day_lies_in_the_last_cell_that_begins_no_later() {
        let strip = cells((2021, 5, 1), 7, 3);
        let day = |day| NaiveDate::from_ymd_opt(2021, 5, day).expect("a day");
        assert_eq!(cell_of(&strip, day(7)), Some(0));
        assert_eq!(cell_of(&strip, day(8)), Some(1));
        assert_eq!(cell_of(&strip, NaiveDate::MIN), None);
        assert_eq!(cell_length(&strip).as_deref(), Some("7 days"));
    }
}
