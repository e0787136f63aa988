//! Documents and people in columns, sorted, grouped, filtered; who may be one person.

use insta::assert_snapshot;
use newsreader::view::theme::{Letters, Theme};

use super::given::{Arrival, article};
use super::harness::{Stage, screen};
use super::panes::stage;

const SMALL: (u16, u16) = (40, 12);
const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn documents_stand_in_columns_where_there_is_room() {
    let keys = "1 z g g s t war enter j r j t civil_war,war enter g g j j v";
    assert_snapshot!("documents-zen-120x40", screen(LARGE, keys));
    assert_snapshot!("documents-marked-40x12", screen(SMALL, keys));
}

#[test]
fn documents_stand_under_months_and_the_title_says_what_narrows_them() {
    assert_snapshot!(
        "documents-grouped-80x24",
        screen(USUAL, "1 B S / !kabul enter")
    );
    assert_snapshot!("documents-grouped-120x40", screen(LARGE, "1 B S"));
    assert_snapshot!("documents-none-80x24", screen(USUAL, "1 / nowhere enter"));
}

#[test]
fn a_saved_search_stands_above_the_documents_with_its_count() {
    let keys = "1 / is:unread enter ctrl-s to_read enter esc / is:starred enter ctrl-s starred enter g g j";
    assert_snapshot!("searches-80x24", screen(USUAL, keys));
    let ascii = Theme::mono().with_letters(Letters::Ascii);
    let mut ascii = Stage::new(80, 24).with_theme(ascii);
    ascii.press(keys);
    ascii.press("G s v");
    assert_snapshot!("searches-ascii-80x24", ascii.shown());
}

#[test]
fn a_tag_is_completed_from_those_known() {
    assert_snapshot!(
        "tag-80x24",
        screen(USUAL, "1 t war enter j t peace enter t")
    );
}

#[test]
fn people_stand_in_columns_that_come_with_the_width() {
    assert_snapshot!("people-zen-120x40", screen(LARGE, "4 z"));
    assert_snapshot!("people-zen-80x24", screen(USUAL, "4 z v v"));
    assert_snapshot!(
        "people-filtered-120x40",
        screen(LARGE, "4 / minister enter S")
    );
}

#[test]
fn the_spelling_chosen_on_a_card_stands_between_signs() {
    assert_snapshot!("card-names-80x24", screen(USUAL, "p khatib enter backtab"));
}

#[test]
fn whom_another_is_made_one_with_stands_over_the_box() {
    let shown = screen(USUAL, "4 g g m");
    assert!(shown.contains("is also …"), "{shown}");
}

/// Two whose names are a letter apart, each in an article of its own.
fn alike() -> Vec<Arrival> {
    vec![
        article(
            0,
            &[(
                "2021-08-09",
                "Anna Hollister, mayor of the harbour town, spoke on Monday.",
                ["Anna Hollister"].as_slice(),
            )],
        ),
        article(
            1,
            &[(
                "2021-08-13",
                "The bridge was opened by Anna Hollisper on Friday.",
                ["Anna Hollisper"].as_slice(),
            )],
        ),
    ]
}

#[test]
fn who_may_be_one_person_is_shown_side_by_side_or_one_below_the_other() {
    let shown = |size: (u16, u16), keys: &str| {
        let mut stage = stage(alike(), size);
        stage.press(keys);
        stage.shown()
    };
    assert_snapshot!("suggestions-120x40", shown(LARGE, "ctrl-y"));
    assert_snapshot!("suggestions-80x24", shown(USUAL, "ctrl-y"));
    assert_snapshot!("suggestions-40x12", shown(SMALL, "ctrl-y"));
    assert_snapshot!("suggestions-done-80x24", shown(USUAL, "ctrl-y n"));
}

#[test]
fn no_size_is_a_fault_of_lists() {
    let keys = "1 B z v v t a enter S alt-s z / a esc ctrl-y y u h esc 4 z v m esc c backtab s esc x a b enter";
    for size in [
        (1, 1),
        (2, 3),
        (7, 4),
        (20, 6),
        (43, 17),
        (60, 20),
        (130, 45),
    ] {
        let mut stage = stage(alike(), size);
        for key in keys.split(' ') {
            stage.press(key);
            stage.shown();
        }
    }
}
