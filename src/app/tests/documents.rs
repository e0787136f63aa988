//! What is done to documents, keys in, state out.

use super::{app, press};
use crate::app::{App, Effect, Overlay, Pane};
use crate::casefile::Key;
use crate::corpus::ArticleId;

fn stored(effects: &[Effect]) -> usize {
    let stored = effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Store(_)));
    stored.count()
}

fn starred(app: &App) -> Vec<bool> {
    let marks = app.documents.marks();
    [0, 1].map(|id| marks.is_starred(ArticleId(id))).to_vec()
}

#[test]
fn several_selected_are_starred_in_one_change_and_undone_at_once() {
    let mut app = app();
    press(&mut app, "1 g g v v");
    assert_eq!(app.documents.picked().len(), 2);
    let effects = press(&mut app, "s");
    assert_eq!(stored(&effects), 1);
    assert_eq!(starred(&app), [true, true]);
    press(&mut app, "u");
    assert_eq!(starred(&app), [false, false]);
    press(&mut app, "esc s");
    assert_eq!(starred(&app).iter().filter(|star| **star).count(), 1);
}

#[test]
fn a_tag_is_completed_listed_filtered_by_and_taken_away_by_itself() {
    let mut app = app();
    press(&mut app, "1 g g t war enter j t w tab enter");
    assert_eq!(app.known_tags(), ["war"]);
    assert_eq!(app.documents.marks().tags(ArticleId(1)), ["war"]);
    press(&mut app, "t war enter");
    assert!(app.documents.marks().tags(ArticleId(1)).is_empty());
    press(&mut app, "/ tag:war enter");
    assert_eq!(app.documents.listed(), [ArticleId(0)]);
    press(&mut app, "esc");
    assert_eq!(app.documents.listed().len(), 2);
}

#[test]
fn a_tag_some_of_the_selected_have_is_given_to_all() {
    let mut app = app();
    press(&mut app, "1 g g t war enter g g v v t war enter");
    let tagged = |app: &App| {
        let tags = |id| app.documents.marks().tags(ArticleId(id)).len();
        [tags(0), tags(1)]
    };
    assert_eq!(tagged(&app), [1, 1]);
    press(&mut app, "t war enter");
    assert_eq!(tagged(&app), [0, 0]);
}

#[test]
fn the_list_follows_the_filter_letter_by_letter_and_escape_gives_it_up() {
    let mut app = app();
    press(&mut app, "1 g g j t harvest enter");
    press(&mut app, "/ harv");
    assert_eq!(app.documents.listed(), [ArticleId(1)]);
    press(&mut app, "x");
    assert!(app.documents.listed().is_empty());
    press(&mut app, "esc");
    assert_eq!(app.documents.listed().len(), 2);
    assert!(app.overlay.is_none());
}

#[test]
fn next_unread_opens_what_is_unread_and_says_when_all_is_read() {
    let mut app = app();
    press(&mut app, "1 g g r U");
    assert_eq!(app.focus, Pane::Reader);
    assert_eq!(app.reader.article(), Some(ArticleId(1)));
    assert!(app.documents.is_read(ArticleId(1)));
    press(&mut app, "] u");
    let said = app.notices.shown().expect("something was said");
    assert!(said.text.contains("unread"), "{}", said.text);
}

#[test]
fn a_saved_search_is_an_entry_that_puts_its_filters_on_and_off() {
    let mut app = app();
    press(&mut app, "1 / is:unread enter ctrl-s to_read enter esc");
    assert!(app.case.has(&Key::Search("to_read".to_owned())));
    assert_eq!(app.documents.filter_line(), "");
    press(&mut app, "g g enter");
    assert_eq!(app.documents.filter_line(), "is:unread");
    press(&mut app, "enter");
    assert_eq!(app.documents.filter_line(), "");
    press(&mut app, "x");
    assert!(app.documents.searches().is_empty());
    press(&mut app, "u");
    assert_eq!(app.documents.searches().len(), 1);
}

#[test]
fn a_saved_search_keeps_whom_the_panes_are_narrowed_to() {
    let mut app = app();
    press(&mut app, "4 g g enter ctrl-s them enter");
    let narrowed = app.narrowing.clone();
    assert!(!narrowed.people.is_empty());
    press(&mut app, "C");
    assert!(app.narrowing.people.is_empty());
    press(&mut app, "1 g g enter");
    assert_eq!(app.narrowing, narrowed);
}

#[test]
fn a_saved_search_keeps_the_filter_of_the_timeline() {
    let mut app = app();
    press(&mut app, "3 F kind:planned enter ctrl-s plans enter C");
    assert_eq!(app.timeline_filter_line(), "");
    press(&mut app, "1 g g enter");
    assert_eq!(app.timeline_filter_line(), "kind:planned");
    press(&mut app, "enter");
    assert_eq!(app.timeline_filter_line(), "");
}

#[test]
fn nothing_narrowed_is_no_search_to_save() {
    let mut app = app();
    press(&mut app, "1 ctrl-s");
    assert!(app.overlay.is_none());
}

#[test]
fn a_date_is_given_to_all_selected_at_once() {
    let mut app = app();
    press(&mut app, "1 g g v v D ctrl-u");
    assert!(matches!(app.overlay, Some(Overlay::Prompt(_))));
    let effects = press(&mut app, "2020-02-03 enter");
    let read_anew = effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Reanalyse { .. }));
    assert_eq!(read_anew.count(), 2);
    assert_eq!(stored(&effects), 1);
}
