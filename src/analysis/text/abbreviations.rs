//! Words whose full stop need not end a sentence. Each list is sorted.

/// What the stop after a word says about its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It goes on ("Mr. Smith").
    GoesOn,
    /// It ends only before a word that opens sentences ("Ford Motor Co. The").
    EndsBeforeOpener,
    /// It goes on before a number or a small letter only ("No. 5", "min. 5").
    GoesOnBeforeNumber,
    /// An ordinary word, whose stop ends the sentence.
    Ends,
}

/// Says what the stop after `word` means.
pub(super) fn stop_after(word: &str) -> Stop {
    let mut buffer = [0_u8; LONGEST];
    let Some(lower) = buffer.get_mut(..word.len()) else {
        return Stop::Ends;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else {
        return Stop::Ends;
    };
    let listed = |list: &[&str]| list.binary_search(&lower).is_ok();
    let capital = word.starts_with(|first: char| first.is_uppercase());
    if listed(TITLES) {
        Stop::GoesOn
    } else if capital && listed(NAMES_AND_PLACES) {
        Stop::EndsBeforeOpener
    } else if listed(BEFORE_NUMBERS) {
        Stop::GoesOnBeforeNumber
    } else {
        Stop::Ends
    }
}

/// Words that open a sentence far more often than they follow an abbreviation.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

/// Length in bytes of the longest entry.
const LONGEST: usize = 8;

/// Titles and the like: a name or another word must follow.
const TITLES: &[&str] = &[
    "adm", "amb", "approx", "atty", "brig", "ca", "capt", "cf", "cmdr", "col", "cpl", "det", "dr",
    "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mmes", "mr", "mrs", "ms",
    "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "supt", "viz", "vs",
];

/// Parts of names, companies and places; a sentence may end after them.
const NAMES_AND_PLACES: &[&str] = &[
    "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "blvd", "bros", "calif", "co", "colo",
    "conn", "corp", "cos", "dec", "del", "dept", "esq", "feb", "fla", "ft", "ga", "inc", "jan",
    "jr", "jul", "jun", "kan", "la", "llc", "ltd", "mass", "md", "mfg", "mich", "minn", "mo",
    "mont", "mt", "neb", "nev", "nov", "oct", "okla", "ore", "pa", "plc", "rd", "sep", "sept",
    "sr", "st", "ste", "tenn", "tex", "univ", "va", "vt", "wash", "wis", "wyo",
];

/// Units and labels that stand before a number.
const BEFORE_NUMBERS: &[&str] = &[
    "al", "art", "ch", "ed", "est", "etc", "fig", "figs", "fri", "hr", "hrs", "max", "min", "mon",
    "no", "nos", "op", "pp", "sat", "sec", "sun", "thu", "thur", "thurs", "tue", "tues", "v",
    "vol", "wed",
];

const OPENERS: &[&str] = &[
    "A",
    "According",
    "After",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "Both",
    "But",
    "By",
    "Earlier",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "Most",
    "Mr",
    "Mrs",
    "Ms",
    "No",
    "Not",
    "On",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_fit_the_buffer() {
        for list in [TITLES, NAMES_AND_PLACES, BEFORE_NUMBERS, OPENERS] {
            assert!(list.is_sorted(), "{list:?}");
        }
        for word in [TITLES, NAMES_AND_PLACES, BEFORE_NUMBERS].concat() {
            assert!(word.len() <= LONGEST, "{word}");
        }
    }

    #[test]
    fn small_letters_make_an_ordinary_word_of_a_place() {
        assert_eq!(stop_after("Wash"), Stop::EndsBeforeOpener);
        assert_eq!(stop_after("wash"), Stop::Ends);
        assert_eq!(stop_after("gen"), Stop::GoesOn);
    }
}
