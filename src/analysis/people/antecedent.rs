//! Whom "he", "she" and "the spokesman" stand for where they speak.
//!
//! The last who acted or spoke, and a role only where one person has it; when
//! somebody without a name came between, nobody.

use std::ops::Range;

use super::find::Found;
use super::lists::Class;
use super::pieces::Shape;
use super::subject::{Heard, Scene};
use super::{Attribution, Name, NameId};

/// How many sentences back a pronoun may point.
const SENTENCES_BACK: u32 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

impl Scene<'_, '_> {
    /// Whom "he" or "she" at a place stands for.
    pub(super) fn pronoun(&self, at: usize, sentence: u32) -> Heard {
        let gender = match self.word(at) {
            "she" | "She" => Gender::She,
            _ => Gender::He,
        };
        let start = self.pieces.sentence(sentence).start;
        if let Some(name) = self.actor(start..at, gender) {
            return Heard::Speaker(name, Attribution::Likely);
        }
        let earliest = sentence.saturating_sub(SENTENCES_BACK);
        for before in (earliest..sentence).rev() {
            match self.actor_of_sentence(before, gender) {
                Heard::Nothing => {}
                heard @ (Heard::Another | Heard::Speaker(..)) => return heard.weakened(),
            }
        }
        Heard::Another
    }

    /// Who spoke or acted in a sentence, of those a pronoun may stand for.
    fn actor_of_sentence(&self, sentence: u32, gender: Gender) -> Heard {
        match self.heard_in(sentence) {
            Heard::Speaker(name, _) if !self.suits(name, gender) => {}
            heard @ Heard::Speaker(..) => return heard,
            Heard::Another => return Heard::Another,
            Heard::Nothing => {}
        }
        let range = self.pieces.sentence(sentence);
        match self.actor(range.clone(), gender) {
            Some(name) => Heard::Speaker(name, Attribution::Likely),
            None => self.stranger(range, sentence),
        }
    }

    /// Who acts in a stretch of a sentence: the first named who depends on no
    /// preposition, or who is named with the title of that gender.
    fn actor(&self, range: Range<usize>, gender: Gender) -> Option<NameId> {
        let first = self
            .found
            .partition_point(|found| found.pieces.start < range.start);
        let named = || {
            (first..self.found.len())
                .take_while(|index| self.found[*index].pieces.start < range.end)
                .take(4)
        };
        let name = |index: usize| self.mentions[index].name;
        let speaks = named().find(|index| self.speaks(&self.found[*index], &range));
        let acts = || named().find(|index| self.may_act(&self.found[*index], &range));
        speaks
            .or_else(acts)
            .map(name)
            .filter(|name| self.suits(*name, gender))
            .or_else(|| {
                let known = |id: &NameId| gender_of(&self.names[id.0 as usize]) == Some(gender);
                named().map(name).find(known)
            })
    }

    fn suits(&self, name: NameId, gender: Gender) -> bool {
        gender_of(&self.names[name.0 as usize]).is_none_or(|known| known == gender)
    }

    /// "according to Roe", "said Roe", "Roe said".
    fn speaks(&self, found: &Found, sentence: &Range<usize>) -> bool {
        let start = found.pieces.start;
        let follows = start > sentence.start + 1
            && (self.is_say(start - 1) && self.word(start - 1) != "told"
                || self.is_according(start - 2));
        let leads = sentence.contains(&found.pieces.end) && self.is_say(found.pieces.end);
        let first =
            start == sentence.start || !matches!(self.word(start - 1), "of" | "for" | "and");
        (follows || leads && first) && !self.is_quoted(start)
    }

    fn may_act(&self, found: &Found, sentence: &Range<usize>) -> bool {
        let before = found.pieces.start.checked_sub(1);
        let depends = before.filter(|at| sentence.contains(at)).is_some_and(|at| {
            matches!(
                self.word(at),
                "of" | "with"
                    | "to"
                    | "for"
                    | "by"
                    | "from"
                    | "against"
                    | "about"
                    | "and"
                    | "in"
                    | "at"
                    | "on"
                    | "than"
                    | "like"
            )
        });
        let owns = self
            .pieces
            .all
            .get(found.pieces.end)
            .is_some_and(|piece| piece.shape == Shape::Possessive);
        !depends && !owns && !self.is_quoted(found.pieces.start)
    }

