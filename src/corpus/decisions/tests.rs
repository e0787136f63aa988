use crate::casefile::{CaseFile, DocumentKey, Key, Passage, PersonKey, Value, Verdict};
use crate::corpus::sample::{Sample, corpus};
use crate::corpus::{ArticleId, Corpus, Importance};

fn key(text: &str) -> PersonKey {
    PersonKey(text.to_owned())
}

/// Two who are one, one who is two, and a missed name.
fn pile() -> Corpus {
    corpus([
        Sample::new(0)
            .published("2021-08-14")
            .person("Javad Zarif, Zarif")
            .says("2021-08-06", "Javad Zarif met the envoy in Qom.")
            .says("2021-08-07", "Zarif left for Muscat with Ann Poe-Roe."),
        Sample::new(1)
            .published("2021-08-15")
            .person("Jawad Sarif")
            .says("2021-08-06", "Jawad Sarif met an envoy in Qom."),
    ])
}

/// The names of everyone, in the order of the list.
fn names(corpus: &Corpus) -> Vec<&str> {
    let people = corpus.people().iter();
    people.map(|person| person.name.as_str()).collect()
}

fn decide(corpus: &mut Corpus, facts: impl IntoIterator<Item = (Key, Value)>) {
    corpus.decide(&CaseFile::of(facts));
}

fn document(corpus: &Corpus, number: u32) -> DocumentKey {
    corpus.article(ArticleId(number)).expect("there").content
}

/// The passage of an event's shown report.
fn passage(corpus: &Corpus, event: usize) -> Passage {
    let (article, report) = corpus.report(corpus.events()[event].reports[0]);
    Passage::new(article.content, report.passage())
}

#[test]
fn two_who_are_the_same_become_one_under_both_keys_and_part_again() {
    let mut corpus = pile();
    let before = names(&corpus).join(", ");
    let same = Key::pair(key("jawad sarif"), key("javad zarif"));
    decide(&mut corpus, [(same, Value::Verdict(Verdict::Same))]);
    assert_eq!(names(&corpus).len(), 1);
    let person = &corpus.people()[0];
    assert_eq!((person.mentions.len(), person.articles.len()), (3, 2));
    for known in ["jawad sarif", "javad zarif", "zarif"] {
        assert!(corpus.person_by_key(&key(known)).is_some(), "{known}");
    }
    decide(&mut corpus, []);
    assert_eq!(names(&corpus).join(", "), before);
}

#[test]
fn someone_renamed_keeps_the_name_before_as_an_alias_and_the_key() {
    let mut corpus = pile();
    let renamed = Key::Renamed(key("javad zarif"));
    let name = Value::Text("Mohammad Javad Zarif".to_owned());
    decide(&mut corpus, [(renamed, name)]);
    let id = corpus.person_by_key(&key("javad zarif")).expect("known");
    let person = corpus.person(id);
    assert_eq!(person.name, "Mohammad Javad Zarif");
    assert_eq!(person.aliases[0].text, "Javad Zarif");
}

#[test]
fn who_is_hidden_is_in_no_list_and_no_event() {
    let mut corpus = pile();
    decide(
        &mut corpus,
        [(Key::HiddenPerson(key("javad zarif")), Value::Yes)],
    );
    assert_eq!(names(&corpus), ["Jawad Sarif"]);
    let hidden = corpus.person_by_key(&key("javad zarif")).expect("known");
    assert!(!corpus.is_shown(hidden));
    assert!(!corpus.events().iter().any(|event| event.involves(hidden)));
}

#[test]
fn an_added_name_is_found_as_whole_words_everywhere() {
    let mut corpus = pile();
    decide(
        &mut corpus,
        [
            (Key::AddedPerson("Ann Poe-Roe".to_owned()), Value::Yes),
            (Key::AddedPerson("Musc".to_owned()), Value::Yes),
        ],
    );
    assert!(
        names(&corpus).contains(&"Ann Poe-Roe"),
        "{:?}",
        names(&corpus)
    );
    assert_eq!(names(&corpus).len(), 3);
    let id = corpus.person_by_key(&key("ann roe")).expect("known");
    assert_eq!(corpus.person(id).events.len(), 1);
    decide(&mut corpus, []);
    assert_eq!(names(&corpus).len(), 2);
}

