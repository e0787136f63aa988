//! The timeline's own filter, as it is typed and as it is said.
//!
//! Holds words, dates and kinds, which mean the same whatever the corpus holds;
//! who is wanted is the business of all panes and stands in
//! [`Narrowing`](crate::app::Narrowing).

use chrono::NaiveDate;

use crate::analysis::time::typed;
use crate::corpus::timeline::Kind;
use crate::corpus::{Corpus, PersonId, folded};

/// Which kind of events is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Kind(Kind),
    /// What the user has marked as a key event.
    Key,
}

impl Wish {
    const ALL: [Self; 4] = [
        Self::Kind(Kind::Happened),
        Self::Kind(Kind::Said),
        Self::Kind(Kind::Planned),
        Self::Key,
    ];

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Key => "key",
        }
    }
}

impl Wish {
    fn named(words: &str) -> Result<Self, String> {
        let name = folded(words);
        let wish = Self::ALL.into_iter().find(|wish| wish.name() == name);
        wish.ok_or_else(|| format!("there is no kind “{words}”: happened, said, planned, key"))
    }
}

/// A day that bounds what is wanted, and the words that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    pub day: NaiveDate,
    pub words: String,
}

/// What the timeline is filtered by, besides people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What was typed to narrow the list, letter by letter.
    pub typed: String,
    /// Words and phrases.
    pub words: Vec<String>,
    /// Words of headlines, sources or file names.
    pub documents: Vec<String>,
    pub from: Option<Bound>,
    pub until: Option<Bound>,
    pub wish: Option<Wish>,
}

impl Wanted {
    /// Reads a line ("person:zarif from:2020 to:"aug 2021" kind:planned treaty").
    /// Returns the filter and who is wanted.
    ///
    /// # Errors
    /// A sentence that says which word cannot be used, and why.
    pub fn parse(
        line: &str,
        corpus: &Corpus,
        today: NaiveDate,
    ) -> Result<(Self, Vec<PersonId>), String> {
        let mut wanted = Self::default();
        let mut people = Vec::new();
        for (key, words) in pieces(line) {
            match key.as_deref() {
                None => wanted.words.push(words),
                Some("person" | "who") => {
                    let person = named(&words, corpus)
                        .ok_or_else(|| format!("nobody here is called “{words}”"))?;
                    if !people.contains(&person) {
                        people.push(person);
                    }
                }
                Some("doc" | "document" | "source") => wanted.documents.push(words),
                Some("kind") => wanted.wish = Some(Wish::named(&words)?),
                Some(key) => wanted.bound(key, &words, today)?,
            }
        }
        Ok((wanted, people))
    }

    /// Bounds the dates, by a word of a line.
    fn bound(&mut self, key: &str, words: &str, today: NaiveDate) -> Result<(), String> {
        if !["from", "since", "to", "until", "on", "in"].contains(&key) {
            return Err(format!(
                "“{key}:” is not known: person:, doc:, from:, to:, kind:, or any words"
            ));
        }
        let when = typed::read(words, today);
        let when = when.ok_or_else(|| format!("“{words}” names no date"))?;
        let bound = |day| {
            let words = words.to_owned();
            Some(Bound { day, words })
        };
        if !matches!(key, "to" | "until") {
            self.from = bound(when.first_day());
        }
        if !matches!(key, "from" | "since") {
            self.until = bound(when.last_day());
        }
        Ok(())
    }

    /// Writes the line that gives this filter again; `people` by their names.
    pub fn line(&self, people: &[&str]) -> String {
        let mut pieces: Vec<String> = Vec::new();
        let mut say = |key: &str, words: &str| pieces.push(format!("{key}{}", quoted(words)));
        people.iter().for_each(|name| say("person:", name));
        self.documents.iter().for_each(|words| say("doc:", words));
        if let Some(bound) = &self.from {
            say("from:", &bound.words);
        }
        if let Some(bound) = &self.until {
            say("to:", &bound.words);
        }
        if let Some(wish) = self.wish {
            say("kind:", wish.name());
        }
        self.words.iter().for_each(|words| say("", words));
        self.typed.split_whitespace().for_each(|word| say("", word));
        pieces.join(" ")
    }

