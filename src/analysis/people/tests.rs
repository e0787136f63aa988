//! People of small texts: names, roles, quotations.

use super::*;
use crate::document::Document;

pub(in crate::analysis) fn people(text: &str) -> People {
    let document = Document::given("test", text, None);
    find(
        &Text::read(&document),
        &crate::analysis::Lexicon::english().people,
    )
}

/// People with their other forms: `Full = alias, alias; Full`.
pub(in crate::analysis) fn forms(people: &People) -> String {
    let forms = people
        .names
        .iter()
        .map(|name| match name.aliases.as_slice() {
            [] => name.full.clone(),
            aliases => format!("{} = {}", name.full, aliases.join(", ")),
        });
    forms.collect::<Vec<_>>().join("; ")
}

fn check_names(text: &str, expected: &str) {
    assert_eq!(forms(&people(text)), expected, "people of {text:?}");
}

/// The roles of everyone in a text: `Full: role, role`.
fn check_roles(text: &str, expected: &str) {
    let found: Vec<String> = people(text)
        .names
        .iter()
        .filter(|name| !name.roles.is_empty())
        .map(|name| {
            let roles: Vec<&str> = name.roles.iter().map(|role| role.text.as_str()).collect();
            format!("{}: {}", name.full, roles.join(", "))
        })
        .collect();
    assert_eq!(found.join("; "), expected, "roles in {text:?}");
}

#[test]
fn titles_and_possessives_are_no_part_of_a_name() {
    check_names("On Monday Mr. Doe left.", "Doe");
    check_names("He met President Mary Doe's envoy.", "Mary Doe");
    check_names(
        "Prime Minister Tobias van der Roe spoke.",
        "Tobias van der Roe",
    );
    check_names("Gen. John Q. Roe, Jr., retired.", "John Q. Roe, Jr.");
}

#[test]
fn places_days_and_organisations_are_no_people() {
    for text in [
        "In Lashkar Gah and Mazar-i-Sharif the Islamic Emirate ruled.",
        "The Tehran Peace Initiative failed in Pul-e Khumri on Friday.",
        "The South Asian Affairs office in Sar-e Pol closed in March.",
        "Speaking in Hong Kong, the World Bank said Sri Lanka must pay.",
        "They flew from St. Louis to Lake Placid for the Stanley Cup.",
        "The United States Digital Service and Data.gov met in New York City.",
    ] {
        check_names(text, "");
    }
}

#[test]
fn names_are_taken_whole_and_words_beside_them_left() {
    check_names(
        "Then William \"Bill\" Smith left.",
        "William \"Bill\" Smith",
    );
    check_names("Descendant Mary Ann Smith left.", "Mary Ann Smith");
    check_names(
        "The film stars Tota Roechow, John Smith and Zed Poebart.",
        "Tota Roechow; John Smith; Zed Poebart",
    );
    check_names(
        "The Obama administration and the Bush family agreed.",
        "Obama; the Bushes",
    );
    check_names("See #Obama and wiki/Barack_Obama.", "");
    check_names("I'm John Smith.", "John Smith");
}

#[test]
fn a_city_before_a_title_is_no_part_of_the_name() {
    check_names("San Francisco Mayor Mary Doe won.", "Mary Doe");
    check_names("The envoy for Afghanistan John Roe left.", "John Roe");
}

#[test]
fn lone_words_join_the_full_name() {
    check_names(
        "Saeed Roebadeh met the press. Roebadeh spoke.",
        "Saeed Roebadeh = Roebadeh",
    );
    check_names(
        "Roebadeh spoke. It was Saeed Roebadeh.",
        "Saeed Roebadeh = Roebadeh",
    );
    check_names(
        "Hossein Amir-Abdollahian arrived. Abdollahian said no.",
        "Hossein Amir-Abdollahian = Abdollahian",
    );
    check_names("Xi Jinping spoke. Later Xi said yes.", "Xi Jinping = Xi");
    check_names(
        "José María Álvarez won. Alvarez wept.",
        "José María Álvarez = Alvarez",
    );
}

#[test]
fn shorter_forms_join_and_other_people_do_not() {
    check_names(
        "Mohammad Javad Zarif met John Q. Smith. Javad Zarif left. J. Smith stayed.",
        "Mohammad Javad Zarif = Javad Zarif; John Q. Smith = J. Smith",
    );
    check_names("Mary Smith met John Smith.", "Mary Smith; John Smith");
}

