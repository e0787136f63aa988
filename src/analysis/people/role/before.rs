//! Roles before a name: "President Roe", "the mayor of Ayton, Jane Roe,".

use super::{LONGEST, Number, Reader, Stated};
use crate::analysis::people::lists::Class;
use crate::analysis::people::pieces::Shape;

/// How many words an owner or the words between article and noun may have.
const COMPOUND: usize = 5;

impl Reader<'_, '_> {
    /// The role before the name; what is set off by a comma begins after `taken`.
    pub(super) fn before(&self, taken: usize) -> Option<Stated> {
        let mut end = self.name.start;
        while end > self.around.start && self.is_mere_honorific(end - 1) {
            end -= 1;
        }
        self.direct(end).or_else(|| self.set_off(end, taken))
    }

    /// A title run right before `end`.
    fn direct(&self, end: usize) -> Option<Stated> {
        let floor = self.around.start.max(end.saturating_sub(LONGEST));
        let noun = (floor..end)
            .rev()
            .take_while(|at| self.may_lead_to_name(*at))
            .find(|at| self.is_role(*at) && !self.is_in_office(*at))?;
        // "the officer at Acme and Jane Roe": not what she is.
        let is_open = self.is_connector(end - 1) || matches!(self.word(end - 1), "and" | "the");
        let joined = noun + 1 == end || self.is_connector(noun + 1) && !is_open;
        joined.then(|| Stated {
            pieces: self.role_start(noun, floor)..end,
            noun,
            number: self.number(noun),
        })
    }

    /// Whether a piece may stand between a role noun and the name.
    fn may_lead_to_name(&self, at: usize) -> bool {
        match self.shape(at) {
            Shape::Capital | Shape::Acronym | Shape::Initial => !self.has(at, Class::Calendar),
            Shape::Possessive => true,
            Shape::Small => {
                self.any(at, &[Class::Role, Class::RoleWord, Class::Nation])
                    || self.is_connector(at)
                    || matches!(self.word(at), "the" | "and" | "affairs")
            }
            Shape::Number | Shape::Mark => false,
        }
    }

    /// Where the role begins whose noun stands at `noun`.
    fn role_start(&self, noun: usize, floor: usize) -> usize {
        let mut start = self.noun_start(noun, floor);
        // "actor and director": but "the president and Judge Roe" are two.
        while start > floor + 1
            && self.word(start - 1) == "and"
            && self.is_role(start - 2)
            && self.number(start - 2) == Number::One
        {
            let first = self.noun_start(start - 2, floor);
            let determined =
                first > floor && (self.is_article(first - 1) || self.is_pronoun(first - 1));
            if determined && self.is_named(start) {
                break;
            }
            start = first;
        }
        start
    }

    fn noun_start(&self, noun: usize, floor: usize) -> usize {
        let mut start = noun;
        while start > floor {
            if self.shape(start - 1) == Shape::Possessive {
                match self.owner_start(start - 1, floor) {
                    Some(owner) => start = owner,
                    // "the company's president": the owner is no name.
                    None => return start,
                }
            } else if self.is_before_noun(start - 1) {
                start -= 1;
            } else if self.is_office_of(start - 1, floor) {
                start -= 2;
            } else {
                return self.compound_start(start, floor);
            }
        }
        start
    }

    /// "Ministry of Water spokeswoman": an organisation goes on before "of".
    fn is_office_of(&self, of: usize, floor: usize) -> bool {
        self.word(of) == "of"
            && of > floor
            && self.is_named(of + 1)
            && self.is_named(of - 1)
            && self.has(of - 1, Class::Organisation)
    }

    /// Whether a piece before a role noun surely belongs to it.
    fn is_before_noun(&self, at: usize) -> bool {
        let modifiers = [Class::Role, Class::RoleWord, Class::Nation];
        match self.shape(at) {
            Shape::Capital | Shape::Acronym => {
                !self.any(at, &[Class::Function, Class::Calendar])
                    && (at > self.first || self.may_open(at))
            }
            Shape::Initial => {
                self.has(at, Class::Nation)
                    || at > self.first && self.shape(at - 1) == Shape::Number
            }
            Shape::Small => self.any(at, &modifiers),
            // "Acme Corp. president".
            Shape::Mark => {
                self.word(at) == "."
                    && at > self.first
                    && self.is_named(at - 1)
                    && self.has(at - 1, Class::Organisation)
            }
            // "18F team member".
            Shape::Number => self.pieces.all[at].span.end == self.pieces.all[at + 1].span.start,
            Shape::Possessive => false,
        }
    }

    /// Whether the first word of a sentence, which has a capital anyway, can be part of a role.
    fn may_open(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_adverb = word.ends_with("ing") || word.ends_with("ly");
        self.is_role(at)
            || self.has(at, Class::RoleWord)
            || !is_adverb && !self.any(at, &[Class::Say, Class::Act])
    }

