//! Draws the find box: the line, what was found with the matched letters lit, and a preview.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::finder::{self, Finder};
use crate::corpus::EventId;
use crate::corpus::search::{Hit, Scope, Target};
use crate::view::line::{self, Matching};
use crate::view::people::name;
use crate::view::preview;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::{date, telling};

/// The scopes and the characters that name them, as the line says them.
const SCOPES: [(Scope, &str); 4] = [
    (Scope::People, "@ people"),
    (Scope::Events, "# events"),
    (Scope::Articles, "/ text"),
    (Scope::Actions, "> actions"),
];

/// Columns of an event's date: "Fri 13 Aug 2021".
const DATE: usize = 17;

/// Columns before the line: a blank, the prompt, a blank.
const PROMPT: u16 = 3;

/// Returns what the frame says on its right: "4 of 63".
pub fn summary(finder: &Finder) -> String {
    let hits = finder.hits();
    format!(
        "{} of {}",
        line::thousands(hits.matching),
        line::thousands(hits.total)
    )
}

/// Draws the inside of the box; returns where the cursor stands in the line.
pub fn draw(
    app: &App,
    finder: &Finder,
    theme: &Theme,
    inside: Rect,
    buffer: &mut Buffer,
) -> Position {
    let cursor = draw_line(finder, theme, inside, buffer);
    let preview = preview_height(inside.height);
    let list = Rect {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1 + preview),
        ..inside
    };
    draw_hits(app, finder, theme, list, buffer);
    if preview > 0 {
        let area = Rect {
            y: list.bottom(),
            height: preview,
            ..inside
        };
        draw_preview(app, finder, theme, area, buffer);
    }
    cursor
}

/// A third of the box shows the preview, if the list keeps enough rows.
fn preview_height(height: u16) -> u16 {
    if height < 8 {
        0
    } else {
        (height / 3).clamp(4, 12)
    }
}

fn draw_line(finder: &Finder, theme: &Theme, inside: Rect, buffer: &mut Buffer) -> Position {
    let help: usize = SCOPES.iter().map(|(_, words)| words.len() + 2).sum();
    let width = usize::from(inside.width);
    let help = if width >= help + 24 { help } else { 0 };
    let columns = width.saturating_sub(usize::from(PROMPT) + help).max(1);
    let scroll = finder
        .input()
        .visual_scroll(columns.saturating_sub(1).max(1));
    let typed = line::skip(finder.input().value(), scroll);
    let mut spans = vec![
        Span::styled(" > ", theme.style(Role::Heading)),
        Span::styled(line::pad(typed, columns), theme.style(Role::Text)),
    ];
    if help > 0 {
        for (scope, words) in SCOPES {
            let role = if finder.scope() == scope {
                Role::Heading
            } else {
                Role::Dim
            };
            spans.push(Span::raw("  "));
            spans.push(Span::styled(words, theme.style(role)));
        }
    }
    buffer.set_line(inside.x, inside.y, &Line::from(spans), inside.width);
    let column = finder
        .input()
        .visual_cursor()
        .saturating_sub(scroll)
        .min(columns);
    Position::new(
        (inside.x + PROMPT)
            .saturating_add(column as u16)
            .min(inside.right().saturating_sub(1)),
        inside.y,
    )
}

fn draw_hits(app: &App, finder: &Finder, theme: &Theme, list: Rect, buffer: &mut Buffer) {
    let hits = &finder.hits().hits;
    if hits.is_empty() {
        let text = if finder.query().is_empty() {
            ""
        } else {
            "   Nothing matches."
        };
        buffer.set_line(
            list.x,
            list.y,
            &Line::styled(text, theme.style(Role::Dim)),
            list.width,
        );
        return;
    }
    let height = usize::from(list.height);
    let first = finder
        .selected()
        .saturating_sub(height / 2)
        .min(hits.len().saturating_sub(height));
    for ((index, hit), y) in hits
        .iter()
        .enumerate()
        .skip(first)
        .zip(list.top()..list.bottom())
    {
        let selected = index == finder.selected();
        let mut spans = vec![Span::raw(theme.letters.marker(selected))];
        hit_line(
            app,
            hit,
            theme,
            usize::from(list.width).saturating_sub(3),
            &mut spans,
        );
        buffer.set_line(list.x, y, &Line::from(spans), list.width);
        if selected {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            buffer.set_style(row, theme.style(Role::Selected));
        }
    }
}

