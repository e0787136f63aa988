//! HTML inside Markdown: its words are kept, its tags tell where blocks end.
//!
//! Not a parser of web pages. A [`Scanner`] is fed the HTML of one text piece
//! by piece and remembers where it stands between two pieces.

use pulldown_cmark::{Event, Parser};

use super::ParagraphKind;
use super::blocks::Blocks;

/// Elements whose content is not for reading.
const SILENT: &[&str] = &[
    "script", "style", "iframe", "svg", "noscript", "template", "object", "select", "audio",
    "video",
];

/// Elements that are blocks of their own, and the kind of their text.
const BLOCKS: &[(&str, ParagraphKind)] = &[
    ("p", ParagraphKind::Text),
    ("div", ParagraphKind::Text),
    ("section", ParagraphKind::Text),
    ("article", ParagraphKind::Text),
    ("aside", ParagraphKind::Text),
    ("figure", ParagraphKind::Text),
    ("figcaption", ParagraphKind::Text),
    ("ul", ParagraphKind::Text),
    ("ol", ParagraphKind::Text),
    ("dl", ParagraphKind::Text),
    ("dt", ParagraphKind::ListItem),
    ("dd", ParagraphKind::ListItem),
    ("li", ParagraphKind::ListItem),
    ("blockquote", ParagraphKind::Quotation),
    ("h1", ParagraphKind::Heading(1)),
    ("h2", ParagraphKind::Heading(2)),
    ("h3", ParagraphKind::Heading(3)),
    ("h4", ParagraphKind::Heading(4)),
    ("h5", ParagraphKind::Heading(5)),
    ("h6", ParagraphKind::Heading(6)),
    ("pre", ParagraphKind::Verbatim),
    ("table", ParagraphKind::Verbatim),
    ("caption", ParagraphKind::Text),
    ("hr", ParagraphKind::Text),
];

/// Of the attributes of a link so many bytes are looked at.
const LONGEST_ATTRIBUTES: usize = 4_096;

/// A tag has no longer name than this.
const LONGEST_NAME: usize = 12;

/// Where the scanner stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    /// In a tag, its name so far, the attributes of a link, and the quotation
    /// mark an attribute is in.
    Tag {
        name: String,
        attributes: String,
        is_named: bool,
        quote: Option<char>,
    },
    Comment,
    /// In the content of a silent element.
    Silent(&'static str),
}

/// Reads the HTML of one text.
#[derive(Debug, Default)]
pub struct Scanner {
    state: State,
}

impl Scanner {
    /// Says whether the text that follows belongs to a script or the like.
    pub fn is_silent(&self) -> bool {
        matches!(self.state, State::Silent(_))
    }

    /// Ends what is open: HTML does not reach across blocks of Markdown, scripts and styles aside.
    pub fn rest(&mut self) {
        if !matches!(self.state, State::Silent("script" | "style")) {
            self.state = State::Text;
        }
    }

