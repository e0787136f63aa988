//! What is known of an expression of time, in plain words.

use super::steps::Fact;
use crate::analysis::report::Report;
use crate::analysis::time::{Basis, Known, Modifier, Reason, Timex, TimexType, When};
use crate::corpus::timeline::heading;
use crate::document::{Document, Published, PublishedFrom, Span};

/// Letters of an expression that are quoted at most.
const LETTERS: usize = 80;

/// Names a sentence by its number, counted from 1.
pub(super) fn sentence(index: u32) -> String {
    format!("sentence {}", u64::from(index) + 1)
}

/// Words the facts about the expressions of one article.
pub(super) struct Wording<'a> {
    pub document: &'a Document,
    pub timexes: &'a [Timex],
    /// The key that sets a date, if one does.
    pub key: Option<&'a str>,
}

impl Wording<'_> {
    /// Everything to know of an expression, and of the report it dates if any.
    pub fn of_expression(&self, timex: &Timex, report: Option<&Report>) -> Vec<Fact> {
        let told = timex.told();
        let mut facts = vec![
            fact("words", self.quoted(timex.span)),
            fact("means", meaning(timex)),
            match told {
                // A history without a date counts from what it named last.
                Some(when) if when.known == Known::Computed && !counts_from_article(timex) => {
                    Fact {
                        words: "counted from words before".to_owned(),
                        ..known(when.known)
                    }
                }
                Some(when) => known(when.known),
                None => fact("known", unknown(timex).to_owned()),
            },
        ];
        facts.extend(self.range(timex, report));
        facts.push(fact("how", self.reasoning(timex)));
        if counts_from_article(timex) {
            facts.extend(self.published());
        }
        facts.extend(self.spoken(timex));
        facts.push(fact("rule", timex.rule.to_owned()));
        facts.push(fact("codes", codes(told, Some(timex))));
        facts
    }

    /// What to know of a report that only the article's own date tells of.
    pub fn of_own_date(&self, report: &Report) -> Vec<Fact> {
        let mut facts = vec![
            fact("means", heading(&report.when)),
            known(report.when.known),
            fact(
                "how",
                "no sentence names a date of its own: nothing but the article's date stands behind it"
                    .to_owned(),
            ),
        ];
        facts.extend(self.published());
        facts.push(fact("codes", codes(Some(report.when), None)));
        facts
    }

    /// Quotes words of the text, on one line.
    pub fn quoted(&self, span: Span) -> String {
        let letters: String = span.of(&self.document.text).chars().take(LETTERS).collect();
        let words: Vec<&str> = letters.split_whitespace().collect();
        let more = if span.len() > letters.len() {
            "…"
        } else {
            ""
        };
        format!("“{}{more}”", words.join(" "))
    }

    /// The other end of a range, and what both cover together.
    fn range(&self, timex: &Timex, report: Option<&Report>) -> Option<Fact> {
        let other = self.timexes.get(timex.range_with? as usize)?;
        let both = report.map(|report| report.when);
        let both = both.map_or(String::new(), |when| {
            format!("; together {} (EDTF {when})", heading(&when))
        });
        let words = format!("the other end is {}{both}", self.quoted(other.span));
        Some(fact("range", words))
    }

    fn reasoning(&self, timex: &Timex) -> String {
        let reason = timex.why.reason;
        let words = reason.in_words();
        match reason {
            Reason::Written | Reason::NoDate => words.to_owned(),
            Reason::Unanchored => format!("{words}: {}", self.lack()),
            Reason::Nearest | Reason::Latest | Reason::Coming => {
                let written = timex.when.is_some_and(|when| when.known == Known::Written);
                let open = if written {
                    "the year is left open; "
                } else {
                    ""
                };
                format!("{open}{words} {}", self.anchor(timex))
            }
            Reason::Counted | Reason::InPeriod | Reason::AtHand | Reason::QuarterBefore => {
                format!("{words} {}", self.anchor(timex))
            }
        }
    }

    fn anchor(&self, timex: &Timex) -> String {
        match timex.why.basis {
            None => "what came before".to_owned(),
            Some(Basis::Published) => match self.document.published {
                Some(published) => format!("the article's date, {}", day(published)),
                None => "the article's date".to_owned(),
            },
            Some(Basis::Timex(index)) => match self.timexes.get(index as usize) {
                None => "what came before".to_owned(),
                Some(anchor) => {
                    let place = if anchor.sentence == timex.sentence {
                        "in the same sentence".to_owned()
                    } else {
                        format!("in {}", sentence(anchor.sentence))
                    };
                    let when = anchor.when.map(|when| format!(" ({})", heading(&when)));
                    let when = when.unwrap_or_default();
                    format!("{}{when} {place}", self.quoted(anchor.span))
                }
            },
        }
    }

    /// Why there is nothing to count from, and what to do.
    fn lack(&self) -> String {
        match (self.document.published, self.key) {
            (Some(_), _) => "the text names none before that fits".to_owned(),
            (None, Some(key)) => {
                format!("the article has none, the text names none before; {key} sets one")
            }
            (None, None) => "the article has none, the text names none before".to_owned(),
        }
    }

    /// Where the article's own date comes from, and how sure it is.
    fn published(&self) -> Option<Fact> {
        let published = self.document.published?;
        let mut words = origin(published.from).to_owned();
        if published.from.is_inferred() {
            words.push_str(", so it may be wrong");
            if let Some(key) = self.key {
                words.push_str(&format!("; {key} sets another"));
            }
        }
        Some(fact("from", words))
    }

    /// The day as a speaker counts it. The distance from the article's date to
    /// what the words mean there is that from the day of speaking to what they mean here.
    fn spoken(&self, timex: &Timex) -> Option<Fact> {
        let spoken = timex.spoken?;
        let distance = || {
            let published = self.document.published?.date;
            Some(timex.when?.first_day() - published)
        };
        let said = distance().and_then(|days| spoken.first_day().checked_sub_signed(days));
        let said = said.map_or(String::new(), |said| {
            format!(" dated {}", heading(&When::day(said, Known::Carried)))
        });
        let from_article = timex.when.map_or(String::new(), |when| {
            format!("; the article's would be {}", heading(&when))
        });
        let words = format!(
            "in speech{said}: the speaker's {} is {}{from_article}",
            self.quoted(timex.span),
            heading(&spoken)
        );
        Some(fact("said", words))
    }
}

