//! What is done where one reads.

use std::sync::Arc;

use super::{SIZE, app, lit, press};
use crate::analysis::{Lexicon, analyse};
use crate::app::{App, Effect, Extent, Message, Overlay, Pane, Settings};
use crate::casefile::{Change, Key, Passage, Value};
use crate::corpus::{ArticleId, Corpus};
use crate::document::Document;

const TEXT: &str = "The town falls\n\n\
    On August 6, 2021 the town fell without a fight. The mayor fled in the night.\n\n\
    “It is all over,” said Saeed Khatibzadeh on August 9. Nobody answered him.\n\n\
    The story of 1871 is told at https://example.org/story and at https://example.org/more.";

/// An app that reads some texts, the first of them in focus from its top.
fn reading(texts: &[&str]) -> App {
    let mut app = App::new(Settings::default(), SIZE);
    app.update(gathered(texts));
    press(&mut app, "1 g g enter g g");
    assert_eq!(app.focus, Pane::Reader);
    app
}

fn gathered(texts: &[&str]) -> Message {
    let arrivals = (0..).map(ArticleId).zip(texts).map(|(id, text)| {
        let published = "2021-09-01".parse().ok();
        let document = Document::given(&format!("text-{}", id.0), text, published);
        let analysis = analyse(&document, Lexicon::english());
        (id, document, analysis)
    });
    let mut corpus = Corpus::default();
    corpus.absorb(arrivals.collect());
    corpus.settle();
    Message::Gathered(Arc::new(corpus.hand_over()))
}

fn text(app: &App) -> &str {
    &app.reader
        .shown(&app.corpus)
        .expect("an article")
        .document
        .text
}

/// The words of what was jumped to.
fn spot(app: &App) -> &str {
    app.reader.spot().expect("a spot").span.of(text(app))
}

fn said(app: &App) -> &str {
    app.notices.shown().map_or("", |notice| &notice.text)
}

fn notes(app: &App) -> Vec<(&str, &str)> {
    let document = app.key_of(ArticleId(0)).expect("a key");
    let notes = app.case.notes(document);
    notes
        .map(|(passage, value)| match value {
            Value::Note { text: note, .. } => (passage.span().of(text(app)), note.as_str()),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn highlights(app: &App) -> Vec<&str> {
    let document = app.key_of(ArticleId(0)).expect("a key");
    let all = app.case.highlights(document);
    all.map(|passage| passage.span().of(text(app))).collect()
}

fn stored(effects: &[Effect]) -> Vec<&Change> {
    let stored = effects.iter().filter_map(|effect| match effect {
        Effect::Store(change) => Some(change),
        _ => None,
    });
    stored.collect()
}

#[test]
fn enter_on_a_date_shows_its_event_and_one_key_comes_back() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "] d");
    assert_eq!(spot(&app), "August 6, 2021");
    press(&mut app, "enter");
    assert_eq!(app.focus, Pane::Timeline);
    assert!(lit(&app).contains("fell without a fight"));
    press(&mut app, "ctrl-o");
    assert_eq!(app.focus, Pane::Reader);
    assert_eq!(spot(&app), "August 6, 2021");
}

#[test]
fn a_date_without_an_event_says_so_and_leads_to_the_nearest() {
    let mut app = reading(&["The house of 1871 is red. The town fell on August 6, 2021."]);
    press(&mut app, "] d");
    assert_eq!(spot(&app), "1871");
    let made_one = app.corpus.article(ArticleId(0)).is_some_and(|article| {
        let reports = &article.analysis.reports;
        reports.iter().any(|report| report.timex == Some(0))
    });
    press(&mut app, "enter");
    assert_eq!(app.focus, Pane::Timeline);
    if !made_one {
        assert!(said(&app).contains("nearest"), "{}", said(&app));
    }
}

#[test]
fn enter_on_a_name_opens_the_card_and_on_a_link_the_browser() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "] p");
    assert_eq!(spot(&app), "Saeed Khatibzadeh");
    press(&mut app, "enter");
    assert!(matches!(app.overlay, Some(Overlay::Card(_))));
    press(&mut app, "esc ] l");
    let opened = press(&mut app, "enter");
    let url = "https://example.org/story".to_owned();
    assert_eq!(opened, [Effect::OpenUrl(url)]);
    press(&mut app, "] l ] l");
    assert!(said(&app).contains("no link after"), "{}", said(&app));
}

#[test]
fn enter_without_a_spot_shows_the_event_of_the_lit_sentence() {
    let mut app = app();
    press(&mut app, "j enter");
    assert_eq!(app.focus, Pane::Reader);
    press(&mut app, "enter");
    assert_eq!(app.focus, Pane::Timeline);
    assert!(lit(&app).contains("Zarif"));
}

