//! Joins the names of one article to the people they stand for.
//!
//! Full forms come first, the fullest leading: one joins another when it leaves
//! out words of it, shortens them to initials or uses a nickname. A lone word
//! then stands for the full name it ends; failing that for one it is an inner
//! word of; failing that for one it begins. Of several bearers those of another
//! gender fall out, then a title decides, then who was named last. A name for
//! several of one surname is a family's, never one person's.

mod bearers;
mod family;
mod form;
#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};

use super::find::Found;
use super::lists::Lists;
use super::pieces::Pieces;
use super::{Among, Join, Mention, MentionKind, Name, NameId, NameKind};
use bearers::{Bearers, Way};
use family::Families;
use form::{Age, Form, Forms, Gender, Place};

/// The names of an article and where each stands.
pub(super) fn join(
    pieces: &Pieces<'_>,
    found: &[Found],
    lists: &Lists,
) -> (Vec<Name>, Vec<Mention>) {
    let forms = Forms::collect(pieces, found);
    let bearers = Bearers::of_full_forms(&forms);
    let families = Families::new(pieces, lists, &bearers, &forms);
    let mut joiner = Joiner::new(&forms, &bearers);
    let mut kept = Vec::with_capacity(found.len());
    for (index, (place, found)) in forms.places.iter().zip(found).enumerate() {
        let form = &forms.all[place.form];
        kept.push(match families.surname(found, form) {
            Some(surname) => joiner.family(&surname),
            None => joiner.person(index, place),
        });
    }
    let families = joiner.families;
    number_by_place(&forms, found, &kept, &families, pieces)
}

/// Whom a mention stands for, and why.
#[derive(Debug, Clone, Copy)]
struct Joined {
    group: usize,
    join: Join,
}

/// What is known of a person at some place of the text.
#[derive(Debug)]
struct Known<'f> {
    gender: Option<Gender>,
    /// What the given name tells, where nothing else does.
    by_name: Gender,
    age: Option<Age>,
    titles: Vec<&'f str>,
    /// The mention before.
    last_seen: Option<usize>,
    /// The first mention by a full form.
    first: usize,
    /// The only form of somebody never named in full.
    lone_form: Option<usize>,
}

impl Default for Known<'_> {
    fn default() -> Self {
        Self {
            gender: None,
            by_name: Gender::Unknown,
            age: None,
            titles: Vec::new(),
            last_seen: None,
            first: 0,
            lone_form: None,
        }
    }
}

impl Known<'_> {
    fn gender(&self) -> Gender {
        self.gender.unwrap_or(self.by_name)
    }

    fn has_title(&self, title: &str) -> bool {
        self.titles.iter().any(|known| same_title(known, title))
    }
}

/// Goes through the mentions in order of the text.
struct Joiner<'f> {
    forms: &'f Forms<'f>,
    bearers: &'f Bearers,
    known: Vec<Known<'f>>,
    /// Words that stand alone for a man and for a woman.
    of_both: FxHashSet<&'f str>,
    /// Groups of lone words that stand for nobody named in full, by word.
    lone: FxHashMap<&'f str, Vec<usize>>,
    /// Names of families by their group, and the group by the folded surname.
    families: FxHashMap<usize, String>,
    family_of: FxHashMap<String, usize>,
    /// Whom the present mention may stand for; kept for its memory.
    candidates: Vec<(usize, Option<Way>)>,
}

impl<'f> Joiner<'f> {
    fn new(forms: &'f Forms<'f>, bearers: &'f Bearers) -> Self {
        let mut known: Vec<Known<'f>> = Vec::new();
        known.resize_with(bearers.fullest.len(), Known::default);
        for (known, fullest) in known.iter_mut().zip(&bearers.fullest) {
            let form = &forms.all[*fullest];
            let given = form.words.first().map_or("", |word| word.text.as_str());
            known.by_name = Gender::of_given_name(given);
            known.age = Some(Age::of_form(form)).filter(|age| *age != Age::Unknown);
        }
        for (index, place) in forms.places.iter().enumerate().rev() {
            if let [group] = bearers.of_form[place.form].as_slice() {
                let known = &mut known[*group];
                known.first = index;
                note(known, place);
            }
        }
        Self {
            forms,
            bearers,
            known,
            of_both: of_both(forms),
            lone: FxHashMap::default(),
            families: FxHashMap::default(),
            family_of: FxHashMap::default(),
            candidates: Vec::new(),
        }
    }

    fn family(&mut self, surname: &str) -> Joined {
        let next = self.known.len();
        let key = super::lists::fold(surname);
        let group = *self.family_of.entry(key).or_insert(next);
        if group == next {
            self.known.push(Known::default());
            self.families.insert(group, family::plural(surname));
        }
        Joined {
            group,
            join: Join::Family,
        }
    }

