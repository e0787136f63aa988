//! Matches the rules: what the words say, and where.
//!
//! At each item the longest expression wins, then the rule that stands first
//! in its file. Dates are decided later, by `resolve`.

use std::cmp::Reverse;

use serde::Deserialize;

use super::Modifier;
use super::items::{Item, Items};
use super::meaning::{Kind, Part, Parts};
use super::pattern::{DEEPEST, Matches, Path, Test, Tree};
use super::range::Partner;
use super::rule::{Names, Place, Rule, Rules, Surroundings};
use super::words::Class;
use crate::analysis::text::{Sentence, Text};
use crate::document::Span;

/// An expression with its meaning, not yet a date.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub span: Span,
    pub sentence: u32,
    /// Indices of its first token and the one after its last.
    pub tokens: (u32, u32),
    pub rule: u16,
    pub parts: Parts,
    pub modifier: Option<Modifier>,
    pub outlook: Outlook,
    pub voice: Voice,
    /// Where the other end of its range stands.
    pub partner: Option<Partner>,
}

/// Where the words around an expression look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Outlook {
    Open,
    /// "is scheduled to", "will", "until".
    Ahead,
    /// A verb in the past.
    Back,
    /// "ended", "since": certainly behind.
    Over,
    /// "had left", "compared with": behind the story.
    Before,
}

/// Who speaks of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Told,
    /// In quotation marks.
    Quoted,
}

/// The longest cue that must be known from its last word, in items.
const LONGEST_CUE: usize = 5;

/// How far back a word that looks ahead still counts, in items: about a clause.
const CLAUSE: usize = 16;

/// Finds the expressions of a text, in its order, not overlapping.
pub(super) fn find(text: &Text<'_>, rules: &Rules) -> Vec<Found> {
    let mut found = Vec::new();
    let mut items = Items::default();
    let mut marks = Marks::default();
    for (index, sentence) in text.sentences.iter().enumerate() {
        items.read(text, sentence, &rules.words);
        let first = found.len();
        Matcher {
            text,
            rules,
            items: &items,
        }
        .sentence(index as u32, &mut found);
        marks.sentence(text, sentence, &mut found[first..]);
    }
    found
}

/// Whether a quotation is open behind a word, if one is or is not before it.
pub(super) fn is_quoted_after(word: &str, quoted: bool) -> bool {
    match word {
        "“" | "``" => true,
        "”" | "''" => false,
        "\"" => !quoted,
        _ => quoted,
    }
}

/// The quotation marks of a text, from sentence to sentence.
#[derive(Debug, Default)]
struct Marks {
    open: bool,
    paragraph: u32,
}

impl Marks {
    /// Marks the expressions of a sentence that stand in quotation marks.
    fn sentence(&mut self, text: &Text<'_>, sentence: &Sentence, found: &mut [Found]) {
        if sentence.paragraph != self.paragraph {
            *self = Self {
                open: false,
                paragraph: sentence.paragraph,
            };
        }
        let mut rest = found.iter_mut().peekable();
        for token in sentence.tokens() {
            self.open = is_quoted_after(text.word(token), self.open);
            if self.open
                && let Some(found) = rest.next_if(|found| found.tokens.0 as usize == token)
            {
                found.voice = Voice::Quoted;
            }
            while rest
                .next_if(|found| found.tokens.0 as usize <= token)
                .is_some()
            {}
        }
    }
}

struct Matcher<'t, 's, 'a> {
    text: &'t Text<'s>,
    rules: &'a Rules,
    items: &'t Items<'a>,
}

/// One way to read the items from some place on.
#[derive(Clone, Copy)]
struct Candidate {
    start: usize,
    end: usize,
    rule: u16,
    path: Path,
    modifier: Option<Modifier>,
}

impl Candidate {
    /// Longest first, then the rule that stands first.
    fn beats(&self, other: &Self) -> bool {
        (self.end, other.rule) > (other.end, self.rule)
    }
}

