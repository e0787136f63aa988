//! Where what is reported begins and ends.

use std::ops::Range;

use super::super::lists::Class;
use super::super::pieces::Shape;
use super::super::speech::Takes;
use super::super::subject::Heard;
use super::{Ear, SHORTEST};

/// How far behind its verb, in pieces, a clause may begin: "said at a meeting of the council that".
const REACH: usize = 14;

/// How far into a clause its verb is looked for.
const VERB: usize = 16;

impl Ear<'_, '_> {
    /// What was said, after its verb.
    pub(super) fn complement(&self, verb: usize) -> Option<Range<usize>> {
        let frame = self.speech.frame(self.word(verb));
        let takes = |takes| frame.takes(takes);
        let next = verb + 1;
        if next >= self.range.end {
            return None;
        }
        let clause = takes(Takes::Clause) || takes(Takes::Listener) || takes(Takes::GoingOn);
        let begins = None
            .or_else(|| self.after_that(next).filter(|_| clause))
            .or_else(|| self.question(next).filter(|_| takes(Takes::Question)))
            .or_else(|| self.infinitive(next).filter(|_| takes(Takes::Vow)))
            .or_else(|| self.order(next).filter(|_| takes(Takes::Order)))
            .or_else(|| self.doing(next).filter(|_| takes(Takes::Doing)))
            .or_else(|| self.warning(next).filter(|_| takes(Takes::Warning)))
            .or_else(|| self.bare(verb).filter(|_| clause))?;
        let clause = self.clause(begins);
        (clause.len() >= SHORTEST).then_some(clause)
    }

