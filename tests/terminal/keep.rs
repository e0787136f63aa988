//! What outlives a run: nothing the reader was shown is lost, whatever ends the program.

use std::fs;
use std::path::Path;

use newsreader::casefile::Key;
use newsreader::store;
use portable_pty::CommandBuilder;

use super::pty::{Terminal, newsreader};

const ARTICLES: usize = 40;

/// A folder of articles that say different things.
fn pile(directory: &Path) {
    for number in 0..ARTICLES {
        let text = format!(
            "Town {number} votes\n\nAyton, 6 August 2021 – The council of town {number} voted.\n"
        );
        fs::write(directory.join(format!("{number:02}.txt")), text).expect("written");
    }
}

fn command(pile: &Path, data: &Path) -> CommandBuilder {
    let mut command = newsreader(&[pile.to_str().expect("a plain path")]);
    command.env("NEWSREADER_DATA", data);
    command
}

fn open(pile: &Path, data: &Path) -> Terminal {
    Terminal::open(command(pile, data), 100, 30)
}

/// The number before "of 40 read" in the bottom line.
fn acknowledged(screen: &str) -> usize {
    let figure = format!(" of {ARTICLES} read");
    let before = screen.rfind(&figure).map_or("", |at| &screen[..at]);
    let digits = before
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn kept(data: &Path) -> usize {
    let opened = store::open(data);
    assert!(opened.remarks.is_empty(), "{:?}", opened.remarks);
    let facts = opened.case.facts();
    facts.filter(|(key, _)| matches!(key, Key::Read(_))).count()
}

#[test]
fn nothing_shown_is_lost_when_the_program_is_killed() {
    let texts = tempfile::tempdir().expect("a directory");
    pile(texts.path());
    let mut most = 0;
    for round in 0..50 {
        let data = tempfile::tempdir().expect("a directory");
        let mut terminal = open(texts.path(), data.path());
        terminal.send("1");
        // Killed while keys are still being taken in, another number each time.
        let (marks, awaited) = (3 + round * 7 % (ARTICLES - 3), round % 4);
        for _ in 0..marks {
            terminal.send("rj");
        }
        terminal.wait("some marks", |screen| {
            acknowledged(&screen.contents()) >= awaited
        });
        terminal.kill();
        let shown = acknowledged(&terminal.contents());
        let kept = kept(data.path());
        assert!(kept >= shown, "round {round}: {shown} shown, {kept} kept");
        most = most.max(shown);
    }
    assert!(most > 0, "nothing was ever shown");
}

#[test]
fn what_was_marked_is_there_again_and_a_moved_file_keeps_it() {
    let (texts, data) = (tempfile::tempdir(), tempfile::tempdir());
    let (texts, data) = (texts.expect("a directory"), data.expect("a directory"));
    pile(texts.path());
    let mut terminal = open(texts.path(), data.path());
    terminal.send("1rjr");
    terminal.wait_for("2 of 40 read");
    terminal.send("Q");
    terminal.wait_for_end();
    fs::create_dir(texts.path().join("moved")).expect("made");
    for number in 0..ARTICLES {
        let name = format!("{number:02}.txt");
        let to = texts.path().join("moved").join(&name);
        fs::rename(texts.path().join(&name), to).expect("moved");
    }
    let mut terminal = open(texts.path(), data.path());
    terminal.wait_for("2 of 40 read");
}

#[test]
fn two_programs_see_what_the_other_marks() {
    let (texts, data) = (tempfile::tempdir(), tempfile::tempdir());
    let (texts, data) = (texts.expect("a directory"), data.expect("a directory"));
    pile(texts.path());
    let mut one = open(texts.path(), data.path());
    let mut other = open(texts.path(), data.path());
    one.send("1r");
    one.wait_for("1 of 40 read");
    other.send("1jjr");
    other.wait_for("2 of 40 read");
    one.wait_for("2 of 40 read");
    assert_eq!(kept(data.path()), 2);
}

#[test]
fn a_damaged_case_file_is_told_and_kept_aside() {
    let (texts, data) = (tempfile::tempdir(), tempfile::tempdir());
    let (texts, data) = (texts.expect("a directory"), data.expect("a directory"));
    pile(texts.path());
    fs::write(data.path().join("case.db"), "not a database at all").expect("written");
    let mut terminal = Terminal::start(command(texts.path(), data.path()), 100, 30);
    terminal.wait_for("the case file was damaged");
    assert!(data.path().join("case.damaged-1.db").exists());
}

/// Runs a command that needs no screen; its status, output and complaints.
fn run(data: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_newsreader"))
        .args(arguments)
        .env("NEWSREADER_CONFIG", "")
        .env("NEWSREADER_DATA", data)
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_case_file_is_printed_and_decisions_are_shared_as_a_file() {
    let data = [(); 2].map(|()| tempfile::tempdir().expect("a directory"));
    let [mine, yours] = [data[0].path(), data[1].path()];
    let file = mine.join("who.toml");
    let path = file.to_str().expect("a plain path");
    fs::write(
        &file,
        "hidden = [\"green line\"]\n[[same]]\npeople = [\"javad zarif\", \"jawad sarif\"]\n",
    )
    .expect("written");
    let (status, _, said) = run(mine, &["decisions", "import", path]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("2 decisions taken over"), "{said}");
    let (status, printed, _) = run(mine, &["notes"]);
    assert_eq!(status, Some(0));
    assert!(
        printed.contains("javad zarif and jawad sarif are one person"),
        "{printed}"
    );
    let other = yours.join("again.toml");
    let again = other.to_str().expect("a plain path");
    assert_eq!(run(mine, &["decisions", "export", again]).0, Some(0));
    assert_eq!(
        run(mine, &["decisions", "export", again]).0,
        Some(1),
        "it is there"
    );
    assert_eq!(run(yours, &["decisions", "import", again]).0, Some(0));
    let (_, printed, _) = run(yours, &["notes", "--format", "json"]);
    assert!(printed.contains("green line is not shown"), "{printed}");
    fs::write(&file, "hidden = 3\n").expect("written");
    let (status, _, said) = run(mine, &["decisions", "import", path]);
    assert_eq!(status, Some(2));
    assert!(said.contains("who.toml: line 1: "), "{said}");
}
