//! Whatever the bytes, a document comes of them or a plain refusal.

use newsreader::document::{Document, Span};
use newsreader::source::{Origin, Raw};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};

fn raw(name: &str, bytes: Vec<u8>) -> Raw {
    Raw {
        origin: Origin::File(name.into()),
        bytes,
        sidecar: None,
    }
}

/// Pieces of everything the parsers have a rule for, and of everything else.
fn pieces() -> impl Strategy<Value = String> {
    let marks = [
        "---\n",
        "+++\n",
        "title: A: b\n",
        "date: 2021-08-14\n",
        "tags = [\n",
        "{{< ref \"a\" >}}",
        "{% comment %}",
        "{% endcomment %}",
        "{{",
        "}}",
        "[a](",
        ")",
        "![",
        "](b)",
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href='",
        "&amp;",
        "&#27;",
        "&nope;",
        "```\n",
        "    code\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "|a|b|\n|-|-|\n",
        "\n\n",
        "\r\n",
        "\r",
        "  ",
        "\u{a0} ",
        "“",
        "”",
        ". The ",
        "TEHRAN – ",
        "(CNN) ",
        "5 March 2021",
        "© 2021",
        "\u{1b}[2J",
        "\u{1b}]8;;",
        "\u{202e}",
        "\u{200c}",
        "\u{200d}",
        "\u{301}",
        "\0",
        "é",
        "漢",
        "👩‍👧",
        "\\*",
    ];
    let piece = prop_oneof![
        6 => proptest::sample::select(marks.to_vec()).prop_map(str::to_owned),
        3 => "[ -~]{0,20}",
        1 => "\\PC{0,8}",
        1 => vec(any::<char>(), 0..6).prop_map(String::from_iter),
        1 => Just("A sentence of some length, as they are. ".repeat(50)),
    ];
    vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Nothing in it could drive a terminal or hide what is shown.
fn assert_harmless(value: &str, lines: bool) {
    for character in value.chars() {
        let is_line_end = lines && character == '\n';
        assert!(
            !character.is_control() || is_line_end,
            "{character:?} in {value:?}"
        );
        let hides = matches!(character, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
        assert!(!hides, "{character:?} in {value:?}");
    }
}

/// What must hold of any document read from `source`.
fn assert_sound(document: &Document, source: &str) {
    assert_harmless(&document.text, true);
    assert_harmless(&document.headline, false);
    for value in [
        &document.byline,
        &document.publisher,
        &document.url,
        &document.licence,
    ] {
        assert_harmless(value.as_deref().unwrap_or_default(), false);
    }
    for tag in &document.tags {
        assert_harmless(tag, false);
    }
    let mut end = 0;
    for paragraph in &document.paragraphs {
        let between = Span {
            start: end,
            end: paragraph.span.start,
        };
        assert!(
            between.of(&document.text).trim().is_empty(),
            "text between paragraphs"
        );
        let text = paragraph.span.of(&document.text);
        assert_eq!(text, text.trim());
        assert!(!text.is_empty());
        end = paragraph.span.end;
    }
    assert!(
        document.text[end as usize..].trim().is_empty(),
        "text after the last paragraph"
    );
    assert_mapped(document, source);
}

/// Every word leads back to the same words, or to markup that stands for them.
fn assert_mapped(document: &Document, source: &str) {
    let source: Vec<char> = source.chars().collect();
    let mut cursor = document.map.cursor(&document.text);
    for paragraph in &document.paragraphs {
        for (offset, character) in paragraph.span.of(&document.text).char_indices() {
            if !character.is_alphanumeric() {
                continue;
            }
            let place = cursor.to_source(paragraph.span.start + offset as u32);
            let found = source.get(place).copied();
            let replaced = matches!(found, Some('&' | '`' | '\0'));
            assert!(
                found == Some(character) || replaced,
                "{character:?} leads to {found:?}"
            );
        }
    }
}

proptest::proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.md", "a"] {
            if let Ok(document) = Document::read(&raw(name, bytes.clone())) {
                assert_harmless(&document.text, true);
                assert_harmless(&document.headline, false);
            }
        }
    }

    #[test]
    fn any_text_gives_a_sound_document(text in pieces()) {
        let source = text.strip_prefix('\u{feff}').unwrap_or(&text);
        for name in ["a.txt", "a.md"] {
            if let Ok(document) = Document::read(&raw(name, text.clone().into_bytes())) {
                assert_sound(&document, source);
            }
        }
    }

    #[test]
    fn any_text_handed_over_is_kept_in_its_place(text in pieces()) {
        let document = Document::given("given", &text, None);
        assert_sound(&document, &text);
        assert_eq!(document.published, None);
    }

    #[test]
    fn any_sidecar_leaves_the_text_alone(sidecar in pieces()) {
        let mut input = raw("a.txt", b"It rained.".to_vec());
        input.sidecar = Some(sidecar.into_bytes());
        let document = Document::read(&input).expect("there is text");
        assert_eq!(document.text, "It rained.");
        assert_sound(&document, "It rained.");
    }
}

/// Inputs that make a careless parser take time in the square of their length.
#[test]
fn hostile_repetition_is_read_in_time() {
    let patterns = [
        "{",
        "{{",
        "{{a}}",
        "{% comment %}",
        "[",
        "![](",
        "](",
        "<",
        "<p",
        "<!--",
        "<script>",
        "&",
        "&amp;",
        "*a **b ",
        "> ",
        "- ",
        "`",
        "|",
        "\u{1b}",
        "\u{1b}]",
        "\u{9b}",
        "\u{301}",
        "“",
        ". A ",
        "\r",
        "  ",
        "\u{a0} ",
        "a",
        "(",
        "--",
        "[a]: ",
        "~~~",
        "1. ",
        "+++\n",
        "---\n",
        "_",
        "{:",
    ];
    let begin = std::time::Instant::now();
    for pattern in patterns {
        let text = pattern.repeat(200_000 / pattern.len());
        for name in ["a.txt", "a.md"] {
            let before = begin.elapsed();
            let outcome = Document::read(&raw(name, text.clone().into_bytes()));
            let took = begin.elapsed() - before;
            assert!(took.as_secs() < 10, "{pattern:?} in {name} took {took:?}");
            if let Ok(document) = outcome {
                assert_harmless(&document.headline, false);
            }
        }
    }
}
