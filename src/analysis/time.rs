//! Expressions of time: found by rules, resolved to dates.
//!
//! Meaning comes in two steps. `find` matches the rules of `assets/english/`
//! against tokens and yields what the words say; `resolve` decides which date
//! that was, and is the only place that looks at the document's publication
//! date or at the expressions before. Around the two, in the order of [`find`]:
//!
//! | step | what it does |
//! |---|---|
//! | `find` | words to expressions: the longest, then the first rule; which way the clause looks |
//! | `story` | whether the text counts from its day of publication or from where its story is |
//! | `order` | whether the numeric dates of the document put day or month first |
//! | `range` | the other ends of ranges, and what one end lends the other |
//! | `speech` | which weekdays are those of a saying, and what a speaker's "today" is |
//! | `resolve` | which date each means, and [`Why`] |
//! | `hang` | distances from a date beside them ("two days after the vote on Sunday") |
//! | `modifier` | "early", "about", "more than" on the date itself |
//!
//! [`typed`] reads a date that someone types instead of writing a text.
//!
//! ```
//! use newsreader::analysis::{Lexicon, text::Text, time};
//! use newsreader::document::Document;
//! let saturday = chrono::NaiveDate::from_ymd_opt(2021, 8, 14);
//! let document = Document::given("example", "The talks resume on Monday.", saturday);
//! let found = time::find(&Text::read(&document), &document, &Lexicon::english().time);
//! assert_eq!(found[0].value, "2021-08-16");
//! assert_eq!((found[0].rule, found[0].why.reason.as_str()), ("weekday", "coming"));
//! ```

mod find;
mod hang;
mod holiday;
mod items;
mod meaning;
mod modifier;
mod moment;
mod order;
mod pattern;
mod range;
mod resolve;
mod rule;
mod speech;
mod story;
pub mod typed;
mod unit;
mod when;
mod why;
mod words;

use crate::analysis::text::Text;
use crate::document::{Document, Span};

pub use modifier::Modifier;
pub use rule::{Evidence, Rules};
use story::Story;
pub use when::{Certainty, Grain, Known, When};
pub use why::{Basis, Reason, Why};

/// The types of TIMEX3 (TimeML 1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexType {
    /// Returns the word TIMEX3 uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// How often a set repeats, beyond its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeats {
    /// The `quant` attribute of TIMEX3: the word that says it repeats ("EVERY", "EVERY OTHER").
    pub quant: Option<&'static str>,
    /// The number in the `freq` attribute: how many times within each unit ("2" of "2X").
    pub times: Option<u32>,
}

/// One expression of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timex {
    pub span: Span,
    pub kind: TimexType,
    /// The TIMEX3 value ("2021-08-13", "P4DE", "PAST_REF"); parts not known are `X`.
    pub value: String,
    pub modifier: Option<Modifier>,
    /// How a set repeats; `None` for all other types.
    pub repeats: Option<Repeats>,
    /// The stretch of the calendar it stands for; `None` for sets, vague
    /// references, durations that lead from no date, and what no anchor resolves.
    pub when: Option<When>,
    /// In dated speech: the day as the speaker counts it ("tomorrow", said on Tuesday).
    pub spoken: Option<When>,
    /// The other end of a range ("between *May* and *July*"), by its index.
    pub range_with: Option<u32>,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// By which reasoning it got its date.
    pub why: Why,
    /// Index of its sentence.
    pub sentence: u32,
}

/// Finds and resolves the expressions of a text, in its order.
pub fn find(text: &Text<'_>, document: &Document, rules: &Rules) -> Vec<Timex> {
    let published = document.published.map(|published| published.date);
    let mut found = find::find(text, rules);
    let story = Story::of(&found, published, rules);
    found.retain(|found| rules.rules[usize::from(found.rule)].holds_in(story));
    order::decide(&mut found, published, rules);
    let mut found = range::tie(text, found, rules);
    speech::turn_back(text, &mut found, rules);
    let mut timexes = resolve::resolve(&found, story, published, rules);
    hang::tie(text, &found, &mut timexes, rules);
    modifier::apply(text, &found, &mut timexes, rules);
    speech::anchor(text, &found, &mut timexes, rules);
    timexes
}

#[cfg(test)]
mod tests;
