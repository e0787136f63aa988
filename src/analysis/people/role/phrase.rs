//! The words of a role: a noun phrase whose noun says what someone is.
//!
//! Where it begins, which of its nouns counts, and where it ends is read here, the
//! same behind a comma as behind a verb.

use std::ops::Range;

use super::{LONGEST, Number, Reader, Stated};
use crate::analysis::people::lists::Class;
use crate::analysis::people::pieces::Shape;

/// How far from its beginning the noun of a role may stand.
const TO_NOUN: usize = 10;
/// How many words nobody knows may stand before the noun of a role.
const UNKNOWN: usize = 2;

/// How far behind "with" an organisation is named.
const TO_OFFICE: usize = 3;

/// How a role is tied to its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// Set beside it, between commas, dashes or brackets.
    Apposed,
    /// Said of it with a verb.
    Predicate,
}

impl Reader<'_, '_> {
    /// A noun phrase whose noun is a role, with what belongs to it.
    pub(super) fn noun_phrase(&self, start: usize, tie: Tie) -> Option<Stated> {
        let longest = self.around.end.min(start + LONGEST);
        let stop = (start..longest).find(|at| self.is_stop(*at, tie));
        let end = stop.unwrap_or(longest);
        let noun = (start..end.min(start + TO_NOUN)).find(|at| self.is_noun(*at))?;
        if !self.may_begin(start, noun, tie) || self.names_another(start..end) {
            return None;
        }
        // "Roe, the minister said, …": a clause of its own.
        let is_clause = stop.is_some_and(|stop| self.is_verb(stop) && !self.is_said_of(stop));
        let may_be_subject = self.is_article(start)
            || self.is_pronoun(start)
            || self.number(noun) == Number::Several;
        if tie == Tie::Apposed && is_clause && may_be_subject {
            return None;
        }
        let number = match self.number(noun) {
            Number::Several if self.is_one_of(start, noun) => Number::One,
            number => number,
        };
        let is_bare = self.is_pronoun(start) || matches!(self.word(start), "both" | "all");
        let start = start + usize::from(is_bare && start < noun);
        let lists_more = (noun..end).any(|at| self.word(at) == "and");
        if number == Number::Several && (tie == Tie::Predicate || lists_more) {
            return None;
        }
        let end = match stop {
            None if end < self.around.end => self.last_joint(noun + 1..end),
            _ => self.with_past(self.without_joint(noun + 1..end), tie),
        };
        Some(Stated {
            pieces: start..end,
            noun,
            number,
        })
    }

    /// The end of a role, without an "and" or "of" that leads out of it.
    fn without_joint(&self, behind: Range<usize>) -> usize {
        let joints = behind.clone().rev().take_while(|at| {
            self.is_connector(*at)
                || self.shape(*at) == Shape::Possessive
                || self.is_article(*at)
                || matches!(self.word(*at), "and" | "with")
        });
        behind.end - joints.count()
    }

    /// Where a role too long to keep is cut: before the last "at" or "and".
    fn last_joint(&self, behind: Range<usize>) -> usize {
        let joint = behind.clone().rev().find(|at| {
            matches!(self.word(*at), "and" | "with" | "from" | "who")
                || self.is_connector(*at) && self.word(*at) != "of"
        });
        joint.unwrap_or(behind.start)
    }

    /// Whether a role noun says what someone is: no owner, no first half of a compound.
    fn is_noun(&self, at: usize) -> bool {
        let next = at + 1;
        let goes_on = self.around.contains(&next)
            && (self.shape(next) == Shape::Possessive
                || self.is_role(next)
                || self.shape(next) == Shape::Small
                    && self.has(next, Class::RoleWord)
                    && self.is_noun_soon(next));
        self.is_role(at) && !goes_on && !self.is_in_office(at)
    }

    /// "chief financial officer": a role noun follows the words between.
    fn is_noun_soon(&self, from: usize) -> bool {
        let after =
            (from..self.around.end.min(from + 3)).find(|at| !self.has(*at, Class::RoleWord));
        after.is_some_and(|at| self.is_role(at))
    }

