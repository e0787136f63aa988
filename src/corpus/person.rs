//! Who it is across all articles.

use std::cmp::Reverse;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::amend::Forced;
use super::decisions::Decisions;
use super::join::{self, Identity};
use super::reading::Reading;
use super::roles;
use crate::analysis::people::NameKind;
use crate::casefile::PersonKey;
use crate::corpus::{Article, ArticleId, EventId};
use crate::document::Span;

/// A person's position in [`Corpus::people`](super::Corpus::people); holds until the next absorb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u32);

/// A mention, by article and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId {
    pub article: ArticleId,
    pub index: u32,
}

/// Another form of the name, and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    pub text: String,
    pub count: u32,
}

/// A role, with where and when it was stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedRole {
    pub text: String,
    pub article: ArticleId,
    pub span: Span,
    /// When the article that says so was published.
    pub date: Option<NaiveDate>,
    /// When it was last stated, be it in a shorter form ("President").
    pub latest: Option<NaiveDate>,
}

/// Who it is across all articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub key: PersonKey,
    /// Whether it is somebody, or several of one surname.
    pub kind: NameKind,
    /// The canonical name: the fullest form, the most frequent among equals.
    pub name: String,
    pub aliases: Vec<Alias>,
    /// Each once, in its fullest form; the latest stated first, then the longest.
    pub roles: Vec<StatedRole>,
    /// By article and place.
    pub mentions: Vec<MentionId>,
    /// Events they are in, in order of time.
    pub events: Vec<EventId>,
    /// Articles they are in, by number.
    pub articles: Vec<ArticleId>,
    /// Others in the same sentences with how often, most first.
    pub company: Vec<(PersonId, u32)>,
}

/// Everyone named in any article, and who each key stands for.
pub(super) struct People {
    /// Most mentioned first, then by name and key; those hidden last.
    pub people: Vec<Person>,
    /// How many are not hidden.
    pub shown: usize,
    pub keys: FxHashMap<PersonKey, PersonId>,
}

/// Joins the names of all articles into people, and tells each article who its names are.
pub(super) fn gather(
    articles: &mut [Option<Article>],
    readings: &[Option<Reading>],
    decisions: &Decisions,
    forced: &[Forced],
) -> People {
    let mut joined = join::join(readings);
    decisions.rejoin(&mut joined, articles, readings, forced);
    let names = Names::choose(&joined, readings);
    let hidden = hidden(&joined.identities, &names.mentions, decisions);
    let mut order: Vec<u32> = (0..joined.identities.len() as u32).collect();
    order.sort_by_cached_key(|index| {
        let index = *index as usize;
        (
            hidden.contains(&joined.identities[index].key),
            Reverse(names.mentions[index]),
            names.chosen[index].0.clone(),
            joined.identities[index].key.clone(),
        )
    });
    let mut position = vec![PersonId(0); order.len()];
    for (place, index) in (0..).zip(&order) {
        position[*index as usize] = PersonId(place);
    }
    let mut people: Vec<Person> = order
        .iter()
        .map(|index| {
            Person::named(
                &joined.identities[*index as usize],
                &names.chosen[*index as usize],
            )
        })
        .collect();
    for (article, names) in articles.iter_mut().zip(&joined.names) {
        if let Some(article) = article {
            article.people = names
                .iter()
                .map(|(name, _)| position[*name as usize])
                .collect();
            article.links = names.iter().map(|(_, link)| *link).collect();
        }
    }
    rename(&mut people, &joined.identities, &position, decisions);
    record_mentions(articles, &mut people);
    roles::record(articles, &mut people);
    let shown = people.len() - hidden.len();
    record_company(articles, &mut people, shown);
    People {
        shown,
        people,
        keys: keys(&joined.identities, &position),
    }
}

/// The keys of those the reader has hidden, and of names whose mentions have
/// all become an added one's.
fn hidden(identities: &[Identity], mentions: &[u64], decisions: &Decisions) -> FxHashSet<String> {
    if decisions.hidden.is_empty() && decisions.added.is_empty() {
        return FxHashSet::default();
    }
    let wanted: FxHashSet<&str> = decisions.hidden.iter().map(|key| key.0.as_str()).collect();
    let is_wanted = |identity: &Identity| {
        let mut others = identity.other_keys.iter();
        wanted.contains(identity.key.as_str())
            || others.any(|key| key.contains(' ') && wanted.contains(key.as_str()))
    };
    let is_unnamed = |count: u64| count == 0 && !decisions.added.is_empty();
    let found = identities.iter().zip(mentions);
    let found = found.filter(|(identity, count)| is_wanted(identity) || is_unnamed(**count));
    found.map(|(identity, _)| identity.key.clone()).collect()
}

/// Gives people the names the reader has given them; the ones before become aliases.
fn rename(
    people: &mut [Person],
    identities: &[Identity],
    position: &[PersonId],
    decisions: &Decisions,
) {
    if decisions.renamed.is_empty() {
        return;
    }
    let keys = keys(identities, position);
    for (key, name) in &decisions.renamed {
        let Some(person) = keys.get(key) else {
            continue;
        };
        let person = &mut people[person.0 as usize];
        let before = std::mem::replace(&mut person.name, name.clone());
        person.aliases.retain(|alias| alias.text != *name);
        if before != *name {
            let text = before;
            person.aliases.insert(0, Alias { text, count: 0 });
        }
    }
}

