//! Three evenings with the program: walking the timeline, jumping to a person,
//! putting things right and finding them so the next day.

use std::path::Path;

use super::pty::{Terminal, newsreader};

fn open(data: &Path, columns: u16, rows: u16) -> Terminal {
    let mut command = newsreader(&["seeds"]);
    command.env("NEWSREADER_DATA", data);
    Terminal::open(command, columns, rows)
}

/// The words of the lit sentence: what stands behind the bars of the gutter.
fn lit(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let lines = contents.lines().filter_map(|line| {
        let (_, behind) = line.split_once('▌')?;
        Some(behind.split(['│', '┃']).next()?.trim())
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// The row of the timeline that is selected.
fn selected(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let timeline = contents
        .lines()
        .skip_while(|line| !line.contains("3 Timeline"));
    let row = timeline.skip(1).find(|line| line.contains('▸'));
    row.unwrap_or_default().to_owned()
}

#[test]
fn walking_the_timeline_stands_on_the_sentences() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let data = tempfile::tempdir().expect("a directory");
        let mut terminal = open(data.path(), columns, rows);
        let mut seen = Vec::new();
        for _ in 0..12 {
            let before = selected(terminal.wait_for("3 Timeline"));
            terminal.send("j");
            // The old mark is taken away before the new one is drawn.
            let screen = terminal.wait("the next entry", |screen| {
                !["", before.as_str()].contains(&selected(screen).as_str())
            });
            seen.push((selected(screen), lit(screen)));
        }
        assert!(seen.iter().all(|(_, lit)| !lit.is_empty()), "{seen:?}");
        let fall = seen.iter().find(|(row, _)| row.contains("Zaranj"));
        let (_, sentence) = fall.expect("the fall of Zaranj is walked over");
        assert!(sentence.contains("to fall to the Taliban"), "{sentence}");
        let (_, last) = seen.last().expect("walked").clone();
        terminal.send("\r");
        terminal.wait("the text in focus, the sentence still lit", |screen| {
            // More of it may be in view than before.
            let begins = last.split(' ').take(6).collect::<Vec<_>>().join(" ");
            screen.contents().contains("┏ 2 ") && lit(screen).contains(&begins)
        });
        terminal.send("\u{f}");
        terminal.wait("the timeline again", |screen| {
            screen.contents().contains("┏ 3 Timeline")
        });
        terminal.quit();
    }
}

#[test]
fn four_letters_find_a_person_whose_mentions_are_stepped_through() {
    let data = tempfile::tempdir().expect("a directory");
    let mut terminal = open(data.path(), 120, 40);
    terminal.send("fkhat");
    terminal.wait_for("▸ @ Saeed Khatibzadeh");
    terminal.send("\r");
    terminal.wait_for("‹ 1 of 11 ›");
    for number in 2..=4 {
        terminal.send("j");
        terminal.wait_for(&format!("‹ {number} of 11 ›"));
    }
    terminal.send("\r");
    let first = lit(terminal.wait("the sentence of the mention", |screen| {
        lit(screen).contains("Khatibzadeh")
    }));
    terminal.send(")");
    let next = lit(terminal.wait("the next mention", |screen| lit(screen) != first));
    assert!(next.contains("Khatibzadeh"), "{next}");
    terminal.send("(");
    terminal.wait("the mention before", |screen| lit(screen) == first);
    terminal.quit();
}

/// Says whether the timeline has the envoy's appointment on the day it was moved to.
fn is_moved(screen: &vt100::Screen) -> bool {
    let contents = screen.contents();
    let mut rows = contents.lines();
    rows.any(|row| row.contains("Sat  7 Aug  ●") && row.contains("was named the envoy"))
}

#[test]
fn a_date_put_right_and_two_people_made_one_are_so_the_next_day() {
    let data = tempfile::tempdir().expect("a directory");
    let mut terminal = open(data.path(), 120, 40);
    terminal.send("jjj");
    terminal.wait("the appointment selected", |screen| {
        selected(screen).contains("was named the envoy")
    });
    terminal.send("e");
    terminal.wait_for("it happened on");
    terminal.send("\u{15}7 aug 2021\r");
    terminal.wait("the appointment on another day", is_moved);
    terminal.send("4j");
    terminal.wait_for("9 · by mentions");
    terminal.send("marnault");
    terminal.wait_for("▸ @ Jean Arnault");
    terminal.send("\r");
    terminal.wait_for("8 · by mentions");
    // Undone and done again, it stays done.
    terminal.send("u");
    terminal.wait_for("9 · by mentions");
    terminal.send("\u{12}");
    terminal.wait_for("8 · by mentions");
    terminal.quit();
    let mut again = open(data.path(), 120, 40);
    again.wait_for("8 · by mentions");
    again.wait("the appointment where it was moved to", is_moved);
    again.quit();
}
