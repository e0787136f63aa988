//! One and several of a role: "minister" and "ministers".

/// Returns one of several: "minister" for "ministers", "Sen." for "Sens.";
/// nothing for a noun that speaks of one already.
pub(super) fn singular(noun: &str) -> Option<String> {
    let (bare, stop) = match noun.strip_suffix('.') {
        Some(bare) => (bare, "."),
        None => (noun, ""),
    };
    let cut = |ending: &str, one: &str| {
        let stem = bare.strip_suffix(ending)?;
        (!stem.is_empty()).then(|| format!("{stem}{one}{stop}"))
    };
    // "princess", "boss": one already.
    if bare.ends_with("sses") {
        return cut("es", "");
    }
    if bare.ends_with("ss") || bare.ends_with("us") || bare.ends_with("is") {
        return None;
    }
    cut("women", "woman")
        .or_else(|| cut("men", "man"))
        .or_else(|| cut("wives", "wife"))
        .or_else(|| cut("ies", "y"))
        .or_else(|| cut("ches", "ch"))
        .or_else(|| cut("s", ""))
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn one_is_made_of_several_and_stays_one() {
        for (several, one) in [
            ("ministers", Some("minister")),
            ("Spokeswomen", Some("Spokeswoman")),
            ("secretaries", Some("secretary")),
            ("coaches", Some("coach")),
            ("actresses", Some("actress")),
            ("judges", Some("judge")),
            ("MPs", Some("MP")),
            ("Sens.", Some("Sen.")),
            ("princess", None),
            ("minister", None),
            ("Gen.", None),
            ("s", None),
        ] {
            assert_eq!(singular(several).as_deref(), one, "{several}");
        }
    }
}
