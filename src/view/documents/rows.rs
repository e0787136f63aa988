//! The rows of the list of documents, in columns where there is room.

use ratatui::text::{Line, Span};

use super::{source, word};
use crate::app::App;
use crate::app::documents::rows::{Lines, Under};
use crate::corpus::Article;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns before a headline: the marker, the mark for unread, the star, a blank.
const MARKS: usize = 5;

/// Columns of a date in a row of its own: "13 Aug 2021", and before it a sign
/// where the file does not state it.
const DATE: usize = 12;

/// From this width on tags have columns of their own.
const WIDTH_FOR_TAGS: usize = 90;

/// Draws "─── Aug 2021 · 14 ─────".
pub fn heading(app: &App, place: usize, theme: &Theme, width: u16) -> Line<'static> {
    let Some(heading) = app.documents.headings().get(place) else {
        return Line::default();
    };
    let under = match &heading.under {
        Under::Month(year, month) => {
            let day = chrono::NaiveDate::from_ymd_opt(*year, *month, 1);
            day.map_or(String::new(), |day| day.format("%B %Y").to_string())
        }
        Under::Year(year) => year.to_string(),
        Under::Source(source) => line::one_line(source),
        Under::NoDate => "undated".to_owned(),
        Under::NoSource => "no source".to_owned(),
    };
    let words = theme
        .letters
        .write(&format!("{under} · {}", line::thousands(heading.count)));
    Line::styled(
        theme.letters.rule(&words, usize::from(width)),
        theme.style(Role::Heading),
    )
}

/// Draws "⌕ name · 14", with a dot before one that is on.
pub fn search(
    app: &App,
    place: usize,
    marker: &'static str,
    theme: &Theme,
    width: u16,
) -> Line<'static> {
    let Some(search) = app.documents.searches().get(place) else {
        return Line::default();
    };
    let sign = match search.filters == app.filters() {
        true => "•⌕ ",
        false => " ⌕ ",
    };
    let count = format!(" · {}", line::thousands(search.count));
    let room = usize::from(width).saturating_sub(MARKS + line::width(&count));
    Line::from(vec![
        Span::raw(marker),
        Span::styled(theme.letters.write(sign), theme.style(Role::Match)),
        Span::styled(
            line::clip(&line::one_line(&search.name), room),
            theme.style(Role::Text),
        ),
        Span::styled(theme.letters.write(&count), theme.style(Role::Dim)),
    ])
}

/// Draws a document, in as many rows as the pane gives it.
pub fn document(
    app: &App,
    article: &Article,
    marker: &'static str,
    theme: &Theme,
    width: u16,
) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let marks = marks(app, article, marker, theme);
    match app.documents.lines() {
        Lines::One => vec![in_columns(app, article, marks, theme, width)],
        Lines::Two => in_two_rows(app, article, marks, theme, width),
    }
}

/// The marker, whether it is selected at once with others, read, starred.
fn marks(app: &App, article: &Article, marker: &'static str, theme: &Theme) -> Vec<Span<'static>> {
    let written = |mark: &str| theme.letters.write(mark);
    let read = match app.documents.is_read(article.id) {
        true => "○",
        false => "●",
    };
    let star = match app.documents.marks().is_starred(article.id) {
        true => "★",
        false => " ",
    };
    let lead = match app.documents.is_picked(article.id) {
        true => Span::styled(
            format!("{}{}", marker.trim_end(), written("✓")),
            theme.style(Role::Match),
        ),
        false => Span::raw(marker),
    };
    let lead = match lead.width() {
        1 => Span::styled(format!(" {}", lead.content), lead.style),
        _ => lead,
    };
    vec![
        lead,
        Span::styled(written(read), theme.style(Role::Dim)),
        Span::styled(format!("{} ", written(star)), theme.style(Role::Match)),
    ]
}

fn in_columns(
    app: &App,
    article: &Article,
    marks: Vec<Span<'static>>,
    theme: &Theme,
    width: usize,
) -> Line<'static> {
    let document = &article.document;
    let dim = theme.style(Role::Dim);
    let tags = tags(app, article);
    let tag_room = match width >= WIDTH_FOR_TAGS {
        true => width / 6,
        false => line::width(&tags).min(width / 6),
    };
    let gap = usize::from(tag_room > 0) * 2;
    let source_room = (width / 5).min(24);
    let taken = MARKS + tag_room + gap + source_room + DATE + 4;
    let room = width.saturating_sub(taken);
    let (day, sign) = match document.published {
        Some(published) => (
            published.date.format("%-d %b %Y").to_string(),
            if word(published.from).is_empty() {
                ""
            } else {
                "~"
            },
        ),
        None => ("undated".to_owned(), ""),
    };
    let publisher = document.publisher.as_deref().unwrap_or_default();
    let mut spans = marks;
    spans.extend([
        Span::styled(
            line::pad(&line::one_line(&document.headline), room),
            theme.style(Role::Text),
        ),
        Span::raw("  "),
        Span::styled(line::pad(&tags, tag_room), theme.style(Role::Match)),
        Span::raw(" ".repeat(gap)),
        Span::styled(line::pad(&line::one_line(publisher), source_room), dim),
        Span::raw("  "),
        Span::styled(
            line::pad_left(&format!("{sign}{day}"), DATE),
            theme.style(Role::Date),
        ),
    ]);
    Line::from(spans)
}

fn in_two_rows(
    app: &App,
    article: &Article,
    marks: Vec<Span<'static>>,
    theme: &Theme,
    width: usize,
) -> Vec<Line<'static>> {
    let room = width.saturating_sub(MARKS);
    let document = &article.document;
    let mut headline = marks;
    headline.push(Span::styled(
        line::clip(&line::one_line(&document.headline), room),
        theme.style(Role::Text),
    ));
    let tags = tags(app, article);
    let gap = if tags.is_empty() { "" } else { " " };
    let source = theme.letters.write(&source(app, document));
    let beneath = Line::from(vec![
        Span::raw(" ".repeat(MARKS)),
        Span::styled(
            line::clip(&format!("{tags}{gap}"), room / 2),
            theme.style(Role::Match),
        ),
        Span::styled(
            line::clip(
                &source,
                room.saturating_sub(line::width(&tags).min(room / 2)),
            ),
            theme.style(Role::Dim),
        ),
    ]);
    vec![Line::from(headline), beneath]
}

/// Writes tags as "#war #peace".
fn tags(app: &App, article: &Article) -> String {
    let tags = app.documents.marks().tags(article.id).iter();
    let tags = tags.map(|tag| format!("#{}", line::one_line(tag)));
    tags.collect::<Vec<_>>().join(" ")
}
