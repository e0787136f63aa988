//! The part that everyone in a sentence plays in what a report tells.
//!
//! Names joined by "and" play one part. The subject of what is told acts, or
//! undergoes it where the verb is passive; "by Roe" then acts. Who stands behind
//! "told", "met with" or "a letter to" is addressed. All others are mentioned.

use rustc_hash::FxHashMap;

use super::Teller;
use crate::analysis::people::{Mention, NameId};
use crate::analysis::report::clause::ClauseKind;
use crate::analysis::report::participant::{PartPlayed, Participant};
use crate::analysis::report::words::{Dealing, Part};

/// How far before "to" or "with" the word stands that says somebody is spoken to.
const TO_TALK: usize = 5;
/// How many words may stand between the parts of a verb: "was later also arrested".
const VERB: usize = 6;

/// Names before one in a list that are looked at for its first.
const LONGEST_LIST: usize = 6;

/// Names joined by "and": indices of mentions.
type List = std::ops::Range<usize>;

impl Teller<'_> {
    /// Everyone in the sentence, each once, in order of the text, by what the
    /// clauses `told` say of them.
    pub(super) fn parts(&self, told: &[usize], actor: Option<NameId>) -> Vec<Participant<NameId>> {
        let told = self.told_with(told);
        let mut people: Vec<Participant<NameId>> = Vec::new();
        let mut places: FxHashMap<NameId, usize> = FxHashMap::default();
        let mut first = 0;
        while first < self.mentions.len() {
            let list = first..self.list_end(first);
            let part = self.part_of(&list, &told);
            for mention in &self.mentions[list.clone()] {
                let place = *places.entry(mention.name).or_insert(people.len());
                match people.get_mut(place) {
                    Some(known) => known.part = known.part.min(part),
                    None => people.push(Participant {
                        who: mention.name,
                        part,
                    }),
                }
            }
            first = list.end;
        }
        // Whose subject is left out ("… and signed the treaty") acts all the same.
        let acts = self.subject_part(told.first().copied().unwrap_or_default());
        let lead = actor.and_then(|actor| people.get_mut(*places.get(&actor)?));
        if let Some(lead) = lead.filter(|lead| lead.part == PartPlayed::Mentioned) {
            lead.part = acts;
        }
        people
    }

    /// The clauses told, with what is said in them and who says it.
    fn told_with(&self, told: &[usize]) -> Vec<usize> {
        let mut all = told.to_vec();
        let mut before = false;
        for clause in &self.clauses.pieces {
            let hands_on = match clause.kind {
                ClauseKind::Reported | ClauseKind::Infinitive => before,
                ClauseKind::Attribution => true,
                ClauseKind::Main
                | ClauseKind::Coordinate
                | ClauseKind::Participle
                | ClauseKind::Subordinate
                | ClauseKind::Relative
                | ClauseKind::Apposition
                | ClauseKind::Quoted
                | ClauseKind::Parenthesis => false,
            };
            if hands_on && !all.contains(&clause.group) {
                all.push(clause.group);
            }
            before = all.contains(&clause.group);
        }
        let is_handed_on = |group: &usize| {
            self.clauses.of(*group).any(|clause| {
                matches!(
                    clause.kind,
                    ClauseKind::Reported | ClauseKind::Infinitive | ClauseKind::Quoted
                )
            })
        };
        if told.iter().any(is_handed_on) && !all.contains(&0) {
            all.push(0);
        }
        all
    }

    fn part_of(&self, list: &List, told: &[usize]) -> PartPlayed {
        let first = self.phrase_start(list.start);
        let last = self.phrase_end(list.end - 1);
        let is_told = |group: &usize| told.contains(group);
        let group = self.clauses.at(first).map(|clause| clause.group);
        if let Some(part) = self.as_subject(first, last, told) {
            return part;
        }
        let has_no_verb = group.is_some_and(|group| self.clauses.verb(group).is_none());
        if !(group.as_ref().is_some_and(is_told) || has_no_verb) {
            return PartPlayed::Mentioned;
        }
        match first.checked_sub(1).map(|before| self.word(before)) {
            Some("to") if self.word_before(first, 2).eq_ignore_ascii_case("according") => {
                PartPlayed::Acts
            }
            Some("by") if self.is_agent(first) => PartPlayed::Acts,
            Some(_) if self.is_addressed(first) => PartPlayed::Addressed,
            Some(_) | None => PartPlayed::Mentioned,
        }
    }

    /// The part of names that are the subject of a clause told.
    fn as_subject(&self, first: usize, last: usize, told: &[usize]) -> Option<PartPlayed> {
        told.iter().find_map(|group| {
            let verb = self.clauses.verb(*group)?;
            let says = self.finder.words.part(self.word(verb)).is(Part::REPORTING);
            let direct = last <= verb
                && (self.clauses.is_in(*group, last - 1)
                    || self.clauses.is_in(*group, first)
                    || self.is_renaming(first))
                && self.is_beside(*group, last, verb)
                && !self.hangs(first);
            let inverted = says && first == verb + 1 && self.is_inverted(*group, verb);
            if direct {
                Some(self.subject_part(*group))
            } else {
                inverted.then_some(PartPlayed::Acts)
            }
        })
    }

    /// "…,” said Roe": nothing of its clause stands before the verb.
    fn is_inverted(&self, group: usize, verb: usize) -> bool {
        let before = verb.checked_sub(1);
        before.is_none_or(|before| {
            !self.clauses.is_in(group, before)
                || !self.word(before).starts_with(char::is_alphanumeric)
        })
    }

    /// What the subject of a clause does by its verb.
    fn subject_part(&self, group: usize) -> PartPlayed {
        let participle = self.clauses.verb(group).and_then(|verb| self.passive(verb));
        match participle {
            Some(participle) if self.dealing(participle).is(Dealing::ADDRESSING) => {
                PartPlayed::Addressed
            }
            Some(_) => PartPlayed::Undergoes,
            None => PartPlayed::Acts,
        }
    }

    /// The participle of a passive verb: "was later arrested"; but not "is expected to win".
    fn passive(&self, verb: usize) -> Option<usize> {
        let mut is_be = false;
        for token in verb..self.finder.text.tokens.len().min(verb + VERB) {
            let word = self.word(token);
            if matches!(
                word,
                "is" | "are" | "was" | "were" | "be" | "been" | "being" | "got"
            ) {
                is_be = true;
                continue;
            }
            let part = self.part(token);
            if part.is(Part::AUXILIARY) || part.is(Part::ADVERB) || word.ends_with("ly") {
                continue;
            }
            let is_participle = self.dealing(token).is(Dealing::PARTICIPLE)
                || word.len() > 4 && word.ends_with("ed") && self.finder.words.is_finite(word);
            let is_view = self.dealing(token).is(Dealing::VIEW) && self.word(token + 1) == "to";
            return (is_be && is_participle && !is_view).then_some(token);
        }
        None
    }

    /// "was opened by Roe", "a letter written by Roe": who does it.
    fn is_agent(&self, first: usize) -> bool {
        let group = self.clauses.at(first).map(|clause| clause.group);
        let verb = group.and_then(|group| self.clauses.verb(group));
        verb.is_some_and(|verb| verb < first && self.passive(verb).is_some())
    }

    /// Whether somebody is spoken to: "told Roe", "met with Roe", "in a letter to Roe".
    fn is_addressed(&self, first: usize) -> bool {
        let mut before = first - 1;
        if matches!(self.word(before), "the" | "his" | "her" | "their") && before > 0 {
            before -= 1;
        }
        let word = self.word(before);
        if self.dealing(before).is(Dealing::ADDRESSING) {
            return true;
        }
        if !matches!(word, "to" | "with") {
            return false;
        }
        let clause = self
            .clauses
            .at(before)
            .map_or(before, |clause| clause.tokens.start);
        (clause.max(before.saturating_sub(TO_TALK))..before)
            .rev()
            .take_while(|token| self.word(*token) != ",")
            .any(|token| self.dealing(token).is(Dealing::TALKING))
    }

    /// Whether a preposition before names makes them less than a subject: "an aide to Roe".
    pub(super) fn hangs(&self, first: usize) -> bool {
        let clause = self.clauses.at(first);
        let before = first.checked_sub(1);
        before.zip(clause).is_some_and(|(before, clause)| {
            let part = self.part(before);
            // "after Roe resigned": that is the conjunction.
            let conjoins = clause.kind == ClauseKind::Subordinate && part.is(Part::SUBORDINATOR);
            part.is(Part::PREPOSITION) && !conjoins && self.clauses.is_in(clause.group, before)
        })
    }

    /// Where what is told of a subject goes on: at its verb, or where others act
    /// with it ("Roe and Doe signed", "Roe and her team won"), right behind the name.
    pub(super) fn after_lead(&self, lead: &Mention, verb: usize) -> usize {
        let index = self
            .mentions
            .partition_point(|mention| mention.span.start < lead.span.start);
        let end = self.phrase_end(index);
        let is_joined = end < verb && matches!(self.word(end), "and" | "," | "&");
        let others = self.list_end(index) > index + 1 || self.word(end) == "and";
        if !(is_joined && others) {
            return self.verb_phrase(verb);
        }
        // Three and more are told whole: nobody can be lifted out of "Roe, Doe and Poe".
        match self.word(end) {
            "," => self.phrase_start(index),
            _ => end,
        }
    }

    /// The first name of the list that ends with one: "Roe and Doe".
    pub(super) fn list_start(&self, last: usize) -> usize {
        let from = last.saturating_sub(LONGEST_LIST);
        (from..last)
            .find(|first| self.list_end(*first) > last)
            .unwrap_or(last)
    }

    /// "The mayor, Jane Roe, resigned": the name is set beside the subject.
    fn is_renaming(&self, first: usize) -> bool {
        let clause = self.clauses.at(first);
        clause.is_some_and(|clause| {
            clause.kind == ClauseKind::Apposition && first <= clause.tokens.start + 1
        })
    }

    /// The index after the last name of the list that begins with one.
    fn list_end(&self, first: usize) -> usize {
        let mut end = first + 1;
        let mut sure = end;
        while end < self.mentions.len() {
            let between = self.phrase_end(end - 1)..self.phrase_start(end);
            if between.is_empty() || between.len() > 2 {
                break;
            }
            let words = || between.clone().map(|token| self.word(token));
            if !words().all(|word| matches!(word, "," | "and" | "&" | "or" | "nor")) {
                break;
            }
            end += 1;
            // "With Doe, Roe left" is no list: one ends with "and".
            let goes_on = self.phrase_end(end - 1);
            let others = goes_on + usize::from(self.word(goes_on) == ",");
            if words().any(|word| word != ",") || matches!(self.word(others), "and" | "&") {
                sure = end;
            }
        }
        sure
    }

    /// Where a name begins with the titles before it: "Foreign Minister Roe",
    /// "the mayor of Ayton, Jane Roe".
    pub(super) fn phrase_start(&self, index: usize) -> usize {
        let mention = &self.mentions[index];
        let role = self.role_of(mention, |role| {
            role.end <= mention.span.start && mention.span.start - role.end <= GAP
        });
        let mut first = self
            .finder
            .token_at(role.map_or(mention.span.start, |role| role.start));
        let floor = match index.checked_sub(1) {
            Some(before) => self.finder.token_at(self.mentions[before].span.end),
            None => self.sentence_start(mention),
        };
        let is_title = |token: usize| {
            let word = self.word(token);
            word.starts_with(char::is_uppercase) && word != "I"
                || word == "." && self.is_glued(token)
        };
        // Honorifics are no roles.
        while role.is_none() && first > floor && is_title(first - 1) {
            first -= 1;
        }
        if first > floor
            && matches!(
                self.word(first - 1),
                "the" | "The" | "a" | "A" | "his" | "her"
            )
        {
            first -= 1;
        }
        first.max(floor)
    }

    fn sentence_start(&self, mention: &Mention) -> usize {
        let sentence = self.finder.text.sentences.get(mention.sentence as usize);
        sentence.map_or(0, |sentence| sentence.tokens().start)
    }

    /// Where a name ends with the role set beside it: "Jane Roe, the mayor".
    fn phrase_end(&self, index: usize) -> usize {
        let mention = &self.mentions[index];
        let role = self.role_of(mention, |role| {
            role.start >= mention.span.end && role.start - mention.span.end <= GAP
        });
        let end = role.map_or(mention.span.end, |role| role.end);
        let is_verb = role.is_some_and(|role| {
            self.finder
                .words
                .is_finite(self.word(self.finder.token_at(role.start)))
        });
        match is_verb {
            // "Roe was a judge".
            true => self.finder.token_at(mention.span.end),
            false => self.finder.token_at(end),
        }
    }

    fn role_of(
        &self,
        mention: &Mention,
        is_beside: impl Fn(&crate::document::Span) -> bool,
    ) -> Option<crate::document::Span> {
        let name = self.finder.people.names.get(mention.name.0 as usize)?;
        let from = name
            .roles
            .partition_point(|role| role.span.end + GAP < mention.span.start);
        let near = name.roles[from..].iter().take(NEAR).map(|role| role.span);
        near.into_iter().find(is_beside)
    }

    fn is_glued(&self, token: usize) -> bool {
        self.finder.text.tokens[token].glued
    }

    fn word(&self, token: usize) -> &str {
        match token < self.finder.text.tokens.len() {
            true => self.finder.text.word(token),
            false => "",
        }
    }

    fn word_before(&self, token: usize, steps: usize) -> &str {
        token
            .checked_sub(steps)
            .map_or("", |before| self.word(before))
    }

    fn dealing(&self, token: usize) -> Dealing {
        self.finder.words.dealing(self.word(token))
    }

    fn part(&self, token: usize) -> Part {
        self.finder.words.part(self.word(token))
    }
}

/// Bytes that may lie between a name and its role: ", " or a space.
const GAP: u32 = 2;
/// Roles that may lie beside one mention.
const NEAR: usize = 3;
