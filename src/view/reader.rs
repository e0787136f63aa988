//! Draws the reading view: the text with its people, dates, quotations, links,
//! notes and highlights, the lit sentence, what is selected, jumped to and
//! searched for.
//!
//! What the gutter shows, from left to right: the mark of a note, the bar of the
//! lit sentence or of the selection or the hand at what was jumped to, and the
//! edge of a highlight.

mod text;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::app::reader::{AnnotationKind, Direction, Lead, Line as Row, LineKind, Reordering};
use crate::corpus::{Article, PersonId};
use crate::document::{ParagraphKind, Span};
use crate::view::theme::{Role, Theme};
use crate::view::{documents, line};

/// Returns the headline, or what to do when there is no article.
pub fn title(app: &App) -> String {
    match app.reader.shown(&app.corpus) {
        Some(article) => line::one_line(&article.document.headline),
        None => "Reading view".to_owned(),
    }
}

/// Returns what the frame says on its right: the place in per cent, and what is
/// selected or matches.
pub fn summary(app: &App) -> String {
    if let Some(selection) = app.reader.selection() {
        let article = app.reader.shown(&app.corpus);
        let words = article.map_or(0, |article| {
            let selected = selection.span().of(&article.document.text);
            selected.split_whitespace().count()
        });
        let unit = selection.unit.word();
        return format!("selecting by {unit} · {} words", line::thousands(words));
    }
    let progress = app
        .reader
        .progress()
        .map(|progress| format!("{progress} %"))
        .unwrap_or_default();
    match app.reader.current_search() {
        None => progress,
        Some(search) if search.matches.is_empty() => "no match".to_owned(),
        Some(search) => format!(
            "match {} of {} · {progress}",
            search.current + 1,
            search.matches.len()
        ),
    }
}

/// Draws the inside of the pane.
pub fn draw(app: &App, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let Some(article) = app.reader.shown(&app.corpus) else {
        let nothing = if app.loading.is_finished() {
            "Nothing to read."
        } else {
            "Reading…"
        };
        buffer.set_line(
            inside.x,
            inside.y,
            &Line::styled(
                line::clip(nothing, usize::from(inside.width)),
                theme.style(Role::Dim),
            ),
            inside.width,
        );
        return;
    };
    let (measure, left) = app.reader.measure();
    let painter = Painter {
        app,
        article,
        theme,
        chosen: app.chosen_people(),
    };
    let column = Column {
        x: inside.x + left.min(inside.width),
        measure,
        right: inside.right(),
    };
    let rows = app.reader.in_view().iter();
    for (row, y) in rows.zip(inside.top()..inside.bottom()) {
        painter.draw(row, column, y, buffer);
    }
}

/// Where the text stands.
#[derive(Clone, Copy)]
struct Column {
    x: u16,
    /// Columns of a line of text.
    measure: u16,
    /// The first cell behind the pane.
    right: u16,
}

struct Painter<'a> {
    app: &'a App,
    article: &'a Article,
    theme: &'a Theme,
    chosen: Vec<PersonId>,
}

impl Painter<'_> {
    fn draw(&self, row: &Row, column: Column, y: u16, buffer: &mut Buffer) {
        let mut x = column.x + row.indent.min(column.measure);
        let room = column.right.saturating_sub(x);
        let written = self.row(row, usize::from(room));
        if self.turns(row) {
            // A right-to-left paragraph begins at the right; what it is set in
            // by lies there too.
            let end = (column.x + column.measure).min(column.right);
            let cells: usize = written
                .spans
                .iter()
                .map(|run| line::width(&run.content))
                .sum();
            let width = u16::try_from(cells).unwrap_or(u16::MAX);
            x = end.saturating_sub(width + row.indent).max(column.x);
        }
        buffer.set_line(x, y, &written, column.right.saturating_sub(x));
        self.lead(row, column, y, buffer);
        self.gutter(row, column.x.saturating_sub(3), y, buffer);
    }

    /// Whether a line begins at the right.
    fn turns(&self, row: &Row) -> bool {
        row.direction == Direction::RightToLeft && self.app.reader.reordering() == Reordering::Here
    }

    fn row(&self, row: &Row, room: usize) -> Line<'static> {
        let document = &self.article.document;
        match row.kind {
            LineKind::Headline => {
                let words = line::one_line(row.span.of(&document.headline));
                Line::styled(words, self.theme.style(Role::Heading))
            }
            LineKind::Source => {
                let mut source = documents::source(self.app, document);
                if let Some(byline) = &document.byline {
                    source = format!("{source} · {}", line::one_line(byline));
                }
                Line::styled(
                    line::clip(&self.theme.letters.write(&source), room),
                    self.theme.style(Role::Dim),
                )
            }
            LineKind::Blank => Line::default(),
            LineKind::Text(kind) => self.text(row, kind),
        }
    }

    /// What stands before set-in text: the bar of a quotation, the bullet of an item.
    fn lead(&self, row: &Row, column: Column, y: u16, buffer: &mut Buffer) {
        let LineKind::Text(kind) = row.kind else {
            return;
        };
        if row.indent < 2 {
            return;
        }
        let mark = match (kind, row.lead) {
            (ParagraphKind::Quotation, _) => "│",
            (ParagraphKind::ListItem, Lead::First) => "•",
            (
                ParagraphKind::ListItem
                | ParagraphKind::Text
                | ParagraphKind::Heading(_)
                | ParagraphKind::Verbatim,
                _,
            ) => return,
        };
        let x = if self.turns(row) {
            (column.x + column.measure)
                .min(column.right)
                .saturating_sub(1)
        } else {
            column.x
        };
        let mark = self.theme.letters.write(mark);
        buffer.set_string(x, y, mark, self.theme.style(Role::Dim));
    }

    /// The marks beside a line, in three columns from `x` on.
    fn gutter(&self, row: &Row, x: u16, y: u16, buffer: &mut Buffer) {
        if !matches!(row.kind, LineKind::Text(_)) {
            return;
        }
        let reader = &self.app.reader;
        let mut put = |column: u16, mark: &str, role| {
            let mark = self.theme.letters.write(mark);
            buffer.set_string(x + column, y, mark, self.theme.style(role));
        };
        for annotation in reader.annotations_in(row.span) {
            match annotation.kind {
                // The note has its mark where its passage begins.
                AnnotationKind::Note if row.span.end > annotation.span.start => {
                    let begins = annotation.span.start >= row.span.start;
                    put(0, if begins { "✎" } else { "│" }, Role::Note);
                }
                AnnotationKind::Note => {}
                AnnotationKind::Highlight => put(2, "▐", Role::Highlight),
            }
        }
        let touches = |span: Span| span.overlaps(row.span);
        let selection = reader.selection().map(|selection| selection.span());
        let spot = reader.spot().map(|spot| spot.span);
        if selection.is_some_and(touches) {
            put(1, "┃", Role::Gutter);
        } else if spot.is_some_and(|spot| {
            row.span.contains(Span {
                end: spot.start + 1,
                ..spot
            })
        }) {
            put(1, "▸", Role::Gutter);
        } else if reader.lit().is_some_and(touches) {
            put(1, "▌", Role::Gutter);
        }
    }
}
