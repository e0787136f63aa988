use super::{CaseFile, Change, DocumentKey, History, Key, Passage, PersonKey, Value};
use crate::document::{Document, Span};

fn document(number: u128) -> DocumentKey {
    DocumentKey(number)
}

#[test]
fn undoing_and_redoing_give_back_the_same_file() {
    let mut file = CaseFile::default();
    let mut history = History::default();
    let read = Change::new("read").set(Key::Read(document(1)), Value::Yes);
    let both = Change::new("tagged")
        .set(Key::Tag(document(1), "war".to_owned()), Value::Yes)
        .unset(Key::Read(document(1)));
    history.apply(&mut file, &read);
    let one = file.clone();
    history.apply(&mut file, &both);
    let two = file.clone();
    assert_eq!(
        history.undo(&mut file).expect("done before").title,
        "tagged"
    );
    assert_eq!(file, one);
    history.undo(&mut file);
    assert_eq!(file, CaseFile::default());
    assert!(history.undo(&mut file).is_none());
    history.redo(&mut file);
    history.redo(&mut file);
    assert_eq!(file, two);
    assert!(history.redo(&mut file).is_none());
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let mut file = CaseFile::default();
    let mut history = History::default();
    let star = |number| Change::new("starred").set(Key::Star(document(number)), Value::Yes);
    history.apply(&mut file, &star(1));
    history.undo(&mut file);
    history.apply(&mut file, &star(2));
    assert!(history.redo(&mut file).is_none());
    assert!(file.has(&Key::Star(document(2))) && !file.has(&Key::Star(document(1))));
}

#[test]
fn tags_and_notes_are_those_of_the_document() {
    let note = |start| Key::Note(Passage::new(document(2), Span { start, end: 9 }));
    let words = |text: &str| Value::Text(text.to_owned());
    let file = CaseFile::of([
        (Key::Tag(document(1), "a".to_owned()), Value::Yes),
        (Key::Tag(document(2), "b".to_owned()), Value::Yes),
        (Key::Tag(document(2), "a".to_owned()), Value::Yes),
        (note(5), words("later")),
        (note(0), words("earlier")),
    ]);
    assert_eq!(file.tags(document(2)).collect::<Vec<_>>(), ["a", "b"]);
    let starts: Vec<u32> = file.notes(document(2)).map(|(at, _)| at.start).collect();
    assert_eq!(starts, [0, 5]);
    assert_eq!(file.notes(document(1)).count(), 0);
}

#[test]
fn an_edited_text_goes_on_with_the_facts_of_the_one_before() {
    let text = Document::given("a", "Hello there.", None);
    let before = document(7);
    let content = DocumentKey::of(&text);
    let file = CaseFile::of([(Key::Edited(content), Value::Document(before))]);
    assert_eq!(file.key_of(content), before);
    assert_eq!(CaseFile::default().key_of(content), content);
}

#[test]
fn keys_survive_being_written() {
    let keys = [
        Key::Read(document(u128::MAX)),
        Key::pair(PersonKey("b".into()), PersonKey("a".into())),
        Key::Mark('“'),
        Key::Split {
            person: PersonKey("jo roe".into()),
            document: Some(document(3)),
            spelling: "Roe".into(),
        },
        Key::same_event(
            Passage::last_of(document(1)),
            Passage::first_of(document(1)),
        ),
    ];
    for key in keys {
        let written = serde_json::to_string(&key).expect("it can be written");
        assert_eq!(
            serde_json::from_str::<Key>(&written).expect("and read"),
            key
        );
    }
}
