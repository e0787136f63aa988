//! The fuzzy box: one place for people, events, actions and the full text.
//!
//! Every change of the line asks for a search; answers to a line that has
//! changed since are dropped. What choosing a hit does is decided by
//! [`App`](crate::app::App), which gets it back as an [`Answer`].

use tui_input::{Input, InputRequest};

use crate::app::key::{Code, Key};
use crate::app::{Action, Place, prompt};
use crate::corpus::search::{Hit, Hits, Scope, Target};
use crate::corpus::{Corpus, PersonId, PersonKey};

/// A page of hits.
const PAGE: isize = 10;

/// Rows the preview is scrolled by.
const SCROLL: isize = 3;

/// The order in which the scopes are gone through.
const SCOPES: [Scope; 5] = [
    Scope::Everything,
    Scope::People,
    Scope::Events,
    Scope::Text,
    Scope::Actions,
];

/// What a key does in the box.
#[derive(Debug, Clone, Copy)]
enum Command {
    Close,
    Choose,
    /// Move the selection by so many rows.
    Move(isize),
    /// Go up, or back among the lines entered before where there is nothing above.
    Up,
    /// Select the person, or no longer, and move by so many rows.
    Mark(isize),
    /// Go back by so many lines entered before.
    Recall(isize),
    /// Go on by so many places in [`SCOPES`].
    Turn(usize),
    /// Scroll the preview by so many rows.
    Scroll(isize),
    Edit(InputRequest),
}

/// What is held with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Nothing,
    Ctrl,
    Alt,
}

/// Keys with what is held; what is none of these edits the line. They are
/// those of fzf, and stay the same whatever the keymap says, since the keymap's
/// letters are text here.
#[rustfmt::skip]
const KEYS: &[(Held, Code, Command)] = &[
    (Held::Nothing, Code::Escape,    Command::Close),
    (Held::Ctrl,    Code::Char('g'), Command::Close),
    (Held::Ctrl,    Code::Char('c'), Command::Close),
    (Held::Nothing, Code::Enter,     Command::Choose),
    (Held::Nothing, Code::Down,      Command::Move(1)),
    (Held::Ctrl,    Code::Char('n'), Command::Move(1)),
    (Held::Ctrl,    Code::Char('j'), Command::Move(1)),
    (Held::Nothing, Code::Up,        Command::Up),
    (Held::Ctrl,    Code::Char('p'), Command::Move(-1)),
    (Held::Ctrl,    Code::Char('k'), Command::Move(-1)),
    (Held::Ctrl,    Code::Char('f'), Command::Move(PAGE)),
    (Held::Ctrl,    Code::Char('b'), Command::Move(-PAGE)),
    (Held::Nothing, Code::Tab,       Command::Mark(1)),
    (Held::Nothing, Code::BackTab,   Command::Mark(-1)),
    (Held::Ctrl,    Code::Up,        Command::Recall(1)),
    (Held::Alt,     Code::Char('p'), Command::Recall(1)),
    (Held::Ctrl,    Code::Down,      Command::Recall(-1)),
    (Held::Alt,     Code::Char('n'), Command::Recall(-1)),
    (Held::Ctrl,    Code::Char('t'), Command::Turn(1)),
    (Held::Alt,     Code::Char('s'), Command::Turn(1)),
    (Held::Nothing, Code::PageDown,  Command::Scroll(SCROLL)),
    (Held::Nothing, Code::PageUp,    Command::Scroll(-SCROLL)),
];

/// What became of the box after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    /// Stay, and look for what the line says now.
    Search,
    Close,
    /// Go to what was found.
    Chosen(Box<Hit>),
    /// Select this person, or no longer; then [`Finder::mark`] wants the key.
    Mark(PersonId),
    /// Show what all those selected are in.
    Together(Vec<PersonKey>),
}

