//! How each role looks: colours by meaning, out of `assets/themes`.
//!
//! Code names roles, never colours. Colour never carries a meaning alone:
//! whatever has a role here has a mark, a word or a place besides.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

use crate::analysis::time::Known;
use crate::config::Complaint;
use crate::config::source::{Content, Entry};

macro_rules! roles {
    ($($variant:ident, $name:literal, $help:literal;)*) => {
        /// What something on the screen is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $(#[doc = $help] $variant,)* }

        impl Role {
            /// Every role, in the order of the theme files.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the word theme files use.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    Text, "text", "Text as it is read.";
    Dim, "dim", "What stands back: labels, hints, sources.";
    Heading, "heading", "Headings inside a pane.";
    Selected, "selected", "The selected row, over the roles of its parts.";
    Date, "date", "A date.";
    Person, "person", "A person's name.";
    PersonChosen, "person-chosen", "The person the other panes are narrowed to.";
    Quote, "quote", "Words in quotation marks.";
    Link, "link", "Words that lead somewhere.";
    Highlight, "highlight", "A passage the user has highlighted, and its mark.";
    Note, "note", "A passage with a note, and its mark.";
    Selection, "selection", "Text that is selected.";
    Spot, "spot", "What was jumped to in the text.";
    Match, "match", "What was searched for.";
    MatchCurrent, "match-current", "The match stood on.";
    Lit, "lit", "The lit sentence.";
    Gutter, "gutter", "The bar beside the lit sentence.";
    Axis, "axis", "Blocks and bars that show how much.";
    AxisSelected, "axis-selected", "The selected event's cell of the axis.";
    KnownWritten, "known-written", "A date written in the text, or set by the user.";
    KnownComputed, "known-computed", "A date computed from the article's.";
    KnownCarried, "known-carried", "A date carried from a neighbouring sentence.";
    KnownPublished, "known-published", "A date that is only the article's own.";
    Planned, "planned", "What has not happened yet.";
    Border, "border", "A pane's frame.";
    BorderFocused, "border-focused", "The frame of the pane that takes the keys.";
    Title, "title", "A frame's title.";
    Notice, "notice", "A message to the user.";
    Error, "error", "A message that something went wrong.";
}

impl Role {
    /// Returns the role of a mark that says how a date is known.
    pub fn of_known(known: Known) -> Self {
        match known {
            Known::Set | Known::Written => Self::KnownWritten,
            Known::Computed => Self::KnownComputed,
            Known::Carried => Self::KnownCarried,
            Known::Published | Known::Inferred => Self::KnownPublished,
        }
    }
}

/// Which characters marks, bars and frames are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    #[default]
    Unicode,
    /// For terminals and fonts without box drawing and blocks.
    Ascii,
}

/// How each role looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// By the order of [`Role::ALL`].
    styles: Vec<Style>,
    pub letters: Letters,
}

impl Theme {
    pub fn dark() -> Self {
        Self::built_in(include_str!("../../assets/themes/dark.toml"))
    }

    pub fn light() -> Self {
        Self::built_in(include_str!("../../assets/themes/light.toml"))
    }

    /// Returns the theme of the sixteen colours every terminal has.
    pub fn sixteen() -> Self {
        Self::built_in(include_str!("../../assets/themes/16.toml"))
    }

    /// Returns the theme without colours, for `NO_COLOR`.
    pub fn mono() -> Self {
        Self::built_in(include_str!("../../assets/themes/mono.toml"))
    }

    /// Reads a theme file.
    ///
    /// # Errors
    /// A sentence that names the role missing or unknown, or the word that is
    /// neither a colour nor a modifier.
    pub fn parse(source: &str) -> Result<Self, String> {
        let mut table: BTreeMap<String, String> =
            toml::from_str(source).map_err(|error| error.message().to_owned())?;
        let mut styles = Vec::with_capacity(Role::ALL.len());
        for role in Role::ALL {
            let words = table
                .remove(role.name())
                .ok_or_else(|| format!("the role `{}` is missing", role.name()))?;
            styles.push(style(&words)?);
        }
        match table.into_keys().next() {
            Some(name) => Err(format!("there is no role `{name}`")),
            None => Ok(Self {
                styles,
                letters: Letters::default(),
            }),
        }
    }

    /// Takes over what a line of a user's theme says of a role.
    ///
    /// # Errors
    /// Why it cannot be taken; the role then looks as before.
    pub fn patch(&mut self, entry: Entry) -> Result<(), Complaint> {
        let Entry {
            name,
            place,
            content,
        } = entry;
        let complain = |message: String, hint: &str| Err(place.complain(message, hint));
        let Some(role) = Role::ALL.iter().find(|role| role.name() == name) else {
            let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
            let hint = format!("the roles are {}", names.join(", "));
            return complain(format!("there is no role `{name}`"), &hint);
        };
        let hint =
            "a style is words: bold, dim, italic, underlined, reversed, a colour, on and a colour";
        let Content::Value(toml::Value::String(words)) = content else {
            return complain(format!("`{name}` is not a style in quotation marks"), hint);
        };
        match style(&words) {
            Ok(style) => {
                self.styles[*role as usize] = style;
                Ok(())
            }
            Err(message) => complain(format!("`{name}`: {message}"), hint),
        }
    }

    #[must_use]
    pub fn with_letters(self, letters: Letters) -> Self {
        Self { letters, ..self }
    }

    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    fn built_in(source: &str) -> Self {
        Self::parse(source).expect("built-in themes are tested")
    }
}

/// Reads "bold cyan on black".
fn style(words: &str) -> Result<Style, String> {
    let mut style = Style::default();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            "on" => style.bg(color(words.next().unwrap_or_default())?),
            _ => style.fg(color(word)?),
        };
    }
    Ok(style)
}

fn color(word: &str) -> Result<Color, String> {
    word.parse()
        .map_err(|_| format!("`{word}` is neither a colour nor a modifier"))
}

#[cfg(test)]
mod tests {
    use super::{Role, Theme};
    use ratatui::style::{Color, Modifier, Style};

    #[test]
    fn built_in_themes_have_all_roles_and_mono_has_no_colour() {
        for theme in [
            Theme::dark(),
            Theme::light(),
            Theme::sixteen(),
            Theme::mono(),
        ] {
            assert_eq!(theme.styles.len(), Role::ALL.len());
        }
        let plain = Theme::mono();
        let coloured =
            |role: &&Role| plain.style(**role).fg.is_some() || plain.style(**role).bg.is_some();
        assert_eq!(Role::ALL.iter().find(coloured), None);
    }

    #[test]
    fn a_style_is_read_word_by_word() {
        let expected = Style::default()
            .fg(Color::Black)
            .bg(Color::Yellow)
            .add_modifier(Modifier::BOLD);
        assert_eq!(super::style("bold black on yellow"), Ok(expected));
        assert!(super::style("loud").is_err());
    }

    #[test]
    fn a_theme_that_forgets_a_role_or_invents_one_says_which() {
        let forgets = Theme::parse("text = \"\"").expect_err("incomplete");
        assert!(forgets.contains("dim"), "{forgets}");
        let whole = include_str!("../../assets/themes/dark.toml");
        let invents = Theme::parse(&format!("{whole}\nglow = \"red\"")).expect_err("unknown role");
        assert!(invents.contains("glow"), "{invents}");
    }
}
