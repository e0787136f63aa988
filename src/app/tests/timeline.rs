//! What the keys of the timeline do.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{SIZE, lit, load, press};
use crate::app::timeline::lanes::By;
use crate::app::timeline::{Row, TimelinePane};
use crate::app::{App, Effect, Message, Overlay, Pane, Settings};
use crate::casefile::{Key, Value};
use crate::corpus::Corpus;
use crate::corpus::sample::Sample;

const FALL: &str = "Zaranj, the capital of Nimruz province, fell to the Taliban.";

fn samples() -> Vec<Sample> {
    vec![
        Sample::new(0)
            .published("2021-08-14")
            .person("Saeed Khatibzadeh, Khatibzadeh")
            .person("Javad Zarif, Zarif")
            .says("2021-08-06", FALL)
            .says("2021-08-09", "Saeed Khatibzadeh spoke of deep concern.")
            .says(
                "2021-08-09",
                "Javad Zarif met the envoy with Saeed Khatibzadeh.",
            )
            .says("2020-02-29", "Javad Zarif welcomed the treaty of Doha."),
        Sample::new(1)
            .published("2021-09-01")
            .person("Mohammad Hanif Atmar, Atmar")
            .says(
                "2021-08-06",
                "The Taliban took Zaranj, capital of Nimruz province.",
            )
            .says("2021-08-15", "Kabul fell and Mohammad Hanif Atmar left."),
    ]
}

fn app() -> App {
    let settings = Settings {
        today: NaiveDate::from_ymd_opt(2021, 9, 15).expect("a day"),
        ..Settings::default()
    };
    let mut app = App::new(settings, SIZE);
    load(&mut app, samples());
    app
}

/// Types a line with blanks in it, and enters it.
fn enter(app: &mut App, keys: &str, line: &str) -> Vec<Effect> {
    press(app, keys);
    app.update(Message::Paste(line.to_owned()));
    press(app, "enter")
}

/// Gathers the corpus anew with what has been decided, as the loop does.
fn decide(app: &mut App) {
    let mut corpus = Corpus::default();
    corpus.decide(&app.case);
    // Again and again, so that the generation is a new one.
    while corpus.generation() <= app.corpus.generation() {
        corpus.absorb(samples().into_iter().map(Sample::build).collect());
        corpus.settle();
    }
    app.update(Message::Gathered(Arc::new(corpus.hand_over())));
}

fn said(app: &App) -> &str {
    app.notices.shown().map_or("", |notice| &notice.text)
}

fn count(pane: &TimelinePane) -> usize {
    pane.timeline().count
}

#[test]
fn g_twice_goes_to_the_first_entry_and_g_with_words_to_their_date() {
    let mut app = app();
    press(&mut app, "G");
    assert!(lit(&app).contains("Kabul"));
    press(&mut app, "g g");
    assert!(lit(&app).contains("Doha"));
    assert!(app.overlay.is_none());
    enter(&mut app, "g", "aug 2021");
    assert!(lit(&app).contains("Zaranj"), "{}", lit(&app));
    assert_eq!(said(&app), "August 2021: 4 events");
    enter(&mut app, "g", "christmas 2019");
    assert!(lit(&app).contains("Doha"));
    assert!(
        said(&app).contains("no events; the nearest is"),
        "{}",
        said(&app)
    );
    enter(&mut app, "g", "the mayor");
    let Some(Overlay::Prompt(prompt)) = &app.overlay else {
        panic!("the line stays open");
    };
    assert!(
        prompt
            .error()
            .is_some_and(|error| error.contains("names no date"))
    );
}

#[test]
fn steps_go_by_days_months_and_years_that_have_events() {
    let mut app = app();
    press(&mut app, "g g");
    for (keys, expected) in [
        ("] y", "Zaranj"),
        ("] d", "concern"),
        ("] d", "Kabul"),
        ("] d", "Kabul"),
        ("[ w", "Zaranj"),
        ("[ m", "Doha"),
        ("}", "Zaranj"),
        ("{", "Doha"),
    ] {
        press(&mut app, keys);
        assert!(lit(&app).contains(expected), "{keys}: {}", lit(&app));
    }
}

#[test]
fn a_line_of_words_filters_and_says_what_it_cannot_use() {
    let mut app = app();
    assert_eq!(count(&app.timeline), 5);
    enter(&mut app, "3 F", "person:zarif from:2021");
    assert_eq!(count(&app.timeline), 1);
    assert_eq!(app.narrowing.people.len(), 1);
    assert_eq!(
        app.timeline_filter_line(),
        "person:\"Javad Zarif\" from:2021"
    );
    press(&mut app, "F");
    for _ in 0..80 {
        press(&mut app, "backspace");
    }
    enter(
        &mut app,
        "F ctrl-u",
        "person:zarif person:atmar to:\"aug 2021\"",
    );
    assert_eq!(count(&app.timeline), 3, "what any of them is in");
    enter(&mut app, "F ctrl-u", "fell nimruz");
    assert_eq!((count(&app.timeline), app.narrowing.people.len()), (1, 0));
    for (line, error) in [
        ("colour:red", "“colour:” is not known"),
        ("person:nobody", "nobody here is called “nobody”"),
        ("from:zaranj", "“zaranj” names no date"),
        ("kind:odd", "there is no kind “odd”"),
    ] {
        enter(&mut app, "F ctrl-u", line);
        let Some(Overlay::Prompt(prompt)) = &app.overlay else {
            panic!("{line}: the line stays open");
        };
        let said = prompt.error().unwrap_or_default();
        assert!(said.starts_with(error), "{line}: {said}");
        press(&mut app, "esc");
    }
    enter(&mut app, "F ctrl-u", "");
    assert_eq!(count(&app.timeline), 5, "an empty line shows all");
}

