//! How a name is written, and what stands right beside it.
//!
//! A form is read once a spelling, not once a mention. What the words around a
//! mention tell of its bearer (gender, titles) is read for each.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::super::find::Found;
use super::super::lists::{Class, fold};
use super::super::nicknames::Nicknames;
use super::super::pieces::{Pieces, Shape};

/// How a word takes part in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    Plain,
    Initial,
    /// "van", "al-": may be left out.
    Particle,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub text: String,
    pub kind: WordKind,
}

/// One way a name is written.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// As written, on one line.
    pub text: String,
    /// Halves of hyphenated words and letters of initials apart, generations left out.
    pub words: Vec<Word>,
    /// "jr", "sr", "iii".
    pub suffix: Option<String>,
    /// How many of the pieces are more than a particle.
    pub weight: usize,
    /// How many of the pieces are written out.
    pub spelled: usize,
}

/// Articles that are joined to a name by a hyphen.
const ARTICLES: [&str; 10] = ["al", "el", "ul", "as", "ad", "ar", "an", "ash", "at", "az"];

impl Form {
    fn read(pieces: &Pieces<'_>, found: &Found) -> Self {
        let mut form = Self::default();
        let mut end = None;
        for at in found.pieces.clone() {
            let piece = pieces.all[at];
            if end.is_some_and(|end| end < piece.span.start) {
                form.text.push(' ');
            }
            end = Some(piece.span.end);
            form.text.push_str(pieces.word(at));
            match piece.shape {
                Shape::Mark | Shape::Possessive => continue,
                Shape::Capital | Shape::Initial | Shape::Acronym | Shape::Small | Shape::Number => {
                }
            }
            let word = fold(pieces.word(at).trim_end_matches('.'));
            if piece.classes.has(Class::Suffix) && !form.words.is_empty() {
                form.suffix = Some(word);
                continue;
            }
            form.add(&word, piece.shape);
            form.weight += usize::from(piece.shape != Shape::Small);
            form.spelled += usize::from(!matches!(piece.shape, Shape::Small | Shape::Initial));
        }
        form
    }

    fn add(&mut self, word: &str, shape: Shape) {
        let mut push = |text: &str, kind| {
            let text = text.to_owned();
            self.words.push(Word { text, kind });
        };
        if shape == Shape::Initial {
            for letter in word.split(|letter: char| !letter.is_alphanumeric()) {
                push(letter, WordKind::Initial);
            }
            self.words.retain(|word| !word.text.is_empty());
            return;
        }
        let mut halves = word.split(['-', '‑']).peekable();
        while let Some(half) = halves.next() {
            let is_article = halves.peek().is_some() && ARTICLES.contains(&half);
            let kind = match shape {
                _ if is_article => WordKind::Particle,
                Shape::Small => WordKind::Particle,
                _ if half.chars().count() == 1 => WordKind::Initial,
                Shape::Capital
                | Shape::Acronym
                | Shape::Initial
                | Shape::Number
                | Shape::Possessive
                | Shape::Mark => WordKind::Plain,
            };
            if !half.is_empty() {
                push(half, kind);
            }
        }
    }

    /// Whether it has a given name and a surname.
    pub(super) fn is_full(&self) -> bool {
        self.weight > 1 && self.words.len() > 1
    }

    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", |word| word.text.as_str())
    }

    /// Whether the generations behind two names forbid that they are one.
    pub(super) fn clashes(&self, other: &Self) -> bool {
        match (&self.suffix, &other.suffix) {
            (Some(one), Some(other)) => one != other,
            (None, _) | (_, None) => false,
        }
    }

    /// Whether it is `full` with words left out or cut to initials, the last word kept.
    pub(super) fn shortens(&self, full: &Self) -> bool {
        self.matches(full, |one, other| one == other)
    }

    /// Whether it shortens `full` once its first word is taken for a short form.
    pub(super) fn shortens_by_nickname(&self, full: &Self, nicknames: &Nicknames) -> bool {
        let (Some(first), Some(full_first)) = (self.words.first(), full.words.first()) else {
            return false;
        };
        nicknames.agree(&first.text, &full_first.text)
            && self.matches(full, |one, other| {
                one == other || one == first.text && other == full_first.text
            })
    }

    /// A middle initial stands for the very next word: "George W. Roe" is not
    /// "George Herbert Walker Roe".
    fn matches(&self, full: &Self, same: impl Fn(&str, &str) -> bool) -> bool {
        let mut at = 0;
        for (index, word) in self.words.iter().enumerate() {
            let stands_for = |other: &Word| {
                same(&word.text, &other.text)
                    || (word.kind == WordKind::Initial || other.kind == WordKind::Initial)
                        && word.text.chars().next() == other.text.chars().next()
            };
            let found = full.words[at..].iter().position(stands_for);
            match (found, word.kind) {
                (Some(passed), WordKind::Initial) if index > 0 && passed > 0 => return false,
                (Some(passed), _) => at += passed + 1,
                (None, WordKind::Particle) => {}
                (None, WordKind::Plain | WordKind::Initial) => return false,
            }
        }
        true
    }
}

