//! Dates by their parts: weekdays, days, months, seasons, quarters, years.

mod nearest;

use chrono::{Datelike, Days, NaiveDate};

use super::anchors::Kept;
use super::clock::clock;
use super::{Base, Resolution, Resolver, Told, amount};
use crate::analysis::time::TimexType;
use crate::analysis::time::find::{Found, Outlook};
use crate::analysis::time::meaning::{Anchor, Part, Parts};
use crate::analysis::time::moment::{Clock, Moment, add, weekday_from, weekday_until, write_clock};
use crate::analysis::time::story::Story;
use crate::analysis::time::unit::{DayPart, Unit};
use crate::analysis::time::when::Known;
use crate::analysis::time::why::{Reason, Why};

/// Two-digit years below this belong to this century ("'05"), others to the last.
/// The pivot of POSIX `strptime`.
const PIVOT: i32 = 69;

/// So many sentences after a day has been named a time of day still belongs to it.
const NEARBY: u32 = 3;

/// Returns the year the words give, before the first year counted as 0, -1 and so on.
pub(in crate::analysis::time) fn written_year(parts: &Parts) -> Option<i32> {
    let year = match (parts.get(Part::Year), parts.get(Part::ShortYear)) {
        (Some(year), _) => year,
        (None, Some(short)) if short < PIVOT => 2000 + short,
        (None, Some(short)) => 1900 + short,
        (None, None) => return None,
    };
    Some(if parts.get(Part::Era) == Some(1) {
        1 - year
    } else {
        year
    })
}

/// Resolves a date by its parts.
pub(super) fn resolve(resolver: &Resolver<'_>, found: &Found, anchor: Anchor) -> Resolution {
    let parts = &found.parts;
    let reader = Reader {
        resolver,
        parts,
        outlook: found.outlook,
        anchor,
    };
    let part = parts.get(Part::TimeOfDay).and_then(DayPart::of_code);
    let clock = clock(parts);
    match reader.told() {
        Some(Told { moment, why }) => {
            let moment = moment.at(part).at_clock(clock);
            Resolution::known_by(Told { moment, why }, reader.known(why))
        }
        None => reader.open(part, clock),
    }
}

struct Reader<'a> {
    resolver: &'a Resolver<'a>,
    parts: &'a Parts,
    outlook: Outlook,
    anchor: Anchor,
}

