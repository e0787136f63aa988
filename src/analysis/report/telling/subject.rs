//! Who acts in a clause, and the noun that a relative clause speaks of.

use std::ops::Range;

use super::Teller;
use crate::analysis::people::Mention;
use crate::analysis::report::clause::ClauseKind;
use crate::analysis::report::dating::is_determiner;
use crate::analysis::report::words::Part;
use crate::analysis::text::TokenKind;

impl Teller<'_> {
    /// The noun that ends before a token, back to its article.
    pub(super) fn noun_before(&self, end: usize) -> Range<usize> {
        const LONGEST: usize = 8;
        let text = self.finder.text;
        let Some(clause) = end.checked_sub(1).and_then(|last| self.clauses.at(last)) else {
            return end..end;
        };
        let mut first = end;
        while first > clause.tokens.start && end - first < LONGEST {
            let word = text.word(first - 1);
            let stops = !word.starts_with(char::is_alphanumeric)
                || self.finder.words.is_finite(word)
                || self.finder.words.part(word) != Part::default() && word != "of";
            if stops {
                break;
            }
            first -= 1;
            if is_determiner(word) {
                break;
            }
        }
        first..end
    }

    /// "Police arrested him on Monday and released him on Tuesday": the subject of
    /// the clause before is the subject still; what is planned has its planner's.
    pub(super) fn shared_actor(&self, group: usize, from: usize) -> Option<Mention> {
        if group == 0 {
            return None;
        }
        let first = self.clauses.of(group).next()?;
        let shares = match first.kind {
            ClauseKind::Coordinate => self.clauses.verb(group) == Some(from),
            ClauseKind::Infinitive => true,
            ClauseKind::Main
            | ClauseKind::Attribution
            | ClauseKind::Reported
            | ClauseKind::Participle
            | ClauseKind::Subordinate
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        };
        let verb = self.clauses.verb(0).filter(|_| shares)?;
        self.actor(0, verb)
    }

    /// The subject: a mention of the clause with nothing but adverbs or an
    /// apposition between it and the verb, or right behind a verb of saying.
    pub(super) fn actor(&self, group: usize, verb: usize) -> Option<Mention> {
        let text = self.finder.text;
        let mentions = self.mentions;
        let direct = (0..mentions.len()).rev().find(|index| {
            let mention = &mentions[*index];
            let after = self.finder.token_at(mention.span.end);
            after <= verb
                && (self.clauses.is_in(group, after.saturating_sub(1))
                    || self.renames_subject(mention))
                && self.is_beside(group, after, verb)
        });
        // "An aide to Roe resigned": Roe does nothing.
        let direct = direct
            .map(|index| self.list_start(index))
            .filter(|index| !self.hangs(self.phrase_start(*index)))
            .map(|index| &mentions[index]);
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
        let clause = self.clauses.at(first);
        clause.is_some_and(|clause| {
            clause.kind == ClauseKind::Apposition && first <= clause.tokens.start + 1
        })
    }

    /// Whether only adverbs, other clauses and commas stand in `from..verb`.
    pub(super) fn is_beside(&self, group: usize, from: usize, verb: usize) -> bool {
        let text = self.finder.text;
        let name_end = from;
        let from = self.after_company(from, verb);
        (from..verb).all(|token| {
            let word = text.word(token);
            !self.clauses.is_in(group, token)
                || matches!(word, "," | ")" | "—" | "–" | "who")
                || word.ends_with("ly")
                || self.in_timex(token)
                || self.finder.words.part(word).is(Part::ADVERB)
                || (word == "on" && self.in_timex(token + 1))
        }) && text
            .tokens
            .get(name_end)
            .is_none_or(|token| token.kind != TokenKind::Possessive)
    }

    /// Where a subject ends that goes on after a name: "Roe and her team", "Roe of Ayton".
    fn after_company(&self, from: usize, verb: usize) -> usize {
        const LONGEST: usize = 8;
        let text = self.finder.text;
        let is_noun = |token: usize| {
            let word = text.word(token);
            let part = self.finder.words.part(word);
            word.starts_with(char::is_alphanumeric)
                && !self.finder.words.is_finite(word)
                && (part == Part::default() || matches!(word, "of" | "and"))
        };
        let leads_on = matches!(text.word(from), "and" | "of" | "from" | "at");
        let company = from + 1..verb;
        let goes_on = leads_on && (1..=LONGEST).contains(&company.len());
        let goes_on = goes_on && company.into_iter().all(is_noun);
        if goes_on { verb } else { from }
    }
}
