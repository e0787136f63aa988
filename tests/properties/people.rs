//! Tokens tile, and names and quotations lie in order, whatever the text.

use std::time::{Duration, Instant};

use newsreader::analysis::people::{self, MentionKind, NameKind, People};
use newsreader::analysis::text::Text;
use newsreader::analysis::{Lexicon, analyse};
use newsreader::document::{Document, Span};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop};

/// Words that steer every rule, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let words = vec![
        "John",
        "Smith",
        "Saeed",
        "Khatibzadeh",
        "J.",
        "O'Brien",
        "al-Assad",
        "van",
        "der",
        "bin",
        "Mr.",
        "Mrs.",
        "President",
        "family",
        "Smiths",
        "the",
        "said",
        "he",
        "minister",
        "that",
        "it was shut",
        "told",
        "according to",
        "adding",
        "``",
        "''",
        "‹",
        "›",
        "—",
        "\n\nQ:",
        "\n\nA:",
        "of",
        "for",
        "who",
        "is",
        "was",
        "'s",
        "’",
        "‘",
        "“",
        "”",
        "\"",
        "'",
        "„",
        "«",
        "»",
        ",",
        ".",
        "?",
        "!",
        "...",
        ":",
        "(",
        ")",
        "&",
        "-",
        "Jr.",
        "45",
        "Mayor",
        "Ministry",
        "In",
        "St.",
        "\n\n",
        "\n",
        "\u{a0}",
        "É",
        "ß",
        "\u{202e}",
        "\u{301}",
        "U.S.",
        "and",
        "May",
        "I",
        "X",
        "#",
        "_",
    ];
    let word = prop::sample::select(words).prop_map(str::to_owned);
    let pieces = vec(proptest::prop_oneof![6 => word, 1 => "\\PC{0,6}"], 0..60);
    (pieces, vec(prop::sample::select(vec![" ", "", " "]), 60)).prop_map(|(pieces, gaps)| {
        let glued = pieces.iter().zip(gaps);
        glued
            .flat_map(|(piece, gap)| [piece.as_str(), gap].map(str::to_owned))
            .collect()
    })
}

fn find(document: &Document) -> People {
    people::find(&Text::read(document), &Lexicon::english().people)
}

#[test]
fn a_form_of_two_people_is_a_form_of_each() {
    let johns = "John ".repeat(14);
    let text = format!(
        "JohnJohn 's John van Mr. John van Mr. John vanJohn John van van J. John John John \
         Smith John Jr. {johns}Mrs. John MayorJohn "
    );
    let people = find(&Document::given("forms", &text, None));
    assert!(people.names.iter().all(|name| !name.full.is_empty()));
}

proptest::proptest! {
    #[test]
    fn tokens_tile_the_text_and_sentences_the_tokens(text in any_text()) {
        let document = Document::given("any", &text, None);
        let text = Text::read(&document);
        for pair in text.tokens.windows(2) {
            let gap = Span { start: pair[0].span.end, end: pair[1].span.start };
            let start = match document.dateline {
                Some(dateline) if gap.contains(dateline) => dateline.end,
                _ => gap.start,
            };
            let gap = Span { start, ..gap }.of(&document.text);
            assert!(gap.chars().all(char::is_whitespace), "{gap:?} is in no token");
            assert!(!pair[1].glued || gap.is_empty());
        }
        let mut next = 0;
        for sentence in &text.sentences {
            assert_eq!(sentence.first_token, next);
            assert!(sentence.first_token < sentence.last_token);
            next = sentence.last_token;
        }
        assert_eq!(next as usize, text.tokens.len());
    }

    #[test]
    fn mentions_and_quotations_are_in_order_and_point_at_what_is_there(text in any_text()) {
        let document = Document::given("any", &text, None);
        let people = find(&document);
        for pair in people.mentions.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start);
        }
        for pair in people.quotes.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start);
        }
        for mention in &people.mentions {
            let name = &people.names[mention.name.0 as usize];
            match (mention.kind, name.kind) {
                (MentionKind::Named, NameKind::Person) => {}
                (MentionKind::Described, _) | (_, NameKind::Family) => continue,
            }
            let words = mention.span.of(&document.text).split_whitespace();
            let form = words.collect::<Vec<_>>().join(" ");
            assert!(form == name.full || name.aliases.contains(&form), "{form:?} in {name:?}");
        }
        for name in &people.names {
            assert!(!name.aliases.contains(&name.full));
            for role in &name.roles {
                assert!(!role.span.of(&document.text).is_empty());
            }
        }
        for quote in &people.quotes {
            assert!(!quote.span.of(&document.text).is_empty());
        }
    }

    #[test]
    fn two_runs_agree(text in any_text()) {
        let document = Document::given("any", &text, None);
        let lexicon = Lexicon::english();
        let runs = [(); 2].map(|()| format!("{:?}", analyse(&document, lexicon)));
        assert_eq!(runs[0], runs[1]);
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    // Each takes well under a second; quadratic time would take minutes.
    let limit = Duration::from_secs(30);
    for piece in [
        "A. ",
        "Aa Bb ",
        "“ ",
        "\"a ",
        "A-",
        "s' ",
        "?!",
        "Mr. ",
        "de ",
        "Van de ",
        "President of ",
        "John Smith, ",
        "Mr. Smith said “no” he said. ",
        "“no,” the minister said. ",
        "Minister John Smith left. The minister said no. ",
        "The Smiths met the Smith family. ",
        "« ‹ „ `` ' ‘ ",
        "John Smith said it was shut and said that ",
        "It was shut, John Smith said, ",
        "aa bb, John Smith said cc “no” ",
        "according to John Smith, ",
        "Aa Bb Cc and said that it was, ",
        "John Smith, who said it, ",
        "John Smith: no\n\n",
        "\"It was shut\n\n",
        "— John Smith\n\n",
    ] {
        let document = Document::given("hostile", &piece.repeat(300_000 / piece.len()), None);
        let start = Instant::now();
        find(&document);
        assert!(
            start.elapsed() < limit,
            "{piece:?} took {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn thousands_of_bearers_of_one_surname_are_told_apart() {
    let letters = |number: usize| -> String {
        (0..5)
            .map(|place| char::from(b'a' + (number / 10_usize.pow(place) % 10) as u8))
            .collect()
    };
    let text: String = (0..20_000)
        .map(|number| format!("Mr. K{} Smith left. ", letters(number)))
        .collect();
    let people = find(&Document::given("hostile", &text, None));
    assert_eq!(people.mentions.len(), 20_000);
    assert_eq!(people.names.len(), 20_000);
}
