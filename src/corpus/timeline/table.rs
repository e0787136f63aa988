//! What the timeline asks of every event, in columns side by side.
//!
//! Grouping and filtering go through all events at every zoom and every letter
//! typed; here they read a few bytes an event, one after the other, instead of
//! following it to its reports. Made once for each gathering of the corpus.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Timelike};

use super::Zoom;
use super::told::Told;
use crate::analysis::report::Tense;
use crate::corpus::{Article, ArticleId, Corpus, Event, EventId};
use crate::document::Span;

/// What is told of: what happened, what somebody says, what is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Happened,
    /// It is told in somebody's words, quoted or reported.
    Said,
    Planned,
}

impl Kind {
    /// Every kind, in the order of the key that goes through them.
    pub const ALL: [Self; 3] = [Self::Happened, Self::Said, Self::Planned];

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Said => "said",
            Self::Planned => "planned",
        }
    }
}

/// The events in columns, by [`EventId`].
#[derive(Debug, Default)]
pub struct Table {
    /// First and last day, counted over the calendar.
    first: Vec<i32>,
    last: Vec<i32>,
    hour: Vec<u8>,
    kind: Vec<Kind>,
    /// A bit for each zoom at which it stands under the heading of its unit.
    within: Vec<u8>,
    /// How many reports, 255 at most.
    reports: Vec<u8>,
    /// The article of the report shown.
    article: Vec<ArticleId>,
    told: OnceLock<Told>,
}

impl Table {
    /// Reads the events of a corpus.
    pub(in crate::corpus) fn of(articles: &[Option<Article>], events: &[Event]) -> Self {
        let mut table = Self::default();
        for event in events {
            table.push(articles, event);
        }
        table
    }

    fn push(&mut self, articles: &[Option<Article>], event: &Event) {
        let shown = event.reports[0];
        let earliest = event.when.earliest();
        self.first.push(earliest.date().num_days_from_ce());
        self.hour.push(earliest.hour() as u8);
        self.last.push(event.when.last_day().num_days_from_ce());
        let is_range = !event.when.is_single();
        let within = Zoom::ALL.into_iter().filter(|zoom| {
            // There are as many ranges as there are pairs of dates: where units
            // are months and longer, they go under the unit they begin in.
            is_range && *zoom <= Zoom::Month || !zoom.is_finer_than(&event.when)
        });
        self.within
            .push(within.fold(0, |bits, zoom| bits | 1 << zoom as u8));
        self.reports.push(event.reports.len().min(255) as u8);
        self.article.push(shown.article);
        let article = articles[shown.article.0 as usize].as_ref();
        let told = article.and_then(|article| {
            let report = article.analysis.reports.get(shown.index as usize)?;
            Some((article, report))
        });
        self.kind.push(match event.tense {
            Tense::Planned => Kind::Planned,
            Tense::Happened
                if told.is_some_and(|(article, report)| is_said(article, &report.telling)) =>
            {
                Kind::Said
            }
            Tense::Happened => Kind::Happened,
        });
    }

    /// Returns how many events there are.
    pub fn count(&self) -> usize {
        self.first.len()
    }

    /// Returns the number of the day the event begins on, counted over the calendar.
    pub fn first(&self, event: EventId) -> i32 {
        self.first[event.0 as usize]
    }

    /// Returns the number of the last day it covers.
    pub fn last(&self, event: EventId) -> i32 {
        self.last[event.0 as usize]
    }

    /// Returns the hour it begins in.
    pub fn hour(&self, event: EventId) -> u8 {
        self.hour[event.0 as usize]
    }

    pub fn kind(&self, event: EventId) -> Kind {
        self.kind[event.0 as usize]
    }

    /// Returns the article of the report shown.
    pub fn article(&self, event: EventId) -> ArticleId {
        self.article[event.0 as usize]
    }

    /// Returns how many reports tell of it; 255 stands for more as well.
    pub fn reports(&self, event: EventId) -> u8 {
        self.reports[event.0 as usize]
    }

    /// Says whether the event stands under the heading of its unit, not under one of its own.
    pub(super) fn is_within(&self, event: EventId, zoom: Zoom) -> bool {
        self.within[event.0 as usize] & 1 << zoom as u8 != 0
    }

    pub(in crate::corpus) fn make_ready(&self, corpus: &Corpus) {
        self.told(corpus);
    }

    /// Returns what is told, to look for words in; made at the first call.
    pub(super) fn told(&self, corpus: &Corpus) -> &Told {
        self.told.get_or_init(|| Told::of(corpus))
    }
}

/// Returns the day of a number counted over the calendar.
pub fn day_of(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MIN)
}

/// A third of what is told must be somebody's words: a word or two in quotation
/// marks are the writer's.
const SHARE: usize = 3;

/// Says whether the pieces of an article's text tell what somebody said.
pub fn is_said(article: &Article, telling: &[Span]) -> bool {
    let quotes = &article.analysis.quotes;
    let (mut told, mut said) = (0, 0);
    for piece in telling {
        told += piece.len();
        let from = quotes.partition_point(|quote| quote.span.end <= piece.start);
        let quotes = quotes[from..].iter();
        for quote in quotes.take_while(|quote| quote.span.start < piece.end) {
            let (start, end) = (
                quote.span.start.max(piece.start),
                quote.span.end.min(piece.end),
            );
            said += end.saturating_sub(start) as usize;
        }
    }
    said > 0 && said * SHARE >= told
}
