//! Who is one person across articles.

use crate::corpus::sample::{Sample, corpus};

/// Each article's people as "Full Name, Alias; Other Name"; the canonical names come back.
fn people_of(articles: &[&str]) -> Vec<String> {
    let samples = (0..).zip(articles).map(|(number, people)| {
        let mut sample = Sample::new(number);
        for forms in people.split("; ") {
            let (forms, honorific) = forms.split_once(" = ").unwrap_or((forms, ""));
            sample = sample.person(forms);
            if !honorific.is_empty() {
                sample = sample.called(honorific);
            }
        }
        let text = people.replace("; ", " and ");
        sample.says("", &text)
    });
    let corpus = corpus(samples);
    let mut names: Vec<String> = corpus
        .people()
        .iter()
        .map(|person| person.name.clone())
        .collect();
    names.sort();
    names
}

fn check(articles: &[&str], expected: &[&str]) {
    assert_eq!(people_of(articles), expected, "{articles:?}");
}

#[test]
fn shortened_names_join_the_fuller() {
    check(
        &[
            "Mohammad Javad Zarif",
            "Javad Zarif",
            "M. Javad Zarif",
            "J. Zarif",
        ],
        &["Mohammad Javad Zarif"],
    );
    check(
        &[
            "Hossein Amir-Abdollahian",
            "Amir-Abdollahian",
            "Abdollahian",
        ],
        &["Hossein Amir-Abdollahian"],
    );
    check(
        &["Enrique Peña Nieto", "Enrique Pena"],
        &["Enrique Peña Nieto"],
    );
    check(
        &["Bashar al-Assad", "Bashar Assad", "al-Assad"],
        &["Bashar al-Assad"],
    );
    check(
        &["Recep Tayyip Erdoğan", "Erdogan"],
        &["Recep Tayyip Erdoğan"],
    );
}

#[test]
fn what_differs_stays_apart() {
    check(
        &["Javad Zarif", "Reza Zarif"],
        &["Javad Zarif", "Reza Zarif"],
    );
    check(
        &["Mohammad Javad Zarif", "M. Reza Zarif"],
        &["M. Reza Zarif", "Mohammad Javad Zarif"],
    );
    check(&["Ali Ahmadi", "Mohammad"], &["Ali Ahmadi", "Mohammad"]);
}

#[test]
fn a_lone_surname_needs_one_clear_bearer() {
    check(
        &["George Bush", "Laura Bush", "Bush"],
        &["Bush", "George Bush", "Laura Bush"],
    );
    let often = "George Bush George Bush George Bush George Bush George Bush";
    let mut articles = vec!["George Bush"; 5];
    articles.extend(["Laura Bush", "Bush"]);
    check(&articles, &["George Bush", "Laura Bush"]);
    assert_eq!(people_of(&[often]).len(), 1);
}

#[test]
fn honorifics_choose_between_bearers() {
    check(
        &[
            "Bill Clinton = Mr.",
            "Hillary Clinton = Mrs.",
            "Clinton = Mrs.",
        ],
        &["Bill Clinton", "Hillary Clinton"],
    );
    check(
        &["Bill Clinton = Mr.", "Clinton = Ms"],
        &["Bill Clinton", "Clinton"],
    );
}

#[test]
fn a_family_name_written_first_is_learned_from_an_article() {
    check(&["Xi Jinping, Xi", "Xi"], &["Xi Jinping"]);
    check(&["Xi Jinping", "Xi"], &["Xi", "Xi Jinping"]);
}

#[test]
fn a_given_name_that_one_article_uses_is_nobodys_in_the_next() {
    check(
        &["Stephanie Roe, Stephanie", "Stephanie"],
        &["Stephanie", "Stephanie Roe"],
    );
    check(&["Ryan Johnson, Ryan", "Ryan"], &["Ryan", "Ryan Johnson"]);
    check(&["Kim Jong-un, Kim", "Kim"], &["Kim Jong-un"]);
}

#[test]
fn many_bearers_of_one_word_are_joined_in_linear_time() {
    let mut names: Vec<String> = (0..20_000)
        .map(|number| format!("Ali Ahmad{number} Khan"))
        .collect();
    names.extend((0..20_000).map(|number| format!("Ali Khan{number}")));
    names.extend((0..20_000).map(|_| "Khan".to_owned()));
    let samples = (0..).zip(names.chunks(1000)).map(|(number, names)| {
        let sample = Sample::new(number);
        names
            .iter()
            .fold(sample, |sample, name| sample.person(name))
    });
    let corpus = corpus(samples);
    assert_eq!(corpus.people().len(), 40_000 - 20_000 + 1);
}

#[test]
fn middle_initials_and_generations_that_contradict_stay_apart() {
    check(
        &["John A. Roe", "John B. Roe"],
        &["John A. Roe", "John B. Roe"],
    );
    check(
        &["John A. Roe", "John B. Roe", "John Roe", "Roe"],
        &["John A. Roe", "John B. Roe", "John Roe", "Roe"],
    );
    check(
        &["John A. Roe", "John Roe", "John Adam Roe"],
        &["John Adam Roe"],
    );
    check(
        &[
            "George W. Roe",
            "George Herbert Walker Roe",
            "George H. W. Roe",
        ],
        &["George Herbert Walker Roe", "George W. Roe"],
    );
    check(
        &["John Roe Jr.", "John Roe Sr.", "Roe Jr."],
        &["John Roe Jr.", "John Roe Sr."],
    );
    check(&["John Roe III", "John Roe"], &["John Roe III"]);
}

#[test]
fn what_an_article_calls_by_two_names_is_one_elsewhere() {
    check(&["William Roe, Bill Roe", "Bill Roe"], &["Bill Roe"]);
    check(&["William Roe", "Bill Roe"], &["Bill Roe", "William Roe"]);
}

#[test]
fn a_man_and_a_woman_of_one_lone_name_are_two() {
    check(&["Roe = Mr.", "Roe = Mrs.", "Roe = Mr."], &["Roe", "Roe"]);
}
