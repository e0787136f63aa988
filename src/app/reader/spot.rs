//! Spots: the dates, names, quotations, links and notes one jumps between.

use crate::analysis::people::Mention;
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
            SpotKind::Date => self.step(kind, way, &analysis.timexes, |timex| timex.span, any),
            SpotKind::Name => {
                // Who was hidden is no name any more.
                let is_shown = |mention: &Mention| {
                    let person = article.people.get(mention.name.0 as usize);
                    person.is_some_and(|person| corpus.is_shown(*person))
                };
                let mentions = &analysis.mentions;
                self.step(kind, way, mentions, |mention| mention.span, is_shown)
            }
            SpotKind::Quote => self.step(kind, way, &analysis.quotes, |quote| quote.span, any),
            SpotKind::Link => self.step(kind, way, &article.document.links, |link| link.span, any),
            SpotKind::Note => self.step(kind, way, self.annotations(), |note| note.span, any),
        }
    }

    /// The next of some items, which come in order of the text, that counts.
    fn step<T>(
        &self,
        kind: SpotKind,
        way: Way,
        items: &[T],
        span: impl Fn(&T) -> Span,
        counts: impl Fn(&T) -> bool,
    ) -> Option<Spot> {
        let from = self.cursor();
        let is_on_spot = self.spot.is_some_and(|spot| spot.span.start == from);
        let same = self.spot.filter(|spot| {
            let here = items.get(spot.index).map(&span);
            is_on_spot && spot.kind == kind && here == Some(spot.span)
        });
        let before = |limit: u32| items.partition_point(|item| span(item).start < limit);
        let first = match (way, same) {
            (Way::On, Some(spot)) => spot.index + 1,
            (Way::Back, Some(spot)) => spot.index,
            (Way::On, None) if is_on_spot => before(from + 1),
            (Way::On | Way::Back, None) => before(from),
        };
        let wanted = |index: &usize| counts(&items[*index]);
        let index = match way {
            Way::On => (first..items.len()).find(wanted)?,
            Way::Back => (0..first.min(items.len())).rev().find(wanted)?,
        };
        Some(Spot {
            kind,
            span: span(&items[index]),
            index,
            count: items.len(),
        })
    }
}

fn any<T>(_: &T) -> bool {
    true
}
