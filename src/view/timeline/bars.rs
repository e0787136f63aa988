//! Groups as bars: as long as there is much, with a count and what leads them.

use ratatui::text::Span;

use super::telling;
use crate::app::App;
use crate::corpus::EventId;
use crate::view::line;
use crate::view::theme::{Role, Theme};

/// Columns of a bar's number.
const NUMBER: usize = 7;

/// How bars share the width.
#[derive(Debug)]
pub struct Bars {
    label: usize,
    bar: usize,
    telling: usize,
    /// The largest group, whose bar is full.
    most: usize,
}

impl Bars {
    /// Shares the width out; the largest group has a full bar.
    pub fn new(most: usize, width: usize) -> Self {
        // "Sep 2010 – Mar 2011" where there is room, else what most groups need.
        let label = if width >= 100 { 20 } else { 16.min(width / 3) };
        let free = width.saturating_sub(2 + label + 1 + NUMBER + 2);
        let bar = if free < 50 { free } else { free * 2 / 5 };
        Self {
            label,
            bar,
            telling: free - bar,
            most,
        }
    }

    /// Writes what a bar is of, the bar, its count and the event that leads it.
    pub fn draw(
        &self,
        app: &App,
        theme: &Theme,
        group: u32,
        shown: EventId,
        spans: &mut Vec<Span<'_>>,
    ) {
        let timeline = app.timeline.timeline();
        let count = timeline.groups[group as usize].count();
        let label = timeline.label(&app.corpus, &timeline.groups[group as usize]);
        spans.push(Span::styled(
            format!("{} ", line::pad_left(&label, self.label)),
            theme.style(Role::Date),
        ));
        let bar = theme.letters.bar(count, self.most, self.bar);
        spans.push(Span::styled(
            line::pad(&bar, self.bar),
            theme.style(Role::Axis),
        ));
        let number = line::pad_left(&line::thousands(count), NUMBER);
        spans.push(Span::styled(number, theme.style(Role::Text)));
        if self.telling > 10 {
            let event = app.corpus.event(shown);
            let told = telling::told_by(&app.corpus, event, event.reports[0]);
            let told = format!("  {}", line::clip(&told, self.telling - 2));
            spans.push(Span::styled(told, theme.style(Role::Dim)));
        }
    }
}
