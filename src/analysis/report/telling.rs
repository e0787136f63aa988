//! The part of a sentence that tells it: not its first words, but the clause
//! that holds the date and the verb, with the person lifted out.

use super::Finder;
use super::clause::{Clause, ClauseKind};
use super::words::Part;
use crate::analysis::people::{Mention, NameId};
use crate::analysis::text::{Sentence, TokenKind};
use crate::analysis::time::Timex;
use crate::document::Span;

/// Who acts, and the pieces that tell what.
pub(super) struct Told {
    pub actor: Option<NameId>,
    pub pieces: Vec<Span>,
}

/// Fewer tokens than these tell nothing: the whole clause stands instead.
const LEAST: usize = 2;

/// Takes the telling part out of a sentence dated by `timex` in the clause `dated`.
pub(super) fn tell(
    finder: &Finder<'_>,
    sentence: &Sentence,
    clauses: &[Clause],
    dated: &Clause,
    timex: &Timex,
    mentions: &[Mention],
) -> Told {
    // A date inside a phrase or beside the point still belongs to what the main clause tells.
    let group = match dated.kind {
        ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Reported | ClauseKind::Quoted => {
            dated.group
        }
        ClauseKind::Participle
        | ClauseKind::Subordinate
        | ClauseKind::Relative
        | ClauseKind::Apposition
        | ClauseKind::Parenthesis => 0,
    };
    let teller = Teller {
        finder,
        clauses,
        timex,
    };
    let verb = finder.verb(clauses, group);
    let actor = verb.and_then(|verb| teller.actor(group, verb, mentions));
    let from = match (actor, verb) {
        (Some(_), Some(verb)) => teller.verb_phrase(verb),
        _ => teller.opening(group).unwrap_or(sentence.tokens().start),
    };
    let mut pieces = teller.pieces(group, from);
    let told: usize = pieces
        .iter()
        .map(|piece| finder.token_at(piece.end) - finder.token_at(piece.start))
        .sum();
    if told < LEAST {
        pieces = vec![sentence.span];
    }
    Told {
        actor: actor.map(|mention| mention.name),
        pieces,
    }
}

struct Teller<'a> {
    finder: &'a Finder<'a>,
    clauses: &'a [Clause],
    timex: &'a Timex,
}

