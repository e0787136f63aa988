//! A person's name as lists sort and show it: family name first, or alone.
//!
//! Which word is the family name is a convention of display, for names as
//! English news writes them; who is who is never decided by it.

/// Endings that stand after the family name.
const SUFFIXES: &[&str] = &["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// Returns the family name with its particles ("van der Bellen", "bin Salman");
/// a name of one word is returned whole.
pub fn surname(name: &str) -> &str {
    split(name).1
}

/// Puts the family name first: "Khatibzadeh, Saeed".
pub fn surname_first(name: &str) -> String {
    let (given, family) = split(name);
    if given.is_empty() {
        family.to_owned()
    } else {
        format!("{family}, {given}")
    }
}

/// Puts the family name first and shortens given names to initials, the last
/// one first, until it fits: "Mousavi, Seyyed R.", "Mousavi, S. R.", "Mousavi".
pub fn surname_first_within(name: &str, columns: usize, width: impl Fn(&str) -> usize) -> String {
    let whole = surname_first(name);
    if width(&whole) <= columns {
        return whole;
    }
    let (given, family) = split(name);
    let mut words: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    for index in (0..words.len()).rev() {
        if let Some(initial) = words[index].chars().next() {
            words[index] = format!("{initial}.");
        }
        let shortened = format!("{family}, {}", words.join(" "));
        if width(&shortened) <= columns {
            return shortened;
        }
    }
    family.to_owned()
}

/// Splits a name into what is given and the family name.
fn split(name: &str) -> (&str, &str) {
    let name = name.trim();
    let words: Vec<(usize, &str)> = name
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - name.as_ptr() as usize, word))
        .collect();
    let mut last = words.len().saturating_sub(1);
    while last > 1 && SUFFIXES.contains(&words[last].1) {
        last -= 1;
    }
    while last > 1 && words[last - 1].1.starts_with(char::is_lowercase) {
        last -= 1;
    }
    match words.get(last) {
        Some((at, _)) if last > 0 => (name[..*at].trim_end(), &name[*at..]),
        Some(_) | None => ("", name),
    }
}

#[cfg(test)]
mod tests {
    use super::{surname, surname_first, surname_first_within};

    #[test]
    fn the_family_name_keeps_particles_and_endings() {
        let check = |name: &str, family: &str, listed: &str| {
            assert_eq!(
                (surname(name), surname_first(name).as_str()),
                (family, listed)
            );
        };
        check("Saeed Khatibzadeh", "Khatibzadeh", "Khatibzadeh, Saeed");
        check(
            "Alexander van der Bellen",
            "van der Bellen",
            "van der Bellen, Alexander",
        );
        check("Mohammed bin Salman", "bin Salman", "bin Salman, Mohammed");
        check(
            "Martin Luther King Jr.",
            "King Jr.",
            "King Jr., Martin Luther",
        );
        check("Zarif", "Zarif", "Zarif");
        check("習近平", "習近平", "習近平");
        check("  ", "", "");
        check("van Gogh", "Gogh", "Gogh, van");
    }

    #[test]
    fn given_names_shrink_to_initials_before_they_go() {
        let check = |columns: usize, expected: &str| {
            let fitted = surname_first_within("Seyyed Rasoul Mousavi", columns, str::len);
            assert_eq!(fitted, expected);
        };
        check(30, "Mousavi, Seyyed Rasoul");
        check(20, "Mousavi, Seyyed R.");
        check(15, "Mousavi, S. R.");
        check(8, "Mousavi");
    }
}
