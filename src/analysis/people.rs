//! Who is named: mentions, the person each stands for, roles, and quotes.
//!
//! The way from text to people: `pieces` joins tokens and looks them up in
//! the `lists` and the `gazetteer`; the [`model`] marks names; `agree` makes lone
//! words agree with full names, and `find` cuts off what is no part of them;
//! `byline` takes out who wrote the text; `refer` says which names are one
//! person; `role` reads what they are said to be; `quotes` what they say, in
//! marks or reported; `described` where a role stands for one of them.
//! Nothing here looks beyond one article.

mod agree;
mod antecedent;
mod byline;
mod described;
mod find;
mod gazetteer;
mod holder;
mod lines;
mod lists;
mod marks;
pub mod model;
mod nicknames;
mod phrase;
mod pieces;
mod quotes;
mod refer;
mod reported;
mod role;
mod speaker;
mod speech;
mod subject;
#[cfg(test)]
pub(super) mod tests;

use crate::analysis::text::Text;
use crate::document::Span;

pub use lists::Lists;
pub use model::Model;
pub use nicknames::Nicknames;

/// Points at a [`Name`] of the same article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// Someone in one place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name alone: no honorific, no role, no possessive ending.
    pub span: Span,
    pub name: NameId,
    /// Index of its sentence.
    pub sentence: u32,
    pub kind: MentionKind,
    /// Why it stands for this name.
    pub join: Join,
}

/// How a mention speaks of someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionKind {
    Named,
    /// By a role only one person of the article has ("the spokesman").
    Described,
}

/// Why a mention was joined to its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Join {
    /// It is the fullest form itself, or nobody else is called so.
    Itself,
    /// It is the fullest form but for capitals, accents or marks.
    Spelling,
    /// It leaves out words of the fullest form, or cuts them to initials.
    Shortened(Among),
    /// Its given name is a short form of the full one, or the full one of it.
    Nickname(Among),
    /// It is the surname.
    Surname(Among),
    /// It is a word inside the full name, or half of a double surname.
    Inner(Among),
    /// It is the first word of the full name.
    Given(Among),
    /// It names several of one surname: "the Roes", "Mr. and Mrs. Roe".
    Family,
    /// It is a role that only one person of the article has.
    Role,
}

/// How the bearer of a shorter form was chosen among those of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Among {
    /// There is only one.
    Only,
    /// The others are of another gender, or another generation.
    Gender,
    /// Only one has the title, or is known to be the older or the younger.
    Title,
    /// The one named last.
    Nearest,
}

impl Join {
    /// Returns the word that exports print.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::Spelling => "spelling",
            Self::Shortened(_) => "shortened",
            Self::Nickname(_) => "nickname",
            Self::Surname(_) => "surname",
            Self::Inner(_) => "inner",
            Self::Given(_) => "given",
            Self::Family => "family",
            Self::Role => "role",
        }
    }

    /// Returns how the bearer was chosen; `None` where there was no choice to make.
    pub fn among(self) -> Option<Among> {
        match self {
            Self::Shortened(among)
            | Self::Nickname(among)
            | Self::Surname(among)
            | Self::Inner(among)
            | Self::Given(among) => Some(among),
            Self::Itself | Self::Spelling | Self::Family | Self::Role => None,
        }
    }
}

impl Among {
    /// Returns the word that exports print.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Gender => "gender",
            Self::Title => "title",
            Self::Nearest => "nearest",
        }
    }
}

/// What someone is said to be, where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// As written, without the name ("Spokesman for the Iranian Foreign Ministry").
    pub text: String,
    pub span: Span,
}

/// Whom a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    Person,
    /// Several of one surname: "the Roes", "Mr. and Mrs. Roe".
    Family,
}

/// Who the mentions of one article stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub kind: NameKind,
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

impl Attribution {
    /// Returns its name in the exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// Whether the words themselves are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// They are: in quotation marks, in a speaker's line or a signed block quotation.
    Direct,
    /// What was said, in the writer's words: "said that it would rain".
    Reported,
}

impl QuoteKind {
    /// Returns its name in the exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Reported => "reported",
        }
    }
}

/// What someone is quoted as saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    pub kind: QuoteKind,
    /// Marks included. A reported clause goes without "that" and without who said
    /// it; one that its attribution interrupts is two.
    pub span: Span,
    pub speaker: Option<NameId>,
    pub attribution: Attribution,
}

impl Quote {
    /// Says whether it begins with a quotation mark of its text.
    pub fn is_marked(&self, text: &str) -> bool {
        let opens = ['“', '„', '”', '«', '»', '‹', '"', '‘', '\'', '`'];
        self.kind == QuoteKind::Direct && self.span.of(text).starts_with(opens)
    }
}

/// What [`find`] found.
#[derive(Debug, Clone, Default)]
pub struct People {
    pub names: Vec<Name>,
    pub mentions: Vec<Mention>,
    /// In order of the text, not overlapping.
    pub quotes: Vec<Quote>,
    /// The names of those who wrote the text ("By Jane Roe"): no actors of the news.
    pub bylines: Vec<Span>,
}

/// What is known of names before a text is read.
#[derive(Debug)]
pub struct Knowledge {
    pub lists: Lists,
    pub model: Model,
}

impl Knowledge {
    /// Returns the built-in lists and the built-in model for English.
    pub fn english() -> Self {
        Self {
            lists: Lists::english(),
            model: Model::english(),
        }
    }
}

/// Finds the people of a text and what they say.
pub fn find(text: &Text<'_>, knowledge: &Knowledge) -> People {
    let pieces = pieces::Pieces::read(text, &knowledge.lists);
    let mut found = find::find(&pieces, knowledge);
    let bylines = byline::take(&pieces, &mut found);
    People {
        bylines,
        ..of_found(text, &knowledge.lists, &pieces, &found)
    }
}

/// Tells who is meant in a text whose names are known, by their places in
/// order of the text; a name that is no word of the text is left out.
pub fn given(text: &Text<'_>, knowledge: &Knowledge, names: &[Span]) -> People {
    let lists = &knowledge.lists;
    let pieces = pieces::Pieces::read(text, lists);
    let found: Vec<find::Found> = names
        .iter()
        .filter_map(|span| find::Found::at(&pieces, *span))
        .collect();
    of_found(text, lists, &pieces, &found)
}

fn of_found(
    text: &Text<'_>,
    lists: &Lists,
    pieces: &pieces::Pieces<'_>,
    found: &[find::Found],
) -> People {
    let (mut names, mut mentions) = refer::join(pieces, found, lists);
    role::give(pieces, found, &mentions, &mut names);
    let quotes = quotes::find(text, lists, pieces, found, &mentions, &names);
    described::add(text, pieces, &names, &mut mentions);
    People {
        names,
        mentions,
        quotes,
        bylines: Vec::new(),
    }
}
