//! What is asked for: a line of terms in the manner of fzf.
//!
//! Terms are parted by white space and must all match; ` | ` between terms
//! means one or the other. `'x` wants the letters as they are, `'x'` as whole
//! words, `^x` at the beginning, `x$` at the end, `^x$` nothing else; `!` before
//! any of these wants none of it (`!x` as it is, `!'x` not even loosely). A
//! backslash keeps a space in a term, quotation marks keep a phrase together.

use super::{clip, words};
use crate::corpus::fold;

/// Longer lines, longer terms and more of them are clipped: nobody types them.
const LONGEST_LINE: usize = 512;
const LONGEST_TERM: usize = 64;
const MOST_GROUPS: usize = 8;
const MOST_TERMS: usize = 16;

/// How a term wants to be matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Manner {
    /// Words that begin so; in names also the letters one by one, and misspelt.
    Loose,
    /// The letters as they are, anywhere.
    Exact,
    /// Whole words, one after another.
    Whole,
    /// At the beginning of a name, headline or sentence.
    First,
    /// At the end of it.
    Last,
    /// All of it.
    Equal,
}

/// Letters to look for, folded, and how.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Term {
    pub manner: Manner,
    pub text: String,
}

/// Whether a group's terms are wanted or must not be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Wish {
    Wanted,
    Unwanted,
}

/// Terms of which one must match.
pub(super) type Group = Vec<(Wish, Term)>;

/// Groups that must all match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    pub groups: Vec<Group>,
}

impl Query {
    pub fn parse(line: &str) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut either = Joint::Also;
        for token in tokens(clip(line, LONGEST_LINE)) {
            if token == Token::plain("|") && !groups.is_empty() {
                either = Joint::Or;
                continue;
            }
            let terms = token.terms();
            if terms.is_empty() {
                continue;
            }
            match (either, &terms[..], groups.last_mut()) {
                (Joint::Or, [only], Some(group)) if group.len() < MOST_TERMS => {
                    group.push(only.clone());
                }
                // Several words, all wanted, are no alternative: they narrow.
                (Joint::Also | Joint::Or, _, _) => {
                    groups.extend(terms.into_iter().map(|term| vec![term]));
                }
            }
            either = Joint::Also;
        }
        groups.truncate(MOST_GROUPS);
        Self { groups }
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// What shall be there, and is lit where it is.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        let all = self.groups.iter().flatten();
        all.filter(|(wish, _)| *wish == Wish::Wanted)
            .map(|(_, term)| term)
    }
}

/// How a term goes with the one before it.
#[derive(Debug, Clone, Copy)]
enum Joint {
    Also,
    Or,
}

/// What stands between two spaces, or between two quotation marks.
#[derive(Debug, PartialEq, Eq)]
struct Token {
    /// What stands before the phrase or is the term.
    text: String,
    /// Between quotation marks.
    phrase: Option<String>,
}

impl Token {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            phrase: None,
        }
    }

    fn terms(&self) -> Vec<(Wish, Term)> {
        let (wish, rest) = match self.text.strip_prefix('!') {
            Some(rest) => (Wish::Unwanted, rest),
            None => (Wish::Wanted, self.text.as_str()),
        };
        if let Some(phrase) = &self.phrase {
            let text = folded(phrase);
            let said = words::words_of(&text).next().is_some();
            let term = Term {
                manner: Manner::Whole,
                text,
            };
            return said.then_some((wish, term)).into_iter().collect();
        }
        let (manner, text) = manner_of(wish, rest);
        let text = folded(text);
        if manner != Manner::Loose || wish == Wish::Unwanted {
            let term = Term { manner, text };
            let said = !term.text.is_empty();
            return said.then_some((wish, term)).into_iter().collect();
        }
        // What is neither letter nor digit parts loose terms.
        let loose = |word: &str| Term {
            manner,
            text: word.to_owned(),
        };
        words::words_of(&text)
            .map(|word| (wish, loose(word)))
            .collect()
    }
}

