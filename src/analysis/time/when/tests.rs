//! What a modifier makes of a date, and what stretches do with each other.

use super::{Certainty, Grain, Known, Modifier, When};

fn when(date: &str) -> When {
    When::parse(date, Known::Written).unwrap_or_else(|| panic!("{date} is no date"))
}

fn third(date: &str, modifier: Modifier) -> (String, String) {
    let third = when(date).with_modifier(modifier);
    (third.first_day().to_string(), third.last_day().to_string())
}

#[test]
fn early_mid_and_late_tile_the_date_they_stand_before() {
    for date in [
        "2021-08-13",
        "2021-08-02/2021-08-08",
        "2021-02",
        "2021-22",
        "2021-33",
        "2021-40",
        "2001",
        "199X",
        "19XX",
        "1XXX",
        "-0490/-0481",
    ] {
        let whole = when(date);
        let [early, mid, late] = [Modifier::Start, Modifier::Mid, Modifier::End]
            .map(|modifier| whole.with_modifier(modifier));
        let second = chrono::Duration::seconds(1);
        assert_eq!(early.earliest(), whole.earliest(), "{date}");
        assert_eq!(early.latest() + second, mid.earliest(), "{date}");
        assert_eq!(mid.latest() + second, late.earliest(), "{date}");
        assert_eq!(late.latest(), whole.latest(), "{date}");
        for part in [early, mid, late] {
            assert_eq!(part.named(), whole);
            assert!(whole.contains(&part) && !part.contains(&whole));
            assert!(part.is_rough() || date == "2021-08-13", "{date}");
        }
    }
}

#[test]
fn thirds_are_cut_where_readers_expect_them() {
    for (date, modifier, first, last) in [
        ("2021-08", Modifier::Start, "2021-08-01", "2021-08-10"),
        ("2021-08", Modifier::Mid, "2021-08-11", "2021-08-20"),
        ("2021-08", Modifier::End, "2021-08-21", "2021-08-31"),
        ("2001", Modifier::Mid, "2001-05-01", "2001-08-31"),
        ("2001", Modifier::End, "2001-09-01", "2001-12-31"),
        ("199X", Modifier::Start, "1990-01-01", "1993-12-31"),
        ("19XX", Modifier::End, "1967-01-01", "1999-12-31"),
        (
            "2021-08-02/2021-08-08",
            Modifier::End,
            "2021-08-06",
            "2021-08-08",
        ),
    ] {
        let expected = (first.to_owned(), last.to_owned());
        assert_eq!(third(date, modifier), expected, "{date}");
    }
}

#[test]
fn dates_stand_in_the_order_a_reader_expects() {
    let ordered = [
        when("1990").with_modifier(Modifier::Before),
        when("1990"),
        when("1990").with_modifier(Modifier::After),
        when("2001"),
        when("2001-05"),
        when("2001").with_modifier(Modifier::End),
        when("2021-08"),
        when("2021-08").with_modifier(Modifier::Start),
        when("2021-08-02"),
        when("2021-08").with_modifier(Modifier::Mid),
        when("2021-08-13"),
        when("2021-08-13T14:05"),
        when("2021-08-13").with_modifier(Modifier::End),
        when("2021-08").with_modifier(Modifier::End),
    ];
    for pair in ordered.windows(2) {
        assert!(pair[0].order() < pair[1].order(), "{} {}", pair[0], pair[1]);
    }
}

#[test]
fn late_on_a_day_is_that_day_for_sure() {
    let late = when("2021-08-13").with_modifier(Modifier::End);
    assert_eq!(late.certainty, Certainty::Exact);
    assert!(!late.is_rough());
    assert_eq!(late.first_day(), late.last_day());
    assert_eq!(late.earliest().to_string(), "2021-08-13 16:00:00");
}

#[test]
fn what_has_no_thirds_is_only_about() {
    for date in ["2021-08-14/2021-08-15", "1939/1945", "2021-08-13T16:08"] {
        let late = when(date).with_modifier(Modifier::End);
        assert_eq!(late.modifier(), Some(Modifier::Approx), "{date}");
        assert_eq!(late.earliest(), when(date).earliest(), "{date}");
    }
    let early = when("2021-08").with_modifier(Modifier::Start);
    assert_eq!(early.with_modifier(Modifier::End), early);
}

#[test]
fn a_third_stays_rough_and_an_open_end_about() {
    let early = when("2021-08").with_modifier(Modifier::Start);
    assert_eq!(early.with_certainty(Certainty::Exact), early);
    let before = when("1990").with_modifier(Modifier::Before);
    assert_eq!(before.with_certainty(Certainty::Uncertain), before);
}

#[test]
fn an_open_end_lies_inside_nothing_that_is_closed() {
    let before = when("1990").with_modifier(Modifier::Before);
    let after = when("1990").with_modifier(Modifier::OnOrAfter);
    assert!(before.contains(&when("1066")) && !before.contains(&when("1991")));
    assert!(after.contains(&when("2021")) && !after.contains(&when("1989")));
    assert!(!when("199X").contains(&before) && !when("199X").contains(&after));
    assert!(before.contains(&when("1980").with_modifier(Modifier::Before)));
    assert_eq!((before.not_before(), after.not_after()), (None, None));
}

#[test]
fn equal_dates_are_equal_whichever_way_they_were_reached() {
    let known = Known::Written;
    let months = |count, grain| When::months(2021, 1, count, grain, known).unwrap();
    assert_eq!(months(12, Grain::Year), months(12, Grain::Decade));
    assert_eq!(months(1, Grain::Month), months(1, Grain::Quarter));
    assert_eq!(
        when("2021-01").hull(when("2021-02")),
        months(2, Grain::Half)
    );
    assert_eq!(
        when("2021-08-02").hull(when("2021-08-08")),
        when("2021-08-02/2021-08-08")
    );
}