#[test]
fn a_number_opens_a_link_of_the_list() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "L");
    assert!(matches!(app.overlay, Some(Overlay::Links(_))));
    let opened = press(&mut app, "2");
    let url = "https://example.org/more".to_owned();
    assert_eq!(opened, [Effect::OpenUrl(url)]);
    assert!(app.overlay.is_none());
    assert_eq!(press(&mut app, "L j k esc"), []);
    assert!(app.overlay.is_none());
}

#[test]
fn a_highlight_is_set_joined_taken_away_and_undone() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "] d H");
    let first = "On August 6, 2021 the town fell without a fight.";
    assert_eq!(highlights(&app), [first]);
    press(&mut app, "v j H");
    let both = format!("{first} The mayor fled in the night.");
    assert_eq!(
        highlights(&app),
        [both.as_str()],
        "what it touches is joined"
    );
    assert!(app.reader.selection().is_none());
    press(&mut app, "H");
    assert!(highlights(&app).is_empty());
    press(&mut app, "u u");
    assert_eq!(highlights(&app), [first]);
    assert_eq!(app.reader.annotations().len(), 1, "the view follows undo");
}

#[test]
fn a_note_of_several_lines_is_kept_edited_and_taken_away() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "v a Check enter this. ctrl-s");
    assert_eq!(notes(&app), [("The town falls", "Check\nthis.")]);
    press(&mut app, "g g ] n");
    assert_eq!(spot(&app), "The town falls");
    press(&mut app, "enter ! ctrl-s");
    assert_eq!(notes(&app), [("The town falls", "Check\nthis.!")]);
    press(&mut app, "a ctrl-u backspace ctrl-u ctrl-s");
    assert!(notes(&app).is_empty());
    press(&mut app, "u");
    assert_eq!(notes(&app).len(), 1);
}

#[test]
fn a_note_that_is_not_saved_is_not_lost_by_one_key() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "] d a word esc");
    assert!(matches!(app.overlay, Some(Overlay::Note(_))));
    press(&mut app, "esc");
    assert!(app.overlay.is_none());
    assert!(notes(&app).is_empty());
}

#[test]
fn a_copy_is_a_quotation_with_its_source_and_date() {
    let mut app = reading(&[TEXT]);
    let copied = press(&mut app, "] q y");
    let expected = "“It is all over,” — The town falls, 2021-09-01";
    assert_eq!(copied, [Effect::Copy(expected.to_owned())]);
    let copied = press(&mut app, "] d v j y");
    let [Effect::Copy(copied)] = &copied[..] else {
        panic!("{copied:?}");
    };
    assert!(
        copied.contains("on August 9. Nobody answered him.” — "),
        "{copied}"
    );
}

#[test]
fn a_command_gets_the_selection_or_the_article_and_its_end_is_told() {
    let mut app = reading(&[TEXT]);
    let asked = press(&mut app, "| wc enter");
    let piped = |asked: &[Effect]| match asked
        .iter()
        .find(|effect| matches!(effect, Effect::Pipe { .. }))
    {
        Some(Effect::Pipe { command, text }) => (command.clone(), text.clone()),
        _ => panic!("{asked:?}"),
    };
    assert_eq!(
        piped(&asked),
        ("wc".to_owned(), format!("{}\n", text(&app)))
    );
    app.update(Message::Piped {
        printed: "12\u{1b}[2J\n".to_owned(),
        state: crate::app::output::State::Ended(String::new()),
    });
    let Some(Overlay::Output(open)) = &app.overlay else {
        panic!("{:?}", app.overlay);
    };
    assert_eq!(open.text(), "12\n");
    let closing = press(&mut app, "esc");
    assert_eq!(closing, [Effect::StopPipe]);
    let asked = press(&mut app, "] d v | wc enter");
    assert!(
        piped(&asked)
            .1
            .starts_with("On August 6, 2021 the town fell")
    );
}

#[test]
fn a_missed_name_is_proposed_from_what_is_selected() {
    let mut app = reading(&["The fort of Sar Zan Gul was taken. It rained."]);
    press(&mut app, "v P");
    let Some(Overlay::Prompt(prompt)) = &app.overlay else {
        panic!("{:?}", app.overlay);
    };
    assert!(
        ["Sar Zan Gul", ""].contains(&prompt.input().value()),
        "{}",
        prompt.input().value()
    );
    press(&mut app, "esc esc w P");
    let Some(Overlay::Prompt(prompt)) = &app.overlay else {
        panic!("{:?}", app.overlay);
    };
    assert_eq!(prompt.input().value(), "The");
}

