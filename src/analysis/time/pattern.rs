//! Patterns over classes of words, compiled into graphs that all rules share one index of.
//!
//! A pattern is written as it is read: `the` is that word, `{month}` a word of
//! that class kept as the part of the same name, `{from:day}` one kept under
//! another name, `[…]` may be missing, `(a|b)` is either, `<name>` stands for a
//! phrase defined once. What is written without a space between must touch in
//! the text.

mod merge;

use std::collections::BTreeMap;

use super::meaning::Part;
use super::words::{Class, Classes, Literal, Words};

/// What one element asks of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Test {
    Literal(Literal),
    Class(Class),
}

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Step {
    test: Test,
    /// Whether it must touch what comes before.
    glued: bool,
    part: Option<(Part, Class)>,
}

/// A pattern as written: its choices not yet spelled out.
#[derive(Debug)]
enum Node {
    Step(Test, Option<(Part, Class)>),
    Space,
    /// Any one of these; an optional group holds an empty one.
    Choice(Vec<Vec<Node>>),
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    step: Step,
    to: u32,
}

#[derive(Debug, Clone, Default)]
struct Branch {
    edges: Vec<Edge>,
    /// The rules whose pattern ends here, in their order.
    rules: Vec<u16>,
    /// What the edges ask for: an item with none of it goes no further.
    classes: Classes,
    asks_literal: bool,
}

impl Branch {
    fn of(edges: Vec<Edge>, rules: Vec<u16>) -> Self {
        let mut classes = Classes::default();
        let mut asks_literal = false;
        for edge in &edges {
            match edge.step.test {
                Test::Class(class) => classes.add(class),
                Test::Literal(_) => asks_literal = true,
            }
        }
        Self {
            edges,
            rules,
            classes,
            asks_literal,
        }
    }

    /// Whether some edge may pass the item.
    fn may_pass<M: Matches>(&self, items: &M, at: usize) -> bool {
        at < items.count()
            && (items.classes(at).meets(self.classes)
                || self.asks_literal && items.literal(at) != 0)
    }
}

/// All patterns, first each a small graph of its own: what may be missing or
/// differ comes together again, so a pattern is as large as it is written. Once
/// all are in, what they begin with is shared (`merge`).
#[derive(Debug, Default)]
pub(super) struct Tree {
    branches: Vec<Branch>,
    /// The first steps of all patterns.
    roots: Vec<Edge>,
    by_class: Vec<Vec<Edge>>,
    by_literal: Vec<Vec<Edge>>,
    starters: Classes,
}

/// What the tree asks of an item.
pub(super) trait Matches {
    /// Whether the item at `index` passes, touching the one before when it must.
    fn passes(&self, index: usize, test: Test, glued: bool) -> bool;
    fn count(&self) -> usize;
    fn classes(&self, index: usize) -> Classes;
    fn literal(&self, index: usize) -> Literal;
}

/// The longest pattern, in items.
pub(super) const DEEPEST: usize = 24;

/// A way through the tree: which part each item fills, and as a word of which class.
pub(super) type Path = [Option<(Part, Class)>; DEEPEST];

/// A place where a pattern in the making goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    /// `None` before the first step.
    branch: Option<u32>,
    /// Whether a space stands between it and what follows.
    spaced: bool,
    depth: usize,
}

impl Tree {
    /// Adds the pattern of the rule numbered `rule`.
    ///
    /// # Panics
    /// When the pattern is malformed or names an unknown class or phrase.
    pub fn add(
        &mut self,
        rule: u16,
        pattern: &str,
        phrases: &BTreeMap<String, String>,
        words: &mut Words,
    ) {
        let nodes = Reader { phrases, words }.sequence(pattern);
        let start = Head {
            branch: None,
            spaced: true,
            depth: 0,
        };
        for end in self.grow(&nodes, vec![start]) {
            let branch = end
                .branch
                .unwrap_or_else(|| panic!("{pattern:?} may be empty"));
            assert!(end.depth <= DEEPEST, "{pattern:?} is too long");
            let rules = &mut self.branches[branch as usize].rules;
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }

    /// Goes on from each head through the nodes; returns where that ends.
    fn grow(&mut self, nodes: &[Node], mut heads: Vec<Head>) -> Vec<Head> {
        for node in nodes {
            heads = match node {
                Node::Space => {
                    heads.iter_mut().for_each(|head| head.spaced = true);
                    heads
                }
                Node::Step(test, part) => vec![self.step(*test, *part, &heads)],
                Node::Choice(choices) => choices
                    .iter()
                    .flat_map(|choice| self.grow(choice, heads.clone()))
                    .collect(),
            };
        }
        heads
    }

    /// Leads all heads by one step to one new branch.
    fn step(&mut self, test: Test, part: Option<(Part, Class)>, heads: &[Head]) -> Head {
        let to = self.branches.len() as u32;
        self.branches.push(Branch::default());
        for head in heads {
            let step = Step {
                test,
                glued: !head.spaced,
                part,
            };
            let edges = match head.branch {
                Some(branch) => &mut self.branches[branch as usize].edges,
                None => &mut self.roots,
            };
            edges.push(Edge { step, to });
        }
        let depth = heads.iter().map(|head| head.depth + 1).max().unwrap_or(1);
        Head {
            branch: Some(to),
            spaced: false,
            depth,
        }
    }

    /// Sorts the beginnings by what they ask for; to be called once all patterns are in.
    pub fn index(&mut self, words: &Words) {
        self.merge();
        self.by_class = vec![Vec::new(); Classes::MOST];
        self.by_literal = vec![Vec::new(); words.literal_count() + 1];
        for edge in &self.roots {
            match edge.step.test {
                Test::Class(class) => {
                    self.starters.add(class);
                    self.by_class[class.index()].push(*edge);
                }
                Test::Literal(literal) => {
                    self.by_literal[usize::from(literal)].push(*edge);
                }
            }
        }
    }

    /// Says whether some pattern may begin with the item.
    pub fn may_start(&self, classes: Classes, literal: Literal) -> bool {
        classes.meets(self.starters)
            || self
                .by_literal
                .get(usize::from(literal))
                .is_some_and(|edges| !edges.is_empty())
    }

    /// Calls `found(rule, end, path)` for every pattern that matches from item `start` on.
    pub fn matches<M: Matches>(
        &self,
        items: &M,
        start: usize,
        found: &mut impl FnMut(u16, usize, &Path),
    ) {
        let mut path = [None; DEEPEST];
        for edge in self
            .by_literal
            .get(usize::from(items.literal(start)))
            .into_iter()
            .flatten()
        {
            self.follow(items, start, start, edge, &mut path, found);
        }
        let classes = items.classes(start);
        if classes.meets(self.starters) {
            for class in classes.indices() {
                for edge in &self.by_class[class] {
                    self.follow(items, start, start, edge, &mut path, found);
                }
            }
        }
    }

    fn follow<M: Matches>(
        &self,
        items: &M,
        start: usize,
        at: usize,
        edge: &Edge,
        path: &mut Path,
        found: &mut impl FnMut(u16, usize, &Path),
    ) {
        path[at - start] = edge.step.part;
        let branch = &self.branches[edge.to as usize];
        for rule in &branch.rules {
            found(*rule, at + 1, path);
        }
        if !branch.may_pass(items, at + 1) {
            path[at - start] = None;
            return;
        }
        for next in &branch.edges {
            if items.passes(at + 1, next.step.test, next.step.glued) {
                self.follow(items, start, at + 1, next, path, found);
            }
        }
        path[at - start] = None;
    }
}

struct Reader<'a> {
    phrases: &'a BTreeMap<String, String>,
    words: &'a mut Words,
}

