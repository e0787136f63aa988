//! Words for counts, dates and lists, as they are read aloud.

use chrono::{Datelike, NaiveDate};

use crate::analysis::time::{When, typed};

/// "1 event", "29 events".
pub(super) fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// "1 person", "9 people".
pub(super) fn counted_people(count: usize) -> String {
    let noun = if count == 1 { "person" } else { "people" };
    format!("{count} {noun}")
}

/// "14 August 2021".
pub(super) fn day(date: NaiveDate) -> String {
    format!("{} {}", date.format("%-d %B"), date.year())
}

/// Makes a sentence of words: a capital before, a full stop behind.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let mut sentence: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default();
    if !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

/// Puts words behind one another, the empty ones left out, each ended by a full stop.
pub(super) fn sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for part in parts {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
        if !part.ends_with(['.', '!', '?', '…', '”', '"', ':']) {
            line.push('.');
        }
    }
    line
}

/// Understands a date typed in words, as the program reads dates in texts, or in EDTF.
///
/// # Errors
/// A sentence where there is none.
pub(super) fn date(words: &str, today: NaiveDate) -> Result<When, String> {
    let words = words.trim();
    typed::read(words, today).ok_or_else(|| {
        if words.is_empty() {
            "A date is missing; write it like 14 August 2021, aug 2021 or 2021-08-14.".to_owned()
        } else {
            format!("“{words}” is no date; write it like 14 August 2021, aug 2021 or 2021-08-14.")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{date, sentence, sentences};

    #[test]
    fn dates_are_understood_in_words_and_digits() {
        let today = "2021-08-14".parse().expect("a date");
        for (words, wanted) in [
            ("aug 2021", "2021-08"),
            ("14 August 2021", "2021-08-14"),
            ("2021-08-14", "2021-08-14"),
            ("1998", "1998"),
            ("yesterday", "2021-08-13"),
            ("last friday", "2021-08-13"),
            ("the 1990s", "199X"),
        ] {
            let found = date(words, today).map(|when| when.to_string());
            assert_eq!(found.as_deref(), Ok(wanted), "{words}");
        }
        assert!(date("the fox", today).is_err());
        assert!(date("", today).is_err());
    }

    #[test]
    fn sentences_end_once() {
        assert_eq!(sentence("starred document 2"), "Starred document 2.");
        assert_eq!(sentence("why?"), "Why?");
        assert_eq!(sentences(["a", "", "“b.”", "c!"]), "a. “b.” c!");
    }
}
