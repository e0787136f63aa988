//! What can be found of one kind, in the order in which equals are listed.

use std::cmp::Reverse;

use super::names::Names;
use super::words::{Nature, Words, WordsBuilder};
use super::{Target, clip};
use crate::corpus::fold;
use crate::corpus::{ArticleId, Corpus, Event, EventId, Person, PersonId};

/// The kinds of entries, in the order answers list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Event,
    Article,
    Action,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Person, Self::Event, Self::Article, Self::Action];

    /// Says whether its first piece is a short name, whose letters may be matched one by one.
    pub fn has_name(self) -> bool {
        match self {
            Self::Person | Self::Action => true,
            Self::Event | Self::Article => false,
        }
    }
}

/// A longer piece is clipped: in a box of one line a match further on is not seen.
const LONGEST_PIECE: usize = 300;
/// A longer name is not one; the matrix of the matcher grows with it.
const LONGEST_NAME: usize = 96;
/// Pieces beyond the first, an entry.
const MOST_PIECES: usize = 12;
/// Parts the pieces of an entry in the arena; taken out of the pieces themselves.
const PART: char = '\u{1f}';

/// Everything of one kind that can be found.
#[derive(Debug)]
pub(super) struct Part {
    pub kind: Kind,
    /// What is shown, one entry after another, its pieces parted.
    arena: String,
    /// Where each entry ends in the arena.
    ends: Vec<u32>,
    targets: Vec<Target>,
    /// The names of those that have one.
    pub names: Names,
    pub words: Words,
}

impl Part {
    /// Gathers a kind; the actions are given by name and help.
    pub fn of(kind: Kind, corpus: &Corpus, actions: &[(&str, &str)]) -> Self {
        let mut builder = Builder::new(kind);
        match kind {
            Kind::Person => {
                for (id, person) in (0..).map(PersonId).zip(corpus.people()) {
                    builder.push(Target::Person(id), person_pieces(person));
                }
            }
            Kind::Event => {
                // The latest first.
                for (index, event) in corpus.events().iter().enumerate().rev() {
                    let telling = corpus.telling(event);
                    let pieces = event_pieces(corpus, event, &telling);
                    builder.push(Target::Event(EventId(index as u32)), pieces.map(other));
                }
            }
            Kind::Article => {
                for id in latest_articles(corpus) {
                    let article = corpus.article(id).expect("listed by the corpus itself");
                    let headline = article.document.headline.as_str();
                    builder.push(Target::Article(id), [other(headline)].into_iter());
                }
            }
            Kind::Action => {
                for (index, (name, help)) in actions.iter().enumerate() {
                    let pieces = [*name, *help].map(other);
                    builder.push(Target::Action(index), pieces.into_iter());
                }
            }
        }
        builder.build()
    }

    pub fn count(&self) -> usize {
        self.targets.len()
    }

    pub fn target(&self, entry: usize) -> Target {
        self.targets[entry]
    }

    pub fn pieces(&self, entry: usize) -> impl Iterator<Item = &str> {
        let begin = entry.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.arena[begin as usize..self.ends[entry] as usize].split(PART)
    }

    /// Finds those of some targets that are here: each by its entry, with its
    /// place among the targets, in the order of the entries.
    pub fn entries_of(&self, targets: &[Target]) -> Vec<(u32, u32)> {
        let places = (0..).zip(targets);
        let mut found: Vec<(u32, u32)> = match self.kind {
            // The order of articles is not that of their numbers.
            Kind::Article => {
                let sought: rustc_hash::FxHashMap<Target, u32> =
                    places.map(|(place, target)| (*target, place)).collect();
                let entries = (0..).zip(&self.targets);
                entries
                    .filter_map(|(entry, target)| Some((entry, *sought.get(target)?)))
                    .collect()
            }
            Kind::Person | Kind::Event | Kind::Action => places
                .filter_map(|(place, target)| Some((self.entry_of(*target)?, place)))
                .collect(),
        };
        found.sort_unstable();
        found.dedup_by_key(|(entry, _)| *entry);
        found
    }

    fn entry_of(&self, target: Target) -> Option<u32> {
        let entry = match target {
            Target::Person(id) => id.0,
            Target::Event(id) => (self.count() as u32).checked_sub(1 + id.0)?,
            Target::Action(index) => index as u32,
            Target::Article(_) => return None,
        };
        (self.targets.get(entry as usize) == Some(&target)).then_some(entry)
    }
}

struct Builder {
    part: Part,
    words: WordsBuilder,
    folded: String,
}

impl Builder {
    fn new(kind: Kind) -> Self {
        Self {
            part: Part {
                kind,
                arena: String::new(),
                ends: Vec::new(),
                targets: Vec::new(),
                names: Names::default(),
                words: Words::default(),
            },
            words: WordsBuilder::default(),
            folded: String::new(),
        }
    }

    fn push<'a>(&mut self, target: Target, pieces: impl Iterator<Item = (&'a str, Nature)>) {
        let part = &mut self.part;
        let entry = part.targets.len() as u32;
        for (place, (piece, nature)) in pieces.take(1 + MOST_PIECES).enumerate() {
            if place > 0 {
                part.arena.push(PART);
            }
            let begin = part.arena.len();
            push_line(&mut part.arena, piece);
            self.folded.clear();
            fold::fold_into(&part.arena[begin..], &mut self.folded);
            self.words.push(entry, &self.folded, nature);
            if place == 0 && part.kind.has_name() {
                part.names.push(clip(&self.folded, LONGEST_NAME));
            }
        }
        part.ends.push(part.arena.len() as u32);
        part.targets.push(target);
    }

    fn build(self) -> Part {
        Part {
            words: self.words.build(),
            ..self.part
        }
    }
}

fn other(piece: &str) -> (&str, Nature) {
    (piece, Nature::Other)
}

/// The name, then aliases that are not just a part of it, then roles.
fn person_pieces(person: &Person) -> impl Iterator<Item = (&str, Nature)> {
    let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
    let aliases = aliases.filter(|alias| !person.name.contains(alias));
    let roles = person.roles.iter().map(|role| role.text.as_str());
    std::iter::once(person.name.as_str())
        .chain(aliases.take(MOST_PIECES / 2))
        .map(|name| (name, Nature::Name))
        .chain(roles.map(other))
}

/// What is told, then whoever is not named in it.
fn event_pieces<'a>(
    corpus: &'a Corpus,
    event: &'a Event,
    telling: &'a str,
) -> impl Iterator<Item = &'a str> {
    let people = event.people.iter().take(MOST_PIECES);
    let people = people.map(|participant| corpus.person(participant.who).name.as_str());
    std::iter::once(telling).chain(people.filter(move |name| !telling.contains(name)))
}

/// The latest first, the undated last.
fn latest_articles(corpus: &Corpus) -> Vec<ArticleId> {
    let mut articles: Vec<_> = corpus
        .articles()
        .map(|article| {
            let date = article.document.published.map(|published| published.date);
            (Reverse(date), article.id)
        })
        .collect();
    articles.sort_unstable();
    articles.into_iter().map(|(_, id)| id).collect()
}

/// Appends a text on one line, clipped, its control characters as spaces.
fn push_line(arena: &mut String, text: &str) {
    let clipped = clip(text, LONGEST_PIECE);
    let begin = arena.len();
    arena.push_str(clipped);
    if arena[begin..].contains(char::is_control) {
        arena.truncate(begin);
        arena.extend(
            clipped
                .chars()
                .map(|letter| if letter.is_control() { ' ' } else { letter }),
        );
    }
    if clipped.len() < text.len() {
        arena.push('…');
    }
}
