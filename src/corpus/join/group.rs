//! Names of one first and one last word, and which shorter names each has.

use crate::corpus::reading::{Gender, NameReading, initials};

/// Words of a name up to which every part of what lies between is a shorter name.
const FEW_WORDS: usize = 5;

/// Names of one first and one last word that nothing tells apart.
pub(super) struct Group<'a> {
    pub first: &'a str,
    pub last: &'a str,
    /// Initials of the words between and generation, as [`NameReading::variant`].
    pub variant: &'a str,
    /// The words of the longest form.
    pub longest: &'a str,
    pub mentions: u64,
    men: u32,
    women: u32,
}

impl<'a> Group<'a> {
    /// Begins the group of a name; `None` for a lone word.
    pub(super) fn of(name: &'a NameReading) -> Option<Self> {
        let (first, _) = name.words.split_once(' ')?;
        let (_, last) = name.words.rsplit_once(' ')?;
        Some(Self {
            first,
            last,
            variant: &name.variant,
            longest: &name.words,
            mentions: 0,
            men: 0,
            women: 0,
        })
    }

    /// Takes in another name of the group.
    pub(super) fn count(&mut self, name: &'a NameReading) {
        let length = |words: &str| (words.split(' ').count(), words.len());
        let words = name.words.as_str();
        if (length(words), self.longest) > (length(self.longest), words) {
            self.longest = words;
        }
        self.mentions += u64::from(name.mentions);
        match name.gender {
            Gender::Man => self.men += 1,
            Gender::Woman => self.women += 1,
            Gender::Unknown => {}
        }
    }

    pub(super) fn gender(&self) -> Gender {
        match self.men.cmp(&self.women) {
            std::cmp::Ordering::Greater => Gender::Man,
            std::cmp::Ordering::Less => Gender::Woman,
            std::cmp::Ordering::Equal => Gender::Unknown,
        }
    }

    /// The initials of the words between first and last.
    fn initials(&self) -> &'a str {
        self.variant.split(' ').next().unwrap_or_default()
    }

    /// The generation with the blank before it; empty without one.
    pub(super) fn generation(&self) -> &'a str {
        &self.variant[self.initials().len()..]
    }

    /// First and last word.
    pub(super) fn ends(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    /// First and last word with what tells the name from others of the same two.
    pub(super) fn full_key(&self) -> String {
        let (first, last, generation) = (self.first, self.last, self.generation());
        match self.initials() {
            "" => format!("{first} {last}{generation}"),
            initials => format!("{first} {initials} {last}{generation}"),
        }
    }

    /// How full the name is: merging goes upwards only, so that it ends.
    pub(super) fn fullness(&self) -> (usize, usize, &'a str) {
        let words = self.longest.split(' ').count();
        let generation = usize::from(!self.generation().is_empty());
        (words + generation, self.longest.len(), self.longest)
    }

    /// Hands on what the shorter forms of the name are: first word, last word, variant.
    pub(super) fn shorter(&self, mut emit: impl FnMut(&'a str, &'a str, &str)) {
        let words: Vec<&str> = self.longest.split(' ').collect();
        let last = words.len() - 1;
        let cut = if words.len() <= FEW_WORDS {
            Cut::Anywhere
        } else {
            Cut::Nowhere
        };
        let mut variant = String::new();
        for (place, word) in words[..last].iter().enumerate() {
            let between = initials(&words[place + 1..last]);
            let initial = &word[..word.chars().next().map_or(0, char::len_utf8)];
            for part in parts(&between, cut) {
                for generation in ["", self.generation()] {
                    variant.clear();
                    variant.push_str(part);
                    variant.push_str(generation);
                    emit(word, words[last], &variant);
                    emit(initial, words[last], &variant);
                }
            }
            if place > 0 {
                emit(words[0], word, "");
                emit(words[0], word, &initials(&words[1..place]));
            }
        }
    }

    /// Whether a name of the same first and last word may be this one cut short:
    /// a middle word that is only an initial must be the first left.
    pub(super) fn may_lengthen(&self, short: &Group<'_>) -> bool {
        let mut inner = short.longest.split(' ').skip(1);
        let is_initial = inner.next().is_some_and(|word| word.chars().count() == 1);
        !is_initial || self.initials().starts_with(short.initials())
    }
}

/// Whether initials may be left out at either end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Anywhere,
    /// They are too many: all or none.
    Nowhere,
}

/// The stretches of some initials.
fn parts(initials: &str, cut: Cut) -> Vec<&str> {
    let mut parts = vec!["", initials];
    if cut == Cut::Anywhere {
        let cuts: Vec<usize> = initials.char_indices().map(|(at, _)| at).collect();
        parts.extend(cuts.iter().map(|at| &initials[*at..]));
        parts.extend(cuts.iter().map(|at| &initials[..*at]));
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// Says whether `short` is `full` with words left out or cut to initials; an
/// initial behind the first word stands for the very next one.
pub(super) fn shortens(short: &str, full: &str) -> bool {
    let mut words = full.split(' ');
    short.len() < full.len()
        && short.split(' ').enumerate().all(|(index, one)| {
            let is_initial = one.chars().count() == 1;
            let stands_for = |word: &str| one == word || is_initial && word.starts_with(one);
            if is_initial && index > 0 {
                return words.next().is_some_and(stands_for);
            }
            words.any(stands_for)
        })
}
