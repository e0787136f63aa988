//! What is done to people, keys in, state out.

use std::sync::Arc;

use super::{app, press};
use crate::app::{App, Effect, Message, Overlay};
use crate::casefile::{Key, Value, Verdict};
use crate::corpus::search::{Hit, Hits, Scope, Target};
use crate::corpus::{Corpus, PersonId};

fn found(app: &App, name: &str) -> PersonId {
    let mut people = (0..).map(PersonId).zip(app.corpus.people());
    let person = people.find(|(_, person)| person.name == name);
    person.expect("named").0
}

/// Gathers the corpus anew under what has been decided.
fn decide(app: &mut App) {
    let mut corpus = Corpus::default();
    corpus.decide(&app.case);
    for article in app.corpus.articles() {
        let (document, analysis) = (&*article.document, &*article.analysis);
        corpus.absorb(vec![(article.id, document.clone(), analysis.clone())]);
        corpus.settle();
    }
    while corpus.generation() <= app.corpus.generation() {
        let article = app.corpus.articles().next().expect("some");
        let (document, analysis) = (&*article.document, &*article.analysis);
        corpus.absorb(vec![(article.id, document.clone(), analysis.clone())]);
    }
    app.update(Message::Gathered(Arc::new(corpus.hand_over())));
}

#[test]
fn several_selected_narrow_the_panes_to_all_of_them() {
    let mut app = app();
    press(&mut app, "4 g g v v enter");
    assert_eq!(app.narrowing.people.len(), 2);
    assert!(app.people.picked(&app.corpus).is_empty());
}

#[test]
fn several_selected_are_made_one_in_one_change() {
    let mut app = app();
    press(&mut app, "4 g g v v v");
    let effects = press(&mut app, "m");
    let Some(Effect::Store(change)) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(change.facts.len(), 2);
    decide(&mut app);
    assert_eq!(app.corpus.people().len(), 1);
    press(&mut app, "u");
    decide(&mut app);
    assert_eq!(app.corpus.people().len(), 3);
}

#[test]
fn whom_the_box_finds_is_made_one_with_the_selected_and_the_selection_follows() {
    let mut app = app();
    let (one, other) = (found(&app, "Javad Zarif"), found(&app, "Saeed Khatibzadeh"));
    press(&mut app, "4");
    app.people.select(one, &app.corpus);
    let key = app.corpus.person(one).key.clone();
    press(&mut app, "m");
    app.update(Message::Found(Hits {
        query: String::new(),
        scope: Scope::People,
        hits: vec![Hit {
            target: Target::Person(other),
            text: "Saeed Khatibzadeh".to_owned(),
            matched: Vec::new(),
            score: 1,
            passage: None,
        }],
        generation: app.corpus.generation(),
        ..Hits::default()
    }));
    press(&mut app, "enter");
    assert!(app.overlay.is_none());
    decide(&mut app);
    let selected = app.people.person(&app.corpus).expect("somebody");
    assert_eq!(app.corpus.person_by_key(&key), Some(selected));
    assert_eq!(app.corpus.people().len(), 2);
}

#[test]
fn who_is_hidden_goes_at_once_and_undo_brings_them_back() {
    let mut app = app();
    let count = app.people.listed().len();
    press(&mut app, "4 g g x");
    assert_eq!(app.people.listed().len(), count - 1);
    press(&mut app, "u");
    assert_eq!(app.people.listed().len(), count);
}

#[test]
fn a_hidden_name_added_again_is_shown_again() {
    let mut app = app();
    press(&mut app, "4 g g x");
    let hidden = app.case.facts().count();
    assert_eq!(app.add_person("javad zarif").map(|_| ()), Ok(()));
    let shown = app.people.listed().len() == app.corpus.people().len();
    let added = app.case.has(&Key::AddedPerson("javad zarif".to_owned()));
    assert!(shown != added, "{hidden}");
    assert!(app.add_person(" ?! ").is_err());
}

