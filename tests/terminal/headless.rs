//! The commands that need no screen: shapes, exit statuses, pipes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const KABUL: &str = "---\ntitle: Kabul\ndate: 2021-09-01\n---\n\
    Président 𝄞 Ashraf Ghani left Kabul on 15 August 2021. \
    The Taliban entered the city on 16 August 2021.\n";

fn newsreader(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsreader"));
    command
        .args(arguments)
        .env("NEWSREADER_CONFIG", "")
        .env("NEWSREADER_DATA", "")
        .env_remove("NEWSREADER_LOG");
    command
}

/// A directory of files to read, gone when dropped.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a directory");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn run(arguments: &[&str], input: &str) -> Output {
    newsreader(arguments)
        .write_stdin(input)
        .output()
        .expect("it runs")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

fn errors(output: &Output) -> &str {
    str::from_utf8(&output.stderr).expect("UTF-8")
}

/// Checks that a stretch of code points of `source` is the text given with it.
fn assert_place(found: &Value, source: &str) {
    let at = |key: &str| found[key].as_u64().expect("an offset") as usize;
    let slice: String = source
        .chars()
        .skip(at("start"))
        .take(at("end") - at("start"))
        .collect();
    assert_eq!(found["text"], slice, "{found}");
}

fn keys(object: &Value) -> Vec<&str> {
    let object = object.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

#[test]
fn an_event_a_line_with_its_place_in_the_file() {
    let folder = folder(&[("kabul.md", KABUL)]);
    let output = run(&["timeline", "--format", "jsonl", path(folder.path())], "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let events = lines(&output);
    assert_eq!(events.len(), 2, "{events:#?}");
    for event in &events {
        assert_place(event, KABUL);
        for key in [
            "date", "earliest", "latest", "known", "people", "title", "reports",
        ] {
            assert!(keys(event).contains(&key), "{key} is missing in {event}");
        }
        assert_eq!(event["doc"], "kabul");
        assert_eq!(event["title"], "Kabul");
        assert_eq!(event["known"], "written");
        assert_eq!(event["earliest"], event["latest"]);
    }
    assert_eq!(events[0]["date"], "2021-08-15");
    assert_eq!(events[0]["people"], serde_json::json!(["Ashraf Ghani"]));
    assert_eq!(
        events[0]["parts"],
        serde_json::json!([{"name": "Ashraf Ghani", "part": "acts"}])
    );
    assert_eq!(events[1]["earliest"], "2021-08-16");
}

#[test]
fn a_person_a_line_with_every_mention() {
    let more = "Ashraf Ghani, the president of Afghanistan, spoke on Monday. Ghani left.";
    let folder = folder(&[("kabul.md", KABUL), ("more.txt", more)]);
    let output = run(&["people", "--format", "jsonl", path(folder.path())], "");
    let people = lines(&output);
    let ghani = people
        .iter()
        .find(|person| person["name"] == "Ashraf Ghani")
        .unwrap_or_else(|| panic!("{people:#?}"));
    assert_eq!(
        keys(ghani),
        ["aliases", "forms", "mentions", "name", "quotes", "roles"]
    );
    let reasons = ghani["forms"].as_array().expect("a list").iter();
    let reasons: Vec<_> = reasons
        .map(|form| (form["text"].as_str(), form["reason"].as_str()))
        .collect();
    assert!(
        reasons.contains(&(Some("Ghani"), Some("surname"))),
        "{ghani}"
    );
    let mentions = ghani["mentions"].as_array().expect("a list");
    assert_eq!(mentions.len(), 3, "{ghani}");
    for mention in mentions {
        let source = if mention["doc"] == "kabul" {
            KABUL
        } else {
            more
        };
        assert_place(mention, source);
    }
    assert_eq!(ghani["aliases"], serde_json::json!(["Ghani"]));
}

#[test]
fn who_wrote_a_text_is_annotated_and_no_person_of_it() {
    let text = "By Mary Jones\n\nJohn Smith won, the mayor said.";
    let given = serde_json::json!({"doc": "a", "text": text});
    let output = run(&["annotate", "--layer", "people"], &format!("{given}\n"));
    let found: Vec<(String, String)> = lines(&output)
        .iter()
        .map(|item| (item["type"].to_string(), item["text"].to_string()))
        .collect();
    let expected = [("BYLINE", "Mary Jones"), ("PERSON", "John Smith")];
    let expected = expected.map(|(kind, name)| (format!("{kind:?}"), format!("{name:?}")));
    assert_eq!(found, expected);
}

#[test]
fn annotations_are_places_in_the_text_as_given() {
    let text =
        "\n\r\n𝄞 Élysée: “I will resign,” said Angela Merkel on Friday\u{a0}, 13 August 2021.";
    let given =
        serde_json::json!({"doc": "a", "dct": "2021-08-14T10:00", "title": null, "text": text});
    let output = run(
        &[
            "annotate", "--layer", "people", "--layer", "time", "--layer", "people",
        ],
        &format!("{given}\n"),
    );
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    for item in &found {
        assert_place(item, text);
        assert_eq!(item["doc"], "a");
    }
    let layers: Vec<_> = found.iter().map(|item| item["layer"].as_str()).collect();
    assert_eq!(layers, [Some("people"), Some("time")], "{found:#?}");
    assert_eq!(found[0]["type"], "PERSON");
    assert_eq!(found[0]["person"], "Angela Merkel");
    assert_eq!(found[1]["type"], "DATE");
    assert_eq!(found[1]["value"], "2021-08-13");
    assert!(keys(&found[1]).contains(&"mod"));
}

#[test]
fn on_demand_every_date_says_by_which_rule_and_from_what_it_was_counted() {
    let text = "Élysée 𝄞: it fell on 6 August 2021, “état” said. A day later\u{a0}𝄞 Macron left; \
        on Friday he was gone for two weeks.";
    let given = serde_json::json!({"doc": "a", "dct": "2021-08-14", "title": null, "text": text});
    let output = run(&["annotate", "--explain"], &given.to_string());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    for item in &found {
        assert_place(item, text);
        assert!(!item["rule"].as_str().expect("a rule").is_empty(), "{item}");
    }
    let reasons: Vec<_> = found.iter().map(|item| item["reason"].as_str()).collect();
    let expected = ["written", "counted", "latest", "no-date"];
    assert_eq!(reasons, expected.map(Some), "{found:#?}");
    assert_eq!(found[0]["rule"], "day-month-year");
    assert!(!keys(&found[0]).contains(&"anchor"), "{}", found[0]);
    assert_place(&found[1]["anchor"], text);
    assert_eq!(found[1]["anchor"]["text"], "6 August 2021");
    assert_eq!(found[1]["anchor"]["value"], "2021-08-06");
    let published = serde_json::json!({"published": "2021-08-14"});
    assert_eq!(found[2]["anchor"], published);
}

#[test]
fn what_was_not_asked_for_is_not_explained() {
    let given = r#"{"doc":"a","dct":"2021-08-14","title":"","text":"It fell on Friday."}"#;
    let plain = run(&["annotate"], given);
    for key in ["rule", "reason", "anchor"] {
        assert!(!keys(&lines(&plain)[0]).contains(&key), "{key}");
    }
    let undated = r#"{"doc":"a","dct":null,"title":"","text":"It fell on Friday."}"#;
    let found = lines(&run(&["annotate", "--explain"], undated));
    assert_eq!(found[0]["reason"], "unanchored");
    assert!(!keys(&found[0]).contains(&"anchor"));
    let help = run(&["annotate", "--help"], "").stdout;
    let help = String::from_utf8_lossy(&help);
    assert!(
        help.contains("--explain") && help.contains("rule"),
        "{help}"
    );
}

#[test]
fn quotes_are_marked_with_their_speaker() {
    let text =
        "“We are deeply concerned,” said Saeed Khatibzadeh. He added that the talks had failed.";
    let given = serde_json::json!({"doc": "q", "dct": null, "title": "", "text": text});
    let output = run(&["annotate", "--layer", "quotes"], &given.to_string());
    let found = lines(&output);
    assert_eq!(found.len(), 2, "{found:#?}");
    for (line, kind, attribution) in [
        (&found[0], "direct", "sure"),
        (&found[1], "reported", "likely"),
    ] {
        assert_place(line, text);
        assert_eq!(line["speaker"], "Saeed Khatibzadeh");
        assert_eq!(line["kind"], kind);
        assert_eq!(line["attribution"], attribution);
    }
}

#[test]
fn a_line_that_is_no_text_is_named_and_the_rest_is_done() {
    let good = r#"{"doc":"a","dct":"soon","title":"","text":"It fell in May 2021."}"#;
    let output = run(&["annotate"], &format!("{good}\n{{\"doc\"\n\n{good}\n"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 2);
    let errors = errors(&output);
    assert!(errors.contains("line 2 is passed over"), "{errors}");
    assert!(errors.contains("line 4: soon is no date"), "{errors}");
}

#[test]
fn nothing_to_open_is_status_two_and_one_plain_sentence() {
    let folder = folder(&[("binary", "\u{1}\u{0}\u{2}\u{0}\u{3}\u{1}\u{0}\u{5}")]);
    let empty = TempDir::new().expect("a directory");
    let binary = folder.path().join("binary");
    for command in [&["timeline"][..], &["people"][..], &[][..]] {
        for missing in ["no/such/file.txt", path(empty.path()), path(&binary)] {
            let arguments = [command, &[missing]].concat();
            let output = run(&arguments, "");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
            let errors = errors(&output);
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert!(errors.contains(missing), "{errors}");
        }
    }
}

#[test]
fn what_could_be_read_is_printed_and_the_status_tells_of_the_rest() {
    let folder = folder(&[("kabul.md", KABUL)]);
    let kabul = folder.path().join("kabul.md");
    let output = run(&["timeline", "no/such/file", path(&kabul)], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("no/such/file"));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("Sunday 15 August 2021"), "{text}");
}

#[test]
fn a_wrong_command_line_is_status_two() {
    for arguments in [
        &["timeline"][..],
        &["--no-such-option"],
        &["people", "--format", "xml", "."],
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!errors(&output).is_empty());
    }
}

#[test]
fn help_names_the_commands_and_every_exit_status() {
    let output = run(&["--help"], "");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8_lossy(&output.stdout);
    for word in [
        "timeline", "people", "annotate", "--date", "--log", "\n  2  ", "NO_COLOR",
    ] {
        assert!(text.contains(word), "{word} is missing in\n{text}");
    }
    let version = run(&["--version"], "").stdout;
    let version = String::from_utf8_lossy(&version);
    assert_eq!(
        version.trim(),
        concat!("newsreader ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_reader_that_has_had_enough_is_no_fault() {
    let mut story = String::from("---\ndate: 2021-09-01\n---\n");
    for day in 0..3000 {
        let (day, year) = (day % 28 + 1, 1900 + day / 28);
        story.push_str(&format!(
            "The council of Herat met on {day} May {year}.\n\n"
        ));
    }
    let folder = folder(&[("story.md", &story)]);
    for format in ["text", "jsonl"] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_newsreader"))
            .args(["timeline", "--format", format, path(folder.path())])
            .env("NEWSREADER_CONFIG", "")
            .env("NEWSREADER_DATA", "")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut first = String::new();
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        output.read_line(&mut first).expect("a line");
        assert!(!first.is_empty());
        drop(output);
        let end = child.wait_with_output().expect("it ends");
        assert_eq!(end.status.code(), Some(0), "{}", errors(&end));
        assert_eq!(errors(&end), "");
    }
}

#[test]
fn nothing_a_terminal_obeys_gets_through() {
    let story = "---\ntitle: \"a\\e]0;evil\\a\"\ndate: 2021-09-01\n---\n\
        Ash\u{9b}31mraf \u{1b}[2J\u{202e}Ghani left on 15 August 2021.\n";
    let folder = folder(&[("evil\u{1b}[31m.md", story)]);
    for format in ["text", "jsonl"] {
        for command in ["timeline", "people"] {
            let output = run(
                &[
                    command,
                    "--format",
                    format,
                    path(folder.path()),
                    "no\u{1b}[1m",
                ],
                "",
            );
            assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
            assert!(!output.stdout.is_empty(), "{command}");
            let shown = [output.stdout.as_slice(), &output.stderr].concat();
            let shown = String::from_utf8(shown).expect("UTF-8");
            let obeyed = |character: char| {
                character != '\n' && character.is_control() || character == '\u{202e}'
            };
            assert!(!shown.contains(obeyed), "{shown:?}");
        }
    }
}

#[test]
fn standard_input_is_a_document_and_a_date_can_be_given() {
    let output = run(
        &["timeline", "--format", "jsonl", "--date", "2021-08-14", "-"],
        "The minister resigned yesterday.",
    );
    let events = lines(&output);
    assert_eq!(events.len(), 1, "{events:#?} {}", errors(&output));
    assert_eq!(events[0]["doc"], "stdin");
    assert_eq!(events[0]["date"], "2021-08-13");
}

#[test]
fn without_a_terminal_the_reader_prints_the_timeline() {
    let folder = folder(&[("kabul.md", KABUL)]);
    let bare = run(&[path(folder.path())], "");
    let named = run(&["timeline", path(folder.path())], "");
    assert_eq!(bare.status.code(), Some(0));
    assert!(!bare.stdout.is_empty());
    assert_eq!(bare.stdout, named.stdout);
}

#[test]
fn the_samples_are_there_without_any_file() {
    let output = run(&[], "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("August 2021"), "{text}");
}

#[test]
fn two_runs_print_the_same() {
    let once = run(&["timeline", "--format", "jsonl", "seeds"], "");
    let again = run(&["timeline", "--format", "jsonl", "seeds"], "");
    assert!(!once.stdout.is_empty());
    assert_eq!(once.stdout, again.stdout);
}

#[test]
fn a_log_is_kept_only_where_asked() {
    let folder = folder(&[("kabul.md", KABUL)]);
    let log = folder.path().join("log");
    let output = run(
        &[
            "timeline",
            "--log",
            path(&log),
            "no/such",
            path(folder.path()),
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    let log = fs::read_to_string(log).expect("a log");
    assert!(log.contains("no/such"), "{log}");
    assert!(!log.contains('\u{1b}'), "{log:?}");
}
