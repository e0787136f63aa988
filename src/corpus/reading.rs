//! What joining needs to know of one article, read once when it arrives.
//!
//! People and events are joined anew whenever enough articles have come; what
//! can be prepared for that an article at a time is prepared here.

use rustc_hash::FxHashMap;

use super::fold;
use super::gist::Gist;
use crate::analysis::people::{MentionKind, Name, NameKind};
use crate::analysis::{Analysis, Lexicon};
use crate::casefile::PersonKey;
use crate::document::{Document, one_line};

/// What joining needs to know of one article.
#[derive(Debug)]
pub(super) struct Reading {
    /// By [`NameId`](crate::analysis::people::NameId).
    pub names: Vec<NameReading>,
    /// What each report's sentence is about, by index of the report.
    pub gists: Vec<Gist>,
}

/// What joining needs to know of one name of an article.
#[derive(Debug)]
pub(super) struct NameReading {
    pub kind: NameKind,
    /// The folded words of the fullest form, one space between; of a family
    /// the whole of it ("the roes").
    pub words: String,
    /// What may tell apart bearers of one first and last word: the initials of
    /// the words between, without particles, and behind a blank the generation
    /// ("q jr").
    pub variant: String,
    /// Folded forms of several words the article uses for one it does not shorten.
    pub also: Vec<(String, String)>,
    /// The spellings in the text with how often each occurs; the fullest form
    /// alone, with 0, for a name without mentions.
    pub forms: Vec<(String, u32)>,
    /// Folded forms of one word ("zarif", "xi") the article uses for a longer name.
    pub short: Vec<String>,
    /// By name.
    pub mentions: u32,
    /// By role.
    pub described: u32,
    pub gender: Gender,
}

/// What honorifics say of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Unknown,
    Man,
    Woman,
}

/// A name of more words is a list that was taken for one; the rest does not count.
const MOST_WORDS: usize = 8;

impl Reading {
    pub fn of(document: &Document, analysis: &Analysis) -> Self {
        let mut forms: Vec<Vec<(String, u32)>> = vec![Vec::new(); analysis.names.len()];
        let mut described = vec![0; analysis.names.len()];
        let mut places: FxHashMap<(u32, &str), usize> = FxHashMap::default();
        for mention in &analysis.mentions {
            match mention.kind {
                MentionKind::Named => {}
                MentionKind::Described => {
                    described[mention.name.0 as usize] += 1;
                    continue;
                }
            }
            let spelling = mention.span.of(&document.text);
            let name = mention.name.0;
            let known = &mut forms[name as usize];
            let place = *places.entry((name, spelling)).or_insert_with(|| {
                known.push((one_line(spelling), 0));
                known.len() - 1
            });
            known[place].1 += 1;
        }
        let names = analysis.names.iter().zip(forms).zip(described);
        let gist = |sentence: u32| {
            let sentence = &analysis.sentences[sentence as usize];
            Gist::of(sentence.span.of(&document.text))
        };
        Self {
            names: names
                .map(|((name, forms), described)| NameReading::of(name, forms, described))
                .collect(),
            gists: analysis
                .reports
                .iter()
                .map(|report| gist(report.sentence))
                .collect(),
        }
    }
}

/// Whether a word is the given name of a full name that begins with it.
fn is_given_name(word: &str, full: &str) -> bool {
    let ends = full.split_once(' ').zip(full.rsplit_once(' '));
    ends.is_some_and(|((first, _), (_, last))| {
        word == first && Lexicon::english().people.lists.is_given_first(first, last)
    })
}

impl NameReading {
    fn of(name: &Name, forms: Vec<(String, u32)>, described: u32) -> Self {
        match name.kind {
            NameKind::Person => Self::of_person(name, forms, described),
            NameKind::Family => Self::of_family(name, &forms),
        }
    }

    fn of_person(name: &Name, mut forms: Vec<(String, u32)>, described: u32) -> Self {
        let full = Words::read(&name.full);
        let (words, variant) = (full.joined(), full.variant());
        let mut short = Vec::new();
        let mut also = Vec::new();
        if words.contains(' ') {
            for (form, _) in &forms {
                let form = Words::read(form);
                match form.all.len() {
                    0 => {}
                    // A given name is nobody's own beyond the article.
                    1 if is_given_name(&form.joined(), &words) => {}
                    1 => short.push(form.joined()),
                    _ if form.ends() == full.ends() => {}
                    _ => also.push((form.joined(), form.variant())),
                }
            }
            short.sort_unstable();
            short.dedup();
        }
        let mentions = forms.iter().map(|(_, count)| count).sum();
        if forms.is_empty() {
            forms.push((one_line(&name.full), 0));
        }
        Self {
            kind: NameKind::Person,
            words,
            variant,
            also,
            forms,
            short,
            mentions,
            described,
            gender: Gender::of(&name.honorifics),
        }
    }