    fn person(&mut self, index: usize, place: &'f Place<'f>) -> Joined {
        let form = &self.forms.all[place.form];
        let joined = match self.chosen(place) {
            Some(joined) => joined,
            None => self.stranger(form, place),
        };
        let known = &mut self.known[joined.group];
        known.last_seen = Some(index);
        note(known, place);
        joined
    }

    /// Who is meant among those named in full, and those never named in full
    /// who share the word.
    fn chosen(&mut self, place: &'f Place<'f>) -> Option<Joined> {
        let form = &self.forms.all[place.form];
        let of_form = &self.bearers.of_form[place.form];
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.clear();
        let mut forbidden = 0;
        // Whoever is named only later is not the one to stop at.
        let mut take = |group: usize, way: Option<Way>| {
            if candidates.iter().any(|(known, _)| *known == group) {
                return false;
            }
            let may_be = self.may_be(group, form, place, way);
            if may_be {
                candidates.push((group, way));
            } else {
                forbidden += 1;
            }
            may_be && self.known[group].last_seen.is_some()
        };
        if form.is_full() {
            for group in of_form {
                take(*group, None);
            }
        } else {
            let all = &self.forms.all;
            self.bearers
                .of_word(all, form, |group, way| take(group, Some(way)));
            for group in self.lone.get(form.last()).into_iter().flatten() {
                take(*group, None);
            }
        }
        let chosen = self.choose(&candidates, place);
        let one = candidates.len() == 1;
        self.candidates = candidates;
        let (group, way, by_title) = chosen?;
        let among = match (one, by_title) {
            (true, _) if forbidden == 0 => Among::Only,
            (true, _) => Among::Gender,
            (false, true) => Among::Title,
            (false, false) => Among::Nearest,
        };
        let join = match way {
            Some(way) => way.join(among),
            None if self.known[group].lone_form == Some(place.form) => Join::Itself,
            None if self.known[group].lone_form.is_some() => Join::Spelling,
            None => self.bearers.why(&self.forms.all, place.form, group, among),
        };
        Some(Joined { group, join })
    }

    /// Whether nothing forbids that a mention stands for a group.
    fn may_be(&self, group: usize, form: &Form, place: &Place<'_>, way: Option<Way>) -> bool {
        let known = &self.known[group];
        let full = match known.lone_form {
            Some(lone) => &self.forms.all[lone],
            None => &self.forms.all[self.bearers.fullest[group]],
        };
        let by_given_name = match way {
            Some(Way::Given | Way::Nickname) => true,
            Some(Way::Surname | Way::Inner) | None => false,
        };
        // "Queen Anna" is not Anna Roe, nor is "Anna II".
        let reigns = by_given_name
            && (form.suffix.is_some()
                || place
                    .honorific
                    .is_some_and(|title| is_regnal(title) && !known.has_title(title)));
        known.gender().may_be(place.gender) && !form.clashes(full) && !reigns
    }

    /// The likeliest of several, and whether a title or the age made it so.
    fn choose(
        &self,
        candidates: &[(usize, Option<Way>)],
        place: &Place<'_>,
    ) -> Option<(usize, Option<Way>, bool)> {
        let titled = |group: usize| {
            let mut titles = place
                .honorific
                .into_iter()
                .filter(|title| tells_apart(title));
            titles.any(|title| self.known[group].has_title(title))
        };
        let aged = |group: usize| match (place.age, self.known[group].age) {
            (Age::Unknown, _) => 1,
            (wanted, Some(age)) if wanted == age => 2,
            (_, Some(_)) => 0,
            (_, None) => 1,
        };
        let (group, way) = candidates.iter().copied().max_by_key(|(group, way)| {
            let known = &self.known[*group];
            let of_gender = place.gender != Gender::Unknown && known.gender() == place.gender;
            // "Mr. Roe" and then "Ms. Roe" of two whose gender nothing tells: the
            // first introduced, then the other.
            let word = self.forms.all[place.form].last();
            let is_open = place.gender != Gender::Unknown
                && known.gender() == Gender::Unknown
                && self.of_both.contains(word);
            (
                aged(*group),
                titled(*group),
                of_gender,
                known.last_seen.is_some(),
                way.map_or(Way::Surname.nearness(), Way::nearness),
                known.last_seen.filter(|_| !is_open),
                std::cmp::Reverse(known.first),
            )
        })?;
        let telling = |group: usize| (aged(group), titled(group));
        let is_like = |(other, _): &&(usize, Option<Way>)| telling(*other) == telling(group);
        let tells =
            telling(group) != (1, false) || candidates.iter().any(|(other, _)| aged(*other) == 0);
        let by_title = tells && candidates.iter().filter(is_like).count() == 1;
        Some((group, way, by_title))
    }

