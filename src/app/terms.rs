//! A filter line, cut into its terms: words, "phrases", field:value, !unwanted.
//!
//! Every term narrows further. What a field means is decided by the list that is
//! narrowed; a field it does not know is a word like any other.

/// Whether a term must hold or must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    With,
    Without,
}

impl Wanted {
    /// Leaves of `passing` those that pass a term, which holds of the entries `holding` says.
    pub fn keep(self, passing: &mut [bool], holding: &[bool]) {
        for (passes, holds) in passing.iter_mut().zip(holding) {
            *passes &= *holds == (self == Self::With);
        }
    }
}

/// One term of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub wanted: Wanted,
    /// The field named before a colon, of those that are known.
    pub field: Option<&'static str>,
    pub text: String,
}

/// Cuts a line into terms; `fields` are the words that may stand before a colon.
/// A term that says nothing yet ("!", "tag:") is left out.
pub fn terms(line: &str, fields: &[&'static str]) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (term, after) = take(rest, fields);
        terms.extend(term);
        rest = after.trim_start();
    }
    terms
}

/// Takes the term a line begins with; returns what stands after it.
fn take<'a>(line: &'a str, fields: &[&'static str]) -> (Option<Term>, &'a str) {
    let (wanted, rest) = match line.strip_prefix(['!', '-']) {
        Some(rest) => (Wanted::Without, rest),
        None => (Wanted::With, line),
    };
    let named = fields.iter().find_map(|field| {
        let rest = rest.strip_prefix(field)?.strip_prefix(':')?;
        Some((*field, rest))
    });
    let (field, rest) = match named {
        Some((field, rest)) => (Some(field), rest),
        None => (None, rest),
    };
    let (text, rest) = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
    };
    let term = Term {
        wanted,
        field,
        text: text.to_owned(),
    };
    ((!text.trim().is_empty()).then_some(term), rest)
}

#[cfg(test)]
mod tests {
    use super::{Wanted, terms};

    fn cut(line: &str) -> Vec<String> {
        let terms = terms(line, &["is", "tag"]).into_iter();
        let shown = terms.map(|term| {
            let sign = match term.wanted {
                Wanted::With => "",
                Wanted::Without => "not ",
            };
            let field = term
                .field
                .map(|field| format!("{field}="))
                .unwrap_or_default();
            format!("{sign}{field}{}", term.text)
        });
        shown.collect()
    }

    #[test]
    fn a_line_is_cut_into_words_phrases_and_fields() {
        assert_eq!(cut(" one  two "), ["one", "two"]);
        assert_eq!(cut("is:unread !war"), ["is=unread", "not war"]);
        assert_eq!(
            cut("tag:\"civil war\" -is:read"),
            ["tag=civil war", "not is=read"]
        );
        assert_eq!(cut("\"not closed yet"), ["not closed yet"]);
        assert_eq!(cut("http://x 12:30"), ["http://x", "12:30"]);
    }

    #[test]
    fn a_term_that_says_nothing_yet_narrows_nothing() {
        assert_eq!(cut("tag: ! - \"\" war"), ["war"]);
        assert_eq!(cut(""), [""; 0]);
    }

    #[test]
    fn what_is_not_wanted_passes_where_it_does_not_hold() {
        let mut passing = [true, true, false];
        Wanted::Without.keep(&mut passing, &[true, false, false]);
        assert_eq!(passing, [false, true, false]);
        Wanted::With.keep(&mut passing, &[true, true, true]);
        assert_eq!(passing, [false, true, false]);
    }
}
