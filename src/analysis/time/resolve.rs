//! Decides which date an expression means: the second of the two steps.
//!
//! The only place that looks at the document's own date and at the expressions
//! before. Without a date, relative expressions keep a value with `X` in place
//! of what is not known, and no [`When`](super::When).

mod amount;
mod calendar;

use chrono::{Datelike, NaiveDate};

use super::find::{Found, Outlook, Voice};
use super::holiday::Falls;
use super::meaning::{Anchor, Kind, Part, Parts};
use super::moment::{Moment, add};
use super::range::Partner;
use super::rule::{Rule, Rules};
use super::story::Story;
use super::unit::{DayPart, Reference, Unit};
use super::when::{Known, When};
use super::why::{Basis, Reason, Why};
use super::{Repeats, Timex, TimexType};

/// A year that comes this many sentences or fewer after a finer date, and more
/// years than this away from it, is an aside (tried on the development histories).
const ASIDE: (u32, i32) = (10, 8);

/// A quarter that began longer ago, in days, is only named to compare with.
const LAST_YEAR: i64 = 300;

/// After this many sentences "a year earlier" is no longer said of the months
/// just reported (tried on the development news).
const REPORTED: u32 = 1;

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

impl Resolution {
    fn date(Told { moment, why }: Told, known: Known) -> Self {
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
            resolver.follow_report(found, rule, &resolution, index as u32);
            if let Some(moment) = resolution.moment
                && is_anchor(found, rule, moment, story)
            {
                resolver.anchors.keep(moment, found.sentence, index as u32);
            }
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

/// Whether what comes later may count from the date: not the far end of a range
/// of years, nor "two decades earlier", which look away from the story.
fn is_anchor(found: &Found, rule: &Rule, moment: Moment, story: Story) -> bool {
    let is_far_end = found.partner == Some(Partner::Before) && moment.unit >= Unit::Year;
    let is_back = found.parts.get(Part::Direction).is_some_and(|way| way < 0);
    let looks_away = match rule.kind {
        Kind::Shift => true,
        Kind::Relative => rule.anchor == Anchor::Text && is_back,
        Kind::Calendar => story == Story::History && is_aside(found),
        Kind::Duration | Kind::Set | Kind::Reference => false,
    };
    !is_far_end && !(looks_away && moment.unit >= Unit::Year) && !is_quoted(found, story)
}

/// In a history, a year that is planned, over or gone before is not where the story is.
fn is_aside(found: &Found) -> bool {
    match found.outlook {
        Outlook::Ahead | Outlook::Over | Outlook::Before => true,
        Outlook::Open | Outlook::Back => false,
    }
}

/// Those who are quoted in a history speak from a day of their own.
fn is_quoted(found: &Found, story: Story) -> bool {
    story == Story::History && found.voice == Voice::Quoted
}

/// The last date named, unit by unit.
#[derive(Debug, Default)]
struct Anchors {
    by_unit: [Option<Kept>; 16],
    /// The quarter that is reported on.
    quarter: Option<Kept>,
    /// The sentence that reports on several months instead.
    months: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Kept {
    moment: Moment,
    sentence: u32,
    /// Index of the expression; later ones are greater.
    index: u32,
}

impl Kept {
    fn base(&self) -> Base {
        Base {
            day: self.moment.start,
            basis: Basis::Timex(self.index),
        }
    }

    /// The date once more.
    fn told(&self) -> Told {
        Told {
            moment: self.moment,
            why: self.base().why(Reason::AtHand),
        }
    }
}

impl Anchors {
    fn keep(&mut self, moment: Moment, sentence: u32, index: u32) {
        self.by_unit[moment.unit as usize] = Some(Kept {
            moment,
            sentence,
            index,
        });
    }

    /// Returns the last date known at least as finely as `unit`.
    fn within(&self, unit: Unit) -> Option<Kept> {
        self.by_unit[..=unit as usize]
            .iter()
            .flatten()
            .max_by_key(|kept| kept.index)
            .copied()
    }

    /// Returns the date a story is at.
    ///
    /// A bare year far from the date just told ("a study of 2005 found") is an
    /// aside and does not move the story.
    fn last(&self) -> Option<Kept> {
        let last = self.within(Unit::Millennium)?;
        let fine = self.within(Unit::Month);
        let aside = fine.filter(|fine| {
            let jump = last.moment.start.year() - fine.moment.start.year();
            last.sentence <= fine.sentence + ASIDE.0 && jump.abs() > ASIDE.1
        });
        Some(aside.unwrap_or(last))
    }
}

pub(super) use amount::{shown_unit, whole_steps};
pub(super) use calendar::written_year;

pub(super) struct Resolver<'a> {
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
            Kind::Relative => self.relative(parts, rule.anchor),
            Kind::Shift => self.shift(parts, rule.anchor),
            Kind::Duration => dateless(TimexType::Duration, amount::duration(parts)),
            Kind::Set => dateless(TimexType::Set, amount::set(parts)),
            Kind::Reference => {
                let reference = parts.get(Part::Reference).and_then(Reference::of_code);
                let reference = reference.unwrap_or(Reference::Present);
                dateless(TimexType::Date, reference.value().to_owned())
            }
        }
    }

