//! The two ends of a range: "August 3–5", "1939–45", "between May and July".
//!
//! Finds the end that is only a number beside a full date, lets one end lend
//! its year to the other, and ties the two together.

use super::find::Found;
use super::meaning::{Kind, Part, Parts};
use super::rule::Rules;
use crate::analysis::text::{Text, TokenKind};

/// On which side the other end of a range stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Partner {
    Before,
    After,
}

/// Completes and ties the ranges among the expressions.
pub(super) fn tie(text: &Text<'_>, found: Vec<Found>, rules: &Rules) -> Vec<Found> {
    let finder = Finder { text, rules };
    let mut tied: Vec<Found> = Vec::with_capacity(found.len() + found.len() / 8);
    let mut rest = found.into_iter().peekable();
    while let Some(mut one) = rest.next() {
        let floor = tied.last().map_or(0, |last| last.tokens.1);
        if let Some(mut before) = finder.number_before(&one, floor) {
            finder.mark(&mut before, &mut one);
            tied.push(before);
        }
        let ceiling = rest.peek().map_or(u32::MAX, |next| next.tokens.0);
        let after = finder.number_after(&mut one, ceiling);
        if let Some(last) = tied.last_mut() {
            finder.mark(last, &mut one);
        }
        tied.push(one);
        if let Some(mut after) = after {
            // The rules took the year behind it for a date of its own.
            while rest
                .next_if(|next| next.tokens.0 < after.tokens.1)
                .is_some()
            {}
            if let Some(last) = tied.last_mut() {
                finder.mark(last, &mut after);
            }
            tied.push(after);
        }
    }
    tied
}

struct Finder<'t, 's, 'a> {
    text: &'t Text<'s>,
    rules: &'a Rules,
}

/// How two ends are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A dash, "to", "until", "through".
    Range,
    /// "and": a range only behind "between".
    And,
    /// "/": two years that run into one ("2008/09").
    Slash,
}

