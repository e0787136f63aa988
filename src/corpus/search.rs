//! Everything that can be found: people, events, articles, actions, full text.
//!
//! A [`Catalogue`] answers a [`Question`] about one corpus after another. It is
//! made of parts, one for each kind and one for the texts, and a part is made
//! when it is first wanted: [`Catalogue::missing`] says what must be done before
//! a question can be answered in full, each [`Job`] may be run on a thread of its
//! own, and until all are done the answer is of what is there.
//!
//! A line is read in the manner of fzf (`query`). Words are looked up among those
//! of all entries (`words`); of short names the letters are matched one by one
//! besides, in tiers: a mask of letters, a greedy estimate (`names`), and
//! `fuzzy-matcher` on the best (`matcher`); and words that are a name misspelt
//! are found by their distance (`near`). What was found for a line is kept for
//! the line it becomes (`trail`). Letters are not matched one by one in
//! sentences, where any term would be found.
//!
//! People, events, headlines and actions are lines, and so is every alias, role
//! and name beside them: `^` and `$` mean the beginning and the end of one of
//! these. A person's family name begins a line too, as lists show it.

mod lit;
mod matcher;
mod names;
mod near;
mod part;
mod query;
mod rank;
mod text;
mod trail;
mod value;
mod words;

use std::sync::Arc;

use crate::corpus::{ArticleId, Corpus, EventId, PersonId};
use crate::document::Span;
use matcher::Skim;
use part::{Kind, Part};
use query::Query;
use rank::{Ranked, Search};
use text::Texts;
use trail::{Misspelt, Trail};
use value::Tier;

/// What an entry stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Person(PersonId),
    Article(ArticleId),
    Event(EventId),
    /// An action of the app, by its place in the names given to [`Catalogue::new`].
    Action(usize),
}

/// Which kinds of entries are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// All but the full text.
    #[default]
    Everything,
    People,
    Events,
    /// The full text of all articles.
    Text,
    Actions,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// What is looked for, without the sign of its scope. A space at its end says
    /// that the last word is typed to its end.
    pub query: String,
    pub scope: Scope,
    /// What was seen lately, the latest first: it comes first among equals.
    pub seen: Vec<Target>,
}

/// Where a text says what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The sentence.
    pub span: Span,
    /// What matched in it.
    pub words: Vec<Span>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub target: Target,
    /// The text that matched, as it is shown.
    pub text: String,
    /// Byte offsets in `text` of the characters that matched, ascending.
    pub matched: Vec<u32>,
    pub score: i64,
    /// The sentence found, where the full text was searched.
    pub passage: Option<Passage>,
}

/// The answers to a question, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// What was asked, so that an answer that comes late can be told from the one awaited.
    pub query: String,
    /// Where it was asked.
    pub scope: Scope,
    /// At most the limit asked for.
    pub hits: Vec<Hit>,
    /// How many entries matched in all.
    pub matching: usize,
    /// How many entries the scope holds.
    pub total: usize,
    /// How much of the scope is searched by now, in a hundred.
    pub searched: u8,
    /// The [`generation`](Corpus::generation) of the corpus whose people and
    /// events the targets are; in another they are others.
    pub generation: u64,
}

/// The names and helps of the app's actions.
type Actions = Arc<[(&'static str, &'static str)]>;

/// Everything that can be found, as far as it has been asked for.
///
/// Targets are positions, so what it holds answers for one
/// [`generation`](Corpus::generation) of a corpus; of the next, the texts are kept.
#[derive(Debug)]
pub struct Catalogue {
    actions: Actions,
    generation: Option<u64>,
    parts: Vec<(Part, Trail)>,
    texts: Texts,
}

/// A piece of work that makes a part of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    work: Work,
    actions: Actions,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Work {
    Part(Kind),
    Texts(Vec<ArticleId>),
}

/// A part made by a [`Job`].
#[derive(Debug)]
pub struct Done {
    generation: u64,
    made: Made,
}

#[derive(Debug)]
enum Made {
    Part(Box<Part>),
    Texts(text::Read),
}

