//! From what the corpus found to the steps by which a date came about.
//!
//! A step is one expression of time with the facts about it. The expression a
//! date was counted from is the next step, on to one that is written out or to
//! the article's own date.

use super::words::{self, Wording};
use super::{Subject, people};
use crate::analysis::report::{PartPlayed, Report};
use crate::analysis::time::{Basis, Known, Timex};
use crate::app::Place;
use crate::corpus::timeline::heading;
use crate::corpus::{Article, ArticleId, Corpus, Event, ReportId};
use crate::document::Span;

/// Steps of one report at most. Longer chains occur in histories ("the next
/// day", page after page); nobody reads on to their beginning here.
const LONGEST: usize = 8;

/// Why a step is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its date is what is explained.
    Asked,
    /// The step before was counted from it.
    Anchor,
}

/// One step on the way to a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Which report or expression it belongs to, counted from 0.
    pub account: usize,
    pub standing: Standing,
    /// The sentence.
    pub place: Place,
    /// The words of time; `None` where only the article's own date tells it.
    pub expression: Option<Span>,
    /// The date or the words, for the frame: "Fri 6 Aug 2021".
    pub title: String,
    pub heading: Heading,
    pub facts: Vec<Fact>,
}

/// What stands over a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// "report 2 of 3", "counted from this"; empty for the only one.
    pub lead: String,
    /// The headline of the article; `None` where the step before has told it.
    pub article: Option<String>,
    /// "sentence 4".
    pub sentence: String,
}

/// One thing to know of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// At most five letters.
    pub label: &'static str,
    pub words: String,
    /// How the date is known, where that is the fact.
    pub known: Option<Known>,
}

/// Explains a subject; no steps when there is nothing to explain. `key` sets dates,
/// if one does.
pub(super) fn explain(corpus: &Corpus, subject: Subject, key: Option<&str>) -> Vec<Step> {
    let told = match subject {
        Subject::Event(report) => reports(corpus, report),
        Subject::Words(place) => words_at(corpus, place),
        Subject::Person(mention) => return people::explain(corpus, mention),
    };
    let count = told.len();
    let noun = match subject {
        Subject::Event(_) => "report",
        Subject::Words(_) | Subject::Person(_) => "expression",
    };
    let mut steps = Vec::new();
    for (account, told) in told.into_iter().enumerate() {
        let lead = match count {
            0 | 1 => String::new(),
            _ => format!("{noun} {} of {count}", account + 1),
        };
        let Some(article) = corpus.article(told.article) else {
            continue;
        };
        Teller {
            article,
            key,
            account,
        }
        .tell(&told, lead, &mut steps);
    }
    steps
}

/// Finds the step to stand on at first: that of the report asked about.
pub(super) fn first_of(corpus: &Corpus, subject: Subject, steps: &[Step]) -> Option<usize> {
    let account = match subject {
        Subject::Event(report) => {
            let event = event_of(corpus, report)?;
            event.reports.iter().position(|other| *other == report)?
        }
        Subject::Words(_) => 0,
        Subject::Person(mention) => people::first_of(corpus, mention)?,
    };
    steps.iter().position(|step| step.account == account)
}

/// What is to be told: a report, or an expression by its index.
struct Told<'a> {
    article: ArticleId,
    report: Option<&'a Report>,
    timex: Option<u32>,
}

fn event_of(corpus: &Corpus, report: ReportId) -> Option<&Event> {
    corpus.event_of(report).map(|id| corpus.event(id))
}

fn reports(corpus: &Corpus, report: ReportId) -> Vec<Told<'_>> {
    let reports = event_of(corpus, report).map(|event| event.reports.iter());
    let told = |id: &ReportId| {
        let report = corpus.report(*id).1;
        Told {
            article: id.article,
            report: Some(report),
            timex: report.timex,
        }
    };
    reports.into_iter().flatten().map(told).collect()
}

/// The expressions of a stretch, each with the report it dates; where there
/// are none, the report that only the article's own date tells of.
fn words_at(corpus: &Corpus, place: Place) -> Vec<Told<'_>> {
    let Some(article) = corpus.article(place.article) else {
        return Vec::new();
    };
    let analysis = &article.analysis;
    let first = analysis
        .timexes
        .partition_point(|timex| timex.span.end <= place.span.start);
    let within = (0..).zip(&analysis.timexes).skip(first);
    let told = |timex: Option<u32>| Told {
        article: article.id,
        report: analysis.reports.iter().find(|report| {
            let sentence = analysis.sentences.get(report.sentence as usize);
            let here = sentence.is_some_and(|sentence| sentence.span.overlaps(place.span));
            here && report.timex == timex
        }),
        timex,
    };
    let words: Vec<Told<'_>> = within
        .take_while(|(_, timex)| timex.span.start < place.span.end)
        .map(|(index, _)| told(Some(index)))
        .collect();
    if words.is_empty() {
        let own_date = told(None);
        return own_date.report.map(|_| own_date).into_iter().collect();
    }
    words
}

