//! Sentences that tell of a time which nothing dates.
//!
//! "The council met on Friday" in an article without a date tells of a Friday,
//! nobody knows which. Such a sentence makes no report, but is not dropped:
//! once the article has a date, it may have one too.

use super::Report;
use crate::analysis::time::{Reason, Timex, TimexType};

/// A sentence whose words of time nothing dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undated {
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of the first of its expressions that has no date to count from.
    pub timex: u32,
}

/// Finds the sentences that have an expression without anything to count from,
/// and make no report; each once.
pub fn undated(timexes: &[Timex], reports: &[Report]) -> Vec<Undated> {
    let mut undated: Vec<Undated> = Vec::new();
    for (index, timex) in (0..).zip(timexes) {
        let is_date = matches!(timex.kind, TimexType::Date | TimexType::Time);
        let is_known = timex.when.is_some() || timex.why.reason != Reason::Unanchored;
        let is_again = undated
            .last()
            .is_some_and(|last| last.sentence == timex.sentence);
        if !is_date || is_known || is_again {
            continue;
        }
        let reported = reports.binary_search_by_key(&timex.sentence, |report| report.sentence);
        if reported.is_err() {
            undated.push(Undated {
                sentence: timex.sentence,
                timex: index,
            });
        }
    }
    undated
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::analysis::{Lexicon, analyse};
    use crate::document::Document;

    fn undated(text: &str, published: Option<NaiveDate>) -> Vec<String> {
        let document = Document::given("example", text, published);
        let analysis = analyse(&document, Lexicon::english());
        let said = analysis.undated.iter().map(|undated| {
            let timex = &analysis.timexes[undated.timex as usize];
            timex.span.of(&document.text).to_owned()
        });
        said.collect()
    }

    #[test]
    fn what_no_date_resolves_is_kept_and_only_that() {
        let text = "The council met on Friday. The bridge was closed last week, and again yesterday. \
                    It opened on 3 May 2019. They meet every Monday. The work took three weeks.";
        assert_eq!(undated(text, None), ["Friday", "last week"]);
        let day = NaiveDate::from_ymd_opt(2021, 8, 14);
        assert_eq!(undated(text, day), [""; 0]);
    }
}
