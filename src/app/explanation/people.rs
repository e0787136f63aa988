//! Why each form of a name was taken for the person: a step a form, in plain words.

use super::steps::{Fact, Heading, Standing, Step};
use super::words;
use crate::analysis::people::{Among, Join};
use crate::app::Place;
use crate::corpus::{Corpus, Form, Lead, Link, MentionId, PersonId};
use crate::document::one_line;

/// Explains every form of the person a mention stands for, the most frequent first.
pub(super) fn explain(corpus: &Corpus, mention: MentionId) -> Vec<Step> {
    let Some(person) = person_of(corpus, mention) else {
        return Vec::new();
    };
    let forms = corpus.forms(person);
    let count = forms.len();
    let mut steps = Vec::with_capacity(count);
    for (account, form) in forms.iter().enumerate() {
        let lead = match count {
            0 | 1 => String::new(),
            _ => format!("form {} of {count}", account + 1),
        };
        steps.extend(step(corpus, person, form, account, lead));
    }
    if let Some(first) = steps.first_mut() {
        first.facts.extend(perhaps(corpus, person));
    }
    steps
}

/// Finds the step of the form that a mention has.
pub(super) fn first_of(corpus: &Corpus, mention: MentionId) -> Option<usize> {
    let person = person_of(corpus, mention)?;
    let (text, join, link) = corpus.form_of(mention)?;
    let text = one_line(text);
    corpus
        .forms(person)
        .iter()
        .position(|form| (form.text.as_str(), form.join, form.link) == (&text, join, link))
}

fn person_of(corpus: &Corpus, mention: MentionId) -> Option<PersonId> {
    let article = corpus.article(mention.article)?;
    let name = article.analysis.mentions.get(mention.index as usize)?.name;
    article.people.get(name.0 as usize).copied()
}

fn step(
    corpus: &Corpus,
    person: PersonId,
    form: &Form,
    account: usize,
    lead: String,
) -> Option<Step> {
    let article = corpus.article(form.first.article)?;
    let mention = article.analysis.mentions.get(form.first.index as usize)?;
    let name = &article.analysis.names.get(mention.name.0 as usize)?.full;
    let everywhere = corpus.person(person);
    let pile = match everywhere.articles.len() {
        1 => "no other article names the person".to_owned(),
        _ => across(form.link, name, &everywhere.name),
    };
    Some(Step {
        account,
        standing: Standing::Asked,
        place: Place::of_mention(corpus, form.first)?,
        expression: Some(mention.span),
        title: corpus.person(person).name.clone(),
        heading: Heading {
            lead,
            article: Some(article.document.headline.clone()),
            sentence: words::sentence(mention.sentence),
        },
        facts: vec![
            fact("form", frequency(form)),
            fact("here", within(form.join, name)),
            fact("pile", pile),
        ],
    })
}

fn fact(label: &'static str, words: String) -> Fact {
    Fact {
        label,
        words,
        known: None,
    }
}

fn frequency(form: &Form) -> String {
    let times = match form.count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    };
    let articles = match form.articles {
        1 => "one article".to_owned(),
        count => format!("{count} articles"),
    };
    format!("“{}”, {times} in {articles}", form.text)
}

/// Why a form stands for a name of its article.
fn within(join: Join, name: &str) -> String {
    let what = match join {
        Join::Itself => return "the fullest form of the name in the article".to_owned(),
        Join::Spelling => {
            return format!("the same as “{name}” but for capitals, accents or marks");
        }
        Join::Family => {
            return "a name for several of one surname, taken for none of them".to_owned();
        }
        Join::Role => {
            return format!("a role that only “{name}” was introduced with in the article");
        }
        Join::Shortened(_) => format!("“{name}” with words left out or cut to initials"),
        Join::Nickname(_) => format!("“{name}” by a short form of the given name"),
        Join::Surname(_) => format!("the surname of “{name}”"),
        Join::Inner(_) => format!("a word inside “{name}”, or half of a double surname"),
        Join::Given(_) => format!("the first word of “{name}”"),
    };
    let among = match join.among() {
        Some(Among::Only) | None => "nobody else in the article can be meant",
        Some(Among::Gender) => "the others it could be differ in gender or title",
        Some(Among::Title) => "title or age single out one of those it could be",
        Some(Among::Nearest) => "of those it could be, the one named last",
    };
    format!("{what}; {among}")
}

