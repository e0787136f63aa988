use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{FILE, Opened, open, schema};
use crate::casefile::{Change, DocumentKey, Key, Value};

fn read(number: u128) -> Key {
    Key::Read(DocumentKey(number))
}

fn change(number: u128) -> Change {
    Change::new("read").set(read(number), Value::Yes)
}

fn write(opened: &mut Opened, change: &Change) {
    let store = opened.store.as_mut().expect("it can be written to");
    store.write(change).expect("it is written");
}

fn with_pragma(directory: &Path, pragma: &str, value: i64) {
    let connection = Connection::open(directory.join(FILE)).expect("a database");
    connection
        .pragma_update(None, pragma, value)
        .expect("a pragma");
}

#[test]
fn what_was_written_is_there_when_it_is_opened_again() {
    let directory = tempfile::tempdir().expect("a directory");
    let place = directory.path().join("deep/inside");
    let mut first = open(&place);
    assert!(first.remarks.is_empty(), "{:?}", first.remarks);
    write(&mut first, &change(1));
    write(&mut first, &change(2));
    write(&mut first, &Change::new("unread").unset(read(1)));
    drop(first);
    let again = open(&place);
    assert!(again.case.has(&read(2)) && !again.case.has(&read(1)));
}

#[test]
fn two_programs_keep_each_others_facts_and_are_told_of_them() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = (open(directory.path()), open(directory.path()));
    write(&mut one, &change(1));
    write(&mut other, &change(2));
    write(&mut other, &Change::new("unread").unset(read(1)));
    let store = one.store.as_mut().expect("open");
    let mut news = store.news().expect("readable");
    news.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(news, [(read(1), None), (read(2), Some(Value::Yes))]);
    assert!(store.news().expect("readable").is_empty());
    let case = open(directory.path()).case;
    assert!(case.has(&read(2)) && !case.has(&read(1)));
}

#[test]
fn lines_of_two_programs_are_joined() {
    let directory = tempfile::tempdir().expect("a directory");
    let key = || Key::Lines("commands".to_owned());
    let lines = |lines: &[&str]| Value::Lines(lines.iter().map(|&line| line.to_owned()).collect());
    let (mut one, mut other) = (open(directory.path()), open(directory.path()));
    write(&mut one, &Change::new("").set(key(), lines(&["a", "b"])));
    write(&mut other, &Change::new("").set(key(), lines(&["c", "a"])));
    let case = open(directory.path()).case;
    assert_eq!(case.get(&key()), Some(&lines(&["b", "c", "a"])));
}

#[test]
fn a_damaged_file_is_kept_aside_and_a_new_one_begun() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join(FILE);
    fs::write(&file, "this is no database, but somebody's notes").expect("written");
    let mut opened = open(directory.path());
    assert!(
        opened.remarks[0].contains("damaged"),
        "{:?}",
        opened.remarks
    );
    write(&mut opened, &change(1));
    let kept = fs::read_to_string(directory.path().join("case.damaged-1.db")).expect("kept");
    assert!(kept.contains("somebody's notes"));
    drop(opened);
    fs::write(&file, "damaged again").expect("written");
    open(directory.path());
    assert!(directory.path().join("case.damaged-2.db").exists());
}

#[test]
fn a_file_damaged_in_its_middle_is_kept_aside() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join(FILE);
    let mut opened = open(directory.path());
    for number in 0..500 {
        write(&mut opened, &change(number));
    }
    drop(opened);
    let mut bytes = fs::read(&file).expect("a file");
    let middle = bytes.len() / 4..bytes.len();
    bytes[middle].fill(0xff);
    fs::write(&file, &bytes).expect("written");
    let opened = open(directory.path());
    assert!(opened.store.is_some() && !opened.remarks.is_empty());
    let kept = fs::read(directory.path().join("case.damaged-1.db")).expect("kept");
    assert_eq!(kept, bytes);
}

#[test]
fn a_newer_file_is_read_and_never_written_to() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut opened = open(directory.path());
    write(&mut opened, &change(1));
    drop(opened);
    with_pragma(directory.path(), "user_version", schema::VERSION + 1);
    let opened = open(directory.path());
    assert!(opened.store.is_none() && opened.case.has(&read(1)));
    assert!(opened.remarks[0].contains("newer"), "{:?}", opened.remarks);
}

#[test]
fn what_a_newer_program_says_is_passed_over_and_stays() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut opened = open(directory.path());
    write(&mut opened, &change(1));
    drop(opened);
    let connection = Connection::open(directory.path().join(FILE)).expect("a database");
    let insert = "INSERT INTO facts VALUES ('{\"telepathy\":1}', '\"yes\"', 9)";
    connection.execute_batch(insert).expect("written");
    let mut opened = open(directory.path());
    assert_eq!(opened.case.facts().count(), 1);
    write(&mut opened, &change(2));
    let count = "SELECT count(*) FROM facts";
    let rows: i64 = connection
        .query_row(count, [], |row| row.get(0))
        .expect("rows");
    assert_eq!(rows, 3);
}

#[test]
fn where_nothing_can_be_written_it_says_so_and_goes_on() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("a file");
    fs::write(&file, "").expect("written");
    let opened = open(&file.join("below"));
    assert!(opened.store.is_none());
    assert!(
        opened.remarks[0].contains("nothing is kept"),
        "{:?}",
        opened.remarks
    );
}
