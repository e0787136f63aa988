//! Who or what a user means: a number, or words.

use super::Flat;
use crate::corpus::search::{Hits, Question, Scope, Target};
use crate::corpus::{ArticleId, EventId, PersonId};

/// How many people are told where words fit several.
const MOST: usize = 5;

impl Flat {
    /// Finds a document by its number.
    ///
    /// # Errors
    /// A sentence where there is none of that number.
    pub(super) fn document_of(&self, word: &str) -> Result<ArticleId, String> {
        let count = self.shelf.all.len();
        match number(word) {
            Some(number) if (1..=count).contains(&number) => Ok(self.shelf.all[number - 1]),
            Some(_) | None => Err(format!(
                "“{word}” is no document; they are numbered from 1 to {count}."
            )),
        }
    }

    /// Returns the number of a document.
    pub(super) fn number_of(&self, article: ArticleId) -> usize {
        let place = self.shelf.all.binary_search(&article);
        place.map_or(0, |place| place + 1)
    }

    /// Finds an event by its number.
    ///
    /// # Errors
    /// A sentence where there is none of that number.
    pub(super) fn event_of(&self, word: &str) -> Result<EventId, String> {
        let count = self.corpus.events().len();
        match number(word) {
            Some(number) if (1..=count).contains(&number) => Ok(EventId(number as u32 - 1)),
            Some(_) | None => Err(format!(
                "“{word}” is no event; they are numbered from 1 to {count}."
            )),
        }
    }

    /// Finds the event spoken of last.
    pub(super) fn last_event(&self) -> Option<EventId> {
        self.corpus.event_of(self.spoken.event?)
    }

    /// Finds a person by number or words; quotation marks around them do not count.
    ///
    /// # Errors
    /// A sentence where nobody or several are meant.
    pub(super) fn person_of(&mut self, words: &str) -> Result<PersonId, String> {
        let words = words.trim_matches(['"', '“', '”', '\'', ' ']);
        if words.is_empty() {
            return Err("A person is missing: a name, or a number that people tells.".to_owned());
        }
        let count = self.corpus.people().len();
        if let Some(number) = number(words) {
            return if (1..=count).contains(&number) {
                Ok(PersonId(number as u32 - 1))
            } else {
                Err(format!(
                    "There is no person {number}; they are numbered from 1 to {count}."
                ))
            };
        }
        self.person_called(words)
    }

    fn person_called(&mut self, words: &str) -> Result<PersonId, String> {
        let hits = self.look_for(words, Scope::People, 200).hits;
        let found: Vec<PersonId> = hits
            .iter()
            .filter_map(|hit| match hit.target {
                Target::Person(person) => Some(person),
                Target::Article(_) | Target::Event(_) | Target::Action(_) => None,
            })
            .filter(|person| self.corpus.is_shown(*person))
            .collect();
        let exact: Vec<PersonId> = found
            .iter()
            .copied()
            .filter(|person| self.is_called(*person, words))
            .collect();
        let whole: Vec<PersonId> = exact
            .iter()
            .copied()
            .filter(|person| {
                self.corpus.person(*person).name.to_lowercase() == words.to_lowercase()
            })
            .collect();
        let meant = [whole, exact, found];
        match meant.iter().find(|people| !people.is_empty()) {
            None => Err(format!("Nobody called “{words}” is named.")),
            Some(people) => match people[..] {
                [person] => Ok(person),
                _ => Err(self.several(words, people)),
            },
        }
    }

    /// Says whether each of the words is a word of the name or of another form of it.
    fn is_called(&self, person: PersonId, words: &str) -> bool {
        let person = self.corpus.person(person);
        let forms = person.aliases.iter().map(|alias| alias.text.as_str());
        let has_all = |form: &str| {
            let form = form.to_lowercase();
            let own: Vec<&str> = form.split([' ', '-', '‑']).collect();
            let words = words.to_lowercase();
            words.split([' ', '-', '‑']).all(|word| own.contains(&word))
        };
        has_all(&person.name) || forms.into_iter().any(has_all)
    }

    fn several(&self, words: &str, people: &[PersonId]) -> String {
        let named: Vec<String> = people
            .iter()
            .take(MOST)
            .map(|person| format!("{} {}", person.0 + 1, self.corpus.person(*person).name))
            .collect();
        let more = if people.len() > MOST {
            " or others"
        } else {
            ""
        };
        format!(
            "“{words}” may be {}{more}; say the number.",
            named.join(" or ")
        )
    }

    /// Finds two people: “3 8”, “3, 8”, “zarif and zariff”, “"a b" "c d"”.
    ///
    /// # Errors
    /// A sentence where they are not two, or one cannot be found.
    pub(super) fn two_people(&mut self, rest: &str) -> Result<(PersonId, PersonId), String> {
        let (one, other) = two(rest).ok_or_else(|| {
            "Two people are wanted, with a comma between: same 3, 8 or same zarif, javad zarif."
                .to_owned()
        })?;
        let (one, other) = (self.person_of(one)?, self.person_of(other)?);
        if one == other {
            let name = &self.corpus.person(one).name;
            return Err(format!("Both are person {}, {name}.", one.0 + 1));
        }
        Ok((one, other))
    }

    /// Finds what fits some words; what is needed for that is made when it is first asked.
    pub(super) fn look_for(&mut self, words: &str, scope: Scope, limit: usize) -> Hits {
        let question = Question {
            query: words.to_owned(),
            scope,
            seen: Vec::new(),
        };
        self.catalogue.complete(&self.corpus, scope);
        self.catalogue.answer(&self.corpus, &question, limit)
    }
}

/// A number, with or without “number” before or a full stop behind.
pub(super) fn number(word: &str) -> Option<usize> {
    word.trim().trim_end_matches('.').parse().ok()
}

/// Parts a line into what names one and what names another.
fn two(rest: &str) -> Option<(&str, &str)> {
    let trimmed = |(one, other): (&'_ str, &'_ str)| {
        let (one, other) = (one.trim(), other.trim());
        (!one.is_empty() && !other.is_empty()).then_some((one.len(), other.len()))
    };
    for between in [",", " and ", " = ", "\" \"", "” “"] {
        if let Some(parts) = rest.split_once(between)
            && trimmed(parts).is_some()
        {
            return Some((parts.0.trim(), parts.1.trim()));
        }
    }
    let parts = rest.split_once(' ')?;
    let is_one = !parts.1.trim().contains(' ');
    (is_one && trimmed(parts).is_some()).then_some((parts.0.trim(), parts.1.trim()))
}

#[cfg(test)]
mod tests {
    use super::two;

    #[test]
    fn two_are_parted_by_a_comma_a_word_or_marks() {
        for (line, wanted) in [
            ("3 8", Some(("3", "8"))),
            ("javad zarif, m. zarif", Some(("javad zarif", "m. zarif"))),
            ("zarif and javad zarif", Some(("zarif", "javad zarif"))),
            ("\"a b\" \"c d\"", Some(("\"a b", "c d\""))),
            ("a b c", None),
            ("a", None),
            (",", None),
            ("", None),
        ] {
            assert_eq!(two(line), wanted, "{line}");
        }
    }
}
