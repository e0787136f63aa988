//! How far a chain's labels are from those a segment may have.
//!
//! Forward and backward sums over all paths (Lafferty and others 2001), once
//! over every label and once over those allowed; their difference is the way
//! to go. Where each piece may have one label only this is the usual gradient,
//! elsewhere that of partly marked texts (Tsuboi and others 2008).

use super::super::chain::LABELS;
use super::Segment;
use super::learn::Weights;

/// What no path may take; low enough that its likelihood is nothing.
pub(super) const RULED_OUT: f32 = -1e9;

type Row = [f32; LABELS];

/// The way that makes a segment's labels likelier.
pub(super) struct Gradient {
    /// By piece and label: wanted less expected.
    pub errors: Vec<Row>,
    /// By label and the next, over the whole segment.
    pub steps: [Row; LABELS],
    /// How unlikely the allowed labels are; the natural logarithm, negated.
    pub loss: f32,
}

impl Gradient {
    /// `None` for a segment whose labels no path can take.
    pub(super) fn of(weights: &Weights, segment: &Segment) -> Option<Self> {
        let scores: Vec<Row> = segment
            .features
            .iter()
            .zip(&segment.base)
            .map(|(features, base)| {
                let own = weights.emission(features);
                std::array::from_fn(|label| base[label] + own[label])
            })
            .collect();
        let masked: Vec<Row> = scores
            .iter()
            .zip(&segment.allowed)
            .map(|(scores, allowed)| {
                std::array::from_fn(|label| match allowed >> label & 1 {
                    1 => scores[label],
                    _ => RULED_OUT,
                })
            })
            .collect();
        let expected = Paths::over(weights, &scores);
        let wanted = Paths::over(weights, &masked);
        let loss = expected.total - wanted.total;
        if !loss.is_finite() || wanted.total < RULED_OUT / 2.0 {
            return None;
        }
        let difference = |one: &Row, other: &Row| std::array::from_fn(|at| one[at] - other[at]);
        let pieces = wanted.pieces.iter().zip(&expected.pieces);
        Some(Self {
            errors: pieces.map(|(one, other)| difference(one, other)).collect(),
            steps: std::array::from_fn(|label| {
                difference(&wanted.steps[label], &expected.steps[label])
            }),
            loss,
        })
    }
}

/// All paths through a segment, weighed.
struct Paths {
    /// By piece: how likely each label is.
    pieces: Vec<Row>,
    /// How often each step is expected.
    steps: [Row; LABELS],
    /// The logarithm of the sum over all paths.
    total: f32,
}

impl Paths {
    fn over(weights: &Weights, scores: &[Row]) -> Self {
        let forward = forward(weights, scores);
        let backward = backward(weights, scores);
        let last = forward[scores.len() - 1];
        let total = log_sum(&std::array::from_fn(|label| {
            last[label] + weights.end[label]
        }));
        let likely = |log: f32| (log - total).exp();
        let mut steps = [[0.0; LABELS]; LABELS];
        for at in 1..scores.len() {
            for (label, sums) in steps.iter_mut().enumerate() {
                for (next, sum) in sums.iter_mut().enumerate() {
                    let step = forward[at - 1][label] + weights.steps[label][next];
                    *sum += likely(step + scores[at][next] + backward[at][next]);
                }
            }
        }
        let pieces = forward.iter().zip(&backward).map(|(before, after)| {
            std::array::from_fn(|label| likely(before[label] + after[label]))
        });
        Self {
            pieces: pieces.collect(),
            steps,
            total,
        }
    }
}

fn forward(weights: &Weights, scores: &[Row]) -> Vec<Row> {
    let mut sums: Vec<Row> = Vec::with_capacity(scores.len());
    for (at, scores) in scores.iter().enumerate() {
        sums.push(std::array::from_fn(|next| {
            let before = match at {
                0 => weights.start[next],
                at => log_sum(&std::array::from_fn(|label| {
                    sums[at - 1][label] + weights.steps[label][next]
                })),
            };
            before + scores[next]
        }));
    }
    sums
}

fn backward(weights: &Weights, scores: &[Row]) -> Vec<Row> {
    let mut sums = vec![weights.end; scores.len()];
    for at in (0..scores.len() - 1).rev() {
        sums[at] = std::array::from_fn(|label| {
            log_sum(&std::array::from_fn(|next| {
                weights.steps[label][next] + scores[at + 1][next] + sums[at + 1][next]
            }))
        });
    }
    sums
}

fn log_sum(logs: &Row) -> f32 {
    let highest = logs.iter().copied().fold(f32::MIN, f32::max);
    highest
        + logs
            .iter()
            .map(|log| (log - highest).exp())
            .sum::<f32>()
            .ln()
}
