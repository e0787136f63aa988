//! Draws the list of documents: marks, headlines, sources, dates; saved searches
//! above, headings between.

mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::documents::Only;
use crate::app::documents::rows::Row;
use crate::app::{Action, App};
use crate::corpus::{Direction, DocumentOrder};
use crate::document::{Document, PublishedFrom};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Returns what the frame says on its left: the pane, and what narrows it.
pub fn title(app: &App) -> String {
    let mut title = "1 Documents".to_owned();
    let filter = app.documents.filter_line();
    if !filter.is_empty() {
        title += &format!(" /{}", line::one_line(filter));
    }
    if app.documents.only() == Only::Unread {
        title += " · unread";
    }
    title
}

/// Returns what the frame says on its right: how many, in what order, how many
/// of them unread, how many selected.
pub fn summary(app: &App) -> String {
    let (listed, all) = (app.documents.listed().len(), app.corpus.article_count());
    let mut parts = vec![if listed == all {
        line::thousands(all)
    } else {
        format!("{} of {}", line::thousands(listed), line::thousands(all))
    }];
    let order = match app.documents.order() {
        (DocumentOrder::Number, Direction::Usual) => "",
        (DocumentOrder::Number, Direction::Turned) => "the last first",
        (DocumentOrder::Date, Direction::Usual) => "by date",
        (DocumentOrder::Date, Direction::Turned) => "the earliest first",
        (DocumentOrder::Source, Direction::Usual) => "by source",
        (DocumentOrder::Source, Direction::Turned) => "by source, turned",
        (DocumentOrder::Title, Direction::Usual) => "by title",
        (DocumentOrder::Title, Direction::Turned) => "by title, turned",
    };
    parts.extend((!order.is_empty()).then(|| order.to_owned()));
    let picked = app.documents.picked().len();
    parts.push(match (picked, app.documents.unread_count()) {
        (0, unread) => format!("{} unread", line::thousands(unread)),
        (picked, _) => format!("{} selected", line::thousands(picked)),
    });
    parts.join(" · ")
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let documents = &app.documents;
    if documents.rows().is_empty() {
        let said = if app.corpus.article_count() == 0 {
            "Nothing read yet."
        } else {
            "No document is so. Esc shows all again."
        };
        let line = Line::styled(
            line::clip(said, usize::from(inside.width)),
            theme.style(Role::Dim),
        );
        buffer.set_line(inside.x, inside.y, &line, inside.width);
        return;
    }
    let cursor = documents.cursor();
    let mut y = inside.y;
    for (index, row) in documents.rows().iter().enumerate().skip(cursor.top) {
        if y >= inside.bottom() {
            break;
        }
        let height = row.height(documents.lines()) as u16;
        let area = Rect {
            y,
            height,
            ..inside
        }
        .intersection(inside);
        draw_row(app, *row, index == cursor.selected, theme, area, buffer);
        y += height;
    }
}

fn draw_row(app: &App, row: Row, selected: bool, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let marker = theme.letters.marker(selected);
    let lines = match row {
        Row::Heading(place) => vec![rows::heading(app, place, theme, area.width)],
        Row::Search(place) => vec![rows::search(app, place, marker, theme, area.width)],
        Row::Document(id) => match app.corpus.article(id) {
            Some(article) => rows::document(app, article, marker, theme, area.width),
            None => Vec::new(),
        },
    };
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        buffer.set_line(area.x, y, line, area.width);
    }
    if selected {
        buffer.set_style(area, theme.style(Role::Selected));
    }
}

/// Says when a document was published, how that is known, and by whom.
pub fn source(app: &App, document: &Document) -> String {
    let date = match document.published {
        None => match app.keymap.keys(Action::SetDate).first() {
            Some(key) => format!("undated, {key} sets a date"),
            None => "undated".to_owned(),
        },
        Some(published) => {
            let date = published.date.format("%-d %b %Y");
            match word(published.from) {
                "" => date.to_string(),
                word => format!("{date} {word}"),
            }
        }
    };
    let publisher = document
        .publisher
        .iter()
        .map(|publisher| line::one_line(publisher));
    let parts: Vec<String> = std::iter::once(date).chain(publisher).collect();
    parts.join(" · ")
}

/// Returns who published a document, else its headline, on one line.
pub fn short_name(document: &Document) -> String {
    line::one_line(document.publisher.as_deref().unwrap_or(&document.headline))
}

/// How the date is known; nothing where the file states it.
fn word(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Metadata => "",
        PublishedFrom::Set => "set by you",
        PublishedFrom::Url => "from its address",
        PublishedFrom::Dateline => "from its dateline",
        PublishedFrom::Head => "from its first lines",
        PublishedFrom::FileName => "from its file name",
        PublishedFrom::Copyright => "from its copyright line",
        PublishedFrom::Inferred => "inferred",
    }
}
