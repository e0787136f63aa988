//! What the marks of the timeline mean, for the help.

use ratatui::text::{Line, Span};

use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Marks, and what each says of an entry.
const LEGEND: [(&str, &str); 15] = [
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

/// Columns of the marks.
const MARKS: usize = 20;

/// Returns the rows of the legend whose words hold every word typed, under a heading.
pub fn rows(theme: &Theme, typed: &str, width: usize) -> Vec<Line<'static>> {
    const HEADING: &str = "Marks of the timeline";
    let typed = typed.to_lowercase();
    let told = |says: &str| {
        let mut words = typed.split_whitespace();
        words
            .all(|word| says.to_lowercase().contains(word) || HEADING.to_lowercase().contains(word))
    };
    let rows = LEGEND
        .iter()
        .filter(|(_, says)| told(says))
        .map(|(marks, says)| {
            let marks = line::pad(&theme.letters.write(marks), MARKS);
            let says = theme.letters.write(says);
            let room = width.saturating_sub(MARKS + 2);
            Line::from(vec![
                Span::styled(format!(" {marks} "), theme.style(Role::Match)),
                Span::styled(line::clip(&says, room), theme.style(Role::Text)),
            ])
        });
    let mut rows: Vec<Line<'static>> = rows.collect();
    if !rows.is_empty() {
        let heading = Line::styled(format!(" {HEADING}"), theme.style(Role::Heading));
        rows.splice(0..0, [Line::default(), heading]);
    }
    rows
}
