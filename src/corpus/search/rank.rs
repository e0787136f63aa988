//! Finds the entries of one kind that match, and puts the best first.

use std::cmp::Reverse;
use std::sync::Arc;

use super::matcher::Matcher;
use super::part::{Kind, Part};
use super::query::{Group, Manner, Query, Term, Wish};
use super::trail::{Misspelt, Trail};
use super::value::{Tier, Value};
use super::words::words_of;

/// Of the names that match, so many of the best by estimate are matched in full.
/// At a million names the first twenty are the same as those of matching all.
const MOST_MATCHED: usize = 1_000;

/// Above any score of the matcher for a term of the longest length.
const NAME_BEGINS: i64 = 20_000;
const INITIALS: i64 = 10_000;

/// An entry that matches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub entry: u32,
    pub score: i64,
    pub tier: Tier,
    /// Its place among those seen lately; what was not seen comes after them.
    seen: u32,
}

impl Ranked {
    pub fn unseen(entry: u32) -> Self {
        Self {
            entry,
            score: 0,
            tier: Tier::Strong,
            seen: u32::MAX,
        }
    }

    /// The better first; among equals what was seen lately, then the order of the entries.
    fn key(&self) -> (Tier, Reverse<i64>, u32, u32) {
        (self.tier, Reverse(self.score), self.seen, self.entry)
    }
}

/// An entry that has the terms, before it is looked at closely.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    entry: u32,
    sum: u16,
    least: Value,
}

impl Candidate {
    fn key(&self) -> (Tier, Reverse<u16>, u32) {
        (self.least.tier(), Reverse(self.sum), self.entry)
    }

    fn ranked(self, seen: u32) -> Ranked {
        Ranked {
            entry: self.entry,
            score: i64::from(self.sum),
            tier: self.least.tier(),
            seen,
        }
    }
}

/// The entries of one part that match, best first.
pub(super) struct Found {
    pub ranked: Vec<Ranked>,
    /// How many match in all.
    pub matching: usize,
}

/// One search in one part.
pub(super) struct Search<'a, M> {
    pub part: &'a Part,
    pub query: &'a Query,
    pub matcher: &'a M,
    /// By group and term: how well each entry has it.
    values: Vec<Vec<Arc<[Value]>>>,
    /// What was seen lately, by entry, each with its place.
    seen: Vec<(u32, u32)>,
}

impl<'a, M: Matcher> Search<'a, M> {
    /// Looks up the terms; `misspelt` holds, by group and term, the words to take for it.
    pub fn new(
        part: &'a Part,
        trail: &mut Trail,
        query: &'a Query,
        misspelt: &[Vec<Misspelt>],
        matcher: &'a M,
        seen: Vec<(u32, u32)>,
    ) -> Self {
        let mut look = |(group, misspelt): (&Group, &Vec<Misspelt>)| {
            let terms = group.iter().zip(misspelt);
            terms
                .map(|((_, term), misspelt)| trail.values(part, term, misspelt))
                .collect()
        };
        let values = query.groups.iter().zip(misspelt).map(&mut look).collect();
        Self {
            part,
            query,
            matcher,
            values,
            seen,
        }
    }

    /// Finds the best `limit` entries.
    pub fn run(&self, limit: usize) -> Found {
        let mut candidates = self.candidates();
        let matching = candidates.len();
        // What was seen lately is not to be lost among equals.
        let mut ranked = self.seen_among(&candidates);
        let has_name = self.part.kind.has_name();
        let kept = if has_name {
            MOST_MATCHED.max(limit)
        } else {
            limit
        };
        if candidates.len() > kept {
            candidates.select_nth_unstable_by_key(kept, Candidate::key);
            candidates.truncate(kept);
        }
        let is_new = |candidate: &Candidate| {
            let entry = candidate.entry;
            self.seen
                .binary_search_by_key(&entry, |seen| seen.0)
                .is_err()
        };
        let unseen = candidates.into_iter().filter(is_new);
        ranked.extend(unseen.map(|candidate| candidate.ranked(u32::MAX)));
        if has_name {
            for ranked in &mut ranked {
                (ranked.score, ranked.tier) = self.match_named(ranked.entry as usize);
            }
        }
        keep_best(&mut ranked, limit);
        Found { ranked, matching }
    }