impl Reader<'_> {
    fn get(&self, part: Part) -> Option<i32> {
        self.parts.get(part)
    }

    fn month_number(&self) -> Option<i32> {
        self.get(Part::Month).or(self.get(Part::MonthNumber))
    }

    /// The year, written or by its distance ("July last year"), and how it is known.
    fn year(&self) -> Option<(i32, Why)> {
        if let Some(year) = written_year(self.parts) {
            return Some((year, Why::alone(Reason::Written)));
        }
        let distance = self.get(Part::YearDirection)?;
        let base = match self.anchor {
            Anchor::Text | Anchor::Near | Anchor::Event => self.resolver.anchors.last()?.base(),
            Anchor::Document | Anchor::Story => self.resolver.base()?,
        };
        Some((base.day.year() + distance, base.why(Reason::InPeriod)))
    }

    fn known(&self, why: Why) -> Known {
        let own_year = written_year(self.parts).is_some();
        let own_day = self.month_number().is_some() && self.parts.has(Part::Day);
        let is_named = self.parts.has(Part::Decade) || self.parts.has(Part::Century);
        if own_year || own_day || is_named {
            return Known::Written;
        }
        why.known()
    }

    fn told(&self) -> Option<Told> {
        if let Some(century) = self.get(Part::Century) {
            return self.century(century).map(written);
        }
        if let Some(decade) = self.get(Part::Decade) {
            return self.decade(decade).map(written);
        }
        if let Some(code) = self.get(Part::Holiday) {
            let falls = *self.resolver.holidays.get(usize::try_from(code).ok()?)?;
            return self.in_year(|year| self.widened(Moment::day(falls.day_of(year)?)?));
        }
        if let Some(month) = self.month_number() {
            return self.in_month(u32::try_from(month).ok()?);
        }
        if let Some(season) = self.get(Part::Season) {
            return self.in_year(|year| Moment::season(year, season));
        }
        if self.get(Part::Quarter) == Some(0) {
            return self.quarter_at_hand();
        }
        if let Some(quarter) = self.get(Part::Quarter) {
            let month = u32::try_from(quarter * 3 - 2).ok()?;
            return self
                .in_year(|year| Moment::of(Unit::Quarter, Moment::month(year, month)?.start));
        }
        if let Some(half) = self.get(Part::Half) {
            let month = u32::try_from(half * 6 - 5).ok()?;
            return self.in_year(|year| Moment::of(Unit::Half, Moment::month(year, month)?.start));
        }
        if let Some(weekday) = self.get(Part::Weekday) {
            return self.weekday(weekday);
        }
        if let Some((year, why)) = self.year() {
            let moment = Moment::year(year)?;
            return Some(Told { moment, why });
        }
        if let Some(day) = self.get(Part::Day) {
            return self.day_of_month(u32::try_from(day).ok()?);
        }
        self.day_at_hand()
    }

    /// "the quarter": the one last named, else the last that is over; of
    /// another year, where the words name one.
    fn quarter_at_hand(&self) -> Option<Told> {
        let told = match self.resolver.anchors.quarter {
            Some(kept) => kept.told(),
            None => {
                let base = self.resolver.base()?;
                Told {
                    moment: Moment::of(Unit::Quarter, base.day)?.shifted(-1)?,
                    why: base.why(Reason::Latest),
                }
            }
        };
        let Some((year, why)) = self.year() else {
            return Some(told);
        };
        let month = Moment::month(year, told.moment.start.month())?;
        let moment = Moment::of(Unit::Quarter, month.start)?;
        Some(Told { moment, why })
    }

    /// "the 19th century": the years that begin with 18.
    fn century(&self, century: i32) -> Option<Moment> {
        let first = if self.get(Part::Era) == Some(1) {
            -100 * century
        } else {
            100 * (century - 1)
        };
        Moment::of(Unit::Century, Moment::year(first)?.start)
    }

    /// "the 1990s", "the '90s", "the nineties".
    fn decade(&self, decade: i32) -> Option<Moment> {
        let year = match decade {
            0..100 if decade < 20 => 2000 + decade,
            0..100 => 1900 + decade,
            _ => decade,
        };
        let year = if self.get(Part::Era) == Some(1) {
            -year
        } else {
            year
        };
        Moment::of(Unit::Decade, Moment::year(year)?.start)
    }

    /// A month or a day of it, or the week that holds the day ("the week of March 6").
    fn in_month(&self, month: u32) -> Option<Told> {
        let told = match (self.get(Part::Day), self.get(Part::Ordinal)) {
            (Some(day), _) => self.month_day(month, u32::try_from(day).ok()?),
            (None, Some(nth)) => self.in_year(|year| self.nth_of_month(year, month, nth)),
            (None, None) => self.in_year(|year| Moment::month(year, month)),
        }?;
        Some(Told {
            moment: self.widened(told.moment)?,
            ..told
        })
    }

    /// "the second Sunday in May", or the middle of "the last week of July"; 0 is the last.
    fn nth_of_month(&self, year: i32, month: u32, nth: i32) -> Option<Moment> {
        let first = Moment::month(year, month)?;
        let nth = i64::from(nth);
        let Some(weekday) = self.get(Part::Weekday) else {
            let middle = match nth {
                0 => first.last_day()?.checked_sub_days(Days::new(3)),
                nth => add(first.start, Unit::Day, nth * 7 - 4),
            };
            return Moment::day(middle?);
        };
        let weekday = amount::weekday(weekday)?;
        let day = match nth {
            0 => weekday_until(first.last_day()?, weekday),
            nth => add(weekday_from(first.start, weekday)?, Unit::Week, nth - 1),
        }?;
        (day.month() == month).then(|| Moment::day(day))?
    }

    /// The stretch of the unit the words name that holds the day they name.
    fn widened(&self, moment: Moment) -> Option<Moment> {
        match self.get(Part::Unit).and_then(Unit::of_code) {
            // A Monday's weekend is the one before it.
            Some(Unit::Weekend) if moment.start.weekday().num_days_from_monday() < 2 => {
                Moment::of(Unit::Weekend, add(moment.start, Unit::Day, -2)?)
            }
            Some(unit) => Moment::of(unit, moment.start),
            None => Some(moment),
        }
    }

    fn month_day(&self, month: u32, day: u32) -> Option<Told> {
        self.in_year(|year| Moment::day(NaiveDate::from_ymd_opt(year, month, day)?))
    }

    fn weekday(&self, number: i32) -> Option<Told> {
        let weekday = amount::weekday(number)?;
        if self.anchor == Anchor::Near
            && let Some(week) = self.week_at_hand()
        {
            return Some(Told {
                moment: Moment::day(weekday_from(week.moment.start, weekday)?)?,
                why: week.base().why(Reason::InPeriod),
            });
        }
        let base = self.weekday_base()?;
        let latest = |day| (weekday_until(day, weekday), Reason::Latest);
        let coming = |day| (weekday_from(day, weekday), Reason::Coming);
        let (day, reason) = match (self.get(Part::Direction), self.outlook) {
            (Some(..0), _) => latest(base.day.pred_opt()?),
            (Some(0) | None, Outlook::Ahead) => coming(base.day),
            (Some(0), _) => {
                let week = Moment::of(Unit::Week, base.day)?;
                (weekday_from(week.start, weekday), Reason::InPeriod)
            }
            (Some(_), _) => coming(base.day.succ_opt()?),
            (None, Outlook::Open | Outlook::Back | Outlook::Over | Outlook::Before) => {
                latest(base.day)
            }
        };
        Some(Told {
            moment: Moment::day(day?)?,
            why: base.why(reason),
        })
    }

    /// The week just named, if that is the last thing named ("last week … the Sunday meeting").
    fn week_at_hand(&self) -> Option<Kept> {
        let last = self.resolver.anchors.last()?;
        let is_near = last.sentence + 1 >= self.resolver.sentence;
        (is_near && last.moment.unit == Unit::Week).then_some(last)
    }

    /// The day weekdays are counted from; a history counts on from its last day.
    fn weekday_base(&self) -> Option<Base> {
        let told = || {
            self.resolver
                .anchors
                .within(Unit::Day)
                .map(|kept| kept.base())
        };
        match self.anchor {
            Anchor::Text | Anchor::Event => told().or(self.resolver.base()),
            Anchor::Document | Anchor::Story | Anchor::Near => self.resolver.base(),
        }
    }

    /// "the 15th".
    fn day_of_month(&self, day: u32) -> Option<Told> {
        let base = match self.resolver.story {
            Story::News => self.resolver.published()?,
            Story::History => self.resolver.anchors.within(Unit::Month)?.base(),
        };
        Some(Told {
            moment: Moment::day(base.day.with_day(day)?)?,
            why: base.why(Reason::InPeriod),
        })
    }

    /// The day of a bare time of day: the last one named nearby that lies where
    /// the clause looks, else the document's.
    fn day_at_hand(&self) -> Option<Told> {
        let named = self.resolver.anchors.within(Unit::Day);
        let is_near = |kept: &Kept| kept.sentence + NEARBY >= self.resolver.sentence;
        match (named.filter(is_near), self.resolver.story) {
            (Some(kept), _) if !self.is_against(kept) => Some(Told {
                moment: Moment::day(kept.moment.start)?,
                why: kept.base().why(Reason::AtHand),
            }),
            (_, Story::News) => {
                let base = self.resolver.published()?;
                Some(Told {
                    moment: Moment::day(base.day)?,
                    why: base.why(Reason::AtHand),
                })
            }
            (_, Story::History) => None,
        }
    }

    /// Whether news that tells what has happened has named a day to come.
    fn is_against(&self, kept: Kept) -> bool {
        let is_to_come = |published: Base| published.day < kept.moment.start;
        let looks_back = matches!(self.outlook, Outlook::Back | Outlook::Before);
        let is_news = self.resolver.story == Story::News;
        is_news && looks_back && self.resolver.published().is_some_and(is_to_come)
    }

    /// The value of a date that nothing anchors.
    fn open(&self, part: Option<DayPart>, clock: Option<Clock>) -> Resolution {
        let mut value = if let Some(month) = self.month_number() {
            match self.get(Part::Day) {
                Some(day) => format!("XXXX-{month:02}-{day:02}"),
                None => format!("XXXX-{month:02}"),
            }
        } else if let Some(season) = self.get(Part::Season) {
            format!("XXXX-{}", amount::season_letters(season))
        } else if let Some(quarter) = self.get(Part::Quarter) {
            format!("XXXX-Q{quarter}")
        } else if let Some(half) = self.get(Part::Half) {
            format!("XXXX-H{half}")
        } else if let Some(weekday) = self.get(Part::Weekday) {
            format!("XXXX-WXX-{weekday}")
        } else if self.parts.has(Part::YearDirection) {
            "XXXX".to_owned()
        } else if let Some(day) = self.get(Part::Day) {
            format!("XXXX-XX-{day:02}")
        } else {
            "XXXX-XX-XX".to_owned()
        };
        match (clock, part) {
            (Some(clock), _) => write_clock(&mut value, clock),
            (None, Some(part)) => {
                value.push('T');
                value.push_str(part.letters());
            }
            (None, None) => return Resolution::open(TimexType::Date, value, Reason::Unanchored),
        }
        Resolution::open(TimexType::Time, value, Reason::Unanchored)
    }
}

fn written(moment: Moment) -> Told {
    Told {
        moment,
        why: Why::alone(Reason::Written),
    }
}
