//! Texts in, steps and words out; actions in, step stood on out.

use chrono::NaiveDate;

use super::{Answer, Explanation, Row, Standing, Subject};
use crate::analysis::time::Basis;
use crate::analysis::{Lexicon, analyse};
use crate::app::keymap::Keymap;
use crate::app::{Action, Place};
use crate::corpus::{ArticleId, Corpus, ReportId};
use crate::document::{Document, Published, PublishedFrom, Span};

const SIZE: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

/// A corpus of texts, each published on a day or undated.
fn corpus(texts: &[(&str, &str)]) -> Corpus {
    let mut corpus = Corpus::default();
    let arrivals = (0..).zip(texts).map(|(number, (date, text))| {
        let published = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok();
        let document = Document::given(&format!("text-{number}"), text, published);
        let analysis = analyse(&document, Lexicon::english());
        (ArticleId(number), document, analysis)
    });
    corpus.absorb(arrivals.collect());
    corpus.settle();
    corpus
}

fn open(corpus: &Corpus, subject: Subject, size: (u16, u16)) -> Explanation {
    Explanation::open(corpus, subject, &Keymap::default(), size).expect("something is explained")
}

/// The explanation of the report that `words` date.
fn explain(corpus: &Corpus, words: &str) -> Explanation {
    let article = corpus.article(ArticleId(0)).expect("it arrived");
    let dated_by = |timex: u32| {
        let span = article.analysis.timexes[timex as usize].span;
        span.of(&article.document.text) == words
    };
    let mut reports = article.analysis.reports.iter();
    let index = reports
        .position(|report| report.timex.is_some_and(dated_by))
        .unwrap_or_else(|| panic!("“{words}” dates no report"));
    let report = ReportId {
        article: ArticleId(0),
        index: index as u32,
    };
    open(corpus, Subject::Event(report), SIZE)
}

/// The explanation of every expression of a text.
fn explain_all(corpus: &Corpus) -> Explanation {
    let article = corpus.article(ArticleId(0)).expect("it arrived");
    let place = Place {
        article: ArticleId(0),
        span: Span::new(0, article.document.text.len()),
    };
    open(corpus, Subject::Words(place), SIZE)
}

/// The facts of a step, label and words.
fn facts(explanation: &Explanation, step: usize) -> Vec<String> {
    let facts = explanation.steps()[step].facts.iter();
    facts
        .map(|fact| format!("{}: {}", fact.label, fact.words))
        .collect()
}

fn has(explanation: &Explanation, step: usize, wanted: &str) {
    let facts = facts(explanation, step);
    assert!(
        facts.iter().any(|fact| fact == wanted),
        "{wanted} is not in {facts:#?}"
    );
}

#[test]
fn a_date_counted_from_the_articles_says_where_that_comes_from() {
    let corpus = corpus(&[("2021-08-14", "The minister resigned on Friday.")]);
    let explanation = explain(&corpus, "Friday");
    assert_eq!(explanation.steps().len(), 1);
    has(&explanation, 0, "words: “Friday”");
    has(&explanation, 0, "means: Fri 13 Aug 2021");
    has(&explanation, 0, "known: counted from the article's date");
    let how = "how: of all it could be, the last one up to the article's date, Sat 14 Aug 2021";
    has(&explanation, 0, how);
    has(
        &explanation,
        0,
        "from: the article's date is stated by its file",
    );
    has(
        &explanation,
        0,
        "codes: EDTF 2021-08-13 · TIMEX3 DATE 2021-08-13",
    );
}

