//! The dateline: place, day and agency before the first sentence.
//!
//! Recognised are "TEHRAN – ", "LONDON, March 5 (Reuters) – ",
//! "KABUL, Afghanistan (AP) _ " and "(CNN) ", at the head of the first
//! paragraph of prose or as a paragraph before it. One that stands alone and
//! holds a day is left in the text: the day is worth reading.

use super::{Paragraph, ParagraphKind, Span, written};

/// A dateline has no more bytes than this.
const LONGEST: usize = 100;

/// Marks that end a dateline; wire copy writes an underscore for a dash.
const DASHES: [&str; 7] = ["–", "—", "―", "−", "--", "-", "_"];

/// Finds the dateline of a text: from the first letter to the dash.
pub fn find(text: &str, paragraphs: &[Paragraph]) -> Option<Span> {
    let prose = |paragraph: &&Paragraph| paragraph.kind == ParagraphKind::Text;
    paragraphs
        .iter()
        .filter(prose)
        .take(3)
        .find_map(|paragraph| {
            let length = length(paragraph.span.of(text))?;
            let start = paragraph.span.start as usize;
            Some(Span::new(start, start + length))
        })
}

/// Returns the bytes of the dateline a paragraph opens with.
fn length(paragraph: &str) -> Option<usize> {
    if let Some(length) = agency_alone(paragraph) {
        return Some(length);
    }
    let (place, dash) = paragraph
        .char_indices()
        .map(|(place, _)| place)
        .take_while(|place| *place <= LONGEST)
        .find_map(|place| Some((place, dash_at(paragraph, place)?)))?;
    let end = place + dash.len();
    let head = paragraph[..place].trim_end();
    let rest = &paragraph[end..];
    let is_followed = opens_sentence(rest) || (rest.is_empty() && !holds_day(head));
    (is_followed && is_dateline(head)).then_some(end)
}

/// A dash that stands between words, not inside one.
fn dash_at(paragraph: &str, place: usize) -> Option<&'static str> {
    let rest = &paragraph[place..];
    let dash = DASHES.into_iter().find(|dash| rest.starts_with(dash))?;
    let after = rest[dash.len()..].chars().next();
    let before = paragraph[..place].chars().next_back()?;
    let is_free = before.is_whitespace() || before == ')' || !matches!(dash, "-" | "_");
    (after.is_none_or(char::is_whitespace) && is_free).then_some(dash)
}

/// "(CNN) Something happened" and "(Reuters) - Something happened".
fn agency_alone(paragraph: &str) -> Option<usize> {
    let inner = paragraph.strip_prefix('(')?;
    let (agency, rest) = inner.split_once(')')?;
    let end = agency.len() + 2;
    let after = rest.trim_start();
    let dash = DASHES.into_iter().find(|dash| after.starts_with(dash));
    match dash {
        Some(dash) if is_agency(agency) => Some(end + (rest.len() - after.len()) + dash.len()),
        None if is_capitals(agency) && is_agency(agency) && opens_sentence(rest) => Some(end),
        Some(_) | None => None,
    }
}

/// Whether what stands before the dash is place, day and agency, and nothing else.
fn is_dateline(head: &str) -> bool {
    let (place, agency) = match head
        .strip_suffix(')')
        .and_then(|head| head.rsplit_once('('))
    {
        Some((place, agency)) => (place.trim_end(), Some(agency)),
        None => (head, None),
    };
    let place = place.trim_end_matches(',');
    let words: Vec<&str> = place.split([' ', '/', '\u{a0}', '\n']).collect();
    if place.is_empty() || words.len() > 9 || !words.iter().all(|word| is_name_word(word)) {
        return false;
    }
    let first = place.split([',', ' ', '/']).next().unwrap_or_default();
    is_capitals(first) || agency.is_some_and(is_agency) || holds_day(place)
}

/// Whether month and day stand among the parts of a dateline.
fn holds_day(head: &str) -> bool {
    head.split(',')
        .skip(1)
        .any(|part| written::month_day(part).is_some())
}

/// "Sar-e", "Afghanistan,", "5", "of": what places and days are written with.
fn is_name_word(word: &str) -> bool {
    let starts = word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let small = [
        "de", "del", "of", "the", "la", "al", "el", "and", "e", "du", "des", "am", "pm",
    ];
    let plain = word.chars().all(|character| {
        character.is_alphanumeric() || matches!(character, ',' | '.' | '\'' | '’' | '-' | ':')
    });
    plain && (starts || small.contains(&word.trim_end_matches([',', '.'])))
}

fn is_agency(agency: &str) -> bool {
    (2..=40).contains(&agency.len())
        && agency.starts_with(char::is_uppercase)
        && agency
            .chars()
            .all(|character| character.is_alphabetic() || " ./&-".contains(character))
}

/// Whether a word is written in capitals, at least two of them.
fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    word.chars()
        .filter(|character| character.is_uppercase())
        .count()
        >= 2
        && letters.all(char::is_uppercase)
}

/// Whether a new sentence follows white space.
fn opens_sentence(rest: &str) -> bool {
    rest.starts_with(char::is_whitespace)
        && rest.trim_start().starts_with(|first: char| {
            first.is_uppercase() || first.is_numeric() || "“\"‘'(".contains(first)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: &str) {
        let found = length(paragraph).map_or("", |length| &paragraph[..length]);
        assert_eq!(found, expected, "in {paragraph:?}");
    }

    #[test]
    fn agencies_open_their_reports_so() {
        check("TEHRAN – The ministry said", "TEHRAN –");
        check(
            "LONDON, March 5 (Reuters) – Oil rose",
            "LONDON, March 5 (Reuters) –",
        );
        check("WASHINGTON (AP) — The House voted", "WASHINGTON (AP) —");
        check(
            "KABUL, Afghanistan (AP) _ Gunmen",
            "KABUL, Afghanistan (AP) _",
        );
        check("(CNN) A storm hit", "(CNN)");
        check("(Reuters) - Oil rose", "(Reuters) -");
        check("NAIROBI, Kenya (AP) _", "NAIROBI, Kenya (AP) _");
        check("HAVANA, August 7 (Xinhua) --", "");
        check("Kabul, Aug. 15 — Taliban fighters", "Kabul, Aug. 15 —");
        check("NEW YORK (AP) -- Stocks fell", "NEW YORK (AP) --");
        check(
            "WASHINGTON/LONDON (Reuters) - \"We",
            "WASHINGTON/LONDON (Reuters) -",
        );
    }

    #[test]
    fn sentences_with_dashes_are_no_datelines() {
        check("The ministry – The one in Tehran – said", "");
        check("NASA – the agency – said", "");
        check("He came home - And left.", "");
        check("(see below) The rest", "");
        check("A well-known man came", "");
        check("–", "");
        check("– The", "");
        check("", "");
    }
}
