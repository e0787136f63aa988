//! Who is named: mentions, the person each stands for, roles, and quotes.

use crate::analysis::lexicon::Lexicon;
use crate::analysis::text::Text;
use crate::document::Span;

/// Points at a [`Name`] of the same article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// A name in one place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name alone: no honorific, no role, no possessive ending.
    pub span: Span,
    pub name: NameId,
    /// Index of its sentence.
    pub sentence: u32,
}

/// What someone is said to be, where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// As written, without the name ("Spokesman for the Iranian Foreign Ministry").
    pub text: String,
    pub span: Span,
}

/// Who the mentions of one article stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The fullest form in the article, without honorifics.
    pub full: String,
    /// Other forms it takes in the article, without `full`.
    pub aliases: Vec<String>,
    /// Honorifics seen ("Mr.", "President"), for telling bearers apart.
    pub honorifics: Vec<String>,
    /// In order of the text.
    pub roles: Vec<Role>,
}

/// How sure it is who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribution {
    /// Nobody could be found.
    None,
    /// Inherited, or through a pronoun or a role.
    Likely,
    /// The speaker is named beside the quotation.
    Sure,
}

/// Words in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// Marks included.
    pub span: Span,
    pub speaker: Option<NameId>,
    pub attribution: Attribution,
}

/// The word lists the finder leans on.
#[derive(Debug)]
pub struct Lists;

impl Lists {
    /// Loads the built-in English lists.
    pub fn english() -> Self {
        Self
    }
}

/// What [`find`] found.
#[derive(Debug, Clone, Default)]
pub struct People {
    pub names: Vec<Name>,
    pub mentions: Vec<Mention>,
    pub quotes: Vec<Quote>,
}

/// Finds the people of a text and what they say.
pub fn find(_text: &Text<'_>, _lexicon: &Lexicon) -> People {
    People::default()
}
