//! Draws the box in which a note is written: the words it is on, then its text.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::note::NoteBox;
use crate::app::reader;
use crate::document::Span;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Draws the inside of the box; returns where the cursor stands.
pub fn draw(note: &NoteBox, theme: &Theme, inside: Rect, buffer: &mut Buffer) -> Option<Position> {
    if inside.is_empty() {
        return None;
    }
    let width = usize::from(inside.width);
    let put = |text: &str, role, y, buffer: &mut Buffer| {
        let text = line::clip(&format!(" {text}"), width);
        buffer.set_line(
            inside.x,
            y,
            &Line::styled(text, theme.style(role)),
            inside.width,
        );
    };
    let quoted = line::one_line(&format!("on “{}”", note.words));
    put(&theme.letters.write(&quoted), Role::Quote, inside.y, buffer);
    let hint = theme.letters.write(note.hint());
    put(&hint, Role::Dim, inside.bottom() - 1, buffer);
    let area = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(4),
        ..inside
    };
    if area.is_empty() {
        return None;
    }
    let wrapped = Wrapped::of(note, width.saturating_sub(3).max(1));
    let top = (wrapped.row + 1).saturating_sub(usize::from(area.height));
    let shown = wrapped.rows.iter().skip(top);
    for (row, y) in shown.zip(area.top()..area.bottom()) {
        put(row, Role::Text, y, buffer);
    }
    let column = (wrapped.column + 1).min(width.saturating_sub(1));
    let row = (wrapped.row - top) as u16;
    Some(Position::new(area.x + column as u16, area.y + row))
}

/// A text wrapped to some columns, and where its cursor comes to stand.
struct Wrapped<'a> {
    rows: Vec<&'a str>,
    row: usize,
    column: usize,
}

impl<'a> Wrapped<'a> {
    fn of(note: &'a NoteBox, columns: usize) -> Self {
        let (cursor_line, cursor_at) = note.editor.cursor();
        let mut wrapped = Self {
            rows: Vec::new(),
            row: 0,
            column: 0,
        };
        for (index, text) in note.editor.lines().iter().enumerate() {
            let pieces = reader::rows(text, Span::new(0, text.len()), columns);
            if index == cursor_line {
                let before = |piece: &Span| piece.start as usize <= cursor_at;
                let piece = pieces.iter().rposition(before).unwrap_or(0);
                let start = pieces[piece].start as usize;
                wrapped.row = wrapped.rows.len() + piece;
                wrapped.column = line::width(&text[start.min(cursor_at)..cursor_at]);
            }
            wrapped
                .rows
                .extend(pieces.iter().map(|piece| piece.of(text)));
        }
        wrapped
    }
}