    /// Where the owner begins whose possessive ending stands at `ending`:
    /// "Acme Bank's", "the ministry's".
    fn owner_start(&self, ending: usize, floor: usize) -> Option<usize> {
        let mut start = ending;
        while start > floor && ending - start < COMPOUND {
            let before = start - 1;
            if self.is_article(before) {
                return (start < ending).then_some(before);
            }
            let belongs = match self.shape(before) {
                Shape::Capital | Shape::Acronym | Shape::Initial => {
                    !self.any(before, &[Class::Function, Class::Calendar])
                }
                Shape::Small => !self.has(before, Class::Function) && !self.is_verb(before),
                Shape::Possessive | Shape::Number | Shape::Mark => false,
            };
            if !belongs {
                break;
            }
            start = before;
        }
        let is_determined = start > floor && self.is_pronoun(start - 1);
        let named = (start..ending)
            .rev()
            .take_while(|at| self.is_named(*at))
            .last();
        match named {
            _ if is_determined && start < ending => Some(start),
            named => named,
        }
    }

    /// "the disgraced property tycoon": all that stands between article and noun belongs to it.
    fn compound_start(&self, noun: usize, floor: usize) -> usize {
        let mut start = noun;
        while start > floor && noun - start < COMPOUND {
            let before = start - 1;
            if self.is_article(before) || self.is_pronoun(before) {
                return start;
            }
            if self.shape(before) == Shape::Possessive {
                return self.owner_start(before, floor).unwrap_or(start);
            }
            let opens =
                before > floor && (self.is_article(before - 1) || self.is_pronoun(before - 1));
            // "the town remembers firefighter Roe": but "the disgraced tycoon".
            let may_be_verb = !opens
                && ["ed", "s", "ing"]
                    .iter()
                    .any(|ending| self.word(before).ends_with(ending));
            let belongs = match self.shape(before) {
                Shape::Small => {
                    !self.has(before, Class::Function) && !self.is_verb(before) && !may_be_verb
                }
                Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Number => {
                    self.is_before_noun(before)
                }
                Shape::Possessive | Shape::Mark => false,
            };
            if !belongs {
                break;
            }
            start = before;
        }
        // "Beeton fire chief": a name leads in as an article does.
        if start < noun && self.is_named(start) {
            start
        } else {
            noun
        }
    }

    /// A role set off by a comma: "The mayor of Ayton, Jane Roe, …", "As mayor, Jane Roe …".
    fn set_off(&self, end: usize, taken: usize) -> Option<Stated> {
        let comma = end.checked_sub(1).filter(|at| self.word(*at) == ",")?;
        let floor = self
            .around
            .start
            .max(taken)
            .max(comma.saturating_sub(LONGEST));
        let mut from = comma;
        while from > floor && self.may_lead_to_comma(from - 1) {
            from -= 1;
        }
        let is_as = from > floor && self.word(from - 1).eq_ignore_ascii_case("as");
        let is_closed = is_end(self.word(self.name.end)) && !self.opens_so(comma);
        (from..comma)
            .filter(|at| self.is_role(*at) && self.number(*at) == Number::One)
            .filter(|at| at + 1 == comma || self.is_connector(at + 1) && at + 2 < comma)
            .find_map(|noun| {
                let start = self.role_start(noun, from);
                let before = start.checked_sub(1).filter(|at| *at >= from);
                let is_determined = self.is_article(start)
                    || before.is_some_and(|at| self.is_article(at) || self.is_pronoun(at));
                let is_whole = is_as && (start == from || before == Some(from) && is_determined);
                (is_whole || is_closed && is_determined).then_some(Stated {
                    pieces: start..comma,
                    noun,
                    number: Number::One,
                })
            })
    }

    /// Whether a piece may stand in a role before a comma: no verb, no clause.
    fn may_lead_to_comma(&self, at: usize) -> bool {
        match self.shape(at) {
            Shape::Capital | Shape::Acronym | Shape::Initial => {
                self.is_article(at) || self.is_pronoun(at) || !self.has(at, Class::Function)
            }
            Shape::Possessive => true,
            Shape::Small => {
                self.is_article(at)
                    || self.is_pronoun(at)
                    || self.is_connector(at)
                    || self.word(at) == "and"
                    || !self.has(at, Class::Function) && !self.is_verb(at)
            }
            Shape::Number | Shape::Mark => false,
        }
    }

    /// Whether a comma ends what opens the sentence: "After the talks with the mayor, …".
    fn opens_so(&self, comma: usize) -> bool {
        let is_first = (self.around.start..comma)
            .rev()
            .take(LONGEST)
            .all(|at| self.word(at) != ",");
        let opening = self.pieces.word(self.first);
        is_first
            && comma - self.first <= LONGEST
            && self.around.start == self.first
            && self.has(self.first, Class::Function)
            && !self.is_article(self.first)
            && !matches!(opening, "His" | "Her" | "Its" | "Their" | "Our" | "My")
    }
}

/// Whether a word closes what is set off.
fn is_end(word: &str) -> bool {
    matches!(
        word,
        "" | "," | "." | ";" | ":" | ")" | "”" | "\"" | "?" | "!"
    )
}