/// What a term's marks say, as fzf reads them.
fn manner_of(wish: Wish, term: &str) -> (Manner, &str) {
    let usual = match wish {
        Wish::Wanted => Manner::Loose,
        Wish::Unwanted => Manner::Exact,
    };
    let (ends, rest) = match term.strip_suffix('$') {
        Some(rest) if !rest.is_empty() => (true, rest),
        Some(_) | None => (false, term),
    };
    if let Some(quoted) = rest.strip_prefix(is_apostrophe) {
        return match (quoted.strip_suffix(is_apostrophe), wish) {
            (Some(whole), _) if !whole.is_empty() => (Manner::Whole, whole),
            (_, Wish::Wanted) if ends => (Manner::Last, quoted),
            (_, Wish::Wanted) => (Manner::Exact, quoted),
            (_, Wish::Unwanted) => (Manner::Loose, quoted),
        };
    }
    match (rest.strip_prefix('^'), ends) {
        (Some(first), true) => (Manner::Equal, first),
        (Some(first), false) => (Manner::First, first),
        (None, true) => (Manner::Last, rest),
        (None, false) => (usual, rest),
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘')
}

fn is_quotation_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„')
}

fn folded(text: &str) -> String {
    let folded = fold::fold(text);
    clip(folded.trim(), LONGEST_TERM).to_owned()
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut text = String::new();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek().is_some_and(|next| next.is_whitespace()) => {
                text.extend(letters.next());
            }
            _ if is_quotation_mark(letter) && (text.is_empty() || text == "!") => {
                let closed = letters.by_ref();
                let phrase = closed.take_while(|next| !is_quotation_mark(*next));
                let phrase = Some(phrase.collect());
                let text = std::mem::take(&mut text);
                tokens.push(Token { text, phrase });
            }
            _ if letter.is_whitespace() => {
                if !text.is_empty() {
                    tokens.push(Token::plain(&text));
                    text.clear();
                }
            }
            _ => text.push(letter),
        }
    }
    if !text.is_empty() {
        tokens.push(Token::plain(&text));
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::{Manner, Query, Wish};

    /// Writes a query out: groups parted by a comma, alternatives by a bar.
    fn read(line: &str) -> String {
        let query = Query::parse(line);
        let groups = query.groups.iter().map(|group| {
            let terms = group.iter().map(|(wish, term)| {
                let not = if *wish == Wish::Unwanted { "not " } else { "" };
                let manner = match term.manner {
                    Manner::Loose => "",
                    Manner::Exact => "exact ",
                    Manner::Whole => "whole ",
                    Manner::First => "first ",
                    Manner::Last => "last ",
                    Manner::Equal => "equal ",
                };
                format!("{not}{manner}{}", term.text)
            });
            terms.collect::<Vec<_>>().join(" | ")
        });
        groups.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn marks_mean_what_they_mean_in_fzf() {
        for (line, expected) in [
            ("zarif Jav", "zarif, jav"),
            ("'wild", "exact wild"),
            ("'wild'", "whole wild"),
            ("^Moh", "first moh"),
            ("zadeh$", "last zadeh"),
            ("^zarif$", "equal zarif"),
            ("!fire", "not exact fire"),
            ("!^fire", "not first fire"),
            ("!fire$", "not last fire"),
            ("!'fire", "not fire"),
            ("a | b", "a | b"),
            ("x ^a | b$ | 'c y", "x, first a | last b | exact c, y"),
            ("Erdoğan straße", "erdogan, strasse"),
            ("amir-abd", "amir, abd"),
            ("'amir-abd", "exact amir-abd"),
            ("'al\\ assad", "exact al assad"),
            ("\"fell to the\" herat", "whole fell to the, herat"),
            ("!\"fell to\"", "not whole fell to"),
            ("“fell", "whole fell"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn marks_without_letters_ask_for_nothing() {
        for line in [
            "", "  ", "!", "'", "^", "|", "a |", "| a", "? -", "\"\"", "\\",
        ] {
            assert!(!read(line).contains("  "), "{line}");
        }
        assert_eq!(read("a |"), "a");
        assert_eq!(read("| a"), "a");
        assert_eq!(read("! ' ^ \" \""), "");
        assert_eq!(read("$"), "");
    }
}
