//! Which roles a person has, the latest stated first, each once.
//!
//! Forms that differ in an article, in capitals, or in that one breaks off before
//! the other ("President", "president of Ayton") are one role: the fullest form is
//! kept where it stands, with the latest day that any of them was stated.

use std::cmp::Reverse;

use super::fold;
use super::person::{Person, StatedRole};
use crate::corpus::Article;

/// Gives everyone the roles stated in any article, which must know who its names are.
pub(super) fn record(articles: &[Option<Article>], people: &mut [Person]) {
    for article in articles.iter().flatten() {
        let date = article.document.published.map(|published| published.date);
        for (name, id) in article.analysis.names.iter().zip(&article.people) {
            let roles = name.roles.iter().map(|role| StatedRole {
                text: role.text.clone(),
                article: article.id,
                span: role.span,
                date,
                latest: date,
            });
            people[id.0 as usize].roles.extend(roles);
        }
    }
    for person in people {
        person.roles = joined(std::mem::take(&mut person.roles));
    }
}

fn joined(roles: Vec<StatedRole>) -> Vec<StatedRole> {
    let keyed = roles.into_iter().map(|role| (key(&role.text), role));
    let mut keyed: Vec<(String, StatedRole)> = keyed.collect();
    let order = |role: &StatedRole| {
        let length = role.text.chars().count();
        (
            Reverse(role.latest),
            Reverse(length),
            role.article,
            role.span,
        )
    };
    keyed.sort_by(|(key, role), (other_key, other)| {
        key.cmp(other_key)
            .then_with(|| order(role).cmp(&order(other)))
    });
    keyed.dedup_by(|(key, _), (kept, _)| key == kept);
    // What a form is the beginning of stands right behind it.
    for index in 0..keyed.len() {
        let (form, latest) = (&keyed[index].0, keyed[index].1.latest);
        let fuller = (index + 1..keyed.len())
            .take_while(|other| is_begun_by(&keyed[*other].0, form))
            .max_by_key(|other| (keyed[*other].1.latest, Reverse(*other)));
        if let Some(fuller) = fuller {
            let role = &mut keyed[fuller].1;
            role.latest = role.latest.max(latest);
            keyed[index].1.text.clear();
        }
    }
    let mut roles: Vec<StatedRole> = keyed
        .into_iter()
        .map(|(_, role)| role)
        .filter(|role| !role.text.is_empty())
        .collect();
    roles.sort_by_cached_key(order);
    roles
}

/// Whether a longer form goes on after all words of a shorter one.
fn is_begun_by(longer: &str, shorter: &str) -> bool {
    let rest = longer.strip_prefix(shorter);
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// A form without its article, small and without accents.
fn key(text: &str) -> String {
    let folded = fold::fold(text);
    let articles = ["the ", "a ", "an "];
    let bare = articles
        .iter()
        .find_map(|article| folded.strip_prefix(article));
    bare.map(str::to_owned).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use crate::corpus::sample::{Sample, corpus};

    /// The roles of a person to whom each article, by its date, gives a role.
    fn check(stated: &[(&str, &str)], expected: &[(&str, &str)]) {
        let articles = (0..).zip(stated).map(|(number, (date, role))| {
            let article = Sample::new(number).published(date);
            article
                .person("Jane Roe")
                .role(role)
                .says("", "Jane Roe spoke.")
        });
        let corpus = corpus(articles);
        let roles: Vec<(String, &str)> = corpus.people()[0]
            .roles
            .iter()
            .map(|role| (role.latest.expect("a date").to_string(), role.text.as_str()))
            .collect();
        let roles: Vec<(&str, &str)> = roles
            .iter()
            .map(|(day, text)| (day.as_str(), *text))
            .collect();
        assert_eq!(roles, expected, "of {stated:?}");
    }

    #[test]
    fn the_latest_stated_stands_first_and_each_once() {
        check(
            &[
                ("2019-05-01", "mayor"),
                ("2021-05-01", "senator"),
                ("2020-05-01", "The Mayor"),
            ],
            &[("2021-05-01", "senator"), ("2020-05-01", "The Mayor")],
        );
    }

    #[test]
    fn a_shorter_form_joins_the_fuller_and_lends_it_its_day() {
        check(
            &[
                ("2019-05-01", "the president of Ayton"),
                ("2021-05-01", "President"),
            ],
            &[("2021-05-01", "the president of Ayton")],
        );
        check(
            &[
                ("2018-05-01", "mayor of Ayton"),
                ("2020-05-01", "mayor of Beeton"),
                ("2021-05-01", "Mayor"),
            ],
            &[
                ("2021-05-01", "mayor of Beeton"),
                ("2018-05-01", "mayor of Ayton"),
            ],
        );
    }

    #[test]
    fn other_roles_stay_apart() {
        check(
            &[
                ("2019-05-01", "president"),
                ("2021-05-01", "former president"),
            ],
            &[
                ("2021-05-01", "former president"),
                ("2019-05-01", "president"),
            ],
        );
        check(
            &[
                ("2019-05-01", "president"),
                ("2020-05-01", "president-elect"),
            ],
            &[
                ("2020-05-01", "president-elect"),
                ("2019-05-01", "president"),
            ],
        );
    }
}
