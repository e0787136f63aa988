//! A role within so many columns, cut so that it does not become another.
//!
//! "the Iranian foreign minister's special envoy" cut at its end would make a
//! minister of his envoy: of words that do not fit, the noun the others lead up
//! to stays.

use crate::view::line;

/// Words after which only says of what or since when somebody is what they are.
const AFTER_NOUN: &[&str] = &[
    "of", "for", "to", "in", "at", "on", "from", "with", "and", "under", "over", "since", "who",
    "whose", "that", "which", "during", "by",
];

/// Words that may be left out before a role.
const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "its", "their"];

/// Returns as much of a role as fits, with the noun that says what it is.
pub fn within(role: &str, columns: usize) -> String {
    if line::width(role) <= columns {
        return role.to_owned();
    }
    let role = without_article(role);
    let head = head(role);
    if line::width(head) < columns || line::width(role) <= columns {
        return line::clip(role, columns);
    }
    let words: Vec<&str> = head.split(' ').collect();
    for from in 1..words.len() {
        let end = format!("…{}", words[from..].join(" "));
        if line::width(&end) <= columns {
            return end;
        }
    }
    line::clip(words.last().copied().unwrap_or_default(), columns)
}

fn without_article(role: &str) -> &str {
    match role.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => rest,
        Some(_) | None => role,
    }
}

/// Returns the words up to the noun that says what somebody is.
fn head(role: &str) -> &str {
    let mut end = 0;
    for word in role.split(' ') {
        let ends = word.ends_with([',', ';', ':']);
        if end > 0 && AFTER_NOUN.contains(&word.to_lowercase().as_str()) {
            break;
        }
        end += word.len() + usize::from(end > 0);
        if ends {
            break;
        }
    }
    role[..end.min(role.len())].trim_end_matches([',', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn what_is_cut_off_never_makes_another_role() {
        let check = |role: &str, columns: usize, expected: &str| {
            assert_eq!(within(role, columns), expected, "{role} in {columns}");
        };
        let envoy = "the Iranian foreign minister’s special envoy for Asia";
        check(envoy, 60, envoy);
        check(
            envoy,
            48,
            "Iranian foreign minister’s special envoy for As…",
        );
        check(envoy, 30, "…minister’s special envoy");
        check(envoy, 14, "…special envoy");
        check(envoy, 8, "…envoy");
        check(envoy, 4, "env…");
        check("spokesman for the ministry", 12, "spokesman f…");
        check("mayor, since May, of the town", 8, "mayor, …");
        check("", 4, "");
        check("of", 1, "…");
    }
}
