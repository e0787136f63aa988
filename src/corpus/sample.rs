//! Articles made by hand, for tests of what is done with an analysis.

use chrono::NaiveDate;

use crate::analysis::Analysis;
use crate::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind, Role};
use crate::analysis::report::{Participant, Report, Tense};
use crate::analysis::text::Sentence;
use crate::analysis::time::{Known, When};
use crate::corpus::{ArticleId, Corpus};
use crate::document::{Document, Span};

/// An article whose names and dates are given, not found.
pub(crate) struct Sample {
    number: u32,
    published: Option<NaiveDate>,
    names: Vec<Name>,
    forms: Vec<(String, NameId)>,
    sentences: Vec<(Option<When>, String)>,
}

impl Sample {
    pub fn new(number: u32) -> Self {
        Self {
            number,
            published: None,
            names: Vec::new(),
            forms: Vec::new(),
            sentences: Vec::new(),
        }
    }

    pub fn published(mut self, date: &str) -> Self {
        self.published = Some(day(date));
        self
    }

    /// Someone whose forms are found wherever they stand: "Mohammad Javad Zarif, Zarif".
    pub fn person(mut self, forms: &str) -> Self {
        let forms: Vec<&str> = forms.split(", ").collect();
        let id = NameId(self.names.len() as u32);
        self.forms
            .extend(forms.iter().map(|form| ((*form).to_owned(), id)));
        self.forms
            .sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        self.names.push(Name {
            kind: NameKind::Person,
            full: forms[0].to_owned(),
            aliases: forms[1..].iter().map(|form| (*form).to_owned()).collect(),
            honorifics: Vec::new(),
            roles: Vec::new(),
        });
        self
    }

    /// Gives the last person an honorific.
    pub fn called(mut self, honorific: &str) -> Self {
        let name = self.names.last_mut().expect("a person comes first");
        name.honorifics.push(honorific.to_owned());
        self
    }

    /// Gives the last person a role.
    pub fn role(mut self, role: &str) -> Self {
        let name = self.names.last_mut().expect("a person comes first");
        name.roles.push(Role {
            text: role.to_owned(),
            span: Span::new(0, 0),
        });
        self
    }

    /// A sentence that tells of something at a date; without one it tells nothing.
    pub fn says(mut self, date: &str, sentence: &str) -> Self {
        self.sentences.push((when(date), sentence.to_owned()));
        self
    }

    pub fn build(self) -> (ArticleId, Document, Analysis) {
        let lines: Vec<&str> = self
            .sentences
            .iter()
            .map(|(_, line)| line.as_str())
            .collect();
        let text = lines.join("\n\n");
        let document = Document::given(&format!("article-{}", self.number), &text, self.published);
        let mut analysis = Analysis {
            names: self.names.clone(),
            ..Analysis::default()
        };
        let mut from = 0;
        for (index, (when, line)) in (0..).zip(&self.sentences) {
            let start = from
                + document.text[from..]
                    .find(line.as_str())
                    .expect("the text is kept");
            from = start + line.len();
            let span = Span::new(start, from);
            analysis.sentences.push(Sentence {
                span,
                paragraph: index,
                first_token: 0,
                last_token: 0,
            });
            let mentions = self.mentions(&document.text, span, index);
            let mut people: Vec<NameId> = mentions.iter().map(|mention| mention.name).collect();
            people.dedup();
            analysis.mentions.extend(mentions);
            if let Some(when) = when {
                analysis.reports.push(Report {
                    sentence: index,
                    when: *when,
                    timex: None,
                    actor: people.first().copied(),
                    people: Participant::led_by_first(&people),
                    telling: vec![span],
                    tense: Tense::Happened,
                });
            }
        }
        (ArticleId(self.number), document, analysis)
    }

    fn mentions(&self, text: &str, sentence: Span, index: u32) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        for (form, name) in &self.forms {
            for (place, _) in sentence.of(text).match_indices(form.as_str()) {
                let start = sentence.start as usize + place;
                let span = Span::new(start, start + form.len());
                if mentions.iter().all(|mention| !mention.span.overlaps(span)) {
                    mentions.push(Mention {
                        span,
                        name: *name,
                        sentence: index,
                        kind: MentionKind::Named,
                        join: Join::Itself,
                    });
                }
            }
        }
        mentions.sort_by_key(|mention| mention.span);
        mentions
    }
}

pub(crate) fn day(date: &str) -> NaiveDate {
    date.parse().expect("a date of a test is well formed")
}

/// Reads what a date prints as ("2021", "2021-08-02/2021-08-08"), and years
/// written with fewer digits ("-43"); nothing of "".
pub(crate) fn when(date: &str) -> Option<When> {
    let known = Known::Written;
    let year = || When::year(date.parse().ok()?, known);
    let read = || When::parse(date, known).or_else(year);
    (!date.is_empty()).then(|| read().expect("a date of a test is well formed"))
}

/// A settled corpus of samples.
pub(crate) fn corpus(samples: impl IntoIterator<Item = Sample>) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.absorb(samples.into_iter().map(Sample::build).collect());
    corpus.settle();
    corpus
}
