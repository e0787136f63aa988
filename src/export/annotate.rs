//! Marked-up stretches of a text handed over by another program.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{Lines, Player, Stretch, ends};
use crate::analysis::Analysis;
use crate::analysis::people::{Among, Join, Mention, MentionKind, NameId};
use crate::analysis::report::Report;
use crate::analysis::time::{Basis, Timex};
use crate::document::{Document, MapCursor, Span};

/// One text, as `annotate` reads it; other fields are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Given {
    pub doc: String,
    /// The publication date; missing and null both mean unknown.
    #[serde(default)]
    pub dct: Option<String>,
    #[serde(default)]
    pub title: Option<String>,
    pub text: String,
}

/// One stretch, as `annotate` prints it, with what its layer adds.
#[derive(Serialize)]
struct Line<'a, T> {
    layer: &'static str,
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    found: T,
}

#[derive(Serialize)]
struct Time<'a> {
    r#type: &'static str,
    value: &'a str,
    r#mod: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quant: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<String>,
    #[serde(flatten)]
    why: Option<Explained<'a>>,
}

/// How the date of an expression came about.
#[derive(Serialize)]
struct Explained<'a> {
    /// The rule that found it.
    rule: &'static str,
    /// The reasoning that dated it.
    reason: &'static str,
    /// What it was counted from: "published", or an expression of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<AnchorLine<'a>>,
}

/// The document's own date, or another expression, with offsets as everywhere.
#[derive(Serialize)]
#[serde(untagged)]
enum AnchorLine<'a> {
    Published {
        published: String,
    },
    Timex {
        start: usize,
        end: usize,
        text: &'a str,
        value: &'a str,
    },
}

#[derive(Serialize)]
struct Person<'a> {
    r#type: &'static str,
    person: &'a str,
    /// Why it stands for the person, on demand.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// How the person was chosen among several.
    #[serde(skip_serializing_if = "Option::is_none")]
    among: Option<&'static str>,
}

#[derive(Serialize)]
struct Quote<'a> {
    /// "direct" or "reported".
    kind: &'static str,
    speaker: Option<&'a str>,
    /// How sure the speaker is: "sure", "likely" or "none".
    attribution: &'static str,
}

#[derive(Serialize)]
struct Event<'a> {
    date: String,
    /// Null where the date is open ("before 1990").
    earliest: Option<String>,
    latest: Option<String>,
    known: &'static str,
    people: Vec<&'a str>,
    parts: Vec<Player<'a>>,
}

/// Whether each expression says how it got its date, and each name whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    No,
    Yes,
}

/// A text with what was found in it, ready to be written layer by layer.
pub struct Annotated<'a> {
    given: &'a Given,
    document: &'a Document,
    analysis: &'a Analysis,
}

impl<'a> Annotated<'a> {
    /// Joins the text as given with the document made of it and its analysis.
    pub fn new(given: &'a Given, document: &'a Document, analysis: &'a Analysis) -> Self {
        Self {
            given,
            document,
            analysis,
        }
    }

