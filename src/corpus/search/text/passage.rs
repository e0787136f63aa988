//! The sentence of an article that says best what was searched for.

use memchr::memmem;

use super::{End, Sought, Stretch, clipped, words_of_text};
use crate::corpus::fold;
use crate::corpus::search::query::Wish;
use crate::corpus::search::{Hit, Passage, Target};
use crate::corpus::{Article, ArticleId};
use crate::document::Span;

/// Places of a term that are looked at in one article.
const MOST_PLACES: usize = 200;
/// Bytes shown before the first match, where a sentence is long.
const BEFORE: usize = 24;
/// Bytes shown of a sentence.
const SHOWN: usize = 300;

/// Looks for the terms in one article after another.
pub(super) struct Passages<'a> {
    groups: &'a [Vec<Sought>],
    folded: String,
}

/// What was found in an article.
pub(super) struct Found {
    passage: Passage,
    text: String,
    matched: Vec<u32>,
}

impl Found {
    pub fn hit(self, article: ArticleId, score: f32) -> Hit {
        Hit {
            target: Target::Article(article),
            text: self.text,
            matched: self.matched,
            score: (score * 100.0) as i64,
            passage: Some(self.passage),
        }
    }
}

impl<'a> Passages<'a> {
    pub fn new(groups: &'a [Vec<Sought>]) -> Self {
        Self {
            groups,
            folded: String::new(),
        }
    }

    /// Finds the sentence with the most of the terms; `None` when a phrase is not
    /// there, or one that is not wanted is.
    pub fn find(&mut self, article: &Article) -> Option<Found> {
        let text = clipped(&article.document.text);
        let in_text = self.places(text)?;
        let best = best_sentence(article, text, &in_text);
        if let Some(passage) = best {
            let (shown, matched) = shown(text, &passage);
            return Some(Found {
                passage,
                text: shown,
                matched,
            });
        }
        Some(self.headed(article))
    }

    /// Every place of a wanted term, by group, in the order of the text; `None`
    /// when a group's phrases are not as wanted.
    fn places(&mut self, text: &str) -> Option<Vec<(Span, usize)>> {
        self.folded.clear();
        fold::fold_into(text, &mut self.folded);
        let mut stretches: Vec<(Stretch, usize)> = Vec::new();
        for (number, group) in self.groups.iter().enumerate() {
            let mut satisfied = false;
            for sought in group {
                let before = stretches.len();
                let found = occurrences(&self.folded, sought);
                stretches.extend(found.map(|stretch| (stretch, number)));
                let is_there = stretches.len() > before;
                satisfied |= match sought.wish {
                    Wish::Wanted => is_there || !sought.is_phrase(),
                    Wish::Unwanted => !is_there,
                };
                if sought.wish == Wish::Unwanted {
                    stretches.truncate(before);
                }
            }
            if !satisfied {
                return None;
            }
        }
        stretches.sort_unstable_by_key(|(stretch, number)| (stretch.start, *number));
        Some(unfolded(text, &stretches))
    }

    /// The article under its headline, where the terms are nowhere else.
    fn headed(&mut self, article: &Article) -> Found {
        let opening = article.analysis.sentences.first();
        let headline = &article.document.headline;
        let places = self.places(headline).unwrap_or_default();
        let words = places.into_iter().map(|(span, _)| span).collect();
        let passage = Passage {
            span: Span::new(0, headline.len()),
            words,
        };
        let (text, matched) = shown(headline, &passage);
        let span = opening.map_or_else(Span::default, |sentence| sentence.span);
        Found {
            passage: Passage {
                span,
                words: Vec::new(),
            },
            text,
            matched,
        }
    }
}

/// The places of a term in a folded text.
fn occurrences<'a>(folded: &'a str, sought: &'a Sought) -> impl Iterator<Item = Stretch> + 'a {
    let first = sought.words.first().map_or("", String::as_str);
    let only = sought.words.len() == 1;
    let candidates = memmem::find_iter(folded.as_bytes(), first.as_bytes());
    let begins = move |at: &usize| (only && sought.end == End::Tail) || begins_word(folded, *at);
    let places = candidates.filter(begins);
    let places = places.filter_map(move |at| end_of(folded, at, sought).map(|end| at..end));
    places.take(MOST_PLACES)
}

/// Where a term ends that may begin at a byte; `None` when it does not.
fn end_of(folded: &str, at: usize, sought: &Sought) -> Option<usize> {
    let mut here = words_of_text(&folded[at..]);
    let last = sought.words.len() - 1;
    let mut end = at;
    for (place, word) in sought.words.iter().enumerate() {
        let next = here.next()?;
        let begin = next.as_ptr() as usize - folded.as_ptr() as usize;
        let fits = match sought.end {
            End::Open if place == last => next.starts_with(word.as_str()),
            End::Open | End::Whole | End::Tail => next == word,
        };
        if !fits {
            return None;
        }
        end = begin + word.len();
    }
    Some(end)
}

