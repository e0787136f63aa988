//! Which of several bearers a shorter name may stand for, if it is clear.

use super::Lead;
use crate::corpus::reading::Gender;

/// How many times as often as the next the bearer of a name must be named.
const CLEARLY: u64 = 5;

/// The two most named among those a shorter name may stand for: of all, and
/// of those who are not known to be of the other gender.
#[derive(Default, Clone)]
pub(super) struct Rivals {
    all: Leaders,
    men: Leaders,
    women: Leaders,
}

impl Rivals {
    pub(super) fn add(&mut self, candidate: u32, gender: Gender, mentions: u64) {
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
    pub(super) fn clear_one(&self, gender: Gender) -> Option<(u32, Lead)> {
        let leaders = match gender {
            Gender::Man => &self.men,
            Gender::Woman => &self.women,
            Gender::Unknown => &self.all,
        };
        let (best, mentions) = leaders.best?;
        match leaders.next_mentions {
            None => Some((best, Lead::Only)),
            Some(next) if mentions > 0 && mentions >= CLEARLY * next => Some((best, Lead::Clearly)),
            Some(_) => None,
        }
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
