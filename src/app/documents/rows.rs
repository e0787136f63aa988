//! The rows of the list of documents: saved searches, headings, documents.
//!
//! Rows differ in height, so scrolling counts screen rows here, only around the
//! selection; nothing walks the whole list while one moves.

use chrono::Datelike;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::app::cursor::Cursor;
use crate::corpus::{Article, ArticleId, Corpus, Direction};

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A saved search, by its place among them.
    Search(usize),
    /// A heading, by its place among them.
    Heading(usize),
    Document(ArticleId),
}

/// How a document is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// All columns in one row.
    One,
    /// The headline, and beneath it who published it when.
    #[default]
    Two,
}

impl Row {
    /// Returns the screen rows it takes.
    pub fn height(self, lines: Lines) -> usize {
        match (self, lines) {
            (Self::Document(_), Lines::Two) => 2,
            (Self::Document(_), Lines::One) | (Self::Search(_) | Self::Heading(_), _) => 1,
        }
    }

    /// Says whether it can be selected.
    pub fn is_selectable(self) -> bool {
        match self {
            Self::Search(_) | Self::Document(_) => true,
            Self::Heading(_) => false,
        }
    }
}

/// By what documents are put together under headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    #[default]
    None,
    /// By month, or by year where months would be many.
    Date,
    Source,
}

/// What stands above documents of one month or source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub under: Under,
    /// How many documents stand beneath.
    pub count: usize,
}

/// What documents beneath a heading have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Under {
    Month(i32, u32),
    Year(i32),
    Source(String),
    NoDate,
    NoSource,
}

/// More months than these are gathered into years.
const MONTHS: usize = 60;

/// Puts documents that come in an order together under headings: months and
/// years the latest first, sources by name, or turned the other way round;
/// what has neither at the end.
pub fn group(
    corpus: &Corpus,
    listed: &[ArticleId],
    grouping: Grouping,
    direction: Direction,
) -> (Vec<Heading>, Vec<Row>) {
    let articles = || listed.iter().filter_map(|id| corpus.article(*id));
    let under: fn(&Article) -> Under = match grouping {
        Grouping::None => {
            let rows = listed.iter().copied().map(Row::Document).collect();
            return (Vec::new(), rows);
        }
        Grouping::Source => source,
        Grouping::Date => {
            let mut months: Vec<i64> = articles().filter_map(month_number).collect();
            months.sort_unstable();
            months.dedup();
            if months.len() > MONTHS { year } else { month }
        }
    };
    let ranks = ranks(articles(), grouping);
    let rank = |article: &Article| {
        let rank = match under(article) {
            Under::Month(..) => month_number(article).map(|month| -month),
            Under::Year(year) => Some(-i64::from(year)),
            Under::Source(source) => ranks.get(source.as_str()).copied(),
            Under::NoDate | Under::NoSource => None,
        };
        match direction {
            Direction::Usual => rank.unwrap_or(i64::MAX),
            Direction::Turned => rank.map_or(i64::MAX, |rank| -rank),
        }
    };
    let mut groups: Vec<(i64, ArticleId)> = articles()
        .map(|article| (rank(article), article.id))
        .collect();
    // A stable sort keeps the order of the list beneath each heading.
    groups.sort_by_key(|(rank, _)| *rank);
    let mut headings = Vec::new();
    let mut rows = Vec::with_capacity(groups.len());
    for group in groups.chunk_by(|one, other| one.0 == other.0) {
        rows.push(Row::Heading(headings.len()));
        rows.extend(group.iter().map(|(_, id)| Row::Document(*id)));
        headings.push(Heading {
            under: corpus.article(group[0].1).map_or(Under::NoDate, under),
            count: group.len(),
        });
    }
    (headings, rows)
}

/// The place of each source among all, by name whatever its case.
fn ranks<'a>(
    articles: impl Iterator<Item = &'a Article>,
    grouping: Grouping,
) -> FxHashMap<&'a str, i64> {
    if grouping != Grouping::Source {
        return FxHashMap::default();
    }
    let sources = articles.filter_map(|article| article.document.publisher.as_deref());
    let distinct: FxHashSet<&str> = sources.collect();
    let mut sorted: Vec<&str> = distinct.into_iter().collect();
    sorted.sort_by_cached_key(|source| (source.to_lowercase(), *source));
    sorted.into_iter().zip(0..).collect()
}

