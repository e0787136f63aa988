//! Reports by themselves: those of an unfolded event, and those without a date.

use ratatui::text::Span;

use super::lines::{Columns, padded};
use super::{date, telling};
use crate::app::App;
use crate::app::timeline::publication::{first_told, published};
use crate::corpus::{EventId, ReportId};
use crate::view::people::name;
use crate::view::theme::{Role, Theme};
use crate::view::{documents, line};

/// Writes one report of an event: when it was published, by whom, whether it
/// was the first, and what it tells; its own date where others give another.
pub fn report(
    app: &App,
    theme: &Theme,
    (id, nth): (EventId, u32),
    columns: Columns,
    spans: &mut Vec<Span<'_>>,
) {
    let event = app.corpus.event(id);
    let Some(report) = event.reports.get(nth as usize).copied() else {
        return;
    };
    let published = published(&app.corpus, report.article);
    let is_first = published.is_some() && published == first_told(&app.corpus, &event.reports);
    let day = published.map_or("undated".to_owned(), |day| {
        day.format("%-d %b %Y").to_string()
    });
    let branch = line::pad_left(
        &theme.letters.write(&format!("└ {day} ")),
        columns.year + date::DATE_COLUMNS + 2 + columns.time + 3,
    );
    spans.push(Span::styled(branch, theme.style(Role::Dim)));
    let source = if columns.who > 0 {
        short_name(app, report)
    } else {
        String::new()
    };
    spans.push(Span::styled(
        padded(&source, columns.who),
        theme.style(Role::Dim),
    ));
    let first = if is_first { "first: " } else { "" };
    spans.push(Span::styled(first, theme.style(Role::Match)));
    let own = own_date(app, id, report);
    let told = telling::telling(&app.corpus, report, None);
    let told = own.map_or(told.clone(), |own| format!("({own}) {told}"));
    let room = columns.telling + columns.count + columns.source;
    spans.push(Span::styled(
        line::pad(&told, room.saturating_sub(first.len())),
        theme.style(Role::Text),
    ));
}

/// The date a report gives, where the reports of its event differ.
fn own_date(app: &App, event: EventId, report: ReportId) -> Option<String> {
    let dates = date::differing(&app.corpus, app.corpus.event(event));
    let article = app.corpus.article(report.article)?;
    let told = article.analysis.reports.get(report.index as usize)?;
    (!dates.is_empty()).then(|| date::full_label(&told.when))
}

/// Writes a report without a date: the words that date nothing, who, and the sentence.
pub fn undated(app: &App, theme: &Theme, index: u32, columns: Columns, spans: &mut Vec<Span<'_>>) {
    let Some(undated) = app.corpus.undated().get(index as usize).copied() else {
        return;
    };
    let Some((article, sentence)) = undated.sentence(&app.corpus) else {
        return;
    };
    let analysis = &article.analysis;
    let found = analysis.undated.get(undated.index as usize);
    let timex = found.and_then(|found| analysis.timexes.get(found.timex as usize));
    let text = &article.document.text;
    let words = timex.map_or(String::new(), |timex| telling::plain(text, timex.span));
    let room = columns.year + date::DATE_COLUMNS;
    spans.push(Span::styled(
        line::pad_left(&words, room) + "  ",
        theme.style(Role::Date),
    ));
    spans.push(Span::raw(" ".repeat(columns.time)));
    spans.push(Span::styled("?  ", theme.style(Role::KnownPublished)));
    let people = undated.people(&app.corpus);
    let who = people.first().filter(|_| columns.who > 0);
    let surname = who.map_or("", |person| name::surname(&app.corpus.person(*person).name));
    spans.push(Span::styled(
        padded(surname, columns.who),
        theme.style(Role::Person),
    ));
    let room = columns.telling + columns.count;
    spans.push(Span::styled(
        line::pad(&telling::plain(text, sentence), room),
        theme.style(Role::Text),
    ));
    if columns.source > 0 {
        let source = format!(" {}", documents::short_name(&article.document));
        spans.push(Span::styled(
            line::pad(&source, columns.source),
            theme.style(Role::Dim),
        ));
    }
}

/// Names the article of a report.
pub fn short_name(app: &App, report: ReportId) -> String {
    let article = app.corpus.article(report.article);
    article.map_or_else(String::new, |article| {
        documents::short_name(&article.document)
    })
}
