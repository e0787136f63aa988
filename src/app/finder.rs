//! The fuzzy box: one place for people, articles, events and actions.
//!
//! Every change of the line asks for a search; answers to a line that has
//! changed since are dropped. What choosing a hit does is decided by
//! [`App`](crate::app::App), which gets it back as an [`Answer`].

use tui_input::{Input, InputRequest};

use crate::app::key::{Code, Key};
use crate::app::{Action, Effect, Place, prompt};
use crate::corpus::search::{Hit, Hits, Scope, Target};
use crate::corpus::{Corpus, PersonKey};

/// A page of hits.
const PAGE: isize = 10;

/// The order in which Tab goes through the scopes.
const SCOPES: [Scope; 5] = [
    Scope::Everything,
    Scope::People,
    Scope::Events,
    Scope::Articles,
    Scope::Actions,
];

/// What a key does in the box.
#[derive(Debug, Clone, Copy)]
enum Command {
    Close,
    Choose,
    /// Move the selection by so many rows.
    Move(isize),
    /// Go on by so many places in [`SCOPES`].
    Turn(usize),
    /// Scroll the preview by so many rows.
    Scroll(isize),
    Edit(InputRequest),
}

/// Keys with or without control; what is none of these edits the line. They are
/// those of fzf, and stay the same whatever the keymap says, since the keymap's
/// letters are text here.
#[rustfmt::skip]
const KEYS: &[(Code, bool, Command)] = &[
    (Code::Escape,      false, Command::Close),
    (Code::Char('g'),   true,  Command::Close),
    (Code::Char('c'),   true,  Command::Close),
    (Code::Enter,       false, Command::Choose),
    (Code::Down,        false, Command::Move(1)),
    (Code::Char('n'),   true,  Command::Move(1)),
    (Code::Char('j'),   true,  Command::Move(1)),
    (Code::Up,          false, Command::Move(-1)),
    (Code::Char('p'),   true,  Command::Move(-1)),
    (Code::Char('k'),   true,  Command::Move(-1)),
    (Code::Char('f'),   true,  Command::Move(PAGE)),
    (Code::Char('b'),   true,  Command::Move(-PAGE)),
    (Code::Tab,         false, Command::Turn(1)),
    (Code::BackTab,     false, Command::Turn(SCOPES.len() - 1)),
    (Code::PageDown,    false, Command::Scroll(1)),
    (Code::PageUp,      false, Command::Scroll(-1)),
];

/// What became of the box after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Stay,
    /// Stay, and look for what the line says now.
    Search(Effect),
    Close,
    Chosen(Target),
}

/// The open find box.
#[derive(Debug)]
pub struct Finder {
    input: Input,
    /// Where is searched while the line names no scope of its own.
    scope: Scope,
    hits: Hits,
    selected: usize,
    /// Rows the preview is scrolled by.
    scrolled: usize,
    /// Whom the person chosen is to be made one with.
    merging: Option<PersonKey>,
}

impl Finder {
    /// Opens the box, and asks for what an empty line finds.
    pub fn open(scope: Scope) -> (Self, Effect) {
        let finder = Self {
            input: Input::default(),
            scope,
            hits: Hits::default(),
            selected: 0,
            scrolled: 0,
            merging: None,
        };
        let search = finder.search();
        (finder, search)
    }

    /// Makes the person who will be chosen one with another.
    #[must_use]
    pub fn to_merge(mut self, person: PersonKey) -> Self {
        self.merging = Some(person);
        self
    }

    /// Returns whom the person chosen is to be made one with, if that is asked.
    pub fn merging(&self) -> Option<&PersonKey> {
        self.merging.as_ref()
    }

    /// Returns the effect that looks for what the line says.
    pub fn search(&self) -> Effect {
        Effect::Search {
            query: self.query().to_owned(),
            scope: self.scope(),
        }
    }

    /// Forgets what was found in a corpus that has changed, and asks again.
    pub fn search_anew(&mut self) -> Effect {
        self.hits = Hits::default();
        self.search()
    }

    /// Takes an answer, unless it answers a line that has changed since.
    pub fn found(&mut self, hits: Hits) {
        if hits.query != self.query() || hits.scope != self.scope() {
            return;
        }
        self.selected = self.selected.min(hits.hits.len().saturating_sub(1));
        self.hits = hits;
    }