#[test]
fn an_added_name_takes_over_the_shorter_one_inside_it() {
    let mut corpus = corpus([Sample::new(0).person("Roe").says("", "Dr Anna Roe spoke.")]);
    decide(
        &mut corpus,
        [(Key::AddedPerson("Anna Roe".to_owned()), Value::Yes)],
    );
    assert_eq!(names(&corpus), ["Anna Roe"]);
}

#[test]
fn a_spelling_of_one_article_is_split_off_and_comes_back() {
    let mut corpus = pile();
    let split = |document| Key::Split {
        person: key("javad zarif"),
        document,
        spelling: "Zarif".to_owned(),
    };
    let here = document(&corpus, 0);
    decide(&mut corpus, [(split(Some(here)), Value::Yes)]);
    let mut found = names(&corpus);
    found.sort_unstable();
    assert_eq!(found, ["Javad Zarif", "Jawad Sarif", "Zarif"]);
    let zarif = corpus.people().iter().find(|person| person.name == "Zarif");
    assert_eq!(zarif.map(|person| person.events.len()), Some(1));
    let elsewhere = document(&corpus, 1);
    decide(&mut corpus, [(split(Some(elsewhere)), Value::Yes)]);
    assert_eq!(names(&corpus).len(), 2);
}

#[test]
fn a_split_person_can_be_found_by_a_key_that_holds() {
    let mut corpus = pile();
    let split = Key::Split {
        person: key("javad zarif"),
        document: None,
        spelling: "Zarif".to_owned(),
    };
    decide(&mut corpus, [(split.clone(), Value::Yes)]);
    let keys: Vec<PersonKey> = corpus.people().iter().map(|one| one.key.clone()).collect();
    let mut again = pile();
    decide(&mut again, [(split, Value::Yes)]);
    for key in keys {
        assert!(again.person_by_key(&key).is_some(), "{key:?}");
    }
}

#[test]
fn a_corrected_date_moves_the_event_and_says_who_set_it() {
    let mut corpus = pile();
    let at = passage(&corpus, 0);
    decide(
        &mut corpus,
        [(Key::EventDate(at), Value::Text("2020-01".to_owned()))],
    );
    let first = &corpus.events()[0];
    assert_eq!(first.when.to_string(), "2020-01");
    assert_eq!(first.when.known.as_str(), "set");
    decide(&mut corpus, []);
    assert_eq!(corpus.events()[0].when.to_string(), "2021-08-06");
}

#[test]
fn events_are_hidden_made_one_and_marked() {
    let mut corpus = pile();
    let count = corpus.events().len();
    let (one, other) = (passage(&corpus, 0), passage(&corpus, count - 1));
    decide(&mut corpus, [(Key::HiddenEvent(other), Value::Yes)]);
    assert_eq!(corpus.events().len(), count - 1);
    decide(
        &mut corpus,
        [
            (Key::same_event(other, one), Value::Yes),
            (Key::MajorEvent(one), Value::Yes),
        ],
    );
    assert_eq!(corpus.events().len(), count - 1);
    let marked = corpus.events().iter();
    let marked: Vec<_> = marked
        .filter(|event| event.importance == Importance::Key)
        .collect();
    assert_eq!(marked.len(), 1);
    assert!(marked[0].reports.len() >= 2);
}

#[test]
fn articles_that_arrive_later_are_decided_on_too() {
    let mut corpus = Corpus::default();
    let same = Key::pair(key("jawad sarif"), key("javad zarif"));
    decide(&mut corpus, [(same, Value::Verdict(Verdict::Same))]);
    let articles = [
        Sample::new(0)
            .person("Javad Zarif")
            .says("", "Javad Zarif spoke."),
        Sample::new(1)
            .person("Jawad Sarif")
            .says("", "Jawad Sarif left."),
    ];
    corpus.absorb(articles.into_iter().map(Sample::build).collect());
    corpus.settle();
    assert_eq!(names(&corpus).len(), 1);
}
