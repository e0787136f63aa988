//! The part of a sentence that tells it: not its first words, but the clause
//! that holds the date and the verb, with the person lifted out. `subject` finds
//! that person.

mod parts;
mod pieces;
mod subject;

use super::clause::{Clause, ClauseKind, Clauses};
use super::participant::Participant;
use super::words::Part;
use super::{Dated, Finder};
use crate::analysis::people::{Mention, NameId};
use crate::analysis::text::Sentence;
use crate::document::Span;

/// Who acts, and the pieces that tell what.
pub(super) struct Told {
    pub actor: Option<NameId>,
    pub pieces: Vec<Span>,
}

/// Fewer tokens than these tell nothing: the whole clause stands instead.
const LEAST: usize = 2;

/// Takes the telling part out of a sentence, for what dates it, and says which
/// part everyone in the sentence plays in it.
pub(super) fn tell(
    finder: &Finder<'_>,
    sentence: &Sentence,
    clauses: &Clauses,
    dated: &Dated<'_>,
    mentions: &[Mention],
) -> (Told, Vec<Participant<NameId>>) {
    let teller = Teller {
        finder,
        clauses,
        date: dated.span,
        mentions,
    };
    let group = dated.clause.group;
    let telling = teller.teller_of(dated.clause);
    let told = match telling {
        Telling::Itself => teller.clause(group),
        Telling::Main => teller.clause(0),
        Telling::Beside => teller.saying(sentence, dated.clause),
        Telling::OfWhom => teller.relative(dated.clause),
        Telling::OfSpeaker => teller.of_speaker(group),
    };
    let people = match telling {
        Telling::Itself | Telling::OfWhom => teller.parts(&[group], told.actor),
        Telling::Main => teller.parts(&[0], told.actor),
        Telling::Beside | Telling::OfSpeaker => teller.parts(&[0, group], told.actor),
    };
    (teller.with_enough(sentence, dated, told), people)
}

/// Says which part everyone in a sentence plays in its main clause.
pub(super) fn people(
    finder: &Finder<'_>,
    clauses: &Clauses,
    mentions: &[Mention],
) -> Vec<Participant<NameId>> {
    let teller = Teller {
        finder,
        clauses,
        date: Span::default(),
        mentions,
    };
    teller.parts(&[0], None)
}

impl Teller<'_> {
    /// What is told, with its subject or whole where it would say too little.
    fn with_enough(&self, sentence: &Sentence, dated: &Dated<'_>, told: Told) -> Told {
        let finder = self.finder;
        // Beside who acts, a verb alone is enough: "Lee … died".
        let is_deed = dated.clause.kind == ClauseKind::Coordinate && told.actor.is_some();
        let least = if is_deed { 1 } else { LEAST };
        if finder.length(&told.pieces) >= least {
            return told;
        }
        // One word says too little without its subject.
        let more = match dated.clause.kind {
            ClauseKind::Infinitive | ClauseKind::Coordinate => {
                self.saying(sentence, dated.clause).pieces
            }
            ClauseKind::Main
            | ClauseKind::Attribution
            | ClauseKind::Reported
            | ClauseKind::Participle
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => self.with_subject(dated.clause.group),
            // "When it opened in 2010 there were three": no comma shows where it ends.
            ClauseKind::Subordinate => Vec::new(),
        };
        let pieces = if finder.length(&more) >= LEAST {
            more
        } else {
            vec![sentence.span]
        };
        Told { pieces, ..told }
    }
}

impl Finder<'_> {
    /// How many tokens the pieces have.
    fn length(&self, pieces: &[Span]) -> usize {
        let tokens = |piece: &Span| self.token_at(piece.end) - self.token_at(piece.start);
        pieces.iter().map(tokens).sum()
    }
}

/// What tells a thing that a clause dates.
enum Telling {
    /// The clause.
    Itself,
    /// The main clause, which it only dates.
    Main,
    /// The main clause and it.
    Beside,
    /// The clause, with the noun before it.
    OfWhom,
    /// The clause, whose "she" is the speaker.
    OfSpeaker,
}

