//! Cuts an article into screen lines of a measure.
//!
//! Every line knows the bytes it shows, so that jumping, lighting and
//! searching go from a place in the text to a line and back.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::direction::Direction;
use crate::document::{Document, Paragraph, ParagraphKind, Span};

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A piece of the headline, as bytes of [`Document::headline`].
    Headline,
    /// Who published it when, and by whom.
    Source,
    /// Nothing: the space before a paragraph, at whose first byte it is.
    Blank,
    /// A piece of a paragraph, as bytes of [`Document::text`].
    Text(ParagraphKind),
}

/// What items of plain text begin with.
const BULLETS: [char; 5] = ['-', '*', '•', '–', '·'];

/// Where in its paragraph a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    First,
    Later,
}

/// One line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    pub span: Span,
    /// Columns it is set in from the left.
    pub indent: u16,
    pub lead: Lead,
    /// Which way its paragraph is written.
    pub direction: Direction,
}

impl Line {
    /// Makes a line that belongs to no paragraph.
    fn apart(kind: LineKind, span: Span) -> Self {
        Self {
            kind,
            span,
            indent: 0,
            lead: Lead::First,
            direction: Direction::LeftToRight,
        }
    }
}

/// Wraps a document to `measure` columns, at least one.
pub fn wrap(document: &Document, measure: u16) -> Vec<Line> {
    let measure = usize::from(measure.max(1));
    let mut lines = header(document, measure);
    let mut before = None;
    for paragraph in &document.paragraphs {
        let listed = matches!(
            (before, paragraph.kind),
            (Some(ParagraphKind::ListItem), ParagraphKind::ListItem)
        );
        if !listed {
            let start = paragraph.span.start;
            lines.push(Line::apart(LineKind::Blank, Span { start, end: start }));
        }
        before = Some(paragraph.kind);
        wrap_paragraph(document, *paragraph, measure, &mut lines);
    }
    lines
}

/// The headline, unless the text itself begins with it, and the line on its source.
fn header(document: &Document, measure: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let first = document
        .paragraphs
        .first()
        .map(|paragraph| paragraph.span.of(&document.text));
    if !first.is_some_and(|first| first.starts_with(document.headline.trim_end_matches('…'))) {
        let whole = Span::new(0, document.headline.len());
        for span in pieces(&document.headline, whole, measure) {
            lines.push(Line::apart(LineKind::Headline, span));
        }
    }
    lines.push(Line::apart(LineKind::Source, Span::default()));
    lines
}

fn wrap_paragraph(
    document: &Document,
    paragraph: Paragraph,
    measure: usize,
    lines: &mut Vec<Line>,
) {
    let indent = match paragraph.kind {
        ParagraphKind::Text | ParagraphKind::Heading(_) => 0,
        ParagraphKind::Quotation | ParagraphKind::ListItem | ParagraphKind::Verbatim => 2,
    };
    let indent = if measure > 20 { indent } else { 0 };
    let mut add = |whole: Span| {
        let direction = Direction::of(whole.of(&document.text));
        let pieces = match paragraph.kind {
            ParagraphKind::Verbatim => rows(&document.text, whole, measure - indent),
            ParagraphKind::Text
            | ParagraphKind::Heading(_)
            | ParagraphKind::Quotation
            | ParagraphKind::ListItem => pieces(&document.text, whole, measure - indent),
        };
        // An item that brings its own bullet hangs by it.
        let hangs = paragraph.kind == ParagraphKind::ListItem
            && whole.of(&document.text).starts_with(BULLETS);
        let first_indent = if hangs { 0 } else { indent as u16 };
        let leads = std::iter::once(Lead::First).chain(std::iter::repeat(Lead::Later));
        lines.extend(pieces.into_iter().zip(leads).map(|(span, lead)| Line {
            kind: LineKind::Text(paragraph.kind),
            span,
            indent: match lead {
                Lead::First => first_indent,
                Lead::Later => indent as u16,
            },
            lead,
            direction,
        }));
    };
    if paragraph.kind != ParagraphKind::Verbatim {
        add(paragraph.span);
        return;
    }
    let mut start = paragraph.span.start as usize;
    for row in paragraph.span.of(&document.text).split('\n') {
        add(Span::new(start, start + row.len()));
        start += row.len() + 1;
    }
}

/// Cuts `span` into stretches of at most `measure` columns, white space at
/// their ends left out. Line feeds inside count as spaces.
pub fn pieces(text: &str, span: Span, measure: usize) -> Vec<Span> {
    let measure = measure.max(1);
    let source = span.of(text);
    let base = span.start as usize;
    let mut cut = Cut {
        source,
        base,
        measure,
        pieces: Vec::new(),
        start: 0,
        columns: 0,
    };
    let mut from = 0;
    for (to, opportunity) in linebreaks(source) {
        // A line feed in running text is where the writer's line ended, not ours.
        let is_end = to == source.len();
        if opportunity == BreakOpportunity::Mandatory && !is_end && !source[..to].ends_with('\n') {
            continue;
        }
        cut.take(from, to);
        from = to;
    }
    cut.finish();
    cut.pieces
}

