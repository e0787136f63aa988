//! A hundred thousand names and what is known of each, in one look.
//!
//! Read off `names.txt` once: each word is hashed to 41 bits and put into an open
//! table of a megabyte, its classes beside what is left of the hash. Of ten
//! million words that are not listed one may be taken for another.

use super::lists::{Class, Classes};

/// The classes by their letters in `names.txt`; a bit of a slot each.
const CLASSES: [(u8, Class); 9] = [
    (b'G', Class::CommonGiven),
    (b'g', Class::Given),
    (b'S', Class::CommonSurname),
    (b's', Class::Surname),
    (b'p', Class::City),
    (b'c', Class::Country),
    (b'w', Class::Ordinary),
    (b'n', Class::InPersons),
    (b'x', Class::InOthers),
];

/// Slots are twice as many as names, and a power of two.
const SLOT_BITS: u32 = 18;
const SLOTS: usize = 1 << SLOT_BITS;

/// Listed names, by hash.
#[derive(Debug)]
pub(super) struct Gazetteer {
    /// The upper 23 bits tell the word, the lower 9 its classes; 0 is empty.
    slots: Vec<u32>,
}

impl Gazetteer {
    /// Reads lines `word letters`, the words in small ASCII letters.
    pub(super) fn read(list: &str) -> Self {
        let mut letters = [0; 256];
        for (bit, (letter, _)) in CLASSES.iter().enumerate() {
            letters[usize::from(*letter)] = 1 << bit;
        }
        let mut gazetteer = Self {
            slots: vec![0; SLOTS],
        };
        // One way through the bytes: this is done at every start.
        let mut bytes = list.bytes();
        while bytes.len() > 0 {
            let word = bytes.by_ref().take_while(|byte| *byte != b' ');
            let (mut slot, tag) = place(word);
            let line = bytes.by_ref().take_while(|byte| *byte != b'\n');
            let classes = line.fold(0, |bits, letter| bits | letters[usize::from(letter)]);
            while gazetteer.slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            gazetteer.slots[slot] = tag | classes;
        }
        gazetteer
    }

    /// What is known of a word written small and without accents.
    pub(super) fn classes(&self, word: &str) -> Classes {
        let (mut slot, tag) = place(word.bytes());
        loop {
            let found = self.slots[slot];
            if found == 0 {
                return Classes::NONE;
            }
            if found & !CLASS_BITS == tag {
                return CLASSES
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| found >> bit & 1 == 1)
                    .fold(Classes::NONE, |classes, (_, (_, class))| {
                        classes.with(*class)
                    });
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

const CLASS_BITS: u32 = (1 << CLASSES.len()) - 1;

/// The slot to begin at, and what tells the word there.
fn place(word: impl Iterator<Item = u8>) -> (usize, u32) {
    let hash = word.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let hash = (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let slot = (hash >> (64 - SLOT_BITS)) as usize;
    (slot, (hash as u32) & !CLASS_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_names_have_the_classes_of_their_letters() {
        let gazetteer = Gazetteer::read("anna Gs\nroe s\n");
        let anna = gazetteer.classes("anna");
        assert!(anna.has(Class::CommonGiven) && anna.has(Class::Surname));
        assert!(!anna.has(Class::City));
        assert_eq!(gazetteer.classes("roe"), Classes::NONE.with(Class::Surname));
        assert_eq!(gazetteer.classes("doe"), Classes::NONE);
        assert_eq!(gazetteer.classes(""), Classes::NONE);
    }

    #[test]
    fn every_letter_of_the_list_is_known() {
        for line in super::super::lists::names().lines() {
            let (word, letters) = line.split_once(' ').expect("two parts");
            assert!(word.is_ascii(), "{word}");
            for letter in letters.bytes() {
                assert!(CLASSES.iter().any(|(known, _)| *known == letter), "{line}");
            }
        }
    }

    #[test]
    fn no_two_words_of_the_list_share_a_place() {
        let mut places: Vec<(usize, u32)> = super::super::lists::names()
            .lines()
            .filter_map(|line| Some(place(line.split_once(' ')?.0.bytes())))
            .collect();
        let all = places.len();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), all);
    }
}
