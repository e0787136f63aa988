//! Hashing that is the same on every machine and in every version.
//!
//! A model holds hashes, so that they may never change: hence no hasher of a
//! library, whose numbers are its own affair.

/// What stands for nothing: before the first word, after the last.
pub(super) const NOTHING: u32 = 0x9e37_79b9;

/// The number that 32-bit FNV-1a begins with.
const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Hashes bytes one after the other (FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>).
#[derive(Debug, Clone, Copy)]
pub(super) struct Hasher(u32);

impl Hasher {
    pub(super) fn new() -> Self {
        Self(BASIS)
    }

    pub(super) fn add(&mut self, letter: char) {
        if letter.is_ascii() {
            self.byte(letter as u8);
            return;
        }
        for byte in (letter as u32).to_le_bytes() {
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(PRIME);
    }

    /// What was hashed so far, its bits mixed.
    pub(super) fn finish(self) -> u32 {
        (self.0 ^ (self.0 >> 15)).wrapping_mul(0x85eb_ca6b)
    }
}

/// Mixes the parts of a feature into the 32 bits it is known by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mix(u64);

impl Mix {
    /// Begins the feature of a template.
    pub(super) fn of(template: u32) -> Self {
        Self(u64::from(template + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn with(self, part: u32) -> Self {
        let mixed = (self.0 ^ u64::from(part)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        Self(mixed ^ (mixed >> 32))
    }

    pub(super) fn finish(self) -> u32 {
        (self.0.wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_the_models_were_made_with() {
        let mut hasher = Hasher::new();
        "Roe é".chars().for_each(|letter| hasher.add(letter));
        assert_eq!(hasher.finish(), 4_179_838_239);
        assert_eq!(Mix::of(3).with(7).with(NOTHING).finish(), 1_967_122_844);
    }
}
