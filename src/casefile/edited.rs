//! A file that was edited keeps what is said of it.
//!
//! Facts stand under the content a document had. When a file says something
//! else than before under the same headline at the same place, its text goes on
//! with those facts; notes and highlights move to where their words now stand.

use rustc_hash::FxHashMap;

use super::{CaseFile, Change, DocumentKey, Key, Passage, Value};
use crate::document::Document;

/// Documents of earlier runs by origin and headline, as they were.
pub type SeenByOrigin = FxHashMap<(String, String), DocumentKey>;

/// A document that was known by another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub before: DocumentKey,
    /// Says so, and moves notes and highlights along.
    pub change: Change,
}

impl CaseFile {
    /// Returns the documents something has been said of, by where they came from.
    pub fn seen_by_origin(&self) -> SeenByOrigin {
        let keys = Key::Seen(DocumentKey::FIRST)..=Key::Seen(DocumentKey::LAST);
        let seen = self.range(keys).filter_map(|(key, value)| {
            let (document, Value::Seen(seen)) = (key.document()?, value) else {
                return None;
            };
            Some(((seen.origin.clone(), seen.headline.clone()), document))
        });
        seen.collect()
    }

    /// Says which document of before a text is that was edited since; `None` for
    /// one that is known as it is, or not known at all.
    pub fn recognise(&self, document: &Document, seen: &SeenByOrigin) -> Option<Edited> {
        let place = (document.origin.to_string(), document.headline.clone());
        let before = *seen.get(&place)?;
        let content = DocumentKey::of(document);
        if content == before || self.has(&Key::Edited(content)) || self.has(&Key::Seen(content)) {
            return None;
        }
        let mut change =
            Change::new("an edited text").set(Key::Edited(content), Value::Document(before));
        for (passage, value) in self.notes(before) {
            if let Value::Note { words, .. } = value
                && let Some(moved) = moved(*passage, words, &document.text)
            {
                change = change
                    .unset(Key::Note(*passage))
                    .set(Key::Note(moved), value.clone());
            }
        }
        for passage in self.highlights(before) {
            let value = self.get(&Key::Highlight(*passage));
            if let Some(Value::Text(words)) = value
                && let Some(moved) = moved(*passage, words, &document.text)
            {
                change = change
                    .unset(Key::Highlight(*passage))
                    .set(Key::Highlight(moved), Value::Text(words.clone()));
            }
        }
        Some(Edited { before, change })
    }
}

/// Where the words of a passage now stand, the nearest place if several; `None`
/// where they still stand, or nowhere.
fn moved(passage: Passage, words: &str, text: &str) -> Option<Passage> {
    let stands = |start: usize| text.get(start..start + words.len()) == Some(words);
    if words.is_empty() || stands(passage.start as usize) {
        return None;
    }
    let places = memchr::memmem::find_iter(text.as_bytes(), words.as_bytes());
    let start = places.min_by_key(|start| start.abs_diff(passage.start as usize))?;
    Some(Passage {
        document: passage.document,
        start: start as u32,
        end: (start + words.len()) as u32,
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::casefile::Seen;

    fn document(text: &str) -> Document {
        Document::given("report", text, None)
    }

    /// A case file with a note on some words of a text.
    fn noted(text: &str, words: &str) -> CaseFile {
        let document = document(text);
        let key = DocumentKey::of(&document);
        let start = document.text.find(words).expect("it holds them") as u32;
        let passage = Passage {
            document: key,
            start,
            end: start + words.len() as u32,
        };
        let note = Value::Note {
            text: "check".to_owned(),
            words: words.to_owned(),
            written: NaiveDate::from_ymd_opt(2021, 8, 14).expect("a day"),
        };
        CaseFile::of([
            (Key::Seen(key), Value::Seen(Seen::of(&document))),
            (Key::Note(passage), note),
        ])
    }

    const TEXT: &str = "The fall of Qom\n\nThe town fell on Friday. Nobody was hurt.";
    const EDITED: &str = "The fall of Qom\n\nUpdated. The old town fell. Nobody was hurt.";

    #[test]
    fn a_note_moves_along_with_its_words() {
        let mut case = noted(TEXT, "Nobody was hurt.");
        let edited = document(EDITED);
        let found = case.recognise(&edited, &case.seen_by_origin());
        let found = found.expect("the headline is the same");
        case.apply(&found.change);
        let key = case.key_of(DocumentKey::of(&edited));
        assert_eq!(key, found.before);
        let (passage, _) = case.notes(key).next().expect("it is still there");
        assert_eq!(passage.span().of(&edited.text), "Nobody was hurt.");
        assert!(case.recognise(&edited, &case.seen_by_origin()).is_none());
    }

    #[test]
    fn another_headline_is_another_document() {
        let case = noted(TEXT, "Nobody");
        let other = document("Something else\n\nNobody was hurt.");
        assert!(case.recognise(&other, &case.seen_by_origin()).is_none());
    }

    #[test]
    fn a_note_whose_words_are_gone_stays_where_it_was() {
        let case = noted(TEXT, "on Friday");
        let found = case.recognise(&document(EDITED), &case.seen_by_origin());
        assert_eq!(found.expect("edited").change.facts.len(), 1);
    }
}
