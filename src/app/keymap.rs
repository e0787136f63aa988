//! From keys to actions: one key, or two pressed one after the other.
//!
//! What a key means is settled once, for every place the keys may go to, when
//! the map is made: see `build`. What the user's file says goes before what
//! the table of actions says, and what is narrower before what is wider.

mod build;
pub mod template;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use crate::app::action::{Action, Context};
use crate::app::key::{Code, Key};
use crate::config::{Complaint, Keys};

use build::{Bound, Does};

/// What a key press came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    Action(Action),
    /// Command lines, to be done one after the other.
    Lines(Vec<String>),
    /// The first of two keys.
    Pending(Key),
    /// The first of two keys was taken back.
    Dropped,
    /// Nothing is bound to it.
    Unbound,
}

/// Which keys ask for what, and where.
#[derive(Debug, Clone)]
pub struct Keymap {
    single: FxHashMap<(Context, Key), Bound>,
    double: FxHashMap<(Context, Key, Key), Bound>,
    /// The first keys of two, with the best of what they may lead to.
    begun: FxHashMap<(Context, Key), Bound>,
    /// What the user gave several actions to, as command lines.
    chords: Vec<Vec<String>>,
    pending: Option<Key>,
    /// In the order of the table, as shown in help.
    shown: Vec<Shown>,
}

/// The keys of an action, and where each asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    action: Action,
    keys: Vec<String>,
    contexts: Vec<Vec<Context>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&Keys::default()).0
    }
}

impl Keymap {
    /// Makes the map of the actions' own keys, patched by the user's.
    ///
    /// A binding replaces all keys of its action, or in a section those it has
    /// there; a key bound anew is taken from what had it. What cannot be used
    /// is complained about.
    pub fn new(keys: &Keys) -> (Self, Vec<Complaint>) {
        build::build(keys)
    }

    /// Takes a key press where the keys go to `context`.
    pub fn press(&mut self, key: Key, context: Context) -> Pressed {
        if let Some(first) = self.pending.take() {
            if let Some(bound) = self.double.get(&(context, first, key)) {
                return self.done(*bound);
            }
            if key == Key::plain(Code::Escape) {
                return Pressed::Dropped;
            }
        }
        let single = self.single.get(&(context, key)).copied();
        let begun = self.begun.get(&(context, key)).copied();
        match (single, begun) {
            // What is narrower goes before what is wider, also before its first key.
            (Some(single), Some(begun)) if begun.rank > single.rank => self.done(single),
            (Some(single), None) => self.done(single),
            (_, Some(_)) => {
                self.pending = Some(key);
                Pressed::Pending(key)
            }
            (None, None) => Pressed::Unbound,
        }
    }

    /// Returns the first of two keys while the second is waited for.
    pub fn pending(&self) -> Option<Key> {
        self.pending
    }

    /// Returns what may follow the first of two keys, and what that does, by key.
    pub fn following(&self, first: Key, context: Context) -> Vec<(Key, String)> {
        let there = self.double.iter();
        let there = there.filter(|((place, begun, _), _)| (*place, *begun) == (context, first));
        let mut following: Vec<_> = there
            .map(|((_, _, second), bound)| (*second, self.words(*bound)))
            .collect();
        following.sort();
        following
    }

    /// Returns the keys of an action as they are written; none when it has none.
    pub fn keys(&self, action: Action) -> &[String] {
        self.shown(action).map_or(&[], |shown| &shown.keys)
    }

    /// Returns the first key that asks for an action in a place.
    pub fn key_in(&self, action: Action, context: Context) -> Option<&str> {
        let shown = self.shown(action)?;
        let mut contexts = shown.contexts.iter();
        let there = contexts.position(|contexts| contexts.contains(&context))?;
        shown.keys.get(there).map(String::as_str)
    }

    /// Returns the first key of an action, or its name for the command line.
    pub fn key_or_name(&self, action: Action) -> String {
        let key = self.keys(action).first().cloned();
        key.unwrap_or_else(|| format!(":{}", action.name()))
    }

    fn shown(&self, action: Action) -> Option<&Shown> {
        self.shown.iter().find(|shown| shown.action == action)
    }

    fn done(&self, bound: Bound) -> Pressed {
        match bound.does {
            Does::Action(action) => Pressed::Action(action),
            Does::Chord(index) => Pressed::Lines(self.chords[index].clone()),
        }
    }

    fn words(&self, bound: Bound) -> String {
        match bound.does {
            Does::Action(action) => action.name().to_owned(),
            Does::Chord(index) => self.chords[index].join(", "),
        }
    }
}