    fn stranger(&mut self, form: &'f Form, place: &Place<'_>) -> Joined {
        let group = self.known.len();
        self.known.push(Known {
            lone_form: Some(place.form),
            ..Known::default()
        });
        self.lone.entry(form.last()).or_default().push(group);
        Joined {
            group,
            join: Join::Itself,
        }
    }
}

/// Words that stand alone for a man and for a woman.
fn of_both<'f>(forms: &'f Forms<'_>) -> FxHashSet<&'f str> {
    let words = |gender: Gender| -> FxHashSet<&'f str> {
        let places = forms.places.iter().filter(|place| place.gender == gender);
        let lone = places.map(|place| &forms.all[place.form]);
        lone.filter(|form| !form.is_full())
            .map(Form::last)
            .collect()
    };
    let mut both = words(Gender::He);
    let women = words(Gender::She);
    both.retain(|word| women.contains(word));
    both
}

/// Titles looked at of one person; keeps thousands of them linear.
const MOST_TITLES: usize = 8;

/// Learns of a person what stands beside a mention.
fn note<'f>(known: &mut Known<'f>, place: &'f Place<'f>) {
    if place.gender != Gender::Unknown && known.gender.is_none() {
        known.gender = Some(place.gender);
    }
    if place.age != Age::Unknown && known.age.is_none() {
        known.age = Some(place.age);
    }
    for title in place.titles() {
        if known.titles.len() < MOST_TITLES && !known.has_title(title) {
            known.titles.push(title);
        }
    }
}

/// "Gov." and "Governor" are one title.
fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.eq_ignore_ascii_case(long)
        || short.len() > 2
            && long
                .get(..short.len())
                .is_some_and(|begun| begun.eq_ignore_ascii_case(short))
}

/// "Mr." is said of everybody.
fn tells_apart(title: &str) -> bool {
    !matches!(title.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss")
}

/// Whether a title goes before a given name.
fn is_regnal(title: &str) -> bool {
    [
        "King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Empress", "Tsar", "Sultan",
        "Saint", "St.",
    ]
    .contains(&title)
}

/// Numbers the people by their first mention and gathers their forms.
fn number_by_place(
    forms: &Forms<'_>,
    found: &[Found],
    joined: &[Joined],
    families: &FxHashMap<usize, String>,
    pieces: &Pieces<'_>,
) -> (Vec<Name>, Vec<Mention>) {
    let mut numbers: FxHashMap<usize, NameId> = FxHashMap::default();
    let mut people: Vec<Gathered> = Vec::new();
    // One form may be two people's: "Mr. Roe" and "Mrs. Roe".
    let mut seen: FxHashSet<(NameId, usize)> = FxHashSet::default();
    let mut mentions = Vec::with_capacity(found.len());
    for ((place, found), joined) in forms.places.iter().zip(found).zip(joined) {
        let id = *numbers.entry(joined.group).or_insert_with(|| {
            people.push(Gathered {
                family: families.get(&joined.group).cloned(),
                ..Gathered::default()
            });
            NameId(u32::try_from(people.len() - 1).expect("a name is a byte at least"))
        });
        let person = &mut people[id.0 as usize];
        if seen.insert((id, place.form)) {
            person.forms.push(place.form);
        }
        if let Some(honorific) = place.honorific
            && !person.honorifics.iter().any(|known| known == honorific)
        {
            person.honorifics.push(honorific.to_owned());
        }
        mentions.push(Mention {
            span: found.span(pieces),
            name: id,
            sentence: found.sentence,
            kind: MentionKind::Named,
            join: joined.join,
        });
    }
    let names = people.into_iter().map(|person| person.name(forms));
    (names.collect(), mentions)
}

/// What is known of a person before the fullest form is chosen.
#[derive(Default)]
struct Gathered {
    /// Each once, in order of the text.
    forms: Vec<usize>,
    honorifics: Vec<String>,
    /// What the family is called, for several of one surname.
    family: Option<String>,
}

impl Gathered {
    fn name(self, forms: &Forms<'_>) -> Name {
        if let Some(full) = self.family {
            return Name {
                kind: NameKind::Family,
                full,
                aliases: Vec::new(),
                honorifics: Vec::new(),
                roles: Vec::new(),
            };
        }
        let fullest = self.forms.iter().copied().rev().max_by_key(|form| {
            let form = &forms.all[*form];
            let is_running = form.text.contains(char::is_lowercase);
            (
                form.spelled,
                form.words.len(),
                form.suffix.is_some(),
                is_running,
            )
        });
        let fullest = fullest.expect("a person is made with a form");
        let others = self.forms.iter().filter(|form| **form != fullest);
        Name {
            kind: NameKind::Person,
            full: forms.all[fullest].text.clone(),
            aliases: others.map(|form| forms.all[*form].text.clone()).collect(),
            honorifics: self.honorifics,
            roles: Vec::new(),
        }
    }
}
