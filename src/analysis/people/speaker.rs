//! Who said what stands in quotation marks.
//!
//! The rules, surest first: `”, X said` and `” said X` when the quotation ends
//! open; `X said: “` before it; the speaker of the quotation right before. A
//! pronoun or "the spokesman" stands for the last who acted or spoke.

use std::ops::Range;

use super::find::Found;
use super::lists::{Class, fold};
use super::marks::{Opening, Quoted};
use super::pieces::{Pieces, Shape};
use super::{Attribution, Mention, Name, NameId, Quote, QuoteKind};

/// How far from a quotation, in pieces, its speaker is looked for.
const REACH: usize = 24;
/// How many sentences back a pronoun may point.
const SENTENCES_BACK: u32 = 6;

type Speaker = (NameId, Attribution);

/// Gives every quotation its speaker; words in marks that nobody says, and that
/// are too few for a sentence, are left out.
pub(super) fn attribute(
    pieces: &Pieces<'_>,
    found: &[Found],
    mentions: &[Mention],
    names: &[Name],
    quoted: &[Quoted],
) -> Vec<Quote> {
    let mut listener = Listener {
        pieces,
        found,
        mentions,
        names,
        quoted,
        speakers: Vec::with_capacity(quoted.len()),
    };
    for index in 0..quoted.len() {
        let speaker = listener.speaker(index);
        listener.speakers.push(speaker);
    }
    let speakers = listener.speakers.iter();
    quoted
        .iter()
        .zip(speakers)
        .filter(|(quoted, speaker)| speaker.is_some() || quoted.pieces.len() > SHORTEST)
        .map(|(quoted, speaker)| Quote {
            kind: QuoteKind::Direct,
            span: quoted.span(pieces),
            speaker: speaker.map(|(name, _)| name),
            attribution: speaker.map_or(Attribution::None, |(_, attribution)| attribution),
        })
        .collect()
}

/// Pieces, marks counted, up to which words in marks without a speaker are taken
/// for a title or an ironical word.
const SHORTEST: usize = 6;

struct Listener<'l, 'a> {
    pieces: &'l Pieces<'a>,
    found: &'l [Found],
    mentions: &'l [Mention],
    names: &'l [Name],
    quoted: &'l [Quoted],
    /// Of the quotations before the one looked at.
    speakers: Vec<Option<Speaker>>,
}

