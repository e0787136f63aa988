//! Draws the list of corrections and decisions.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::corrections::Corrections;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its right.
pub fn summary(open: &Corrections) -> String {
    line::thousands(open.rows().len())
}

/// Draws the inside of the box.
pub fn draw(open: &Corrections, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let width = usize::from(inside.width);
    if open.rows().len() == 0 {
        let nothing = " Nothing is corrected or decided yet.";
        let nothing = Line::styled(line::clip(nothing, width), theme.style(Role::Dim));
        buffer.set_line(inside.x, inside.y, &nothing, inside.width);
    }
    let cursor = open.cursor(usize::from(inside.height));
    let rows = open.rows().enumerate().skip(cursor.top);
    for ((index, words), y) in rows.zip(inside.top()..inside.bottom()) {
        let selected = index == cursor.selected;
        let words = line::clip(&line::one_line(words), width.saturating_sub(3));
        let row = Line::from(vec![
            Span::raw(theme.letters.marker(selected)),
            Span::styled(words, theme.style(Role::Text)),
        ]);
        buffer.set_line(inside.x, y, &row, inside.width);
        if selected {
            let area = Rect {
                y,
                height: 1,
                ..inside
            };
            buffer.set_style(area, theme.style(Role::Selected));
        }
    }
}
