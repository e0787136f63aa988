//! The find box: what it promises, as it is seen.

use insta::assert_snapshot;
use newsreader::view::theme::{Letters, Theme};

use super::harness::{Stage, screen};

#[test]
fn the_full_text_shows_the_sentence_that_says_it() {
    assert_snapshot!(screen((100, 30), "f / taliban space \"herat"));
}

#[test]
fn people_selected_are_marked_and_counted() {
    assert_snapshot!(screen((100, 30), "p zarif tab ctrl-u khatib tab ctrl-u"));
}

#[test]
fn the_timeline_of_several_people_names_them() {
    let shown = screen((120, 40), "p khatib tab ctrl-u zarif tab enter");
    assert!(shown.contains("Khatibzadeh ∪ Zarif · "), "{shown}");
}

#[test]
fn actions_found_show_their_keys() {
    assert_snapshot!(screen((80, 24), "f > zoom"));
}

#[test]
fn a_small_screen_shows_what_is_found_in_the_texts() {
    assert_snapshot!(screen((40, 12), "f / herat"));
}

#[test]
fn marks_of_fzf_are_heeded() {
    assert_snapshot!(screen((80, 24), "f # 'talks space !zarif"));
}

#[test]
fn a_name_misspelt_is_found() {
    let shown = screen((80, 24), "p khatibzaddeh");
    assert!(shown.contains("@ Saeed Khatibzadeh"), "{shown}");
}

#[test]
fn the_preview_scrolls_back_to_what_stands_before() {
    let at = |keys: &str| screen((80, 24), &format!("f / fell space \"farah {keys}"));
    let (here, before) = (at(""), at("pageup"));
    assert_ne!(here, before);
    assert_eq!(at("pageup pagedown"), here);
    let far = at(&"pagedown ".repeat(60));
    assert_eq!(far.lines().count(), here.lines().count());
}

#[test]
fn ascii_letters_are_enough_for_the_find_box() {
    let ascii = Theme::mono().with_letters(Letters::Ascii);
    let mut stage = Stage::new(80, 24).with_theme(ascii);
    stage.press("p zarif tab ctrl-u khatib tab ctrl-u");
    let drawn = stage.shown();
    for mark in ["▸", "•", "▌", "─", "·"] {
        assert!(!drawn.contains(mark), "{mark} in {drawn}");
    }
}
