//! The clauses of a sentence, so that a date finds its verb.
//!
//! `cut` finds them. A clause may be interrupted and go on; its pieces then
//! share a [`Clause::group`], and group 0 is the main clause.

use std::ops::Range;

/// What a clause is in its sentence; the order is that of trust in its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ClauseKind {
    Main,
    /// Joined to a clause by "and", "but" or a semicolon, with its own verb.
    Coordinate,
    /// Who says it, beside what is said: "…, the ministry said on Friday".
    Attribution,
    /// What is said, after "said" or "said that".
    Reported,
    /// What is planned or promised: "… plans to close the plant on 1 June".
    Infinitive,
    /// "…, overrunning many cities".
    Participle,
    /// After "when", "after", "as" and the like.
    Subordinate,
    Relative,
    /// A noun set beside another, between commas.
    Apposition,
    Quoted,
    Parenthesis,
}

/// A run of tokens of one clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub tokens: Range<usize>,
    pub kind: ClauseKind,
    /// Pieces of one interrupted clause share it.
    pub group: usize,
}

/// The pieces of all clauses of a sentence, in order; they tile its tokens.
#[derive(Debug)]
pub(super) struct Clauses {
    pub pieces: Vec<Clause>,
    /// The first finite verb of each group.
    pub verbs: Vec<Option<usize>>,
}

impl Clauses {
    /// Returns the piece that a token lies in.
    pub fn at(&self, token: usize) -> Option<&Clause> {
        let index = self
            .pieces
            .partition_point(|piece| piece.tokens.end <= token);
        let piece = self.pieces.get(index)?;
        piece.tokens.contains(&token).then_some(piece)
    }

    /// Says whether a token lies in a clause of the group.
    pub fn is_in(&self, group: usize, token: usize) -> bool {
        self.at(token).is_some_and(|piece| piece.group == group)
    }

    /// Returns the first finite verb of a clause, over all its pieces.
    pub fn verb(&self, group: usize) -> Option<usize> {
        self.verbs.get(group).copied().flatten()
    }

    /// Returns the pieces of a clause, in order.
    pub fn of(&self, group: usize) -> impl Iterator<Item = &Clause> {
        self.pieces.iter().filter(move |piece| piece.group == group)
    }
}
