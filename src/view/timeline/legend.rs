//! What the marks of the timeline mean, for the help.

/// Marks, and what each says of an entry.
pub const LEGEND: [(&str, &str); 15] = [
    (
        "●",
        "date written in the text with day or better, or set by you",
    ),
    (
        "◆",
        "date counted from the article's (“Friday”, “last week”)",
    ),
    ("◇", "date taken from a sentence nearby (“that day”)"),
    ("○", "the article's own date only"),
    (
        "~",
        "after a date: approximate, or no exact day (early, about, a month)",
    ),
    (
        "?",
        "after a date: guessed; alone: no date, listed at the end",
    ),
    (
        "2–8 Aug",
        "a range, both ends in it; on the axis it spans its cells",
    ),
    (
        "from by",
        "an end is open: since that date, until that date",
    ),
    ("bef. aft.", "some time before or after that date"),
    (
        "»",
        "planned or expected; what lies after today stands below its line",
    ),
    (
        "2 ▾",
        "two reports tell of it; enter unfolds them, the earliest first",
    ),
    ("≠", "reports disagree about the date"),
    ("★", "key event, marked by you"),
    ("✓", "selected, to be merged"),
    (
        "▁▄█",
        "how much happens in each cell of the axis, or each bar",
    ),
];
