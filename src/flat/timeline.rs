//! The timeline, one event a line; an event with all that is known of it.

use chrono::NaiveDateTime;

use super::page::{Item, line};
use super::{Flat, Told, told};
use crate::analysis::report::{PartPlayed, Tense};
use crate::app::explanation::{self, Step, Subject};
use crate::corpus::{ArticleId, Event, EventId, Importance, MentionId, PersonId, ReportId};
use crate::document::Span;
use crate::export::timeline::heading;

/// Which events are listed.
#[derive(Debug, Default)]
pub(super) struct Window {
    from: Option<NaiveDateTime>,
    to: Option<NaiveDateTime>,
    people: Vec<PersonId>,
    article: Option<ArticleId>,
    kind: Kind,
    /// The generation whose people are meant.
    generation: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    All,
    Happened,
    Planned,
    Key,
}

/// Words that begin a part of what follows `timeline`.
const LEADS: [&str; 11] = [
    "from", "since", "to", "until", "in", "on", "person", "with", "document", "planned", "happened",
];

impl Window {
    fn lets(&self, event: &Event) -> bool {
        let when = &event.when;
        let of_article = |article| event.reports.iter().any(|report| report.article == article);
        self.from.is_none_or(|from| when.latest() >= from)
            && self.to.is_none_or(|to| when.earliest() <= to)
            && (self.people.is_empty() || self.people.iter().any(|id| event.involves(*id)))
            && self.article.is_none_or(of_article)
            && match self.kind {
                Kind::All => true,
                Kind::Happened => event.tense == Tense::Happened,
                Kind::Planned => event.tense == Tense::Planned,
                Kind::Key => event.importance == Importance::Key,
            }
    }
}

/// Parts a line at the words that lead something: “from aug 2021 planned” into
/// (“from”, “aug 2021”) and (“planned”, “”).
fn parts(rest: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for word in rest.split(' ').filter(|word| !word.is_empty()) {
        let lead = word.to_lowercase();
        if LEADS.contains(&lead.as_str()) || lead == "key" {
            parts.push((lead, String::new()));
            continue;
        }
        match parts.last_mut() {
            Some((_, words)) if words.is_empty() => words.push_str(word),
            Some((_, words)) => {
                words.push(' ');
                words.push_str(word);
            }
            None => parts.push(("person".to_owned(), word.to_owned())),
        }
    }
    parts
}

impl Flat {
    pub(super) fn timeline(&mut self, rest: &str) -> Told {
        self.window = self.window_of(rest)?;
        let events = self.events_from(None);
        let heard = self.within_reach(events.len());
        if events.is_empty() {
            return Err(format!("{heard}."));
        }
        let mut items = Vec::new();
        if !rest.is_empty() {
            items.extend(line(format!("{heard}.")));
        }
        items.extend(events.into_iter().map(Item::Event));
        Ok(items)
    }

    fn within_reach(&self, count: usize) -> String {
        let total = self.corpus.events().len();
        match count {
            0 if total == 0 => "No dated event was found".to_owned(),
            0 => "No event is of that".to_owned(),
            count => format!("{count} of {}", told::counted(total, "event")),
        }
    }

    fn window_of(&mut self, rest: &str) -> Result<Window, String> {
        let mut window = Window {
            generation: self.corpus.generation(),
            ..Window::default()
        };
        for (lead, words) in parts(rest) {
            match lead.as_str() {
                "from" | "since" => window.from = Some(told::date(&words, self.today)?.earliest()),
                "to" | "until" => window.to = Some(told::date(&words, self.today)?.latest()),
                "in" | "on" => {
                    let when = told::date(&words, self.today)?;
                    (window.from, window.to) = (Some(when.earliest()), Some(when.latest()));
                }
                "document" => window.article = Some(self.document_of(&words)?),
                "planned" => window.kind = Kind::Planned,
                "happened" => window.kind = Kind::Happened,
                "key" => window.kind = Kind::Key,
                _ => {
                    for name in words.split(',') {
                        let person = self.person_of(name)?;
                        window.people.push(person);
                    }
                }
            }
        }
        Ok(window)
    }