/// Says whether a word begins at a byte: what is before it is none, or is one by itself.
fn begins_word(folded: &str, at: usize) -> bool {
    let before = folded[..at].chars().next_back();
    let here = folded[at..].chars().next();
    let alone = |letter: Option<char>| letter.is_some_and(super::stands_alone);
    alone(here) || alone(before) || !before.is_some_and(char::is_alphanumeric)
}

/// Leads stretches of a folded text, in order, back to those they came from.
fn unfolded(text: &str, stretches: &[(Stretch, usize)]) -> Vec<(Span, usize)> {
    if text.is_ascii() {
        let spans = stretches.iter();
        return spans
            .map(|(stretch, number)| (Span::new(stretch.start, stretch.end), *number))
            .collect();
    }
    let mut offsets: Vec<usize> = stretches
        .iter()
        .flat_map(|(stretch, _)| [stretch.start, stretch.end])
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    let origins = origins(text, &offsets);
    let origin = |offset: usize| {
        let place = offsets.binary_search(&offset);
        place.map_or(text.len(), |place| origins[place])
    };
    let spans = stretches.iter();
    spans
        .map(|(stretch, number)| {
            (
                Span::new(origin(stretch.start), origin(stretch.end)),
                *number,
            )
        })
        .collect()
}

/// Where bytes of the folded text, in order, come from.
fn origins(text: &str, offsets: &[usize]) -> Vec<usize> {
    let mut origins = Vec::with_capacity(offsets.len());
    let mut wanted = offsets.iter().copied().peekable();
    let (mut at, mut folded) = (0, 0);
    while let Some(next) = wanted.peek().copied() {
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else {
            origins.push(text.len());
            wanted.next();
            continue;
        };
        if folded >= next {
            origins.push(at);
            wanted.next();
        } else if first.is_ascii() {
            let run = rest.bytes().take(next - folded);
            let run = run.take_while(u8::is_ascii).count();
            at += run;
            folded += run;
        } else {
            fold::fold_char(first, |letter| folded += letter.len_utf8());
            at += first.len_utf8();
        }
    }
    origins
}

/// The sentence in which the most groups have a term, the first of several.
fn best_sentence(article: &Article, text: &str, places: &[(Span, usize)]) -> Option<Passage> {
    let mut best: Option<(u32, Passage)> = None;
    let mut rest = places;
    while let Some((first, _)) = rest.first() {
        let span = sentence_at(article, text, *first);
        let count = rest.iter().take_while(|(place, _)| place.start < span.end);
        let (here, after) = rest.split_at(count.count().max(1));
        let groups = here
            .iter()
            .fold(0_u32, |groups, (_, number)| groups | 1 << number);
        let groups = groups.count_ones();
        if best.as_ref().is_none_or(|(most, _)| groups > *most) {
            let words = here.iter().map(|(place, _)| *place).collect();
            best = Some((groups, Passage { span, words }));
        }
        rest = after;
    }
    best.map(|(_, passage)| passage)
}

/// The sentence a place is in; where there is none, its line.
fn sentence_at(article: &Article, text: &str, place: Span) -> Span {
    let sentences = &article.analysis.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start <= place.start);
    let sentence = after.checked_sub(1).map(|index| sentences[index].span);
    if let Some(sentence) = sentence.filter(|sentence| place.start < sentence.end) {
        return sentence;
    }
    let at = place.start as usize;
    let begin = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    Span::new(begin, end.max(place.end as usize))
}

/// Writes a sentence on one line, from shortly before the first match on, and
/// says which bytes of the line begin a character that matched.
fn shown(text: &str, passage: &Passage) -> (String, Vec<u32>) {
    let sentence = passage.span.start as usize..(passage.span.end as usize).min(text.len());
    let first = passage
        .words
        .first()
        .map_or(sentence.start, |word| word.start as usize);
    let mut begin = sentence.start;
    if first > sentence.start + BEFORE * 2 {
        let from = first - BEFORE;
        let space = text.as_bytes()[from..first]
            .iter()
            .position(u8::is_ascii_whitespace);
        begin = space.map_or(first, |space| from + space + 1);
    }
    let mut line = String::new();
    if begin > sentence.start {
        line.push('…');
    }
    let mut matched = Vec::new();
    let mut words = passage.words.iter().peekable();
    for (offset, letter) in text[begin..sentence.end].char_indices() {
        let at = (begin + offset) as u32;
        while words.next_if(|word| word.end <= at).is_some() {}
        if line.len() > SHOWN {
            line.push('…');
            break;
        }
        let is_lit = words.peek().is_some_and(|word| word.start <= at);
        let is_space = letter.is_whitespace() || letter.is_control();
        if is_space && (line.is_empty() || line.ends_with([' ', '…'])) {
            continue;
        }
        if is_lit {
            matched.push(line.len() as u32);
        }
        line.push(if is_space { ' ' } else { letter });
    }
    (line, matched)
}
