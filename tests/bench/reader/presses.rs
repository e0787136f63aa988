//! What is pressed, pane by pane.

use std::env;
use std::hint::black_box;
use std::time::Instant;

use super::Desk;
use super::table::Table;

/// A part of the run, which presses its keys.
type Part = fn(&mut Player<'_>);

/// Plays everything; words given to the bench choose among the parts.
pub fn all(desk: &mut Desk, table: &mut Table) {
    let named: Vec<String> = env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let parts: [(&str, Part); 7] = [
        ("timeline", timeline),
        ("zoom", zoom),
        ("documents", documents),
        ("people", people),
        ("narrow", narrow),
        ("reading", reading),
        ("find", find),
    ];
    breathe(table);
    for (name, part) in parts {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            let mut player = Player {
                desk: &mut *desk,
                table: &mut *table,
            };
            part(&mut player);
            if env::var_os("NEWSREADER_BENCH_SHOW").is_some() {
                println!("{}", desk.shown());
            }
        }
    }
}

/// Times the same small work again and again: what the machine itself adds to
/// a press shows in its 99th, which on a busy one is a time slice of others.
fn breathe(table: &mut Table) {
    for _ in 0..1000 {
        let started = Instant::now();
        let sum: u64 = (0..200_000_u64).map(|number| black_box(number) % 7).sum();
        black_box(sum);
        table.add("(a loop, to judge the machine by)", started.elapsed());
    }
}

struct Player<'a> {
    desk: &'a mut Desk,
    table: &'a mut Table,
}

impl Player<'_> {
    /// Presses keys that are not measured.
    fn quietly(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.desk.press(key);
        }
    }

    /// Presses keys one after another so many times, and measures each press.
    fn measure(&mut self, name: &str, keys: &str, times: usize) {
        for _ in 0..times {
            for key in keys.split_whitespace() {
                self.one(name, key);
            }
        }
    }

    fn one(&mut self, name: &str, key: &str) {
        let (shown, answered) = self.desk.press(key);
        self.table.add(name, shown);
        if let Some(answered) = answered {
            self.table.add(&format!("{name}, answered"), answered);
        }
    }

    /// Types words letter by letter, each into a line opened anew.
    fn words(&mut self, name: &str, open: &str, words: &[String]) {
        for word in words {
            self.one(&format!("{name}, opened"), open);
            for letter in word.chars().filter(|letter| letter.is_alphanumeric()) {
                self.one(&format!("{name}, a letter"), &letter.to_string());
            }
            for _ in 0..3 {
                self.one(&format!("{name}, a letter back"), "backspace");
            }
            self.one(&format!("{name}, closed"), "esc");
        }
    }

    /// Names and words that occur, here and there in the pile.
    fn words_that_occur(&self) -> Vec<String> {
        let people = self.desk.app.corpus.people();
        let step = (people.len() / 12).max(1);
        let people = people.iter().step_by(step).take(12);
        let family = people.filter_map(|person| person.name.split(' ').next_back());
        family
            .map(|name| name.to_lowercase().chars().take(8).collect())
            .collect()
    }
}

fn timeline(player: &mut Player<'_>) {
    player.quietly("3");
    player.measure("timeline, a row", "j", 300);
    player.measure("timeline, a row", "k", 100);
    player.measure("timeline, a page", "ctrl-f", 100);
    player.measure("timeline, to the ends", "G g g", 30);
    player.measure("timeline, a day, week, month, year", "] d ] w ] m ] y", 50);
    player.measure("timeline, why", "i esc", 50);
    player.quietly("+ + +");
    player.measure("timeline zoomed in, a row", "j", 300);
    player.measure("timeline zoomed in, a page", "ctrl-f", 100);
    player.quietly("0");
    let words = player.words_that_occur();
    player.words("filter of the timeline", "/", &words);
}

fn zoom(player: &mut Player<'_>) {
    player.quietly("3 0");
    for _ in 0..25 {
        player.measure("zoom in", "+", 5);
        player.measure("zoom out", "-", 6);
        player.measure("zoom to fit", "0", 1);
        player.quietly("ctrl-f");
    }
    player.measure("zen, and back", "z", 100);
}

fn documents(player: &mut Player<'_>) {
    player.quietly("1 g g");
    player.measure("documents, a row", "j", 300);
    player.measure("documents, a page", "ctrl-f", 100);
    player.measure("documents, to the ends", "G g g", 30);
    player.measure("documents, next unread", "U", 100);
    player.quietly("1");
    player.measure("documents, sort", "S", 12);
    player.measure("documents, read mark", "r j", 50);
    player.measure("documents, star", "s j", 50);
    player.measure("an article opened, and back", "enter 1 j", 100);
    player.quietly("1");
    let words = player.words_that_occur();
    player.words("filter of the documents", "/", &words);
}

fn people(player: &mut Player<'_>) {
    player.quietly("4 g g");
    player.measure("people, a row", "j", 300);
    player.measure("people, a page", "ctrl-f", 100);
    player.measure("people, to the ends", "G g g", 30);
    player.measure("people, sort", "S", 12);
    player.quietly("g g");
    player.measure("people, next mention", ")", 100);
    player.quietly("4");
    player.measure("people, the card and away", "c esc j", 50);
    let words = player.words_that_occur();
    player.words("filter of the people", "/", &words);
}

fn narrow(player: &mut Player<'_>) {
    player.quietly("4 g g");
    for _ in 0..100 {
        player.one("narrowed to a person", "enter");
        player.one("widened again", "esc");
        player.quietly("j");
    }
    player.quietly("g g enter 3");
    player.measure("timeline of a person, a row", "j", 200);
    player.quietly("esc");
}

fn reading(player: &mut Player<'_>) {
    player.quietly("1 g g enter");
    player.measure("reading, a line", "j k", 150);
    player.measure("reading, a page", "ctrl-f ctrl-b", 50);
    player.measure("reading, a date, a name, a quote", "] d ] p ] q", 50);
    player.measure("reading, the measure", "+ -", 50);
    player.quietly("0 1");
}

fn find(player: &mut Player<'_>) {
    let words = player.words_that_occur();
    player.words("find box", "f", &words);
    player.words("find box, people", "p", &words);
    player.words("find box", "f", &words);
}
