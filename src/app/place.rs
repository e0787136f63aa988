//! From what the corpus found to the sentence it was found in.

use crate::app::Place;
use crate::corpus::{Article, ArticleId, Corpus, MentionId, PersonId, ReportId};
use crate::document::Span;

impl Place {
    /// Returns the sentence of a report; `None` when the corpus has no such report.
    pub fn of_report(corpus: &Corpus, id: ReportId) -> Option<Self> {
        let article = corpus.article(id.article)?;
        let report = article.analysis.reports.get(id.index as usize)?;
        Self::of_sentence(article, report.sentence)
    }

    /// Returns the sentence of a mention; `None` when the corpus has no such mention.
    pub fn of_mention(corpus: &Corpus, id: MentionId) -> Option<Self> {
        let article = corpus.article(id.article)?;
        let mention = article.analysis.mentions.get(id.index as usize)?;
        Self::of_sentence(article, mention.sentence)
    }

    /// Returns the sentence a stretch of text begins in, or the stretch itself
    /// where no sentence was found (preformatted text, datelines).
    pub fn around(corpus: &Corpus, id: ArticleId, span: Span) -> Option<Self> {
        let article = corpus.article(id)?;
        let sentences = &article.analysis.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let sentence = after.checked_sub(1).map(|index| sentences[index].span);
        Some(Self {
            article: id,
            span: sentence
                .filter(|sentence| span.start < sentence.end)
                .unwrap_or(span),
        })
    }

    /// Returns the first sentence of an article, or its top when it has none.
    pub fn opening(article: &Article) -> Self {
        Self::of_sentence(article, 0).unwrap_or(Self {
            article: article.id,
            span: Span::default(),
        })
    }

    /// Returns where a person is introduced: where a role of theirs is stated,
    /// else their first mention.
    pub fn introducing(corpus: &Corpus, person: PersonId) -> Option<Self> {
        let person = corpus.person(person);
        let role = person.roles.first();
        let stated = role.and_then(|role| Self::around(corpus, role.article, role.span));
        stated.or_else(|| Self::of_mention(corpus, *person.mentions.first()?))
    }

    fn of_sentence(article: &Article, index: u32) -> Option<Self> {
        let sentence = article.analysis.sentences.get(index as usize)?;
        Some(Self {
            article: article.id,
            span: sentence.span,
        })
    }
}
