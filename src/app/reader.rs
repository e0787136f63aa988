//! The reading view: an article wrapped to a measure, a lit sentence, a search.

mod find;
mod wrap;

use std::sync::Arc;

use crate::app::{Action, Place};
use crate::corpus::{Article, ArticleId, Corpus};
use crate::document::{Document, Span};

pub use find::Search;
pub use wrap::{Line, LineKind, pieces};

/// Columns left of the text: the gutter with the bar of the lit sentence, and air.
pub const GUTTER: u16 = 4;

/// The reading view.
#[derive(Debug)]
pub struct Reader {
    article: Option<ArticleId>,
    lines: Vec<Line>,
    /// What the lines were cut from, and to which measure.
    wrapped: Option<(Arc<Document>, u16)>,
    /// The first line in view.
    top: usize,
    /// The sentence stood on.
    lit: Option<Span>,
    search: Option<Search>,
    /// Columns a line of text has at most.
    measure: u16,
    /// Cells inside the border.
    columns: u16,
    height: u16,
}

impl Reader {
    /// Makes an empty reading view whose lines have at most `measure` columns.
    pub fn new(measure: u16) -> Self {
        Self {
            article: None,
            lines: Vec::new(),
            wrapped: None,
            top: 0,
            lit: None,
            search: None,
            measure,
            columns: 0,
            height: 0,
        }
    }

    /// Goes to a place: its article is opened, its sentence lit and in view.
    pub fn go(&mut self, place: Place, corpus: &Corpus) {
        if self.article != Some(place.article) {
            self.article = Some(place.article);
            self.top = 0;
            self.search = None;
            self.wrap(corpus);
        }
        self.lit = (!place.span.is_empty()).then_some(place.span);
        match self.lit {
            Some(span) => self.reveal(span),
            None => self.top = 0,
        }
    }

    /// Takes over what the corpus holds now; an article read anew is wrapped anew.
    pub fn refresh(&mut self, corpus: &Corpus) {
        self.wrap(corpus);
        self.scroll_to(self.top);
    }

    /// Tells the view how many cells lie inside its border; while it is not
    /// shown it stays as it was.
    pub fn resize(&mut self, corpus: &Corpus, columns: u16, height: u16) {
        if columns == 0 || height == 0 {
            return;
        }
        let first = self.lines.get(self.top).copied();
        let is_new = self.lines.is_empty();
        let lit = self.lit.filter(|lit| is_new || self.is_in_view(*lit));
        self.height = height;
        if self.columns == columns {
            self.scroll_to(self.top);
            return;
        }
        self.columns = columns;
        self.wrap(corpus);
        match first {
            Some(line) if matches!(line.kind, LineKind::Text(_)) => {
                let top = self.line_of(line.span.start);
                self.scroll_to(top);
            }
            Some(_) | None => self.scroll_to(self.top),
        }
        if let Some(lit) = lit {
            self.reveal(lit);
        }
    }

    /// Does what is asked of the view; other actions leave it as it is.
    pub fn apply(&mut self, action: Action) {
        let page = usize::from(self.height).saturating_sub(2).max(1);
        if let Some(step) = action.list_step(page) {
            self.scroll_to(self.top.saturating_add_signed(step));
        }
    }

    /// Begins a search at the first line in view; says whether anything matches.
    pub fn search(&mut self, query: &str, corpus: &Corpus) -> bool {
        // The last letter has searched already when enter is pressed.
        if let Some(search) = &self.search
            && search.query == query
        {
            return !search.matches.is_empty();
        }
        let Some(article) = self.shown(corpus) else {
            return false;
        };
        let text = &article.document.text;
        let from = self.lines[self.top.min(self.lines.len())..]
            .iter()
            .find(|line| matches!(line.kind, LineKind::Text(_)))
            .map_or(0, |line| line.span.start);
        let search = Search::new(query, text, from);
        let first = search.matches.get(search.current).copied();
        self.search = Some(search);
        if let Some(span) = first {
            self.reveal(span);
        }
        first.is_some()
    }

