//! Events that tell the same of days close together: where articles disagree
//! about a date.
//!
//! They stay events of their own, for the same may well happen two days in a
//! row; each only knows of the other. What is compared are the words of the
//! reports shown; candidates meet by the least hashes of their words, so that
//! the work grows with the events and not with their pairs.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::gist::Gist;
use super::group::single_day;
use super::reading::Reading;
use super::{Event, EventId};
use crate::analysis::time::Known;

/// Two reports are of the same where they share three quarters of the words of
/// the shorter, and so many words at least: those of the same news agency do.
const SHARED: (usize, usize) = (3, 4);
const LEAST_WORDS: usize = 5;

/// Days that may lie between.
const MOST_DAYS: i64 = 2;

/// Words two events may meet by: of two that share three quarters of their
/// words, hardly any pair shares none of its three least.
const MEETING: usize = 3;

/// Of events that meet by a word on a day, only so many are looked at, the latest.
const MOST_LOOKED_AT: usize = 8;

/// The events of a day by the words they may be met by.
type Met = FxHashMap<u32, Vec<EventId>>;

/// Finds the events that tell the same of another day, by each of them.
pub(super) fn find(
    readings: &[Option<Reading>],
    events: &[Event],
) -> FxHashMap<EventId, Vec<EventId>> {
    let mut found: FxHashMap<EventId, Vec<EventId>> = FxHashMap::default();
    let mut days: Vec<(NaiveDate, Met)> = Vec::new();
    for (id, event) in (0..).map(EventId).zip(events) {
        // The reader's word ends the dispute.
        let Some(day) = single_day(&event.when).filter(|_| event.when.known != Known::Set) else {
            continue;
        };
        let Some(gist) = gist(readings, event).filter(|gist| gist.0.len() >= LEAST_WORDS) else {
            continue;
        };
        if days.last().is_none_or(|(last, _)| *last != day) {
            days.retain(|(before, _)| (day - *before).num_days() <= MOST_DAYS);
            days.push((day, Met::default()));
        }
        let Some((today, before)) = days.split_last_mut() else {
            continue;
        };
        for (_, met) in before.iter() {
            if let Some(other) = same(readings, events, (event, gist), met) {
                found.entry(id).or_default().push(other);
                found.entry(other).or_default().push(id);
            }
        }
        for word in gist.0.iter().take(MEETING) {
            today.1.entry(*word).or_default().push(id);
        }
    }
    found
}

/// The event of a day that tells the same, by other articles.
fn same(
    readings: &[Option<Reading>],
    events: &[Event],
    (event, own): (&Event, &Gist),
    met: &Met,
) -> Option<EventId> {
    let words = own.0.iter().take(MEETING);
    let met = words.filter_map(|word| met.get(word));
    let mut candidates = met.flat_map(|ids| ids.iter().rev().take(MOST_LOOKED_AT));
    candidates
        .find(|id| {
            let other = &events[id.0 as usize];
            let other_gist = gist(readings, other);
            other.tense == event.tense
                && other_gist.is_some_and(|gist| is_alike(own, gist))
                && !shares_article(event, other)
        })
        .copied()
}

fn gist<'a>(readings: &'a [Option<Reading>], event: &Event) -> Option<&'a Gist> {
    let shown = event.reports[0];
    let reading = readings.get(shown.article.0 as usize)?.as_ref()?;
    reading.gists.get(shown.index as usize)
}

fn is_alike(one: &Gist, other: &Gist) -> bool {
    let words = one.0.iter();
    let shared = words.filter(|word| other.contains(**word)).count();
    let shorter = one.0.len().min(other.0.len());
    shared >= LEAST_WORDS && shared * SHARED.1 >= shorter * SHARED.0
}

fn shares_article(one: &Event, other: &Event) -> bool {
    let is_in_other = |article| other.reports.iter().any(|report| report.article == article);
    one.reports.iter().any(|report| is_in_other(report.article))
}

#[cfg(test)]
mod tests {
    use crate::corpus::EventId;
    use crate::corpus::sample::{Sample, corpus};

    const FALL: &str =
        "Zaranj, the capital of the southern province of Nimruz, fell to Taliban fighters.";

    #[test]
    fn articles_that_date_the_same_differently_know_of_each_other() {
        let corpus = corpus([
            Sample::new(0).says("2021-08-06", FALL),
            Sample::new(1).says("2021-08-07", &FALL.replace("fighters", "militants")),
            Sample::new(2).says("2021-08-12", FALL),
        ]);
        assert_eq!(corpus.elsewhere(EventId(0)), [EventId(1)]);
        assert_eq!(corpus.elsewhere(EventId(1)), [EventId(0)]);
        assert_eq!(corpus.elsewhere(EventId(2)), []);
    }

    #[test]
    fn one_article_does_not_contradict_itself_nor_do_other_words() {
        let corpus = corpus([
            Sample::new(0)
                .says("2021-08-06", FALL)
                .says("2021-08-07", FALL),
            Sample::new(1).says("2021-08-08", "Sheberghan fell to the Taliban fighters."),
        ]);
        let apart = (0..3)
            .map(EventId)
            .filter(|id| !corpus.elsewhere(*id).is_empty());
        assert_eq!(apart.count(), 0);
    }
}
