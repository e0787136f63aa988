//! Draws a list to read: what was skipped, what was said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::listing::{Listing, Subject};
use crate::app::notices::{Notice, Weight};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// A message takes at most so many lines besides its first.
const MOST_LINES: usize = 5;

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
            let height = usize::from(inside.height);
            // The latest comes first: it is what one has just missed.
            let shown = app
                .notices
                .all()
                .iter()
                .rev()
                .skip(listing.top)
                .take(height);
            let shown = shown.flat_map(|notice| message(notice, theme, width));
            shown.take(height).collect()
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

/// A message on as many lines as it needs, those behind the first set in.
fn message(notice: &Notice, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let role = match notice.weight {
        Weight::Plain => Role::Text,
        Weight::Warning => Role::Error,
    };
    let text = line::one_line(&notice.text);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let is_full = line::width(&lines[last]) + line::width(word) + 1 > width;
        if is_full && last < MOST_LINES && !lines[last].trim().is_empty() {
            lines.push(format!("   {word}"));
        } else {
            lines[last].push(' ');
            lines[last].push_str(word);
        }
    }
    let style = theme.style(role);
    let lines = lines.into_iter();
    lines
        .map(|text| Line::styled(line::clip(&text, width), style))
        .collect()
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
