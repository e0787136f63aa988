//! Keys in, state and effects out.

mod documents;
mod people;
mod reading;

use std::sync::Arc;

use chrono::NaiveDate;

use super::key::{Code, Key};
use super::loading::Advance;
use super::{Action, App, Effect, Message, Overlay, Pane, Settings};
use crate::corpus::sample::Sample;
use crate::corpus::search::{Hit, Hits, Scope, Target};
use crate::corpus::{ArticleId, Corpus, PersonId};
use crate::load::{Progress, Skipped};
use crate::source::Origin;

const SIZE: (u16, u16) = (120, 40);

fn samples() -> Vec<Sample> {
    vec![
        Sample::new(0)
            .published("2021-08-14")
            .person("Saeed Khatibzadeh, Khatibzadeh")
            .person("Javad Zarif, Zarif")
            .says("2021-08-06", "The city of Zaranj fell without a fight.")
            .says("", "Nobody had expected it.")
            .says("2021-08-09", "Saeed Khatibzadeh spoke of deep concern.")
            .says("2021-08-08", "Javad Zarif met the envoy in the capital."),
        Sample::new(1)
            .published("2021-09-01")
            .person("Mohammad Hanif Atmar, Atmar")
            .says("2021-08-15", "Kabul fell and Mohammad Hanif Atmar left."),
    ]
}

/// Gives the app what a loader brings, besides what is there.
fn load(app: &mut App, samples: Vec<Sample>) -> Vec<Effect> {
    let there = app.corpus.articles().map(|article| {
        let (document, analysis) = (&*article.document, &*article.analysis);
        (article.id, document.clone(), analysis.clone())
    });
    let mut corpus = Corpus::default();
    let arriving = samples.into_iter().map(Sample::build);
    for arrival in there.chain(arriving) {
        // One by one, so that the generation grows with the articles.
        corpus.absorb(vec![arrival]);
        corpus.settle();
    }
    let (last, _) = Advance::part(vec![Progress::Discovered(1), Progress::Finished]);
    app.update(Message::Loading(last));
    app.update(Message::Gathered(Arc::new(corpus.hand_over())))
}

fn app() -> App {
    app_of(samples())
}

fn app_of(samples: Vec<Sample>) -> App {
    let mut app = App::new(Settings::default(), SIZE);
    load(&mut app, samples);
    app
}

/// Presses keys written like "j enter"; what is no key is typed letter by letter.
fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for word in keys.split(' ') {
        let keys: Vec<Key> = match word.parse() {
            Ok(key) => vec![key],
            Err(_) => word
                .chars()
                .map(|letter| Key::plain(Code::Char(letter)))
                .collect(),
        };
        for key in keys {
            effects.extend(app.update(Message::Key(key)));
        }
    }
    effects
}

/// The sentence that is lit.
fn lit(app: &App) -> &str {
    let article = app.reader.shown(&app.corpus).expect("an article is shown");
    let span = app.reader.lit().expect("a sentence is lit");
    span.of(&article.document.text)
}

#[test]
fn the_reading_view_follows_the_timeline_to_the_sentence() {
    let mut app = app();
    assert!(lit(&app).contains("Zaranj"));
    press(&mut app, "j");
    assert!(lit(&app).contains("Zarif"), "{}", lit(&app));
    press(&mut app, "G");
    assert!(lit(&app).contains("Kabul"));
    assert_eq!(app.focus, Pane::Timeline);
    assert_eq!(app.documents.article(), Some(ArticleId(1)));
}

#[test]
fn enter_goes_to_the_sentence_and_one_key_comes_back() {
    let mut app = app();
    press(&mut app, "j enter");
    assert_eq!(app.focus, Pane::Reader);
    assert!(lit(&app).contains("Zarif"));
    press(&mut app, "ctrl-o");
    assert_eq!(app.focus, Pane::Timeline);
    assert!(lit(&app).contains("Zarif"), "the selection is the one left");
    press(&mut app, "alt-o");
    assert_eq!(app.focus, Pane::Reader);
}

#[test]
fn i_explains_the_entry_or_the_sentence_and_goes_back_to_what_was_open() {
    let mut app = app();
    press(&mut app, "j i");
    let Some(Overlay::Explanation(open)) = &app.overlay else {
        panic!("{:?}", app.overlay);
    };
    assert_eq!(open.step().title, "Sun 8 Aug 2021");
    press(&mut app, "enter");
    assert_eq!((app.focus, app.overlay.is_none()), (Pane::Reader, true));
    assert!(lit(&app).contains("Zarif"));
    press(&mut app, "i");
    assert!(matches!(app.overlay, Some(Overlay::Explanation(_))));
    press(&mut app, "i ctrl-o 4 g g c tab i");
    assert!(matches!(app.overlay, Some(Overlay::Explanation(_))));
    press(&mut app, "esc");
    assert!(matches!(app.overlay, Some(Overlay::Card(_))));
}

