//! Which documents are listed: words in headline, source, byline and tags,
//! `is:unread`, `is:starred`, `tag:war`, `source:daily`.

use super::marks::Marks;
use crate::app::terms::{Term, Wanted, terms};
use crate::corpus::{ArticleId, Corpus, Needle};

/// The fields a filter knows.
const FIELDS: &[&str] = &["is", "tag", "source"];

/// A filter line that has been understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    line: String,
    tests: Vec<(Wanted, Test)>,
}

/// What is asked of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Words(Needle),
    Source(Needle),
    Tag(Needle),
    Is(State),
}

/// What a document may be; of each word the first letter is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Read,
    Unread,
    Starred,
    Tagged,
    Undated,
}

const STATES: &[(&str, State)] = &[
    ("read", State::Read),
    ("unread", State::Unread),
    ("starred", State::Starred),
    ("tagged", State::Tagged),
    ("undated", State::Undated),
];

impl Filter {
    /// Understands a line. A state that several words begin with tests nothing
    /// yet; one that is none is looked for as a word.
    pub fn new(line: &str) -> Self {
        let test = |term: Term| {
            let needle = Needle::new(&term.text);
            let test = match term.field {
                Some("source") => Test::Source(needle),
                Some("tag") => Test::Tag(needle),
                Some(field) => match states(&term.text)[..] {
                    [] => Test::Words(Needle::new(&format!("{field}:{}", term.text))),
                    [state] => Test::Is(state),
                    [..] => return None,
                },
                None => Test::Words(needle),
            };
            Some((term.wanted, test))
        };
        Self {
            line: line.trim().to_owned(),
            tests: terms(line, FIELDS).into_iter().filter_map(test).collect(),
        }
    }

    /// Returns the line as it was typed.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Says whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// Leaves of `passing`, by article number, what the filter lets through.
    pub fn narrow(&self, corpus: &Corpus, marks: &Marks, passing: &mut [bool]) {
        for (wanted, test) in &self.tests {
            wanted.keep(passing, &test.holding(corpus, marks));
        }
    }

    /// Says whether the filter lets one document through.
    pub fn passes(&self, corpus: &Corpus, marks: &Marks, article: ArticleId) -> bool {
        let mut tests = self.tests.iter();
        tests.all(|(wanted, test)| test.holds(corpus, marks, article) == (*wanted == Wanted::With))
    }
}

impl Test {
    /// Says of each article, by number, whether the test holds.
    fn holding(&self, corpus: &Corpus, marks: &Marks) -> Vec<bool> {
        match self {
            Self::Words(needle) => {
                let mut holding = corpus.document_words().holding(needle);
                for (article, tags) in marks.tagged() {
                    let tagged = tags.iter().any(|tag| needle.is_in(tag));
                    if let Some(holds) = holding.get_mut(article.0 as usize) {
                        *holds |= tagged;
                    }
                }
                holding
            }
            Self::Source(needle) => corpus.sources().holding(needle),
            Self::Tag(_) | Self::Is(State::Tagged) => {
                let mut holding = vec![false; marks.read().len()];
                for (article, _) in marks.tagged() {
                    if let Some(holds) = holding.get_mut(article.0 as usize) {
                        *holds = self.holds(corpus, marks, article);
                    }
                }
                holding
            }
            Self::Is(State::Read) => marks.read().to_vec(),
            Self::Is(State::Unread) => marks.read().iter().map(|read| !read).collect(),
            Self::Is(State::Starred) => marks.starred().to_vec(),
            Self::Is(State::Undated) => {
                let numbers = (0..marks.read().len() as u32).map(ArticleId);
                numbers
                    .map(|article| self.holds(corpus, marks, article))
                    .collect()
            }
        }
    }

    fn holds(&self, corpus: &Corpus, marks: &Marks, article: ArticleId) -> bool {
        let tags = marks.tags(article);
        let place = article.0 as usize;
        match self {
            Self::Words(needle) => {
                corpus.document_words().holds(place, needle)
                    || tags.iter().any(|tag| needle.is_in(tag))
            }
            Self::Source(needle) => corpus.sources().holds(place, needle),
            Self::Tag(needle) => tags.iter().any(|tag| means(needle, tag, marks)),
            Self::Is(State::Read) => marks.is_read(article),
            Self::Is(State::Unread) => !marks.is_read(article),
            Self::Is(State::Starred) => marks.is_starred(article),
            Self::Is(State::Tagged) => !tags.is_empty(),
            Self::Is(State::Undated) => {
                let article = corpus.article(article);
                article.is_some_and(|article| article.document.published.is_none())
            }
        }
    }
}

/// Returns the states whose words begin so; one that is the whole word alone.
fn states(word: &str) -> Vec<State> {
    let begins = STATES.iter().filter(|(name, _)| name.starts_with(word));
    let exact = begins.clone().filter(|(name, _)| *name == word);
    let exact: Vec<State> = exact.map(|(_, state)| *state).collect();
    if exact.is_empty() {
        begins.map(|(_, state)| *state).collect()
    } else {
        exact
    }
}

/// Says whether a tag is meant: where no document has exactly this one, as while
/// one types, those that begin so are.
fn means(needle: &Needle, tag: &str, marks: &Marks) -> bool {
    let mut all = marks.tagged().flat_map(|(_, tags)| tags);
    needle.is(tag) || needle.begins(tag) && !all.any(|tag| needle.is(tag))
}

#[cfg(test)]
mod tests {
    use super::{ArticleId, Filter, Marks};
    use crate::casefile::{CaseFile, Key, Value};
    use crate::corpus::Corpus;
    use crate::corpus::sample::{Sample, corpus};

    /// Three articles: the first is read and starred, the second tagged "Civil War".
    fn pile() -> (Corpus, Marks) {
        let corpus = corpus([
            Sample::new(0)
                .published("2021-08-14")
                .says("", "It rained."),
            Sample::new(1).says("", "It snowed."),
            Sample::new(2).published("2021-09-01").says("", "It froze."),
        ]);
        let key = |id| corpus.article(ArticleId(id)).expect("there").content;
        let (one, two) = (key(0), key(1));
        let case = CaseFile::of([
            (Key::Read(one), Value::Yes),
            (Key::Star(one), Value::Yes),
            (Key::Tag(two, "Civil War".to_owned()), Value::Yes),
        ]);
        let mut marks = Marks::default();
        marks.refresh(&corpus, &case);
        (corpus, marks)
    }

    #[test]
    fn each_term_narrows_further_and_a_list_agrees_with_its_entries() {
        let (corpus, marks) = pile();
        let check = |line: &str, expected: [bool; 3]| {
            let filter = Filter::new(line);
            let mut passing = [true; 3];
            filter.narrow(&corpus, &marks, &mut passing);
            assert_eq!(passing, expected, "{line}");
            for (article, expected) in corpus.articles().zip(expected) {
                assert_eq!(
                    filter.passes(&corpus, &marks, article.id),
                    expected,
                    "{line} {:?}",
                    article.id
                );
            }
        };
        check("", [true; 3]);
        check("is:unread", [false, true, true]);
        check("is:un", [true; 3]);
        check("is:nonsense", [false; 3]);
        check("is:unr", [false, true, true]);
        check("!is:read is:undated", [false, true, false]);
        check("is:starred", [true, false, false]);
        check("civil", [false, true, false]);
        check("tag:\"civil war\"", [false, true, false]);
        check("tag:civ", [false, true, false]);
        check("tag:war", [false; 3]);
        check("!civil", [true, false, true]);
        check("is:tagged", [false, true, false]);
        check("source:nobody", [false; 3]);
    }
}
