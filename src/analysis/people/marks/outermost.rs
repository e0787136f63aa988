//! Chooses among quotations that lie in one another, or cross.
//!
//! Inner marks belong to the outer quotation. Marks that are apostrophes as well
//! give way where they cross others.

use super::super::pieces::{Pieces, Shape};
use super::{Quoted, Style};

/// Returns those that count, in order of the text, not overlapping.
pub(super) fn choose(pieces: &Pieces<'_>, found: Vec<(Style, Quoted)>) -> Vec<Quoted> {
    let (doubtful, plain): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|(style, _)| style.is_doubtful());
    let mut chosen = outer(plain.into_iter().map(|(_, quoted)| quoted).collect());
    let doubtful: Vec<Quoted> = doubtful
        .into_iter()
        .map(|(_, quoted)| quoted)
        .filter(|quoted| may_stand(pieces, quoted, &chosen))
        .collect();
    if !doubtful.is_empty() {
        chosen.extend(doubtful);
        chosen = outer(chosen);
    }
    chosen
}

/// Keeps what lies in no other; where two cross, the first.
fn outer(mut found: Vec<Quoted>) -> Vec<Quoted> {
    found.sort_by_key(|quoted| (quoted.pieces.start, std::cmp::Reverse(quoted.pieces.end)));
    found.dedup_by(|later, earlier| later.pieces.start < earlier.pieces.end);
    found
}

/// Whether single marks cross no others, and hold others only if they look like speech.
fn may_stand(pieces: &Pieces<'_>, quoted: &Quoted, others: &[Quoted]) -> bool {
    let range = &quoted.pieces;
    let first = others.partition_point(|other| other.pieces.end <= range.start);
    let after = others.partition_point(|other| other.pieces.start < range.end);
    let Some(inner) = others.get(first..after).filter(|inner| !inner.is_empty()) else {
        return true;
    };
    let holds = inner
        .iter()
        .all(|other| range.start < other.pieces.start && other.pieces.end < range.end);
    let begins = pieces.all[range.start + 1].shape != Shape::Small;
    let ends = matches!(pieces.word(range.end - 2), "," | "." | "!" | "?" | "…");
    holds && begins && ends
}
