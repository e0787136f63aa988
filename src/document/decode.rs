//! Bytes to text: which encoding they are in, said or guessed.
//!
//! A byte order mark decides; else valid UTF-8 is UTF-8, also with a few
//! broken bytes in it; else a guess is made from the bytes. A mark is no part
//! of the decoded text, everything else is, line ends as they stand.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::source::format::{ByteOrder, wide_without_mark};

/// The guess is made from so many bytes; more do not change it.
const LOOKED_AT: usize = 256 * 1024;

/// Decodes the bytes of a text. Never fails: what cannot be decoded becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    match wide_without_mark(bytes) {
        Some(ByteOrder::LittleEndian) => return decode_as(UTF_16LE, bytes),
        Some(ByteOrder::BigEndian) => return decode_as(UTF_16BE, bytes),
        None => {}
    }
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if is_damaged_utf8(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => decode_as(guess(bytes), bytes),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether well-formed sequences of several bytes by far outnumber the broken ones.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 10 * broken
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_decide_and_do_not_stay() {
        assert_eq!(decode(b"\xef\xbb\xbfna\xc3\xafve"), "naïve");
        assert_eq!(decode(b"\xff\xfeh\0i\0"), "hi");
        assert_eq!(decode(b"\xfe\xff\0h\0i"), "hi");
        assert_eq!(decode(b"\xff\xfeh"), "\u{fffd}");
    }

    #[test]
    fn legacy_bytes_are_guessed() {
        let western = b"Le pr\xe9sident fran\xe7ais a d\xe9clar\xe9 \x93oui\x94 \xe0 Gen\xe8ve.";
        assert_eq!(
            decode(western),
            "Le président français a déclaré “oui” à Genève."
        );
    }

    #[test]
    fn one_broken_byte_does_not_spoil_the_rest() {
        let mut bytes = "“Ça va” – «été» – naïve café à Genève".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(decode(&bytes).starts_with("“Ça va” – «été»"));
    }

    #[test]
    fn wide_text_without_a_mark_is_read() {
        let bytes: Vec<u8> = "Plain words"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&bytes), "Plain words");
    }
}
