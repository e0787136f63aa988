//! The table of the flat mode's commands.

use std::collections::HashSet;

use newsreader::flat::command::{COMMANDS, verb};

#[test]
fn every_word_of_the_flat_mode_is_one_commands_alone() {
    let mut seen = HashSet::new();
    for command in COMMANDS {
        for word in command.short.iter().chain([&command.name]) {
            assert!(seen.insert(*word), "{word} stands twice");
            assert_eq!(verb(word), Ok(command.verb), "{word}");
        }
    }
}

#[test]
fn every_command_of_the_flat_mode_says_what_it_does_in_one_sentence() {
    for command in COMMANDS {
        assert_eq!(command.verb.command().name, command.name);
        let help = command.help;
        assert!(help.starts_with(char::is_uppercase), "{help}");
        assert!(!help.ends_with('.') && !help.contains(". "), "{help}");
        let lower = |letter: char| letter.is_ascii_lowercase();
        assert!(command.name.chars().all(lower), "{}", command.name);
    }
}
