//! Who does the saying: the subject of a verb, by name, pronoun or role.
//!
//! A name is a subject only where nothing makes it a part of something else ("a
//! lawyer for Roe", "Roe's office", "Doe and Roe"). What is a subject but names
//! nobody is [`Heard::Another`], so that its words are lent to no one.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::find::Found;
use super::lists::{Class, fold};
use super::marks::Quoted;
use super::pieces::{Pieces, Shape};
use super::{Attribution, Mention, Name, NameId, NameKind};

/// Who is heard in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// Nobody speaks here.
    Nothing,
    /// An organisation, or someone who is not named.
    Another,
    Speaker(NameId, Attribution),
}

impl Heard {
    pub(super) fn speaker(self) -> Option<(NameId, Attribution)> {
        match self {
            Self::Speaker(name, attribution) => Some((name, attribution)),
            Self::Nothing | Self::Another => None,
        }
    }

    /// The same speaker, less sure.
    pub(super) fn weakened(self) -> Self {
        match self {
            Self::Speaker(name, _) => Self::Speaker(name, Attribution::Likely),
            Self::Nothing | Self::Another => self,
        }
    }

    /// This, or what is found elsewhere when nobody speaks here.
    pub(super) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Nothing => other(),
            Self::Another | Self::Speaker(..) => self,
        }
    }
}

/// How many pieces a subject has at most: name, title and apposition.
const LONGEST: usize = 30;

/// How many are told apart who have one role.
const HOLDERS: usize = 8;

/// An article and what is known of its speakers so far.
pub(super) struct Scene<'s, 'a> {
    pub pieces: &'s Pieces<'a>,
    pub found: &'s [Found],
    pub mentions: &'s [Mention],
    pub names: &'s [Name],
    pub quoted: &'s [Quoted],
    /// Who says each of `quoted`, as far as they were looked at.
    pub heard: Vec<Heard>,
    /// By the head noun of a role, who has it, each once and [`HOLDERS`] at most.
    pub holders: OnceCell<FxHashMap<String, Vec<NameId>>>,
}

