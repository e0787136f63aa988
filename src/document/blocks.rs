//! Clean text put together block by block, for formats with markup.
//!
//! A parser opens a block, writes the stretches of its source that are to be
//! read, and goes on; blank lines between blocks are put in here.

use super::clean::Writer;
use super::{Body, Link, Paragraph, ParagraphKind, Span, wall};

/// Collects blocks in order of the source.
pub struct Blocks<'a> {
    source: CodePoints<'a>,
    writer: Writer,
    paragraphs: Vec<Paragraph>,
    kind: ParagraphKind,
    /// Where the open block begins in the clean text.
    start: usize,
    links: Vec<Link>,
    /// Where the words of a link begin that is open, and its target.
    link: Option<(usize, String)>,
}

impl<'a> Blocks<'a> {
    /// Begins the blocks of a decoded file.
    pub fn new(source: &'a str) -> Self {
        Self {
            source: CodePoints::new(source),
            writer: Writer::default(),
            paragraphs: Vec::new(),
            kind: ParagraphKind::Text,
            start: 0,
            links: Vec::new(),
            link: None,
        }
    }

    /// Ends the open block, if anything is in it, and opens one of this kind.
    pub fn open(&mut self, kind: ParagraphKind) {
        self.end_link();
        self.writer.trim_end(self.start);
        let span = Span::new(self.start, self.writer.len());
        let is_empty = span.of(self.writer.text()).trim().is_empty();
        if !is_empty {
            wall::split(self.writer.text(), span, self.kind, &mut self.paragraphs);
            self.writer.insert("\n\n");
            self.start = self.writer.len();
        }
        self.kind = kind;
    }

    /// Writes a stretch of the source that begins at byte `place` of it.
    ///
    /// Where the two differ, a mark was covered, and nothing is written.
    pub fn write(&mut self, stretch: &str, place: usize) {
        let source = &self.source.text[place..place + stretch.len()];
        let bytes = stretch.as_bytes();
        let is_covered = |at: &usize| source[*at] != bytes[*at];
        let length = stretch.len();
        let mut start = 0;
        while start < length {
            let end = if source[start..] == bytes[start..] {
                length
            } else {
                (start..length).find(is_covered).unwrap_or(length)
            };
            let first = self.source.before(place + start);
            self.writer.write(&stretch[start..end], first);
            start = (end..length).find(|at| !is_covered(at)).unwrap_or(length);
        }
    }

    /// Writes what stands for the source at byte `place` without being the same
    /// ("é" for an entity).
    pub fn replace(&mut self, text: &str, place: usize) {
        let source = self.source.before(place);
        for character in text.chars() {
            self.writer.replace(character, source);
        }
    }

    /// Writes what the source does not have: line ends in a block, marks between cells.
    pub fn insert(&mut self, text: &str) {
        if self.writer.len() > self.start {
            self.writer.insert(text);
        }
    }

    /// Takes back white space written last, as before a line end.
    pub fn trim_end(&mut self) {
        self.writer.trim_end(self.start);
    }

    /// Says whether white space, or the start of the block, comes last.
    pub fn is_after_space(&self) -> bool {
        let written = &self.writer.text()[self.start..];
        written.chars().next_back().is_none_or(char::is_whitespace)
    }

    /// What is written from now on leads to `target`.
    pub fn begin_link(&mut self, target: &str) {
        self.end_link();
        self.link = Some((self.writer.len(), target.to_owned()));
    }

    /// What is written from now on leads nowhere.
    pub fn end_link(&mut self) {
        let Some((start, target)) = self.link.take() else {
            return;
        };
        let span = Span::new(start.min(self.writer.len()), self.writer.len());
        let span = wall::trim(self.writer.text(), span);
        self.links.extend(Link::new(span, &target));
    }

    /// Ends the last block.
    pub fn finish(mut self) -> Body {
        self.open(ParagraphKind::Text);
        self.writer.trim_end(0);
        let (text, map) = self.writer.finish();
        Body {
            text,
            map,
            paragraphs: self.paragraphs,
            links: self.links,
        }
    }
}

/// Counts code points before any byte of a text in constant time.
struct CodePoints<'a> {
    text: &'a [u8],
    /// Code points before every [`STRIDE`]th byte.
    before: Vec<usize>,
}

const STRIDE: usize = 512;

impl<'a> CodePoints<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut total = 0;
        let before = text
            .chunks(STRIDE)
            .map(|chunk| {
                let before = total;
                total += starts(chunk);
                before
            })
            .collect();
        Self { text, before }
    }

    fn before(&self, byte: usize) -> usize {
        let stride = (byte / STRIDE).min(self.before.len().saturating_sub(1));
        let counted = self.before.get(stride).copied().unwrap_or_default();
        counted + starts(&self.text[stride * STRIDE..byte])
    }
}

/// Counts the bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_strides() {
        let text = "aé漢".repeat(1000);
        let counts = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(counts.before(byte), count);
        }
        assert_eq!(counts.before(text.len()), 3000);
        assert_eq!(CodePoints::new("").before(0), 0);
    }

    #[test]
    fn blocks_are_parted_and_empty_ones_leave_no_trace() {
        let mut blocks = Blocks::new("one two");
        blocks.open(ParagraphKind::Heading(1));
        blocks.write("one", 0);
        blocks.open(ParagraphKind::Text);
        blocks.write(" ", 3);
        blocks.open(ParagraphKind::Quotation);
        blocks.write("two", 4);
        let body = blocks.finish();
        assert_eq!(body.text, "one\n\ntwo");
        assert_eq!(body.paragraphs.len(), 2);
        assert_eq!(
            body.map.to_source(&body.text, body.paragraphs[1].span),
            (4, 7)
        );
    }
}
