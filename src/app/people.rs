//! The people pane: everyone named, most mentioned first unless sorted otherwise.
//!
//! The selection is a person, not a row: it is kept by [`PersonKey`] when the
//! corpus grows and the order changes, and follows who turns out to be the same.
//! Narrowing the other panes to the person chosen is decided by
//! [`App`](crate::app::App).

use rustc_hash::FxHashSet;

use crate::app::cursor::Cursor;
use crate::app::terms::{Wanted, terms};
use crate::app::{Action, Effect};
use crate::casefile::{CaseFile, Key};
use crate::corpus::{Corpus, Direction, Needle, PeopleOrder, PersonId, PersonKey};

/// From this many rows on, each person's role stands under the name.
const ROWS_FOR_ROLES: u16 = 8;

/// From this width on, the role has a column of its own.
const COLUMNS_FOR_ONE_ROW: u16 = 60;

/// The people pane.
#[derive(Debug, Default)]
pub struct PeoplePane {
    order: PeopleOrder,
    direction: Direction,
    /// The filter as it was typed, and what it asks for.
    line: String,
    wanted: Vec<(Wanted, Needle)>,
    /// Hidden by the reader, before the corpus knows.
    hidden: FxHashSet<PersonId>,
    /// Who is listed, in order.
    listed: Vec<PersonId>,
    /// Selected several at once, in the order of selecting.
    picked: Vec<PersonKey>,
    cursor: Cursor,
    /// Who was selected; `None` until the user moves.
    selected: Option<PersonKey>,
    /// Cells inside the border.
    columns: u16,
    height: u16,
}

/// Says whether a person takes one row or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    NamesOnly,
    /// The role stands beneath the name.
    NamesAndRoles,
    /// Everything stands in columns of one row.
    Columns,
}

impl Density {
    /// Returns the rows a person takes.
    pub fn rows(self) -> usize {
        match self {
            Self::NamesOnly | Self::Columns => 1,
            Self::NamesAndRoles => 2,
        }
    }
}

impl PeoplePane {
    /// Takes over what the corpus holds now, and whom the reader has hidden.
    pub fn refresh(&mut self, corpus: &Corpus, case: &CaseFile) {
        let hidden = Key::HiddenPerson(PersonKey(String::new()))..=Key::AddedPerson(String::new());
        let hidden = case.range(hidden).filter_map(|(key, _)| match key {
            Key::HiddenPerson(person) => corpus.person_by_key(person),
            _ => None,
        });
        self.hidden = hidden.collect();
        let known = |key: &PersonKey| corpus.person_by_key(key).is_some();
        self.picked.retain(known);
        self.list(corpus);
    }

    /// Lists those whose names, aliases or roles have the words of a line.
    pub fn filter(&mut self, line: &str, corpus: &Corpus) {
        self.line = line.trim().to_owned();
        let wanted = terms(line, &[]).into_iter();
        self.wanted = wanted
            .map(|term| (term.wanted, Needle::new(&term.text)))
            .collect();
        self.list(corpus);
    }

    /// Sorts by the next order, the usual way round.
    pub fn sort(&mut self, corpus: &Corpus) {
        self.order = match self.order {
            PeopleOrder::Mentions => PeopleOrder::Name,
            PeopleOrder::Name => PeopleOrder::LastSeen,
            PeopleOrder::LastSeen => PeopleOrder::Mentions,
        };
        self.direction = Direction::Usual;
        self.list(corpus);
    }

    /// Turns the order round.
    pub fn turn(&mut self, corpus: &Corpus) {
        self.direction = self.direction.turn();
        self.list(corpus);
    }

    /// Tells the pane how many cells lie inside its border.
    pub fn resize(&mut self, columns: u16, height: u16) {
        (self.columns, self.height) = (columns, height);
        self.reveal();
    }

    /// Does what is asked of the pane; other actions leave it as it is.
    pub fn apply(&mut self, action: Action, corpus: &Corpus) -> Vec<Effect> {
        if let Some(step) = action.list_step(self.capacity()) {
            self.cursor.step(step, self.listed.len());
            self.reveal();
            self.keep(corpus);
        }
        Vec::new()
    }

    /// Selects the person shown at a row inside the border.
    pub fn click(&mut self, row: u16, corpus: &Corpus) {
        let row = self.cursor.top + usize::from(row) / self.density().rows();
        if row < self.listed.len() {
            self.cursor.selected = row;
            self.keep(corpus);
        }
    }

    /// Selects a person; a filter that leaves them out is cleared.
    pub fn select(&mut self, person: PersonId, corpus: &Corpus) {
        if !self.line.is_empty() && !self.listed.contains(&person) {
            self.filter("", corpus);
        }
        self.selected = Some(corpus.person(person).key.clone());
        self.find_selected(corpus);
    }