impl<'a> Scene<'_, 'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.pieces.word(at)
    }

    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.pieces.all[at].classes.has(class)
    }

    pub(super) fn is_small(&self, at: usize) -> bool {
        self.pieces.all[at].shape == Shape::Small
    }

    pub(super) fn is_say(&self, at: usize) -> bool {
        self.is_small(at) && self.has(at, Class::Say)
    }

    /// The subject that ends right before its verb, which stands at the range's end.
    pub(super) fn before(&self, range: Range<usize>, sentence: u32) -> Heard {
        let mut end = range.end;
        while end > range.start && self.is_between(end - 1) {
            end -= 1;
        }
        if end == range.start {
            return Heard::Nothing;
        }
        let last = end - 1;
        match self.word(last) {
            "he" | "He" | "she" | "She" => return self.pronoun(last, sentence),
            "who" => return self.relative(range.start..last),
            "and" | "but" => return self.opener(range.start..last),
            "," => return self.apposition(range.start..last),
            ")" => return self.before_bracket(range.start..last),
            _ => {}
        }
        if let Some(index) = self.found_ending(end) {
            return self.head(index, range.start);
        }
        if self.has(last, Class::Role) && self.is_definite(range.start..last) {
            return self.described(last, sentence);
        }
        self.with_place(range.start..last)
    }

    /// Whether a word may stand between the subject and its verb.
    fn is_between(&self, at: usize) -> bool {
        self.is_small(at)
            && match self.word(at) {
                "also" | "then" | "has" | "had" | "later" | "further" | "again" | "once"
                | "first" | "now" | "himself" | "herself" | "still" | "earlier" | "just" => true,
                word => {
                    // "the family", "the assembly", but "quietly".
                    let noun = [Class::Household, Class::Organisation];
                    word.ends_with("ly")
                        && !self.pieces.all[at].classes.any(&noun)
                        && !matches!(word, "ally" | "rally" | "supply" | "reply" | "bully")
                }
            }
    }

    /// The name that begins or ends a subject, if it is its head.
    fn head(&self, index: usize, floor: usize) -> Heard {
        let found = &self.found[index];
        let name = self.mentions[index].name;
        // "a letter from President Roe": a title changes nothing.
        let start = self.before_titles(found.pieces.start, floor);
        let stands = start <= floor || self.may_precede(start - 1, floor);
        let attribution = if stands || self.has_title(floor..start) {
            Attribution::Sure
        } else if self.is_set_ahead(floor..start) {
            Attribution::Likely
        } else {
            Attribution::None
        };
        match self.names[name.0 as usize].kind {
            NameKind::Person
                if attribution != Attribution::None && !self.is_owner(found.pieces.end) =>
            {
                Heard::Speaker(name, attribution)
            }
            NameKind::Person | NameKind::Family => Heard::Another,
        }
    }

    /// "Asked again, harbour master Roe said": nouns right behind a mark.
    fn has_title(&self, range: Range<usize>) -> bool {
        let nouns = range
            .clone()
            .rev()
            .take_while(|at| {
                let piece = self.pieces.all[*at];
                let verb = [Class::Function, Class::Say, Class::Act];
                let is_noun = piece.shape == Shape::Small && !piece.classes.any(&verb);
                is_noun || piece.shape == Shape::Acronym
            })
            .count();
        let before = range.end - nouns;
        (1..=3).contains(&nouns)
            && (before == range.start || self.pieces.all[before - 1].shape == Shape::Mark)
    }

    /// "On her page Roe wrote": when and where stands before the subject.
    fn is_set_ahead(&self, range: Range<usize>) -> bool {
        range.len() <= 10
            && self.pieces.all[range.start].shape == Shape::Capital
            && is_preposition(self.word(range.start))
            && self.is_noun(range.end - 1)
            && !range.clone().any(|at| {
                self.pieces.all[at].shape == Shape::Mark
                    || matches!(self.word(at), "who" | "that" | "which" | "whose")
            })
    }

    fn is_noun(&self, at: usize) -> bool {
        let classes = self.pieces.all[at].classes;
        self.is_small(at)
            && !classes.any(&[Class::Function, Class::Say, Class::Act])
            && !is_preposition(self.word(at))
    }

    /// Whether the piece right before a name leaves it the head of its phrase.
    fn may_precede(&self, at: usize, floor: usize) -> bool {
        let piece = self.pieces.all[at];
        let word = self.word(at);
        if is_joint(word) {
            // "the rain stopped and Roe said", but not "Doe and Roe said".
            let joins = at > floor
                && (self.found_ending(at).is_some()
                    || self.has(at - 1, Class::Role)
                    || self.word(at - 1) == ",");
            return !joins && word != "nor";
        }
        match piece.shape {
            Shape::Mark | Shape::Possessive | Shape::Acronym | Shape::Initial => true,
            Shape::Capital => !is_preposition(word),
            Shape::Small => {
                let of_name = [
                    Class::Role,
                    Class::RoleWord,
                    Class::Nation,
                    Class::Organisation,
                    Class::Honorific,
                ];
                piece.classes.any(&of_name) || leads_clause(word) || names_a_doer(word)
            }
            Shape::Number => false,
        }
    }

    fn is_owner(&self, after: usize) -> bool {
        let next = self.pieces.all.get(after);
        next.is_some_and(|next| next.shape == Shape::Possessive)
    }

    /// "Roe, who said": the name right before, an apposition passed over.
    fn relative(&self, range: Range<usize>) -> Heard {
        let comma = range.end.wrapping_sub(1);
        if range.is_empty() || self.word(comma) != "," {
            return match self.found_ending(range.end) {
                Some(index) => self.head(index, range.start),
                None => Heard::Another,
            };
        }
        match self.found_ending(comma) {
            Some(index) => self.head(index, range.start),
            None => self.apposition(range.start..comma).weakened(),
        }
    }

    /// "Roe left and said": who opens the sentence, if nobody else is named since.
    pub(super) fn opener(&self, range: Range<usize>) -> Heard {
        let first = self
            .found
            .partition_point(|found| found.pieces.start < range.start);
        let mut named = self.found[first..]
            .iter()
            .take_while(|found| found.pieces.start < range.end);
        let (Some(only), None) = (named.next(), named.next()) else {
            return Heard::Another;
        };
        let opens = (range.start..only.pieces.start).all(|at| self.may_be_title(at));
        if opens {
            self.head(first, range.start).weakened()
        } else {
            Heard::Another
        }
    }

    fn may_be_title(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        piece.shape != Shape::Mark
            && (piece.classes.any(&[
                Class::Role,
                Class::RoleWord,
                Class::Nation,
                Class::Honorific,
                Class::HonorificHe,
                Class::HonorificShe,
            ]) || piece.shape == Shape::Capital && !piece.classes.has(Class::Function))
    }

    /// "Roe, the mayor, said" and "The mayor, Roe, said"; the last comma stands at the range's end.
    fn apposition(&self, range: Range<usize>) -> Heard {
        let floor = range.start.max(range.end.saturating_sub(LONGEST));
        if let Some(index) = self.found_ending(range.end) {
            let start = self.found[index].pieces.start;
            let start = self.before_titles(start, floor);
            if start > floor && self.word(start - 1) == "," && self.is_role(floor..start - 1) {
                return self.head(index, start);
            }
        }
        (floor..range.end)
            .rev()
            .filter(|at| self.word(*at) == ",")
            .find_map(|comma| self.found_ending(comma))
            .map_or(Heard::Another, |index| self.head(index, range.start))
    }

    /// Whether the phrase that ends with a range tells what someone is.
    fn is_role(&self, range: Range<usize>) -> bool {
        range
            .rev()
            .take(8)
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .any(|at| self.has(at, Class::Role) || self.is_small(at) && names_a_doer(self.word(at)))
    }

    fn before_titles(&self, mut start: usize, floor: usize) -> usize {
        while start > floor && self.is_honorific(start - 1) {
            start -= 1;
        }
        start
    }

    /// "Roe (Labour) said".
    fn before_bracket(&self, range: Range<usize>) -> Heard {
        let opening = range.clone().rev().take(8).find(|at| self.word(*at) == "(");
        match opening.and_then(|at| self.found_ending(at)) {
            Some(index) => self.head(index, range.start),
            None => Heard::Another,
        }
    }

    /// "Roe of Ayton College said".
    fn with_place(&self, range: Range<usize>) -> Heard {
        let link = (range.start..=range.end)
            .rev()
            .take(8)
            .take_while(|at| match self.pieces.all[*at].shape {
                Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Possessive => true,
                Shape::Small => true,
                Shape::Number | Shape::Mark => false,
            })
            .find(|at| matches!(self.word(*at), "of" | "from" | "at"));
        match link.and_then(|at| self.found_ending(at)) {
            Some(index) => self.head(index, range.start),
            None => Heard::Another,
        }
    }

    /// The subject after its verb: a name, titles before it passed over.
    pub(super) fn after(&self, range: Range<usize>, sentence: u32) -> Heard {
        if range.is_empty() {
            return Heard::Nothing;
        }
        let first = range.start;
        if matches!(self.word(first), "he" | "she") {
            return self.pronoun(first, sentence);
        }
        if is_preposition(self.word(first)) {
            return Heard::Another;
        }
        let limit = range.end.min(first + LONGEST);
        let mut role = None;
        for at in first..limit {
            if let Some(index) = self.found_starting(at) {
                return self.inverted(index, first);
            }
            let piece = self.pieces.all[at];
            let is_role = piece.classes.has(Class::Role)
                || piece.shape == Shape::Small && names_a_doer(self.word(at));
            match piece.shape {
                Shape::Mark if self.word(at) == "," && role.is_some() => {
                    let titled = (at + 1..limit).find(|next| !self.is_honorific(*next));
                    let named = titled.and_then(|next| self.found_starting(next));
                    return named.map_or_else(
                        || self.definite(first, role, sentence),
                        |index| self.inverted(index, at + 1),
                    );
                }
                Shape::Mark => break,
                Shape::Small if self.is_say(at) || piece.classes.has(Class::Act) => break,
                Shape::Small
                | Shape::Capital
                | Shape::Acronym
                | Shape::Initial
                | Shape::Number
                | Shape::Possessive => {}
            }
            if is_role {
                role = Some(at);
            }
        }
        self.definite(first, role, sentence)
    }

    fn is_honorific(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        let titles = [Class::Honorific, Class::HonorificHe, Class::HonorificShe];
        piece.classes.any(&titles)
            || piece.shape == Shape::Capital && piece.classes.has(Class::Role)
    }

    /// A name that follows its verb, unless another follows it in turn.
    fn inverted(&self, index: usize, floor: usize) -> Heard {
        let end = self.found[index].pieces.end;
        let joined = self
            .pieces
            .all
            .get(end)
            .is_some_and(|_| self.word(end) == "and")
            && (end + 1..self.pieces.all.len().min(end + 4))
                .any(|at| self.found_starting(at).is_some());
        let start = self.found[index].pieces.start;
        // "said harbour master Roe": whatever noun stands before the name is a title.
        let is_title = start > floor
            && self.is_noun(start - 1)
            && !(floor..start).any(|at| matches!(self.word(at), "who" | "that" | "which"));
        if joined {
            Heard::Another
        } else if is_title {
            self.head(index, start)
        } else {
            self.head(index, floor)
        }
    }

    /// "said the spokesman".
    fn definite(&self, first: usize, role: Option<usize>, sentence: u32) -> Heard {
        match role {
            Some(role) if self.word(first) == "the" && role - first <= 5 => {
                self.described(role, sentence)
            }
            Some(_) | None => Heard::Another,
        }
    }

    /// Whether a noun phrase that ends after the range begins with "the".
    fn is_definite(&self, range: Range<usize>) -> bool {
        range
            .rev()
            .take(5)
            .take_while(|at| !matches!(self.pieces.all[*at].shape, Shape::Mark | Shape::Possessive))
            .any(|at| matches!(self.word(at), "the" | "The"))
    }

    /// The index of the mention that begins at a piece.
    pub(super) fn found_starting(&self, at: usize) -> Option<usize> {
        self.found
            .binary_search_by_key(&at, |found| found.pieces.start)
            .ok()
    }

    /// The index of the mention that ends before a piece.
    pub(super) fn found_ending(&self, end: usize) -> Option<usize> {
        self.found
            .binary_search_by_key(&end, |found| found.pieces.end)
            .ok()
    }

    /// "The mayor, Jane Roe, left": the noun of a role that stands apart before a name.
    fn noun_apart(&self, found: &Found) -> Option<usize> {
        let sentence = self.pieces.sentence(found.sentence);
        let start = found.pieces.start;
        let end = found.pieces.end;
        let is_apart = start > sentence.start + 1
            && self.word(start - 1) == ","
            && sentence.contains(&end)
            && matches!(self.word(end), "," | ".");
        let phrase = (sentence.start..start - usize::from(is_apart))
            .rev()
            .take(if is_apart { 8 } else { 0 })
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .find(|at| {
                matches!(
                    self.word(*at),
                    "the" | "The" | "his" | "her" | "His" | "Her"
                )
            })?;
        (phrase..start - 1)
            .take_while(|at| !matches!(self.word(*at), "of" | "for" | "at" | "in" | "who"))
            .filter(|at| self.is_small(*at) && self.has(*at, Class::Role))
            .last()
    }

    /// Those of the article who are what a noun says.
    pub(super) fn holders(&self, noun: &str) -> &[NameId] {
        let holders = self.holders.get_or_init(|| {
            let mut holders: FxHashMap<String, Vec<NameId>> = FxHashMap::default();
            let mut enter = |noun: String, name: NameId| {
                let names = holders.entry(noun).or_default();
                if names.len() < HOLDERS && !names.contains(&name) {
                    names.push(name);
                }
            };
            for (index, name) in (0..).zip(self.names) {
                for role in &name.roles {
                    enter(head_noun(&role.text), NameId(index));
                }
            }
            for (found, mention) in self.found.iter().zip(self.mentions) {
                if let Some(noun) = self.noun_apart(found) {
                    enter(fold(self.word(noun)), mention.name);
                }
            }
            holders
        });
        holders.get(&fold(noun)).map_or(&[], Vec::as_slice)
    }
}

