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

    /// Estimates how well a term's letters match a name; `None` when they do
    /// not, or only scattered over it.
    ///
    /// One letter is a matter of word starts and never matches here; two match
    /// as initials only.
    pub fn estimate(&self, index: usize, sought: &Letters<'_>) -> Option<i32> {
        let missing = sought.letters & !self.letters[index];
        if missing != 0 || sought.term.len() < 2 {
            return None;
        }
        if sought.term.len() == 2 && sought.initials & !self.initials[index] != 0 {
            return None;
        }
        walk(self.get(index).as_bytes(), sought.term.as_bytes())
    }
}

/// Places a walk may begin at; names have few words that begin alike.
const MOST_STARTS: usize = 4;

/// Takes the letters of a term from a name, each as soon as it comes, from a few starts on.
fn walk(name: &[u8], term: &[u8]) -> Option<i32> {
    memchr::memchr_iter(term[0], name)
        .take(MOST_STARTS)
        .filter_map(|start| walk_from(name, term, start))
        .max()
}

fn walk_from(name: &[u8], term: &[u8], start: usize) -> Option<i32> {
    let mut at = start;
    let (mut score, mut scattered) = (0, 0);
    for (place, letter) in term.iter().enumerate() {
        let gap = memchr::memchr(*letter, &name[at..])?;
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
    (scattered <= 1 + term.len() / 2).then_some(score * 16 / term.len() as i32)
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
    use super::{Letters, Names};

    fn estimate(name: &str, term: &str) -> Option<i32> {
        let mut names = Names::default();
        names.push(name);
        names.estimate(0, &Letters::of(term))
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
}