    /// Reads a piece of HTML that begins at byte `place` of the source.
    pub fn read(&mut self, html: &str, place: usize, blocks: &mut Blocks<'_>) {
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            at += match &mut self.state {
                State::Text => self.text(rest, place + at, blocks),
                State::Comment => match rest.find("-->") {
                    Some(end) => {
                        self.state = State::Text;
                        end + 3
                    }
                    None => rest.len(),
                },
                State::Silent(name) => match silent_end(rest, name) {
                    Some(end) => {
                        self.state = State::Text;
                        end
                    }
                    None => rest.len(),
                },
                State::Tag { .. } => self.tag(rest, blocks),
            };
        }
    }

    /// Reads text up to the next tag, or one entity; returns the bytes read.
    fn text(&mut self, rest: &str, place: usize, blocks: &mut Blocks<'_>) -> usize {
        let end = rest.find(['<', '&', '\n', ' ']).unwrap_or(rest.len());
        if end > 0 {
            blocks.write(&rest[..end], place);
            return end;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            self.state = State::Comment;
            return rest.len() - comment.len();
        }
        match rest.as_bytes()[0] {
            b'<' if rest[1..]
                .starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next)) =>
            {
                self.state = State::Tag {
                    name: String::new(),
                    attributes: String::new(),
                    is_named: true,
                    quote: None,
                };
            }
            b'&' => {
                if let Some((decoded, length)) = entity(rest) {
                    blocks.replace(&decoded, place);
                    return length;
                }
                blocks.write("&", place);
            }
            b'\n' | b' ' if blocks.is_after_space() => {}
            _ => blocks.write(&rest[..1], place),
        }
        1
    }

    /// Reads on in a tag to its end; returns the bytes read.
    fn tag(&mut self, rest: &str, blocks: &mut Blocks<'_>) -> usize {
        let State::Tag {
            name,
            attributes,
            is_named,
            quote,
        } = &mut self.state
        else {
            return 0;
        };
        for (at, character) in rest.char_indices() {
            if !*is_named && name == "a" && attributes.len() < LONGEST_ATTRIBUTES {
                attributes.push(character);
            }
            match (character, *quote) {
                (_, Some(open)) => {
                    if character == open {
                        *quote = None;
                    }
                }
                ('"' | '\'', None) => *quote = Some(character),
                ('>', None) => {
                    let name = std::mem::take(name);
                    let target = target(attributes);
                    self.state = State::Text;
                    match target {
                        Some(target) => blocks.begin_link(&target),
                        None => self.act(&name, blocks),
                    }
                    return at + 1;
                }
                (_, None)
                    if *is_named && (character == '/' || character.is_ascii_alphanumeric()) =>
                {
                    if name.len() < LONGEST_NAME {
                        name.push(character.to_ascii_lowercase());
                    }
                }
                (_, None) => *is_named = false,
            }
        }
        rest.len()
    }

    /// Does what a whole tag asks for.
    fn act(&mut self, tag: &str, blocks: &mut Blocks<'_>) {
        let name = tag.trim_matches('/');
        let is_closing = tag.starts_with('/');
        if let Some((_, kind)) = BLOCKS.iter().find(|(block, _)| *block == name) {
            blocks.open(if is_closing {
                ParagraphKind::Text
            } else {
                *kind
            });
            return;
        }
        match name {
            "br" => {
                blocks.trim_end();
                blocks.insert("\n");
            }
            "tr" if !is_closing => {
                blocks.trim_end();
                blocks.insert("\n");
            }
            "td" | "th" if is_closing => {
                blocks.trim_end();
                blocks.insert("  ");
            }
            "a" => blocks.end_link(),
            _ if is_closing => {}
            _ => {
                if let Some(silent) = SILENT.iter().find(|silent| **silent == name) {
                    self.state = State::Silent(silent);
                }
            }
        }
    }
}

/// Reads where a link leads out of its attributes (` class='x' href="…">`).
fn target(attributes: &str) -> Option<String> {
    let mut names = memchr::memmem::find_iter(attributes.as_bytes(), b"href");
    let at = names.find(|at| attributes[..*at].ends_with(char::is_whitespace) || *at == 0)?;
    let value = attributes[at + "href".len()..].trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let end = match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let inner = &value[1..];
            return Some(decoded(&inner[..inner.find(quote)?]));
        }
        _ => value.find(|letter: char| letter == '>' || letter.is_whitespace()),
    };
    Some(decoded(&value[..end.unwrap_or(value.len())]))
}

/// Decodes the entities of an attribute.
fn decoded(value: &str) -> String {
    let mut written = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        written.push_str(&rest[..at]);
        let (letters, length) = entity(&rest[at..]).unwrap_or_else(|| ("&".to_owned(), 1));
        written.push_str(&letters);
        rest = &rest[at + length..];
    }
    written + rest
}

/// Finds the closing tag of a silent element, and returns the byte it begins at.
fn silent_end(rest: &str, name: &str) -> Option<usize> {
    memchr::memmem::find_iter(rest.as_bytes(), b"</").find(|end| {
        rest.get(end + 2..end + 2 + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
    })
}

/// Decodes the entity a text begins with, and says how long it is.
fn entity(rest: &str) -> Option<(String, usize)> {
    let length = rest.bytes().take(32).position(|byte| byte == b';')? + 1;
    let source = &rest[..length];
    // Markdown knows the same entities as HTML
    let decoded: String = Parser::new(source)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (decoded != source).then_some((decoded, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let mut blocks = Blocks::new(html);
        Scanner::default().read(html, 0, &mut blocks);
        assert_eq!(blocks.finish().text, expected, "of {html:?}");
    }

    #[test]
    fn tags_go_and_words_stay() {
        check(
            "<p>One <b class='a>b'>two</b>.</p><p>Three</p>",
            "One two.\n\nThree",
        );
        check("<ul>\n <li>a</li>\n <li>b</li>\n</ul>", "a\n\nb");
        check("a<br/>b", "a\nb");
        check(
            "<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table>",
            "A  B\n1  2",
        );
    }

    #[test]
    fn what_is_not_for_reading_goes_with_its_content() {
        check("a<script>if (a</b) {}</script>b<!-- <p>no</p> -->c", "abc");
        check("<style>p{}</STYLE>x", "x");
        check("<iframe src='x'></iframe>y", "y");
    }

    #[test]
    fn entities_are_decoded_and_loose_signs_kept() {
        check(
            "Caf&eacute; &amp; R&#38;D &nope; a < b & c",
            "Café & R&D &nope; a < b & c",
        );
        check("&#27;[2J", "[2J");
    }
}
