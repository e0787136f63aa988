//! Marks of site generators in Markdown: Hugo shortcodes, Liquid, kramdown attributes.
//!
//! They are machinery, not words. [`mask`] covers them so that every byte of
//! the text keeps its place: what they enclose stays, and links whose address
//! they make up stay links.

use memchr::memmem;

/// A longer mark than this is braces in running text.
const LONGEST: usize = 4096;

/// A longer comment than this was never closed.
const LONGEST_COMMENT: usize = 16 * 1024;

/// So far before a mark a link's address may begin, or its line.
const LONGEST_ADDRESS: usize = 512;

/// Covers a mark that is a link's address; a mark never has one in it itself.
const ADDRESS: u8 = b'^';

/// Covers a mark inside a line; the writer of clean text drops it.
const UNSEEN: u8 = 1;

/// Openings and closings, the longer first.
const MARKS: [(&str, &str); 6] = [
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{#", "#}"),
    ("{:", "}"),
];

/// Covers the marks of a Markdown text. Same length, same line ends.
pub fn mask(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut closings = Closings::default();
    let mut fences = Fences::default();
    let mut place = 0;
    while let Some(brace) = memchr::memchr(b'{', &text.as_bytes()[place..]).map(|next| place + next)
    {
        place = match mark(text, brace, &mut closings) {
            Some(end) if !fences.enclose(text, brace) => {
                let end = comment_end(text, brace, end);
                cover(&mut bytes, brace, end);
                end
            }
            Some(_) | None => brace + 1,
        };
    }
    String::from_utf8(bytes).expect("whole characters are covered by ASCII")
}

/// Returns the end of the mark that begins at a brace.
fn mark(text: &str, brace: usize, closings: &mut Closings) -> Option<usize> {
    let rest = &text.as_bytes()[brace..];
    let kind = MARKS
        .iter()
        .position(|(opening, _)| rest.starts_with(opening.as_bytes()))?;
    let (opening, closing) = MARKS[kind];
    let inner = brace + opening.len();
    let end = closings.after(text, kind, inner)?;
    // attributes stand on one line; braces across paragraphs are text
    let forbidden: &[u8] = if opening == "{:" { b"\n" } else { b"\n\n" };
    let is_mark =
        end - inner <= LONGEST && memmem::find(&text.as_bytes()[inner..end], forbidden).is_none();
    is_mark.then_some(end + closing.len())
}

/// Where each kind of mark closes next, so that a text is searched once.
#[derive(Default)]
struct Closings {
    next: [usize; MARKS.len()],
}

impl Closings {
    /// Returns the first closing at or after a byte. Asked for ascending places.
    fn after(&mut self, text: &str, kind: usize, place: usize) -> Option<usize> {
        let next = &mut self.next[kind];
        if *next < place {
            let found = memmem::find(&text.as_bytes()[place..], MARKS[kind].1.as_bytes());
            *next = found.map_or(usize::MAX, |found| place + found);
        }
        (*next != usize::MAX).then_some(*next)
    }
}

/// A comment's words are covered with its marks.
fn comment_end(text: &str, start: usize, end: usize) -> usize {
    let inner = text[start..end].trim_matches(['{', '%', '}', '-', ' ']);
    if inner != "comment" {
        return end;
    }
    let rest = &text.as_bytes()[end..text.len().min(end + LONGEST_COMMENT)];
    memmem::find(rest, b"endcomment")
        .and_then(|close| Some(end + close + memmem::find(&rest[close..], b"%}")? + 2))
        .unwrap_or(end)
}

/// Covers a mark with what its surroundings need to keep their meaning.
fn cover(bytes: &mut [u8], start: usize, end: usize) {
    let filler = if is_address(&bytes[start.saturating_sub(LONGEST_ADDRESS)..start]) {
        ADDRESS
    } else if stands_alone(bytes, start, end) {
        b' '
    } else {
        UNSEEN
    };
    for byte in &mut bytes[start..end] {
        if *byte != b'\n' && *byte != b'\r' {
            *byte = filler;
        }
    }
}

/// Whether what comes before a mark has opened a link's address and not ended it.
fn is_address(before: &[u8]) -> bool {
    let ends_address = |byte: &u8| matches!(byte, b')' | b' ' | b'\n' | b'<' | b'>');
    let open = memmem::rfind(before, b"](").or_else(|| memmem::rfind(before, b"]: "));
    open.is_some_and(|open| {
        let address = before[open + 2..].trim_ascii_start();
        !address.iter().any(ends_address)
    })
}

/// Whether a mark, or a run of them, has its line for itself.
fn stands_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = &bytes[start.saturating_sub(LONGEST_ADDRESS)..start];
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r');
    let first = before.iter().rev().find(|byte| !is_blank(byte));
    let next = bytes[end..].iter().find(|byte| !is_blank(byte));
    matches!(first, None | Some(b'\n')) && matches!(next, None | Some(b'\n' | b'{'))
}

/// Fenced code, inside which braces are code. Asked for ascending places.
#[derive(Default)]
struct Fences {
    /// The line looked at last begins here …
    line: usize,
    /// … and the next one here.
    next_line: usize,
    open: bool,
}

impl Fences {
    fn enclose(&mut self, text: &str, place: usize) -> bool {
        while self.next_line <= place {
            self.line = self.next_line;
            let rest = &text.as_bytes()[self.line..];
            let length = memchr::memchr(b'\n', rest).map_or(rest.len() + 1, |end| end + 1);
            self.next_line = self.line + length;
            let line = text[self.line..].trim_start_matches([' ', '\t']);
            if line.starts_with("```") || line.starts_with("~~~") {
                self.open = !self.open;
            }
        }
        self.open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left to read, unseen marks left out.
    fn check(text: &str, expected: &str) {
        let masked = mask(text);
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked.replace('\u{1}', ""), expected, "of {text:?}");
    }

    #[test]
    fn shortcodes_are_covered_and_what_they_enclose_is_not() {
        check("a {{< ref \"x\" >}}b", "a b");
        check("{{< note >}}Mind this.{{< /note >}}", "Mind this.");
        check("{% image \"x.jpg\" %}\ntext", "                   \ntext");
        check("# Title {: .big}", "# Title ");
        check("a{% comment %}no{% endcomment %}b", "ab");
    }

    #[test]
    fn links_made_of_marks_stay_links() {
        check("[a]({{< ref \"b\" >}}) c", "[a](^^^^^^^^^^^^^^^) c");
        check("[a](/b/{{ c }}/d)", "[a](/b/^^^^^^^/d)");
    }

    #[test]
    fn braces_of_text_and_code_stay() {
        check("a {b} c {{ never closed", "a {b} c {{ never closed");
        check(
            "```\n{{ code }}\n```\n{{ mark }}x",
            "```\n{{ code }}\n```\nx",
        );
        check("a{{é}}", "a");
    }
}
