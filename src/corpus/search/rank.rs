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
        let mut ranked = self.take_seen(&mut candidates);
        if !self.part.kind.has_name() {
            keep_best(&mut candidates, limit);
            ranked.append(&mut candidates);
        } else {
            keep_best(&mut candidates, MOST_MATCHED.max(limit));
            ranked.append(&mut candidates);
            for ranked in &mut ranked {
                (ranked.score, ranked.tier) = self.match_named(ranked.entry as usize);
            }
        }
        keep_best(&mut ranked, limit);
        Found { ranked, matching }
    }

    /// Every entry in which every group has a term, in the order of the entries.
    fn candidates(&self) -> Vec<Ranked> {
        let mut sums: Vec<(Value, u16)> = Vec::new();
        for (group, values) in self.query.groups.iter().zip(&self.values) {
            let merged = merge(group, values, self.part.count());
            if sums.is_empty() {
                sums = merged
                    .iter()
                    .map(|value| (*value, value.score() as u16))
                    .collect();
                continue;
            }
            for ((least, sum), value) in sums.iter_mut().zip(&*merged) {
                *least = value.min(least).to_owned();
                *sum += value.score() as u16;
            }
        }
        let entries = (0..).zip(sums).filter(|(_, (least, _))| !least.is_absent());
        entries
            .map(|(entry, (least, sum))| Ranked {
                score: i64::from(sum),
                tier: least.tier(),
                ..Ranked::unseen(entry)
            })
            .collect()
    }

    /// Takes what was seen lately out of the candidates, so that it is not lost among equals.
    fn take_seen(&self, candidates: &mut Vec<Ranked>) -> Vec<Ranked> {
        let mut taken = Vec::new();
        for (entry, place) in self.seen.iter().rev() {
            if let Ok(index) = candidates.binary_search_by_key(entry, |ranked| ranked.entry) {
                taken.push(Ranked {
                    seen: *place,
                    ..candidates.remove(index)
                });
            }
        }
        taken
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
