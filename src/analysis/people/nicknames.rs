//! Which given names may be short for one another ("Bill" and "William").
//!
//! Out of `assets/english/nicknames.txt`. Says nothing of surnames: two names
//! are one person's only when these agree, which the caller sees to.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The short forms of given names.
#[derive(Debug)]
pub struct Nicknames {
    /// The lines a folded name stands on.
    lines: FxHashMap<&'static str, Vec<u16>>,
}

impl Nicknames {
    /// Returns the built-in English list; the first call reads it.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Nicknames> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::read(include_str!("../../../assets/english/nicknames.txt")))
    }

    fn read(list: &'static str) -> Self {
        let mut lines: FxHashMap<&str, Vec<u16>> = FxHashMap::default();
        let entries = list.lines().filter_map(|line| line.split_once(':'));
        let entries = entries.filter(|(full, _)| !full.starts_with('#'));
        for (line, (full, short)) in (0..).zip(entries) {
            for name in short.split_ascii_whitespace().chain([full]) {
                lines.entry(name).or_default().push(line);
            }
        }
        Self { lines }
    }

    /// Returns the groups of like names a folded given name is in.
    pub fn groups(&self, name: &str) -> &[u16] {
        self.lines.get(name).map_or(&[], Vec::as_slice)
    }

    /// Says whether two folded given names may be one person's.
    pub fn agree(&self, one: &str, other: &str) -> bool {
        let others = self.groups(other);
        self.groups(one).iter().any(|group| others.contains(group))
    }
}

#[cfg(test)]
mod tests {
    use super::Nicknames;

    #[test]
    fn short_forms_agree_with_their_full_form_and_one_another() {
        let nicknames = Nicknames::english();
        for (one, other) in [("bill", "william"), ("rob", "bob"), ("chris", "christine")] {
            assert!(nicknames.agree(one, other), "{one} and {other}");
        }
        for (one, other) in [("bill", "robert"), ("bill", "zarif"), ("", "")] {
            assert!(!nicknames.agree(one, other), "{one} and {other}");
        }
    }
}
