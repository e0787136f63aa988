//! Names that stand for several of one surname: "the Roes", "the Roe brothers",
//! "Mr. and Mrs. Roe". They are never joined to one person.

use rustc_hash::FxHashSet;

use super::super::find::Found;
use super::super::lists::{Class, Lists, fold};
use super::super::pieces::Pieces;
use super::bearers::Bearers;
use super::form::{Form, Forms, couple};

/// What follows the surname of a family.
const HOUSEHOLD: [&str; 12] = [
    "family",
    "families",
    "brothers",
    "sisters",
    "siblings",
    "twins",
    "couple",
    "clan",
    "dynasty",
    "household",
    "cousins",
    "parents",
];

/// Recognises families.
pub(super) struct Families<'f, 'a> {
    pieces: &'f Pieces<'a>,
    lists: &'f Lists,
    bearers: &'f Bearers,
    /// Words that stand alone somewhere.
    lone: FxHashSet<&'f str>,
}

impl<'f, 'a> Families<'f, 'a> {
    pub(super) fn new(
        pieces: &'f Pieces<'a>,
        lists: &'f Lists,
        bearers: &'f Bearers,
        forms: &'f Forms<'_>,
    ) -> Self {
        let lone = forms
            .all
            .iter()
            .filter(|form| !form.is_full())
            .map(Form::last);
        Self {
            pieces,
            lists,
            bearers,
            lone: lone.collect(),
        }
    }

    /// Returns the surname of the family a mention names, as it is written for one of them.
    pub(super) fn surname(&self, found: &Found, form: &Form) -> Option<String> {
        if form.is_full() || form.suffix.is_some() {
            return None;
        }
        let sentence = self.pieces.sentence(found.sentence);
        let next = found.pieces.end;
        let is_household = next < sentence.end && HOUSEHOLD.contains(&self.pieces.word(next));
        if is_household || couple(self.pieces, found) {
            return Some(form.text.clone());
        }
        let before = found.pieces.start.checked_sub(1)?;
        let behind_the =
            sentence.contains(&before) && matches!(self.pieces.word(before), "the" | "The" | "THE");
        if behind_the {
            self.singular(&form.text)
        } else {
            None
        }
    }

    /// The surname a plural is made of, if anybody may be called so.
    fn singular(&self, plural: &str) -> Option<String> {
        let word = fold(plural);
        if self.bearers.has_surname(&word) {
            return None;
        }
        let one = plural.strip_suffix(['s', 'S'])?;
        let hissing = plural
            .strip_suffix("es")
            .or_else(|| plural.strip_suffix("ES"))
            .filter(|stem| hisses(stem));
        [hissing, Some(one)].into_iter().flatten().find_map(|stem| {
            let folded = fold(stem);
            let is_known = self.bearers.has_surname(&folded)
                || self.lone.contains(folded.as_str())
                || self.lists.classes(stem).has(Class::CommonSurname);
            is_known.then(|| stem.to_owned())
        })
    }
}

/// Whether a name takes "es" for its plural.
fn hisses(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Writes what a family is called.
pub(super) fn plural(surname: &str) -> String {
    let ending = if hisses(surname) { "es" } else { "s" };
    format!("the {surname}{ending}")
}
