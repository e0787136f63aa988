//! Who of an article has a role: "the minister", "the spokeswoman".

use rustc_hash::FxHashMap;

use super::NameId;
use super::find::Found;
use super::lists::{Class, fold};
use super::pieces::Shape;
use super::subject::Scene;

/// How many are told apart who have one role.
const HOLDERS: usize = 8;

impl Scene<'_, '_> {
    /// "The mayor, Jane Roe, left": the noun of a role that stands apart before a name.
    fn noun_apart(&self, found: &Found) -> Option<usize> {
        let sentence = self.pieces.sentence(found.sentence);
        let start = found.pieces.start;
        let end = found.pieces.end;
        let is_apart = start > sentence.start + 1
            && self.word(start - 1) == ","
            && sentence.contains(&end)
            && matches!(self.word(end), "," | ".");
        let phrase = (sentence.start..start - usize::from(is_apart))
            .rev()
            .take(if is_apart { 8 } else { 0 })
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .find(|at| {
                matches!(
                    self.word(*at),
                    "the" | "The" | "his" | "her" | "His" | "Her"
                )
            })?;
        (phrase..start - 1)
            .take_while(|at| !matches!(self.word(*at), "of" | "for" | "at" | "in" | "who"))
            .filter(|at| self.is_small(*at) && self.has(*at, Class::Role))
            .last()
    }

    /// Those of the article who are what a noun says.
    pub(super) fn holders(&self, noun: &str) -> &[NameId] {
        let holders = self.holders.get_or_init(|| {
            let mut holders: FxHashMap<String, Vec<NameId>> = FxHashMap::default();
            let mut enter = |noun: String, name: NameId| {
                let names = holders.entry(noun).or_default();
                if names.len() < HOLDERS && !names.contains(&name) {
                    names.push(name);
                }
            };
            for (index, name) in (0..).zip(self.names) {
                for role in &name.roles {
                    enter(head_noun(&role.text), NameId(index));
                }
            }
            for (found, mention) in self.found.iter().zip(self.mentions) {
                if let Some(noun) = self.noun_apart(found) {
                    enter(fold(self.word(noun)), mention.name);
                }
            }
            holders
        });
        holders.get(&fold(noun)).map_or(&[], Vec::as_slice)
    }
}

/// The noun of a role, folded: "minister" of "Foreign Minister of Ayton".
fn head_noun(role: &str) -> String {
    let noun = role
        .split_whitespace()
        .take_while(|word| {
            !matches!(
                *word,
                "of" | "for" | "to" | "at" | "in" | "on" | "who" | "from" | "with"
            )
        })
        .last();
    fold(noun.unwrap_or_default().trim_end_matches([',', '.']))
}
