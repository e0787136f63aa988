//! Settings, keys and themes of one's own, in the real program.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::pty::{Terminal, is_loaded, newsreader};

/// A directory of settings.
fn settings(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a directory");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

fn config(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_newsreader"))
        .arg("config")
        .args(arguments)
        .env("NEWSREADER_CONFIG", folder.join("config.toml"))
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .env_remove("NEWSREADER_LOG")
        .output()
        .expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn open(mut command: CommandBuilder, folder: Option<&Path>) -> Terminal {
    if let Some(folder) = folder {
        command.env("NEWSREADER_CONFIG", folder.join("config.toml"));
    }
    Terminal::open(command, 120, 40)
}

#[test]
fn show_says_of_every_setting_where_it_comes_from_and_reads_as_toml() {
    let folder = settings(&[
        ("config.toml", "\nmeasure = 60\n"),
        (
            "keymap.toml",
            "next = \"n\"\n[keys]\n\"ctrl-n\" = [\"toggle-read\", \"next-unread\"]\n",
        ),
    ]);
    let output = config(folder.path(), &["show"]);
    assert_eq!(output.status.code(), Some(0));
    let said = said(&output);
    let line = |start: &str| {
        said.lines()
            .find(|line| line.starts_with(start))
            .unwrap_or_default()
    };
    assert!(line("measure = 60").ends_with("config.toml:2"), "{said}");
    assert!(line("theme = \"dark\"").ends_with("# built in"), "{said}");
    assert!(line("next = [\"n\"]").ends_with("keymap.toml:1"), "{said}");
    assert!(line("\"ctrl-n\" = ").ends_with("keymap.toml:3"), "{said}");
    said.parse::<toml::Table>().expect("it is TOML");
}

#[test]
fn path_names_the_files_beside_the_one_that_was_named() {
    let folder = settings(&[("config.toml", "")]);
    let output = config(folder.path(), &["path"]);
    let said = said(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].ends_with("config.toml"), "{said}");
    assert!(lines[1].ends_with("keymap.toml (not there)"), "{said}");
    assert!(lines[2].ends_with("themes (not there)"), "{said}");
}

#[test]
fn check_names_every_fault_with_file_and_line_and_exits_with_one() {
    let folder = settings(&[
        ("config.toml", "measure = 6\ntheme = \"neon\"\n"),
        ("keymap.toml", "dance = \"d\"\n"),
        ("themes/mine.toml", "base = \"light\"\nglow = \"red\"\n"),
    ]);
    let output = config(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    for part in [
        "config.toml:1: `measure`",
        "config.toml:2: there is no theme “neon”",
        "keymap.toml:1: there is no action “dance”",
        "mine.toml:2: there is no role `glow`",
    ] {
        assert!(said.contains(part), "{said} has no {part}");
    }
    let whole = settings(&[("config.toml", "measure = 60\n")]);
    let output = config(whole.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_theme_is_chosen_on_the_command_line_and_another_with_a_key() {
    let folder = settings(&[("themes/mine.toml", "base = \"mono\"\ntitle = \"#010203\"\n")]);
    fs::write(folder.path().join("config.toml"), "").expect("written");
    let mut terminal = open(
        newsreader(&["--theme", "mine", "seeds"]),
        Some(folder.path()),
    );
    let sent = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert!(
        sent.contains("38;2;1;2;3"),
        "no title in the theme's colour"
    );
    terminal.send(":theme light\r");
    terminal.wait_for("theme: light");
    terminal.quit();
}

#[test]
fn a_theme_on_the_command_line_goes_before_no_color() {
    let mut command = newsreader(&["--theme", "16", "seeds"]);
    command.env("NO_COLOR", "1");
    let terminal = open(command, None);
    assert!(String::from_utf8_lossy(&terminal.bytes).contains("\u{1b}[38;5;"));
    terminal.quit();
}

#[test]
fn a_theme_nobody_has_is_a_plain_sentence_and_status_two() {
    let mut terminal = Terminal::start(newsreader(&["--theme", "neon"]), 120, 24);
    assert_eq!(terminal.wait_for_end(), 2);
    let shown = terminal.contents();
    assert!(
        shown.contains("neon") && shown.contains("dark, light, 16, mono"),
        "{shown}"
    );
}

#[test]
fn faults_are_told_in_the_reader_and_keys_of_ones_own_work() {
    let folder = settings(&[
        ("config.toml", "mous = true\n"),
        (
            "keymap.toml",
            "help = \"f1\"\n[keys]\nX = [\"reader\", \"zen\"]\n",
        ),
    ]);
    let mut terminal = Terminal::start(
        {
            let mut command = newsreader(&["seeds"]);
            command.env("NEWSREADER_CONFIG", folder.path().join("config.toml"));
            command
        },
        120,
        40,
    );
    terminal.wait_for("there is no setting `mous`");
    terminal.wait("everything loaded", is_loaded);
    terminal.send("X");
    terminal.wait("one pane", |screen| {
        let shown = screen.contents();
        !shown.contains("1 Documents") && !shown.contains("3 Timeline")
    });
    terminal.send("\u{1b}OP");
    terminal.wait_for("of 1");
    terminal.wait_for("type to search");
    terminal.send("\u{3}");
    terminal.quit();
}

#[test]
fn control_l_draws_every_cell_again() {
    let mut terminal = open(newsreader(&["seeds"]), None);
    let before = terminal.bytes.len();
    terminal.send("\u{c}:");
    terminal.wait("a line to type in", |screen| {
        let last = screen.rows(0, 120).nth(39);
        last.is_some_and(|line| line.starts_with(':'))
    });
    let sent = String::from_utf8_lossy(&terminal.bytes[before..]).into_owned();
    assert!(
        sent.contains("4 People"),
        "what had not changed was not sent again"
    );
    terminal.send("\u{3}");
    terminal.quit();
}

#[test]
fn a_border_is_dragged_with_the_mouse() {
    let mut terminal = open(newsreader(&["seeds"]), None);
    terminal.send("\u{1b}m");
    terminal.wait("the mouse captured", |screen| {
        screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    let corner = |screen: &vt100::Screen| {
        let top = screen.rows(0, 120).next().unwrap_or_default();
        top.chars().position(|letter| "┐┓".contains(letter))
    };
    let left = corner(terminal.wait_for("1 Documents")).expect("the documents' corner");
    // The cells of SGR mouse reports are counted from one.
    let at = |column: usize| format!("{};5", column + 1);
    terminal.send(&format!("\u{1b}[<0;{}M", at(left)));
    terminal.send(&format!("\u{1b}[<32;{}M", at(left + 12)));
    terminal.send(&format!("\u{1b}[<0;{}m", at(left + 12)));
    terminal.wait("the border moved", |screen| {
        corner(screen) == Some(left + 12)
    });
    terminal.quit();
}

#[test]
fn escape_sequences_are_keys_and_a_bracketed_paste_is_none() {
    let mut terminal = open(newsreader(&["seeds"]), None);
    // F, an arrow, and a letter held with Alt each begin with Escape.
    terminal.send("?");
    terminal.wait_for("type to search");
    terminal.send("\u{1b}[B\u{1b}[B");
    terminal.wait("the help scrolled", |screen| {
        !screen.contents().contains("Here: the timeline")
    });
    terminal.send("\u{1b}");
    terminal.wait("the help closed", |screen| {
        !screen.contents().contains("type to search")
    });
    terminal.send("\u{1b}[200~Q?Q\u{1b}[201~");
    terminal.wait_for("pasted text goes into a line");
    terminal.quit();
}
