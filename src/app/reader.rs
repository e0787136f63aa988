//! The reading view: an article wrapped to a measure, a lit sentence, a spot
//! jumped to, a selection, a search.
//!
//! Nothing here changes what has been said of an article: notes and highlights
//! are told to it ([`Reader::annotate`]). Where reading stopped it hands out when
//! an article is left ([`Reader::take_left`]).

mod annotations;
mod direction;
mod find;
mod selection;
mod spot;
mod wrap;

use std::sync::Arc;

use crate::app::{Action, Place};
use crate::corpus::{Article, ArticleId, Corpus};
use crate::document::{Document, Span};

pub use annotations::{Annotation, AnnotationKind};
pub use direction::{Direction, Reordering, Stretch, in_order, turns};
pub use find::Search;
pub use selection::{Selection, Unit};
pub use spot::{Spot, SpotKind, Way};
pub use wrap::{Lead, Line, LineKind, pieces, rows};

use annotations::Annotations;

/// Columns left of the text: for the marks of notes and highlights, the bar of
/// the lit sentence, and air.
pub const GUTTER: u16 = 4;

/// The least and the most columns a line of text may have.
pub const MEASURES: (u16, u16) = (20, 200);

/// By how many columns the measure changes at once.
pub const MEASURE_STEP: u16 = 4;

/// Whether an article has been read in, or only been shown on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visit {
    Shown,
    Read,
}

/// Where the next jump begins while no spot is stood on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Foothold {
    /// At the lit sentence, while it is in view.
    Lit,
    FirstLine,
}

/// Where reading stopped in an article that was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    pub article: ArticleId,
    /// The first byte in view; 0 at the top.
    pub byte: u32,
}

/// Where in an article one stands, to the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The first byte in view.
    pub byte: u32,
    pub spot: Option<Spot>,
}

