//! The list of an article's links, each with a number that opens it.

use crate::app::Action;
use crate::app::cursor::Cursor;
use crate::corpus::Article;

/// Rows that are moved by for a page.
const PAGE: usize = 10;

/// What became of the list after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// Open the link of this index.
    Open(usize),
}

/// A link as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The words that lead there.
    pub words: String,
    /// The whole address, or the target as it stands when nothing completes it.
    pub url: String,
}

/// The open list.
#[derive(Debug)]
pub struct Links {
    rows: Vec<Row>,
    cursor: Cursor,
    /// The number typed so far; 0 for none.
    typed: usize,
}

impl Links {
    /// Lists the links of an article, the cursor on the one of an index; `None`
    /// when it has none.
    pub fn open(article: &Article, index: usize) -> Option<Self> {
        let document = &article.document;
        let rows: Vec<Row> = document
            .links
            .iter()
            .map(|link| Row {
                words: link.span.of(&document.text).to_owned(),
                url: link
                    .address(document.url.as_deref())
                    .unwrap_or_else(|| link.url.clone()),
            })
            .collect();
        let mut cursor = Cursor::default();
        cursor.select(index, rows.len());
        (!rows.is_empty()).then_some(Self {
            rows,
            cursor,
            typed: 0,
        })
    }

    /// Returns how many rows its box takes, border included.
    pub fn box_rows(&self) -> u16 {
        const MOST: u16 = 30;
        u16::try_from(self.rows.len() + 2).map_or(MOST, |rows| rows.min(MOST))
    }

    /// Selects what stands in a row of a box that shows so many; says whether it
    /// was selected already.
    pub fn click(&mut self, row: usize, height: usize) -> bool {
        let index = self.view(height).top + row;
        let again = index == self.cursor.selected;
        self.cursor.select(index, self.rows.len());
        again
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns the selected row, and the first in view of a list of so many rows.
    pub fn view(&self, height: usize) -> Cursor {
        let mut cursor = self.cursor;
        cursor.reveal(self.rows.len(), height);
        cursor
    }

    /// Returns the number typed so far.
    pub fn typed(&self) -> Option<usize> {
        (self.typed > 0).then_some(self.typed)
    }

    /// Takes a digit: a number opens its link as soon as no longer one could be meant.
    pub fn digit(&mut self, digit: usize) -> Answer {
        let number = self.typed * 10 + digit;
        if number == 0 || number > self.rows.len() {
            self.typed = 0;
            return Answer::Stay;
        }
        self.cursor.select(number - 1, self.rows.len());
        if number * 10 > self.rows.len() {
            self.typed = 0;
            return Answer::Open(number - 1);
        }
        self.typed = number;
        Answer::Stay
    }

    /// Does what is asked of the list.
    pub fn apply(&mut self, action: Action) -> Answer {
        self.typed = 0;
        if let Some(step) = action.list_step(PAGE) {
            self.cursor.step(step, self.rows.len());
            return Answer::Stay;
        }
        let closes = [Action::Back, Action::Widen, Action::Links];
        if action == Action::Open || action == Action::OpenUrl {
            Answer::Open(self.cursor.selected)
        } else if closes.contains(&action) {
            Answer::Close
        } else {
            Answer::Stay
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Links, Row};
    use crate::app::Action;
    use crate::app::cursor::Cursor;

    fn links(count: usize) -> Links {
        let row = |number: usize| Row {
            words: format!("link {number}"),
            url: format!("https://example.org/{number}"),
        };
        Links {
            rows: (1..=count).map(row).collect(),
            cursor: Cursor::default(),
            typed: 0,
        }
    }

    #[test]
    fn a_digit_opens_at_once_where_no_longer_number_could_be_meant() {
        assert_eq!(links(9).digit(3), Answer::Open(2));
        assert_eq!(links(9).digit(0), Answer::Stay);
        let mut many = links(25);
        assert_eq!(many.digit(3), Answer::Open(2));
        assert_eq!(many.digit(2), Answer::Stay);
        assert_eq!(many.typed(), Some(2));
        assert_eq!(many.digit(5), Answer::Open(24));
    }

    #[test]
    fn enter_opens_the_shorter_number() {
        let mut many = links(25);
        many.digit(2);
        assert_eq!(many.apply(Action::Open), Answer::Open(1));
        assert_eq!(many.digit(9), Answer::Open(8));
    }

    #[test]
    fn a_number_beyond_the_last_opens_nothing() {
        let mut many = links(12);
        assert_eq!(many.digit(1), Answer::Stay);
        assert_eq!(many.digit(9), Answer::Stay);
        assert_eq!(many.typed(), None);
    }
}