/// The noun of a role, folded: "minister" of "Foreign Minister of Ayton".
fn head_noun(role: &str) -> String {
    let noun = role
        .split_whitespace()
        .take_while(|word| {
            !matches!(
                *word,
                "of" | "for" | "to" | "at" | "in" | "on" | "who" | "from" | "with"
            )
        })
        .last();
    fold(noun.unwrap_or_default().trim_end_matches([',', '.']))
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "&" | "or" | "nor" | "And" | "Nor")
}

fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 24] = [
        "of",
        "for",
        "to",
        "by",
        "with",
        "from",
        "against",
        "about",
        "in",
        "at",
        "on",
        "than",
        "like",
        "under",
        "between",
        "near",
        "into",
        "over",
        "before",
        "behind",
        "including",
        "among",
        "despite",
        "without",
    ];
    PREPOSITIONS
        .iter()
        .any(|preposition| preposition.eq_ignore_ascii_case(word))
}

/// Whether a clause, with its subject, may begin after a word.
fn leads_clause(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "that"
            | "when"
            | "while"
            | "as"
            | "because"
            | "although"
            | "though"
            | "after"
            | "before"
            | "if"
            | "where"
            | "so"
            | "then"
            | "since"
            | "until"
            | "which"
            | "what"
            | "whereas"
            | "yet"
    )
}

/// Whether a word, unknown to the lists, looks like what someone is ("shopkeeper", "witness").
pub(super) fn names_a_doer(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "eeper", "ist", "man", "woman", "ian", "eer", "ger", "itor", "ness",
    ];
    word.len() > 5 && (ENDINGS.iter().any(|ending| word.ends_with(ending)) || is_kin(word))
}

fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "father-in-law"
            | "mother-in-law"
            | "brother-in-law"
            | "sister-in-law"
            | "landlord"
            | "landlady"
            | "neighbour"
            | "neighbor"
            | "waiter"
            | "lecturer"
            | "builder"
            | "farmer"
            | "baker"
            | "teenager"
            | "retiree"
            | "resident"
            | "author"
            | "survivor"
            | "mother"
    )
}