/// What words beside a mention say of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Unknown,
    He,
    She,
}

impl Gender {
    /// What a folded given name tells.
    pub(super) fn of_given_name(name: &str) -> Self {
        static KNOWN: OnceLock<FxHashMap<&str, Gender>> = OnceLock::new();
        let read = || {
            let list = include_str!("../../../../assets/english/given-names.txt");
            let of = |start, gender| {
                let line = list.lines().find_map(move |line| line.strip_prefix(start));
                let names = line.unwrap_or_default().split_ascii_whitespace();
                names.map(move |name| (name, gender))
            };
            of("he:", Self::He).chain(of("she:", Self::She)).collect()
        };
        let known = KNOWN.get_or_init(read);
        known.get(name).copied().unwrap_or(Self::Unknown)
    }

    pub(super) fn may_be(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }
}

/// One mention.
#[derive(Debug)]
pub(super) struct Place<'a> {
    pub form: usize,
    pub gender: Gender,
    /// The honorific or title right before it.
    pub honorific: Option<&'a str>,
    /// What the bearer is called behind the name: "Roe, the mayor".
    pub apposition: Option<&'a str>,
    pub age: Age,
}

/// Whether somebody is the older or the younger of two of one surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    Unknown,
    Younger,
    Elder,
}

impl Age {
    /// What a word beside a name, or the generation behind it, tells.
    fn of(word: &str) -> Self {
        match word {
            "younger" | "jr" | "son" | "daughter" | "grandson" | "granddaughter" | "nephew"
            | "niece" => Self::Younger,
            "elder" | "older" | "sr" | "father" | "mother" | "grandfather" | "grandmother"
            | "uncle" | "aunt" => Self::Elder,
            _ => Self::Unknown,
        }
    }

    pub(super) fn of_form(form: &Form) -> Self {
        form.suffix.as_deref().map_or(Self::Unknown, Self::of)
    }

    fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }
}

impl Place<'_> {
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        self.honorific.into_iter().chain(self.apposition)
    }
}

/// The forms of an article and where each stands.
pub(super) struct Forms<'a> {
    pub all: Vec<Form>,
    /// By mention, in order of the text.
    pub places: Vec<Place<'a>>,
}

impl<'a> Forms<'a> {
    pub(super) fn collect(pieces: &Pieces<'a>, found: &[Found]) -> Self {
        let mut all: Vec<Form> = Vec::new();
        let mut by_spelling: FxHashMap<&str, usize> = FxHashMap::default();
        let mut by_text: FxHashMap<String, usize> = FxHashMap::default();
        let mut places = Vec::with_capacity(found.len());
        for found in found {
            let spelling = found.span(pieces).of(pieces.source);
            let form = *by_spelling.entry(spelling).or_insert_with(|| {
                let form = Form::read(pieces, found);
                *by_text.entry(form.text.clone()).or_insert_with(|| {
                    all.push(form);
                    all.len() - 1
                })
            });
            places.push(Beside { pieces, found }.place(form, &all[form]));
        }
        Self { all, places }
    }
}

/// The words beside a mention.
struct Beside<'p, 'a> {
    pieces: &'p Pieces<'a>,
    found: &'p Found,
}

/// What members of a family and some others are called, where it tells the gender.
const HE: [&str; 8] = [
    "son",
    "husband",
    "brother",
    "father",
    "nephew",
    "uncle",
    "grandfather",
    "grandson",
];
const SHE: [&str; 12] = [
    "daughter",
    "wife",
    "sister",
    "mother",
    "niece",
    "aunt",
    "widow",
    "grandmother",
    "granddaughter",
    "actress",
    "heiress",
    "waitress",
];

