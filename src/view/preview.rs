//! Draws a sentence in its surroundings: what is chosen, where it stands, lit.
//!
//! The find box and a person's card open on it. It shows the sentence with a
//! bar in the gutter and what follows it in the article, scrolled back what
//! stands before, never more text than the rows it has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Run};

use crate::app::{App, Place, reader};
use crate::corpus::{Article, PersonId};
use crate::document::Span;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Rows of a sentence that are gone through for the first word found.
const MOST_ROWS: usize = 500;

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

/// What is lit besides in the sentence.
#[derive(Debug, Clone, Copy)]
pub enum Lit<'a> {
    Nothing,
    /// Where someone is named.
    Person(PersonId),
    /// Words that were searched for.
    Words(&'a [Span]),
}

/// Draws the sentence at a place and what follows, from the row `scrolled` on,
/// which is before the sentence where it is less than nothing.
pub fn draw(
    app: &App,
    theme: &Theme,
    place: Place,
    lit: Lit<'_>,
    scrolled: isize,
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
    let words = lit_in(article, lit, place, area);
    let height = usize::from(area.height);
    let first = match lit {
        Lit::Words(words) => first_row(article, place, words, columns, height),
        Lit::Person(_) | Lit::Nothing => 0,
    };
    for ((role, span), y) in rows(article, place, scrolled + first, columns, height)
        .into_iter()
        .zip(area.top()..area.bottom())
    {
        let gutter = if role == Role::Lit { " ▌ " } else { "   " };
        let mut runs = vec![Run::styled(
            theme.letters.write(gutter),
            theme.style(Role::Gutter),
        )];
        runs.extend(runs_of(article, theme, span, role, &words));
        buffer.set_line(area.x, y, &Line::from(runs), area.width);
    }
}

/// The row of a long sentence to begin at, so that the first word found is seen.
fn first_row(
    article: &Article,
    place: Place,
    words: &[Span],
    columns: usize,
    height: usize,
) -> isize {
    let Some(word) = words.first() else {
        return 0;
    };
    let before = Span {
        start: place.span.start,
        end: word.start.max(place.span.start),
    };
    let row = lines_of(article, before, columns, MOST_ROWS).len();
    if row <= height {
        return 0;
    }
    (row - height.div_ceil(2)) as isize
}

/// The rows in view: before the sentence, of it, after it.
fn rows(
    article: &Article,
    place: Place,
    scrolled: isize,
    columns: usize,
    height: usize,
) -> Vec<(Role, Span)> {
    let end = article.document.text.len() as u32;
    let back = scrolled.min(0).unsigned_abs();
    let mut before = lines_before(article, place.span.start, columns, back);
    before.drain(..before.len().saturating_sub(back));
    let on = scrolled.max(0).unsigned_abs();
    let most = on + height;
    let lit = lines_of(article, place.span, columns, most);
    let rest = Span {
        start: place.span.end,
        end,
    };
    let after = lines_of(article, rest, columns, most.saturating_sub(lit.len()));
    let all = before.into_iter().map(|span| (Role::Dim, span));
    let all = all.chain(lit.into_iter().map(|span| (Role::Lit, span)));
    let all = all.chain(after.into_iter().map(|span| (Role::Dim, span)));
    let mut all: Vec<_> = all.collect();
    // Past the end there is nothing to see.
    all.drain(..on.min(all.len().saturating_sub(1)));
    all.truncate(height);
    all
}

/// Wraps what stands before a byte, so many rows and a few more.
fn lines_before(article: &Article, end: u32, columns: usize, rows: usize) -> Vec<Span> {
    if rows == 0 {
        return Vec::new();
    }
    let text = &article.document.text;
    let mut start = (end as usize).saturating_sub(rows * columns * 4);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let paragraphs = &article.document.paragraphs;
    let mut lines = Vec::new();
    let first = paragraphs.partition_point(|paragraph| (paragraph.span.end as usize) <= start);
    for paragraph in &paragraphs[first..] {
        if paragraph.span.start >= end {
            break;
        }
        // A paragraph begins its own rows; only a very long one is cut into.
        let start = paragraph.span.start.max(start as u32);
        let end = paragraph.span.end.min(end);
        lines.extend(reader::pieces(text, Span { start, end }, columns));
    }
    lines
}

/// The stretches lit besides, in order.
fn lit_in(article: &Article, lit: Lit<'_>, place: Place, area: Rect) -> Vec<Span> {
    match lit {
        Lit::Nothing => Vec::new(),
        Lit::Words(words) => words.to_vec(),
        Lit::Person(person) => {
            // No more than can be in view.
            let cells = u32::from(area.width) * u32::from(area.height) * 4;
            let (from, until) = (
                place.span.start.saturating_sub(cells * 8),
                place.span.end.saturating_add(cells * 8),
            );
            let mentions = &article.analysis.mentions;
            let first = mentions.partition_point(|mention| mention.span.end <= from);
            let near = mentions[first..].iter();
            let near = near.take_while(|mention| mention.span.start < until);
            let theirs = near.filter(|mention| {
                article.people.get(mention.name.0 as usize).copied() == Some(person)
            });
            theirs.map(|mention| mention.span).collect()
        }
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

/// Cuts a line where what is lit begins and ends.
fn runs_of(
    article: &Article,
    theme: &Theme,
    span: Span,
    role: Role,
    lit: &[Span],
) -> Vec<Run<'static>> {
    let text = &article.document.text;
    let run = |start: u32, end: u32, role: Role| {
        let words = Span { start, end }.of(text);
        Run::styled(line::unbroken(words), theme.style(role))
    };
    let mut runs = Vec::new();
    let mut at = span.start;
    let within = lit.iter().filter(|lit| lit.overlaps(span));
    for lit in within {
        let from = lit.start.max(at);
        let until = lit.end.min(span.end);
        if from >= until {
            continue;
        }
        runs.push(run(at, from, role));
        runs.push(run(from, until, Role::Match));
        at = until;
    }
    runs.push(run(at, span.end, role));
    runs
}
