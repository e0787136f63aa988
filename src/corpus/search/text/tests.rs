use super::Texts;
use crate::corpus::Corpus;
use crate::corpus::sample::{Sample, corpus};
use crate::corpus::search::Target;

fn ferries() -> Corpus {
    corpus([
        Sample::new(0)
            .says("", "The ferry left at noon.")
            .says(
                "",
                "Nobody saw the old ferry sink; the harbour master slept.",
            )
            .says("", "Élodie Dupré wept."),
        Sample::new(1)
            .says("", "A storm closed the harbour.")
            .says("", "The master of the harbour said so."),
        Sample::new(2).says("", "A letter about the strasse and 東京都の話 arrived."),
    ])
}

fn texts(corpus: &Corpus) -> Texts {
    let mut texts = Texts::default();
    for lot in texts.missing(corpus) {
        texts.add(Texts::read(corpus, &lot));
    }
    texts
}

/// The articles found by number, each with its sentence, what matched in brackets.
fn found(corpus: &Corpus, line: &str) -> Vec<String> {
    let found = texts(corpus).search(corpus, line, &[], 20);
    let hits = found.hits.iter().map(|hit| {
        let Target::Article(id) = hit.target else {
            panic!("texts are of articles");
        };
        let mut shown = format!("{} ", id.0);
        let mut open = false;
        for (offset, letter) in hit.text.char_indices() {
            let matched = hit.matched.contains(&(offset as u32));
            if matched != open {
                shown.push(if matched { '[' } else { ']' });
                open = matched;
            }
            shown.push(letter);
        }
        shown + if open { "]" } else { "" }
    });
    hits.collect()
}

fn check(line: &str, expected: &[&str]) {
    assert_eq!(found(&ferries(), line), expected, "{line}");
}

#[test]
fn the_sentence_with_the_most_of_the_words_is_shown() {
    check(
        "harbour sink ferry",
        &["0 Nobody saw the old [ferry] [sink]; the [harbour] master slept."],
    );
    check("ferry noon", &["0 The [ferry] left at [noon]."]);
    check("ferry storm", &[]);
}

#[test]
fn the_word_still_typed_may_go_on_and_the_others_may_not() {
    check(
        "harb",
        &[
            "1 A storm closed the [harb]our.",
            "0 Nobody saw the old ferry sink; the [harb]our master slept.",
        ],
    );
    check("harb storm", &[]);
    check("harb ", &[]);
}

#[test]
fn a_phrase_is_looked_for_as_it_stands() {
    check(
        "\"harbour master\"",
        &["0 Nobody saw the old ferry sink; the [harbour master] slept."],
    );
    check(
        "\"master of the har",
        &["1 The [master of the har]bour said so."],
    );
    check("\"harbour ferry\"", &[]);
    check(
        "\"sink the harbour\"",
        &["0 Nobody saw the old ferry [sink; the harbour] master slept."],
    );
}

#[test]
fn what_is_not_wanted_and_alternatives_count_here_too() {
    check("harbour !ferry", &["1 A storm closed the [harbour]."]);
    check(
        "harbour !\"harbour master\" !zzz",
        &["1 A storm closed the [harbour]."],
    );
    check(
        "noon | storm !zzz",
        &[
            "1 A [storm] closed the harbour.",
            "0 The ferry left at [noon].",
        ],
    );
    check(
        "master$ ^harb !storm",
        &["0 Nobody saw the old ferry sink; the [harb]our [master] slept."],
    );
}

#[test]
fn accents_do_not_count_and_letters_of_scripts_without_spaces_are_words() {
    check("elodie dupre", &["0 [Élodie] [Dupré] wept."]);
    check(
        "straße",
        &["2 A letter about the [strasse] and 東京都の話 arrived."],
    );
    check(
        "東京",
        &["2 A letter about the strasse and [東京]都の話 arrived."],
    );
    check(
        "京都の",
        &["2 A letter about the strasse and 東[京都の]話 arrived."],
    );
    check("京東", &[]);
}

#[test]
fn what_arrives_later_is_found_and_what_changed_is_found_as_it_is() {
    let mut corpus = ferries();
    let mut texts = texts(&corpus);
    corpus.absorb(vec![
        Sample::new(1).says("", "A quiet day.").build(),
        Sample::new(7).says("", "Another storm.").build(),
    ]);
    corpus.settle();
    for lot in texts.missing(&corpus) {
        texts.add(Texts::read(&corpus, &lot));
    }
    assert_eq!(texts.missing(&corpus), Vec::<Vec<_>>::new());
    let numbers = |line: &str| {
        let hits = texts.search(&corpus, line, &[], 20).hits;
        let targets = hits.iter().map(|hit| hit.target);
        targets.collect::<Vec<_>>()
    };
    let article = |number| Target::Article(crate::corpus::ArticleId(number));
    assert_eq!(numbers("storm"), [article(7)]);
    assert_eq!(numbers("quiet"), [article(1)]);
    assert_eq!(numbers("ferry"), [article(0)]);
}

#[test]
fn nothing_typed_finds_nothing_and_hostile_texts_are_searched_quickly() {
    let wall = "zé ﷺ ".repeat(60_000);
    let corpus = corpus([
        Sample::new(0).says("", &wall),
        Sample::new(1).says("", &"q".repeat(300_000)),
    ]);
    for line in [
        "",
        " ",
        "!",
        "\"",
        "z",
        "\"z z z",
        "ﷺ",
        "q",
        "!q",
        "صلى | z",
    ] {
        let found = texts(&corpus).search(&corpus, line, &[], 20);
        for hit in &found.hits {
            assert!(
                hit.matched
                    .iter()
                    .all(|at| hit.text.is_char_boundary(*at as usize)),
                "{line}"
            );
        }
    }
    assert_eq!(found(&corpus, ""), Vec::<String>::new());
}

#[test]
fn a_long_sentence_is_shown_from_shortly_before_the_match_on() {
    let long = format!(
        "It {}ended with a\u{a0}\nferry there.",
        "went on and ".repeat(30)
    );
    let corpus = corpus([Sample::new(0).says("", &long)]);
    assert_eq!(
        found(&corpus, "ferry"),
        ["0 …on and ended with a [ferry] there."]
    );
}

proptest::proptest! {
    #[test]
    fn a_word_of_a_text_is_found_in_it(text in "[a-zé .“”東ﬁß\n]{0,60}", from in 0..60_usize) {
        let corpus = corpus([Sample::new(0).says("", &text)]);
        let article = corpus.articles().next().expect("one article");
        let words: Vec<&str> = article.document.text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty()).collect();
        if let Some(word) = words.get(from % words.len().max(1)) {
            proptest::prop_assert_eq!(texts(&corpus).search(&corpus, word, &[], 5).hits.len(), 1);
        }
    }
}
