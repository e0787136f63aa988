//! What joining needs to know of one article, read once when it arrives.
//!
//! People and events are joined anew whenever enough articles have come; what
//! can be prepared for that an article at a time is prepared here.

use rustc_hash::FxHashMap;

use super::fold;
use super::gist::Gist;
use crate::analysis::Analysis;
use crate::analysis::people::Name;
use crate::document::Document;

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
    /// The folded words of the fullest form, one space between.
    pub words: String,
    /// The spellings in the text with how often each occurs; the fullest form
    /// alone, with 0, for a name without mentions.
    pub forms: Vec<(String, u32)>,
    /// Folded forms of one word ("zarif", "xi") the article uses for a longer name.
    pub short: Vec<String>,
    pub mentions: u32,
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
        let mut places: FxHashMap<(u32, &str), usize> = FxHashMap::default();
        for mention in &analysis.mentions {
            let spelling = mention.span.of(&document.text);
            let name = mention.name.0;
            let known = &mut forms[name as usize];
            let place = *places.entry((name, spelling)).or_insert_with(|| {
                known.push((one_line(spelling), 0));
                known.len() - 1
            });
            known[place].1 += 1;
        }
        let names = analysis.names.iter().zip(forms);
        let gist = |sentence: u32| {
            let sentence = &analysis.sentences[sentence as usize];
            Gist::of(sentence.span.of(&document.text))
        };
        Self {
            names: names
                .map(|(name, forms)| NameReading::of(name, forms))
                .collect(),
            gists: analysis
                .reports
                .iter()
                .map(|report| gist(report.sentence))
                .collect(),
        }
    }
}

impl NameReading {
    fn of(name: &Name, mut forms: Vec<(String, u32)>) -> Self {
        let full = words(&name.full);
        let mut short = Vec::new();
        if full.contains(' ') {
            short = forms.iter().map(|(form, _)| words(form)).collect();
            short.retain(|form| !form.contains(' ') && !form.is_empty());
            short.sort_unstable();
            short.dedup();
        }
        let mentions = forms.iter().map(|(_, count)| count).sum();
        if forms.is_empty() {
            forms.push((one_line(&name.full), 0));
        }
        Self {
            words: full,
            forms,
            short,
            mentions,
            gender: Gender::of(&name.honorifics),
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

/// The folded words of a name that tell its bearer: without the generation
/// ("Jr.", "III") behind it and small particles ("al-", "van") before a lone surname.
fn words(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut particles = 0;
    let is_break = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’' | 'ʼ');
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
        if is_particle && particles == words.len() {
            particles += 1;
        }
        words.push(folded);
        if words.len() == MOST_WORDS {
            break;
        }
    }
    if words.len() > 2
        && matches!(
            words[words.len() - 1].as_str(),
            "jr" | "sr" | "ii" | "iii" | "iv"
        )
    {
        words.pop();
    }
    words.drain(..particles.min(words.len().saturating_sub(1)));
    words.join(" ")
}

/// Brings a name that breaks over lines onto one.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::words;

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
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }
}
