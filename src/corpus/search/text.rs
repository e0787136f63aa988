//! The full text of all articles, to be searched by words and phrases.
//!
//! Words are looked up in an index of segments, so that articles that arrive
//! later are added and not all is read again. The index says which articles
//! have all the words; phrases, and the sentence that is shown, are looked for
//! in the texts themselves, in the best articles only.

mod passage;
mod segment;

use std::cmp::Reverse;
use std::ops::Range;

use super::query::{Group, Manner, Query, Term, Wish};
use super::{Hit, Target, words};
use crate::casefile::DocumentKey;
use crate::corpus::{ArticleId, Corpus};
use passage::Passages;
use segment::{LONGEST_TEXT, LONGEST_WORD, MOST_ARTICLES, MOST_BYTES, Often, Segment};

/// A segment that was read, to be added.
#[derive(Debug)]
pub(super) struct Read(Segment);

/// The index of the texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    segments: Vec<Segment>,
    /// By number: what each article said when it was read.
    known: Vec<Option<DocumentKey>>,
}

/// What was found.
pub(super) struct Found {
    pub hits: Vec<Hit>,
    pub matching: usize,
}

/// An article that has the words: where it is, and how well it has them.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    article: ArticleId,
    score: f32,
    /// Its place among those seen lately.
    seen: u32,
}

impl Texts {
    /// Returns the articles to be read, in lots that make a segment each. A lot
    /// takes up again what the last segment holds where that is small.
    pub fn missing(&self, corpus: &Corpus) -> Vec<Vec<ArticleId>> {
        let is_missing = |id: ArticleId, content: DocumentKey| {
            self.known.get(id.0 as usize).copied().flatten() != Some(content)
        };
        let missing = corpus.articles();
        let missing = missing.filter(|article| is_missing(article.id, article.content));
        let mut again: Vec<ArticleId> = Vec::new();
        let mut missing = missing.peekable();
        if missing.peek().is_some()
            && let Some(last) = self.segments.last()
            && last.articles.len() < MOST_ARTICLES / 2
        {
            again.extend(last.articles.iter().map(|(id, _)| *id));
        }
        let again = again.iter().filter_map(|id| corpus.article(*id));
        let again = again.filter(|article| !is_missing(article.id, article.content));
        let (mut lots, mut bytes) = (Vec::<Vec<ArticleId>>::new(), usize::MAX);
        for article in again.chain(missing) {
            let full = lots.last().is_none_or(|lot| lot.len() >= MOST_ARTICLES);
            if full || bytes > MOST_BYTES {
                lots.push(Vec::new());
                bytes = 0;
            }
            bytes += article.document.text.len();
            lots.last_mut().expect("one was put in").push(article.id);
        }
        lots
    }

    /// Reads a lot of articles.
    pub fn read(corpus: &Corpus, lot: &[ArticleId]) -> Read {
        Read(Segment::of(lot.iter().filter_map(|id| corpus.article(*id))))
    }

    /// Adds what was read; articles it holds are no longer looked for where they were.
    pub fn add(&mut self, read: Read) {
        let ids: rustc_hash::FxHashSet<ArticleId> =
            read.0.articles.iter().map(|(id, _)| *id).collect();
        // A segment that was read again as a whole goes.
        self.segments
            .retain(|segment| !segment.articles.iter().all(|(id, _)| ids.contains(id)));
        for segment in &mut self.segments {
            for (id, content) in &mut segment.articles {
                if ids.contains(id) {
                    *content = DocumentKey::FIRST;
                }
            }
        }
        for (id, content) in &read.0.articles {
            let place = id.0 as usize;
            if place >= self.known.len() {
                self.known.resize(place + 1, None);
            }
            self.known[place] = Some(*content);
        }
        self.segments.push(read.0);
    }

    /// Returns how many articles have been read.
    pub fn count(&self) -> usize {
        self.segments
            .iter()
            .map(|segment| segment.articles.len())
            .sum()
    }

    /// Returns the bytes the index takes.
    pub fn size(&self) -> usize {
        let segments = self.segments.iter().map(Segment::size);
        segments.sum::<usize>() + self.known.capacity() * size_of::<Option<DocumentKey>>()
    }

