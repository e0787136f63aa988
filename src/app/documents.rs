//! The list of documents.
//!
//! The selection is an article or a saved search, not a row: it stays when the
//! list is narrowed, sorted or grows. What is listed changes with the filter,
//! the order and the corpus, not with marks: what one has just read under
//! `is:unread` stays until one asks anew. The case file knows what has been
//! read; [`App`](crate::app::App) decides what choosing an entry does.

pub mod filter;
pub mod marks;
mod order;
pub mod rows;
pub mod searches;
mod several;

use rustc_hash::FxHashSet;

use crate::app::Action;
use crate::app::cursor::Cursor;
use crate::casefile::{CaseFile, Change, DocumentKey, Key};
use crate::corpus::{ArticleId, Corpus, Direction, DocumentOrder, PersonId};
use filter::Filter;
use marks::Marks;
use rows::{Grouping, Heading, Lines, Row, group, reveal};
use searches::{Search, of_people};

/// From this width on a document takes one row.
const COLUMNS_FOR_ONE_ROW: u16 = 60;

/// What is selected; it stays when rows move.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Selected {
    Article(ArticleId),
    Search(String),
}

/// Which documents are listed besides the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    #[default]
    All,
    Unread,
}

/// The documents pane.
#[derive(Debug, Default)]
pub struct Documents {
    marks: Marks,
    filter: Filter,
    only: Only,
    order: DocumentOrder,
    direction: Direction,
    grouping: Grouping,
    /// Who the list is narrowed to.
    people: Vec<PersonId>,
    searches: Vec<Search>,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    /// What is listed, in the order of the rows.
    listed: Vec<ArticleId>,
    /// The row of each article, by number; none where it is not listed.
    places: Vec<Option<u32>>,
    selected: Option<Selected>,
    /// Selected several at once.
    picked: FxHashSet<ArticleId>,
    cursor: Cursor,
    /// Cells inside the border.
    columns: u16,
    height: u16,
}

