//! What a document without a title of its own is called.

use crate::source::format::Format;

use super::{Body, HeadlineFrom, Paragraph, ParagraphKind, Span, clean};

/// A headline made of the text is clipped to this many characters.
const LONGEST: usize = 90;

/// Chooses a headline: the metadata's, else the text's heading, short first
/// line or first sentence after the dateline, else the file's name.
pub fn choose(
    metadata: Option<String>,
    body: &Body,
    dateline: Option<Span>,
    format: Format,
    name: &str,
) -> (String, HeadlineFrom) {
    if let Some(title) = metadata {
        return (title, HeadlineFrom::Metadata);
    }
    if let Some(found) = of_heading(body, format).or_else(|| of_sentence(body, dateline)) {
        return found;
    }
    let name = clean::line(name).unwrap_or_else(|| "untitled".to_owned());
    (name, HeadlineFrom::FileName)
}

fn of_heading(body: &Body, format: Format) -> Option<(String, HeadlineFrom)> {
    let is_heading =
        |paragraph: &&Paragraph| matches!(paragraph.kind, ParagraphKind::Heading(1 | 2));
    let heading = body.paragraphs.iter().take(5).find(is_heading)?;
    let from = match format {
        Format::Plain => HeadlineFrom::FirstLine,
        Format::Markdown => HeadlineFrom::Heading,
    };
    Some((clip(&clean::line(heading.span.of(&body.text))?), from))
}

fn of_sentence(body: &Body, dateline: Option<Span>) -> Option<(String, HeadlineFrom)> {
    let after_dateline = |paragraph: &Paragraph| match dateline {
        Some(line) if paragraph.span.contains(line) => Span {
            start: line.end,
            end: paragraph.span.end,
        },
        Some(_) | None => paragraph.span,
    };
    let readable = |paragraph: &&Paragraph| paragraph.kind != ParagraphKind::Verbatim;
    let prose = body.paragraphs.iter().filter(readable);
    let line = prose
        .chain(&body.paragraphs)
        .find_map(|paragraph| clean::line(after_dateline(paragraph).of(&body.text)))?;
    Some((clip(&line), HeadlineFrom::FirstSentence))
}

/// Marks a first paragraph that only repeats the headline as the heading it is.
pub fn mark(headline: &str, body: &mut Body) {
    if let [first, _, ..] = &mut body.paragraphs[..]
        && first.kind == ParagraphKind::Text
        && first.span.len() <= 4 * headline.len()
        && clean::line(first.span.of(&body.text)).is_some_and(|line| are_alike(&line, headline))
    {
        first.kind = ParagraphKind::Heading(1);
    }
}

/// Whether two lines have the same letters and digits.
fn are_alike(one: &str, other: &str) -> bool {
    let letters = |line: &str| -> String {
        line.chars()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(one) == letters(other)
}

/// Cuts a line after its first sentence, or after the last word that fits.
fn clip(line: &str) -> String {
    let first_sentence = line
        .match_indices(['.', '!', '?'])
        .map(|(place, stop)| place + stop.len())
        .take_while(|end| line[..*end].chars().count() <= LONGEST)
        .find(|end| *end > 20 && line[*end..].starts_with(' '));
    if let Some(end) = first_sentence {
        return line[..end].trim_end_matches('.').to_owned();
    }
    let Some((limit, _)) = line.char_indices().nth(LONGEST) else {
        return line.to_owned();
    };
    let words = line[..limit].rsplit_once(' ');
    let kept = words.map_or(&line[..limit], |(words, _)| words);
    format!(
        "{}…",
        kept.trim_end_matches([',', ';', ':', '–', '—', '-', ' '])
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{dateline, plain};

    fn of_text(text: &str) -> (String, HeadlineFrom) {
        let body = plain::read(text, 0);
        let dateline = dateline::find(&body.text, &body.paragraphs);
        choose(None, &body, dateline, Format::Plain, "file-name")
    }

    fn check(text: &str, expected: &str, from: HeadlineFrom) {
        assert_eq!(of_text(text), (expected.to_owned(), from), "from {text:?}");
    }

    #[test]
    fn a_text_names_itself_by_its_first_line_or_sentence() {
        check(
            "Rain at last\n\nIt rained.",
            "Rain at last",
            HeadlineFrom::FirstLine,
        );
        check(
            "It rained in the whole valley. Then it stopped.",
            "It rained in the whole valley",
            HeadlineFrom::FirstSentence,
        );
        check(
            "TEHRAN – The ministry spoke.",
            "The ministry spoke.",
            HeadlineFrom::FirstSentence,
        );
        check(
            "NAIROBI, Kenya (AP) _\n\nBombs exploded.\n\nMore.",
            "Bombs exploded.",
            HeadlineFrom::FirstSentence,
        );
        check("", "file-name", HeadlineFrom::FileName);
    }

    #[test]
    fn a_long_first_sentence_is_clipped_between_words() {
        let text = "word ".repeat(200);
        let (headline, _) = of_text(&text);
        assert!(headline.ends_with("word…"));
        assert!(headline.chars().count() <= LONGEST + 1);
    }
}
