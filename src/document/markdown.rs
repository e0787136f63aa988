//! Markdown: its words as clean text, its blocks as paragraphs.
//!
//! Links keep their text and their target, pictures leave nothing, code and tables are kept as
//! they stand. HTML in between goes through [`markup`](super::markup), marks of
//! site generators through [`template`](super::template).

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::blocks::Blocks;
use super::markup::Scanner;
use super::{Body, ParagraphKind, template};

/// Reads the Markdown of a decoded file from byte `start` on.
pub fn read(decoded: &str, start: usize) -> Body {
    let masked = template::mask(&decoded[start..]);
    let mut reader = Reader {
        decoded,
        start,
        blocks: Blocks::new(decoded),
        html: Scanner::default(),
        containers: Vec::new(),
        pictures: 0,
        is_in_table: false,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(&masked, options).into_offset_iter() {
        reader.take(event, &masked, range);
    }
    reader.blocks.finish()
}

/// Reads one line of Markdown, such as a title, as clean text.
pub fn line(source: &str) -> String {
    // as a heading, so that "1. May" is no list
    let heading = format!("# {source}");
    read(&heading, 0).text
}

struct Reader<'a> {
    decoded: &'a str,
    /// Where the Markdown begins in the decoded file.
    start: usize,
    blocks: Blocks<'a>,
    html: Scanner,
    /// Quotations and list items around the place being read.
    containers: Vec<ParagraphKind>,
    /// How many pictures are open; their words describe what is not shown.
    pictures: usize,
    is_in_table: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, masked: &str, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, masked, &range),
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Html(html) => self.html(&html, masked, &range),
            Event::InlineHtml(html) => self.html(&html, masked, &range),
            _ if self.pictures > 0 || self.html.is_silent() => {}
            Event::Text(text) | Event::Code(text) => self.words(&text, masked, &range),
            Event::SoftBreak if self.is_in_table => self.blocks.insert(" "),
            Event::SoftBreak | Event::HardBreak => self.line_end(masked, &range),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block(ParagraphKind::Text),
            Tag::Heading { level, .. } => self.blocks.open(ParagraphKind::Heading(rank(*level))),
            Tag::BlockQuote(_) => self.enter(ParagraphKind::Quotation),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.enter(ParagraphKind::ListItem);
            }
            Tag::CodeBlock(_) => self.blocks.open(ParagraphKind::Verbatim),
            Tag::Table(_) => {
                self.blocks.open(ParagraphKind::Verbatim);
                self.is_in_table = true;
            }
            Tag::TableRow => {
                self.blocks.trim_end();
                self.blocks.insert("\n");
            }
            Tag::HtmlBlock => self.block(ParagraphKind::Text),
            Tag::Image { .. } => self.pictures += 1,
            Tag::FootnoteDefinition(_) | Tag::List(_) | Tag::DefinitionList => {
                self.block(ParagraphKind::Text);
            }
            Tag::TableHead
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.containers.pop();
                self.block(ParagraphKind::Text);
            }
            TagEnd::Table => {
                self.is_in_table = false;
                self.block(ParagraphKind::Text);
            }
            TagEnd::TableCell => {
                self.blocks.trim_end();
                self.blocks.insert("  ");
            }
            TagEnd::HtmlBlock => {
                self.html.rest();
                self.block(ParagraphKind::Text);
            }
            TagEnd::Link => self.blocks.end_link(),
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => {
                self.html.rest();
                self.block(ParagraphKind::Text);
            }
            TagEnd::List(_)
            | TagEnd::DefinitionList
            | TagEnd::FootnoteDefinition
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// What follows leads somewhere; a target that a site generator would have
    /// written leads nowhere yet.
    fn link(&mut self, target: &str, masked: &str, range: &Range<usize>) {
        let offset = masked[range.clone()].find(target);
        let is_covered = offset.is_some_and(|offset| {
            let place = self.start + range.start + offset;
            self.decoded.get(place..place + target.len()) != Some(target)
        });
        self.blocks.begin_link(if is_covered { "" } else { target });
    }

    /// Opens a block, of the kind of what it stands in.
    fn block(&mut self, kind: ParagraphKind) {
        let kind = self.containers.last().copied().unwrap_or(kind);
        self.blocks.open(kind);
    }

    fn enter(&mut self, kind: ParagraphKind) {
        self.containers.push(kind);
        self.blocks.open(kind);
    }

    fn html(&mut self, html: &str, masked: &str, range: &Range<usize>) {
        let place = self.start + found_at(html, masked, range);
        self.html.read(html, place, &mut self.blocks);
    }

    /// Writes words, each character at its place where the source has the same.
    fn words(&mut self, text: &str, masked: &str, range: &Range<usize>) {
        let inner = &masked[range.clone()];
        match inner.find(text) {
            Some(offset) => self.blocks.write(text, self.start + range.start + offset),
            None => self.blocks.replace(text, self.start + range.start),
        }
    }

    fn line_end(&mut self, masked: &str, range: &Range<usize>) {
        self.blocks.trim_end();
        let newline = masked[range.clone()].find('\n');
        match newline {
            Some(offset) => {
                let place = self.start + range.start + offset;
                let newline = &self.decoded[place..=place];
                self.blocks.write(newline, place);
            }
            None => self.blocks.insert("\n"),
        }
    }
}