/// The open find box.
#[derive(Debug)]
pub struct Finder {
    input: Input,
    /// Where is searched while the line names no scope of its own.
    scope: Scope,
    hits: Hits,
    /// Whether the hits answer what the line says now.
    standing: Standing,
    selected: usize,
    /// Rows the preview is scrolled by; above it stands what is before the sentence.
    scrolled: isize,
    /// The people selected, in the order in which they were.
    marked: Vec<PersonKey>,
    /// Whom the person chosen is to be made one with.
    merging: Option<PersonKey>,
    /// Lines entered before, the latest last.
    history: Vec<String>,
    /// How far back one has gone among them.
    back: usize,
    /// What was typed before going back.
    typed: String,
}

/// Whether an answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Awaited,
    Answered,
}

impl Finder {
    /// Opens the box; what an empty line finds is to be asked for.
    pub fn open(scope: Scope, history: Vec<String>) -> Self {
        Self {
            input: Input::default(),
            scope,
            hits: Hits::default(),
            standing: Standing::Awaited,
            selected: 0,
            scrolled: 0,
            marked: Vec::new(),
            merging: None,
            history,
            back: 0,
            typed: String::new(),
        }
    }

    /// Makes whom will be chosen one with a person.
    pub fn merge_with(&mut self, person: PersonKey) {
        self.merging = Some(person);
    }

    /// Returns whom those chosen are to be made one with, if that is asked.
    pub fn merging(&self) -> Option<&PersonKey> {
        self.merging.as_ref()
    }

    /// Forgets what was found in a corpus that has changed; it is to be asked again.
    pub fn forget(&mut self) {
        self.hits = Hits::default();
        self.standing = Standing::Awaited;
    }

    /// Takes an answer, unless it answers a line that has changed since.
    pub fn found(&mut self, hits: Hits) {
        if hits.query != self.query() || hits.scope != self.scope() {
            return;
        }
        self.standing = Standing::Answered;
        self.selected = self.selected.min(hits.hits.len().saturating_sub(1));
        self.hits = hits;
    }

    /// Takes a key: editing, moving, choosing.
    pub fn press(&mut self, key: Key) -> Answer {
        match command(key) {
            Some(Command::Close) => Answer::Close,
            Some(Command::Choose) => self.choose(),
            Some(Command::Move(step)) => {
                self.go(step);
                Answer::Stay
            }
            Some(Command::Up) => self.up(),
            Some(Command::Mark(step)) => self.mark_here(step),
            Some(Command::Recall(step)) => self.recall(step),
            Some(Command::Turn(places)) => self.turn(places),
            Some(Command::Scroll(step)) => self.scroll(step),
            Some(Command::Edit(request)) => self.edit(request),
            None => Answer::Stay,
        }
    }

    /// Takes pasted text as if typed; line breaks become spaces.
    pub fn paste(&mut self, text: &str) -> Answer {
        prompt::type_in(&mut self.input, text);
        self.changed()
    }

    /// Returns what is searched for, without the character that names the scope.
    pub fn query(&self) -> &str {
        let line = self.input.value();
        let rest = leading_scope(line).map_or(line, |(_, rest)| rest);
        rest.trim_start()
    }

    /// Returns the line as it is to be remembered.
    pub fn line(&self) -> &str {
        self.input.value().trim()
    }

    /// Returns where is searched: what the line names first, else what was turned to.
    pub fn scope(&self) -> Scope {
        leading_scope(self.input.value()).map_or(self.scope, |(scope, _)| scope)
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    /// Returns the latest answer; it may be for an earlier line while a search is on.
    pub fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Says whether the hits answer the line as it is.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Returns the rows the preview is scrolled by; less than nothing shows what is before it.
    pub fn scrolled(&self) -> isize {
        self.scrolled
    }

    /// Returns the people selected.
    pub fn marked(&self) -> &[PersonKey] {
        &self.marked
    }

    /// Selects a person, or no longer.
    pub fn mark(&mut self, person: PersonKey) {
        match self.marked.iter().position(|known| *known == person) {
            Some(place) => {
                self.marked.remove(place);
            }
            None => self.marked.push(person),
        }
    }

    /// Returns the hit selected; `None` when nothing was found.
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.hits.get(self.selected)
    }

