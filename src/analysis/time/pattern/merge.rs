//! Patterns that begin alike share their beginnings.
//!
//! "the {month}" and "the {season}" each bring a "the" of their own. Steps that
//! ask the same are made one, so that a text is asked each question once.

use rustc_hash::FxHashMap;

use super::{Branch, Edge, Step, Tree};

impl Tree {
    /// Joins the steps that all patterns have in common, from the first on.
    pub(super) fn merge(&mut self) {
        let mut merger = Merger {
            old: std::mem::take(&mut self.branches),
            known: FxHashMap::default(),
            merged: Vec::new(),
        };
        let roots = std::mem::take(&mut self.roots);
        self.roots = merger.join(&roots);
        self.branches = merger.merged;
    }
}

struct Merger {
    old: Vec<Branch>,
    /// The new branch that stands for a set of old ones, which are in ascending order.
    known: FxHashMap<Vec<u32>, u32>,
    merged: Vec<Branch>,
}

impl Merger {
    /// One edge for each step, in their order, to all that the step led to.
    fn join(&mut self, edges: &[Edge]) -> Vec<Edge> {
        let mut places: FxHashMap<Step, usize> = FxHashMap::default();
        let mut joined: Vec<(Step, Vec<u32>)> = Vec::new();
        for edge in edges {
            let place = *places.entry(edge.step).or_insert(joined.len());
            match joined.get_mut(place) {
                Some((_, targets)) => targets.push(edge.to),
                None => joined.push((edge.step, vec![edge.to])),
            }
        }
        let edges = joined.into_iter().map(|(step, mut targets)| {
            targets.sort_unstable();
            targets.dedup();
            let to = self.branch(targets);
            Edge { step, to }
        });
        edges.collect()
    }

    /// The new branch that goes on as all of the old ones do.
    fn branch(&mut self, set: Vec<u32>) -> u32 {
        if let Some(known) = self.known.get(&set) {
            return *known;
        }
        let branch = self.merged.len() as u32;
        self.merged.push(Branch::default());
        let mut rules = Vec::new();
        let mut edges = Vec::new();
        for old in &set {
            let old = &self.old[*old as usize];
            rules.extend_from_slice(&old.rules);
            edges.extend_from_slice(&old.edges);
        }
        rules.sort_unstable();
        rules.dedup();
        self.known.insert(set, branch);
        let edges = self.join(&edges);
        self.merged[branch as usize] = Branch::of(edges, rules);
        branch
    }
}
