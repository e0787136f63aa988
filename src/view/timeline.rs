//! Draws the timeline pane: the axis strip, then entries or bars.
//!
//! Only the rows in view are looked at, so that a hundred thousand events
//! draw as fast as ten.

mod axis;
mod bars;
pub mod date;
mod lanes;
mod lines;
mod reports;
mod said;
mod strip;
pub mod telling;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::view::line;
use crate::view::theme::{Role, Theme};

pub use said::{foot, summary, title};

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let pane = &app.timeline;
    if pane.rows().is_empty() {
        let text = if app.corpus.article_count() == 0 {
            "Nothing read yet."
        } else if pane.wanted().is_empty() && app.narrowing.people.is_empty() {
            "No sentence here tells of a dated event."
        } else {
            "No event passes the filter; C clears it."
        };
        let line = Line::styled(
            line::clip(text, usize::from(inside.width)),
            theme.style(Role::Dim),
        );
        buffer.set_line(inside.x, inside.y, &line, inside.width);
        return;
    }
    let strip = pane.axis_rows().min(inside.height);
    if strip > 0 && !pane.axis().is_empty() {
        strip::draw(app, theme, inside, buffer);
    }
    let named = pane.lane_rows().min(inside.height - strip);
    if named > 0 {
        lanes::draw_names(app, theme, inside, inside.y + strip, buffer);
    }
    let list = Rect {
        y: inside.y + strip + named,
        height: inside.height - strip - named,
        ..inside
    };
    lines::draw(app, theme, list, buffer);
}
