//! What a file says about its text: front matter and sidecar.
//!
//! One table of keys serves YAML between `---`, TOML between `+++` and a
//! sidecar. What is written there is cleaned before it is kept; what cannot be
//! understood is left aside and never costs the text.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Published, PublishedFrom, clean, written};

/// What metadata may say, each entry clean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub licence: Option<String>,
    pub tags: Vec<String>,
    pub published: Option<Published>,
    /// What the text is about, in the file's own words: the text itself where there is no other.
    /// Not cleaned, so that it can be found again in the file.
    pub summary: Option<String>,
}

/// A value of YAML or TOML, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    List(Vec<Value>),
    Table(BTreeMap<String, Value>),
}

type Table = BTreeMap<String, Value>;

/// Keys for one thing, the most telling first; compared without case, `-` and `_`.
const TITLE: &[&str] = &["title", "headline"];
const BYLINE: &[&str] = &["author", "authors", "byline", "by", "creator", "writer"];
const PUBLISHER: &[&str] = &[
    "publisher",
    "source",
    "sitename",
    "publication",
    "newspaper",
    "agency",
];
const URL: &[&str] = &[
    "url",
    "sourceurl",
    "canonicalurl",
    "canonical",
    "link",
    "source",
];
const LICENCE: &[&str] = &["licence", "license", "rights"];
const TAGS: &[&str] = &[
    "tags",
    "topics",
    "keywords",
    "categories",
    "tag",
    "topic",
    "category",
];
const PUBLISHED: &[&str] = &[
    "published",
    "datepublished",
    "publishedat",
    "publishedon",
    "publishdate",
    "pubdate",
    "publicationdate",
    "date",
    "datecreated",
    "created",
    "issued",
];
const SUMMARY: &[&str] = &[
    "summary",
    "description",
    "deck",
    "excerpt",
    "abstract",
    "lead",
];
/// `published_is = "inferred"` says that the date was concluded, not stated.
const PUBLISHED_IS: &[&str] = &["publishedis", "dateis"];

/// So many tags are kept, each so long in characters: more is no list of topics.
const MOST_TAGS: usize = 40;
const LONGEST_TAG: usize = 60;

impl Metadata {
    /// Reads the YAML of front matter.
    pub fn from_yaml(source: &str) -> Self {
        let parsed: Result<serde_json::Value, _> = serde_saphyr::from_str(source);
        match parsed.ok().and_then(of_json) {
            Some(Value::Table(table)) => Self::of(&table),
            Some(Value::Text(_) | Value::List(_)) | None => Self::of(&of_lines(source, ':')),
        }
    }

    /// Reads the TOML of front matter or a sidecar.
    pub fn from_toml(source: &str) -> Self {
        match source.parse::<toml::Table>() {
            Ok(table) => Self::of(&of_toml_table(table)),
            Err(_) => Self::of(&of_lines(source, '=')),
        }
    }

    /// Takes what `other` says where this says nothing.
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            byline: self.byline.or(other.byline),
            publisher: self.publisher.or(other.publisher),
            url: self.url.or(other.url),
            licence: self.licence.or(other.licence),
            tags: if self.tags.is_empty() {
                other.tags
            } else {
                self.tags
            },
            published: self.published.or(other.published),
            summary: self.summary.or(other.summary),
        }
    }

    /// Finds the summary in the front matter it was read from, as bytes of it.
    ///
    /// `None` without one, and for one that is folded or escaped there.
    pub fn summary_within(&self, front: &str) -> Option<(usize, usize)> {
        let summary = self.summary.as_deref()?.trim();
        let start = front.find(summary)?;
        Some((start, start + summary.len()))
    }

    fn of(table: &Table) -> Self {
        let keys: Table = table
            .iter()
            .map(|(key, value)| (bare(key), value.clone()))
            .collect();
        let text = |names: &[&str]| find(&keys, names, joined);
        Self {
            title: text(TITLE),
            byline: text(BYLINE),
            publisher: find(&keys, PUBLISHER, |value| {
                joined(value).filter(|name| !is_url(name))
            }),
            url: find(&keys, URL, |value| {
                joined(value).filter(|name| is_url(name))
            }),
            licence: text(LICENCE),
            tags: TAGS
                .iter()
                .find_map(|name| keys.get(*name).map(tags))
                .unwrap_or_default(),
            published: find(&keys, PUBLISHED, date).map(|date| Published {
                date,
                from: match text(PUBLISHED_IS) {
                    Some(how) if how.eq_ignore_ascii_case("inferred") => PublishedFrom::Inferred,
                    Some(_) | None => PublishedFrom::Metadata,
                },
            }),
            summary: find(&keys, SUMMARY, |value| match value {
                Value::Text(text) if !text.trim().is_empty() => Some(text.clone()),
                Value::Text(_) | Value::List(_) | Value::Table(_) => None,
            }),
        }
    }
}

fn find<T>(keys: &Table, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
    names.iter().find_map(|name| read(keys.get(*name)?))
}

fn bare(key: &str) -> String {
    let is_kept = |character: &char| character.is_alphanumeric();
    key.chars()
        .filter(is_kept)
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_url(value: &str) -> bool {
    let rest = value
        .strip_prefix("https://")
        .or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// One clean line of a value: a list with commas, of a table its name.
fn joined(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => clean::line(text),
        Value::List(values) => {
            let parts: Vec<String> = values.iter().filter_map(joined).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        Value::Table(table) => find(table, &["name", "title", "url", "id"], joined),
    }
}

fn date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Text(text) => written::date(text),
        Value::List(values) => values.iter().find_map(date),
        Value::Table(_) => None,
    }
}

