//! Units, parts of the day and vague references: the closed sets
//! that words of time stand for.

use super::when::Grain;

/// A unit in which stretches of time are counted, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// Counted in nights ("three nights"), as long as days.
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    const ALL: [(Self, &'static str); 16] = [
        (Self::Second, "second"),
        (Self::Minute, "minute"),
        (Self::Hour, "hour"),
        (Self::Day, "day"),
        (Self::Night, "night"),
        (Self::Weekend, "weekend"),
        (Self::Week, "week"),
        (Self::Fortnight, "fortnight"),
        (Self::Month, "month"),
        (Self::Quarter, "quarter"),
        (Self::Season, "season"),
        (Self::Half, "half"),
        (Self::Year, "year"),
        (Self::Decade, "decade"),
        (Self::Century, "century"),
        (Self::Millennium, "millennium"),
    ];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(unit, _)| *unit)
    }

    pub fn code(self) -> i32 {
        self as i32
    }

    pub fn of_code(code: i32) -> Option<Self> {
        let (unit, _) = Self::ALL.get(usize::try_from(code).ok()?)?;
        Some(*unit)
    }

    /// Returns the letters ISO 8601 and TIMEX3 use in durations, with the `T` of times of day apart.
    pub fn letters(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("T", "S"),
            Self::Minute => ("T", "M"),
            Self::Hour => ("T", "H"),
            Self::Day => ("", "D"),
            Self::Night => ("", "NI"),
            Self::Weekend => ("", "WE"),
            Self::Week | Self::Fortnight => ("", "W"),
            Self::Month => ("", "M"),
            Self::Quarter => ("", "Q"),
            Self::Season => ("", "SX"),
            Self::Half => ("", "H"),
            Self::Year => ("", "Y"),
            Self::Decade => ("", "DE"),
            Self::Century => ("", "CE"),
            Self::Millennium => ("", "ML"),
        }
    }

    pub fn grain(self) -> Grain {
        match self {
            Self::Second | Self::Minute => Grain::Minute,
            Self::Hour => Grain::Hour,
            Self::Day | Self::Night => Grain::Day,
            Self::Weekend => Grain::Weekend,
            Self::Week | Self::Fortnight => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter | Self::Season => Grain::Quarter,
            Self::Half => Grain::Half,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century | Self::Millennium => Grain::Century,
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Morning, "morning"),
        (Self::Midday, "midday"),
        (Self::Afternoon, "afternoon"),
        (Self::Evening, "evening"),
        (Self::Night, "nighttime"),
        (Self::Daytime, "daytime"),
    ];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(part, _)| *part)
    }

    pub fn code(self) -> i32 {
        self as i32
    }

    pub fn of_code(code: i32) -> Option<Self> {
        let (part, _) = Self::ALL.get(usize::try_from(code).ok()?)?;
        Some(*part)
    }

    /// Returns the letters of TIMEX3, after the `T`.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }

    /// Returns the first hour and the one in which it ends; the night goes to the end of its day.
    pub fn hours(self) -> (u32, u32) {
        match self {
            Self::Morning => (5, 11),
            Self::Midday => (11, 13),
            Self::Afternoon => (12, 17),
            Self::Evening => (17, 21),
            Self::Night => (18, 23),
            Self::Daytime => (6, 17),
        }
    }
}

/// A time so vague that only its direction is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "past" => Some(Self::Past),
            "present" => Some(Self::Present),
            "future" => Some(Self::Future),
            _ => None,
        }
    }

    pub fn code(self) -> i32 {
        self as i32
    }

    pub fn of_code(code: i32) -> Option<Self> {
        [Self::Past, Self::Present, Self::Future]
            .into_iter()
            .find(|known| known.code() == code)
    }

    pub fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_unit_and_part() {
        for (unit, name) in Unit::ALL {
            assert_eq!(Unit::of_code(unit.code()), Some(unit), "{name}");
        }
        for (part, name) in DayPart::ALL {
            assert_eq!(DayPart::of_code(part.code()), Some(part), "{name}");
        }
    }
}
