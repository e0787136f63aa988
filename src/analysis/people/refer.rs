//! Joins the names of one article to the people they stand for.
//!
//! Full forms come first, the fullest leading: one joins another when it leaves
//! out words of it or shortens them to initials. A lone word then stands for the
//! full name it ends, nearest before; failing that for one it is an inner word
//! or half of a hyphenated word of; failing that for one it begins.

use rustc_hash::{FxHashMap, FxHashSet};

use super::find::Found;
use super::lists::{Class, fold};
use super::pieces::{Pieces, Shape};
use super::{Join, Mention, MentionKind, Name, NameId, NameKind};

/// How many bearers of one word are looked at; keeps lists of thousands linear.
const BEARERS: usize = 32;

/// The names of an article and where each stands.
pub(super) fn join(pieces: &Pieces<'_>, found: &[Found]) -> (Vec<Name>, Vec<Mention>) {
    let forms = Forms::collect(pieces, found);
    let groups = Groups::of_full_forms(&forms);
    let group_of = groups.places(&forms);
    number_by_place(&forms, found, &group_of, pieces)
}

/// One way a name is written.
#[derive(Debug)]
struct Form {
    text: String,
    /// Folded, particles and hyphenated words whole, suffixes left out.
    words: Vec<String>,
    /// How many of the words are more than a particle.
    weight: usize,
    /// How many of the words are written out.
    spelled: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Unknown,
    He,
    She,
}

impl Gender {
    fn may_be(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }
}

struct Place {
    form: usize,
    gender: Gender,
    honorific: Option<String>,
}

struct Forms {
    all: Vec<Form>,
    /// By mention, in order of the text.
    places: Vec<Place>,
}

impl Forms {
    fn collect(pieces: &Pieces<'_>, found: &[Found]) -> Self {
        let mut all: Vec<Form> = Vec::new();
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        let mut places = Vec::with_capacity(found.len());
        for found in found {
            let form = form(pieces, found);
            let index = *known.entry(form.text.clone()).or_insert_with(|| {
                all.push(form);
                all.len() - 1
            });
            let (gender, honorific) = honorific(pieces, found);
            places.push(Place {
                form: index,
                gender,
                honorific,
            });
        }
        Self { all, places }
    }
}

fn form(pieces: &Pieces<'_>, found: &Found) -> Form {
    let mut form = Form {
        text: String::new(),
        words: Vec::new(),
        weight: 0,
        spelled: 0,
    };
    let mut end = None;
    for at in found.pieces.clone() {
        let piece = pieces.all[at];
        if end.is_some_and(|end| end < piece.span.start) {
            form.text.push(' ');
        }
        end = Some(piece.span.end);
        form.text.push_str(pieces.word(at));
        if piece.shape == Shape::Mark || piece.classes.has(Class::Suffix) && !form.words.is_empty()
        {
            continue;
        }
        let word = fold(pieces.word(at).trim_end_matches('.'));
        let word = ["al-", "el-", "ul-"]
            .iter()
            .find_map(|article| word.strip_prefix(article))
            .unwrap_or(&word);
        form.words.push(word.to_owned());
        form.weight += usize::from(piece.shape != Shape::Small);
        form.spelled += usize::from(!matches!(piece.shape, Shape::Small | Shape::Initial));
    }
    form
}

fn honorific(pieces: &Pieces<'_>, found: &Found) -> (Gender, Option<String>) {
    let before = found.pieces.start.checked_sub(1);
    let Some(at) = before.filter(|at| pieces.sentence(found.sentence).contains(at)) else {
        return (Gender::Unknown, None);
    };
    let classes = pieces.all[at].classes;
    let gender = if classes.has(Class::HonorificHe) {
        Gender::He
    } else if classes.has(Class::HonorificShe) {
        Gender::She
    } else {
        Gender::Unknown
    };
    let titles = [
        Class::Honorific,
        Class::HonorificHe,
        Class::HonorificShe,
        Class::Role,
    ];
    let is_title = classes.any(&titles) && pieces.all[at].shape == Shape::Capital;
    (gender, is_title.then(|| pieces.word(at).to_owned()))
}

/// Forms that stand for one person.
struct Groups {
    /// The group of each full form; `None` for lone words.
    of_form: Vec<Option<usize>>,
    /// The fullest form of each group.
    fullest: Vec<usize>,
    /// Groups by a word their fullest form ends with, holds, and begins with.
    by_last: FxHashMap<String, Vec<usize>>,
    by_inner: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, Vec<usize>>,
}

impl Groups {
    fn of_full_forms(forms: &Forms) -> Self {
        let mut groups = Self {
            of_form: vec![None; forms.all.len()],
            fullest: Vec::new(),
            by_last: FxHashMap::default(),
            by_inner: FxHashMap::default(),
            by_first: FxHashMap::default(),
        };
        let mut order: Vec<usize> = (0..forms.all.len())
            .filter(|form| forms.all[*form].weight > 1)
            .collect();
        order.sort_by_key(|form| {
            let form = &forms.all[*form];
            std::cmp::Reverse((form.spelled, form.words.len(), form.text.len()))
        });
        for form in order {
            let group = groups.group_for(&forms.all, form).unwrap_or_else(|| {
                groups.fullest.push(form);
                groups.index(&forms.all[form]);
                groups.fullest.len() - 1
            });
            groups.of_form[form] = Some(group);
        }
        groups
    }

