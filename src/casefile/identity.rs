//! Which document a fact is about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::document::Document;

/// Names a document by its headline and text, so that a moved or copied file
/// keeps what is said of it.
///
/// Prints as 32 hexadecimal digits, and parses from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentKey(pub u128);

impl DocumentKey {
    /// The lowest and the highest key.
    pub const FIRST: Self = Self(0);
    pub const LAST: Self = Self(u128::MAX);

    /// Makes the key of a document's own content.
    pub fn of(document: &Document) -> Self {
        let mut hasher = Xxh3::new();
        hasher.update(document.headline.as_bytes());
        hasher.update(&[0]);
        hasher.update(document.text.as_bytes());
        Self(hasher.digest128())
    }
}

impl fmt::Display for DocumentKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

/// Says that a text is no key of a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key of a document")]
pub struct NoKey(pub String);

impl FromStr for DocumentKey {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits);
        number.map(Self).ok_or_else(|| NoKey(text.to_owned()))
    }
}

impl TryFrom<String> for DocumentKey {
    type Error = NoKey;

    fn try_from(text: String) -> Result<Self, NoKey> {
        text.parse()
    }
}

impl From<DocumentKey> for String {
    fn from(key: DocumentKey) -> Self {
        key.to_string()
    }
}
