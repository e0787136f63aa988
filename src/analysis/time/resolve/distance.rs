//! Dates by their distance from another: "last week", "that day", "two days ago".

use chrono::{Datelike, TimeDelta};

use super::amount::{self, shown_unit, whole_steps};
use super::clock::clock;
use super::{Base, Resolution, Resolver, Told};
use crate::analysis::time::TimexType;
use crate::analysis::time::find::{Found, Outlook};
use crate::analysis::time::meaning::{Anchor, Part, Parts, VAGUE};
use crate::analysis::time::moment::{Clock, Moment, add};
use crate::analysis::time::story::Story;
use crate::analysis::time::unit::{DayPart, Reference, Unit};
use crate::analysis::time::why::Reason;

/// "last week", "today", "that day", "the following year".
pub(super) fn relative(resolver: &Resolver<'_>, found: &Found, anchor: Anchor) -> Resolution {
    let parts = &found.parts;
    let Some(unit) = parts.get(Part::Unit).and_then(Unit::of_code) else {
        return that_time(resolver, parts);
    };
    // "The weekend" is the last one, unless the clause looks ahead.
    let is_over = unit == Unit::Weekend && found.outlook != Outlook::Ahead;
    let otherwise = if is_over { -1 } else { 0 };
    let distance = i64::from(parts.get(Part::Direction).unwrap_or(otherwise));
    let part = parts.get(Part::TimeOfDay).and_then(DayPart::of_code);
    let told = relative_base(resolver, unit, anchor).and_then(|base| {
        let moment = match unit {
            // On a Monday "the weekend" is the one just over.
            Unit::Weekend if distance < 0 => Moment::of(unit, base.day.succ_opt()?.succ_opt()?),
            _ => Moment::of(unit, base.day),
        }?;
        let clock = clock(parts);
        let moment = day_of_month(moment.shifted(distance)?, parts)?;
        Some(Told {
            moment: moment.at(part).at_clock(clock),
            why: base.why(Reason::Counted),
        })
    });
    match told {
        Some(told) => Resolution::date(told),
        None => unknown(unit, part),
    }
}

/// What an expression of the unit counts from.
fn relative_base(resolver: &Resolver<'_>, unit: Unit, anchor: Anchor) -> Option<Base> {
    let kept = resolver.anchors.within(unit);
    let told = || kept.map(|kept| kept.base());
    match (anchor, resolver.story) {
        (Anchor::Event, _) => None,
        // Days are told from the day of writing even in a history, and without
        // one nothing is: "last year" stays open.
        (Anchor::Document, _) if unit <= Unit::Night || resolver.published.is_none() => {
            resolver.published()
        }
        (Anchor::Document, _) | (Anchor::Story, Story::News) => resolver.base(),
        (Anchor::Text, Story::News) => told().or(resolver.published()),
        (Anchor::Near, Story::News) => {
            let near = kept.filter(|kept| kept.sentence == resolver.sentence);
            near.map(|kept| kept.base()).or(resolver.published())
        }
        (Anchor::Text | Anchor::Near | Anchor::Story, Story::History) => told(),
    }
}

