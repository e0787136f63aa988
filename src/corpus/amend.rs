//! An article's analysis with what the reader has put right in it.
//!
//! The analysis as the program made it is kept beside, so that a correction
//! taken back leaves no trace.

use std::sync::Arc;

use super::decisions::{Decisions, Split};
use super::{Article, ArticleId};
use crate::analysis::Analysis;
use crate::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind};
use crate::analysis::report::{PartPlayed, Participant, Report, Tense};
use crate::analysis::time::When;
use crate::document::{Document, Span, one_line};

/// A name made of the mentions of one spelling of another, by a decision to split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Forced {
    pub article: ArticleId,
    pub name: NameId,
    /// The name it was part of.
    pub base: NameId,
    /// The decision, by its place.
    pub split: usize,
}

/// Returns the analysis as amended, and the names made; `None` where nothing changes.
pub(super) fn amend(
    article: &Article,
    decisions: &Decisions,
) -> Option<(Arc<Analysis>, Vec<Forced>)> {
    let document = decisions.key_of(article.content);
    let dates = decisions.dates_of(document);
    let text = &article.document.text;
    let is_in = |name: &&String| memchr::memmem::find(text.as_bytes(), name.as_bytes()).is_some();
    let added: Vec<&String> = decisions.added.iter().filter(is_in).collect();
    let splits = decisions.splits.iter().enumerate();
    let splits: Vec<(usize, &Split)> = splits
        .filter(|(_, split)| split.document.is_none_or(|own| own == document))
        .filter(|(_, split)| is_in(&&split.spelling))
        .collect();
    if dates.is_empty() && added.is_empty() && splits.is_empty() {
        return None;
    }
    let mut amended = Amended {
        document: &article.document,
        analysis: (*article.analysis).clone(),
    };
    for name in added {
        amended.add(name);
    }
    let mut forced = Vec::new();
    for (index, split) in splits {
        for (base, name) in amended.split(&split.spelling) {
            forced.push(Forced {
                article: article.id,
                name,
                base,
                split: index,
            });
        }
    }
    for (span, when) in dates {
        amended.date(*span, *when);
    }
    Some((Arc::new(amended.analysis), forced))
}

struct Amended<'a> {
    document: &'a Document,
    analysis: Analysis,
}

