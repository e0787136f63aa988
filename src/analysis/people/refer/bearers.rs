//! Whom the full forms of an article stand for, and who may be meant by a word of them.

use rustc_hash::FxHashMap;

use super::super::Among;
use super::super::Join;
use super::super::nicknames::Nicknames;
use super::form::{Form, Forms};

/// How many bearers of one word are looked at; keeps lists of thousands linear.
const BEARERS: usize = 32;

/// The people named in full, and where each of their words leads.
pub(super) struct Bearers {
    /// For each form whom it may stand for, and why; lone words are not among them.
    pub of_form: Vec<Vec<usize>>,
    /// Whether a form stands for its group by a nickname only.
    by_nickname: Vec<bool>,
    /// The fullest form of each group.
    pub fullest: Vec<usize>,
    /// Groups by a word their fullest form ends with, holds, and begins with.
    by_last: FxHashMap<String, Vec<usize>>,
    by_inner: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, Vec<usize>>,
    by_nickname_group: FxHashMap<u16, Vec<usize>>,
}

impl Bearers {
    /// Groups the full forms, the fullest leading: a form that shortens another joins it.
    pub(super) fn of_full_forms(forms: &Forms<'_>) -> Self {
        let mut bearers = Self {
            of_form: vec![Vec::new(); forms.all.len()],
            by_nickname: vec![false; forms.all.len()],
            fullest: Vec::new(),
            by_last: FxHashMap::default(),
            by_inner: FxHashMap::default(),
            by_first: FxHashMap::default(),
            by_nickname_group: FxHashMap::default(),
        };
        let all = &forms.all;
        let mut order: Vec<usize> = (0..all.len()).filter(|form| all[*form].is_full()).collect();
        order.sort_by_key(|form| {
            let form = &all[*form];
            std::cmp::Reverse((
                form.spelled,
                form.words.len(),
                form.suffix.is_some(),
                form.text.contains(char::is_lowercase),
                form.text.len(),
            ))
        });
        for form in order {
            bearers.enter(all, form);
        }
        bearers
    }

    fn enter(&mut self, all: &[Form], form: usize) {
        let mut groups = self.fuller(all, form, Form::shortens);
        if groups.is_empty() {
            let nicknames = Nicknames::english();
            let alike = |short: &Form, full: &Form| short.shortens_by_nickname(full, nicknames);
            groups = self.fuller(all, form, alike);
            self.by_nickname[form] = !groups.is_empty();
        }
        if groups.is_empty() {
            groups.push(self.fullest.len());
            self.fullest.push(form);
            self.index(&all[form]);
        }
        // The same words, or else it would be less clear whom they mean.
        let same = |group: &usize| all[self.fullest[*group]].words == all[form].words;
        if let (Some(group), None) = (groups.iter().copied().find(same), &all[form].suffix)
            && all[self.fullest[group]].suffix.is_none()
        {
            groups = vec![group];
        }
        self.of_form[form] = groups;
    }

    fn index(&mut self, form: &Form) {
        let group = self.fullest.len() - 1;
        let Some((last, others)) = form.words.split_last() else {
            return;
        };
        let enter = |map: &mut FxHashMap<String, Vec<usize>>, word: &str| {
            map.entry(word.to_owned()).or_default().push(group);
        };
        enter(&mut self.by_last, &last.text);
        if let Some((first, inner)) = others.split_first() {
            enter(&mut self.by_first, &first.text);
            for word in inner.iter().filter(|word| word.text.len() > 1) {
                enter(&mut self.by_inner, &word.text);
            }
            for nicknames in Nicknames::english().groups(&first.text) {
                self.by_nickname_group
                    .entry(*nicknames)
                    .or_default()
                    .push(group);
            }
        }
    }

    /// The groups whose fullest form the given one shortens.
    fn fuller(
        &self,
        all: &[Form],
        form: usize,
        shortens: impl Fn(&Form, &Form) -> bool,
    ) -> Vec<usize> {
        let short = &all[form];
        let mut found = Vec::new();
        for map in [&self.by_last, &self.by_inner] {
            let groups = map.get(short.last()).into_iter().flatten().take(BEARERS);
            found.extend(groups.copied().filter(|group| {
                let full = &all[self.fullest[*group]];
                !short.clashes(full) && shortens(short, full)
            }));
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    /// Says why a full form stands for its group.
    pub(super) fn why(&self, all: &[Form], form: usize, group: usize, among: Among) -> Join {
        let fullest = self.fullest[group];
        if form == fullest {
            Join::Itself
        } else if self.by_nickname[form] {
            Join::Nickname(among)
        } else if all[form].words == all[fullest].words && all[form].suffix == all[fullest].suffix {
            Join::Spelling
        } else {
            Join::Shortened(among)
        }
    }

    /// Hands those a lone word may stand for to `take`: as surname, inside the
    /// name, as given name, as nickname; up to the way of which `take` says that
    /// it has found somebody.
    pub(super) fn of_word(
        &self,
        all: &[Form],
        form: &Form,
        mut take: impl FnMut(usize, Way) -> bool,
    ) {
        let word = form.last();
        let whole = form.words.len() > 1;
        let ways = [
            (&self.by_last, Way::Surname),
            (&self.by_inner, Way::Inner),
            (&self.by_first, Way::Given),
        ];
        for (map, way) in ways {
            let mut any = false;
            for group in map.get(word).into_iter().flatten().take(BEARERS) {
                let full = &all[self.fullest[*group]];
                if !whole || form.shortens(full) {
                    any |= take(*group, way);
                }
            }
            if any {
                return;
            }
        }
        for nicknames in Nicknames::english().groups(word) {
            let groups = self.by_nickname_group.get(nicknames).into_iter().flatten();
            for group in groups.take(BEARERS) {
                take(*group, Way::Nickname);
            }
        }
    }

    /// Whether somebody named in full has this surname.
    pub(super) fn has_surname(&self, word: &str) -> bool {
        self.by_last.contains_key(word)
    }
}

/// Which word of a full name a lone word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Surname,
    Inner,
    Given,
    Nickname,
}

impl Way {
    /// How likely a name is meant so: the surname most.
    pub(super) fn nearness(self) -> u8 {
        match self {
            Self::Surname => 3,
            Self::Inner => 2,
            Self::Given => 1,
            Self::Nickname => 0,
        }
    }

    pub(super) fn join(self, among: Among) -> Join {
        match self {
            Self::Surname => Join::Surname(among),
            Self::Inner => Join::Inner(among),
            Self::Given => Join::Given(among),
            Self::Nickname => Join::Nickname(among),
        }
    }
}
