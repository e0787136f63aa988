//! Cuts text into tokens: what lies between two of them is white space only.
//!
//! One pass from left to right, in time linear in the text.

use super::{Token, TokenKind};
use crate::document::Span;

/// Appends the tokens of `span`, which must begin and end between characters.
pub(super) fn cut(source: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut cutter = Cutter {
        text: &source[..span.end as usize],
        at: span.start as usize,
        before: None,
        quotation: SingleQuotation::Closed,
    };
    while let Some(token) = cutter.next_token() {
        tokens.push(token);
    }
}

/// Whether a quotation in single marks stands open: an apostrophe after an s
/// then closes it, and is no possessive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SingleQuotation {
    Open,
    Closed,
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    /// The character right before `at`, unless that is white space.
    before: Option<char>,
    quotation: SingleQuotation,
}

impl Cutter<'_> {
    fn next_token(&mut self) -> Option<Token> {
        let first = loop {
            let first = self.text[self.at..].chars().next()?;
            if !first.is_whitespace() {
                break first;
            }
            self.at += first.len_utf8();
            self.before = None;
        };
        let glued = self.before.is_some();
        let (kind, length) = self.measure(first);
        let span = Span::new(self.at, self.at + length);
        self.at += length;
        self.before = span.of(self.text).chars().next_back();
        Some(Token { span, kind, glued })
    }

    /// The kind and the length in bytes of the token that begins here.
    fn measure(&mut self, first: char) -> (TokenKind, usize) {
        let rest = &self.text[self.at..];
        if first.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            return (TokenKind::Number, digits);
        }
        if first.is_alphabetic() {
            return (TokenKind::Word, word_length(rest));
        }
        if is_single_mark(first)
            && let Some(length) = self.apostrophe(first)
        {
            return (TokenKind::Possessive, length);
        }
        (TokenKind::Punctuation, punctuation_length(rest, first))
    }

    /// The length of a possessive ending, if this apostrophe begins one:
    /// `'s`, or the apostrophe alone after a plural. Otherwise it opens or
    /// closes a quotation.
    fn apostrophe(&mut self, mark: char) -> Option<usize> {
        let Some(before) = self.before else {
            if is_opening_single(mark) {
                self.quotation = SingleQuotation::Open;
            }
            return None;
        };
        if !before.is_alphanumeric() && before != '.' {
            let opens = is_opening_single(mark) && self.quotation == SingleQuotation::Closed;
            self.quotation = if opens {
                SingleQuotation::Open
            } else {
                SingleQuotation::Closed
            };
            return None;
        }
        let mut after = self.text[self.at + mark.len_utf8()..].chars();
        let next = after.next();
        if matches!(next, Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric) {
            return Some(mark.len_utf8() + 1);
        }
        if self.quotation == SingleQuotation::Open {
            self.quotation = SingleQuotation::Closed;
            return None;
        }
        let ends_word = !next.is_some_and(char::is_alphanumeric);
        (ends_word && matches!(before, 's' | 'S' | 'z' | 'x')).then_some(mark.len_utf8())
    }
}

/// Length in bytes of the word that `rest` begins with.
fn word_length(rest: &str) -> usize {
    let letters = letters_length(rest);
    if let Some(acronym) = acronym_length(rest, letters) {
        return acronym;
    }
    let mut length = letters;
    // An apostrophe inside a word belongs to it, but for the possessive.
    while let Some(mark) = rest[length..].chars().next().filter(|c| is_single_mark(*c)) {
        let after = &rest[length + mark.len_utf8()..];
        let more = letters_length(after);
        let is_possessive = more == 1 && after.starts_with(['s', 'S']);
        if more == 0 || is_possessive {
            break;
        }
        length += mark.len_utf8() + more;
    }
    length
}

fn letters_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    rest[ascii..]
        .char_indices()
        .find(|(_, next)| !next.is_alphabetic() && !is_joined(*next))
        .map_or(rest.len(), |(at, _)| ascii + at)
}

