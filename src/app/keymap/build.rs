//! Settles what every key means in every place.

use rustc_hash::FxHashMap;

use super::{Keymap, Shown};
use crate::app::action::{Action, Context, Reach};
use crate::app::command;
use crate::app::key::{Key, UnknownKey};
use crate::config::{Binding, Chord, Complaint, Keys, Place};

const KEYS_HINT: &str = "keys are written like j, G, ctrl-p, alt-o, space, f1, or two of them";

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    Action(Action),
    /// Several actions, by their position.
    Chord(usize),
}

/// What a key does, and how it stands to what else wants the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    pub does: Does,
    pub rank: Rank,
}

/// The lower goes first where several want one key: what the user binds before
/// the table, what they bind in a section before what they bind anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(By, Reach);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Section,
    User,
    Table,
}

pub(super) fn build(keys: &Keys) -> (Keymap, Vec<Complaint>) {
    let mut building = Building::new();
    let bindings: Vec<_> = keys
        .bindings
        .iter()
        .filter_map(|binding| building.understand(binding))
        .collect();
    for chord in &keys.chords {
        building.add_chord(chord);
    }
    for &action in Action::ALL {
        for &context in Context::ALL {
            if action.reach().covers(context) {
                building.add_action(action, context, &bindings);
            }
        }
    }
    building.finish()
}

/// A user's binding whose action and section are known.
struct Known<'a> {
    action: Action,
    /// Where it counts; `None` is anywhere.
    context: Option<Context>,
    binding: &'a Binding,
}

struct Building {
    map: Keymap,
    complaints: Vec<Complaint>,
}

impl Building {
    fn new() -> Self {
        let map = Keymap {
            single: FxHashMap::default(),
            double: FxHashMap::default(),
            begun: FxHashMap::default(),
            chords: Vec::new(),
            pending: None,
            shown: Vec::new(),
        };
        Self {
            map,
            complaints: Vec::new(),
        }
    }

