//! Draws the app: `&App` in, cells out. Changes nothing.
//!
//! A file a pane; [`frame`] draws what is around each, [`mod@line`] makes outside
//! text safe and fitting, [`theme`] says how roles look
//! and [`themes`] which themes there are, [`marks`] with which
//! characters.

pub mod card;
pub mod corrections;
pub mod documents;
pub mod explanation;
pub mod finder;
pub mod frame;
pub mod help;
pub mod line;
pub mod links;
pub mod listing;
pub mod marks;
pub mod note;
pub mod output;
pub mod palette;
pub mod people;
pub mod preview;
pub mod reader;
pub mod status;
pub mod suggesting;
pub mod theme;
pub mod themes;
pub mod timeline;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};

use crate::app::layout::overlay_area;
use crate::app::{App, Extent, Overlay, Pane};
use frame::Weight;
use theme::Theme;

/// Draws the app on a whole frame and places the cursor where one types.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let cursor = draw_on(app, theme, screen, frame.buffer_mut());
    if let Some(cursor) = cursor.filter(|cursor| screen.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the app on a buffer; returns where the cursor stands while one types.
fn draw_on(app: &App, theme: &Theme, screen: Rect, buffer: &mut Buffer) -> Option<Position> {
    let panes = app.arrangement();
    for &pane in Pane::ALL {
        if let Some(area) = panes.of(pane) {
            draw_pane(app, pane, theme, area.intersection(screen), buffer);
        }
    }
    let status = panes.status.intersection(screen);
    let typing = status::draw(app, theme, status, buffer);
    let overlay = app.overlay.as_ref()?;
    draw_overlay(app, overlay, theme, screen, buffer).or(typing)
}

fn draw_pane(app: &App, pane: Pane, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let weight = if app.focus == pane && app.overlay.is_none() {
        Weight::Heavy
    } else {
        Weight::Light
    };
    let (title, figure) = match pane {
        Pane::Documents => (documents::title(app), documents::summary(app)),
        Pane::Reader => (format!("2 {}", reader::title(app)), reader::summary(app)),
        Pane::Timeline => (
            theme.letters.write(&timeline::title(app)),
            timeline::summary(app),
        ),
        Pane::People => (people::title(app), people::summary(app)),
    };
    let inside = if pane == Pane::Reader && app.extent == Extent::Zen {
        // Nothing but the text, where it stands with a frame around it, too.
        area.inner(Margin::new(1, 1))
    } else {
        frame::draw(
            &title,
            &theme.letters.write(&figure),
            weight,
            theme,
            area,
            buffer,
        )
    };
    if inside.is_empty() {
        return;
    }
    match pane {
        Pane::Documents => documents::draw(app, theme, inside, buffer),
        Pane::Reader => reader::draw(app, theme, inside, buffer),
        Pane::Timeline => {
            timeline::draw(app, theme, inside, buffer);
            let foot = theme.letters.write(&timeline::foot(app));
            frame::foot(&foot, theme, area, buffer);
        }
        Pane::People => people::draw(app, theme, inside, buffer),
    }
}

fn draw_overlay(
    app: &App,
    overlay: &Overlay,
    theme: &Theme,
    screen: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let heavy = |title: &str, figure: &str, area: Rect, buffer: &mut Buffer| {
        frame::draw(title, figure, Weight::Heavy, theme, area, buffer)
    };
    let area = overlay_area(overlay, screen);
    match overlay {
        Overlay::Finder(open) => {
            let title = theme.letters.write(&finder::title(app, open));
            let inside = heavy(&title, &finder::summary(open), area, buffer);
            let foot = theme.letters.write(finder::FOOT);
            frame::foot(&foot, theme, area, buffer);
            (!inside.is_empty()).then(|| finder::draw(app, open, theme, inside, buffer))
        }
        Overlay::Card(open) => {
            let name = &app.corpus.person(open.person()).name;
            let keys = theme.letters.write(&card::keys(app));
            let inside = heavy(name, &keys, area, buffer);
            if !inside.is_empty() {
                card::draw(app, open, theme, inside, buffer);
            }
            None
        }
        Overlay::Explanation(open) => {
            explanation::draw(app, open, theme, area, buffer);
            None
        }
        Overlay::Help(open) => {
            let inside = heavy("Help", &help::summary(app, open), area, buffer);
            help::draw(app, open, theme, inside, buffer)
        }
        Overlay::Corrections(open) => {
            let title = "Corrections and decisions";
            let inside = heavy(title, &corrections::summary(open), area, buffer);
            corrections::draw(open, theme, inside, buffer);
            None
        }
        Overlay::Listing(open) => {
            let (title, figure) = listing::title(app, open);
            let inside = heavy(title, &figure, area, buffer);
            listing::draw(app, open, theme, inside, buffer);
            None
        }
        Overlay::Links(open) => {
            let inside = heavy("Links", &links::summary(open), area, buffer);
            links::draw(open, theme, inside, buffer);
            None
        }
        Overlay::Note(open) => {
            let inside = heavy("Note", "", area, buffer);
            note::draw(open, theme, inside, buffer)
        }
        Overlay::Output(open) => {
            let title = line::one_line(&open.command);
            let inside = heavy(&format!("| {title}"), &output::summary(open), area, buffer);
            output::draw(open, theme, inside, buffer);
            None
        }
        Overlay::Suggesting(open) => {
            let inside = heavy("One person?", &suggesting::summary(open), area, buffer);
            suggesting::draw(app, open, theme, inside, buffer);
            None
        }
        Overlay::Prompt(open) => {
            palette::draw(app, open, theme, screen, buffer);
            None
        }
    }
}
