//! A person's card: aliases, roles, company, entries, quotes, and mentions to step through.
//!
//! The card holds which of four lists is stepped through and how far. Going
//! to a sentence is decided by [`App`](crate::app::App), which gets the place
//! back as an [`Answer`].

use crate::analysis::people::MentionKind;
use crate::app::explanation::Subject;
use crate::app::{Action, Place};
use crate::corpus::{Alike, ArticleId, Corpus, MentionId, PersonId, PersonKey};

/// A quotation, by article and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteId {
    pub article: ArticleId,
    pub index: u32,
}

/// The lists of a card, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Mentions,
    Entries,
    Quotes,
    /// The other forms of the name.
    Names,
}

/// The lists in the order of Tab.
const CYCLE: [Section; 4] = [
    Section::Mentions,
    Section::Entries,
    Section::Quotes,
    Section::Names,
];

/// A spelling of the name that is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelled {
    /// Wherever it stands.
    Everywhere(String),
    /// In one article.
    In(ArticleId, String),
}

/// What became of the card after an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stay,
    Close,
    /// Close, and go to this sentence.
    Go(Place),
    /// Say why what is selected has its date, or is the person.
    Explain(Subject),
}

/// The open card.
#[derive(Debug)]
pub struct Card {
    key: PersonKey,
    /// Where the person stands in the corpus as it is now.
    person: PersonId,
    quotes: Vec<QuoteId>,
    /// Who the person may be, too.
    perhaps: Vec<(PersonId, Alike)>,
    section: Section,
    /// The selected row of each list, by section.
    rows: [usize; 4],
}

impl Card {
    /// Opens the card of a person, at the first mention.
    pub fn open(corpus: &Corpus, person: PersonId) -> Self {
        Self {
            key: corpus.person(person).key.clone(),
            person,
            quotes: quotes_of(corpus, person),
            perhaps: corpus.perhaps_also(person),
            section: Section::Mentions,
            rows: [0; 4],
        }
    }

    /// Finds the person again after the corpus grew; [`Answer::Close`] when nobody has the key now.
    pub fn refresh(&mut self, corpus: &Corpus) -> Answer {
        let Some(person) = corpus.person_by_key(&self.key) else {
            return Answer::Close;
        };
        self.person = person;
        self.quotes = quotes_of(corpus, person);
        self.perhaps = corpus.perhaps_also(person);
        for section in CYCLE {
            let last = self.count(section, corpus).saturating_sub(1);
            self.rows[section as usize] = self.selected(section).min(last);
        }
        Answer::Stay
    }

    /// Does what is asked of the card; other actions leave it as it is.
    pub fn apply(&mut self, action: Action, corpus: &Corpus) -> Answer {
        const PAGE: usize = 10;
        if let Some(step) = action.list_step(PAGE) {
            self.step(self.section, step, corpus);
        } else if action == Action::NextMention || action == Action::PreviousMention {
            self.section = Section::Mentions;
            let step = if action == Action::NextMention { 1 } else { -1 };
            self.step(self.section, step, corpus);
        } else if action == Action::NextPane {
            self.turn(1, corpus);
        } else if action == Action::PreviousPane {
            self.turn(CYCLE.len() - 1, corpus);
        } else if action == Action::Open {
            return self.place(corpus).map_or(Answer::Stay, Answer::Go);
        } else if action == Action::Explain {
            return self.subject(corpus).map_or(Answer::Stay, Answer::Explain);
        } else if action == Action::Back || action == Action::Widen || action == Action::ShowPerson
        {
            return Answer::Close;
        }
        Answer::Stay
    }

    pub fn person(&self) -> PersonId {
        self.person
    }

    /// Returns the list that is stepped through.
    pub fn section(&self) -> Section {
        self.section
    }

    /// Returns the selected row of a list.
    pub fn selected(&self, section: Section) -> usize {
        self.rows[section as usize]
    }

    /// Returns what the person is quoted with, by article and place.
    pub fn quotes(&self) -> &[QuoteId] {
        &self.quotes
    }

    /// Returns who the person may be, too, the best first.
    pub fn perhaps_also(&self) -> &[(PersonId, Alike)] {
        &self.perhaps
    }

    /// Returns the sentence of what is selected; `None` when the list is empty.
    pub fn place(&self, corpus: &Corpus) -> Option<Place> {
        let person = corpus.person(self.person);
        let row = self.selected(self.section);
        match self.section {
            Section::Mentions => Place::of_mention(corpus, *person.mentions.get(row)?),
            Section::Entries => {
                let event = corpus.event(*person.events.get(row)?);
                Place::of_report(corpus, *event.reports.first()?)
            }
            Section::Quotes => {
                let quote = self.quotes.get(row)?;
                let article = corpus.article(quote.article)?;
                let span = article.analysis.quotes.get(quote.index as usize)?.span;
                Place::around(corpus, quote.article, span)
            }
            Section::Names => {
                let alias = &person.aliases.get(row)?.text;
                let is_so = |id: &&MentionId| spelling(corpus, **id).as_ref() == Some(alias);
                let mention = person.mentions.iter().find(is_so);
                Place::of_mention(corpus, *mention.or(person.mentions.first())?)
            }
        }
    }

