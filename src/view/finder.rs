//! Draws the find box: the line, what was found with the matched letters lit, and a preview.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::finder::{self, Finder, Standing};
use crate::corpus::EventId;
use crate::corpus::search::{Hit, Scope, Target};
use crate::view::documents;
use crate::view::line::{self, Matching};
use crate::view::preview;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::date;

/// The scopes and the characters that name them, as the line says them.
const SCOPES: [(Scope, &str); 4] = [
    (Scope::People, "@ people"),
    (Scope::Events, "# events"),
    (Scope::Text, "/ text"),
    (Scope::Actions, "> actions"),
];

/// Columns of an event's date: "Fri 13 Aug 2021".
const DATE: usize = 17;

/// Columns before the line: a blank, the prompt, a blank.
const PROMPT: u16 = 3;

/// Columns of an action's keys.
const KEYS: usize = 14;

/// Returns what the frame says on its left: "Find · 2 selected", or with whom
/// those chosen will be made one.
pub fn title(app: &App, finder: &Finder) -> String {
    let merging = finder.merging();
    let person = merging.and_then(|key| app.corpus.person_by_key(key));
    match (person, finder.marked().len()) {
        (Some(person), _) => format!("{} is also …", app.corpus.person(person).name),
        (None, 0) => "Find".to_owned(),
        (None, count) => format!("Find · {count} selected, enter shows their timeline"),
    }
}

/// Returns what the frame says on its right: "4 of 63", and how much is searched by now.
pub fn summary(finder: &Finder) -> String {
    let hits = finder.hits();
    let found = format!(
        "{} of {}",
        line::thousands(hits.matching),
        line::thousands(hits.total)
    );
    match (finder.standing(), hits.searched) {
        (Standing::Answered, searched @ ..100) => format!("{found} · {searched} % read"),
        (Standing::Answered | Standing::Awaited, _) => found,
    }
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
    let preview = finder::preview_rows(inside.height);
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
        let is_searched = finder.hits().searched >= 100;
        let text = match finder.standing() {
            Standing::Answered if is_searched && finder.query().is_empty() => "",
            Standing::Answered if is_searched => "   Nothing matches.",
            Standing::Answered => "   Nothing yet; still reading…",
            Standing::Awaited => "   Looking…",
        };
        let text = theme.letters.write(text);
        buffer.set_line(
            list.x,
            list.y,
            &Line::styled(text, theme.style(Role::Dim)),
            list.width,
        );
        return;
    }
    let height = usize::from(list.height);
    let first = finder.first_shown(height);
    for ((index, hit), y) in hits
        .iter()
        .enumerate()
        .skip(first)
        .zip(list.top()..list.bottom())
    {
        let selected = index == finder.selected();
        let marked = is_marked(app, finder, hit.target);
        let mut spans = vec![marker(theme, selected, marked)];
        let width = usize::from(list.width).saturating_sub(3);
        hit_line(app, hit, theme, width, &mut spans);
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

/// Says whether a hit is a person selected.
fn is_marked(app: &App, finder: &Finder, target: Target) -> bool {
    match target {
        Target::Person(id) => finder.marked().contains(&app.corpus.person(id).key),
        Target::Event(_) | Target::Article(_) | Target::Action(_) => false,
    }
}

fn marker(theme: &Theme, selected: bool, marked: bool) -> Span<'static> {
    let (marker, role) = match (selected, marked) {
        (true, true) => ("▸•", Role::PersonChosen),
        (true, false) => ("▸ ", Role::Text),
        (false, true) => (" •", Role::PersonChosen),
        (false, false) => ("  ", Role::Text),
    };
    Span::styled(theme.letters.write(marker), theme.style(role))
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
    if let Some(action) = finder::action(hit.target) {
        let keys = app.keymap.keys(action);
        let keys = keys.iter().map(ToString::to_string).collect::<Vec<_>>();
        let keys = line::clip(&keys.join("  "), KEYS - 2);
        let keys = line::pad(&keys, KEYS.min(free / 3));
        free -= line::width(&keys);
        spans.push(Span::styled(keys, theme.style(Role::Heading)));
    }
    let (first, kept) = beside(app, hit.target);
    let columns = beside_columns(free, &hit.text, &first, &kept);
    let text = free - columns;
    for (matching, piece) in line::lit(&hit.text, &hit.matched, text) {
        let role = match matching {
            Matching::Yes => Role::Match,
            Matching::No => role,
        };
        spans.push(Span::styled(piece, theme.style(role)));
    }
    let room = columns.saturating_sub(2 + line::width(&kept));
    let beside = match room {
        0..=3 => kept.trim_start_matches(" · ").to_owned(),
        _ => line::clip(&first, room) + &kept,
    };
    let beside = theme.letters.write(&line::pad_left(&beside, columns));
    spans.push(Span::styled(beside, theme.style(Role::Dim)));
}

/// What is known beside the text gets what it needs, up to what the text leaves or
/// two fifths of the width, and nothing where that is too little to tell anything.
fn beside_columns(width: usize, text: &str, first: &str, kept: &str) -> usize {
    let wanted = line::width(first) + line::width(kept) + 2;
    let left = width.saturating_sub(line::width(text));
    let columns = wanted.min(left.max(width * 2 / 5));
    if columns < 12 { 0 } else { columns }
}

fn when(app: &App, id: EventId) -> String {
    let when = &app.corpus.event(id).when;
    format!("{}{}", date::full_label(when), date::rough_mark(when))
}

/// Returns what is known of a hit: what gives way where it is narrow, and what is kept.
/// For people role and mentions, for events and articles who published them and when,
/// for actions what they do.
fn beside(app: &App, target: Target) -> (String, String) {
    match target {
        Target::Person(id) => {
            let person = app.corpus.person(id);
            let role = person.roles.first().map(|role| line::one_line(&role.text));
            let mentions = person.mentions.len();
            let plural = if mentions == 1 { "" } else { "s" };
            let dot = if role.is_some() { " · " } else { "" };
            let kept = format!("{dot}{} mention{plural}", line::thousands(mentions));
            (role.unwrap_or_default(), kept)
        }
        Target::Event(id) => {
            let shown = app.corpus.event(id).reports.first();
            let article = shown.and_then(|report| app.corpus.article(report.article));
            let source = article.map(|article| documents::short_name(&article.document));
            (source.unwrap_or_default(), String::new())
        }
        Target::Article(id) => app
            .corpus
            .article(id)
            .map_or_else(Default::default, |article| {
                let document = &article.document;
                let publisher = document.publisher.as_deref().map(line::one_line);
                let published = document.published.map(|published| published.date);
                let day = published.map(|day| date::span_label(day, day));
                let dot = if publisher.is_some() { " · " } else { "" };
                let kept = day.map_or(String::new(), |day| format!("{dot}{day}"));
                (publisher.unwrap_or_default(), kept)
            }),
        Target::Action(_) => {
            let help = finder::action(target).map_or("", |action| action.help());
            (help.to_owned(), String::new())
        }
    }
}

fn draw_preview(app: &App, finder: &Finder, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(hit) = finder.hit() else {
        return;
    };
    let Some(place) = finder::preview(&app.corpus, hit) else {
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
    let lit = match (hit.target, &hit.passage) {
        (Target::Person(person), _) => preview::Lit::Person(person),
        (_, Some(passage)) => preview::Lit::Words(&passage.words),
        (Target::Event(_) | Target::Article(_) | Target::Action(_), None) => preview::Lit::Nothing,
    };
    let below = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    preview::draw(app, theme, place, lit, finder.scrolled(), below, buffer);
}
