//! Cuts a paragraph's tokens into sentences.
//!
//! A sentence ends after a stop and the marks that close on it, where white
//! space and a likely beginning follow. Inside a quotation of several sentences
//! each is one of its own; the closing mark belongs to the last.

use super::abbreviations::{Stop, is_opener, stop_after};
use super::{Sentence, Token, TokenKind};
use crate::document::Span;

/// Appends the sentences of the tokens from `first` on, all of one paragraph.
pub(super) fn cut(
    source: &str,
    tokens: &[Token],
    first: usize,
    paragraph: u32,
    sentences: &mut Vec<Sentence>,
) {
    let reader = Reader { source, tokens };
    let mut begin = first;
    let mut at = first;
    while at < tokens.len() {
        if !reader.is_stop(at) {
            at += 1;
            continue;
        }
        // What closes on a stop is passed over with it, so that no run of marks
        // is looked at twice.
        let end = reader.after_closing_marks(at);
        if reader.is_boundary(begin, at, end) {
            sentences.push(sentence(tokens, begin, end, paragraph));
            begin = end;
        }
        at = end;
    }
    if begin < tokens.len() {
        sentences.push(sentence(tokens, begin, tokens.len(), paragraph));
    }
}

fn sentence(tokens: &[Token], first: usize, last: usize, paragraph: u32) -> Sentence {
    let index = |at: usize| u32::try_from(at).expect("a token is a byte at least");
    Sentence {
        span: Span {
            start: tokens[first].span.start,
            end: tokens[last - 1].span.end,
        },
        paragraph,
        first_token: index(first),
        last_token: index(last),
    }
}

struct Reader<'a> {
    source: &'a str,
    tokens: &'a [Token],
}

/// How many tokens are looked at beyond a stop: opening marks, or a speaker's name.
const AHEAD: usize = 6;

