//! Articles and people in the orders lists show them, and their words to narrow by.
//!
//! Each order is made once for a corpus, at the first time it is asked for or by
//! [`Corpus::prepare`] beside the loop, so that a list of a hundred thousand is
//! sorted and narrowed within a frame.

use std::cmp::Reverse;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::haystack::Haystack;
use super::naming::surname_first;
use super::{Article, ArticleId, Corpus, Person, PersonId};
use crate::corpus::fold::fold;
use crate::document::Document;

/// By what documents are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DocumentOrder {
    /// As the loader found them.
    #[default]
    Number,
    /// The latest first, then by number.
    Date,
    /// By who published them, then the latest first.
    Source,
    /// By headline.
    Title,
}

/// By what people are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeopleOrder {
    /// The most mentioned first.
    #[default]
    Mentions,
    /// By family name.
    Name,
    /// Who was last in the news first.
    LastSeen,
}

/// Which way round a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    Usual,
    Turned,
}

impl Direction {
    /// Returns the other way round.
    #[must_use]
    pub fn turn(self) -> Self {
        match self {
            Self::Usual => Self::Turned,
            Self::Turned => Self::Usual,
        }
    }
}

/// Entries in an order; those without what it goes by stand at the end, turned or not.
#[derive(Debug, Default)]
pub struct Ordered<Id> {
    ids: Vec<Id>,
    /// How many have what the order goes by.
    known: usize,
}

impl<Id: Copy> Ordered<Id> {
    /// Returns the entries, this or the other way round.
    pub fn iter(&self, direction: Direction) -> impl Iterator<Item = Id> {
        let (known, unknown) = self.ids.split_at(self.known);
        let (forth, back) = match direction {
            Direction::Usual => (known, &known[..0]),
            Direction::Turned => (&known[..0], known),
        };
        forth
            .iter()
            .chain(back.iter().rev())
            .chain(unknown)
            .copied()
    }
}

/// When somebody was first and last in the news.
pub type Seen = (NaiveDate, NaiveDate);

/// What is made once for a corpus.
#[derive(Debug, Default)]
pub(super) struct Lists {
    document_words: OnceLock<Haystack>,
    sources: OnceLock<Haystack>,
    documents: [OnceLock<Ordered<ArticleId>>; 4],
    people_words: OnceLock<Haystack>,
    seen: OnceLock<Vec<Option<Seen>>>,
    people: [OnceLock<Ordered<PersonId>>; 3],
}

impl Corpus {
    /// Makes what lists need, so that nobody waits for it later.
    pub fn prepare(&self) {
        self.document_words();
        self.sources();
        self.people_words();
        for order in [
            DocumentOrder::Number,
            DocumentOrder::Date,
            DocumentOrder::Source,
            DocumentOrder::Title,
        ] {
            self.documents_in(order);
        }
        for order in [
            PeopleOrder::Mentions,
            PeopleOrder::Name,
            PeopleOrder::LastSeen,
        ] {
            self.people_in(order);
        }
    }

    /// Returns the words of headlines, publishers and bylines, by article number.
    pub fn document_words(&self) -> &Haystack {
        self.lists.document_words.get_or_init(|| {
            self.haystack(|document| {
                let headline = Some(document.headline.as_str());
                let source = [document.publisher.as_deref(), document.byline.as_deref()];
                headline.into_iter().chain(source.into_iter().flatten())
            })
        })
    }

    /// Returns the words of publishers, by article number.
    pub fn sources(&self) -> &Haystack {
        let words = || self.haystack(|document| document.publisher.as_deref());
        self.lists.sources.get_or_init(words)
    }

    fn haystack<'a, Fields>(&'a self, fields: impl Fn(&'a Document) -> Fields) -> Haystack
    where
        Fields: IntoIterator<Item = &'a str>,
    {
        let mut haystack = Haystack::default();
        for article in &self.articles {
            match article {
                Some(article) => haystack.push(fields(&article.document)),
                None => haystack.push([]),
            }
        }
        haystack
    }

    /// Returns every article in an order.
    pub fn documents_in(&self, order: DocumentOrder) -> &Ordered<ArticleId> {
        self.lists.documents[order as usize].get_or_init(|| match order {
            DocumentOrder::Number => {
                let ids: Vec<ArticleId> = self.articles().map(|article| article.id).collect();
                let known = ids.len();
                Ordered { ids, known }
            }
            DocumentOrder::Date => sorted(self.articles(), |article| {
                let published = article.document.published?;
                Some((Reverse(published.date), article.id))
            }),
            DocumentOrder::Source => {
                let dated =
                    |article: &Article| article.document.published.map(|published| published.date);
                sorted(self.articles(), |article| {
                    let source = self.sources().entry(article.id.0 as usize);
                    (!source.is_empty()).then(|| (source, Reverse(dated(article)), article.id))
                })
            }
            DocumentOrder::Title => sorted(self.articles(), |article| {
                let words = self.document_words().entry(article.id.0 as usize);
                let headline = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
                Some((beginning(headline), headline, article.id))
            }),
        })
    }

    /// Returns the words of names, aliases and roles, by position.
    pub fn people_words(&self) -> &Haystack {
        self.lists.people_words.get_or_init(|| {
            let mut haystack = Haystack::default();
            for person in self.people() {
                let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
                let roles = person.roles.iter().map(|role| role.text.as_str());
                haystack.push(
                    [person.name.as_str()]
                        .into_iter()
                        .chain(aliases)
                        .chain(roles),
                );
            }
            haystack
        })
    }

    /// Returns everyone in an order.
    pub fn people_in(&self, order: PeopleOrder) -> &Ordered<PersonId> {
        let people = || (0..).map(PersonId).zip(self.people());
        self.lists.people[order as usize].get_or_init(|| match order {
            PeopleOrder::Mentions => {
                let ids: Vec<PersonId> = people().map(|(id, _)| id).collect();
                let known = ids.len();
                Ordered { ids, known }
            }
            PeopleOrder::Name => {
                let names = people().map(|(id, person)| (fold(&surname_first(&person.name)), id));
                let names: Vec<(String, PersonId)> = names.collect();
                sorted(names.iter(), |entry| {
                    let (name, id): &(String, PersonId) = entry;
                    Some((beginning(name), name.as_str(), *id))
                })
            }
            PeopleOrder::LastSeen => sorted(people(), |(id, _)| {
                let (_, last) = self.seen(*id)?;
                Some((Reverse(last), *id))
            }),
        })
    }

    /// Returns when someone was first and last in the news: by the dates of the articles
    /// that name them, or of what they were in where no such article is dated.
    pub fn seen(&self, person: PersonId) -> Option<Seen> {
        let seen = self.lists.seen.get_or_init(|| {
            let people = self.people().iter();
            people.map(|person| self.find_seen(person)).collect()
        });
        seen.get(person.0 as usize).copied().flatten()
    }

    fn find_seen(&self, person: &Person) -> Option<Seen> {
        let articles = person.articles.iter();
        let dates = articles.filter_map(|id| {
            let published = self.article(*id)?.document.published?;
            Some(published.date)
        });
        let ends = dates.fold(None, |seen: Option<Seen>, date| {
            let (first, last) = seen.unwrap_or((date, date));
            Some((first.min(date), last.max(date)))
        });
        ends.or_else(|| {
            let day = |id| self.event(id).when.first_day();
            Some((day(*person.events.first()?), day(*person.events.last()?)))
        })
    }
}

/// What an entry is known by in a list.
trait Listed {
    type Id: Copy + Ord;
    fn id(&self) -> Self::Id;
}

impl Listed for &Article {
    type Id = ArticleId;

