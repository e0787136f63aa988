//! Saved searches: filters of the panes under a name.
//!
//! The case file keeps a search as text, one line a filter: "documents: …",
//! "timeline: …", "person: …" for each person. Lines it does not know are
//! passed over, so that a later version may add some.

use super::filter::Filter;
use super::marks::Marks;
use crate::casefile::{CaseFile, Key, PersonKey, Value};
use crate::corpus::{ArticleId, Corpus, PersonId};

/// The filters of the panes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    pub documents: String,
    pub timeline: String,
    pub people: Vec<PersonKey>,
}

impl Filters {
    /// Reads what [`Filters::write`] wrote.
    pub fn read(text: &str) -> Self {
        let mut filters = Self::default();
        for line in text.lines() {
            match line.split_once(": ") {
                Some(("documents", rest)) => filters.documents = rest.to_owned(),
                Some(("timeline", rest)) => filters.timeline = rest.to_owned(),
                Some(("person", rest)) => filters.people.push(PersonKey(rest.to_owned())),
                Some(_) | None => {}
            }
        }
        filters
    }

    /// Writes the filters as text.
    pub fn write(&self) -> String {
        let line = |name: &str, text: &str| match text {
            "" => String::new(),
            text => format!("{name}: {}\n", text.replace(['\n', '\r'], " ")),
        };
        let mut text = line("documents", &self.documents) + &line("timeline", &self.timeline);
        for person in &self.people {
            text += &line("person", &person.0);
        }
        text
    }

    /// Says whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A saved search, and how many documents it finds.
#[derive(Debug, Clone)]
pub struct Search {
    pub name: String,
    pub filters: Filters,
    pub count: usize,
    documents: Filter,
}

impl Search {
    /// Reads every saved search, by name; none is counted yet.
    pub fn all(case: &CaseFile) -> Vec<Self> {
        let keys = Key::Search(String::new())..=Key::Setting(String::new());
        let named = case
            .range(keys)
            .filter_map(|(key, value)| match (key, value) {
                (Key::Search(name), Value::Text(text)) => Some((name, Filters::read(text))),
                _ => None,
            });
        let read = named.map(|(name, filters)| Self {
            name: name.clone(),
            documents: Filter::new(&filters.documents),
            filters,
            count: 0,
        });
        read.collect()
    }

    /// Counts the documents it finds.
    pub fn count(&mut self, corpus: &Corpus, marks: &Marks) {
        let mut passing = of_people(corpus, &self.people(corpus));
        self.documents.narrow(corpus, marks, &mut passing);
        self.count = passing.iter().filter(|passes| **passes).count();
    }

    /// Returns how many of some documents it finds.
    pub fn count_of(&self, articles: &[ArticleId], corpus: &Corpus, marks: &Marks) -> usize {
        let people = self.people(corpus);
        let found = articles.iter().filter(|article| {
            let named = |person: &PersonId| {
                let articles = &corpus.person(*person).articles;
                articles.binary_search(article).is_ok()
            };
            (people.is_empty() || people.iter().any(named))
                && self.documents.passes(corpus, marks, **article)
        });
        found.count()
    }

    fn people(&self, corpus: &Corpus) -> Vec<PersonId> {
        let keys = self.filters.people.iter();
        keys.filter_map(|key| corpus.person_by_key(key)).collect()
    }
}

/// Says of each article, by number, whether it is there and names any of some
/// people; nobody stands for everybody.
pub fn of_people(corpus: &Corpus, people: &[PersonId]) -> Vec<bool> {
    let mut passing = vec![false; corpus.document_words().len()];
    let mut pass = |id: ArticleId| {
        if let Some(passes) = passing.get_mut(id.0 as usize) {
            *passes = true;
        }
    };
    if people.is_empty() {
        corpus.articles().for_each(|article| pass(article.id));
    }
    for person in people {
        corpus
            .person(*person)
            .articles
            .iter()
            .for_each(|id| pass(*id));
    }
    passing
}

#[cfg(test)]
mod tests {
    use super::Filters;
    use crate::casefile::PersonKey;

    #[test]
    fn filters_survive_being_written() {
        let filters = Filters {
            documents: "is:unread tag:\"civil war\"".to_owned(),
            timeline: "kind: said".to_owned(),
            people: vec![PersonKey("javad zarif".into()), PersonKey("a b".into())],
        };
        assert_eq!(Filters::read(&filters.write()), filters);
        assert!(Filters::read("colour: red\n").is_empty());
        assert_eq!(Filters::default().write(), "");
    }
}
