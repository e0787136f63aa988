//! The rows of the timeline's list: headings, entries, unfolded reports, bars.

use chrono::Datelike;
use rustc_hash::FxHashSet;

use crate::corpus::timeline::{Group, Timeline, Zoom};
use crate::corpus::{Corpus, EventId, ReportId};

/// How the events are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One row an event.
    Lines,
    /// One row a group, as long as the group is large.
    Bars,
}

/// Where entries of days have their year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// In a row of its own before the first entry of the year.
    InHeadings,
    /// Before the date of the first entry of the year.
    InRows,
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Names the unit that begins here, by its place among the groups; not selectable.
    Heading {
        group: u32,
    },
    Entry {
        event: EventId,
    },
    /// A report of the unfolded event above, by its place there.
    Report {
        event: EventId,
        nth: u32,
    },
    /// A whole group; `leading` is its most reported event, the first among equals.
    Bar {
        group: u32,
        leading: EventId,
    },
}

impl Row {
    /// Returns the event the row stands for; `None` for headings.
    pub fn event(self) -> Option<EventId> {
        match self {
            Self::Heading { .. } => None,
            Self::Entry { event } | Self::Report { event, .. } => Some(event),
            Self::Bar { leading, .. } => Some(leading),
        }
    }

    /// Says whether the row is the bar of a group that holds an event.
    fn gathers(self, event: EventId, timeline: &Timeline) -> bool {
        match self {
            Self::Heading { .. } | Self::Entry { .. } | Self::Report { .. } => false,
            Self::Bar { group, .. } => {
                let events = &timeline.groups[group as usize].events;
                events.binary_search(&event).is_ok()
            }
        }
    }

    /// Returns the event of a bar that a report tells of; `None` for other rows and other reports.
    pub(super) fn event_told(
        self,
        corpus: &Corpus,
        timeline: &Timeline,
        report: ReportId,
    ) -> Option<EventId> {
        let Self::Bar { group, .. } = self else {
            return None;
        };
        let events = &timeline.groups[group as usize].events;
        let told = |event: &&EventId| corpus.event(**event).reports.contains(&report);
        events.iter().find(told).copied()
    }

    /// Returns which of its event's reports the row shows.
    pub(super) fn nth_report(self) -> usize {
        match self {
            Self::Heading { .. } | Self::Entry { .. } | Self::Bar { .. } => 0,
            Self::Report { nth, .. } => nth as usize,
        }
    }
}

/// Says whether the events are listed or gathered into bars: days and hours
/// are always listed, coarser units only while everything is in view at once.
pub(super) fn shape(timeline: &Timeline, height: usize) -> Shape {
    let listed = timeline.zoom >= Zoom::Day
        || timeline.groups.len() < 2
        || timeline.groups.len() + timeline.count <= height;
    if listed { Shape::Lines } else { Shape::Bars }
}

/// Lays out the rows of a timeline.
pub(super) fn lay_out(
    corpus: &Corpus,
    timeline: &Timeline,
    shape: Shape,
    years: Years,
    unfolded: &FxHashSet<ReportId>,
) -> Vec<Row> {
    match shape {
        Shape::Bars => bars(corpus, timeline),
        Shape::Lines => lines(corpus, timeline, years, unfolded),
    }
}

fn bars(corpus: &Corpus, timeline: &Timeline) -> Vec<Row> {
    let bar = |(index, group): (usize, &Group)| {
        let told = |event: &EventId| corpus.event(*event).reports.len();
        let leading = group.events.iter().copied().rev().max_by_key(told)?;
        Some(Row::Bar {
            group: index as u32,
            leading,
        })
    };
    timeline.groups.iter().enumerate().filter_map(bar).collect()
}

fn lines(
    corpus: &Corpus,
    timeline: &Timeline,
    years: Years,
    unfolded: &FxHashSet<ReportId>,
) -> Vec<Row> {
    let mut rows = Vec::with_capacity(timeline.count + timeline.groups.len());
    let mut above = None;
    for (index, group) in timeline.groups.iter().enumerate() {
        if needs_heading(timeline.zoom, years, above, group) {
            rows.push(Row::Heading {
                group: index as u32,
            });
        }
        above = Some(group);
        for &event in &group.events {
            rows.push(Row::Entry { event });
            if is_unfolded(corpus, event, unfolded) {
                let reports = 1..corpus.event(event).reports.len() as u32;
                rows.extend(reports.map(|nth| Row::Report { event, nth }));
            }
        }
    }
    rows
}

/// Days carry their date in every entry: there at most a new year is announced.
fn needs_heading(zoom: Zoom, years: Years, above: Option<&Group>, group: &Group) -> bool {
    match zoom {
        Zoom::Decade | Zoom::Year | Zoom::Month | Zoom::Week => true,
        Zoom::Day | Zoom::Hour => {
            years == Years::InHeadings
                && above.is_none_or(|above| above.first.year() != group.first.year())
        }
    }
}

pub(super) fn is_unfolded(corpus: &Corpus, event: EventId, unfolded: &FxHashSet<ReportId>) -> bool {
    let told = |report: &ReportId| unfolded.contains(report);
    !unfolded.is_empty() && corpus.event(event).reports.iter().any(told)
}

/// Finds the bar of the largest group, the first among equals; `None` where there are no bars.
pub(super) fn longest_bar(rows: &[Row], timeline: &Timeline) -> Option<usize> {
    let length = |row: &Row| match *row {
        Row::Heading { .. } | Row::Entry { .. } | Row::Report { .. } => None,
        Row::Bar { group, .. } => Some(timeline.groups[group as usize].events.len()),
    };
    let bars = rows.iter().enumerate().rev();
    let (row, _) = bars
        .filter_map(|(row, bar)| Some((row, length(bar)?)))
        .max_by_key(|(_, length)| *length)?;
    Some(row)
}

/// Finds the row that shows a report, else its event, else the bar that holds
/// it, else the first row of a later event. `None` when the corpus has no such report.
pub(super) fn find(
    corpus: &Corpus,
    rows: &[Row],
    timeline: &Timeline,
    report: ReportId,
) -> Option<usize> {
    let (event, nth) = corpus.events().iter().zip(0..).find_map(|(event, index)| {
        let nth = event.reports.iter().position(|other| *other == report)?;
        Some((EventId(index), nth as u32))
    })?;
    let at = |wanted: Row| rows.iter().position(|row| *row == wanted);
    at(Row::Report { event, nth })
        .or_else(|| at(Row::Entry { event }))
        .or_else(|| rows.iter().position(|row| row.gathers(event, timeline)))
        .or_else(|| {
            rows.iter()
                .position(|row| row.event().is_some_and(|other| other > event))
        })
        .or(rows.len().checked_sub(1))
}