#[test]
fn a_person_renamed_from_the_card_is_told_by_the_new_name_on_it() {
    let mut app = app();
    press(&mut app, "4");
    let person = found(&app, "Javad Zarif");
    app.people.select(person, &app.corpus);
    press(&mut app, "c e ctrl-u Doe enter");
    assert!(
        matches!(app.overlay, Some(Overlay::Card(_))),
        "the card comes back"
    );
    decide(&mut app);
    let Some(Overlay::Card(card)) = &app.overlay else {
        panic!("the card is gone");
    };
    assert_eq!(app.corpus.person(card.person()).name, "Doe");
}

#[test]
fn escape_from_a_line_over_the_card_gives_the_card_back() {
    let mut app = app();
    for opens in ["e", "a", "m"] {
        press(&mut app, "4 g g c");
        press(&mut app, opens);
        assert!(!matches!(app.overlay, Some(Overlay::Card(_))));
        press(&mut app, "esc");
        assert!(matches!(app.overlay, Some(Overlay::Card(_))), "{opens}");
        press(&mut app, "esc");
        assert!(app.overlay.is_none());
    }
}

#[test]
fn a_spelling_is_split_everywhere_and_a_mention_in_its_article() {
    let mut app = app();
    press(&mut app, "4");
    let person = found(&app, "Saeed Khatibzadeh");
    app.people.select(person, &app.corpus);
    let splits = |app: &App| {
        let facts = app.case.facts().filter_map(|(key, _)| match key {
            Key::Split {
                document, spelling, ..
            } => Some((document.is_some(), spelling.clone())),
            _ => None,
        });
        facts.collect::<Vec<_>>()
    };
    press(&mut app, "c s");
    assert_eq!(splits(&app), [(true, "Saeed Khatibzadeh".to_owned())]);
    press(&mut app, "u");
    assert!(splits(&app).is_empty());
    press(&mut app, "backtab");
    let Some(Overlay::Card(card)) = &app.overlay else {
        panic!("the card is gone");
    };
    if !app.corpus.person(card.person()).aliases.is_empty() {
        press(&mut app, "s");
        assert_eq!(splits(&app).len(), 1);
        assert!(!splits(&app)[0].0);
    }
}

#[test]
fn suggestions_are_asked_for_and_answered_by_letters() {
    let mut app = super::app_of(vec![
        super::Sample::new(0)
            .person("Anna Hollister")
            .says("", "Anna Hollister spoke."),
        super::Sample::new(1)
            .person("Anna Hollisper")
            .says("", "Anna Hollisper spoke."),
    ]);
    let effects = press(&mut app, "ctrl-y");
    assert_eq!(effects, [Effect::Suggest]);
    press(&mut app, "y");
    assert_eq!(app.case.facts().count(), 0, "nothing is known yet");
    app.corpus.suggestions();
    app.update(Message::Suggested);
    press(&mut app, "h");
    let verdicts = |app: &App| {
        let verdicts = app.case.facts().filter_map(|(_, value)| match value {
            Value::Verdict(verdict) => Some(*verdict),
            _ => None,
        });
        verdicts.collect::<Vec<_>>()
    };
    assert_eq!(verdicts(&app), [Verdict::Unsure]);
    press(&mut app, "u y");
    assert_eq!(verdicts(&app), [Verdict::Same]);
    decide(&mut app);
    assert_eq!(app.corpus.people().len(), 1);
    press(&mut app, "u");
    decide(&mut app);
    assert_eq!(app.corpus.people().len(), 2);
    press(&mut app, "n");
    assert_eq!(verdicts(&app), [Verdict::Different]);
    press(&mut app, "esc");
    assert!(app.overlay.is_none());
}

#[test]
fn sorting_and_filtering_people_keep_who_is_selected() {
    let mut app = app();
    press(&mut app, "4 G");
    let selected = app.people.person(&app.corpus);
    press(&mut app, "S S alt-s S");
    assert_eq!(app.people.person(&app.corpus), selected);
    press(&mut app, "/ zarif enter");
    assert_eq!(app.people.listed().len(), 1);
    press(&mut app, "esc");
    assert_eq!(app.people.listed().len(), 3);
}
