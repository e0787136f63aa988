//! How two names are alike: letters apart, spelled from another script, turned.

use crate::analysis::people::Nicknames;
use crate::corpus::reading::Words;

/// Why two persons may be one; the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alike {
    /// Two ways to write one name in Latin letters ("Muhammad", "Mohammed").
    Transliteration,
    /// Given name and surname have changed places.
    Turned,
    /// One letter is another, is missing or too much.
    OneLetter,
    /// One given name is short for the other.
    Nickname,
    /// Two letters of a long name differ.
    TwoLetters,
}

/// Letters from which on words may differ by one, and by two.
const FOR_ONE: usize = 5;
const FOR_TWO: usize = 9;

/// Letters of a word at most that are looked at for two that differ; longer
/// words have too many spellings.
const MOST_FOR_TWO: usize = 14;

impl Alike {
    /// Returns the word that exports print.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Transliteration => "transliteration",
            Self::Turned => "turned",
            Self::OneLetter => "one-letter",
            Self::Nickname => "nickname",
            Self::TwoLetters => "two-letters",
        }
    }

    /// Says in plain words how the names are alike.
    pub fn words(self) -> &'static str {
        match self {
            Self::Transliteration => "another spelling",
            Self::Turned => "the same words turned",
            Self::OneLetter => "one letter apart",
            Self::Nickname => "a short form of the given name",
            Self::TwoLetters => "two letters apart",
        }
    }

    /// Compares two names; `None` when they are the same or too different.
    pub(super) fn of(one: &Words, other: &Words) -> Option<Self> {
        match (one.all.as_slice(), other.all.as_slice()) {
            ([], _) | (_, []) => None,
            ([word], [.., last]) | ([.., last], [word]) => Self::of_words(word, last),
            ([first, .., last], [other_first, .., other_last]) => {
                let initial = |name: &Words| name.variant().chars().next().filter(|c| *c != ' ');
                let contradict = match (initial(one), initial(other)) {
                    (Some(one), Some(other)) => one != other,
                    (None, _) | (_, None) => false,
                };
                if contradict || one.generation != other.generation {
                    return None;
                }
                Self::of_full((first, last), (other_first, other_last))
            }
        }
    }

    fn of_full(
        (first, last): (&str, &str),
        (other_first, other_last): (&str, &str),
    ) -> Option<Self> {
        if (first, last) == (other_last, other_first) {
            return Some(Self::Turned);
        }
        if last == other_last {
            let by_nickname = Nicknames::english().agree(first, other_first);
            let nickname = by_nickname.then_some(Self::Nickname);
            return Self::of_words(first, other_first)
                .into_iter()
                .chain(nickname)
                .min();
        }
        if first == other_first {
            return Self::of_words(last, other_last);
        }
        let same = sounds_like(first, other_first) && sounds_like(last, other_last);
        same.then_some(Self::Transliteration)
    }

    fn of_words(one: &str, other: &str) -> Option<Self> {
        if one == other {
            return None;
        }
        let (length, other_length) = (one.chars().count(), other.chars().count());
        let shorter = length.min(other_length);
        if length.abs_diff(other_length) > 4 || shorter < 3 {
            return None;
        }
        if sounds_like(one, other) {
            return Some(Self::Transliteration);
        }
        let most = match shorter {
            FOR_TWO.. if length.max(other_length) <= MOST_FOR_TWO => 2,
            FOR_ONE.. => 1,
            _ => return None,
        };
        match distance(one, other) {
            1 => Some(Self::OneLetter),
            2 if most == 2 => Some(Self::TwoLetters),
            _ => None,
        }
    }
}

/// How many letters must be changed, put in or left out; 3 for three and more.
fn distance(one: &str, other: &str) -> usize {
    const FAR: usize = 3;
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) >= FAR {
        return FAR;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, against) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != against);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(row[place] + 1).min(diagonal + 1);
        }
    }
    row[other.len()].min(FAR)
}

/// Consonants from which on they may be enough to tell a word.
const FOR_CONSONANTS: usize = 3;

/// Whether two words are ways to write one from another script.
fn sounds_like(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let consonants = plain(one);
    let enough = consonants.chars().count() >= FOR_CONSONANTS;
    consonants == plain(other)
        && (enough || vowels(one) == vowels(other))
        && distance(one, other) < 3
}

/// Spellings of one consonant, longest first.
const SOUNDS: [(&str, &str); 10] = [
    ("kh", "h"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("q", "k"),
    ("g", "h"),
    ("w", "v"),
    ("c", "k"),
];

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ə')
}

/// The consonants of a folded word, and whether it begins with a vowel, so that
/// spellings of one name from another script meet.
pub(super) fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    if word.starts_with(is_vowel) {
        plain.push('a');
    }
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let sound = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
        let begun = plain.len();
        match sound {
            _ if is_vowel(letter) => {}
            Some((_, sound)) => plain.push_str(sound),
            None => plain.push(letter),
        }
        // "Hollis" and "Holis".
        if plain[..begun].ends_with(&plain[begun..]) {
            plain.truncate(begun);
        }
        rest = &rest[sound.map_or(letter.len_utf8(), |(written, _)| written.len())..];
    }
    // "Petroff" and "Petrov", "Abdullah" and "Abdulla", "Zadeh" and "Zade".
    if word.ends_with("off") || word.ends_with("eff") {
        plain.pop();
        plain.push('v');
    } else if (word.ends_with("ah") || word.ends_with("eh")) && word.len() > FOR_ONE {
        plain.pop();
    }
    plain
}

/// The vowels of a folded word as they sound.
fn vowels(word: &str) -> String {
    let runs = word
        .split(|letter| !is_vowel(letter))
        .filter(|run| !run.is_empty());
    let sound = |run: &str| match run {
        _ if run.contains(['i', 'y']) || run.contains("ee") => 'i',
        _ if run.contains('u') || run.contains("oo") || run == "o" => 'u',
        _ => 'a',
    };
    runs.map(sound).collect()
}

/// Hands on a word with one letter left out, a long one with two, and the word itself.
pub(super) fn without_letters(word: &str, mut emit: impl FnMut(&str)) {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    if letters.len() + 1 < FOR_ONE {
        return;
    }
    emit(word);
    let mut cut = String::with_capacity(word.len());
    for (index, (at, letter)) in letters.iter().enumerate() {
        cut.clear();
        cut.push_str(&word[..*at]);
        cut.push_str(&word[at + letter.len_utf8()..]);
        emit(&cut);
        if !(FOR_TWO..=MOST_FOR_TWO).contains(&letters.len()) {
            continue;
        }
        for (second, other) in &letters[index + 1..] {
            let mut twice = String::with_capacity(word.len());
            twice.push_str(&word[..*at]);
            twice.push_str(&word[at + letter.len_utf8()..*second]);
            twice.push_str(&word[second + other.len_utf8()..]);
            emit(&twice);
        }
    }
}
