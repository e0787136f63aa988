//! The words of some articles, each with the articles it is in, packed.
//!
//! A segment does not change. Its words are in order of the alphabet; for each
//! stand the articles that have it, by their place in the segment, as the gap
//! from the one before and how often the word is there, a byte or two each.

use rustc_hash::FxHashMap;

use crate::casefile::DocumentKey;
use crate::corpus::fold;
use crate::corpus::search::words::Vocabulary;
use crate::corpus::{Article, ArticleId};

/// Articles of one segment at most: few enough that what a query counts stays
/// in the processor's cache, so many that words are not kept too often.
pub(super) const MOST_ARTICLES: usize = 16_384;
/// Bytes of text of one segment at most, which bounds what building one takes.
pub(super) const MOST_BYTES: usize = 64_000_000;
/// Bytes of a text that are looked at: more is no article.
pub(super) const LONGEST_TEXT: usize = 4_000_000;
/// Longer words are clipped: they are addresses and noise.
pub(super) const LONGEST_WORD: usize = 40;

/// How often a word is in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Often {
    Once,
    AFewTimes,
    ManyTimes,
    /// In the headline.
    Headline,
}

impl Often {
    const ALL: [Self; 4] = [Self::Once, Self::AFewTimes, Self::ManyTimes, Self::Headline];

    fn of(times: u16) -> Self {
        match times {
            HEADLINE.. => Self::Headline,
            0..=1 => Self::Once,
            2..=4 => Self::AFewTimes,
            5.. => Self::ManyTimes,
        }
    }
}

/// Added to how often a word is there when it is in the headline.
const HEADLINE: u16 = 1 << 12;

/// The words of some articles.
#[derive(Debug)]
pub(super) struct Segment {
    pub articles: Vec<(ArticleId, DocumentKey)>,
    /// By article: how many words it has, as the root of it.
    pub lengths: Vec<u8>,
    pub vocabulary: Vocabulary,
    /// Where each word's articles begin among the bytes.
    begins: Vec<u32>,
    bytes: Vec<u8>,
    /// How many articles each word is in.
    counts: Vec<u16>,
}

impl Segment {
    /// Reads some articles.
    pub fn of<'a>(articles: impl Iterator<Item = &'a Article>) -> Self {
        let mut builder = Builder::default();
        for article in articles.take(MOST_ARTICLES) {
            builder.push(article);
        }
        builder.build()
    }

    /// Returns how many articles have a word.
    pub fn count(&self, word: usize) -> usize {
        usize::from(self.counts[word])
    }

    /// Returns the bytes it takes.
    pub fn size(&self) -> usize {
        self.vocabulary.size()
            + self.bytes.capacity()
            + self.begins.capacity() * size_of::<u32>()
            + self.counts.capacity() * size_of::<u16>()
            + self.lengths.capacity()
            + self.articles.capacity() * size_of::<(ArticleId, DocumentKey)>()
    }

    /// Hands on each article that has a word, by its place here.
    pub fn each(&self, word: usize, mut found: impl FnMut(usize, Often)) {
        let mut bytes = &self.bytes[self.begins[word] as usize..self.begins[word + 1] as usize];
        let mut article = 0;
        while let Some((packed, rest)) = unpack(bytes) {
            article += packed >> 2;
            found(article as usize, Often::ALL[packed as usize & 3]);
            article += 1;
            bytes = rest;
        }
    }
}

