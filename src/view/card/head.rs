//! The upper part of a card: aliases, who it may be, too, roles, company.

use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::card::{Card, Section};
use crate::casefile::{Key, Value, Verdict};
use crate::corpus::{Alias, PersonId, StatedRole};
use crate::view::people::name;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::date;
use crate::view::{documents, line};

/// Columns of the words on the left: "also", "role", "with".
const LABEL: usize = 6;

/// Writes aliases, who it may be, too, roles and company, at most about `rows` lines.
pub fn lines<'a>(app: &App, card: &Card, theme: &Theme, width: usize, rows: u16) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let person = app.corpus.person(card.person());
    let free = width.saturating_sub(LABEL + 1);
    lines.extend(also(card, &person.aliases, theme, free));
    let others = card.perhaps_also().iter();
    let others = others.filter(|(other, _)| !are_two(app, card.person(), *other));
    let others = others
        .take(5)
        .map(|(other, alike)| format!("{} ({})", app.corpus.person(*other).name, alike.words()));
    let others = others.collect::<Vec<_>>().join(" · ");
    if !others.is_empty() {
        let words = format!("perhaps also: {others}");
        push_labelled(&mut lines, theme, "maybe", &words, free);
    }
    let shown = usize::from(rows).saturating_sub(2).max(1);
    for (index, role) in person.roles.iter().take(shown).enumerate() {
        let label = if index == 0 { "role" } else { "" };
        lines.push(role_line(app, role, theme, label, free));
    }
    let company = person
        .company
        .iter()
        .filter(|(id, _)| app.corpus.is_shown(*id));
    let with = company
        .take(12)
        .map(|(id, count)| format!("{} {count}", name::surname(&app.corpus.person(*id).name)));
    let with = with.collect::<Vec<_>>().join(" · ");
    push_labelled(&mut lines, theme, "with", &with, free);
    lines
}

/// Says whether the reader knows them for two.
fn are_two(app: &App, one: PersonId, other: PersonId) -> bool {
    let key = |id| app.corpus.person(id).key.clone();
    let answer = app.case.get(&Key::pair(key(one), key(other)));
    answer == Some(&Value::Verdict(Verdict::Different))
}

/// The aliases with how often each occurs; while one steps through them, from
/// about the selected one on, which stands between signs.
fn also<'a>(card: &Card, aliases: &[Alias], theme: &Theme, free: usize) -> Option<Line<'a>> {
    const SHOWN: usize = 20;
    if aliases.is_empty() {
        return None;
    }
    let selected = match card.section() {
        Section::Names => Some(card.selected(Section::Names)),
        Section::Mentions | Section::Entries | Section::Quotes => None,
    };
    let first = selected.map_or(0, |selected| selected.saturating_sub(1));
    let mut spans = vec![Span::styled(
        format!(" {}", line::pad("also", LABEL)),
        theme.style(Role::Dim),
    )];
    let mut left = free;
    for (index, alias) in aliases.iter().enumerate().skip(first).take(SHOWN) {
        let (words, role) = match selected == Some(index) {
            true => (
                format!("‹{} {}›", alias.text, alias.count),
                Role::MatchCurrent,
            ),
            false => (format!("{} {}", alias.text, alias.count), Role::Text),
        };
        let gap = if index > first { " · " } else { "" };
        let words = theme
            .letters
            .write(&format!("{gap}{}", line::one_line(&words)));
        let words = line::clip(&words, left);
        left = left.saturating_sub(line::width(&words));
        spans.push(Span::styled(words, theme.style(role)));
        if left == 0 {
            break;
        }
    }
    Some(Line::from(spans))
}

fn push_labelled(lines: &mut Vec<Line<'_>>, theme: &Theme, label: &str, text: &str, free: usize) {
    if !text.is_empty() {
        lines.push(Line::from(vec![
            Span::styled(
                format!(" {}", line::pad(label, LABEL)),
                theme.style(Role::Dim),
            ),
            Span::styled(
                line::clip(&theme.letters.write(text), free),
                theme.style(Role::Text),
            ),
        ]));
    }
}

/// Writes a role with when and where it was stated.
fn role_line<'a>(
    app: &App,
    role: &StatedRole,
    theme: &Theme,
    label: &str,
    free: usize,
) -> Line<'a> {
    let mut stated = Vec::new();
    if let Some(day) = role.date {
        stated.push(date::span_label(day, day));
    }
    if let Some(article) = app.corpus.article(role.article) {
        stated.push(documents::short_name(&article.document));
    }
    if let Some(day) = role.latest.filter(|day| role.date != Some(*day)) {
        stated.push(format!("again {}", date::span_label(day, day)));
    }
    let stated = line::clip(&stated.join(", "), free / 2);
    let room = free.saturating_sub(line::width(&stated) + 2);
    Line::from(vec![
        Span::styled(
            format!(" {}", line::pad(label, LABEL)),
            theme.style(Role::Dim),
        ),
        Span::styled(
            line::pad(&line::one_line(&role.text), room),
            theme.style(Role::Text),
        ),
        Span::styled(format!("  {stated}"), theme.style(Role::Dim)),
    ])
}