fn keys(identities: &[Identity], position: &[PersonId]) -> FxHashMap<PersonKey, PersonId> {
    let mut keys = FxHashMap::default();
    for (identity, person) in identities.iter().zip(position) {
        keys.insert(PersonKey(identity.key.clone()), *person);
    }
    let mut by_position: Vec<_> = identities.iter().zip(position).collect();
    by_position.sort_unstable_by_key(|(_, person)| **person);
    for (identity, person) in by_position {
        for key in &identity.other_keys {
            keys.entry(PersonKey(key.clone())).or_insert(*person);
        }
    }
    keys
}

impl Person {
    fn named(identity: &Identity, (name, aliases): &(String, Vec<Alias>)) -> Self {
        Self {
            key: PersonKey(identity.key.clone()),
            kind: identity.kind,
            name: name.clone(),
            aliases: aliases.clone(),
            roles: Vec::new(),
            mentions: Vec::new(),
            events: Vec::new(),
            articles: Vec::new(),
            company: Vec::new(),
        }
    }
}

/// How each identity is spelled.
struct Names {
    /// The canonical name and the other forms.
    chosen: Vec<(String, Vec<Alias>)>,
    mentions: Vec<u64>,
}

/// One of so many mentions by a name of several words is too few for its form
/// to be the canonical name: it is more often a mistake of the finder.
const RARE: u32 = 20;

impl Names {
    fn choose(joined: &join::Joined, readings: &[Option<Reading>]) -> Self {
        let mut counts: FxHashMap<(u32, &str), u32> = FxHashMap::default();
        let mut mentions = vec![0; joined.identities.len()];
        for (reading, identities) in readings.iter().zip(&joined.names) {
            let names = reading.iter().flat_map(|reading| &reading.names);
            for (name, (identity, _)) in names.zip(identities) {
                mentions[*identity as usize] += u64::from(name.mentions + name.described);
                for (form, count) in &name.forms {
                    *counts.entry((*identity, form)).or_default() += count;
                }
            }
        }
        let mut forms: Vec<Vec<(&str, u32)>> = vec![Vec::new(); joined.identities.len()];
        for ((identity, form), count) in counts {
            forms[identity as usize].push((form, count));
        }
        let chosen = forms.into_iter().map(Self::choose_one).collect();
        Self { chosen, mentions }
    }

    /// Picks the fullest form as the name; the others, most frequent first, are aliases.
    fn choose_one(mut forms: Vec<(&str, u32)>) -> (String, Vec<Alias>) {
        let of_several_words: u32 = forms
            .iter()
            .filter(|(form, _)| form.contains(' '))
            .map(|(_, count)| count)
            .sum();
        let rank = |(form, count): &(&str, u32)| {
            let shouts = !form.contains(char::is_lowercase);
            let is_rare = count * RARE < of_several_words;
            let words = form.split(' ').count();
            (
                is_rare,
                Reverse(words),
                shouts,
                Reverse(*count),
                Reverse(form.len()),
            )
        };
        forms.sort_unstable_by(|one, other| rank(one).cmp(&rank(other)).then(one.0.cmp(other.0)));
        let Some((name, _)) = forms.first().copied() else {
            return (String::new(), Vec::new());
        };
        let mut seen = FxHashSet::from_iter([name.to_lowercase()]);
        forms.sort_unstable_by_key(|(form, count)| (Reverse(*count), *form));
        let aliases = forms
            .into_iter()
            .filter(|(form, _)| seen.insert(form.to_lowercase()))
            .map(|(form, count)| Alias {
                text: form.to_owned(),
                count,
            });
        (name.to_owned(), aliases.collect())
    }
}

fn record_mentions(articles: &[Option<Article>], people: &mut [Person]) {
    for article in articles.iter().flatten() {
        for (index, mention) in (0..).zip(&article.analysis.mentions) {
            let person = &mut people[article.who(mention.name).0 as usize];
            person.mentions.push(MentionId {
                article: article.id,
                index,
            });
        }
        for id in &article.people {
            let person = &mut people[id.0 as usize];
            if person.articles.last() != Some(&article.id) {
                person.articles.push(article.id);
            }
        }
    }
}

/// A sentence that names more people is a list: only the first of them keep company.
const MOST_IN_COMPANY: usize = 24;

/// Tells the first `shown` people who is named beside them.
fn record_company(articles: &[Option<Article>], people: &mut [Person], shown: usize) {
    let mut pairs: Vec<(PersonId, PersonId)> = Vec::new();
    for article in articles.iter().flatten() {
        for sentence in article
            .analysis
            .mentions
            .chunk_by(|one, next| one.sentence == next.sentence)
        {
            let mut present: Vec<PersonId> = Vec::new();
            for mention in sentence {
                let person = article.who(mention.name);
                let is_shown = (person.0 as usize) < shown;
                if is_shown && present.len() < MOST_IN_COMPANY && !present.contains(&person) {
                    present.push(person);
                }
            }
            for one in &present {
                pairs.extend(
                    present
                        .iter()
                        .filter(|other| *other != one)
                        .map(|other| (*one, *other)),
                );
            }
        }
    }
    pairs.sort_unstable();
    for same in pairs.chunk_by(|one, next| one == next) {
        let (one, other) = same[0];
        people[one.0 as usize]
            .company
            .push((other, same.len() as u32));
    }
    for person in people {
        person
            .company
            .sort_unstable_by_key(|(other, count)| (Reverse(*count), *other));
    }
}