#[test]
fn where_no_date_is_told_there_is_nothing_to_explain() {
    let silent = Sample::new(0).says("", "Nobody had expected it.");
    let mut app = App::new(Settings::default(), SIZE);
    load(&mut app, vec![silent]);
    for pane in ["1", "2", "3", "4"] {
        press(&mut app, &format!("{pane} i"));
        assert!(app.overlay.is_none());
        assert!(app.notices.shown().is_some(), "{pane}");
    }
}

#[test]
fn what_is_opened_counts_as_read_and_r_takes_it_back() {
    let mut app = app();
    assert_eq!(app.documents.read_count(), 0, "following is not reading");
    press(&mut app, "enter");
    assert!(app.documents.is_read(ArticleId(0)));
    press(&mut app, "r");
    assert!(!app.documents.is_read(ArticleId(0)));
}

#[test]
fn choosing_a_person_narrows_timeline_and_documents_and_escape_widens() {
    let mut app = app();
    press(&mut app, "4 g g");
    let person = app.people.person(&app.corpus).expect("someone is selected");
    let theirs = app.corpus.person(person).clone();
    press(&mut app, "enter");
    assert_eq!(app.timeline.timeline().count, theirs.events.len());
    assert_eq!(app.documents.listed(), theirs.articles);
    press(&mut app, "esc");
    assert_eq!(app.narrowing.people, []);
    assert_eq!(app.timeline.timeline().count, app.corpus.events().len());
    assert_eq!(app.documents.listed().len(), 2);
}

#[test]
fn several_people_chosen_show_what_any_of_them_is_in_and_each_once() {
    let mut app = app();
    let [one, other] = [PersonId(0), PersonId(1)];
    app.narrow(&[one, other]);
    let of = |person: PersonId| &app.corpus.person(person).events;
    let mut either: Vec<_> = of(one).iter().chain(of(other)).collect();
    either.sort_unstable();
    either.dedup();
    assert_eq!(app.timeline.timeline().count, either.len());
    assert_eq!(app.chosen_people(), [one, other]);
    assert_eq!(app.chosen_person(), None);
    press(&mut app, "esc");
    assert_eq!(app.narrowing.people, []);
}

#[test]
fn a_person_chosen_stays_chosen_when_more_arrives() {
    let mut app = app();
    press(&mut app, "4 G enter");
    let key = app.narrowing.people.clone();
    let more = Sample::new(2)
        .published("2021-08-20")
        .person("Jean Arnault, Arnault")
        .says(
            "2021-08-18",
            "Jean Arnault travelled. Arnault spoke. Arnault left.",
        );
    load(&mut app, vec![more]);
    assert_eq!(app.narrowing.people, key);
    let person = app.chosen_person().expect("still there");
    assert_eq!(
        app.timeline.timeline().count,
        app.corpus.person(person).events.len()
    );
}

#[test]
fn a_search_steps_through_the_matches_and_around() {
    let mut app = app();
    press(&mut app, "2 / ZARIF enter");
    assert_eq!(
        app.reader.current_search().map(|found| found.matches.len()),
        Some(0)
    );
    press(&mut app, "esc / fell enter");
    let current = |app: &App| app.reader.current_search().map(|found| found.current);
    assert_eq!(current(&app), Some(0));
    press(&mut app, "n");
    assert_eq!(current(&app), Some(0), "the only match is found again");
    press(&mut app, "esc");
    assert_eq!(current(&app), None);
}

#[test]
fn setting_a_date_asks_for_the_article_to_be_read_again() {
    let mut app = app();
    let effects = press(&mut app, "D ctrl-u 2021-13-01 enter");
    assert!(effects.is_empty(), "there is no thirteenth month");
    assert!(matches!(app.overlay, Some(Overlay::Prompt(_))));
    let effects = press(&mut app, "ctrl-u 2021-08-20 enter");
    let published = NaiveDate::from_ymd_opt(2021, 8, 20);
    let article = ArticleId(0);
    assert!(effects.contains(&Effect::Reanalyse { article, published }));
    let effects = press(&mut app, "u");
    let published = None;
    assert!(effects.contains(&Effect::Reanalyse { article, published }));
    assert!(app.overlay.is_none());
}

#[test]
fn an_article_read_again_replaces_the_one_before() {
    let mut app = app();
    let again = Sample::new(0)
        .published("2021-08-20")
        .says("2021-08-13", "The city of Zaranj fell without a fight.");
    load(&mut app, vec![again]);
    assert_eq!(app.corpus.article_count(), 2);
    assert_eq!(app.timeline.timeline().count, 2);
}

