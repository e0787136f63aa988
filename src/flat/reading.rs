//! Reading a document part by part, and searching it.

use super::page::{Item, line};
use super::{Flat, Told, naming, told};
use crate::casefile::{Change, DocumentKey, Key, Value};
use crate::corpus::{Article, ArticleId};
use crate::document::{ParagraphKind, Span};

/// How much is read at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Sentence,
    Paragraph,
}

/// Where one reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub article: ArticleId,
    /// What was read last; empty before the beginning.
    pub span: Span,
}

impl Flat {
    pub(super) fn read(&mut self, rest: &str) -> Told {
        let mut words = rest.split(' ').filter(|word| !word.is_empty());
        let (document, sentence) = (words.next(), words.next());
        let article = match document {
            Some(word) => self.document_of(word)?,
            None => match self.place_spoken_of() {
                Some((article, span)) => return self.open(article, Some(span)),
                None => return Err("Say which document: read 1.".to_owned()),
            },
        };
        let span = match sentence {
            Some(word) => Some(self.sentence_of(article, word)?),
            None => None,
        };
        self.open(article, span)
    }

    /// The sentence of the event or mention spoken of last, or the document.
    fn place_spoken_of(&self) -> Option<(ArticleId, Span)> {
        if let Some(report) = self.spoken.event {
            let (article, report) = self.corpus.report(report);
            let sentence = article.analysis.sentences.get(report.sentence as usize)?;
            return Some((article.id, sentence.span));
        }
        let article = self.spoken.article?;
        let reading = self.reading.filter(|reading| reading.article == article);
        Some((
            article,
            reading.map_or(Span::default(), |reading| reading.span),
        ))
    }

    fn sentence_of(&self, article: ArticleId, word: &str) -> Result<Span, String> {
        let sentences = self.corpus.article(article);
        let sentences = sentences.map_or(&[][..], |article| &article.analysis.sentences[..]);
        let number = naming::number(word).filter(|number| (1..=sentences.len()).contains(number));
        match number {
            Some(number) => Ok(sentences[number - 1].span),
            None => Err(format!(
                "“{word}” is no sentence of it; they are numbered from 1 to {}.",
                sentences.len()
            )),
        }
    }

    /// Opens a document, at a sentence or at its beginning.
    fn open(&mut self, id: ArticleId, span: Option<Span>) -> Told {
        let Some(article) = self.corpus.article(id) else {
            return Err("This document is no longer there.".to_owned());
        };
        let count = article.analysis.sentences.len();
        let key = self.case.key_of(article.content);
        let mut items = line(format!(
            "Document {}: {}",
            self.number_of(id),
            told::sentences([
                article.document.headline.as_str(),
                &self.source_of(article),
                &told::counted(count, "sentence"),
            ])
        ));
        let stopped = match (span, self.case.get(&Key::Place(key))) {
            (None, Some(Value::Number(byte))) if *byte > 0 => sentence_at(article, *byte),
            (None | Some(_), _) => None,
        };
        if let Some(sentence) = stopped.filter(|sentence| *sentence > 1) {
            items.push(Item::Line(format!(
                "You stopped at sentence {sentence}; read {} {sentence} goes on there.",
                self.number_of(id)
            )));
        }
        self.spoken.article = Some(id);
        self.spoken.event = None;
        self.page.clear();
        self.mark_read(key);
        match span.filter(|span| !span.is_empty()) {
            Some(span) => {
                let part = self.part_around(id, span).unwrap_or(span);
                items.extend(self.stand_on(id, part));
            }
            None => {
                let span = Span::default();
                self.reading = Some(Reading { article: id, span });
                items.extend(self.next()?);
            }
        }
        Ok(items)
    }

    fn mark_read(&mut self, key: DocumentKey) {
        if !self.case.has(&Key::Read(key)) {
            self.note_quietly(Change::new("read").set(Key::Read(key), Value::Yes));
        }
    }

    /// Reads a part, and remembers it as the place where reading stopped.
    fn stand_on(&mut self, article: ArticleId, span: Span) -> Vec<Item> {
        self.reading = Some(Reading { article, span });
        if let Some(found) = self.corpus.article(article) {
            let place = Key::Place(self.case.key_of(found.content));
            self.note_quietly(Change::new("place").set(place, Value::Number(span.start)));
        }
        vec![Item::Part(span)]
    }

    pub(super) fn next(&mut self) -> Told {
        let (article, span) = self.open_document()?;
        let found = self.parts(article).find(|part| part.start >= span.end);
        match found {
            Some(part) => {
                self.page.clear();
                Ok(self.stand_on(article, part))
            }
            None => Err(format!(
                "This is the end of document {}.",
                self.number_of(article)
            )),
        }
    }

    pub(super) fn back(&mut self) -> Told {
        let (article, span) = self.open_document()?;
        let before = self
            .parts(article)
            .take_while(|part| part.end <= span.start);
        match before.last() {
            Some(part) => {
                self.page.clear();
                Ok(self.stand_on(article, part))
            }
            None => Err(format!(
                "This is the beginning of document {}.",
                self.number_of(article)
            )),
        }
    }

