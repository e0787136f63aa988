//! Draws what a command line may go on as: a list above it, with keys and what each does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::App;
use crate::app::command::{self, Completion};
use crate::app::layout::palette_area;
use crate::app::prompt::Prompt;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns of a line and of its key.
const LINE: usize = 26;
const KEY: usize = 10;

/// Draws the list, if there is anything to go on with.
pub fn draw(app: &App, prompt: &Prompt, theme: &Theme, screen: Rect, buffer: &mut Buffer) {
    let completions = prompt.completions();
    let area = palette_area(completions.len(), screen).intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    Clear.render(area, buffer);
    buffer.set_style(area, theme.style(Role::Text));
    let first = prompt.first_shown(usize::from(area.height));
    let shown = completions.iter().enumerate().skip(first);
    for ((index, completion), y) in shown.zip(area.top()..area.bottom()) {
        let chosen = prompt.chosen() == Some(index);
        let row = row(app, completion, chosen, theme, usize::from(area.width));
        buffer.set_line(area.x, y, &row, area.width);
        if chosen {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            buffer.set_style(row, theme.style(Role::Selected));
        }
    }
}

fn row(
    app: &App,
    completion: &Completion,
    chosen: bool,
    theme: &Theme,
    width: usize,
) -> Line<'static> {
    let action = completion.action;
    let action = action.filter(|action| action.name() == completion.line);
    let Some(action) = action else {
        let line = line::clip(&completion.line, width.saturating_sub(2));
        return Line::from(vec![
            Span::styled(theme.letters.marker(chosen), theme.style(Role::Text)),
            Span::styled(line, theme.style(Role::Text)),
        ]);
    };
    let key = app.keymap.keys(action).first().cloned().unwrap_or_default();
    let name = match command::argument(action) {
        Some(asked) => format!("{} {asked}", completion.line),
        None => completion.line.clone(),
    };
    let names = LINE.min(width / 2);
    let room = width.saturating_sub(names + KEY + 4);
    Line::from(vec![
        Span::styled(theme.letters.marker(chosen), theme.style(Role::Text)),
        Span::styled(line::pad(&name, names), theme.style(Role::Text)),
        Span::styled(
            format!(" {} ", line::pad(&key, KEY)),
            theme.style(Role::Match),
        ),
        Span::styled(line::clip(action.help(), room), theme.style(Role::Dim)),
    ])
}