impl Reader<'_> {
    fn sequence(&mut self, pattern: &str) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            rest = match first {
                ' ' => {
                    nodes.push(Node::Space);
                    &rest[1..]
                }
                '{' => {
                    let (inside, after) = bracketed(rest, '{', '}');
                    nodes.push(self.class(inside));
                    after
                }
                '<' => {
                    let (name, after) = bracketed(rest, '<', '>');
                    let phrase = self.phrases.get(name);
                    let phrase = phrase.unwrap_or_else(|| panic!("no phrase <{name}>"));
                    nodes.push(Node::Choice(self.choices(phrase)));
                    after
                }
                '[' => {
                    let (inside, after) = bracketed(rest, '[', ']');
                    let mut choices = self.choices(inside);
                    choices.push(Vec::new());
                    nodes.push(Node::Choice(choices));
                    after
                }
                '(' => {
                    let (inside, after) = bracketed(rest, '(', ')');
                    nodes.push(Node::Choice(self.choices(inside)));
                    after
                }
                _ => self.word(rest, &mut nodes),
            };
        }
        nodes
    }

    /// Splits at the bars that stand in no inner bracket.
    fn choices(&mut self, inside: &str) -> Vec<Vec<Node>> {
        let mut depth = 0;
        let mut from = 0;
        let mut choices = Vec::new();
        for (at, char) in inside.char_indices() {
            match char {
                '[' | '(' => depth += 1,
                ']' | ')' => depth -= 1,
                '|' if depth == 0 => {
                    choices.push(self.sequence(&inside[from..at]));
                    from = at + 1;
                }
                _ => {}
            }
        }
        choices.push(self.sequence(&inside[from..]));
        choices
    }

    fn class(&self, inside: &str) -> Node {
        let (part, class) = inside.split_once(':').unwrap_or((inside, inside));
        let known = self.words.class(class);
        let known = known.unwrap_or_else(|| panic!("no class of words {{{class}}}"));
        Node::Step(
            Test::Class(known),
            Part::named(part).map(|part| (part, known)),
        )
    }

    /// Reads one literal: letters and full stops, a possessive ending, or one mark.
    fn word<'t>(&mut self, rest: &'t str, nodes: &mut Vec<Node>) -> &'t str {
        let length = if rest.starts_with('\'') {
            rest.find([' ', ']', ')', '|', '{']).unwrap_or(rest.len())
        } else {
            let stops = |(at, char): (usize, char)| {
                let inside = matches!(char, '\'' | '’') && is_inner(&rest[at + char.len_utf8()..]);
                (!char.is_alphanumeric() && char != '.' && !inside).then_some(at)
            };
            let first = rest.chars().next().map_or(0, char::len_utf8);
            rest.char_indices()
                .find_map(stops)
                .unwrap_or(rest.len())
                .max(first)
        };
        let literal = self.words.literal(&rest[..length]);
        nodes.push(Node::Step(Test::Literal(literal), None));
        &rest[length..]
    }
}

/// Whether an apostrophe before it is one inside a word ("o'clock"), not a possessive.
fn is_inner(rest: &str) -> bool {
    let letters = rest
        .find(|char: char| !char.is_alphabetic())
        .unwrap_or(rest.len());
    letters > 1
}

/// The inside of the bracket that `rest` opens with, and what comes after it.
fn bracketed(rest: &str, open: char, close: char) -> (&str, &str) {
    let mut depth = 0;
    for (at, char) in rest.char_indices() {
        if char == open {
            depth += 1;
        } else if char == close {
            depth -= 1;
            if depth == 0 {
                return (&rest[1..at], &rest[at + close.len_utf8()..]);
            }
        }
    }
    panic!("a bracket stays open in {rest:?}");
}