/// Tells of one article how a date came about.
struct Teller<'a> {
    article: &'a Article,
    /// The key that sets a date, if one does.
    key: Option<&'a str>,
    account: usize,
}

impl Teller<'_> {
    fn tell(&self, told: &Told<'_>, lead: String, steps: &mut Vec<Step>) {
        let first = told
            .timex
            .and_then(|index| Some((index, self.timex(index)?)));
        match (first, told.report) {
            (Some((index, timex)), report) => {
                steps.push(self.step(timex, Standing::Asked, report, lead));
                self.anchors(index, timex, steps);
            }
            (None, Some(report)) => steps.push(self.own_date(report, lead)),
            (None, None) => {}
        }
    }

    /// Adds what the date was counted from, step by step. An expression counts
    /// from one before it or, like "two days after Friday", from the next; the
    /// chain ends at the first it has been to, whatever the data say.
    fn anchors(&self, index: u32, timex: &Timex, steps: &mut Vec<Step>) {
        let mut been = vec![index];
        let mut basis = timex.why.basis;
        while let Some(Basis::Timex(next)) = basis
            && been.len() < LONGEST
            && !been.contains(&next)
            && let Some(anchor) = self.timex(next)
        {
            let lead = "counted from this".to_owned();
            steps.push(self.step(anchor, Standing::Anchor, None, lead));
            been.push(next);
            basis = anchor.why.basis;
        }
    }

    fn step(
        &self,
        timex: &Timex,
        standing: Standing,
        report: Option<&Report>,
        lead: String,
    ) -> Step {
        let wording = self.wording();
        let when = report.map(|report| report.when).or(timex.told());
        Step {
            account: self.account,
            standing,
            place: self.place(timex.span, timex.sentence),
            expression: Some(timex.span),
            title: when.map_or_else(|| wording.quoted(timex.span), |when| heading(&when)),
            heading: Heading {
                lead,
                article: match standing {
                    Standing::Asked => Some(self.article.document.headline.clone()),
                    Standing::Anchor => None,
                },
                sentence: words::sentence(timex.sentence),
            },
            facts: {
                let mut facts = wording.of_expression(timex, report);
                facts.extend(report.and_then(|report| self.who(report)));
                facts
            },
        }
    }

    fn own_date(&self, report: &Report, lead: String) -> Step {
        Step {
            account: self.account,
            standing: Standing::Asked,
            place: self.place(Span::default(), report.sentence),
            expression: None,
            title: heading(&report.when),
            heading: Heading {
                lead,
                article: Some(self.article.document.headline.clone()),
                sentence: words::sentence(report.sentence),
            },
            facts: {
                let mut facts = self.wording().of_own_date(report);
                facts.extend(self.who(report));
                facts
            },
        }
    }

    /// Who is in a report, the foremost first: "Roe acts, Doe is addressed".
    fn who(&self, report: &Report) -> Option<Fact> {
        const MOST: usize = 12;
        let mut people = report.people.clone();
        people.sort_by_key(|participant| participant.part);
        let told = people.iter().take(MOST).filter_map(|participant| {
            let name = self
                .article
                .analysis
                .names
                .get(participant.who.0 as usize)?;
            let does = match participant.part {
                PartPlayed::Acts => "acts",
                PartPlayed::Undergoes => "undergoes it",
                PartPlayed::Addressed => "is addressed",
                PartPlayed::Mentioned => "is mentioned",
            };
            Some(format!("{} {does}", name.full))
        });
        let words = told.collect::<Vec<_>>().join(", ");
        (!words.is_empty()).then_some(Fact {
            label: "who",
            words,
            known: None,
        })
    }

    fn wording(&self) -> Wording<'_> {
        Wording {
            document: &self.article.document,
            timexes: &self.article.analysis.timexes,
            key: self.key,
        }
    }

    /// The sentence of that number, or `otherwise` where there is none.
    fn place(&self, otherwise: Span, sentence: u32) -> Place {
        let sentence = self.article.analysis.sentences.get(sentence as usize);
        Place {
            article: self.article.id,
            span: sentence.map_or(otherwise, |sentence| sentence.span),
        }
    }

    fn timex(&self, index: u32) -> Option<&Timex> {
        self.article.analysis.timexes.get(index as usize)
    }
}
