//! Who said what stands in quotation marks.
//!
//! The rules, surest first: `”, X said` and `” said X` when the quotation ends
//! open; `X said: “` before it; the line before, where it ends with a colon; the
//! speaker of the quotation right before. What an organisation says, or someone
//! without a name, is given to nobody.

#[cfg(test)]
mod tests;

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
    fn room_after(&self, index: usize) -> std::ops::Range<usize> {
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
    fn signed(&self, room: std::ops::Range<usize>) -> Heard {
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
        use super::lists::Class;
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

    /// `X said: “`, `X said that … “`, `according to X, “`.
    fn told_before(&self, index: usize) -> Heard {
        let quoted = &self.quoted[index];
        let sentence = self.pieces.sentence(quoted.first_sentence);
        let end = quoted.pieces.start;
        let other = index.checked_sub(1).map(|before| &self.quoted[before]);
        let after_other = other.map_or(0, |other| other.pieces.end);
        let from = sentence
            .start
            .max(after_other)
            .max(end.saturating_sub(2 * REACH));
        if from >= end || self.names_a_thing(quoted) {
            return Heard::Nothing;
        }
        if self.word(end - 1) == ":"
            && let Some(speaker) = self.found_ending(end - 1)
            && self.found[speaker].pieces.start == sentence.start
        {
            return Heard::Speaker(self.mentions[speaker].name, Attribution::Sure);
        }
        let beside = other
            .filter(|other| other.pieces.end == from && from > sentence.start)
            .map(|_| self.heard[index - 1]);
        match self.last_saying(from..end) {
            Some(verb) if self.is_word_in_passing(quoted, verb) => Heard::Nothing,
            Some(verb) => match beside {
                Some(heard) if heard != Heard::Nothing && self.is_first_saying(from, verb) => heard,
                Some(_) | None => self.subject_of(from..end, verb, quoted.first_sentence),
            },
            None if beside.is_some() && end - from <= 4 => {
                beside.map_or(Heard::Nothing, Heard::weakened)
            }
            None if self.word(end - 1) == ":" => self.opener(from..end - 1),
            None => Heard::Nothing,
        }
    }

    /// A single word in marks away from its verb: an odd word, but nobody's.
    fn is_word_in_passing(&self, quoted: &Quoted, verb: usize) -> bool {
        let start = quoted.pieces.start;
        let beside = verb + 1 == start || matches!(self.word(start - 1), "," | ":" | "as" | "that");
        let names = matches!(
            self.word(verb),
            "called" | "calls" | "calling" | "described" | "describes" | "describing" | "dismissed"
        );
        quoted.pieces.len() <= 3 && !beside && !names
    }

    /// The last verb of saying, or "according to", in a stretch.
    fn last_saying(&self, range: std::ops::Range<usize>) -> Option<usize> {
        range
            .rev()
            .find(|at| self.is_told(*at) || self.is_going_on(*at) || self.is_according(*at))
    }

    /// A verb of saying, but not "pointed to", nor "read" of who reads.
    fn is_told(&self, at: usize) -> bool {
        self.is_say(at)
            && match self.word(at) {
                "pointed" => self.pieces.all.get(at + 1).is_some() && self.word(at + 1) == "out",
                "read" | "reads" => false,
                _ => true,
            }
    }

    fn is_first_saying(&self, from: usize, verb: usize) -> bool {
        !(from..verb).any(|at| self.is_say(at) || self.is_going_on(at))
    }

    /// Who says what follows a verb in a stretch.
    fn subject_of(&self, range: std::ops::Range<usize>, verb: usize, sentence: u32) -> Heard {
        if self.is_according(verb) {
            return self.after(verb + 2..range.end, sentence);
        }
        if self.is_going_on(verb) {
            let main = (range.start..verb).find(|at| self.is_say(*at));
            return match main {
                Some(main) => self.before(range.start..main, sentence).weakened(),
                None => self.opener(range.start..verb),
            };
        }
        self.before(range.start..verb, sentence)
    }

    fn is_going_on(&self, at: usize) -> bool {
        self.is_small(at)
            && matches!(
                self.word(at),
                "saying"
                    | "adding"
                    | "telling"
                    | "stressing"
                    | "noting"
                    | "calling"
                    | "writing"
                    | "describing"
                    | "warning"
                    | "insisting"
                    | "arguing"
                    | "claiming"
            )
    }

    /// "according to", "in the words of": the speaker follows two words on.
    pub(super) fn is_according(&self, at: usize) -> bool {
        self.pieces.all.get(at + 1).is_some()
            && match self.word(at) {
                "according" | "According" => self.word(at + 1) == "to",
                "words" => self.word(at + 1) == "of",
                _ => false,
            }
    }

    /// The line before, where it ends with a colon or has no end of its own.
    fn introduced(&self, quoted: &Quoted) -> Heard {
        let opens = self.pieces.sentence(quoted.first_sentence).start == quoted.pieces.start;
        let before = quoted.first_sentence.checked_sub(1).filter(|_| opens);
        match before {
            Some(before) => self.announcer(before),
            None => Heard::Nothing,
        }
    }

    /// Who speaks after a sentence that ends with a colon, or with no stop at all.
    fn announcer(&self, sentence: u32) -> Heard {
        let range = self.pieces.sentence(sentence);
        let last = range.end - 1;
        let is_open = match self.pieces.all[last].shape {
            Shape::Mark => matches!(self.word(last), ":" | ","),
            Shape::Small => true,
            Shape::Capital
            | Shape::Acronym
            | Shape::Initial
            | Shape::Number
            | Shape::Possessive => false,
        };
        if !is_open || range.len() < 2 {
            return Heard::Nothing;
        }
        let is_colon = self.word(last) == ":";
        let range = range.start.max(range.end.saturating_sub(2 * REACH))..last;
        match self.last_saying(range.start..last + 1) {
            Some(verb) => self.subject_of(range, verb, sentence).weakened(),
            None if is_colon => self.opener(range),
            None => Heard::Nothing,
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

    /// Words in marks that are the name of something: "Every Word in Capitals".
    fn is_title(&self, quoted: &Quoted) -> bool {
        use super::lists::Class;
        let inner = quoted.pieces.start + 1..quoted.pieces.end - 1;
        let mut capitals = 0;
        for at in inner {
            let piece = self.pieces.all[at];
            match piece.shape {
                Shape::Capital | Shape::Acronym => capitals += 1,
                Shape::Small if piece.classes.has(Class::Function) && piece.span.len() <= 4 => {}
                Shape::Small => return false,
                Shape::Mark if matches!(self.word(at), "," | "." | "!" | "?" | ";") => {
                    return false;
                }
                Shape::Mark | Shape::Number | Shape::Initial | Shape::Possessive => {}
            }
        }
        capitals > 0
    }

    /// Whether words in marks are a name, or said with irony, rather than quoted.
    fn names_a_thing(&self, quoted: &Quoted) -> bool {
        let before = self.word(quoted.pieces.start - 1);
        let is_announced = matches!(
            before,
            "so-called"
                | "titled"
                | "entitled"
                | "named"
                | "nicknamed"
                | "dubbed"
                | "word"
                | "phrase"
                | "term"
                | "film"
                | "novel"
                | "book"
                | "song"
                | "play"
                | "album"
        );
        let is_told = matches!(before, "," | ":" | "that")
            || self.is_say(quoted.pieces.start - 1)
            || self.is_going_on(quoted.pieces.start - 1);
        is_announced && quoted.pieces.len() <= 2 * SHORTEST || !is_told && self.is_title(quoted)
    }
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-" | "--" | "---" | "~")
}
