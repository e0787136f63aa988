//! What comes of the find box: answers, choosing, what is remembered.

use super::{app, load, press};
use crate::app::finder::Standing;
use crate::app::{Action, App, Effect, Message, Overlay, Pane};
use crate::casefile::{Key, Value};
use crate::corpus::sample::Sample;
use crate::corpus::search::Catalogue;

/// Presses keys; what is asked is answered at once. Returns what else is asked of the world.
fn find(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut others = Vec::new();
    for word in keys.split_whitespace() {
        for effect in press(app, word) {
            let Effect::Search(question) = effect else {
                others.push(effect);
                continue;
            };
            let actions = Action::ALL.iter();
            let mut catalogue =
                Catalogue::new(actions.map(|action| (action.name(), action.help())));
            catalogue.complete(&app.corpus, question.scope);
            let hits = catalogue.answer(&app.corpus, &question, 50);
            others.extend(app.update(Message::Found(hits)));
        }
    }
    others
}

/// The rows of the open box.
fn found(app: &App) -> Vec<String> {
    let Some(Overlay::Finder(finder)) = &app.overlay else {
        panic!("the box is open");
    };
    assert_eq!(finder.standing(), Standing::Answered);
    let hits = finder.hits().hits.iter();
    hits.map(|hit| hit.text.clone()).collect()
}

#[test]
fn enter_on_a_text_found_stands_on_the_sentence() {
    let mut app = app();
    find(&mut app, "f / e x p e c t e d enter");
    assert_eq!(app.focus, Pane::Reader);
    let lit = app.reader.lit().expect("a sentence is lit");
    let article = app.reader.shown(&app.corpus).expect("an article is shown");
    assert_eq!(lit.of(&article.document.text), "Nobody had expected it.");
    press(&mut app, "ctrl-o");
    assert_eq!(app.focus, Pane::Timeline);
}

#[test]
fn several_people_selected_show_their_timeline_together() {
    let mut app = app();
    find(&mut app, "p a t m a r tab ctrl-u z a r i f tab enter");
    assert_eq!(app.focus, Pane::Timeline);
    assert!(app.overlay.is_none());
    let people = app.chosen_people();
    let names = people
        .iter()
        .map(|person| app.corpus.person(*person).name.as_str());
    let names: Vec<_> = names.collect();
    assert_eq!(names, ["Mohammad Hanif Atmar", "Javad Zarif"]);
    assert_eq!(app.timeline.timeline().count, 2);
    press(&mut app, "ctrl-o");
    assert_eq!(app.narrowing.people, []);
}

#[test]
fn people_selected_stay_so_when_the_corpus_changes() {
    let mut app = app();
    find(&mut app, "p z a r i f tab");
    load(
        &mut app,
        vec![
            Sample::new(7)
                .person("Zara Novak")
                .says("2020", "Zara Novak sang."),
        ],
    );
    find(&mut app, "ctrl-u n o v a k tab enter");
    assert_eq!(app.chosen_people().len(), 2);
}

#[test]
fn what_was_chosen_comes_first_next_time_and_is_stored() {
    let mut app = app();
    let before = {
        find(&mut app, "p");
        found(&app)
    };
    let last = before.last().expect("someone is named").clone();
    let downs = "down ".repeat(before.len());
    let asked = find(&mut app, &(downs + "enter"));
    let stored = asked.iter().any(|effect| match effect {
        Effect::Store(change) => change.facts.iter().any(|(key, value)| {
            *key == Key::Lines("seen".to_owned()) && matches!(value, Some(Value::Lines(_)))
        }),
        _ => false,
    });
    assert!(stored, "{asked:?}");
    find(&mut app, "esc p");
    assert_eq!(found(&app)[0], last);
    assert_eq!(found(&app).len(), before.len());
    // In another run the case file knows it.
    let mut other = self::app();
    other.update(Message::Case(app.case.clone()));
    find(&mut other, "p");
    assert_eq!(found(&other)[0], last);
}

#[test]
fn articles_events_and_actions_that_were_seen_come_first_too() {
    let mut app = app();
    find(&mut app, "f # s p o k e enter");
    find(&mut app, "f # space");
    assert!(found(&app)[0].contains("spoke"), "{:?}", found(&app));
    find(&mut app, "esc 1 G enter f /");
    let read = app
        .reader
        .shown(&app.corpus)
        .expect("an article is shown")
        .document
        .headline
        .clone();
    assert_eq!(found(&app)[0], read);
    find(&mut app, "esc f > z e n enter z f >");
    assert_eq!(found(&app)[0], "zen");
}

#[test]
fn a_line_that_found_something_comes_back_in_the_next_run() {
    let mut app = app();
    find(&mut app, "f @ z a r enter esc f ctrl-up");
    assert_eq!(found(&app), ["Javad Zarif"]);
    let mut other = self::app();
    other.update(Message::Case(app.case.clone()));
    find(&mut other, "f up");
    assert_eq!(found(&other), ["Javad Zarif"]);
}

#[test]
fn going_to_a_hit_of_no_one_there_is_no_fault() {
    let mut app = app();
    find(
        &mut app,
        "f q q q q x enter tab backtab pagedown pageup up ctrl-up ctrl-t alt-s esc",
    );
    assert!(app.overlay.is_none());
}
