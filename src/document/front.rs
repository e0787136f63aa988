//! Front matter: where it ends and the text begins.

use super::metadata::Metadata;

/// Longer front matter is not front matter, in bytes.
const LONGEST: usize = 64 * 1024;

/// Parts a decoded file into its metadata and the byte its text begins at.
///
/// Without front matter, or when it is never closed, the whole file is text.
pub fn part(decoded: &str) -> (Metadata, usize) {
    let mut lines = Lines {
        text: decoded,
        next: 0,
    };
    // some generators leave blank lines ahead of it
    let Some((fence, inner_start, _)) = lines.find(|(line, ..)| !line.is_empty()) else {
        return (Metadata::default(), 0);
    };
    let read: fn(&str) -> Metadata = match fence {
        "---" => Metadata::from_yaml,
        "+++" => Metadata::from_toml,
        _ => return (Metadata::default(), 0),
    };
    for (line, end, start) in lines {
        if start > LONGEST {
            break;
        }
        if line == fence || (fence == "---" && line == "...") {
            let inner = &decoded[inner_start..start];
            let is_metadata = inner.contains(if fence == "---" { ':' } else { '=' });
            return if is_metadata || inner.trim().is_empty() {
                (read(inner), end)
            } else {
                (Metadata::default(), 0)
            };
        }
    }
    (Metadata::default(), 0)
}

/// Lines without their ends, each with the byte after its end and its first byte.
struct Lines<'a> {
    text: &'a str,
    next: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (&'a str, usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.next;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.next = start + length;
        Some((rest[..length].trim_end(), self.next, start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(decoded: &str, title: Option<&str>, text: &str) {
        let (metadata, start) = part(decoded);
        assert_eq!(metadata.title.as_deref(), title, "of {decoded:?}");
        assert_eq!(&decoded[start..], text, "of {decoded:?}");
    }

    #[test]
    fn front_matter_ends_at_its_own_fence() {
        check("---\ntitle: A\n---\ntext", Some("A"), "text");
        check("---\r\ntitle: A\r\n---\r\ntext", Some("A"), "text");
        check("+++\ntitle = 'A'\n+++\ntext", Some("A"), "text");
        check("---\ntitle: A\n...\ntext", Some("A"), "text");
        check("---\n---\ntext", None, "text");
        check(
            "\n \n---\n\ntitle: A\n\n# why\ndate: x\n---\ntext",
            Some("A"),
            "text",
        );
    }

    #[test]
    fn what_is_no_front_matter_stays_text() {
        check(
            "---\ntitle: A\nnever closed",
            None,
            "---\ntitle: A\nnever closed",
        );
        check(
            "---\n\nA rule above, a rule below\n\n---\n",
            None,
            "---\n\nA rule above, a rule below\n\n---\n",
        );
        check("text\n---\n", None, "text\n---\n");
        check("", None, "");
    }
}
