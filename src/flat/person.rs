//! All of a person in lines, and the sentences that name them, one by one.

use super::page::{Item, line};
use super::{Flat, Told, told};
use crate::corpus::{MentionId, PersonId};

/// Quotations and events told with the person at once; the lists tell the rest.
const MOST: usize = 10;

impl Flat {
    pub(super) fn person(&mut self, rest: &str) -> Told {
        let id = match (rest, &self.spoken.person) {
            ("", Some((key, _))) => {
                let known = self.corpus.person_by_key(key);
                known.ok_or("This person is no longer there.")?
            }
            ("", None) => return Err("Say who: person 1, or person zarif.".to_owned()),
            (words, _) => self.person_of(words)?,
        };
        let person = self.corpus.person(id);
        let mut items = line(format!("Person {}: {}.", id.0 + 1, person.name));
        let aliases: Vec<&str> = person.aliases.iter().map(|alias| &*alias.text).collect();
        if !aliases.is_empty() {
            items.extend(line(format!("Also: {}.", aliases.join(", "))));
        }
        items.extend(line(told::sentence(&self.mentions_in_words(id))));
        let roles = person.roles.iter();
        items.extend(roles.map(|role| Item::Line(self.role_line(role))));
        items.extend(self.company_line(id).map(Item::Line));
        items.extend(self.quote_lines(id));
        let count = person.events.len();
        if count > 0 {
            items.extend(line(format!("{}:", told::counted(count, "event"))));
            items.extend(person.events.iter().take(MOST).map(|id| Item::Event(*id)));
            if count > MOST {
                let all = id.0 + 1;
                items.extend(line(format!("timeline person {all} tells all of them.")));
            }
        }
        items.extend(line("mention next steps through the sentences."));
        self.spoken.person = Some((person.key.clone(), None));
        Ok(items)
    }

    fn quote_lines(&self, id: PersonId) -> Vec<Item> {
        let mut told = Vec::new();
        let mut count = 0;
        for &article in &self.corpus.person(id).articles {
            let Some(article) = self.corpus.article(article) else {
                continue;
            };
            for quote in &article.analysis.quotes {
                let speaker = quote.speaker;
                if speaker.and_then(|name| article.people.get(name.0 as usize)) != Some(&id) {
                    continue;
                }
                count += 1;
                if count > MOST {
                    continue;
                }
                let published = article.document.published;
                let date = published.map(|published| format!(", {}", told::day(published.date)));
                told.push(Item::Line(format!(
                    "Quoted in document {}{}: {}",
                    self.number_of(article.id),
                    date.unwrap_or_default(),
                    quote.span.of(&article.document.text)
                )));
            }
        }
        if count > MOST {
            told.push(Item::Line(format!(
                "And {} more.",
                told::counted(count - MOST, "quotation")
            )));
        }
        told
    }

    pub(super) fn mention(&mut self, rest: &str) -> Told {
        let wanted = rest.to_lowercase();
        let forward = match wanted.as_str() {
            "" => true,
            word if "next".starts_with(word) => true,
            word if "back".starts_with(word) || "previous".starts_with(word) => false,
            _ => return Err("Say mention next or mention back.".to_owned()),
        };
        let Some((key, at)) = self.spoken.person.clone() else {
            return Err("Say who first: person 1.".to_owned());
        };
        let known = self.corpus.person_by_key(&key);
        let id = known.ok_or("This person is no longer there.")?;
        let person = self.corpus.person(id);
        let next = match (at, forward) {
            (None, true) => Some(0),
            (None, false) => person.mentions.len().checked_sub(1),
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        let next = next.filter(|next| *next < person.mentions.len());
        let Some(next) = next else {
            let which = if forward { "last" } else { "first" };
            return Err(format!("That was the {which} mention of {}.", person.name));
        };
        let mention = person.mentions[next];
        let lead = format!("Mention {} of {}", next + 1, person.mentions.len());
        self.spoken.person = Some((key, Some(next)));
        let told = self.mention_line(mention, &lead);
        self.spoken.article = Some(mention.article);
        told.map(line)
            .ok_or_else(|| "This mention is no longer there.".to_owned())
    }

    /// The sentence of a mention; it becomes the place `read` goes on from.
    fn mention_line(&mut self, id: MentionId, lead: &str) -> Option<String> {
        let number = self.number_of(id.article);
        let article = self.corpus.article(id.article)?;
        let mention = article.analysis.mentions.get(id.index as usize)?;
        let sentence = article.analysis.sentences.get(mention.sentence as usize)?;
        let text = sentence.span.of(&article.document.text);
        Some(format!(
            "{lead}, document {number}, sentence {}: {text}",
            mention.sentence + 1
        ))
    }
}