/// "at that time": the date last told, whatever its unit.
///
/// TIMEX3 has "at this point" mean the present, if only that of the story.
fn that_time(resolver: &Resolver<'_>, parts: &Parts) -> Resolution {
    let reference = parts.get(Part::Reference).and_then(Reference::of_code);
    let last = resolver.anchors.last();
    let told = last.map(|kept| Resolution::date(kept.told()));
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

/// "two days ago", "a year later".
pub(super) fn shift(resolver: &Resolver<'_>, parts: &Parts, anchor: Anchor) -> Resolution {
    let unit = parts
        .get(Part::Unit)
        .and_then(Unit::of_code)
        .unwrap_or(Unit::Day);
    let direction = parts.get(Part::Direction).unwrap_or(-1);
    let count = parts.get(Part::Count).unwrap_or(VAGUE);
    if count < 0 {
        return vague(direction);
    }
    let is_year_before = unit == Unit::Year && count == 100 && direction < 0;
    if is_year_before && let Some(quarter) = same_quarter_last_year(resolver) {
        return Resolution::date(quarter);
    }
    if anchor == Anchor::Text
        && let Some(told) = by_the_clock(resolver, unit, count * direction.signum())
    {
        return Resolution::date(told);
    }
    let base = shift_base(resolver, unit, direction, anchor);
    let told = base.and_then(|base| {
        let (step, steps) = whole_steps(unit, count);
        let day = add(base.day, step, steps * i64::from(direction.signum()))?;
        Some(Told {
            moment: Moment::of(shown_unit(unit), day)?,
            why: base.why(Reason::Counted),
        })
    });
    match (told, base) {
        (Some(told), _) => Resolution::date(told),
        // "65 million years ago" is off the calendar.
        (None, Some(_)) => vague(direction),
        (None, None) => unknown(shown_unit(unit), None),
    }
}

/// "ten minutes later" than a time of day that has just been told; the count is
/// in hundredths of the unit.
fn by_the_clock(resolver: &Resolver<'_>, unit: Unit, count: i32) -> Option<Told> {
    let seconds = match unit {
        Unit::Hour => 36 * i64::from(count),
        Unit::Minute => 36 * i64::from(count) / 60,
        _ => return None,
    };
    let kept = resolver.anchors.within(Unit::Day)?;
    let clock = kept.moment.clock?;
    let is_near = kept.sentence + 1 >= resolver.sentence;
    let from = is_near.then(|| clock.on(kept.moment.start))??;
    let time = from.checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    Some(Told {
        moment: Moment::day(time.date())?.at_clock(Some(Clock::of(time.time()))),
        why: kept.base().why(Reason::Counted),
    })
}

fn vague(direction: i32) -> Resolution {
    let reference = if direction < 0 {
        Reference::Past
    } else {
        Reference::Future
    };
    Resolution::open(TimexType::Date, reference.value(), Reason::NoDate)
}

/// What a distance in the unit is counted from.
fn shift_base(resolver: &Resolver<'_>, unit: Unit, direction: i32, anchor: Anchor) -> Option<Base> {
    // Hours are counted on the day they belong to.
    let kept = resolver.anchors.within(unit.max(Unit::Day));
    let reports_months = resolver.anchors.reports_months(resolver.sentence);
    match (anchor, kept) {
        (Anchor::Event, _) => None,
        (Anchor::Document | Anchor::Story, _) => resolver.published(),
        (Anchor::Text, _) if unit == Unit::Year && reports_months => resolver.published(),
        (Anchor::Text | Anchor::Near, Some(kept)) => Some(kept.base()),
        // "Two days later" than nothing told is no date.
        (Anchor::Text | Anchor::Near, None) if direction > 0 && unit < Unit::Year => None,
        (Anchor::Text | Anchor::Near, None) => resolver.base(),
    }
}

/// In talk of quarters "a year ago" is the same quarter of the year before.
fn same_quarter_last_year(resolver: &Resolver<'_>) -> Option<Told> {
    if resolver.anchors.reports_months(resolver.sentence) {
        return None;
    }
    let quarter = resolver.anchors.quarter?;
    Some(Told {
        moment: quarter.moment.shifted(-4)?,
        why: quarter.base().why(Reason::QuarterBefore),
    })
}

/// "the 15th of this month": a day of the month told, where the words name one.
fn day_of_month(moment: Moment, parts: &Parts) -> Option<Moment> {
    match (moment.unit, parts.get(Part::Day)) {
        (Unit::Month, Some(day)) => Moment::day(moment.start.with_day(u32::try_from(day).ok()?)?),
        _ => Some(moment),
    }
}

fn unknown(unit: Unit, part: Option<DayPart>) -> Resolution {
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
