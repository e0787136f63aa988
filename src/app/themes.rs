//! Which theme is chosen, of those there are. How one looks the view knows.

/// Whether what was remembered may replace a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nobody has asked for it.
    #[default]
    Usual,
    /// The user's settings or command line ask for it.
    Asked,
}

/// The themes by name, and the chosen one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    names: Vec<String>,
    chosen: usize,
    standing: Standing,
}

impl Default for Themes {
    fn default() -> Self {
        Self::new(vec!["dark".to_owned()], "dark", Standing::Usual)
    }
}

impl Themes {
    /// Makes the choice of one of some names; of the first, if it is none of them.
    pub fn new(names: Vec<String>, chosen: &str, standing: Standing) -> Self {
        let chosen = names.iter().position(|name| name == chosen).unwrap_or(0);
        Self {
            names,
            chosen,
            standing,
        }
    }

    /// Returns the name of the chosen theme.
    pub fn chosen(&self) -> &str {
        self.names.get(self.chosen).map_or("", String::as_str)
    }

    /// Returns the names of all.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Chooses the next one, after the last the first.
    pub(super) fn turn(&mut self) {
        self.chosen = (self.chosen + 1) % self.names.len().max(1);
    }

    /// Chooses by name, or by the beginning of just one name; says whether that is one.
    pub(super) fn choose(&mut self, name: &str) -> bool {
        let whole = self.names.iter().position(|known| known == name);
        let mut begun = self.names.iter().enumerate();
        let mut begun = begun
            .by_ref()
            .filter(|(_, known)| !name.is_empty() && known.starts_with(name));
        let only = match (begun.next(), begun.next()) {
            (Some((index, _)), None) => Some(index),
            _ => None,
        };
        let found = whole.or(only);
        if let Some(index) = found {
            self.chosen = index;
        }
        found.is_some()
    }

    /// Chooses what was chosen in an earlier run, unless something else was asked for.
    pub(super) fn restore(&mut self, name: &str) {
        if self.standing == Standing::Usual
            && let Some(index) = self.names.iter().position(|known| known == name)
        {
            self.chosen = index;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, Themes};

    fn themes(standing: Standing) -> Themes {
        let names = ["dark", "light", "late"].map(str::to_owned);
        Themes::new(names.to_vec(), "light", standing)
    }

    #[test]
    fn a_theme_is_chosen_by_any_beginning_no_other_has() {
        let mut themes = themes(Standing::Usual);
        assert!(themes.choose("d") && themes.chosen() == "dark");
        assert!(!themes.choose("l") && !themes.choose("") && themes.chosen() == "dark");
        assert!(themes.choose("late"));
        themes.turn();
        assert_eq!(themes.chosen(), "dark");
    }

    #[test]
    fn what_was_asked_for_is_not_replaced_by_what_was_remembered() {
        let mut asked = themes(Standing::Asked);
        asked.restore("dark");
        assert_eq!(asked.chosen(), "light");
        let mut usual = themes(Standing::Usual);
        usual.restore("gone");
        assert_eq!(usual.chosen(), "light");
        usual.restore("dark");
        assert_eq!(usual.chosen(), "dark");
    }
}