    /// Whether what stands before the noun can stand before the noun of a role.
    fn may_begin(&self, start: usize, noun: usize, tie: Tie) -> bool {
        let mut first = start;
        while first < noun && is_adverb(self.word(first)) {
            first += 1;
        }
        if matches!(self.word(first), "one" | "some") && self.word(first + 1) == "of" {
            first += 2;
        }
        let is_late = (first..noun).any(|at| at > first && self.is_article(at));
        let is_broken = (first..noun).any(|at| self.breaks(at));
        let unknown = (first..noun).filter(|at| !self.is_modifier(*at)).count();
        let most = match tie {
            Tie::Apposed => UNKNOWN,
            Tie::Predicate if self.is_modifier(first) && !self.is_named(first) => UNKNOWN,
            Tie::Predicate => 0,
        };
        !is_late && !is_broken && unknown <= most
    }

    fn is_one_of(&self, start: usize, noun: usize) -> bool {
        (start..noun).any(|at| self.word(at) == "one" && self.word(at + 1) == "of")
    }

    /// Whether a piece is expected before a role noun.
    fn is_modifier(&self, at: usize) -> bool {
        let modifiers = [
            Class::Role,
            Class::RoleWord,
            Class::Nation,
            Class::Organisation,
        ];
        self.shape(at) != Shape::Small
            || self.any(at, &modifiers)
            || self.is_article(at)
            || self.is_pronoun(at)
            || matches!(
                self.word(at),
                "one" | "first" | "next" | "last" | "and" | "year-old"
            )
    }

    /// Whether a piece before the noun shows that it is not said of the name.
    fn breaks(&self, at: usize) -> bool {
        self.shape(at) == Shape::Small && self.has(at, Class::Function) && !self.is_modifier(at)
    }

    /// Whether a role ends before a piece.
    fn is_stop(&self, at: usize, tie: Tie) -> bool {
        match self.shape(at) {
            Shape::Mark => {
                !matches!(self.word(at), "-" | "&" | "/" | "’" | "'") || self.is_dash(at)
            }
            Shape::Small => self.is_stop_word(at, tie),
            Shape::Capital => self.has(at, Class::Calendar) && !self.has(at, Class::Organisation),
            Shape::Acronym | Shape::Initial | Shape::Number | Shape::Possessive => false,
        }
    }

    /// "Roe - head of the union - left": a hyphen with a space before it is a dash.
    fn is_dash(&self, at: usize) -> bool {
        self.word(at) == "-" && {
            let before = at
                .checked_sub(1)
                .map(|before| self.pieces.all[before].span.end);
            before.is_some_and(|end| end < self.pieces.all[at].span.start)
        }
    }

    fn is_stop_word(&self, at: usize, tie: Tie) -> bool {
        match self.word(at) {
            "since" | "until" | "who" | "whose" | "which" | "that" | "when" | "where" | "whom"
            | "but" | "because" | "after" | "before" | "while" | "during" | "if" | "although" => {
                true
            }
            "by" | "as" | "amid" | "despite" => tie == Tie::Predicate,
            // "an analyst with Acme Bank", but "elected mayor with 52 percent".
            "with" => {
                let next = at + 1 + usize::from(self.is_article(at + 1));
                let mut words = next..self.around.end.min(next + TO_OFFICE);
                let named = self.around.contains(&next) && self.is_named(next);
                !named && !words.any(|at| self.has(at, Class::Organisation))
            }
            "in" | "from" | "on" => self.is_date(at + 1),
            "for" => self.is_length(at + 1),
            "last" | "this" | "next" => self.is_date(at + 1) || is_unit(self.word(at + 1)),
            "and" | "or" => self.leaves(at + 1, tie),
            _ => self.has(at, Class::Calendar) || self.is_verb(at),
        }
    }

    fn is_date(&self, at: usize) -> bool {
        self.around.contains(&at)
            && (self.shape(at) == Shape::Number || self.has(at, Class::Calendar))
    }

