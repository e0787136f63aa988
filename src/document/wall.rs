//! Walls of text: paragraphs too long to read, cut where they once were.
//!
//! Text that lost its line ends on the way keeps traces of them: two spaces,
//! or a no-break space beside a space, after a sentence. Where those are rarer
//! than plain sentence ends they are the old paragraph ends; where they are the
//! rule they are only a typing habit. A wall without traces is cut at sentence
//! ends into stretches of readable length.

use super::{Paragraph, ParagraphKind, Span};

/// One line of more bytes than this is looked through for traces.
const WALL: usize = 600;

/// A paragraph of more bytes than this is cut at sentence ends; half a screen at 80 columns.
const LONGEST: usize = 1_500;

/// A cut stretch has at least this many bytes, and so has what is left over.
const SHORTEST: usize = 450;

/// After so many bytes without a sentence end, any white space will do.
const UNBROKEN: usize = 3_000;

/// Appends the paragraphs that `span` of `text` holds: itself, or its pieces.
pub fn split(text: &str, span: Span, kind: ParagraphKind, paragraphs: &mut Vec<Paragraph>) {
    let span = trim(text, span);
    if span.is_empty() {
        return;
    }
    let mut pieces = vec![span];
    if kind == ParagraphKind::Text && span.len() > WALL && !span.of(text).contains('\n') {
        pieces = at_traces(text, span);
    }
    for piece in pieces {
        if kind == ParagraphKind::Verbatim || piece.len() <= LONGEST {
            paragraphs.push(Paragraph { span: piece, kind });
        } else {
            at_sentence_ends(text, piece, kind, paragraphs);
        }
    }
}

/// Leaves out white space at both ends.
pub fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start as usize + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    Span::new(start, end)
}

/// Cuts a line at the traces of lost line ends; whole when it has none.
fn at_traces(text: &str, span: Span) -> Vec<Span> {
    let mut traces = Vec::new();
    let mut plain_ends = 0;
    for (start, gap) in gaps(text, span) {
        if !ends_sentence(&text[span.start as usize..start]) {
            continue;
        }
        let no_break = gap.contains('\u{a0}') && gap.chars().count() > 1;
        if no_break || gap.contains("  ") {
            traces.push(Span::new(start, start + gap.len()));
        } else if text[start + gap.len()..].starts_with(begins_sentence) {
            plain_ends += 1;
        }
    }
    if traces.len() > plain_ends {
        return vec![span];
    }
    let mut pieces = Vec::with_capacity(traces.len() + 1);
    let mut start = span.start;
    for trace in traces {
        pieces.push(Span {
            start,
            end: trace.start,
        });
        start = trace.end;
    }
    pieces.push(Span { start, ..span });
    pieces
}

/// The runs of white space in a span: where each begins, and what it is.
fn gaps(text: &str, span: Span) -> impl Iterator<Item = (usize, &str)> {
    let end = span.end as usize;
    let mut place = span.start as usize;
    std::iter::from_fn(move || {
        let start = place + text[place..end].find(char::is_whitespace)?;
        let rest = &text[start..end];
        let length = rest
            .find(|character: char| !character.is_whitespace())
            .unwrap_or(rest.len());
        place = start + length;
        Some((start, &text[start..place]))
    })
}

/// Appends readable stretches of a long paragraph.
fn at_sentence_ends(text: &str, span: Span, kind: ParagraphKind, paragraphs: &mut Vec<Paragraph>) {
    let mut push = |start: usize, end: usize| {
        let span = trim(text, Span::new(start, end));
        if !span.is_empty() {
            paragraphs.push(Paragraph { span, kind });
        }
    };
    let end = span.end as usize;
    let mut start = span.start as usize;
    let mut open_quotes = 0usize;
    let mut scanned = start;
    for (place, gap) in gaps(text, span) {
        while place - start > 2 * UNBROKEN {
            let cut = boundary(text, start + UNBROKEN);
            push(start, cut);
            start = cut;
        }
        open_quotes = quotes_after(&text[scanned..place], open_quotes);
        scanned = place;
        let is_worth_it = place - start >= SHORTEST && end - place >= SHORTEST;
        let is_end = open_quotes == 0
            && ends_sentence(&text[start..place])
            && text[place + gap.len()..].starts_with(begins_sentence);
        if is_worth_it && (is_end || place - start > UNBROKEN) {
            push(start, place);
            start = place + gap.len();
        }
    }
    while end - start > 2 * UNBROKEN {
        let cut = boundary(text, start + UNBROKEN);
        push(start, cut);
        start = cut;
    }
    push(start, end);
}

