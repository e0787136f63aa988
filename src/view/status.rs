//! Draws the bottom line: what can be pressed here and now, then what the
//! program is doing. A notice or a line to type in takes its place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::key::Key;
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
    let is_bare = app.extent == Extent::Zen && app.focus == Pane::Reader;
    if is_bare && app.overlay.is_none() && app.notices.shown().is_none() {
        return None;
    }
    let figure = figure(app);
    let room = usize::from(area.width);
    let figure_room = line::width(&figure) + 2;
    let left = room.saturating_sub(figure_room);
    let (words, role, takes_all) = words(app, left);
    let words = theme.letters.write(&format!(" {words}"));
    let needs_all = takes_all == Takes::All && line::width(&words) > left;
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

/// Whether words may have the room of the figure beside them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    All,
    Left,
}

/// What the line says on its left: what may follow a first key, else a notice,
/// else what can be pressed.
fn words(app: &App, left: usize) -> (String, Role, Takes) {
    if let Some(first) = app.keymap.pending() {
        return (following(app, first), Role::Notice, Takes::All);
    }
    match app.notices.shown() {
        Some(notice) => {
            let role = match notice.weight {
                Weight::Plain => Role::Notice,
                Weight::Warning => Role::Error,
            };
            (line::one_line(&notice.text), role, Takes::All)
        }
        None => (hints(app, left), Role::Dim, Takes::Left),
    }
}

/// Says which keys may follow a first one; a word that all of it begins with
/// is said once.
fn following(app: &App, first: Key) -> String {
    let following = app.keymap.following(first, app.context());
    let word = |name: &str| name.split_once('-').map(|(word, _)| word.to_owned());
    let shared = following.first().and_then(|(_, name)| word(name));
    let shared = shared.filter(|shared| {
        let mut all = following.iter();
        all.all(|(_, name)| word(name).as_ref() == Some(shared))
    });
    let hints = following.iter().map(|(key, name)| {
        let rest = name.split_once('-').filter(|_| shared.is_some());
        format!("{key} {}", rest.map_or(name.as_str(), |(_, rest)| rest))
    });
    let hints: Vec<String> = hints.collect();
    let shared = shared.unwrap_or_else(|| "…".to_owned());
    format!("{first} {shared}  {}   esc drops it", hints.join("   "))
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
    let from = line::width(&said) + 3;
    if let Some(error) = prompt.error()
        && from < room
    {
        let words = Line::styled(line::clip(error, room - from), theme.style(Role::Error));
        buffer.set_line(area.x + from as u16, area.y, &words, (room - from) as u16);
    }
    Position::new(area.x + column.min(room.saturating_sub(1)) as u16, area.y)
}

