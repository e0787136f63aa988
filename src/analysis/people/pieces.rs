//! Tokens joined to the pieces names and titles are made of.
//!
//! "Jean-Claude", "al-Assad", "Director-General" and "Mr." are one piece each;
//! every other token is a piece of its own. What the lists say of a piece is
//! looked up once a word and document.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lists::{Class, Classes, Lists, fold};
use super::model::Word;
use crate::analysis::text::{Text, TokenKind};
use crate::document::Span;

/// How a piece is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word that begins with a capital.
    Capital,
    /// "J.", "J.R.R.", or a lone capital letter.
    Initial,
    /// Capitals only, two at least.
    Acronym,
    Small,
    Number,
    Possessive,
    Mark,
}

/// One or several glued tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub span: Span,
    pub shape: Shape,
    pub classes: Classes,
    /// Its place among [`Pieces::words`].
    pub word: u32,
}

/// How a sentence is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Running,
    /// Nearly Every Word Has a Capital, as in a heading.
    Titled,
    Capitals,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    Edited,
    /// As people talk: names may be written small.
    Casual,
}

/// A text with more casual words than one in so many sentences is casual.
const SENTENCES_A_CASUAL_WORD: usize = 12;

/// A text's pieces, by sentence.
pub(super) struct Pieces<'a> {
    pub source: &'a str,
    pub all: Vec<Piece>,
    /// Each spelling once.
    pub words: Vec<Word>,
    pub register: Register,
    sentences: Vec<(Range<usize>, Style)>,
}

impl<'a> Pieces<'a> {
    pub(super) fn read(text: &Text<'a>, lists: &Lists) -> Self {
        let mut reader = Reader {
            text,
            lists,
            known: FxHashMap::default(),
            words: Vec::new(),
        };
        let mut all = Vec::with_capacity(text.tokens.len());
        let mut sentences = Vec::with_capacity(text.sentences.len());
        for sentence in &text.sentences {
            let first = all.len();
            let tokens = sentence.tokens();
            let mut at = tokens.start;
            while at < tokens.end {
                let end = reader.piece_end(at, tokens.end);
                all.push(reader.piece(at, end));
                at = end;
            }
            sentences.push((first..all.len(), style(&all[first..])));
        }
        let mut pieces = Self {
            source: text.source,
            all,
            words: reader.words,
            register: Register::Edited,
            sentences,
        };
        if pieces.is_casual() {
            pieces.register = Register::Casual;
            pieces.look_up_small_names(lists);
        }
        pieces
    }

    fn is_casual(&self) -> bool {
        let casual =
            |piece: &&Piece| piece.shape == Shape::Small && piece.classes.has(Class::Casual);
        let enough = (self.sentences.len() / SENTENCES_A_CASUAL_WORD).max(1);
        self.all.iter().filter(casual).take(enough + 1).count() > enough
    }

    /// In casual texts a word written small may be a name: the names are asked too.
    fn look_up_small_names(&mut self, lists: &Lists) {
        let mut known = vec![false; self.words.len()];
        for piece in &mut self.all {
            let word = piece.word as usize;
            if piece.shape != Shape::Small {
                continue;
            }
            if !std::mem::replace(&mut known[word], true) {
                let spelling = piece.span.of(self.source);
                let classes = self.words[word].classes.union(lists.classes(spelling));
                self.words[word] = Word::new(spelling, classes);
            }
            piece.classes = self.words[word].classes;
        }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.all[at].span.of(self.source)
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = (Range<usize>, Style)> + '_ {
        self.sentences.iter().cloned()
    }

    /// The pieces of a sentence.
    pub(super) fn sentence(&self, sentence: u32) -> Range<usize> {
        self.sentences[sentence as usize].0.clone()
    }
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    lists: &'t Lists,
    /// The place of each spelling among `words`, and how it is written.
    known: FxHashMap<&'a str, (u32, Shape)>,
    words: Vec<Word>,
}