impl<'a> Reader<'a> {
    fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.of(self.source)
    }

    /// Whether the sentence that began at `begin` ends with the stop at `at` and
    /// what closes on it, `end` being the token after.
    fn is_boundary(&self, begin: usize, at: usize, end: usize) -> bool {
        let Some(next) = self.tokens.get(end) else {
            return true;
        };
        if self.word(at).starts_with(['。', '！', '？']) {
            return true;
        }
        if next.glued {
            return self.is_missing_space(at, end);
        }
        !self.goes_on(begin, at, end)
    }

    fn is_stop(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Word => self.word(at).ends_with('.'),
            TokenKind::Punctuation => self
                .word(at)
                .starts_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।']),
            TokenKind::Number | TokenKind::Possessive => false,
        }
    }

    /// Stops in a row, closing marks and note numbers ("end.”", "end.[1]") belong to the stop.
    fn after_closing_marks(&self, at: usize) -> usize {
        let glued = |index: usize| self.tokens.get(index).is_some_and(|token| token.glued);
        let mut end = at + 1;
        while glued(end) {
            let is_note = self.word(end) == "["
                && glued(end + 1)
                && self.tokens[end + 1].kind == TokenKind::Number
                && glued(end + 2)
                && self.word(end + 2) == "]";
            if is_note {
                end += 3;
            } else if closes(self.word(end)) {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// Two sentences run together ("the end.The next"), not a name ("Data.gov").
    fn is_missing_space(&self, at: usize, end: usize) -> bool {
        self.word(at) == "."
            && at > 0
            && self
                .word(at - 1)
                .ends_with(|last: char| last.is_lowercase() || last.is_ascii_digit())
            && self.tokens[end].kind == TokenKind::Word
            && is_opener(self.word(end))
    }

    /// Whether the sentence goes on after the stop at `at`, the next token being `end`.
    fn goes_on(&self, begin: usize, at: usize, end: usize) -> bool {
        let first = self.first_character(end);
        if first.is_some_and(char::is_lowercase) || self.is_told_on(at, end) {
            return true;
        }
        let stop = self.word(at);
        if self.tokens[at].kind == TokenKind::Word {
            return self.acronym_goes_on(stop, first, end);
        }
        let glued = self.tokens[at].glued;
        match stop {
            "..." | "…" => !glued || self.word(end) == "I",
            "." if end == at + 1 && glued && at > begin => {
                self.abbreviation_goes_on(begin, at - 1, first, end)
            }
            _ => false,
        }
    }

    /// "“Why?” John Smith asked": a speaker follows the closed quotation.
    fn is_told_on(&self, at: usize, end: usize) -> bool {
        if end == at + 1 || is_opener(self.word(end)) {
            return false;
        }
        let last = self.tokens.len().min(end + AHEAD);
        (end..last)
            .map(|index| self.word(index))
            .find(|word| !word.starts_with(char::is_uppercase))
            .is_some_and(|word| {
                matches!(
                    word,
                    "said" | "says" | "asked" | "asks" | "told" | "added" | "wrote" | "replied"
                )
            })
    }

    /// "U.S. President" goes on, "in the U.S. The" does not.
    fn acronym_goes_on(&self, stop: &str, first: Option<char>, end: usize) -> bool {
        let following = self.word(end);
        let is_hour = matches!(stop, "a.m." | "p.m." | "A.M." | "P.M.");
        match first {
            Some(char) if char.is_uppercase() => {
                !is_opener(following) && (!is_hour || follows_an_hour(following))
            }
            Some(char) => char.is_ascii_digit(),
            None => false,
        }
    }

    fn abbreviation_goes_on(
        &self,
        begin: usize,
        before: usize,
        first: Option<char>,
        end: usize,
    ) -> bool {
        if self.tokens[before].kind == TokenKind::Number {
            // "1. Do this": the number of a list.
            return before == begin;
        }
        let number = first.is_some_and(|char| char.is_ascii_digit());
        match stop_after(self.word(before)) {
            Stop::GoesOn => true,
            Stop::EndsBeforeOpener => {
                number || first.is_some_and(char::is_uppercase) && !is_opener(self.word(end))
            }
            Stop::GoesOnBeforeNumber => number,
            Stop::Ends => false,
        }
    }

    /// The first character of the next sentence's first word, its opening marks passed over.
    fn first_character(&self, from: usize) -> Option<char> {
        let last = self.tokens.len().min(from + AHEAD);
        (from..last)
            .map(|index| self.word(index))
            .find(|word| !word.starts_with(OPENING_MARKS))
            .and_then(|word| word.chars().next())
    }
}

const OPENING_MARKS: [char; 11] = ['“', '"', '‘', '\'', '(', '[', '«', '„', '—', '–', '-'];

/// Weekdays, months and time zones go on after "p.m."
fn follows_an_hour(word: &str) -> bool {
    let is_zone = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let day_or_month = [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "March", "April", "May",
        "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec", "Eastern", "Central", "Pacific",
        "Local",
    ];
    is_zone || day_or_month.iter().any(|begin| word.starts_with(begin))
}

fn closes(word: &str) -> bool {
    word.starts_with(['”', '"', '’', '\'', ')', ']', '»', '.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::super::Text;
    use crate::document::Document;

    /// The sentences of one paragraph, parted by ` | `.
    fn check(expected: &str) {
        let document = Document::given("test", &expected.replace(" | ", " "), None);
        let text = Text::read(&document);
        let found: Vec<&str> = text
            .sentences
            .iter()
            .map(|sentence| sentence.span.of(&document.text))
            .collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn titles_initials_and_acronyms_do_not_end_a_sentence() {
        check("Mr. Doe met Dr. Roe. | They talked.");
        check("J. R. Ewing saw U.S. President Doe. | He left.");
        check("He lives in the U.S. | The army does not.");
        check("Ford Motor Co. Chairman Roe left Acme Inc. | The board agreed.");
        check("Gen. Roe saw Lt. Col. Doe in St. Petersburg. | It rained.");
    }

    #[test]
    fn hours_end_a_sentence_unless_a_day_follows() {
        check("It began at 5 p.m. | Doe slept.");
        check("It began at 5 p.m. Tuesday. | Doe slept.");
        check("It began at 5 p.m. EST on Sept. 3. | Doe slept.");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_they_close() {
        check("“We go. | We stay.” | He left.");
        check("\"We go.\" | \"We stay.\"");
        check("(He left.) | She stayed.[12] | They met.");
        check("“Why?” Jane Doe asked. | Nobody knew.");
        check("They were “at all levels.” | He added, “So it is.”");
        check("“Never!” she said. | “Ever?” | The crowd left.");
    }

    #[test]
    fn numbers_and_names_keep_their_stops() {
        check("It rose 3.5 percent to $4.2 billion. | See example.com for No. 7.");
        check("1. Open the door. | 2. Leave.");
    }

    #[test]
    fn a_space_left_out_after_a_stop_is_seen() {
        let document = Document::given("test", "The end.The next is Data.gov.", None);
        assert_eq!(Text::read(&document).sentences.len(), 2);
    }

    #[test]
    fn ellipses_go_on_unless_a_sentence_begins() {
        check("He said ... nothing. | Then... | Silence fell.");
        check("Well … Roe would know… I think.");
    }

    #[test]
    fn a_nasty_paragraph_is_cut_where_a_reader_would() {
        check(
            "At 11.30 a.m. on Feb. 29 Mrs. J. B. Doe-Roe Jr. of Roe & Sons Ltd. told Sen. Al Roe \
             (R., Pa.) that “nos. 3 and 4 are lost.” | “Lost? | Since when?” he asked. | She \
             paused... | “Since the U.N. left in ’99,” she said. | Was it true?! | Nobody, e.g. the \
             U.S. Navy, knew. | By 3 p.m. the story was over.",
        );
    }

    #[test]
    fn runs_of_stops_are_looked_at_once() {
        // Quadratic time would take minutes here.
        let document = Document::given("test", &format!("{}x", "?!".repeat(500_000)), None);
        assert_eq!(Text::read(&document).tokens.len(), 1_000_001);
    }
}
