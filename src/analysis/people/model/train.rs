//! Makes a name model from marked texts.
//!
//! The same recipe and the same texts give the same bytes: the order of the
//! texts is shuffled by a generator of our own, and everything runs in one
//! thread. Reading the texts is the caller's affair (`tests/training`).

mod gradient;
mod learn;
mod second;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::chain::{Chain, LABELS, Label, NEVER};
use super::facts::Facts;
use super::features::Window;
use super::table::{self, Row, WEIGHTS};
use super::{HEAD, MAGIC, segments};
use crate::analysis::people::Lists;
use crate::analysis::people::pieces::Pieces;
use crate::analysis::text::Text;
use crate::document::{Document, Span};

use learn::Weights;

/// What a marked stretch of a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    Person,
    Place,
    Organisation,
    Other,
}

/// What a text's marks tell of the words that have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marked {
    /// Every name is marked: what has no mark is none.
    Everything,
    /// Only persons are: what has no mark may be another name.
    Persons,
}

/// A text with its names marked by hand.
#[derive(Debug, Clone)]
pub struct Example {
    pub document: Document,
    /// In order of the text, not overlapping.
    pub names: Vec<(Span, Entity)>,
    pub marked: Marked,
    /// The stretches that were marked; the others are only read for what they show of words.
    pub parts: Option<Vec<Span>>,
    /// How much it counts beside the others; 1 is usual.
    pub weight: f32,
}

/// How to learn.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// How often all texts are gone through.
    pub epochs: usize,
    /// How often it is learned, in another order each time.
    pub runs: u64,
    /// How far the first step goes.
    pub rate: f32,
    /// What draws weights back to nothing.
    pub decay: f32,
    /// How many features are kept.
    pub rows: usize,
    /// How many lines the table has, 65,536 at most.
    pub lines: usize,
    /// Features seen less often are passed over.
    pub least: u32,
    /// What the shuffling begins with.
    pub seed: u64,
}

impl Default for Recipe {
    /// What the built-in model is made with.
    fn default() -> Self {
        Self {
            epochs: 6,
            runs: 3,
            rate: 0.05,
            decay: 1e-6,
            rows: 400_000,
            lines: 65_536,
            least: 2,
            seed: 12_345,
        }
    }
}

/// A segment of a text: its features and what labels its pieces may have.
struct Segment {
    /// The text it is taken from.
    text: usize,
    /// By piece: what tells its word from others.
    keys: Vec<u32>,
    /// By piece and label: what an earlier reading says.
    base: Vec<[f32; LABELS]>,
    /// By piece; numbers of features.
    features: Vec<Vec<u32>>,
    /// By piece, a bit for each label.
    allowed: Vec<u8>,
    weight: f32,
}

/// Makes the bytes of a model; `tell` is told how it goes, a line at a time.
pub fn train(
    examples: &[Example],
    lists: &Lists,
    recipe: &Recipe,
    mut tell: impl FnMut(&str),
) -> Vec<u8> {
    let (mut segments, mut names) = gather(examples, lists, recipe.least);
    let pieces: usize = segments.iter().map(|segment| segment.allowed.len()).sum();
    tell(&format!(
        "{} texts, {} segments, {pieces} pieces, {} features",
        examples.len(),
        segments.len(),
        names.len()
    ));
    let first = learn::learn(&segments, names.len(), recipe, &mut tell);
    keep_best(&mut segments, &mut names, &first, recipe.rows);
    tell(&format!("{} features kept", names.len()));
    let weights = learn::learn(&segments, names.len(), recipe, &mut tell);
    let first = Reading::new(weights, names, &segments);
    let (second_segments, second_names) =
        second::segments(&segments, first.names.len(), recipe, &mut tell);
    let weights = learn::learn(&second_segments, second_names.len(), recipe, &mut tell);
    let second = Reading::new(weights, second_names, &second_segments);
    let (bytes, left_out) = pack(&first, &second, recipe.lines);
    tell(&format!(
        "{} bytes; {left_out} features found no room",
        bytes.len()
    ));
    bytes
}

/// What was learned for one of the two readings.
struct Reading {
    weights: Weights,
    /// The feature of each number, and how often it was seen.
    names: Vec<u32>,
    counts: Vec<u32>,
}

