//! What the README says about the program, held against the program.

use std::fs;

use clap::Parser;
use newsreader::app::Action;
use newsreader::cli::Cli;

use super::sources::project;

fn readme() -> String {
    fs::read_to_string(project().join("README.md")).expect("README.md")
}

/// The lines of the README's code blocks, without a prompt before them.
fn code(readme: &str) -> Vec<&str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            lines.push(line.strip_prefix("$ ").unwrap_or(line));
        }
    }
    lines
}

/// Cuts a shell line into words, up to a pipe, a redirection or a comment.
fn words(line: &str) -> Vec<&str> {
    line.split_whitespace()
        .take_while(|word| !word.starts_with(['|', '<', '>', '#']))
        .filter(|word| *word != "…" && *word != "...")
        .collect()
}

#[test]
fn every_command_the_readme_shows_is_one_the_program_takes() {
    let readme = readme();
    let commands: Vec<_> = code(&readme)
        .into_iter()
        .filter(|line| line.starts_with("newsreader"))
        .map(words)
        .collect();
    assert!(!commands.is_empty(), "the README shows no command");
    for command in commands {
        if let Err(error) = Cli::try_parse_from(&command) {
            assert!(!error.use_stderr(), "{command:?}: {error}");
        }
    }
}

#[test]
fn the_readme_gives_the_command_that_runs_the_tests() {
    let readme = readme();
    let tests = code(&readme);
    assert!(tests.iter().any(|line| line.starts_with("cargo test")));
}

#[test]
fn the_key_table_of_the_readme_is_the_table_of_actions() {
    let wanted = key_table();
    let readme = readme();
    assert!(
        readme.contains(&wanted),
        "put this into the README:\n\n{wanted}"
    );
}

fn key_table() -> String {
    let mut table = String::from("| keys | action | |\n|---|---|---|\n");
    for action in Action::ALL {
        let keys: Vec<String> = action
            .default_keys()
            .iter()
            .map(|key| match *key {
                "`" => "`` ` ``".to_owned(),
                key => format!("`{}`", key.replace('|', "\\|")),
            })
            .collect();
        let (name, help) = (action.name(), action.help());
        table.push_str(&format!("| {} | `{name}` | {help} |\n", keys.join(" ")));
    }
    table
}
