//! What a match is worth: a byte for each entry and term.

/// How well a term is in an entry; the worth of letters matched one by one lies
/// between that of the inside of a word and that of its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub(super) struct Value(u8);

/// Answers come in this order, whatever their scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// Every term begins a word, or is made of initials.
    Strong,
    /// Some term is only in the letters, or inside a word.
    Weak,
    /// Some term is a name misspelt.
    Misspelt,
}

impl Value {
    pub const ABSENT: Self = Self(0);
    /// The beginning of a name's word, misspelt.
    pub const NEAR_BEGINS: Self = Self(1);
    /// A name's word, misspelt in two places.
    pub const FAR: Self = Self(2);
    /// A name's word, misspelt in one place.
    pub const NEAR: Self = Self(3);
    /// Inside a word.
    pub const INSIDE: Self = Self(40);
    /// A word begins with it.
    pub const BEGINS: Self = Self(160);
    /// A whole word.
    pub const WHOLE: Self = Self(200);

    /// Letters in order, by their estimate.
    pub fn letters(estimate: i32) -> Self {
        let (least, most) = (i32::from(Self::NEAR.0) + 1, i32::from(Self::BEGINS.0) - 1);
        Self(estimate.clamp(least, most) as u8)
    }

    pub fn is_absent(self) -> bool {
        self == Self::ABSENT
    }

    pub fn score(self) -> i64 {
        i64::from(self.0)
    }

    pub fn tier(self) -> Tier {
        if self >= Self::BEGINS {
            Tier::Strong
        } else if self > Self::NEAR {
            Tier::Weak
        } else {
            Tier::Misspelt
        }
    }
}
