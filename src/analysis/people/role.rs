//! What someone is said to be, right beside the name.
//!
//! "ROLE of ORGANISATION Name" and "OWNER's ROLE Name" before it, "Name, ROLE,"
//! and "Name is ROLE" after it. The words are kept as written.

use std::ops::Range;

use super::find::Found;
use super::lists::Class;
use super::pieces::{Pieces, Shape};
use super::{Mention, Name, Role};
use crate::document::Span;

/// How many pieces a role may have; longer runs are clauses.
const LONGEST: usize = 20;

/// Gives each name the roles stated beside its mentions.
///
/// `found` and `mentions` are the same places, in order.
pub(super) fn give(pieces: &Pieces<'_>, found: &[Found], mentions: &[Mention], names: &mut [Name]) {
    for (index, (place, mention)) in found.iter().zip(mentions).enumerate() {
        let sentence = pieces.sentence(place.sentence);
        let floor = index
            .checked_sub(1)
            .map_or(sentence.start, |before| found[before].pieces.end);
        let finder = Finder {
            pieces,
            found,
            sentence: sentence.start.max(floor)..sentence.end,
        };
        let before = finder.before(place.pieces.start);
        let after = finder.after(place.pieces.end, index + 1);
        for range in before.into_iter().chain(after) {
            let span = Span {
                start: pieces.all[range.start].span.start,
                end: pieces.all[range.end - 1].span.end,
            };
            let words = span.of(pieces.source).split_whitespace();
            names[mention.name.0 as usize].roles.push(Role {
                text: words.collect::<Vec<_>>().join(" "),
                span,
            });
        }
    }
}

struct Finder<'p, 'a> {
    pieces: &'p Pieces<'a>,
    found: &'p [Found],
    /// From the mention before to the end of the sentence.
    sentence: Range<usize>,
}

impl Finder<'_, '_> {
    /// The role right before a name.
    fn before(&self, name: usize) -> Option<Range<usize>> {
        let floor = self.sentence.start.max(name.saturating_sub(LONGEST));
        let noun = (floor..name)
            .rev()
            .take_while(|at| self.may_lead_to_name(*at))
            .find(|at| self.has(*at, Class::Role))?;
        let between = noun + 1..name;
        let joined = between.is_empty() || self.is_connector(between.start) && between.len() > 1;
        if !joined {
            return None;
        }
        let mut start = noun;
        while start > floor && self.is_before_noun(start - 1, start) {
            start -= 1;
        }
        // "the company's president": the owner is no name, the role begins after it.
        while self.pieces.all[start].shape == Shape::Possessive {
            start += 1;
        }
        Some(start..name)
    }

    fn word(&self, at: usize) -> &str {
        self.pieces.word(at)
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.pieces.all[at].classes.has(class)
    }

    /// Whether a piece may stand between a role noun and the name.
    fn may_lead_to_name(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        match piece.shape {
            Shape::Capital | Shape::Acronym | Shape::Initial => !self.has(at, Class::Calendar),
            Shape::Possessive => true,
            Shape::Small => {
                piece
                    .classes
                    .any(&[Class::Role, Class::RoleWord, Class::Nation])
                    || self.is_connector(at)
                    || matches!(self.word(at), "the" | "and" | "affairs")
            }
            Shape::Number | Shape::Mark => false,
        }
    }

    fn is_connector(&self, at: usize) -> bool {
        matches!(self.word(at), "of" | "for" | "to" | "at" | "in" | "on")
    }

    /// Whether a piece belongs to the role whose part stands at `next`.
    fn is_before_noun(&self, at: usize, next: usize) -> bool {
        let piece = self.pieces.all[at];
        let modifier = [Class::Role, Class::RoleWord, Class::Nation];
        match piece.shape {
            Shape::Capital | Shape::Acronym => {
                !piece.classes.any(&[Class::Function, Class::Calendar])
            }
            Shape::Initial => piece.classes.has(Class::Nation),
            Shape::Possessive => at > self.sentence.start && self.is_owner(at - 1),
            Shape::Small => {
                piece.classes.any(&modifier) && self.pieces.all[next].shape != Shape::Possessive
            }
            Shape::Number | Shape::Mark => false,
        }
    }

