//! The list of documents.
//!
//! The selection is an article, not a row: it stays when the list is narrowed
//! or grows. What has been read the case file knows.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::app::Action;
use crate::app::cursor::Cursor;
use crate::casefile::{CaseFile, DocumentKey, Key};
use crate::corpus::{ArticleId, Corpus, PersonId};

/// Rows a document takes: its headline, and who published it when.
pub const ROWS: usize = 2;

/// The documents pane.
#[derive(Debug, Default)]
pub struct Documents {
    /// What is listed, by number.
    listed: Vec<ArticleId>,
    selected: Option<ArticleId>,
    cursor: Cursor,
    /// The articles of each document: several where files say the same.
    ids: FxHashMap<DocumentKey, Vec<ArticleId>>,
    read: FxHashSet<ArticleId>,
    /// Rows inside the border.
    height: u16,
}

impl Documents {
    /// Takes over what the corpus holds now, narrowed to the articles of some people.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile, people: &[PersonId]) {
        self.ids.clear();
        for article in corpus.articles() {
            let ids = self.ids.entry(case.key_of(article.content)).or_default();
            ids.push(article.id);
        }
        self.mark(case);
        self.listed = match people {
            [] => corpus.articles().map(|article| article.id).collect(),
            [person] => corpus.person(*person).articles.clone(),
            several => {
                let articles = several
                    .iter()
                    .map(|person| &corpus.person(*person).articles);
                let mut listed: Vec<_> = articles.flatten().copied().collect();
                listed.sort_unstable();
                listed.dedup();
                listed
            }
        };
        let row = self
            .selected
            .and_then(|id| self.listed.binary_search(&id).ok());
        self.cursor.select(row.unwrap_or(0), self.listed.len());
        self.reveal();
    }

    /// Takes over what the reader has said of documents.
    pub fn mark(&mut self, case: &CaseFile) {
        let read = Key::Read(DocumentKey::FIRST)..=Key::Read(DocumentKey::LAST);
        let ids = case.range(read).filter_map(|(key, _)| key.document());
        self.read = ids
            .flat_map(|document| self.articles_of(document))
            .copied()
            .collect();
    }

    /// Returns the articles of a document.
    pub fn articles_of(&self, document: DocumentKey) -> &[ArticleId] {
        self.ids.get(&document).map_or(&[], Vec::as_slice)
    }

    /// Tells the pane how many rows lie inside its border.
    pub fn resize(&mut self, height: u16) {
        self.height = height;
        self.reveal();
    }

    /// Does what is asked of the pane; other actions leave it as it is.
    pub fn apply(&mut self, action: Action) {
        if let Some(step) = action.list_step(self.capacity()) {
            self.cursor.step(step, self.listed.len());
            self.selected = self.article();
            self.reveal();
        }
    }

    /// Selects an article; one that is not listed leaves the selection.
    pub fn select(&mut self, article: ArticleId) {
        if let Ok(row) = self.listed.binary_search(&article) {
            self.cursor.select(row, self.listed.len());
            self.selected = Some(article);
            self.reveal();
        }
    }

    /// Selects the document shown at a row inside the border.
    pub fn click(&mut self, row: u16) {
        let row = self.cursor.top + usize::from(row) / ROWS;
        if let Some(article) = self.listed.get(row) {
            self.select(*article);
        }
    }

    /// Returns the article selected; `None` while nothing is listed.
    pub fn article(&self) -> Option<ArticleId> {
        self.listed.get(self.cursor.selected).copied()
    }

    /// Returns what is listed, by number.
    pub fn listed(&self) -> &[ArticleId] {
        &self.listed
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    pub fn is_read(&self, article: ArticleId) -> bool {
        self.read.contains(&article)
    }

    /// Returns how many articles have been read.
    pub fn read_count(&self) -> usize {
        self.read.len()
    }

    fn capacity(&self) -> usize {
        (usize::from(self.height) / ROWS).max(1)
    }

    fn reveal(&mut self) {
        self.cursor.reveal(self.listed.len(), self.capacity());
    }
}
