use super::{Catalogue, Hits, Question, Scope, Target};
use crate::corpus::Corpus;
use crate::corpus::sample::{Sample, corpus};

const ACTIONS: [(&str, &str); 3] = [
    ("zoom-in", "Zoom the timeline in, down to the hour"),
    ("find", "Find a person, article, event or action"),
    ("quit", "Quit"),
];

/// Everything of a corpus, with the corpus.
struct Whole(Catalogue, Corpus);

impl Whole {
    fn of(corpus: Corpus) -> Self {
        let mut catalogue = Catalogue::new(ACTIONS);
        catalogue.complete(&corpus, Scope::Everything);
        catalogue.complete(&corpus, Scope::Text);
        Self(catalogue, corpus)
    }

    fn search(&mut self, query: &str, scope: Scope, limit: usize) -> Hits {
        self.ask(query, scope, &[], limit)
    }

    fn ask(&mut self, query: &str, scope: Scope, seen: &[Target], limit: usize) -> Hits {
        let question = Question {
            query: query.to_owned(),
            scope,
            seen: seen.to_vec(),
        };
        self.0.answer(&self.1, &question, limit)
    }
}

fn index() -> Whole {
    Whole::of(corpus([
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
    ]))
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
    let mut empty = Whole::of(Corpus::default());
    assert_eq!(empty.search("", Scope::People, 5).hits, []);
}

#[test]
fn no_kind_is_crowded_out_and_the_limit_holds() {
    let sample = (0..60).fold(Sample::new(0), |sample, number| {
        let name = format!("Zoe Z{}", "z".repeat(number));
        sample
            .person(&name)
            .says("2021-08-13", &format!("{name} zoomed about."))
    });
    let mut index = Whole::of(corpus([sample]));
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
fn what_was_made_of_another_corpus_is_not_answered_from() {
    let mut corpus = corpus([Sample::new(0).person("Zarif").says("2021", "Zarif left.")]);
    let mut catalogue = Catalogue::new(ACTIONS);
    let question = Question {
        query: "zarif".to_owned(),
        scope: Scope::People,
        seen: Vec::new(),
    };
    let early = catalogue.missing(&corpus, Scope::People);
    let early: Vec<_> = early.iter().map(|job| job.run(&corpus)).collect();
    catalogue.complete(&corpus, Scope::People);
    assert_eq!(catalogue.answer(&corpus, &question, 5).hits.len(), 1);
    corpus.absorb(vec![Sample::new(1).build()]);
    corpus.settle();
    assert_ne!(catalogue.missing(&corpus, Scope::People), []);
    early.into_iter().for_each(|done| catalogue.take(done));
    let hits = catalogue.answer(&corpus, &question, 5);
    assert_eq!((hits.hits.len(), hits.searched), (0, 0));
    catalogue.complete(&corpus, Scope::People);
    assert_eq!(catalogue.missing(&corpus, Scope::People), []);
    let hits = catalogue.answer(&corpus, &question, 5);
    assert_eq!((hits.hits.len(), hits.searched), (1, 100));
    assert_eq!(hits.generation, corpus.generation());
}

#[test]
fn the_work_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<super::Job>();
    shared::<super::Done>();
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
    let mut index = Whole::of(corpus);
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
        let mut index = index();
        for hit in index.search(&query, Scope::Everything, 50).hits {
            assert!(hit.matched.is_sorted_by(|one, next| one < next));
            for offset in hit.matched {
                assert!(hit.text[offset as usize..].chars().next().is_some());
            }
        }
    }
}

fn named(names: &[&str]) -> Whole {
    let sample = names.iter().fold(Sample::new(0), |sample, name| {
        sample
            .person(name)
            .says("2021-08-13", &format!("{name} spoke."))
    });
    Whole::of(corpus([sample]))
}