    /// Whether a piece stands in quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let after = self
            .quoted
            .partition_point(|quoted| quoted.pieces.start <= at);
        after > 0 && self.quoted[after - 1].pieces.end > at
    }

    /// A sentence about someone without a name ("A nurse came in.").
    fn stranger(&self, range: Range<usize>, sentence: u32) -> Heard {
        let first = range.start;
        let article = self.word(first);
        if !matches!(
            article,
            "The" | "A" | "An" | "One" | "Another" | "Her" | "His"
        ) {
            return Heard::Nothing;
        }
        let noun = (first + 1..range.end.min(first + 5))
            .take_while(|at| !self.is_say(*at) && self.may_lead(*at))
            .filter(|at| self.is_small(*at) && self.has(*at, Class::Role))
            .last();
        match noun {
            Some(noun) if !self.word(noun).ends_with('s') => {
                if article == "The" {
                    self.described(noun, sentence)
                } else {
                    Heard::Another
                }
            }
            Some(_) | None => Heard::Nothing,
        }
    }

    /// Whether a piece may stand between an article and its noun, both without a name.
    fn may_lead(&self, at: usize) -> bool {
        match self.pieces.all[at].shape {
            Shape::Small | Shape::Acronym | Shape::Initial | Shape::Number => true,
            Shape::Capital => self.found_starting(at).is_none(),
            Shape::Possessive | Shape::Mark => false,
        }
    }

    /// "the spokesman": the only one who is that; when nobody is, who spoke last.
    pub(super) fn described(&self, noun: usize, sentence: u32) -> Heard {
        let word = self.word(noun);
        match self.holders(word) {
            [name] => Heard::Speaker(*name, Attribution::Likely),
            [] if word.ends_with('s') => Heard::Another,
            [] => match sentence.checked_sub(1).map(|before| self.heard_in(before)) {
                Some(heard @ Heard::Speaker(..)) => heard.weakened(),
                Some(Heard::Nothing | Heard::Another) | None => Heard::Another,
            },
            several => self.told_apart(noun, several),
        }
    }

    /// "the UN envoy": of several envoys the only one whose role says so.
    fn told_apart(&self, noun: usize, names: &[NameId]) -> Heard {
        let words = || {
            (noun.saturating_sub(4)..noun)
                .rev()
                .take_while(|at| self.may_lead(*at) && !matches!(self.word(*at), "the" | "The"))
                .map(|at| self.word(at))
        };
        if words().next().is_none() {
            return Heard::Another;
        }
        let is_so = |name: &&NameId| {
            let roles = &self.names[name.0 as usize].roles;
            roles.iter().take(8).any(|role| {
                words().all(|word| {
                    let mut said = role.text.split_whitespace();
                    said.any(|other| other.eq_ignore_ascii_case(word))
                })
            })
        };
        let mut alike = names.iter().filter(is_so);
        match (alike.next(), alike.next()) {
            (Some(name), None) => Heard::Speaker(*name, Attribution::Likely),
            (_, _) => Heard::Another,
        }
    }

    /// Who speaks in the quotation that a sentence is part of.
    fn heard_in(&self, sentence: u32) -> Heard {
        let after = self
            .quoted
            .partition_point(|quoted| quoted.first_sentence <= sentence);
        let Some(index) = after.checked_sub(1) else {
            return Heard::Nothing;
        };
        if self.quoted[index].last_sentence < sentence {
            return Heard::Nothing;
        }
        self.heard.get(index).copied().unwrap_or(Heard::Nothing)
    }
}

fn gender_of(name: &Name) -> Option<Gender> {
    let title = |title: &String| {
        let title = title.trim_end_matches('.');
        let is = |other: &&str| other.eq_ignore_ascii_case(title);
        if ["mrs", "ms", "miss", "lady", "dame"].iter().any(is) {
            Some(Gender::She)
        } else if ["mr", "sir", "lord"].iter().any(is) {
            Some(Gender::He)
        } else {
            None
        }
    };
    let said = name.honorifics.iter().find_map(title);
    said.or_else(|| {
        let mut words = name
            .roles
            .iter()
            .take(8)
            .flat_map(|role| role.text.split_whitespace().take(4));
        words.find_map(|word| match word {
            "spokesman" | "chairman" | "businessman" | "actor" | "son" | "brother" | "husband"
            | "father" => Some(Gender::He),
            "spokeswoman" | "chairwoman" | "businesswoman" | "actress" | "daughter" | "sister"
            | "wife" | "mother" => Some(Gender::She),
            _ => None,
        })
    })
}
