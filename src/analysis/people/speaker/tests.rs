use crate::analysis::people::QuoteKind;
use crate::analysis::people::tests::quotes;

/// The quotations of a text with their speakers, `?` where less sure, `-` for nobody.
fn check(text: &str, expected: &[&str]) {
    let found = quotes(text, Some(QuoteKind::Direct));
    assert_eq!(found, expected, "quotations of {text:?}");
}

#[test]
fn what_is_not_the_subject_does_not_speak() {
    for text in [
        "“We will fight every word of this,” said a lawyer for Jane Roe.",
        "“We will fight every word of this,” Jane Roe's lawyer said.",
        "“We will fight every word of this,” said Jane Roe's office.",
        "“We will fight every word of this,” a friend of Jane Roe said.",
        "“We will fight every word of this,” Jane Roe and John Smith said.",
        "“We will fight every word of this,” the ministry told Jane Roe.",
        "“We will fight every word of this,” Jane Roe was told.",
        "“We will fight every word of this,” the union, led by Jane Roe, said.",
    ] {
        let quotation = text.split_inclusive('”').next().unwrap_or_default();
        check(text, &[&format!("- {quotation}")]);
    }
}

#[test]
fn a_subject_is_found_through_titles_and_appositions() {
    for text in [
        "“We won,” said Ayton harbour master Jane Roe.",
        "“We won,” said the only witness, Jane Roe.",
        "“We won,” Jane Roe, 45, a teacher in Ayton, said.",
        "“We won,” Jane Roe of Ayton College said.",
        "“We won,” Jane Roe (Labour) said.",
        "“We won,” according to Jane Roe.",
        "In the words of Jane Roe, “We won,”",
        "“We won!” Jane Roe tweeted at noon.",
    ] {
        check(
            text,
            &["Jane Roe “We won,”"
                .replace("won,", if text.contains('!') { "won!" } else { "won," })
                .as_str()],
        );
    }
}

#[test]
fn both_halves_of_an_interrupted_quotation_are_one_speakers() {
    check(
        "“Next year,” said John Smith, the coach of Ayton, “will be better.”",
        &["John Smith “Next year,”", "John Smith “will be better.”"],
    );
}

#[test]
fn two_who_speak_in_turn_do_not_inherit() {
    check(
        "“You sold it all,” Jane Roe said.\n\n“You let it burn,” John Smith said.\n\n\
         “That was never what we agreed to do.”",
        &[
            "Jane Roe “You sold it all,”",
            "John Smith “You let it burn,”",
            "- “That was never what we agreed to do.”",
        ],
    );
}

#[test]
fn a_speaker_named_in_the_last_paragraph_spoke_in_the_first() {
    check(
        "“It rained.\n\n“It snowed,” Jane Roe said.",
        &["Jane Roe? “It rained.", "Jane Roe “It snowed,”"],
    );
}

#[test]
fn a_role_speaks_for_the_only_one_who_has_it() {
    let two = "The UN envoy, Jane Roe, met the EU envoy, John Smith. ";
    check(
        &format!("{two}“We talked for hours,” the UN envoy said."),
        &["Jane Roe? “We talked for hours,”"],
    );
    check(
        &format!("{two}“We talked for hours,” the envoy said."),
        &["- “We talked for hours,”"],
    );
    check(
        "The mayor, Jane Roe, met John Smith. “We talked,” the mayor said.",
        &["Jane Roe? “We talked,”"],
    );
    check(
        "A nurse came in. John Smith slept. The doctors left. “We waited for many hours,” a nurse said.",
        &["- “We waited for many hours,”"],
    );
}

#[test]
fn titles_and_ironical_words_are_nobodys() {
    check("Jane Roe said she had read “The Salt Road” twice.", &[]);
    check("Jane Roe said the so-called “reform” had failed.", &[]);
    check("Jane Roe said they drank “electric” lemonade.", &[]);
    check("Jane Roe called him a “liar” twice.", &["Jane Roe “liar”"]);
}
