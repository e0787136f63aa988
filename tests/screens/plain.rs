//! What is shown, as text.

use insta::assert_snapshot;
use newsreader::view::theme::{Letters, Theme};

use super::harness::{Stage, screen};

const SMALL: (u16, u16) = (40, 12);
const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn the_overview() {
    assert_snapshot!("overview-40x12", screen(SMALL, ""));
    assert_snapshot!("overview-80x24", screen(USUAL, ""));
    assert_snapshot!("overview-120x40", screen(LARGE, ""));
}

#[test]
fn an_entry_lights_its_sentence_and_enter_reads_it() {
    assert_snapshot!("entry-80x24", screen(USUAL, "j j j"));
    assert_snapshot!("reading-40x12", screen(SMALL, "j j j enter"));
    assert_snapshot!("reading-80x24", screen(USUAL, "j j j enter"));
    assert_snapshot!("reading-120x40", screen(LARGE, "j j j enter"));
}

#[test]
fn coming_back_shows_what_was_left() {
    assert_eq!(
        screen(USUAL, "j j j enter ctrl-o r esc"),
        screen(USUAL, "j j j")
    );
}

#[test]
fn the_other_panes_take_their_place_on_a_usual_screen() {
    assert_snapshot!("documents-80x24", screen(USUAL, "1"));
    assert_snapshot!("people-80x24", screen(USUAL, "4"));
    assert_snapshot!("people-40x12", screen(SMALL, "4"));
}

#[test]
fn a_person_chosen_narrows_the_panes() {
    assert_snapshot!("narrowed-120x40", screen(LARGE, "4 enter"));
}

#[test]
fn a_few_letters_find_a_person_and_enter_opens_the_card() {
    assert_snapshot!("find-120x40", screen(LARGE, "f khatib"));
    assert_snapshot!("find-80x24", screen(USUAL, "f khatib"));
    assert_snapshot!("card-120x40", screen(LARGE, "f khatib enter"));
    assert_snapshot!("card-80x24", screen(USUAL, "p khatib enter"));
    assert_snapshot!("card-40x12", screen(SMALL, "p khatib enter"));
}

#[test]
fn a_card_tells_reported_and_less_sure_quotes_from_others() {
    let keys = "p mousavi enter backtab j j j";
    assert_snapshot!("card-quotes-120x40", screen(LARGE, keys));
    assert_snapshot!("card-quotes-80x24", screen(USUAL, keys));
}

#[test]
fn why_an_event_has_its_date_is_explained_step_by_step() {
    // The third report is dated by "that day", counted from "August 6".
    assert_snapshot!("why-120x40", screen(LARGE, "j j j j j j j j j i"));
    assert_snapshot!("why-80x24", screen(USUAL, "j j j j j j j j j i tab tab j"));
    assert_snapshot!("why-40x12", screen(SMALL, "j j j j j j j j j j i"));
    assert_snapshot!("why-read-80x24", screen(USUAL, "1 G enter i"));
}

#[test]
fn an_explanation_in_ascii_has_marks_of_ascii() {
    let theme = Theme::mono().with_letters(Letters::Ascii);
    let mut stage = Stage::new(80, 24).with_theme(theme);
    stage.press("j j j j j j j j j i tab tab");
    assert_snapshot!("why-ascii-80x24", stage.shown());
}

#[test]
fn wide_letters_keep_their_columns_in_an_explanation() {
    let text = "On Tuesday, 10 August, 習近平氏 of the 人民日报 said in 北京 that the army would \
                arrive tomorrow in 上海. The visit of 李克强 is open.";
    let mut stage = Stage::given(40, 12, text, Some("2021-08-14"));
    stage.press("j i");
    assert_snapshot!("why-wide-40x12", stage.shown());
}

#[test]
fn an_undated_article_says_what_would_resolve_its_words() {
    let text = "The minister resigned on Friday.";
    let mut stage = Stage::given(80, 24, text, None);
    stage.press("2 i");
    assert_snapshot!("why-undated-80x24", stage.shown());
}

#[test]
fn a_search_in_the_text_counts_its_matches() {
    assert_snapshot!(
        "search-80x24",
        screen(USUAL, "1 g g enter / taliban enter n n")
    );
}

#[test]
fn a_date_set_by_the_user_says_so_everywhere() {
    assert_snapshot!("date-80x24", screen(USUAL, "D ctrl-u 2021-8-x enter"));
    assert_snapshot!("dated-120x40", screen(LARGE, "D ctrl-u 2021-08-21 enter"));
}

#[test]
fn help_and_palette_come_from_the_table() {
    assert_snapshot!("help-80x24", screen(USUAL, "?"));
    assert_snapshot!("help-searched-120x40", screen(LARGE, "? zoom"));
    assert_snapshot!("palette-80x24", screen(USUAL, ": zo"));
    assert_snapshot!("palette-unknown-80x24", screen(USUAL, ": dance enter"));
}

#[test]
fn the_timeline_zooms_out_to_bars_and_decades() {
    assert_snapshot!("zoomed-out-80x24", screen(USUAL, "- - -"));
}

#[test]
fn zen_gives_the_text_the_whole_screen() {
    assert_snapshot!("zen-80x24", screen(USUAL, "2 z"));
}

#[test]
fn while_loading_the_figure_grows_and_what_was_skipped_is_listed() {
    let mut stage = Stage::loading(80, 24);
    assert_snapshot!("loading-80x24", stage.shown());
    stage.press(": skipped enter");
    assert_snapshot!("skipped-80x24", stage.shown());
}

#[test]
fn before_anything_is_read_the_screen_stands() {
    assert_snapshot!("empty-80x24", Stage::empty(80, 24).shown());
}

#[test]
fn ascii_letters_are_enough() {
    let theme = Theme::mono().with_letters(Letters::Ascii);
    let mut stage = Stage::new(120, 40).with_theme(theme);
    stage.press("j j");
    let shown = stage.shown();
    assert_snapshot!("ascii-120x40", shown);
}
