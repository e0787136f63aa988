//! Plain text: paragraphs by blank lines, and by what writers use instead.
//!
//! Blocks between blank lines are paragraphs. A block whose lines are longer
//! than anyone wraps by hand has a paragraph a line; one whose lines begin
//! with a dash, star or bullet is a list. What is still too long to read goes
//! through [`wall`](super::wall).

use super::clean::Writer;
use super::{Body, Paragraph, ParagraphKind, Span, wall};

/// Hand-wrapped text has no longer lines, in bytes; mail and wire copy stay below 80.
const LONGEST_WRAPPED: usize = 110;

/// A first line of more bytes than this is no headline.
const LONGEST_HEADLINE: usize = 120;

/// Cuts a decoded plain text into paragraphs, from byte `start` on.
pub fn read(decoded: &str, start: usize) -> Body {
    let mut writer = Writer::default();
    let before = decoded[..start].chars().count();
    writer.write(&decoded[start..], before);
    let (text, map) = writer.finish();
    let mut paragraphs = Vec::new();
    for block in blocks(&text) {
        for (span, kind) in units(&text, block) {
            wall::split(&text, span, kind, &mut paragraphs);
        }
    }
    mark_headline(&text, &mut paragraphs);
    Body {
        text,
        map,
        paragraphs,
        links: Vec::new(),
    }
}

/// The stretches between blank lines.
fn blocks(text: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut open: Option<Span> = None;
    for line in lines(text, Span::new(0, text.len())) {
        if line.of(text).trim().is_empty() {
            blocks.extend(open.take());
        } else {
            let start = open.map_or(line.start, |block| block.start);
            open = Some(Span { start, ..line });
        }
    }
    blocks.extend(open);
    blocks
}

/// The lines of a stretch, without their ends.
fn lines(text: &str, within: Span) -> impl Iterator<Item = Span> {
    let mut start = within.start as usize;
    within.of(text).split('\n').map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end as usize + 1;
        span
    })
}

/// Cuts a block into what its writer meant as paragraphs.
fn units(text: &str, block: Span) -> Vec<(Span, ParagraphKind)> {
    let is_long = |line: &Span| line.len() > LONGEST_WRAPPED;
    let is_list = bullet(block.of(text));
    let has_long_lines = lines(text, block).any(|line| is_long(&line));
    let mut units: Vec<(Span, ParagraphKind)> = Vec::new();
    let mut last_indent = usize::MAX;
    for line in lines(text, block) {
        let indent = line.len() - line.of(text).trim_start().len();
        let begins_item = is_list && bullet(line.of(text));
        let begins_indented = !is_list && indent >= 2 && last_indent == 0;
        last_indent = indent;
        match units.last_mut() {
            Some((last, _)) if !begins_item && !begins_indented && !has_long_lines => {
                last.end = line.end;
            }
            _ => {
                let kind = if begins_item {
                    ParagraphKind::ListItem
                } else {
                    ParagraphKind::Text
                };
                units.push((line, kind));
            }
        }
    }
    units
}

/// Whether a line begins as a list item does.
fn bullet(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "• ", "– "]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// Takes a short first line that ends neither a sentence nor a dateline for the headline.
fn mark_headline(text: &str, paragraphs: &mut [Paragraph]) {
    let [first, _, ..] = paragraphs else {
        return;
    };
    let line = first.span.of(text);
    let ends_sentence = line.ends_with(['.', ',', ';', ':', '-', '_', '–', '—']);
    if first.kind == ParagraphKind::Text
        && line.len() <= LONGEST_HEADLINE
        && !line.contains('\n')
        && !ends_sentence
    {
        first.kind = ParagraphKind::Heading(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let body = read(source, 0);
        let paragraphs: Vec<&str> = body
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.span.of(&body.text))
            .collect();
        assert_eq!(paragraphs, expected, "from {source:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check(
            "One.\n\nTwo\nmore.\n \n\n Three.",
            &["One.", "Two\nmore.", "Three."],
        );
        check("", &[]);
        check(" \n\n \n", &[]);
        check("a\r\n\r\nb", &["a", "b"]);
    }

    #[test]
    fn unwrapped_lines_are_paragraphs_and_wrapped_ones_are_not() {
        let long = "word ".repeat(30) + "end.";
        check(
            &format!("Headline\n{long}\n{long}"),
            &["Headline", &long, &long],
        );
        check(
            "   One is\nwrapped.\n   Two is\ntoo.",
            &["One is\nwrapped.", "Two is\ntoo."],
        );
    }

    #[test]
    fn bullets_part_items_only_where_a_list_begins() {
        check(
            "- one\n- two\n  more\n- three",
            &["- one", "- two\n  more", "- three"],
        );
        check(
            "the war\n- a long one -\nended",
            &["the war\n- a long one -\nended"],
        );
    }

    #[test]
    fn a_short_first_line_is_a_heading_and_a_sentence_is_not() {
        let kind = |source: &str| read(source, 0).paragraphs[0].kind;
        assert_eq!(
            kind("Rain at last\n\nIt rained."),
            ParagraphKind::Heading(1)
        );
        assert_eq!(kind("It rained.\n\nIt stopped."), ParagraphKind::Text);
        assert_eq!(kind("Rain at last"), ParagraphKind::Text);
    }
}
