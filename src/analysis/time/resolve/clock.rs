//! The time of day the words give.

use crate::analysis::time::meaning::{Part, Parts};
use crate::analysis::time::moment::Clock;
use crate::analysis::time::unit::DayPart;

/// Returns the time of day, if the words give an hour.
pub(super) fn clock(parts: &Parts) -> Option<Clock> {
    let (hour, minute) = match parts.get(Part::HourMinute) {
        Some(both) => (both / 100, Some(both % 100)),
        None => (parts.get(Part::Hour)?, parts.get(Part::Minute)),
    };
    let hour = u32::try_from(hour).ok()?;
    let hour = match parts.get(Part::Meridiem) {
        Some(12) if hour < 12 => hour + 12,
        Some(0) if hour == 12 => 0,
        None if hour < 12 && is_past_noon(parts, hour) => hour + 12,
        _ => hour,
    };
    // "Ten to five" is fifty minutes past four.
    let (hour, minute) = match parts.get(Part::MinutesTo) {
        Some(minutes @ 1..60) => (hour + 23, Some(60 - minutes)),
        _ => (hour, minute),
    };
    // Midnight is the end of its day, 24 o'clock.
    (hour <= 48).then_some(Clock {
        hour: if hour == 24 { hour } else { hour % 24 },
        minute: minute.and_then(|minute| u32::try_from(minute).ok()),
    })
}

/// "five in the afternoon", "eight at night".
fn is_past_noon(parts: &Parts, hour: u32) -> bool {
    match parts.get(Part::TimeOfDay).and_then(DayPart::of_code) {
        Some(DayPart::Afternoon | DayPart::Evening) => true,
        Some(DayPart::Night) => hour > 5,
        Some(DayPart::Morning | DayPart::Midday | DayPart::Daytime) | None => false,
    }
}
