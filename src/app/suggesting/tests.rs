use super::Suggesting;
use crate::casefile::{CaseFile, Change, Key, Value, Verdict};
use crate::corpus::Corpus;
use crate::corpus::sample::{Sample, corpus};

/// Two pairs of people whose names are a letter apart.
fn pile() -> Corpus {
    let names = [
        "Anna Hollister",
        "Anna Hollisper",
        "Javad Zarif",
        "Saeed Khatibzadeh",
        "Saeed Khatibzade",
    ];
    corpus((0..).zip(names).map(|(number, name)| {
        Sample::new(number)
            .person(name)
            .says("", &format!("{name} spoke."))
    }))
}

fn names(open: &Suggesting, corpus: &Corpus) -> Option<String> {
    let asked = open.asked(corpus)?;
    let name = |id| corpus.person(id).name.as_str();
    Some(format!("{} {}", name(asked.one), name(asked.other)))
}

#[test]
fn nothing_is_asked_until_the_corpus_knows() {
    let corpus = pile();
    let mut open = Suggesting::default();
    open.refresh(&corpus, &CaseFile::default());
    assert!(open.is_looking() && open.asked(&corpus).is_none());
    corpus.suggestions();
    open.refresh(&corpus, &CaseFile::default());
    assert!(!open.is_looking());
    assert_eq!(open.place(), (0, 2));
}

#[test]
fn what_has_an_answer_is_not_asked_again_until_that_is_undone() {
    let corpus = pile();
    corpus.suggestions();
    let mut case = CaseFile::default();
    let mut open = Suggesting::default();
    open.refresh(&corpus, &case);
    let first = names(&open, &corpus);
    let asked = open.asked(&corpus).expect("two pairs");
    let key = |id| corpus.person(id).key.clone();
    let answer = Key::pair(key(asked.one), key(asked.other));
    let change = Change::new("").set(answer, Value::Verdict(Verdict::Unsure));
    let undo = case.apply(&change);
    open.refresh(&corpus, &case);
    assert_eq!((open.place(), open.answered()), ((0, 1), 1));
    assert_ne!(names(&open, &corpus), first);
    let mut anew = Suggesting::default();
    anew.refresh(&corpus, &case);
    assert_eq!(anew.place(), (0, 1), "remembered when opened again");
    case.apply(&undo);
    open.wanted = Some((key(asked.other), key(asked.one)));
    open.refresh(&corpus, &case);
    assert_eq!(names(&open, &corpus), first, "asked again at once");
}

#[test]
fn stepping_stops_at_both_ends() {
    let corpus = pile();
    corpus.suggestions();
    let mut open = Suggesting::default();
    open.refresh(&corpus, &CaseFile::default());
    open.step(-1);
    assert_eq!(open.place(), (0, 2));
    open.step(5);
    assert_eq!(open.place(), (1, 2));
}
