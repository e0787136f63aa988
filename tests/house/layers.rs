//! Who may name whom: the table of the architecture, and its absences.

use super::sources::{self, SourceFile};

/// For each room, the paths inside the crate it may name; a path stands for all below it.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("document", &["source"]),
    ("analysis", &["document"]),
    ("casefile", &["document"]),
    ("corpus", &["document", "analysis", "casefile"]),
    ("config", &[]),
    ("store", &["casefile"]),
    ("cli", &[]),
    ("logging", &[]),
    ("export", &["casefile", "corpus", "document", "analysis"]),
    (
        "load",
        &[
            "source",
            "document",
            "analysis",
            "casefile::DocumentKey",
            "corpus::ArticleId",
        ],
    ),
    (
        "app",
        &[
            "casefile",
            "corpus",
            "document",
            "analysis",
            "config",
            "load::Progress",
            "load::Skipped",
        ],
    ),
    (
        "view",
        &[
            "app", "casefile", "corpus", "document", "analysis", "config",
        ],
    ),
    (
        "flat",
        &[
            "analysis",
            "app::Place",
            "app::explanation",
            "casefile",
            "corpus",
            "document",
            "export",
            "load",
            "source",
            "store",
        ],
    ),
    ("terminal", &["app"]),
    (
        "headless",
        &[
            "analysis", "casefile", "cli", "corpus", "document", "export", "flat", "load",
            "source", "store", "terminal",
        ],
    ),
];

/// Rooms that may name any other.
const ABOVE_ALL: &[&str] = &["run", "main", "lib"];

/// Words that must not stand in the program text of some rooms.
struct Absence {
    rule: &'static str,
    holds_for: fn(&SourceFile) -> bool,
    words: &'static [&'static str],
}

const ABSENCES: &[Absence] = &[
    Absence {
        rule: "what reads and understands knows no screen, key or colour",
        holds_for: |file| ["source", "document", "analysis", "corpus"].contains(&file.room()),
        words: &["ratatui", "crossterm", "Color", "KeyCode", "KeyEvent"],
    },
    Absence {
        rule: "analysis reads no clock, no environment, no file",
        holds_for: |file| file.room() == "analysis",
        words: &[
            "SystemTime",
            "Instant",
            "Local::now",
            "Utc::now",
            "std::env",
            "std::fs",
            "File::",
        ],
    },
    Absence {
        rule: "the app does no input or output",
        holds_for: |file| file.room() == "app",
        words: &[
            "std::fs",
            "std::thread",
            "std::process",
            "std::net",
            "std::env",
            "std::io",
            "crossterm",
        ],
    },
    Absence {
        rule: "of the drawing library the app knows geometry, in one file",
        holds_for: |file| file.room() == "app" && file.path != "src/app/layout.rs",
        words: &["ratatui"],
    },
    Absence {
        rule: "the view changes nothing",
        holds_for: |file| file.room() == "view",
        words: &["&mut App", "std::fs", "std::process", "crossterm"],
    },
    Absence {
        rule: "only run and load start threads",
        holds_for: |file| !["run", "load"].contains(&file.room()),
        words: &["thread::spawn", "thread::scope", "thread::Builder"],
    },
    Absence {
        rule: "only run and load know channels",
        holds_for: |file| !["run", "load"].contains(&file.room()),
        words: &["mpsc", "crossbeam"],
    },
    Absence {
        rule: "one room speaks to the terminal",
        holds_for: |file| !["terminal", "run"].contains(&file.room()),
        words: &["crossterm"],
    },
];

#[test]
fn every_room_names_only_what_the_table_lets_it() {
    let mut wrong = Vec::new();
    for file in sources::all() {
        let room = file.room();
        if ABOVE_ALL.contains(&room) {
            continue;
        }
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: the table has no room `{room}`", file.path));
            continue;
        };
        for path in named(&file.program()) {
            let own = covers(room, &path);
            if !own && !allowed.iter().any(|allowed| covers(allowed, &path)) {
                wrong.push(format!("{} names crate::{path}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_must_be_absent_from_a_room_is_absent() {
    let mut found = Vec::new();
    for file in sources::all() {
        let program = file.program();
        for absence in ABSENCES.iter().filter(|absence| (absence.holds_for)(&file)) {
            for word in absence.words.iter().filter(|word| has_word(&program, word)) {
                found.push(format!("{}: `{word}`, but {}", file.path, absence.rule));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn analysis_offers_nothing_that_can_fail() {
    let mut failing = Vec::new();
    for file in sources::all() {
        let program = file.program();
        if file.room() != "analysis" {
            continue;
        }
        for signature in program.split("pub fn ").skip(1) {
            let signature = signature.split('{').next().unwrap_or_default();
            if signature.contains("Result<") {
                failing.push(format!("{}: {}", file.path, signature.trim()));
            }
        }
    }
    assert!(failing.is_empty(), "{failing:#?}");
}

/// Says whether `path` is `prefix` or lies below it.
fn covers(prefix: &str, path: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Says whether the word stands in the text, not as the tail or head of a longer name.
fn has_word(text: &str, word: &str) -> bool {
    let of_name = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(of_name);
        let after = text[at + word.len()..].chars().next();
        let longer = word.ends_with(of_name) && after.is_some_and(of_name);
        !before && !longer
    })
}

/// Collects the paths named after `crate::`, groups in braces spread out one level at a time.
fn named(program: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, found) in program.match_indices("crate::") {
        spread(String::new(), &program[at + found.len()..], &mut paths);
    }
    paths
}

fn spread(prefix: String, rest: &str, paths: &mut Vec<String>) {
    let of_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
    let end = rest
        .find(|character| !of_path(character))
        .unwrap_or(rest.len());
    let path = format!("{prefix}{}", &rest[..end]);
    if !rest[end..].starts_with('{') || !path.is_empty() && !path.ends_with("::") {
        paths.push(path.trim_end_matches(':').to_owned());
        return;
    }
    let mut depth = 0;
    let mut member = String::new();
    for character in rest[end + 1..].chars() {
        match character {
            '}' if depth == 0 => break,
            ',' if depth == 0 => {
                spread(path.clone(), member.trim(), paths);
                member.clear();
                continue;
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        member.push(character);
    }
    if !member.trim().is_empty() {
        spread(path, member.trim(), paths);
    }
}

#[test]
fn paths_are_found_in_groups_too() {
    let program = "use crate::app::{Key, key::{Code, Mouse}};\nfn f(a: crate::view::Line<'_>) {}\n";
    assert_eq!(
        named(program),
        [
            "app::Key",
            "app::key::Code",
            "app::key::Mouse",
            "view::Line"
        ]
    );
}

#[test]
fn a_word_inside_a_longer_name_is_another_word() {
    assert!(has_word("use std::time::Instant;", "Instant"));
    assert!(!has_word("struct Instantly;", "Instant"));
    assert!(!has_word("struct NoInstant;", "Instant"));
    assert!(has_word("std::fs::read(x)", "std::fs"));
}