impl Job {
    /// Does the work, for the corpus it was missing of.
    pub fn run(&self, corpus: &Corpus) -> Done {
        let made = match &self.work {
            Work::Part(kind) => Made::Part(Box::new(Part::of(*kind, corpus, &self.actions))),
            Work::Texts(lot) => Made::Texts(Texts::read(corpus, lot)),
        };
        Done {
            generation: corpus.generation(),
            made,
        }
    }
}

impl Catalogue {
    /// Makes an empty catalogue; the actions are given by name and help.
    pub fn new(actions: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        Self {
            actions: actions.into_iter().collect(),
            generation: None,
            parts: Vec::new(),
            texts: Texts::default(),
        }
    }

    /// Returns what must be done before a question of a scope can be answered in
    /// full. What was made of an earlier corpus and holds no longer is dropped.
    pub fn missing(&mut self, corpus: &Corpus, scope: Scope) -> Vec<Job> {
        if self.generation != Some(corpus.generation()) {
            self.generation = Some(corpus.generation());
            self.parts.retain(|(part, _)| part.kind == Kind::Action);
        }
        let kinds = scope.needs().iter();
        let parts = kinds
            .filter(|kind| self.part(**kind).is_none())
            .map(|kind| Work::Part(*kind));
        let lots = match scope {
            Scope::Text => self.texts.missing(corpus),
            Scope::Everything | Scope::People | Scope::Events | Scope::Actions => Vec::new(),
        };
        let work = parts.chain(lots.into_iter().map(Work::Texts));
        let actions = &self.actions;
        work.map(|work| Job {
            work,
            actions: Arc::clone(actions),
        })
        .collect()
    }

    /// Takes in what a job made; what is of an earlier corpus is dropped.
    pub fn take(&mut self, done: Done) {
        match done.made {
            Made::Part(part) if self.generation == Some(done.generation) => {
                self.parts.retain(|(known, _)| known.kind != part.kind);
                self.parts.push((*part, Trail::default()));
            }
            Made::Part(_) => {}
            Made::Texts(read) => self.texts.add(read),
        }
    }

    /// Does all that is missing, here and now.
    pub fn complete(&mut self, corpus: &Corpus, scope: Scope) {
        for job in self.missing(corpus, scope) {
            let done = job.run(corpus);
            self.take(done);
        }
    }

    /// Returns the bytes the index of the texts takes.
    pub fn size_of_texts(&self) -> usize {
        self.texts.size()
    }

    /// Finds the best `limit` entries for a question, in what is there by now.
    ///
    /// An empty query answers with what was seen lately, then the most mentioned
    /// people, the latest events and articles.
    pub fn answer(&mut self, corpus: &Corpus, question: &Question, limit: usize) -> Hits {
        let query = Query::parse(&question.query);
        let total = question.scope.kinds().iter();
        let total = total
            .filter_map(|kind| self.part(*kind))
            .map(Part::count)
            .sum();
        let (hits, matching) = match question.scope {
            _ if query.is_empty() => self.first(question, limit),
            Scope::Text => {
                let found = self
                    .texts
                    .search(corpus, &question.query, &question.seen, limit);
                (found.hits, found.matching)
            }
            Scope::Everything | Scope::People | Scope::Events | Scope::Actions => {
                self.find(&query, question, limit)
            }
        };
        Hits {
            query: question.query.clone(),
            scope: question.scope,
            hits,
            matching: if query.is_empty() { total } else { matching },
            total,
            searched: self.searched(corpus, question.scope),
            generation: corpus.generation(),
        }
    }

    fn part(&self, kind: Kind) -> Option<&Part> {
        let mut parts = self.parts.iter().map(|(part, _)| part);
        parts.find(|part| part.kind == kind)
    }

    fn searched(&self, corpus: &Corpus, scope: Scope) -> u8 {
        let needs = scope.needs();
        let there = needs.iter().filter(|kind| self.part(**kind).is_some());
        let (there, all) = match scope {
            Scope::Text => (self.texts.count(), corpus.article_count().max(1)),
            Scope::Everything | Scope::People | Scope::Events | Scope::Actions => {
                (there.count(), needs.len())
            }
        };
        (there * 100 / all).min(100) as u8
    }

