//! Draws a sentence in its surroundings: what is chosen, where it stands, lit.
//!
//! The find box and a person's card open on it. It shows the sentence with a
//! bar in the gutter and what follows it in the article, never more text than
//! the rows it has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Run};

use crate::app::{App, Place, reader};
use crate::corpus::{Article, PersonId};
use crate::document::Span;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// The gutter: a blank, the bar, a blank.
const GUTTER: usize = 3;

/// Names where a place is, within so many columns: "Iran concerned as Herat falls · sentence 2".
pub fn heading(article: &Article, place: Place, columns: usize) -> String {
    let sentences = &article.analysis.sentences;
    let number = sentences.partition_point(|sentence| sentence.span.start <= place.span.start);
    let headline = line::one_line(&article.document.headline);
    let sentence = match number {
        0 => String::new(),
        _ => format!(" · sentence {number}"),
    };
    let room = columns.saturating_sub(line::width(&sentence));
    line::clip(&headline, room) + &sentence
}

/// Draws the sentence at a place and what follows, from the row `scrolled` on;
/// the mentions of `person` in the sentence are lit.
pub fn draw(
    app: &App,
    theme: &Theme,
    place: Place,
    person: Option<PersonId>,
    scrolled: usize,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Some(article) = app.corpus.article(place.article) else {
        return;
    };
    let columns = usize::from(area.width).saturating_sub(GUTTER);
    if columns == 0 || area.height == 0 {
        return;
    }
    let rows = scrolled + usize::from(area.height);
    let lit = lines_of(article, place.span, columns, rows);
    let rest = Span {
        start: place.span.end,
        end: article.document.text.len() as u32,
    };
    let after = lines_of(article, rest, columns, rows.saturating_sub(lit.len()));
    let first = scrolled.min((lit.len() + after.len()).saturating_sub(1));
    let drawn = lit.iter().map(|span| (Role::Lit, span));
    let drawn = drawn.chain(after.iter().map(|span| (Role::Dim, span)));
    for ((role, span), y) in drawn.skip(first).zip(area.top()..area.bottom()) {
        let gutter = if role == Role::Lit { " ▌ " } else { "   " };
        let mut runs = vec![Run::styled(
            theme.letters.write(gutter),
            theme.style(Role::Gutter),
        )];
        runs.extend(runs_of(article, theme, *span, role, person));
        buffer.set_line(area.x, y, &Line::from(runs), area.width);
    }
}

/// Wraps at most so many rows of a stretch of the article.
fn lines_of(article: &Article, span: Span, columns: usize, rows: usize) -> Vec<Span> {
    let text = &article.document.text;
    let mut end = (span.start as usize + rows * columns * 4).min(span.end as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let stretch = Span::new(span.start as usize, end.max(span.start as usize));
    let paragraphs = &article.document.paragraphs;
    let first = paragraphs.partition_point(|paragraph| paragraph.span.end <= stretch.start);
    let within = paragraphs[first..]
        .iter()
        .take_while(|paragraph| paragraph.span.start < stretch.end);
    let mut lines = Vec::new();
    for paragraph in within {
        let shown = Span {
            start: paragraph.span.start.max(stretch.start),
            end: paragraph.span.end.min(stretch.end),
        };
        lines.extend(reader::pieces(text, shown, columns));
    }
    lines.truncate(rows);
    lines
}

/// Cuts a line where mentions of the person begin and end.
fn runs_of(
    article: &Article,
    theme: &Theme,
    span: Span,
    role: Role,
    person: Option<PersonId>,
) -> Vec<Run<'static>> {
    let text = &article.document.text;
    let run = |start: u32, end: u32, role: Role| {
        let words = Span { start, end }.of(text);
        Run::styled(line::unbroken(words), theme.style(role))
    };
    let mentions = &article.analysis.mentions;
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let of_line = mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start < span.end);
    let mut runs = Vec::new();
    let mut at = span.start;
    for mention in of_line {
        if person.is_none() || article.people.get(mention.name.0 as usize).copied() != person {
            continue;
        }
        let from = mention.span.start.max(at);
        let until = mention.span.end.min(span.end);
        runs.push(run(at, from, role));
        runs.push(run(from, until, Role::Match));
        at = until;
    }
    runs.push(run(at, span.end, role));
    runs
}