    /// Moves the selection, as the mouse wheel does.
    pub fn go(&mut self, step: isize) {
        let last = self.hits.hits.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(step).min(last);
        self.scrolled = 0;
    }

    /// Returns the first hit shown in a list of so many rows.
    pub fn first_shown(&self, rows: usize) -> usize {
        let last = self.hits.hits.len().saturating_sub(rows);
        self.selected.saturating_sub(rows / 2).min(last)
    }

    /// Selects the hit in a row of the list, in a box with so many rows inside
    /// its border; says whether it was selected before.
    pub fn click(&mut self, row: usize, inside: u16) -> bool {
        let rows = usize::from(inside.saturating_sub(1 + preview_rows(inside)));
        let index = self.first_shown(rows) + row;
        if row >= rows || index >= self.hits.hits.len() {
            return false;
        }
        let again = self.selected == index;
        self.selected = index;
        self.scrolled = 0;
        again
    }

    fn choose(&self) -> Answer {
        if !self.marked.is_empty() {
            return Answer::Together(self.marked.clone());
        }
        let chosen = self.hit().cloned();
        chosen.map_or(Answer::Stay, |hit| Answer::Chosen(Box::new(hit)))
    }

    /// Where nothing is typed there is nothing to look through: up leads to what was.
    fn up(&mut self) -> Answer {
        let is_empty = self.input.value().is_empty() || self.back > 0;
        if is_empty && self.selected == 0 {
            return self.recall(1);
        }
        self.go(-1);
        Answer::Stay
    }

    fn mark_here(&mut self, step: isize) -> Answer {
        let person = match self.hit().map(|hit| hit.target) {
            Some(Target::Person(person)) => Some(person),
            Some(Target::Event(_) | Target::Article(_) | Target::Action(_)) | None => None,
        };
        self.go(step);
        person.map_or(Answer::Stay, Answer::Mark)
    }

    fn recall(&mut self, step: isize) -> Answer {
        if self.back == 0 {
            self.typed = self.input.value().to_owned();
        }
        let back = self.back.saturating_add_signed(step);
        let back = back.min(self.history.len());
        if back == self.back {
            return Answer::Stay;
        }
        let line = match self.history.len().checked_sub(back) {
            Some(place) if back > 0 => self.history[place].clone(),
            Some(_) | None => self.typed.clone(),
        };
        self.input = Input::new(line);
        let answer = self.changed();
        self.back = back;
        answer
    }

    fn scroll(&mut self, step: isize) -> Answer {
        self.scrolled = self.scrolled.saturating_add(step);
        Answer::Stay
    }

    fn turn(&mut self, places: usize) -> Answer {
        let named = leading_scope(self.input.value()).map(|(_, rest)| rest.trim_start().to_owned());
        let at = SCOPES.iter().position(|scope| *scope == self.scope());
        self.scope = SCOPES[(at.unwrap_or(0) + places) % SCOPES.len()];
        if let Some(rest) = named {
            self.input = Input::new(rest);
        }
        self.changed()
    }

    fn edit(&mut self, request: InputRequest) -> Answer {
        match self.input.handle(request) {
            Some(change) if change.value => self.changed(),
            Some(_) | None => Answer::Stay,
        }
    }

    fn changed(&mut self) -> Answer {
        self.selected = 0;
        self.scrolled = 0;
        self.back = 0;
        self.standing = Standing::Awaited;
        Answer::Search
    }
}

/// Returns how many rows of a box show the preview: a third, if the list keeps enough.
pub fn preview_rows(inside: u16) -> u16 {
    if inside < 8 {
        0
    } else {
        (inside / 3).clamp(4, 12)
    }
}