#[test]
fn a_chain_is_followed_back_to_the_date_that_is_written_out() {
    let text = "The army came on 6 August 2021. A day later Sheberghan fell. \
                The following day Kunduz was lost.";
    let corpus = corpus(&[("2021-09-01", text)]);
    let explanation = explain(&corpus, "The following day");
    let titles: Vec<&str> = explanation
        .steps()
        .iter()
        .map(|step| step.title.as_str())
        .collect();
    assert_eq!(
        titles,
        ["Sun 8 Aug 2021", "Sat 7 Aug 2021", "Fri 6 Aug 2021"]
    );
    let how = "how: counted from “A day later” (Sat 7 Aug 2021) in sentence 2";
    has(&explanation, 0, how);
    has(&explanation, 2, "how: the words give the whole date");
    assert_eq!(explanation.steps()[1].standing, Standing::Anchor);
}

#[test]
fn a_date_counted_from_the_words_behind_it_goes_on_to_them() {
    let text = "The army came two days after the vote on August 6, 2021.";
    let explanation = explain(&corpus(&[("2021-09-01", text)]), "two days");
    let titles: Vec<&str> = explanation
        .steps()
        .iter()
        .map(|step| step.title.as_str())
        .collect();
    assert_eq!(titles, ["Sun 8 Aug 2021", "Fri 6 Aug 2021"]);
}

#[test]
fn a_chain_that_leads_nowhere_or_round_ends() {
    let text = "The army came on 6 August 2021. A day later Sheberghan fell.";
    let mut corpus = corpus(&[("2021-09-01", text)]);
    let article = corpus.article(ArticleId(0)).expect("it arrived");
    let (document, analysis) = (article.document.clone(), article.analysis.clone());
    for basis in [1, 7, u32::MAX] {
        let mut analysis = (*analysis).clone();
        analysis.timexes[1].why.basis = Some(Basis::Timex(basis));
        corpus.absorb(vec![(ArticleId(0), (*document).clone(), analysis)]);
        assert_eq!(explain(&corpus, "A day later").steps().len(), 1);
    }
}

#[test]
fn a_long_chain_is_cut_short() {
    let mut text = "The army came on 6 August 2021.".to_owned();
    for number in 0..30 {
        text.push_str(&format!(" The next day town {number} was taken."));
    }
    let corpus = corpus(&[("2021-12-01", &text)]);
    let last = corpus.article(ArticleId(0)).expect("it arrived");
    let index = last.analysis.reports.len() as u32 - 1;
    let report = ReportId {
        article: ArticleId(0),
        index,
    };
    let explanation = open(&corpus, Subject::Event(report), SIZE);
    assert_eq!(explanation.steps().len(), 8);
}

#[test]
fn a_year_left_open_is_said_to_be() {
    let corpus = corpus(&[("2021-08-14", "Zaranj fell on August 6.")]);
    let how = "how: the year is left open; of all it could be, the nearest to \
               the article's date, Sat 14 Aug 2021";
    has(&explain(&corpus, "August 6"), 0, how);
}

#[test]
fn what_nothing_resolves_says_what_would() {
    let corpus = corpus(&[("", "The minister resigned on Friday.")]);
    let explanation = explain_all(&corpus);
    assert_eq!(explanation.step().title, "“Friday”");
    has(&explanation, 0, "means: a date that stays open");
    has(&explanation, 0, "known: ? not resolved");
    let how = "how: there is no date to count from: the article has none, \
               the text names none before; D sets one";
    has(&explanation, 0, how);
}

#[test]
fn lengths_and_repetitions_have_no_date() {
    let text = "He ruled for eight years. They met every Monday.";
    let corpus = corpus(&[("2021-08-14", text)]);
    let explanation = explain_all(&corpus);
    has(&explanation, 0, "means: a length of time");
    has(&explanation, 1, "means: something that repeats");
    has(&explanation, 1, "known: no date to know");
    assert_eq!(explanation.steps()[1].heading.lead, "expression 2 of 2");
}

