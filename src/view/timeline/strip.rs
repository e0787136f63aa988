//! Draws the axis strip, with the selected event's cells marked.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::axis;
use crate::app::App;
use crate::app::timeline::TimelinePane;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns left of the strip, under which the marker of the list stands.
const MARGIN: usize = 2;

/// Draws the two rows of the strip: labels above, how much happens below.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    let cells = pane.axis();
    let columns = axis::columns(cells);
    let mut labels = " ".repeat(MARGIN);
    for (at, label) in axis::labels(
        cells,
        &columns,
        usize::from(inside.width).saturating_sub(MARGIN),
    ) {
        labels.push_str(&" ".repeat((at + MARGIN).saturating_sub(labels.len())));
        labels.push_str(&label);
    }
    let labels = Line::styled(labels, theme.style(Role::Dim));
    buffer.set_line(inside.x, inside.y, &labels, inside.width);
    let mut strip = vec![Span::raw(" ".repeat(MARGIN))];
    let most = cells.iter().map(|cell| cell.count).max().unwrap_or(0);
    let selected = selected_cells(app, pane);
    for column in &columns {
        strip.push(match *column {
            axis::Column::Gap => Span::styled(theme.letters.write("⋯"), theme.style(Role::Dim)),
            axis::Column::Cell(index) => {
                let is_selected = selected.contains(&index);
                let role = if is_selected {
                    Role::AxisSelected
                } else {
                    Role::Axis
                };
                let letter = match cells[index].count {
                    // A range lies over days on which nothing begins.
                    0 if is_selected => theme.letters.write("─"),
                    count => theme.letters.block(count, most).to_string(),
                };
                Span::styled(letter, theme.style(role))
            }
        });
    }
    let free = usize::from(inside.width).saturating_sub(columns.len() + MARGIN + 1);
    let length = axis::cell_length(cells).map(|length| format!("each {length}"));
    if let Some(length) = length.filter(|length| length.len() + 2 <= free) {
        strip.push(Span::styled(
            line::pad_left(&length, free),
            theme.style(Role::Dim),
        ));
    }
    buffer.set_line(inside.x, inside.y + 1, &Line::from(strip), inside.width);
}

/// The cells the selected event covers; of one without an end the one it is named by.
fn selected_cells(app: &App, pane: &TimelinePane) -> Range<usize> {
    let cells = pane.axis();
    let found = pane.selected_event().and_then(|event| {
        let when = &app.corpus.event(event).when;
        let first = axis::cell_of(cells, when.first_day())?;
        let last = axis::cell_of(cells, when.last_day())?;
        Some(first..last.max(first) + 1)
    });
    found.unwrap_or_default()
}