/// Writes the kind's mark, an event's date, the text with the matched letters lit, and
/// what is known beside it.
fn hit_line(app: &App, hit: &Hit, theme: &Theme, width: usize, spans: &mut Vec<Span<'_>>) {
    let (mark, role) = match hit.target {
        Target::Person(_) => ("@ ", Role::Person),
        Target::Event(_) => ("# ", Role::Text),
        Target::Article(_) => ("“ ", Role::Text),
        Target::Action(_) => ("> ", Role::Text),
    };
    spans.push(Span::styled(
        theme.letters.write(mark),
        theme.style(Role::Dim),
    ));
    let mut free = width.saturating_sub(2);
    if let Target::Event(id) = hit.target {
        let date = line::pad(&when(app, id), DATE.min(free / 2));
        free -= line::width(&date);
        spans.push(Span::styled(date, theme.style(Role::Date)));
    }
    let beside = beside(app, hit.target);
    let text = free - beside_columns(free, &beside);
    for (matching, piece) in line::lit(&hit.text, &hit.matched, text) {
        let role = match matching {
            Matching::Yes => Role::Match,
            Matching::No => role,
        };
        spans.push(Span::styled(piece, theme.style(role)));
    }
    let clipped = line::clip(&beside, (free - text).saturating_sub(2));
    let beside = theme.letters.write(&line::pad_left(&clipped, free - text));
    spans.push(Span::styled(beside, theme.style(Role::Dim)));
}

/// The text comes first: what is known beside it gets what it needs, up to two
/// fifths of the width, and nothing where that is too little to tell anything.
fn beside_columns(width: usize, beside: &str) -> usize {
    let columns = (line::width(beside) + 2).min(width * 2 / 5);
    if columns < 12 { 0 } else { columns }
}

fn when(app: &App, id: EventId) -> String {
    let when = &app.corpus.event(id).when;
    format!("{}{}", date::full_label(when), date::rough_mark(when))
}

/// Returns what is known of a hit: role and mentions, who, publisher and date, what an action does.
fn beside(app: &App, target: Target) -> String {
    match target {
        Target::Person(id) => {
            let person = app.corpus.person(id);
            let role = person.roles.first().map(|role| line::one_line(&role.text));
            let mentions = person.mentions.len();
            let plural = if mentions == 1 { "" } else { "s" };
            let mentions = format!("{} mention{plural}", line::thousands(mentions));
            role.into_iter()
                .chain([mentions])
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Target::Event(id) => {
            let who = telling::who(app.corpus.event(id));
            who.map_or(String::new(), |id| {
                name::surname(&app.corpus.person(id).name).to_owned()
            })
        }
        Target::Article(id) => app.corpus.article(id).map_or(String::new(), |article| {
            let document = &article.document;
            let published = document
                .published
                .map(|published| date::span_label(published.date, published.date));
            let publisher = document.publisher.as_deref().map(line::one_line);
            publisher
                .into_iter()
                .chain(published)
                .collect::<Vec<_>>()
                .join(" · ")
        }),
        Target::Action(_) => {
            finder::action(target).map_or(String::new(), |action| action.help().to_owned())
        }
    }
}

fn draw_preview(app: &App, finder: &Finder, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(target) = finder.hit().map(|hit| hit.target) else {
        return;
    };
    let Some(place) = finder::preview(&app.corpus, target) else {
        return;
    };
    let Some(article) = app.corpus.article(place.article) else {
        return;
    };
    let heading = theme.letters.rule(
        &preview::heading(article, place, usize::from(area.width).saturating_sub(8)),
        usize::from(area.width),
    );
    buffer.set_line(
        area.x,
        area.y,
        &Line::styled(heading, theme.style(Role::Dim)),
        area.width,
    );
    let person = match target {
        Target::Person(person) => Some(person),
        Target::Event(_) | Target::Article(_) | Target::Action(_) => None,
    };
    let below = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    preview::draw(app, theme, place, person, finder.scrolled(), below, buffer);
}
