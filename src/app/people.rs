//! The people pane: everyone named, most mentioned first.
//!
//! The selection is a person, not a row: it is kept by [`PersonKey`] when the
//! corpus grows and the order changes. Narrowing the other panes to the
//! person chosen is decided by [`App`](crate::app::App).

use crate::app::cursor::Cursor;
use crate::app::{Action, Effect};
use crate::corpus::{Corpus, PersonId, PersonKey};

/// From this many rows on, each person's role stands under the name.
const ROWS_FOR_ROLES: u16 = 8;

/// Cells of a person's sparkline.
pub const SPARK_CELLS: usize = 8;

/// The people pane.
#[derive(Debug, Default)]
pub struct PeoplePane {
    cursor: Cursor,
    /// Who was selected; `None` until the user moves.
    selected: Option<PersonKey>,
    /// Cells inside the border.
    height: u16,
}

/// Says whether a person takes one row or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    NamesOnly,
    NamesAndRoles,
}

impl Density {
    /// Returns the rows a person takes.
    pub fn rows(self) -> usize {
        match self {
            Self::NamesOnly => 1,
            Self::NamesAndRoles => 2,
        }
    }
}

impl PeoplePane {
    /// Takes over what the corpus holds now.
    pub fn refresh(&mut self, corpus: &Corpus) {
        let row = match &self.selected {
            Some(key) => corpus.person_by_key(key).map(|id| id.0 as usize),
            None => Some(0),
        };
        self.go(row.unwrap_or(self.cursor.selected), corpus);
    }

    /// Tells the pane how many rows lie inside its border.
    pub fn resize(&mut self, corpus: &Corpus, height: u16) {
        self.height = height;
        self.go(self.cursor.selected, corpus);
    }

    /// Does what is asked of the pane; other actions leave it as it is.
    pub fn apply(&mut self, action: Action, corpus: &Corpus) -> Vec<Effect> {
        let count = corpus.people().len();
        if let Some(step) = action.list_step(self.capacity()) {
            self.cursor.step(step, count);
            self.go(self.cursor.selected, corpus);
            self.keep(corpus);
        }
        Vec::new()
    }

    /// Selects the person shown at a row inside the border.
    pub fn click(&mut self, row: u16, corpus: &Corpus) {
        let row = self.cursor.top + usize::from(row) / self.density().rows();
        if row < corpus.people().len() {
            self.select(PersonId(row as u32), corpus);
        }
    }

    /// Selects a person.
    pub fn select(&mut self, person: PersonId, corpus: &Corpus) {
        self.go(person.0 as usize, corpus);
        self.keep(corpus);
    }

    /// Returns the person selected; `None` while nobody is named.
    pub fn person(&self, corpus: &Corpus) -> Option<PersonId> {
        let row = self.cursor.selected;
        (row < corpus.people().len()).then_some(PersonId(row as u32))
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    pub fn density(&self) -> Density {
        if self.height >= ROWS_FOR_ROLES {
            Density::NamesAndRoles
        } else {
            Density::NamesOnly
        }
    }

    /// Returns how many people are in view at once.
    fn capacity(&self) -> usize {
        (usize::from(self.height) / self.density().rows()).max(1)
    }

    fn go(&mut self, row: usize, corpus: &Corpus) {
        let count = corpus.people().len();
        self.cursor.select(row, count);
        self.cursor.reveal(count, self.capacity());
    }

    fn keep(&mut self, corpus: &Corpus) {
        self.selected = self.person(corpus).map(|id| corpus.person(id).key.clone());
    }
}

/// Counts a person's events in equal stretches of the calendar, between the
/// days before which a tenth of all events lie and after which another does
/// (these count in the first and the last cell): a few dates far away must not
/// push all others into one cell.
pub fn spark(corpus: &Corpus, person: PersonId) -> [u32; SPARK_CELLS] {
    let mut cells = [0; SPARK_CELLS];
    let events = corpus.events();
    let Some(last) = events.len().checked_sub(1) else {
        return cells;
    };
    let day = |index: usize| events[index].when.first_day();
    let strays = last.div_ceil(10);
    let (first, last) = (day(strays.min(last - strays)), day(last - strays));
    let days = (last - first).num_days() + 1;
    let theirs = &corpus.person(person).events;
    let mut begun = 0;
    for (index, cell) in cells.iter_mut().enumerate() {
        let passed = days * (index as i64 + 1) / SPARK_CELLS as i64;
        let end = first.checked_add_signed(chrono::Duration::days(passed));
        let until = match end {
            Some(end) if index + 1 < SPARK_CELLS => {
                theirs.partition_point(|event| corpus.event(*event).when.first_day() < end)
            }
            Some(_) | None => theirs.len(),
        };
        *cell = (until - begun) as u32;
        begun = until;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::{Density, PeoplePane, SPARK_CELLS, spark};
    use crate::app::Action;
    use crate::app::fixture::{article, corpus, summer};
    use crate::corpus::{Corpus, PersonId};

    fn name(pane: &PeoplePane, corpus: &Corpus) -> String {
        let person = pane.person(corpus).expect("someone is named");
        corpus.person(person).name.clone()
    }

    #[test]
    fn the_selection_stays_on_its_person_when_the_order_changes() {
        let mut corpus = corpus(summer());
        let mut pane = PeoplePane::default();
        pane.resize(&corpus, 20);
        pane.refresh(&corpus);
        pane.apply(Action::Last, &corpus);
        let before = name(&pane, &corpus);
        let again = (
            "2021-08-20",
            "Hanif Atmar spoke and Ashraf Ghani too.",
            ["Hanif Atmar", "Ashraf Ghani"].as_slice(),
        );
        corpus.absorb(vec![article(2, &[again; 4])]);
        corpus.settle();
        pane.refresh(&corpus);
        assert_eq!(name(&pane, &corpus), before);
    }

    #[test]
    fn roles_are_hidden_where_rows_are_few() {
        let corpus = corpus(summer());
        let mut pane = PeoplePane::default();
        pane.resize(&corpus, 5);
        assert_eq!(pane.density(), Density::NamesOnly);
        pane.resize(&corpus, 20);
        assert_eq!(pane.density(), Density::NamesAndRoles);
    }

    #[test]
    fn a_sparkline_counts_every_event_of_the_person_once() {
        let corpus = corpus(summer());
        for (index, person) in corpus.people().iter().enumerate() {
            let cells = spark(&corpus, PersonId(index as u32));
            assert_eq!(cells.iter().sum::<u32>() as usize, person.events.len());
            assert_eq!(cells.len(), SPARK_CELLS);
        }
    }
}
