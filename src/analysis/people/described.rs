//! Mentions by a role: "the minister", where one person of the article is one.
//!
//! A description is joined only when it is safe: exactly one person has been
//! introduced with the role so far, nothing shows another bearer ("a
//! minister", "the minister of Ruritania"), and the person was named not long
//! ago, but not in the very sentence. What is left open stays without a mention.

use rustc_hash::{FxHashMap, FxHashSet};

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
    let roles = introductions(names, pieces);
    if roles.is_empty() {
        return;
    }
    let nouns = roles
        .iter()
        .map(|role| pieces.word(role.noun).to_ascii_lowercase());
    let mut reader = Reader {
        text,
        pieces,
        mentions,
        roles: &roles,
        heads: nouns.collect(),
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
    /// The piece that says what: not "spokesman for the minister", nor "the
    /// minister's spokesman".
    noun: usize,
}

fn introductions<'a>(names: &'a [Name], pieces: &Pieces<'_>) -> Vec<Introduction<'a>> {
    let mut found = Vec::new();
    for (name, id) in names.iter().zip(0..) {
        let is_one = match name.kind {
            NameKind::Person => true,
            NameKind::Family => false,
        };
        for role in name.roles.iter().filter(|_| is_one) {
            found.extend(head(role.span, pieces).map(|noun| Introduction {
                span: role.span,
                name: NameId(id),
                role: &role.text,
                noun,
            }));
        }
    }
    found.sort_by_key(|introduction| introduction.span);
    found
}

/// The noun of a role: the last word before "of" and its like.
fn head(role: Span, pieces: &Pieces<'_>) -> Option<usize> {
    let start = pieces
        .all
        .partition_point(|piece| piece.span.end <= role.start);
    let end = pieces
        .all
        .partition_point(|piece| piece.span.start < role.end);
    let ends = |at: &usize| {
        let links = [
            "of", "for", "to", "at", "in", "on", "who", "and", "with", "from", ",",
        ];
        !links.contains(&pieces.word(*at))
    };
    let is_word = |at: &usize| match pieces.all[*at].shape {
        Shape::Small | Shape::Capital => true,
        Shape::Initial | Shape::Acronym | Shape::Number | Shape::Possessive | Shape::Mark => false,
    };
    (start..end).take_while(ends).filter(is_word).last()
}

/// Who has been introduced with a noun.
enum Bearers<'a> {
    /// Each with what they were said to be: the minister of one thing and of another.
    Named(Vec<(NameId, &'a str)>),
    /// Somebody who is not named, or too many.
    Unclear,
}

/// Roles of one noun that are told apart at most.
const MOST_ROLES: usize = 6;

struct Reader<'r, 'a> {
    text: &'r Text<'a>,
    pieces: &'r Pieces<'a>,
    mentions: &'r [Mention],
    roles: &'r [Introduction<'r>],
    /// Nouns of all roles, in small letters.
    heads: FxHashSet<String>,
    /// By the noun in small letters.
    nouns: FxHashMap<String, Bearers<'r>>,
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
                if !self.is_head(at) || covers(here, piece.span) {
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

    /// Whether a word is the noun of some role.
    fn is_head(&self, at: usize) -> bool {
        let word = self.pieces.word(at);
        match self.pieces.all[at].shape {
            Shape::Small => self.heads.contains(word),
            Shape::Capital => self.heads.contains(word.to_ascii_lowercase().as_str()),
            Shape::Initial | Shape::Acronym | Shape::Number | Shape::Possessive | Shape::Mark => {
                false
            }
        }
    }

    fn introduce(&mut self, at: usize, introduced: &'r Introduction<'r>) {
        let noun = self.pieces.word(at).to_ascii_lowercase();
        let is_noun = introduced.noun == at;
        let known = self.nouns.entry(noun).or_insert(Bearers::Named(Vec::new()));
        match known {
            Bearers::Named(bearers) if is_noun && bearers.len() < MOST_ROLES => {
                bearers.push((introduced.name, introduced.role));
            }
            Bearers::Named(bearers) if bearers.iter().any(|(name, _)| *name == introduced.name) => {
            }
            Bearers::Named(_) | Bearers::Unclear => *known = Bearers::Unclear,
        }
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
        let Some(Bearers::Named(bearers)) = self.nouns.get(&noun) else {
            return None;
        };
        let floor = start.max(at.saturating_sub(MODIFIERS + 1));
        let first = (floor..at)
            .rev()
            .find(|before| !self.is_modifier(*before, bearers))?;
        let is_definite = matches!(self.pieces.word(first), "the" | "The");
        if !is_definite || self.is_of_another(at, end) {
            if is_definite || self.shows_another(first) {
                self.nouns.insert(noun, Bearers::Unclear);
            }
            return None;
        }
        let modifiers = (first + 1..at).map(|at| self.pieces.word(at));
        let mut meant = bearers
            .iter()
            .filter(|(_, role)| fits(modifiers.clone(), role));
        let name = meant.next()?.0;
        if meant.any(|(other, _)| *other != name) {
            return None;
        }
        let span = Span {
            start: self.pieces.all[first].span.start,
            end: self.pieces.all[at].span.end,
        };
        let paragraph = self.text.sentences[sentence as usize].paragraph;
        let recent =
            self.last_seen[name.0 as usize].is_some_and(|seen| seen + PARAGRAPHS >= paragraph);
        let safe = recent
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

    fn is_modifier(&self, at: usize, bearers: &[(NameId, &str)]) -> bool {
        let word = self.pieces.word(at);
        if matches!(word, "the" | "The" | "a" | "an") {
            return false;
        }
        let modifies = [Class::RoleWord, Class::Nation, Class::Role];
        self.pieces.all[at].classes.any(&modifies)
            || CHANGING.contains(&word)
            || bearers.iter().any(|(_, role)| has_word(role, word))
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
            "as", "became", "become", "other",
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
                // "sang throughout": a verb before what cannot follow a noun.
                let goes_on = self.pieces.all.get(next + 1).is_some_and(|behind| {
                    behind.shape == Shape::Small
                        && behind.classes.has(Class::Function)
                        && !behind.classes.has(Class::Act)
                });
                piece.classes.any(&verb) && !piece.classes.has(Class::Role)
                    || goes_on
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
    let has = |wanted: &str| has_word(role, wanted);
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

fn has_word(role: &str, wanted: &str) -> bool {
    role.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case(wanted))
}
