//! Settings: the built-in ones, patched by the user's files.
//!
//! The built-in settings are `assets/config.toml`, which is also their
//! documentation. A user's file is taken setting by setting: what cannot be
//! used becomes a [`Complaint`] with its line, and the built-in value stands.
//! What a key, an action's name or a theme means is not known here; whoever
//! uses them complains through [`Place::complain`].
//!
//! [`Files`] knows where the files lie, [`Keys`] what stands in a keymap;
//! `source` takes any of these files apart.

mod files;
mod keys;
pub mod source;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Deserializer, de};
use toml::{Table, Value};

pub use files::Files;
pub use keys::{Binding, Chord, Keys};
pub use source::Place;
use source::{Content, Entry};

const BUILT_IN: &str = include_str!("../assets/config.toml");

/// The columns a line of the reading view may have: fewer are unreadable, more never fit.
const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

/// The per cent of the screen a pane may be given.
const PER_CENTS: std::ops::RangeInclusive<u16> = 10..=90;

/// What the user can choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// The name of a built-in theme or of one of the user's.
    pub theme: String,
    /// Columns a line of the reading view may have.
    #[serde(deserialize_with = "measure")]
    pub measure: u16,
    /// Whether the mouse belongs to the program from the start.
    pub mouse: bool,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether lines written from right to left are reordered here.
    pub reorder: bool,
    pub layout: Layout,
    /// Per cent of the columns for the left column.
    #[serde(deserialize_with = "per_cent")]
    pub left_column: u16,
    /// Per cent of the rows of their column for the documents.
    #[serde(deserialize_with = "per_cent")]
    pub documents_height: u16,
    /// Per cent of the rows for the reading view.
    #[serde(deserialize_with = "per_cent")]
    pub reading_height: u16,
    pub zoom: StartZoom,
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$help:meta])* $variant:ident, $word:literal;)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { #[default] $($(#[$help])* $variant,)* }

        impl $name {
            /// Every one of them, in the order they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the word it is written as.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Finds the one of a name.
            pub fn by_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

choices! {
    /// How the panes lie.
    Layout {
        /// All four.
        Four, "four";
        /// The reading view in all of the right side.
        WideReading, "wide-reading";
        /// The timeline in all of the lower half.
        WideTimeline, "wide-timeline";
        /// The reading view and one list.
        Two, "two";
    }
}

choices! {
    /// The zoom the timeline begins with.
    StartZoom {
        /// What fits the events.
        Fit, "fit";
        Decade, "decade";
        Year, "year";
        Month, "month";
        Week, "week";
        Day, "day";
        Hour, "hour";
    }
}

/// Settings as they were read.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    pub config: Config,
    /// The same as it is written.
    settings: Table,
    /// Where the user wrote a setting, by its name.
    given: BTreeMap<String, Place>,
    pub complaints: Vec<Complaint>,
}

/// Why a setting was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub place: Place,
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.place)?;
        write!(out, ": {}", self.message)?;
        if !self.hint.is_empty() {
            write!(out, " ({})", self.hint)?;
        }
        Ok(())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file.display())?;
        match self.line {
            Some(line) => write!(out, ":{line}"),
            None => Ok(()),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        toml::from_str(BUILT_IN).expect("the built-in settings are whole")
    }
}

impl Default for Loaded {
    fn default() -> Self {
        Self {
            config: Config::default(),
            settings: toml::from_str(BUILT_IN).expect("the built-in settings are whole"),
            given: BTreeMap::new(),
            complaints: Vec::new(),
        }
    }
}

impl Loaded {
    /// Reads the user's settings; what cannot be used of them is complained about.
    pub fn of(files: &Files) -> Self {
        match files.read_config() {
            Ok(Some(text)) => Self::patched(&text, &files.config),
            Ok(None) => Self::default(),
            Err(complaint) => Self {
                complaints: vec![complaint],
                ..Self::default()
            },
        }
    }

    /// Takes from `text`, the content of `file`, every setting that can be used.
    pub fn patched(text: &str, file: &Path) -> Self {
        let (entries, complaints) = source::read(text, file);
        let mut loaded = Self {
            complaints,
            ..Self::default()
        };
        for entry in entries {
            loaded.take(entry);
        }
        loaded
    }

