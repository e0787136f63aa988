//! The one table of actions.

use std::collections::HashSet;

use newsreader::app::Action;

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
fn no_key_is_bound_to_two_actions() {
    let mut seen = HashSet::new();
    for action in Action::ALL {
        for key in action.default_keys() {
            assert!(seen.insert(*key), "{key} again for {}", action.name());
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