/// Appends a number, seven bits a byte, the lowest first.
fn pack(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn unpack(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let mut number = u32::from(*first & 0x7f);
    let (mut byte, mut shift) = (*first, 7);
    while byte & 0x80 != 0 {
        let (next, after) = rest.split_first()?;
        (byte, rest) = (*next, after);
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
    }
    Some((number, rest))
}

#[derive(Default)]
struct Builder {
    numbers: FxHashMap<Box<str>, u32>,
    /// By word: the article seen last, and how often it is there.
    last: Vec<(u32, u16)>,
    /// Word, article and how often, the articles in order.
    found: Vec<(u32, u16, Often)>,
    /// The words of the article at hand.
    here: Vec<u32>,
    folded: String,
    articles: Vec<(ArticleId, DocumentKey)>,
    lengths: Vec<u8>,
}

impl Builder {
    fn push(&mut self, article: &Article) {
        let place = self.articles.len() as u32;
        let headline = &article.document.headline;
        self.words(place, headline, HEADLINE);
        let text = super::clipped(&article.document.text);
        let mut length = 0_usize;
        // Folded a stretch at a time, to stay in the cache.
        for line in text.split_inclusive('\n') {
            length += self.words(place, line, 1);
        }
        self.articles.push((article.id, article.content));
        self.lengths.push(length.isqrt().clamp(1, 255) as u8);
        for word in self.here.drain(..) {
            let (_, times) = self.last[word as usize];
            self.found.push((word, place as u16, Often::of(times)));
        }
    }

    fn words(&mut self, place: u32, text: &str, worth: u16) -> usize {
        self.folded.clear();
        fold::fold_into(text, &mut self.folded);
        let mut length = 0;
        for word in super::words_of_text(&self.folded) {
            length += 1;
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => {
                    let number = self.numbers.len() as u32;
                    self.numbers.insert(word.into(), number);
                    self.last.push((u32::MAX, 0));
                    number
                }
            };
            let (last, times) = &mut self.last[number as usize];
            if *last != place {
                (*last, *times) = (place, 0);
                self.here.push(number);
            }
            *times = times.saturating_add(worth);
        }
        length
    }

    fn build(self) -> Segment {
        let numbers = self.numbers.iter();
        let mut sorted: Vec<(&str, u32)> =
            numbers.map(|(word, number)| (&**word, *number)).collect();
        sorted.sort_unstable();
        let mut position = vec![0_u32; sorted.len()];
        for (place, (_, number)) in (0..).zip(&sorted) {
            position[*number as usize] = place;
        }
        // By word, the articles in order: a stable way of counting.
        let mut counts = vec![0_u16; sorted.len()];
        for (word, _, _) in &self.found {
            counts[position[*word as usize] as usize] += 1;
        }
        let mut next = Vec::with_capacity(counts.len());
        let mut sum = 0_u32;
        for count in &counts {
            next.push(sum);
            sum += u32::from(*count);
        }
        let mut ordered = vec![(0_u16, Often::Once); self.found.len()];
        for (word, article, often) in &self.found {
            let place = &mut next[position[*word as usize] as usize];
            ordered[*place as usize] = (*article, *often);
            *place += 1;
        }
        let (mut begins, mut bytes) = (Vec::with_capacity(counts.len() + 1), Vec::new());
        let mut rest = &ordered[..];
        for count in &counts {
            begins.push(bytes.len() as u32);
            let (here, after) = rest.split_at(usize::from(*count));
            let mut following = 0;
            for (article, often) in here {
                pack(
                    (u32::from(*article) - following) << 2 | *often as u32,
                    &mut bytes,
                );
                following = u32::from(*article) + 1;
            }
            rest = after;
        }
        begins.push(bytes.len() as u32);
        bytes.shrink_to_fit();
        Segment {
            vocabulary: Vocabulary::of(sorted.iter().map(|(word, _)| *word)),
            articles: self.articles,
            lengths: self.lengths,
            begins,
            bytes,
            counts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Often, Segment, pack, unpack};
    use crate::corpus::sample::{Sample, corpus};

    #[test]
    fn what_is_packed_is_unpacked() {
        for number in [0, 1, 127, 128, 16_383, 16_384, u32::MAX] {
            let mut bytes = Vec::new();
            pack(number, &mut bytes);
            assert_eq!(unpack(&bytes), Some((number, &[][..])));
        }
        assert_eq!(unpack(&[]), None);
        assert_eq!(unpack(&[0x80]), None);
    }

    #[test]
    fn every_word_knows_its_articles_and_how_often_it_is_there() {
        let corpus = corpus([
            Sample::new(0).says("", "The ferry sank. A ferry, that ferry; the harbour."),
            Sample::new(1).says("", "No boat was there."),
            Sample::new(2).says("", "The harbour closed."),
        ]);
        let segment = Segment::of(corpus.articles());
        let found = |word: &str| {
            let mut found = Vec::new();
            for place in segment.vocabulary.whole(word) {
                segment.each(place, |article, often| found.push((article, often)));
            }
            found
        };
        assert_eq!(
            found("harbour")
                .iter()
                .map(|(at, _)| *at)
                .collect::<Vec<_>>(),
            [0, 2]
        );
        assert_eq!(found("boat").len(), 1);
        assert_eq!(found("nowhere"), []);
        assert!(found("ferry")[0].1 >= Often::AFewTimes);
    }
}
