//! What the reader has said of each document: read, starred, tagged.
//!
//! Taken from the case file, by article number, so that lists and filters look
//! nothing up by key. The case file is the truth; this is changed after it.

use rustc_hash::FxHashMap;

use crate::casefile::{CaseFile, Change, DocumentKey, Key};
use crate::corpus::{ArticleId, Corpus};

/// Marks by article.
#[derive(Debug, Default)]
pub struct Marks {
    /// The articles of each document: several where files say the same.
    ids: FxHashMap<DocumentKey, Vec<ArticleId>>,
    read: Vec<bool>,
    starred: Vec<bool>,
    /// Sorted; no entry where there are none.
    tags: FxHashMap<ArticleId, Vec<String>>,
    read_count: usize,
}

impl Marks {
    /// Takes over which articles there are, and what is said of them.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile) {
        self.ids.clear();
        let mut numbers = 0;
        for article in corpus.articles() {
            let ids = self.ids.entry(case.key_of(article.content)).or_default();
            ids.push(article.id);
            numbers = article.id.0 as usize + 1;
        }
        self.read = vec![false; numbers];
        self.starred = vec![false; numbers];
        self.take_all(case);
    }

    /// Takes over everything the reader has said.
    pub fn take_all(&mut self, case: &CaseFile) {
        self.read.fill(false);
        self.starred.fill(false);
        self.tags.clear();
        self.read_count = 0;
        let marks = Key::Read(DocumentKey::FIRST)..=Key::Place(DocumentKey::FIRST);
        let keys: Vec<&Key> = case.range(marks).map(|(key, _)| key).collect();
        for key in keys {
            self.take(key, case);
        }
    }

    /// Takes over what a change says of documents, after the case file has it.
    pub fn take_change(&mut self, change: &Change, case: &CaseFile) {
        for (key, _) in &change.facts {
            self.take(key, case);
        }
    }

    fn take(&mut self, key: &Key, case: &CaseFile) {
        let (Key::Read(document) | Key::Star(document) | Key::Tag(document, _)) = key else {
            return;
        };
        let Some(ids) = self.ids.get(document) else {
            return;
        };
        let holds = case.has(key);
        for id in ids {
            let place = id.0 as usize;
            match key {
                Key::Read(_) => {
                    let before = std::mem::replace(&mut self.read[place], holds);
                    self.read_count -= usize::from(before);
                    self.read_count += usize::from(holds);
                }
                Key::Star(_) => self.starred[place] = holds,
                _ => {
                    let tags: Vec<String> = case.tags(*document).map(str::to_owned).collect();
                    if tags.is_empty() {
                        self.tags.remove(id);
                    } else {
                        self.tags.insert(*id, tags);
                    }
                }
            }
        }
    }

    /// Returns the articles of a document.
    pub fn articles_of(&self, document: DocumentKey) -> &[ArticleId] {
        self.ids.get(&document).map_or(&[], Vec::as_slice)
    }

    pub fn is_read(&self, article: ArticleId) -> bool {
        self.read.get(article.0 as usize).copied().unwrap_or(false)
    }

    pub fn is_starred(&self, article: ArticleId) -> bool {
        let starred = self.starred.get(article.0 as usize);
        starred.copied().unwrap_or(false)
    }

    /// Returns the tags of an article, sorted.
    pub fn tags(&self, article: ArticleId) -> &[String] {
        self.tags.get(&article).map_or(&[], Vec::as_slice)
    }

    /// Returns how many articles have been read.
    pub fn read_count(&self) -> usize {
        self.read_count
    }

    /// Says of each article, by number, whether it has been read.
    pub(super) fn read(&self) -> &[bool] {
        &self.read
    }

    /// Says of each article, by number, whether it is starred.
    pub(super) fn starred(&self) -> &[bool] {
        &self.starred
    }

    /// Returns the articles that have tags.
    pub(super) fn tagged(&self) -> impl Iterator<Item = (ArticleId, &[String])> {
        let tagged = self.tags.iter();
        tagged.map(|(article, tags)| (*article, tags.as_slice()))
    }
}