    fn index(&mut self, form: &Form) {
        let group = self.fullest.len() - 1;
        let (last, others) = form.words.split_last().expect("full forms have words");
        let (first, inner) = others.split_first().expect("full forms have two words");
        let enter = |map: &mut FxHashMap<String, Vec<usize>>, word: &str| {
            map.entry(word.to_owned()).or_default().push(group);
        };
        enter(&mut self.by_last, last);
        enter(&mut self.by_first, first);
        for word in inner.iter().filter(|word| word.len() > 1) {
            enter(&mut self.by_inner, word);
        }
        for half in last.split('-').filter(|half| half.len() < last.len()) {
            enter(&mut self.by_inner, half);
        }
    }

    /// The group whose fullest form the given one shortens.
    fn group_for(&self, all: &[Form], form: usize) -> Option<usize> {
        let last = all[form].words.last()?;
        let bearers = self.by_last.get(last)?;
        bearers
            .iter()
            .take(BEARERS)
            .copied()
            .find(|group| shortens(&all[form].words, &all[self.fullest[*group]].words))
    }

    /// The group of every mention, lone words included; groups are added for those
    /// that stand for nobody named in full.
    fn places(&self, forms: &Forms) -> Vec<usize> {
        let mut groups = self.fullest.len();
        let mut lone: FxHashMap<&str, Vec<(Gender, usize)>> = FxHashMap::default();
        let mut genders = vec![Gender::Unknown; groups];
        for place in &forms.places {
            if let (Some(group), true) = (self.of_form[place.form], place.gender != Gender::Unknown)
            {
                genders[group] = place.gender;
            }
        }
        let mut last_seen: Vec<Option<usize>> = vec![None; groups];
        let mut places = Vec::with_capacity(forms.places.len());
        for (index, place) in forms.places.iter().enumerate() {
            let form = &forms.all[place.form];
            let group = self.of_form[place.form]
                .or_else(|| self.bearer(form, place.gender, &genders, &last_seen))
                .unwrap_or_else(|| {
                    let word = form.words.last().map_or("", String::as_str);
                    let bearers = lone.entry(word).or_default();
                    // "Mrs. Roe" is not "Mr. Roe", but may be plain "Roe".
                    let known = bearers.iter().find(|known| known.0.may_be(place.gender));
                    if let Some((_, group)) = known {
                        return *group;
                    }
                    bearers.push((place.gender, groups));
                    groups += 1;
                    groups - 1
                });
            if let Some(seen) = last_seen.get_mut(group) {
                *seen = Some(index);
            }
            places.push(group);
        }
        places
    }

    /// Whom a lone word stands for: the bearer named last, or the first to come.
    fn bearer(
        &self,
        form: &Form,
        gender: Gender,
        genders: &[Gender],
        last_seen: &[Option<usize>],
    ) -> Option<usize> {
        let word = form.words.last()?;
        [&self.by_last, &self.by_inner, &self.by_first]
            .into_iter()
            .find_map(|map| {
                map.get(word)?
                    .iter()
                    .take(BEARERS)
                    .copied()
                    .filter(|group| genders[*group].may_be(gender))
                    .max_by_key(|group| last_seen[*group])
            })
    }
}

/// Whether `short` is `full` with words left out or cut to initials, the last word kept.
fn shortens(short: &[String], full: &[String]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|word| {
        rest.any(|other| {
            let initial = word.len().min(other.len()) == 1;
            word == other || initial && word.as_bytes()[0] == other.as_bytes()[0]
        })
    })
}

/// Numbers the people by their first mention and gathers their forms.
fn number_by_place(
    forms: &Forms,
    found: &[Found],
    group_of: &[usize],
    pieces: &Pieces<'_>,
) -> (Vec<Name>, Vec<Mention>) {
    let mut numbers: FxHashMap<usize, NameId> = FxHashMap::default();
    let mut people: Vec<Gathered> = Vec::new();
    // One form may be two people's: "Mr. Roe" and "Mrs. Roe".
    let mut seen: FxHashSet<(NameId, usize)> = FxHashSet::default();
    let mut mentions = Vec::with_capacity(found.len());
    for ((place, found), group) in forms.places.iter().zip(found).zip(group_of) {
        let id = *numbers.entry(*group).or_insert_with(|| {
            people.push(Gathered::default());
            NameId(u32::try_from(people.len() - 1).expect("a name is a byte at least"))
        });
        let person = &mut people[id.0 as usize];
        if seen.insert((id, place.form)) {
            person.forms.push(place.form);
        }
        if let Some(honorific) = &place.honorific
            && !person.honorifics.contains(honorific)
        {
            person.honorifics.push(honorific.clone());
        }
        mentions.push(Mention {
            span: found.span(pieces),
            name: id,
            sentence: found.sentence,
            kind: MentionKind::Named,
            join: Join::Itself,
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
}

impl Gathered {
    fn name(self, forms: &Forms) -> Name {
        let fullest = self.forms.iter().copied().rev().max_by_key(|form| {
            let form = &forms.all[*form];
            (form.spelled, form.words.len())
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
