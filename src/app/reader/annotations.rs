//! What has been noted of the article shown: its notes and highlights.

use crate::casefile::{CaseFile, DocumentKey};
use crate::document::Span;

use super::{Reader, within};

/// What was made of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnnotationKind {
    Highlight,
    Note,
}

/// A passage with a note, or a highlighted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Annotation {
    pub span: Span,
    pub kind: AnnotationKind,
}

/// All of one document.
#[derive(Debug, Default)]
pub struct Annotations {
    /// Whose they are; `None` until they were looked up.
    of: Option<DocumentKey>,
    /// By where they begin.
    all: Vec<Annotation>,
    /// The greatest end of all up to each: passages may lie in one another.
    ends: Vec<u32>,
}

impl Reader {
    /// Says whether notes and highlights of this document have yet to be looked up.
    pub fn lacks_annotations(&self, document: DocumentKey) -> bool {
        self.annotations.of != Some(document)
    }

    /// Takes over the notes and highlights of the article shown, whose `text` this is.
    pub fn annotate(&mut self, case: &CaseFile, document: DocumentKey, text: &str) {
        let notes = case.notes(document).map(|(passage, _)| Annotation {
            span: within(passage.span(), text),
            kind: AnnotationKind::Note,
        });
        let highlights = case.highlights(document).map(|passage| Annotation {
            span: within(passage.span(), text),
            kind: AnnotationKind::Highlight,
        });
        let mut all: Vec<Annotation> = notes.chain(highlights).collect();
        all.retain(|annotation| !annotation.span.is_empty());
        all.sort_unstable();
        let mut furthest = 0;
        let ends = all.iter().map(|annotation| {
            furthest = annotation.span.end.max(furthest);
            furthest
        });
        self.annotations = Annotations {
            of: Some(document),
            ends: ends.collect(),
            all,
        };
    }

    /// Returns the notes and highlights of the article, by where they begin.
    pub fn annotations(&self) -> &[Annotation] {
        &self.annotations.all
    }

    /// Returns those that share a letter with a stretch of the text.
    pub fn annotations_in(&self, span: Span) -> impl Iterator<Item = &Annotation> {
        let first = self
            .annotations
            .ends
            .partition_point(|end| *end <= span.start);
        let from_there = self.annotations.all[first..].iter();
        from_there
            .take_while(move |annotation| annotation.span.start < span.end)
            .filter(move |annotation| annotation.span.overlaps(span))
    }
}
