//! Which parser suits an input: by its name, then by its first bytes.

use super::{Raw, SourceError};

/// A format this program has a parser for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Plain,
    Markdown,
}

/// So many bytes are looked at to tell text from other things.
const HEAD: usize = 8 * 1024;

/// Other formats by their first bytes: where, what, and what a user calls it.
///
/// Signatures as registered for file(1).
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF-", "it looks like a PDF"),
    (0, b"\x89PNG", "it looks like a picture (PNG)"),
    (0, b"\xff\xd8\xff", "it looks like a picture (JPEG)"),
    (0, b"GIF8", "it looks like a picture (GIF)"),
    (
        0,
        b"PK\x03\x04",
        "it looks like a ZIP archive or an office document (DOCX, ODT, EPUB)",
    ),
    (
        0,
        b"\xd0\xcf\x11\xe0",
        "it looks like an old office document (DOC, XLS)",
    ),
    (
        0,
        b"\x1f\x8b",
        "it looks compressed (gzip); unpack it first",
    ),
    (0, b"BZh", "it looks compressed (bzip2); unpack it first"),
    (0, b"\xfd7zXZ", "it looks compressed (xz); unpack it first"),
    (
        0,
        b"\x28\xb5\x2f\xfd",
        "it looks compressed (zstd); unpack it first",
    ),
    (0, b"7z\xbc\xaf", "it looks like a 7-Zip archive"),
    (0, b"Rar!\x1a", "it looks like a RAR archive"),
    (
        257,
        b"ustar",
        "it looks like a tar archive; unpack it first",
    ),
    (0, b"\x7fELF", "it looks like a program"),
    (0, b"MZ\x90", "it looks like a program"),
    (0, b"\0asm", "it looks like a program"),
    (0, b"SQLite format 3", "it looks like a database (SQLite)"),
    (0, b"RIFF", "it looks like sound, video or a picture (RIFF)"),
    (0, b"ID3", "it looks like sound (MP3)"),
    (0, b"OggS", "it looks like sound (Ogg)"),
    (4, b"ftyp", "it looks like a video (MP4)"),
];

/// Markup that is text but is not written to be read as it stands.
const MARKUP: &[(&str, &str)] = &[
    (
        "<!doctype html",
        "it looks like a web page (HTML); save it as text first",
    ),
    (
        "<html",
        "it looks like a web page (HTML); save it as text first",
    ),
    ("<?xml", "it looks like XML; save it as text first"),
    (
        "{\\rtf",
        "it looks like rich text (RTF); save it as text first",
    ),
];

impl Format {
    /// Returns the format a file name promises; `None` when it promises none of ours.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        let is = |known: &str| extension.eq_ignore_ascii_case(known);
        if ["md", "markdown", "mdown", "mkd", "mkdn"]
            .iter()
            .any(|known| is(known))
        {
            Some(Self::Markdown)
        } else if ["txt", "text"].iter().any(|known| is(known)) {
            Some(Self::Plain)
        } else {
            None
        }
    }

    /// Chooses the parser for an input.
    ///
    /// Text of an unknown name is Markdown when it begins with front matter or
    /// a heading, else plain.
    ///
    /// # Errors
    /// [`SourceError::NotText`] with what the bytes look like.
    pub fn detect(raw: &Raw) -> Result<Self, SourceError> {
        let head = &raw.bytes[..raw.bytes.len().min(HEAD)];
        if let Some(other) = not_text(head) {
            return Err(SourceError::NotText(other));
        }
        let named = Self::of_name(raw.origin.file_name());
        Ok(named.unwrap_or_else(|| Self::of_head(head)))
    }

    fn of_head(head: &[u8]) -> Self {
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let first = first.trim_ascii_end();
        let is_markdown = first == b"---" || first == b"+++" || first.starts_with(b"# ");
        if is_markdown {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

/// Says what the bytes look like when that is not text.
fn not_text(head: &[u8]) -> Option<&'static str> {
    let signature = SIGNATURES.iter().find(|(place, bytes, _)| {
        head.get(*place..)
            .is_some_and(|rest| rest.starts_with(bytes))
    });
    if let Some((.., looks)) = signature {
        return Some(looks);
    }
    let start = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    let markup = MARKUP.iter().find(|(opening, _)| {
        start
            .get(..opening.len())
            .is_some_and(|bytes| bytes.eq_ignore_ascii_case(opening.as_bytes()))
    });
    if let Some((_, looks)) = markup {
        return Some(looks);
    }
    (!is_wide(head) && has_many_controls(head)).then_some("it looks like binary data")
}

/// Whether the bytes are UTF-16: by their mark, or by zeros in every other place.
fn is_wide(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || wide_without_mark(head).is_some()
}

/// The byte order of two-byte text that does not state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteOrder {
    LittleEndian,
    BigEndian,
}

/// Recognises two-byte text in a Latin script without a byte order mark.
pub fn wide_without_mark(bytes: &[u8]) -> Option<ByteOrder> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half < 2 {
        None
    } else if odd * 10 >= half * 7 && even * 10 < half {
        Some(ByteOrder::LittleEndian)
    } else if even * 10 >= half * 7 && odd * 10 < half {
        Some(ByteOrder::BigEndian)
    } else {
        None
    }
}

/// More than a tenth of control characters is no text in any eight-bit encoding.
fn has_many_controls(head: &[u8]) -> bool {
    let is_control =
        |byte: &&u8| (**byte < 0x20 && !b"\t\n\r\x0c\x1b".contains(byte)) || **byte == 0x7f;
    head.iter().filter(is_control).count() * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Origin;

    fn detect(name: &str, bytes: &[u8]) -> Result<Format, String> {
        let raw = Raw {
            origin: Origin::File(name.into()),
            bytes: bytes.to_vec(),
            sidecar: None,
        };
        Format::detect(&raw).map_err(|error| error.to_string())
    }

    #[test]
    fn the_name_decides_and_then_the_first_line() {
        assert_eq!(detect("a.MD", b"text"), Ok(Format::Markdown));
        assert_eq!(detect("a.txt", b"# not a heading"), Ok(Format::Plain));
        assert_eq!(
            detect("a", b"---\r\ntitle: x\r\n---\r\n"),
            Ok(Format::Markdown)
        );
        assert_eq!(detect("notes", b"just words"), Ok(Format::Plain));
    }

    #[test]
    fn what_is_not_text_is_called_by_its_name() {
        for (bytes, expected) in [
            (b"%PDF-1.7 ...".as_slice(), "PDF"),
            (b"PK\x03\x04....", "ZIP"),
            (b"\x89PNG\r\n", "picture"),
            (b"<!DOCTYPE HTML><p>", "web page"),
            (b"\x01\x02\x03\x04words", "binary"),
        ] {
            let error = detect("a.txt", bytes).expect_err("not text");
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn two_byte_text_is_text() {
        let wide: Vec<u8> = "plain words"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(wide_without_mark(&wide), Some(ByteOrder::BigEndian));
        assert_eq!(detect("a.txt", &wide), Ok(Format::Plain));
        assert_eq!(wide_without_mark(b"plain words"), None);
    }
}
