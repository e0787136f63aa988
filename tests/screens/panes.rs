//! Timeline, people, card and find box, on a corpus whose analysis is given.

use insta::assert_snapshot;
use newsreader::load::Progress;
use newsreader::view::theme::{Letters, Theme};

use super::given::{Arrival, corpus, daily, summer};
use super::harness::Stage;

/// A screen on which the loader has handed over these articles.
pub fn stage(arrivals: Vec<Arrival>, (columns, rows): (u16, u16)) -> Stage {
    let mut stage = Stage::empty(columns, rows);
    let mut progress = vec![Progress::Discovered(arrivals.len())];
    progress.extend(
        arrivals
            .into_iter()
            .map(|(article, document, analysis)| Progress::Loaded {
                article,
                document: Box::new(document),
                analysis: Box::new(analysis),
            }),
    );
    progress.push(Progress::Finished);
    stage.load(progress);
    stage
}

fn screen(arrivals: Vec<Arrival>, keys: &str, size: (u16, u16)) -> String {
    let mut stage = stage(arrivals, size);
    stage.press(keys);
    stage.shown()
}

fn summer_screen(keys: &str, size: (u16, u16)) -> String {
    screen(summer(), keys, size)
}

#[test]
fn entries_stand_under_dates_with_who_and_what() {
    assert_snapshot!(summer_screen("j", (80, 24)));
}

#[test]
fn a_small_screen_keeps_dates_and_tells_who_in_the_line() {
    assert_snapshot!(summer_screen("j j", (40, 12)));
}

#[test]
fn an_unfolded_event_shows_its_other_report() {
    assert_snapshot!(summer_screen("j o j", (120, 40)));
}

#[test]
fn what_crowds_is_gathered_into_bars() {
    assert_snapshot!(screen(daily(1_000), "", (80, 24)));
}

#[test]
fn a_person_chosen_narrows_the_timeline() {
    assert_snapshot!(summer_screen("4 g g enter", (120, 40)));
}

#[test]
fn a_card_says_who_it_is_and_shows_the_mention() {
    assert_snapshot!(summer_screen("4 g g c j", (80, 24)));
}

#[test]
fn the_find_box_lights_letters_and_shows_the_sentence() {
    assert_snapshot!(summer_screen("f khat", (80, 24)));
}

#[test]
fn the_find_box_on_a_small_screen_keeps_its_list() {
    assert_snapshot!(summer_screen("f zar", (40, 12)));
}

#[test]
fn enter_on_a_person_found_opens_the_card_and_narrows() {
    let found = summer_screen("p khat enter", (120, 40));
    assert!(found.contains("┏ Saeed Khatibzadeh ━"), "{found}");
    let closed = summer_screen("p khat enter esc", (120, 40));
    assert!(closed.contains("Khatibzadeh · 2 of 6 events"), "{closed}");
}

#[test]
fn ascii_letters_are_enough() {
    let ascii = Theme::mono().with_letters(Letters::Ascii);
    let mut stage = stage(summer(), (80, 24)).with_theme(ascii);
    stage.press("4 g g c");
    let drawn = stage.shown();
    let said = |letter: char| letter.is_ascii() || "“”…–".contains(letter);
    assert_eq!(drawn.chars().find(|letter| !said(*letter)), None, "{drawn}");
}

#[test]
fn no_size_and_no_key_is_a_fault() {
    let keys = "j o i j tab enter + + - - - - 0 G g g 4 j enter c tab j i j i enter ctrl-o f zar tab esc esc";
    for size in [(1, 1), (2, 3), (7, 4), (20, 6), (43, 17), (60, 20)] {
        screen(summer(), keys, size);
        screen(Vec::new(), keys, size);
    }
    assert_eq!(corpus(summer()).events().len(), 6);
}
