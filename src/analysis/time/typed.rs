//! Dates typed in words, read as the dates of a text are.

use chrono::NaiveDate;

use super::{Known, Timex, When, find};
use crate::analysis::Lexicon;
use crate::analysis::text::Text;
use crate::document::Document;

/// A longer line is no date.
const LONGEST: usize = 200;

/// Reads a date ("aug 2021", "last friday", "1998", "2021-08-06", "from May to
/// July 2020") as someone says it today; `None` when the words name no date.
pub fn read(line: &str, today: NaiveDate) -> Option<When> {
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    let capitals = capitalised(line);
    let mut when = When::parse(line, Known::Set).or_else(|| {
        let ways = [line, capitals.as_str()].map(str::to_owned);
        let sentences = ["on", "in"].map(|word| format!("It happened {word} {capitals}."));
        let found = ways.iter().chain(&sentences);
        // "aug 2021" is more than its year.
        let found = found.filter_map(|line| tagged(line, today)).rev();
        let (when, _) = found.max_by_key(|(_, length)| *length)?;
        Some(when)
    })?;
    when.known = Known::Set;
    Some(when)
}

/// The first date of a line, with the other end where it is a range, and how
/// many bytes tell it.
fn tagged(line: &str, today: NaiveDate) -> Option<(When, usize)> {
    let document = Document::given("typed", line, Some(today));
    let text = Text::read(&document);
    let found = find(&text, &document, &Lexicon::english().time);
    let first = found.iter().find(|timex| timex.when.is_some())?;
    let other = |timex: &Timex| found.get(timex.range_with? as usize);
    let (when, length) = (first.when?, first.span.len());
    let other = other(first).and_then(|other| Some((other.when?, other.span.len())));
    Some(match other {
        Some((other, more)) => (when.hull(other), length + more),
        None => (when, length),
    })
}

/// Words between dates; with capitals they would be no longer that.
const SMALL: &[&str] = &[
    "after", "and", "before", "between", "by", "from", "in", "of", "on", "since", "the", "to",
    "until",
];

/// Gives the words that may be names of months and weekdays a capital.
fn capitalised(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !SMALL.contains(&word) => first.to_uppercase().chain(letters).collect(),
            Some(_) | None => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::read;

    #[test]
    fn a_date_is_read_as_it_is_said() {
        // A Wednesday.
        let today = NaiveDate::from_ymd_opt(2021, 9, 15).expect("a day");
        for (words, expected) in [
            ("2021-08-06", "2021-08-06"),
            ("2021-08", "2021-08"),
            ("1998", "1998"),
            ("aug 2021", "2021-08"),
            ("August 2021", "2021-08"),
            ("last friday", "2021-09-10"),
            ("Friday", "2021-09-10"),
            ("6 aug 2021", "2021-08-06"),
            ("aug 6, 2021", "2021-08-06"),
            ("yesterday", "2021-09-14"),
            ("christmas 2019", "2019-12-25"),
            ("last year", "2020"),
            ("the 1990s", "199X"),
            ("three days ago", "2021-09-12"),
            ("from may to july 2020", "2020-05/2020-07"),
        ] {
            let when = read(words, today).map(|when| when.to_string());
            assert_eq!(when.as_deref(), Some(expected), "{words}");
        }
        for words in ["", "zaranj", "the mayor", "-"] {
            assert_eq!(read(words, today), None, "{words}");
        }
    }
}
