use super::rows::Row;
use super::{Documents, Only};
use crate::app::Action;
use crate::casefile::{CaseFile, Change, Key, Value};
use crate::corpus::sample::{Sample, corpus};
use crate::corpus::{ArticleId, Corpus};

/// Twenty articles, one a month from January 2020 on; odd ones are undated.
fn pile() -> Corpus {
    corpus((0..20).map(|number| {
        let sample = Sample::new(number).says("", &format!("It rained {number} times."));
        let month = number % 12 + 1;
        let year = 2020 + number / 12;
        match number % 2 {
            0 => sample.published(&format!("{year}-{month:02}-05")),
            _ => sample,
        }
    }))
}

fn pane(corpus: &Corpus, case: &CaseFile) -> Documents {
    let mut pane = Documents::default();
    pane.resize(40, 10);
    pane.refresh(corpus, case, &[]);
    pane
}

fn read(corpus: &Corpus, article: u32) -> Change {
    let article = corpus.article(ArticleId(article)).expect("there");
    Change::new("read").set(Key::Read(article.content), Value::Yes)
}

#[test]
fn what_one_has_just_read_stays_listed_until_one_asks_anew() {
    let corpus = pile();
    let mut case = CaseFile::default();
    let mut pane = pane(&corpus, &case);
    assert_eq!(pane.toggle_unread(&corpus), Only::Unread);
    let change = read(&corpus, 0);
    case.apply(&change);
    pane.take_change(&change, &corpus, &case);
    assert_eq!((pane.listed().len(), pane.unread_count()), (20, 19));
    pane.filter("", &corpus);
    assert_eq!(pane.listed().len(), 19);
    assert!(pane.clear(&corpus) && !pane.clear(&corpus));
    assert_eq!(pane.listed().len(), 20);
}

#[test]
fn the_selection_stays_on_its_document_when_the_list_is_sorted_and_grouped() {
    let corpus = pile();
    let mut pane = pane(&corpus, &CaseFile::default());
    pane.select(ArticleId(6));
    for _ in 0..3 {
        pane.regroup(&corpus);
        for _ in 0..4 {
            pane.sort(&corpus);
            pane.turn(&corpus);
            assert_eq!(pane.article(), Some(ArticleId(6)));
            assert_eq!(pane.listed().len(), 20);
        }
    }
    assert_eq!(pane.listed()[0], ArticleId(19), "by number, turned");
}

#[test]
fn moving_passes_headings_in_both_directions() {
    let corpus = pile();
    let mut pane = pane(&corpus, &CaseFile::default());
    pane.regroup(&corpus);
    assert!(matches!(pane.rows()[0], Row::Heading(0)));
    pane.apply(Action::First);
    let mut seen = vec![pane.article().expect("a document")];
    for _ in 0..19 {
        pane.apply(Action::Next);
        seen.push(pane.article().expect("a document"));
    }
    assert_eq!(seen, pane.listed());
    for article in seen.iter().rev().skip(1) {
        pane.apply(Action::Previous);
        assert_eq!(pane.article(), Some(*article));
    }
    pane.apply(Action::Previous);
    assert_eq!(pane.article(), Some(seen[0]), "the end holds");
}

#[test]
fn the_next_unread_is_sought_behind_and_then_from_the_beginning() {
    let corpus = pile();
    let mut case = CaseFile::default();
    for number in 5..20 {
        case.apply(&read(&corpus, number));
    }
    let pane = pane(&corpus, &case);
    let next = |after: u32| pane.next_unread(Some(ArticleId(after)));
    assert_eq!(next(0), Some(ArticleId(1)));
    assert_eq!(next(4), Some(ArticleId(0)));
    assert_eq!(next(12), Some(ArticleId(0)));
}

#[test]
fn a_saved_search_stands_on_top_and_its_count_follows_marks() {
    let corpus = pile();
    let mut case = CaseFile::default();
    let text = Value::Text("documents: is:unread\n".to_owned());
    case.apply(&Change::new("").set(Key::Search("to read".to_owned()), text));
    let mut pane = pane(&corpus, &case);
    assert_eq!(pane.rows()[0], Row::Search(0));
    assert_eq!(pane.article(), Some(ArticleId(0)), "a document is selected");
    assert_eq!(pane.searches()[0].count, 20);
    let change = read(&corpus, 3);
    let undo = case.apply(&change);
    pane.take_change(&change, &corpus, &case);
    assert_eq!(pane.searches()[0].count, 19);
    case.apply(&undo);
    pane.take_change(&undo, &corpus, &case);
    assert_eq!(pane.searches()[0].count, 20);
    pane.apply(Action::First);
    assert_eq!(
        pane.search().map(|search| search.name.as_str()),
        Some("to read")
    );
    let gone = Change::new("").unset(Key::Search("to read".to_owned()));
    case.apply(&gone);
    pane.take_change(&gone, &corpus, &case);
    assert!(pane.searches().is_empty());
    assert_eq!(pane.article(), Some(ArticleId(0)));
}

#[test]
fn several_are_selected_in_the_order_of_the_list() {
    let corpus = pile();
    let mut pane = pane(&corpus, &CaseFile::default());
    pane.apply(Action::Last);
    pane.pick();
    pane.apply(Action::First);
    pane.pick();
    assert_eq!(pane.article(), Some(ArticleId(1)), "selecting goes on");
    assert_eq!(pane.picked(), [0, 19].map(ArticleId));
    pane.apply(Action::Previous);
    pane.pick();
    assert_eq!(pane.picked(), [ArticleId(19)]);
    assert!(pane.unpick() && !pane.unpick());
}

#[test]
fn a_click_selects_what_is_drawn_there() {
    let corpus = pile();
    let mut pane = pane(&corpus, &CaseFile::default());
    pane.regroup(&corpus);
    pane.apply(Action::First);
    let first = pane.article();
    pane.click(0);
    assert_eq!(pane.article(), first, "a heading is passed over");
    pane.click(4);
    assert_eq!(pane.article(), Some(pane.listed()[1]));
    pane.click(200);
    assert_eq!(pane.article(), Some(pane.listed()[1]));
}
