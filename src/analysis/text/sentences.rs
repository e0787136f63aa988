//! Cuts a paragraph's tokens into sentences.

use super::{Sentence, Token, TokenKind};
use crate::document::Span;

/// Words that carry a full stop and go on: a stop after one ends no sentence
/// unless nothing but a new paragraph follows.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "maj", "capt", "lt", "sgt", "cpl", "pvt", "adm",
    "cmdr", "brig", "gov", "sen", "rep", "reps", "sens", "rev", "hon", "pres", "st", "ste", "mt",
    "ft", "supt", "insp", "det", "amb", "vs", "v", "cf", "e.g", "i.e", "viz", "approx", "ca",
    "fig", "figs", "no", "nos", "op", "pp", "vol", "ed", "eds", "sr", "messrs", "mmes", "mlle",
    "mme",
];

/// Abbreviations that may well end a sentence: what follows decides.
const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "inc", "corp", "co", "ltd", "llc",
    "plc", "bros", "jr", "esq", "etc", "al", "dept", "univ", "assn", "ave", "blvd", "rd", "mfg",
    "est", "cos", "calif", "fla", "conn", "mass", "mich", "minn", "pa", "tex", "va", "wash", "wis",
    "colo", "ariz", "ala", "ark", "ill", "ind", "kan", "ky", "la", "md", "miss", "mo", "mont",
    "neb", "nev", "okla", "ore", "tenn", "vt", "wyo", "del", "ga", "min", "max", "hr", "hrs",
    "sec",
];

/// Appends the sentences of the tokens from `first` on, all of one paragraph.
pub(super) fn cut(
    source: &str,
    tokens: &[Token],
    first: usize,
    paragraph: u32,
    sentences: &mut Vec<Sentence>,
) {
    let mut begin = first;
    let mut at = first;
    while at < tokens.len() {
        let end = match boundary(source, tokens, at) {
            Some(end) => end,
            None => {
                at += 1;
                continue;
            }
        };
        sentences.push(sentence(tokens, begin, end, paragraph));
        begin = end;
        at = end;
    }
    if begin < tokens.len() {
        sentences.push(sentence(tokens, begin, tokens.len(), paragraph));
    }
}

fn sentence(tokens: &[Token], first: usize, last: usize, paragraph: u32) -> Sentence {
    Sentence {
        span: Span {
            start: tokens[first].span.start,
            end: tokens[last - 1].span.end,
        },
        paragraph,
        first_token: first as u32,
        last_token: last as u32,
    }
}

/// The index after the sentence's last token, if one ends with the stop at `at`.
fn boundary(source: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |index: usize| tokens[index].span.of(source);
    let stop = word(at);
    let ends_in_stop = match tokens[at].kind {
        TokenKind::Word => stop.ends_with('.'),
        TokenKind::Punctuation => {
            matches!(
                stop.chars().next(),
                Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔')
            )
        }
        TokenKind::Number | TokenKind::Possessive => false,
    };
    if !ends_in_stop {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len() && tokens[end].glued && closes(word(end)) {
        end += 1;
    }
    // Stops in a row ("?!", ". . .") end together.
    let Some(next) = tokens.get(end) else {
        return Some(end);
    };
    let wide = stop.starts_with(['。', '！', '？']);
    if next.glued && !wide {
        // No space after it: inside a number, an address, or "end.[1]".
        return None;
    }
    if wide {
        return Some(end);
    }
    let closed = end > at + 1;
    (!goes_on(source, tokens, at, end, closed)).then_some(end)
}

/// Whether the sentence goes on after the stop at `at`, the next token being `end`.
fn goes_on(source: &str, tokens: &[Token], at: usize, end: usize, closed: bool) -> bool {
    let word = |index: usize| tokens[index].span.of(source);
    let next = begins_at(source, tokens, end);
    let stop = word(at);
    if next.is_some_and(|char| char.is_lowercase()) {
        return true;
    }
    if tokens[at].kind == TokenKind::Word {
        return acronym_goes_on(stop, next, || word(end));
    }
    if stop != "." || closed {
        // "“Why?” Smith asked": a question inside a quotation, its sentence goes on
        // only into a lower-case word, which was seen above.
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|_| tokens[at].glued) else {
        return false;
    };
    let before = word(before);
    let lower = before.to_lowercase();
    if TITLES.contains(&lower.as_str()) {
        return !matches!(lower.as_str(), "no" | "v")
            || next.is_some_and(|char| char.is_ascii_digit());
    }
    if ABBREVIATIONS.contains(&lower.as_str())
        && before.chars().next().is_some_and(char::is_uppercase)
    {
        return next.is_some_and(|char| char.is_ascii_digit())
            || !is_opener(word(end)) && is_company_or_month(&lower, word(end));
    }
    false
}

/// "U.S. President" goes on, "in the U.S. The" does not.
fn acronym_goes_on<'a>(
    stop: &str,
    next: Option<char>,
    following: impl FnOnce() -> &'a str,
) -> bool {
    let lone_initial = stop.chars().count() == 2;
    if lone_initial {
        return stop != "I.";
    }
    match next {
        Some(char) if char.is_uppercase() => !is_opener(following()),
        Some(char) => char.is_ascii_digit(),
        None => false,
    }
}

/// After "Corp." or "Inc." a capital that opens no sentence goes on ("Ford Motor Co. Chairman").
fn is_company_or_month(before: &str, following: &str) -> bool {
    matches!(
        before,
        "jr" | "inc"
            | "corp"
            | "co"
            | "ltd"
            | "bros"
            | "cos"
            | "plc"
            | "llc"
            | "calif"
            | "fla"
            | "mass"
    ) && following.chars().next().is_some_and(char::is_uppercase)
}

/// The first character of the next sentence's first word, its opening marks passed over.
fn begins_at(source: &str, tokens: &[Token], from: usize) -> Option<char> {
    tokens[from..]
        .iter()
        .take(4)
        .map(|token| token.span.of(source))
        .find(|word| !word.starts_with(['“', '"', '‘', '\'', '(', '[', '«', '„', '—', '-']))
        .and_then(|word| word.chars().next())
}

/// Words that open a sentence far more often than they follow an abbreviation.
fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "In"
            | "On"
            | "At"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "But"
            | "And"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "As"
            | "For"
            | "From"
            | "By"
            | "If"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "Since"
            | "However"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Some"
            | "Many"
            | "Most"
            | "No"
            | "Not"
            | "Yet"
            | "Still"
            | "So"
            | "Both"
            | "I"
            | "You"
            | "Who"
            | "What"
            | "Where"
            | "Why"
            | "How"
            | "Meanwhile"
            | "Also"
            | "Earlier"
            | "Later"
            | "Last"
            | "Although"
    )
}

fn closes(word: &str) -> bool {
    matches!(
        word.chars().next(),
        Some('”' | '"' | '’' | '\'' | ')' | ']' | '»' | '.' | '!' | '?' | '…')
    )
}
