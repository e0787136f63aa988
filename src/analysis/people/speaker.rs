//! Who said what stands in quotation marks.
//!
//! The rules, surest first: `”, X said` and `” said X` when the quotation ends
//! open; `X said: “` before it; the line before, where it ends with a colon; the
//! speaker of the quotation right before. What an organisation says, or someone
//! without a name, is given to nobody.

mod ahead;
#[cfg(test)]
mod tests;
mod title;

use std::ops::Range;

use super::lists::Class;
use super::marks::{Opening, Quoted};
use super::pieces::Shape;
use super::subject::{Heard, Scene};
use super::{Attribution, Quote, QuoteKind};

/// How far from a quotation, in pieces, its speaker is looked for.
const REACH: usize = 24;

/// Pieces, marks counted, up to which words in marks without a speaker are taken
/// for a title or an ironical word.
const SHORTEST: usize = 6;

/// Gives every quotation its speaker; words in marks that nobody says, and that
/// are too few for a sentence, are left out.
pub(super) fn attribute(scene: &mut Scene<'_, '_>) -> Vec<Quote> {
    for index in 0..scene.quoted.len() {
        let heard = scene.heard_at(index);
        scene.heard.push(heard);
    }
    hear_back(scene);
    let spoken = scene.quoted.iter().zip(&scene.heard);
    spoken
        .filter(|(quoted, heard)| {
            let is_long = quoted.pieces.len() > SHORTEST && !scene.is_title(quoted);
            heard.speaker().is_some() || is_long
        })
        .map(|(quoted, heard)| {
            let speaker = heard.speaker();
            Quote {
                kind: QuoteKind::Direct,
                span: quoted.span(scene.pieces),
                speaker: speaker.map(|(name, _)| name),
                attribution: speaker.map_or(Attribution::None, |(_, attribution)| attribution),
            }
        })
        .collect()
}

/// A speech of several paragraphs may name its speaker in the last.
fn hear_back(scene: &mut Scene<'_, '_>) {
    for index in (1..scene.quoted.len()).rev() {
        let goes_on = scene.quoted[index].opening == Opening::Continued;
        if goes_on && scene.heard[index - 1] == Heard::Nothing {
            scene.heard[index - 1] = scene.heard[index].weakened();
        }
    }
}

impl Scene<'_, '_> {
    fn heard_at(&self, index: usize) -> Heard {
        let quoted = &self.quoted[index];
        let beside = if self.ends_open(quoted) {
            self.told_after(index).or_else(|| self.told_before(index))
        } else {
            self.told_before(index)
                .or_else(|| self.told_right_after(index))
        };
        beside
            .or_else(|| self.told_next(quoted))
            .or_else(|| self.introduced(quoted))
            .or_else(|| self.inherited(index))
    }

    /// Whether a quotation ends so that its sentence must go on.
    fn ends_open(&self, quoted: &Quoted) -> bool {
        let last = quoted.pieces.end - 1;
        // Two marks may close it (``…'').
        let inner = (quoted.pieces.start + 1..last)
            .rev()
            .find(|at| self.word(*at) != "'");
        let inside = inner.is_some_and(|at| {
            matches!(
                self.word(at),
                "," | "?" | "!" | "—" | "–" | "--" | "…" | "..."
            )
        });
        let outside = self
            .pieces
            .all
            .get(last + 1)
            .is_some_and(|_| self.word(last + 1) == ",");
        inside || outside
    }

    /// The pieces after a quotation in which its speaker may be told.
    fn room_after(&self, index: usize) -> Range<usize> {
        let quoted = &self.quoted[index];
        let next = self.quoted.get(index + 1).map(|next| next.pieces.start);
        let from = quoted.pieces.end;
        let limit = self
            .pieces
            .sentence(quoted.last_sentence)
            .end
            .min(from + REACH)
            .min(next.unwrap_or(usize::MAX));
        from..limit
    }

    /// `”, X said` and `” said X`.
    fn told_after(&self, index: usize) -> Heard {
        let mut room = self.room_after(index);
        if !room.is_empty() && self.word(room.start) == "," {
            room.start += 1;
        }
        let inverted = self.told_right_after(index);
        if room.is_empty() || inverted != Heard::Nothing {
            return inverted;
        }
        if !self.begins_subject(room.start) {
            return Heard::Nothing;
        }
        let verb = room
            .clone()
            .take_while(|at| self.word(*at) != ";")
            .find(|at| self.is_say(*at));
        match verb {
            Some(verb) => self.before(room.start..verb, self.quoted[index].last_sentence),
            None => Heard::Nothing,
        }
    }

