//! Decisions about people are read as they were written.

use newsreader::casefile::{CaseFile, DocumentKey, Key, PersonKey, Value, Verdict};
use newsreader::export::decisions;
use proptest::collection::vec;
use proptest::prelude::{Just, any};
use proptest::prop_oneof;
use proptest::strategy::Strategy;
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert_eq, proptest};

/// As keys are: without capitals, whatever else; no white space at the ends.
fn name() -> impl Strategy<Value = String> {
    vec(any::<char>(), 1..12).prop_filter_map("a word", |letters| {
        let small = letters.into_iter().filter(|letter| !letter.is_uppercase());
        let name: String = small.collect();
        let name = name.trim().to_owned();
        (!name.is_empty()).then_some(name)
    })
}

fn decision() -> impl Strategy<Value = (Key, Value)> {
    let person = || name().prop_map(PersonKey);
    let verdict = prop_oneof![
        Just(Verdict::Same),
        Just(Verdict::Different),
        Just(Verdict::Unsure)
    ];
    let pair = (person(), person(), verdict)
        .prop_filter("two people", |(one, other, _)| one != other)
        .prop_map(|(one, other, verdict)| (Key::pair(one, other), Value::Verdict(verdict)));
    let document = proptest::option::of(any::<u128>().prop_map(DocumentKey));
    let split = (person(), document, name()).prop_map(|(person, document, spelling)| {
        let key = Key::Split {
            person,
            document,
            spelling,
        };
        (key, Value::Yes)
    });
    prop_oneof![
        pair,
        split,
        (person(), name()).prop_map(|(key, name)| (Key::Renamed(key), Value::Text(name))),
        person().prop_map(|key| (Key::HiddenPerson(key), Value::Yes)),
        name().prop_map(|name| (Key::AddedPerson(name), Value::Yes)),
    ]
}

proptest! {
    #[test]
    fn decisions_are_read_as_they_were_written(
        facts in vec(decision(), 0..12),
    ) {
        let case = CaseFile::of(facts);
        let mut text = Vec::new();
        decisions::write_toml(&case, &mut text).expect("memory takes everything");
        let text = String::from_utf8(text).expect("UTF-8");
        let change = decisions::read_toml(&text);
        let change = change.map_err(|faults| TestCaseError::fail(format!("{faults:?}: {text}")))?;
        let mut taken = CaseFile::default();
        taken.apply(&change);
        prop_assert_eq!(taken, case);
    }

    #[test]
    fn no_text_breaks_the_reader_of_decisions(text in any::<String>()) {
        let _ = decisions::read_toml(&text);
    }
}