impl Reading {
    fn new(weights: Weights, names: Vec<u32>, segments: &[Segment]) -> Self {
        let counts = count(segments, names.len());
        Self {
            weights,
            names,
            counts,
        }
    }
}

/// The segments of all texts, their features numbered, and what each number stands for.
fn gather(examples: &[Example], lists: &Lists, least: u32) -> (Vec<Segment>, Vec<u32>) {
    let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
    let mut names = Vec::new();
    let mut segments = Vec::new();
    for (text, example) in examples.iter().enumerate() {
        read(text, example, lists, |mut segment| {
            for feature in segment.features.iter_mut().flatten() {
                *feature = *numbers.entry(*feature).or_insert_with(|| {
                    names.push(*feature);
                    names.len() as u32 - 1
                });
            }
            segments.push(segment);
        });
    }
    let counts = count(&segments, names.len());
    retain(&mut segments, &mut names, |number| counts[number] >= least);
    (segments, names)
}

fn count(segments: &[Segment], features: usize) -> Vec<u32> {
    let mut counts = vec![0; features];
    for segment in segments {
        for feature in segment.features.iter().flatten() {
            counts[*feature as usize] += 1;
        }
    }
    counts
}

/// Leaves features out and numbers the others anew.
fn retain(segments: &mut [Segment], names: &mut Vec<u32>, keeps: impl Fn(usize) -> bool) {
    let mut next = 0;
    let numbers: Vec<Option<u32>> = (0..names.len())
        .map(|number| {
            keeps(number).then(|| {
                next += 1;
                next - 1
            })
        })
        .collect();
    for piece in segments
        .iter_mut()
        .flat_map(|segment| &mut segment.features)
    {
        piece.retain_mut(|feature| match numbers[*feature as usize] {
            Some(number) => {
                *feature = number;
                true
            }
            None => false,
        });
    }
    let mut number = 0;
    names.retain(|_| {
        number += 1;
        numbers[number - 1].is_some()
    });
}

/// Keeps the features that would be missed most.
fn keep_best(segments: &mut [Segment], names: &mut Vec<u32>, weights: &Weights, rows: usize) {
    let counts = count(segments, names.len());
    let worths: Vec<f32> = (0..names.len())
        .map(|number| worth(weights.row(number), counts[number]))
        .collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|one, other| worths[*other].total_cmp(&worths[*one]).then(one.cmp(other)));
    let mut kept = vec![false; names.len()];
    for number in order.into_iter().take(rows) {
        kept[number] = true;
    }
    retain(segments, names, |number| kept[number]);
}

/// How much a feature tells labels apart, and how often.
fn worth(row: &[f32; LABELS], count: u32) -> f32 {
    let highest = row.iter().copied().fold(f32::MIN, f32::max);
    let lowest = row.iter().copied().fold(f32::MAX, f32::min);
    (highest - lowest) * (count as f32).sqrt()
}

/// Takes the segments out of a marked text.
fn read(text_number: usize, example: &Example, lists: &Lists, mut take: impl FnMut(Segment)) {
    let text = Text::read(&example.document);
    let pieces = Pieces::read(&text, lists);
    let facts = Facts::of(&pieces);
    let labels = labels(example, &pieces);
    for sentence in pieces.sentences() {
        let mut window = Window::new(&pieces, &facts, sentence);
        for range in segments::of(&pieces, window.range()) {
            let span = Span {
                start: pieces.all[range.start].span.start,
                end: pieces.all[range.end - 1].span.end,
            };
            let parts = example.parts.as_deref();
            if parts.is_some_and(|parts| !parts.iter().any(|part| part.contains(span))) {
                continue;
            }
            let features = range.clone().map(|at| {
                let mut features = Vec::new();
                let word = pieces.all[at].word as usize;
                Window::own_features(&pieces.words[word], &mut features);
                window.features(at, &mut features);
                features
            });
            let keys = range
                .clone()
                .map(|at| pieces.words[pieces.all[at].word as usize].key());
            take(Segment {
                text: text_number,
                keys: keys.collect(),
                base: vec![[0.0; LABELS]; range.len()],
                features: features.collect(),
                allowed: allowed(&labels[range], example.marked),
                weight: example.weight,
            });
        }
    }
}

