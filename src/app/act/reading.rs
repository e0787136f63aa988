//! What is done where one reads: the measure, jumps, what Enter does, selecting.
//!
//! Notes and highlights stand in [`noting`](super::noting), what leaves the
//! program in [`handing`](super::handing).

use crate::app::card::Card;
use crate::app::marks::Asked;
use crate::app::prompt::Purpose;
use crate::app::reader::{MEASURE_STEP, Reordering, Spot, SpotKind, Unit, Way};
use crate::app::{Action, App, Effect, Overlay, Place};
use crate::casefile::{Change, Key, Value};
use crate::corpus::{EventId, ReportId};
use crate::document::Span;

/// What the measure is remembered as.
const MEASURE: &str = "measure";

/// Which way the measure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Wider,
    Narrower,
}

impl App {
    pub(super) fn act_on_reading(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::WidenMeasure => self.change_measure(Measure::Wider),
            Action::NarrowMeasure => self.change_measure(Measure::Narrower),
            Action::FitMeasure => self.fit_measure(),
            Action::NextDate => self.jump(SpotKind::Date, Way::On),
            Action::PreviousDate => self.jump(SpotKind::Date, Way::Back),
            Action::NextName => self.jump(SpotKind::Name, Way::On),
            Action::PreviousName => self.jump(SpotKind::Name, Way::Back),
            Action::NextQuote => self.jump(SpotKind::Quote, Way::On),
            Action::PreviousQuote => self.jump(SpotKind::Quote, Way::Back),
            Action::NextLink => self.jump(SpotKind::Link, Way::On),
            Action::PreviousLink => self.jump(SpotKind::Link, Way::Back),
            Action::NextNote => self.jump(SpotKind::Note, Way::On),
            Action::PreviousNote => self.jump(SpotKind::Note, Way::Back),
            Action::SelectSentences => self.select_text(Unit::Sentence),
            Action::SelectLines => self.select_text(Unit::Line),
            Action::SelectWords => self.select_text(Unit::Word),
            Action::SwapEnds => self.swap_ends(),
            Action::Reorder => self.toggle_reordering(),
            Action::Highlight => self.toggle_highlight(),
            Action::Note => self.write_note(),
            Action::NamePerson => self.name_person(),
            Action::SetMark => self.ask_mark(Asked::Set),
            Action::GoToMark => self.ask_mark(Asked::Go),
            Action::Links => self.list_links(),
            Action::Pipe => self.prompt(Purpose::Pipe, ""),
            Action::Copy => return self.copy(),
            Action::Edit => return self.edit(),
            Action::OpenUrl => return self.open_url(),
            // `act` sends no other action here.
            _ => {}
        }
        Vec::new()
    }

    /// Moves in the text, or the end of the selection. Going to an end of the
    /// text can be taken back like any jump.
    pub(super) fn move_in_text(&mut self, action: Action) {
        if matches!(action, Action::First | Action::Last) {
            self.leave();
            self.reader.apply(action, &self.corpus);
            self.reader.stand_nowhere();
        } else {
            self.reader.apply(action, &self.corpus);
        }
    }

    fn change_measure(&mut self, way: Measure) {
        let chosen = self.reader.chosen_measure();
        let shown = self.reader.measure().0;
        let wanted = match way {
            Measure::Wider => chosen.saturating_add(MEASURE_STEP),
            Measure::Narrower => chosen.min(shown).saturating_sub(MEASURE_STEP),
        };
        if self.reader.set_measure(wanted, &self.corpus) {
            self.keep_measure();
            return;
        }
        self.reader.set_measure(chosen, &self.corpus);
        self.notices.say(match way {
            Measure::Wider => "the lines are as long as they can be here",
            Measure::Narrower => "the lines are as short as they can be",
        });
    }

    fn fit_measure(&mut self) {
        let usual = self.reader.usual_measure();
        self.reader.set_measure(usual, &self.corpus);
        self.keep_measure();
    }

    /// Says the measure, and remembers it where it is not the usual one.
    fn keep_measure(&mut self) {
        let measure = self.reader.chosen_measure();
        let key = Key::Setting(MEASURE.to_owned());
        let change = Change::new("the length of lines");
        if measure == self.reader.usual_measure() {
            if self.case.has(&key) {
                self.note_quietly(change.unset(key));
            }
        } else {
            self.note_quietly(change.set(key, Value::Text(measure.to_string())));
        }
        let shown = self.reader.measure().0;
        self.notices.say(format!("lines of {shown} columns"));
    }

    /// Takes over the measure remembered from an earlier run.
    pub(in crate::app) fn recall_measure(&mut self) {
        let remembered = self.case.get(&Key::Setting(MEASURE.to_owned()));
        if let Some(Value::Text(measure)) = remembered
            && let Ok(measure) = measure.parse()
        {
            self.reader.set_measure(measure, &self.corpus);
        }
    }

    fn jump(&mut self, kind: SpotKind, way: Way) {
        let found = self.leap(|app| app.reader.jump(kind, way, &app.corpus));
        let word = kind.word();
        self.notices.say(match (found, way) {
            (Some(spot), _) => self.told_of(spot),
            (None, Way::On) => format!("no {word} after this"),
            (None, Way::Back) => format!("no {word} before this"),
        });
    }

    /// What a spot is, and what Enter does with it.
    fn told_of(&self, spot: Spot) -> String {
        let place = format!("{} {} of {}", spot.kind.word(), spot.index + 1, spot.count);
        let article = self.reader.shown(&self.corpus);
        let said = article.and_then(|article| match spot.kind {
            SpotKind::Date => Some("enter shows it on the timeline".to_owned()),
            SpotKind::Name => {
                let mention = article.analysis.mentions.get(spot.index)?;
                let person = self.corpus.person(article.who(mention.name));
                Some(format!("{} · enter opens the card", person.name))
            }
            SpotKind::Quote => {
                let speaker = article.analysis.quotes.get(spot.index)?.speaker?;
                Some(format!(
                    "by {}",
                    self.corpus.person(article.who(speaker)).name
                ))
            }
            SpotKind::Link => {
                let link = article.document.links.get(spot.index)?;
                Some(format!("enter opens {}", link.url))
            }
            SpotKind::Note => {
                let note = self.note_on(spot.span).map(|(_, text)| text);
                Some(note.unwrap_or_else(|| "enter writes a note on it".to_owned()))
            }
        });
        match said {
            Some(said) => format!("{place} · {said}"),
            None => place,
        }
    }

    /// Enter: a date to the timeline, a name to its card, a link to the browser,
    /// a note to its box; else the lit sentence to its event.
    pub(super) fn open_in_text(&mut self) -> Vec<Effect> {
        let Some(spot) = self.reader.spot() else {
            match self.reader.lit() {
                Some(lit) => self.show_event_of(lit),
                None => self
                    .notices
                    .say("] and [ with d p q l n go to dates, names, quotations, links, notes"),
            }
            return Vec::new();
        };
        match spot.kind {
            SpotKind::Date => self.show_date(spot),
            SpotKind::Name => self.show_name(spot),
            SpotKind::Link => return self.open_link(spot.index),
            SpotKind::Note => self.write_note(),
            SpotKind::Quote => match self.sentence_around(spot.span) {
                Some(sentence) => self.show_event_of(sentence),
                None => self.notices.say("this quotation made no event"),
            },
        }
        Vec::new()
    }

    fn show_name(&mut self, spot: Spot) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        if let Some(mention) = article.analysis.mentions.get(spot.index) {
            let person = article.who(mention.name);
            self.leave();
            self.overlay = Some(Overlay::Card(Card::open(&self.corpus, person)));
        }
    }

    /// Shows what a date dates on the timeline; a date that made no event leads
    /// to the event nearest to it.
    fn show_date(&mut self, spot: Spot) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        let id = article.id;
        let dated = |timex: Option<u32>| timex.is_some_and(|timex| timex as usize == spot.index);
        let reports = &article.analysis.reports;
        if let Some(index) = reports.iter().position(|report| dated(report.timex)) {
            let index = index as u32;
            self.show_report(ReportId { article: id, index });
            return;
        }
        let words = spot.span.of(&article.document.text).to_owned();
        let timex = article.analysis.timexes.get(spot.index);
        let when = timex.and_then(|timex| timex.when);
        let nearest = when.and_then(|when| self.nearest_event(when.earliest()));
        match nearest {
            Some(event) => {
                self.land_on_event(event);
                self.notices
                    .say(format!("“{words}” made no event; this is the nearest one"));
            }
            None => self.notices.say(format!(
                "“{words}” stands for no place on the timeline; i says why"
            )),
        }
    }

    /// The event that begins nearest to a time.
    fn nearest_event(&self, time: chrono::NaiveDateTime) -> Option<EventId> {
        let events = self.corpus.events();
        let distance = |index: &usize| {
            (events[*index].when.earliest() - time)
                .num_seconds()
                .unsigned_abs()
        };
        let nearest = (0..events.len()).min_by_key(distance)?;
        Some(EventId(nearest as u32))
    }

    /// Shows the event that a sentence of the article shown tells of.
    fn show_event_of(&mut self, sentence: Span) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        let sentences = &article.analysis.sentences;
        let tells = |index: u32| {
            let told = sentences.get(index as usize);
            told.is_some_and(|told| told.span.overlaps(sentence))
        };
        let id = article.id;
        let told: Vec<ReportId> = (0..)
            .zip(&article.analysis.reports)
            .filter(|(_, report)| tells(report.sentence))
            .map(|(index, _)| ReportId { article: id, index })
            .collect();
        // Of several, the one stood on in the timeline is meant.
        let selected = self.timeline.selected_report(&self.corpus);
        let meant = selected.filter(|selected| told.contains(selected));
        match meant.or(told.first().copied()) {
            Some(report) => self.show_report(report),
            None => self.notices.say("this sentence made no event"),
        }
    }

    /// Selects the event of a report on the timeline; the text stays at its sentence.
    fn show_report(&mut self, report: ReportId) {
        let Some(event) = self.corpus.event_of(report) else {
            self.notices.say("this event is not shown on the timeline");
            return;
        };
        self.land_on_event(event);
        self.timeline.select_report(report, &self.corpus);
        if let Some(place) = Place::of_report(&self.corpus, report) {
            self.reader.go(place, &self.corpus);
            self.documents.select(place.article);
        }
    }

    fn select_text(&mut self, unit: Unit) {
        if self.reader.select(unit, &self.corpus) {
            self.notices.say(format!(
                "selecting by {}: j k extend, o stands on the other end, esc leaves",
                unit.word()
            ));
        }
    }

    fn swap_ends(&mut self) {
        if !self.reader.swap_ends() {
            self.notices.say("nothing is selected; v selects text");
        }
    }

    fn toggle_reordering(&mut self) {
        let said = match self.reader.toggle_reordering() {
            Reordering::Here => "right-to-left lines are reordered here",
            Reordering::Terminal => "right-to-left lines are left to the terminal",
        };
        self.notices.say(said);
    }

    /// The sentence around a stretch of the article shown.
    pub(super) fn sentence_around(&self, span: Span) -> Option<Span> {
        let article = self.reader.article()?;
        Some(Place::around(&self.corpus, article, span)?.span)
    }

    /// What is acted on: what is selected, else the quotation, link or note
    /// stood on or the sentence of a date or name, else the lit sentence.
    pub(super) fn acted_on(&self) -> Option<Span> {
        if let Some(selection) = self.reader.selection() {
            return Some(selection.span());
        }
        let Some(spot) = self.reader.spot() else {
            return self.reader.lit();
        };
        match spot.kind {
            SpotKind::Quote | SpotKind::Link | SpotKind::Note => Some(spot.span),
            SpotKind::Date | SpotKind::Name => self.sentence_around(spot.span),
        }
    }

    /// Begins a search in the text: while one types it starts anew from here.
    pub(super) fn begin_search(&mut self) {
        self.before_search = Some(self.stand());
        self.reader.begin_search();
        self.prompt(Purpose::Search, "");
    }

    /// Takes the query that was entered; says whether anything matches.
    pub(in crate::app) fn end_search(&mut self, query: &str) -> bool {
        let found = self.reader.search(query, &self.corpus);
        if let Some(before) = self.before_search.take()
            && before.standing.byte != self.reader.first_byte()
        {
            self.jumps.leave(before);
        }
        found
    }

    /// Goes back to where the search began.
    pub(in crate::app) fn give_up_search(&mut self) {
        self.reader.clear_search();
        if let Some(before) = self.before_search.take() {
            self.reader.stand_again(before.standing);
        }
    }
}
