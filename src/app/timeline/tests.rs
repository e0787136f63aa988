//! What the timeline pane promises about its selection.

use super::{Row, Shape, TimelinePane};
use crate::app::Action;
use crate::app::fixture::{article, corpus, daily, summer};
use crate::corpus::timeline::Zoom;
use crate::corpus::{Corpus, EventId, PersonId};

fn pane(corpus: &Corpus, height: u16) -> TimelinePane {
    let mut pane = TimelinePane::default();
    pane.resize(corpus, 80, height);
    pane.refresh(corpus, Vec::new());
    pane
}

fn act(pane: &mut TimelinePane, corpus: &Corpus, actions: &[Action]) {
    for action in actions {
        pane.apply(*action, corpus);
    }
}

/// The sentence selected.
fn sentence(pane: &TimelinePane, corpus: &Corpus) -> String {
    let place = pane.place(corpus).expect("something is selected");
    let article = corpus.article(place.article).expect("it has an article");
    place.span.of(&article.document.text).to_owned()
}

fn person(corpus: &Corpus, name: &str) -> PersonId {
    let place = corpus
        .people()
        .iter()
        .position(|person| person.name == name);
    PersonId(place.expect("named in the fixture") as u32)
}

#[test]
fn the_selection_moves_over_entries_and_never_rests_on_a_heading() {
    let corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    pane.resize(&corpus, 40, 12);
    let mut seen = Vec::new();
    for _ in 0..12 {
        assert!(!matches!(
            pane.rows()[pane.cursor().selected],
            Row::Heading { .. }
        ));
        seen.push(sentence(&pane, &corpus));
        act(&mut pane, &corpus, &[Action::Next]);
    }
    assert_eq!(seen[0], "The fighting grew in May.");
    assert_eq!(seen[11], "Javad Zarif taught again in January 2022.");
    act(&mut pane, &corpus, &[Action::First]);
    assert_eq!(sentence(&pane, &corpus), seen[0]);
    assert_eq!(
        pane.cursor().top,
        0,
        "the heading above the first entry is in view"
    );
}

#[test]
fn a_new_year_is_announced_by_a_heading_where_rows_are_narrow() {
    let corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    pane.resize(&corpus, 40, 12);
    let headings = pane
        .rows()
        .iter()
        .filter(|row| matches!(row, Row::Heading { .. }));
    assert_eq!(headings.count(), 2);
}

#[test]
fn zooming_keeps_the_selected_event() {
    let corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    pane.select_event(EventId(3), &corpus);
    let before = sentence(&pane, &corpus);
    let zooms = [
        (Action::ZoomOut, Zoom::Week),
        (Action::ZoomOut, Zoom::Month),
        (Action::ZoomOut, Zoom::Year),
        (Action::ZoomOut, Zoom::Decade),
        (Action::ZoomOut, Zoom::Decade),
        (Action::ZoomIn, Zoom::Year),
        (Action::ZoomFit, Zoom::Day),
        (Action::ZoomIn, Zoom::Hour),
        (Action::ZoomIn, Zoom::Hour),
    ];
    for (action, zoom) in zooms {
        act(&mut pane, &corpus, &[action]);
        assert_eq!(pane.timeline().zoom, zoom);
        assert_eq!(sentence(&pane, &corpus), before, "{zoom:?}");
        let cursor = pane.cursor();
        assert!(
            cursor.selected >= cursor.top && cursor.selected < cursor.top + 10,
            "{zoom:?}"
        );
    }
}

#[test]
fn bars_begin_at_the_longest() {
    let corpus = corpus(daily(1_000));
    let pane = pane(&corpus, 12);
    let longest = pane
        .timeline()
        .groups
        .iter()
        .map(|group| group.count())
        .max();
    let Row::Bar { group, .. } = pane.rows()[pane.cursor().selected] else {
        panic!("a thousand days do not fit");
    };
    assert_eq!(
        Some(pane.timeline().groups[group as usize].count()),
        longest
    );
}

#[test]
fn what_does_not_fit_becomes_bars_and_enter_opens_one() {
    let corpus = corpus(daily(1_000));
    let mut pane = pane(&corpus, 12);
    assert!(
        pane.timeline().zoom < Zoom::Day,
        "a thousand days do not fit"
    );
    assert_eq!(pane.shape(), Shape::Bars);
    act(&mut pane, &corpus, &[Action::Last]);
    let last = sentence(&pane, &corpus);
    while pane.shape() == Shape::Bars {
        assert!(pane.open_bar(&corpus));
        assert_eq!(sentence(&pane, &corpus), last);
    }
    assert_eq!(pane.timeline().zoom, Zoom::Day);
    assert!(!pane.open_bar(&corpus), "an entry is no bar");
}

#[test]
fn the_selection_stays_on_its_event_when_earlier_ones_arrive() {
    let mut corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    act(&mut pane, &corpus, &[Action::Next, Action::Next]);
    let before = sentence(&pane, &corpus);
    corpus.absorb(vec![article(
        2,
        &[("2020-02-29", "The Doha agreement was signed.", &[])],
    )]);
    corpus.settle();
    pane.refresh(&corpus, Vec::new());
    assert_eq!(sentence(&pane, &corpus), before);
}

#[test]
fn before_anyone_moves_a_growing_timeline_shows_its_beginning() {
    let mut corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    corpus.absorb(vec![article(
        2,
        &[("2020-02-29", "The Doha agreement was signed.", &[])],
    )]);
    corpus.settle();
    pane.refresh(&corpus, Vec::new());
    assert_eq!(sentence(&pane, &corpus), "The Doha agreement was signed.");
}

#[test]
fn narrowing_keeps_the_event_if_it_can_and_drops_the_zoom_chosen() {
    let corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    let people = vec![person(&corpus, "Saeed Khatibzadeh")];
    act(&mut pane, &corpus, &[Action::Last, Action::ZoomOut]);
    pane.narrow(&corpus, people);
    assert_eq!(pane.timeline().zoom, Zoom::Day);
    assert_eq!((pane.timeline().count, pane.rows().len()), (2, 2));
    let kept = sentence(&pane, &corpus);
    assert_eq!(kept, "Saeed Khatibzadeh issued a statement on Friday.");
    pane.narrow(&corpus, Vec::new());
    assert_eq!(sentence(&pane, &corpus), kept);
}

#[test]
fn unfolding_shows_each_report_as_a_place_of_its_own() {
    let corpus = corpus(summer());
    let mut pane = pane(&corpus, 12);
    let twice = corpus
        .events()
        .iter()
        .position(|event| event.reports.len() == 2);
    pane.select_event(EventId(twice.expect("told twice") as u32), &corpus);
    let folded = pane.rows().len();
    let first = sentence(&pane, &corpus);
    act(&mut pane, &corpus, &[Action::Unfold, Action::Next]);
    assert_eq!(pane.rows().len(), folded + 2);
    act(&mut pane, &corpus, &[Action::Next]);
    assert_ne!(sentence(&pane, &corpus), first);
    act(&mut pane, &corpus, &[Action::Unfold]);
    assert_eq!(pane.rows().len(), folded);
    assert_eq!(sentence(&pane, &corpus), first);
}

#[test]
fn nothing_to_show_is_no_fault() {
    let corpus = Corpus::default();
    let mut pane = pane(&corpus, 0);
    for action in Action::ALL {
        pane.apply(*action, &corpus);
    }
    assert_eq!(pane.place(&corpus), None);
    assert_eq!(pane.selected_event(), None);
}