/// "U.S.", "p.m.", "J.R.R.", and a lone initial "J.": letters and stops in turn.
///
/// "J.Smith" gives "J." alone; a capital and a stop at the end of the text is a
/// word and the stop of its sentence.
fn acronym_length(rest: &str, letters: usize) -> Option<usize> {
    let first = rest.chars().next()?;
    if letters != first.len_utf8() {
        return None;
    }
    let mut length = 0;
    let mut pairs = 0;
    loop {
        let mut ahead = rest[length..].chars();
        let Some(letter) = ahead.next().filter(|next| next.is_alphabetic()) else {
            break;
        };
        if ahead.next() != Some('.') {
            break;
        }
        pairs += 1;
        length += letter.len_utf8() + 1;
    }
    match pairs {
        0 => None,
        1 => (first.is_uppercase() && rest.len() > length).then_some(length),
        _ => Some(length),
    }
}

/// Length of one mark, or of a run of the marks that come in runs, with what joins it.
fn punctuation_length(rest: &str, first: char) -> usize {
    let run = match first {
        '.' | '-' | '*' | '_' | '=' | '~' => rest.chars().take_while(|next| *next == first).count(),
        _ => 1,
    };
    let length = run * first.len_utf8();
    if rest.as_bytes().get(length).is_none_or(u8::is_ascii) {
        return length;
    }
    let joined: usize = rest[length..]
        .chars()
        .take_while(|next| is_joined(*next))
        .map(char::len_utf8)
        .sum();
    length + joined
}

/// Marks that serve as an apostrophe and as a single quotation mark.
fn is_single_mark(char: char) -> bool {
    matches!(char, '\'' | '‘' | '’' | 'ʼ' | '`')
}

fn is_opening_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '`')
}

/// Combining marks and joiners, which never begin a token after a word.
fn is_joined(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{fe0e}' | '\u{fe0f}'
    ) || unicode_normalization::char::is_combining_mark(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each token with the first letter of its kind; `+` where it is glued.
    fn check(text: &str, expected: &str) {
        let mut tokens = Vec::new();
        cut(text, Span::new(0, text.len()), &mut tokens);
        let found: Vec<String> = tokens
            .iter()
            .map(|token| {
                let kind = match token.kind {
                    TokenKind::Word => "w",
                    TokenKind::Number => "n",
                    TokenKind::Possessive => "s",
                    TokenKind::Punctuation => "p",
                };
                let glue = if token.glued { "+" } else { "" };
                format!("{glue}{}/{kind}", token.span.of(text))
            })
            .collect();
        assert_eq!(found.join(" "), expected, "tokens of {text:?}");
    }

    #[test]
    fn apostrophes_inside_a_word_belong_to_it() {
        check("O'Brien won’t", "O'Brien/w won’t/w");
        check("five o'clock", "five/w o'clock/w");
        check("charge d’affaires", "charge/w d’affaires/w");
    }

    #[test]
    fn possessive_endings_stand_alone() {
        check("Iran’s envoy", "Iran/w +’s/s envoy/w");
        check("the diplomats' car", "the/w diplomats/w +'/s car/w");
        check("the U.S.'s", "the/w U.S./w +'s/s");
    }

    #[test]
    fn an_apostrophe_that_closes_a_quotation_is_no_possessive() {
        check("‘two cars’ he", "‘/p +two/w cars/w +’/p he/w");
        check("'our days' ends", "'/p +our/w days/w +'/p ends/w");
    }

    #[test]
    fn stops_belong_to_acronyms_and_initials() {
        check("the U.S. army", "the/w U.S./w army/w");
        check("J.R.R. Tolkien", "J.R.R./w Tolkien/w");
        check("J.Smith at 5 p.m.", "J./w +Smith/w at/w 5/n p.m./w");
        check("Plan B.", "Plan/w B/w +./p");
    }

    #[test]
    fn numbers_are_digits_only() {
        check("$3.50", "$/p +3/n +./p +50/n");
        check("13th of 1990s", "13/n +th/w of/w 1990/n +s/w");
    }

    #[test]
    fn runs_of_one_mark_are_one_token() {
        check("well... yes -- no", "well/w +.../p yes/w --/p no/w");
    }

    #[test]
    fn marks_stay_with_their_letter() {
        check("Jose\u{301} 👍\u{fe0f}", "Jose\u{301}/w 👍\u{fe0f}/p");
    }
}
