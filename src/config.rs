//! Settings: the built-in ones, patched by the user's file.
//!
//! The built-in settings are `assets/config.toml`, which is also their
//! documentation. A user's file is taken setting by setting: what cannot be
//! used becomes a [`Complaint`] with its line, and the built-in value stands.
//! What a key or an action's name means is not known here; whoever uses them
//! complains through [`Place::complain`].

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use serde::{Deserialize, Deserializer, de};
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

const BUILT_IN: &str = include_str!("../assets/config.toml");

/// The columns a line of the reading view may have: fewer are unreadable, more never fit.
const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

/// What the user can choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    pub theme: ThemeName,
    /// Columns a line of the reading view may have.
    #[serde(deserialize_with = "measure")]
    pub measure: u16,
    /// Whether the mouse belongs to the program from the start.
    pub mouse: bool,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Keys for actions, in the order of the file.
    #[serde(deserialize_with = "no_bindings")]
    pub keys: Vec<Binding>,
}

/// The themes that come with the program, by their file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// Without colours.
    Plain,
}

/// Keys the user gives to an action, instead of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The action's name, as written.
    pub action: String,
    /// Keys as written; none takes the action's keys away.
    pub keys: Vec<String>,
    pub place: Place,
}

/// A line of a settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: PathBuf,
    /// From 1; `None` when the file as a whole is meant.
    pub line: Option<usize>,
}

/// Why a setting was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub place: Place,
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Place {
    /// Makes a complaint about this line.
    pub fn complain(&self, message: impl Into<String>, hint: impl Into<String>) -> Complaint {
        Complaint {
            place: self.clone(),
            message: message.into(),
            hint: hint.into(),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.place.file.display())?;
        if let Some(line) = self.place.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}", self.message)?;
        if !self.hint.is_empty() {
            write!(out, " ({})", self.hint)?;
        }
        Ok(())
    }
}

impl Default for Config {
    fn default() -> Self {
        toml::from_str(BUILT_IN).expect("the built-in settings are whole")
    }
}

impl Config {
    /// Reads the user's settings: from the file `NEWSREADER_CONFIG` names, or
    /// else from the system's place, where having none is no fault.
    pub fn load() -> (Self, Vec<Complaint>) {
        match env::var_os("NEWSREADER_CONFIG") {
            Some(named) if named.is_empty() => (Self::default(), Vec::new()),
            Some(named) => Self::read(Path::new(&named)),
            None => match directories::ProjectDirs::from("", "", "newsreader") {
                Some(places) => {
                    let file = places.config_dir().join("config.toml");
                    if file.exists() {
                        Self::read(&file)
                    } else {
                        (Self::default(), Vec::new())
                    }
                }
                None => (Self::default(), Vec::new()),
            },
        }
    }

    fn read(file: &Path) -> (Self, Vec<Complaint>) {
        match fs::read_to_string(file) {
            Ok(text) => Self::patched(&text, file),
            Err(error) => {
                let place = Place {
                    file: file.to_owned(),
                    line: None,
                };
                let message = match error.kind() {
                    io::ErrorKind::NotFound => "no such file".to_owned(),
                    _ => error.to_string(),
                };
                let complaint = place.complain(message, "the built-in settings hold");
                (Self::default(), vec![complaint])
            }
        }
    }

    /// Takes from `text`, the content of `file`, every setting that can be used.
    pub fn patched(text: &str, file: &Path) -> (Self, Vec<Complaint>) {
        let mut patch = Patch {
            text,
            file,
            settings: toml::from_str(BUILT_IN).expect("the built-in settings are whole"),
            config: Self::default(),
            complaints: Vec::new(),
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let place = patch.place(error.span().map_or(0, |span| span.start));
            // One slip makes the parser stumble several times on its line.
            if !patch.is_broken(&place) {
                let complaint = place.complain(error.message(), "this line is passed over");
                patch.complaints.push(complaint);
            }
        }
        patch.take(table.get_ref());
        (patch.config, patch.complaints)
    }
}

/// A user's file being taken over, setting by setting.
struct Patch<'a> {
    text: &'a str,
    file: &'a Path,
    /// The settings so far, as they are written.
    settings: Table,
    config: Config,
    complaints: Vec<Complaint>,
}

