//! Cuts text into tokens: what lies between two of them is white space only.

use super::{Token, TokenKind};
use crate::document::Span;

/// Appends the tokens of `span`.
pub(super) fn cut(source: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut at = span.start as usize;
    let end = span.end as usize;
    let mut glued = false;
    while at < end {
        let rest = &source[at..end];
        let first = rest.chars().next().expect("rest is not empty");
        if first.is_whitespace() {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let (kind, length) = token(source, at, rest, first, glued);
        tokens.push(Token {
            span: Span::new(at, at + length),
            kind,
            glued,
        });
        at += length;
        glued = true;
    }
}

fn token(source: &str, at: usize, rest: &str, first: char, glued: bool) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        return (TokenKind::Number, digits);
    }
    if first.is_alphabetic() {
        return (TokenKind::Word, word_length(rest));
    }
    if is_apostrophe(first)
        && glued
        && let Some(length) = possessive(source, at, rest, first)
    {
        return (TokenKind::Possessive, length);
    }
    let run = match first {
        '.' | '-' | '*' | '_' | '=' | '~' => rest.chars().take_while(|next| *next == first).count(),
        _ => 1,
    };
    let marks: usize = rest[first.len_utf8()..]
        .chars()
        .take_while(|next| is_mark(*next))
        .map(char::len_utf8)
        .sum();
    (TokenKind::Punctuation, run * first.len_utf8() + marks)
}

/// Length in bytes of the word that `rest` begins with.
fn word_length(rest: &str) -> usize {
    let letters = letters_length(rest);
    if let Some(acronym) = acronym_length(rest, letters) {
        return acronym;
    }
    let mut length = letters;
    // An apostrophe inside a word belongs to it, but for the possessive.
    while let Some(mark) = rest[length..]
        .chars()
        .next()
        .filter(|next| is_apostrophe(*next))
    {
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
        .find(|(_, next)| !next.is_alphabetic() && !is_mark(*next))
        .map_or(rest.len(), |(at, _)| ascii + at)
}

/// "U.S.", "p.m.", "J.R.R.", and a lone initial "J.": letters and stops in turn.
fn acronym_length(rest: &str, letters: usize) -> Option<usize> {
    let first = rest.chars().next()?;
    if letters != first.len_utf8() {
        return None;
    }
    let mut length = 0;
    let mut pairs = 0;
    let mut chars = rest.chars().peekable();
    while let Some(letter) = chars.next_if(|next| next.is_alphabetic()) {
        if chars.next_if_eq(&'.').is_none() {
            break;
        }
        pairs += 1;
        length += letter.len_utf8() + 1;
        let followed_by_word = {
            let mut ahead = rest[length..].chars();
            ahead.next().is_some_and(char::is_alphabetic) && ahead.next() != Some('.')
        };
        if followed_by_word {
            break;
        }
    }
    match pairs {
        0 => None,
        // A lone capital and a stop: an initial ("J. Smith"), unless nothing follows.
        1 => (first.is_uppercase() && rest.len() > length).then_some(length),
        _ => Some(length),
    }
}

/// `'s`, `’s`, or the lone apostrophe of a plural ("diplomats'").
fn possessive(source: &str, at: usize, rest: &str, mark: char) -> Option<usize> {
    let before = source[..at].chars().next_back()?;
    if !before.is_alphanumeric() && before != '.' {
        return None;
    }
    let after = &rest[mark.len_utf8()..];
    let mut chars = after.chars();
    if chars.next().is_some_and(|next| next == 's' || next == 'S')
        && !chars.next().is_some_and(char::is_alphanumeric)
    {
        return Some(mark.len_utf8() + 1);
    }
    let ends = !after.chars().next().is_some_and(char::is_alphanumeric);
    (ends && matches!(before, 's' | 'S' | 'z' | 'x') && has_no_opening(source, at, mark))
        .then_some(mark.len_utf8())
}

/// Whether no single quotation mark stands open before `at` on its line's last stretch.
fn has_no_opening(source: &str, at: usize, mark: char) -> bool {
    let opening = if mark == '’' { '‘' } else { '\'' };
    let from = source[..at].len().saturating_sub(400);
    let from = (from..=at)
        .find(|byte| source.is_char_boundary(*byte))
        .unwrap_or(at);
    let stretch = &source[from..at];
    let stretch = stretch.rsplit('\n').next().unwrap_or(stretch);
    !stretch.char_indices().any(|(index, next)| {
        next == opening
            && !stretch[..index]
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric)
            && !stretch[index..].contains('’')
    })
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ' | '`')
}

/// Combining marks and joiners that never begin a token of their own.
fn is_mark(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{fe0e}' | '\u{fe0f}'
    ) || unicode_normalization::char::is_combining_mark(char)
}
