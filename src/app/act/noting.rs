//! Highlights, notes, and names marked in the text that is read.

use crate::app::note::NoteBox;
use crate::app::prompt::Purpose;
use crate::app::{App, Overlay};
use crate::casefile::{Change, Key, Passage, Value};
use crate::corpus::Article;
use crate::document::{Span, one_line};

/// What is said where there is nothing to act on.
const NOTHING: &str = "no sentence is lit and nothing is selected; v selects text";

impl App {
    /// Highlights what is acted on; what is highlighted already is so no more.
    pub(super) fn toggle_highlight(&mut self) {
        let Some((passage, words)) = self.passage_acted_on() else {
            self.notices.say(NOTHING);
            return;
        };
        let touched: Vec<Passage> = self
            .case
            .highlights(passage.document)
            .filter(|known| known.span().overlaps(passage.span()))
            .copied()
            .collect();
        let covers = |known: &Passage| known.span().contains(passage.span());
        let quoted = shortened(&words);
        let change = match touched.iter().any(covers) {
            true => Change::new(format!("highlight taken from {quoted}")),
            false => {
                let (whole, words) = self.joined(passage, &touched).unwrap_or((passage, words));
                Change::new(format!("highlighted {quoted}"))
                    .set(Key::Highlight(whole), Value::Text(words))
            }
        };
        let goes = |known: &&Passage| {
            !change
                .facts
                .iter()
                .any(|(key, _)| *key == Key::Highlight(**known))
        };
        let gone: Vec<Passage> = touched.iter().filter(goes).copied().collect();
        let change = gone
            .into_iter()
            .fold(change, |change, known| change.unset(Key::Highlight(known)));
        self.change(change);
        self.reader.end_selection();
    }

    /// A passage with those it touches made one, and its words.
    fn joined(&self, passage: Passage, touched: &[Passage]) -> Option<(Passage, String)> {
        let text = &self.reader.shown(&self.corpus)?.document.text;
        let starts = touched.iter().map(|known| known.start);
        let ends = touched.iter().map(|known| known.end);
        let span = Span {
            start: starts.fold(passage.start, u32::min),
            end: ends.fold(passage.end, u32::max),
        };
        let words = text.get(span.range())?;
        Some((Passage::new(passage.document, span), one_line(words)))
    }

    /// Opens the note on what is acted on, new or as it is.
    pub(super) fn write_note(&mut self) {
        let Some((passage, words)) = self.passage_acted_on() else {
            self.notices.say(NOTHING);
            return;
        };
        let open = match self.note_on(passage.span()) {
            Some((known, text)) => {
                let words = self.quoted_words(known.span()).unwrap_or(words);
                NoteBox::open(known, words, &text)
            }
            None => NoteBox::open(passage, words, ""),
        };
        self.overlay = Some(Overlay::Note(open));
    }

    /// Keeps the note that was written; an empty one is none.
    pub(in crate::app) fn save_note(&mut self) {
        let Some(Overlay::Note(open)) = self.overlay.take() else {
            return;
        };
        let text = open.editor.text();
        let key = Key::Note(open.passage);
        let quoted = shortened(&open.words);
        if text.trim().is_empty() {
            if self.case.has(&key) {
                self.change(Change::new(format!("note taken from {quoted}")).unset(key));
            }
            return;
        }
        let note = Value::Note {
            text,
            words: open.words,
            written: self.today,
        };
        self.change(Change::new(format!("note on {quoted}")).set(key, note));
        self.reader.end_selection();
    }

    /// The note on a stretch of the article shown, or on some of it.
    pub(super) fn note_on(&self, span: Span) -> Option<(Passage, String)> {
        let document = self.key_of(self.reader.article()?)?;
        let touches = |passage: &Passage| passage.span().overlaps(span);
        let mut notes = self.case.notes(document);
        let (passage, value) = notes.find(|(passage, _)| touches(passage))?;
        match value {
            Value::Note { text, .. } => Some((*passage, text.clone())),
            _ => None,
        }
    }

    /// Asks for the name of a person, beginning with the selected words, or the
    /// likeliest of them.
    pub(super) fn name_person(&mut self) {
        let Some(span) = self.acted_on() else {
            self.notices.say(NOTHING);
            return;
        };
        let article = self.reader.shown(&self.corpus);
        let name = article.map(|article| likely_name(article, span));
        self.prompt(Purpose::AddPerson, &name.unwrap_or_default());
    }

    /// The passage acted on, and its words on one line.
    fn passage_acted_on(&self) -> Option<(Passage, String)> {
        let document = self.key_of(self.reader.article()?)?;
        let span = self.acted_on()?;
        Some((Passage::new(document, span), self.quoted_words(span)?))
    }

    /// The words of a stretch of the article shown, on one line.
    pub(super) fn quoted_words(&self, span: Span) -> Option<String> {
        let text = &self.reader.shown(&self.corpus)?.document.text;
        Some(one_line(text.get(span.range())?))
    }
}

/// Words in quotation marks, as many as a message has room for.
fn shortened(words: &str) -> String {
    const LETTERS: usize = 40;
    match words.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("“{}…”", words[..end].trim_end()),
        None => format!("“{words}”"),
    }
}

/// The words most likely to be a name: a few are taken whole; of more, the
/// longest run of capitalised ones in which nobody has been found.
fn likely_name(article: &Article, span: Span) -> String {
    const FEW: usize = 4;
    let text = &article.document.text;
    let words: Vec<Span> = words(text, span);
    if words.len() <= FEW {
        return trimmed(text, span);
    }
    let is_free = |word: &Span| {
        let mentions = &article.analysis.mentions;
        let after = mentions.partition_point(|mention| mention.span.end <= word.start);
        let mention = mentions.get(after);
        mention.is_none_or(|mention| !mention.span.overlaps(*word))
    };
    let begins_name = |word: &Span| word.of(text).starts_with(char::is_uppercase) && is_free(word);
    // Two capitalised words with a comma or a full stop between are no name.
    let joins = |one: &Span, next: &Span| {
        begins_name(one) && begins_name(next) && one.of(text).ends_with(char::is_alphanumeric)
    };
    let runs = words.chunk_by(joins).filter(|run| begins_name(&run[0]));
    let longest = runs.reduce(|best, run| if run.len() > best.len() { run } else { best });
    match longest {
        Some(run) if run.len() > 1 || run[0] != words[0] => {
            let whole = Span {
                start: run[0].start,
                end: run[run.len() - 1].end,
            };
            trimmed(text, whole)
        }
        Some(_) | None => String::new(),
    }
}

fn words(text: &str, span: Span) -> Vec<Span> {
    let start = span.start as usize;
    let words = span.of(text).split_whitespace();
    let place = |word: &str| word.as_ptr() as usize - span.of(text).as_ptr() as usize;
    words
        .map(|word| Span::new(start + place(word), start + place(word) + word.len()))
        .collect()
}

/// Words on one line without the marks around them.
fn trimmed(text: &str, span: Span) -> String {
    let words = one_line(span.of(text));
    let of_name = |letter: char| letter.is_alphanumeric();
    words.trim_matches(|letter| !of_name(letter)).to_owned()
}