    fn understand<'a>(&mut self, binding: &'a Binding) -> Option<Known<'a>> {
        let Some(action) = Action::by_name(&binding.action) else {
            let message = format!("there is no action “{}”", binding.action);
            self.complain(binding.place.complain(message, "? lists every action"));
            return None;
        };
        let context = self.section(binding.section.as_deref(), &binding.place)?;
        if let Some(context) = context.filter(|context| !action.reach().covers(*context)) {
            let (name, place) = (action.name(), context.name());
            let message = format!("“{name}” does nothing in [{place}]");
            self.complain(binding.place.complain(message, "? says where it counts"));
            return None;
        }
        for keys in &binding.keys {
            if let Err(unknown) = read(keys) {
                self.complain(binding.place.complain(unknown.to_string(), KEYS_HINT));
            }
        }
        Some(Known {
            action,
            context,
            binding,
        })
    }

    /// Finds the place a section names; `Some(None)` without a section.
    fn section(&mut self, section: Option<&str>, place: &Place) -> Option<Option<Context>> {
        let Some(name) = section else {
            return Some(None);
        };
        let found = Context::ALL.iter().find(|context| context.name() == name);
        if found.is_none() {
            let names: Vec<&str> = Context::ALL.iter().map(|context| context.name()).collect();
            let hint = format!("the places are {}, and anywhere", names.join(", "));
            self.complain(place.complain(format!("there is no place [{name}]"), hint));
        }
        found.copied().map(Some)
    }

    fn add_chord(&mut self, chord: &Chord) {
        let Some(section) = self.section(chord.section.as_deref(), &chord.place) else {
            return;
        };
        let unknown = chord
            .steps
            .iter()
            .find(|step| command::read(step).is_none());
        if let Some(step) = unknown {
            let message = format!("there is no action “{step}”");
            self.complain(chord.place.complain(message, "? lists every action"));
            return;
        }
        let Ok(keys) = read(&chord.key) else {
            let unknown = UnknownKey(chord.key.clone());
            self.complain(chord.place.complain(unknown.to_string(), KEYS_HINT));
            return;
        };
        self.map.chords.push(chord.steps.clone());
        let does = Does::Chord(self.map.chords.len() - 1);
        let by = section.map_or(By::User, |_| By::Section);
        let rank = Rank(by, Reach::Anywhere);
        let everywhere = Context::ALL.iter().copied();
        for context in everywhere.filter(|context| section.is_none_or(|place| place == *context)) {
            self.bind(keys, context, Bound { does, rank });
        }
    }

    /// Gives an action the keys it has in a place.
    fn add_action(&mut self, action: Action, context: Context, bindings: &[Known<'_>]) {
        let does = Does::Action(action);
        let of_action = bindings.iter().filter(|known| known.action == action);
        let here: Vec<_> = of_action
            .clone()
            .filter(|known| known.context == Some(context))
            .collect();
        let anywhere: Vec<_> = of_action.filter(|known| known.context.is_none()).collect();
        let (by, users) = match (here.is_empty(), anywhere.is_empty()) {
            (false, _) => (By::Section, here),
            (true, false) => (By::User, anywhere),
            (true, true) => {
                let rank = Rank(By::Table, action.reach());
                for keys in action.default_keys() {
                    let keys = read(keys).expect("the table's keys parse");
                    self.bind(keys, context, Bound { does, rank });
                }
                return;
            }
        };
        let rank = Rank(by, action.reach());
        for known in users {
            for keys in known.binding.keys.iter().filter_map(|keys| read(keys).ok()) {
                if let Some(other) = self.bind(keys, context, Bound { does, rank }) {
                    self.complain_of_two(known, other);
                }
            }
        }
    }

    /// Says that a key was given to two actions, once for all places.
    fn complain_of_two(&mut self, known: &Known<'_>, other: Does) {
        let other = match other {
            Does::Action(other) => other.name().to_owned(),
            Does::Chord(index) => self.map.chords[index].join(", "),
        };
        let message = format!(
            "a key of “{}” is given to “{other}” too",
            known.action.name()
        );
        let complaint = known.binding.place.complain(message, "the other has it");
        if !self.complaints.contains(&complaint) {
            self.complain(complaint);
        }
    }

    /// Binds one or two keys in a place, unless what goes first has them; returns
    /// what the user has given them to as well.
    fn bind(
        &mut self,
        (first, second): (Key, Option<Key>),
        context: Context,
        bound: Bound,
    ) -> Option<Does> {
        let before = match second {
            None => put(&mut self.map.single, (context, first), bound),
            Some(second) => {
                put(&mut self.map.begun, (context, first), bound);
                put(&mut self.map.double, (context, first, second), bound)
            }
        };
        before
            .filter(|before| before.rank == bound.rank && bound.rank.0 != By::Table)
            .map(|before| before.does)
    }

    fn complain(&mut self, complaint: Complaint) {
        self.complaints.push(complaint);
    }

    /// Lists what asks for each action, its own keys first.
    fn finish(mut self) -> (Keymap, Vec<Complaint>) {
        for &action in Action::ALL {
            let mut shown: Vec<(String, Vec<Context>)> = Vec::new();
            let asks = |bound: &Bound| bound.does == Does::Action(action);
            let single = self.map.single.iter().filter(|(_, bound)| asks(bound));
            for ((context, key), _) in single {
                note(&mut shown, key.to_string(), *context);
            }
            let double = self.map.double.iter().filter(|(_, bound)| asks(bound));
            for ((context, first, second), _) in double {
                note(&mut shown, format!("{first} {second}"), *context);
            }
            let own = action.default_keys();
            let place = |keys: &str| own.iter().position(|known| *known == keys);
            shown.sort_by_key(|(keys, _)| {
                let place = place(keys).unwrap_or(own.len());
                (place, keys.len(), keys.clone())
            });
            let (keys, contexts) = shown.into_iter().unzip();
            self.map.shown.push(Shown {
                action,
                keys,
                contexts,
            });
        }
        (self.map, self.complaints)
    }
}

/// Puts a binding where none that goes first is; returns what was there before.
fn put<K: std::hash::Hash + Eq>(
    bindings: &mut FxHashMap<K, Bound>,
    keys: K,
    bound: Bound,
) -> Option<Bound> {
    let before = bindings.get(&keys).copied();
    if before.is_none_or(|before| bound.rank < before.rank) {
        bindings.insert(keys, bound);
    }
    before
}

fn note(shown: &mut Vec<(String, Vec<Context>)>, keys: String, context: Context) {
    match shown.iter_mut().find(|(known, _)| *known == keys) {
        Some((_, contexts)) => contexts.push(context),
        None => shown.push((keys, vec![context])),
    }
}

/// Reads one key, or two with a blank between.
fn read(keys: &str) -> Result<(Key, Option<Key>), UnknownKey> {
    let mut parts = keys.split_whitespace();
    match (parts.next(), parts.next(), parts.next()) {
        (Some(only), None, None) => Ok((only.parse()?, None)),
        (Some(first), Some(second), None) => Ok((first.parse()?, Some(second.parse()?))),
        _ => Err(UnknownKey(keys.to_owned())),
    }
}