/// What the program is doing: loading, or how much has been read.
fn figure(app: &App) -> String {
    let loading = &app.loading;
    let mut parts = Vec::new();
    if loading.is_over() {
        let all = app.corpus.article_count();
        parts.push(format!(
            "{} of {} read",
            line::thousands(app.documents.read_count()),
            line::thousands(all)
        ));
    } else {
        let what = if loading.is_stopping() {
            "stopping at"
        } else {
            "loading"
        };
        parts.push(format!(
            "{what} {} of {}",
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
        actions: Vec::new(),
        room: room.saturating_sub(1),
    };
    if app.overlay.is_some() {
        said.say(in_overlay(app), "   ");
        return said.said;
    }
    let arrangement = app.arrangement();
    let hidden = Pane::ALL.iter().any(|pane| arrangement.of(*pane).is_none());
    // Who selects wants to know what can be done with it.
    let selects = app.focus == Pane::Reader && app.reader.selection().is_some();
    if hidden && !selects && app.extent == Extent::Shared && room >= ROOM_FOR_PANES {
        said.say(PANES, " ");
        said.said.push_str("  ");
        said.say(&[(Action::Help, "help")], "   ");
    } else {
        said.say(&[(Action::Help, "help")], "   ");
    }
    if !app.loading.is_over() && !app.loading.is_stopping() {
        said.say(&[(Action::Cancel, "stop loading")], "   ");
    }
    if !app.narrowing.people.is_empty() || !app.timeline.wanted().is_empty() {
        said.say(&[(Action::Widen, "widen")], "   ");
    }
    let (first, more) = in_pane(app).split_at(MOST_USED);
    said.say(first, "   ");
    said.say(ANYWHERE, "   ");
    said.say(more, "   ");
    said.say(MORE, "   ");
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

/// So many hints of a pane stand before those that count anywhere.
const MOST_USED: usize = 4;

const ANYWHERE: &[Hint] = &[
    (Action::FindPerson, "people"),
    (Action::Find, "find"),
    (Action::Command, "command"),
];

const MORE: &[Hint] = &[
    (Action::Undo, "undo"),
    (Action::JumpBack, "back"),
    (Action::Zen, "zen"),
    (Action::Layout, "layout"),
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
        Some(Overlay::Corrections(_)) => &[
            (Action::Next, "next"),
            (Action::Open, "take back"),
            (Action::Widen, "close"),
        ],
        Some(Overlay::Listing(_)) => &[(Action::Next, "scroll"), (Action::Widen, "close")],
        Some(Overlay::Links(_)) => &[
            (Action::Next, "next"),
            (Action::Open, "open"),
            (Action::Widen, "close"),
        ],
        Some(Overlay::Output(_)) => &[
            (Action::Next, "scroll"),
            (Action::Copy, "copy"),
            (Action::Widen, "close"),
        ],
        // These take every key as text and say themselves what closes them.
        Some(
            Overlay::Finder(_)
            | Overlay::Help(_)
            | Overlay::Prompt(_)
            | Overlay::Note(_)
            | Overlay::Suggesting(_),
        )
        | None => &[],
    }
}

fn in_pane(app: &App) -> &'static [Hint] {
    match app.focus {
        Pane::Timeline => &[
            (Action::Next, "move"),
            (Action::Open, "read"),
            (Action::ZoomIn, "zoom"),
            (Action::ZoomOut, "out"),
            (Action::GoToDate, "date"),
            (Action::Explain, "why"),
            (Action::FilterTimeline, "filter"),
            (Action::Lanes, "lanes"),
            (Action::SetEventDate, "correct"),
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
        Pane::Reader if app.reader.selection().is_some() => &[
            (Action::Next, "extend"),
            (Action::SwapEnds, "other end"),
            (Action::Highlight, "highlight"),
            (Action::Note, "note"),
            (Action::Copy, "copy"),
            (Action::Pipe, "pipe"),
        ],
        Pane::Reader => &[
            (Action::Next, "scroll"),
            (Action::JumpBack, "back"),
            (Action::SearchText, "search"),
            (Action::Explain, "why"),
            (Action::SelectSentences, "select"),
            (Action::Note, "note"),
            (Action::Copy, "copy"),
            (Action::WidenMeasure, "wider"),
            (Action::Links, "links"),
            (Action::SetDate, "set date"),
        ],
        Pane::People => &[
            (Action::Next, "move"),
            (Action::Open, "narrow"),
            (Action::ShowPerson, "card"),
            (Action::FilterPane, "filter"),
            (Action::SortPeople, "sort"),
            (Action::SelectPerson, "select"),
            (Action::MergePeople, "merge"),
            (Action::Suggestions, "suggested merges"),
        ],
    }
}

/// Hints on one line.
struct Hints<'a> {
    app: &'a App,
    said: String,
    /// What has been said, so that nothing is said twice.
    actions: Vec<Action>,
    /// Columns they may take.
    room: usize,
}

impl Hints<'_> {
    /// Adds hints up to the first that does not fit, each with the first of its keys.
    fn say(&mut self, hints: &[Hint], gap: &str) {
        for (action, word) in hints {
            if self.actions.contains(action) {
                continue;
            }
            let context = self.app.context();
            let Some(key) = self.app.keymap.key_in(*action, context) else {
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
            self.actions.push(*action);
        }
    }
}
