//! Distances from a date that stands beside them, and stretches that end on one:
//! "two days after the vote on Sunday", "the week before Christmas", "the
//! quarter ended Aug. 26".
//!
//! TIMEX3 sees two expressions and a signal between; a length of time keeps its
//! value and is given the date it leads to, or the days it covers.

use super::find::Found;
use super::meaning::{Anchor, Kind, Part};
use super::moment::{Moment, add};
use super::resolve::{shown_unit, whole_steps};
use super::rule::Rules;
use super::unit::Unit;
use super::when::{Grain, Known, When};
use super::why::{Basis, Reason, Why};
use super::{Timex, TimexType};
use crate::analysis::text::{Text, TokenKind};

/// How many words may stand between the distance and its date ("after the vote on Sunday").
const BETWEEN: u32 = 6;

/// Gives distances the date they lead to, and stretches the days they cover.
pub(super) fn tie(text: &Text<'_>, found: &[Found], timexes: &mut [Timex], rules: &Rules) {
    for (index, pair) in found.windows(2).enumerate() {
        let [distance, date] = pair else {
            continue;
        };
        let hangs = Hangs {
            text,
            rules,
            distance,
            date,
        };
        let date = &timexes[index + 1];
        let ended = hangs.ended(date).map(|when| (when, None));
        let Some((when, moment)) = ended.or_else(|| hangs.led_to(date)) else {
            continue;
        };
        let timex = &mut timexes[index];
        timex.when = Some(when);
        timex.why = Why::new(Reason::Counted, Basis::Timex(index as u32 + 1));
        if let Some(moment) = moment
            && timex.kind == TimexType::Date
        {
            timex.value = moment.value();
        }
    }
}

/// An expression and the one behind it, which it may hang on.
struct Hangs<'t, 's, 'a> {
    text: &'t Text<'s>,
    rules: &'a Rules,
    distance: &'a Found,
    date: &'a Found,
}

impl Hangs<'_, '_, '_> {
    fn led_to(&self, date: &Timex) -> Option<(When, Option<Moment>)> {
        let moment = self.moment(date)?;
        Some((moment.when(Known::Carried)?, Some(moment)))
    }

    /// The date the distance leads to.
    fn moment(&self, date: &Timex) -> Option<Moment> {
        let when = date
            .when
            .filter(|_| self.distance.sentence == self.date.sentence)?;
        let (direction, from) = self.relation()?;
        self.is_near(from).then_some(())?;
        let unit = Unit::of_code(self.distance.parts.get(Part::Unit)?)?;
        let count = self.distance.parts.get(Part::Count).unwrap_or(100);
        // Seconds and hours lead to no other day.
        let is_countable = count > 0 && unit >= Unit::Day && when.grain <= shown_unit(unit).grain();
        is_countable.then_some(())?;
        let (step, steps) = whole_steps(unit, count);
        let day = add(when.first_day(), step, steps * direction)?;
        Moment::of(shown_unit(unit), day)
    }

    /// The days of a quarter or a length of time that ends on the date beside it.
    fn ended(&self, date: &Timex) -> Option<When> {
        let when = date.when.filter(|when| when.grain == Grain::Day)?;
        let end = self.distance.tokens.1;
        let is_beside = self.distance.sentence == self.date.sentence
            && self.date.tokens.0 == end + 1
            && matches!(self.word(end)?, "ended" | "ending");
        is_beside.then_some(())?;
        let rule = &self.rules.rules[usize::from(self.distance.rule)];
        let parts = &self.distance.parts;
        let (unit, count) = match rule.kind {
            Kind::Calendar if parts.has(Part::Quarter) => (Unit::Quarter, 100),
            Kind::Duration => (
                Unit::of_code(parts.get(Part::Unit)?)?,
                parts.get(Part::Count)?,
            ),
            Kind::Calendar | Kind::Relative | Kind::Shift | Kind::Set | Kind::Reference => {
                return None;
            }
        };
        (count > 0 && unit >= Unit::Week).then_some(())?;
        let (step, steps) = whole_steps(unit, count);
        let last = when.last_day();
        let first = add(last.succ_opt()?, step, -steps)?;
        When::days(first, last, unit.grain(), Known::Carried)
    }

    fn word(&self, token: u32) -> Option<&str> {
        let token = self.text.tokens.get(token as usize)?;
        Some(token.span.of(self.text.source))
    }

    /// Which way the distance goes, and the first token behind the word that says so.
    fn relation(&self) -> Option<(i64, u32)> {
        let rule = &self.rules.rules[usize::from(self.distance.rule)];
        let end = self.distance.tokens.1;
        // "The week before" brings its word along.
        let at = match rule.kind {
            Kind::Relative if rule.anchor == Anchor::Event => end - 1,
            Kind::Duration => end,
            Kind::Relative | Kind::Calendar | Kind::Shift | Kind::Set | Kind::Reference => {
                return None;
            }
        };
        match self.word(at)? {
            "after" | "following" | "from" => Some((1, at + 1)),
            "before" | "preceding" | "to" => Some((-1, at + 1)),
            _ => None,
        }
    }

    /// Whether nothing but a few words stands before the date.
    fn is_near(&self, from: u32) -> bool {
        let between = from..self.date.tokens.0;
        between.len() <= BETWEEN as usize
            && between.start <= between.end
            && between
                .clone()
                .all(|token| self.text.tokens[token as usize].kind != TokenKind::Punctuation)
    }
}