/// Returns the sentence that shows what a hit is about; `None` for actions.
pub fn preview(corpus: &Corpus, hit: &Hit) -> Option<Place> {
    match hit.target {
        Target::Person(person) => Place::introducing(corpus, person),
        Target::Event(event) => Place::of_report(corpus, *corpus.event(event).reports.first()?),
        Target::Article(article) => {
            let article = corpus.article(article)?;
            match &hit.passage {
                Some(passage) if !passage.span.is_empty() => Some(Place {
                    article: article.id,
                    span: passage.span,
                }),
                Some(_) | None => Some(Place::opening(article)),
            }
        }
        Target::Action(_) => None,
    }
}

/// Returns the action a hit stands for; the catalogue holds them in the order of the table.
pub fn action(target: Target) -> Option<Action> {
    match target {
        Target::Action(index) => Action::ALL.get(index).copied(),
        Target::Person(_) | Target::Event(_) | Target::Article(_) => None,
    }
}

/// A quotation mark at the beginning asks for a phrase, so for the text; it stays.
fn leading_scope(line: &str) -> Option<(Scope, &str)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    match first {
        '@' => Some((Scope::People, rest)),
        '#' => Some((Scope::Events, rest)),
        '/' => Some((Scope::Text, rest)),
        '"' | '“' | '„' => Some((Scope::Text, line)),
        '>' => Some((Scope::Actions, rest)),
        _ => None,
    }
}