    /// Goes `step` matches on; says whether there was one.
    pub fn step_match(&mut self, step: isize) -> bool {
        let found = self.search.as_mut().and_then(|search| search.step(step));
        if let Some(span) = found {
            self.reveal(span);
        }
        found.is_some()
    }

    /// Ends the search; says whether one was on.
    pub fn clear_search(&mut self) -> bool {
        self.search.take().is_some()
    }

    /// Returns the article shown; `None` until one is there.
    pub fn shown<'a>(&self, corpus: &'a Corpus) -> Option<&'a Article> {
        corpus.article(self.article?)
    }

    pub fn article(&self) -> Option<ArticleId> {
        self.article
    }

    /// Returns where the reader stands: the lit sentence, else the first line in view.
    pub fn place(&self) -> Option<Place> {
        let article = self.article?;
        let span = self.lit.or_else(|| {
            let text = |line: &&Line| matches!(line.kind, LineKind::Text(_));
            self.in_view().iter().find(text).map(|line| line.span)
        });
        Some(Place {
            article,
            span: span.unwrap_or_default(),
        })
    }

    pub fn lit(&self) -> Option<Span> {
        self.lit
    }

    pub fn current_search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Returns the lines in view.
    pub fn in_view(&self) -> &[Line] {
        let last = self.lines.len().min(self.top + usize::from(self.height));
        &self.lines[self.top.min(last)..last]
    }

    /// Returns the columns text may take, and those left free on its left.
    pub fn measure(&self) -> (u16, u16) {
        let width = self
            .columns
            .saturating_sub(GUTTER + 1)
            .clamp(1, self.measure);
        let spare = self.columns.saturating_sub(width + GUTTER + 1);
        (width, GUTTER.min(self.columns) + spare / 4)
    }

    /// Returns how much of the article is at or above the last line in view, in per cent.
    pub fn progress(&self) -> Option<usize> {
        let seen = self.lines.len().min(self.top + usize::from(self.height));
        (seen * 100).checked_div(self.lines.len())
    }

    /// Cuts the article into lines, unless the same were cut before: while
    /// others arrive, the one being read is not wrapped again and again.
    fn wrap(&mut self, corpus: &Corpus) {
        let measure = self.measure().0;
        let Some(article) = self.shown(corpus).filter(|_| self.columns > 0) else {
            self.lines.clear();
            self.wrapped = None;
            return;
        };
        let document = Arc::clone(&article.document);
        let same = self
            .wrapped
            .as_ref()
            .is_some_and(|(before, columns)| Arc::ptr_eq(before, &document) && *columns == measure);
        if !same {
            self.lines = wrap::wrap(&document, measure);
            self.wrapped = Some((document, measure));
        }
    }

    /// Scrolls a stretch of text into view, to the upper third if it was not.
    fn reveal(&mut self, span: Span) {
        if !self.is_in_view(span) {
            let third = usize::from(self.height) / 3;
            self.scroll_to(self.line_of(span.start).saturating_sub(third));
        }
    }

    fn is_in_view(&self, span: Span) -> bool {
        let first = self.line_of(span.start);
        let last = self.line_of(span.end.saturating_sub(1));
        first >= self.top && last < self.top + usize::from(self.height)
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.lines.len().saturating_sub(usize::from(self.height)));
    }

    /// The line that shows a byte of the text.
    fn line_of(&self, offset: u32) -> usize {
        let begins_after =
            |line: &Line| matches!(line.kind, LineKind::Text(_)) && line.span.start > offset;
        let after = self
            .lines
            .iter()
            .position(begins_after)
            .unwrap_or(self.lines.len());
        let shown = self.lines[..after]
            .iter()
            .rposition(|line| matches!(line.kind, LineKind::Text(_)));
        shown.unwrap_or(0)
    }
}
