//! Draws the list of documents: what each is headed, who published it when.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::documents::ROWS;
use crate::app::{Action, App};
use crate::corpus::Article;
use crate::document::{Document, PublishedFrom};
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns before a headline: the marker and the mark for unread.
const MARKS: usize = 4;

/// Returns what the frame says on its right: how many, and of how many when narrowed.
pub fn summary(app: &App) -> String {
    let (listed, all) = (app.documents.listed().len(), app.corpus.article_count());
    if listed == all {
        line::thousands(all)
    } else {
        format!("{} of {}", line::thousands(listed), line::thousands(all))
    }
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let cursor = app.documents.cursor();
    let listed = app.documents.listed().iter().enumerate().skip(cursor.top);
    let tops = (inside.top()..inside.bottom()).step_by(ROWS);
    for ((row, id), y) in listed.zip(tops) {
        let Some(article) = app.corpus.article(*id) else {
            continue;
        };
        let selected = row == cursor.selected;
        draw_document(
            app,
            article,
            selected,
            theme,
            Rect {
                y,
                height: ROWS as u16,
                ..inside
            },
            inside,
            buffer,
        );
    }
}

fn draw_document(
    app: &App,
    article: &Article,
    selected: bool,
    theme: &Theme,
    area: Rect,
    inside: Rect,
    buffer: &mut Buffer,
) {
    let room = usize::from(area.width).saturating_sub(MARKS);
    let read = app.documents.is_read(article.id);
    let mark = theme.letters.write(if read { "○ " } else { "● " });
    let headline = Line::from(vec![
        Span::raw(theme.letters.marker(selected)),
        Span::styled(mark, theme.style(Role::Dim)),
        Span::styled(
            line::clip(&line::one_line(&article.document.headline), room),
            theme.style(Role::Text),
        ),
    ]);
    buffer.set_line(area.x, area.y, &headline, area.width);
    if area.y + 1 < inside.bottom() {
        let source = line::clip(&theme.letters.write(&source(app, &article.document)), room);
        let source = Line::from(vec![
            Span::raw(" ".repeat(MARKS)),
            Span::styled(source, theme.style(Role::Dim)),
        ]);
        buffer.set_line(area.x, area.y + 1, &source, area.width);
    }
    if selected {
        buffer.set_style(area.intersection(inside), theme.style(Role::Selected));
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