impl Amended<'_> {
    /// Makes every place where a name stands as whole words a mention of it.
    fn add(&mut self, name: &str) {
        let text = &self.document.text;
        let places: Vec<Span> = memchr::memmem::find_iter(text.as_bytes(), name.as_bytes())
            .map(|start| Span::new(start, start + name.len()))
            .filter(|span| stands_alone(text, *span))
            .collect();
        let known = self
            .analysis
            .names
            .iter()
            .position(|known| known.full == name);
        let mut id = known.map(|index| NameId(index as u32));
        for place in places {
            let Some(sentence) = self.sentence_of(place) else {
                continue;
            };
            let crossing =
                |mention: &Mention| mention.span.overlaps(place) && !place.contains(mention.span);
            if self.analysis.mentions.iter().any(crossing) {
                continue;
            }
            self.analysis
                .mentions
                .retain(|mention| !place.contains(mention.span));
            let id = *id.get_or_insert_with(|| new_name(&mut self.analysis, name));
            let at = self
                .analysis
                .mentions
                .partition_point(|mention| mention.span.start < place.start);
            let mention = Mention {
                span: place,
                name: id,
                sentence,
                kind: MentionKind::Named,
                join: Join::Itself,
            };
            self.analysis.mentions.insert(at, mention);
            self.take_part(id, sentence);
        }
        self.drop_unnamed();
    }

    /// Puts someone into the reports of a sentence.
    fn take_part(&mut self, who: NameId, sentence: u32) {
        let reports = self.analysis.reports.iter_mut();
        for report in reports.filter(|report| report.sentence == sentence) {
            if !report.people.iter().any(|known| known.who == who) {
                let part = PartPlayed::Mentioned;
                report.people.push(Participant { who, part });
            }
        }
    }

    /// Makes names whose mentions have all gone to an added one stand for nobody:
    /// they lose their place in reports, and the roles that would list them.
    fn drop_unnamed(&mut self) {
        let mut named = vec![false; self.analysis.names.len()];
        for mention in &self.analysis.mentions {
            named[mention.name.0 as usize] = true;
        }
        for report in &mut self.analysis.reports {
            report.people.retain(|known| named[known.who.0 as usize]);
            report.actor = report.actor.filter(|who| named[who.0 as usize]);
        }
        for quote in &mut self.analysis.quotes {
            quote.speaker = quote.speaker.filter(|who| named[who.0 as usize]);
        }
    }

    /// Gives the mentions of one spelling names of their own, where their names
    /// have others; returns each name with the one made of it.
    fn split(&mut self, spelling: &str) -> Vec<(NameId, NameId)> {
        let text = &self.document.text;
        let is_so = |mention: &Mention| {
            mention.kind == MentionKind::Named && one_line(mention.span.of(text)) == spelling
        };
        let mut mixed: Vec<NameId> = Vec::new();
        for mention in self
            .analysis
            .mentions
            .iter()
            .filter(|mention| is_so(mention))
        {
            let others = |other: &Mention| other.name == mention.name && !is_so(other);
            if !mixed.contains(&mention.name) && self.analysis.mentions.iter().any(others) {
                mixed.push(mention.name);
            }
        }
        let mut made = Vec::new();
        for base in mixed {
            let name = new_name(&mut self.analysis, spelling);
            let mentions = self.analysis.mentions.iter_mut();
            let mut sentences = Vec::new();
            for mention in mentions.filter(|mention| mention.name == base && is_so(mention)) {
                mention.name = name;
                sentences.push(mention.sentence);
            }
            for sentence in sentences {
                self.take_part(name, sentence);
            }
            made.push((base, name));
        }
        made
    }

    /// Gives the report a passage tells another date.
    fn date(&mut self, passage: Span, when: When) {
        let reports = &mut self.analysis.reports;
        let exact = reports
            .iter()
            .position(|report| report.passage() == passage);
        let shares = |report: &Report| report.passage().overlaps(passage);
        let Some(index) = exact.or_else(|| reports.iter().position(shares)) else {
            return self.date_undated(passage, when);
        };
        let published = self.document.published.map(|published| published.date);
        let report = &mut reports[index];
        report.when = when;
        report.timex = None;
        if let Some(published) = published {
            report.tense = if when.first_day() > published {
                Tense::Planned
            } else {
                Tense::Happened
            };
        }
    }

    /// Makes a report of a sentence that nothing dates.
    fn date_undated(&mut self, passage: Span, when: When) {
        let Analysis {
            sentences, undated, ..
        } = &mut self.analysis;
        let is_told = |sentence: u32| {
            let sentence = sentences.get(sentence as usize);
            sentence.is_some_and(|sentence| sentence.span.overlaps(passage))
        };
        let Some(place) = undated.iter().position(|undated| is_told(undated.sentence)) else {
            return;
        };
        let sentence = undated.remove(place).sentence;
        let mut people: Vec<NameId> = Vec::new();
        for mention in &self.analysis.mentions {
            if mention.sentence == sentence && !people.contains(&mention.name) {
                people.push(mention.name);
            }
        }
        let published = self.document.published.map(|published| published.date);
        let is_ahead = published.is_some_and(|published| when.first_day() > published);
        let part = PartPlayed::Mentioned;
        let report = Report {
            sentence,
            when,
            timex: None,
            people: people
                .into_iter()
                .map(|who| Participant { who, part })
                .collect(),
            actor: None,
            telling: vec![self.analysis.sentences[sentence as usize].span],
            tense: if is_ahead {
                Tense::Planned
            } else {
                Tense::Happened
            },
        };
        let reports = &mut self.analysis.reports;
        let place = reports.partition_point(|other| other.sentence < sentence);
        reports.insert(place, report);
    }

    fn sentence_of(&self, place: Span) -> Option<u32> {
        let sentences = &self.analysis.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start <= place.start);
        let index = after.checked_sub(1)?;
        sentences[index]
            .span
            .contains(place)
            .then_some(index as u32)
    }
}

fn new_name(analysis: &mut Analysis, full: &str) -> NameId {
    analysis.names.push(Name {
        kind: NameKind::Person,
        full: full.to_owned(),
        aliases: Vec::new(),
        honorifics: Vec::new(),
        roles: Vec::new(),
    });
    NameId(analysis.names.len() as u32 - 1)
}

/// Says whether no letter goes on before or behind.
fn stands_alone(text: &str, span: Span) -> bool {
    let (before, behind) = (&text[..span.start as usize], &text[span.end as usize..]);
    !before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
        && !behind.chars().next().is_some_and(char::is_alphanumeric)
}
