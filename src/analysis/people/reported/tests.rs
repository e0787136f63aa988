use crate::analysis::people::QuoteKind;
use crate::analysis::people::tests::quotes;

/// What a text says is reported: `Full name: clause`, `?` where less sure.
fn check(text: &str, expected: &[&str]) {
    let found = quotes(text, Some(QuoteKind::Reported));
    let expected: Vec<String> = expected
        .iter()
        .map(|one| one.replacen(": ", " ", 1))
        .collect();
    assert_eq!(found, expected, "reported in {text:?}");
}

#[test]
fn the_clause_after_a_verb_of_saying_goes_without_that_and_stop() {
    check("Jane Roe said that it rained.", &["Jane Roe: it rained"]);
    check("Jane Roe said it rained.", &["Jane Roe: it rained"]);
    check(
        "Jane Roe said on Monday in a letter to staff that it had rained.",
        &["Jane Roe: it had rained"],
    );
    check(
        "Jane Roe told reporters the road was shut.",
        &["Jane Roe: the road was shut"],
    );
    check(
        "Jane Roe denied taking any money.",
        &["Jane Roe: taking any money"],
    );
    check(
        "Jane Roe urged people in the town to leave.",
        &["Jane Roe: people in the town to leave"],
    );
    check(
        "Jane Roe warned of heavy rain.",
        &["Jane Roe: of heavy rain"],
    );
}

#[test]
fn the_clause_before_who_said_it_is_reported() {
    check(
        "The road was shut, Jane Roe said.",
        &["Jane Roe: The road was shut"],
    );
    check(
        "It was shut, said Jane Roe, the mayor of Ayton.",
        &["Jane Roe: It was shut"],
    );
    check(
        "The road is shut, according to Jane Roe, a baker.",
        &["Jane Roe: The road is shut"],
    );
    check(
        "According to Jane Roe, the road is shut.",
        &["Jane Roe: the road is shut"],
    );
}

#[test]
fn a_clause_that_is_interrupted_is_two() {
    check(
        "The road, Jane Roe said, was shut.",
        &["Jane Roe: The road", "Jane Roe: was shut"],
    );
    check(
        "On Monday, Jane Roe said, the road was shut.",
        &["Jane Roe: the road was shut"],
    );
}

#[test]
fn what_others_say_in_the_same_sentence_is_theirs() {
    check(
        "Jane Roe said it was shut, but John Smith said it was open.",
        &["Jane Roe: it was shut", "John Smith: it was open"],
    );
    check(
        "Jane Roe said it was shut, adding that it was dark.",
        &["Jane Roe: it was shut", "Jane Roe: it was dark"],
    );
    check(
        "Jane Roe asked people to wait and promised to come back.",
        &["Jane Roe: people to wait", "Jane Roe: to come back"],
    );
}

#[test]
fn nobody_is_made_to_say_what_others_say_of_them() {
    for text in [
        "Jane Roe was told that it was shut.",
        "Jane Roe did not say that it was shut.",
        "Jane Roe refused to say whether it was shut.",
        "A lawyer for Jane Roe said it was shut.",
        "Jane Roe's office said it was shut.",
        "According to a letter from Jane Roe, it was shut.",
        "Jane Roe and John Smith said it was shut.",
        "The ministry, led by Jane Roe, said it was shut.",
        "Jane Roe left. The ministry said it was shut.",
        "Jane Roe announced a plan that would help.",
        "Jane Roe pointed to a map. It was shut.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn words_in_quotation_marks_are_not_reported_beside_them() {
    check("Jane Roe said the road was “shut for good” that day.", &[]);
    check("“It is shut,” Jane Roe said on Monday.", &[]);
}
