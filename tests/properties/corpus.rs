//! The corpus does not depend on the order in which articles arrive.

use chrono::NaiveDate;
use newsreader::analysis::Analysis;
use newsreader::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind, Role};
use newsreader::analysis::report::{Report, Tense};
use newsreader::analysis::text::Sentence;
use newsreader::analysis::time::{Grain, Known, When};
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::{Document, Span};
use newsreader::load::{self, Options};
use newsreader::source::Request;
use proptest::prelude::{Just, Strategy, prop};

/// A sentence of an article: who is in it, what happens, on which day of a
/// month if any, for how many days.
type Told = (Vec<usize>, usize, Option<u32>, u32);

const NAMES: [&str; 8] = [
    "Mohammad Javad Zarif",
    "Javad Zarif",
    "Zarif",
    "J. Zarif",
    "Reza Zarif",
    "Jean Arnault",
    "Arnault",
    "Élodie Müller-Ørsted",
];

const HAPPENINGS: [&str; 4] = [
    "talked about the harbour of Zaranj",
    "spoke of Zaranj and its harbour",
    "opened a bridge in Herat",
    "resigned",
];

fn article(told: &[Told], published: Option<u32>) -> (Document, Analysis) {
    let day = |day| NaiveDate::from_ymd_opt(2021, 8, day).expect("August has 31 days");
    let mut analysis = Analysis::default();
    let mut text = String::new();
    for (index, (people, happening, when, length)) in (0..).zip(told) {
        let start = text.len();
        let mut named = Vec::new();
        for person in people {
            let name = name_id(&mut analysis, NAMES[*person]);
            let from = text.len();
            text += NAMES[*person];
            analysis.mentions.push(Mention {
                span: Span::new(from, text.len()),
                name,
                sentence: index,
                kind: MentionKind::Named,
                join: Join::Itself,
            });
            text.push(' ');
            if !named.contains(&name) {
                named.push(name);
            }
        }
        text += HAPPENINGS[*happening];
        let span = Span::new(start, text.len());
        text += ".\n\n";
        analysis.sentences.push(Sentence {
            span,
            paragraph: index,
            first_token: 0,
            last_token: 0,
        });
        let Some(first) = *when else { continue };
        let when = When::days(day(first), day(first + length), Grain::Day, Known::Written);
        analysis.reports.push(Report {
            sentence: index,
            when: when.expect("the last day is not before the first"),
            timex: None,
            actor: named.first().copied(),
            people: named,
            telling: vec![span],
            tense: Tense::Happened,
        });
    }
    let mut document = Document::given("given", "", published.map(day));
    document.text = text;
    (document, analysis)
}

fn name_id(analysis: &mut Analysis, full: &str) -> NameId {
    let known = analysis.names.iter().position(|name| name.full == full);
    let place = known.unwrap_or_else(|| {
        analysis.names.push(Name {
            kind: NameKind::Person,
            full: full.to_owned(),
            aliases: Vec::new(),
            honorifics: Vec::new(),
            roles: vec![Role {
                text: format!("role of {full}"),
                span: Span::new(0, 0),
            }],
        });
        analysis.names.len() - 1
    });
    NameId(place as u32)
}

fn articles() -> impl Strategy<Value = Vec<(Vec<Told>, Option<u32>)>> {
    let told = (
        prop::collection::vec(0..NAMES.len(), 0..4),
        0..HAPPENINGS.len(),
        prop::option::of(1..6_u32),
        0..2_u32,
    );
    prop::collection::vec(
        (
            prop::collection::vec(told, 0..5),
            prop::option::of(1..6_u32),
        ),
        1..14,
    )
}

/// Absorbs the articles in an order, in batches of the sizes that come round.
fn absorbed(articles: &[(Vec<Told>, Option<u32>)], order: &[usize], batches: &[usize]) -> Corpus {
    let mut corpus = Corpus::default();
    let mut order = order;
    for size in batches.iter().cycle() {
        if order.is_empty() {
            break;
        }
        let (batch, rest) = order.split_at((*size).min(order.len()));
        order = rest;
        let batch = batch.iter().map(|number| {
            let (told, published) = &articles[*number];
            let (document, analysis) = article(told, *published);
            (ArticleId(*number as u32), document, analysis)
        });
        corpus.absorb(batch.collect());
        assert_consistent(&corpus);
    }
    corpus.settle();
    assert_consistent(&corpus);
    corpus
}

/// Whatever is seen points at what is there.
fn assert_consistent(corpus: &Corpus) {
    for article in corpus.articles() {
        assert_eq!(article.people.len(), article.analysis.names.len());
        for person in &article.people {
            assert!(corpus.person(*person).articles.contains(&article.id));
        }
    }
    let reports = corpus.events().iter().map(|event| event.reports.len());
    let told = corpus
        .articles()
        .map(|article| article.analysis.reports.len());
    assert_eq!(reports.sum::<usize>(), told.sum::<usize>());
    for person in corpus.people() {
        for id in &person.events {
            let event = corpus.event(*id);
            assert!(
                event
                    .people
                    .iter()
                    .any(|other| corpus.person(*other) == person)
            );
        }
    }
}

proptest::proptest! {
    #[test]
    fn absorbing_commutes(
        (articles, order) in articles().prop_flat_map(|articles| {
            let order: Vec<usize> = (0..articles.len()).collect();
            (Just(articles), Just(order).prop_shuffle())
        }),
        batches in prop::collection::vec(1..5_usize, 1..4),
    ) {
        let in_order: Vec<usize> = (0..articles.len()).collect();
        let one = absorbed(&articles, &in_order, &[articles.len()]);
        let other = absorbed(&articles, &order, &batches);
        assert_eq!(one.people(), other.people());
        assert_eq!(one.events(), other.events());
        let names = |corpus: &Corpus| -> Vec<_> {
            let articles = corpus.articles();
            articles.map(|article| (article.id, article.people.clone())).collect()
        };
        assert_eq!(names(&one), names(&other));
    }
}

/// The samples, read the way the program reads them.
#[test]
fn two_samples_tell_of_one_fall_and_share_their_people() {
    let loaded = load::all(vec![Request::Samples], &Options::default());
    let mut corpus = Corpus::default();
    corpus.absorb(loaded.articles);
    let fall: Vec<_> = corpus
        .events()
        .iter()
        .filter(|event| corpus.telling(event).contains("Zaranj"))
        .collect();
    let [fall] = fall[..] else {
        panic!("{fall:?}");
    };
    assert_eq!(fall.when.to_string(), "2021-08-06");
    let mut articles: Vec<_> = fall.reports.iter().map(|report| report.article).collect();
    articles.dedup();
    assert_eq!(articles.len(), 2);
    for name in ["Saeed Khatibzadeh", "Mohammad Javad Zarif", "Jean Arnault"] {
        let person = corpus.people().iter().find(|person| person.name == name);
        assert_eq!(
            person.map(|person| person.articles.len()),
            Some(2),
            "{name}"
        );
    }
}