fn command(key: Key) -> Option<Command> {
    let held = match (key.ctrl, key.alt) {
        (false, false) => Held::Nothing,
        (true, false) => Held::Ctrl,
        (_, true) => Held::Alt,
    };
    let mut bound = KEYS
        .iter()
        .filter(|(with, code, _)| (*with, *code) == (held, key.code));
    if let Some((_, _, command)) = bound.next() {
        return Some(*command);
    }
    prompt::edit(key).map(Command::Edit)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Finder, Standing};
    use crate::app::key::{Code, Key};
    use crate::corpus::search::{Hit, Hits, Scope, Target};
    use crate::corpus::{PersonId, PersonKey};

    fn key(code: Code, ctrl: bool) -> Key {
        Key {
            code,
            ctrl,
            alt: false,
        }
    }

    fn letter(letter: char) -> Key {
        key(Code::Char(letter), false)
    }

    fn typed(line: &str) -> Finder {
        let mut finder = Finder::open(Scope::Everything, vec!["zarif".into(), "@khat".into()]);
        for character in line.chars() {
            finder.press(letter(character));
        }
        finder
    }

    fn answer(query: &str, scope: Scope, count: u32) -> Hits {
        let hit = |index| Hit {
            target: Target::Person(PersonId(index)),
            text: format!("person {index}"),
            matched: Vec::new(),
            score: 0,
            passage: None,
        };
        Hits {
            query: query.to_owned(),
            scope,
            hits: (0..count).map(hit).collect(),
            matching: count as usize,
            total: 9,
            searched: 100,
            generation: 0,
        }
    }

    #[test]
    fn a_leading_character_names_the_scope_and_is_not_searched_for() {
        let check = |line: &str, scope: Scope, query: &str| {
            let finder = typed(line);
            assert_eq!((finder.scope(), finder.query()), (scope, query), "{line}");
        };
        check("khatib", Scope::Everything, "khatib");
        check("@khatib", Scope::People, "khatib");
        check("# zaranj fell", Scope::Events, "zaranj fell");
        check("/iran", Scope::Text, "iran");
        check("/ fell ", Scope::Text, "fell ");
        check("\"iran", Scope::Text, "\"iran");
        check(">zoom", Scope::Actions, "zoom");
        check("a@b", Scope::Everything, "a@b");
    }

    #[test]
    fn every_letter_asks_for_a_search() {
        let mut finder = Finder::open(Scope::People, Vec::new());
        assert_eq!(finder.press(letter('z')), Answer::Search);
        assert_eq!((finder.query(), finder.scope()), ("z", Scope::People));
        assert_eq!(finder.standing(), Standing::Awaited);
        finder.found(answer("z", Scope::People, 1));
        assert_eq!(finder.standing(), Standing::Answered);
        assert_eq!(finder.press(key(Code::Char('u'), true)), Answer::Search);
        assert_eq!(finder.query(), "");
    }

    #[test]
    fn an_answer_to_an_earlier_line_is_dropped() {
        let mut finder = typed("za");
        finder.found(answer("za", Scope::Everything, 2));
        finder.found(answer("z", Scope::Everything, 5));
        finder.found(answer("za", Scope::People, 5));
        assert_eq!(finder.hits().hits.len(), 2);
    }

    #[test]
    fn the_selection_stops_at_both_ends() {
        let mut finder = typed("za");
        finder.found(answer("za", Scope::Everything, 3));
        for _ in 0..5 {
            finder.press(key(Code::Char('n'), true));
        }
        assert_eq!(finder.selected(), 2);
        for _ in 0..5 {
            finder.press(key(Code::Up, false));
        }
        assert_eq!(finder.selected(), 0);
    }

    #[test]
    fn enter_chooses_and_an_empty_answer_gives_nothing_to_choose() {
        let enter = key(Code::Enter, false);
        let mut finder = typed("za");
        assert_eq!(finder.press(enter), Answer::Stay);
        finder.found(answer("za", Scope::Everything, 1));
        let Answer::Chosen(hit) = finder.press(enter) else {
            panic!("there is something to choose");
        };
        assert_eq!(hit.target, Target::Person(PersonId(0)));
    }

    #[test]
    fn turning_goes_through_the_scopes_and_takes_over_from_a_leading_character() {
        let mut finder = typed("@za");
        finder.press(key(Code::Char('t'), true));
        assert_eq!((finder.scope(), finder.query()), (Scope::Events, "za"));
        let alt_s = Key {
            alt: true,
            ..letter('s')
        };
        finder.press(alt_s);
        assert_eq!((finder.scope(), finder.query()), (Scope::Text, "za"));
    }

    #[test]
    fn tab_selects_people_and_enter_gives_them_all() {
        let mut finder = typed("za");
        finder.found(answer("za", Scope::Everything, 3));
        let name = |id: PersonId| PersonKey(format!("person {}", id.0));
        let mut press = |code: Code| {
            if let Answer::Mark(person) = finder.press(key(code, false)) {
                finder.mark(name(person));
            }
            finder.marked().len()
        };
        assert_eq!(press(Code::Tab), 1);
        assert_eq!(press(Code::Tab), 2);
        assert_eq!(press(Code::BackTab), 3);
        assert_eq!(press(Code::BackTab), 2);
        assert_eq!(finder.selected(), 0);
        let together = [PersonId(0), PersonId(2)].map(name).to_vec();
        let enter = finder.press(key(Code::Enter, false));
        assert_eq!(enter, Answer::Together(together));
    }

    #[test]
    fn earlier_lines_come_back_and_so_does_what_was_being_typed() {
        let mut finder = typed("mer");
        let mut press = |code: Code, ctrl: bool, expected: &str| {
            finder.press(key(code, ctrl));
            assert_eq!(finder.input().value(), expected, "{code:?}");
        };
        press(Code::Up, false, "mer");
        press(Code::Up, true, "@khat");
        press(Code::Up, true, "zarif");
        press(Code::Up, true, "zarif");
        press(Code::Down, true, "@khat");
        press(Code::Down, true, "mer");
        press(Code::Char('u'), true, "");
        press(Code::Up, false, "@khat");
        press(Code::Up, false, "zarif");
    }

    #[test]
    fn pasted_line_breaks_become_spaces() {
        let mut finder = typed("");
        finder.paste("Saeed\nKhatibzadeh\u{1b}");
        assert_eq!(finder.query(), "Saeed Khatibzadeh ");
    }
}