impl Matcher<'_, '_, '_> {
    fn sentence(&self, index: u32, found: &mut Vec<Found>) {
        let mut at = 0;
        while at < self.items.list.len() {
            let Some((first, best)) = self.best(at) else {
                at += 1;
                continue;
            };
            at = best.end.max(at + 1);
            found.push(self.take(index, first, &best));
        }
    }

    /// The best expression that begins at the item, with what may stand before
    /// it, and the first item that belongs to it.
    fn best(&self, at: usize) -> Option<(usize, Candidate)> {
        let item = &self.items.list[at];
        let starts = |tree: &Tree| tree.may_start(item.classes, item.literal);
        if !starts(&self.rules.tree) && !starts(&self.rules.prefix_tree) {
            return None;
        }
        let mut first = at;
        let mut best: Option<Candidate> = self.rule_at(at, None);
        self.rules
            .prefix_tree
            .matches(self.items, at, &mut |prefix, end, _| {
                let prefix = &self.rules.prefixes[usize::from(prefix)];
                let stopped = prefix
                    .not_before
                    .iter()
                    .any(|test| self.items.passes(end, *test, false));
                if stopped || end >= self.items.list.len() {
                    return;
                }
                if let Some(mut candidate) = self.rule_at(end, Some(&prefix.kinds)) {
                    candidate.modifier = prefix.modifier;
                    if best.is_none_or(|best| candidate.end > best.end) {
                        best = Some(candidate);
                        first = match prefix.place {
                            Place::Inside => at,
                            Place::Outside => end,
                        };
                    }
                }
            });
        best.map(|best| (first, best))
    }

    fn rule_at(&self, at: usize, kinds: Option<&[Kind]>) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        self.rules
            .tree
            .matches(self.items, at, &mut |rule, end, path| {
                let candidate = Candidate {
                    start: at,
                    end,
                    rule,
                    path: *path,
                    modifier: None,
                };
                if best.is_some_and(|best| !candidate.beats(&best)) {
                    return;
                }
                let rule = &self.rules.rules[usize::from(rule)];
                let wanted = kinds.is_none_or(|kinds| kinds.contains(&rule.kind));
                // Days and months are always written large.
                let is_written_large =
                    matches!(path[end - 1 - at], Some((Part::Weekday | Part::Month, _)));
                let is_name =
                    rule.names == Names::Name && !is_written_large && self.is_name(at, end);
                if wanted && !is_name && self.fits(&rule.surroundings, at, end, kinds.is_some()) {
                    best = Some(candidate);
                }
            });
        best
    }

    /// Whether what stands beside the items `start..end` allows the rule.
    ///
    /// Behind a prefix the words before are the prefix's own.
    fn fits(&self, beside: &Surroundings, start: usize, end: usize, prefixed: bool) -> bool {
        let any = |tests: &[Test], at: Option<usize>| {
            at.is_some_and(|at| tests.iter().any(|test| self.items.passes(at, *test, false)))
        };
        let before = start.checked_sub(1);
        // A name goes on in capitals or numbers: "Johnnie Christmas", "Orion 1980",
        // not "the Atlantic last Christmas".
        let is_small = self.items.list[start].classes.has(Class::LOWER);
        let stopped = before.is_some_and(|before| {
            let mut stops = beside.not_after.iter();
            stops.any(|test| {
                let goes_on = *test != Test::Class(Class::NAME) || !is_small;
                goes_on && self.items.passes(before, *test, false)
            })
        });
        (prefixed || beside.after.is_empty() || any(&beside.after, before))
            && (beside.before.is_empty() || any(&beside.before, Some(end)))
            && !stopped
            && !any(&beside.not_before, Some(end))
    }

    /// Whether the words are written as a name is: "ABC's This Week", "VOA Today",
    /// "Man of the Year".
    ///
    /// A headline writes all its words so, and a quotation begins so.
    fn is_name(&self, start: usize, end: usize) -> bool {
        let has = |at: usize, class: Class| {
            let item = self.items.list.get(at);
            item.is_some_and(|item| item.classes.has(class))
        };
        let is_word =
            |at: usize| has(at, Class::LOWER) || has(at, Class::CAPITAL) || has(at, Class::DIGITS);
        let last = end - 1;
        let whole = end > start + 1 && (start..end).all(|at| has(at, Class::CAPITAL));
        let behind_word = has(last, Class::CAPITAL) && last.checked_sub(1).is_some_and(is_word);
        (whole || behind_word) && !self.items.headline
    }

    fn take(&self, sentence: u32, first: usize, best: &Candidate) -> Found {
        let rule: &Rule = &self.rules.rules[usize::from(best.rule)];
        let mut parts = Parts::default();
        for (at, part) in best.path.iter().enumerate().take(DEEPEST) {
            if let Some((part, class)) = part {
                parts.set(*part, self.items.list[best.start + at].value(*class));
            }
        }
        rule.fill(&mut parts);
        let begin = best
            .path
            .iter()
            .position(|part| part.is_some_and(|(part, _)| part == Part::Begin));
        let first = begin.map_or(first, |offset| best.start + offset);
        let tokens = (
            self.items.list[first].first,
            self.items.list[best.end - 1].last,
        );
        Found {
            span: self.text.covered(tokens.0 as usize..tokens.1 as usize),
            sentence,
            tokens,
            rule: best.rule,
            parts,
            modifier: best.modifier.or(rule.modifier),
            outlook: self.outlook(rule, &parts, (best.start, best.end)),
            voice: Voice::Told,
            partner: None,
        }
    }

    /// Where the clause looks from a date: the cue nearest before it tells, else
    /// the first verb behind. "Last" and "next" look their own way.
    fn outlook(&self, rule: &Rule, parts: &Parts, (first, end): (usize, usize)) -> Outlook {
        let is_open = rule.kind == Kind::Relative && !parts.has(Part::Direction);
        if rule.kind != Kind::Calendar && !is_open {
            return Outlook::Open;
        }
        let mut at = first;
        while at > first.saturating_sub(CLAUSE) {
            at -= 1;
            if let Some(outlook) = self.cue(at, first) {
                return outlook;
            }
        }
        let last = (end + CLAUSE).min(self.items.list.len());
        let look = |at: usize| {
            let classes = self.items.list[at].classes;
            let next = self.items.list.get(at + 1);
            let is_to = |next: &Item<'_>| next.literal == self.rules.to;
            if classes.has(Class::FUTURE_VERB) || classes.has(Class::BE) && next.is_some_and(is_to)
            {
                Some(Outlook::Ahead)
            } else {
                classes.has(Class::PAST_VERB).then_some(Outlook::Back)
            }
        };
        (end..last).find_map(look).unwrap_or(Outlook::Open)
    }

    /// What the longest cue says that covers the item; the first in the file of
    /// several as long.
    fn cue(&self, at: usize, end: usize) -> Option<Outlook> {
        let mut best: Option<(usize, Reverse<u16>)> = None;
        for start in at.saturating_sub(LONGEST_CUE - 1)..=at {
            let mut take = |cue: u16, after: usize, _: &Path| {
                if after > at && after <= end {
                    best = best.max(Some((after - start, Reverse(cue))));
                }
            };
            self.rules.cue_tree.matches(self.items, start, &mut take);
        }
        let (_, Reverse(cue)) = best?;
        let outlook = self.rules.cues[usize::from(cue)];
        (outlook != Outlook::Open).then_some(outlook)
    }
}