    /// Says the filter in the frame of the pane, piece by piece.
    pub fn said(&self) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(self.wish.map(|wish| wish.name().to_owned()));
        let words = self.words.iter().map(String::as_str);
        let typed = Some(self.typed.trim()).filter(|typed| !typed.is_empty());
        let told: Vec<&str> = words.chain(typed).collect();
        if !told.is_empty() {
            said.push(format!("“{}”", told.join(" ")));
        }
        if !self.documents.is_empty() {
            said.push(format!("in “{}”", self.documents.join(" ")));
        }
        match (&self.from, &self.until) {
            (Some(from), Some(until)) if from.words == until.words => said.push(from.words.clone()),
            (from, until) => {
                said.extend(from.as_ref().map(|bound| format!("from {}", bound.words)));
                said.extend(until.as_ref().map(|bound| format!("to {}", bound.words)));
            }
        }
        said
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes the last thing away that was asked for; says whether there was any.
    pub fn widen(&mut self) -> bool {
        let before = self.clone();
        if !self.typed.is_empty() {
            self.typed.clear();
        } else if !self.words.is_empty() {
            self.words.pop();
        } else if self.wish.is_some() {
            self.wish = None;
        } else if self.from.is_some() || self.until.is_some() {
            (self.from, self.until) = (None, None);
        } else {
            self.documents.pop();
        }
        *self != before
    }

    /// Goes on to the next kind of events; after the last to all.
    pub fn next_kind(&mut self) {
        let place = Wish::ALL.iter().position(|wish| Some(*wish) == self.wish);
        self.wish = Wish::ALL.get(place.map_or(0, |place| place + 1)).copied();
    }

    /// Returns every word that must be told, folded.
    pub fn told(&self) -> Vec<String> {
        let typed = self.typed.split_whitespace().map(folded);
        let words = self.words.iter().map(|words| folded(words)).chain(typed);
        words.filter(|word| !word.is_empty()).collect()
    }
}

/// Parts a line into keys and words; what stands in quotation marks is one word.
fn pieces(line: &str) -> Vec<(Option<String>, String)> {
    let mut pieces = Vec::new();
    let (mut key, mut word) = (None, String::new());
    let mut is_quoted = false;
    for letter in line.chars().chain([' ']) {
        match letter {
            '"' | '“' | '”' => is_quoted = !is_quoted,
            ':' if !is_quoted && key.is_none() && is_key(&word) => {
                key = Some(folded(&std::mem::take(&mut word)));
            }
            blank if blank.is_whitespace() && !is_quoted => {
                if !word.is_empty() {
                    pieces.push((key.take(), std::mem::take(&mut word)));
                }
            }
            letter => word.push(letter),
        }
    }
    let rest = word.trim_end();
    if !rest.is_empty() {
        pieces.push((key, rest.to_owned()));
    }
    pieces
}

/// "person" is a key, "10" of "10:30" is none.
fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphabetic)
}

fn quoted(words: &str) -> String {
    if words.contains(|letter: char| letter.is_whitespace() || letter == ':') {
        format!("\"{words}\"")
    } else {
        words.to_owned()
    }
}

/// Finds who is meant: whoever has the name, else the most mentioned of whose
/// name a word begins so.
fn named(words: &str, corpus: &Corpus) -> Option<PersonId> {
    let wanted = folded(words);
    let wanted = wanted.trim();
    let mut begins = None;
    for (id, person) in (0..).map(PersonId).zip(corpus.people()) {
        let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
        for name in std::iter::once(person.name.as_str()).chain(aliases) {
            let name = folded(name);
            if name == wanted {
                return Some(id);
            }
            let at_word = |at: usize| at == 0 || !name.as_bytes()[at - 1].is_ascii_alphanumeric();
            let is_begun = name.match_indices(wanted).any(|(at, _)| at_word(at));
            if begins.is_none() && !wanted.is_empty() && is_begun {
                begins = Some(id);
            }
        }
    }
    begins
}