fn counts_from_article(timex: &Timex) -> bool {
    timex.why.basis == Some(Basis::Published)
}

fn fact(label: &'static str, words: String) -> Fact {
    Fact {
        label,
        words,
        known: None,
    }
}

fn known(known: Known) -> Fact {
    Fact {
        label: "known",
        words: known.in_words().to_owned(),
        known: Some(known),
    }
}

fn day(published: Published) -> String {
    heading(&When::day(published.date, Known::Published))
}

/// What an expression means on the calendar, with its modifier.
fn meaning(timex: &Timex) -> String {
    let means = match (timex.told(), timex.kind) {
        (Some(when), _) => heading(&when.named()),
        (None, TimexType::Duration) => "a length of time".to_owned(),
        (None, TimexType::Set) => "something that repeats".to_owned(),
        (None, TimexType::Date | TimexType::Time) if is_open(timex) => {
            "a date that stays open".to_owned()
        }
        (None, TimexType::Date | TimexType::Time) => "some time, no more is said".to_owned(),
    };
    match timex.modifier {
        Some(modifier) => format!("{means}, {}", modified(modifier)),
        None => means,
    }
}

/// Why there is no date on the calendar.
fn unknown(timex: &Timex) -> &'static str {
    if is_open(timex) {
        "? not resolved"
    } else {
        "no date to know"
    }
}

/// Whether the words mean a date, and nothing tells which.
fn is_open(timex: &Timex) -> bool {
    timex.why.reason == Reason::Unanchored
}

fn modified(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "early in it",
        Modifier::Mid => "in the middle of it",
        Modifier::End => "late in it",
        Modifier::Approx => "roughly",
        Modifier::LessThan => "less than that",
        Modifier::MoreThan => "more than that",
        Modifier::EqualOrLess => "that at most",
        Modifier::EqualOrMore => "that at least",
        Modifier::Before => "before it",
        Modifier::After => "after it",
        Modifier::OnOrBefore => "then or before",
        Modifier::OnOrAfter => "then or after",
    }
}

/// The date as programs write it: EDTF, and what TIMEX3 says of the expression.
fn codes(when: Option<When>, timex: Option<&Timex>) -> String {
    let mut codes: Vec<String> = when.iter().map(|when| format!("EDTF {when}")).collect();
    codes.extend(timex.map(|timex| format!("TIMEX3 {} {}", timex.kind.as_str(), timex.value)));
    let modifier = timex.and_then(|timex| timex.modifier);
    codes.extend(modifier.map(|modifier| format!("mod {}", modifier.as_str())));
    codes.join(" · ")
}

/// What told the article's date.
fn origin(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::Set => "you set the article's date",
        PublishedFrom::Metadata => "the article's date is stated by its file",
        PublishedFrom::Url => "the article's date stands in its address",
        PublishedFrom::Head => "the article's date was read in its first lines",
        PublishedFrom::Dateline => {
            "the article's date: the day from its dateline, the year from its copyright line"
        }
        PublishedFrom::FileName => "the article's date was read in the name of its file or folder",
        PublishedFrom::Copyright => "the article's date was read in its copyright line",
        PublishedFrom::Inferred => "its file marks the article's date as inferred",
    }
}
