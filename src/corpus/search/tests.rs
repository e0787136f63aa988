use super::{Hits, Index, Scope, Target};
use crate::corpus::sample::{Sample, corpus};

const ACTIONS: [(&str, &str); 3] = [
    ("zoom-in", "Zoom the timeline in, down to the hour"),
    ("find", "Find a person, article, event or action"),
    ("quit", "Quit"),
];

fn index() -> Index {
    let corpus = corpus([
        Sample::new(0)
            .published("2021-08-14")
            .person("Saeed Khatibzadeh, Khatibzadeh")
            .role("Spokesman for the Iranian Foreign Ministry")
            .person("Mohammad Javad Zarif, Zarif")
            .person("Kirsten Hathaway Bitar")
            .says(
                "2021-08-13",
                "Saeed Khatibzadeh issued a statement on Friday.",
            )
            .says(
                "2021-08-09",
                "Khatibzadeh voiced deep concern over the harbour talks in Kabul.",
            )
            .says(
                "2021-08-08",
                "Mohammad Javad Zarif met Kirsten Hathaway Bitar.",
            )
            .says("", "Khatibzadeh left."),
        Sample::new(1)
            .published("2021-09-01")
            .person("Recep Tayyip Erdoğan, RTE")
            .says("2021-08-30", "RTE spoke in Ankara as Recep Tayyip Erdoğan."),
    ]);
    Index::new(&corpus, &ACTIONS)
}

/// Each hit with what is lit in brackets.
fn lit(hits: &Hits) -> Vec<String> {
    let lit = |hit: &super::Hit| {
        let mut line = match hit.target {
            Target::Person(_) => "@ ",
            Target::Event(_) => "# ",
            Target::Article(_) => "/ ",
            Target::Action(_) => "> ",
        }
        .to_owned();
        let mut open = false;
        for (offset, letter) in hit.text.char_indices() {
            let matched = hit.matched.contains(&(offset as u32));
            if matched != open {
                line.push(if matched { '[' } else { ']' });
                open = matched;
            }
            line.push(letter);
        }
        line + if open { "]" } else { "" }
    };
    hits.hits.iter().map(lit).collect()
}

fn check(query: &str, scope: Scope, expected: &[&str]) {
    assert_eq!(lit(&index().search(query, scope, 20)), expected, "{query}");
}

#[test]
fn a_name_comes_before_the_events_it_is_in() {
    check(
        "khatib",
        Scope::Everything,
        &[
            "@ Saeed [Khatib]zadeh",
            "# Saeed [Khatib]zadeh issued a statement on Friday.",
            "# [Khatib]zadeh voiced deep concern over the harbour talks in Kabul.",
            "/ Saeed [Khatib]zadeh issued a statement on Friday.",
        ],
    );
}

#[test]
fn letters_scattered_over_a_sentence_do_not_match() {
    check("khtbz", Scope::Events, &[]);
    check("khtbz", Scope::People, &["@ Saeed [Kh]a[t]i[bz]adeh"]);
}

#[test]
fn terms_match_in_any_order_and_all_of_them() {
    check("zarif jav", Scope::People, &["@ Mohammad [Jav]ad [Zarif]"]);
    check("jav zarif", Scope::People, &["@ Mohammad [Jav]ad [Zarif]"]);
    check("zarif kabul", Scope::Everything, &[]);
    check(
        "khatib statem",
        Scope::Events,
        &["# Saeed [Khatib]zadeh issued a [statem]ent on Friday."],
    );
}

#[test]
fn initials_find_people() {
    check("mjz", Scope::Everything, &["@ [M]ohammad [J]avad [Z]arif"]);
    check("sk", Scope::People, &["@ [S]aeed [K]hatibzadeh"]);
}

#[test]
fn accents_and_case_do_not_count() {
    check("ERDOG", Scope::People, &["@ Recep Tayyip [Erdoğ]an"]);
    check("erdoğan", Scope::People, &["@ Recep Tayyip [Erdoğan]"]);
}

#[test]
fn aliases_and_roles_are_shown_when_they_match() {
    check(
        "rte",
        Scope::People,
        &[
            "@ Recep Tayyip Erdoğan · [RTE]",
            "@ Ki[r]s[te]n Hathaway Bitar",
        ],
    );
    check(
        "spokesm khat",
        Scope::People,
        &["@ Saeed [Khat]ibzadeh · [Spokesm]an for the Iranian Foreign Ministry"],
    );
}

