//! Draws a person's card: who they are said to be, and everything of theirs to step through.

mod head;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::analysis::people::{Attribution, Quote, QuoteKind};
use crate::app::card::{Card, QuoteId, Section};
use crate::app::{Action, App};
use crate::corpus::{Article, EventId};
use crate::view::preview;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::{date, telling};
use crate::view::{documents, line};

/// From this width on entries and quotes stand side by side.
const WIDTH_FOR_TWO: u16 = 76;

/// Rows kept for the sentence at the bottom, its heading included; it gets what the lists leave.
const PREVIEW: u16 = 5;

/// Returns what the frame says on its right: "m merge · s split · e rename · x hide".
pub fn keys(app: &App) -> String {
    let decisions = [
        (Action::MergePeople, "merge"),
        (Action::SplitPerson, "split"),
        (Action::RenamePerson, "rename"),
        (Action::HidePerson, "hide"),
    ];
    let bound = decisions.iter().filter_map(|(action, word)| {
        let key = app.keymap.keys(*action).first()?;
        Some(format!("{key} {word}"))
    });
    bound.collect::<Vec<_>>().join(" · ")
}

/// Draws the inside of the card.
pub fn draw(app: &App, card: &Card, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    let person = app.corpus.person(card.person());
    let head = head::lines(
        app,
        card,
        theme,
        usize::from(inside.width),
        inside.height / 3,
    );
    let longest = person.events.len().max(card.quotes().len());
    let lists = longest.min(usize::from(inside.height)) + 3 + head.len();
    let free = inside.height.saturating_sub(lists as u16);
    let preview = free.max(PREVIEW.min(inside.height / 3));
    let mut y = inside.y;
    for line in head.iter().take(usize::from(inside.height - preview)) {
        buffer.set_line(inside.x, y, line, inside.width);
        y += 1;
    }
    let bottom = inside.bottom() - preview;
    if y + 1 < bottom {
        let lists = Rect {
            y: y + 1,
            height: bottom - y - 1,
            ..inside
        };
        draw_lists(app, card, theme, lists, buffer);
    }
    let area = Rect {
        y: bottom,
        height: preview,
        ..inside
    };
    draw_preview(app, card, theme, area, buffer);
}

fn draw_lists(app: &App, card: &Card, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.width >= WIDTH_FOR_TWO && !card.quotes().is_empty() {
        let left = Rect {
            width: area.width * 11 / 20,
            ..area
        };
        let right = Rect {
            x: left.right() + 1,
            width: area.width - left.width - 1,
            ..area
        };
        draw_entries(app, card, theme, left, buffer);
        draw_quotes(app, card, theme, right, buffer);
    } else if card.section() == Section::Quotes {
        draw_quotes(app, card, theme, area, buffer);
    } else {
        draw_entries(app, card, theme, area, buffer);
    }
}

fn draw_entries(app: &App, card: &Card, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let events = &app.corpus.person(card.person()).events;
    let row = |index: usize, width: usize| entry(app, card, theme, events[index], width);
    let heading = format!("Timeline {}", events.len());
    draw_list(
        card,
        theme,
        Section::Entries,
        (&heading, events.len()),
        area,
        buffer,
        row,
    );
}

/// Columns of a date with its year.
const DATED: usize = 15;

fn entry<'a>(app: &App, card: &Card, theme: &Theme, id: EventId, width: usize) -> Vec<Span<'a>> {
    let event = app.corpus.event(id);
    let told = telling::told_of(&app.corpus, event, card.person());
    let day = line::pad_left(&date::full_label_within(&event.when, DATED), DATED);
    let mark = format!(
        "{}{} ",
        date::rough_mark(&event.when),
        date::known_mark(event.when.known)
    );
    vec![
        Span::styled(day, theme.style(Role::Date)),
        Span::styled(
            theme.letters.write(&mark),
            theme.style(Role::of_known(event.when.known)),
        ),
        Span::styled(
            line::clip(&told, width.saturating_sub(18)),
            theme.style(Role::Text),
        ),
    ]
}

fn draw_quotes(app: &App, card: &Card, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let quotes = card.quotes();
    let row = |index: usize, width: usize| quote_row(app, theme, quotes[index], width);
    let is_doubtful = |id: &QuoteId| {
        quote_of(app, *id).is_some_and(|(_, quote)| quote.attribution != Attribution::Sure)
    };
    let legend = match quotes.iter().any(is_doubtful) {
        true => "   ? less sure",
        false => "",
    };
    let heading = format!("Quotes {}{legend}", quotes.len());
    draw_list(
        card,
        theme,
        Section::Quotes,
        (&heading, quotes.len()),
        area,
        buffer,
        row,
    );
}

fn quote_of(app: &App, id: QuoteId) -> Option<(&Article, &Quote)> {
    let article = app.corpus.article(id.article)?;
    let quote = article.analysis.quotes.get(id.index as usize)?;
    Some((article, quote))
}

/// From this width on a quotation's row names the source beside the date.
const WIDTH_FOR_SOURCE: usize = 60;

/// From this width of the card on the line below the lists names the source.
const WIDTH_FOR_SOURCE_BELOW: usize = 90;

