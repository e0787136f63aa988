//! Who is named: mentions, the person each stands for, roles, and quotes.
//!
//! The way from text to people: `pieces` joins tokens and looks them up in
//! the `lists`; `candidates` are runs of capitalised pieces; `find`
//! decides which of them are names. Nothing here looks beyond one article.

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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::document::Document;

    pub(in crate::analysis) fn people(text: &str) -> People {
        let document = Document::given("test", text, None);
        find(
            &Text::read(&document),
            &crate::analysis::Lexicon::english().people,
        )
    }

    /// The people of a text with their other forms: `Full = alias, alias; Full`.
    fn check_names(text: &str, expected: &str) {
        let found: Vec<String> = people(text)
            .names
            .iter()
            .map(|name| match name.aliases.as_slice() {
                [] => name.full.clone(),
                aliases => format!("{} = {}", name.full, aliases.join(", ")),
            })
            .collect();
        assert_eq!(found.join("; "), expected, "people of {text:?}");
    }

    /// The roles of everyone in a text: `Full: role, role`.
    fn check_roles(text: &str, expected: &str) {
        let found: Vec<String> = people(text)
            .names
            .iter()
            .filter(|name| !name.roles.is_empty())
            .map(|name| {
                let roles: Vec<&str> = name.roles.iter().map(|role| role.text.as_str()).collect();
                format!("{}: {}", name.full, roles.join(", "))
            })
            .collect();
        assert_eq!(found.join("; "), expected, "roles in {text:?}");
    }

    #[test]
    fn titles_and_possessives_are_no_part_of_a_name() {
        check_names("On Monday Mr. Doe left.", "Doe");
        check_names("He met President Mary Doe's envoy.", "Mary Doe");
        check_names(
            "Prime Minister Tobias van der Roe spoke.",
            "Tobias van der Roe",
        );
        check_names("Gen. John Q. Roe, Jr., retired.", "John Q. Roe, Jr.");
    }

    #[test]
    fn places_days_and_organisations_are_no_people() {
        for text in [
            "In Lashkar Gah and Mazar-i-Sharif the Islamic Emirate ruled.",
            "The Tehran Peace Initiative failed in Pul-e Khumri on Friday.",
            "The South Asian Affairs office in Sar-e Pol closed in March.",
            "Speaking in Hong Kong, the World Bank said Sri Lanka must pay.",
            "They flew from St. Louis to Lake Placid for the Stanley Cup.",
            "The United States Digital Service and Data.gov met in New York City.",
        ] {
            check_names(text, "");
        }
    }

    #[test]
    fn names_are_taken_whole_and_words_beside_them_left() {
        check_names(
            "Then William \"Bill\" Smith left.",
            "William \"Bill\" Smith",
        );
        check_names("Descendant Mary Ann Smith left.", "Mary Ann Smith");
        check_names(
            "The film stars Tota Roechow, John Smith and Zed Poebart.",
            "Tota Roechow; John Smith; Zed Poebart",
        );
        check_names(
            "The Obama administration and the Bush family agreed.",
            "Obama; the Bushes",
        );
        check_names("See #Obama and wiki/Barack_Obama.", "");
        check_names("I'm John Smith.", "John Smith");
    }

    #[test]
    fn a_city_before_a_title_is_no_part_of_the_name() {
        check_names("San Francisco Mayor Mary Doe won.", "Mary Doe");
        check_names("The envoy for Afghanistan John Roe left.", "John Roe");
    }

    #[test]
    fn lone_words_join_the_full_name() {
        check_names(
            "Saeed Roebadeh met the press. Roebadeh spoke.",
            "Saeed Roebadeh = Roebadeh",
        );
        check_names(
            "Roebadeh spoke. It was Saeed Roebadeh.",
            "Saeed Roebadeh = Roebadeh",
        );
        check_names(
            "Hossein Amir-Abdollahian arrived. Abdollahian said no.",
            "Hossein Amir-Abdollahian = Abdollahian",
        );
        check_names("Xi Jinping spoke. Later Xi said yes.", "Xi Jinping = Xi");
        check_names(
            "José María Álvarez won. Alvarez wept.",
            "José María Álvarez = Alvarez",
        );
    }

    #[test]
    fn shorter_forms_join_and_other_people_do_not() {
        check_names(
            "Mohammad Javad Zarif met John Q. Smith. Javad Zarif left. J. Smith stayed.",
            "Mohammad Javad Zarif = Javad Zarif; John Q. Smith = J. Smith",
        );
        check_names("Mary Smith met John Smith.", "Mary Smith; John Smith");
    }

    #[test]
    fn the_bearer_named_last_is_meant_unless_the_title_forbids_it() {
        let text = "Mr. Paul Clark met Mrs. Anna Clark. Clark smiled. Mr. Clark left.";
        let people = people(text);
        let bearers: Vec<u32> = people
            .mentions
            .iter()
            .map(|mention| mention.name.0)
            .collect();
        assert_eq!(bearers, [0, 1, 1, 0]);
    }

    #[test]
    fn roles_before_a_name_are_kept_as_written() {
        check_roles(
            "Spokesman for the Ruritanian Foreign Ministry John Smith spoke.",
            "John Smith: Spokesman for the Ruritanian Foreign Ministry",
        );
        check_roles(
            "She met Ruritania's Foreign Minister John Smith.",
            "John Smith: Ruritania's Foreign Minister",
        );
        check_roles(
            "He met former deputy mayor Mary Jones.",
            "Mary Jones: former deputy mayor",
        );
    }

    #[test]
    fn roles_after_a_name_are_kept_as_written() {
        check_roles(
            "Mary Jones, the chief economist of Acme Bank, resigned.",
            "Mary Jones: the chief economist of Acme Bank",
        );
        check_roles("Mary Jones, 45, a teacher, left.", "Mary Jones: a teacher");
        check_roles(
            "Mary Jones, who is mayor of Ayton, left.",
            "Mary Jones: mayor of Ayton",
        );
        check_roles("Mary Jones, mayor since 2019, left.", "Mary Jones: mayor");
        check_roles(
            "Mary Jones is the mayor of Ayton.",
            "Mary Jones: the mayor of Ayton",
        );
        check_roles(
            "Mary Jones, President John Smith and others left.",
            "John Smith: President",
        );
        check_roles("Mary Jones was asked by the president.", "");
    }

    /// The quotations of a text with their speakers, `?` where less sure, `-` for nobody.
    fn check_quotes(text: &str, expected: &[&str]) {
        let people = people(text);
        let document = Document::given("test", text, None);
        let found: Vec<String> = people
            .quotes
            .iter()
            .map(|quote| {
                let speaker = quote
                    .speaker
                    .map_or("-", |name| people.names[name.0 as usize].full.as_str());
                let doubt = match quote.attribution {
                    Attribution::Likely => "?",
                    Attribution::None | Attribution::Sure => "",
                };
                format!("{speaker}{doubt} {}", quote.span.of(&document.text))
            })
            .collect();
        assert_eq!(found, expected, "quotations of {text:?}");
    }

    #[test]
    fn a_speaker_named_beside_the_quotation_is_sure() {
        check_quotes("“We won,” John Smith said.", &["John Smith “We won,”"]);
        check_quotes(
            "“We won,” said coach John Smith.",
            &["John Smith “We won,”"],
        );
        check_quotes("John Smith said: “We won.”", &["John Smith “We won.”"]);
        check_quotes(
            "John Smith also said that \"we won.\"",
            &["John Smith \"we won.\""],
        );
        check_quotes("‘We won’, John Smith said.", &["John Smith ‘We won’"]);
        check_quotes(
            "“We won,” John Smith, the coach of Ayton, said.",
            &["John Smith “We won,”"],
        );
        check_quotes(
            "“We won,” John Smith said, “and that is that.”",
            &["John Smith “We won,”", "John Smith “and that is that.”"],
        );
    }

    #[test]
    fn pronouns_and_roles_stand_for_the_last_who_acted() {
        check_quotes(
            "John Smith met Mary Jones. “We won,” he said.",
            &["John Smith? “We won,”"],
        );
        check_quotes(
            "Mr. John Smith came. Mrs. Mary Jones left. “We won,” he said.",
            &["John Smith? “We won,”"],
        );
        check_quotes(
            "Coach John Smith came. Mary Jones left. “We won,” the coach said.",
            &["John Smith? “We won,”"],
        );
    }

    #[test]
    fn a_speech_goes_on_over_sentences_and_paragraphs() {
        check_quotes(
            "“We won,” John Smith said. “It was a very good day.”",
            &[
                "John Smith “We won,”",
                "John Smith? “It was a very good day.”",
            ],
        );
        check_quotes(
            "John Smith said, “We won.\n\n“It was a good day.”",
            &["John Smith “We won.", "John Smith? “It was a good day.”"],
        );
    }

    #[test]
    fn nobody_is_made_to_speak_who_does_not() {
        check_quotes(
            "John Smith left. “We won the whole of it,” the ministry said.",
            &["- “We won the whole of it,”"],
        );
        check_quotes("The so-called “reform” of John Smith failed.", &[]);
    }
}
