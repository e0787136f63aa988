//! The frame around a pane or an overlay: its border, its title, a figure on the right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Widget};

use crate::view::line;
use crate::view::theme::{Letters, Role, Theme};

/// How much a frame stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Light,
    /// It takes the keys.
    Heavy,
}

const ASCII_LIGHT: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const ASCII_HEAVY: border::Set<'_> = border::Set {
    vertical_left: "#",
    vertical_right: "#",
    horizontal_top: "=",
    horizontal_bottom: "=",
    ..ASCII_LIGHT
};

/// Draws a frame over whatever was there; returns the cells inside.
///
/// The figure on the right gives way to the title where both do not fit.
pub fn draw(
    title: &str,
    figure: &str,
    weight: Weight,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Rect {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return area;
    }
    Clear.render(area, buffer);
    let (set, role) = match (theme.letters, weight) {
        (Letters::Unicode, Weight::Light) => (border::PLAIN, Role::Border),
        (Letters::Unicode, Weight::Heavy) => (border::THICK, Role::BorderFocused),
        (Letters::Ascii, Weight::Light) => (ASCII_LIGHT, Role::Border),
        (Letters::Ascii, Weight::Heavy) => (ASCII_HEAVY, Role::BorderFocused),
    };
    let room = usize::from(area.width).saturating_sub(4);
    let figure_room = line::width(figure) + 3;
    let title_room = if line::width(title) + figure_room <= room {
        room
    } else {
        room.saturating_sub(figure_room)
    };
    // A title that would be cut to a few letters is worth more than its figure.
    let (title_room, figure) = if title_room < room.min(12) {
        (room, "")
    } else {
        (title_room, figure)
    };
    let style = theme.style(role);
    let mut block = Block::bordered().border_set(set).border_style(style);
    if !title.is_empty() && room > 0 {
        block = block.title(styled(
            &line::clip(title, title_room),
            theme.style(Role::Title),
        ));
    }
    if !figure.is_empty() && room > 0 {
        block =
            block.title(styled(&line::clip(figure, room), theme.style(Role::Dim)).right_aligned());
    }
    let inside = block.inner(area);
    block.render(area, buffer);
    inside
}

/// Writes words into the lower border of a frame, at its right end.
pub fn foot(words: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    let room = usize::from(area.width).saturating_sub(6);
    if words.is_empty() || area.height < 3 || room < 12 {
        return;
    }
    let words = styled(&line::clip(words, room), theme.style(Role::Dim));
    let width = words.width() as u16;
    let y = area.bottom() - 1;
    buffer.set_line(area.right() - 1 - width, y, &words, width);
}

fn styled(text: &str, style: Style) -> Line<'static> {
    Line::styled(format!(" {text} "), style)
}
