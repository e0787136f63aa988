//! Made-up news with the part of everyone in it marked by hand (`tests/gold/parts`).

use newsreader::analysis::{self, Lexicon};
use newsreader::document::Document;

/// A sentence of one dated deed, and who plays which part in it.
struct Marked {
    text: String,
    parts: Vec<(String, String)>,
}

#[test]
fn the_parts_people_play_hold_their_floor() {
    let texts = marked(include_str!("parts/told.txt"));
    let (mut right, mut all) = (0, 0);
    let mut wrong = Vec::new();
    for marked in &texts {
        let document = Document::given("parts", &marked.text, None);
        let analysis = analysis::analyse(&document, Lexicon::english());
        let people = analysis
            .reports
            .first()
            .map(|report| report.people.as_slice());
        for (name, part) in &marked.parts {
            all += 1;
            let found = people
                .unwrap_or_default()
                .iter()
                .find(|participant| analysis.names[participant.who.0 as usize].full == *name);
            let found = found.map_or("nobody", |participant| participant.part.as_str());
            right += usize::from(found == part);
            if found != part {
                wrong.push(format!("{}: {name} is {found}, not {part}", marked.text));
            }
        }
    }
    assert!(
        texts.len() >= 60 && all >= 100,
        "{all} parts in {} texts",
        texts.len()
    );
    let accuracy = 100.0 * f64::from(right as u32) / f64::from(all as u32);
    assert!(
        accuracy >= 98.0,
        "{right} of {all}, {accuracy:.1}: {wrong:#?}"
    );
}

fn marked(lines: &str) -> Vec<Marked> {
    let texts = lines
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    texts.map(unmark).collect()
}

/// Takes the marks out of a text: "[Jane Roe|acts]".
fn unmark(line: &str) -> Marked {
    let mut parts = line.split('[');
    let mut marked = Marked {
        text: parts.next().unwrap_or_default().to_owned(),
        parts: Vec::new(),
    };
    for piece in parts {
        let (mark, rest) = piece.split_once(']').expect("a mark ends");
        let (name, part) = mark.split_once('|').expect("a mark has a part");
        marked.text.push_str(name);
        marked.text.push_str(rest);
        marked.parts.push((name.to_owned(), part.to_owned()));
    }
    marked
}