/// What was said, whether the words are the writer's, and when and where it stands.
fn quote_row<'a>(app: &App, theme: &Theme, id: QuoteId, width: usize) -> Vec<Span<'a>> {
    let Some((article, quote)) = quote_of(app, id) else {
        return Vec::new();
    };
    let doubt = match quote.attribution {
        Attribution::Sure => "",
        Attribution::Likely | Attribution::None => "? ",
    };
    let (lead, role) = match quote.kind {
        QuoteKind::Direct => ("", Role::Quote),
        QuoteKind::Reported => ("said: ", Role::Text),
    };
    let source = (width >= WIDTH_FOR_SOURCE).then(|| documents::short_name(&article.document));
    let day = article.document.published.map(|published| {
        let day = published.date;
        date::span_label(day, day)
    });
    let stated: Vec<String> = day.into_iter().chain(source).collect();
    let stated = line::clip(&stated.join(", "), width / 3);
    let taken = doubt.len() + lead.len() + line::width(&stated) + 2;
    let words = telling::plain(&article.document.text, quote.span);
    vec![
        Span::styled(doubt, theme.style(Role::Dim)),
        Span::styled(lead, theme.style(Role::Dim)),
        Span::styled(
            line::pad(&theme.letters.write(&words), width.saturating_sub(taken)),
            theme.style(role),
        ),
        Span::styled(format!("  {stated}"), theme.style(Role::Dim)),
    ]
}

/// Says in words what a quotation is: "Quote ‹ 2 of 4 ›  reported, less sure · 13 Aug 2021, Mehr".
///
/// The source is named where the rows have no room for it.
fn quote_note(app: &App, card: &Card, width: usize) -> String {
    let selected = card.selected(Section::Quotes);
    let place = format!("Quotes  ‹ {} of {} ›  ", selected + 1, card.quotes().len());
    let found = card
        .quotes()
        .get(selected)
        .and_then(|id| quote_of(app, *id));
    let Some((article, quote)) = found else {
        return place;
    };
    let kind = match quote.kind {
        QuoteKind::Direct => "in these words",
        QuoteKind::Reported => "reported",
    };
    let doubt = match quote.attribution {
        Attribution::Sure => "",
        Attribution::Likely | Attribution::None => ", speaker less sure",
    };
    let source = match width >= WIDTH_FOR_SOURCE_BELOW {
        true => format!(
            " · {}",
            line::clip(&documents::short_name(&article.document), 24)
        ),
        false => String::new(),
    };
    format!("{place}{kind}{doubt}{source}  ")
}

/// Draws a heading and the rows around the selected one.
fn draw_list<'a>(
    card: &Card,
    theme: &Theme,
    section: Section,
    (heading, count): (&str, usize),
    area: Rect,
    buffer: &mut Buffer,
    row: impl Fn(usize, usize) -> Vec<Span<'a>>,
) {
    let focused = card.section() == section;
    let role = if focused { Role::Heading } else { Role::Dim };
    buffer.set_line(
        area.x,
        area.y,
        &Line::styled(format!(" {heading}"), theme.style(role)),
        area.width,
    );
    let height = usize::from(area.height.saturating_sub(1));
    let selected = card.selected(section);
    let first = selected
        .saturating_sub(height / 2)
        .min(count.saturating_sub(height));
    for (index, y) in (first..count).zip(area.top() + 1..area.bottom()) {
        let chosen = focused && index == selected;
        let mut spans = vec![Span::raw(theme.letters.marker(chosen))];
        spans.extend(row(index, usize::from(area.width).saturating_sub(3)));
        buffer.set_line(area.x, y, &Line::from(spans), area.width);
        if chosen {
            buffer.set_style(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                theme.style(Role::Selected),
            );
        }
    }
}

fn draw_preview(app: &App, card: &Card, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(place) = card.place(&app.corpus) else {
        return;
    };
    let person = app.corpus.person(card.person());
    let number = match card.section() {
        Section::Mentions => format!(
            "Mentions  ‹ {} of {} ›  ",
            card.selected(Section::Mentions) + 1,
            person.mentions.len()
        ),
        Section::Entries => format!("Mentions {}  ", person.mentions.len()),
        Section::Names => format!(
            "Names  ‹ {} of {} ›  ",
            card.selected(Section::Names) + 1,
            person.aliases.len()
        ),
        Section::Quotes => quote_note(app, card, usize::from(area.width)),
    };
    let role = match card.section() {
        Section::Mentions | Section::Quotes | Section::Names => Role::Heading,
        Section::Entries => Role::Dim,
    };
    let article = app.corpus.article(place.article);
    let heading = article.map_or(String::new(), |article| {
        let columns = usize::from(area.width).saturating_sub(line::width(&number) + 1);
        preview::heading(article, place, columns)
    });
    let line = Line::from(vec![
        Span::styled(
            theme.letters.write(&format!(" {number}")),
            theme.style(role),
        ),
        Span::styled(theme.letters.write(&heading), theme.style(Role::Dim)),
    ]);
    buffer.set_line(area.x, area.y, &line, area.width);
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let lit = preview::Lit::Person(card.person());
    preview::draw(app, theme, place, lit, 0, below, buffer);
}