    /// Finds the best `limit` articles, each with the sentence that says it best.
    pub fn search(&self, corpus: &Corpus, line: &str, seen: &[Target], limit: usize) -> Found {
        let query = Query::parse(line);
        let query = Wanted::of(&query, line);
        let mut candidates = Vec::new();
        for segment in &self.segments {
            query.count(segment, corpus, &mut candidates);
        }
        for (place, target) in (0..).zip(seen) {
            if let Target::Article(id) = target
                && let Some(found) = candidates.iter_mut().find(|found| found.article == *id)
            {
                found.seen = place;
            }
        }
        candidates.sort_unstable_by(|one, other| {
            let by_score = other.score.total_cmp(&one.score);
            by_score
                .then(one.seen.cmp(&other.seen))
                .then(Reverse(one.article).cmp(&Reverse(other.article)))
        });
        let mut passages = Passages::new(&query.groups);
        let (mut hits, mut failed) = (Vec::new(), 0);
        for candidate in &candidates {
            if hits.len() >= limit {
                break;
            }
            let article = corpus.article(candidate.article);
            match article.and_then(|article| passages.find(article)) {
                Some(passage) => hits.push(passage.hit(candidate.article, candidate.score)),
                None => failed += 1,
            }
        }
        Found {
            hits,
            matching: candidates.len() - failed,
        }
    }
}

/// The words of a group's term, and how the last of them is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought {
    pub words: Vec<String>,
    pub end: End,
    pub wish: Wish,
}

/// What a word may be of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing: it is the word.
    Whole,
    /// Its beginning: more is being typed, or the term says so.
    Open,
    /// Its end.
    Tail,
}

/// A query as texts are searched for it.
#[derive(Debug)]
pub(super) struct Wanted {
    pub groups: Vec<Vec<Sought>>,
}

impl Wanted {
    /// Reads a query; the word at the end of the line may still be typed on.
    fn of(query: &Query, line: &str) -> Self {
        let typing = !line.ends_with(|letter: char| !letter.is_alphanumeric());
        let last = query.groups.len().saturating_sub(1);
        let sought = |is_last: bool, (wish, term): &(Wish, Term)| {
            let open = match term.manner {
                Manner::Loose | Manner::Exact if is_last && typing => End::Open,
                Manner::Whole if is_last && typing => End::Open,
                Manner::First => End::Open,
                Manner::Last => End::Tail,
                Manner::Loose | Manner::Exact | Manner::Whole | Manner::Equal => End::Whole,
            };
            let words = words_of_text(&term.text).map(str::to_owned);
            Sought {
                words: words.collect(),
                end: open,
                wish: *wish,
            }
        };
        let group = |(place, group): (usize, &Group)| {
            let terms = group.iter().enumerate();
            let terms =
                terms.map(|(at, term)| sought(place == last && at + 1 == group.len(), term));
            terms.filter(|sought| !sought.words.is_empty()).collect()
        };
        let groups = query.groups.iter().enumerate().map(group);
        Self {
            groups: groups
                .filter(|group: &Vec<Sought>| !group.is_empty())
                .collect(),
        }
    }

    /// Adds the articles of a segment in which every group has its words.
    fn count(&self, segment: &Segment, corpus: &Corpus, candidates: &mut Vec<Candidate>) {
        if self.groups.is_empty() {
            return;
        }
        let count = segment.articles.len();
        let mut scores = vec![0_f32; count];
        let mut all = vec![0_u8; count];
        for (place, group) in (0_u8..).zip(&self.groups) {
            let mut has = vec![0_f32; count];
            for sought in group {
                sought.weigh(segment, &mut has);
            }
            for ((all, score), has) in all.iter_mut().zip(&mut scores).zip(has) {
                if *all == place && has > 0.0 {
                    *all += 1;
                    *score += has;
                }
            }
        }
        let groups = self.groups.len() as u8;
        for (place, (all, score)) in all.into_iter().zip(scores).enumerate() {
            let (id, content) = segment.articles[place];
            let is_there = || {
                let article = corpus.article(id);
                article.is_some_and(|article| article.content == content)
            };
            if all == groups && is_there() {
                candidates.push(Candidate {
                    article: id,
                    score,
                    seen: u32::MAX,
                });
            }
        }
    }
}

