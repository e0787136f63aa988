//! Words that are given without quotation marks: speakers' lines and block quotations.
//!
//! A line counts where it is plain: "Roe: …" where two lines at least are so
//! written, "A: …" where questions stand between and one person is named before
//! them, and a block quotation that is signed ("— Jane Roe").

use std::ops::Range;

use super::find::Found;
use super::pieces::{Pieces, Shape};
use super::speaker::is_dash;
use super::{Attribution, Mention, NameId, Quote, QuoteKind};
use crate::analysis::text::Text;
use crate::document::{ParagraphKind, Span};

/// How many pieces a signature has at most: dash, name and what the signer is.
const SIGNATURE: usize = 16;

/// Finds the quotations of a text that have no marks, in its order.
pub(super) fn find(
    text: &Text<'_>,
    pieces: &Pieces<'_>,
    found: &[Found],
    mentions: &[Mention],
) -> Vec<Quote> {
    let finder = Finder {
        text,
        pieces,
        found,
        mentions,
    };
    let mut quotes = finder.dialogue();
    if quotes.is_empty() {
        quotes = finder.answers();
    }
    quotes.extend(finder.blocks());
    quotes.sort_by_key(|quote| quote.span);
    quotes.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    quotes
}

struct Finder<'f, 'a> {
    text: &'f Text<'a>,
    pieces: &'f Pieces<'a>,
    found: &'f [Found],
    mentions: &'f [Mention],
}

/// One paragraph: its kind and its pieces.
struct Block {
    kind: ParagraphKind,
    pieces: Range<usize>,
}

/// A line with its speaker, before it is known whether there are others.
struct Line {
    /// The words said.
    pieces: Range<usize>,
    speaker: NameId,
}

impl<'a> Finder<'_, 'a> {
    fn word(&self, at: usize) -> &'a str {
        self.pieces.word(at)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.pieces.all.get(at).is_some() && self.word(at) == word
    }

    fn blocks_of_text(&self) -> impl Iterator<Item = Block> + '_ {
        let sentences = &self.text.sentences;
        let groups = sentences.chunk_by(|one, other| one.paragraph == other.paragraph);
        let mut next = 0;
        groups.map(move |group| {
            let first = self.pieces.sentence(next).start;
            next += group.len() as u32;
            Block {
                kind: self.text.paragraphs[group[0].paragraph as usize],
                pieces: first..self.pieces.sentence(next - 1).end,
            }
        })
    }

    fn quote(&self, pieces: Range<usize>, speaker: NameId, attribution: Attribution) -> Quote {
        Quote {
            kind: QuoteKind::Direct,
            span: Span {
                start: self.pieces.all[pieces.start].span.start,
                end: self.pieces.all[pieces.end - 1].span.end,
            },
            speaker: Some(speaker),
            attribution,
        }
    }

    /// "Roe: …", two at least.
    fn dialogue(&self) -> Vec<Quote> {
        let lines: Vec<Line> = self
            .blocks_of_text()
            .filter(|block| is_running(block.kind))
            .filter_map(|block| self.line(block.pieces))
            .collect();
        if lines.len() < 2 {
            return Vec::new();
        }
        let sure = |line: Line| self.quote(line.pieces, line.speaker, Attribution::Sure);
        lines.into_iter().map(sure).collect()
    }

    fn line(&self, block: Range<usize>) -> Option<Line> {
        let named = self
            .found
            .binary_search_by_key(&block.start, |found| found.pieces.start)
            .ok()?;
        let colon = self.found[named].pieces.end;
        let said = colon + 1..block.end;
        let is_line = self.is(colon, ":") && !said.is_empty() && !self.opens(said.start);
        is_line.then(|| Line {
            pieces: said,
            speaker: self.mentions[named].name,
        })
    }

    /// Whether a quotation mark stands at a piece: then the words have their own.
    fn opens(&self, at: usize) -> bool {
        matches!(self.word(at), "“" | "\"" | "‘" | "'" | "«" | "„" | "`")
    }

    /// "A: …" between "Q: …", by the only one named before the questions.
    fn answers(&self) -> Vec<Quote> {
        let (mut first_question, mut answers) = (None, Vec::new());
        for block in self.blocks_of_text() {
            let start = block.pieces.start;
            let said = start + 2..block.pieces.end;
            if !is_running(block.kind) || said.is_empty() {
                continue;
            }
            match self.word(start) {
                "Q" | "Question" if self.is(start + 1, ":") => {
                    first_question.get_or_insert(start);
                }
                "Q." => {
                    first_question.get_or_insert(start);
                }
                "A" | "Answer" if self.is(start + 1, ":") => answers.push(said),
                "A." => answers.push(start + 1..block.pieces.end),
                _ => {}
            }
        }
        let (Some(question), 2..) = (first_question, answers.len()) else {
            return Vec::new();
        };
        let mut named = self
            .found
            .iter()
            .zip(self.mentions)
            .take_while(|(found, _)| found.pieces.start < question)
            .map(|(_, mention)| mention.name);
        let Some(speaker) = named
            .next()
            .filter(|first| named.all(|name| name == *first))
        else {
            return Vec::new();
        };
        let likely = |said| self.quote(said, speaker, Attribution::Likely);
        answers.into_iter().map(likely).collect()
    }

    /// Block quotations that are signed, a quotation a paragraph.
    fn blocks(&self) -> Vec<Quote> {
        let mut quotes = Vec::new();
        let mut open: Vec<Range<usize>> = Vec::new();
        for block in self.blocks_of_text() {
            let is_quotation = block.kind == ParagraphKind::Quotation;
            if !is_quotation && open.is_empty() {
                continue;
            }
            let signed = self.signature(&block.pieces);
            if let Some((dash, speaker)) = signed {
                if is_quotation && dash > block.pieces.start {
                    open.push(block.pieces.start..dash);
                }
                let said = open.drain(..);
                quotes.extend(said.map(|said| self.quote(said, speaker, Attribution::Sure)));
            } else if is_quotation {
                open.push(block.pieces);
            } else {
                open.clear();
            }
        }
        quotes
    }

    /// Where a paragraph is signed, and by whom: "… — Jane Roe, farmer".
    fn signature(&self, block: &Range<usize>) -> Option<(usize, NameId)> {
        let from = block.start.max(block.end.saturating_sub(SIGNATURE));
        let dash = (from..block.end)
            .rev()
            .find(|at| self.pieces.all[*at].shape == Shape::Mark && is_dash(self.word(*at)))?;
        let named = self
            .found
            .binary_search_by_key(&(dash + 1), |found| found.pieces.start)
            .ok()?;
        let after = self.found[named].pieces.end;
        let ends = after >= block.end || self.is(after, ",");
        // A dash within a sentence signs nothing.
        let closes = dash == block.start || self.ends_sentence(dash - 1);
        (ends && closes).then(|| (dash, self.mentions[named].name))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        self.word(at)
            .ends_with(['.', '!', '?', '…', '”', '"', '’', '\'', '»'])
    }
}

