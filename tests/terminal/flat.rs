//! The flat mode and the case file in pipes: what is done there is still there afterwards.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

fn run(data: &Path, arguments: &[&str], input: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_newsreader"))
        .args(arguments)
        .env("NEWSREADER_CONFIG", "")
        .env("NEWSREADER_DATA", data)
        .env_remove("NEWSREADER_LOG")
        .write_stdin(input)
        .output()
        .expect("it runs")
}

fn told(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn data() -> TempDir {
    TempDir::new().expect("a directory")
}

#[test]
fn commands_in_a_pipe_are_answered_without_a_prompt_or_an_escape() {
    let data = data();
    let output = run(
        data.path(),
        &["--flat", "seeds"],
        "people\nperson 1\nquit\n",
    );
    let told = told(&output);
    assert!(told.starts_with("3 documents, "), "{told}");
    assert!(told.contains("\n1. Saeed Khatibzadeh."), "{told}");
    let is_order = |letter: char| letter.is_control() && letter != '\n';
    assert!(!told.contains(is_order) && !told.contains("> "), "{told}");
}

#[test]
fn the_end_of_the_input_ends_the_program_in_order() {
    let data = data();
    told(&run(data.path(), &["--flat", "seeds"], "list\n"));
    told(&run(data.path(), &["--flat", "seeds"], ""));
    told(&run(
        data.path(),
        &["--flat", "seeds"],
        "read 1\n\u{0}\u{1b}\n\nno newline",
    ));
}

#[test]
fn texts_and_commands_cannot_both_come_from_standard_input() {
    let data = data();
    let output = run(data.path(), &["--flat", "-"], "list\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_is_marked_in_lines_is_there_in_the_next_run_and_in_the_notes() {
    let data = data();
    let lines = "read 2\nnote where was this written?\nstar\ntag war\nsame 2, 3\nquit\n";
    told(&run(data.path(), &["--flat", "seeds"], lines));
    let next = told(&run(data.path(), &["--flat", "seeds"], "list\n"));
    assert!(
        next.contains("Read, starred, tagged war, 1 note."),
        "{next}"
    );
    let notes = told(&run(data.path(), &["notes"], ""));
    for wanted in [
        "## How the provincial capitals fell",
        "read, starred, \\#war",
        "where was this written?",
        "are one person",
    ] {
        assert!(notes.contains(wanted), "{wanted}: {notes}");
    }
    let json = told(&run(data.path(), &["notes", "--format", "json"], ""));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["documents"][0]["starred"], true);
}

#[test]
fn decisions_go_from_one_case_file_to_another() {
    let (mine, yours) = (data(), data());
    told(&run(
        mine.path(),
        &["--flat", "seeds"],
        "same 2, 3\nhide 1\n",
    ));
    let file = mine.path().join("who.toml");
    let path = file.to_str().expect("UTF-8");
    told(&run(mine.path(), &["decisions", "export", path], ""));
    let said = told(&run(yours.path(), &["decisions", "import", path], ""));
    assert_eq!(said, "");
    let people = |data: &TempDir| told(&run(data.path(), &["--flat", "seeds"], "people\n"));
    assert_eq!(people(&mine), people(&yours));
    let again = told(&run(yours.path(), &["decisions", "export"], ""));
    assert_eq!(again, fs::read_to_string(&file).expect("written"));
}

#[test]
fn a_fault_in_decisions_names_file_and_line_and_takes_nothing_over() {
    let data = data();
    let file = data.path().join("who.toml");
    fs::write(
        &file,
        "hidden = [\"a b\"]\n\n[[same]]\npeople = [\"c d\"]\n",
    )
    .expect("written");
    let path = file.to_str().expect("UTF-8");
    let output = run(data.path(), &["decisions", "import", path], "");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("who.toml: line 4: `people` are two or more"),
        "{said}"
    );
    let export = told(&run(data.path(), &["decisions", "export"], ""));
    assert!(!export.contains("hidden"), "{export}");
}
