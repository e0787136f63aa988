//! Sentences that nobody writes are read to their end, in time with their length.

use super::{published, read};

#[test]
fn a_sentence_without_end_is_read_to_its_end() {
    const TIMES: usize = 20_000;
    for piece in [
        "the town fell on Friday and ",
        "he said Friday the town fell, ",
        "on Friday (Friday ",
        "who fell on Friday, ",
        "today that ",
        "plans on Friday to fall ",
        "“ said on Friday ” ",
        "since Friday's election, ",
        "according to Friday, ",
        "Ann Blackwood said on 3 May 2001, ",
    ] {
        let text = format!("It rained on Friday. Hours later {}", piece.repeat(TIMES));
        let (_, analysis) = read(&text, Some(published()));
        assert!(analysis.reports.len() < TIMES, "{piece:?}");
    }
}
