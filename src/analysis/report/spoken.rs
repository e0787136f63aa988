//! What stands in quotation marks in a sentence, for telling what is said from
//! what is told.

use super::Finder;
use crate::analysis::text::Sentence;
use crate::document::Span;

impl Finder<'_> {
    /// The quotations that reach into a sentence, in its order, not overlapping:
    /// those that have been heard, and short ones that end as speech does
    /// ("“Tomorrow we leave,” he said").
    pub(super) fn spoken(&self, sentence: &Sentence) -> Vec<Span> {
        let quotes = super::of_sentence(&self.people.quotes, |quote| quote.span, sentence.span);
        let marked = quotes
            .iter()
            .filter(|quote| quote.is_marked(self.text.source));
        let mut spoken: Vec<Span> = marked.map(|quote| quote.span).collect();
        let mut open: Option<usize> = None;
        for token in sentence.tokens() {
            let opens = match self.text.word(token) {
                "“" => true,
                "”" => false,
                "\"" => open.is_none(),
                _ => continue,
            };
            if opens {
                open = Some(token);
            } else if let Some(first) = open.take()
                && matches!(self.text.word(token - 1), "," | "." | "!" | "?")
            {
                spoken.push(self.text.covered(first..token + 1));
            }
        }
        spoken.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        spoken.dedup_by(|later, earlier| later.start < earlier.end);
        spoken
    }
}
