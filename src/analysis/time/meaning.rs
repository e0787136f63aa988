//! What the words of an expression say, before anybody asks which date that was.

use serde::Deserialize;

/// What a part of an expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Year,
    ShortYear,
    /// 0 for AD, 1 for BC.
    Era,
    Month,
    MonthNumber,
    Day,
    Weekday,
    TimeOfDay,
    Season,
    Quarter,
    Half,
    Decade,
    Century,
    Holiday,
    Hour,
    Minute,
    /// 0 for a.m., 12 for p.m.
    Meridiem,
    Unit,
    /// How many, in hundredths; [`VAGUE`] for "several".
    Count,
    /// -1 last, 0 this, 1 next.
    Direction,
    /// The same for the year of a month, quarter or season ("July last year").
    YearDirection,
    Ordinal,
    Reference,
    /// A second unit or count ("two years and three months").
    SecondUnit,
    SecondCount,
    /// "two-and-a-half" and the like, in hundredths.
    Extra,
    /// How many times within each unit ("twice a week").
    Times,
    /// Hour and minute in one number ("1630 GMT").
    HourMinute,
    /// Minutes before the hour ("ten to five").
    MinutesTo,
    /// The word the expression begins with; the pattern's words before it stay outside.
    Begin,
}

const PARTS: [(Part, &str); 30] = [
    (Part::Year, "year"),
    (Part::ShortYear, "short-year"),
    (Part::Era, "era"),
    (Part::Month, "month"),
    (Part::MonthNumber, "month-number"),
    (Part::Day, "day"),
    (Part::Weekday, "weekday"),
    (Part::TimeOfDay, "day-part"),
    (Part::Season, "season"),
    (Part::Quarter, "quarter"),
    (Part::Half, "half"),
    (Part::Decade, "decade"),
    (Part::Century, "century"),
    (Part::Holiday, "holiday"),
    (Part::Hour, "hour"),
    (Part::Minute, "minute"),
    (Part::Meridiem, "meridiem"),
    (Part::Unit, "unit"),
    (Part::Count, "count"),
    (Part::Direction, "direction"),
    (Part::YearDirection, "year-direction"),
    (Part::Ordinal, "ordinal"),
    (Part::Reference, "reference"),
    (Part::SecondUnit, "second-unit"),
    (Part::SecondCount, "second-count"),
    (Part::Extra, "extra"),
    (Part::Times, "times"),
    (Part::HourMinute, "hour-minute"),
    (Part::MinutesTo, "minutes-to"),
    (Part::Begin, "begin"),
];

impl Part {
    pub fn named(name: &str) -> Option<Self> {
        PARTS
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(part, _)| *part)
    }
}

/// A count that the text leaves open ("several", "a few").
pub(super) const VAGUE: i32 = -1;

/// The value of each part the words gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts([i32; PARTS.len()]);

/// Stands for a part the words did not give; no part takes this value.
const ABSENT: i32 = i32::MIN;

impl Default for Parts {
    fn default() -> Self {
        Self([ABSENT; PARTS.len()])
    }
}

impl Parts {
    pub fn get(&self, part: Part) -> Option<i32> {
        let value = self.0[part as usize];
        (value != ABSENT).then_some(value)
    }

    pub fn set(&mut self, part: Part, value: i32) {
        self.0[part as usize] = value;
    }

    pub fn has(&self, part: Part) -> bool {
        self.get(part).is_some()
    }
}

/// What kind of statement the words make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// A date by its parts, some of which may be missing ("Friday", "3 May", "1998").
    Calendar,
    /// A unit by its distance from another ("last week", "today", "that day").
    Relative,
    /// So many units from another date ("two days ago", "a year later").
    Shift,
    Duration,
    Set,
    /// Past, present or future, no more.
    Reference,
}

/// What a relative expression counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Anchor {
    /// The document's own date.
    Document,
    /// The same in news, the last date named in a history ("the next year").
    Story,
    /// The last date the text named ("that day", "a day later").
    Text,
    /// That, where it was named just before ("the end of the month").
    Near,
    /// Something that is told but not dated ("the day before his death").
    Event,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_the_table_at_their_own_place() {
        for (index, (part, name)) in PARTS.into_iter().enumerate() {
            assert_eq!(part as usize, index, "{name}");
        }
    }
}