#[test]
fn what_has_no_file_is_not_edited() {
    let mut app = reading(&[TEXT]);
    assert_eq!(press(&mut app, "e"), []);
    assert!(said(&app).contains("not read from a file"));
}

#[test]
fn marks_lead_back_from_anywhere_and_outlive_the_run() {
    let other = "Another day, another town.";
    let mut app = reading(&[TEXT, other]);
    let stored_mark = press(&mut app, "] q m x");
    let change = stored(&stored_mark)[0].clone();
    assert!(matches!(change.facts[0].0, Key::Mark('x')));
    press(&mut app, "1 G enter ` x");
    assert_eq!(app.reader.article(), Some(ArticleId(0)));
    assert_eq!(lit(&app), "“It is all over,”");
    press(&mut app, "` y");
    assert!(said(&app).contains("no mark y"));
    press(&mut app, "` `");
    assert_eq!(
        app.reader.article(),
        Some(ArticleId(1)),
        "the place before the jump"
    );

    let mut again = reading(&[TEXT, other]);
    again.update(Message::Changed(change));
    press(&mut again, "1 G ` x");
    assert_eq!(lit(&again), "“It is all over,”");
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let long = (0..300)
        .map(|number| format!("Sentence number {number} tells of the town."))
        .collect::<Vec<_>>()
        .join("\n\n");
    let mut app = reading(&[&long, "A short one."]);
    press(&mut app, "ctrl-f ctrl-f");
    let stopped = app.reader.first_byte();
    let effects = press(&mut app, "1 j");
    let kept = stored(&effects);
    let document = app.key_of(ArticleId(0)).expect("a key");
    let place = (Key::Place(document), Some(Value::Number(stopped)));
    assert!(kept.iter().any(|change| change.facts.contains(&place)));
    press(&mut app, "k enter");
    assert_eq!(app.reader.first_byte(), stopped);
    assert_eq!(press(&mut app, "j j j"), [], "scrolling stores nothing");
    let quitting = press(&mut app, "Q");
    assert_eq!(stored(&quitting).len(), 1, "quitting keeps the place");
}

#[test]
fn the_measure_is_kept_and_comes_back_with_the_case_file() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "2 z esc z");
    let kept = press(&mut app, "- - -");
    assert_eq!(app.reader.measure().0, 60);
    assert_eq!(stored(&kept).len(), 3);
    let mut again = reading(&[TEXT]);
    again.update(Message::Case(app.case.clone()));
    assert_eq!(again.reader.chosen_measure(), 60);
    press(&mut app, "0");
    assert_eq!(app.reader.measure().0, 72);
    assert!(!app.case.has(&Key::Setting("measure".to_owned())));
}

#[test]
fn escape_leaves_the_narrowest_first() {
    let mut app = reading(&[TEXT]);
    press(&mut app, "z / town enter ] d v");
    assert!(app.reader.selection().is_some());
    press(&mut app, "esc");
    assert!(app.reader.selection().is_none() && app.reader.spot().is_some());
    press(&mut app, "esc");
    assert!(app.reader.spot().is_none() && app.reader.current_search().is_some());
    press(&mut app, "esc");
    assert!(app.reader.current_search().is_none());
    assert_eq!(app.extent, Extent::Zen);
    press(&mut app, "esc");
    assert_eq!(app.extent, Extent::Shared);
}

#[test]
fn a_search_given_up_returns_to_where_it_began() {
    let long = (0..300)
        .map(|number| format!("Sentence number {number} tells of the town."))
        .collect::<Vec<_>>()
        .join("\n\n");
    let mut app = reading(&[&long]);
    press(&mut app, "/ number space 250");
    assert!(app.reader.first_byte() > 1_000);
    press(&mut app, "esc");
    assert_eq!(app.reader.first_byte(), 0);
    press(&mut app, "/ 250 enter ctrl-o");
    assert_eq!(app.reader.first_byte(), 0, "the way back is kept");
}

#[test]
fn notes_of_a_text_that_has_changed_do_no_harm() {
    let mut app = reading(&["Zürich stays."]);
    let document = app.key_of(ArticleId(0)).expect("a key");
    let passage = |start, end| Passage {
        document,
        start,
        end,
    };
    let note = Value::Note {
        text: "old".to_owned(),
        words: "words".to_owned(),
        written: "2021-09-01".parse().expect("a date"),
    };
    let change = Change::new("old")
        .set(Key::Note(passage(2, 900)), note)
        .set(Key::Highlight(passage(5_000, 6_000)), Value::Yes)
        .set(Key::Mark('q'), Value::Place(passage(2, 5)));
    app.update(Message::Changed(change));
    press(&mut app, "] n H a esc ` q v H y");
}
