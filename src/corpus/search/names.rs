//! The short entries whose letters may be matched one by one: people, actions.
//!
//! Most are ruled out by a mask of their letters, most others by one greedy
//! walk; what is left is for the [`Matcher`](super::matcher::Matcher).

/// Folded names one after another, each with what rules it out quickly.
#[derive(Debug, Default)]
pub(super) struct Names {
    arena: String,
    /// Where each name ends in the arena.
    ends: Vec<u32>,
    letters: Vec<u64>,
    initials: Vec<u32>,
}

/// A term with what it needs of a name.
#[derive(Debug)]
pub(super) struct Letters<'a> {
    term: &'a str,
    letters: u64,
    initials: u32,
}

impl<'a> Letters<'a> {
    pub fn of(term: &'a str) -> Self {
        Self {
            term,
            letters: letter_mask(term),
            initials: term.bytes().map(letter_bit).fold(0, |mask, bit| mask | bit),
        }
    }
}

impl Names {
    /// Adds a folded name as the next entry.
    pub fn push(&mut self, folded: &str) {
        self.arena.push_str(folded);
        self.ends.push(self.arena.len() as u32);
        self.letters.push(letter_mask(folded));
        self.initials.push(initial_mask(folded));
    }

    pub fn get(&self, index: usize) -> &str {
        let begin = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.arena[begin as usize..self.ends[index] as usize]
    }

    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Says whether a name has the letters of a term at all; quick, and often wrong.
    pub fn may_have(&self, index: usize, sought: &Letters<'_>) -> bool {
        let initials = sought.term.len() != 2 || sought.initials & !self.initials[index] == 0;
        sought.letters & !self.letters[index] == 0 && initials
    }

    /// Says how a term's letters are in a name.
    ///
    /// One letter is a matter of word starts and never matches here; two match
    /// as initials only.
    pub fn find(&self, index: usize, sought: &Letters<'_>) -> Found {
        if sought.term.len() < 2 || !self.may_have(index, sought) {
            return Found::Missing;
        }
        walk(self.get(index).as_bytes(), sought.term.as_bytes())
    }
}

/// How the letters of a term are in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Not in this order: neither are those of a longer term.
    Missing,
    /// In order, but so scattered that it is chance.
    Scattered,
    /// In order, with an estimate of how well.
    Ordered(i32),
}

/// Places a walk may begin at; names have few words that begin alike.
const MOST_STARTS: usize = 4;

/// Takes the letters of a term from a name, each as soon as it comes, from a few starts on.
fn walk(name: &[u8], term: &[u8]) -> Found {
    let mut found = Found::Missing;
    for start in memchr::memchr_iter(term[0], name).take(MOST_STARTS) {
        let here = walk_from(name, term, start);
        found = match (here, found) {
            // What is not there from one start on is not there from a later one.
            (Found::Missing, _) => return found,
            (Found::Ordered(one), Found::Ordered(other)) => Found::Ordered(one.max(other)),
            (Found::Scattered, Found::Ordered(_)) => found,
            (Found::Ordered(_) | Found::Scattered, _) => here,
        };
    }
    found
}

fn walk_from(name: &[u8], term: &[u8], start: usize) -> Found {
    let mut at = start;
    let (mut score, mut scattered) = (0, 0);
    for (place, letter) in term.iter().enumerate() {
        let Some(gap) = memchr::memchr(*letter, &name[at..]) else {
            return Found::Missing;
        };
        at += gap;
        if starts_word(name, at) {
            score += 8;
        } else if place > 0 && gap == 0 {
            score += 4;
        } else {
            scattered += 1;
            score -= gap.min(4) as i32;
        }
        at += 1;
    }
    // Half of the letters may stand alone ("khtbzd"); more is chance.
    if scattered > 1 + term.len() / 2 {
        return Found::Scattered;
    }
    Found::Ordered(score * 16 / term.len() as i32)
}

fn starts_word(name: &[u8], at: usize) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    is_letter(name[at]) && (at == 0 || !is_letter(name[at - 1]))
}

/// A bit a letter of the alphabet; none for anything else.
fn letter_bit(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        _ => 0,
    }
}

/// 26 letters, the second occurrence of each, digits, anything not ASCII.
fn letter_mask(folded: &str) -> u64 {
    let mut mask: u64 = 0;
    for byte in folded.bytes() {
        match byte {
            b'a'..=b'z' => {
                let bit = 1 << (byte - b'a');
                mask |= if mask & bit == 0 { bit } else { bit << 26 };
            }
            b'0'..=b'9' => mask |= 1 << 52,
            0x80.. => mask |= 1 << 53,
            _ => {}
        }
    }
    mask
}

fn initial_mask(folded: &str) -> u32 {
    let bytes = folded.as_bytes();
    (0..bytes.len())
        .filter(|at| starts_word(bytes, *at))
        .fold(0, |mask, at| mask | letter_bit(bytes[at]))
}

#[cfg(test)]
mod tests {
    use super::{Found, Letters, Names};

    fn estimate(name: &str, term: &str) -> Option<i32> {
        let mut names = Names::default();
        names.push(name);
        if term.is_empty() {
            return None;
        }
        match names.find(0, &Letters::of(term)) {
            Found::Missing | Found::Scattered => None,
            Found::Ordered(estimate) => Some(estimate),
        }
    }

    #[test]
    fn letters_in_order_match_unless_scattered() {
        for (name, term, matches) in [
            ("mohammad javad zarif", "mjz", true),
            ("mohammad javad zarif", "mz", true),
            ("mohammad javad zarif", "ma", false),
            ("saeed khatibzadeh", "khtbzd", true),
            ("saeed khatibzadeh", "zebra", false),
            ("kirsty hans tabita ilib", "khatib", true),
            ("karl oh-an tov ni rob", "kotnb", true),
            ("xkxhxaxtxixbx", "khatib", false),
            ("zarif", "m", false),
            ("ali", "", false),
        ] {
            assert_eq!(estimate(name, term).is_some(), matches, "{term} in {name}");
        }
    }

    #[test]
    fn word_starts_and_neighbours_are_estimated_higher() {
        assert!(estimate("javad zarif", "zar") > estimate("jazar far", "zar"));
        assert!(estimate("mohammad javad zarif", "mjz") > estimate("moj aziz", "mjz"));
    }

    proptest::proptest! {
        #[test]
        fn letters_missing_are_missing_from_every_longer_term(
            name in "[abc ]{0,12}",
            term in "[abc]{3,8}",
        ) {
            let mut names = Names::default();
            names.push(&name);
            let found = |length: usize| names.find(0, &Letters::of(&term[..length]));
            for length in 3..term.len() {
                if found(length) == Found::Missing {
                    proptest::prop_assert_eq!(found(length + 1), Found::Missing);
                }
            }
        }
    }
}
