//! What each feature speaks for, laid out so that one line of the cache answers.
//!
//! A feature's 32 bits choose a line by their upper half; the lower half is its
//! tag there. A line of 64 bytes holds seven tags and, for each, a weight of
//! one byte for every label but [`Label::Outside`](super::Label::Outside), which
//! the others are measured against. Two features in thousands share a tag by
//! accident, which costs less than longer tags would.

use super::chain::{LABELS, Scores};

/// Bytes of a line, as processors of our day fetch them.
const LINE: usize = 64;
/// Features a line holds.
pub(super) const SLOTS: usize = 7;
/// Weights of a feature: one for each label but the first.
pub(super) const WEIGHTS: usize = LABELS - 1;
/// Where the weights of a line begin, behind the tags.
const TAGS: usize = SLOTS * 2;

/// The weights of a model, as they lie in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    lines: &'static [[u8; LINE]],
}

/// Where a feature is looked for: the line's upper bits, and the tag within it.
fn place(feature: u32, lines: usize) -> (usize, u16) {
    let line = ((u64::from(feature >> 16) * lines as u64) >> 16) as usize;
    let tag = (feature & 0xffff) as u16;
    // An empty slot has the tag 0.
    (line, tag.max(1))
}

impl Table {
    /// Takes whole lines; bytes behind the last are left alone.
    pub(super) fn read(bytes: &'static [u8]) -> Self {
        Self {
            lines: bytes.as_chunks::<LINE>().0,
        }
    }

    /// Adds what features speak for to `sums`.
    pub(super) fn add(&self, features: &[u32], sums: &mut Scores) {
        for feature in features {
            let (line, tag) = place(*feature, self.lines.len());
            let weights = weights(&self.lines[line], tag);
            for (sum, weight) in sums[1..].iter_mut().zip(weights) {
                *sum += i32::from(weight.cast_signed());
            }
        }
    }
}

/// The weights of a tag in its line; none for a tag that is not there.
///
/// All tags are compared at once: which one it is, or none, is by chance, and a
/// processor that guesses would mostly guess wrong.
fn weights(line: &[u8; LINE], tag: u16) -> &[u8; WEIGHTS] {
    let mut found = 0u32;
    for (slot, known) in line[..TAGS].as_chunks::<2>().0.iter().enumerate() {
        found |= u32::from(u16::from_le_bytes(*known) == tag) << slot;
    }
    let rows = line[TAGS..].as_chunks::<WEIGHTS>().0;
    rows.get(found.trailing_zeros() as usize)
        .unwrap_or(&[0; WEIGHTS])
}

/// A feature with its weights, on its way into a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub feature: u32,
    pub weights: [i8; WEIGHTS],
    /// How much it would be missed.
    pub worth: f32,
}

/// Lays rows out over so many lines (65,536 at most), and appends them; where a
/// line has too many, those least missed are left out. Returns how many were.
pub(super) fn write(mut rows: Vec<Row>, lines: usize, out: &mut Vec<u8>) -> usize {
    let mut left_out = 0;
    rows.sort_by(|one, other| {
        let line = |row: &Row| place(row.feature, lines).0;
        line(one)
            .cmp(&line(other))
            .then(other.worth.total_cmp(&one.worth))
            .then(one.feature.cmp(&other.feature))
    });
    let mut rows = rows.iter().peekable();
    for number in 0..lines {
        let mut line = [0; LINE];
        let mut slot = 0;
        while let Some(row) = rows.next_if(|row| place(row.feature, lines).0 == number) {
            if slot == SLOTS {
                left_out += 1;
                continue;
            }
            let (_, tag) = place(row.feature, lines);
            line[slot * 2..slot * 2 + 2].copy_from_slice(&tag.to_le_bytes());
            let from = TAGS + slot * WEIGHTS;
            for (byte, weight) in line[from..from + WEIGHTS].iter_mut().zip(row.weights) {
                *byte = weight.cast_unsigned();
            }
            slot += 1;
        }
        out.extend(line);
    }
    left_out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(feature: u32, weight: i8, worth: f32) -> Row {
        Row {
            feature,
            weights: [weight; WEIGHTS],
            worth,
        }
    }

    fn table(rows: Vec<Row>, lines: usize) -> (Table, usize) {
        let mut bytes = Vec::new();
        let left_out = write(rows, lines, &mut bytes);
        (Table::read(bytes.leak()), left_out)
    }

    fn sum(table: &Table, features: &[u32]) -> Scores {
        let mut sums = Scores::default();
        table.add(features, &mut sums);
        sums
    }

    #[test]
    fn features_add_up_and_unknown_ones_weigh_nothing() {
        let (table, left_out) = table(vec![row(0x1234_5678, 5, 1.0), row(7, -3, 1.0)], 16);
        assert_eq!(left_out, 0);
        let weights = |weight: i32| {
            let mut scores = [weight; LABELS];
            scores[0] = 0;
            scores
        };
        assert_eq!(sum(&table, &[0x1234_5678]), weights(5));
        assert_eq!(sum(&table, &[0x1234_5678, 7, 7, 99]), weights(-1));
    }

    #[test]
    fn a_full_line_keeps_what_would_be_missed_most() {
        let rows = (1..=9u8).map(|number| row(u32::from(number), 1, f32::from(number)));
        let (table, left_out) = table(rows.collect(), 1);
        assert_eq!(left_out, 2);
        let weighs = |feature: u32| sum(&table, &[feature])[1];
        assert_eq!([1, 2, 3, 9].map(weighs), [0, 0, 1, 1]);
    }
}
