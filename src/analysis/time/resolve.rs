//! Decides which date an expression means: the second of the two steps.
//!
//! The only place that looks at the document's own date and at the expressions
//! before. Without a date, relative expressions keep a value with `X` in place
//! of what is not known, and no [`When`](super::When).

mod amount;
mod anchors;
mod calendar;
mod clock;
mod distance;

use chrono::NaiveDate;

use super::find::{Found, Voice};
use super::holiday::Falls;
use super::meaning::{Kind, Part};
use super::moment::Moment;
use super::range::Partner;
use super::rule::{Rule, Rules};
use super::story::Story;
use super::unit::Reference;
use super::when::{Known, When};
use super::why::{Basis, Reason, Why};
use super::{Repeats, Timex, TimexType};
use anchors::Anchors;

pub(super) use amount::{shown_unit, whole_steps};
pub(super) use calendar::written_year;

/// What an expression means, as far as it can be told.
#[derive(Debug, Clone)]
pub(super) struct Resolution {
    pub kind: TimexType,
    pub value: String,
    pub moment: Option<Moment>,
    pub known: Known,
    pub why: Why,
}

/// A date, and the reasoning behind it.
#[derive(Debug, Clone, Copy)]
struct Told {
    moment: Moment,
    why: Why,
}

/// A day to count from, and what gave it.
#[derive(Debug, Clone, Copy)]
struct Base {
    day: NaiveDate,
    basis: Basis,
}

impl Base {
    fn why(self, reason: Reason) -> Why {
        Why::new(reason, self.basis)
    }
}

impl Why {
    /// What a date that was reasoned out so is known by.
    fn known(self) -> Known {
        match self.basis {
            Some(Basis::Timex(_)) => Known::Carried,
            Some(Basis::Published) => Known::Computed,
            None => Known::Written,
        }
    }
}

impl Resolution {
    fn date(told: Told) -> Self {
        Self::known_by(told, told.why.known())
    }

    fn known_by(Told { moment, why }: Told, known: Known) -> Self {
        let is_time = moment.clock.is_some() || moment.part.is_some();
        Self {
            kind: if is_time {
                TimexType::Time
            } else {
                TimexType::Date
            },
            value: moment.value(),
            moment: Some(moment),
            known,
            why,
        }
    }

    fn open(kind: TimexType, value: impl Into<String>, reason: Reason) -> Self {
        Self {
            kind,
            value: value.into(),
            moment: None,
            known: Known::Computed,
            why: Why::alone(reason),
        }
    }
}

/// Resolves the expressions of one document, in order.
pub(super) fn resolve(
    found: &[Found],
    story: Story,
    published: Option<NaiveDate>,
    rules: &Rules,
) -> Vec<Timex> {
    let mut resolver = Resolver {
        holidays: &rules.holidays,
        published,
        story,
        anchors: Anchors::default(),
        sentence: 0,
        voice: Voice::Told,
    };
    found
        .iter()
        .enumerate()
        .map(|(index, found)| {
            let rule = &rules.rules[usize::from(found.rule)];
            resolver.sentence = found.sentence;
            resolver.voice = match story {
                Story::News => Voice::Told,
                Story::History => found.voice,
            };
            let resolution = resolver.resolve(found, rule);
            let told = anchors::Told {
                found,
                rule,
                moment: resolution.moment,
                index: index as u32,
            };
            resolver.anchors.follow(told, story, published);
            timex(index, found, rule, &resolution)
        })
        .collect()
}

fn timex(index: usize, found: &Found, rule: &Rule, resolution: &Resolution) -> Timex {
    Timex {
        span: found.span,
        kind: resolution.kind,
        value: resolution.value.clone(),
        modifier: found.modifier,
        repeats: repeats(found, rule),
        when: resolution
            .moment
            .and_then(|moment| moment.when(resolution.known)),
        spoken: None,
        range_with: found.partner.map(|partner| match partner {
            Partner::Before => index as u32 - 1,
            Partner::After => index as u32 + 1,
        }),
        rule: rule.name,
        why: resolution.why,
        sentence: found.sentence,
    }
}

/// How a set repeats, for the `quant` and `freq` of TIMEX3.
fn repeats(found: &Found, rule: &Rule) -> Option<Repeats> {
    (rule.kind == Kind::Set).then(|| Repeats {
        quant: rule.quant,
        times: found
            .parts
            .get(Part::Times)
            .map(|hundredths| hundredths.unsigned_abs() / 100),
    })
}

/// What is known of the document when an expression is resolved.
struct Resolver<'a> {
    holidays: &'a [Falls],
    published: Option<NaiveDate>,
    story: Story,
    anchors: Anchors,
    /// The sentence of the expression in hand.
    sentence: u32,
    /// Whether that is spoken from another day than the text is written on.
    voice: Voice,
}

impl Resolver<'_> {
    fn resolve(&self, found: &Found, rule: &Rule) -> Resolution {
        let parts = &found.parts;
        let dateless = |kind, value| Resolution::open(kind, value, Reason::NoDate);
        match rule.kind {
            Kind::Calendar => calendar::resolve(self, found, rule.anchor),
            Kind::Relative => distance::relative(self, found, rule.anchor),
            Kind::Shift => distance::shift(self, parts, rule.anchor),
            Kind::Duration => dateless(TimexType::Duration, amount::duration(parts)),
            Kind::Set => dateless(TimexType::Set, amount::set(parts)),
            Kind::Reference => {
                let reference = parts.get(Part::Reference).and_then(Reference::of_code);
                let reference = reference.unwrap_or(Reference::Present);
                dateless(TimexType::Date, reference.value().to_owned())
            }
        }
    }

    /// The document's own day; those quoted in a history speak from another, which is not known.
    fn published(&self) -> Option<Base> {
        let day = self.published.filter(|_| self.voice == Voice::Told)?;
        Some(Base {
            day,
            basis: Basis::Published,
        })
    }

    /// The day from which expressions without an own year count.
    fn base(&self) -> Option<Base> {
        let told = || self.anchors.last().map(|kept| kept.base());
        match self.story {
            Story::News => self.published().or_else(told),
            Story::History => told().or(self.published()),
        }
    }
}

impl Timex {
    /// Returns what the timeline goes by: the speaker's own day in dated
    /// speech, otherwise the date; `None` while nothing resolves it.
    pub fn told(&self) -> Option<When> {
        self.spoken.or(self.when)
    }
}
