//! The part someone plays in what is told.

/// Which part someone plays, the foremost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartPlayed {
    /// Does what is told, or says it.
    Acts,
    /// It is done to them, and the sentence speaks of them: "Roe was arrested".
    Undergoes,
    /// Is told, met, asked or written to.
    Addressed,
    /// Is in the sentence, and no more is known.
    Mentioned,
}

impl PartPlayed {
    /// Returns the word that the exports print.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acts => "acts",
            Self::Undergoes => "undergoes",
            Self::Addressed => "addressed",
            Self::Mentioned => "mentioned",
        }
    }
}

/// Someone in a report or an event: a name of the article, or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant<Id> {
    pub who: Id,
    pub part: PartPlayed,
}

impl<Id: Copy> Participant<Id> {
    /// Gives several their parts, of whom the first acts.
    pub fn led_by_first(everyone: &[Id]) -> Vec<Self> {
        let parts =
            std::iter::once(PartPlayed::Acts).chain(std::iter::repeat(PartPlayed::Mentioned));
        let everyone = everyone.iter().zip(parts);
        everyone
            .map(|(who, part)| Self { who: *who, part })
            .collect()
    }
}
