//! Layouts, borders, the mouse, the palette, help, keys of two parts.

use insta::{assert_debug_snapshot, assert_snapshot};
use newsreader::app::key::{Mouse, MouseKind};
use newsreader::app::loading::Advance;
use newsreader::app::{Effect, Message, MouseUse, Overlay, Pane};
use newsreader::casefile::{Key, Value};
use newsreader::view::theme::Theme;

use super::harness::{Stage, screen};

const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

fn point(stage: &mut Stage, kind: MouseKind, column: u16, row: u16) {
    stage.send(Message::Mouse(Mouse { column, row, kind }));
}

fn click(stage: &mut Stage, column: u16, row: u16) {
    point(stage, MouseKind::Click, column, row);
    point(stage, MouseKind::Release, column, row);
}

fn bottom_line(stage: &mut Stage) -> String {
    let shown = stage.shown();
    shown.lines().last().unwrap_or_default().to_owned()
}

/// What the app wants kept under a setting, the latest last.
fn kept(stage: &Stage, name: &str) -> Vec<String> {
    let facts = stage.asked.iter().flat_map(|effect| match effect {
        Effect::Store(change) => change.facts.clone(),
        _ => Vec::new(),
    });
    facts
        .filter_map(|fact| match fact {
            (Key::Setting(of), Some(Value::Text(text))) if of == name => Some(text),
            _ => None,
        })
        .collect()
}

#[test]
fn every_layout_shows_its_panes() {
    assert_snapshot!("layout-wide-reading-120x40", screen(LARGE, "alt-l"));
    assert_snapshot!("layout-wide-timeline-120x40", screen(LARGE, "alt-l alt-l"));
    assert_snapshot!("layout-two-120x40", screen(LARGE, "alt-l alt-l alt-l"));
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    stage.press("alt-l alt-l alt-l alt-l");
    assert_eq!(
        kept(&stage, "layout").last().map(String::as_str),
        Some("four")
    );
}

#[test]
fn a_small_screen_says_that_a_layout_waits_for_room() {
    let mut stage = Stage::new(USUAL.0, USUAL.1);
    stage.press("alt-l");
    assert!(bottom_line(&mut stage).contains("as soon as the screen has room"));
}

#[test]
fn keys_move_a_border_until_a_pane_could_not_be_used() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    let width = |stage: &Stage| stage.app.arrangement().inside(Pane::Documents).0;
    let before = width(&stage);
    stage.press("alt-right alt-right");
    assert_eq!(width(&stage), before + 4);
    for _ in 0..80 {
        stage.press("alt-left");
    }
    assert_eq!(width(&stage), 22);
    assert!(bottom_line(&mut stage).contains("no pane can be smaller"));
    let rows = |stage: &Stage| stage.app.arrangement().inside(Pane::Timeline).1;
    let before = rows(&stage);
    stage.press("alt-down");
    assert_eq!(rows(&stage), before - 1);
    assert_eq!(
        kept(&stage, "layout").last().map(|line| &line[..9]),
        Some("four left")
    );
}

#[test]
fn a_border_is_dragged_and_remembered_when_it_is_let_go() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    let left = stage
        .app
        .arrangement()
        .of(Pane::Documents)
        .expect("shown")
        .width;
    point(&mut stage, MouseKind::Click, left, 4);
    for column in [left + 1, left + 6, left + 10] {
        point(&mut stage, MouseKind::Drag, column, 5);
    }
    assert!(kept(&stage, "layout").is_empty(), "not while it is held");
    point(&mut stage, MouseKind::Release, left + 10, 5);
    let now = stage
        .app
        .arrangement()
        .of(Pane::Documents)
        .expect("shown")
        .width;
    assert_eq!(now, left + 10);
    assert_eq!(kept(&stage, "layout").len(), 1);
    point(&mut stage, MouseKind::Drag, 60, 5);
    let after = stage
        .app
        .arrangement()
        .of(Pane::Documents)
        .expect("shown")
        .width;
    assert_eq!(after, now, "nothing is held any more");
}

#[test]
fn what_was_remembered_comes_back_with_the_case_file() {
    let mut first = Stage::new(LARGE.0, LARGE.1);
    first.press("alt-l alt-right : zoom-fit enter");
    let mut second = Stage::new(LARGE.0, LARGE.1);
    second.send(Message::Case(first.app.case.clone()));
    assert_eq!(second.app.division, first.app.division);
    second.press(": up");
    assert!(bottom_line(&mut second).starts_with(":zoom-fit"));
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    click(&mut stage, 5, 3);
    assert_eq!(stage.app.focus, Pane::Documents);
    let selected = stage.app.documents.article();
    click(&mut stage, 5, 3);
    assert_eq!(stage.app.focus, Pane::Reader, "it is opened");
    assert_eq!(stage.app.reader.article(), selected);
}

#[test]
fn the_wheel_scrolls_an_overlay_and_a_click_beside_it_closes_it() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    stage.press("?");
    let before = stage.shown();
    point(&mut stage, MouseKind::ScrollDown, 60, 20);
    assert_ne!(stage.shown(), before);
    click(&mut stage, 60, 20);
    assert!(stage.app.overlay.is_some());
    click(&mut stage, 1, 1);
    assert!(stage.app.overlay.is_none());
    stage.press("f zarif");
    click(&mut stage, 0, 39);
    assert!(stage.app.overlay.is_none());
}

