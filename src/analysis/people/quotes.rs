//! What is said in an article, and by whom: the ways of telling it, gathered.
//!
//! Words given come first: `lines` without quotation marks, `marks` with them,
//! whose `speaker` is then looked for. `reported` speech is what stands beside.

use std::cell::OnceCell;

use super::find::Found;
use super::pieces::Pieces;
use super::subject::Scene;
use super::{Lists, Mention, Name, Quote, lines, marks, reported, speaker};
use crate::analysis::text::Text;

/// Finds the quotations of a text, in its order, not overlapping.
pub(super) fn find(
    text: &Text<'_>,
    lists: &Lists,
    pieces: &Pieces<'_>,
    found: &[Found],
    mentions: &[Mention],
    names: &[Name],
) -> Vec<Quote> {
    if names.is_empty() {
        let quoted = marks::find(text, pieces);
        return speaker::attribute(&mut scene(pieces, found, mentions, names, &quoted));
    }
    let mut quotes = lines::find(text, pieces, found, mentions);
    let mut quoted = marks::find(text, pieces);
    if !quotes.is_empty() {
        quoted.retain(|quoted| !overlaps_any(&quotes, quoted.span(pieces)));
    }
    let mut scene = scene(pieces, found, mentions, names, &quoted);
    quotes.extend(speaker::attribute(&mut scene));
    quotes.sort_by_key(|quote| quote.span);
    let reported = reported::find(text, &lists.speech, &scene, &quotes);
    quotes.extend(reported);
    quotes.sort_by_key(|quote| quote.span);
    quotes
}

fn scene<'s, 'a>(
    pieces: &'s Pieces<'a>,
    found: &'s [Found],
    mentions: &'s [Mention],
    names: &'s [Name],
    quoted: &'s [marks::Quoted],
) -> Scene<'s, 'a> {
    Scene {
        pieces,
        found,
        mentions,
        names,
        quoted,
        heard: Vec::with_capacity(quoted.len()),
        holders: OnceCell::new(),
    }
}

/// Whether a stretch shares a byte with one of some quotations, which are in order.
pub(super) fn overlaps_any(quotes: &[Quote], span: crate::document::Span) -> bool {
    let after = quotes.partition_point(|quote| quote.span.end <= span.start);
    quotes
        .get(after)
        .is_some_and(|quote| quote.span.overlaps(span))
}