#[test]
fn marks_of_fzf_say_how_a_term_is_meant() {
    let mut index = named(&[
        "Mohammad Javad Zarif",
        "Zarif Mohammadi",
        "Farid Zarifi",
        "Amir-Abdollahian",
    ]);
    let mut check = |query: &str, expected: &[&str]| {
        let mut shown: Vec<_> = lit(&index.search(query, Scope::People, 20));
        shown.sort_unstable();
        assert_eq!(shown, expected, "{query}");
    };
    check(
        "'hamm",
        &["@ Mo[hamm]ad Javad Zarif", "@ Zarif Mo[hamm]adi"],
    );
    check("'mjz", &[]);
    check(
        "'zarif'",
        &["@ Mohammad Javad [Zarif]", "@ [Zarif] Mohammadi"],
    );
    check("^moh", &["@ Zarif [Moh]ammadi", "@ [Moh]ammad Javad Zarif"]);
    check(
        "^zarif",
        &[
            "@ Farid [Zarif]i",
            "@ Mohammad Javad [Zarif]",
            "@ [Zarif] Mohammadi",
        ],
    );
    check("^javad", &[]);
    check("zarif$", &["@ Mohammad Javad [Zarif]"]);
    check("^zarif$", &["@ Mohammad Javad [Zarif]"]);
    check("^zarif\\ moh", &["@ [Zarif Moh]ammadi"]);
    check("'amir-abd", &["@ [Amir-Abd]ollahian"]);
    check("zarif !javad", &["@ Farid [Zarif]i", "@ [Zarif] Mohammadi"]);
    check("zarif !^moh !i$", &[]);
    check("!zarif", &["@ Amir-Abdollahian"]);
    check(
        "javad | farid zarif",
        &["@ Mohammad [Javad] [Zarif]", "@ [Farid] [Zarif]i"],
    );
    check(
        "abdoll | ^far",
        &["@ Amir-[Abdoll]ahian", "@ [Far]id Zarifi"],
    );
}

#[test]
fn a_name_misspelt_is_found_after_those_spelt_so() {
    let mut index = named(&[
        "Ali Khamenehi",
        "Volodymyr Zelenskiy",
        "Olena Zelenskaya",
        "Ivan Irak",
    ]);
    let mut check = |query: &str, scope: Scope, expected: &[&str]| {
        assert_eq!(lit(&index.search(query, scope, 20)), expected, "{query}");
    };
    check("khameneei", Scope::People, &["@ Ali [Khamenehi]"]);
    check(
        "zelensky",
        Scope::People,
        &["@ Olena [Zelensk]a[y]a", "@ Volodymyr [Zelensk]i[y]"],
    );
    check("zelenksiy", Scope::People, &["@ Volodymyr [Zelenskiy]"]);
    check(
        "volodimir",
        Scope::Events,
        &["# [Volodymyr] Zelenskiy spoke."],
    );
    check("irak", Scope::People, &["@ Ivan [Irak]"]);
    check("'khameneei", Scope::People, &[]);
}

#[test]
fn what_was_seen_lately_comes_first_among_equals_and_for_an_empty_line() {
    let mut index = named(&["Zara One", "Zara Two", "Zara Three", "Zarathustra Four"]);
    let zaras = |index: &mut Whole, query: &str, seen: &[Target]| {
        let hits = index.ask(query, Scope::People, seen, 20).hits;
        hits.into_iter().map(|hit| hit.text).collect::<Vec<_>>()
    };
    let before = zaras(&mut index, "zara", &[]);
    let last = Target::Person(crate::corpus::PersonId(
        index
            .1
            .people()
            .iter()
            .position(|person| person.name == before[2])
            .expect("there") as u32,
    ));
    let after = zaras(&mut index, "zara", &[Target::Action(0), last]);
    assert_eq!(after[0], before[2]);
    assert_eq!(after.len(), before.len());
    assert_eq!(after[3], before[3], "a worse match stays behind");
    assert_eq!(zaras(&mut index, "", &[last])[0], before[2]);
}

#[test]
fn a_line_typed_letter_by_letter_finds_what_it_finds_at_once() {
    let names: Vec<String> = (0..80)
        .map(|number| {
            let word = |mut seed: u32| -> String {
                (0..6)
                    .map(|_| {
                        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                        (b'a' + (seed >> 16) as u8 % 6) as char
                    })
                    .collect()
            };
            format!("{} {}", word(number), word(number + 7_000))
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut typed = named(&names);
    for line in [
        "abcd", "abcd", "fa de", "bead", "ca", "cab", "ca", "dad fe", "da",
    ] {
        for end in 1..=line.len() {
            let hits = typed.search(&line[..end], Scope::Everything, 50);
            let mut fresh = named(&names);
            assert_eq!(
                hits,
                fresh.search(&line[..end], Scope::Everything, 50),
                "{}",
                &line[..end]
            );
        }
    }
}

#[test]
fn the_full_text_is_searched_only_where_it_is_asked_for() {
    let mut index = index();
    assert_eq!(index.search("issued friday", Scope::Text, 5).hits.len(), 1);
    let hits = index.search("ankara", Scope::Text, 5);
    assert_eq!((hits.matching, hits.total, hits.searched), (1, 2, 100));
    let passage = hits.hits[0].passage.as_ref().expect("a sentence");
    assert_eq!(passage.words.len(), 1);
    assert_eq!(index.search("", Scope::Text, 5).hits.len(), 2);
}