    fn is_owner(&self, at: usize) -> bool {
        matches!(
            self.pieces.all[at].shape,
            Shape::Capital | Shape::Acronym | Shape::Initial
        )
    }

    /// The role after a name: an apposition, or what the name is said to be.
    fn after(&self, end: usize, next_mention: usize) -> Option<Range<usize>> {
        let start = self.after_link(end)?;
        let stop = (start..self.sentence.end.min(start + LONGEST))
            .find(|at| self.is_stop(*at))
            .unwrap_or(self.sentence.end.min(start + LONGEST));
        let noun = (start..stop.min(start + 10)).find(|at| self.has(*at, Class::Role))?;
        let strange = (start..noun).filter(|at| !self.is_modifier(*at)).count();
        let articles = (start..noun).rposition(|at| matches!(self.word(at), "the" | "a" | "an"));
        let late = articles.is_some_and(|at| at > 0);
        if strange > 2 || late || (start..noun).any(|at| self.breaks(at)) {
            return None;
        }
        // "Roe, President Doe, and": the next in a list, not what Roe is.
        let lists_another = self.found[next_mention..]
            .iter()
            .take_while(|found| found.pieces.start < stop)
            .any(|found| !self.is_joined(found.pieces.start));
        (!lists_another).then_some(start..stop)
    }

    /// Where a role may begin after a name: behind a comma, an age, "who is", "was named".
    fn after_link(&self, end: usize) -> Option<usize> {
        let word = |at: usize| match self.sentence.contains(&at) {
            true => self.word(at),
            false => "",
        };
        let mut at = end;
        let comma = word(at) == ",";
        at += usize::from(comma);
        if comma && self.sentence.contains(&at) && self.pieces.all[at].shape == Shape::Number {
            at += usize::from(word(at + 1) == ",") * 2;
        }
        at += usize::from(word(at) == "who");
        let copula = at;
        while matches!(
            word(at),
            "is" | "was"
                | "has"
                | "had"
                | "been"
                | "became"
                | "serves"
                | "served"
                | "as"
                | "also"
                | "named"
                | "appointed"
                | "elected"
        ) {
            at += 1;
        }
        (comma || at > copula)
            .then_some(at)
            .filter(|at| self.sentence.contains(at))
    }

    fn is_stop(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        match piece.shape {
            Shape::Mark => !matches!(self.word(at), "-" | "&" | "/" | "’" | "'"),
            Shape::Small => match self.word(at) {
                "since" | "until" | "who" | "whose" | "which" | "that" | "when" | "where"
                | "whom" | "but" | "because" | "after" | "before" | "while" | "during" => true,
                "in" | "from" | "on" => {
                    let next = self.pieces.all.get(at + 1);
                    next.is_some_and(|next| {
                        next.shape == Shape::Number || next.classes.has(Class::Calendar)
                    })
                }
                _ => {
                    piece.classes.any(&[Class::Say, Class::Act])
                        && !piece.classes.any(&[Class::Role, Class::RoleWord])
                }
            },
            Shape::Capital
            | Shape::Acronym
            | Shape::Initial
            | Shape::Number
            | Shape::Possessive => false,
        }
    }

    /// Whether a piece is expected before a role noun.
    fn is_modifier(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        piece.shape != Shape::Small
            || piece
                .classes
                .any(&[Class::RoleWord, Class::Nation, Class::Organisation])
            || matches!(
                self.word(at),
                "the" | "a" | "an" | "his" | "her" | "its" | "their" | "one" | "and"
            )
    }

    /// Whether a piece before the noun shows that it is not said of the name.
    fn breaks(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        piece.shape == Shape::Small && piece.classes.has(Class::Function) && !self.is_modifier(at)
    }

    /// Whether a mention inside an apposition belongs to the role ("aide to Roe").
    fn is_joined(&self, mention: usize) -> bool {
        let after = self
            .found
            .partition_point(|found| found.pieces.start < mention);
        let owns = self.found.get(after).is_some_and(|found| {
            self.pieces
                .all
                .get(found.pieces.end)
                .is_some_and(|piece| piece.shape == Shape::Possessive)
        });
        let joint = (self.sentence.start..mention)
            .rev()
            .take(6)
            .find(|at| self.is_connector(*at) || self.word(*at) == ",");
        owns || joint.is_some_and(|at| self.is_connector(at))
    }
}