#[test]
fn typing_narrows_letter_by_letter_and_escape_widens_step_by_step() {
    let mut app = app();
    press(&mut app, "3 / z a r");
    assert_eq!(count(&app.timeline), 3, "Zaranj, and what Zarif is in");
    press(&mut app, "a");
    assert_eq!(count(&app.timeline), 1);
    press(&mut app, "backspace");
    assert_eq!(count(&app.timeline), 3);
    press(&mut app, "a enter K");
    assert_eq!(app.timeline.wanted().said(), ["happened", "“zara”"]);
    press(&mut app, "esc");
    assert_eq!(app.timeline.wanted().said(), ["happened"]);
    press(&mut app, "esc");
    assert!(app.timeline.wanted().is_empty());
    press(&mut app, "/ k a b enter");
    press(&mut app, "C");
    assert_eq!(count(&app.timeline), 5);
}

#[test]
fn enter_unfolds_what_several_tell_before_it_reads() {
    let mut app = app();
    press(&mut app, "3 g g ] y");
    let rows = app.timeline.rows().len();
    press(&mut app, "enter");
    assert_eq!(
        (app.focus, app.timeline.rows().len()),
        (Pane::Timeline, rows + 2)
    );
    press(&mut app, "j j");
    assert!(
        lit(&app).contains("took Zaranj"),
        "the earliest published stands first"
    );
    press(&mut app, "k k enter");
    assert_eq!(app.focus, Pane::Reader);
}

#[test]
fn an_event_is_redated_hidden_and_brought_back() {
    let mut app = app();
    press(&mut app, "3 G");
    enter(&mut app, "e", "16 aug 2021");
    assert_eq!(said(&app), "dated Mon 16 Aug 2021");
    decide(&mut app);
    let last = app.corpus.events().last().expect("events");
    assert_eq!(last.when.to_string(), "2021-08-16");
    press(&mut app, "u");
    decide(&mut app);
    let last = app.corpus.events().last().expect("events");
    assert_eq!(last.when.to_string(), "2021-08-15");
    press(&mut app, "x");
    decide(&mut app);
    assert_eq!(app.corpus.events().len(), 4);
    press(&mut app, "u");
    decide(&mut app);
    assert_eq!(app.corpus.events().len(), 5);
}

#[test]
fn selected_events_are_made_one() {
    let mut app = app();
    press(&mut app, "3 M");
    assert!(
        said(&app).starts_with("v selects an event"),
        "{}",
        said(&app)
    );
    press(&mut app, "g g ] d v ] d M");
    assert_eq!(said(&app), "2 events made one");
    assert!(app.timeline.marked().is_empty());
    decide(&mut app);
    assert_eq!(app.corpus.events().len(), 4);
}

#[test]
fn key_events_are_marked_and_can_be_shown_alone() {
    let mut app = app();
    press(&mut app, "3 G s");
    let keys = app.case.facts();
    let keys = keys.filter(|(key, value)| matches!((key, value), (Key::MajorEvent(_), Value::Yes)));
    assert_eq!(keys.count(), 1);
    press(&mut app, "K K K K");
    assert_eq!((said(&app), count(&app.timeline)), ("events shown: key", 1));
    press(&mut app, "s");
    assert_eq!(
        count(&app.timeline),
        0,
        "a mark taken away leaves the filter"
    );
    press(&mut app, "u");
    assert_eq!(count(&app.timeline), 1);
}

#[test]
fn lanes_stand_side_by_side_and_the_cursor_goes_between_them() {
    let mut app = app();
    press(&mut app, "3 z L");
    assert_eq!(app.timeline.lanes().by, By::Person);
    let sides = app.timeline.rows().iter();
    assert!(sides.clone().any(|row| matches!(row, Row::Side { .. })));
    enter(&mut app, "g", "9 aug 2021");
    let lane = app.timeline.lane();
    press(&mut app, "l");
    assert_eq!(app.timeline.lane(), lane + 1);
    press(&mut app, "h");
    assert_eq!(app.timeline.lane(), lane);
    press(&mut app, "L L L");
    assert_eq!(app.timeline.lanes().by, By::Nothing);
    press(&mut app, "l");
    assert_eq!(app.focus, Pane::Reader, "without lanes it reads");
}

#[test]
fn what_was_hidden_is_taken_back_from_the_list_of_corrections() {
    let mut app = app();
    press(&mut app, "3 g g x");
    decide(&mut app);
    let hidden = app.corpus.events().len();
    press(&mut app, "ctrl-e");
    let Some(Overlay::Corrections(open)) = &app.overlay else {
        panic!("{:?}", app.overlay);
    };
    let rows: Vec<&str> = open.rows().collect();
    assert!(rows[0].contains("is not shown in the timeline"), "{rows:?}");
    press(&mut app, "enter esc");
    assert!(app.overlay.is_none());
    decide(&mut app);
    assert_eq!(app.corpus.events().len(), hidden + 1);
    press(&mut app, "u");
    decide(&mut app);
    assert_eq!(app.corpus.events().len(), hidden);
}
