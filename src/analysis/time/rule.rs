//! The rules: patterns with what they mean and the evidence for it, out of
//! `assets/english/time-rules.toml`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Modifier;
use super::find::Outlook;
use super::holiday::{self, Falls, Holiday};
use super::meaning::{Anchor, Kind, Part, Parts};
use super::pattern::{Test, Tree};
use super::story::Story;
use super::words::{Literal, Value, Words};

const WORDS: &str = include_str!("../../../assets/english/time-words.toml");
const RULES: &str = include_str!("../../../assets/english/time-rules.toml");

/// The temporal rules and words of a language.
#[derive(Debug)]
pub struct Rules {
    pub(super) words: Words,
    pub(super) rules: Vec<Rule>,
    pub(super) tree: Tree,
    /// What may stand before an expression and belong to it ("early", "more than").
    pub(super) prefixes: Vec<Prefix>,
    pub(super) prefix_tree: Tree,
    /// Words that show whether a date lies ahead of the text or behind it.
    pub(super) cues: Vec<Outlook>,
    pub(super) cue_tree: Tree,
    /// The days of the year that [`Part::Holiday`] numbers.
    pub(super) holidays: Vec<Falls>,
    /// The word "to", which makes a future of "is" and "are".
    pub(super) to: Literal,
}

/// One rule, ready to be matched.
#[derive(Debug)]
pub(super) struct Rule {
    pub name: &'static str,
    pub kind: Kind,
    pub anchor: Anchor,
    /// What the rule says beyond its words.
    pub given: Vec<(Part, i32)>,
    pub modifier: Option<Modifier>,
    pub surroundings: Surroundings,
    /// The `quant` of TIMEX3 of what it finds.
    pub quant: Option<&'static str>,
    /// The only kind of text it holds in.
    pub only_in: Option<Story>,
    /// Whether it still holds where the words are written as a name is ("This Week").
    pub names: Names,
}

/// What words are that are all written with capitals inside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Days, months and holidays are written so.
    Time,
    /// A name that happens to be made of words of time.
    Name,
}

/// What must and must not stand beside an expression.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    pub after: Vec<Test>,
    pub before: Vec<Test>,
    pub not_after: Vec<Test>,
    pub not_before: Vec<Test>,
}

/// What an expression may begin with besides its own words.
#[derive(Debug)]
pub(super) struct Prefix {
    pub modifier: Option<Modifier>,
    pub place: Place,
    pub kinds: Vec<Kind>,
    /// What must not follow it ("over the past week" is "over" and "the past week").
    pub not_before: Vec<Test>,
}

/// Whether a prefix belongs to the words of the expression it modifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Place {
    #[default]
    Inside,
    Outside,
}

/// What a rule says of itself in its asset: enough to test it.
#[derive(Debug, Clone, Deserialize)]
pub struct Evidence {
    pub name: String,
    /// Each a text, the expression in it, and its value for a document of the evidence's date.
    #[serde(default)]
    pub yields: Vec<[String; 3]>,
    /// Texts in which the rule finds nothing.
    #[serde(default)]
    pub rejects: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asset<'a> {
    /// The date of the document that `yields` speak of.
    #[serde(rename = "published")]
    _published: &'a str,
    phrases: BTreeMap<String, String>,
    #[serde(borrow)]
    prefix: Vec<PrefixText<'a>>,
    #[serde(borrow)]
    cue: Vec<CueText<'a>>,
    #[serde(borrow)]
    rule: Vec<RuleText<'a>>,
}

/// What may stand in the clause of a date and tell where it lies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueText<'a> {
    #[serde(borrow)]
    patterns: Vec<&'a str>,
    looks: Outlook,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PrefixText<'a> {
    #[serde(borrow)]
    patterns: Vec<&'a str>,
    modifier: Option<Modifier>,
    kinds: Vec<Kind>,
    #[serde(default)]
    place: Place,
    #[serde(default)]
    not_before: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RuleText<'a> {
    name: &'a str,
    #[serde(borrow)]
    patterns: Vec<&'a str>,
    means: Kind,
    anchor: Option<Anchor>,
    #[serde(default)]
    with: BTreeMap<String, Value>,
    modifier: Option<Modifier>,
    #[serde(default)]
    after: &'a str,
    #[serde(default)]
    before: &'a str,
    #[serde(default)]
    not_after: &'a str,
    #[serde(default)]
    not_before: &'a str,
    only_in: Option<Story>,
    quant: Option<&'a str>,
    #[serde(rename = "yields", default)]
    _yields: serde::de::IgnoredAny,
    #[serde(rename = "rejects", default)]
    _rejects: serde::de::IgnoredAny,
}

impl Rules {
    /// Loads the built-in English rules.
    pub fn english() -> Self {
        Self::parse(WORDS, RULES, holiday::english())
    }

    /// Returns the evidence of the built-in English rules, in their order, and
    /// the date of the document it speaks of.
    pub fn english_evidence() -> (NaiveDate, Vec<Evidence>) {
        #[derive(Deserialize)]
        struct Whole {
            published: String,
            rule: Vec<Evidence>,
        }
        let whole: Whole = toml::from_str(RULES).expect("the built-in evidence parses");
        let published = whole.published.parse();
        let mut evidence = whole.rule;
        evidence.extend(holiday::evidence());
        (published.expect("the evidence has a date"), evidence)
    }

