//! Finds the entries that match, and puts the best first.

use std::ops::Range;

use super::entries::{Entries, Kind};
use super::lit;
use super::matcher::Matcher;
use super::names::Letters;
use super::words::{self, Level};
use super::{Hit, Scope, clip};
use crate::corpus::fold;

/// Longer terms and more of them are clipped: nobody types them.
const LONGEST_TERM: usize = 64;
const MOST_TERMS: usize = 8;
/// Of the names that match, so many of the best by estimate are matched in full.
/// At a million names the first twenty are the same as those of matching all.
const MOST_MATCHED: usize = 1_000;

/// One search over the entries.
pub(super) struct Search<'a, M> {
    pub entries: &'a Entries,
    pub matcher: M,
    terms: Vec<String>,
}

/// The entries of one kind that match, best first.
struct Found {
    kind: Kind,
    /// All terms stand at the beginning of words.
    strong: Vec<Ranked>,
    weak: Vec<Ranked>,
    matching: usize,
}

impl Found {
    /// Keeps the best `limit` of each list.
    fn best(
        kind: Kind,
        mut strong: Vec<Ranked>,
        mut weak: Vec<Ranked>,
        limit: usize,
        matching: usize,
    ) -> Self {
        keep_best(&mut strong, limit);
        keep_best(&mut weak, limit);
        Self {
            kind,
            strong,
            weak,
            matching,
        }
    }
}

#[derive(Clone, Copy)]
struct Ranked {
    entry: u32,
    score: i64,
}

impl Ranked {
    /// The better first; among equals the order of the entries decides.
    fn key(&self) -> (std::cmp::Reverse<i64>, u32) {
        (std::cmp::Reverse(self.score), self.entry)
    }
}

impl<'a, M: Matcher> Search<'a, M> {
    pub fn new(entries: &'a Entries, query: &str, matcher: M) -> Self {
        let folded = fold::fold(clip(query, LONGEST_TERM * MOST_TERMS));
        let terms = words::words_of(&folded).take(MOST_TERMS);
        let clipped = |term| clip(term, LONGEST_TERM).to_owned();
        Self {
            entries,
            matcher,
            terms: terms.map(clipped).collect(),
        }
    }

    /// Returns the best hits, how many entries match, and how many there are.
    pub fn run(&self, scope: Scope, limit: usize) -> (Vec<Hit>, usize, usize) {
        let kinds = Kind::ALL.into_iter().filter(|kind| scope.has(*kind));
        let total = kinds
            .clone()
            .map(|kind| self.entries.of_kind(kind).len())
            .sum();
        let levels: Vec<Vec<Level>> = self
            .terms
            .iter()
            .map(|term| self.entries.words.levels(term, self.entries.count()))
            .collect();
        let found: Vec<Found> = kinds
            .map(|kind| {
                if kind.has_name() {
                    self.find_named(kind, &levels, limit)
                } else {
                    self.find_told(kind, &levels, limit)
                }
            })
            .collect();
        let matching = found.iter().map(|found| found.matching).sum();
        let strong = found.iter().map(|found| (found.kind, &found.strong[..]));
        let weak = found.iter().map(|found| (found.kind, &found.weak[..]));
        let lists: Vec<_> = strong.chain(weak).collect();
        let hits = share(&lists, limit)
            .into_iter()
            .map(|(kind, ranked)| self.hit(kind, ranked))
            .collect();
        (hits, matching, total)
    }

    /// Returns the first entries of each kind, for an empty query.
    pub fn first(&self, scope: Scope, limit: usize) -> (Vec<Hit>, usize, usize) {
        let kinds = Kind::ALL.into_iter().filter(|kind| scope.has(*kind));
        let unranked = |range: Range<usize>| {
            let entries = range.take(limit).map(|entry| entry as u32);
            entries.map(|entry| Ranked { entry, score: 0 }).collect()
        };
        let lists: Vec<(Kind, Vec<Ranked>)> = kinds
            .clone()
            .map(|kind| (kind, unranked(self.entries.of_kind(kind))))
            .collect();
        let lists: Vec<_> = lists
            .iter()
            .map(|(kind, list)| (*kind, &list[..]))
            .collect();
        let total = kinds.map(|kind| self.entries.of_kind(kind).len()).sum();
        let hits = share(&lists, limit)
            .into_iter()
            .map(|(kind, ranked)| self.hit(kind, ranked))
            .collect();
        (hits, total, total)
    }

    fn hit(&self, kind: Kind, ranked: Ranked) -> Hit {
        let entry = ranked.entry as usize;
        let shown = lit::compose(self.entries.pieces(entry), kind, &self.terms, &self.matcher);
        Hit {
            target: self.entries.target(entry),
            text: shown.text,
            matched: shown.matched,
            score: ranked.score,
        }
    }

