//! The reading view: selections, notes, links, right-to-left text, zen.

use insta::{assert_debug_snapshot, assert_snapshot};
use newsreader::app::Message;
use newsreader::app::output::State;
use newsreader::view::theme::{Letters, Theme};

use super::harness::Stage;

const TEXT: &str = "The town falls\n\n\
    On August 6, 2021 the town fell without a fight. The mayor had fled in the night, and \
    nobody had seen him since; his house stood empty.\n\n\
    “It is all over,” said Saeed Khatibzadeh on August 9. Nobody answered him.\n\n\
    - the first of two items, which is long enough to go on in a second line of the pane\n\
    - the second\n\n\
    The story is told at https://example.org/story and, at more length, at \
    https://example.org/a/longer/address.";

fn reading(columns: u16, rows: u16, text: &str) -> Stage {
    let mut stage = Stage::given(columns, rows, text, Some("2021-09-01"));
    stage.press("2 z esc z g g");
    stage
}

#[test]
fn a_selection_has_a_bar_and_says_how_much_it_is() {
    let mut stage = Stage::given(80, 24, TEXT, Some("2021-09-01"));
    stage.press("2 g g ] d v j");
    assert_snapshot!("selection-80x24", stage.shown());
    stage.press("esc V j j");
    assert_snapshot!("selection-lines-80x24", stage.shown());
}

#[test]
fn notes_and_highlights_have_marks_in_the_gutter() {
    let mut stage = reading(80, 24, TEXT);
    stage.press("] d a Check space the space date. ctrl-s ] q H esc ] l");
    assert_snapshot!("noted-80x24", stage.shown());
    let mut ascii = reading(80, 24, TEXT).with_theme(Theme::mono().with_letters(Letters::Ascii));
    ascii.press("] d a Check space the space date. ctrl-s ] q H esc");
    assert_snapshot!("noted-ascii-80x24", ascii.shown());
}

#[test]
fn a_note_is_written_in_a_box_that_says_how_to_save_it() {
    let mut stage = reading(80, 24, TEXT);
    stage.press("] d a First space line enter second space line esc");
    assert_snapshot!("note-80x24", stage.shown());
    let mut small = reading(40, 12, TEXT);
    small.press(
        "] d a A space line space that space is space longer space than space the space box",
    );
    assert_snapshot!("note-40x12", small.shown());
}

#[test]
fn links_are_listed_by_number() {
    let mut stage = reading(80, 24, TEXT);
    stage.press("L j");
    assert_snapshot!("links-80x24", stage.shown());
}

#[test]
fn what_a_command_prints_lies_over_the_text() {
    let mut stage = reading(80, 24, TEXT);
    stage.press("| wc enter");
    assert_snapshot!("pipe-running-80x24", stage.shown());
    stage.send(Message::Piped {
        printed: "  5  72  441\n\u{1b}[31mred\n".to_owned(),
        state: State::Failed("it ended with status 3".to_owned()),
    });
    assert_snapshot!("pipe-80x24", stage.shown());
}

const RIGHT_TO_LEFT: &str = "The paper wrote of שלום in all the land that day.\n\n\
    דובר המשרד אמר ב־10 במאי 2021 (יום שני) כי הפגישה עם Saeed Khatibzadeh תתקיים ביום \
    שלישי בשעה 10:30 בבוקר.\n\n\
    أكد المتحدث باسم الوزارة في طهران أن الاجتماع لا يزال قائما ولا إلغاء له حتى الآن.";

#[test]
fn right_to_left_lines_are_reordered_on_request_and_begin_at_the_right() {
    let mut stage = reading(60, 16, RIGHT_TO_LEFT);
    let before = stage.shown();
    stage.press("R k");
    let after = stage.shown();
    assert_snapshot!("right-to-left-60x16", after);
    stage.press("R k");
    assert_eq!(stage.shown().trim_end(), before.trim_end());
}

#[test]
fn what_is_searched_for_is_lit_where_it_stands_after_reordering() {
    let mut stage = reading(60, 16, RIGHT_TO_LEFT);
    stage.press("R / שלישי enter esc");
    stage.press("/ שלישי enter");
    let theme = Theme::dark();
    let style = theme.style(newsreader::view::theme::Role::MatchCurrent);
    let buffer = stage.buffer();
    let lit: String = buffer
        .content
        .iter()
        .filter(|cell| Some(cell.bg) == style.bg)
        .map(|cell| cell.symbol())
        .collect();
    assert_eq!(lit.chars().rev().collect::<String>(), "שלישי");
}

#[test]
fn every_kind_of_mark_in_the_text_has_a_style_of_its_own() {
    let mut stage = Stage::given(60, 20, TEXT, Some("2021-09-01"));
    stage.press("2 z esc z g g ] q H esc ] d a x ctrl-s esc ] l");
    assert_debug_snapshot!("marks", stage.buffer());
}

#[test]
fn wide_and_combined_letters_are_never_torn() {
    let text = "習近平氏は北京で演説した。Zu\u{308}rich bleibt scho\u{308}n. โฆษกกระทรวงการต่างประเทศกล่าวว่า \
                👩‍👩‍👧‍👦 and 👨🏽‍🚀 went on. 정부 대변인은 회의가 열린다고 말했다.";
    let mut stage = reading(40, 12, text);
    assert_snapshot!("wide-40x12", stage.shown());
}
