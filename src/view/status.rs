//! Draws the bottom line: what can be pressed here and now, then what the
//! program is doing. A notice or a line to type in takes its place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::notices::Weight;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::{Action, App, Overlay, Pane};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Draws the line; returns where the cursor stands while one types in it.
pub fn draw(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    if let Some(Overlay::Prompt(prompt)) = &app.overlay {
        return Some(draw_prompt(prompt, theme, area, buffer));
    }
    let figure = figure(app);
    let room = usize::from(area.width);
    let figure_room = line::width(&figure) + 2;
    let left = room.saturating_sub(figure_room);
    let (words, role) = match app.notices.shown() {
        Some(notice) => {
            let role = match notice.weight {
                Weight::Plain => Role::Notice,
                Weight::Warning => Role::Error,
            };
            (line::one_line(&notice.text), role)
        }
        None => (hints(app, left), Role::Dim),
    };
    let words = theme.letters.write(&format!(" {words}"));
    let needs_all = app.notices.shown().is_some() && line::width(&words) > left;
    let width = if needs_all { room } else { left };
    buffer.set_line(
        area.x,
        area.y,
        &Line::styled(line::clip(&words, width), theme.style(role)),
        area.width,
    );
    if !needs_all {
        let figure = theme
            .letters
            .write(&line::pad_left(&figure, figure_room.min(room) - 1));
        let x = area.right().saturating_sub(figure_room.min(room) as u16);
        buffer.set_line(
            x,
            area.y,
            &Line::styled(figure, theme.style(Role::Dim)),
            area.width,
        );
    }
    None
}

fn draw_prompt(prompt: &Prompt, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Position {
    let room = usize::from(area.width);
    let sign = match prompt.purpose() {
        Purpose::Search => "/",
        Purpose::Date(_) => "published on (year-month-day): ",
        Purpose::Command => ":",
    };
    let typed = room.saturating_sub(sign.len() + 1);
    let scroll = prompt.input().visual_scroll(typed.max(1));
    let said = format!("{sign}{}", line::skip(prompt.input().value(), scroll));
    let column = sign.len() + prompt.input().visual_cursor().saturating_sub(scroll);
    buffer.set_line(
        area.x,
        area.y,
        &Line::styled(line::pad(&said, room), theme.style(Role::Text)),
        area.width,
    );
    let beside = match prompt.error() {
        Some(error) => (error.to_owned(), Role::Error),
        None => {
            let names: Vec<&str> = prompt
                .completions()
                .iter()
                .map(|action| action.name())
                .collect();
            (names.join("  "), Role::Dim)
        }
    };
    let from = line::width(&said) + 3;
    if from < room {
        let words = Line::styled(line::clip(&beside.0, room - from), theme.style(beside.1));
        buffer.set_line(area.x + from as u16, area.y, &words, (room - from) as u16);
    }
    Position::new(area.x + column.min(room.saturating_sub(1)) as u16, area.y)
}

/// What the program is doing: loading, or how much has been read.
fn figure(app: &App) -> String {
    let loading = &app.loading;
    let mut parts = Vec::new();
    if loading.is_finished() {
        let all = app.corpus.article_count();
        parts.push(format!(
            "{} of {} read",
            line::thousands(app.documents.read_count()),
            line::thousands(all)
        ));
    } else {
        parts.push(format!(
            "loading {} of {}",
            line::thousands(loading.done),
            line::thousands(loading.found)
        ));
    }
    if !loading.skipped.is_empty() {
        parts.push(format!(
            "{} skipped (:skipped)",
            line::thousands(loading.skipped.len())
        ));
    }
    parts.join(" · ")
}

/// The keys that matter in the focused pane, as many as fit.
fn hints(app: &App, room: usize) -> String {
    let here: &[(Action, &str)] = match (&app.overlay, app.focus) {
        (Some(Overlay::Card(_)), _) => &[
            (Action::Next, "next"),
            (Action::NextPane, "next list"),
            (Action::Open, "go there"),
            (Action::Widen, "close"),
        ],
        (Some(_), _) => &[(Action::Widen, "close")],
        (None, Pane::Timeline) => &[
            (Action::Next, "move"),
            (Action::Open, "read"),
            (Action::ZoomIn, "zoom in"),
            (Action::ZoomOut, "out"),
        ],
        (None, Pane::Documents) => &[
            (Action::Next, "move"),
            (Action::Open, "read"),
            (Action::SetDate, "set date"),
        ],
        (None, Pane::Reader) => &[
            (Action::Next, "scroll"),
            (Action::SearchText, "search"),
            (Action::JumpBack, "back"),
            (Action::SetDate, "set date"),
        ],
        (None, Pane::People) => &[
            (Action::Next, "move"),
            (Action::Open, "narrow"),
            (Action::ShowPerson, "card"),
        ],
    };
    let narrowed: &[(Action, &str)] = if app.narrowing.person.is_some() && app.overlay.is_none() {
        &[(Action::Widen, "widen")]
    } else {
        &[]
    };
    let always: &[(Action, &str)] = match app.overlay {
        Some(_) => &[],
        None => &[
            (Action::FindPerson, "people"),
            (Action::Find, "find"),
            (Action::Help, "help"),
            (Action::NextPane, "next pane"),
            (Action::Command, "command"),
            (Action::Quit, "quit"),
        ],
    };
    let mut said = String::new();
    for (action, word) in here.iter().chain(narrowed).chain(always) {
        let Some(key) = app.keymap.keys(*action).first() else {
            continue;
        };
        let hint = format!("{key} {word}   ");
        if line::width(&said) + line::width(&hint) > room + 2 {
            break;
        }
        said.push_str(&hint);
    }
    said
}