impl Sought {
    /// Whether the index alone cannot tell if it is there.
    pub fn is_phrase(&self) -> bool {
        self.words.len() > 1
    }

    /// Adds to each article how well it has the words; one that lacks any gets nothing.
    fn weigh(&self, segment: &Segment, has: &mut [f32]) {
        let mut mine = vec![0_f32; has.len()];
        let mut hits = vec![0_u8; has.len()];
        let last = self.words.len() - 1;
        for (place, word) in self.words.iter().enumerate() {
            let end = if place == last { self.end } else { End::Whole };
            weigh_word(
                segment,
                word,
                end,
                place.min(254) as u8,
                &mut mine,
                &mut hits,
            );
        }
        let all = self.words.len().min(255) as u8;
        for ((has, mine), hits) in has.iter_mut().zip(mine).zip(hits) {
            match self.wish {
                Wish::Wanted if hits == all => *has = has.max(mine),
                Wish::Wanted => {}
                // Where a phrase is not wanted, its words alone do no harm.
                Wish::Unwanted if hits != all || self.is_phrase() => *has = has.max(0.01),
                Wish::Unwanted => {}
            }
        }
    }
}

/// Weighs a word as BM25 does, counting what it may be of longer ones a little less.
fn weigh_word(
    segment: &Segment,
    word: &str,
    end: End,
    place: u8,
    mine: &mut [f32],
    hits: &mut [u8],
) {
    let word = super::clip(word, LONGEST_WORD);
    let whole = segment.vocabulary.whole(word);
    let mut places: Vec<usize> = whole.clone().collect();
    match end {
        End::Whole => {}
        End::Open => places.extend(
            segment
                .vocabulary
                .beginning(word)
                .filter(|at| !whole.contains(at)),
        ),
        End::Tail => segment.vocabulary.ending(word, |at| {
            if !whole.contains(&at) {
                places.push(at);
            }
        }),
    }
    let articles = segment.articles.len() as f32;
    let having: usize = places.iter().map(|at| segment.count(*at)).sum();
    let having = (having as f32).min(articles);
    let rare = (1.0 + (articles - having + 0.5) / (having + 0.5)).ln();
    for at in places {
        let worth = if whole.contains(&at) {
            rare
        } else {
            rare * 0.8
        };
        segment.each(at, |article, often| {
            let hit = &mut hits[article];
            if *hit == place {
                *hit += 1;
                mine[article] += worth * frequency(often, segment.lengths[article]);
            }
        });
    }
}

/// How much more often said counts, in texts of their length (BM25's saturation,
/// k = 1.2, b = 0.75, beside a text of 400 words, whose root is 20).
fn frequency(often: Often, root: u8) -> f32 {
    let times = match often {
        Often::Once => 1.0,
        Often::AFewTimes => 2.6,
        Often::ManyTimes => 7.0,
        Often::Headline => 16.0,
    };
    let length = f32::from(root) * f32::from(root) / 400.0;
    times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length))
}

/// Splits a folded text into its words; where a script has no spaces each letter is one.
fn words_of_text(folded: &str) -> impl Iterator<Item = &str> {
    words::words_of(folded).flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if stands_alone(first) {
                first.len_utf8()
            } else {
                rest.find(stands_alone).unwrap_or(rest.len())
            };
            let (word, after) = rest.split_at(end);
            rest = after;
            Some(super::clip(word, LONGEST_WORD))
        })
    })
}

/// Says whether a letter is of a script that is written without spaces: Chinese,
/// Japanese, Thai, Lao, Khmer, Burmese.
fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The part of a text that is looked at.
fn clipped(text: &str) -> &str {
    super::clip(text, LONGEST_TEXT)
}

/// A stretch of a folded text.
type Stretch = Range<usize>;

#[cfg(test)]
mod tests;
