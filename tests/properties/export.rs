//! Places told to other programs are places in the text as given.

use newsreader::analysis::{Lexicon, analyse};
use newsreader::document::Document;
use newsreader::export::annotate::{Annotated, Explain, Given};
use newsreader::export::plain;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::select;
use proptest::strategy::{Strategy, Union};
use proptest::{prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

/// Pieces of news and of rubbish, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let known = select(vec![
        "13 August 2021",
        "on Friday",
        "two weeks ago",
        "Angela Merkel",
        "Mr. Khatibzadeh",
        " said ",
        "“We go”",
        "\r\n",
        "\n\n",
        "\0",
        "\u{a0} ",
        "  ",
        "𝄞",
        "é",
        "e\u{301}",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        ". ",
        ", ",
        "---\n",
        "TEHRAN – ",
    ])
    .prop_map(str::to_owned);
    let any = any::<char>().prop_map(|character| character.to_string());
    vec(
        Union::new_weighted(vec![(8, known.boxed()), (1, any.boxed())]),
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

/// Everything `annotate` writes about a text, as it reads back.
fn annotated(text: &str) -> Vec<Value> {
    let given = Given {
        doc: "given".to_owned(),
        dct: None,
        title: None,
        text: text.to_owned(),
    };
    let document = Document::given(&given.doc, text, None);
    let analysis = analyse(&document, Lexicon::english());
    let annotated = Annotated::new(&given, &document, &analysis);
    let mut out = Vec::new();
    for written in [
        annotated.write_time(Explain::No, &mut out),
        annotated.write_people(Explain::Yes, &mut out),
        annotated.write_quotes(&mut out),
        annotated.write_events(&mut out),
    ] {
        written.expect("memory takes everything");
    }
    let out = String::from_utf8(out).expect("JSON is UTF-8");
    out.lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect()
}

proptest! {
    #[test]
    fn every_stretch_told_is_the_text_it_names(text in pieces()) {
        for found in annotated(&text) {
            let at = |key: &str| found[key].as_u64().expect("an offset") as usize;
            prop_assert!(at("start") < at("end"), "{found}");
            let slice: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
            prop_assert_eq!(found["text"].as_str(), Some(slice.as_str()));
            let shown = plain(&slice);
            prop_assert!(!shown.is_empty(), "{found}");
            if found["layer"] == "people" {
                let person = found["person"].as_str().expect("a name");
                prop_assert!(!person.is_empty());
            }
        }
    }
}
