//! Draws the list of an article's links: number, words, address.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::links::Links;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its right.
pub fn summary(links: &Links) -> String {
    match links.typed() {
        Some(number) => format!("{number}… enter opens it"),
        None => format!("a number opens · {}", links.rows().len()),
    }
}

/// Draws the inside of the box.
pub fn draw(links: &Links, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let cursor = links.view(usize::from(inside.height));
    let digits = links.rows().len().to_string().len();
    let width = usize::from(inside.width);
    // Words and address share the row; neither is more use than the other.
    let room = width.saturating_sub(digits + 5);
    let words_room = room / 2;
    let rows = links.rows().iter().enumerate().skip(cursor.top);
    for ((index, row), y) in rows.zip(inside.top()..inside.bottom()) {
        let is_selected = index == cursor.selected;
        let style = |role| {
            let style = theme.style(role);
            if is_selected {
                style.patch(theme.style(Role::Selected))
            } else {
                style
            }
        };
        let number = format!("{:>digits$} ", index + 1);
        let words = line::pad(&line::one_line(&row.words), words_room);
        let url = line::clip(&line::one_line(&row.url), room - words_room);
        let runs = vec![
            Span::styled(theme.letters.marker(is_selected), style(Role::Text)),
            Span::styled(number, style(Role::Text)),
            Span::styled(words, style(Role::Link)),
            Span::styled(format!("  {url}"), style(Role::Dim)),
        ];
        buffer.set_line(inside.x, y, &Line::from(runs), inside.width);
    }
}