#[test]
fn the_bearer_named_last_is_meant_unless_the_title_forbids_it() {
    let text = "Mr. Paul Clark met Mrs. Anna Clark. Clark smiled. Mr. Clark left.";
    let people = people(text);
    let bearers: Vec<u32> = people
        .mentions
        .iter()
        .map(|mention| mention.name.0)
        .collect();
    assert_eq!(bearers, [0, 1, 1, 0]);
}

#[test]
fn roles_before_a_name_are_kept_as_written() {
    check_roles(
        "Spokesman for the Ruritanian Foreign Ministry John Smith spoke.",
        "John Smith: Spokesman for the Ruritanian Foreign Ministry",
    );
    check_roles(
        "She met Ruritania's Foreign Minister John Smith.",
        "John Smith: Ruritania's Foreign Minister",
    );
    check_roles(
        "He met former deputy mayor Mary Jones.",
        "Mary Jones: former deputy mayor",
    );
}

#[test]
fn roles_after_a_name_are_kept_as_written() {
    check_roles(
        "Mary Jones, the chief economist of Acme Bank, resigned.",
        "Mary Jones: the chief economist of Acme Bank",
    );
    check_roles("Mary Jones, 45, a teacher, left.", "Mary Jones: a teacher");
    check_roles(
        "Mary Jones, who is mayor of Ayton, left.",
        "Mary Jones: mayor of Ayton",
    );
    check_roles("Mary Jones, mayor since 2019, left.", "Mary Jones: mayor");
    check_roles(
        "Mary Jones is the mayor of Ayton.",
        "Mary Jones: the mayor of Ayton",
    );
    check_roles(
        "Mary Jones, President John Smith and others left.",
        "John Smith: President",
    );
    check_roles("Mary Jones was asked by the president.", "");
}

/// The quotations of a kind, or of both, with their speakers: `?` where less sure, `-`
/// for nobody.
pub(in crate::analysis) fn quotes(text: &str, kind: Option<QuoteKind>) -> Vec<String> {
    let people = people(text);
    let document = Document::given("test", text, None);
    let wanted = |quote: &&Quote| kind.is_none_or(|kind| quote.kind == kind);
    let quotes = people.quotes.iter().filter(wanted).map(|quote| {
        let speaker = quote
            .speaker
            .map_or("-", |name| people.names[name.0 as usize].full.as_str());
        let doubt = match quote.attribution {
            Attribution::Likely => "?",
            Attribution::None | Attribution::Sure => "",
        };
        format!("{speaker}{doubt} {}", quote.span.of(&document.text))
    });
    quotes.collect()
}

fn check_quotes(text: &str, expected: &[&str]) {
    assert_eq!(quotes(text, None), expected, "quotations of {text:?}");
}

#[test]
fn a_speaker_named_beside_the_quotation_is_sure() {
    check_quotes("“We won,” John Smith said.", &["John Smith “We won,”"]);
    check_quotes(
        "“We won,” said coach John Smith.",
        &["John Smith “We won,”"],
    );
    check_quotes("John Smith said: “We won.”", &["John Smith “We won.”"]);
    check_quotes(
        "John Smith also said that \"we won.\"",
        &["John Smith \"we won.\""],
    );
    check_quotes("‘We won’, John Smith said.", &["John Smith ‘We won’"]);
    check_quotes(
        "“We won,” John Smith, the coach of Ayton, said.",
        &["John Smith “We won,”"],
    );
    check_quotes(
        "“We won,” John Smith said, “and that is that.”",
        &["John Smith “We won,”", "John Smith “and that is that.”"],
    );
}

#[test]
fn pronouns_and_roles_stand_for_the_last_who_acted() {
    check_quotes(
        "John Smith met Mary Jones. “We won,” he said.",
        &["John Smith? “We won,”"],
    );
    check_quotes(
        "Mr. John Smith came. Mrs. Mary Jones left. “We won,” he said.",
        &["John Smith? “We won,”"],
    );
    check_quotes(
        "Coach John Smith came. Mary Jones left. “We won,” the coach said.",
        &["John Smith? “We won,”"],
    );
}

#[test]
fn a_speech_goes_on_over_sentences_and_paragraphs() {
    check_quotes(
        "“We won,” John Smith said. “It was a very good day.”",
        &[
            "John Smith “We won,”",
            "John Smith? “It was a very good day.”",
        ],
    );
    check_quotes(
        "John Smith said, “We won.\n\n“It was a good day.”",
        &["John Smith “We won.", "John Smith? “It was a good day.”"],
    );
}

#[test]
fn nobody_is_made_to_speak_who_does_not() {
    check_quotes(
        "John Smith left. “We won the whole of it,” the ministry said.",
        &["- “We won the whole of it,”"],
    );
    check_quotes("The so-called “reform” of John Smith failed.", &[]);
}
