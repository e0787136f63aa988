//! Which reports tell of the same event.
//!
//! Two reports meet when they date the same day and share most of what the
//! shorter one is about. A word weighs the more the fewer days it is in the
//! news on, so that names of places and people of the day decide and the words
//! of the whole affair do not. Doubt keeps reports apart.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::gist::Gist;
use super::reading::Reading;
use crate::analysis::report::Tense;
use crate::analysis::time::{Grain, When};
use crate::corpus::{Article, ReportId};

/// The part of the lighter report's weight that another article's report must share.
/// Chosen on the samples: the fall of two cities on one day shares 0.4.
const SHARED: f32 = 0.5;
/// The same within one article, where two sentences mostly tell two things.
const SHARED_WITHIN: f32 = 0.8;
/// At least so many words must be shared.
const LEAST_WORDS: usize = 2;
/// Of a day's events that share a word, only so many are looked at, the latest.
const MOST_LOOKED_AT: usize = 64;

/// One report that dates a single day.
struct Dated<'a> {
    day: NaiveDate,
    tense: Tense,
    id: ReportId,
    sentence: u32,
    gist: &'a Gist,
}

/// Groups all reports; every report is in exactly one group.
pub(super) fn group(
    articles: &[Option<Article>],
    readings: &[Option<Reading>],
) -> Vec<Vec<ReportId>> {
    let mut groups = Vec::new();
    let mut dated = Vec::new();
    for (article, reading) in articles.iter().zip(readings) {
        let (Some(article), Some(reading)) = (article, reading) else {
            continue;
        };
        let reports = article.analysis.reports.iter().zip(&reading.gists);
        for (index, (report, gist)) in (0..).zip(reports) {
            let id = ReportId {
                article: article.id,
                index,
            };
            match single_day(&report.when) {
                Some(day) => dated.push(Dated {
                    day,
                    tense: report.tense,
                    id,
                    sentence: report.sentence,
                    gist,
                }),
                None => groups.push(vec![id]),
            }
        }
    }
    dated.sort_by_key(|report| (report.day, report.tense == Tense::Planned, report.id));
    let weights = Weights::of(&dated);
    for day in dated.chunk_by(|one, next| (one.day, one.tense) == (next.day, next.tense)) {
        group_day(day, &weights, &mut groups);
    }
    groups
}

/// The day a date lies in, if it is as fine as a day and not open at an end.
pub(super) fn single_day(when: &When) -> Option<NaiveDate> {
    let (day, last) = (when.not_before()?.date(), when.not_after()?.date());
    (when.grain <= Grain::Day && day == last).then_some(day)
}

/// How much each word says about which event is meant.
struct Weights(FxHashMap<u32, f32>);

