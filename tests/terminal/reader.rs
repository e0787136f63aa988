//! The reader itself: frames, keys, sizes, and the terminal it leaves behind.

use portable_pty::CommandBuilder;

use super::pty::{Terminal, is_loaded, newsreader, settle};

/// Control-C closes what lies over the panes. Escape would too, but the next
/// letter may come so close behind it that the two are Alt with that letter.
const CLOSE: &str = "\u{3}";

fn open(arguments: &[&str], columns: u16, rows: u16) -> Terminal {
    Terminal::open(newsreader(arguments), columns, rows)
}

#[test]
fn the_samples_open_and_quitting_leaves_the_terminal_whole() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut terminal = open(&["seeds"], columns, rows);
        let screen = terminal.wait_for("Timeline");
        assert!(screen.alternate_screen());
        assert!(terminal.is_raw());
        terminal.quit();
    }
}

#[test]
fn the_samples_are_read_within_a_hundred_megabytes() {
    let terminal = open(&["seeds"], 120, 40);
    let peak = terminal.peak_memory();
    assert!(peak < 100_000_000, "{peak} bytes");
    terminal.quit();
}

#[test]
fn without_a_path_the_samples_welcome() {
    let mut terminal = open(&[], 120, 40);
    terminal.wait_for("Timeline");
    terminal.quit();
}

#[test]
fn a_few_letters_and_enter_land_on_the_person() {
    for opener in ["f", "p", "\u{10}"] {
        let mut terminal = open(&["seeds"], 120, 40);
        terminal.send(opener);
        terminal.send("khatib");
        terminal.wait_for("▸ @ Saeed Khatibzadeh");
        terminal.send("\r");
        terminal.wait("the card with alias, role and mentions", |screen| {
            let shown = screen.contents();
            [
                "also  Khatibzadeh",
                "role  ",
                "spokesman",
                "Mentions  ‹ 1 of ",
            ]
            .iter()
            .all(|part| shown.contains(part))
        });
        terminal.send("j");
        terminal.wait_for("Mentions  ‹ 2 of ");
        terminal.send(CLOSE);
        terminal.wait("the card gone", |screen| {
            !screen.contents().contains("Mentions  ‹")
        });
        terminal.quit();
    }
}

#[test]
fn control_c_quits_like_any_quit() {
    let mut terminal = open(&["seeds"], 80, 24);
    terminal.send("\u{3}");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_whole();
}

#[test]
fn the_screen_follows_the_size_down_to_one_cell_and_back() {
    let mut terminal = open(&["seeds"], 120, 40);
    for (columns, rows) in [(40, 12), (1, 1), (200, 60)] {
        terminal.resize(columns, rows);
    }
    terminal.wait("the last row in use", |screen| {
        let last = screen.rows(0, 200).nth(59);
        last.is_some_and(|row| !row.trim().is_empty())
    });
    terminal.quit();
}

#[test]
fn tiny_terminals_are_no_crash() {
    for (columns, rows) in [(1, 1), (2, 40), (200, 2), (10, 5)] {
        let mut terminal = Terminal::start(newsreader(&["seeds"]), columns, rows);
        terminal.wait("the alternate screen", vt100::Screen::alternate_screen);
        terminal.send("jkf");
        terminal.send(CLOSE);
        terminal.send("?");
        terminal.send(CLOSE);
        terminal.send("\u{3}");
        assert_eq!(terminal.wait_for_end(), 0);
        terminal.assert_whole();
    }
}

#[test]
fn the_system_may_end_it_and_the_terminal_is_whole() {
    let mut terminal = open(&["seeds"], 80, 24);
    let process = terminal.process().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-TERM", &process])
        .status();
    assert!(sent.expect("kill runs").success());
    terminal.wait_for_end();
    terminal.assert_whole();
}

#[test]
fn a_path_that_is_not_there_is_a_plain_sentence_and_status_two() {
    let mut terminal = Terminal::start(newsreader(&["no/such/file.txt"]), 80, 24);
    assert_eq!(terminal.wait_for_end(), 2);
    let shown = terminal.contents();
    assert!(shown.contains("no/such/file.txt"), "{shown}");
    terminal.assert_whole();
}

#[test]
fn a_directory_with_nothing_to_read_is_a_plain_sentence_and_status_two() {
    let empty = tempfile::tempdir().expect("a directory");
    let path = empty.path().to_str().expect("a path in UTF-8");
    let mut terminal = Terminal::start(newsreader(&[path]), 200, 24);
    assert_eq!(terminal.wait_for_end(), 2);
    let shown = terminal.contents();
    assert!(shown.contains(path), "{shown}");
    terminal.assert_whole();
}

#[test]
fn what_could_not_be_read_is_counted_and_listed() {
    let mut terminal = open(&["seeds", "no/such/file.txt"], 120, 40);
    terminal.wait_for("1 skipped");
    terminal.send(":skipped\r");
    terminal.wait_for("no/such/file.txt");
    terminal.send(CLOSE);
    terminal.quit();
}

#[test]
fn a_text_from_a_pipe_is_read_with_keys_from_the_terminal() {
    let program = env!("CARGO_BIN_EXE_newsreader");
    let mut command = CommandBuilder::new("sh");
    command.arg("-c");
    command.arg(format!(
        "printf 'The treaty of Zembla\\n\\nIt was signed in May 2021.\\n' | '{program}' -"
    ));
    settle(&mut command);
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_for("The treaty of Zembla");
    terminal.send("?");
    terminal.wait_for(":half-page-down");
    terminal.send(CLOSE);
    terminal.quit();
}

#[test]
fn no_color_means_no_colour() {
    let mut command = newsreader(&["seeds"]);
    command.env("NO_COLOR", "1");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait("everything loaded", is_loaded);
    terminal.send("jjf");
    terminal.send("khatib");
    terminal.wait_for("▸ @ Saeed Khatibzadeh");
    terminal.send(CLOSE);
    terminal.send("Q");
    assert_eq!(terminal.wait_for_end(), 0);
    let colours = colours(&terminal.bytes);
    assert!(colours.is_empty(), "{colours:?}");
}

#[test]
fn colours_are_there_to_be_left_out() {
    let mut terminal = open(&["seeds"], 120, 40);
    terminal.send("Q");
    terminal.wait_for_end();
    assert!(!colours(&terminal.bytes).is_empty());
}

/// The numbers of every colour a terminal was told to use.
fn colours(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes);
    text.split("\u{1b}[")
        .filter_map(|rest| {
            let end = rest.find(|letter: char| letter.is_ascii_alphabetic())?;
            rest[end..].starts_with('m').then(|| &rest[..end])
        })
        .flat_map(|numbers| numbers.split([';', ':']))
        .filter_map(|number| number.parse().ok())
        // 39 and 49 give up a colour; the others below 30 are weight and line.
        .filter(|number| (30..=38).contains(number) || (40..=48).contains(number) || *number >= 90)
        .collect()
}