    /// Finds what matches in every part of the scope; answers come by tier, then by kind.
    fn find(&mut self, query: &Query, question: &Question, limit: usize) -> (Vec<Hit>, usize) {
        let matcher = Skim::new();
        let misspelt = self.misspelt(query);
        let mut found = Vec::new();
        let mut matching = 0;
        for kind in question.scope.kinds() {
            let Some((part, trail)) = self.parts.iter_mut().find(|(part, _)| part.kind == *kind)
            else {
                continue;
            };
            let seen = part.entries_of(&question.seen);
            let search = Search::new(part, trail, query, &misspelt, &matcher, seen);
            let best = search.run(limit);
            matching += best.matching;
            found.push((*kind, best.ranked));
        }
        let mut lists: Vec<(Kind, &[Ranked])> = Vec::new();
        for tier in [Tier::Strong, Tier::Weak, Tier::Misspelt] {
            for (kind, ranked) in &found {
                let begin = ranked.partition_point(|ranked| ranked.tier < tier);
                let end = ranked.partition_point(|ranked| ranked.tier <= tier);
                lists.push((*kind, &ranked[begin..end]));
            }
        }
        let shared = rank::share(&lists, limit).into_iter();
        let hits = shared.filter_map(|(kind, ranked)| self.hit(kind, ranked, query, &matcher));
        (hits.collect(), matching)
    }

    /// The words of names that each term may be, misspelt.
    fn misspelt(&self, query: &Query) -> Vec<Vec<Misspelt>> {
        let people = self.part(Kind::Person);
        let groups = query.groups.iter().map(|group| {
            let terms = group.iter().map(|(_, term)| match people {
                Some(people) => trail::misspelt(people, term),
                None => Misspelt::default(),
            });
            terms.collect()
        });
        groups.collect()
    }

    /// What was seen lately, then the first entries of each kind.
    fn first(&self, question: &Question, limit: usize) -> (Vec<Hit>, usize) {
        let (matcher, query) = (Skim::new(), Query::default());
        let parts = question.scope.kinds().iter();
        let parts: Vec<&Part> = parts.filter_map(|kind| self.part(*kind)).collect();
        let mut seen = Vec::new();
        let mut lists = Vec::new();
        for part in parts {
            let known = part.entries_of(&question.seen);
            let is_new = |entry: &u32| known.binary_search_by_key(entry, |known| known.0).is_err();
            let entries = (0..part.count() as u32).filter(is_new).take(limit);
            lists.push((part.kind, entries.map(Ranked::unseen).collect::<Vec<_>>()));
            let known = known.iter();
            seen.extend(known.map(|(entry, place)| (*place, part.kind, Ranked::unseen(*entry))));
        }
        seen.sort_unstable_by_key(|(place, _, _)| *place);
        let seen = seen.into_iter().map(|(_, kind, ranked)| (kind, ranked));
        let mut first: Vec<(Kind, Ranked)> = seen.take(limit / 2).collect();
        let lists: Vec<_> = lists
            .iter()
            .map(|(kind, list)| (*kind, &list[..]))
            .collect();
        first.extend(rank::share(&lists, limit - first.len()));
        let hits = first.into_iter();
        let hits = hits.filter_map(|(kind, ranked)| self.hit(kind, ranked, &query, &matcher));
        (hits.collect(), 0)
    }

    fn hit(&self, kind: Kind, ranked: Ranked, query: &Query, matcher: &Skim) -> Option<Hit> {
        let part = self.part(kind)?;
        let entry = ranked.entry as usize;
        let shown = lit::compose(part.pieces(entry), kind, query, matcher);
        Some(Hit {
            target: part.target(entry),
            text: shown.text,
            matched: shown.matched,
            score: ranked.score,
            passage: None,
        })
    }
}

impl Scope {
    /// The kinds it lists, in the order of answers.
    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Everything => &Kind::ALL,
            Self::People => &[Kind::Person],
            Self::Events => &[Kind::Event],
            Self::Text => &[Kind::Article],
            Self::Actions => &[Kind::Action],
        }
    }

    /// The kinds that must be there for it: what is misspelt is told by the names of people.
    fn needs(self) -> &'static [Kind] {
        match self {
            Self::Events => &[Kind::Person, Kind::Event],
            Self::Everything | Self::People | Self::Text | Self::Actions => self.kinds(),
        }
    }
}

/// At most so many bytes of a text, whole characters.
fn clip(text: &str, longest: usize) -> &str {
    let mut end = longest.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
