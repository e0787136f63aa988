//! Quotations in every style of marks.

use super::*;
use crate::analysis::people::Lists;
use crate::document::Document;

/// The quotations of a text, parted by ` | `.
fn check(text: &str, expected: &str) {
    let document = Document::given("test", text, None);
    let text = Text::read(&document);
    let pieces = Pieces::read(&text, &Lists::english());
    let found: Vec<&str> = find(&text, &pieces)
        .iter()
        .map(|quoted| quoted.span(&pieces).of(text.source).trim_end())
        .collect();
    assert_eq!(
        found.join(" | "),
        expected,
        "quotations of {:?}",
        text.source
    );
}

#[test]
fn every_style_of_marks_is_known() {
    check("He said “a b” and \"c d\".", "“a b” | \"c d\"");
    check("Er sagte „so so“ und «wie wo».", "„so so“ | «wie wo»");
    check(
        "It is ‘his cars’ day’ or 'so', isn't it?",
        "‘his cars’ | 'so'",
    );
}

#[test]
fn inner_marks_belong_to_the_outer_quotation() {
    check("“He said ‘no’ twice,” she said.", "“He said ‘no’ twice,”");
}

#[test]
fn a_mark_that_never_closes_is_no_quotation() {
    check("He said “never.\n\nThen he left \"it\".", "\"it\"");
    check("The 6' man and the dogs' food.", "");
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    check("“One.\n\n“Two,” he said.", "“One. | “Two,”");
}

#[test]
fn rare_styles_of_marks_are_known() {
    check(
        "She said ``no one'' and ‹nie› and »nein«.",
        "``no one'' | ‹nie› | »nein«",
    );
    check("”We won,” she said.", "”We won,”");
}

#[test]
fn marks_of_one_kind_lie_in_one_another() {
    check(
        "“They wrote “never” on it,” she said.",
        "“They wrote “never” on it,”",
    );
    check(
        "‘She cried “fire” and ran,’ he said.",
        "‘She cried “fire” and ran,’",
    );
}

#[test]
fn apostrophes_are_no_marks() {
    check(
        "Rock 'n' roll of the '90s. 'Give 'em hell,' he said.",
        "'Give 'em hell,'",
    );
    check(
        "‘It is the farmers’ water, not ours,’ she said.",
        "‘It is the farmers’ water, not ours,’",
    );
}

#[test]
fn what_never_closes_does_not_run_into_the_next_paragraph() {
    check("The note began “Dear all and.\n\n“Two,” he said.", "“Two,”");
}
