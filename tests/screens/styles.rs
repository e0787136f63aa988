//! What colour and weight say, which text alone does not show.

use insta::assert_debug_snapshot;
use newsreader::view::theme::Theme;
use ratatui::style::{Color, Modifier};

use super::harness::Stage;

#[test]
fn the_lit_sentence_its_people_and_dates_have_styles() {
    let mut stage = Stage::new(60, 14);
    stage.press("j j j enter");
    assert_debug_snapshot!("lit", stage.buffer());
}

#[test]
fn without_colours_weight_and_line_say_the_same() {
    let mut stage = Stage::new(60, 14).with_theme(Theme::mono());
    stage.press("j j j enter");
    assert_debug_snapshot!("lit-plain", stage.buffer());
    for keys in [
        "esc 1", "3", "4 enter", "f khatib", "enter", "esc ?", "esc : zo",
    ] {
        stage.press(keys);
        for cell in &stage.buffer().content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}");
        }
    }
}

#[test]
fn the_match_stood_on_differs_from_the_others() {
    let mut stage = Stage::new(80, 40).with_theme(Theme::mono());
    stage.press("1 g g enter z / taliban enter");
    let buffer = stage.buffer();
    let reversed = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
    let kinds: std::collections::BTreeSet<String> = buffer
        .content
        .iter()
        .filter(reversed)
        .map(|cell| format!("{:?}", cell.modifier))
        .collect();
    assert!(kinds.len() > 1, "{kinds:?}");
}