    /// Returns the spelling selected: an alias, or that of the mention selected.
    pub fn spelled(&self, corpus: &Corpus) -> Option<Spelled> {
        let person = corpus.person(self.person);
        let row = self.selected(self.section);
        match self.section {
            Section::Names => {
                let alias = person.aliases.get(row)?;
                Some(Spelled::Everywhere(alias.text.clone()))
            }
            Section::Mentions => {
                let mention = *person.mentions.get(row)?;
                Some(Spelled::In(mention.article, spelling(corpus, mention)?))
            }
            Section::Entries | Section::Quotes => None,
        }
    }

    /// Returns what there is to explain of what is selected.
    fn subject(&self, corpus: &Corpus) -> Option<Subject> {
        match self.section {
            Section::Entries => {
                let events = &corpus.person(self.person).events;
                let event = corpus.event(*events.get(self.selected(Section::Entries))?);
                event.reports.first().copied().map(Subject::Event)
            }
            Section::Mentions => {
                let mentions = &corpus.person(self.person).mentions;
                let mention = mentions.get(self.selected(Section::Mentions));
                mention.copied().map(Subject::Person)
            }
            Section::Quotes => self.place(corpus).map(Subject::Words),
            Section::Names => {
                let mentions = corpus.person(self.person).mentions.first();
                mentions.copied().map(Subject::Person)
            }
        }
    }

    fn count(&self, section: Section, corpus: &Corpus) -> usize {
        let person = corpus.person(self.person);
        match section {
            Section::Mentions => person.mentions.len(),
            Section::Entries => person.events.len(),
            Section::Quotes => self.quotes.len(),
            Section::Names => person.aliases.len(),
        }
    }

    fn step(&mut self, section: Section, step: isize, corpus: &Corpus) {
        let last = self.count(section, corpus).saturating_sub(1);
        let row = self.selected(section).saturating_add_signed(step);
        self.rows[section as usize] = row.min(last);
    }

    /// Turns to the next list in the cycle that is not empty.
    fn turn(&mut self, places: usize, corpus: &Corpus) {
        for turned in 1..=CYCLE.len() {
            let next = CYCLE[(self.section as usize + turned * places) % CYCLE.len()];
            if self.count(next, corpus) > 0 {
                self.section = next;
                return;
            }
        }
    }
}

/// How a mention by name is spelled, on one line; `None` for what is no name ("the minister").
fn spelling(corpus: &Corpus, id: MentionId) -> Option<String> {
    let article = corpus.article(id.article)?;
    let mention = article.analysis.mentions.get(id.index as usize)?;
    let words = mention.span.of(&article.document.text).split_whitespace();
    let words: Vec<&str> = words.collect();
    (mention.kind == MentionKind::Named).then(|| words.join(" "))
}

fn quotes_of(corpus: &Corpus, person: PersonId) -> Vec<QuoteId> {
    let mut found = Vec::new();
    for &id in &corpus.person(person).articles {
        let Some(article) = corpus.article(id) else {
            continue;
        };
        let spoken = article
            .analysis
            .quotes
            .iter()
            .enumerate()
            .filter(|(_, quote)| {
                let speaker = quote
                    .speaker
                    .and_then(|name| article.people.get(name.0 as usize));
                speaker == Some(&person)
            });
        found.extend(spoken.map(|(index, _)| QuoteId {
            article: id,
            index: index as u32,
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Answer, Card, Section};
    use crate::app::Action;
    use crate::app::fixture::{article, corpus, summer};
    use crate::corpus::{Corpus, PersonId};

    fn card(corpus: &Corpus, name: &str) -> Card {
        let place = corpus
            .people()
            .iter()
            .position(|person| person.name == name);
        Card::open(corpus, PersonId(place.expect("named") as u32))
    }

    fn sentence(card: &Card, corpus: &Corpus) -> String {
        let place = card.place(corpus).expect("something is selected");
        let article = corpus.article(place.article).expect("it is there");
        place.span.of(&article.document.text).to_owned()
    }

    #[test]
    fn mentions_are_stepped_through_and_enter_goes_to_the_very_sentence() {
        let corpus = corpus(summer());
        let mut card = card(&corpus, "Saeed Khatibzadeh");
        assert!(sentence(&card, &corpus).starts_with("“Iran is concerned,”"));
        card.apply(Action::Next, &corpus);
        card.apply(Action::Next, &corpus);
        assert_eq!(
            sentence(&card, &corpus),
            "Saeed Khatibzadeh issued a statement on Friday."
        );
        let place = card.place(&corpus).expect("a mention");
        assert_eq!(card.apply(Action::Open, &corpus), Answer::Go(place));
    }

    #[test]
    fn tab_passes_lists_that_are_empty() {
        let corpus = corpus(summer());
        let mut quoted = card(&corpus, "Saeed Khatibzadeh");
        quoted.apply(Action::PreviousPane, &corpus);
        assert_eq!(quoted.section(), Section::Quotes);
        let mut silent = card(&corpus, "Jean Arnault");
        silent.apply(Action::PreviousPane, &corpus);
        assert_eq!(silent.section(), Section::Entries);
    }

    #[test]
    fn the_card_follows_its_person_through_a_growing_corpus() {
        let mut corpus = corpus(summer());
        let mut card = card(&corpus, "Jean Arnault");
        let told = (
            "2021-08-20",
            "Jean Arnault spoke.",
            ["Jean Arnault"].as_slice(),
        );
        corpus.absorb(vec![article(2, &[told; 5])]);
        corpus.settle();
        assert_eq!(card.refresh(&corpus), Answer::Stay);
        assert_eq!(corpus.person(card.person()).name, "Jean Arnault");
        assert_eq!(Card::refresh(&mut card, &Corpus::default()), Answer::Close);
    }
}