/// The label of each piece by the marks; a piece belongs where its first byte does.
fn labels(example: &Example, pieces: &Pieces<'_>) -> Vec<Label> {
    let mut labels = vec![Label::Outside; pieces.all.len()];
    for (span, entity) in &example.names {
        let from = pieces
            .all
            .partition_point(|piece| piece.span.start < span.start);
        let to = pieces
            .all
            .partition_point(|piece| piece.span.start < span.end);
        match entity {
            Entity::Person => mark_person(&mut labels[from..to]),
            Entity::Place => labels[from..to].fill(Label::Place),
            Entity::Organisation => labels[from..to].fill(Label::Organisation),
            Entity::Other => labels[from..to].fill(Label::Other),
        }
    }
    labels
}

fn mark_person(labels: &mut [Label]) {
    labels.fill(Label::Inner);
    match labels {
        [] => {}
        [only] => *only = Label::Only,
        [first, .., last] => {
            *first = Label::First;
            *last = Label::Last;
        }
    }
}

/// The labels each piece may have. A name cut by the segment's ends is made whole.
fn allowed(labels: &[Label], marked: Marked) -> Vec<u8> {
    let bit = |label: Label| 1 << label as u8;
    let mut whole = labels.to_vec();
    for name in persons(labels) {
        mark_person(&mut whole[name]);
    }
    let unmarked = match marked {
        Marked::Everything => bit(Label::Outside),
        Marked::Persons => [
            Label::Outside,
            Label::Place,
            Label::Organisation,
            Label::Other,
        ]
        .map(bit)
        .iter()
        .sum(),
    };
    whole
        .into_iter()
        .map(|label| match label {
            Label::Outside => unmarked,
            label => bit(label),
        })
        .collect()
}

/// The runs of labels that are one person each.
fn persons(labels: &[Label]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        if !label.is_person() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && label.goes_on() => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Weights stand for so much each when they are bytes.
fn scale(readings: [&Reading; 2]) -> f32 {
    let weights = readings
        .into_iter()
        .flat_map(|reading| reading.weights.all());
    let highest = weights.fold(0f32, |highest, weight| highest.max(weight.abs()));
    highest.min(HEAVIEST) / 127.0
}

/// No feature may speak louder; measured on the development sets.
const HEAVIEST: f32 = 3.0;

/// The bytes of a model of two readings, and how many features found no room.
fn pack(first: &Reading, second: &Reading, lines: usize) -> (Vec<u8>, usize) {
    let scale = scale([first, second]);
    let mut bytes = MAGIC.to_vec();
    let mut rows = Vec::new();
    for reading in [first, second] {
        chain(&reading.weights, scale).write(&mut bytes);
        rows.extend(packed_rows(reading, scale));
    }
    bytes.resize(HEAD, 0);
    let left_out = table::write(rows, lines, &mut bytes);
    (bytes, left_out)
}

fn packed_rows(reading: &Reading, scale: f32) -> impl Iterator<Item = Row> + '_ {
    let rows = reading
        .names
        .iter()
        .enumerate()
        .map(move |(number, feature)| {
            let row = reading.weights.row(number);
            Row {
                feature: *feature,
                weights: byte_weights(row, scale),
                worth: worth(row, reading.counts[number]),
            }
        });
    rows.filter(|row| row.weights != [0; WEIGHTS])
}

fn chain(weights: &Weights, scale: f32) -> Chain {
    let whole = |weight: f32| match weight.is_finite() && weight > LOWEST {
        true => (weight / scale).round() as i32,
        false => NEVER,
    };
    Chain {
        steps: weights.steps.map(|row| row.map(whole)),
        start: weights.start.map(whole),
        end: weights.end.map(whole),
    }
}

/// A step as low as this was ruled out, not learned.
const LOWEST: f32 = -1e6;

/// The weights of all labels but the first, measured against it.
fn byte_weights(row: &[f32; LABELS], scale: f32) -> [i8; WEIGHTS] {
    std::array::from_fn(|label| {
        let weight = (row[label + 1] - row[0]) / scale;
        weight.round().clamp(-127.0, 127.0) as i8
    })
}