    /// Adds the selected person to those selected at once, or takes them out, and goes on.
    pub fn pick(&mut self, corpus: &Corpus) {
        let Some(person) = self.person(corpus) else {
            return;
        };
        let key = &corpus.person(person).key;
        match self.picked.iter().position(|picked| picked == key) {
            Some(place) => {
                self.picked.remove(place);
            }
            None => self.picked.push(key.clone()),
        }
        self.apply(Action::Next, corpus);
    }

    /// Selects no longer several; says whether several were selected.
    pub fn unpick(&mut self) -> bool {
        let picked = !self.picked.is_empty();
        self.picked.clear();
        picked
    }

    /// Returns who is selected at once, in the order of selecting.
    pub fn picked(&self, corpus: &Corpus) -> Vec<PersonId> {
        let mut picked: Vec<PersonId> = Vec::new();
        for key in &self.picked {
            let person = corpus.person_by_key(key);
            // Two may have turned out to be one since.
            picked.extend(person.filter(|person| !picked.contains(person)));
        }
        picked
    }

    pub fn is_picked(&self, key: &PersonKey) -> bool {
        self.picked.contains(key)
    }

    /// Returns the person selected; `None` while nobody is listed.
    pub fn person(&self, corpus: &Corpus) -> Option<PersonId> {
        let person = self.listed.get(self.cursor.selected).copied();
        person.filter(|person| (person.0 as usize) < corpus.people().len())
    }

    /// Returns who is listed, in order.
    pub fn listed(&self) -> &[PersonId] {
        &self.listed
    }

    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Returns the filter line.
    pub fn filter_line(&self) -> &str {
        &self.line
    }

    /// Returns by what the list is sorted, and which way round.
    pub fn order(&self) -> (PeopleOrder, Direction) {
        (self.order, self.direction)
    }

    pub fn density(&self) -> Density {
        if self.columns >= COLUMNS_FOR_ONE_ROW {
            Density::Columns
        } else if self.height >= ROWS_FOR_ROLES {
            Density::NamesAndRoles
        } else {
            Density::NamesOnly
        }
    }

    /// Finds out anew who is listed.
    fn list(&mut self, corpus: &Corpus) {
        let everyone = corpus.people_in(self.order).iter(self.direction);
        let shown = everyone.filter(|person| !self.hidden.contains(person));
        self.listed = if self.wanted.is_empty() {
            shown.collect()
        } else {
            let words = corpus.people_words();
            let mut passing = vec![true; words.len()];
            for (wanted, needle) in &self.wanted {
                wanted.keep(&mut passing, &words.holding(needle));
            }
            shown
                .filter(|person| passing.get(person.0 as usize) == Some(&true))
                .collect()
        };
        self.find_selected(corpus);
    }

    /// Puts the cursor where the selected person now stands; who is gone leaves it where it was.
    fn find_selected(&mut self, corpus: &Corpus) {
        let row = match &self.selected {
            Some(key) => corpus.person_by_key(key).and_then(|person| {
                let mut listed = self.listed.iter();
                listed.position(|listed| *listed == person)
            }),
            None => Some(0),
        };
        self.cursor.selected = row.unwrap_or(self.cursor.selected);
        self.reveal();
    }

    /// Returns how many people are in view at once.
    fn capacity(&self) -> usize {
        (usize::from(self.height) / self.density().rows()).max(1)
    }

    fn reveal(&mut self) {
        self.cursor.reveal(self.listed.len(), self.capacity());
    }

    fn keep(&mut self, corpus: &Corpus) {
        self.selected = self.person(corpus).map(|id| corpus.person(id).key.clone());
    }
}

