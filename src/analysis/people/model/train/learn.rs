//! Learning: many small steps along the gradient, each the shorter the more
//! often its feature was moved (AdaGrad, Duchi and others 2011); what the last
//! rounds ended with is averaged.

use std::borrow::Borrow;

use super::super::chain::{ALL, LABELS};
use super::gradient::{Gradient, RULED_OUT};
use super::{Recipe, Segment};

/// Weights while they are learned.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    rows: Vec<[f32; LABELS]>,
    pub steps: [[f32; LABELS]; LABELS],
    pub start: [f32; LABELS],
    pub end: [f32; LABELS],
}

impl Weights {
    fn new(features: usize) -> Self {
        let open = |label: usize| ALL[label].stands_open();
        let goes_on = |label: usize| ALL[label].goes_on();
        let ruled_out = |is_ruled_out: bool| if is_ruled_out { RULED_OUT } else { 0.0 };
        Self {
            rows: vec![[0.0; LABELS]; features],
            steps: std::array::from_fn(|label| {
                std::array::from_fn(|next| ruled_out(!ALL[label].may_precede(ALL[next])))
            }),
            start: std::array::from_fn(|label| ruled_out(goes_on(label))),
            end: std::array::from_fn(|label| ruled_out(open(label))),
        }
    }

    pub(super) fn row(&self, feature: usize) -> &[f32; LABELS] {
        &self.rows[feature]
    }

    pub(super) fn all(&self) -> impl Iterator<Item = f32> + '_ {
        let relative = |row: &[f32; LABELS]| row.map(|weight| weight - row[0]);
        self.rows.iter().flat_map(relative)
    }

    pub(super) fn emission(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sums = [0.0; LABELS];
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[*feature as usize]) {
                *sum += weight;
            }
        }
        sums
    }
}

/// Learns several times, the segments in another order each, and takes the mean.
pub(super) fn learn(
    segments: &[impl Borrow<Segment>],
    features: usize,
    recipe: &Recipe,
    mut tell: impl FnMut(&str),
) -> Weights {
    let mut average = Average::default();
    for seed in 0..recipe.runs {
        learn_once(
            segments,
            features,
            recipe,
            recipe.seed + seed,
            &mut average,
            &mut tell,
        );
    }
    average.finish().unwrap_or_else(|| Weights::new(features))
}

/// Goes through all segments as often as the recipe says; what the last rounds end
/// with is added to the mean.
fn learn_once(
    segments: &[impl Borrow<Segment>],
    features: usize,
    recipe: &Recipe,
    seed: u64,
    average: &mut Average,
    mut tell: impl FnMut(&str),
) {
    let mut learner = Learner {
        weights: Weights::new(features),
        moved: vec![SMALL; features],
        chain_moved: 1.0,
        rate: recipe.rate,
        decay: recipe.decay,
    };
    let mut order: Vec<usize> = (0..segments.len()).collect();
    let mut shuffler = Shuffler(seed);
    for epoch in 1..=recipe.epochs {
        shuffler.shuffle(&mut order);
        let mut loss = 0.0;
        for index in &order {
            loss += f64::from(learner.step(segments[*index].borrow()));
        }
        if epoch + AVERAGED > recipe.epochs {
            average.add(&learner.weights);
        }
        tell(&format!(
            "round {epoch}: {:.4} a segment",
            loss / segments.len().max(1) as f64
        ));
    }
}

/// So many of the last rounds are averaged.
const AVERAGED: usize = 2;

/// Keeps the first step finite.
const SMALL: f32 = 1e-3;

/// A segment whose labels are this likely teaches nothing more.
const LEARNED: f32 = 1e-3;

struct Learner {
    weights: Weights,
    /// By feature: the squares of the steps it was moved by.
    moved: Vec<f32>,
    chain_moved: f32,
    rate: f32,
    decay: f32,
}

impl Learner {
    /// Moves the weights towards the segment's labels; returns how unlikely they were.
    fn step(&mut self, segment: &Segment) -> f32 {
        let Some(gradient) = Gradient::of(&self.weights, segment) else {
            return 0.0;
        };
        if gradient.loss < LEARNED {
            return gradient.loss;
        }
        for (features, errors) in segment.features.iter().zip(&gradient.errors) {
            let errors = errors.map(|error| error * segment.weight);
            let length: f32 = errors.iter().map(|error| error * error).sum();
            if length >= 1e-7 {
                self.move_rows(features, &errors, length);
                self.chain_moved += length;
            }
        }
        self.move_chain(&gradient, segment.weight);
        gradient.loss
    }

    fn move_rows(&mut self, features: &[u32], errors: &[f32; LABELS], length: f32) {
        for feature in features {
            let feature = *feature as usize;
            self.moved[feature] += length;
            let step = self.rate / self.moved[feature].sqrt();
            for (weight, error) in self.weights.rows[feature].iter_mut().zip(errors) {
                *weight += step * (error - self.decay * *weight);
            }
        }
    }

    fn move_chain(&mut self, gradient: &Gradient, weight: f32) {
        let step = weight * self.rate / self.chain_moved.sqrt();
        let towards = |weights: &mut [f32; LABELS], errors: &[f32; LABELS]| {
            for (weight, error) in weights.iter_mut().zip(errors) {
                if *weight > RULED_OUT / 2.0 {
                    *weight += step * error;
                }
            }
        };
        for (weights, errors) in self.weights.steps.iter_mut().zip(&gradient.steps) {
            towards(weights, errors);
        }
        if let (Some(first), Some(last)) = (gradient.errors.first(), gradient.errors.last()) {
            towards(&mut self.weights.start, first);
            towards(&mut self.weights.end, last);
        }
    }
}

/// The mean of weights.
#[derive(Default)]
struct Average {
    sum: Option<Weights>,
    count: f32,
}

impl Average {
    fn add(&mut self, weights: &Weights) {
        self.count += 1.0;
        match &mut self.sum {
            None => self.sum = Some(weights.clone()),
            Some(sum) => {
                let rows = sum.rows.iter_mut().zip(&weights.rows);
                let chain = sum.steps.iter_mut().zip(&weights.steps);
                for (sums, row) in rows.chain(chain) {
                    add(sums, row);
                }
                add(&mut sum.start, &weights.start);
                add(&mut sum.end, &weights.end);
            }
        }
    }

    fn finish(self) -> Option<Weights> {
        let mut weights = self.sum?;
        let ends = [&mut weights.start, &mut weights.end];
        for row in weights
            .rows
            .iter_mut()
            .chain(&mut weights.steps)
            .chain(ends)
        {
            for weight in row {
                *weight /= self.count;
            }
        }
        Some(weights)
    }
}

fn add(sums: &mut [f32; LABELS], row: &[f32; LABELS]) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += weight;
    }
}

/// Orders things by chance, the same way on every machine (Knuth's MMIX generator).
struct Shuffler(u64);

impl Shuffler {
    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let other = (self.0 >> 33) as usize % (last + 1);
            order.swap(last, other);
        }
    }
}