    fn of_family(name: &Name, forms: &[(String, u32)]) -> Self {
        let mentions = forms.iter().map(|(_, count)| count).sum();
        Self {
            kind: NameKind::Family,
            words: fold::fold(&name.full),
            variant: String::new(),
            also: Vec::new(),
            forms: vec![(one_line(&name.full), mentions)],
            short: Vec::new(),
            mentions,
            described: 0,
            gender: Gender::Unknown,
        }
    }
}

impl Gender {
    fn of(honorifics: &[String]) -> Self {
        let (mut man, mut woman) = (false, false);
        for honorific in honorifics {
            match fold::fold(honorific).trim_end_matches('.') {
                "mr" | "sir" | "lord" | "king" | "prince" | "father" | "monsieur" | "herr" => {
                    man = true
                }
                "mrs" | "ms" | "miss" | "madam" | "madame" | "mme" | "lady" | "dame" | "queen"
                | "princess" | "sister" | "frau" => woman = true,
                _ => {}
            }
        }
        match (man, woman) {
            (true, false) => Self::Man,
            (false, true) => Self::Woman,
            (true, true) | (false, false) => Self::Unknown,
        }
    }
}

/// Returns the key a person of this name has, be it written in full or as a key.
pub fn key_of_name(name: &str) -> PersonKey {
    let words = Words::read(name);
    PersonKey(match words.ends() {
        (Some(first), Some(last)) if words.all.len() > 1 => format!("{first} {last}"),
        (Some(only), _) => only.clone(),
        (None, _) => fold::fold(name),
    })
}

/// Words inside a name that do not tell its bearer.
const PARTICLES: [&str; 22] = [
    "al", "el", "ul", "as", "ad", "de", "da", "do", "dos", "das", "del", "della", "di", "du",
    "van", "von", "der", "den", "bin", "ibn", "la", "y",
];

/// The folded words of a name that tell its bearer, at most so many: without
/// the generation ("Jr.", "III") behind it and small particles ("al-", "van")
/// before a lone surname.
pub(super) struct Words {
    pub all: Vec<String>,
    pub generation: Option<String>,
}

impl Words {
    pub fn read(name: &str) -> Self {
        let mut all: Vec<String> = Vec::new();
        let mut particles = 0;
        let is_break =
            |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’' | 'ʼ');
        for piece in name.split_inclusive(is_break).take(MOST_WORDS * 4) {
            let bare = piece.trim_end_matches(is_break);
            let mut folded = fold::fold(bare);
            folded.retain(|letter| letter != '\'');
            if folded.is_empty() {
                continue;
            }
            let is_particle = piece.ends_with(['-', '‑'])
                && matches!(folded.as_str(), "al" | "el" | "ul" | "as" | "ad")
                || bare.starts_with(char::is_lowercase);
            if is_particle && particles == all.len() {
                particles += 1;
            }
            all.push(folded);
            if all.len() == MOST_WORDS {
                break;
            }
        }
        let is_generation =
            |word: &mut String| matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv");
        let generation = if all.len() > 1 {
            all.pop_if(is_generation)
        } else {
            None
        };
        all.drain(..particles.min(all.len().saturating_sub(1)));
        Self { all, generation }
    }

    fn joined(&self) -> String {
        self.all.join(" ")
    }

    fn ends(&self) -> (Option<&String>, Option<&String>) {
        (self.all.first(), self.all.last())
    }

    /// The initials of the words between first and last, and the generation.
    pub fn variant(&self) -> String {
        let inner = self.all.get(1..self.all.len().saturating_sub(1));
        let mut variant = initials(inner.unwrap_or_default());
        if let Some(generation) = &self.generation {
            variant.push(' ');
            variant.push_str(generation);
        }
        variant
    }
}

/// The initials of the words between the first and the last of a name.
pub(super) fn initials<S: AsRef<str>>(words: &[S]) -> String {
    let words = words.iter().map(AsRef::as_ref);
    let telling = words.filter(|word| !PARTICLES.contains(word));
    telling.filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_of_a_name_are_folded_and_bare() {
        for (name, expected) in [
            ("Mohammad Javad Zarif", "mohammad javad zarif"),
            ("Hossein Amir-Abdollahian", "hossein amir abdollahian"),
            ("al-Assad", "assad"),
            ("Bashar al-Assad", "bashar al assad"),
            ("Al Gore", "al gore"),
            ("van der Bellen", "bellen"),
            ("Martin Luther King Jr.", "martin luther king"),
            ("Sinéad  O’Connor", "sinead oconnor"),
            ("J. Zarif", "j zarif"),
            ("von", "von"),
            ("—", ""),
            ("Zarif Jr.", "zarif"),
        ] {
            assert_eq!(Words::read(name).joined(), expected, "{name}");
        }
    }

    #[test]
    fn initials_and_generations_tell_bearers_apart() {
        for (name, expected) in [
            ("John Roe", ""),
            ("John A. Roe", "a"),
            ("John Quincy Adam Roe III", "qa iii"),
            ("Roe Jr.", " jr"),
            ("Bashar al-Roe", ""),
        ] {
            assert_eq!(Words::read(name).variant(), expected, "{name}");
        }
    }
}