impl Finder<'_, '_, '_> {
    fn word(&self, token: u32) -> &str {
        match self.text.tokens.get(token as usize) {
            Some(token) => token.span.of(self.text.source),
            None => "",
        }
    }

    fn in_sentence(&self, token: u32, found: &Found) -> bool {
        let sentence = &self.text.sentences[found.sentence as usize];
        sentence.tokens().contains(&(token as usize))
    }

    fn joint(&self, token: u32) -> Option<Joint> {
        match self.word(token) {
            "-" | "–" | "—" | "--" | "to" | "until" | "till" | "through" => Some(Joint::Range),
            "and" => Some(Joint::And),
            _ => None,
        }
    }

    fn is_calendar(&self, found: &Found) -> bool {
        match self.rules.rules[usize::from(found.rule)].kind {
            Kind::Calendar => true,
            Kind::Relative | Kind::Shift | Kind::Duration | Kind::Set | Kind::Reference => false,
        }
    }

    /// A number of one or two digits in that place, or up to four.
    fn number(&self, token: u32, found: &Found) -> Option<i32> {
        let is_number = self.text.tokens.get(token as usize)?.kind == TokenKind::Number;
        (is_number && self.in_sentence(token, found))
            .then(|| self.word(token))
            .filter(|digits| digits.len() <= 4)?
            .parse()
            .ok()
    }

    /// The 3 of "3–5 August", the 492 of "492–490 BC".
    fn number_before(&self, found: &Found, floor: u32) -> Option<Found> {
        let joint_at = found.tokens.0.checked_sub(1)?;
        let at = joint_at.checked_sub(1)?;
        let is_ancient = found.parts.has(Part::Era) && found.parts.has(Part::Year);
        let slash = is_ancient && self.word(joint_at) == "/";
        let joint = self.joint(joint_at).or(slash.then_some(Joint::Range));
        joint.filter(|_| at >= floor)?;
        let number = self.number(at, found)?;
        let starts_with_day = self.number(found.tokens.0, found) == found.parts.get(Part::Day);
        let part = if !self.is_calendar(found) {
            return None;
        } else if found.parts.has(Part::Day) && found.parts.has(Part::Month) {
            Some(Part::Day).filter(|_| starts_with_day && (1..=31).contains(&number))
        } else if is_ancient {
            Some(Part::Year)
        } else if found.parts.has(Part::Meridiem) && (1..=12).contains(&number) {
            let starts_with_hour =
                self.number(found.tokens.0, found) == found.parts.get(Part::Hour);
            Some(Part::Hour).filter(|_| starts_with_hour && joint == Some(Joint::Range))
        } else {
            None
        }?;
        let parts = with(found.parts, part, number);
        Some(self.other_end(found, (at, at + 1), parts))
    }

    /// The 5 of "August 3–5" and "August 3–5, 2021", the 45 of "1939–45".
    fn number_after(&self, found: &mut Found, ceiling: u32) -> Option<Found> {
        if !self.is_calendar(found) {
            return None;
        }
        let at = found.tokens.1 + 1;
        let slash = (self.word(found.tokens.1) == "/").then_some(Joint::Slash);
        let joint = self.joint(found.tokens.1).or(slash);
        let joint = joint.filter(|_| at < ceiling)?;
        let number = self.number(at, found)?;
        let is_day = found.parts.has(Part::Day)
            && found.parts.has(Part::Month)
            && !found.parts.has(Part::Year)
            && !found.parts.has(Part::Hour)
            && joint != Joint::Slash
            && (1..=31).contains(&number);
        if is_day && self.stands_alone(at + 1, joint) {
            let (end, year) = self.year_behind(at + 1, found);
            if let Some(year) = year {
                found.parts.set(Part::Year, year);
            }
            let parts = with(found.parts, Part::Day, number);
            return Some(self.other_end(found, (at, end), parts));
        }
        let year = found.parts.get(Part::Year)?;
        let is_year = !found.parts.has(Part::Month)
            && match joint {
                Joint::Range => number > year % 100,
                Joint::Slash => number == (year + 1) % 100,
                Joint::And => false,
            }
            && self.word(at).len() == 2
            && self.text.tokens[at as usize].glued;
        let century = if number < year % 100 {
            year + 100
        } else {
            year
        };
        let parts = with(found.parts, Part::Year, century / 100 * 100 + number);
        is_year.then(|| self.other_end(found, (at, at + 1), parts))
    }

    /// Whether the number is not a count of what follows ("August 3 and 5 people").
    fn stands_alone(&self, next: u32, joint: Joint) -> bool {
        let word = self.word(next);
        let is_word = word.starts_with(char::is_alphabetic);
        let glued = self
            .text
            .tokens
            .get(next as usize)
            .is_some_and(|token| token.glued);
        match joint {
            Joint::Range => !matches!(word, "%" | ":") && (!is_word || !glued),
            Joint::Slash => false,
            Joint::And => {
                !is_word
                    || matches!(
                        word,
                        "in" | "at" | "on" | "when" | "as" | "for" | "the" | "by" | "were" | "was"
                    )
            }
        }
    }

    /// The end of the expression, and the year behind the second day ("3–5, 2021").
    fn year_behind(&self, at: u32, found: &Found) -> (u32, Option<i32>) {
        let year_at = if self.word(at) == "," { at + 1 } else { at };
        let year = self
            .number(year_at, found)
            .filter(|year| (1000..2200).contains(year));
        match year {
            Some(year) => (year_at + 1, Some(year)),
            None => (at, None),
        }
    }

    fn other_end(&self, found: &Found, tokens: (u32, u32), parts: Parts) -> Found {
        Found {
            span: self.text.covered(tokens.0 as usize..tokens.1 as usize),
            tokens,
            parts,
            modifier: None,
            partner: None,
            ..*found
        }
    }

    /// Ties two expressions that only a joint stands between.
    fn mark(&self, first: &mut Found, second: &mut Found) {
        let beside = first.sentence == second.sentence && first.tokens.1 + 1 == second.tokens.0;
        if beside && matches!(self.word(first.tokens.1), "and" | "or" | "/") {
            lend_year(first, second);
        }
        if !beside
            || first.partner.is_some()
            || !self.is_calendar(first)
            || !self.is_calendar(second)
        {
            return;
        }
        let is_range = match self.joint(first.tokens.1) {
            Some(Joint::Range) => true,
            Some(Joint::And) => {
                let before = first.tokens.0.checked_sub(1);
                before.is_some_and(|before| self.word(before).eq_ignore_ascii_case("between"))
            }
            Some(Joint::Slash) | None => false,
        };
        if is_range {
            first.partner = Some(Partner::After);
            second.partner = Some(Partner::Before);
            lend_year(first, second);
            lend_day(first, second);
        }
    }
}

fn with(mut parts: Parts, part: Part, value: i32) -> Parts {
    parts.set(part, value);
    parts
}

/// "From 9 to 11 a.m. on Friday": the day holds for both.
fn lend_day(first: &mut Found, second: &Found) {
    const DAY: [Part; 5] = [
        Part::Weekday,
        Part::Day,
        Part::Month,
        Part::Year,
        Part::Direction,
    ];
    let has_hour = |found: &Found| found.parts.has(Part::Hour) || found.parts.has(Part::HourMinute);
    let has_day = |found: &Found| DAY.iter().any(|part| found.parts.has(*part));
    // "From 9 p.m. until 6 a.m. on Wednesday" begins the day before.
    let meridiem = [&*first, second].map(|found| found.parts.get(Part::Meridiem));
    let is_overnight = meridiem == [Some(12), Some(0)];
    if !has_hour(first) || !has_hour(second) || has_day(first) || is_overnight {
        return;
    }
    for part in DAY {
        if let Some(value) = second.parts.get(part) {
            first.parts.set(part, value);
        }
    }
    first.outlook = second.outlook;
}

/// "Between May and July 1998", "the spring and summer of 1943": the year holds for both.
fn lend_year(first: &mut Found, second: &Found) {
    let place = |found: &Found| {
        let month = found.parts.get(Part::Month);
        month.or(found.parts.get(Part::Season).map(|season| season * 3 + 3))
    };
    let (Some(year), Some(from), Some(to)) =
        (second.parts.get(Part::Year), place(first), place(second))
    else {
        return;
    };
    if !first.parts.has(Part::Year) && !first.parts.has(Part::YearDirection) {
        let year = if from > to { year - 1 } else { year };
        first.parts.set(Part::Year, year);
        if let Some(era) = second.parts.get(Part::Era) {
            first.parts.set(Part::Era, era);
        }
    }
}
