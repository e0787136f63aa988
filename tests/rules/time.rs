//! The temporal rules of `assets/english/time-rules.toml`.

use newsreader::analysis::Lexicon;
use newsreader::analysis::text::Text;
use newsreader::analysis::time::{self, Rules};
use newsreader::document::Document;

/// Each expression of a text: its words, value and rule.
fn read(text: &str, published: chrono::NaiveDate) -> Vec<(String, String, &'static str)> {
    let document = Document::given("evidence", text, Some(published));
    let read = Text::read(&document);
    time::find(&read, &document, &Lexicon::english().time)
        .into_iter()
        .map(|timex| {
            let words = timex.span.of(&document.text).to_owned();
            (words, timex.value, timex.rule)
        })
        .collect()
}

#[test]
fn every_rule_yields_what_its_evidence_says() {
    let (published, rules) = Rules::english_evidence();
    let mut failures = Vec::new();
    for rule in &rules {
        for [text, words, value] in &rule.yields {
            let found = read(text, published);
            let wanted = |(found, of, by): &(String, String, &str)| {
                (found, of, *by) == (words, value, rule.name.as_str())
            };
            if !found.iter().any(wanted) {
                failures.push(format!("{}: {text:?} gives {found:?}", rule.name));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_rule_fires_where_its_evidence_forbids_it() {
    let (published, rules) = Rules::english_evidence();
    for rule in &rules {
        for text in &rule.rejects {
            let fired = read(text, published)
                .into_iter()
                .find(|found| found.2 == rule.name);
            assert_eq!(fired, None, "{}: {text:?}", rule.name);
        }
    }
}

#[test]
fn every_rule_has_evidence() {
    let (_, rules) = Rules::english_evidence();
    let bare: Vec<&str> = rules
        .iter()
        .filter(|rule| rule.yields.is_empty())
        .map(|rule| rule.name.as_str())
        .collect();
    assert!(bare.is_empty(), "rules without evidence: {bare:?}");
}
