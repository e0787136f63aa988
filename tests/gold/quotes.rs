//! Made-up news with its quotations marked by hand (`tests/gold/quotes`): what
//! is said, who says it, and whether the words themselves are given.

use std::fs;
use std::path::{Path, PathBuf};

use newsreader::analysis::people::QuoteKind;
use newsreader::analysis::{self, Analysis, Lexicon};
use newsreader::document::{Document, Span};
use newsreader::source::{Origin, Raw};

use super::f1;

/// A text, and its quotations as they should be found.
struct Marked {
    name: String,
    document: Document,
    quotations: Vec<Quotation>,
}

struct Quotation {
    kind: QuoteKind,
    /// `None` where nobody named speaks.
    speaker: Option<String>,
    span: Span,
}

/// How many there are, and how many of them are right.
#[derive(Debug, Default)]
struct Count {
    wanted: usize,
    found: usize,
    exact: usize,
    /// Those with a speaker, wanted and found, and those with the right one.
    wanted_spoken: usize,
    found_spoken: usize,
    spoken: usize,
}

impl Count {
    fn precision(&self) -> f64 {
        100.0 * self.spoken as f64 / self.found_spoken as f64
    }

    fn recall(&self) -> f64 {
        100.0 * self.spoken as f64 / self.wanted_spoken as f64
    }

    fn spans(&self) -> f64 {
        f1(self.exact, self.found, self.wanted)
    }
}

#[test]
fn quotations_in_news_hold_their_floors() {
    let texts = marked();
    let kinds = [QuoteKind::Direct, QuoteKind::Reported];
    let mut wrong = Vec::new();
    let counts = kinds.map(|kind| {
        let mut count = Count::default();
        for text in &texts {
            compare(text, kind, &mut count, &mut wrong);
        }
        count
    });
    let wanted = counts.iter().map(|count| count.wanted).sum::<usize>();
    assert!(texts.len() >= 40 && wanted >= 200, "{wanted} quotations");
    let floors = [[99.0, 99.0, 99.0], [98.5, 94.0, 97.0]];
    for ((kind, count), floors) in kinds.iter().zip(&counts).zip(floors) {
        let figures = [count.precision(), count.recall(), count.spans()];
        assert!(
            figures
                .iter()
                .zip(floors)
                .all(|(figure, floor)| *figure >= floor),
            "{kind:?}: precision and recall of speakers, F1 of spans: {figures:.1?}, \
             the floors {floors:?} of {count:?}: {wrong:#?}"
        );
    }
}

fn compare(marked: &Marked, kind: QuoteKind, count: &mut Count, wrong: &mut Vec<String>) {
    let analysis = analysis::analyse(&marked.document, Lexicon::english());
    let mut found = quotations(&analysis);
    found.retain(|found| found.kind == kind);
    let wanted = marked.quotations.iter().filter(|want| want.kind == kind);
    count.found += found.len();
    count.found_spoken += found.iter().filter(|found| found.speaker.is_some()).count();
    for want in wanted {
        count.wanted += 1;
        count.wanted_spoken += usize::from(want.speaker.is_some());
        let place = found
            .iter()
            .position(|found| found.span.overlaps(want.span));
        let Some(place) = place else {
            wrong.push(told(marked, want, "missed"));
            continue;
        };
        let found = found.remove(place);
        if found.span == want.span {
            count.exact += 1;
        } else {
            let words = found.span.of(&marked.document.text);
            wrong.push(told(marked, want, &format!("is “{words}”")));
        }
        if found.speaker == want.speaker {
            count.spoken += usize::from(want.speaker.is_some());
        } else {
            wrong.push(told(
                marked,
                want,
                &format!("is said by {:?}", found.speaker),
            ));
        }
    }
    let invented = found.iter().map(|found| told(marked, found, "is nothing"));
    wrong.extend(invented);
}

fn quotations(analysis: &Analysis) -> Vec<Quotation> {
    let quotes = analysis.quotes.iter();
    quotes
        .map(|quote| Quotation {
            kind: quote.kind,
            speaker: quote
                .speaker
                .map(|name| analysis.names[name.0 as usize].full.clone()),
            span: quote.span,
        })
        .collect()
}

fn told(marked: &Marked, quotation: &Quotation, how: &str) -> String {
    let words = quotation.span.of(&marked.document.text);
    let speaker = quotation.speaker.as_deref().unwrap_or("-");
    format!(
        "{}: {:?} {speaker}: “{words}” {how}",
        marked.name, quotation.kind
    )
}

/// Reads the marked texts, in the order of their names.
fn marked() -> Vec<Marked> {
    let paths = super::texts("quotes");
    paths.iter().map(|path| unmark(path)).collect()
}

/// Takes the marks out of a text: "{d Jane Roe|“We won”}".
fn unmark(path: &Path) -> Marked {
    let written = fs::read_to_string(path).expect("a text can be read");
    let (ending, body) = match written.strip_prefix("as: markdown\n\n") {
        Some(body) => ("md", body),
        None => ("txt", &*written),
    };
    let mut parts = body.trim_end().split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut told = Vec::new();
    for part in parts {
        let (marked, rest) = part.split_once('}').expect("a mark ends");
        let (marks, words) = marked.split_once('|').expect("a mark has words");
        let (kind, speaker) = marks.split_once(' ').expect("a kind and a speaker");
        text.push_str(words);
        text.push_str(rest);
        told.push((kind, speaker, words));
    }
    let document = read(path.with_extension(ending), text);
    let mut from = 0;
    let quotations = told.into_iter().map(|(kind, speaker, words)| {
        let start = document.text[from..].find(words);
        let start = from + start.expect("the document holds the words of its file, in their order");
        from = start + words.len();
        Quotation {
            kind: match kind {
                "d" => QuoteKind::Direct,
                "r" => QuoteKind::Reported,
                other => panic!("{other} is no kind of speech"),
            },
            speaker: (speaker != "-").then(|| speaker.to_owned()),
            span: Span::new(start, from),
        }
    });
    Marked {
        name: path.file_name().unwrap_or_default().display().to_string(),
        quotations: quotations.collect(),
        document,
    }
}

fn read(path: PathBuf, text: String) -> Document {
    let raw = Raw {
        origin: Origin::File(path),
        bytes: text.into_bytes(),
        sidecar: None,
    };
    Document::read(&raw).expect("a text is a document")
}