    /// "that …", behind when, where or to whom it was said.
    fn after_that(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + REACH);
        let that = (next..limit)
            .take_while(|at| !self.is_mark(*at) && !self.is_finite(*at))
            .find(|at| self.word(*at) == "that")?;
        let leads = that == next
            || is_adverbial(self.word(next))
            || self.scene.has(next, Class::Calendar)
            || self.word(next).ends_with("ly")
            || self.is_listener(next, that);
        // "said on Monday that …", but not "announced a plan that …".
        (leads && that + 1 < self.range.end).then_some(that + 1)
    }

    /// Whether the pieces of a range are one who is told.
    fn is_listener(&self, from: usize, end: usize) -> bool {
        let verb = from - 1;
        self.takes(verb, Takes::Listener) && end - from <= 10
            || is_telling(self.word(verb)) && end - from <= 10
    }

    fn question(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + 5);
        (next..limit)
            .take_while(|at| !self.is_mark(*at))
            .find(|at| {
                matches!(
                    self.word(*at),
                    "whether" | "if" | "why" | "how" | "what" | "who"
                )
            })
    }

    fn infinitive(&self, next: usize) -> Option<usize> {
        (self.word(next) == "to" && self.is_verb(next + 1)).then_some(next)
    }

    /// Whether a piece behind "to" may be a verb.
    fn is_verb(&self, at: usize) -> bool {
        at < self.range.end
            && self.scene.is_small(at)
            && (!self.scene.has(at, Class::Function)
                || matches!(self.word(at), "be" | "have" | "do"))
    }

    /// "people to leave", "on the Taliban to leave".
    fn order(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + REACH);
        let to = (next + 1..limit)
            .take_while(|at| !self.is_mark(*at) && !self.is_finite(*at))
            .find(|at| self.word(*at) == "to")?;
        let is_someone = !self.scene.has(next, Class::PlacePreposition)
            && !matches!(self.word(next), "about" | "for" | "of" | "to" | "on");
        (self.is_verb(to + 1) && is_someone).then_some(next)
    }

    fn doing(&self, next: usize) -> Option<usize> {
        let word = self.word(next);
        (word.len() > 5
            && word.ends_with("ing")
            && self.scene.is_small(next)
            && !self.scene.has(next, Class::Function))
        .then_some(next)
    }

    fn warning(&self, next: usize) -> Option<usize> {
        matches!(self.word(next), "of" | "against" | "about").then_some(next)
    }

    /// A clause without "that": it has a subject and a verb of its own.
    fn bare(&self, verb: usize) -> Option<usize> {
        let from = self.after_listener(verb)?;
        let from = self.after_day(from);
        if from >= self.range.end {
            return None;
        }
        let word = self.word(from);
        let begins = match self.scene.pieces.all[from].shape {
            Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Number => true,
            Shape::Small => {
                !is_adverbial(word)
                    && !matches!(
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
                    && !self.scene.is_say(from)
                    || matches!(word, "if" | "no" | "nothing") && self.is_said(verb)
            }
            Shape::Possessive | Shape::Mark => false,
        };
        let is_whole = self.has_verb(from, verb) || self.is_said(verb) && is_pronoun(word);
        (begins && is_whole).then_some(from)
    }

    fn is_said(&self, verb: usize) -> bool {
        matches!(
            self.word(verb),
            "said" | "says" | "added" | "adds" | "told" | "tells"
        )
    }

    /// The piece after whom is told: "told reporters", "told the council", "told Doe".
    fn after_listener(&self, verb: usize) -> Option<usize> {
        let next = verb + 1;
        let is_needed = self.takes(verb, Takes::Listener) && !self.takes(verb, Takes::Clause)
            || is_telling(self.word(verb));
        if !is_needed {
            return Some(next);
        }
        if let Some(index) = self.scene.found_starting(next) {
            return Some(self.scene.found[index].pieces.end);
        }
        let capitals = (next..self.range.end.min(next + 6))
            .take_while(|at| {
                let shape = self.scene.pieces.all[*at].shape;
                let is_name = matches!(shape, Shape::Capital | Shape::Acronym);
                is_name && self.scene.found_starting(*at).is_none()
            })
            .count();
        if capitals > 0 {
            return Some(next + capitals);
        }
        let word = self.word(next);
        match word {
            "reporters" | "journalists" | "him" | "her" | "them" | "us" | "me" | "lawmakers"
            | "investors" | "supporters" | "parliament" | "police" => Some(next + 1),
            "the" | "a" | "an" if self.scene.is_small(next) => Some(next + 2),
            _ => None,
        }
    }

    /// The piece after "on Monday", "Tuesday", "later".
    fn after_day(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.range.end {
            let is_day = self.scene.has(at, Class::Calendar);
            let leads = matches!(self.word(at), "on" | "late" | "early" | "last")
                && at + 1 < self.range.end
                && self.scene.has(at + 1, Class::Calendar);
            let ends =
                at > from && matches!(self.word(at), "morning" | "afternoon" | "evening" | "night");
            if !(is_day || leads || ends) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a verb stands near the beginning of the clause after a verb of saying.
    fn has_verb(&self, from: usize, saying: usize) -> bool {
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

    fn is_auxiliary(&self, at: usize) -> bool {
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

    fn is_finite(&self, at: usize) -> bool {
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

    fn is_past(&self, at: usize) -> bool {
        self.scene.is_small(at)
            && self.word(at).len() > 4
            && self.word(at).ends_with("ed")
            && !self.is_article(at - 1)
    }

    fn is_article(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "the" | "a" | "an" | "his" | "her" | "its" | "their"
        )
    }

    /// The clause that begins at a piece, to where the sentence turns to something else.
    pub(super) fn clause(&self, from: usize) -> Range<usize> {
        let end = (from..self.range.end)
            .find(|at| self.turns(*at))
            .unwrap_or(self.range.end);
        from.min(end)..end
    }

    /// Whether something else is told from a mark or conjunction on: another who
    /// speaks, or more by the same.
    fn turns(&self, at: usize) -> bool {
        if !self.is_mark(at) {
            return match self.word(at) {
                "while" | "but" if self.is_heard_behind(at + 1) => true,
                "and" | "but" => self.says_more(at + 1),
                _ => false,
            };
        }
        match self.word(at) {
            ";" => true,
            "," | "—" | "–" => {
                let next = at + 1;
                if next + 1 >= self.range.end {
                    return false;
                }
                let is_gerund = self.scene.is_small(next) && self.takes(next, Takes::GoingOn);
                let joined = matches!(
                    self.word(next),
                    "and" | "but" | "while" | "whereas" | "although" | "though" | "as" | "which"
                );
                let subject = next + usize::from(joined);
                is_gerund
                    || self.scene.is_according(next)
                    || self.is_first(next)
                    || joined && self.is_heard_behind(subject)
            }
            _ => false,
        }
    }

    /// "… and promised to go": the same goes on, with another verb of saying.
    fn says_more(&self, verb: usize) -> bool {
        verb + 1 < self.range.end
            && self.scene.is_say(verb)
            && !matches!(self.word(verb + 1), "," | "." | "and" | "or")
            && self.complement(verb).is_some()
    }

    /// ", her first comment since".
    fn is_first(&self, at: usize) -> bool {
        matches!(self.word(at), "his" | "her" | "its" | "their")
            && matches!(self.word(at + 1), "first" | "latest" | "last" | "strongest")
    }

    /// Whether someone speaks whose name begins at a piece.
    fn is_heard_behind(&self, subject: usize) -> bool {
        let limit = self.range.end.min(subject + 10);
        if subject >= limit || !self.may_be_subject(subject) {
            return false;
        }
        let verb = (subject..limit).find(|at| self.scene.is_say(*at));
        verb.is_some_and(|verb| {
            verb == subject || self.scene.before(subject..verb, self.sentence) != Heard::Nothing
        })
    }

    fn may_be_subject(&self, at: usize) -> bool {
        match self.scene.pieces.all[at].shape {
            Shape::Capital | Shape::Acronym | Shape::Initial => true,
            Shape::Small => {
                self.scene.is_say(at)
                    || self.scene.has(at, Class::Role)
                    || self.scene.has(at, Class::RoleWord)
                    || matches!(
                        self.word(at),
                        "he" | "she"
                            | "they"
                            | "the"
                            | "a"
                            | "an"
                            | "his"
                            | "her"
                            | "its"
                            | "their"
                    )
            }
            Shape::Number | Shape::Possessive | Shape::Mark => false,
        }
    }

    /// Whether a range is a clause, not only when or where something was.
    pub(super) fn is_clause(&self, range: &Range<usize>) -> bool {
        let Some(first) = range.clone().find(|at| !self.is_mark(*at)) else {
            return false;
        };
        if range.len() < SHORTEST || self.is_at(range.start, "(") {
            return false;
        }
        let is_subordinate = self.is_subordinate(first);
        let main = if is_subordinate {
            // "When it rains, it floods, Roe said": the clause is behind the comma.
            match (first..range.end).find(|at| self.word(*at) == ",") {
                Some(comma) if comma + 2 < range.end => comma + 1,
                Some(_) | None => return false,
            }
        } else {
            first
        };
        (main..range.end).any(|at| self.is_finite(at) || at > main && self.is_past(at))
            || range.end - main > 2 && !is_subordinate && self.has_plain_verb(main..range.end)
    }

    /// Whether a phrase that begins at a piece says only when, where or how.
    pub(super) fn is_subordinate(&self, first: usize) -> bool {
        leads_aside(self.word(first))
    }

    /// A word that may be a verb in the present: "The river floods in May".
    fn has_plain_verb(&self, range: Range<usize>) -> bool {
        range.skip(1).any(|at| {
            let word = self.word(at);
            self.scene.is_small(at)
                && word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
        })
    }

    /// Whether from here to the end of the sentence only when, where and to whom is told.
    pub(super) fn only_tells_where(&self, from: usize) -> bool {
        let Some(first) = (from..self.range.end).find(|at| self.word(*at) != "\"") else {
            return true;
        };
        let rest = first..self.range.end;
        let ends = rest.clone().all(|at| self.is_mark(at));
        let leads = is_adverbial(self.word(first))
            || self.scene.has(first, Class::Calendar)
            || self.word(first).ends_with("ly")
            || matches!(
                self.word(first),
                "later" | "then" | "as" | "when" | "while" | "earlier"
            )
            || self.is_mark(first)
            || self.takes(from - 1, Takes::Listener);
        ends || leads && rest.len() <= 2 * REACH
    }

    /// Where the subject of a verb begins, if that follows a comma.
    pub(super) fn subject_start(&self, verb: usize) -> Option<usize> {
        let floor = self.floor.max(verb.saturating_sub(REACH));
        // "The bridge was safe, Roe, the mayor, said": the first comma before the name.
        let named = (floor..verb)
            .rev()
            .filter(|at| self.word(*at) == ",")
            .map(|comma| comma + 1)
            .filter(|start| *start < verb && self.may_be_subject(*start))
            .find(|start| self.is_subject(*start, verb))?;
        Some(named)
    }

    fn is_subject(&self, start: usize, verb: usize) -> bool {
        let heard = self.scene.before(start..verb, self.sentence);
        matches!(heard, Heard::Speaker(..))
    }
}

/// Words that begin when, where and how something was said.
fn is_adverbial(word: &str) -> bool {
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

fn is_telling(word: &str) -> bool {
    matches!(word, "telling" | "informing" | "reminding")
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she" | "it" | "they" | "we" | "there" | "this" | "these" | "those" | "I" | "you"
    )
}
