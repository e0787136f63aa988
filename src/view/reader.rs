//! Draws the reading view: the text with its people, dates and quotations, the
//! lit sentence, and what was searched for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

use crate::app::App;
use crate::app::reader::{Line as Row, LineKind};
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

/// Returns what the frame says on its right: the place in per cent, or the matches.
pub fn summary(app: &App) -> String {
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
    for (row, y) in app
        .reader
        .in_view()
        .iter()
        .zip(inside.top()..inside.bottom())
    {
        let x = inside.x + left.min(inside.width) + row.indent.min(measure);
        let room = inside.right().saturating_sub(x);
        buffer.set_line(x, y, &painter.row(row, usize::from(room)), room);
        painter.gutter(row, inside.x + left.saturating_sub(2), y, buffer);
    }
}

struct Painter<'a> {
    app: &'a App,
    article: &'a Article,
    theme: &'a Theme,
    chosen: Vec<PersonId>,
}

impl<'a> Painter<'a> {
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
            LineKind::Text(kind) => self.text(row.span, kind),
        }
    }

    /// The bar beside the lit sentence.
    fn gutter(&self, row: &Row, x: u16, y: u16, buffer: &mut Buffer) {
        let lit = self.app.reader.lit();
        let is_text = matches!(row.kind, LineKind::Text(_));
        if is_text && lit.is_some_and(|lit| lit.overlaps(row.span)) {
            let bar = self.theme.letters.write("▌");
            buffer.set_string(x, y, bar, self.theme.style(Role::Gutter));
        }
    }

    /// A line of text, cut wherever what its letters are changes.
    fn text(&self, span: Span, kind: ParagraphKind) -> Line<'static> {
        let marks = self.marks(span);
        let mut cuts: Vec<u32> = marks
            .iter()
            .flat_map(|(mark, _)| [mark.start, mark.end])
            .collect();
        cuts.extend([span.start, span.end]);
        cuts.retain(|cut| (span.start..=span.end).contains(cut));
        cuts.sort_unstable();
        cuts.dedup();
        let base = match kind {
            ParagraphKind::Heading(_) => self.theme.style(Role::Heading),
            ParagraphKind::Quotation => self.theme.style(Role::Quote),
            ParagraphKind::Verbatim => self.theme.style(Role::Dim),
            ParagraphKind::Text | ParagraphKind::ListItem => self.theme.style(Role::Text),
        };
        let runs = cuts.windows(2).map(|ends| {
            let piece = Span {
                start: ends[0],
                end: ends[1],
            };
            Run::styled(
                line::unbroken(piece.of(&self.article.document.text)),
                self.style(base, piece, &marks),
            )
        });
        Line::from(runs.collect::<Vec<_>>())
    }

    fn style(&self, base: Style, piece: Span, marks: &[(Span, Role)]) -> Style {
        let covering = marks.iter().filter(|(mark, _)| mark.contains(piece));
        covering.fold(base, |style, (_, role)| {
            style.patch(self.theme.style(*role))
        })
    }

    /// What lies in a line, the weakest first: later roles go over earlier ones.
    fn marks(&self, span: Span) -> Vec<(Span, Role)> {
        let analysis = &self.article.analysis;
        let mut marks = Vec::new();
        let quotes = within(&analysis.quotes, |quote| quote.span, span);
        marks.extend(quotes.map(|quote| (quote.span, Role::Quote)));
        marks.extend(self.app.reader.lit().map(|lit| (lit, Role::Lit)));
        let dates = within(&analysis.timexes, |timex| timex.span, span);
        marks.extend(dates.map(|timex| (timex.span, Role::Date)));
        for mention in within(&analysis.mentions, |mention| mention.span, span) {
            let person = self.article.people.get(mention.name.0 as usize).copied();
            if person.is_some_and(|person| !self.app.corpus.is_shown(person)) {
                continue;
            }
            let role = if person.is_some_and(|person| self.chosen.contains(&person)) {
                Role::PersonChosen
            } else {
                Role::Person
            };
            marks.push((mention.span, role));
        }
        if let Some(search) = self.app.reader.current_search() {
            let current = search.matches.get(search.current);
            let found = within(&search.matches, |found| *found, span);
            marks.extend(found.map(|found| {
                let role = if Some(found) == current {
                    Role::MatchCurrent
                } else {
                    Role::Match
                };
                (*found, role)
            }));
        }
        marks
    }
}

/// The items, in order of the text, that share a letter with `span`.
fn within<'a, T>(
    items: &'a [T],
    place: impl Fn(&T) -> Span + Copy + 'a,
    span: Span,
) -> impl Iterator<Item = &'a T> {
    let first = items.partition_point(|item| place(item).end <= span.start);
    items[first..]
        .iter()
        .take_while(move |item| place(item).start < span.end)
}
