//! The themes there are: those that come with the program, and the user's.

use std::path::Path;

use toml::Value;

use crate::config::Complaint;
use crate::config::source::{self, Content, Entry};
use crate::view::theme::{Letters, Theme};

/// The theme that is taken where nobody chooses.
pub const USUAL: &str = "dark";

/// The theme without colours.
pub const MONO: &str = "mono";

/// The theme of a terminal's own sixteen colours.
pub const SIXTEEN: &str = "16";

/// Themes by name, in the order they are gone through.
#[derive(Debug, Clone)]
pub struct Themes(Vec<(String, Theme)>);

impl Themes {
    /// Returns the themes that come with the program.
    pub fn built_in() -> Self {
        let themes = [
            (USUAL, Theme::dark()),
            ("light", Theme::light()),
            (SIXTEEN, Theme::sixteen()),
            (MONO, Theme::mono()),
        ];
        Self(themes.map(|(name, theme)| (name.to_owned(), theme)).into())
    }

    /// Adds a theme of the user's, or patches the one of its name.
    ///
    /// The file says of some roles how they look; of the others its base does,
    /// which is the theme that `base` names. What cannot be used is complained
    /// about, and the base stands.
    pub fn add(&mut self, name: &str, text: &str, file: &Path) -> Vec<Complaint> {
        let (entries, mut complaints) = source::read(text, file);
        let (base, entries): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| entry.name == "base");
        let mut theme = match base.into_iter().next() {
            Some(entry) => self.base(entry).unwrap_or_else(|complaint| {
                complaints.push(complaint);
                self.get(name).clone()
            }),
            None => self.get(name).clone(),
        };
        for entry in entries {
            complaints.extend(theme.patch(entry).err());
        }
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = theme,
            None => self.0.push((name.to_owned(), theme)),
        }
        complaints
    }

    /// Returns the theme of a name, or where there is none the usual one.
    pub fn get(&self, name: &str) -> &Theme {
        let found = self.0.iter().find(|(known, _)| known == name);
        let (_, theme) = found.unwrap_or(&self.0[0]);
        theme
    }

    /// Returns all names.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Has all of them drawn with such letters.
    #[must_use]
    pub fn with_letters(self, letters: Letters) -> Self {
        let themes = self.0.into_iter();
        Self(
            themes
                .map(|(name, theme)| (name, theme.with_letters(letters)))
                .collect(),
        )
    }

    fn base(&self, entry: Entry) -> Result<Theme, Complaint> {
        let names = self.names();
        match &entry.content {
            Content::Value(Value::String(name)) if names.contains(name) => {
                Ok(self.get(name).clone())
            }
            Content::Value(_) | Content::Table(_) | Content::Unusable => {
                let hint = format!("the themes to build on are {}", names.join(", "));
                Err(entry.place.complain("`base` names no theme", hint))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Themes;
    use crate::view::theme::{Role, Theme};

    fn add(themes: &mut Themes, name: &str, text: &str) -> Vec<String> {
        let complaints = themes.add(name, text, Path::new("my.toml"));
        complaints.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_theme_that_says_little_is_its_base_in_all_else() {
        let mut themes = Themes::built_in();
        let text = "base = \"light\"\ndate = \"bold #ff8000\"\n";
        assert!(add(&mut themes, "mine", text).is_empty());
        let mine = themes.get("mine");
        assert_ne!(mine.style(Role::Date), Theme::light().style(Role::Date));
        assert_eq!(mine.style(Role::Person), Theme::light().style(Role::Person));
        assert_eq!(themes.names().last().map(String::as_str), Some("mine"));
    }

    #[test]
    fn a_theme_named_like_a_built_in_one_patches_that() {
        let mut themes = Themes::built_in();
        assert!(add(&mut themes, "light", "date = \"red\"\n").is_empty());
        assert_eq!(themes.names().len(), Themes::built_in().names().len());
        let patched = themes.get("light");
        assert_ne!(patched.style(Role::Date), Theme::light().style(Role::Date));
    }

    #[test]
    fn what_cannot_be_used_is_named_with_its_line_and_the_base_stands() {
        let mut themes = Themes::built_in();
        let text = "base = \"neon\"\nglow = \"red\"\ndate = \"loud\"\nquote = 3\n";
        let said = add(&mut themes, "mine", text);
        let parts = [
            "my.toml:1: `base` names no theme",
            "my.toml:2: there is no role `glow`",
            "my.toml:3: `date`: `loud` is neither",
            "my.toml:4: `quote` is not a style",
        ];
        assert_eq!(said.len(), parts.len(), "{said:?}");
        for (said, part) in said.iter().zip(parts) {
            assert!(said.starts_with(part), "{said} is not {part}");
        }
        assert_eq!(themes.get("mine"), &Theme::dark());
    }
}
