//! Which year is meant where the words name none.

use chrono::{Datelike, Days, NaiveDate};

use super::Reader;
use crate::analysis::time::find::Outlook;
use crate::analysis::time::meaning::Part;
use crate::analysis::time::moment::Moment;
use crate::analysis::time::resolve::{Base, Told};
use crate::analysis::time::story::Story;
use crate::analysis::time::unit::Unit;
use crate::analysis::time::why::Reason;

/// How many times farther a month or a holiday, and another day, seems that lies where the clause
/// does not look (tried on the development news).
const AGAINST: (i64, i64) = (8, 2);

/// How long after a quarter's middle news tells of it, in days (tried on the development news).
const REPORTED_AFTER: u64 = 75;

impl Reader<'_> {
    /// The one meant among those of all years.
    pub(super) fn in_year(&self, of_year: impl Fn(i32) -> Option<Moment>) -> Option<Told> {
        if let Some((year, why)) = self.year() {
            let moment = of_year(year)?;
            return Some(Told { moment, why });
        }
        let base = self.resolver.base()?;
        let near = || (-4..=4).filter_map(|distance| of_year(base.day.year() + distance));
        let unit = near().next()?.unit;
        let now = Moment::of(unit, base.day)?.start;
        let latest =
            |before: &dyn Fn(&Moment) -> bool| (near().filter(before).last(), Reason::Latest);
        let coming = |after: &dyn Fn(&Moment) -> bool| (near().find(after), Reason::Coming);
        let (moment, reason) = match (self.get(Part::Direction), self.outlook) {
            (Some(..0), _) => latest(&|moment| moment.start < now),
            (Some(0), _) => (of_year(base.day.year()), Reason::InPeriod),
            (Some(_), _) => coming(&|moment| moment.start > now),
            (None, Outlook::Over) if self.resolver.story == Story::News => {
                latest(&|moment| moment.start <= now)
            }
            (None, _) => return self.nearest(near(), base),
        };
        Some(Told {
            moment: moment?,
            why: base.why(reason),
        })
    }

    fn nearest(&self, near: impl Iterator<Item = Moment>, base: Base) -> Option<Told> {
        let center = self.center(base)?;
        let moment = near.min_by_key(|moment| self.distance(moment, center))?;
        Some(Told {
            moment,
            why: base.why(Reason::Nearest),
        })
    }

    /// The day that candidates are compared with.
    fn center(&self, base: Base) -> Option<NaiveDate> {
        match (self.resolver.story, self.resolver.anchors.last()) {
            // A history goes on from the date it was at: a little back, far ahead.
            (Story::History, Some(anchor)) if anchor.moment.unit <= Unit::Year => {
                let ahead = match anchor.moment.unit {
                    Unit::Year => 180,
                    _ => 45,
                };
                anchor.moment.start.checked_add_days(Days::new(ahead))
            }
            // What is reported of a quarter is reported after it.
            (Story::News, _) if self.parts.has(Part::Quarter) => {
                base.day.checked_sub_days(Days::new(REPORTED_AFTER))
            }
            (Story::History, _) | (Story::News, _) => Some(base.day),
        }
    }

    /// How far a candidate is, in days; longer against the way the clause looks.
    fn distance(&self, moment: &Moment, center: NaiveDate) -> i64 {
        let days = (moment.middle() - center).num_days();
        let is_against = match (self.resolver.story, self.outlook) {
            (Story::News, Outlook::Ahead) => moment.last_day() < Some(center),
            (Story::News, Outlook::Back | Outlook::Before) => moment.start > center,
            (Story::News, Outlook::Open | Outlook::Over) | (Story::History, _) => false,
        };
        let factor = match moment.unit {
            _ if !is_against => 1,
            Unit::Month => AGAINST.0,
            _ if self.parts.has(Part::Holiday) => AGAINST.0,
            _ => AGAINST.1,
        };
        days.abs() * factor
    }
}