    /// The events of the window, from a moment on.
    fn events_from(&self, moment: Option<NaiveDateTime>) -> Vec<EventId> {
        let first = moment.map_or(0, |moment| {
            let events = self.corpus.events();
            events.partition_point(|event| event.when.earliest() < moment)
        });
        let events = (0..).zip(self.corpus.events()).skip(first);
        events
            .filter(|(_, event)| self.window.lets(event))
            .map(|(index, _)| EventId(index))
            .collect()
    }

    pub(super) fn go(&mut self, rest: &str) -> Told {
        let when = told::date(rest, self.today)?;
        if self.window.generation != self.corpus.generation() {
            self.window = Window::default();
        }
        let events = self.events_from(Some(when.earliest()));
        if events.is_empty() {
            return Err(format!("No event is listed from {} on.", heading(&when)));
        }
        Ok(events.into_iter().map(Item::Event).collect())
    }

    /// "14. Friday 6 August 2021, counted from the article's date. Khairzad: fled."
    pub(super) fn event_line(&self, id: EventId) -> String {
        let event = self.corpus.event(id);
        let others = event.people.iter().map(|participant| participant.who);
        let others = others.filter(|person| Some(*person) != event.actor);
        let names: Vec<&str> = event
            .actor
            .into_iter()
            .chain(others)
            .map(|person| self.corpus.person(person).name.as_str())
            .collect();
        let telling = self.corpus.telling(event);
        let told = if names.is_empty() {
            told::sentence(&telling)
        } else {
            format!("{}: {telling}", names.join(", "))
        };
        let reports = match event.reports.len() {
            1 => String::new(),
            count => told::counted(count, "report"),
        };
        format!(
            "{}. {}",
            id.0 + 1,
            told::sentences([&*dated(event), kind_of(event), &told, &reports,])
        )
    }

    /// The event of a number, or the one spoken of last.
    pub(super) fn event_meant(&self, rest: &str) -> Result<EventId, String> {
        if rest.is_empty() {
            let last = self.last_event();
            return last.ok_or_else(|| "Say which event: event 1.".to_owned());
        }
        self.event_of(rest)
    }

    pub(super) fn event(&mut self, rest: &str) -> Told {
        let id = self.event_meant(rest)?;
        let event = self.corpus.event(id);
        let first = event.reports[0];
        let mut items = line(format!(
            "Event {}: {}",
            id.0 + 1,
            told::sentences([&*dated(event), kind_of(event)])
        ));
        let people = event.people.iter().map(|participant| {
            let does = match participant.part {
                PartPlayed::Acts => "acts",
                PartPlayed::Undergoes => "undergoes it",
                PartPlayed::Addressed => "is addressed",
                PartPlayed::Mentioned => "is mentioned",
            };
            let person = self.corpus.person(participant.who);
            format!("{} (person {}) {does}.", person.name, participant.who.0 + 1)
        });
        items.extend(people.map(Item::Line));
        for (place, report) in event.reports.iter().enumerate() {
            items.push(Item::Line(self.report_line(*report, place, event)));
        }
        items.extend(line(format!(
            "why {} tells how the date is known; read opens the document there.",
            id.0 + 1
        )));
        self.spoken.event = Some(first);
        self.spoken.article = Some(first.article);
        Ok(items)
    }

    /// The sentence of a report with its document; where it gives another date, that too.
    fn report_line(&self, id: ReportId, place: usize, event: &Event) -> String {
        let (article, report) = self.corpus.report(id);
        let lead = if place == 0 { "Told" } else { "Also told" };
        let (earliest, latest) = (report.when.earliest(), report.when.latest());
        let differs = (earliest, latest) != (event.when.earliest(), event.when.latest());
        let date = if differs {
            format!(", there {}", heading(&report.when))
        } else {
            String::new()
        };
        format!(
            "{lead} by document {}, {}, sentence {}{date}: {}",
            self.number_of(article.id),
            article.document.headline,
            report.sentence + 1,
            article.sentence(report)
        )
    }