/// The months from the year 0 on.
fn month_number(article: &Article) -> Option<i64> {
    let date = article.document.published?.date;
    Some(i64::from(date.year()) * 12 + i64::from(date.month0()))
}

fn month(article: &Article) -> Under {
    match article.document.published {
        Some(published) => Under::Month(published.date.year(), published.date.month()),
        None => Under::NoDate,
    }
}

fn year(article: &Article) -> Under {
    match article.document.published {
        Some(published) => Under::Year(published.date.year()),
        None => Under::NoDate,
    }
}

fn source(article: &Article) -> Under {
    match &article.document.publisher {
        Some(publisher) => Under::Source(publisher.clone()),
        None => Under::NoSource,
    }
}

/// Scrolls as little as it takes to have the selected row in view, with the
/// heading right above it, and leaves no empty screen rows below the last.
pub fn reveal(cursor: &mut Cursor, rows: &[Row], lines: Lines, height: usize) {
    let Some(last) = rows.len().checked_sub(1) else {
        *cursor = Cursor::default();
        return;
    };
    cursor.selected = cursor.selected.min(last);
    let lowest = top_that_shows(rows, cursor.selected, lines, height);
    let is_heading = |row: usize| matches!(rows[row], Row::Heading(_));
    let above = cursor
        .selected
        .checked_sub(1)
        .filter(|row| is_heading(*row));
    let highest = above.unwrap_or(cursor.selected).max(lowest);
    cursor.top = cursor.top.clamp(lowest, highest);
    cursor.top = cursor.top.min(top_that_shows(rows, last, lines, height));
}

/// Returns the lowest first row with which a row is still wholly in view.
fn top_that_shows(rows: &[Row], row: usize, lines: Lines, height: usize) -> usize {
    let mut left = height.saturating_sub(rows[row].height(lines));
    let mut top = row;
    while let Some(above) = top.checked_sub(1) {
        let needs = rows[above].height(lines);
        if needs > left {
            break;
        }
        left -= needs;
        top = above;
    }
    top
}

#[cfg(test)]
mod tests {
    use super::{Grouping, Lines, Row, Under, group, reveal};
    use crate::app::cursor::Cursor;
    use crate::corpus::sample::{Sample, corpus};
    use crate::corpus::{ArticleId, Direction};

    #[test]
    fn the_selection_is_in_view_whatever_the_heights_of_rows() {
        let mut rows = vec![Row::Search(0), Row::Heading(0)];
        rows.extend((0..20).map(|id| Row::Document(ArticleId(id))));
        for height in [1, 2, 3, 7, 40] {
            for lines in [Lines::One, Lines::Two] {
                let mut cursor = Cursor::default();
                for selected in (0..22).chain((0..22).rev()) {
                    cursor.selected = selected;
                    reveal(&mut cursor, &rows, lines, height);
                    let shown: usize = rows[cursor.top..=selected]
                        .iter()
                        .map(|row| row.height(lines))
                        .sum();
                    assert!(cursor.top <= selected);
                    assert!(shown <= height.max(2), "{height} {lines:?} {cursor:?}");
                }
            }
        }
    }

    #[test]
    fn a_heading_right_above_the_selection_comes_into_view_with_it() {
        let mut rows = vec![Row::Heading(0)];
        rows.extend((0..20).map(|id| Row::Document(ArticleId(id))));
        let mut cursor = Cursor {
            selected: 1,
            top: 9,
        };
        reveal(&mut cursor, &rows, Lines::One, 5);
        assert_eq!(cursor.top, 0);
    }

    #[test]
    fn months_stand_the_latest_first_and_the_undated_last() {
        let corpus = corpus([
            Sample::new(0).published("2021-08-14"),
            Sample::new(1),
            Sample::new(2).published("2021-09-01"),
            Sample::new(3).published("2021-08-02"),
        ]);
        let listed = [0, 1, 2, 3].map(ArticleId);
        let under = |direction| {
            let (headings, rows) = group(&corpus, &listed, Grouping::Date, direction);
            assert_eq!(rows.len(), headings.len() + listed.len());
            let under = headings.into_iter().map(|heading| heading.under);
            under.collect::<Vec<_>>()
        };
        let (august, september) = (Under::Month(2021, 8), Under::Month(2021, 9));
        assert_eq!(
            under(Direction::Usual),
            [september.clone(), august.clone(), Under::NoDate]
        );
        assert_eq!(under(Direction::Turned), [august, september, Under::NoDate]);
    }
}