struct Teller<'a> {
    finder: &'a Finder<'a>,
    clauses: &'a Clauses,
    /// The words that say when.
    date: Span,
    mentions: &'a [Mention],
}

impl Teller<'_> {
    fn teller_of(&self, dated: &Clause) -> Telling {
        let has_verb = self.clauses.verb(dated.group).is_some();
        match dated.kind {
            ClauseKind::Reported if self.is_about_speaker(dated.group) => Telling::OfSpeaker,
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Reported
            | ClauseKind::Infinitive
            | ClauseKind::Quoted => Telling::Itself,
            ClauseKind::Attribution => Telling::Beside,
            // "After the bridge fell on Monday, …" tells of the bridge;
            // "When the envoy arrived on Monday, …" dates both.
            ClauseKind::Subordinate if has_verb => {
                let opening = self.first_of(dated.group).unwrap_or(dated.tokens.start);
                let opening = self.finder.words.part(self.finder.text.word(opening));
                if opening.is(Part::MEANWHILE) {
                    Telling::Main
                } else {
                    Telling::Itself
                }
            }
            ClauseKind::Relative if has_verb => Telling::OfWhom,
            // A date inside a phrase or beside the point still belongs to what the main clause tells.
            ClauseKind::Subordinate
            | ClauseKind::Relative
            | ClauseKind::Participle
            | ClauseKind::Apposition
            | ClauseKind::Parenthesis => Telling::Main,
        }
    }

    /// "Intel said it had …": the subject of what is said is a pronoun.
    fn is_about_speaker(&self, group: usize) -> bool {
        let first = self.first_of(group);
        first.is_some_and(|first| {
            let text = self.finder.text;
            let subject = first + usize::from(text.word(first) == "that");
            text.tokens.len() > subject
                && matches!(text.word(subject), "he" | "she" | "it" | "they" | "we")
        })
    }

    /// What a speaker says of themselves: the speaker acts, if that is someone
    /// named, else the saying is told with it, or nobody knew who "it" is.
    fn of_speaker(&self, group: usize) -> Told {
        let (says, verb) = (self.clauses.verb(0), self.clauses.verb(group));
        let speaker = says.and_then(|says| self.actor(0, says));
        match (speaker, verb) {
            (Some(speaker), Some(verb)) => Told {
                actor: Some(speaker.name),
                pieces: self.pieces(&[group], verb),
            },
            _ => {
                let from = self.opening(0).unwrap_or(0);
                Told {
                    actor: None,
                    pieces: self.pieces(&[0, group], from),
                }
            }
        }
    }

    fn first_of(&self, group: usize) -> Option<usize> {
        let first = self.clauses.of(group).next()?;
        Some(first.tokens.start)
    }

    /// A clause told by itself, its subject lifted out if that is someone named.
    fn clause(&self, group: usize) -> Told {
        let verb = self.clauses.verb(group);
        let actor = verb.and_then(|verb| self.actor(group, verb));
        if let Some(quoted) = verb.and_then(|verb| self.said_before(group, verb)) {
            return Told {
                actor: actor.map(|mention| mention.name),
                pieces: self.pieces(&[quoted.group, group], quoted.tokens.start),
            };
        }
        let from = match (actor, verb) {
            (Some(actor), Some(verb)) => self.after_lead(&actor, verb),
            _ => self.opening(group).unwrap_or(0),
        };
        let actor = actor.or_else(|| self.shared_actor(group, from));
        Told {
            actor: actor.map(|mention| mention.name),
            pieces: self.pieces(&[group], from),
        }
    }

    fn with_subject(&self, group: usize) -> Vec<Span> {
        let from = self.opening(group);
        from.map(|from| self.pieces(&[group], from))
            .unwrap_or_default()
    }

    /// The quotation that opens a sentence, if the clause says who says it.
    fn said_before(&self, group: usize, verb: usize) -> Option<&Clause> {
        let [first, next, ..] = self.clauses.pieces.as_slice() else {
            return None;
        };
        let says = self.finder.words.part(self.finder.text.word(verb));
        let is_said = first.kind == ClauseKind::Quoted && next.group == group;
        (is_said && says.is(Part::REPORTING)).then_some(first)
    }

    /// "…, the ministry said on Friday", with what it said.
    fn saying(&self, sentence: &Sentence, dated: &Clause) -> Told {
        let verb = self.clauses.verb(dated.group);
        let actor = verb.and_then(|verb| self.actor(dated.group, verb));
        Told {
            actor: actor.map(|mention| mention.name),
            pieces: self.pieces(&[0, dated.group], sentence.tokens().start),
        }
    }

    /// "the mayor, who was elected in 2019": whoever stands before "who" is the subject.
    fn relative(&self, dated: &Clause) -> Told {
        let text = self.finder.text;
        let from = self.first_of(dated.group).unwrap_or(dated.tokens.start);
        let is_comma = |token: &usize| text.word(*token) == ",";
        let before = from - usize::from(from.checked_sub(1).as_ref().is_some_and(is_comma));
        let mention = self
            .mentions
            .iter()
            .find(|mention| self.finder.token_at(mention.span.end) == before);
        if let Some(mention) = mention.filter(|_| text.word(from) == "who") {
            return Told {
                actor: Some(mention.name),
                pieces: self.pieces(&[dated.group], from + 1),
            };
        }
        let is_subject = matches!(text.word(from), "who" | "which" | "that");
        let is_place = text.word(from) == "where";
        let mut pieces = self.pieces(&[dated.group], from + usize::from(is_subject || is_place));
        let noun = match mention {
            Some(mention) => self.finder.token_at(mention.span.start)..before,
            None => self.noun_before(before),
        };
        if !noun.is_empty() && !pieces.is_empty() && !is_place {
            pieces.insert(0, text.covered(noun));
        }
        Told {
            actor: None,
            pieces,
        }
    }

    /// Where the verb phrase begins: at the verb, or at the quotation a bare "said" opens.
    fn verb_phrase(&self, verb: usize) -> usize {
        let text = self.finder.text;
        let says = self.finder.words.part(text.word(verb)).is(Part::REPORTING);
        let after = (verb + 1..text.tokens.len().min(verb + 4))
            .find(|token| !matches!(text.word(*token), "," | ":"));
        match after {
            Some(token) if says && matches!(text.word(token), "“" | "\"" | "‘" | "«" | "„") => {
                token
            }
            _ => verb,
        }
    }

    /// Where the clause begins, its opening adverbials and conjunction passed over.
    fn opening(&self, group: usize) -> Option<usize> {
        let first = self.clauses.of(group).next()?;
        let text = self.finder.text;
        let mut from = first.tokens.start;
        let verb = self.clauses.verb(group).unwrap_or(first.tokens.end);
        let part = |token: usize| self.finder.words.part(text.word(token));
        let leads_in = match first.kind {
            ClauseKind::Subordinate => part(from).is(Part::SUBORDINATOR),
            ClauseKind::Infinitive => true,
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Attribution
            | ClauseKind::Reported
            | ClauseKind::Participle
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        };
        from += usize::from(leads_in);
        while from < verb
            && (matches!(text.word(from), "," | "—" | "–" | "that")
                || part(from).is(Part::COORDINATOR))
        {
            from += 1;
        }
        if from >= first.tokens.end || leads_in {
            return Some(from);
        }
        Some(self.after_adverbial(from, verb))
    }

    /// Where the clause proper begins after "On 8 August" or "In a letter,".
    fn after_adverbial(&self, from: usize, verb: usize) -> usize {
        let text = self.finder.text;
        let opens_so = self.finder.words.part(text.word(from));
        let comma = (from..verb)
            .take(12)
            .find(|token| text.word(*token) == "," && !self.in_timex(*token));
        let adverbial =
            opens_so.is(Part::PREPOSITION) || opens_so.is(Part::ADVERB) || self.in_timex(from);
        match comma {
            Some(comma) if adverbial => comma + 1,
            // "On 8 August the council met": the date is said beside what is told.
            _ if opens_so.is(Part::PREPOSITION) && self.in_timex(from + 1) => (from + 1..verb)
                .find(|token| !self.in_timex(*token))
                .filter(|token| !self.finder.is_possessive(*token))
                .unwrap_or(from),
            _ => from,
        }
    }
}
