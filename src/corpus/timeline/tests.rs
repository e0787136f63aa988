use super::{Filter, Kind, Timeline, Zoom};
use crate::corpus::sample::{Sample, corpus};
use crate::corpus::{ArticleId, Corpus, PersonId};

/// A corpus of one article whose sentences are dated so, each different.
fn dated<'a>(dates: impl IntoIterator<Item = &'a str>) -> Corpus {
    let sample = dates
        .into_iter()
        .zip(0..)
        .fold(Sample::new(0), |sample, (date, number)| {
            sample.says(date, &format!("Thing{} happened.", "x".repeat(number)))
        });
    corpus([sample])
}

fn headings(corpus: &Corpus, zoom: Zoom) -> Vec<(String, usize)> {
    let timeline = Timeline::new(corpus, &Filter::default(), zoom);
    assert_eq!(timeline.count, corpus.events().len());
    let groups = timeline.groups.iter();
    groups
        .map(|group| (timeline.label(corpus, group), group.count()))
        .collect()
}

fn check(dates: &[&str], zoom: Zoom, expected: &[(&str, usize)]) {
    let found = headings(&dated(dates.iter().copied()), zoom);
    let found: Vec<_> = found
        .iter()
        .map(|(label, count)| (label.as_str(), *count))
        .collect();
    assert_eq!(found, expected, "{dates:?} by {}", zoom.name());
}

#[test]
fn a_modified_date_has_a_heading_of_its_own_where_it_begins() {
    let dates = [
        "2021",
        "2021~",
        "../2021",
        "2021-05-01",
        "2021-~09/2021-~12",
        "2021-08-~21/2021-08-~31",
        "2021-08-~01/2021-08-~10",
        "2021-08",
        "2021-08-06",
    ];
    check(
        &dates,
        Zoom::Day,
        &[
            ("before 2021", 1),
            ("2021", 1),
            ("about 2021", 1),
            ("Sat 1 May 2021", 1),
            ("August 2021", 1),
            ("early Aug 2021", 1),
            ("Fri 6 Aug 2021", 1),
            ("late Aug 2021", 1),
            ("late 2021", 1),
        ],
    );
    check(
        &dates,
        Zoom::Month,
        &[
            ("before 2021", 1),
            ("2021", 1),
            ("about 2021", 1),
            ("May 2021", 1),
            ("August 2021", 4),
            ("late 2021", 1),
        ],
    );
    check(&dates, Zoom::Year, &[("2021", 9)]);
}

#[test]
fn a_coarser_date_stands_under_its_own_heading_where_it_begins() {
    let dates = [
        "2021-08-01",
        "2021-08",
        "2021-08-01",
        "2021-08-06",
        "2021-08-02/2021-08-08",
        "2021",
    ];
    check(
        &dates,
        Zoom::Day,
        &[
            ("2021", 1),
            ("August 2021", 1),
            ("Sun 1 Aug 2021", 2),
            ("2–8 Aug 2021", 1),
            ("Fri 6 Aug 2021", 1),
        ],
    );
    check(&dates, Zoom::Month, &[("2021", 1), ("August 2021", 5)]);
    check(&dates, Zoom::Year, &[("2021", 6)]);
    check(&dates, Zoom::Decade, &[("2020s", 6)]);
}

#[test]
fn a_coarser_date_does_not_split_the_unit_it_begins_in() {
    check(
        &["2021-08-02", "2021-08-03/2021-08-20", "2021-08-04"],
        Zoom::Week,
        &[("3–20 Aug 2021", 1), ("2–8 Aug 2021", 2)],
    );
}

#[test]
fn ranges_go_under_the_month_or_year_they_begin_in() {
    let whens = ["2021-08-03", "2021-08-05/2021-09-20", "2021-08-06"];
    check(&whens, Zoom::Month, &[("August 2021", 3)]);
    check(
        &["2013-02-01/2015-01-31", "2014-01-01/2015-01-31", "2014-03"],
        Zoom::Year,
        &[("2013", 1), ("2014", 2)],
    );
}

#[test]
fn weeks_begin_on_monday_and_years_before_christ_are_named_so() {
    check(
        &["2021-08-01", "2021-08-02", "2021-08-08"],
        Zoom::Week,
        &[("26 Jul – 1 Aug 2021", 1), ("2–8 Aug 2021", 2)],
    );
    check(
        &["-043", "0476", "9999"],
        Zoom::Decade,
        &[("51–42 BC", 1), ("470s", 1), ("9990s", 1)],
    );
}

#[test]
fn the_filter_wants_any_of_the_people_and_any_of_the_articles() {
    let corpus = corpus([
        Sample::new(0)
            .person("Zarif")
            .person("Atmar")
            .says("2021-08-01", "Zarif spoke.")
            .says("2021-08-02", "Atmar met Zarif."),
        Sample::new(1)
            .person("Zarif")
            .says("2021-08-03", "Zarif left."),
    ]);
    let count = |people: &[u32], articles: &[u32]| {
        let filter = Filter {
            people: people.iter().copied().map(PersonId).collect(),
            articles: (!articles.is_empty())
                .then(|| articles.iter().copied().map(ArticleId).collect()),
            ..Filter::default()
        };
        Timeline::new(&corpus, &filter, Zoom::Day).count
    };
    assert_eq!(corpus.people()[0].name, "Zarif");
    assert_eq!(count(&[], &[]), 3);
    assert_eq!(count(&[0], &[]), 3);
    assert_eq!(count(&[1], &[]), 1);
    assert_eq!(count(&[0, 1], &[]), 3);
    assert_eq!(count(&[0], &[1]), 1);
    assert_eq!(count(&[1], &[1]), 0);
}

