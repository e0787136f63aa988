//! Names in sentences of our own that hold the traps of news (`tests/gold/people`).

use newsreader::analysis::Lexicon;
use newsreader::analysis::people::model::train::{Entity, Example, Marked, Recipe, train};
use newsreader::analysis::people::{self, Knowledge, Lists, Model};
use newsreader::analysis::text::Text;
use newsreader::document::{Document, Span};

use super::marks::{self, Mark, MarkedText};
use super::score::{self, Score};

const LEARN: &str = include_str!("people/traps-learn.txt");
const JUDGE: &str = include_str!("people/traps-judge.txt");

fn document(marked: &MarkedText) -> Document {
    Document::given("trap", &marked.text, None)
}

#[test]
fn names_in_traps_hold_their_floors() {
    let knowledge = &Lexicon::english().people;
    let mut score = Score::default();
    let mut texts = 0;
    for marked in marks::read(JUDGE) {
        let wanted = marked.names.iter().filter(|(_, mark)| match mark {
            Mark::Person | Mark::Family => true,
            Mark::Byline => false,
        });
        let wanted: Vec<Span> = wanted.map(|(span, _)| *span).collect();
        let document = document(&marked);
        score.add(&document.text, &score::found(&document, knowledge), &wanted);
        texts += 1;
    }
    assert!(texts >= 200, "{texts} texts");
    let [[_, _, exact], [_, _, overlap]] = score.figures();
    assert!(
        exact >= 82.0 && overlap >= 84.5,
        "exact {exact:.2}, overlap {overlap:.2}\n{}",
        score.errors.join("\n")
    );
}

#[test]
fn bylines_in_traps_hold_their_floor() {
    let knowledge = &Lexicon::english().people;
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for marked in marks::read(JUDGE).chain(marks::read(LEARN)) {
        let bylines: Vec<Span> = marked
            .names
            .iter()
            .filter(|(_, mark)| *mark == Mark::Byline)
            .map(|(span, _)| *span)
            .collect();
        let document = document(&marked);
        let taken = people::find(&Text::read(&document), knowledge).bylines;
        right += taken.iter().filter(|span| bylines.contains(span)).count();
        found += taken.len();
        wanted += bylines.len();
    }
    let f1 = super::f1(right, found, wanted);
    assert!(f1 >= 84.0, "{right} of {found} right, {wanted} wanted");
}

/// A model made of the sentences to learn from alone, in two rounds.
fn small_model() -> Vec<u8> {
    let examples: Vec<Example> = marks::read(LEARN)
        .map(|marked| Example {
            document: document(&marked),
            names: marked
                .names
                .iter()
                .map(|(span, _)| (*span, Entity::Person))
                .collect(),
            marked: Marked::Persons,
            parts: None,
            weight: 1.0,
        })
        .collect();
    let recipe = Recipe {
        epochs: 2,
        runs: 1,
        lines: 4_096,
        rows: 20_000,
        ..Recipe::default()
    };
    train(&examples, &Lists::english(), &recipe, |_| ())
}

#[test]
fn training_twice_gives_the_same_bytes_and_a_model_that_finds_names() {
    let model = small_model();
    assert_eq!(model, small_model());
    let knowledge = Knowledge {
        lists: Lists::english(),
        model: Model::read(model.leak()),
    };
    let document = Document::given("test", "Gen. Thomas Brandt resigned.", None);
    let names: Vec<&str> = score::found(&document, &knowledge)
        .iter()
        .map(|span| span.of(&document.text))
        .collect();
    assert_eq!(names, ["Thomas Brandt"]);
}
