//! The reading view over texts of its own.

use std::time::Instant;

use super::{Reader, SpotKind, Unit, Way};
use crate::analysis::text::Text;
use crate::analysis::{Analysis, Lexicon, analyse};
use crate::app::{Action, Place};
use crate::corpus::{ArticleId, Corpus};
use crate::document::{Document, Span};

const ID: ArticleId = ArticleId(0);

fn corpus_of(document: Document, analysis: Analysis) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.absorb(vec![(ID, document, analysis)]);
    corpus.settle();
    corpus
}

/// A view of so many columns and rows over a text, at its top.
fn view(text: &str, columns: u16, rows: u16) -> (Reader, Corpus) {
    let document = Document::given("test", text, "2021-09-01".parse().ok());
    let analysis = analyse(&document, Lexicon::english());
    let corpus = corpus_of(document, analysis);
    let mut reader = Reader::new(72);
    reader.resize(&corpus, columns, rows);
    reader.go(top(), &corpus);
    (reader, corpus)
}

fn top() -> Place {
    Place {
        article: ID,
        span: Span::default(),
    }
}

fn shown<'a>(reader: &Reader, corpus: &'a Corpus, span: Span) -> &'a str {
    let article = reader.shown(corpus).expect("an article");
    span.of(&article.document.text)
}

fn selected<'a>(reader: &Reader, corpus: &'a Corpus) -> &'a str {
    let selection = reader.selection().expect("a selection");
    shown(reader, corpus, selection.span())
}

fn numbered(count: usize) -> String {
    let sentences: Vec<String> = (0..count)
        .map(|number| format!("Sentence number {number} tells of the town."))
        .collect();
    sentences.join("\n\n")
}

#[test]
fn what_is_gone_to_stands_in_view_with_lines_around_it() {
    let text = numbered(200);
    for rows in [3, 5, 10, 24, 40] {
        let (mut reader, corpus) = view(&text, 60, rows);
        for number in [0, 3, 50, 51, 120, 199, 60] {
            let words = format!("Sentence number {number} tells of the town.");
            let at = text.find(&words).unwrap();
            let span = Span::new(at, at + words.len());
            reader.go(Place { article: ID, span }, &corpus);
            let lines = reader.in_view();
            let line = lines
                .iter()
                .position(|line| line.span.contains(span))
                .unwrap_or_else(|| panic!("{number} is not among {rows} rows"));
            let margin = usize::from(rows / 5).min(4);
            let has_before = line >= margin || lines[0].span.start == 0;
            let has_after = line + margin < lines.len() || number == 199;
            assert!(has_before && has_after, "{number} at {line} of {rows}");
        }
    }
}

#[test]
fn the_first_line_in_view_stays_when_the_measure_changes() {
    let (mut reader, corpus) = view(&numbered(100), 120, 20);
    let at = Span::new(2_000, 2_000);
    reader.go(
        Place {
            article: ID,
            span: at,
        },
        &corpus,
    );
    let before = reader.first_byte();
    assert!(reader.set_measure(30, &corpus));
    assert_eq!(reader.first_byte(), before);
    assert!(!reader.set_measure(1, &corpus) || reader.measure().0 == 20);
    reader.set_measure(500, &corpus);
    assert_eq!(
        reader.measure().0,
        120 - super::GUTTER - 1,
        "no wider than the pane"
    );
}

#[test]
fn text_stands_in_the_middle_of_a_wide_pane() {
    let (reader, _) = view("One.", 200, 20);
    let (width, left) = reader.measure();
    let right = 200 - left - width;
    assert!(
        left.abs_diff(right) <= super::GUTTER,
        "{left} {width} {right}"
    );
}

#[test]
fn jumps_go_from_spot_to_spot_and_say_where_they_end() {
    let text = "On August 6 the town fell. On August 8 the envoys met.\n\n\
                “It is over,” said Saeed Khatibzadeh on August 9. See https://example.org/a for more.";
    let (mut reader, corpus) = view(text, 60, 20);
    let mut words = |kind, way| {
        let spot = reader.jump(kind, way, &corpus)?;
        Some(shown(&reader, &corpus, spot.span).to_owned())
    };
    let dates: Vec<String> = std::iter::from_fn(|| words(SpotKind::Date, Way::On)).collect();
    assert_eq!(dates, ["August 6", "August 8", "August 9"]);
    assert_eq!(
        words(SpotKind::Date, Way::Back).as_deref(),
        Some("August 8")
    );
    assert_eq!(
        words(SpotKind::Quote, Way::On).as_deref(),
        Some("“It is over,”")
    );
    assert_eq!(
        words(SpotKind::Link, Way::On).as_deref(),
        Some("https://example.org/a")
    );
    assert_eq!(words(SpotKind::Link, Way::On), None);
    assert_eq!(
        words(SpotKind::Date, Way::Back).as_deref(),
        Some("August 9")
    );
}