    /// Events and articles: every term must be in a word.
    fn find_told(&self, kind: Kind, levels: &[Vec<Level>], limit: usize) -> Found {
        let (mut strong, mut weak) = (Vec::new(), Vec::new());
        for entry in self.entries.of_kind(kind) {
            let least = levels.iter().map(|levels| levels[entry]).min();
            let score = levels.iter().map(|levels| word_score(levels[entry])).sum();
            let ranked = Ranked {
                entry: entry as u32,
                score,
            };
            match least {
                None | Some(Level::Absent) => {}
                Some(Level::Inside) => weak.push(ranked),
                Some(Level::Begins | Level::Whole) => strong.push(ranked),
            }
        }
        let matching = strong.len() + weak.len();
        Found::best(kind, strong, weak, limit, matching)
    }

    /// People and actions: a term may also be in the letters of the name.
    fn find_named(&self, kind: Kind, levels: &[Vec<Level>], limit: usize) -> Found {
        let letters: Vec<Letters<'_>> = self.terms.iter().map(|term| Letters::of(term)).collect();
        let mut candidates: Vec<Ranked> = Vec::new();
        for entry in self.entries.of_kind(kind) {
            let name = self.entries.name_of(kind, entry);
            let estimate = |(sought, levels): (&Letters<'_>, &Vec<Level>)| {
                let by_word = word_score(levels[entry]);
                // A beginning of a word is sure; its letters cannot do better.
                if levels[entry] >= Level::Begins {
                    return Some(by_word);
                }
                let by_letters = self.entries.names.estimate(name, sought).map(i64::from);
                by_letters.or((by_word > 0).then_some(by_word))
            };
            let score = letters
                .iter()
                .zip(levels)
                .map(estimate)
                .sum::<Option<i64>>();
            if let Some(score) = score.filter(|_| !levels.is_empty()) {
                let entry = entry as u32;
                candidates.push(Ranked { entry, score });
            }
        }
        let matching = candidates.len();
        keep_best(&mut candidates, MOST_MATCHED);
        let (mut strong, mut weak) = (Vec::new(), Vec::new());
        for Ranked { entry, .. } in candidates {
            let (score, is_strong) = self.match_named(kind, entry as usize, levels);
            let list = if is_strong { &mut strong } else { &mut weak };
            list.push(Ranked { entry, score });
        }
        Found::best(kind, strong, weak, limit, matching)
    }

    /// Matches every term in full; also says whether all stand at word starts.
    fn match_named(&self, kind: Kind, entry: usize, levels: &[Vec<Level>]) -> (i64, bool) {
        let name = self.entries.names.get(self.entries.name_of(kind, entry));
        let mut strong = true;
        let score = self.terms.iter().zip(levels).map(|(term, levels)| {
            let level = levels[entry];
            // Among those, who is mentioned most comes first, not whose name is laid out best.
            if words::words_of(name).any(|word| word.starts_with(term.as_str())) {
                return NAME_BEGINS + word_score(level);
            }
            match self.matcher.match_letters(name, term) {
                Some((score, places)) if are_initials(name, &places) => INITIALS + score,
                _ if level >= Level::Begins => word_score(level),
                Some((score, _)) => {
                    strong = false;
                    score
                }
                None => {
                    strong = false;
                    word_score(level)
                }
            }
        });
        let score = score.sum();
        (score, strong)
    }
}

/// Above any score of the matcher for a term of the longest length.
const NAME_BEGINS: i64 = 20_000;
const INITIALS: i64 = 10_000;

fn word_score(level: Level) -> i64 {
    match level {
        Level::Absent => 0,
        Level::Inside => 40,
        Level::Begins => 160,
        Level::Whole => 200,
    }
}

/// Says whether each of these characters begins a word.
fn are_initials(name: &str, places: &[usize]) -> bool {
    let mut before = None;
    let mut places = places.iter().peekable();
    for (index, letter) in name.chars().enumerate() {
        if places.next_if_eq(&&index).is_some()
            && (!letter.is_alphanumeric() || before.is_some_and(char::is_alphanumeric))
        {
            return false;
        }
        before = Some(letter);
    }
    true
}

/// Keeps the best of a list, in order.
fn keep_best(list: &mut Vec<Ranked>, limit: usize) {
    if limit > 0 && list.len() > limit {
        list.select_nth_unstable_by_key(limit - 1, Ranked::key);
    }
    list.truncate(limit);
    list.sort_unstable_by_key(Ranked::key);
}

/// Fills an answer from lists in their order, but leaves each an eighth, so
/// that no kind is crowded out.
fn share(lists: &[(Kind, &[Ranked])], limit: usize) -> Vec<(Kind, Ranked)> {
    let reserved = |list: &[Ranked]| list.len().min(limit / 8);
    let mut later: usize = lists.iter().map(|(_, list)| reserved(list)).sum();
    let mut filled = Vec::new();
    for (kind, list) in lists {
        later -= reserved(list);
        let room = limit.saturating_sub(filled.len());
        let count = room.saturating_sub(later).max(reserved(list)).min(room);
        filled.extend(list.iter().take(count).map(|ranked| (*kind, *ranked)));
    }
    filled
}