/// The last place at or before a byte where a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte)
        .rev()
        .find(|place| text.is_char_boundary(*place))
        .expect("zero is a boundary")
}

/// How many curly quotations are open after a stretch, `before` being open ahead of it.
fn quotes_after(stretch: &str, before: usize) -> usize {
    stretch
        .chars()
        .fold(before, |open, character| match character {
            '“' => 1,
            '”' => open.saturating_sub(1),
            _ => open,
        })
}

/// Whether a stretch ends as a sentence does: a stop that is no abbreviation's, then closing marks.
///
/// Only the cheap half of the question; the analysis has the whole of it.
fn ends_sentence(stretch: &str) -> bool {
    let inner = stretch.trim_end_matches(['”', '"', '’', '\'', ')', ']']);
    if inner.ends_with(['!', '?', '…']) {
        return true;
    }
    let Some(before) = inner.strip_suffix('.') else {
        return false;
    };
    let word = before
        .rsplit(|character: char| !character.is_alphanumeric() && character != '.')
        .next()
        .unwrap_or_default();
    // "Gen", "J", "U.S" open with a capital and are short; a name that short may cost a cut, no more
    let is_abbreviation = word.contains('.')
        || (word.len() < 2 && !word.starts_with(|digit: char| digit.is_ascii_digit()))
        || (word.len() <= 4 && word.starts_with(char::is_uppercase));
    !is_abbreviation
}

fn begins_sentence(character: char) -> bool {
    character.is_uppercase() || character.is_numeric() || matches!(character, '“' | '"' | '‘' | '(')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut paragraphs = Vec::new();
        split(
            text,
            Span::new(0, text.len()),
            ParagraphKind::Text,
            &mut paragraphs,
        );
        paragraphs.iter().map(|piece| piece.span.of(text)).collect()
    }

    fn sentences(count: usize) -> String {
        vec!["Somebody went to the market and came home again."; count].join(" ")
    }

    #[test]
    fn rare_wide_gaps_are_lost_line_ends() {
        let (one, two, three) = (sentences(6), sentences(7), sentences(5));
        let text = format!("{one}\u{a0} {two} \u{a0} {three}");
        assert_eq!(pieces(&text), [&one, &two, &three]);
        let text = format!("{one}  {two}  {three}");
        assert_eq!(pieces(&text), [&one, &two, &three]);
    }

    #[test]
    fn two_spaces_after_every_sentence_are_a_habit() {
        let text = sentences(20).replace(". ", ".  ");
        assert_eq!(pieces(&text), [&text]);
    }

    #[test]
    fn a_wide_gap_inside_a_sentence_is_no_line_end() {
        let text = format!("{} It  rained on  and on. {}", sentences(8), sentences(8));
        assert_eq!(pieces(&text), [&text]);
    }

    #[test]
    fn a_wall_without_traces_is_cut_at_sentence_ends() {
        let text = sentences(200);
        let pieces = pieces(&text);
        assert!(pieces.len() > 10);
        for piece in pieces {
            assert!(piece.ends_with("again."), "{piece:?}");
            assert!(piece.len() <= LONGEST);
        }
    }

    #[test]
    fn abbreviations_and_open_quotations_are_not_cut() {
        let said = "“We met Gen. Smith. We met Mr. Jones in the U.S. Senate on Nov. 5.” ";
        let text = said.repeat(60);
        for piece in pieces(&text) {
            assert!(piece.starts_with('“') && piece.ends_with('”'), "{piece:?}");
        }
    }

    #[test]
    fn text_without_any_end_is_cut_somewhere() {
        for text in ["é".repeat(100_000), "word ".repeat(50_000)] {
            let pieces = pieces(&text);
            assert!(pieces.iter().all(|piece| piece.len() <= 3 * UNBROKEN));
            let total: usize = pieces.iter().map(|piece| piece.len()).sum();
            assert!(total >= text.len() * 3 / 4);
        }
    }
}
