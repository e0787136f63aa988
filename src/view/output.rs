//! Draws what a command printed that text was given to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::output::{Output, State};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its right: how far the command has come.
pub fn summary(output: &Output) -> String {
    match &output.state {
        State::Running => "running · esc stops it".to_owned(),
        State::Failed(why) => line::one_line(why),
        State::Ended(said) if said.is_empty() => match output.row_count() {
            1 => "1 line".to_owned(),
            count => format!("{} lines", line::thousands(count)),
        },
        State::Ended(said) => line::one_line(said),
    }
}

/// Draws the inside of the box.
pub fn draw(output: &Output, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let width = usize::from(inside.width);
    if output.row_count() == 0 {
        let nothing = match &output.state {
            State::Running => "Waiting for what it prints…",
            State::Ended(_) | State::Failed(_) => "It printed nothing.",
        };
        let nothing = line::clip(&format!(" {nothing}"), width);
        let nothing = Line::styled(nothing, theme.style(Role::Dim));
        buffer.set_line(inside.x, inside.y, &nothing, inside.width);
    }
    let rows = output.in_view().iter();
    for (row, y) in rows.zip(inside.top()..inside.bottom()) {
        let words = line::clip(&format!(" {}", row.of(output.text())), width);
        let words = Line::styled(words, theme.style(Role::Text));
        buffer.set_line(inside.x, y, &words, inside.width);
    }
}