#[test]
fn a_report_without_words_of_time_has_only_the_articles_date() {
    let text = "The old bridge over the river is closed and nobody knows why.";
    let mut corpus = Corpus::default();
    let published = NaiveDate::from_ymd_opt(2021, 8, 14);
    let mut document = Document::given("bridge", text, published);
    document.published = document.published.map(|published| Published {
        from: PublishedFrom::FileName,
        ..published
    });
    let analysis = analyse(&document, Lexicon::english());
    corpus.absorb(vec![(ArticleId(0), document, analysis)]);
    corpus.settle();
    let explanation = explain_all(&corpus);
    assert_eq!(explanation.step().expression, None);
    has(
        &explanation,
        0,
        "known: the article's date, itself inferred",
    );
    let how = "how: no sentence names a date of its own: \
               nothing but the article's date stands behind it";
    has(&explanation, 0, how);
    let from = "from: the article's date was read in the name of its file or folder, \
                so it may be wrong; D sets another";
    has(&explanation, 0, from);
}

#[test]
fn speech_says_whose_tomorrow_it_is() {
    let text = "On Tuesday, 10 August, the minister said that the army would arrive tomorrow.";
    let corpus = corpus(&[("2021-08-14", text)]);
    let explanation = explain_all(&corpus);
    has(&explanation, 1, "means: Wed 11 Aug 2021");
    let said = "said: in speech dated Tue 10 Aug 2021: the speaker's “tomorrow” is \
                Wed 11 Aug 2021; the article's would be Sun 15 Aug 2021";
    has(&explanation, 1, said);
}

#[test]
fn what_is_counted_from_words_before_is_not_said_to_be_from_the_articles_date() {
    let text = "It began on 6 August 2021. Two days ago the king arrived, and in 1999 he left. \
                Three weeks later it failed.";
    let corpus = corpus(&[("", text)]);
    let explanation = explain_all(&corpus);
    for (index, step) in explanation.steps().iter().enumerate() {
        let facts = facts(&explanation, index);
        let said = facts.iter().any(|fact| fact.contains("the article's date"));
        assert!(!said, "{:?}: {facts:#?}", step.title);
    }
}

#[test]
fn the_words_counted_from_are_in_view_however_long_their_sentence() {
    let text = "Zaranj, the capital of Nimruz in the south-west of Afghanistan, was the first \
                provincial capital to fall to the Taliban, on Friday, 6 August 2021. \
                A day later Sheberghan was lost.";
    let corpus = corpus(&[("2021-09-01", text)]);
    let mut explanation = explain(&corpus, "A day later");
    let lit = explanation.steps()[1].expression.expect("it was found");
    for size in [(120, 40), SIZE, (60, 20), SMALL] {
        explanation.resize(&corpus, size);
        let shown = explanation.rows.iter().filter_map(|row| match row {
            Row::Sentence { step: 1, span, .. } => Some(*span),
            Row::Sentence { .. } | Row::Blank | Row::Heading { .. } | Row::Fact { .. } => None,
        });
        let shown: Vec<Span> = shown.collect();
        let ends = |span: &&Span| span.start < lit.end && lit.end <= span.end;
        assert!(shown.iter().any(|span| ends(&span)), "{size:?} {shown:?}");
    }
}

#[test]
fn modifiers_and_ranges_are_said_in_words() {
    let text = "In early 2019 the treaty was signed. The talks ran from May to July 2020.";
    let corpus = corpus(&[("2021-08-14", text)]);
    has(
        &explain(&corpus, "early 2019"),
        0,
        "means: 2019, early in it",
    );
    let range = "range: the other end is “July 2020”; together May–Jul 2020 (EDTF 2020-05/2020-07)";
    has(&explain(&corpus, "May"), 0, range);
}

/// Two articles on the fall of one town; the first tells it by a chain.
fn twice_told() -> Corpus {
    let first = "The army came on 5 August 2021. A day later Zaranj fell to the Taliban.";
    corpus(&[
        ("2021-09-01", first),
        ("2021-08-14", "On August 6 Zaranj fell to the Taliban."),
    ])
}

