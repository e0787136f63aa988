//! Spots: the dates, names, quotations, links and notes one jumps between.

use crate::corpus::Corpus;
use crate::document::Span;

use super::Reader;

/// What can be jumped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpotKind {
    Date,
    Name,
    Quote,
    Link,
    /// A note or a highlight.
    Note,
}

impl SpotKind {
    /// Returns the word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Name => "name",
            Self::Quote => "quotation",
            Self::Link => "link",
            Self::Note => "note or highlight",
        }
    }
}

/// A place in the text that was jumped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub kind: SpotKind,
    pub span: Span,
    /// Its place among all of its kind in the article.
    pub index: usize,
    /// How many of its kind there are.
    pub count: usize,
}

/// Which way a jump goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    On,
    Back,
}

impl Reader {
    /// Jumps to the next spot of a kind; `None` when there is none that way.
    pub fn jump(&mut self, kind: SpotKind, way: Way, corpus: &Corpus) -> Option<Spot> {
        let spot = self.spot_from(kind, way, corpus)?;
        self.spot = Some(spot);
        self.reveal(spot.span);
        Some(spot)
    }

    fn spot_from(&self, kind: SpotKind, way: Way, corpus: &Corpus) -> Option<Spot> {
        let article = self.shown(corpus)?;
        let analysis = &article.analysis;
        match kind {
            SpotKind::Date => self.step(kind, way, &analysis.timexes, |timex| timex.span),
            SpotKind::Name => self.step(kind, way, &analysis.mentions, |mention| mention.span),
            SpotKind::Quote => self.step(kind, way, &analysis.quotes, |quote| quote.span),
            SpotKind::Link => self.step(kind, way, &article.document.links, |link| link.span),
            SpotKind::Note => self.step(kind, way, self.annotations(), |annotation| annotation.span),
        }
    }

    /// The next of some items, which come in order of the text.
    fn step<T>(
        &self,
        kind: SpotKind,
        way: Way,
        items: &[T],
        span: impl Fn(&T) -> Span,
    ) -> Option<Spot> {
        let from = self.cursor();
        let same = self.spot.filter(|spot| {
            let here = items.get(spot.index).map(&span);
            spot.kind == kind && here == Some(spot.span) && spot.span.start == from
        });
        let before = |limit: u32| items.partition_point(|item| span(item).start < limit);
        let is_on_spot = self.spot.is_some_and(|spot| spot.span.start == from);
        let index = match (way, same) {
            (Way::On, Some(spot)) => spot.index + 1,
            (Way::Back, Some(spot)) => spot.index.checked_sub(1)?,
            (Way::On, None) if is_on_spot => before(from + 1),
            (Way::On, None) => before(from),
            (Way::Back, None) => before(from).checked_sub(1)?,
        };
        let span = span(items.get(index)?);
        Some(Spot {
            kind,
            span,
            index,
            count: items.len(),
        })
    }
}
