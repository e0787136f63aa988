//! From keys to actions: one key, or two pressed one after the other.

use rustc_hash::FxHashMap;

use crate::app::action::{Action, Context, Reach};
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

/// An action bound to a key, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bound {
    action: Action,
    by: By,
}

/// What the user binds goes before what the table binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    User,
    Table,
}

impl Bound {
    /// The lower goes first where several are bound to one key.
    fn rank(self) -> (By, Reach) {
        (self.by, self.action.reach())
    }
}

/// Which keys ask for which actions, where.
#[derive(Debug, Clone)]
pub struct Keymap {
    single: FxHashMap<Key, Vec<Bound>>,
    double: FxHashMap<(Key, Key), Vec<Bound>>,
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
                    map.bind(keys, action, By::Table)
                        .expect("the table's keys parse");
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
                if let Err(unknown) = map.bind(keys, action, By::User) {
                    let hint = "keys are written like j, G, ctrl-p, alt-o, space, f1";
                    complaints.push(binding.place.complain(unknown.to_string(), hint));
                }
            }
        }
        map.list();
        (map, complaints)
    }

    /// Takes a key press where the keys go to `context`.
    pub fn press(&mut self, key: Key, context: Context) -> Pressed {
        if let Some(first) = self.pending.take()
            && let Some(bound) = first_there(self.double.get(&(first, key)), context)
        {
            return Pressed::Action(bound.action);
        }
        let single = first_there(self.single.get(&key), context);
        let begun = self
            .double
            .iter()
            .filter(|((first, _), _)| *first == key)
            .filter_map(|(_, bound)| first_there(Some(bound), context))
            .min_by_key(|bound| bound.rank());
        match (single, begun) {
            // What is narrower goes before what is wider, also before its first key.
            (Some(single), Some(begun)) if begun.rank() <= single.rank() => {
                self.pending = Some(key);
                Pressed::Pending(key)
            }
            (Some(single), _) => Pressed::Action(single.action),
            (None, Some(_)) => {
                self.pending = Some(key);
                Pressed::Pending(key)
            }
            (None, None) => Pressed::Unbound,
        }
    }

    /// Returns the keys of an action as they are written; none when it has none.
    pub fn keys(&self, action: Action) -> &[String] {
        let found = self.shown.iter().find(|(shown, _)| *shown == action);
        found.map_or(&[], |(_, keys)| keys)
    }

    /// Returns the first key of an action, or its name for the command line.
    pub fn key_or_name(&self, action: Action) -> String {
        let key = self.keys(action).first().cloned();
        key.unwrap_or_else(|| format!(":{}", action.name()))
    }

    fn bind(&mut self, keys: &str, action: Action, by: By) -> Result<(), UnknownKey> {
        let bound = Bound { action, by };
        let mut parts = keys.split_whitespace();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(only), None, None) => {
                self.single.entry(only.parse()?).or_default().push(bound);
            }
            (Some(first), Some(second), None) => {
                let keys = (first.parse()?, second.parse()?);
                self.double.entry(keys).or_default().push(bound);
            }
            _ => return Err(UnknownKey(keys.to_owned())),
        }
        Ok(())
    }

    /// Lists what is bound and not hidden by another binding, the simplest key first.
    fn list(&mut self) {
        for &action in Action::ALL {
            let counts = |bound: &Vec<Bound>| {
                let wins = |context| first_there(Some(bound), context);
                let mut contexts = Context::ALL.iter();
                contexts.any(|context| wins(*context).is_some_and(|bound| bound.action == action))
            };
            let single = self.single.iter().filter(|(_, bound)| counts(bound));
            let double = self.double.iter().filter(|(_, bound)| counts(bound));
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

/// The action that counts there among those bound to one key.
fn first_there(bound: Option<&Vec<Bound>>, context: Context) -> Option<Bound> {
    let there = bound?.iter().copied();
    there
        .filter(|bound| bound.action.reach().covers(context))
        .min_by_key(|bound| bound.rank())
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Pressed};
    use crate::app::action::{Action, Context};
    use crate::config::{Binding, Place};

    fn press(map: &mut Keymap, keys: &str) -> Pressed {
        let presses = keys
            .split(' ')
            .map(|key| map.press(key.parse().unwrap(), Context::Reader));
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
    fn a_key_means_what_is_narrowest_where_it_is_pressed() {
        let mut map = Keymap::default();
        let mut press = |key: &str, context| map.press(key.parse().unwrap(), context);
        let plus = [Context::Timeline, Context::Reader, Context::People];
        assert_eq!(
            plus.map(|context| press("+", context)),
            [
                Pressed::Action(Action::ZoomIn),
                Pressed::Action(Action::WidenMeasure),
                Pressed::Unbound
            ]
        );
        assert_eq!(
            press("g", Context::Timeline),
            Pressed::Action(Action::GoToDate)
        );
        assert!(matches!(press("g", Context::People), Pressed::Pending(_)));
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
