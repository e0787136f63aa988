//! Lines entered before, by what they were for.

use std::collections::BTreeMap;

use crate::app::prompt::History;

/// How many lines are kept of each.
const KEPT: usize = 100;

/// Lines entered before, the latest last.
#[derive(Debug, Clone, Default)]
pub struct Histories(BTreeMap<History, Vec<String>>);

impl Histories {
    /// Adds a line; one entered before moves to the end.
    pub fn add(&mut self, history: History, line: &str) {
        if line.is_empty() {
            return;
        }
        let lines = self.0.entry(history).or_default();
        lines.retain(|known| known != line);
        lines.push(line.to_owned());
        if lines.len() > KEPT {
            lines.remove(0);
        }
    }

    /// Takes up the lines of earlier runs; what was entered in this one stays the latest.
    pub fn restore(&mut self, history: History, lines: &[String]) {
        let since = self.0.remove(&history).unwrap_or_default();
        for line in lines.iter().chain(&since) {
            self.add(history, line);
        }
    }

    /// Returns the lines of a history, the latest last.
    pub fn of(&self, history: History) -> &[String] {
        self.0.get(&history).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::{Histories, KEPT};
    use crate::app::prompt::History;

    #[test]
    fn a_line_entered_again_is_the_latest_and_stands_once() {
        let mut histories = Histories::default();
        for line in ["one", "two", "one", ""] {
            histories.add(History::Commands, line);
        }
        assert_eq!(histories.of(History::Commands), ["two", "one"]);
        for number in 0..2 * KEPT {
            histories.add(History::Searches, &number.to_string());
        }
        assert_eq!(histories.of(History::Searches).len(), KEPT);
    }
}
