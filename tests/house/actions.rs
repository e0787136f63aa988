//! The one table of actions.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use newsreader::app::Action;
use newsreader::app::key::Key;
use newsreader::app::keymap::{Keymap, template};
use newsreader::config::Keys;

use super::sources::project;

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

#[test]
fn the_keymap_that_comes_with_the_program_is_the_table_of_actions() {
    let wanted = template::write();
    let path = project().join("assets/keymap.toml");
    if std::env::var_os("UPDATE_KEYMAP").is_some() {
        fs::write(&path, &wanted).expect("assets/keymap.toml can be written");
    }
    let there = fs::read_to_string(&path).expect("assets/keymap.toml");
    assert!(
        there == wanted,
        "run this test with UPDATE_KEYMAP=1 and commit assets/keymap.toml"
    );
}

#[test]
fn every_line_of_that_keymap_may_be_uncommented() {
    let text = template::write();
    let lines = text.lines().filter_map(|line| line.strip_prefix("# "));
    let bindings: Vec<&str> = lines
        .filter(|line| line.contains(" = [") && !line.starts_with(' '))
        .collect();
    let (keys, complaints) = Keys::read(&bindings.join("\n"), Path::new("keymap.toml"));
    assert_eq!(complaints, []);
    assert_eq!(keys.bindings.len(), Action::ALL.len());
    let (_, complaints) = Keymap::new(&keys);
    assert_eq!(complaints, []);
}
