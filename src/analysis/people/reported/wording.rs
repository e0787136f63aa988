//! Words that show how a clause is built: its verb, and what only says when or where.

use std::ops::Range;

use super::super::lists::Class;
use super::Ear;

/// How far into a clause its verb is looked for.
const VERB: usize = 16;

impl Ear<'_, '_> {
    /// Whether a piece behind "to" may be a verb.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        at < self.range.end
            && self.scene.is_small(at)
            && (!self.scene.has(at, Class::Function)
                || matches!(self.word(at), "be" | "have" | "do"))
    }

    pub(super) fn is_said(&self, verb: usize) -> bool {
        matches!(
            self.word(verb),
            "said" | "says" | "added" | "adds" | "told" | "tells"
        )
    }

    /// Whether a verb stands near the beginning of the clause after a verb of saying.
    pub(super) fn has_verb(&self, from: usize, saying: usize) -> bool {
        let limit = self.range.end.min(from + VERB);
        let thinks = matches!(
            self.word(saying),
            "claims"
                | "claimed"
                | "believes"
                | "believed"
                | "thinks"
                | "thought"
                | "hopes"
                | "stated"
                | "states"
                | "argues"
                | "argued"
                | "insists"
                | "insisted"
                | "asserted"
                | "maintains"
                | "maintained"
        );
        // "said he left", but not "announced the deal reached".
        let any_verb = self.is_said(saying) || thinks;
        (from + 1..limit)
            .take_while(|at| !matches!(self.word(*at), ";" | ":" | "that" | "which" | "who" | "to"))
            .any(|at| self.is_auxiliary(at) || any_verb && (self.is_finite(at) || self.is_past(at)))
    }

    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        self.scene.is_small(at)
            && (matches!(
                self.word(at),
                "is" | "was"
                    | "are"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
                    | "could"
                    | "should"
                    | "can"
                    | "must"
                    | "may"
                    | "might"
                    | "does"
                    | "did"
                    | "do"
                    | "cannot"
            ) || self.word(at).ends_with("n't")
                || self.word(at).ends_with("n’t"))
    }

    pub(super) fn is_finite(&self, at: usize) -> bool {
        self.is_auxiliary(at)
            || self.scene.is_small(at)
                && matches!(
                    self.word(at),
                    "needs"
                        | "need"
                        | "wants"
                        | "want"
                        | "made"
                        | "took"
                        | "came"
                        | "went"
                        | "got"
                        | "knew"
                        | "saw"
                        | "felt"
                        | "became"
                        | "began"
                        | "led"
                        | "lost"
                        | "won"
                        | "died"
                        | "left"
                        | "gave"
                        | "found"
                        | "kept"
                        | "held"
                        | "makes"
                        | "remains"
                        | "seems"
                        | "knows"
                        | "means"
                        | "plans"
                        | "plan"
                        | "show"
                        | "shows"
                        | "feels"
                        | "takes"
                        | "goes"
                        | "comes"
                        | "gets"
                        | "gives"
                )
    }

    pub(super) fn is_past(&self, at: usize) -> bool {
        self.scene.is_small(at)
            && self.word(at).len() > 4
            && self.word(at).ends_with("ed")
            && !self.is_article(at - 1)
    }

    pub(super) fn is_article(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "the" | "a" | "an" | "his" | "her" | "its" | "their"
        )
    }

    /// Whether a phrase that begins at a piece says only when, where or how.
    pub(super) fn is_subordinate(&self, first: usize) -> bool {
        leads_aside(self.word(first))
    }

    /// A word that may be a verb in the present: "The river floods in May".
    pub(super) fn has_plain_verb(&self, range: Range<usize>) -> bool {
        range.skip(1).any(|at| {
            let word = self.word(at);
            self.scene.is_small(at)
                && word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
        })
    }
}

/// Words that begin when, where and how something was said.
pub(super) fn is_adverbial(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "during"
            | "through"
            | "via"
            | "after"
            | "before"
            | "from"
            | "over"
            | "outside"
            | "inside"
            | "by"
            | "with"
            | "for"
            | "about"
            | "of"
            | "to"
            | "following"
            | "again"
            | "earlier"
            | "later"
            | "yesterday"
            | "today"
            | "last"
            | "this"
            | "online"
    )
}

fn leads_aside(word: &str) -> bool {
    const WORDS: [&str; 30] = [
        "when",
        "after",
        "before",
        "asked",
        "as",
        "while",
        "in",
        "on",
        "at",
        "speaking",
        "during",
        "if",
        "for",
        "from",
        "with",
        "by",
        "because",
        "although",
        "though",
        "since",
        "until",
        "despite",
        "however",
        "also",
        "meanwhile",
        "still",
        "again",
        "instead",
        "moreover",
        "regarding",
    ];
    WORDS.iter().any(|other| other.eq_ignore_ascii_case(word))
}

pub(super) fn is_telling(word: &str) -> bool {
    matches!(word, "telling" | "informing" | "reminding")
}

pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she" | "it" | "they" | "we" | "there" | "this" | "these" | "those" | "I" | "you"
    )
}

/// Words that begin no clause without "that".
pub(super) fn never_begins(word: &str) -> bool {
    matches!(
        word,
        "so" | "nothing"
            | "goodbye"
            | "yes"
            | "no"
            | "that"
            | "which"
            | "of"
            | "to"
            | "and"
            | "or"
            | "but"
            | "who"
            | "how"
            | "why"
            | "what"
            | "whether"
            | "where"
            | "when"
            | "with"
            | "by"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "out"
            | "up"
            | "down"
            | "not"
            | "more"
            | "much"
            | "than"
            | "them"
            | "him"
            | "me"
            | "us"
            | "himself"
            | "herself"
    )
}
