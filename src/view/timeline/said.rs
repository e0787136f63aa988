//! What the frame of the timeline says: zoom, lanes, filter, counts, and at its
//! foot what there is to know of the selected entry.

use chrono::NaiveDate;

use super::date;
use crate::analysis::report::Tense;
use crate::app::timeline::lanes::By;
use crate::app::timeline::publication::{first_told, published};
use crate::app::timeline::{Row, Shape};
use crate::app::{Action, App, Pane};
use crate::corpus::timeline::heading;
use crate::corpus::{Event, EventId, PersonId};
use crate::view::people::name;
use crate::view::{documents, line};

/// Returns the title of the pane's frame: "3 Timeline · day", "3 Timeline · day
/// · 3 of 12 people".
pub fn title(app: &App) -> String {
    let pane = &app.timeline;
    let lanes = pane.lanes();
    let zoom = pane.timeline().zoom.name();
    let plural = match lanes.by {
        By::Nothing => return format!("3 Timeline · {zoom}"),
        By::Person => "people",
        By::Source => "sources",
        By::Document => "documents",
    };
    let named = lanes.named();
    let count = if named == lanes.wanted {
        named.to_string()
    } else {
        format!("{named} of {}", line::thousands(lanes.wanted))
    };
    format!("3 Timeline · {zoom} · {count} {plural}")
}

/// Columns of the names of those the pane is narrowed to.
const SURNAMES: usize = 40;

/// Returns what the frame says on its right: filter, counts and span
/// ("all · 31 events · 4 undated · May – Sep 2021").
pub fn summary(app: &App) -> String {
    let timeline = app.timeline.timeline();
    let people = app.chosen_people();
    let surname = |id: &PersonId| name::surname(&app.corpus.person(*id).name);
    let surnames: Vec<&str> = people.iter().map(surname).collect();
    let mut parts = Vec::new();
    if !surnames.is_empty() {
        parts.push(line::clip(&surnames.join(" ∪ "), SURNAMES));
    }
    parts.extend(app.timeline.wanted().said());
    if parts.is_empty() {
        parts.push("all".to_owned());
        parts.push(events(timeline.count));
    } else {
        let of = line::thousands(timeline.count);
        parts.push(format!("{of} of {}", events(timeline.total)));
    }
    let undated = app.timeline.undated().len();
    if undated > 0 {
        parts.push(format!("{} undated", line::thousands(undated)));
    }
    let order = timeline.order();
    if let (Some(first), Some(last)) = (order.first(), order.last()) {
        let day = |event| app.corpus.event(event).when.first_day();
        parts.push(date::span_label(day(*first), day(*last)));
    }
    parts.join(" · ")
}

/// Columns of the article's name at the foot.
const SOURCE: usize = 28;

/// Returns what the frame says at its foot of the selected entry: how its date
/// is known, in words, where reports disagree, what unfolding would do, and who reports it.
pub fn foot(app: &App) -> String {
    let pane = &app.timeline;
    let words = match (pane.selected_row(), pane.selected_event()) {
        (Some(Row::Undated { .. }), _) => {
            vec!["? no date to count from; D dates the article".to_owned()]
        }
        (Some(Row::Bar { .. }), _) => return "enter opens the bar".to_owned(),
        (Some(Row::Report { event, .. }), _) => of_report(app, app.corpus.event(event)),
        (_, Some(event)) => of_event(app, event),
        (_, None) => return String::new(),
    };
    let place = pane.place(&app.corpus);
    let article = place.and_then(|place| app.corpus.article(place.article));
    let source = article.map(|article| documents::short_name(&article.document));
    let source = source.map(|source| line::clip(&source, SOURCE));
    words
        .into_iter()
        .chain(source)
        .collect::<Vec<_>>()
        .join(" · ")
}

fn of_event(app: &App, id: EventId) -> Vec<String> {
    let event = app.corpus.event(id);
    let known = event.when.known;
    let mut words = vec![format!("{} {}", date::known_mark(known), known.in_words())];
    words.extend(why(app));
    if !event.when.is_single() {
        words.push(heading(&event.when));
    } else if event.when.not_before().is_none() || event.when.not_after().is_none() {
        words.push(format!("{}, open", heading(&event.when)));
    } else if date::rough_mark(&event.when) != ' ' {
        words.push("~ no exact day".to_owned());
    }
    if event.tense == Tense::Planned {
        words.push("» planned".to_owned());
    }
    if app.timeline.is_key(id, &app.corpus) {
        words.push("★ key event".to_owned());
    }
    words.extend(disagreement(app, id));
    if event.reports.len() > 1 && app.timeline.shape() == Shape::Lines {
        let told = first_told(&app.corpus, &event.reports);
        let told = told.map(|first| format!(", first on {}", day(first)));
        words.push(format!(
            "{} reports{}",
            event.reports.len(),
            told.unwrap_or_default()
        ));
    }
    words
}

fn of_report(app: &App, event: &Event) -> Vec<String> {
    let Some(report) = app.timeline.selected_report(&app.corpus) else {
        return Vec::new();
    };
    let Some(published) = published(&app.corpus, report.article) else {
        return vec!["told by an undated article".to_owned()];
    };
    let first = first_told(&app.corpus, &event.reports) == Some(published);
    let first = if first { "told first, on" } else { "told on" };
    vec![format!("{first} {}", day(published))]
}

/// Says where reports disagree about the date: those of one event, and one that
/// tells the same of a day nearby.
fn disagreement(app: &App, id: EventId) -> Option<String> {
    let dates = date::differing(&app.corpus, app.corpus.event(id));
    if !dates.is_empty() {
        return Some(format!("≠ dates differ: {}", dates.join(" · ")));
    }
    let elsewhere = app.corpus.elsewhere(id).first()?;
    let when = &app.corpus.event(*elsewhere).when;
    Some(format!("≠ elsewhere dated {}", date::full_label(when)))
}

/// Says which key explains the date, where the bottom line has no room for it.
fn why(app: &App) -> Option<String> {
    let arrangement = app.arrangement();
    let is_narrow = Pane::ALL.iter().any(|pane| arrangement.of(*pane).is_none());
    let takes_keys = app.focus == Pane::Timeline && app.overlay.is_none();
    let key = app.keymap.keys(Action::Explain).first()?;
    (is_narrow && takes_keys).then(|| format!("{key} why"))
}

fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

fn events(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} event{plural}", line::thousands(count))
}
