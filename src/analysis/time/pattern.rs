//! Patterns over classes of words, compiled into one tree for all rules.
//!
//! A pattern is written as it is read: `the` is that word, `{month}` a word of
//! that class kept as the part of the same name, `{from:day}` one kept under
//! another name, `[…]` may be missing, `(a|b)` is either, `<name>` stands for a
//! phrase defined once. What is written without a space between must touch in
//! the text.

use std::collections::BTreeMap;

use super::meaning::Part;
use super::words::{Class, Classes, Literal, Words};

/// What one element asks of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Test {
    Literal(Literal),
    Class(Class),
}

/// One step of a spelled-out pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

#[derive(Debug, Clone)]
struct Edge {
    step: Step,
    to: u32,
}

#[derive(Debug, Clone, Default)]
struct Branch {
    edges: Vec<Edge>,
    /// The rules whose pattern ends here, in their order.
    rules: Vec<u16>,
}

/// All patterns, sharing their beginnings.
#[derive(Debug, Default)]
pub(super) struct Tree {
    branches: Vec<Branch>,
    by_class: Vec<Vec<Edge>>,
    by_literal: Vec<Vec<Edge>>,
    starters: Classes,
}

/// What the tree asks of an item.
pub(super) trait Matches {
    /// Whether the item at `index` passes, touching the one before when it must.
    fn passes(&self, index: usize, test: Test, glued: bool) -> bool;
    fn classes(&self, index: usize) -> Classes;
    fn literal(&self, index: usize) -> Literal;
}

/// The longest pattern, in items.
pub(super) const DEEPEST: usize = 20;

/// A way through the tree: which part each item fills, and as a word of which class.
pub(super) type Path = [Option<(Part, Class)>; DEEPEST];

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
        if self.branches.is_empty() {
            self.branches.push(Branch::default());
        }
        let nodes = Reader { phrases, words }.sequence(pattern);
        let mut ways = vec![Way::default()];
        spell_out(&nodes, &mut ways);
        for way in ways {
            assert!(
                !way.steps.is_empty() && way.steps.len() <= DEEPEST,
                "{pattern:?} is empty or too long"
            );
            let end = self.grow(&way.steps);
            let rules = &mut self.branches[end].rules;
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }

    fn grow(&mut self, steps: &[Step]) -> usize {
        let mut at = 0;
        for step in steps {
            let known = self.branches[at]
                .edges
                .iter()
                .find(|edge| edge.step == *step);
            at = match known {
                Some(edge) => edge.to as usize,
                None => {
                    let to = self.branches.len();
                    self.branches[at].edges.push(Edge {
                        step: *step,
                        to: to as u32,
                    });
                    self.branches.push(Branch::default());
                    to
                }
            };
        }
        at
    }

    /// Sorts the beginnings by what they ask for; to be called once all patterns are in.
    pub fn index(&mut self, words: &Words) {
        self.by_class = vec![Vec::new(); 64];
        self.by_literal = vec![Vec::new(); words.literal_count() + 1];
        let root = self.branches.first().map_or(&[][..], |root| &root.edges);
        for edge in root {
            match edge.step.test {
                Test::Class(class) => {
                    self.starters.add(class);
                    self.by_class[class.index()].push(edge.clone());
                }
                Test::Literal(literal) => {
                    self.by_literal[usize::from(literal)].push(edge.clone());
                }
            }
        }
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
        for next in &branch.edges {
            if items.passes(at + 1, next.step.test, next.step.glued) {
                self.follow(items, start, at + 1, next, path, found);
            }
        }
        path[at - start] = None;
    }
}

/// One spelling of a pattern in the making.
#[derive(Debug, Clone, Default)]
struct Way {
    steps: Vec<Step>,
    spaced: bool,
}

fn spell_out(nodes: &[Node], ways: &mut Vec<Way>) {
    for node in nodes {
        match node {
            Node::Space => ways.iter_mut().for_each(|way| way.spaced = true),
            Node::Step(test, part) => {
                for way in ways.iter_mut() {
                    let glued = !way.spaced && !way.steps.is_empty();
                    way.steps.push(Step {
                        test: *test,
                        glued,
                        part: *part,
                    });
                    way.spaced = false;
                }
            }
            Node::Choice(choices) => {
                let before = std::mem::take(ways);
                for choice in choices {
                    let mut taken = before.clone();
                    spell_out(choice, &mut taken);
                    ways.extend(taken);
                }
            }
        }
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
            rest.find(|char: char| !char.is_alphanumeric() && char != '.')
                .filter(|length| *length > 0)
                .unwrap_or_else(|| {
                    let first = rest.chars().next().expect("rest is not empty");
                    if first.is_alphanumeric() {
                        rest.len()
                    } else {
                        first.len_utf8()
                    }
                })
        };
        let literal = self.words.literal(&rest[..length]);
        nodes.push(Node::Step(Test::Literal(literal), None));
        &rest[length..]
    }
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