    /// "ten years", "more than two decades".
    fn is_length(&self, at: usize) -> bool {
        let words = at..self.around.end.min(at + 4);
        self.around.contains(&at)
            && words
                .take_while(|at| self.shape(*at) != Shape::Mark)
                .any(|at| is_unit(self.word(at)))
    }

    /// Whether what follows "and" is no more of the role: "the mayor and her son".
    fn leaves(&self, at: usize, tie: Tie) -> bool {
        let is_person =
            self.is_pronoun(at) || matches!(self.word(at), "he" | "she" | "they" | "it" | "others");
        let is_verb = self.around.contains(&at)
            && (self.is_verb(at)
                || self.shape(at) == Shape::Small && self.word(at).ends_with("ed"));
        is_person || is_verb || tie == Tie::Predicate && self.mention_at(at).is_some()
    }

    /// "accused of theft", "praised by the mayor": no verb of a clause.
    fn is_said_of(&self, verb: usize) -> bool {
        matches!(
            self.word(verb + 1),
            "of" | "by" | "for" | "in" | "as" | "with" | "to"
        ) && self.word(verb).ends_with("ed")
            || matches!(self.word(verb), "born" | "named" | "known")
    }

    /// "mayor until 2019", "governor from 2004 to 2012": the words that say it is over stay.
    fn with_past(&self, end: usize, tie: Tie) -> usize {
        if tie == Tie::Predicate {
            return end;
        }
        let is_number = |at: usize| self.around.contains(&at) && self.shape(at) == Shape::Number;
        let until = |from: usize| {
            let year = (from..self.around.end.min(from + 3)).find(|at| is_number(*at));
            year.map(|year| year + 1)
        };
        match self.word(end) {
            "until" => until(end + 1).unwrap_or(end),
            "from" if is_number(end + 1) && matches!(self.word(end + 2), "to" | "until") => {
                until(end + 3).unwrap_or(end)
            }
            _ => end,
        }
    }

    /// Whether a role holds a mention that does not belong to it: "Roe, President
    /// Doe, and" goes on in a list.
    fn names_another(&self, role: Range<usize>) -> bool {
        self.found[self.index + 1..]
            .iter()
            .take_while(|found| found.pieces.start < role.end)
            .any(|found| !self.is_joined(found.pieces.start, found.pieces.end, role.start))
    }

    /// The mention that begins at a place behind the name.
    fn mention_at(&self, at: usize) -> Option<usize> {
        let later = &self.found[self.index + 1..];
        let place = later.partition_point(|found| found.pieces.start < at);
        let found = later.get(place)?;
        (found.pieces.start == at).then_some(self.index + 1 + place)
    }

    /// Whether a mention inside a role belongs to it ("aide to Roe", "Roe's aide").
    fn is_joined(&self, mention: usize, end: usize, role: usize) -> bool {
        const REACH: usize = 6;
        let owns = self.around.contains(&end) && self.shape(end) == Shape::Possessive;
        let joint = (role..mention)
            .rev()
            .take(REACH)
            .find(|at| self.is_connector(*at) || matches!(self.word(*at), "," | "and"));
        owns || joint.is_some_and(|at| self.is_connector(at) || self.mention_ends(at))
    }

    /// Whether a mention ends before a place: "aide to Roe and Doe".
    fn mention_ends(&self, at: usize) -> bool {
        let later = &self.found[self.index + 1..];
        let place = later.partition_point(|found| found.pieces.end < at);
        later.get(place).is_some_and(|found| found.pieces.end == at)
    }
}

fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "then"
            | "now"
            | "currently"
            | "formerly"
            | "once"
            | "also"
            | "himself"
            | "herself"
            | "both"
            | "all"
            | "still"
            | "already"
            | "perhaps"
            | "long"
            | "later"
            | "previously"
    )
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "decade"
            | "decades"
            | "term"
            | "terms"
            | "season"
            | "seasons"
            | "fall"
    )
}
