//! Marks by letter, and where reading stopped: places that outlive the run.

use super::key::{Code, Key as Press};
use super::{App, Effect, Pane, Place};
use crate::casefile::{Change, Key, Passage, Value};
use crate::corpus::ArticleId;
use crate::document::Span;

/// What the letter that is waited for is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Set,
    Go,
}

impl App {
    /// Waits for the letter of a mark; says which there are.
    pub(super) fn ask_mark(&mut self, asked: Asked) {
        self.asked = Some(asked);
        let lowest = Key::Mark(char::MIN);
        let all = self.case.range(lowest..=Key::Mark(char::MAX));
        let letters: Vec<String> = all
            .filter_map(|(key, _)| match key {
                Key::Mark(letter) => Some(letter.to_string()),
                _ => None,
            })
            .collect();
        let known = match &letters[..] {
            [] => "none is set".to_owned(),
            letters => format!("set: {}", letters.join(" ")),
        };
        self.notices.say(match asked {
            Asked::Set => format!("mark this place with a letter ({known})"),
            Asked::Go => format!("go to the mark of a letter ({known})"),
        });
    }

    /// Takes the key pressed for a mark; another than a letter or digit is none.
    pub(super) fn answer_mark(&mut self, asked: Asked, key: Press) -> Vec<Effect> {
        match (asked, key.code) {
            (Asked::Go, Code::Char('`' | '\'')) => self.jump_back(),
            (_, Code::Char(letter)) if !key.ctrl && !key.alt && letter.is_alphanumeric() => {
                match asked {
                    Asked::Set => self.set_mark(letter),
                    Asked::Go => self.go_to_mark(letter),
                }
            }
            _ => self.notices.say("a mark is a letter or a digit"),
        }
        Vec::new()
    }

    fn set_mark(&mut self, letter: char) {
        let article = self.reader.article();
        let Some(document) = article.and_then(|article| self.key_of(article)) else {
            self.notices.say("there is no article to mark a place in");
            return;
        };
        let first = self.reader.first_byte();
        let top = Span {
            start: first,
            end: first,
        };
        let spot = self.reader.spot().map(|spot| spot.span);
        let span = spot.or(self.reader.lit()).unwrap_or(top);
        let place = Value::Place(Passage::new(document, span));
        self.change(Change::new(format!("mark {letter}")).set(Key::Mark(letter), place));
    }

    fn go_to_mark(&mut self, letter: char) {
        let Some(Value::Place(passage)) = self.case.get(&Key::Mark(letter)) else {
            self.notices.say(format!("there is no mark {letter}"));
            return;
        };
        let span = passage.span();
        match self.documents.articles_of(passage.document).first() {
            Some(&article) => self.go(Place { article, span }),
            None => self.notices.say(format!(
                "the article of mark {letter} is not among those open"
            )),
        }
    }

    /// Returns where reading stopped in an article, or its top.
    pub(super) fn place_left(&self, article: ArticleId) -> Place {
        let document = self.key_of(article);
        let left = document.and_then(|document| self.case.get(&Key::Place(document)));
        let byte = match left {
            Some(Value::Number(byte)) => *byte,
            Some(_) | None => 0,
        };
        let span = Span {
            start: byte,
            end: byte,
        };
        Place { article, span }
    }

    /// After whatever happened: keeps where reading stopped in articles that
    /// were left, and shows the notes of one that was opened.
    pub(super) fn keep_place(&mut self, effects: &[Effect]) {
        if self.focus == Pane::Reader {
            self.reader.read_on();
        }
        if effects.contains(&Effect::Quit) {
            self.reader.leave();
        }
        for left in self.reader.take_left() {
            self.keep(left.article, left.byte);
        }
        let article = self.reader.article();
        let document = article.and_then(|article| self.key_of(article));
        if document.is_some_and(|document| self.reader.lacks_annotations(document)) {
            self.mark_text();
        }
    }

    fn keep(&mut self, article: ArticleId, byte: u32) {
        let Some(document) = self.key_of(article) else {
            return;
        };
        if self.place_left(article).span.start == byte {
            return;
        }
        let key = Key::Place(document);
        let change = Change::new("where reading stopped");
        self.note_quietly(match byte {
            0 => change.unset(key),
            byte => change.set(key, Value::Number(byte)),
        });
    }

    /// Shows the reading view what has been noted of its article.
    pub(super) fn mark_text(&mut self) {
        let article = self.reader.shown(&self.corpus);
        if let Some(article) = article {
            let document = self.case.key_of(article.content);
            self.reader
                .annotate(&self.case, document, &article.document.text);
        }
    }
}