    /// Takes a key: editing, moving, choosing.
    pub fn press(&mut self, key: Key) -> Answer {
        match command(key) {
            Some(Command::Close) => Answer::Close,
            Some(Command::Choose) => self
                .hit()
                .map_or(Answer::Stay, |hit| Answer::Chosen(hit.target)),
            Some(Command::Move(step)) => {
                self.go(step);
                Answer::Stay
            }
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
        match leading_scope(line) {
            Some((_, rest)) => rest.trim(),
            None => line.trim(),
        }
    }

    /// Returns where is searched: what the line names first, else what Tab chose.
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

    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Returns the rows the preview is scrolled by.
    pub fn scrolled(&self) -> usize {
        self.scrolled
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

    fn scroll(&mut self, step: isize) -> Answer {
        self.scrolled = self.scrolled.saturating_add_signed(step);
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
        Answer::Search(self.search())
    }
}

/// Returns the sentence that shows what a hit is about; `None` for actions.
pub fn preview(corpus: &Corpus, target: Target) -> Option<Place> {
    match target {
        Target::Person(person) => Place::introducing(corpus, person),
        Target::Event(event) => Place::of_report(corpus, *corpus.event(event).reports.first()?),
        Target::Article(article) => corpus.article(article).map(Place::opening),
        Target::Action(_) => None,
    }
}

/// Returns the action a hit stands for; the index holds them in the order of the table.
pub fn action(target: Target) -> Option<Action> {
    match target {
        Target::Action(index) => Action::ALL.get(index).copied(),
        Target::Person(_) | Target::Event(_) | Target::Article(_) => None,
    }
}

fn leading_scope(line: &str) -> Option<(Scope, &str)> {
    let first = line.chars().next()?;
    let scope = match first {
        '@' => Scope::People,
        '#' => Scope::Events,
        '"' | '“' | '/' => Scope::Articles,
        '>' => Scope::Actions,
        _ => return None,
    };
    Some((scope, &line[first.len_utf8()..]))
}

fn command(key: Key) -> Option<Command> {
    let mut bound = KEYS
        .iter()
        .filter(|(code, ctrl, _)| (*code, *ctrl) == (key.code, key.ctrl));
    if let Some((_, _, command)) = bound.next() {
        return Some(*command);
    }
    prompt::edit(key).map(Command::Edit)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Finder};
    use crate::app::Effect;
    use crate::app::key::{Code, Key};
    use crate::corpus::PersonId;
    use crate::corpus::search::{Hit, Hits, Scope, Target};

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
        let (mut finder, _) = Finder::open(Scope::Everything);
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
        };
        Hits {
            query: query.to_owned(),
            scope,
            hits: (0..count).map(hit).collect(),
            matching: count as usize,
            total: 9,
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
        check("/iran", Scope::Articles, "iran");
        check("\"iran", Scope::Articles, "iran");
        check(">zoom", Scope::Actions, "zoom");
        check("a@b", Scope::Everything, "a@b");
    }

    #[test]
    fn every_letter_asks_for_a_search() {
        let (mut finder, first) = Finder::open(Scope::People);
        let search = |query: &str| Effect::Search {
            query: query.to_owned(),
            scope: Scope::People,
        };
        assert_eq!(first, search(""));
        assert_eq!(finder.press(letter('z')), Answer::Search(search("z")));
        let erase = key(Code::Char('u'), true);
        assert_eq!(finder.press(erase), Answer::Search(search("")));
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
        assert_eq!(
            finder.press(enter),
            Answer::Chosen(Target::Person(PersonId(0)))
        );
    }

    #[test]
    fn tab_goes_through_the_scopes_and_takes_over_from_a_leading_character() {
        let mut finder = typed("@za");
        finder.press(key(Code::Tab, false));
        assert_eq!((finder.scope(), finder.query()), (Scope::Events, "za"));
        finder.press(key(Code::BackTab, false));
        assert_eq!((finder.scope(), finder.query()), (Scope::People, "za"));
    }

    #[test]
    fn pasted_line_breaks_become_spaces() {
        let mut finder = typed("");
        finder.paste("Saeed\nKhatibzadeh\u{1b}");
        assert_eq!(finder.query(), "Saeed Khatibzadeh");
    }
}