    /// `“…!” X said.`, cut into two sentences.
    fn told_next(&self, quoted: &Quoted) -> Heard {
        let end = quoted.pieces.end;
        let is_cry = matches!(self.word(end - 2), "!" | "?" | "…");
        let sentence = self.pieces.sentence(quoted.last_sentence);
        let is_next = is_cry && sentence.end == end && end < self.pieces.all.len();
        if !is_next || !self.begins_subject(end) {
            return Heard::Nothing;
        }
        let next = quoted.last_sentence + 1;
        let room = self.pieces.sentence(next);
        let verb = room
            .clone()
            .take(8)
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .find(|at| self.is_say(*at));
        let Some(verb) = verb.filter(|verb| verb + 1 < room.end) else {
            return Heard::Nothing;
        };
        // "Roe said that …" tells of something else.
        let only_told = matches!(
            self.word(verb + 1),
            "." | "," | "in" | "on" | "at" | "to" | "as" | "after" | "reporters" | "with" | "from"
        );
        if only_told {
            self.before(room.start..verb, next)
        } else {
            Heard::Nothing
        }
    }

    /// `” said X`, `”, according to X` and `” — X`.
    fn told_right_after(&self, index: usize) -> Heard {
        let mut room = self.room_after(index);
        if room.is_empty() {
            return Heard::Nothing;
        }
        if is_dash(self.word(room.start)) {
            return self.signed(room);
        }
        if self.word(room.start) == "," {
            room.start += 1;
        }
        let sentence = self.quoted[index].last_sentence;
        if room.len() > 2 && self.is_according(room.start) {
            return self.after(room.start + 2..room.end, sentence);
        }
        // "told" is never turned around: its listener follows.
        let turns = !room.is_empty()
            && self.is_say(room.start)
            && !matches!(
                self.word(room.start),
                "told" | "tells" | "reads" | "read" | "called"
            );
        if turns {
            self.after(room.start + 1..room.end, sentence)
        } else {
            Heard::Nothing
        }
    }

    /// "— Jane Roe" at the end of a line.
    fn signed(&self, room: Range<usize>) -> Heard {
        let named = self.found_starting(room.start + 1);
        let Some(index) = named else {
            return Heard::Nothing;
        };
        let end = self.found[index].pieces.end;
        if end >= room.end || self.word(end) == "," {
            Heard::Speaker(self.mentions[index].name, Attribution::Sure)
        } else {
            Heard::Nothing
        }
    }

    fn begins_subject(&self, at: usize) -> bool {
        match self.pieces.all[at].shape {
            Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Number => true,
            Shape::Small => {
                matches!(
                    self.word(at),
                    "the"
                        | "a"
                        | "an"
                        | "his"
                        | "her"
                        | "its"
                        | "their"
                        | "our"
                        | "my"
                        | "one"
                        | "another"
                        | "he"
                        | "she"
                        | "they"
                        | "it"
                        | "we"
                        | "you"
                        | "two"
                        | "three"
                        | "some"
                        | "many"
                        | "several"
                ) || self.pieces.all[at].classes.any(&[
                    Class::Role,
                    Class::RoleWord,
                    Class::Organisation,
                ])
            }
            Shape::Possessive | Shape::Mark => false,
        }
    }

    /// The speaker of the quotation before, where this one only goes on.
    fn inherited(&self, index: usize) -> Heard {
        let quoted = &self.quoted[index];
        let Some(before) = index.checked_sub(1) else {
            return Heard::Nothing;
        };
        let other = &self.quoted[before];
        let goes_on = match quoted.opening {
            Opening::Continued => true,
            Opening::Fresh => {
                quoted.pieces.start == self.pieces.sentence(quoted.first_sentence).start
                    && quoted.first_sentence <= other.last_sentence + 1
                    && !self.is_title(quoted)
                    && (quoted.paragraph == other.paragraph || self.is_long_speech(index))
            }
        };
        if goes_on {
            self.heard[before].weakened()
        } else {
            Heard::Nothing
        }
    }

    /// Whether a new paragraph may go on with the speaker of the last: the words
    /// are many, and no two were speaking in turn.
    fn is_long_speech(&self, index: usize) -> bool {
        let quoted = &self.quoted[index];
        let speaker = |back: usize| {
            let other = index.checked_sub(back).map(|other| &self.quoted[other]);
            let near = other.is_some_and(|other| other.paragraph + 2 >= quoted.paragraph);
            let heard = near.then(|| self.heard[index - back].speaker()).flatten();
            heard.map(|(name, _)| name)
        };
        let in_turn = speaker(2).is_some_and(|name| speaker(1) != Some(name));
        quoted.pieces.len() > SHORTEST && !in_turn
    }
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-" | "--" | "---" | "~")
}