#[test]
fn a_selection_grows_by_sentences_and_shrinks_from_its_other_end() {
    let text = "One comes first. Two follows it.\n\nThree stands apart. Four ends it.";
    let (mut reader, corpus) = view(text, 60, 20);
    reader.select(Unit::Sentence, &corpus);
    assert_eq!(selected(&reader, &corpus), "One comes first.");
    reader.apply(Action::Next, &corpus);
    reader.apply(Action::Next, &corpus);
    assert!(selected(&reader, &corpus).ends_with("Three stands apart."));
    reader.swap_ends();
    reader.apply(Action::Next, &corpus);
    assert_eq!(
        selected(&reader, &corpus),
        "Two follows it.\n\nThree stands apart."
    );
    reader.apply(Action::Last, &corpus);
    assert_eq!(
        selected(&reader, &corpus),
        "Three stands apart. Four ends it."
    );
    assert!(
        !reader.select(Unit::Sentence, &corpus),
        "a second v ends it"
    );
    assert!(reader.selection().is_none());
}

#[test]
fn a_selection_by_lines_takes_whole_lines_and_by_words_whole_words() {
    let text = "The war, as O'Neill said, went on for ten long years in all of the land.";
    let (mut reader, corpus) = view(text, 30, 20);
    reader.select(Unit::Line, &corpus);
    reader.apply(Action::Next, &corpus);
    let lines = selected(&reader, &corpus);
    assert!(text.starts_with(lines) && !lines.ends_with(' '), "{lines}");
    reader.end_selection();
    reader.select(Unit::Word, &corpus);
    for _ in 0..5 {
        reader.apply(Action::Next, &corpus);
    }
    reader.swap_ends();
    for _ in 0..4 {
        reader.apply(Action::Next, &corpus);
    }
    let words = selected(&reader, &corpus);
    assert_eq!(words, "O'Neill said");
}

#[test]
fn places_of_another_text_light_nothing_and_cut_no_letter() {
    let (mut reader, corpus) = view("Zürich stays beautiful.", 60, 20);
    for (start, end) in [(2, 9), (900, 950), (9, 3), (0, 4_000_000_000)] {
        let span = Span { start, end };
        reader.go(Place { article: ID, span }, &corpus);
        if let Some(lit) = reader.lit() {
            shown(&reader, &corpus, lit);
        }
    }
}

#[test]
fn where_reading_stopped_is_told_once_and_only_of_what_was_read() {
    let (mut reader, corpus) = view(&numbered(100), 60, 10);
    reader.leave();
    assert_eq!(reader.take_left(), []);
    reader.read_on();
    reader.apply(Action::PageDown, &corpus);
    let byte = reader.first_byte();
    reader.leave();
    let left = reader.take_left();
    assert_eq!((left.len(), left[0].byte), (1, byte));
    assert_eq!(reader.take_left(), []);
}

#[test]
fn ten_megabytes_scroll_in_less_than_a_millisecond_a_key() {
    let sentence = "The envoy of the town spoke of a long and quiet summer by the river. ";
    let paragraph = sentence.repeat(12) + "\n\n";
    let text = paragraph.repeat(10_000_000 / paragraph.len());
    let document = Document::given("long", &text, None);
    let analysis = Analysis {
        sentences: Text::read(&document).sentences,
        ..Analysis::default()
    };
    let corpus = corpus_of(document, analysis);
    let mut reader = Reader::new(72);
    reader.resize(&corpus, 80, 40);
    reader.go(top(), &corpus);
    reader.apply(Action::Last, &corpus);
    let keys = 2_000;
    let begun = Instant::now();
    for key in 0..keys {
        let action = if key % 3 == 0 {
            Action::PageUp
        } else {
            Action::Previous
        };
        reader.apply(action, &corpus);
        reader.place();
        reader.standing();
    }
    reader.select(Unit::Sentence, &corpus);
    for _ in 0..100 {
        reader.apply(Action::Next, &corpus);
    }
    let each = begun.elapsed() / (keys + 100);
    assert!(each.as_micros() < 1_000, "{each:?} a key");
}