fn is_running(kind: ParagraphKind) -> bool {
    match kind {
        ParagraphKind::Text | ParagraphKind::Quotation | ParagraphKind::ListItem => true,
        ParagraphKind::Heading(_) | ParagraphKind::Verbatim => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Lexicon;
    use crate::analysis::people::find;
    use crate::analysis::text::Text;
    use crate::document::{Document, ParagraphKind};

    /// What is said in a text, paragraphs that begin with `> ` being block
    /// quotations: `Full name: words`.
    fn check(text: &str, expected: &[&str]) {
        let mut document = Document::given("test", &text.replace("> ", ""), None);
        for (paragraph, written) in document.paragraphs.iter_mut().zip(text.split("\n\n")) {
            paragraph.kind = match written.starts_with("> ") {
                true => ParagraphKind::Quotation,
                false => ParagraphKind::Text,
            };
        }
        let people = find(&Text::read(&document), &Lexicon::english().people);
        let found: Vec<String> = people
            .quotes
            .iter()
            .map(|quote| {
                let speaker = quote
                    .speaker
                    .map_or("-", |name| people.names[name.0 as usize].full.as_str());
                format!("{speaker}: {}", quote.span.of(&document.text))
            })
            .collect();
        assert_eq!(found, expected, "lines of {text:?}");
    }

    #[test]
    fn two_lines_of_speakers_are_a_dialogue_and_one_is_a_heading() {
        check(
            "Jane Roe: It rained.\n\nJohn Smith: It snowed.",
            &["Jane Roe: It rained.", "John Smith: It snowed."],
        );
        check("Jane Roe: a life\n\nIt rained.", &[]);
    }

    #[test]
    fn answers_are_those_of_the_only_one_named() {
        check(
            "We met Jane Roe.\n\nQ: Rain?\n\nA: Much of it.\n\nQ: Snow?\n\nA: None.",
            &["Jane Roe: Much of it.", "Jane Roe: None."],
        );
        check(
            "John Smith met Jane Roe.\n\nQ: Rain?\n\nA: Much.\n\nQ: Snow?\n\nA: None.",
            &[],
        );
    }

    #[test]
    fn a_block_quotation_is_said_by_who_signs_it() {
        check(
            "It fell.\n\n> It rained.\n\n> — Jane Roe",
            &["Jane Roe: It rained."],
        );
        check(
            "It fell.\n\n> It rained. -- Jane Roe, baker",
            &["Jane Roe: It rained."],
        );
        check("It fell.\n\n> It rained — Jane Roe left.", &[]);
    }
}