impl Weights {
    /// Counts the days each word is in the news on; the reports come by day.
    fn of(dated: &[Dated<'_>]) -> Self {
        let mut days = 0;
        let mut spread: FxHashMap<u32, (u32, f32)> = FxHashMap::default();
        for day in dated.chunk_by(|one, next| one.day == next.day) {
            days += 1;
            for word in day.iter().flat_map(|report| &report.gist.0) {
                let (last, count) = spread.entry(*word).or_default();
                if *last != days {
                    (*last, *count) = (days, *count + 1.0);
                }
            }
        }
        let weight = |count: f32| (1.0 + days as f32 / count).ln();
        Self(
            spread
                .into_iter()
                .map(|(word, (_, count))| (word, weight(count)))
                .collect(),
        )
    }

    fn sum(&self, words: impl Iterator<Item = u32>) -> f32 {
        words.map(|word| self.0[&word]).sum()
    }
}

/// Groups the reports of one day: each joins the group whose first report it
/// shares most with, if that is enough, or begins its own.
fn group_day(day: &[Dated<'_>], weights: &Weights, groups: &mut Vec<Vec<ReportId>>) {
    let begin = groups.len();
    let mut leaders: Vec<&Dated<'_>> = Vec::new();
    let mut with_word: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut shared: FxHashMap<u32, f32> = FxHashMap::default();
    for report in day {
        shared.clear();
        for word in &report.gist.0 {
            let weight = weights.0[word];
            let with_word = with_word.get(word).map_or(&[][..], Vec::as_slice);
            for leader in with_word.iter().rev().take(MOST_LOOKED_AT) {
                *shared.entry(*leader).or_default() += weight;
            }
        }
        let closest = shared
            .iter()
            .max_by(|one, other| one.1.total_cmp(other.1).then(other.0.cmp(one.0)))
            .map(|(leader, _)| *leader);
        let same = closest.filter(|leader| same_event(report, leaders[*leader as usize], weights));
        if let Some(leader) = same {
            groups[begin + leader as usize].push(report.id);
            continue;
        }
        for word in &report.gist.0 {
            with_word
                .entry(*word)
                .or_default()
                .push(leaders.len() as u32);
        }
        leaders.push(report);
        groups.push(vec![report.id]);
    }
}

fn same_event(one: &Dated<'_>, other: &Dated<'_>, weights: &Weights) -> bool {
    let within = one.id.article == other.id.article;
    if within && one.sentence == other.sentence {
        return false;
    }
    let shared = || {
        let words = one.gist.0.iter().copied();
        words.filter(|word| other.gist.contains(*word))
    };
    let lighter = [one, other]
        .map(|report| weights.sum(report.gist.0.iter().copied()))
        .into_iter()
        .fold(f32::INFINITY, f32::min);
    let needed = if within { SHARED_WITHIN } else { SHARED };
    shared().count() >= LEAST_WORDS && weights.sum(shared()) >= needed * lighter
}

#[cfg(test)]
mod tests {
    use crate::corpus::sample::{Sample, corpus};

    /// How many reports each event has, in order of time, of articles of dated sentences.
    fn sizes(articles: &[&[(&str, &str)]]) -> Vec<usize> {
        let samples = (0..).zip(articles).map(|(number, sentences)| {
            let sample = Sample::new(number);
            sentences.iter().fold(sample, |sample, (date, sentence)| {
                sample.says(date, sentence)
            })
        });
        let corpus = corpus(samples);
        corpus
            .events()
            .iter()
            .map(|event| event.reports.len())
            .collect()
    }

    const SEED: [(&str, &str); 4] = [
        (
            "2021-08-06",
            "The first indication of this shift emerged on August 6 when mainstream media outlets broke the news \
             that the Taliban have captured the first provincial capital in southwestern Afghanistan.",
        ),
        (
            "2021-08-06",
            "On that day, Zaranj, the capital of the southern province of Nimruz, fell to the Taliban without any fighting.",
        ),
        (
            "2021-08-12",
            "Earlier on Thursday night, a senior diplomat announced that Herat fell to the Taliban.",
        ),
        (
            "2021-08-13",
            "A statement was issued on Friday as the Taliban took Herat and Kandahar.",
        ),
    ];

    #[test]
    fn two_articles_tell_of_one_city_s_fall() {
        let note: [(&str, &str); 4] = [
            (
                "2021-08-06",
                "Zaranj, the capital of Nimruz province, fell to the Taliban on 6 August 2021.",
            ),
            ("2021-08-07", "Sheberghan fell to the Taliban a day later."),
            (
                "2021-08-12",
                "Ghazni, the capital of Ghazni province, fell to the Taliban.",
            ),
            (
                "2021-08-13",
                "Lashkar Gah, the capital of Helmand province, fell to the Taliban.",
            ),
        ];
        assert_eq!(sizes(&[&SEED, &note]), [1, 2, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn different_things_of_one_day_stay_apart() {
        let one = [("2021-08-13", "Khatibzadeh issued a statement on Friday.")];
        let other = [("2021-08-13", "Mousavi reassured journalists on Friday.")];
        assert_eq!(sizes(&[&one, &other]), [1, 1]);
    }

    #[test]
    fn some_time_before_a_day_is_not_that_day() {
        let one = [("2021-08-13", "Kandahar fell to the Taliban.")];
        let before = [("../2021-08-13", "Kandahar fell to the Taliban.")];
        let about = [("2021-08-13~", "Kandahar fell to the Taliban.")];
        assert_eq!(sizes(&[&one, &before]), [1, 1]);
        assert_eq!(sizes(&[&one, &about]), [2]);
    }

    #[test]
    fn the_same_words_on_another_day_or_in_a_coarser_date_are_another_event() {
        let one = [("2021-08-13", "Kandahar fell to the Taliban.")];
        let next = [("2021-08-14", "Kandahar fell to the Taliban.")];
        let month = [("2021-08", "Kandahar fell to the Taliban.")];
        assert_eq!(sizes(&[&one, &next, &month]), [1, 1, 1]);
        assert_eq!(sizes(&[&one, &one]), [2]);
    }

    #[test]
    fn a_crowded_day_is_grouped_in_linear_time() {
        let lines: Vec<String> = (0..30_000)
            .map(|number| format!("The council of town{number} met on the budget question."))
            .collect();
        let day: Vec<(&str, &str)> = lines
            .iter()
            .map(|line| ("2021-08-13", line.as_str()))
            .collect();
        assert!(sizes(&[&day]).iter().sum::<usize>() == 30_000);
    }
}
