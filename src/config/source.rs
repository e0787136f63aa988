//! A file of settings, taken apart into entries that know their lines.
//!
//! What the parser stumbles over becomes a complaint; what stands on other
//! lines is taken all the same.

use std::path::{Path, PathBuf};

use toml::Value;
use toml::de::{DeTable, DeValue};

use super::Complaint;

/// A line of a settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: PathBuf,
    /// From 1; `None` when the file as a whole is meant.
    pub line: Option<usize>,
}

/// What a name was given.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Value(Value),
    /// A table of its own, in the order of the file.
    Table(Vec<Entry>),
    /// A number beyond all numbers.
    Unusable,
}

/// One name and what it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub name: String,
    pub place: Place,
    pub content: Content,
}

impl Place {
    /// Makes the place that is all of a file.
    pub fn whole(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
        }
    }

    /// Makes a complaint about this line.
    pub fn complain(&self, message: impl Into<String>, hint: impl Into<String>) -> Complaint {
        Complaint {
            place: self.clone(),
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// Takes `text`, the content of `file`, apart; entries stand in its order.
pub fn read(text: &str, file: &Path) -> (Vec<Entry>, Vec<Complaint>) {
    let lines = Lines { text, file };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut complaints: Vec<Complaint> = Vec::new();
    for error in errors {
        let place = lines.place(error.span().map_or(0, |span| span.start));
        // One slip makes the parser stumble several times on its line.
        if !complaints.iter().any(|known| known.place == place) {
            complaints.push(place.complain(error.message(), "this line is passed over"));
        }
    }
    let broken = |place: &Place| complaints.iter().any(|known| known.place == *place);
    let entries = lines.entries(table.get_ref(), &broken);
    (entries, complaints)
}

struct Lines<'a> {
    text: &'a str,
    file: &'a Path,
}

impl Lines<'_> {
    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        Place {
            file: self.file.to_owned(),
            line: Some(before.matches('\n').count() + 1),
        }
    }

    fn entries(&self, table: &DeTable<'_>, broken: &impl Fn(&Place) -> bool) -> Vec<Entry> {
        let mut named: Vec<_> = table.iter().collect();
        named.sort_by_key(|(name, _)| name.span().start);
        let entries = named.into_iter().map(|(name, value)| Entry {
            name: name.get_ref().clone().into_owned(),
            place: self.place(name.span().start),
            content: match value.get_ref() {
                DeValue::Table(table) => Content::Table(self.entries(table, broken)),
                value => plain(value).map_or(Content::Unusable, Content::Value),
            },
        });
        entries.filter(|entry| !broken(&entry.place)).collect()
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