    pub(super) fn why(&mut self, rest: &str) -> Told {
        let person = ["person ", "who "].iter().find_map(|lead| {
            let begin = rest.get(..lead.len())?;
            begin
                .eq_ignore_ascii_case(lead)
                .then(|| &rest[lead.len()..])
        });
        let subject = match person {
            Some(name) => {
                let person = self.person_of(name)?;
                Subject::Person(self.first_mention(person)?)
            }
            None if rest.is_empty() && self.spoken.event.is_none() => {
                return self.why_here();
            }
            None => {
                let id = self.event_meant(rest)?;
                let report = self.corpus.event(id).reports[0];
                self.spoken.event = Some(report);
                Subject::Event(report)
            }
        };
        self.explained(subject)
    }

    fn first_mention(&self, person: PersonId) -> Result<MentionId, String> {
        let mention = self.corpus.person(person).mentions.first().copied();
        mention.ok_or_else(|| "No mention of this person is left.".to_owned())
    }

    /// Explains the dates of the part read last.
    fn why_here(&mut self) -> Told {
        let (article, span) = self
            .open_document()
            .map_err(|_| "Say which event: why 1.".to_owned())?;
        self.explained(Subject::Words(crate::app::Place { article, span }))
    }

    fn explained(&self, subject: Subject) -> Told {
        let steps = explanation::steps_of(&self.corpus, subject);
        if steps.is_empty() {
            return Err("There is no date here to explain.".to_owned());
        }
        Ok(steps.iter().flat_map(|step| self.step(step)).collect())
    }

    /// A step: where it stands, then a fact a line.
    fn step(&self, step: &Step) -> Vec<Item> {
        let lead = told::sentences([step.heading.lead.as_str(), step.title.as_str()]);
        let number = self.number_of(step.place.article);
        let sentence = self.sentence_words(step.place.article, step.place.span);
        let mut items = line(told::sentence(&lead));
        items.extend(line(format!(
            "Document {number}, {}: {sentence}",
            step.heading.sentence
        )));
        let facts = step.facts.iter();
        let facts = facts.map(|fact| {
            format!(
                "{}: {}.",
                told::sentence(fact.label).trim_end_matches('.'),
                fact.words.trim_end_matches('.')
            )
        });
        items.extend(facts.map(Item::Line));
        items
    }

    fn sentence_words(&self, article: ArticleId, span: Span) -> &str {
        let article = self.corpus.article(article);
        let text = article.and_then(|article| article.document.text.get(span.range()));
        text.unwrap_or_default()
    }
}

/// "Friday 6 August 2021, counted from the article's date".
fn dated(event: &Event) -> String {
    format!(
        "{}, {}",
        told::sentence(&heading(&event.when)).trim_end_matches('.'),
        event.when.known.in_words()
    )
}

fn kind_of(event: &Event) -> &'static str {
    match (event.importance, event.tense) {
        (Importance::Key, Tense::Planned) => "A key event, planned",
        (Importance::Key, Tense::Happened) => "A key event",
        (Importance::Ordinary, Tense::Planned) => "Planned",
        (Importance::Ordinary, Tense::Happened) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_line_is_parted_at_the_words_that_lead() {
        let told = |rest: &str| {
            let parts = parts(rest);
            let told = parts.iter().map(|(lead, words)| format!("{lead}={words}"));
            told.collect::<Vec<_>>().join("; ")
        };
        for (rest, wanted) in [
            ("", ""),
            ("planned", "planned="),
            (
                "from 6 aug 2021 to September 2021 Person javad zarif planned",
                "from=6 aug 2021; to=September 2021; person=javad zarif; planned=",
            ),
            ("javad zarif", "person=javad zarif"),
            ("in 1998", "in=1998"),
        ] {
            assert_eq!(told(rest), wanted, "{rest}");
        }
    }
}