    /// Every entry in which every group has a term, in the order of the entries.
    fn candidates(&self) -> Vec<Candidate> {
        let groups = self.query.groups.iter().zip(&self.values);
        let mut groups = groups.map(|(group, values)| merge(group, values, self.part.count()));
        let Some(first) = groups.next() else {
            return Vec::new();
        };
        let entries = (0..).zip(&*first);
        let there = entries.filter(|(_, value)| !value.is_absent());
        let there = there.map(|(entry, value)| Candidate {
            entry,
            sum: value.score() as u16,
            least: *value,
        });
        let mut candidates: Vec<Candidate> = there.collect();
        for values in groups {
            candidates.retain_mut(|candidate| {
                let value = values[candidate.entry as usize];
                candidate.sum += value.score() as u16;
                candidate.least = candidate.least.min(value);
                !value.is_absent()
            });
        }
        candidates
    }

    /// The candidates that were seen lately.
    fn seen_among(&self, candidates: &[Candidate]) -> Vec<Ranked> {
        let found = self.seen.iter().filter_map(|(entry, place)| {
            let found = candidates.binary_search_by_key(entry, |candidate| candidate.entry);
            Some(candidates[found.ok()?].ranked(*place))
        });
        found.collect()
    }

    /// Matches every group in full, by the best of its terms.
    fn match_named(&self, entry: usize) -> (i64, Tier) {
        let name = self.part.names.get(entry);
        let mut whole = (0, Tier::Strong);
        for (group, values) in self.query.groups.iter().zip(&self.values) {
            let matched = group
                .iter()
                .zip(values)
                .filter_map(|((wish, term), values)| {
                    let value = values[entry];
                    match wish {
                        Wish::Wanted if value.is_absent() => None,
                        Wish::Wanted => Some(self.match_term(name, term, value)),
                        Wish::Unwanted => value.is_absent().then_some((0, Tier::Strong)),
                    }
                });
            let best = matched.min_by_key(|(score, tier)| (*tier, Reverse(*score)));
            let (score, tier) = best.unwrap_or((0, Tier::Weak));
            whole = (whole.0 + score, whole.1.max(tier));
        }
        whole
    }

    /// Matches a term that is there; who is mentioned most comes first among
    /// those whose names begin with it, not whose name is laid out best.
    fn match_term(&self, name: &str, term: &Term, value: Value) -> (i64, Tier) {
        let text = term.text.as_str();
        if term.manner != Manner::Loose {
            let named = if name.contains(text) { NAME_BEGINS } else { 0 };
            return (named + value.score(), value.tier());
        }
        if value >= Value::BEGINS && words_of(name).any(|word| word.starts_with(text)) {
            return (NAME_BEGINS + value.score(), Tier::Strong);
        }
        match self.matcher.match_letters(name, text) {
            Some((score, places)) if are_initials(name, &places) => {
                (INITIALS + score, Tier::Strong)
            }
            _ if value >= Value::BEGINS || value <= Value::NEAR => (value.score(), value.tier()),
            Some((score, _)) => (score, Tier::Weak),
            None => (value.score(), Tier::Weak),
        }
    }
}

/// How well each entry has any of a group's terms.
fn merge(group: &Group, values: &[Arc<[Value]>], count: usize) -> Arc<[Value]> {
    if let ([(Wish::Wanted, _)], [values]) = (&group[..], values) {
        return Arc::clone(values);
    }
    let mut merged = vec![Value::ABSENT; count];
    for ((wish, _), values) in group.iter().zip(values) {
        for (known, value) in merged.iter_mut().zip(&**values) {
            let value = match wish {
                Wish::Wanted => *value,
                Wish::Unwanted if value.is_absent() => Value::WHOLE,
                Wish::Unwanted => Value::ABSENT,
            };
            *known = value.max(*known);
        }
    }
    merged.into()
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

/// How many lists an answer may be filled from: each kind in each tier.
const LISTS: usize = 12;

/// Fills an answer from lists in their order, but leaves each a share, so that
/// no kind is crowded out.
pub(super) fn share(lists: &[(Kind, &[Ranked])], limit: usize) -> Vec<(Kind, Ranked)> {
    let reserved = |list: &[Ranked]| list.len().min(limit / LISTS);
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
