//! Patterns that begin alike share their beginnings.
//!
//! "the {month}" and "the {season}" each bring a "the" of their own. Steps that
//! ask the same are made one, so that a text is asked each question once.

use rustc_hash::FxHashMap;

use super::{Branch, Edge, Step, Tree};

impl Tree {
    /// Joins the steps that all patterns have in common, from the first on.
    pub(super) fn merge(&mut self) {
        let old = std::mem::take(&mut self.branches);
        let mut merger = Merger {
            alone: vec![None; old.len()],
            sets: FxHashMap::default(),
            merged: Vec::with_capacity(2 * old.len()),
            old,
        };
        let roots = std::mem::take(&mut self.roots);
        self.roots = merger.join(&roots);
        self.branches = merger.merged;
    }
}

struct Merger {
    old: Vec<Branch>,
    /// The new branch that stands for an old one alone.
    alone: Vec<Option<u32>>,
    /// The new branch that stands for several old ones, which are in ascending order.
    sets: FxHashMap<Vec<u32>, u32>,
    merged: Vec<Branch>,
}

/// Up to this many edges are faster compared one by one than hashed.
const FEW: usize = 12;

impl Merger {
    /// One edge for each step, in their order, to all that the step led to.
    fn join(&mut self, edges: &[Edge]) -> Vec<Edge> {
        let mut places: FxHashMap<Step, usize> = FxHashMap::default();
        let mut joined: Vec<(Step, Vec<u32>)> = Vec::with_capacity(edges.len());
        for edge in edges {
            let place = if edges.len() <= FEW {
                let same = joined.iter().position(|(step, _)| *step == edge.step);
                same.unwrap_or(joined.len())
            } else {
                *places.entry(edge.step).or_insert(joined.len())
            };
            match joined.get_mut(place) {
                Some((_, targets)) => targets.push(edge.to),
                None => joined.push((edge.step, vec![edge.to])),
            }
        }
        let edges = joined.into_iter().map(|(step, targets)| {
            let to = self.branch(targets);
            Edge { step, to }
        });
        edges.collect()
    }

    /// The new branch that goes on as all of the old ones do.
    fn branch(&mut self, mut set: Vec<u32>) -> u32 {
        if let [alone] = set[..] {
            return self.copy(alone);
        }
        set.sort_unstable();
        set.dedup();
        if let Some(known) = self.sets.get(&set) {
            return *known;
        }
        let mut rules = Vec::new();
        let mut edges = Vec::new();
        for old in &set {
            let old = &self.old[*old as usize];
            rules.extend_from_slice(&old.rules);
            edges.extend_from_slice(&old.edges);
        }
        rules.sort_unstable();
        rules.dedup();
        let branch = self.place();
        self.sets.insert(set, branch);
        let edges = self.join(&edges);
        self.merged[branch as usize] = Branch::of(edges, rules);
        branch
    }

    /// The new branch that goes on as one old branch does.
    fn copy(&mut self, old: u32) -> u32 {
        if let Some(known) = self.alone[old as usize] {
            return known;
        }
        let branch = self.place();
        self.alone[old as usize] = Some(branch);
        let Branch { edges, rules, .. } = self.old[old as usize].clone();
        let edges = self.join(&edges);
        self.merged[branch as usize] = Branch::of(edges, rules);
        branch
    }

    /// Keeps a place for a branch in the making.
    fn place(&mut self) -> u32 {
        self.merged.push(Branch::default());
        self.merged.len() as u32 - 1
    }
}