impl<'a> Beside<'_, 'a> {
    fn place(&self, index: usize, form: &Form) -> Place<'a> {
        let (gender, honorific) = self.before(form);
        let (kin, apposition) = self.behind();
        let before = self.piece_before(1).map(|at| match self.pieces.word(at) {
            "," => self.piece_before(2).map_or("", |at| self.pieces.word(at)),
            word => word,
        });
        let by_kin = kin.map_or(Gender::Unknown, |at| self.kin(at));
        Place {
            form: index,
            gender: if gender == Gender::Unknown {
                by_kin
            } else {
                gender
            },
            honorific,
            apposition,
            age: Age::of(before.unwrap_or_default())
                .or(kin.map_or(Age::Unknown, |at| Age::of(self.pieces.word(at)))),
        }
    }

    /// Returns what stands so many pieces before the name, in its sentence.
    fn piece_before(&self, distance: usize) -> Option<usize> {
        let at = self.found.pieces.start.checked_sub(distance)?;
        self.pieces
            .sentence(self.found.sentence)
            .contains(&at)
            .then_some(at)
    }

    fn before(&self, form: &Form) -> (Gender, Option<&'a str>) {
        let Some(mut at) = self.piece_before(1) else {
            return (Gender::Unknown, None);
        };
        if self.pieces.word(at) == "," {
            let kin = self
                .piece_before(2)
                .map_or(Gender::Unknown, |at| self.kin(at));
            return (kin, None);
        }
        // "Mr. and Mrs. John Roe": the name is the husband's.
        if form.is_full() && couple(self.pieces, self.found) {
            let first = self.found.pieces.start - 3;
            let is_his = self.pieces.all[first].classes.has(Class::HonorificHe);
            at = if is_his { first } else { at };
        }
        let classes = self.pieces.all[at].classes;
        let gender = if classes.has(Class::HonorificHe) {
            Gender::He
        } else if classes.has(Class::HonorificShe) {
            Gender::She
        } else {
            self.kin(at)
        };
        let titles = [
            Class::Honorific,
            Class::HonorificHe,
            Class::HonorificShe,
            Class::Role,
        ];
        let is_title = classes.any(&titles) && self.pieces.all[at].shape == Shape::Capital;
        (gender, is_title.then(|| self.pieces.word(at)))
    }

    /// The gender in "his wife", "chairwoman", "spokesman".
    fn kin(&self, at: usize) -> Gender {
        let word = self.pieces.word(at);
        let is_role = self.pieces.all[at].classes.has(Class::Role);
        if SHE.contains(&word) || is_role && word.ends_with("woman") {
            Gender::She
        } else if HE.contains(&word) || is_role && word.ends_with("man") {
            Gender::He
        } else {
            Gender::Unknown
        }
    }

    /// The last word of a short apposition ("Roe, his son,") and its role noun.
    fn behind(&self) -> (Option<usize>, Option<&'a str>) {
        let end = self.found.pieces.end;
        let sentence = self.pieces.sentence(self.found.sentence);
        if end >= sentence.end || self.pieces.word(end) != "," {
            return (None, None);
        }
        let words = (end + 1..sentence.end.min(end + 7))
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark);
        let role = words
            .clone()
            .find(|at| self.pieces.all[*at].classes.has(Class::Role));
        let (count, last) = (words.clone().count(), words.last());
        let is_short = (1..=3).contains(&count)
            && matches!(self.pieces.word(end + 1), "his" | "her" | "their");
        (
            last.filter(|_| is_short),
            role.map(|at| self.pieces.word(at)),
        )
    }
}

/// Whether a name stands behind "Mr. and Mrs.".
pub(super) fn couple(pieces: &Pieces<'_>, found: &Found) -> bool {
    let start = found.pieces.start;
    let sentence = pieces.sentence(found.sentence);
    if start < sentence.start + 3 || !matches!(pieces.word(start - 2), "and" | "&") {
        return false;
    }
    let (one, other) = (pieces.all[start - 3].classes, pieces.all[start - 1].classes);
    one.has(Class::HonorificHe) && other.has(Class::HonorificShe)
        || one.has(Class::HonorificShe) && other.has(Class::HonorificHe)
}