    /// Writes the expressions of time, on demand with how each got its date.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_time(&self, explain: Explain, out: impl Write) -> io::Result<()> {
        let mut layer = self.layer("time", out);
        let anchors = match explain {
            Explain::Yes => self.places(),
            Explain::No => Vec::new(),
        };
        for timex in &self.analysis.timexes {
            let found = Time {
                r#type: timex.kind.as_str(),
                value: &timex.value,
                r#mod: timex.modifier.map(|modifier| modifier.as_str()),
                quant: timex.repeats.and_then(|repeats| repeats.quant),
                freq: timex
                    .repeats
                    .and_then(|repeats| Some(format!("{}X", repeats.times?))),
                why: match explain {
                    Explain::Yes => Some(self.explained(timex, &anchors)),
                    Explain::No => None,
                },
            };
            layer.write(timex.span, found)?;
        }
        Ok(())
    }

    /// Where each expression of time stands in the text as given.
    fn places(&self) -> Vec<(Stretch, &'a str)> {
        let mut places = self.document.map.cursor(&self.document.text);
        let mut source = Slicer::new(&self.given.text);
        let mut place = |span: Span| {
            let stretch = (places.to_source(span.start), places.end_to_source(span));
            (stretch, source.slice(stretch))
        };
        let timexes = self.analysis.timexes.iter();
        timexes.map(|timex| place(timex.span)).collect()
    }

    fn explained(&self, timex: &'a Timex, places: &[(Stretch, &'a str)]) -> Explained<'a> {
        let anchor = timex.why.basis.and_then(|basis| match basis {
            Basis::Published => {
                let published = self.document.published.as_ref()?.date.to_string();
                Some(AnchorLine::Published { published })
            }
            Basis::Timex(index) => {
                let ((start, end), text) = *places.get(index as usize)?;
                let value = &self.analysis.timexes.get(index as usize)?.value;
                Some(AnchorLine::Timex {
                    start,
                    end,
                    text,
                    value,
                })
            }
        });
        Explained {
            rule: timex.rule,
            reason: timex.why.reason.as_str(),
            anchor,
        }
    }

    /// Writes the names of people, and the roles that stand for one of them; on
    /// demand with why each stands for the person.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_people(&self, explain: Explain, out: impl Write) -> io::Result<()> {
        let mentions = self.analysis.mentions.iter();
        let bylines = self.analysis.bylines.iter();
        let mut found: Vec<(Span, Person<'_>)> = mentions
            .map(|mention| (mention.span, self.mention(mention, explain)))
            .chain(bylines.map(|span| (*span, self.writer(*span))))
            .collect();
        found.sort_by_key(|(span, _)| *span);
        let mut layer = self.layer("people", out);
        for (span, person) in found {
            layer.write(span, person)?;
        }
        Ok(())
    }

    fn mention(&self, mention: &Mention, explain: Explain) -> Person<'_> {
        let join = match explain {
            Explain::Yes => Some(mention.join),
            Explain::No => None,
        };
        Person {
            r#type: match mention.kind {
                MentionKind::Named => "PERSON",
                MentionKind::Described => "ROLE",
            },
            person: self.name(mention.name),
            reason: join.map(Join::as_str),
            among: join.and_then(Join::among).map(Among::as_str),
        }
    }

    /// Who wrote the text, by the words that say so.
    fn writer(&self, span: Span) -> Person<'_> {
        Person {
            r#type: "BYLINE",
            person: span.of(&self.document.text),
            reason: None,
            among: None,
        }
    }

    /// Writes the quotations, direct and reported.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_quotes(&self, out: impl Write) -> io::Result<()> {
        let mut layer = self.layer("quotes", out);
        for quote in &self.analysis.quotes {
            let found = Quote {
                kind: quote.kind.as_str(),
                speaker: quote.speaker.map(|name| self.name(name)),
                attribution: quote.attribution.as_str(),
            };
            layer.write(quote.span, found)?;
        }
        Ok(())
    }

    /// Writes the sentences that tell of something at a date.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_events(&self, out: impl Write) -> io::Result<()> {
        let mut layer = self.layer("events", out);
        for report in &self.analysis.reports {
            let Some(sentence) = self.analysis.sentences.get(report.sentence as usize) else {
                continue;
            };
            let (earliest, latest) = ends(&report.when);
            let parts = self.players(report);
            let found = Event {
                date: report.when.to_string(),
                earliest,
                latest,
                known: report.when.known.as_str(),
                people: parts.iter().map(|player| player.name).collect(),
                parts,
            };
            layer.write(sentence.span, found)?;
        }
        Ok(())
    }

    fn players(&self, report: &Report) -> Vec<Player<'a>> {
        let people = report.people.iter();
        people
            .map(|participant| Player::new(self.name(participant.who), participant.part))
            .collect()
    }

    fn name(&self, id: NameId) -> &'a str {
        let name = self.analysis.names.get(id.0 as usize);
        name.map_or("", |name| &name.full)
    }

    fn layer<W: Write>(&self, name: &'static str, out: W) -> Layer<'a, W> {
        Layer {
            name,
            doc: &self.given.doc,
            places: self.document.map.cursor(&self.document.text),
            source: Slicer::new(&self.given.text),
            lines: Lines::new(out),
        }
    }
}

/// One pass through the text, writing what lies on the way.
struct Layer<'a, W> {
    name: &'static str,
    doc: &'a str,
    places: MapCursor<'a>,
    source: Slicer<'a>,
    lines: Lines<W>,
}

impl<W: Write> Layer<'_, W> {
    fn write(&mut self, span: Span, found: impl Serialize) -> io::Result<()> {
        let start = self.places.to_source(span.start);
        let end = self.places.end_to_source(span);
        self.lines.write(&Line {
            layer: self.name,
            doc: self.doc,
            start,
            end,
            text: self.source.slice((start, end)),
            found,
        })
    }
}

/// Cuts a text by code points, fastest when the stretches ascend.
struct Slicer<'a> {
    text: &'a str,
    /// A place in the text, in bytes and in code points.
    byte: usize,
    point: usize,
}

impl<'a> Slicer<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            point: 0,
        }
    }

    fn slice(&mut self, (start, end): Stretch) -> &'a str {
        if start < self.point {
            (self.byte, self.point) = (0, 0);
        }
        self.byte = self.byte_after(start - self.point);
        self.point = start;
        let last = self.byte_after(end.saturating_sub(start));
        &self.text[self.byte..last]
    }

    /// The byte at which the `count`th code point from here begins, or the end of the text.
    fn byte_after(&self, count: usize) -> usize {
        let rest = &self.text[self.byte..];
        let step = rest.char_indices().nth(count);
        self.byte + step.map_or(rest.len(), |(offset, _)| offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_cut_by_code_points_in_any_order() {
        let mut slicer = Slicer::new("aé𝄞 bc");
        for (stretch, wanted) in [
            ((1, 3), "é𝄞"),
            ((4, 6), "bc"),
            ((0, 1), "a"),
            ((5, 99), "c"),
            ((7, 9), ""),
        ] {
            assert_eq!(slicer.slice(stretch), wanted, "{stretch:?}");
        }
    }

    #[test]
    fn a_given_text_needs_only_doc_and_text() {
        let line = r#"{"doc":"a","text":"b","dct":null,"tokens":[1]}"#;
        let given: Given = serde_json::from_str(line).unwrap();
        assert_eq!(given.dct, None);
        assert!(serde_json::from_str::<Given>(r#"{"doc":"a"}"#).is_err());
    }
}
