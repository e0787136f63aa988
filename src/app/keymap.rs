//! From keys to actions: one key, or two pressed one after the other.

use rustc_hash::FxHashMap;

use crate::app::Action;
use crate::app::key::{Key, UnknownKey};
use crate::config::{Binding, Complaint};

/// What a key press came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    Action(Action),
    /// The first of two keys.
    Pending(Key),
    /// Nothing is bound to it.
    Unbound,
}

/// Which keys ask for which actions.
#[derive(Debug, Clone)]
pub struct Keymap {
    single: FxHashMap<Key, Action>,
    double: FxHashMap<(Key, Key), Action>,
    pending: Option<Key>,
    /// In the order of the table, as shown in help.
    shown: Vec<(Action, Vec<String>)>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[]).0
    }
}

impl Keymap {
    /// Makes the map of the actions' own keys, patched by the user's bindings.
    ///
    /// A binding replaces all keys of its action; a key bound anew is taken
    /// from the action that had it. What cannot be used is complained about.
    pub fn new(bindings: &[Binding]) -> (Self, Vec<Complaint>) {
        let mut map = Self {
            single: FxHashMap::default(),
            double: FxHashMap::default(),
            pending: None,
            shown: Vec::new(),
        };
        let mut complaints = Vec::new();
        for &action in Action::ALL {
            if !bindings
                .iter()
                .any(|binding| binding.action == action.name())
            {
                for keys in action.default_keys() {
                    map.bind(keys, action).expect("the table's keys parse");
                }
            }
        }
        for binding in bindings {
            let Some(action) = Action::by_name(&binding.action) else {
                let message = format!("there is no action “{}”", binding.action);
                complaints.push(binding.place.complain(message, "? lists every action"));
                continue;
            };
            for keys in &binding.keys {
                if let Err(unknown) = map.bind(keys, action) {
                    let hint = "keys are written like j, G, ctrl-p, alt-o, space, f1";
                    complaints.push(binding.place.complain(unknown.to_string(), hint));
                }
            }
        }
        map.list();
        (map, complaints)
    }

    /// Takes a key press.
    pub fn press(&mut self, key: Key) -> Pressed {
        if let Some(first) = self.pending.take()
            && let Some(action) = self.double.get(&(first, key))
        {
            return Pressed::Action(*action);
        }
        if self.double.keys().any(|(first, _)| *first == key) {
            self.pending = Some(key);
            return Pressed::Pending(key);
        }
        match self.single.get(&key) {
            Some(action) => Pressed::Action(*action),
            None => Pressed::Unbound,
        }
    }

    /// Returns the keys of an action as they are written; none when it has none.
    pub fn keys(&self, action: Action) -> &[String] {
        let found = self.shown.iter().find(|(shown, _)| *shown == action);
        found.map_or(&[], |(_, keys)| keys)
    }

    fn bind(&mut self, keys: &str, action: Action) -> Result<(), UnknownKey> {
        let mut parts = keys.split_whitespace();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(only), None, None) => {
                self.single.insert(only.parse()?, action);
            }
            (Some(first), Some(second), None) => {
                self.double
                    .insert((first.parse()?, second.parse()?), action);
            }
            _ => return Err(UnknownKey(keys.to_owned())),
        }
        Ok(())
    }

    /// Lists what is bound, the simplest key first.
    fn list(&mut self) {
        for &action in Action::ALL {
            let single = self.single.iter().filter(|(_, bound)| **bound == action);
            let double = self.double.iter().filter(|(_, bound)| **bound == action);
            let mut keys: Vec<String> = single.map(|(key, _)| key.to_string()).collect();
            keys.extend(double.map(|((first, second), _)| format!("{first} {second}")));
            let own = action.default_keys();
            let place = |key: &String| {
                own.iter()
                    .position(|known| known == key)
                    .unwrap_or(own.len())
            };
            keys.sort_by(|one, other| {
                (place(one), one.len(), one).cmp(&(place(other), other.len(), other))
            });
            self.shown.push((action, keys));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Pressed};
    use crate::app::Action;
    use crate::config::{Binding, Place};

    fn press(map: &mut Keymap, keys: &str) -> Pressed {
        let presses = keys.split(' ').map(|key| map.press(key.parse().unwrap()));
        presses.last().unwrap()
    }

    fn binding(action: &str, keys: &[&str]) -> Binding {
        Binding {
            action: action.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            place: Place {
                file: "config.toml".into(),
                line: Some(7),
            },
        }
    }

    #[test]
    fn two_keys_make_one_action_and_a_wrong_second_key_counts_for_itself() {
        let mut map = Keymap::default();
        assert_eq!(press(&mut map, "g g"), Pressed::Action(Action::First));
        assert_eq!(press(&mut map, "g j"), Pressed::Action(Action::Next));
        assert_eq!(press(&mut map, "f12"), Pressed::Unbound);
    }

    #[test]
    fn a_binding_replaces_the_keys_of_its_action_and_takes_them_from_others() {
        let (mut map, complaints) = Keymap::new(&[binding("next", &["n"])]);
        assert!(complaints.is_empty());
        assert_eq!(press(&mut map, "n"), Pressed::Action(Action::Next));
        assert_eq!(press(&mut map, "j"), Pressed::Unbound);
        assert_eq!(map.keys(Action::Next), ["n"]);
        assert!(map.keys(Action::NextMatch).is_empty());
    }

    #[test]
    fn what_names_no_action_or_no_key_is_complained_about_with_its_line() {
        let (_, complaints) =
            Keymap::new(&[binding("dance", &["n"]), binding("next", &["hyper-j"])]);
        let said: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        assert!(
            said[0].contains("config.toml") && said[0].contains("dance"),
            "{said:?}"
        );
        assert!(said[1].contains("hyper-j"), "{said:?}");
    }
}
