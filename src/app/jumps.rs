//! Where one has been: back and forward again, as in an editor.

/// How many stands are kept.
const KEPT: usize = 200;

/// A list of stands with a place in it.
#[derive(Debug)]
pub struct Jumps<T> {
    stands: Vec<T>,
    /// How many of them lie behind.
    behind: usize,
}

impl<T> Default for Jumps<T> {
    fn default() -> Self {
        Self {
            stands: Vec::new(),
            behind: 0,
        }
    }
}

impl<T> Jumps<T> {
    /// Remembers where a jump begins; what lay ahead is forgotten.
    pub fn leave(&mut self, stand: T) {
        self.stands.truncate(self.behind);
        self.stands.push(stand);
        if self.stands.len() > KEPT {
            self.stands.remove(0);
        }
        self.behind = self.stands.len();
    }

    /// Goes back, `now` being where one stands. `None` at the beginning.
    pub fn back(&mut self, now: T) -> Option<T> {
        let to = self.behind.checked_sub(1)?;
        self.behind = to;
        Some(std::mem::replace(&mut self.stands[to], now))
    }

    /// Undoes a step back, `now` being where one stands. `None` at the end.
    pub fn forward(&mut self, now: T) -> Option<T> {
        let to = self.stands.get_mut(self.behind)?;
        self.behind += 1;
        Some(std::mem::replace(to, now))
    }
}

#[cfg(test)]
mod tests {
    use super::Jumps;

    #[test]
    fn back_and_forward_return_to_the_same_places() {
        let mut jumps = Jumps::default();
        jumps.leave("a");
        jumps.leave("b");
        assert_eq!(jumps.back("c"), Some("b"));
        assert_eq!(jumps.back("b"), Some("a"));
        assert_eq!(jumps.back("a"), None);
        assert_eq!(jumps.forward("a"), Some("b"));
        assert_eq!(jumps.forward("b"), Some("c"));
        assert_eq!(jumps.forward("c"), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead() {
        let mut jumps = Jumps::default();
        jumps.leave("a");
        assert_eq!(jumps.back("b"), Some("a"));
        jumps.leave("a");
        assert_eq!(jumps.forward("x"), None);
    }
}