impl<'a> Reader<'_, 'a> {
    /// The index after the last token of the piece that begins at `at`.
    fn piece_end(&mut self, at: usize, limit: usize) -> usize {
        let text = self.text;
        if text.tokens[at].kind != TokenKind::Word {
            return at + 1;
        }
        let glued = |index: usize, word: &str| {
            index < limit && text.tokens[index].glued && text.word(index) == word
        };
        let mut end = at + 1;
        while (glued(end, "-") || glued(end, "‑"))
            && end + 1 < limit
            && text.tokens[end + 1].glued
            && text.tokens[end + 1].kind == TokenKind::Word
        {
            end += 2;
        }
        let takes_stop = [
            Class::Honorific,
            Class::HonorificHe,
            Class::HonorificShe,
            Class::HonorificStopped,
            Class::Suffix,
            Class::PlacePrefix,
        ];
        // "Gov.", "then-Gov.".
        let last = text.word(end - 1);
        if glued(end, ".") && last.starts_with(char::is_uppercase) {
            let title = || self.lists.small(&fold(last)).any(&takes_stop);
            if last.len() <= 5 && end + 1 < limit && title() {
                end += 1;
            }
        }
        end
    }

    fn piece(&mut self, at: usize, end: usize) -> Piece {
        let text = self.text;
        let first = text.tokens[at];
        let span = Span {
            start: first.span.start,
            end: text.tokens[end - 1].span.end,
        };
        let (word, shape) = self.word(span.of(text.source), at, end);
        Piece {
            span,
            shape: match first.kind {
                TokenKind::Number => Shape::Number,
                TokenKind::Possessive => Shape::Possessive,
                TokenKind::Punctuation => Shape::Mark,
                TokenKind::Word => shape,
            },
            classes: self.words[word as usize].classes,
            word,
        }
    }

    /// The place of a spelling among the words, and how it is written.
    fn word(&mut self, spelling: &'a str, at: usize, end: usize) -> (u32, Shape) {
        if let Some(known) = self.known.get(spelling) {
            return *known;
        }
        let shape = shape(spelling);
        let classes = match self.text.tokens[at].kind {
            TokenKind::Number | TokenKind::Possessive | TokenKind::Punctuation => Classes::NONE,
            TokenKind::Word => match shape {
                Shape::Capital | Shape::Initial | Shape::Acronym => {
                    self.capital_classes(spelling, at, end)
                }
                Shape::Small | Shape::Number | Shape::Possessive | Shape::Mark => {
                    self.small_classes(spelling, at, end)
                }
            },
        };
        let next = self.words.len() as u32;
        self.words.push(Word::new(spelling, classes));
        self.known.insert(spelling, (next, shape));
        (next, shape)
    }

    fn small_classes(&self, spelling: &str, at: usize, end: usize) -> Classes {
        let whole = self.lists.small(spelling);
        if whole == Classes::NONE && end > at + 1 {
            // "ex-president", "then-Gov.": the last part says what it is.
            let is_stopped = self.text.word(end - 1) == ".";
            let last = self.text.word(end - 1 - usize::from(is_stopped));
            return match last.starts_with(char::is_uppercase) {
                true => self.title_classes(last),
                false => self.lists.small(last),
            };
        }
        whole
    }

    /// What is known of a word before its stop: "Gov" is then a title.
    fn title_classes(&self, word: &str) -> Classes {
        let classes = self.lists.classes(word);
        match classes.has(Class::HonorificStopped) {
            true => classes.with(Class::Honorific),
            false => classes,
        }
    }

    /// A compound is what it is as a whole, or what its parts are together.
    fn capital_classes(&self, spelling: &str, at: usize, end: usize) -> Classes {
        let text = self.text;
        let is_stopped_word = end == at + 2 && text.word(at + 1) == ".";
        if is_stopped_word {
            return self.title_classes(text.word(at));
        }
        let whole = self.lists.classes(spelling);
        if whole != Classes::NONE {
            return whole;
        }
        (at..end)
            .step_by(2)
            .map(|part| self.lists.classes(text.word(part)))
            .fold(Classes::NONE, Classes::union)
    }
}

/// "MPs", "URLs".
fn is_plural_acronym(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|acronym| {
        acronym.chars().count() > 1 && acronym.chars().all(char::is_uppercase)
    })
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|char| char.is_alphabetic());
    let first = letters.next();
    if !first.is_some_and(char::is_uppercase) {
        // "al-Assad" and "d'Estaing" are names all the same.
        let inner_capital = word
            .find(['-', '\'', '’'])
            .and_then(|mark| word[mark..].chars().nth(1));
        return match inner_capital {
            Some(inner) if inner.is_uppercase() && word.find(['-', '\'', '’']) <= Some(3) => {
                Shape::Capital
            }
            _ => Shape::Small,
        };
    }
    let others = letters.clone().count();
    let dotted = word.ends_with('.') && word.bytes().filter(|byte| *byte == b'.').count() > others;
    if others == 0 || dotted {
        Shape::Initial
    } else if letters.all(char::is_uppercase) || is_plural_acronym(word) {
        Shape::Acronym
    } else {
        Shape::Capital
    }
}

/// Four words at least, of which the longer ones say how it is written.
fn style(pieces: &[Piece]) -> Style {
    let (mut words, mut small, mut acronyms) = (0, 0, 0);
    for piece in pieces {
        match piece.shape {
            Shape::Small if piece.span.len() >= 4 => small += 1,
            Shape::Acronym => acronyms += 1,
            Shape::Small
            | Shape::Capital
            | Shape::Initial
            | Shape::Number
            | Shape::Possessive
            | Shape::Mark => {}
        }
        let counts = match piece.shape {
            Shape::Capital | Shape::Acronym => true,
            Shape::Small => piece.span.len() >= 4,
            Shape::Initial | Shape::Number | Shape::Possessive | Shape::Mark => false,
        };
        words += usize::from(counts);
    }
    if words >= 3 && acronyms * 10 >= words * 8 {
        Style::Capitals
    } else if words >= 4 && small * 5 <= words {
        Style::Titled
    } else {
        Style::Running
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// The pieces of a text, parted by `|`.
    fn check(expected: &str) {
        let document = Document::given("test", &expected.replace('|', " "), None);
        let text = Text::read(&document);
        let pieces = Pieces::read(&text, &Lists::english());
        let found: Vec<&str> = (0..pieces.all.len()).map(|at| pieces.word(at)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn hyphens_and_short_titles_join() {
        check("Mr.|Amir-Abdollahian|met|Bashar|al-Assad|again");
        check(
            "Director-General|J. R.|Roe"
                .replace("J. R.", "J.|R.")
                .as_str(),
        );
    }

    #[test]
    fn shapes_tell_names_from_words() {
        for (word, expected) in [
            ("Roe", Shape::Capital),
            ("McRoe", Shape::Capital),
            ("al-Roe", Shape::Capital),
            ("d’Estaing", Shape::Capital),
            ("well-known", Shape::Small),
            ("J.", Shape::Initial),
            ("J.R.R.", Shape::Initial),
            ("NATO", Shape::Acronym),
            ("MPs", Shape::Acronym),
            ("roe", Shape::Small),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }
}
