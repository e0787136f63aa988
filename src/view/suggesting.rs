//! Draws the question whether two are one person: both side by side or one below
//! the other, why they are alike, where each is introduced.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::suggesting::{Asked, Suggesting};
use crate::app::{App, Place};
use crate::corpus::PersonId;
use crate::view::theme::{Role, Theme};
use crate::view::{line, preview};

/// From this width on the two stand side by side.
const WIDTH_FOR_TWO: u16 = 76;

/// Rows for a name, other names, role, mentions, and a blank one.
const ABOUT: u16 = 5;

/// Returns what the frame says on its right: "3 of 14 · 2 answered".
pub fn summary(open: &Suggesting) -> String {
    let (at, count) = open.place();
    let answered = match open.answered() {
        0 => String::new(),
        answered => format!(" · {} answered", line::thousands(answered)),
    };
    match (open.is_looking(), count) {
        (true, _) => String::new(),
        (false, 0) => format!("none left{answered}"),
        (false, _) => format!(
            "{} of {}{answered}",
            line::thousands(at + 1),
            line::thousands(count)
        ),
    }
}

/// Draws the inside of the box.
pub fn draw(app: &App, open: &Suggesting, theme: &Theme, inside: Rect, buffer: &mut Buffer) {
    if inside.is_empty() {
        return;
    }
    let Some(asked) = open.asked(&app.corpus) else {
        let said = match (open.is_looking(), open.answered()) {
            (true, _) => "looking for names that are alike …",
            (false, 0) => "No two people have names so alike that they may be one.",
            (false, _) => "Every pair has been answered. u undoes the last answer, esc closes.",
        };
        say(said, Role::Text, theme, inside, inside.y, buffer);
        return;
    };
    let [above, keys] = [
        Rect {
            height: inside.height - 1,
            ..inside
        },
        Rect {
            y: inside.bottom() - 1,
            height: 1,
            ..inside
        },
    ];
    let why = format!("alike: {}", asked.alike.words());
    say(&why, Role::Heading, theme, above, above.y, buffer);
    draw_both(app, asked, theme, below(above, 2), buffer);
    let said = "y the same   n different   h not sure   j k other pairs   1 2 read   u undo";
    say(said, Role::Dim, theme, keys, keys.y, buffer);
}

fn draw_both(app: &App, asked: Asked, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let people = [asked.one, asked.other];
    let areas = if area.width >= WIDTH_FOR_TWO {
        let width = area.width / 2 - 1;
        let right = Rect {
            x: area.x + width + 2,
            width: area.width - width - 2,
            ..area
        };
        [Rect { width, ..area }, right]
    } else {
        let height = area.height / 2;
        let lower = Rect {
            height: area.height - height,
            ..below(area, height)
        };
        [Rect { height, ..area }, lower]
    };
    for (number, (person, area)) in (1..).zip(people.into_iter().zip(areas)) {
        draw_person(app, number, person, theme, area, buffer);
    }
}

/// Who one of them is, and the sentence that introduces them.
fn draw_person(
    app: &App,
    number: usize,
    id: PersonId,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let person = app.corpus.person(id);
    let width = usize::from(area.width);
    let name = Line::from(vec![
        Span::styled(format!(" {number} "), theme.style(Role::Dim)),
        Span::styled(
            line::clip(&line::one_line(&person.name), width.saturating_sub(3)),
            theme.style(Role::Person),
        ),
    ]);
    buffer.set_line(area.x, area.y, &name, area.width);
    let aliases = person.aliases.iter().take(6);
    let aliases: Vec<&str> = aliases.map(|alias| alias.text.as_str()).collect();
    let role = person.roles.first().map_or("", |role| role.text.as_str());
    let counted = |count: usize, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{} {many}", line::thousands(count)),
    };
    let facts = [
        aliases.join(", "),
        role.to_owned(),
        format!(
            "{} in {}",
            counted(person.mentions.len(), "mention", "mentions"),
            counted(person.articles.len(), "article", "articles")
        ),
    ];
    let shown = facts.iter().filter(|fact| !fact.is_empty());
    for (fact, y) in shown.zip(area.top() + 1..area.bottom()) {
        let fact = format!("  {}", line::one_line(fact));
        say(&fact, Role::Dim, theme, area, y, buffer);
    }
    let place = Place::introducing(&app.corpus, id);
    let rest = below(area, ABOUT);
    if let Some(place) = place
        && !rest.is_empty()
        && let Some(article) = app.corpus.article(place.article)
    {
        let heading = preview::heading(article, place, width.saturating_sub(1));
        let heading = theme.letters.write(&heading);
        say(&heading, Role::Dim, theme, rest, rest.y, buffer);
        let lit = preview::Lit::Person(id);
        preview::draw(app, theme, place, lit, 0, below(rest, 1), buffer);
    }
}

/// Returns what is left of an area below some rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

fn say(words: &str, role: Role, theme: &Theme, area: Rect, y: u16, buffer: &mut Buffer) {
    let words = format!(" {}", theme.letters.write(words));
    let line = Line::styled(
        line::clip(&words, usize::from(area.width)),
        theme.style(role),
    );
    buffer.set_line(area.x, y, &line, area.width);
}
