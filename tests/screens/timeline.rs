//! The timeline: zooms, lanes, filters, what is undated, what several tell.

use insta::assert_snapshot;
use newsreader::app::Message;

use super::harness::Stage;

/// Keys, then a line typed with its blanks and entered.
fn entered(stage: &mut Stage, keys: &str, line: &str) {
    stage.press(keys);
    stage.send(Message::Paste(line.to_owned()));
    stage.press("enter");
}

/// Two articles that tell of one day's fall of a city, and one that dates it otherwise.
fn rivals(columns: u16, rows: u16) -> Stage {
    let told = "Zaranj, the capital of Nimruz province, fell to Taliban fighters";
    let texts = [
        (
            format!("{told} on 6 August 2021. Talks will resume on 20 September 2021."),
            Some("2021-08-14"),
        ),
        (
            format!("On 6 August 2021 {told}, the first of the capitals."),
            Some("2021-08-07"),
        ),
        (
            format!("{told} on 7 August 2021, after a short fight."),
            Some("2021-09-01"),
        ),
    ];
    Stage::piled(columns, rows, &texts)
}

#[test]
fn three_zooms_of_the_samples() {
    let mut stage = Stage::new(100, 24);
    stage.press("3 z");
    assert_snapshot!("day", stage.shown());
    stage.press("- -");
    assert_snapshot!("month", stage.shown());
    stage.press("-");
    assert_snapshot!("year", stage.shown());
}

#[test]
fn people_have_lanes_and_bars_count_by_lane() {
    let mut stage = Stage::new(120, 24);
    stage.press("3 z L");
    assert_snapshot!("lanes by person", stage.shown());
    stage.press("- -");
    assert_snapshot!("bars by person", stage.shown());
    stage.press("0 L L");
    assert_snapshot!("lanes by document", stage.shown());
    stage.resize(40, 12);
    stage.press("L L");
    assert_snapshot!("one lane", stage.shown());
}

#[test]
fn the_filter_is_said_in_the_frame() {
    let mut stage = Stage::new(120, 24);
    entered(
        &mut stage,
        "3 z F",
        "person:zarif person:khatibzadeh from:\"aug 2021\" kind:happened",
    );
    assert_snapshot!("filtered", stage.shown());
    entered(&mut stage, "F ctrl-u", "colour:red");
    let shown = stage.shown();
    assert!(shown.contains("“colour:” is not known"), "{shown}");
}

#[test]
fn what_is_undated_is_listed_at_the_end() {
    let text = "The council met on Friday in Geneva. Anna Berger left last week. The bridge opened on 3 May 2019.";
    let mut stage = Stage::given(80, 16, text, None);
    stage.press("3 z G");
    assert_snapshot!("undated", stage.shown());
    stage.press("enter");
    let shown = stage.shown();
    assert!(shown.contains("Anna Berger"), "{shown}");
}

#[test]
fn reports_are_unfolded_with_who_was_first() {
    let mut stage = rivals(110, 16);
    stage.press("3 z g g enter j");
    assert_snapshot!("unfolded", stage.shown());
}

#[test]
fn reports_that_date_it_otherwise_are_said() {
    let mut stage = rivals(110, 16);
    stage.press("3 z g g j");
    assert_snapshot!("dated elsewhere", stage.shown());
    stage.press("g g v j M");
    stage.decide();
    stage.press("g g enter");
    assert_snapshot!("dates differ", stage.shown());
}

#[test]
fn key_events_and_selected_ones_are_marked() {
    let mut stage = rivals(80, 14);
    stage.press("3 z g g s v j");
    stage.decide();
    assert_snapshot!("marked", stage.shown());
}
