//! The list of people, and decisions about who is who.

use std::cmp::Reverse;

use super::page::{Item, line};
use super::{Flat, Told, told};
use crate::casefile::{Change, Key, Value, Verdict};
use crate::corpus::{PersonId, StatedRole};

impl Flat {
    pub(super) fn people(&mut self, rest: &str) -> Told {
        let lower = rest.to_lowercase();
        let (by_name, words) = match lower.strip_prefix("by name") {
            Some(words) => (true, words.trim()),
            None => (false, lower.trim_start_matches("by mentions").trim()),
        };
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        let people = (0..).map(PersonId).zip(self.corpus.people());
        let mut listed: Vec<PersonId> = people
            .filter(|(_, person)| {
                let aliases = person.aliases.iter().map(|alias| alias.text.as_str());
                let mut forms = std::iter::once(person.name.as_str()).chain(aliases);
                words.is_empty()
                    || forms.any(|form| {
                        let form = form.to_lowercase();
                        words.iter().all(|word| form.contains(word))
                    })
            })
            .map(|(id, _)| id)
            .collect();
        if by_name {
            listed.sort_by_cached_key(|id| self.corpus.person(*id).name.to_lowercase());
        }
        if listed.is_empty() {
            return Err(if words.is_empty() {
                "Nobody is named.".to_owned()
            } else {
                format!(
                    "Nobody called “{}” is named; find forgives more.",
                    words.join(" ")
                )
            });
        }
        Ok(listed.into_iter().map(Item::Person).collect())
    }

    /// "3. Javad Zarif. Foreign minister of Iran. 9 mentions in 2 documents, last on 14 August 2021."
    pub(super) fn person_line(&self, id: PersonId) -> String {
        let person = self.corpus.person(id);
        let role = person.roles.first().map(|role| &*role.text);
        format!(
            "{}. {}",
            id.0 + 1,
            told::sentences([
                &*person.name,
                &role.map(told::sentence).unwrap_or_default(),
                &self.mentions_in_words(id),
            ])
        )
    }

    /// "9 mentions in 2 documents, last on 14 August 2021".
    pub(super) fn mentions_in_words(&self, id: PersonId) -> String {
        let person = self.corpus.person(id);
        let days = person.articles.iter().filter_map(|article| {
            let published = self.corpus.article(*article)?.document.published?;
            Some(published.date)
        });
        let last = days
            .max()
            .map(|day| format!(", last on {}", told::day(day)))
            .unwrap_or_default();
        format!(
            "{} in {}{last}",
            told::counted(person.mentions.len(), "mention"),
            told::counted(person.articles.len(), "document"),
        )
    }

    pub(super) fn suggestions(&mut self) -> Told {
        let open = self.corpus.suggestions().iter().filter(|pair| {
            let key = |id| self.corpus.person(id).key.clone();
            let pair = Key::pair(key(pair.one), key(pair.other));
            !self.case.has(&pair)
        });
        let items: Vec<Item> = open
            .map(|pair| {
                let (one, other) = (pair.one.0 + 1, pair.other.0 + 1);
                Item::Line(format!(
                    "{one} {} and {other} {}: {}. Say same {one} {other}, or different {one} {other}.",
                    self.corpus.person(pair.one).name,
                    self.corpus.person(pair.other).name,
                    pair.alike.words()
                ))
            })
            .collect();
        if items.is_empty() {
            return Err("No two people look like one.".to_owned());
        }
        Ok(items)
    }

    pub(super) fn same(&mut self, rest: &str) -> Told {
        self.judge(rest, Verdict::Same)
    }

    pub(super) fn different(&mut self, rest: &str) -> Told {
        self.judge(rest, Verdict::Different)
    }

    fn judge(&mut self, rest: &str, verdict: Verdict) -> Told {
        let (one, other) = self.two_people(rest)?;
        let (one, other) = (self.corpus.person(one), self.corpus.person(other));
        let are = match verdict {
            Verdict::Same => "are one person",
            Verdict::Different => "are two people",
            Verdict::Unsure => "may be one person",
        };
        let title = format!("{} and {} {are}", one.name, other.name);
        let pair = Key::pair(one.key.clone(), other.key.clone());
        Ok(self.change(Change::new(title).set(pair, Value::Verdict(verdict))))
    }

    pub(super) fn hide(&mut self, rest: &str) -> Told {
        if let Some(event) = rest.strip_prefix("event") {
            return self.hide_event(event.trim());
        }
        let person = self.person_of(rest)?;
        let person = self.corpus.person(person);
        let title = format!("{} is hidden", person.name);
        let key = Key::HiddenPerson(person.key.clone());
        Ok(self.change(Change::new(title).set(key, Value::Yes)))
    }

    pub(super) fn rename(&mut self, rest: &str) -> Told {
        let parts = rest.split_once(" to ");
        let (who, name) = parts.ok_or("Say who and how: rename 3 to Javad Zarif.")?;
        let (who, name) = (self.person_of(who)?, name.trim());
        if name.is_empty() {
            return Err("The new name is missing.".to_owned());
        }
        let person = self.corpus.person(who);
        let title = format!("{} goes by {name}", person.name);
        let key = Key::Renamed(person.key.clone());
        Ok(self.change(Change::new(title).set(key, Value::Text(name.to_owned()))))
    }

    pub(super) fn add(&mut self, rest: &str) -> Told {
        if rest.is_empty() {
            return Err("Say the name as it is written: add Jean Arnault.".to_owned());
        }
        let title = format!("{rest} is looked for in every text");
        let key = Key::AddedPerson(rest.to_owned());
        let mut items = self.change(Change::new(title).set(key, Value::Yes));
        let called = |name: &str| name.to_lowercase() == rest.to_lowercase();
        let mut people = (0..).map(PersonId).zip(self.corpus.people());
        match people.find(|(_, person)| called(&person.name)) {
            Some((id, _)) => items.push(Item::Person(id)),
            None => items.extend(line(format!("No text has “{rest}” as a word of its own."))),
        }
        Ok(items)
    }

    /// "Foreign minister, in document 1, 14 August 2021."
    pub(super) fn role_line(&self, role: &StatedRole) -> String {
        let date = role
            .date
            .map(|date| format!(", {}", told::day(date)))
            .unwrap_or_default();
        format!(
            "Role: {}, in document {}{date}.",
            role.text,
            self.number_of(role.article)
        )
    }

    /// The others in the same sentences, the most frequent first.
    pub(super) fn company_line(&self, id: PersonId) -> Option<String> {
        const MOST: usize = 8;
        let mut company = self.corpus.person(id).company.clone();
        company.sort_by_key(|(_, count)| Reverse(*count));
        let shown = company.iter().filter(|(id, _)| self.corpus.is_shown(*id));
        let named: Vec<String> = shown
            .take(MOST)
            .map(|(id, count)| {
                format!(
                    "{} (person {}, {count})",
                    self.corpus.person(*id).name,
                    id.0 + 1
                )
            })
            .collect();
        (!named.is_empty()).then(|| format!("With: {}.", named.join(", ")))
    }
}