    /// Goes on with what waits, or reads the rest of the document.
    pub(super) fn more(&mut self, rest: &str) -> Told {
        if rest.eq_ignore_ascii_case("all") {
            self.page.open();
        } else if !rest.is_empty() {
            return Err("Say more, or more all.".to_owned());
        }
        if !self.page.is_empty() {
            return Ok(Vec::new());
        }
        let (article, span) = self.open_document()?;
        let rest: Vec<Span> = self
            .parts(article)
            .filter(|part| part.start >= span.end)
            .collect();
        match rest.last() {
            Some(last) => {
                self.stand_on(article, *last);
                Ok(rest.into_iter().map(Item::Part).collect())
            }
            None => Err(format!(
                "This is the end of document {}.",
                self.number_of(article)
            )),
        }
    }

    pub(super) fn by(&mut self, rest: &str) -> Told {
        let wanted = rest.to_lowercase();
        let is = |name: &str| !wanted.is_empty() && name.starts_with(wanted.trim_end_matches('s'));
        self.unit = if is("sentence") {
            Unit::Sentence
        } else if is("paragraph") {
            Unit::Paragraph
        } else {
            return Err("Say by sentence or by paragraph.".to_owned());
        };
        let name = match self.unit {
            Unit::Sentence => "sentence by sentence",
            Unit::Paragraph => "paragraph by paragraph",
        };
        Ok(line(format!("Documents are read {name}.")))
    }

    /// The document being read, and the part read last.
    pub(super) fn open_document(&self) -> Result<(ArticleId, Span), String> {
        let reading = self.reading.map(|reading| (reading.article, reading.span));
        reading.ok_or_else(|| "No document is open; read 1 opens the first.".to_owned())
    }

    /// The parts of a document, in order.
    fn parts(&self, article: ArticleId) -> impl Iterator<Item = Span> {
        let article = self.corpus.article(article);
        let (sentences, paragraphs) = match (article, self.unit) {
            (Some(article), Unit::Sentence) => (Some(&article.analysis.sentences), None),
            (Some(article), Unit::Paragraph) => (None, Some(&article.document.paragraphs)),
            (None, _) => (None, None),
        };
        let sentences = sentences.into_iter().flatten().map(|part| part.span);
        sentences.chain(paragraphs.into_iter().flatten().map(|part| part.span))
    }

    fn part_around(&self, article: ArticleId, span: Span) -> Option<Span> {
        self.parts(article).find(|part| part.overlaps(span))
    }

    /// "Heading: …", "12. …" where sentences are read.
    pub(super) fn part_line(&self, span: Span) -> String {
        let article = self
            .reading
            .and_then(|reading| self.corpus.article(reading.article));
        let Some(article) = article else {
            return String::new();
        };
        let text = article.document.text.get(span.range()).unwrap_or_default();
        let paragraphs = &article.document.paragraphs;
        let at = paragraphs.partition_point(|part| part.span.end <= span.start);
        let kind = paragraphs.get(at).map_or("", |part| match part.kind {
            ParagraphKind::Text => "",
            ParagraphKind::Heading(_) => "Heading: ",
            ParagraphKind::Quotation => "Quotation: ",
            ParagraphKind::ListItem => "Item: ",
            ParagraphKind::Verbatim => "As it stands: ",
        });
        match self.unit {
            Unit::Paragraph => format!("{kind}{text}"),
            Unit::Sentence => {
                let number = sentence_at(article, span.start).unwrap_or(0);
                format!("{number}. {kind}{text}")
            }
        }
    }

    /// Finds the sentences of the open document that have all the words; small
    /// letters stand for capitals, too.
    pub(super) fn search(&mut self, rest: &str) -> Told {
        if rest.is_empty() {
            return Err("Say what to search for: search kabul.".to_owned());
        }
        let (id, _) = self.open_document()?;
        let Some(article) = self.corpus.article(id) else {
            return Err("This document is no longer there.".to_owned());
        };
        let exact = rest.chars().any(char::is_uppercase);
        let folded = |text: &str| {
            if exact {
                text.to_owned()
            } else {
                text.to_lowercase()
            }
        };
        let words: Vec<String> = rest.split(' ').map(folded).collect();
        let mut items = Vec::new();
        for (number, sentence) in (1..).zip(&article.analysis.sentences) {
            let text = sentence.span.of(&article.document.text);
            let searched = folded(text);
            if words.iter().all(|word| searched.contains(word)) {
                items.push(Item::Line(format!("{number}. {text}")));
            }
        }
        if items.is_empty() {
            return Err(format!("“{rest}” is not in this document."));
        }
        let count = told::counted(items.len(), "sentence");
        let number = self.number_of(id);
        items.insert(
            0,
            Item::Line(format!("{count}; read {number} and a number goes there.")),
        );
        Ok(items)
    }
}

/// The number of the sentence at a byte or after it.
pub(super) fn sentence_at(article: &Article, byte: u32) -> Option<usize> {
    let sentences = &article.analysis.sentences;
    let place = sentences.partition_point(|sentence| sentence.span.end <= byte);
    (place < sentences.len()).then_some(place + 1)
}