    fn id(&self) -> ArticleId {
        self.id
    }
}

impl Listed for (PersonId, &Person) {
    type Id = PersonId;

    fn id(&self) -> PersonId {
        self.0
    }
}

impl Listed for &(String, PersonId) {
    type Id = PersonId;

    fn id(&self) -> PersonId {
        self.1
    }
}

/// Sorts entries by a key; those that have none keep their order, at the end.
fn sorted<Entry: Listed, Key: Ord>(
    entries: impl Iterator<Item = Entry>,
    key: impl Fn(&Entry) -> Option<Key>,
) -> Ordered<Entry::Id> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for entry in entries {
        match key(&entry) {
            Some(key) => known.push((key, entry.id())),
            None => unknown.push(entry.id()),
        }
    }
    known.sort_unstable();
    let count = known.len();
    let known = known.into_iter().map(|(_, id)| id);
    Ordered {
        ids: known.chain(unknown).collect(),
        known: count,
    }
}

/// The first eight bytes as a number: most names are told apart by it without
/// looking at the text.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, letter) in bytes.iter_mut().zip(text.bytes()) {
        *byte = letter;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Direction, DocumentOrder, PeopleOrder};
    use crate::corpus::sample::{Sample, corpus};
    use crate::corpus::{ArticleId, Corpus};

    fn pile() -> Corpus {
        corpus([
            Sample::new(0)
                .published("2021-08-14")
                .person("Saeed Khatibzadeh")
                .says("2021-08-09", "Saeed Khatibzadeh spoke twice.")
                .says("", "Saeed Khatibzadeh left."),
            Sample::new(2)
                .person("Émile Arnault")
                .says("1998-05-03", "Émile Arnault came."),
            Sample::new(3)
                .published("2021-09-01")
                .person("Javad Zarif")
                .says("", "Javad Zarif left."),
        ])
    }

    #[test]
    fn what_has_no_date_stands_last_turned_or_not() {
        let corpus = pile();
        let by_date = corpus.documents_in(DocumentOrder::Date);
        let ids: Vec<ArticleId> = by_date.iter(Direction::Usual).collect();
        assert_eq!(ids, [3, 0, 2].map(ArticleId));
        let ids: Vec<ArticleId> = by_date.iter(Direction::Turned).collect();
        assert_eq!(ids, [0, 3, 2].map(ArticleId));
    }

    #[test]
    fn people_are_sorted_by_family_name_and_by_when_they_were_seen() {
        let corpus = pile();
        let names = |order| {
            let people = corpus.people_in(order).iter(Direction::Usual);
            let names = people.map(|id| corpus.person(id).name.as_str());
            names.collect::<Vec<_>>()
        };
        assert_eq!(names(PeopleOrder::Mentions)[0], "Saeed Khatibzadeh");
        assert_eq!(
            names(PeopleOrder::Name),
            ["Émile Arnault", "Saeed Khatibzadeh", "Javad Zarif"]
        );
        assert_eq!(
            names(PeopleOrder::LastSeen),
            ["Javad Zarif", "Saeed Khatibzadeh", "Émile Arnault"]
        );
    }

    #[test]
    fn who_stands_in_undated_articles_only_was_seen_when_it_happened() {
        let corpus = pile();
        let seen = |name: &str| {
            let mut people = corpus
                .people_in(PeopleOrder::Mentions)
                .iter(Direction::Usual);
            let person = people.find(|id| corpus.person(*id).name == name);
            let (first, last) = corpus.seen(person.expect("named")).expect("dated");
            (first.to_string(), last.to_string())
        };
        let day = |day: &str| (day.to_owned(), day.to_owned());
        assert_eq!(seen("Émile Arnault"), day("1998-05-03"));
        assert_eq!(seen("Saeed Khatibzadeh"), day("2021-08-14"));
    }
}
