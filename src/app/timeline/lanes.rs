//! Lanes: whose or which events stand side by side.

use rustc_hash::FxHashMap;

use crate::corpus::{ArticleId, Corpus, EventId, PersonId};

/// What makes a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// One list of all.
    #[default]
    Nothing,
    Person,
    Source,
    Document,
}

impl By {
    /// Returns what the key that changes lanes goes on to.
    pub fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Person,
            Self::Person => Self::Source,
            Self::Source => Self::Document,
            Self::Document => Self::Nothing,
        }
    }

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Person => "person",
            Self::Source => "source",
            Self::Document => "document",
        }
    }
}

/// What a lane is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lane {
    Person(PersonId),
    /// Who published it, as the documents name themselves.
    Source(String),
    Document(ArticleId),
    /// All that is in no other lane.
    Others,
}

/// The lanes in view, and which events are in which.
#[derive(Debug, Default)]
pub struct Lanes {
    pub by: By,
    pub lanes: Vec<Lane>,
    /// How many there would be with room enough.
    pub wanted: usize,
    /// By event: a bit a lane.
    members: Vec<u16>,
}

/// More lanes than that are no help to anyone.
pub const MOST_LANES: usize = 8;

/// Somebody or something that could have a lane, with its events in order.
struct Candidate {
    lane: Lane,
    events: Vec<EventId>,
}

/// Events that the lanes are chosen for.
pub(super) struct Chosen<'a> {
    pub corpus: &'a Corpus,
    /// In order of time.
    pub events: &'a [EventId],
    /// Those the timeline is narrowed to: they have lanes before others.
    pub people: &'a [PersonId],
}

impl Lanes {
    /// Chooses at most `room` lanes; what has most events goes first.
    pub(super) fn choose(by: By, chosen: &Chosen<'_>, room: usize) -> Self {
        let room = room.min(MOST_LANES);
        if by == By::Nothing || room == 0 {
            return Self::default();
        }
        let mut is_in = vec![false; chosen.corpus.events().len()];
        for event in chosen.events {
            is_in[event.0 as usize] = true;
        }
        let (mut candidates, wanted) = match by {
            By::Person if chosen.people.len() > 1 => (of_people(chosen), chosen.people.len()),
            By::Person => most(people(chosen, &is_in), room, |person| {
                let events = chosen.corpus.person(*person).events.clone();
                (Lane::Person(*person), events)
            }),
            By::Source => most(sources(chosen.corpus, &is_in), room, |source| {
                (
                    Lane::Source(source.clone()),
                    of_source(chosen.corpus, source),
                )
            }),
            By::Document => most(documents(chosen.corpus, &is_in), room, |article| {
                (Lane::Document(*article), events_of(chosen.corpus, *article))
            }),
            By::Nothing => (Vec::new(), 0),
        };
        for candidate in &mut candidates {
            candidate.events.retain(|event| is_in[event.0 as usize]);
        }
        Self::of(by, chosen, candidates, wanted, room)
    }

    fn of(
        by: By,
        chosen: &Chosen<'_>,
        mut candidates: Vec<Candidate>,
        wanted: usize,
        room: usize,
    ) -> Self {
        let mut members = vec![0_u16; chosen.corpus.events().len()];
        candidates.truncate(room);
        fill(&mut members, &candidates);
        let rest = |members: &[u16]| {
            chosen
                .events
                .iter()
                .any(|event| members[event.0 as usize] == 0)
        };
        let mut lanes: Vec<Lane> = candidates.iter().map(|found| found.lane.clone()).collect();
        if rest(&members) {
            if candidates.len() == room && room > 1 {
                // The last lane makes room for all that is in none.
                candidates.pop();
                lanes.pop();
                members.fill(0);
                fill(&mut members, &candidates);
            }
            if lanes.len() < room {
                let bit = 1 << lanes.len();
                for event in chosen.events {
                    let of_event = &mut members[event.0 as usize];
                    *of_event = if *of_event == 0 { bit } else { *of_event };
                }
                lanes.push(Lane::Others);
            }
        }
        Self {
            by,
            lanes,
            wanted,
            members,
        }
    }

