//! The one table of actions.

use std::collections::HashSet;

use newsreader::app::Action;
use newsreader::app::key::Key;

#[test]
fn names_of_actions_are_unique_and_kebab_case() {
    let mut seen = HashSet::new();
    for action in Action::ALL {
        let name = action.name();
        assert!(seen.insert(name), "{name} stands twice");
        let kebab = name
            .split('-')
            .all(|word| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase()));
        assert!(kebab, "{name}");
    }
}

#[test]
fn no_key_has_two_actions_of_one_reach_nor_begins_another_of_it() {
    let mut whole = HashSet::new();
    let mut first = HashSet::new();
    for action in Action::ALL {
        for keys in action.default_keys() {
            let again = !whole.insert((*keys, action.reach()));
            assert!(!again, "{keys} again for {}", action.name());
            if let Some((begins, _)) = keys.split_once(' ') {
                first.insert((begins, action.reach()));
            }
        }
    }
    let both: Vec<_> = first.intersection(&whole).collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn every_key_of_the_table_prints_as_it_is_written() {
    for action in Action::ALL {
        for keys in action.default_keys() {
            for written in keys.split(' ') {
                let key: Key = written
                    .parse()
                    .unwrap_or_else(|error| panic!("{}: {error}", action.name()));
                assert_eq!(key.to_string(), written);
            }
        }
    }
}

#[test]
fn help_is_one_sentence_without_a_full_stop() {
    for action in Action::ALL {
        let help = action.help();
        let first = help.chars().next().expect("help is not empty");
        assert!(first.is_uppercase() && !help.ends_with('.'), "{help}");
        assert!(!help.contains('\n'), "{help}");
    }
}
