//! Who is meant by which name of an article; every name is given, none is found.

use super::super::tests::forms;
use super::super::{People, given};
use crate::analysis::Lexicon;
use crate::analysis::text::Text;
use crate::document::{Document, Span};

/// The people of a text in which names stand in square brackets.
fn people(marked: &str) -> (People, String) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for part in marked.split_inclusive(['[', ']']) {
        let words = part.trim_end_matches(['[', ']']);
        if part.ends_with(']') {
            spans.push(Span::new(text.len(), text.len() + words.len()));
        }
        text.push_str(words);
    }
    let document = Document::given("test", &text, None);
    assert_eq!(document.text, text, "places are of the text as written");
    (
        given(&Text::read(&document), &Lexicon::english().people, &spans),
        text,
    )
}

/// The number of the person each name stands for, one letter a mention.
fn check(marked: &str, expected: &str) {
    let (people, _) = people(marked);
    let letters = people
        .mentions
        .iter()
        .map(|mention| (b'a' + mention.name.0 as u8) as char);
    let found: String = letters.collect();
    assert_eq!(found, expected, "{marked}\n{:#?}", people.names);
}

/// The people of a text: "Full = alias, alias; Full".
fn check_names(marked: &str, expected: &str) {
    let (people, _) = people(marked);
    assert_eq!(forms(&people), expected, "{marked}");
}

/// Why each mention was joined.
fn check_reasons(marked: &str, expected: &str) {
    let (people, _) = people(marked);
    let reasons: Vec<String> = people
        .mentions
        .iter()
        .map(|mention| format!("{:?}", mention.join))
        .collect();
    assert_eq!(reasons.join(" "), expected, "{marked}");
}

#[test]
fn shorter_forms_join_the_fullest() {
    check(
        "[John Q. Roe] left. [J. Roe], [John Roe], [JOHN Q. ROE] and [Roe] stayed.",
        "aaaaa",
    );
    check(
        "[Tobias van der Roe] met [van der Roe], [Van der Roe] and [Roe].",
        "aaaa",
    );
    check(
        "[Enrique Roë Doe] left. [Roe Doe] and [Enrique Roe] and [Roe] and [Doe].",
        "aaaaa",
    );
    check(
        "[Mary Roe-Doe] left. [Mary Roe], [Mary Doe], [Roe-Doe] and [Doe].",
        "aaaaa",
    );
    check(
        "[Bashar al-Roe] left. [Bashar Roe], [al-Roe], [Al-Roe] and [Roe].",
        "aaaaa",
    );
    check("[Roe Jong-un] left. [Roe Jong Un] and [Roe].", "aaa");
    check("[J.R. Roe] left. [John Robert Roe] and [J. R. Roe].", "aaa");
}

#[test]
fn the_nearest_before_is_meant_among_bearers_of_a_surname() {
    check(
        "[John Roe] met [Mary Roe]. [Roe] smiled. [John Roe] left. [Roe] wept.",
        "abbaa",
    );
    check(
        "[Mary Le Roe] met [Jean Le Roe]. [Le Roe] smiled. [Mary Le Roe] left. [Le Roe].",
        "abbaa",
    );
    check("[Paul Roe] met [Paul Poe]. [Paul] smiled.", "abb");
}

#[test]
fn fathers_and_sons_are_two() {
    check(
        "[John Roe Jr.] met [John Roe Sr.], his father. [Roe Sr.] smiled.",
        "abb",
    );
    check(
        "[John Roe] met [Mary Roe]. [John Roe Jr.] left. [Mary Roe] stayed.",
        "abab",
    );
    check("[John Roe III] left [John Roe II] behind.", "ab");
}

#[test]
fn contradicting_middle_initials_are_two_people() {
    check("[John A. Roe] met [John B. Roe].", "ab");
    check("[George W. Roe] met [George Herbert Walker Roe].", "ab");
}

#[test]
fn nicknames_join_when_the_surname_agrees() {
    check(
        "[William \"Bill\" Roe] left. [Bill Roe] and [William Roe] and [Bill].",
        "aaaa",
    );
    check("[William Roe] left. [Bill Roe] and [Will].", "aaa");
    check("[William Roe] met [Bill Doe].", "ab");
    check(
        "[Robert Roe] met [William Roe]. [Bob Roe] left. [Bill] stayed.",
        "abab",
    );
}

#[test]
fn gender_and_titles_choose_among_bearers() {
    check(
        "His wife, [Anna Roe], met Mr. [John Roe]. Ms. [Roe] left.",
        "aba",
    );
    check(
        "Senator [John Roe] met Governor [Jane Roe]. Sen. [Roe] left. Gov. [Roe] stayed.",
        "abab",
    );
    check(
        "[John Roe], the mayor, met [Jane Roe]. Mayor [Roe] left.",
        "aba",
    );
    check("[Anna Roe] met Queen [Anna]. [Anna Roe] left.", "aba");
    check(
        "Spokeswoman [Ann Roe] met [Bob Roe]. Mr. [Roe] left.",
        "abb",
    );
}

#[test]
fn families_are_nobody_of_them() {
    check_names(
        "[John Roe] left. The [Roes] stayed. The [Roe] family wept. Mr. and Mrs. [Roe] too.",
        "John Roe; the Roes",
    );
    check_names(
        "[John Fox] left. The [Foxes] stayed.",
        "John Fox; the Foxes",
    );
    check_names(
        "[Anna Williams] left. The [Williams] case.",
        "Anna Williams = Williams",
    );
    check("Mr. and Mrs. [John Roe] met Mr. [Roe].", "aa");
}

#[test]
fn every_join_says_why() {
    check_reasons(
        "[William Q. Roe] left. [WILLIAM Q. ROE], [W. Roe], [Bill Roe], [Roe], [William], [Bill].",
        "Itself Spelling Shortened(Only) Nickname(Only) Surname(Only) Given(Only) Nickname(Only)",
    );
    check_reasons(
        "Mr. [John Roe] met Mrs. [Mary Roe]. Mrs. [Roe] smiled at [Roe]. The [Roes].",
        "Itself Itself Surname(Gender) Surname(Nearest) Family",
    );
}

#[test]
fn a_role_is_a_mention_where_one_person_has_it() {
    let roles = |marked: &str| -> Vec<String> {
        let (people, text) = people(marked);
        let described = people
            .mentions
            .iter()
            .filter(|mention| mention.kind == super::MentionKind::Described);
        described
            .map(|mention| {
                let name = &people.names[mention.name.0 as usize].full;
                format!("{} = {name}", mention.span.of(&text))
            })
            .collect()
    };
    let spoke = "Foreign Minister [John Roe] met [Mary Poe]. ";
    let said = |then: &str| roles(&format!("{spoke}{then}"));
    assert_eq!(said("The minister said no."), ["The minister = John Roe"]);
    assert_eq!(
        said("Then the foreign minister left."),
        ["the foreign minister = John Roe"]
    );
    assert_eq!(
        roles(
            "Prime Minister [John Roe] met Finance Minister [Mary Poe]. The prime minister left."
        ),
        ["The prime minister = John Roe"]
    );
    for other in [
        "A minister said no. The minister left.",
        "The minister of Ruritania said no.",
        "The deputy minister said no.",
        "The prime minister said no.",
        "Ruritania's minister said no. The minister left.",
        "Minister [Paul Doe] came. The minister said no.",
        "[Roe] met the minister.",
        "The minister post is vacant.",
    ] {
        assert_eq!(said(other), [""; 0], "{other}");
    }
}