    /// Says whether an event is in a lane.
    pub fn has(&self, lane: usize, event: EventId) -> bool {
        let members = self.members.get(event.0 as usize);
        members.is_some_and(|members| members & 1 << lane != 0)
    }

    /// Returns how many lanes have a heading of their own, all others apart.
    pub fn named(&self) -> usize {
        let named = self.lanes.iter().filter(|lane| **lane != Lane::Others);
        named.count()
    }
}

fn fill(members: &mut [u16], candidates: &[Candidate]) {
    for (lane, candidate) in candidates.iter().enumerate() {
        for event in &candidate.events {
            members[event.0 as usize] |= 1 << lane;
        }
    }
}

/// Makes candidates of those with most events, and says how many there were to choose from.
fn most<T: Ord>(
    mut counted: Vec<(usize, T)>,
    room: usize,
    candidate: impl Fn(&T) -> (Lane, Vec<EventId>),
) -> (Vec<Candidate>, usize) {
    let wanted = counted.len();
    if wanted > room {
        counted.select_nth_unstable_by(room, |one, other| {
            other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1))
        });
        counted.truncate(room);
    }
    counted.sort_unstable_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let candidates = counted.iter().map(|(_, item)| {
        let (lane, events) = candidate(item);
        Candidate { lane, events }
    });
    (candidates.collect(), wanted)
}

fn of_people(chosen: &Chosen<'_>) -> Vec<Candidate> {
    let people = chosen.people.iter().map(|person| Candidate {
        lane: Lane::Person(*person),
        events: chosen.corpus.person(*person).events.clone(),
    });
    people.collect()
}

fn people(chosen: &Chosen<'_>, is_in: &[bool]) -> Vec<(usize, PersonId)> {
    let people = (0..).map(PersonId).zip(chosen.corpus.people());
    let all = chosen.events.len() == is_in.len();
    let counted = people.map(|(id, person)| {
        let count = if all {
            person.events.len()
        } else {
            let events = person.events.iter();
            events.filter(|event| is_in[event.0 as usize]).count()
        };
        (count, id)
    });
    counted.filter(|(count, _)| *count > 0).collect()
}

fn events_of(corpus: &Corpus, article: ArticleId) -> Vec<EventId> {
    let article = corpus.article(article);
    let events = article
        .into_iter()
        .flat_map(|article| article.events.iter().flatten());
    let mut events: Vec<EventId> = events.copied().collect();
    events.sort_unstable();
    events.dedup();
    events
}

fn documents(corpus: &Corpus, is_in: &[bool]) -> Vec<(usize, ArticleId)> {
    let articles = corpus.articles().map(|article| {
        let events = article.events.iter().flatten();
        let count = events.filter(|event| is_in[event.0 as usize]).count();
        (count, article.id)
    });
    articles.filter(|(count, _)| *count > 0).collect()
}

/// Returns who published an article.
pub fn source(corpus: &Corpus, article: ArticleId) -> &str {
    let article = corpus.article(article);
    article.map_or("", |article| article.document.source())
}

fn sources(corpus: &Corpus, is_in: &[bool]) -> Vec<(usize, String)> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for article in corpus.articles() {
        let events = article.events.iter().flatten();
        let count = events.filter(|event| is_in[event.0 as usize]).count();
        if count > 0 {
            *counts.entry(source(corpus, article.id)).or_default() += count;
        }
    }
    let counts = counts.into_iter();
    counts
        .map(|(name, count)| (count, name.to_owned()))
        .collect()
}

fn of_source(corpus: &Corpus, wanted: &str) -> Vec<EventId> {
    let articles = corpus.articles().map(|article| article.id);
    let articles = articles.filter(|article| source(corpus, *article) == wanted);
    let mut events: Vec<EventId> = articles
        .flat_map(|article| events_of(corpus, article))
        .collect();
    events.sort_unstable();
    events.dedup();
    events
}
