//! Words in order of the alphabet, each with the entries it is in.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashMap;

use super::near::Near;
use super::value::Value;

/// Words in order of the alphabet.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The words, a line break behind each.
    arena: String,
    /// Where each word begins in the arena, and where one more would.
    begins: Vec<u32>,
}

impl Vocabulary {
    /// Takes words that are in order.
    pub fn of<'a>(sorted: impl Iterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in sorted {
            vocabulary.begins.push(vocabulary.arena.len() as u32);
            vocabulary.arena.push_str(word);
            vocabulary.arena.push('\n');
        }
        vocabulary.begins.push(vocabulary.arena.len() as u32);
        vocabulary
    }

    pub fn count(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    pub fn word(&self, place: usize) -> &str {
        &self.arena[self.begins[place] as usize..self.begins[place + 1] as usize - 1]
    }

    /// Returns the bytes it takes.
    pub fn size(&self) -> usize {
        self.arena.capacity() + self.begins.capacity() * size_of::<u32>()
    }

    /// The words that begin so.
    pub fn beginning(&self, text: &str) -> Range<usize> {
        let begin = self.first_where(0, |word| word >= text);
        let end = self.first_where(begin, |word| !word.starts_with(text));
        begin..end
    }

    /// The word itself, if it is there.
    pub fn whole(&self, word: &str) -> Range<usize> {
        let begin = self.first_where(0, |known| known >= word);
        let found = begin < self.count() && self.word(begin) == word;
        begin..begin + usize::from(found)
    }

    /// Hands on the place of each word that has the text in it.
    pub fn containing(&self, text: &str, mut found: impl FnMut(usize)) {
        let finder = memmem::Finder::new(text);
        let (mut from, mut place) = (0, 0);
        while let Some(at) = finder.find(&self.arena.as_bytes()[from..]) {
            place = self.place_at(from + at, place);
            found(place);
            from = self.begins[place + 1] as usize;
        }
    }

    /// Hands on the place of each word that ends so.
    pub fn ending(&self, text: &str, mut found: impl FnMut(usize)) {
        let line = format!("{text}\n");
        let finder = memmem::Finder::new(&line);
        let mut place = 0;
        for at in finder.find_iter(self.arena.as_bytes()) {
            place = self.place_at(at, place);
            found(place);
        }
    }

    /// The place of the word a byte is in; it is not before `from`, and often near it.
    fn place_at(&self, byte: usize, from: usize) -> usize {
        let byte = byte as u32;
        let (mut low, mut step) = (from, 1);
        while self
            .begins
            .get(low + step)
            .is_some_and(|begin| *begin <= byte)
        {
            low += step;
            step *= 2;
        }
        let end = (low + step).min(self.begins.len());
        low + self.begins[low..end].partition_point(|begin| *begin <= byte) - 1
    }

    /// The first place from one on whose word is so; all after it must be so too,
    /// as far as one looks.
    fn first_where(&self, from: usize, is_so: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.count());
        while low < high {
            let middle = low.midpoint(high);
            if is_so(self.word(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

/// Words in order of the alphabet, with the entries they are in.
#[derive(Debug, Default)]
pub(super) struct Words {
    vocabulary: Vocabulary,
    /// Where each word's entries begin in `entries`, and where the last's end.
    ranges: Vec<u32>,
    entries: Vec<u32>,
    /// The words of names, with the letters each has: they may be misspelt.
    named: Vec<(u32, u32)>,
}

/// Whether a text is someone's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Name,
    Other,
}

/// Collects words until they can be sorted.
#[derive(Debug, Default)]
pub(super) struct WordsBuilder {
    numbers: FxHashMap<Box<str>, u32>,
    /// Word and entry, as they come.
    pairs: Vec<(u32, u32)>,
    /// By word: the entry it was last seen in, and whether it is of a name.
    known: Vec<(u32, Nature)>,
}

impl WordsBuilder {
    /// Takes in a folded text of an entry; entries must come in order.
    pub fn push(&mut self, entry: u32, folded: &str, nature: Nature) {
        for word in words_of(folded) {
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => {
                    let number = self.numbers.len() as u32;
                    self.numbers.insert(word.into(), number);
                    self.known.push((u32::MAX, Nature::Other));
                    number
                }
            };
            let (last, known) = &mut self.known[number as usize];
            if nature == Nature::Name {
                *known = nature;
            }
            if std::mem::replace(last, entry) != entry {
                self.pairs.push((number, entry));
            }
        }
    }

    pub fn build(self) -> Words {
        let numbers = self.numbers.iter();
        let mut sorted: Vec<(&str, u32)> =
            numbers.map(|(word, number)| (&**word, *number)).collect();
        sorted.sort_unstable();
        let mut words = Words {
            vocabulary: Vocabulary::of(sorted.iter().map(|(word, _)| *word)),
            ranges: vec![0; sorted.len() + 1],
            ..Words::default()
        };
        let mut position = vec![0; sorted.len()];
        for (place, (word, number)) in (0..).zip(&sorted) {
            position[*number as usize] = place;
            if self.known[*number as usize].1 == Nature::Name {
                words.named.push((place, Near::letters(word)));
            }
        }
        for (number, _) in &self.pairs {
            words.ranges[position[*number as usize] as usize + 1] += 1;
        }
        for place in 1..words.ranges.len() {
            words.ranges[place] += words.ranges[place - 1];
        }
        let mut next = words.ranges.clone();
        words.entries = vec![0; self.pairs.len()];
        for (number, entry) in &self.pairs {
            let next = &mut next[position[*number as usize] as usize];
            words.entries[*next as usize] = *entry;
            *next += 1;
        }
        words
    }
}

impl Words {
    /// Values the entries in which a word begins with a folded text, is it, or has it inside.
    pub fn value_beginnings(&self, text: &str, values: &mut [Value]) {
        self.mark(self.vocabulary.beginning(text), Value::BEGINS, values);
        self.mark(self.vocabulary.whole(text), Value::WHOLE, values);
    }

    pub fn value_insides(&self, text: &str, values: &mut [Value]) {
        self.vocabulary.containing(text, |place| {
            self.mark(place..place + 1, Value::INSIDE, values);
        });
    }

    pub fn value_endings(&self, text: &str, values: &mut [Value]) {
        self.vocabulary.ending(text, |place| {
            self.mark(place..place + 1, Value::INSIDE, values);
        });
    }

    pub fn value_wholes(&self, text: &str, values: &mut [Value]) {
        self.mark(self.vocabulary.whole(text), Value::WHOLE, values);
    }

    /// Says whether some name has a word that begins so.
    pub fn begins_a_name(&self, text: &str) -> bool {
        let range = self.vocabulary.beginning(text);
        let first = self
            .named
            .partition_point(|(place, _)| (*place as usize) < range.start);
        let found = self.named.get(first);
        found.is_some_and(|(place, _)| (*place as usize) < range.end)
    }

    /// Finds the words of names that are a term misspelt, with what each is worth.
    pub fn misspelt(&self, near: &Near) -> Vec<(&str, Value)> {
        let named = self.named.iter();
        let found = named.filter(|(_, letters)| near.may_be(*letters));
        let found = found.filter_map(|(place, _)| {
            let word = self.vocabulary.word(*place as usize);
            Some((word, near.value(word)?))
        });
        found.collect()
    }

    fn mark(&self, words: Range<usize>, value: Value, values: &mut [Value]) {
        if words.is_empty() {
            return;
        }
        let (begin, end) = (self.ranges[words.start], self.ranges[words.end]);
        for entry in &self.entries[begin as usize..end as usize] {
            let known = &mut values[*entry as usize];
            *known = value.max(*known);
        }
    }

    /// Values the entries that have a word.
    pub fn value_word(&self, word: &str, value: Value, values: &mut [Value]) {
        self.mark(self.vocabulary.whole(word), value, values);
    }
}

/// Splits a folded text at everything that is neither letter nor digit.
pub(super) fn words_of(folded: &str) -> impl Iterator<Item = &str> + Clone {
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Nature, Value, Words, WordsBuilder};

    #[test]
    fn a_term_is_a_word_begins_one_ends_one_or_is_inside_one() {
        let mut builder = WordsBuilder::default();
        let texts = ["zarif spoke", "zarifi", "mozarif-zarif", "czar", "", "زریف"];
        for (entry, text) in (0..).zip(texts) {
            builder.push(entry, text, Nature::Other);
        }
        let words = builder.build();
        let check = |look: fn(&Words, &str, &mut [Value]), term: &str, expected: [Value; 6]| {
            let mut values = [Value::ABSENT; 6];
            look(&words, term, &mut values);
            assert_eq!(values, expected, "{term}");
        };
        let (no, inside, begins, whole) =
            (Value::ABSENT, Value::INSIDE, Value::BEGINS, Value::WHOLE);
        let beginnings = Words::value_beginnings;
        check(beginnings, "zarif", [whole, begins, whole, no, no, no]);
        check(beginnings, "zar", [begins, begins, begins, no, no, no]);
        check(beginnings, "s", [begins, no, no, no, no, no]);
        check(beginnings, "zzz", [no; 6]);
        check(
            Words::value_insides,
            "ar",
            [inside, inside, inside, inside, no, no],
        );
        check(Words::value_insides, "ریف", [no, no, no, no, no, inside]);
        check(
            Words::value_endings,
            "rif",
            [inside, no, inside, no, no, no],
        );
        check(Words::value_wholes, "zarif", [whole, no, whole, no, no, no]);
        let mut nothing = [];
        WordsBuilder::default()
            .build()
            .value_insides("zar", &mut nothing);
    }
}