/// The byte of the source a piece begins at; for one that was changed, its range's.
fn found_at(piece: &str, masked: &str, range: &Range<usize>) -> usize {
    range.start + masked[range.clone()].find(piece).unwrap_or(0)
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[(ParagraphKind, &str)]) {
        let body = read(source, 0);
        let paragraphs: Vec<(ParagraphKind, &str)> = body
            .paragraphs
            .iter()
            .map(|paragraph| (paragraph.kind, paragraph.span.of(&body.text)))
            .collect();
        assert_eq!(paragraphs, expected, "from {source:?}");
    }

    const TEXT: ParagraphKind = ParagraphKind::Text;

    #[test]
    fn blocks_become_paragraphs_of_their_kind() {
        check(
            "# Rain *at last*\n\nIt rained\nhard.\n\n> He said so.\n\n- one\n- two\n",
            &[
                (ParagraphKind::Heading(1), "Rain at last"),
                (TEXT, "It rained\nhard."),
                (ParagraphKind::Quotation, "He said so."),
                (ParagraphKind::ListItem, "one"),
                (ParagraphKind::ListItem, "two"),
            ],
        );
        check(
            "```rust\nlet x;\n```",
            &[(ParagraphKind::Verbatim, "let x;")],
        );
        check(
            "|a|b|\n|-|-|\n|1|2|",
            &[(ParagraphKind::Verbatim, "a  b\n1  2")],
        );
        check(
            "a\n\n    code",
            &[(TEXT, "a"), (ParagraphKind::Verbatim, "code")],
        );
    }

    #[test]
    fn links_keep_their_words_and_pictures_leave_none() {
        check(
            "See [the *report*](http://x) now ![alt](y.png).",
            &[(TEXT, "See the report now .")],
        );
        check("[18F]({{ \"/\" | url }}) wrote", &[(TEXT, "18F wrote")]);
        check("<https://example.org>", &[(TEXT, "https://example.org")]);
    }

    fn links(source: &str) -> Vec<(String, String)> {
        let body = read(source, 0);
        let words = |link: &super::super::Link| link.span.of(&body.text).to_owned();
        let links = body.links.iter();
        links.map(|link| (words(link), link.url.clone())).collect()
    }

    #[test]
    fn links_of_every_form_keep_their_target() {
        let check = |source: &str, expected: &[(&str, &str)]| {
            let found = links(source);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|(words, url)| (words.as_str(), url.as_str()))
                .collect();
            assert_eq!(found, expected, "from {source:?}");
        };
        check(
            "See [the *report*](http://a.org/x \"Title\") and [that][1].\n\n[1]: http://b.org",
            &[("the report", "http://a.org/x"), ("that", "http://b.org")],
        );
        check("<https://c.org>", &[("https://c.org", "https://c.org")]);
        check(
            "a <a class='x' href=\"/d&amp;e\">word <b>or</b> two</a> b",
            &[("word or two", "/d&e")],
        );
        check("[![a picture](p.png)](http://a.org) [](x)", &[]);
        check("<a name=top>no link</a>", &[]);
        check("[18F]({{ \"/\" | url }}) wrote", &[]);
        check(
            "<p><a href=http://f.org>open</p>\n\nnext",
            &[("open", "http://f.org")],
        );
    }

    #[test]
    fn marks_in_what_only_looks_like_a_link_leave_no_trace() {
        check("[a]({{< ref \"b\" >}} \"c\" d)", &[(TEXT, "[a]( \"c\" d)")]);
    }

    #[test]
    fn marks_in_html_do_not_shift_what_follows() {
        let body = read("<p>a{{é漢}}b", 0);
        let end = super::super::Span::new(1, 2);
        assert_eq!(
            (body.map.to_source(&body.text, end), &*body.text),
            ((10, 11), "ab")
        );
    }

    #[test]
    fn entities_and_escapes_are_decoded() {
        check(
            "R&amp;D \\*not bold\\* caf&eacute;",
            &[(TEXT, "R&D *not bold* café")],
        );
    }

    #[test]
    fn html_and_shortcodes_are_markup() {
        check(
            "{{< box >}}\nIn <b>a</b> box.\n{{< /box >}}\n\n<p>Out<br>side</p>\n<script>\n\nx\n</script>",
            &[(TEXT, "In a box."), (TEXT, "Out\nside")],
        );
        check(
            "{{< note >}}Mind this.{{< /note >}}",
            &[(TEXT, "Mind this.")],
        );
    }

    #[test]
    fn words_lead_back_to_their_place() {
        let source = "é [**bold** link](x) R&amp;D end";
        let body = read(source, 0);
        let place = |word: &str| {
            let start = body.text.find(word).expect("there");
            let span = super::super::Span::new(start, start + word.len());
            body.map.to_source(&body.text, span)
        };
        assert_eq!(place("bold"), (5, 9));
        assert_eq!(place("link"), (12, 16));
        assert_eq!(place("end"), (29, 32));
    }

    #[test]
    fn a_line_is_freed_of_its_markup() {
        assert_eq!(
            line("1. May: `code` &amp; <em>more</em>"),
            "1. May: code & more"
        );
    }
}