    /// Returns every setting and its value as it is written, by name.
    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.settings
            .iter()
            .map(|(name, value)| (name.as_str(), value))
    }

    /// Returns where the user wrote a setting; `None` where the built-in value holds.
    pub fn place_of(&self, setting: &str) -> Option<&Place> {
        self.given.get(setting)
    }

    fn take(&mut self, entry: Entry) {
        let Entry {
            name,
            place,
            content,
        } = entry;
        let known = self.settings.contains_key(&name);
        let value = match content {
            Content::Value(value) => value,
            Content::Table(_) if name == "keys" => {
                let hint = "write them into keymap.toml beside this file, without this heading";
                return self.complain(place.complain("keys are not set here", hint));
            }
            Content::Table(_) => Value::Table(Table::new()),
            Content::Unusable => {
                let message = format!("`{name}` is not a usable value");
                return self.complain(place.complain(message, ""));
            }
        };
        let mut settings = self.settings.clone();
        settings.insert(name.clone(), value);
        match Config::deserialize(settings.clone()) {
            Ok(config) => {
                self.config = config;
                self.given.insert(name, place);
                self.settings = settings;
            }
            Err(_) if !known => {
                let names: Vec<&str> = self.settings.keys().map(String::as_str).collect();
                let hint = format!("the settings are {}", names.join(", "));
                self.complain(place.complain(format!("there is no setting `{name}`"), hint));
            }
            Err(error) => {
                let usual = self.settings.get(&name).map(Value::to_string);
                let hint = format!("{} holds instead", usual.unwrap_or_default());
                let message = error.message().trim_end().replace('\n', ", ");
                self.complain(place.complain(format!("`{name}`: {message}"), hint));
            }
        }
    }

    fn complain(&mut self, complaint: Complaint) {
        self.complaints.push(complaint);
    }
}

fn measure<'de, D: Deserializer<'de>>(source: D) -> Result<u16, D::Error> {
    within(source, MEASURES, "columns")
}

fn per_cent<'de, D: Deserializer<'de>>(source: D) -> Result<u16, D::Error> {
    within(source, PER_CENTS, "per cent")
}

fn within<'de, D: Deserializer<'de>>(
    source: D,
    range: std::ops::RangeInclusive<u16>,
    unit: &str,
) -> Result<u16, D::Error> {
    let number = u16::deserialize(source)?;
    if range.contains(&number) {
        Ok(number)
    } else {
        Err(de::Error::custom(format_args!(
            "{number} is not between {} and {} {unit}",
            range.start(),
            range.end()
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, complaints: &[&str]) -> Loaded {
        let loaded = Loaded::patched(text, Path::new("my.toml"));
        let found: Vec<String> = loaded.complaints.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), complaints.len(), "{found:?}");
        for (found, wanted) in found.iter().zip(complaints) {
            assert!(found.starts_with(wanted), "{found} is not {wanted}");
        }
        loaded
    }

    #[test]
    fn what_the_user_writes_replaces_the_built_in_value_and_is_known_to_be_theirs() {
        let loaded = check("measure = 60\nlayout = 'wide-reading'\n", &[]);
        assert_eq!(loaded.config.measure, 60);
        assert_eq!(loaded.config.layout, Layout::WideReading);
        assert_eq!(loaded.config.theme, Config::default().theme);
        let line = |name| loaded.place_of(name).and_then(|place| place.line);
        assert_eq!((line("layout"), line("theme")), (Some(2), None));
    }

    #[test]
    fn a_bad_setting_is_named_with_its_line_and_spoils_no_other() {
        let loaded = check(
            "# mine\nmeasure = 6\nmous = true\n\nascii = 'yes'\nzoom = \"century\"\ntheme = \"light\"\n",
            &[
                "my.toml:2: `measure`: 6 is not between 20 and 200 columns (72 holds instead)",
                "my.toml:3: there is no setting `mous` (the settings are",
                "my.toml:5: `ascii`: invalid type",
                "my.toml:6: `zoom`: unknown variant `century`",
            ],
        );
        assert_eq!(loaded.config.measure, Config::default().measure);
        assert_eq!(loaded.config.theme, "light");
    }

    #[test]
    fn keys_in_the_settings_are_told_where_to_move() {
        check(
            "[keys]\nnext = \"n\"\n",
            &["my.toml:1: keys are not set here (write them into keymap.toml"],
        );
    }

    #[test]
    fn broken_toml_is_a_complaint_and_the_rest_is_taken() {
        let loaded = check("measure = = 3\nmouse = true\n", &["my.toml:1: "]);
        assert!(loaded.config.mouse);
    }

    #[test]
    fn the_names_of_choices_are_those_the_file_takes() {
        for layout in Layout::ALL {
            let loaded = check(&format!("layout = \"{}\"", layout.name()), &[]);
            assert_eq!(loaded.config.layout, *layout);
        }
        for zoom in StartZoom::ALL {
            let loaded = check(&format!("zoom = \"{}\"", zoom.name()), &[]);
            assert_eq!(loaded.config.zoom, *zoom);
        }
    }
}
