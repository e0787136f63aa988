//! Mentions by a role: "the minister", where one person of the article is one.
//!
//! A description is joined only when it is safe: exactly one person has been
//! introduced with the role so far, nothing shows another bearer ("a
//! minister", "the minister of Ruritania"), and the person was named not long
//! ago, but not in the very sentence. What is left open stays without a mention.

use rustc_hash::FxHashMap;

use super::lists::Class;
use super::pieces::{Pieces, Shape};
use super::{Join, Mention, MentionKind, Name, NameId, NameKind};
use crate::analysis::text::Text;
use crate::document::Span;

/// After so many paragraphs without the person "the minister" may be another.
const PARAGRAPHS: u32 = 4;

/// Pieces between "the" and the noun at most.
const MODIFIERS: usize = 3;

/// Words that make of a bearer of a role another one.
const CHANGING: [&str; 12] = [
    "former",
    "ex",
    "vice",
    "deputy",
    "prime",
    "assistant",
    "acting",
    "interim",
    "late",
    "next",
    "incoming",
    "new",
];

/// Adds the descriptions to the mentions, which stay in order of the text.
pub(super) fn add(
    text: &Text<'_>,
    pieces: &Pieces<'_>,
    names: &[Name],
    mentions: &mut Vec<Mention>,
) {
    let roles = introductions(names);
    if roles.is_empty() {
        return;
    }
    let mut reader = Reader {
        text,
        pieces,
        mentions,
        roles: &roles,
        nouns: FxHashMap::default(),
        last_seen: vec![None; names.len()],
    };
    let described = reader.read();
    if !described.is_empty() {
        mentions.extend(described);
        mentions.sort_by_key(|mention| mention.span);
    }
}

/// Where somebody is said to be something.
struct Introduction<'a> {
    span: Span,
    name: NameId,
    role: &'a str,
}

fn introductions(names: &[Name]) -> Vec<Introduction<'_>> {
    let mut found = Vec::new();
    for (name, id) in names.iter().zip(0..) {
        let is_one = match name.kind {
            NameKind::Person => true,
            NameKind::Family => false,
        };
        found.extend(
            name.roles
                .iter()
                .filter(|_| is_one)
                .map(|role| Introduction {
                    span: role.span,
                    name: NameId(id),
                    role: &role.text,
                }),
        );
    }
    found.sort_by_key(|introduction| introduction.span);
    found
}

/// Who has been introduced with a noun.
enum Bearer<'a> {
    One {
        name: NameId,
        role: &'a str,
    },
    /// Several, or somebody who is not named.
    Unclear,
}