#[test]
fn a_click_chooses_in_the_find_box_and_in_the_palette() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    stage.press("f zarif");
    let shown = stage.shown();
    let row = shown
        .lines()
        .position(|line| line.contains("▸ @"))
        .expect("a hit");
    click(&mut stage, 40, row as u16);
    assert!(matches!(stage.app.overlay, Some(Overlay::Card(_))));
    stage.press("esc : zo");
    let shown = stage.shown();
    let row = shown
        .lines()
        .position(|line| line.contains("zoom-out"))
        .expect("offered");
    click(&mut stage, 4, row as u16);
    assert!(bottom_line(&mut stage).starts_with(":zoom-out"));
    click(&mut stage, 4, row as u16);
    assert!(stage.app.overlay.is_none(), "it was done");
}

#[test]
fn the_first_of_two_keys_says_what_may_follow_and_escape_drops_it() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    stage.press("2 ]");
    assert_snapshot!("pending-line", bottom_line(&mut stage));
    stage.press("esc");
    assert!(!bottom_line(&mut stage).contains("next-date"));
    assert!(stage.app.keymap.pending().is_none());
}

#[test]
fn a_command_takes_behind_its_name_what_it_would_ask_for() {
    let mut stage = Stage::new(USUAL.0, USUAL.1);
    stage.press(": set-date space 2021-08-21 enter");
    assert!(stage.app.overlay.is_none());
    let article = stage.app.reader.shown(&stage.app.corpus).expect("shown");
    let published = article.document.published.expect("dated");
    assert_eq!(published.date.to_string(), "2021-08-21");
    stage.press(": set-date space 2021-13-21 enter");
    assert!(bottom_line(&mut stage).contains("year-month-day"));
    stage.press("esc : layout space two enter");
    assert!(bottom_line(&mut stage).contains("two panes"));
    stage.press(": quit space now enter");
    assert!(stage.asked.contains(&Effect::Quit) || stage.app.overlay.is_some());
}

#[test]
fn the_palette_offers_the_choices_of_a_whole_name_and_names_by_their_letters() {
    assert_snapshot!("palette-argument-80x24", screen(USUAL, ": layout space"));
    assert_snapshot!("palette-fuzzy-80x24", screen(USUAL, ": ndt"));
    assert_snapshot!("palette-chosen-40x12", screen((40, 12), ": next tab tab"));
}

#[test]
fn help_goes_back_to_what_it_lay_over() {
    let mut stage = Stage::new(LARGE.0, LARGE.1);
    stage.press("4 c ?");
    assert!(stage.shown().contains("Here: a person's card"));
    stage.press("esc");
    assert!(matches!(stage.app.overlay, Some(Overlay::Card(_))));
}

#[test]
fn help_explains_the_marks_on_a_small_screen_too() {
    let marks = screen(USUAL, "? date space carried");
    assert!(
        marks.contains("◇") && marks.contains("What the marks mean"),
        "{marks}"
    );
    assert_snapshot!("help-40x12", screen((40, 12), "?"));
}

#[test]
fn a_stop_says_how_far_it_came_and_what_was_read_stays() {
    let mut stage = Stage::loading(USUAL.0, USUAL.1);
    stage.press("ctrl-x");
    assert_eq!(stage.asked, [Effect::Cancel]);
    assert!(stage.shown().contains("stopping at 2 of 2,084"));
    stage.send(Message::Loading(Advance::stopped()));
    let said = bottom_line(&mut stage);
    assert!(
        said.contains("stopped at 2 of 2,084; what was read stays"),
        "{said}"
    );
    assert_eq!(stage.app.corpus.article_count(), 1);
    stage.press("ctrl-x");
    assert!(bottom_line(&mut stage).contains("nothing is being loaded"));
}

#[test]
fn pasted_text_is_no_key_and_goes_into_a_line_where_one_is_open() {
    let mut stage = Stage::new(USUAL.0, USUAL.1);
    stage.send(Message::Paste("Q".to_owned()));
    assert!(stage.asked.is_empty());
    stage.press("/");
    stage.send(Message::Paste("tali\nban".to_owned()));
    assert!(bottom_line(&mut stage).contains("tali ban"));
}

#[test]
fn the_mouse_is_the_terminals_until_it_is_asked_for() {
    let mut stage = Stage::new(USUAL.0, USUAL.1);
    assert_eq!(stage.app.mouse_use(), MouseUse::Terminal);
    stage.press("alt-m");
    assert_eq!(stage.asked, [Effect::UseMouse(MouseUse::Program)]);
}

#[test]
fn each_theme_tells_the_lit_sentence_its_people_and_dates_apart() {
    for (name, theme) in [("lit-light", Theme::light()), ("lit-16", Theme::sixteen())] {
        let mut stage = Stage::new(60, 14).with_theme(theme);
        stage.press("j j j enter");
        assert_debug_snapshot!(name, stage.buffer());
    }
}
