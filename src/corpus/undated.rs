//! Sentences whose words of time nothing dates, across all articles.

use super::timeline::{Kind, is_said};
use super::{Article, ArticleId, Corpus, PersonId};
use crate::document::Span;

/// An undated report, by article and its index there; holds for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Undated {
    pub article: ArticleId,
    pub index: u32,
}

/// Lists the undated reports of all articles, by number.
pub(super) fn gather(articles: &[Option<Article>]) -> Vec<Undated> {
    let of_article = |article: &Article| {
        let article_id = article.id;
        let undated = 0..article.analysis.undated.len() as u32;
        undated.map(move |index| Undated {
            article: article_id,
            index,
        })
    };
    articles.iter().flatten().flat_map(of_article).collect()
}

impl Undated {
    /// Returns the article and the sentence; `None` when the corpus has no such report.
    pub fn sentence(self, corpus: &Corpus) -> Option<(&Article, Span)> {
        let article = corpus.article(self.article)?;
        let undated = article.analysis.undated.get(self.index as usize)?;
        let sentence = article.analysis.sentences.get(undated.sentence as usize)?;
        Some((article, sentence.span))
    }

    /// Returns who is named in it, each once, in order of the text.
    pub fn people(self, corpus: &Corpus) -> Vec<PersonId> {
        let Some((article, sentence)) = self.sentence(corpus) else {
            return Vec::new();
        };
        let mentions = &article.analysis.mentions;
        let first = mentions.partition_point(|mention| mention.span.end <= sentence.start);
        let mut people = Vec::new();
        for mention in &mentions[first..] {
            if mention.span.start >= sentence.end {
                break;
            }
            let person = article.people.get(mention.name.0 as usize);
            let person = person.filter(|person| corpus.is_shown(**person));
            people.extend(person.filter(|person| !people.contains(*person)));
        }
        people
    }

    /// Says whether it tells what somebody said; planned it is never known to be.
    pub fn kind(self, corpus: &Corpus) -> Kind {
        match self.sentence(corpus) {
            Some((article, sentence)) if is_said(article, &[sentence]) => Kind::Said,
            Some(_) | None => Kind::Happened,
        }
    }
}
