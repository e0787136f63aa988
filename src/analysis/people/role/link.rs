//! What links a name to a role behind it: "is", "was elected", "served as".

/// Where a role begins behind a link, and from where its words are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub role: usize,
    /// The role itself, or the verb that says it is over: "was a teacher".
    pub kept: usize,
}

/// What a verb says of the role behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Be,
    /// "became", "serves as".
    Hold,
    /// "served as": over, but not in "has served as".
    Served,
    /// "resigned as".
    End,
}

/// Reads a link at `at`; `word` gives the words of the sentence, nothing behind its end.
pub(super) fn read<'a>(at: usize, word: impl Fn(usize) -> &'a str) -> Option<Link> {
    let first = after_adverbs(at, &word);
    let helper = Some(word(first)).filter(|word| matches!(*word, "has" | "had" | "will"));
    let main = match helper {
        Some(_) => after_adverbs(first + 1, &word),
        None => first,
    };
    let (verb, end) = verb(main, &word)?;
    let role = after_adverbs(end, &word);
    if matches!(word(role), "not" | "never" | "n't") {
        return None;
    }
    if let Some(chosen) = after_choice(role, &word).filter(|_| verb == Verb::Be) {
        let role = after_adverbs(chosen, &word);
        return Some(Link { role, kept: role });
    }
    let is_over = match (verb, helper) {
        (Verb::End, _) | (_, Some("had")) => true,
        (_, Some(_)) => false,
        (Verb::Be, None) => word(main) == "was",
        (Verb::Served, None) => true,
        (Verb::Hold, None) => false,
    };
    let kept = if is_over { first } else { role };
    Some(Link { role, kept })
}

/// Where a role begins behind "elected", "sworn in as"; `None` where nobody is chosen.
pub(super) fn after_choice<'a>(at: usize, word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let is_chosen = matches!(
        word(at),
        "elected"
            | "re-elected"
            | "reelected"
            | "appointed"
            | "reappointed"
            | "named"
            | "chosen"
            | "made"
            | "crowned"
            | "confirmed"
            | "hired"
            | "installed"
            | "promoted"
            | "ordained"
            | "sworn"
    );
    let mut end = is_chosen.then_some(at + 1)?;
    end += usize::from(word(at) == "sworn" && word(end) == "in");
    end += usize::from(matches!(word(end), "as" | "to"));
    Some(end)
}

fn verb<'a>(at: usize, word: &impl Fn(usize) -> &'a str) -> Option<(Verb, usize)> {
    let as_after = |end: usize| (word(end) == "as").then_some(end + 1);
    match word(at) {
        "is" | "was" | "been" | "be" => Some((Verb::Be, at + 1)),
        "became" | "becomes" | "become" | "remains" | "remained" => Some((Verb::Hold, at + 1)),
        "serves" | "serve" | "works" | "acts" | "doubles" | "returned" => {
            Some((Verb::Hold, as_after(at + 1)?))
        }
        "took" | "takes" | "taken" if word(at + 1) == "over" => {
            Some((Verb::Hold, as_after(at + 2)?))
        }
        "served" | "worked" | "acted" => Some((Verb::Served, as_after(at + 1)?)),
        "resigned" | "retired" | "quit" => Some((Verb::End, as_after(at + 1)?)),
        "stepped" if word(at + 1) == "down" => Some((Verb::End, as_after(at + 2)?)),
        _ => None,
    }
}

fn after_adverbs<'a>(mut at: usize, word: &impl Fn(usize) -> &'a str) -> usize {
    while matches!(
        word(at),
        "also" | "now" | "currently" | "later" | "once" | "then" | "still" | "already" | "recently"
    ) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::read;

    /// The words kept of a role behind a name, which stand in brackets in `text`.
    fn check(text: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        let plain: Vec<&str> = words
            .iter()
            .map(|word| word.trim_start_matches('['))
            .collect();
        let kept = words.iter().position(|word| word.starts_with('['));
        let link = read(0, |at| plain.get(at).copied().unwrap_or_default());
        assert_eq!(link.map(|link| link.kept), kept, "{text}");
    }

    #[test]
    fn what_is_over_keeps_its_verb() {
        for text in [
            "is [mayor",
            "is now [the mayor",
            "has been [mayor",
            "will be [mayor",
            "became [mayor",
            "serves as [mayor",
            "has served as [mayor",
            "was elected [mayor",
            "had been sworn in as [mayor",
            "[was mayor",
            "[had been mayor",
            "[served as mayor",
            "later [served as mayor",
            "[stepped down as mayor",
            "was not mayor",
            "took the mayor",
            "has the mayor",
            "",
        ] {
            check(text);
        }
    }
}