    /// Compiles words and rules.
    ///
    /// # Panics
    /// When the assets are malformed, which a test of the built-in ones excludes.
    fn parse(words: &str, rules: &'static str, holidays: Vec<Holiday<'static>>) -> Self {
        let mut words = Words::parse(words);
        let asset: Asset<'static> = toml::from_str(rules).expect("the temporal rules parse");
        let numbered = (0..).zip(&asset.rule);
        let of_rules = numbered.flat_map(|(rule, text)| patterns(rule, &text.patterns));
        let numbered = (asset.rule.len() as u16..).zip(&holidays);
        let of_holidays = numbered.flat_map(|(rule, holiday)| {
            let patterns = holiday.patterns();
            patterns.map(move |pattern| (rule, Cow::Owned(pattern)))
        });
        let tree = plant(of_rules.chain(of_holidays), &asset.phrases, &mut words);
        let numbered = (0..).zip(&asset.prefix);
        let of_prefixes = numbered.flat_map(|(prefix, text)| patterns(prefix, &text.patterns));
        let prefix_tree = plant(of_prefixes, &asset.phrases, &mut words);
        let numbered = (0..).zip(&asset.cue);
        let of_cues = numbered.flat_map(|(cue, text)| patterns(cue, &text.patterns));
        let cue_tree = plant(of_cues, &asset.phrases, &mut words);
        let cues = asset.cue.iter().map(|cue| cue.looks).collect();
        let falls = holidays.iter().map(|holiday| holiday.falls).collect();
        let mut rules: Vec<Rule> = asset
            .rule
            .into_iter()
            .map(|rule| rule.compile(&mut words))
            .collect();
        for (index, holiday) in (0..).zip(&holidays) {
            rules.push(Rule::of_holiday(holiday, index, &mut words));
        }
        let prefixes = asset
            .prefix
            .into_iter()
            .map(|prefix| prefix.compile(&mut words))
            .collect();
        let to = words.literal("to");
        Self {
            words,
            rules,
            tree,
            prefixes,
            prefix_tree,
            cues,
            cue_tree,
            holidays: falls,
            to,
        }
    }
}

/// Patterns with the number of what they belong to.
fn patterns<'a>(
    number: u16,
    patterns: &'a [&'static str],
) -> impl Iterator<Item = (u16, Cow<'static, str>)> + 'a {
    let borrowed = patterns.iter().copied().map(Cow::Borrowed);
    borrowed.map(move |pattern| (number, pattern))
}

/// Grows one tree of numbered patterns, ready to be matched.
fn plant(
    patterns: impl Iterator<Item = (u16, Cow<'static, str>)>,
    phrases: &BTreeMap<String, String>,
    words: &mut Words,
) -> Tree {
    let mut tree = Tree::default();
    for (number, pattern) in patterns {
        tree.add(number, &pattern, phrases, words);
    }
    tree.index(words);
    tree
}

impl PrefixText<'_> {
    fn compile(self, words: &mut Words) -> Prefix {
        Prefix {
            modifier: self.modifier,
            place: self.place,
            kinds: self.kinds,
            not_before: tests(self.not_before, words),
        }
    }
}

impl RuleText<'static> {
    fn compile(self, words: &mut Words) -> Rule {
        let given = self.with.iter().map(|(part, value)| {
            let known = Part::named(part);
            let known = known.unwrap_or_else(|| panic!("rule {}: no part {part:?}", self.name));
            (known, value.code())
        });
        Rule {
            name: self.name,
            kind: self.means,
            anchor: self.anchor.unwrap_or(Anchor::Document),
            given: given.collect(),
            modifier: self.modifier,
            quant: self.quant,
            only_in: self.only_in,
            names: match self.means {
                Kind::Calendar => Names::Time,
                Kind::Relative | Kind::Shift | Kind::Duration | Kind::Set | Kind::Reference => {
                    Names::Name
                }
            },
            surroundings: Surroundings {
                after: tests(self.after, words),
                before: tests(self.before, words),
                not_after: tests(self.not_after, words),
                not_before: tests(self.not_before, words),
            },
        }
    }
}

/// Reads words and `{classes}` with spaces between.
fn tests(list: &str, words: &mut Words) -> Vec<Test> {
    list.split_whitespace()
        .map(|item| {
            match item
                .strip_prefix('{')
                .and_then(|item| item.strip_suffix('}'))
            {
                Some(class) => Test::Class(
                    words
                        .class(class)
                        .unwrap_or_else(|| panic!("no class of words {{{class}}}")),
                ),
                None => Test::Literal(words.literal(item)),
            }
        })
        .collect()
}

impl Rule {
    /// The rule that finds a holiday.
    fn of_holiday(holiday: &Holiday<'static>, index: i32, words: &mut Words) -> Self {
        let unit = holiday.unit.as_ref();
        let mut given = vec![(Part::Holiday, index)];
        given.extend(unit.map(|unit| (Part::Unit, unit.code())));
        Self {
            name: holiday.name,
            kind: Kind::Calendar,
            anchor: Anchor::Document,
            given,
            modifier: None,
            surroundings: Surroundings {
                not_after: tests(holiday.not_after, words),
                ..Surroundings::default()
            },
            quant: None,
            only_in: None,
            names: Names::Time,
        }
    }

    pub fn holds_in(&self, story: Story) -> bool {
        self.only_in.is_none_or(|only| only == story)
    }

    /// Adds what the rule says beyond its words.
    pub fn fill(&self, parts: &mut Parts) {
        for (part, value) in &self.given {
            if !parts.has(*part) {
                parts.set(*part, *value);
            }
        }
    }
}