impl Teller<'_> {
    /// The subject: a mention of the clause with nothing but adverbs or an
    /// apposition between it and the verb, or right behind a verb of saying.
    fn actor(&self, group: usize, verb: usize, mentions: &[Mention]) -> Option<Mention> {
        let text = self.finder.text;
        let direct = mentions.iter().rev().find(|mention| {
            let after = self.finder.token_at(mention.span.end);
            after <= verb
                && (self.in_group(group, after.saturating_sub(1)) || self.renames_subject(mention))
                && self.is_beside(group, after, verb)
        });
        let inverted = || {
            let says = self.finder.words.part(text.word(verb)).is(Part::REPORTING);
            mentions
                .iter()
                .find(|mention| says && self.finder.token_at(mention.span.start) == verb + 1)
        };
        direct.or_else(inverted).copied()
    }

    /// "The mayor, Jane Doe, resigned": the name is set beside the subject.
    fn renames_subject(&self, mention: &Mention) -> bool {
        let first = self.finder.token_at(mention.span.start);
        let clause = self
            .clauses
            .iter()
            .find(|clause| clause.tokens.contains(&first));
        clause.is_some_and(|clause| {
            clause.kind == ClauseKind::Apposition && first <= clause.tokens.start + 1
        })
    }

    /// Whether only adverbs, other clauses and commas stand in `from..verb`.
    fn is_beside(&self, group: usize, from: usize, verb: usize) -> bool {
        let text = self.finder.text;
        (from..verb).all(|token| {
            let word = text.word(token);
            !self.in_group(group, token)
                || matches!(word, "," | ")" | "—" | "–" | "who")
                || word.ends_with("ly")
                || self.in_timex(token)
                || self.finder.words.part(word).is(Part::ADVERB)
                || (word == "on" && self.in_timex(token + 1))
        }) && text
            .tokens
            .get(from)
            .is_none_or(|token| token.kind != TokenKind::Possessive)
    }

    /// Where the verb phrase begins: at the verb, or at the quotation a bare "said" opens.
    fn verb_phrase(&self, verb: usize) -> usize {
        let text = self.finder.text;
        let says = self.finder.words.part(text.word(verb)).is(Part::REPORTING);
        let after = (verb + 1..text.tokens.len().min(verb + 4))
            .find(|token| !matches!(text.word(*token), "," | ":"));
        match after {
            Some(token) if says && matches!(text.word(token), "“" | "\"" | "‘" | "«" | "„") => {
                token
            }
            _ => verb,
        }
    }

    /// Where the clause begins, its opening adverbials and conjunction passed over.
    fn opening(&self, group: usize) -> Option<usize> {
        let first = self.clauses.iter().find(|clause| clause.group == group)?;
        let text = self.finder.text;
        let mut from = first.tokens.start;
        let verb = self
            .finder
            .verb(self.clauses, group)
            .unwrap_or(first.tokens.end);
        let part = |token: usize| self.finder.words.part(text.word(token));
        while from < verb
            && (matches!(text.word(from), "," | "—" | "–" | "that")
                || part(from).is(Part::COORDINATOR))
        {
            from += 1;
        }
        let opens_so = part(from);
        let comma = (from..verb).find(|token| text.word(*token) == ",");
        let adverbial =
            opens_so.is(Part::PREPOSITION) || opens_so.is(Part::ADVERB) || self.in_timex(from);
        match comma {
            Some(comma) if adverbial && comma < from + 12 => Some(comma + 1),
            // "On 8 August the council met": the date is said beside what is told.
            _ if opens_so.is(Part::PREPOSITION) && self.in_timex(from + 1) => {
                (from + 1..verb).find(|token| !self.in_timex(*token))
            }
            _ => Some(from),
        }
    }

    /// The clause from `from` on, without the date and its preposition at either edge.
    fn pieces(&self, group: usize, from: usize) -> Vec<Span> {
        let text = self.finder.text;
        let mut pieces: Vec<std::ops::Range<usize>> = Vec::new();
        let handed_on =
            |kind: ClauseKind| matches!(kind, ClauseKind::Quoted | ClauseKind::Reported);
        // What is said belongs to what is told of its being said.
        let mut told_before = false;
        for clause in self.clauses {
            let tokens = clause.tokens.start.max(from)..clause.tokens.end;
            let is_told = clause.group == group || told_before && handed_on(clause.kind);
            told_before = is_told;
            if !is_told || tokens.is_empty() {
                continue;
            }
            match pieces.last_mut() {
                Some(last) if last.end == tokens.start => last.end = tokens.end,
                _ => pieces.push(tokens),
            }
        }
        if let Some(last) = pieces.last_mut() {
            last.end = self.without_reporter(last.clone());
        }
        pieces
            .into_iter()
            .map(|piece| self.trim(piece))
            .filter(|piece| !piece.is_empty())
            .map(|piece| text.covered(piece))
            .collect()
    }

    /// The end of a piece without a closing ", the agency reported".
    fn without_reporter(&self, piece: std::ops::Range<usize>) -> usize {
        const LONGEST: usize = 5;
        let text = self.finder.text;
        let part = |token: usize| self.finder.words.part(text.word(token));
        let comma = piece
            .clone()
            .rev()
            .take(LONGEST + 2)
            .find(|token| text.word(*token) == ",");
        let reports =
            |comma: usize| (comma + 1..piece.end).any(|token| part(token).is(Part::REPORTING));
        comma.filter(|comma| reports(*comma)).unwrap_or(piece.end)
    }

    fn trim(&self, piece: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let text = self.finder.text;
        let (mut first, mut last) = (piece.start, piece.end);
        loop {
            let before = (first, last);
            while first < last && self.in_timex(first) {
                first += 1;
            }
            while last > first && self.in_timex(last - 1) {
                last -= 1;
            }
            if last < before.1
                && last > first
                && self
                    .finder
                    .words
                    .part(text.word(last - 1))
                    .is(Part::PREPOSITION)
            {
                last -= 1;
            }
            while first < last && matches!(text.word(first), "," | ")" | ";" | ":") {
                first += 1;
            }
            while last > first
                && matches!(
                    text.word(last - 1),
                    "," | ";" | ":" | "(" | "." | "and" | "—" | "–"
                )
            {
                last -= 1;
            }
            if (first, last) == before {
                return first..last;
            }
        }
    }

    fn in_group(&self, group: usize, token: usize) -> bool {
        self.clauses
            .iter()
            .any(|clause| clause.group == group && clause.tokens.contains(&token))
    }

    fn in_timex(&self, token: usize) -> bool {
        let tokens = &self.finder.text.tokens;
        tokens
            .get(token)
            .is_some_and(|token| self.timex.span.contains(token.span))
    }
}