/// The reading view.
#[derive(Debug)]
pub struct Reader {
    article: Option<ArticleId>,
    lines: Vec<Line>,
    /// How many lines stand above the text.
    header: usize,
    /// What the lines were cut from, and to which measure.
    wrapped: Option<(Arc<Document>, u16)>,
    /// The first line in view.
    top: usize,
    /// The sentence stood on.
    lit: Option<Span>,
    foothold: Foothold,
    /// What was jumped to.
    spot: Option<Spot>,
    selection: Option<Selection>,
    annotations: Annotations,
    search: Option<Search>,
    search_from: u32,
    reordering: Reordering,
    /// Columns a line of text has at most, and has unless the user chooses.
    measure: u16,
    usual: u16,
    visit: Visit,
    left: Vec<Left>,
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
            header: 0,
            wrapped: None,
            top: 0,
            lit: None,
            foothold: Foothold::Lit,
            spot: None,
            selection: None,
            annotations: Annotations::default(),
            search: None,
            search_from: 0,
            reordering: Reordering::default(),
            measure,
            usual: measure,
            visit: Visit::Shown,
            left: Vec::new(),
            columns: 0,
            height: 0,
        }
    }

    /// Goes to a place: its article is opened, its sentence lit and in view; an
    /// empty span lights nothing and comes first in view.
    pub fn go(&mut self, place: Place, corpus: &Corpus) {
        if self.article != Some(place.article) {
            self.leave();
            self.article = Some(place.article);
            self.top = 0;
            self.search = None;
            self.search_from = 0;
            self.annotations = Annotations::default();
            self.wrap(corpus);
        }
        self.spot = None;
        self.foothold = Foothold::Lit;
        self.selection = None;
        let text = self.shown(corpus).map(|article| &*article.document.text);
        let span = text.map_or(Span::default(), |text| within(place.span, text));
        self.lit = (!span.is_empty()).then_some(span);
        match self.lit {
            Some(span) => self.reveal(span),
            None => self.scroll_to_byte(span.start),
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
        let is_new = self.lines.is_empty();
        let lit = self.lit.filter(|lit| is_new || self.is_in_view(*lit));
        self.height = height;
        if self.columns == columns {
            self.scroll_to(self.top);
            return;
        }
        self.columns = columns;
        self.wrap_again(corpus);
        if let Some(lit) = lit {
            self.reveal(lit);
        }
    }

    /// Gives the lines of text another length; says whether that changes any.
    /// What comes first in view stays so.
    pub fn set_measure(&mut self, measure: u16, corpus: &Corpus) -> bool {
        let before = self.measure().0;
        self.measure = measure.clamp(MEASURES.0, MEASURES.1);
        let changes = self.measure().0 != before;
        if changes {
            self.wrap_again(corpus);
        }
        changes
    }

    /// Returns the length lines have where the pane is wide enough.
    pub fn chosen_measure(&self) -> u16 {
        self.measure
    }

    /// Returns the length lines have unless the user chooses.
    pub fn usual_measure(&self) -> u16 {
        self.usual
    }

    /// Wraps to another width; what comes first in view stays so.
    fn wrap_again(&mut self, corpus: &Corpus) {
        let byte = (self.top >= self.header).then(|| self.first_byte());
        self.wrap(corpus);
        match byte {
            Some(byte) => self.scroll_to(self.line_of(byte)),
            None => self.scroll_to(self.top),
        }
    }

    /// Does what is asked of the view; other actions leave it as it is.
    pub fn apply(&mut self, action: Action, corpus: &Corpus) {
        let page = usize::from(self.height).saturating_sub(2).max(1);
        let Some(step) = action.list_step(page) else {
            return;
        };
        if self.selection.is_some() {
            self.extend(step, corpus);
        } else {
            self.scroll_to(self.top.saturating_add_signed(step));
        }
    }

    /// From now on searches begin here, until another is begun.
    pub fn begin_search(&mut self) {
        self.search_from = self.cursor();
    }

    /// Searches from where the search was begun; says whether anything matches.
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
        let search = Search::new(query, text, self.search_from);
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

    pub fn spot(&self) -> Option<Spot> {
        self.spot
    }

    pub fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    pub fn reordering(&self) -> Reordering {
        self.reordering
    }

    /// Has right-to-left lines reordered here from the start, or by the terminal.
    #[must_use]
    pub fn with_reordering(self, reordering: Reordering) -> Self {
        Self { reordering, ..self }
    }

    /// Has right-to-left lines reordered by the other of view and terminal.
    pub fn toggle_reordering(&mut self) -> Reordering {
        self.reordering = match self.reordering {
            Reordering::Terminal => Reordering::Here,
            Reordering::Here => Reordering::Terminal,
        };
        self.reordering
    }

    /// Ends what is narrowest: the selection, then the spot; says whether
    /// anything was to be ended.
    pub fn step_out(&mut self) -> bool {
        self.selection.take().is_some() || self.spot.take().is_some()
    }

    /// From here the next jump begins at the first line in view, not at what is lit.
    pub fn stand_nowhere(&mut self) {
        if self.selection.is_none() {
            self.spot = None;
            self.foothold = Foothold::FirstLine;
        }
    }

    /// Ends the selection.
    pub fn end_selection(&mut self) {
        self.selection = None;
    }

    /// Notes that the article is being read, not only shown on the way.
    pub fn read_on(&mut self) {
        self.visit = Visit::Read;
    }

    /// Notes where reading stops.
    pub fn leave(&mut self) {
        let visit = std::mem::replace(&mut self.visit, Visit::Shown);
        if let Some(article) = self.article
            && visit == Visit::Read
        {
            let byte = if self.top < self.header {
                0
            } else {
                self.first_byte()
            };
            self.left.push(Left { article, byte });
        }
    }

    /// Returns where reading stopped in articles left since this was asked last.
    pub fn take_left(&mut self) -> Vec<Left> {
        std::mem::take(&mut self.left)
    }

    /// Returns where one stands, to come back to the same lines.
    pub fn standing(&self) -> Standing {
        Standing {
            byte: self.first_byte(),
            spot: self.spot,
        }
    }

    /// Comes back to the same lines of the article shown.
    pub fn stand_again(&mut self, standing: Standing) {
        self.spot = standing.spot;
        self.scroll_to_byte(standing.byte);
    }

    /// Returns the first byte of the text in view.
    pub fn first_byte(&self) -> u32 {
        let top = self.top.max(self.header);
        self.lines.get(top).map_or(0, |line| line.span.start)
    }

    /// Where the next jump or search begins: at the spot, else at the lit
    /// sentence, else at the first line, whichever is in view.
    fn cursor(&self) -> u32 {
        let spot = self.spot.map(|spot| spot.span);
        let seen = |span: &Span| self.is_in_view(*span);
        let lit = self.lit.filter(|_| self.foothold == Foothold::Lit);
        let stood_on = spot.filter(seen).or(lit.filter(seen));
        stood_on.map_or_else(|| self.first_byte(), |span| span.start)
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
        (width, GUTTER.min(self.columns) + spare / 2)
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
            self.header = 0;
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
            let above = |line: &&Line| matches!(line.kind, LineKind::Headline | LineKind::Source);
            self.header = self.lines.iter().take_while(above).count();
            self.wrapped = Some((document, measure));
        }
    }

    /// Scrolls a stretch of text into view, some lines around it: to the upper
    /// third if it was not, higher if it is long.
    fn reveal(&mut self, span: Span) {
        let height = usize::from(self.height);
        let margin = self.margin();
        let first = self.line_of(span.start);
        let last = self.line_of(span.end.saturating_sub(1));
        let has_before = first >= self.top + margin || self.top == 0;
        let bottom = self.top + height;
        let has_after = last + margin < bottom || bottom >= self.lines.len();
        if has_before && has_after && first >= self.top && last < bottom {
            return;
        }
        let spare = height.saturating_sub(last - first.min(last) + 1);
        let above = (height / 3).min(spare / 2).max(margin.min(spare));
        self.scroll_to(first.saturating_sub(above));
    }

    /// Scrolls by as little as brings a stretch into view with some lines around it.
    fn keep_in_view(&mut self, span: Span) {
        let height = usize::from(self.height);
        let margin = self.margin();
        let first = self.line_of(span.start);
        let last = self.line_of(span.end.saturating_sub(1));
        let lowest = (last + margin + 1).saturating_sub(height);
        let highest = first.saturating_sub(margin);
        self.scroll_to(self.top.max(lowest).min(highest));
    }

    /// How many lines of context there are above and below what was jumped to.
    fn margin(&self) -> usize {
        (usize::from(self.height) / 5).min(4)
    }

    fn is_in_view(&self, span: Span) -> bool {
        let first = self.line_of(span.start);
        let last = self.line_of(span.end.saturating_sub(1));
        first >= self.top && last < self.top + usize::from(self.height)
    }

    fn scroll_to(&mut self, top: usize) {
        self.top = top.min(self.lines.len().saturating_sub(usize::from(self.height)));
    }

    /// Brings a byte of the text to the first line; 0 is the very top.
    fn scroll_to_byte(&mut self, byte: u32) {
        let line = if byte == 0 { 0 } else { self.line_of(byte) };
        self.scroll_to(line);
    }

    /// The line that shows a byte of the text.
    fn line_of(&self, byte: u32) -> usize {
        let text = &self.lines[self.header..];
        let after = text.partition_point(|line| line.span.start <= byte);
        self.header + after.saturating_sub(1)
    }
}

/// A span as far as it lies within a text, empty where it cuts a letter: notes
/// and places may be of an earlier text.
fn within(span: Span, text: &str) -> Span {
    let end = span.end.min(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let start = span.start.min(end);
    let span = Span { start, end };
    match text.get(span.range()) {
        Some(_) => span,
        None => Span::default(),
    }
}

#[cfg(test)]
mod tests;