/// Counts a person's events in `count` equal stretches of the calendar, between the
/// days before which a tenth of all events lie and after which another does
/// (these count in the first and the last cell): a few dates far away must not
/// push all others into one cell.
pub fn spark(corpus: &Corpus, person: PersonId, count: usize) -> Vec<u32> {
    let mut cells = vec![0; count];
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
        let passed = days * (index as i64 + 1) / count as i64;
        let end = first.checked_add_signed(chrono::Duration::days(passed));
        let until = match end {
            Some(end) if index + 1 < count => {
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
    use super::{Density, PeoplePane, spark};
    use crate::app::Action;
    use crate::app::fixture::{article, corpus, summer};
    use crate::casefile::{CaseFile, Change, Key, Value};
    use crate::corpus::{Corpus, PersonId};

    fn name(pane: &PeoplePane, corpus: &Corpus) -> String {
        let person = pane.person(corpus).expect("someone is named");
        corpus.person(person).name.clone()
    }

    #[test]
    fn the_selection_stays_on_its_person_when_the_order_changes() {
        let mut corpus = corpus(summer());
        let mut pane = PeoplePane::default();
        pane.resize(40, 20);
        pane.refresh(&corpus, &CaseFile::default());
        pane.apply(Action::Last, &corpus);
        let before = name(&pane, &corpus);
        let again = (
            "2021-08-20",
            "Hanif Atmar spoke and Ashraf Ghani too.",
            ["Hanif Atmar", "Ashraf Ghani"].as_slice(),
        );
        corpus.absorb(vec![article(2, &[again; 4])]);
        corpus.settle();
        pane.refresh(&corpus, &CaseFile::default());
        assert_eq!(name(&pane, &corpus), before);
    }

    #[test]
    fn roles_are_hidden_where_rows_are_few() {
        let mut pane = PeoplePane::default();
        pane.resize(40, 5);
        assert_eq!(pane.density(), Density::NamesOnly);
        pane.resize(40, 20);
        assert_eq!(pane.density(), Density::NamesAndRoles);
    }

    #[test]
    fn a_sparkline_counts_every_event_of_the_person_once() {
        let corpus = corpus(summer());
        for (index, person) in corpus.people().iter().enumerate() {
            let cells = spark(&corpus, PersonId(index as u32), 8);
            assert_eq!(cells.iter().sum::<u32>() as usize, person.events.len());
            assert_eq!(cells.len(), 8);
        }
    }

    fn pane(corpus: &Corpus) -> PeoplePane {
        let mut pane = PeoplePane::default();
        pane.resize(40, 20);
        pane.refresh(corpus, &CaseFile::default());
        pane
    }

    fn names(pane: &PeoplePane, corpus: &Corpus) -> Vec<String> {
        let listed = pane.listed().iter();
        listed.map(|id| corpus.person(*id).name.clone()).collect()
    }

    #[test]
    fn a_filter_looks_at_names_and_roles_whatever_their_case() {
        let corpus = corpus(summer());
        let mut pane = pane(&corpus);
        pane.filter("foreign MINISTER", &corpus);
        assert_eq!(names(&pane, &corpus), ["Javad Zarif"]);
        pane.filter("khátib", &corpus);
        assert_eq!(names(&pane, &corpus), ["Saeed Khatibzadeh"]);
        pane.filter("!zarif", &corpus);
        assert_eq!(pane.listed().len(), 3);
        pane.select(PersonId(0), &corpus);
        pane.filter("", &corpus);
        assert_eq!(pane.listed().len(), 4);
    }

    #[test]
    fn who_is_hidden_is_listed_no_more_and_comes_back_with_undo() {
        let corpus = corpus(summer());
        let mut pane = pane(&corpus);
        let key = corpus.person(PersonId(1)).key.clone();
        let mut case = CaseFile::default();
        let undo = case.apply(&Change::new("hid").set(Key::HiddenPerson(key), Value::Yes));
        pane.refresh(&corpus, &case);
        assert!(!pane.listed().contains(&PersonId(1)));
        case.apply(&undo);
        pane.refresh(&corpus, &case);
        assert_eq!(pane.listed().len(), 4);
    }

    #[test]
    fn several_are_selected_in_the_order_of_selecting() {
        let corpus = corpus(summer());
        let mut pane = pane(&corpus);
        pane.apply(Action::Last, &corpus);
        pane.pick(&corpus);
        pane.apply(Action::First, &corpus);
        pane.pick(&corpus);
        assert_eq!(pane.picked(&corpus), [PersonId(3), PersonId(0)]);
        pane.apply(Action::First, &corpus);
        pane.pick(&corpus);
        assert_eq!(pane.picked(&corpus), [PersonId(3)]);
        assert!(pane.unpick() && !pane.unpick());
    }

    #[test]
    fn sorting_goes_round_and_keeps_the_selection() {
        let corpus = corpus(summer());
        let mut pane = pane(&corpus);
        pane.apply(Action::Last, &corpus);
        let selected = name(&pane, &corpus);
        let before = names(&pane, &corpus);
        pane.sort(&corpus);
        assert_eq!(names(&pane, &corpus)[0], "Jean Arnault");
        pane.turn(&corpus);
        assert_eq!(names(&pane, &corpus)[3], "Jean Arnault");
        assert_eq!(name(&pane, &corpus), selected);
        pane.sort(&corpus);
        pane.sort(&corpus);
        assert_eq!(names(&pane, &corpus), before);
    }
}
