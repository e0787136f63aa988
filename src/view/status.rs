//! Draws the bottom line: what can be pressed here and now, then what the
//! program is doing. A notice or a line to type in takes its place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::notices::Weight;
use crate::app::prompt::Prompt;
use crate::app::{Action, App, Extent, Overlay, Pane};
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
    let sign = prompt.purpose().sign();
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
        None => (prompt.completions().join("  "), Role::Dim),
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

/// A key's action and the word that says what it does here.
type Hint = (Action, &'static str);

/// What can be pressed here and now, as much as fits.
fn hints(app: &App, room: usize) -> String {
    let mut said = Hints {
        app,
        said: String::new(),
        room: room.saturating_sub(1),
    };
    if app.overlay.is_some() {
        said.say(in_overlay(app), "   ");
        return said.said;
    }
    let arrangement = app.arrangement();
    let hidden = Pane::ALL.iter().any(|pane| arrangement.of(*pane).is_none());
    if hidden && app.extent == Extent::Shared && room >= ROOM_FOR_PANES {
        said.say(PANES, " ");
        said.said.push_str("  ");
        said.say(&[(Action::Help, "help")], "   ");
    } else {
        said.say(&[(Action::Help, "help")], "   ");
    }
    if !app.narrowing.people.is_empty() {
        said.say(&[(Action::Widen, "widen")], "   ");
    }
    said.say(in_pane(app.focus), "   ");
    said.say(ANYWHERE, "   ");
    said.said
}

/// From this many columns on, the keys that bring the other panes are said.
const ROOM_FOR_PANES: usize = 58;

const PANES: &[Hint] = &[
    (Action::FocusDocuments, "documents"),
    (Action::FocusReader, "reading"),
    (Action::FocusTimeline, "timeline"),
    (Action::FocusPeople, "people"),
];

const ANYWHERE: &[Hint] = &[
    (Action::FindPerson, "people"),
    (Action::Find, "find"),
    (Action::SearchText, "search"),
    (Action::Command, "command"),
    (Action::Quit, "quit"),
];

fn in_overlay(app: &App) -> &'static [Hint] {
    match &app.overlay {
        Some(Overlay::Card(_)) => &[
            (Action::Next, "next"),
            (Action::NextPane, "next list"),
            (Action::Open, "go there"),
            (Action::Widen, "close"),
            (Action::MergePeople, "merge"),
            (Action::SplitPerson, "split"),
            (Action::RenamePerson, "rename"),
            (Action::HidePerson, "hide"),
        ],
        Some(Overlay::Explanation(open)) if open.accounts() < 2 => &[
            (Action::Next, "next"),
            (Action::Open, "go there"),
            (Action::Widen, "close"),
        ],
        Some(Overlay::Explanation(_)) => &[
            (Action::Next, "next"),
            (Action::NextPane, "next report"),
            (Action::Open, "go there"),
            (Action::Widen, "close"),
        ],
        Some(Overlay::Listing(_)) => &[(Action::Next, "scroll"), (Action::Widen, "close")],
        // These take every key as text and say themselves what closes them.
        Some(
            Overlay::Finder(_) | Overlay::Help(_) | Overlay::Prompt(_) | Overlay::Suggesting(_),
        )
        | None => &[],
    }
}

fn in_pane(focus: Pane) -> &'static [Hint] {
    match focus {
        Pane::Timeline => &[
            (Action::Next, "move"),
            (Action::Open, "read"),
            (Action::ZoomIn, "zoom"),
            (Action::ZoomOut, "out"),
            (Action::Explain, "why"),
        ],
        Pane::Documents => &[
            (Action::Next, "move"),
            (Action::Open, "read"),
            (Action::FilterPane, "filter"),
            (Action::SortDocuments, "sort"),
            (Action::Star, "star"),
            (Action::Tag, "tag"),
            (Action::SelectDocument, "select"),
            (Action::NextUnread, "unread"),
            (Action::SetDate, "set date"),
        ],
        Pane::Reader => &[
            (Action::Next, "scroll"),
            (Action::JumpBack, "back"),
            (Action::SetDate, "set date"),
            (Action::Explain, "why"),
        ],
        Pane::People => &[
            (Action::Next, "move"),
            (Action::Open, "narrow"),
            (Action::ShowPerson, "card"),
            (Action::FilterPane, "filter"),
            (Action::SortPeople, "sort"),
            (Action::MergePeople, "merge"),
            (Action::Suggestions, "suggested merges"),
        ],
    }
}

/// Hints on one line.
struct Hints<'a> {
    app: &'a App,
    said: String,
    /// Columns they may take.
    room: usize,
}

impl Hints<'_> {
    /// Adds hints up to the first that does not fit, each with the first of its keys.
    fn say(&mut self, hints: &[Hint], gap: &str) {
        for (action, word) in hints {
            let Some(key) = self.app.keymap.keys(*action).first() else {
                continue;
            };
            let gap = if self.said.is_empty() || self.said.ends_with("  ") {
                ""
            } else {
                gap
            };
            let hint = format!("{gap}{key} {word}");
            if line::width(&self.said) + line::width(&hint) > self.room {
                return;
            }
            self.said.push_str(&hint);
        }
    }
}
