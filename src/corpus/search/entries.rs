//! What can be found, and the order in which equals are listed.

use std::cmp::Reverse;
use std::ops::Range;

use super::names::Names;
use super::words::{Words, WordsBuilder};
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

/// Everything that can be found: people, events, articles, actions, each kind
/// in the order in which equals are listed.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// What is shown, one entry after another, its pieces parted.
    arena: String,
    /// Where each entry ends in the arena.
    ends: Vec<u32>,
    targets: Vec<Target>,
    /// Where each kind ends among the entries.
    kind_ends: [u32; 4],
    /// The names of people, then of actions.
    pub names: Names,
    pub words: Words,
}

impl Entries {
    pub fn of(corpus: &Corpus, actions: &[(&str, &str)]) -> Self {
        let mut entries = Self::default();
        let mut words = WordsBuilder::default();
        for (id, person) in (0..).map(PersonId).zip(corpus.people()) {
            entries.push(Target::Person(id), person_pieces(person), &mut words);
        }
        entries.kind_ends[0] = entries.targets.len() as u32;
        // The latest first.
        for (index, event) in corpus.events().iter().enumerate().rev() {
            let id = EventId(index as u32);
            let telling = corpus.telling(event);
            entries.push(
                Target::Event(id),
                event_pieces(corpus, event, &telling),
                &mut words,
            );
        }
        entries.kind_ends[1] = entries.targets.len() as u32;
        for id in latest_articles(corpus) {
            let article = corpus.article(id).expect("listed by the corpus itself");
            let headline = article.document.headline.as_str();
            entries.push(Target::Article(id), [headline].into_iter(), &mut words);
        }
        entries.kind_ends[2] = entries.targets.len() as u32;
        for (index, (name, help)) in actions.iter().enumerate() {
            entries.push(
                Target::Action(index),
                [*name, *help].into_iter(),
                &mut words,
            );
        }
        entries.kind_ends[3] = entries.targets.len() as u32;
        entries.words = words.build();
        entries
    }

    fn push<'a>(
        &mut self,
        target: Target,
        pieces: impl Iterator<Item = &'a str>,
        words: &mut WordsBuilder,
    ) {
        let entry = self.targets.len() as u32;
        let mut folded = String::new();
        for (place, piece) in pieces.take(1 + MOST_PIECES).enumerate() {
            if place > 0 {
                self.arena.push(PART);
            }
            let begin = self.arena.len();
            push_line(&mut self.arena, piece);
            folded.clear();
            fold::fold_into(&self.arena[begin..], &mut folded);
            words.push(entry, &folded);
            let has_name = matches!(target, Target::Person(_) | Target::Action(_));
            if place == 0 && has_name {
                self.names.push(clip(&folded, LONGEST_NAME));
            }
        }
        self.ends.push(self.arena.len() as u32);
        self.targets.push(target);
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

    /// The entries of a kind.
    pub fn of_kind(&self, kind: Kind) -> Range<usize> {
        let place = kind as usize;
        let begin = place
            .checked_sub(1)
            .map_or(0, |before| self.kind_ends[before]);
        begin as usize..self.kind_ends[place] as usize
    }

    /// Where the name of an entry is among the names.
    pub fn name_of(&self, kind: Kind, entry: usize) -> usize {
        match kind {
            Kind::Person | Kind::Event | Kind::Article => entry,
            Kind::Action => {
                entry - self.of_kind(Kind::Action).start + self.of_kind(Kind::Person).end
            }
        }
    }
}

/// The name, then aliases that are not just a part of it, then roles.
fn person_pieces(person: &Person) -> impl Iterator<Item = &str> {
    let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
    let aliases = aliases.filter(|alias| !person.name.contains(alias));
    let roles = person.roles.iter().map(|role| role.text.as_str());
    std::iter::once(person.name.as_str())
        .chain(aliases.take(MOST_PIECES / 2))
        .chain(roles)
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
    arena.extend(
        clipped
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter }),
    );
    if clipped.len() < text.len() {
        arena.push('…');
    }
}