struct Reader<'r, 'a> {
    text: &'r Text<'a>,
    pieces: &'r Pieces<'a>,
    mentions: &'r [Mention],
    roles: &'r [Introduction<'r>],
    /// By the noun in small letters.
    nouns: FxHashMap<String, Bearer<'r>>,
    /// The paragraph in which each name was last meant.
    last_seen: Vec<Option<u32>>,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn read(&mut self) -> Vec<Mention> {
        let mut described = Vec::new();
        let (mut role, mut first) = (0, 0);
        for (index, (sentence, _)) in self.pieces.sentences().enumerate() {
            let index = index as u32;
            let paragraph = self.text.sentences[index as usize].paragraph;
            let count = self.mentions[first..]
                .iter()
                .take_while(|mention| mention.sentence == index)
                .count();
            let here = &self.mentions[first..first + count];
            first += count;
            for at in sentence.clone() {
                let piece = self.pieces.all[at];
                while role < self.roles.len() && self.roles[role].span.end <= piece.span.start {
                    role += 1;
                }
                if !piece.classes.has(Class::Role) || covers(here, piece.span) {
                    continue;
                }
                let introduced = self
                    .roles
                    .get(role)
                    .filter(|role| role.span.overlaps(piece.span));
                if let Some(introduced) = introduced {
                    self.introduce(at, introduced);
                } else if let Some(mention) =
                    self.describe(at, sentence.start, sentence.end, here, index)
                {
                    self.last_seen[mention.name.0 as usize] = Some(paragraph);
                    described.push(mention);
                }
            }
            for mention in here {
                self.last_seen[mention.name.0 as usize] = Some(paragraph);
            }
        }
        described
    }

    fn introduce(&mut self, at: usize, introduced: &'r Introduction<'r>) {
        let noun = self.pieces.word(at).to_ascii_lowercase();
        let bearer = Bearer::One {
            name: introduced.name,
            role: introduced.role,
        };
        let is_other = match self.nouns.get(&noun) {
            None => !self.is_head(at, introduced.span),
            Some(Bearer::One { name, .. }) => *name != introduced.name,
            Some(Bearer::Unclear) => true,
        };
        let bearer = if is_other { Bearer::Unclear } else { bearer };
        self.nouns.insert(noun, bearer);
    }

    /// Whether a noun says what the person is: not "spokesman for the minister",
    /// nor "the minister's spokesman".
    fn is_head(&self, at: usize, role: Span) -> bool {
        let within = |at: &usize| {
            self.pieces
                .all
                .get(*at)
                .is_some_and(|piece| piece.span.overlaps(role))
        };
        let joins = |at: usize| {
            matches!(
                self.pieces.word(at),
                "of" | "for" | "to" | "at" | "in" | "on" | "who"
            )
        };
        let behind = (0..at).rev().take_while(within).any(joins);
        let owns = (at + 1..)
            .take_while(within)
            .take_while(|at| !joins(*at))
            .any(|at| self.pieces.all[at].shape == Shape::Possessive);
        !behind && !owns
    }

    /// The mention whose noun stands at `at`, if it is safe; otherwise what the
    /// noun shows of other bearers is kept in mind.
    fn describe(
        &mut self,
        at: usize,
        start: usize,
        end: usize,
        here: &[Mention],
        sentence: u32,
    ) -> Option<Mention> {
        let noun = self.pieces.word(at).to_ascii_lowercase();
        let Some(Bearer::One { name, role }) = self.nouns.get(&noun) else {
            return None;
        };
        let (name, role) = (*name, *role);
        let floor = start.max(at.saturating_sub(MODIFIERS + 1));
        let first = (floor..at)
            .rev()
            .find(|before| !self.is_modifier(*before))?;
        let is_definite = matches!(self.pieces.word(first), "the" | "The");
        if !is_definite || self.is_of_another(at, end) {
            if is_definite || self.shows_another(first) {
                self.nouns.insert(noun, Bearer::Unclear);
            }
            return None;
        }
        let modifiers = (first + 1..at).map(|at| self.pieces.word(at));
        let span = Span {
            start: self.pieces.all[first].span.start,
            end: self.pieces.all[at].span.end,
        };
        let paragraph = self.text.sentences[sentence as usize].paragraph;
        let recent =
            self.last_seen[name.0 as usize].is_some_and(|seen| seen + PARAGRAPHS >= paragraph);
        let safe = recent
            && fits(modifiers, role)
            && here
                .iter()
                .all(|mention| mention.name != name && !mention.span.overlaps(span))
            && self.ends_here(at + 1, end);
        safe.then_some(Mention {
            span,
            name,
            sentence,
            kind: MentionKind::Described,
            join: Join::Role,
        })
    }

    fn is_modifier(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        let modifies = [Class::RoleWord, Class::Nation, Class::Role];
        piece.classes.any(&modifies) || CHANGING.contains(&self.pieces.word(at))
    }

    /// "the president of", "the ambassador to Ruritania": maybe not the one introduced.
    fn is_of_another(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        if next >= end {
            return false;
        }
        match self.pieces.word(next) {
            "of" | "for" | "to" | "from" => true,
            "in" | "at" => next + 1 < end && is_capital(self.pieces.all[next + 1].shape),
            _ => false,
        }
    }

    /// What stands before a noun that is somebody else's: "a", "'s", "Ruritanian".
    fn shows_another(&self, first: usize) -> bool {
        let piece = self.pieces.all[first];
        let word = self.pieces.word(first);
        let determiner = [
            "a", "A", "an", "An", "another", "Another", "his", "her", "its", "their", "every",
            "other",
        ];
        piece.shape == Shape::Possessive || determiner.contains(&word) || is_capital(piece.shape)
    }

    /// Whether the noun is not the first half of something longer: "the minister post".
    fn ends_here(&self, next: usize, end: usize) -> bool {
        if next >= end {
            return true;
        }
        let piece = self.pieces.all[next];
        match piece.shape {
            Shape::Mark => !matches!(self.pieces.word(next), "-" | "/" | "&"),
            Shape::Possessive => true,
            Shape::Small => {
                let verb = [Class::Say, Class::Act, Class::Function];
                let word = self.pieces.word(next);
                piece.classes.any(&verb) && !piece.classes.has(Class::Role)
                    || ["ed", "ly"].iter().any(|ending| word.ends_with(ending))
            }
            Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Number => false,
        }
    }
}

fn is_capital(shape: Shape) -> bool {
    match shape {
        Shape::Capital | Shape::Acronym | Shape::Initial => true,
        Shape::Small | Shape::Number | Shape::Possessive | Shape::Mark => false,
    }
}

fn covers(mentions: &[Mention], span: Span) -> bool {
    mentions.iter().any(|mention| mention.span.overlaps(span))
}

/// Whether the words before a noun agree with what the person was said to be.
fn fits<'m>(modifiers: impl Iterator<Item = &'m str> + Clone, role: &str) -> bool {
    let has = |wanted: &str| {
        role.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word.eq_ignore_ascii_case(wanted))
    };
    let said = |wanted: &str| {
        modifiers
            .clone()
            .any(|word| word.eq_ignore_ascii_case(wanted))
    };
    modifiers.clone().all(has)
        && CHANGING
            .iter()
            .all(|word| !has(word) || said(word) || *word == "new")
}