#[test]
fn whoever_is_in_an_event_but_not_in_its_words_is_shown_when_matched() {
    check(
        "saeed concern",
        Scope::Events,
        &[
            "# Khatibzadeh voiced deep [concern] over the harbour talks in Kabul. · [Saeed] Khatibzadeh",
        ],
    );
}

#[test]
fn actions_are_found_by_name_and_by_what_they_do() {
    check("zoo", Scope::Everything, &["> [zoo]m-in"]);
    check("zoom-in", Scope::Everything, &["> [zoom]-[in]"]);
    check(
        "hour",
        Scope::Actions,
        &["> zoom-in · Zoom the timeline in, down to the [hour]"],
    );
}

#[test]
fn the_inside_of_a_word_matches_last() {
    check(
        "har",
        Scope::Events,
        &["# Khatibzadeh voiced deep concern over the [har]bour talks in Kabul."],
    );
    check("ankar", Scope::People, &[]);
    check("zadeh", Scope::People, &["@ Saeed Khatib[zadeh]"]);
}

#[test]
fn an_empty_query_lists_the_most_mentioned_and_the_latest() {
    let hits = index().search("  ", Scope::Everything, 20);
    let shown = lit(&hits);
    assert_eq!(shown[0], "@ Saeed Khatibzadeh");
    assert_eq!(shown[4], "# RTE spoke in Ankara as Recep Tayyip Erdoğan.");
    assert_eq!(hits.total, shown.len());
    assert_eq!(
        Index::default().search("", Scope::Everything, 5),
        Hits::default()
    );
}

#[test]
fn no_kind_is_crowded_out_and_the_limit_holds() {
    let sample = (0..60).fold(Sample::new(0), |sample, number| {
        let name = format!("Zoe Z{}", "z".repeat(number));
        sample
            .person(&name)
            .says("2021-08-13", &format!("{name} zoomed about."))
    });
    let index = Index::new(&corpus([sample]), &ACTIONS);
    for (query, limit) in [("zo", 16), ("z", 9), ("", 8), ("zoe", 1), ("zo", 0)] {
        let hits = index.search(query, Scope::Everything, limit);
        assert_eq!(hits.hits.len(), limit, "{query}");
    }
    let hits = index.search("zo", Scope::Everything, 16).hits;
    let has = |wanted: fn(&Target) -> bool| hits.iter().any(|hit| wanted(&hit.target));
    assert!(has(|target| matches!(target, Target::Event(_))));
    assert!(has(|target| matches!(target, Target::Action(_))));
}

#[test]
fn the_index_tells_which_corpus_it_was_made_of() {
    let mut corpus = corpus([Sample::new(0)]);
    let index = Index::new(&corpus, &[]);
    assert_eq!(
        index.search("a", Scope::People, 5).generation,
        corpus.generation()
    );
    corpus.absorb(vec![Sample::new(1).build()]);
    corpus.settle();
    assert_ne!(index.generation(), corpus.generation());
}

#[test]
fn an_index_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Index>();
}

#[test]
fn hostile_texts_and_queries_are_searched_quickly() {
    let wall = "z ".repeat(200_000);
    let one_word = "z".repeat(400_000);
    let corpus = corpus([
        Sample::new(0).person(&one_word).says("2021", &one_word),
        Sample::new(1)
            .person(&wall)
            .says("2021", "It rained.")
            .role("x\u{1f}y\u{202e}z \u{1f}"),
    ]);
    let index = Index::new(&corpus, &[("", "")]);
    for query in [
        wall.as_str(),
        one_word.as_str(),
        "\u{1f}",
        "?!",
        "\u{301}",
        "y",
        "ﷺ",
        "zzz zz z",
    ] {
        for hit in index.search(query, Scope::Everything, 50).hits {
            for offset in hit.matched {
                assert!(hit.text.is_char_boundary(offset as usize));
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn what_is_lit_is_in_the_text(query in "\\PC{0,12}|[a-z ]{0,8}") {
        let index = index();
        for hit in index.search(&query, Scope::Everything, 50).hits {
            assert!(hit.matched.is_sorted_by(|one, next| one < next));
            for offset in hit.matched {
                assert!(hit.text[offset as usize..].chars().next().is_some());
            }
        }
    }
}
