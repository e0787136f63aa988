//! Who leads the line of a report.

use super::check;

#[test]
fn a_name_behind_a_preposition_leads_no_line_but_one_behind_a_conjunction_may() {
    check(
        "An aide to Jane Roe resigned on 3 May 2021.",
        &["2021-05-03 | - | An aide to Jane Roe resigned"],
    );
    check(
        "Supporters of Jane Roe marched to Ayton on 3 May 2021.",
        &["2021-05-03 | - | Supporters of Jane Roe marched to Ayton"],
    );
    check(
        "After Jane Roe resigned on 3 May 2021, the shares fell.",
        &["2021-05-03 | Jane Roe | After Jane Roe resigned on 3 May 2021, the shares fell."],
    );
}

#[test]
fn those_who_act_together_are_all_told() {
    check(
        "Jane Roe and John Doe signed the treaty on 3 May 2021.",
        &["2021-05-03 | Jane Roe | and John Doe signed the treaty"],
    );
    check(
        "Jane Roe and her team won the cup on 3 May 2021.",
        &["2021-05-03 | Jane Roe | and her team won the cup"],
    );
    check(
        "Jane Roe, John Doe and Mary Poe signed the treaty on 3 May 2021.",
        &["2021-05-03 | Jane Roe | Jane Roe, John Doe and Mary Poe signed the treaty"],
    );
    check(
        "Jane Roe of Ayton won the cup on 3 May 2021.",
        &["2021-05-03 | Jane Roe | won the cup"],
    );
}
