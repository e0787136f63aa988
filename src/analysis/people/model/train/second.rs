//! What the second reading is learned from.
//!
//! A model knows the texts it was made from too well: what it says of them is
//! no example of what it will say of others. So the texts are parted, and each
//! part is read by a model made from the rest.

use super::super::chain::{LABELS, Label, Path, Scores};
use super::super::votes::{Candidates, Votes};
use super::learn::{self, Weights};
use super::{Recipe, Segment, chain};

use rustc_hash::FxHashMap;

/// Into so many parts the texts are dealt.
const PARTS: usize = 4;

/// Weights are whole numbers of this where labels are looked for.
const GRAIN: f32 = 0.001;

/// The segments with what a first reading says of them, and the features of the second.
pub(super) fn segments(
    segments: &[Segment],
    features: usize,
    recipe: &Recipe,
    mut tell: impl FnMut(&str),
) -> (Vec<Segment>, Vec<u32>) {
    let mut second: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut numbering = Numbering::default();
    for part in 0..PARTS {
        tell(&format!(
            "part {} of {PARTS} is read by a model of the rest",
            part + 1
        ));
        let rest: Vec<&Segment> = segments
            .iter()
            .filter(|segment| segment.text % PARTS != part)
            .collect();
        let once = Recipe {
            runs: 1,
            ..recipe.clone()
        };
        let weights = learn::learn(&rest, features, &once, &mut tell);
        let own: Vec<&Segment> = segments
            .iter()
            .filter(|segment| segment.text % PARTS == part)
            .collect();
        for text in own.chunk_by(|one, next| one.text == next.text) {
            second.extend(read_again(text, &weights, &mut numbering));
        }
    }
    (second, numbering.names)
}

/// Numbers features as they come.
#[derive(Default)]
struct Numbering {
    numbers: FxHashMap<u32, u32>,
    names: Vec<u32>,
}

impl Numbering {
    fn number(&mut self, feature: u32) -> u32 {
        let names = &mut self.names;
        *self.numbers.entry(feature).or_insert_with(|| {
            names.push(feature);
            names.len() as u32 - 1
        })
    }
}

/// The segments of one text for the second reading.
fn read_again(text: &[&Segment], weights: &Weights, numbering: &mut Numbering) -> Vec<Segment> {
    let mut candidates = Candidates::default();
    let mut base: Vec<[f32; LABELS]> = Vec::new();
    for segment in text {
        let from = candidates.keys.len();
        candidates.keys.extend(&segment.keys);
        candidates.segments.push(from..candidates.keys.len());
        let scores = segment.features.iter();
        base.extend(scores.map(|features| weights.emission(features)));
    }
    let scores: Vec<Scores> = base
        .iter()
        .map(|row| row.map(|weight| (weight / GRAIN).round() as i32))
        .collect();
    let chain = chain(weights, GRAIN);
    let mut labels = vec![Label::Outside; scores.len()];
    let mut path = Path::default();
    for range in &candidates.segments {
        path.best(&chain, &scores[range.clone()], &mut labels[range.clone()]);
    }
    let votes = Votes::count(&candidates, &labels);
    let again = text
        .iter()
        .zip(&candidates.segments)
        .map(|(segment, range)| {
            let features = range.clone().map(|at| {
                let mut features = Vec::new();
                votes.features(at, range, &mut features);
                for feature in &mut features {
                    *feature = numbering.number(*feature);
                }
                features
            });
            Segment {
                text: segment.text,
                keys: segment.keys.clone(),
                base: base[range.clone()].to_vec(),
                features: features.collect(),
                allowed: segment.allowed.clone(),
                weight: segment.weight,
            }
        });
    again.collect()
}