    /// Remembers which quarter, or how many months, the text reports on.
    fn follow_report(&mut self, found: &Found, rule: &Rule, told: &Resolution, index: u32) {
        let unit = found.parts.get(Part::Unit).and_then(Unit::of_code);
        let months = found.parts.get(Part::Count).unwrap_or(0) / 100;
        if rule.kind == Kind::Duration && unit == Some(Unit::Month) && months >= 6 {
            self.anchors.months = Some(found.sentence);
        }
        let Some(moment) = told.moment.filter(|moment| moment.unit == Unit::Quarter) else {
            return;
        };
        let age = |published: NaiveDate| (published - moment.start).num_days();
        let is_told_of = |age: i64| (0..=LAST_YEAR).contains(&age);
        if !self.published.map(age).is_none_or(is_told_of) {
            return;
        }
        self.anchors.months = None;
        let is_over = |day: NaiveDate| moment.last_day() < Some(day);
        let has_one_over = self
            .anchors
            .quarter
            .is_some_and(|kept| kept.moment.last_day() < self.published);
        if !has_one_over || self.published.is_none_or(is_over) {
            self.anchors.quarter = Some(Kept {
                moment,
                sentence: found.sentence,
                index,
            });
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

    /// What a date found by counting from [`Self::base`] is known by.
    fn known(&self) -> Known {
        match self.story {
            Story::News => Known::Computed,
            Story::History => Known::Carried,
        }
    }

    /// "last week", "today", "that day", "the following year".
    fn relative(&self, parts: &Parts, anchor: Anchor) -> Resolution {
        let Some(unit) = parts.get(Part::Unit).and_then(Unit::of_code) else {
            return self.that_time(parts);
        };
        let distance = i64::from(parts.get(Part::Direction).unwrap_or(0));
        let part = parts.get(Part::TimeOfDay).and_then(DayPart::of_code);
        let (base, known) = self.relative_base(unit, anchor);
        let told = base.and_then(|base| {
            let moment = match unit {
                // On a Monday "the weekend" is the one just over.
                Unit::Weekend if distance < 0 => Moment::of(unit, base.day.succ_opt()?.succ_opt()?),
                _ => Moment::of(unit, base.day),
            }?;
            let clock = calendar::clock(parts);
            let moment = day_of_month(moment.shifted(distance)?, parts)?;
            Some(Told {
                moment: moment.at(part).at_clock(clock),
                why: base.why(Reason::Counted),
            })
        });
        match told {
            Some(told) => Resolution::date(told, known),
            None => self.unknown(unit, part),
        }
    }

    /// What an expression of the unit counts from, and what it is then known by.
    fn relative_base(&self, unit: Unit, anchor: Anchor) -> (Option<Base>, Known) {
        let kept = self.anchors.within(unit);
        let carried = |kept: Kept| (Some(kept.base()), Known::Carried);
        match (anchor, self.story) {
            (Anchor::Event, _) => (None, Known::Carried),
            // Days are told from the day of writing even in a history.
            (Anchor::Document, _) if unit <= Unit::Night => (self.published(), Known::Computed),
            (Anchor::Document, _) => (self.base(), self.known()),
            (Anchor::Text, Story::News) => {
                kept.map_or((self.published(), Known::Computed), carried)
            }
            (Anchor::Near, Story::News) => kept
                .filter(|kept| kept.sentence == self.sentence)
                .map_or((self.published(), Known::Computed), carried),
            (Anchor::Text | Anchor::Near, Story::History) => {
                kept.map_or((None, Known::Carried), carried)
            }
        }
    }

    /// "at that time": the date last told, whatever its unit.
    ///
    /// TIMEX3 has "at this point" mean the present, if only that of the story.
    fn that_time(&self, parts: &Parts) -> Resolution {
        let reference = parts.get(Part::Reference).and_then(Reference::of_code);
        let told = self
            .anchors
            .last()
            .map(|kept| Resolution::date(kept.told(), Known::Carried));
        match (told, reference) {
            (Some(told), None) => told,
            (Some(told), Some(reference)) => Resolution {
                kind: TimexType::Date,
                value: reference.value().to_owned(),
                ..told
            },
            (None, reference) => Resolution::open(
                TimexType::Date,
                reference.unwrap_or(Reference::Present).value(),
                Reason::Unanchored,
            ),
        }
    }

    fn unknown(&self, unit: Unit, part: Option<DayPart>) -> Resolution {
        let mut value = amount::unknown(unit).to_owned();
        let kind = if let Some(part) = part {
            value.push('T');
            value.push_str(part.letters());
            TimexType::Time
        } else {
            TimexType::Date
        };
        Resolution::open(kind, value, Reason::Unanchored)
    }

    /// "two days ago", "a year later".
    fn shift(&self, parts: &Parts, anchor: Anchor) -> Resolution {
        let unit = parts
            .get(Part::Unit)
            .and_then(Unit::of_code)
            .unwrap_or(Unit::Day);
        let direction = parts.get(Part::Direction).unwrap_or(-1);
        let count = parts.get(Part::Count).unwrap_or(super::meaning::VAGUE);
        if count < 0 {
            let reference = if direction < 0 {
                Reference::Past
            } else {
                Reference::Future
            };
            return Resolution::open(TimexType::Date, reference.value(), Reason::NoDate);
        }
        if unit == Unit::Year
            && count == 100
            && direction < 0
            && let Some(quarter) = self.same_quarter_last_year()
        {
            return Resolution::date(quarter, Known::Carried);
        }
        let (base, known) = match anchor {
            Anchor::Event => (None, Known::Carried),
            Anchor::Text if unit == Unit::Year && self.reports_months() => {
                (self.published(), Known::Computed)
            }
            Anchor::Document => (self.published(), Known::Computed),
            // Hours are counted on the day they belong to.
            Anchor::Text | Anchor::Near => match self.anchors.within(unit.max(Unit::Day)) {
                Some(kept) => (Some(kept.base()), Known::Carried),
                // "Two days later" than nothing told is no date.
                None if direction > 0 && unit < Unit::Year => (None, Known::Carried),
                None => (self.base(), Known::Computed),
            },
        };
        let steps = whole_steps(unit, count);
        let told = base.and_then(|base| {
            let (unit, steps) = steps;
            let day = add(base.day, unit, steps * i64::from(direction.signum()))?;
            Some(Told {
                moment: Moment::of(shown_unit(unit), day)?,
                why: base.why(Reason::Counted),
            })
        });
        match told {
            Some(told) => Resolution::date(told, known),
            None => self.unknown(shown_unit(unit), None),
        }
    }

    /// Whether the text has just reported on several months ("in the first nine months").
    fn reports_months(&self) -> bool {
        let near = |sentence: u32| sentence + REPORTED >= self.sentence;
        self.anchors.months.is_some_and(near)
    }

    /// In talk of quarters "a year ago" is the same quarter of the year before.
    fn same_quarter_last_year(&self) -> Option<Told> {
        if self.reports_months() {
            return None;
        }
        let quarter = self.anchors.quarter?;
        Some(Told {
            moment: quarter.moment.shifted(-4)?,
            why: quarter.base().why(Reason::QuarterBefore),
        })
    }
}

/// "the 15th of this month": a day of the month told, where the words name one.
fn day_of_month(moment: Moment, parts: &Parts) -> Option<Moment> {
    match (moment.unit, parts.get(Part::Day)) {
        (Unit::Month, Some(day)) => Moment::day(moment.start.with_day(u32::try_from(day).ok()?)?),
        _ => Some(moment),
    }
}

impl Timex {
    /// Returns what the timeline goes by: the speaker's own day in dated
    /// speech, otherwise the date; `None` while nothing resolves it.
    pub fn told(&self) -> Option<When> {
        self.spoken.or(self.when)
    }
}