#[test]
fn control_z_asks_for_the_shell_even_over_a_card() {
    let mut app = app();
    assert_eq!(press(&mut app, "ctrl-z"), [Effect::Suspend]);
    press(&mut app, "4 c");
    assert!(app.overlay.is_some());
    assert_eq!(press(&mut app, "ctrl-z"), [Effect::Suspend]);
}

#[test]
fn a_command_is_named_in_full_or_by_its_beginning() {
    let mut app = app();
    press(&mut app, ": skipp enter");
    assert!(matches!(app.overlay, Some(Overlay::Listing(_))));
    press(&mut app, "esc : q u i t");
    assert!(press(&mut app, "enter").contains(&Effect::Quit));
}

#[test]
fn what_was_skipped_is_counted() {
    let mut app = app();
    let (advance, _) = Advance::part(vec![Progress::Skipped(Skipped {
        origin: Origin::Given("letter".to_owned()),
        reason: "not text".to_owned(),
    })]);
    app.update(Message::Loading(advance));
    assert_eq!(app.loading.skipped.len(), 1);
}

fn answer(app: &App, target: Target) -> Message {
    let hit = Hit {
        target,
        text: "someone".to_owned(),
        matched: Vec::new(),
        score: 1,
        passage: None,
    };
    Message::Found(Hits {
        query: String::new(),
        scope: Scope::Everything,
        searched: 100,
        generation: app.corpus.generation(),
        hits: vec![hit],
        matching: 1,
        total: 1,
    })
}

#[test]
fn a_person_found_opens_with_the_card_and_the_way_back_is_kept() {
    let mut app = app();
    press(&mut app, "f");
    app.update(answer(&app, Target::Person(PersonId(1))));
    press(&mut app, "enter");
    assert!(matches!(&app.overlay, Some(Overlay::Card(card)) if card.person() == PersonId(1)));
    assert_eq!(app.focus, Pane::People);
    press(&mut app, "esc ctrl-o");
    assert_eq!(app.focus, Pane::Timeline);
    assert_eq!(app.narrowing.people, []);
}

#[test]
fn an_answer_about_an_earlier_corpus_is_dropped() {
    let mut app = app();
    press(&mut app, "f");
    let late = answer(&app, Target::Person(PersonId(1)));
    load(&mut app, vec![Sample::new(7).says("2020", "It rained.")]);
    app.update(late);
    assert!(matches!(&app.overlay, Some(Overlay::Finder(open)) if open.hits().hits.is_empty()));
}

#[test]
fn every_action_can_be_asked_for_anywhere() {
    for &pane in Pane::ALL {
        for &action in Action::ALL {
            for mut app in [App::new(Settings::default(), SIZE), app()] {
                app.focus_on(pane);
                app.act(action);
                app.act(Action::Back);
                app.act(action);
            }
        }
    }
}

#[test]
fn the_place_read_stays_in_view_when_the_screen_changes() {
    let mut app = app();
    press(&mut app, "j enter");
    for (columns, rows) in [(40, 12), (1, 1), (0, 0), (80, 24), (200, 60)] {
        app.update(Message::Resize { columns, rows });
        assert!(lit(&app).contains("Zarif"));
    }
    let lit = app.reader.lit().expect("lit");
    assert!(
        app.reader
            .in_view()
            .iter()
            .any(|line| lit.contains(line.span))
    );
}

/// Whether the lit sentence begins on a line in view.
fn lit_is_in_view(app: &App) -> bool {
    let lit = app.reader.lit().expect("a sentence is lit");
    let mut lines = app.reader.in_view().iter();
    lines.any(|line| line.span.overlaps(lit))
}

#[test]
fn a_reading_view_that_was_hidden_opens_at_the_lit_sentence() {
    let mut app = App::new(Settings::default(), (40, 6));
    load(&mut app, samples());
    press(&mut app, "j j 2");
    assert!(lit_is_in_view(&app));
}

#[test]
fn who_scrolled_away_from_the_lit_sentence_is_not_taken_back_by_another_size() {
    let long = "It went on. ".repeat(800);
    let sample = Sample::new(0)
        .published("2021-08-14")
        .says("2021-08-06", "The city of Zaranj fell without a fight.")
        .says("", long.trim());
    let mut app = App::new(Settings::default(), SIZE);
    load(&mut app, vec![sample]);
    press(&mut app, "enter G");
    assert!(!lit_is_in_view(&app));
    let (columns, rows) = (80, 24);
    app.update(Message::Resize { columns, rows });
    assert!(!lit_is_in_view(&app));
}
