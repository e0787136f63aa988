//! Draws a list to read: what was skipped, what was said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::listing::{Listing, Subject};
use crate::app::notices::Weight;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its left and on its right.
pub fn title(app: &App, listing: &Listing) -> (&'static str, String) {
    match listing.subject {
        Subject::Skipped => ("Skipped", line::thousands(app.loading.skipped.len())),
        Subject::Messages => ("Messages", line::thousands(app.notices.all().len())),
    }
}

/// Draws the inside of the box.
pub fn draw(app: &App, listing: &Listing, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let width = usize::from(inside.width);
    let rows: Vec<Line<'static>> = match listing.subject {
        Subject::Skipped => {
            let shown = app
                .loading
                .skipped
                .iter()
                .skip(listing.top)
                .take(usize::from(inside.height));
            shown
                .map(|skipped| {
                    two_parts(&skipped.origin.to_string(), &skipped.reason, theme, width)
                })
                .collect()
        }
        Subject::Messages => {
            let shown = app
                .notices
                .all()
                .iter()
                .skip(listing.top)
                .take(usize::from(inside.height));
            let role = |weight| match weight {
                Weight::Plain => Role::Text,
                Weight::Warning => Role::Error,
            };
            let row = |text: &str| line::clip(&format!(" {}", line::one_line(text)), width);
            shown
                .map(|notice| Line::styled(row(&notice.text), theme.style(role(notice.weight))))
                .collect()
        }
    };
    if rows.is_empty() {
        let nothing = Line::styled(line::clip(" Nothing.", width), theme.style(Role::Dim));
        buffer.set_line(inside.x, inside.y, &nothing, inside.width);
    }
    for (row, y) in rows.iter().zip(inside.top()..inside.bottom()) {
        buffer.set_line(inside.x, y, row, inside.width);
    }
}

/// A name and what is said of it; the name keeps its end, which tells files apart.
fn two_parts(name: &str, said: &str, theme: &Theme, width: usize) -> Line<'static> {
    let name = line::one_line(name);
    let room = width / 2;
    let spare = line::width(&name).saturating_sub(room);
    let name = if spare > 0 {
        format!("…{}", line::skip(&name, spare + 1))
    } else {
        name
    };
    let left = width.saturating_sub(line::width(&name) + 4);
    Line::from(vec![
        Span::styled(format!(" {name}  "), theme.style(Role::Text)),
        Span::styled(
            line::clip(&line::one_line(said), left),
            theme.style(Role::Dim),
        ),
    ])
}
