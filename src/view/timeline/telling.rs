//! The telling part of a report, as one line of plain text.
//!
//! The pieces that tell it are joined by `…`; whoever stands in the column
//! *who* is lifted out where they lead, with the role beside their name.

use crate::analysis::report::{PartPlayed, Report};
use crate::corpus::{Article, Corpus, Event, PersonId, ReportId};
use crate::document::Span;
use crate::view::line;
use crate::view::people::name;

/// More letters than any line shows: a sentence of megabytes costs no more than this.
const LETTERS: usize = 400;

/// Returns who stands in the column *who*: the subject, else who acts, undergoes it or
/// is addressed; who is only mentioned where nobody else is named.
pub fn who(event: &Event) -> Option<PersonId> {
    let foremost = event
        .people
        .iter()
        .min_by_key(|participant| participant.part);
    let foremost = foremost.filter(|participant| match participant.part {
        PartPlayed::Acts | PartPlayed::Undergoes | PartPlayed::Addressed => true,
        PartPlayed::Mentioned => event.people.len() == 1,
    });
    event.actor.or(foremost.map(|participant| participant.who))
}

/// Returns the telling part of a report; `lifted` is left out where they lead.
/// Empty when the corpus has no such report.
pub fn telling(corpus: &Corpus, id: ReportId, lifted: Option<PersonId>) -> String {
    let found = corpus.article(id.article).and_then(|article| {
        let report = article.analysis.reports.get(id.index as usize)?;
        Some((article, report))
    });
    let Some((article, report)) = found else {
        return String::new();
    };
    let mut pieces = pieces(article, report);
    if let (Some(first), Some(person)) = (pieces.first_mut(), lifted) {
        first.start = after_leading_name(article, *first, person).unwrap_or(first.start);
    }
    pieces.retain(|piece| !piece.is_empty());
    let line = line::join(&article.document.text, &pieces, LETTERS);
    line.trim_end_matches([',', ';', ':', ' ']).to_owned()
}

/// Returns who acts and the telling part in one, for where there is no column *who*.
pub fn told_by(corpus: &Corpus, event: &Event, report: ReportId) -> String {
    let told = telling(corpus, report, event.actor);
    match event.actor {
        Some(actor) => {
            let surname = name::surname(&corpus.person(actor).name);
            // A quotation has its own subject; of several, all are named.
            match told.starts_with(['“', '"']) || told.contains(surname) {
                true => told,
                false => format!("{surname} {told}"),
            }
        }
        None => told,
    }
}

/// Returns what an event tells of someone, as a list of what they were in says it:
/// of the first report they are in, without their name where they lead; who else
/// acts is named before it.
pub fn told_of(corpus: &Corpus, event: &Event, person: PersonId) -> String {
    let names = |id: &&ReportId| {
        let (article, report) = corpus.report(**id);
        let mut people = report.people.iter();
        people.any(|participant| article.people.get(participant.who.0 as usize) == Some(&person))
    };
    let told = event.reports.iter().find(names).or(event.reports.first());
    let Some(id) = told else {
        return String::new();
    };
    let (article, report) = corpus.report(*id);
    let actor = report
        .actor
        .and_then(|name| article.people.get(name.0 as usize));
    match actor.filter(|actor| **actor != person && corpus.is_shown(**actor)) {
        Some(actor) => {
            let told = telling(corpus, *id, Some(*actor));
            let surname = name::surname(&corpus.person(*actor).name);
            match told.starts_with(['“', '"']) || told.contains(surname) {
                true => told,
                false => format!("{surname}: {told}"),
            }
        }
        None => telling(corpus, *id, Some(person)),
    }
}

/// Returns the words of a span on one line, at most as many as a line shows.
pub fn plain(text: &str, span: Span) -> String {
    line::join(text, &[span], LETTERS)
}

/// Returns the pieces that tell a report, or the whole sentence if there are none.
fn pieces(article: &Article, report: &Report) -> Vec<Span> {
    if !report.telling.is_empty() {
        return report.telling.clone();
    }
    let sentence = article.analysis.sentences.get(report.sentence as usize);
    sentence.map(|sentence| sentence.span).into_iter().collect()
}

/// Returns where the telling goes on after a leading name and the role before or
/// behind it; `None` when the person does not lead, or too little would be left.
fn after_leading_name(article: &Article, piece: Span, person: PersonId) -> Option<u32> {
    let text = &article.document.text;
    let analysis = &article.analysis;
    let first = analysis
        .mentions
        .partition_point(|mention| mention.span.start < piece.start);
    let mention = analysis.mentions.get(first)?;
    if !piece.contains(mention.span) || article.people.get(mention.name.0 as usize) != Some(&person)
    {
        return None;
    }
    let roles = &analysis.names.get(mention.name.0 as usize)?.roles;
    let before = Span {
        start: piece.start,
        end: mention.span.start,
    };
    if !leads(text, before, roles.iter().map(|role| role.span)) {
        return None;
    }
    let mut at = mention.span.end;
    // "Roe, the mayor, left", but not "Roe was the mayor".
    let gap = |role: &Span| {
        piece.contains(*role) && text[at as usize..].starts_with(", ") && role.start == at + 2
    };
    if let Some(role) = roles.iter().map(|role| role.span).find(gap) {
        at = role.end;
    }
    let rest = Span {
        start: at,
        end: piece.end,
    }
    .of(text);
    let lists_more = || {
        let next = analysis.mentions.get(first + 1);
        rest.starts_with(", ") && next.is_some_and(|next| next.span.start <= at + 2)
    };
    if rest.starts_with(['\'', '’', '-']) || lists_more() {
        return None;
    }
    let trimmed = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
    let enough = trimmed
        .chars()
        .take(LETTERS)
        .filter(|letter| letter.is_alphanumeric())
        .count()
        >= 3;
    enough.then(|| at + (rest.len() - trimmed.len()) as u32)
}

/// Says whether nothing stands before a name but its own role and the honorific.
fn leads(text: &str, before: Span, mut roles: impl Iterator<Item = Span>) -> bool {
    const HONORIFIC: usize = 12;
    let words = before.of(text).trim();
    words.is_empty()
        || (words.len() <= HONORIFIC && words.ends_with('.') && !words.contains(' '))
        || roles.any(|role| before.contains(role) && role.len() + HONORIFIC >= words.len())
}