impl<'a> Listener<'_, 'a> {
    fn speaker(&self, index: usize) -> Option<Speaker> {
        let quoted = &self.quoted[index];
        let after = || self.after(index);
        let before = || self.before(index);
        let beside = if self.ends_open(quoted) {
            after().or_else(before)
        } else {
            before()
        };
        beside.or_else(|| self.inherited(index))
    }

    fn word(&self, at: usize) -> &'a str {
        self.pieces.word(at)
    }

    fn is_say(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        piece.shape == Shape::Small && piece.classes.has(Class::Say)
    }

    /// Whether a quotation ends so that its sentence must go on.
    fn ends_open(&self, quoted: &Quoted) -> bool {
        let last = quoted.pieces.end - 1;
        let inside = last > quoted.pieces.start
            && matches!(
                self.word(last - 1),
                "," | "?" | "!" | "—" | "–" | "--" | "…" | "..."
            );
        let outside = self
            .pieces
            .all
            .get(last + 1)
            .is_some_and(|_| self.word(last + 1) == ",");
        inside || outside
    }

    /// `”, X said` and `” said X`.
    fn after(&self, index: usize) -> Option<Speaker> {
        let quoted = &self.quoted[index];
        let sentence = self.pieces.sentence(quoted.last_sentence);
        let mut from = quoted.pieces.end;
        let next = self.quoted.get(index + 1).map(|next| next.pieces.start);
        let limit = sentence
            .end
            .min(from + REACH)
            .min(next.unwrap_or(usize::MAX));
        if from < limit && self.word(from) == "," {
            from += 1;
        }
        if from >= limit {
            return None;
        }
        if self.is_say(from) {
            return self.subject_from(from + 1..limit, quoted.last_sentence);
        }
        let verb = (from..limit).find(|at| self.is_say(*at))?;
        self.subject_before(from..verb, quoted.last_sentence)
    }

    /// `X said: “`, `X said that … “`, `according to X, “`.
    fn before(&self, index: usize) -> Option<Speaker> {
        let quoted = &self.quoted[index];
        let sentence = self.pieces.sentence(quoted.first_sentence);
        let end = quoted.pieces.start;
        let after_other = index
            .checked_sub(1)
            .map_or(0, |before| self.quoted[before].pieces.end);
        let from = sentence
            .start
            .max(after_other)
            .max(end.saturating_sub(2 * REACH));
        if from >= end {
            return None;
        }
        if self.word(end - 1) == ":"
            && let Some(speaker) = self.mention_ending(end - 1)
        {
            return Some((speaker, Attribution::Sure));
        }
        let verb = (from..end)
            .rev()
            .find(|at| self.is_say(*at) || self.is_saying(*at))?;
        if self.is_saying(verb) {
            let subject = self.subject(quoted.first_sentence)?;
            return (self.pieces.sentence(quoted.first_sentence).start == from)
                .then_some((subject, Attribution::Likely));
        }
        self.subject_before(from..verb, quoted.first_sentence)
    }

    fn is_saying(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "saying" | "adding" | "telling" | "stressing" | "noting"
        )
    }

    /// The subject after its verb: a name, titles before it passed over.
    fn subject_from(&self, range: Range<usize>, sentence: u32) -> Option<Speaker> {
        let first = range.start;
        if range.is_empty() {
            return None;
        }
        if let Some(speaker) = self.pronoun(first, sentence) {
            return Some(speaker);
        }
        let named = range
            .clone()
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .find_map(|at| self.mention_starting(at));
        if let Some(name) = named {
            return Some((name, Attribution::Sure));
        }
        let noun = range
            .take_while(|at| self.pieces.all[*at].shape == Shape::Small || *at == first)
            .find(|at| self.pieces.all[*at].classes.has(Class::Role))?;
        (self.word(first) == "the").then(|| self.described(noun, sentence))?
    }

    /// The subject right before its verb, which stands at the range's end.
    fn subject_before(&self, range: Range<usize>, sentence: u32) -> Option<Speaker> {
        let mut end = range.end;
        while end > range.start && self.is_adverb(end - 1) {
            end -= 1;
        }
        if end == range.start {
            return None;
        }
        if let Some(speaker) = self.pronoun(end - 1, sentence) {
            return Some(speaker);
        }
        if let Some(name) = self.mention_ending(end) {
            return Some((name, Attribution::Sure));
        }
        // "Roe, the spokesman, said": an apposition between commas.
        if self.word(end - 1) == ","
            && let Some(comma) = (range.start..end - 1)
                .rev()
                .find(|at| self.word(*at) == ",")
            && let Some(name) = self.mention_ending(comma)
        {
            return Some((name, Attribution::Sure));
        }
        let is_role = self.pieces.all[end - 1].classes.has(Class::Role);
        let opens = (range.start..end)
            .rev()
            .take(6)
            .any(|at| matches!(self.word(at), "the" | "The"));
        (is_role && opens).then(|| self.described(end - 1, sentence))?
    }

    fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(
            word,
            "also" | "then" | "has" | "had" | "later" | "further" | "again" | "once"
        ) || word.ends_with("ly") && self.pieces.all[at].shape == Shape::Small
    }

    fn mention_starting(&self, at: usize) -> Option<NameId> {
        let index = self
            .found
            .binary_search_by_key(&at, |found| found.pieces.start)
            .ok()?;
        Some(self.mentions[index].name)
    }

    fn mention_ending(&self, end: usize) -> Option<NameId> {
        let index = self
            .found
            .binary_search_by_key(&end, |found| found.pieces.end)
            .ok()?;
        Some(self.mentions[index].name)
    }

    fn pronoun(&self, at: usize, sentence: u32) -> Option<Speaker> {
        let pronoun = self.word(at);
        let other = match pronoun {
            "he" | "He" => ["mrs", "ms", "miss"],
            "she" | "She" => ["mr", "sir", "lord"],
            _ => return None,
        };
        let name = self.last_actor(sentence, |name| {
            !name
                .honorifics
                .iter()
                .any(|title| other.contains(&fold(title.trim_end_matches('.')).as_str()))
        })?;
        Some((name, Attribution::Likely))
    }

    /// "the spokesman": the last who acted, unless exactly one other is known to be that.
    fn described(&self, noun: usize, sentence: u32) -> Option<Speaker> {
        let noun = self.word(noun);
        let known = |name: &Name| {
            let mut words = name
                .roles
                .iter()
                .flat_map(|role| role.text.split_whitespace());
            words.any(|word| word.eq_ignore_ascii_case(noun))
        };
        let actor = self
            .last_actor(sentence, known)
            .or_else(|| self.last_actor(sentence, |name| name.roles.is_empty() || !known(name)));
        actor.map(|name| (name, Attribution::Likely))
    }

    /// The last before a sentence who acted or spoke, of those that suit.
    fn last_actor(&self, sentence: u32, suits: impl Fn(&Name) -> bool) -> Option<NameId> {
        let earliest = sentence.saturating_sub(SENTENCES_BACK);
        (earliest..sentence).rev().find_map(|before| {
            self.quoted_in(before)
                .or_else(|| self.subject(before))
                .filter(|name| suits(&self.names[name.0 as usize]))
        })
    }

    /// Who speaks in the quotation that a sentence is part of.
    fn quoted_in(&self, sentence: u32) -> Option<NameId> {
        let after = self
            .quoted
            .partition_point(|quoted| quoted.first_sentence <= sentence);
        let index = after.checked_sub(1)?;
        let covers = self.quoted[index].last_sentence >= sentence;
        let speaker = self.speakers.get(index).copied().flatten()?;
        covers.then_some(speaker.0)
    }

    /// Who acts in a sentence: the first named who depends on no preposition.
    fn subject(&self, sentence: u32) -> Option<NameId> {
        let range = self.pieces.sentence(sentence);
        let first = self
            .found
            .partition_point(|found| found.pieces.start < range.start);
        let index = (first..self.found.len())
            .take_while(|index| self.found[*index].pieces.start < range.end)
            .take(4)
            .find(|index| self.may_act(&self.found[*index], &range))?;
        Some(self.mentions[index].name)
    }

    fn may_act(&self, found: &Found, sentence: &Range<usize>) -> bool {
        let before = found.pieces.start.checked_sub(1);
        let depends = before.filter(|at| sentence.contains(at)).is_some_and(|at| {
            matches!(
                self.word(at),
                "of" | "with" | "to" | "for" | "by" | "from" | "against" | "about" | "and"
            )
        });
        let owns = self
            .pieces
            .all
            .get(found.pieces.end)
            .is_some_and(|piece| piece.shape == Shape::Possessive);
        let in_quotation = {
            let after = self
                .quoted
                .partition_point(|quoted| quoted.pieces.start <= found.pieces.start);
            after > 0 && self.quoted[after - 1].pieces.end > found.pieces.start
        };
        !depends && !owns && !in_quotation
    }

    /// The speaker of the quotation before, where this one only goes on.
    fn inherited(&self, index: usize) -> Option<Speaker> {
        let quoted = &self.quoted[index];
        let before = index.checked_sub(1)?;
        let (name, _) = self.speakers[before]?;
        let other = &self.quoted[before];
        let goes_on = match quoted.opening {
            Opening::Continued => true,
            Opening::Fresh => {
                let starts = self.pieces.sentence(quoted.first_sentence).start;
                quoted.pieces.start == starts
                    && quoted.pieces.len() > SHORTEST
                    && quoted.first_sentence <= other.last_sentence + 1
            }
        };
        goes_on.then_some((name, Attribution::Likely))
    }
}
