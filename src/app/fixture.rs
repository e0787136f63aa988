//! A small corpus for the tests of panes: sentences with their dates and people given.

use chrono::NaiveDate;

use crate::analysis::Analysis;
use crate::analysis::people::{
    Attribution, Join, Mention, MentionKind, Name, NameId, NameKind, Quote, QuoteKind, Role,
};
use crate::analysis::report::{Participant, Report, Tense};
use crate::analysis::text::Text;
use crate::analysis::time::{Known, When};
use crate::corpus::{ArticleId, Corpus};
use crate::document::{Document, Span};

/// What a loader hands over for one article.
pub type Arrival = (ArticleId, Document, Analysis);

/// A sentence, when it happened ("2021-08-06", "2021-08"), and who is named in it.
pub type Told<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Two articles on the summer of 2021; Zaranj's fall is told in both.
pub fn summer() -> Vec<Arrival> {
    vec![
        article(
            0,
            &[
                ("2021-05", "The fighting grew in May.", &[]),
                (
                    "2021-08-06",
                    "Zaranj fell to the Taliban on August 6, said Rouh Gul Khairzad.",
                    &["Rouh Gul Khairzad"],
                ),
                (
                    "2021-08-08",
                    "Javad Zarif, foreign minister, met Jean Arnault on Sunday.",
                    &["Javad Zarif", "Jean Arnault"],
                ),
                (
                    "2021-08-09",
                    "“Iran is concerned,” said Saeed Khatibzadeh on Monday.",
                    &["Saeed Khatibzadeh"],
                ),
            ],
        ),
        article(
            1,
            &[
                ("2021-08-06", "On August 6 Zaranj fell to the Taliban.", &[]),
                (
                    "2021-08-13",
                    "Saeed Khatibzadeh issued a statement on Friday.",
                    &["Saeed Khatibzadeh"],
                ),
                (
                    "2022-01-10",
                    "Javad Zarif taught again in January 2022.",
                    &["Javad Zarif"],
                ),
            ],
        ),
    ]
}

/// An article of one event a day from the first of January 2000 on.
pub fn daily(count: u64) -> Vec<Arrival> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    let told: Vec<(String, String)> = (0..count)
        .map(|index| {
            let day = first + chrono::Days::new(index);
            (day.to_string(), format!("Town number {index} was taken."))
        })
        .collect();
    let told: Vec<Told<'_>> = told
        .iter()
        .map(|(date, sentence)| (date.as_str(), sentence.as_str(), [].as_slice()))
        .collect();
    vec![article(0, &told)]
}

/// Gathers articles into a corpus.
pub fn corpus(arrivals: Vec<Arrival>) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.absorb(arrivals);
    corpus.settle();
    corpus
}

/// Makes an article of sentences, analysed as its author says.
pub fn article(id: u32, told: &[Told<'_>]) -> Arrival {
    let sentences: Vec<&str> = told.iter().map(|(_, sentence, _)| *sentence).collect();
    let published = NaiveDate::from_ymd_opt(2021, 9, 1);
    let document = Document::given(&format!("article-{id}"), &sentences.join("\n\n"), published);
    let mut analysis = Analysis {
        sentences: Text::read(&document).sentences,
        ..Analysis::default()
    };
    let mut from = 0;
    for (index, (date, sentence, people)) in told.iter().enumerate() {
        let start = from
            + document.text[from..]
                .find(sentence)
                .expect("the text holds its sentences");
        from = start + sentence.len();
        for person in *people {
            name(&mut analysis, person, start, sentence, index as u32);
        }
        quote(&mut analysis, start, sentence);
        let people: Vec<NameId> = people
            .iter()
            .map(|person| name_id(&analysis, person))
            .collect();
        analysis.reports.push(Report {
            sentence: index as u32,
            when: when(date),
            timex: None,
            actor: people.first().copied(),
            people: Participant::led_by_first(&people),
            telling: vec![Span::new(start, start + sentence.len())],
            tense: Tense::Happened,
        });
    }
    (ArticleId(id), document, analysis)
}

fn name_id(analysis: &Analysis, person: &str) -> NameId {
    let place = analysis.names.iter().position(|name| name.full == person);
    NameId(place.expect("named before") as u32)
}

/// Adds a mention, and the name and the role right behind it when they are new.
fn name(analysis: &mut Analysis, person: &str, start: usize, sentence: &str, index: u32) {
    let at = start + sentence.find(person).expect("the sentence holds the name");
    if !analysis.names.iter().any(|name| name.full == person) {
        let behind = &sentence[at - start + person.len()..];
        let role = behind
            .strip_prefix(", ")
            .and_then(|rest| rest.split_once(','));
        let from = at + person.len() + 2;
        analysis.names.push(Name {
            kind: NameKind::Person,
            full: person.to_owned(),
            aliases: Vec::new(),
            honorifics: Vec::new(),
            roles: role
                .map(|(text, _)| Role {
                    text: text.to_owned(),
                    span: Span::new(from, from + text.len()),
                })
                .into_iter()
                .collect(),
        });
    }
    analysis.mentions.push(Mention {
        span: Span::new(at, at + person.len()),
        name: name_id(analysis, person),
        sentence: index,
        kind: MentionKind::Named,
        join: Join::Itself,
    });
}

/// Gives what stands in quotation marks to the first person of its sentence.
fn quote(analysis: &mut Analysis, start: usize, sentence: &str) {
    if let (Some(open), Some(close)) = (sentence.find('“'), sentence.find('”')) {
        analysis.quotes.push(Quote {
            kind: QuoteKind::Direct,
            span: Span::new(start + open, start + close + '”'.len_utf8()),
            speaker: analysis.mentions.last().map(|mention| mention.name),
            attribution: Attribution::Sure,
        });
    }
}

fn when(date: &str) -> When {
    match NaiveDate::parse_from_str(date, "%Y-%m-%d") {
        Ok(day) => When::day(day, Known::Written),
        Err(_) => {
            let (year, month) = date.split_once('-').expect("a year and a month");
            let number = |digits: &str| digits.parse().expect("digits");
            When::month(number(year), number(month) as u32, Known::Written).expect("a month")
        }
    }
}
