//! What the reader leaves on documents: stars, tags, notes, highlights.

use super::page::{Item, line};
use super::{Flat, Told, naming};
use crate::casefile::{Change, DocumentKey, Key, Passage, Value};
use crate::corpus::ArticleId;
use crate::export::plain;

impl Flat {
    /// The document of a number, or the one read or spoken of last.
    pub(super) fn document_meant(&self, word: &str) -> Result<ArticleId, String> {
        if word.is_empty() {
            let open = self.reading.map(|reading| reading.article);
            let last = open.or(self.spoken.article);
            return last.ok_or_else(|| "Say which document, by its number.".to_owned());
        }
        self.document_of(word)
    }

    fn key_of(&self, article: ArticleId) -> Result<DocumentKey, String> {
        let article = self.corpus.article(article);
        let article = article.ok_or("This document is no longer there.")?;
        Ok(self.case.key_of(article.content))
    }

    /// Sets a fact of a document, or takes it away where it holds.
    fn toggle(&mut self, article: ArticleId, key: Key, set: &str, unset: &str) -> Vec<Item> {
        let number = self.number_of(article);
        let change = if self.case.has(&key) {
            Change::new(format!("{unset} document {number}")).unset(key)
        } else {
            Change::new(format!("{set} document {number}")).set(key, Value::Yes)
        };
        self.change(change)
    }

    pub(super) fn star(&mut self, rest: &str) -> Told {
        if let Some(event) = rest.strip_prefix("event") {
            return self.mark_event(event.trim());
        }
        let article = self.document_meant(rest)?;
        let key = Key::Star(self.key_of(article)?);
        Ok(self.toggle(article, key, "starred", "took the star from"))
    }

    pub(super) fn unread(&mut self, rest: &str) -> Told {
        let article = self.document_meant(rest)?;
        let key = Key::Read(self.key_of(article)?);
        let number = self.number_of(article);
        if !self.case.has(&key) {
            return Err(format!("Document {number} is unread."));
        }
        let title = format!("marked document {number} unread");
        Ok(self.change(Change::new(title).unset(key)))
    }

    pub(super) fn tag(&mut self, rest: &str) -> Told {
        let (number, tag) = match rest.split_once(' ') {
            Some((first, tag)) if naming::number(first).is_some() => (first, tag.trim()),
            Some(_) | None => ("", rest),
        };
        if tag.is_empty() {
            return Err("Say the tag: tag 2 war.".to_owned());
        }
        let article = self.document_meant(number)?;
        let key = Key::Tag(self.key_of(article)?, tag.to_owned());
        let set = format!("gave the tag {tag} to");
        let unset = format!("took the tag {tag} from");
        Ok(self.toggle(article, key, &set, &unset))
    }

    /// The passage read last, with its words.
    fn passage(&self) -> Result<(Passage, String), String> {
        let (article, span) = self.open_document()?;
        let passage = Passage::new(self.key_of(article)?, span);
        let text = self.corpus.article(article);
        let words = text.map_or("", |article| span.of(&article.document.text));
        Ok((passage, words.to_owned()))
    }

    pub(super) fn note(&mut self, rest: &str) -> Told {
        let (passage, words) = self.passage()?;
        let key = Key::Note(passage);
        if rest.is_empty() {
            return Err(match self.case.get(&key) {
                Some(Value::Note { text, .. }) => format!("The note here: {text}"),
                Some(_) | None => "Say what to note: note ask about the date.".to_owned(),
            });
        }
        let note = Value::Note {
            text: rest.to_owned(),
            words: words.clone(),
            written: self.today,
        };
        let title = format!("noted on {}", quoted(&words));
        Ok(self.change(Change::new(title).set(key, note)))
    }

    pub(super) fn highlight(&mut self) -> Told {
        let (passage, words) = self.passage()?;
        let key = Key::Highlight(passage);
        let change = if self.case.has(&key) {
            Change::new(format!("took the highlight from {}", quoted(&words))).unset(key)
        } else {
            Change::new(format!("highlighted {}", quoted(&words))).set(key, Value::Text(words))
        };
        Ok(self.change(change))
    }

    /// Tells every note and highlight of the documents at hand, in order.
    pub(super) fn notes(&mut self) -> Told {
        let mut items = Vec::new();
        for &id in &self.shelf.all {
            let Ok(key) = self.key_of(id) else {
                continue;
            };
            let mut told: Vec<(u32, String)> = Vec::new();
            for (passage, value) in self.case.notes(key) {
                if let Value::Note { text, words, .. } = value {
                    told.push((passage.start, format!("Note on {}: {text}", quoted(words))));
                }
            }
            for passage in self.case.highlights(key) {
                if let Some(Value::Text(words)) = self.case.get(&Key::Highlight(*passage)) {
                    told.push((passage.start, format!("Highlight: {}", plain(words))));
                }
            }
            if told.is_empty() {
                continue;
            }
            told.sort();
            let article = self.corpus.article(id);
            let headline = article.map_or("", |article| &*article.document.headline);
            let number = self.number_of(id);
            items.extend(line(format!("Document {number}: {headline}")));
            items.extend(told.into_iter().map(|(_, line)| Item::Line(line)));
        }
        if items.is_empty() {
            return Err("There is no note and no highlight.".to_owned());
        }
        Ok(items)
    }
}

/// The first words of a passage, in quotation marks.
fn quoted(words: &str) -> String {
    const LETTERS: usize = 60;
    let words = plain(words);
    let begin: String = words.chars().take(LETTERS).collect();
    let more = if begin.len() < words.len() { "…" } else { "" };
    format!("“{}{more}”", begin.trim_end())
}