impl Patch<'_> {
    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        Place {
            file: self.file.to_owned(),
            line: Some(before.matches('\n').count() + 1),
        }
    }

    fn is_broken(&self, place: &Place) -> bool {
        let mut complaints = self.complaints.iter();
        complaints.any(|complaint| complaint.place == *place)
    }

    fn take(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            match value.get_ref() {
                DeValue::Table(keys) if name.get_ref() == "keys" => self.take_keys(keys),
                DeValue::Table(_)
                | DeValue::String(_)
                | DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_) => self.take_setting(name.get_ref(), value),
            }
        }
    }

    fn take_setting(&mut self, name: &str, value: &Spanned<DeValue<'_>>) {
        let place = self.place(value.span().start);
        if self.is_broken(&place) {
            return;
        }
        let mut settings = self.settings.clone();
        let known = settings.contains_key(name);
        let Some(plain) = plain(value.get_ref()) else {
            let complaint = place.complain(format!("`{name}` is not a usable value"), "");
            self.complaints.push(complaint);
            return;
        };
        settings.insert(name.to_owned(), plain);
        match Config::deserialize(settings.clone()) {
            Ok(config) => {
                let keys = std::mem::take(&mut self.config.keys);
                self.config = Config { keys, ..config };
                self.settings = settings;
            }
            Err(_) if !known => {
                let names: Vec<&str> = self.settings.keys().map(String::as_str).collect();
                let hint = format!("the settings are {}", names.join(", "));
                let complaint = place.complain(format!("there is no setting `{name}`"), hint);
                self.complaints.push(complaint);
            }
            Err(error) => {
                let usual = self.settings.get(name).map(Value::to_string);
                let hint = format!("{} holds instead", usual.unwrap_or_default());
                let complaint = place.complain(format!("`{name}`: {}", error.message()), hint);
                self.complaints.push(complaint);
            }
        }
    }

    fn take_keys(&mut self, table: &DeTable<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let place = self.place(name.span().start);
            if self.is_broken(&place) {
                continue;
            }
            let action = name.get_ref().clone().into_owned();
            let keys = plain(value.get_ref()).and_then(|value| match value {
                Value::String(key) => Some(vec![key]),
                Value::Array(keys) => keys
                    .into_iter()
                    .map(|key| key.as_str().map(str::to_owned))
                    .collect(),
                Value::Integer(_)
                | Value::Float(_)
                | Value::Boolean(_)
                | Value::Datetime(_)
                | Value::Table(_) => None,
            });
            match keys {
                Some(keys) => self.config.keys.push(Binding {
                    action,
                    keys,
                    place,
                }),
                None => self.complaints.push(place.complain(
                    format!("`{action}`: keys are a list of names"),
                    "write it like [\"j\", \"ctrl-n\"]",
                )),
            }
        }
    }
}

/// Frees a value from its place in the file; `None` for a number out of range.
fn plain(value: &DeValue<'_>) -> Option<Value> {
    Some(match value {
        DeValue::String(text) => Value::String(text.clone().into_owned()),
        DeValue::Integer(number) => {
            Value::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok()?)
        }
        DeValue::Float(number) => Value::Float(number.as_str().parse().ok()?),
        DeValue::Boolean(flag) => Value::Boolean(*flag),
        DeValue::Datetime(moment) => Value::Datetime(*moment),
        DeValue::Array(values) => Value::Array(
            values
                .iter()
                .map(|value| plain(value.get_ref()))
                .collect::<Option<_>>()?,
        ),
        DeValue::Table(table) => Value::Table(
            table
                .iter()
                .map(|(name, value)| {
                    Some((name.get_ref().clone().into_owned(), plain(value.get_ref())?))
                })
                .collect::<Option<_>>()?,
        ),
    })
}

fn measure<'de, D: Deserializer<'de>>(source: D) -> Result<u16, D::Error> {
    let columns = u16::deserialize(source)?;
    if MEASURES.contains(&columns) {
        Ok(columns)
    } else {
        Err(de::Error::custom(format_args!(
            "{columns} is not between {} and {} columns",
            MEASURES.start(),
            MEASURES.end()
        )))
    }
}

/// Keys are taken one by one with their places; the built-in file holds none.
fn no_bindings<'de, D: Deserializer<'de>>(source: D) -> Result<Vec<Binding>, D::Error> {
    let keys = Table::deserialize(source)?;
    if keys.is_empty() {
        Ok(Vec::new())
    } else {
        Err(de::Error::custom("not a table of keys"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, complaints: &[&str]) -> Config {
        let (config, found) = Config::patched(text, Path::new("my.toml"));
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), complaints.len(), "{found:?}");
        for (found, wanted) in found.iter().zip(complaints) {
            assert!(found.starts_with(wanted), "{found} is not {wanted}");
        }
        config
    }

    #[test]
    fn what_the_user_writes_replaces_the_built_in_value() {
        let config = check("measure = 60\nmouse = true\n", &[]);
        assert_eq!((config.measure, config.mouse), (60, true));
        assert_eq!(config.theme, Config::default().theme);
    }

    #[test]
    fn a_bad_setting_is_named_with_its_line_and_spoils_no_other() {
        let config = check(
            "# mine\nmeasure = 6\nmous = true\n\nascii = 'yes'\ntheme = \"light\"\n",
            &[
                "my.toml:2: `measure`: 6 is not between 20 and 200 columns (72 holds instead)",
                "my.toml:3: there is no setting `mous` (the settings are",
                "my.toml:5: `ascii`: invalid type",
            ],
        );
        assert_eq!(config.measure, Config::default().measure);
        assert_eq!(config.theme, ThemeName::Light);
    }

    #[test]
    fn keys_come_with_their_lines() {
        let config = check(
            "[keys]\nnext = [\"n\", \"down\"]\nquit = \"x\"\nfind = 3\nopen = []\n",
            &["my.toml:4: `find`: keys are a list of names"],
        );
        let bindings: Vec<_> = config
            .keys
            .iter()
            .map(|binding| {
                (
                    binding.action.as_str(),
                    binding.keys.len(),
                    binding.place.line,
                )
            })
            .collect();
        assert_eq!(
            bindings,
            [
                ("next", 2, Some(2)),
                ("quit", 1, Some(3)),
                ("open", 0, Some(5))
            ]
        );
    }

    #[test]
    fn broken_toml_is_a_complaint_and_the_rest_is_taken() {
        let config = check("measure = = 3\nmouse = true\n", &["my.toml:1: "]);
        assert!(config.mouse);
    }

    #[test]
    fn a_settings_file_that_is_not_there_is_a_complaint() {
        let (config, complaints) = Config::read(Path::new("no/such/config.toml"));
        assert_eq!(config, Config::default());
        assert_eq!(complaints[0].message, "no such file");
    }
}