/// Topics of a list, or of one text parted by commas.
fn tags(value: &Value) -> Vec<String> {
    let all: Vec<String> = match value {
        Value::Text(text) => text.split([',', ';']).filter_map(clean::line).collect(),
        Value::List(values) => values.iter().filter_map(joined).collect(),
        Value::Table(_) => Vec::new(),
    };
    let mut kept: Vec<String> = Vec::new();
    for tag in all {
        if tag.chars().count() <= LONGEST_TAG && kept.len() < MOST_TAGS && !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    kept
}

fn of_json(value: serde_json::Value) -> Option<Value> {
    use serde_json::Value as Json;
    Some(match value {
        Json::Null | Json::Bool(_) => return None,
        Json::Number(number) => Value::Text(number.to_string()),
        Json::String(text) => Value::Text(text),
        Json::Array(values) => Value::List(values.into_iter().filter_map(of_json).collect()),
        Json::Object(entries) => Value::Table(
            entries
                .into_iter()
                .filter_map(|(key, value)| Some((key, of_json(value)?)))
                .collect(),
        ),
    })
}

fn of_toml_table(table: toml::Table) -> Table {
    table
        .into_iter()
        .filter_map(|(key, value)| Some((key, of_toml(value)?)))
        .collect()
}

fn of_toml(value: toml::Value) -> Option<Value> {
    use toml::Value as Toml;
    Some(match value {
        Toml::String(text) => Value::Text(text),
        Toml::Integer(number) => Value::Text(number.to_string()),
        Toml::Float(number) => Value::Text(number.to_string()),
        Toml::Datetime(when) => Value::Text(when.to_string()),
        Toml::Boolean(_) => return None,
        Toml::Array(values) => Value::List(values.into_iter().filter_map(of_toml).collect()),
        Toml::Table(table) => Value::Table(of_toml_table(table)),
    })
}

/// Saves from broken metadata what stands as `key: value` on a line of its own.
fn of_lines(source: &str, sign: char) -> Table {
    source
        .lines()
        .filter(|line| line.starts_with(char::is_alphabetic))
        .filter_map(|line| line.split_once(sign))
        .map(|(key, value)| {
            let value = value.trim().trim_matches(['"', '\'']);
            (key.trim().to_owned(), Value::Text(value.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn yaml_and_toml_say_the_same() {
        let expected = Metadata {
            title: Some("Rain: at last".to_owned()),
            byline: Some("A. Writer, B. Writer".to_owned()),
            publisher: Some("The Valley Post".to_owned()),
            url: Some("https://example.org/rain".to_owned()),
            licence: Some("CC BY 4.0".to_owned()),
            tags: vec!["rain".to_owned(), "valley".to_owned()],
            published: Some(Published {
                date: day(2021, 8, 14),
                from: PublishedFrom::Metadata,
            }),
            summary: Some("It rained.".to_owned()),
        };
        let yaml = "title: 'Rain: at last'\nauthors:\n- A. Writer\n- name: B. Writer\n\
            source: The Valley Post\nurl: https://example.org/rain\nlicense: CC BY 4.0\n\
            topics: [rain, valley, rain]\ndate: 2021-08-14 9:05:01 -0400\nweight: 3\ndraft: false\n\
            description: It rained.\n";
        let toml = "title = 'Rain: at last'\nauthor = ['A. Writer', 'B. Writer']\n\
            publisher = 'The Valley Post'\nURL = 'https://example.org/rain'\nlicence = 'CC BY 4.0'\n\
            tags = 'rain, valley'\npublish-date = 2021-08-14T09:05:01Z\n\
            summary = 'It rained.'\n";
        assert_eq!(Metadata::from_yaml(yaml), expected);
        assert_eq!(Metadata::from_toml(toml), expected);
    }

    #[test]
    fn a_source_may_be_an_address_and_a_date_inferred() {
        let read = Metadata::from_toml(
            "source = 'https://example.org/x'\npublished = 2021-08-14\npublished_is = 'inferred'",
        );
        assert_eq!(read.url.as_deref(), Some("https://example.org/x"));
        assert_eq!(read.publisher, None);
        assert_eq!(
            read.published.map(|date| date.from),
            Some(PublishedFrom::Inferred)
        );
    }

    #[test]
    fn broken_metadata_gives_what_its_lines_give() {
        let read = Metadata::from_yaml("title: Rain: at: last\ndate: 2021-08-14\n\t- [oops\n");
        assert_eq!(read.title.as_deref(), Some("Rain: at: last"));
        assert_eq!(read.published.map(|date| date.date), Some(day(2021, 8, 14)));
        assert_eq!(
            Metadata::from_toml("title = \"Rain\nx = [")
                .title
                .as_deref(),
            Some("Rain")
        );
    }

    #[test]
    fn values_cannot_drive_the_terminal() {
        let read = Metadata::from_yaml("title: \"a\\e[2Jb\\u202ec\"\nurl: 'javascript:x'\n");
        assert_eq!(read.title.as_deref(), Some("abc"));
        assert_eq!(read.url, None);
    }
}