/// Cuts a line as [`pieces`] does, and keeps the blanks it is set in by.
pub fn rows(text: &str, span: Span, measure: usize) -> Vec<Span> {
    let line = span.of(text);
    let blanks = line.len() - line.trim_start().len();
    let indent = columns(&line[..blanks]);
    if blanks == 0 || blanks == line.len() || indent * 2 > measure {
        return pieces(text, span, measure);
    }
    let mut rows = pieces(text, span, measure - indent);
    rows[0].start = span.start;
    rows
}

struct Cut<'a> {
    source: &'a str,
    base: usize,
    measure: usize,
    pieces: Vec<Span>,
    /// Where the line being filled begins, and how wide it is so far.
    start: usize,
    columns: usize,
}

impl Cut<'_> {
    /// Adds the unbreakable stretch `from..to`, its trailing white space included.
    fn take(&mut self, from: usize, to: usize) {
        let word = self.source[from..to].trim_end();
        let width = columns(word);
        if self.columns + width > self.measure && self.columns > 0 {
            self.end_line(from);
        }
        if width > self.measure {
            self.take_long(from, word);
        } else {
            self.columns += width;
        }
        self.columns += columns(&self.source[from + word.len()..to]);
    }

    /// Breaks a word wider than the measure between its graphemes.
    fn take_long(&mut self, from: usize, word: &str) {
        for (at, grapheme) in word.grapheme_indices(true) {
            let width = columns(grapheme);
            if self.columns + width > self.measure && self.columns > 0 {
                self.end_line(from + at);
            }
            self.columns += width;
        }
    }

    fn end_line(&mut self, end: usize) {
        let line = &self.source[self.start..end];
        let start = self.start + (line.len() - line.trim_start().len());
        let end_of_words = self.start + line.trim_end().len();
        if start < end_of_words {
            self.pieces
                .push(Span::new(self.base + start, self.base + end_of_words));
        }
        self.start = end;
        self.columns = 0;
    }

    fn finish(&mut self) {
        self.end_line(self.source.len());
        if self.pieces.is_empty() {
            self.pieces.push(Span::new(self.base, self.base));
        }
    }
}

/// The columns a text takes, letter by letter as it is drawn: a terminal joins
/// no letters of different cells, as the width of a whole word would have it.
fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    use super::{LineKind, wrap};
    use crate::document::Document;

    fn wrapped(text: &str, measure: u16) -> Vec<String> {
        let document = Document::given("test", text, None);
        wrap(&document, measure)
            .iter()
            .filter(|line| matches!(line.kind, LineKind::Text(_)))
            .map(|line| line.span.of(&document.text).replace('\n', " "))
            .collect()
    }

    #[test]
    fn words_stay_whole_and_lines_within_the_measure() {
        assert_eq!(
            wrapped("The war went on\nfor ten years.", 11),
            ["The war", "went on for", "ten years."]
        );
    }

    #[test]
    fn a_word_wider_than_the_measure_is_cut_between_graphemes() {
        assert_eq!(
            wrapped("Donaudampfschiff fährt", 8),
            ["Donaudam", "pfschiff", "fährt"]
        );
    }

    #[test]
    fn a_long_word_goes_on_with_what_follows_it() {
        assert_eq!(
            wrapped("a incomprehensible b", 7),
            ["a", "incompr", "ehensib", "le b"]
        );
    }

    #[test]
    fn wide_letters_count_two_columns() {
        assert_eq!(wrapped("北京外交部发言人", 6), ["北京外", "交部发", "言人"]);
    }

    #[test]
    fn no_line_is_wider_than_the_measure_and_no_letter_is_torn_in_any_script() {
        let texts = [
            "أكد المتحدث باسم الوزارة أن الاجتماع لا يزال قائما ولا إلغاء له",
            "דובר המשרד אמר כי הפגישה תתקיים ביום שלישי בשעה 10:30 בבוקר",
            "โฆษกกระทรวงการต่างประเทศกล่าวว่าการประชุมจะมีขึ้น",
            "👩‍👩‍👧‍👦👨🏽‍🚀🇮🇷🇦🇫 family and flags 👩‍👩‍👧‍👦👨🏽‍🚀🇮🇷🇦🇫",
            "e\u{301}te\u{301} a\u{308}o\u{308}u\u{308} Zu\u{308}rich bleibt scho\u{308}n",
            "정부 대변인은 회의가 화요일에 열린다고 말했다",
        ];
        for text in texts {
            for measure in 2..40 {
                for line in wrapped(text, measure) {
                    let cells: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
                    assert!(cells <= usize::from(measure), "{line:?} at {measure}");
                    let whole = line
                        .graphemes(true)
                        .all(|letter| text.graphemes(true).any(|known| known == letter));
                    assert!(whole, "{line:?} at {measure}");
                }
            }
        }
    }

    #[test]
    fn every_letter_is_on_some_line() {
        let text = "One “two” three — four, five.\n\nSix seven eight nine ten eleven twelve.";
        let letters = |text: &str| {
            text.chars()
                .filter(|letter| !letter.is_whitespace())
                .collect::<String>()
        };
        for measure in 1..30 {
            assert_eq!(
                letters(&wrapped(text, measure).concat()),
                letters(text),
                "at {measure}"
            );
        }
    }
}