#[test]
fn every_report_is_explained_and_tab_goes_from_one_to_the_next() {
    let corpus = twice_told();
    let event = corpus
        .events()
        .iter()
        .find(|event| event.reports.len() == 2);
    let reports = &event.expect("told twice").reports;
    let mut explanation = open(&corpus, Subject::Event(reports[0]), SIZE);
    assert_eq!(explanation.accounts(), 2);
    let leads: Vec<&str> = explanation
        .steps()
        .iter()
        .map(|step| step.heading.lead.as_str())
        .collect();
    assert_eq!(
        leads,
        ["report 1 of 2", "report 2 of 2", "counted from this"]
    );
    explanation.apply(Action::NextPane);
    assert_eq!(explanation.selected(), 1);
    explanation.apply(Action::NextPane);
    assert_eq!(explanation.selected(), 0);
    let second = open(&corpus, Subject::Event(reports[1]), SIZE);
    assert_eq!(second.selected(), 1, "the report asked about is stood on");
}

#[test]
fn enter_goes_to_the_sentence_of_the_step_stood_on() {
    let corpus = twice_told();
    let mut explanation = explain(&corpus, "A day later");
    explanation.apply(Action::Last);
    assert!(explanation.step().standing == Standing::Anchor);
    let place = explanation.step().place;
    assert_eq!(explanation.apply(Action::Open), Answer::Go(place));
    let article = corpus.article(place.article).expect("it arrived");
    assert!(
        place
            .span
            .of(&article.document.text)
            .starts_with("The army")
    );
}

#[test]
fn next_shows_every_row_before_it_goes_on_and_previous_all_again() {
    let corpus = twice_told();
    let mut explanation = explain(&corpus, "A day later");
    explanation.apply(Action::First);
    explanation.resize(&corpus, SMALL);
    let mut seen: Vec<Row> = Vec::new();
    let mut back: Vec<Row> = Vec::new();
    for _ in 0..60 {
        seen.extend(explanation.in_view());
        explanation.apply(Action::Next);
    }
    assert!(!explanation.goes_on());
    assert_eq!(explanation.selected() + 1, explanation.steps().len());
    for _ in 0..60 {
        back.extend(explanation.in_view());
        explanation.apply(Action::Previous);
    }
    assert_eq!(explanation.selected(), 0);
    let told = explanation.rows.iter();
    for row in told.filter(|row| row.step().is_some()) {
        assert!(seen.contains(row) && back.contains(row), "{row:?}");
    }
}

#[test]
fn a_sentence_of_megabytes_is_shown_around_its_expression() {
    let padding = "and 習近平 said nothing ".repeat(20_000);
    let text = format!("The minister {padding} resigned on 6 August 2021 {padding} in Kabul.");
    let corpus = corpus(&[("2021-08-14", &text)]);
    let explanation = explain_all(&corpus);
    let lit = explanation.step().expression.expect("it was found");
    let shown = |row: &&Row| matches!(row, Row::Sentence { span, .. } if span.overlaps(lit));
    assert!(explanation.in_view().iter().any(|row| shown(&row)));
    assert!(explanation.rows.len() < 30);
}

#[test]
fn the_explanation_follows_a_growing_corpus_and_closes_without_its_subject() {
    let mut corpus = twice_told();
    let mut explanation = explain(&corpus, "A day later");
    let document = Document::given(
        "third",
        "On 6 August 2021 Zaranj fell to the Taliban.",
        NaiveDate::from_ymd_opt(2021, 8, 20),
    );
    let analysis = analyse(&document, Lexicon::english());
    corpus.absorb(vec![(ArticleId(2), document, analysis)]);
    corpus.settle();
    let keymap = Keymap::default();
    assert_eq!(explanation.refresh(&corpus, &keymap, SIZE), Answer::Stay);
    assert_eq!(explanation.accounts(), 3);
    let gone = explanation.refresh(&Corpus::default(), &keymap, SIZE);
    assert_eq!(gone, Answer::Close);
}