#[test]
fn words_dates_and_kinds_filter() {
    let corpus = corpus([
        Sample::new(0)
            .person("Zoë Müller")
            .says("2021-08-01", "The treaty of Doha was signed.")
            .says("2021-08-02/2021-08-08", "Zoë Müller travelled.")
            .says("2021-08-20", "The treaty ended in Doha."),
        Sample::new(1).says("2021-08-03", "It rained on the Treaty."),
    ]);
    let count = |filter: Filter| Timeline::new(&corpus, &filter, Zoom::Day).count;
    let words = |words: &[&str]| Filter {
        words: words
            .iter()
            .map(|word| crate::corpus::folded(word))
            .collect(),
        ..Filter::default()
    };
    assert_eq!(count(words(&["treaty"])), 3);
    assert_eq!(count(words(&["TREATY", "doha"])), 2);
    assert_eq!(count(words(&["muller"])), 1);
    assert_eq!(count(words(&["zoe muller travelled"])), 1);
    assert_eq!(count(words(&["paris"])), 0);
    let between = |from: &str, until: &str| Filter {
        from: Some(from.parse().expect("a day")),
        until: Some(until.parse().expect("a day")),
        ..Filter::default()
    };
    assert_eq!(
        count(between("2021-08-05", "2021-08-10")),
        1,
        "a range lies over its days"
    );
    assert_eq!(count(between("2021-08-01", "2021-08-03")), 3);
    let kind = |kind| Filter {
        kind: Some(kind),
        ..Filter::default()
    };
    assert_eq!(count(kind(Kind::Happened)), 4);
    assert_eq!(count(kind(Kind::Planned)), 0);
    let none = Filter {
        articles: Some(Vec::new()),
        ..Filter::default()
    };
    assert_eq!(count(none), 0);
}

#[test]
fn more_letters_are_looked_for_among_what_fewer_left() {
    let corpus = dated(["2021-08-01", "2021-08-02"]);
    let filter = |words: &[&str]| Filter {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Filter::default()
    };
    assert!(filter(&["things"]).narrows(&filter(&["thing"])));
    assert!(filter(&["thing", "happened"]).narrows(&filter(&["thing"])));
    assert!(!filter(&["thin"]).narrows(&filter(&["thing"])));
    let wide = filter(&["thing"]).events(&corpus);
    assert_eq!(filter(&["thingx"]).events_among(&corpus, wide).len(), 1);
}

#[test]
fn the_group_of_an_event_is_found_at_every_zoom() {
    let corpus = dated([
        "2021",
        "2021-08",
        "2021-08-01",
        "2021-08-06",
        "2022-01-05T10:00",
    ]);
    for zoom in Zoom::ALL {
        let timeline = Timeline::new(&corpus, &Filter::default(), zoom);
        for event in (0..corpus.events().len() as u32).map(crate::corpus::EventId) {
            let group = timeline
                .group_of(&corpus, event)
                .expect("every event has a group");
            assert!(
                timeline.events(&timeline.groups[group]).contains(&event),
                "{zoom:?}"
            );
        }
    }
}

#[test]
fn the_first_zoom_fits_the_span() {
    let days: Vec<String> = (1..=30).map(|day| format!("2021-06-{day:02}")).collect();
    let years: Vec<String> = (1900..2020).map(|year| format!("{year}-03-05")).collect();
    let fitting = |dates: &[String]| {
        let corpus = dated(dates.iter().map(String::as_str));
        let events = Filter::default().events(&corpus);
        Timeline::fitting(&corpus, &events, 18)
    };
    assert_eq!(fitting(&days), Zoom::Day);
    assert_eq!(fitting(&years), Zoom::Decade);
    assert_eq!(fitting(&[]), Zoom::Day);
    assert_eq!(fitting(&years[..30]), Zoom::Day);
}

/// The strip as text: a digit a cell, a dot for none, "⋯" for a gap.
fn strip(dates: &[&str], width: usize) -> String {
    let corpus = dated(dates.iter().copied());
    let timeline = Timeline::new(&corpus, &Filter::default(), Zoom::Day);
    let cells = timeline.axis(width);
    let mut strip = String::new();
    for cell in &cells {
        if cell.after_gap {
            strip.push('⋯');
        }
        match cell.count {
            0 => strip.push('·'),
            count => strip += &count.to_string(),
        }
    }
    assert!(strip.chars().count() <= width);
    strip
}

#[test]
fn the_strip_has_a_cell_a_step_and_folds_what_is_empty() {
    for (dates, width, cells) in [
        (
            &["2021-07-31", "2021-08-02", "2021-08-02", "2021-08-06"][..],
            60,
            "1·2···1",
        ),
        (
            &["2021-05-01", "2021-08-13", "2021-08-14"],
            40,
            "1·································11",
        ),
        (&["1979-12-24", "2021-08-13", "2021-08-14"], 40, "1⋯11"),
        (
            &["2001-01-01", "2001-10-01", "2002-07-01", "2003-06-09"],
            20,
            "1··1··1··1",
        ),
        (&["-043", "2021-08-13"], 20, "1⋯1"),
        (&["-043", "9999", "2021-08-13"], 1, "3"),
        (&[], 10, ""),
        (&["2021-08-13"], 0, ""),
    ] {
        assert_eq!(strip(dates, width), cells, "{dates:?}");
    }
}