impl Documents {
    /// Takes over what the corpus holds now, narrowed to the articles of some people.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile, people: &[PersonId]) {
        self.marks.refresh(corpus, case);
        self.people = people.to_vec();
        self.find_searches(corpus, case);
        self.list(corpus);
    }

    /// Narrows the list to the articles of some people; nobody stands for everybody.
    pub fn narrow(&mut self, corpus: &Corpus, people: &[PersonId]) {
        self.people = people.to_vec();
        self.list(corpus);
    }

    /// Takes over what a change says of documents, after the case file has it.
    pub fn take_change(&mut self, change: &Change, corpus: &Corpus, case: &CaseFile) {
        let keys = change.facts.iter().map(|(key, _)| key);
        if keys.clone().any(|key| matches!(key, Key::Search(_))) {
            self.marks.take_change(change, case);
            self.find_searches(corpus, case);
            self.lay_out(corpus);
            return;
        }
        // Counts change by what the changed documents add or take away.
        let documents = keys.filter_map(Key::document);
        let mut changed: Vec<ArticleId> = documents
            .flat_map(|document| self.marks.articles_of(document))
            .copied()
            .collect();
        changed.sort_unstable();
        changed.dedup();
        let count = |search: &Search, marks: &Marks| search.count_of(&changed, corpus, marks);
        let before: Vec<usize> = self
            .searches
            .iter()
            .map(|search| count(search, &self.marks))
            .collect();
        self.marks.take_change(change, case);
        for (search, before) in self.searches.iter_mut().zip(before) {
            search.count = (search.count + search.count_of(&changed, corpus, &self.marks))
                .saturating_sub(before);
        }
    }

    /// Puts another filter on.
    pub fn filter(&mut self, line: &str, corpus: &Corpus) {
        self.filter = Filter::new(line);
        self.list(corpus);
    }

    /// Lists unread documents only, or all again.
    pub fn toggle_unread(&mut self, corpus: &Corpus) -> Only {
        self.only = match self.only {
            Only::All => Only::Unread,
            Only::Unread => Only::All,
        };
        self.list(corpus);
        self.only
    }

    /// Lists everything again; says whether anything was left out.
    pub fn clear(&mut self, corpus: &Corpus) -> bool {
        let filtered = !self.filter.is_empty() || self.only != Only::All;
        if filtered {
            self.filter = Filter::default();
            self.only = Only::All;
            self.list(corpus);
        }
        filtered
    }

    /// Tells the pane how many cells lie inside its border.
    pub fn resize(&mut self, columns: u16, height: u16) {
        (self.columns, self.height) = (columns, height);
        self.reveal();
    }

    /// Does what is asked of the pane; other actions leave it as it is.
    pub fn apply(&mut self, action: Action) {
        if let Some(step) = action.list_step(self.capacity()) {
            self.step(step);
        }
    }

    /// Selects an article; one that is not listed leaves the selection.
    pub fn select(&mut self, article: ArticleId) {
        if let Some(row) = self.row_of(article) {
            self.cursor.selected = row;
            self.keep();
        }
    }

    /// Selects the entry shown at a row inside the border; a heading leaves the selection.
    pub fn click(&mut self, row: u16) {
        let mut left = usize::from(row);
        for (index, entry) in self.rows.iter().enumerate().skip(self.cursor.top) {
            match left.checked_sub(entry.height(self.lines())) {
                Some(below) => left = below,
                None if entry.is_selectable() => {
                    self.cursor.selected = index;
                    return self.keep();
                }
                None => return,
            }
        }
    }

    /// Returns the next unread document behind one, or behind the selection; from
    /// the end the list is gone through from its beginning.
    pub fn next_unread(&self, after: Option<ArticleId>) -> Option<ArticleId> {
        let at = after.and_then(|article| self.row_of(article));
        let (before, behind) = self
            .rows
            .split_at((at.unwrap_or(self.cursor.selected) + 1).min(self.rows.len()));
        let mut rows = behind.iter().chain(before);
        rows.find_map(|row| match row {
            Row::Document(id) if !self.marks.is_read(*id) => Some(*id),
            Row::Document(_) | Row::Heading(_) | Row::Search(_) => None,
        })
    }

    /// Returns the article selected; `None` on a saved search and while nothing is listed.
    pub fn article(&self) -> Option<ArticleId> {
        match self.rows.get(self.cursor.selected)? {
            Row::Document(id) => Some(*id),
            Row::Search(_) | Row::Heading(_) => None,
        }
    }

    /// Returns the saved search selected.
    pub fn search(&self) -> Option<&Search> {
        match self.rows.get(self.cursor.selected)? {
            Row::Search(place) => self.searches.get(*place),
            Row::Document(_) | Row::Heading(_) => None,
        }
    }

    /// Returns every saved search, by name.
    pub fn searches(&self) -> &[Search] {
        &self.searches
    }

    /// Returns what is listed, in the order of the rows.
    pub fn listed(&self) -> &[ArticleId] {
        &self.listed
    }

    /// Returns every row of the list; few of them are in view.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Returns the filter line.
    pub fn filter_line(&self) -> &str {
        self.filter.line()
    }

    pub fn only(&self) -> Only {
        self.only
    }

    /// Returns how many of the documents listed are unread.
    pub fn unread_count(&self) -> usize {
        let listed = self.listed.iter();
        listed.filter(|id| !self.marks.is_read(**id)).count()
    }

    /// Says how a document is drawn.
    pub fn lines(&self) -> Lines {
        if self.columns >= COLUMNS_FOR_ONE_ROW {
            Lines::One
        } else {
            Lines::Two
        }
    }

    /// Returns the articles of a document.
    pub fn articles_of(&self, document: DocumentKey) -> &[ArticleId] {
        self.marks.articles_of(document)
    }

    pub fn is_read(&self, article: ArticleId) -> bool {
        self.marks.is_read(article)
    }

    /// Returns how many articles have been read.
    pub fn read_count(&self) -> usize {
        self.marks.read_count()
    }

    fn find_searches(&mut self, corpus: &Corpus, case: &CaseFile) {
        self.searches = Search::all(case);
        for search in &mut self.searches {
            search.count(corpus, &self.marks);
        }
    }

    /// Finds out anew what is listed, in what order.
    fn list(&mut self, corpus: &Corpus) {
        let mut passing = of_people(corpus, &self.people);
        self.filter.narrow(corpus, &self.marks, &mut passing);
        if self.only == Only::Unread {
            let read = self.marks.read().iter();
            let passes = passing.iter_mut().zip(read);
            passes.for_each(|(passes, read)| *passes &= !read);
        }
        let passes = |id: &ArticleId| passing.get(id.0 as usize).copied().unwrap_or(false);
        let ordered = corpus.documents_in(self.order);
        self.listed = ordered.iter(self.direction).filter(passes).collect();
        self.places = vec![None; passing.len()];
        self.lay_out(corpus);
    }

    /// Lays the rows out anew.
    fn lay_out(&mut self, corpus: &Corpus) {
        let direction = match (self.grouping, self.order) {
            (Grouping::Date, DocumentOrder::Date) | (Grouping::Source, DocumentOrder::Source) => {
                self.direction
            }
            _ => Direction::Usual,
        };
        let (headings, rows) = group(corpus, &self.listed, self.grouping, direction);
        self.headings = headings;
        let searches = (0..self.searches.len()).map(Row::Search);
        self.rows = searches.chain(rows).collect();
        self.listed.clear();
        for (row, entry) in (0..).zip(&self.rows) {
            if let Row::Document(id) = entry {
                self.places[id.0 as usize] = Some(row);
                self.listed.push(*id);
            }
        }
        self.find_selected();
    }

    /// Puts the cursor where the selected entry now stands; where nothing was
    /// selected, or it is gone, on a document.
    fn find_selected(&mut self) {
        let row = match &self.selected {
            Some(Selected::Article(id)) => self.row_of(*id),
            Some(Selected::Search(name)) => {
                let mut searches = self.searches.iter();
                searches.position(|search| search.name == *name)
            }
            None => None,
        };
        let first = || {
            let mut rows = self.rows.iter();
            rows.position(|row| matches!(row, Row::Document(_)))
        };
        self.cursor.selected = row.or_else(first).unwrap_or(0);
        self.reveal();
    }

    fn row_of(&self, article: ArticleId) -> Option<usize> {
        let row = self.places.get(article.0 as usize).copied().flatten()?;
        Some(row as usize)
    }

    /// Moves by screen steps, past headings.
    fn step(&mut self, step: isize) {
        self.cursor.step(step, self.rows.len());
        let selectable = |row: &Row| row.is_selectable();
        let at = self.cursor.selected;
        let behind = || self.rows.iter().skip(at).position(selectable);
        let before = || self.rows.iter().take(at + 1).rev().position(selectable);
        let found = if step < 0 {
            before()
                .map(|back| at - back)
                .or(behind().map(|on| at + on))
        } else {
            behind()
                .map(|on| at + on)
                .or(before().map(|back| at - back))
        };
        self.cursor.selected = found.unwrap_or(0);
        self.keep();
    }

    /// Remembers what stands under the cursor as selected.
    fn keep(&mut self) {
        let selected = match self.rows.get(self.cursor.selected) {
            Some(Row::Document(id)) => Some(Selected::Article(*id)),
            Some(Row::Search(place)) => {
                let search = self.searches.get(*place);
                search.map(|search| Selected::Search(search.name.clone()))
            }
            Some(Row::Heading(_)) | None => None,
        };
        self.selected = selected.or(self.selected.take());
        self.reveal();
    }

    /// Returns about how many documents are in view at once.
    fn capacity(&self) -> usize {
        let rows = match self.lines() {
            Lines::One => 1,
            Lines::Two => 2,
        };
        (usize::from(self.height) / rows).max(1)
    }

    fn reveal(&mut self) {
        let (lines, height) = (self.lines(), usize::from(self.height));
        reveal(&mut self.cursor, &self.rows, lines, height);
    }
}

#[cfg(test)]
mod tests;