/// Why a name of one article is this person among all articles.
fn across(link: Link, name: &str, person: &str) -> String {
    let what = match link {
        Link::Full => {
            return "joined to other articles by first and last word of the name".to_owned();
        }
        Link::Alone => {
            return "stands alone: no fuller name in the pile clearly explains it".to_owned();
        }
        Link::Family => return "joined to other articles as the family of this surname".to_owned(),
        Link::Decided => return "because you said so".to_owned(),
        Link::Shortened(_) => {
            format!("“{name}” is “{person}” with words left out or cut to initials")
        }
        Link::Also(_) => format!("some article calls one person both “{name}” and “{person}”"),
        Link::Surname(_) => format!("the article has only “{name}”, the surname of “{person}”"),
        Link::Called(_) => format!("some article calls “{person}” “{name}”"),
    };
    let lead = match link.lead() {
        Some(Lead::Only) | None => "nobody else in the pile can be meant",
        Some(Lead::Clearly) => "the next it could be is named five times less often",
    };
    format!("{what}; {lead}")
}

/// Who else it may be, as one fact.
fn perhaps(corpus: &Corpus, person: PersonId) -> Option<Fact> {
    let others = corpus.perhaps_also(person);
    let told = others
        .iter()
        .take(5)
        .map(|(other, alike)| format!("{} ({})", corpus.person(*other).name, alike.words()));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| fact("maybe", format!("perhaps also: {}", told.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::super::{Explanation, Subject};
    use crate::analysis::{Lexicon, analyse};
    use crate::app::keymap::Keymap;
    use crate::corpus::{ArticleId, Corpus, MentionId};
    use crate::document::Document;

    fn corpus(texts: &[&str]) -> Corpus {
        let mut corpus = Corpus::default();
        let arrivals = (0..).zip(texts).map(|(number, text)| {
            let document = Document::given(&format!("text-{number}"), text, None);
            let analysis = analyse(&document, Lexicon::english());
            (ArticleId(number), document, analysis)
        });
        corpus.absorb(arrivals.collect());
        corpus.settle();
        corpus
    }

    /// What is said of one mention's form.
    fn check(texts: &[&str], (article, index): (u32, u32), expected: [&str; 3]) {
        let corpus = corpus(texts);
        let mention = MentionId {
            article: ArticleId(article),
            index,
        };
        let subject = Subject::Person(mention);
        let open = Explanation::open(&corpus, subject, &Keymap::default(), (80, 24));
        let open = open.expect("the person is explained");
        let facts: Vec<&str> = open
            .step()
            .facts
            .iter()
            .map(|fact| fact.words.as_str())
            .collect();
        assert_eq!(facts[..3], expected, "{texts:?}");
    }

    #[test]
    fn a_form_says_why_it_was_joined_here_and_in_the_pile() {
        let texts = [
            "Minister John Roebart met the press. Roebart spoke.",
            "Mr. Roebart left.",
        ];
        let alone = "the fullest form of the name in the article";
        check(
            &texts,
            (0, 0),
            [
                "“John Roebart”, once in one article",
                alone,
                "joined to other articles by first and last word of the name",
            ],
        );
        check(
            &texts,
            (0, 1),
            [
                "“Roebart”, once in one article",
                "the surname of “John Roebart”; nobody else in the article can be meant",
                "joined to other articles by first and last word of the name",
            ],
        );
        check(
            &texts,
            (1, 0),
            [
                "“Roebart”, once in one article",
                alone,
                "the article has only “Roebart”, the surname of “John Roebart”; nobody else in the pile can be meant",
            ],
        );
    }
}
