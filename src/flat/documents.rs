//! The list of documents: which are listed, in which order, and how a line of it reads.

use super::page::{Item, line};
use super::{Flat, Told, told};
use crate::casefile::{DocumentKey, Key};
use crate::corpus::{Article, ArticleId, Corpus};

/// How the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Number,
    /// The latest first; undated documents come last.
    Date,
    Source,
    Title,
}

/// The documents, as they are listed.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// By number.
    pub all: Vec<ArticleId>,
    order: Order,
    /// What a document must have to be listed.
    filter: String,
}

impl Shelf {
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            all: corpus.articles().map(|article| article.id).collect(),
            ..Self::default()
        }
    }
}

impl Flat {
    pub(super) fn list(&mut self, rest: &str) -> Told {
        let listed = self.listed(&[&self.shelf.filter, rest]);
        if listed.is_empty() {
            let which = match (self.shelf.filter.as_str(), rest) {
                ("", "") => return Err("There is no document.".to_owned()),
                ("", words) | (words, "") => words.to_owned(),
                (filter, words) => format!("{filter} {words}"),
            };
            return Err(format!("No document has “{which}”."));
        }
        Ok(listed.into_iter().map(Item::Document).collect())
    }

    /// The documents that pass all filters, in order.
    fn listed(&self, filters: &[&str]) -> Vec<ArticleId> {
        let words = filters.iter().flat_map(|filter| filter.split(' '));
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let all = self.shelf.all.iter().copied();
        let mut listed: Vec<ArticleId> = all.filter(|id| self.passes(*id, &words)).collect();
        let article = |id: &ArticleId| self.corpus.article(*id);
        match self.shelf.order {
            Order::Number => {}
            Order::Date => listed.sort_by_cached_key(|id| {
                let published = article(id).and_then(|article| article.document.published);
                std::cmp::Reverse(published.map(|published| published.date))
            }),
            Order::Source => listed.sort_by_cached_key(|id| {
                let publisher = article(id).and_then(|article| article.document.publisher.clone());
                (
                    publisher.is_none(),
                    publisher.map(|name| name.to_lowercase()),
                )
            }),
            Order::Title => listed.sort_by_cached_key(|id| {
                article(id).map(|article| article.document.headline.to_lowercase())
            }),
        }
        listed
    }

    fn passes(&self, id: ArticleId, words: &[String]) -> bool {
        if words.is_empty() {
            return true;
        }
        let Some(article) = self.corpus.article(id) else {
            return false;
        };
        let key = self.case.key_of(article.content);
        let document = &article.document;
        let mut text = document.headline.to_lowercase();
        for more in [document.publisher.as_deref(), Some(&*document.name)] {
            text.push('\n');
            text.push_str(&more.unwrap_or_default().to_lowercase());
        }
        words.iter().all(|word| match word.as_str() {
            "unread" => !self.case.has(&Key::Read(key)),
            "starred" => self.case.has(&Key::Star(key)),
            word => {
                text.contains(word) || self.case.tags(key).any(|tag| tag.to_lowercase() == word)
            }
        })
    }

    /// "2. Kabul falls. Mehr, 14 August 2021. Unread, starred, tagged war."
    pub(super) fn document_line(&self, id: ArticleId) -> String {
        let Some(article) = self.corpus.article(id) else {
            return String::new();
        };
        let number = format!("{}.", self.number_of(id));
        let headline = told::sentences([article.document.headline.as_str()]);
        let source = self.source_of(article);
        let marks = self.marks_of(self.case.key_of(article.content));
        format!(
            "{number} {}",
            told::sentences([&*headline, &source, &marks])
        )
    }

    /// Who published it and when.
    pub(super) fn source_of(&self, article: &Article) -> String {
        let document = &article.document;
        let mut parts = Vec::new();
        parts.extend(document.publisher.clone());
        match document.published {
            Some(published) => {
                let word = published.from.word();
                let day = told::day(published.date);
                parts.push(if word.is_empty() {
                    day
                } else {
                    format!("{day} ({word})")
                });
            }
            None => parts.push("undated".to_owned()),
        }
        parts.join(", ")
    }

    fn marks_of(&self, key: DocumentKey) -> String {
        let read = if self.case.has(&Key::Read(key)) {
            "Read"
        } else {
            "Unread"
        };
        let mut marks = vec![read.to_owned()];
        if self.case.has(&Key::Star(key)) {
            marks.push("starred".to_owned());
        }
        let tags: Vec<&str> = self.case.tags(key).collect();
        if !tags.is_empty() {
            marks.push(format!("tagged {}", tags.join(" and ")));
        }
        match self.case.notes(key).count() {
            0 => {}
            count => marks.push(told::counted(count, "note")),
        }
        marks.join(", ")
    }

    pub(super) fn sort(&mut self, rest: &str) -> Told {
        let orders = [
            ("number", Order::Number),
            ("date", Order::Date),
            ("source", Order::Source),
            ("title", Order::Title),
        ];
        let wanted = rest.trim_start_matches("by ").to_lowercase();
        let mut found = orders
            .iter()
            .filter(|(name, _)| !wanted.is_empty() && name.starts_with(&wanted));
        let Some((name, order)) = found.next() else {
            return Err("Documents are sorted by number, date, source or title.".to_owned());
        };
        self.shelf.order = *order;
        Ok(line(format!("The documents are sorted by {name}.")))
    }

    pub(super) fn filter(&mut self, rest: &str) -> Told {
        if rest.is_empty() {
            self.shelf.filter.clear();
            return Ok(line("All documents are listed again."));
        }
        let count = self.listed(&[rest]).len();
        if count == 0 {
            return Err(format!("No document has “{rest}”, so all stay listed."));
        }
        self.shelf.filter = rest.to_owned();
        let total = told::counted(self.shelf.all.len(), "document");
        Ok(line(format!("{count} of {total}. Type list.")))
    }
}
