//! Where a text leads: the targets of its links, and addresses written out in it.
//!
//! Nothing here opens anything or judges where a link leads; targets stay as
//! their writer gave them, but for control characters and white space.

use super::{Span, clean};

/// A longer target is no address anybody follows.
const LONGEST: usize = 2_048;

/// Words of a text that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words, as bytes of the clean text.
    pub span: Span,
    /// Where they lead, as written: an address, or one relative to the document's own.
    pub url: String,
}

impl Link {
    /// Makes a link of words; `None` when it leads nowhere or there are no words.
    pub fn new(span: Span, url: &str) -> Option<Self> {
        let url = clean::line(url)?;
        let leads = url.len() <= LONGEST && !url.starts_with('#') && !url.contains(' ');
        (leads && !span.is_empty()).then_some(Self { span, url })
    }

    /// Returns the whole address, `base` being the document's own; `None` where
    /// there is none to complete it with.
    ///
    /// ```
    /// use newsreader::document::{Link, Span};
    /// let link = Link::new(Span::new(0, 1), "/about").unwrap();
    /// let whole = link.address(Some("https://example.org/news/1.html"));
    /// assert_eq!(whole.as_deref(), Some("https://example.org/about"));
    /// assert_eq!(link.address(None), None);
    /// ```
    pub fn address(&self, base: Option<&str>) -> Option<String> {
        if has_scheme(&self.url) {
            return Some(self.url.clone());
        }
        let base = base.filter(|base| is_web(base))?;
        let (scheme, rest) = base.split_once("://")?;
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if self.url.starts_with("//") {
            return Some(format!("{scheme}:{}", self.url));
        }
        if self.url.starts_with('/') {
            return Some(format!("{scheme}://{host}{}", self.url));
        }
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let directory = path.rfind('/').map_or("/", |end| &path[..=end]);
        Some(format!("{scheme}://{host}{directory}{}", self.url))
    }
}

/// Adds the addresses written out in a text to its links, which come in order.
pub fn add_bare(text: &str, links: &mut Vec<Link>) {
    links.sort_by_key(|link| link.span);
    let mut found = Vec::new();
    let mut from = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), b"http") {
        if at < from || !is_web(&text[at..]) {
            continue;
        }
        let span = Span::new(at, at + length(&text[at..]));
        from = span.end as usize;
        let after = links.partition_point(|link| link.span.end <= span.start);
        let is_linked = links
            .get(after)
            .is_some_and(|link| link.span.overlaps(span));
        if !is_linked {
            found.extend(Link::new(span, span.of(text)));
        }
    }
    links.append(&mut found);
    links.sort_by_key(|link| link.span);
}

/// How many bytes of a text that begins with an address belong to it: what ends
/// the sentence around it does not.
fn length(text: &str) -> usize {
    let ends = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '`')
    };
    let mut address = &text[..text.find(ends).unwrap_or(text.len())];
    // Brackets count once here, and one by one when they are taken off the end.
    let mut unopened = count(address, ')').saturating_sub(count(address, '('));
    while let Some(last) = address.chars().next_back() {
        let goes = match last {
            ')' if unopened > 0 => {
                unopened -= 1;
                true
            }
            ')' => false,
            _ => matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '}' | '*' | '_'
            ),
        };
        if !goes {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

fn count(text: &str, letter: char) -> usize {
    text.matches(letter).count()
}

/// Whether a text begins with an address of the web that has a host.
fn is_web(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric() || first == '['))
}

/// Whether a target says what kind of address it is ("https:", "mailto:").
fn has_scheme(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{Link, add_bare};
    use crate::document::Span;

    fn bare(text: &str) -> Vec<String> {
        let mut links = Vec::new();
        add_bare(text, &mut links);
        links.into_iter().map(|link| link.url).collect()
    }

    #[test]
    fn an_address_ends_before_what_ends_its_sentence() {
        let check = |text: &str, expected: &[&str]| assert_eq!(bare(text), expected, "{text}");
        check("See https://example.org/a.", &["https://example.org/a"]);
        check(
            "(at http://example.org/b_(c)), and more",
            &["http://example.org/b_(c)"],
        );
        check("“https://example.org”", &["https://example.org"]);
        check("http:// is no address, nor is https", &[]);
        check(
            "http://a.org/1\nhttp://a.org/2",
            &["http://a.org/1", "http://a.org/2"],
        );
    }

    #[test]
    fn words_that_are_linked_are_not_linked_twice() {
        let text = "https://a.org and https://b.org";
        let mut links = vec![Link::new(Span::new(0, 13), "https://c.org").unwrap()];
        add_bare(text, &mut links);
        let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(urls, ["https://c.org", "https://b.org"]);
    }

    #[test]
    fn a_relative_target_is_completed_with_the_documents_address() {
        let check = |target: &str, base: &str, expected: Option<&str>| {
            let link = Link::new(Span::new(0, 1), target).unwrap();
            assert_eq!(link.address(Some(base)).as_deref(), expected, "{target}");
        };
        let base = "https://example.org/news/one?page=2";
        check("two", base, Some("https://example.org/news/two"));
        check("//cdn.org/x", base, Some("https://cdn.org/x"));
        check("mailto:a@b.org", base, Some("mailto:a@b.org"));
        check(
            "two",
            "https://example.org",
            Some("https://example.org/two"),
        );
        check("two", "file:///etc/passwd", None);
    }

    #[test]
    fn nothing_leads_to_a_place_on_the_same_page_or_through_a_line_end() {
        let words = Span::new(0, 1);
        assert_eq!(Link::new(words, "#top"), None);
        assert_eq!(Link::new(words, "https://a.org/\nx y"), None);
        assert_eq!(Link::new(Span::default(), "https://a.org"), None);
    }

    #[test]
    fn a_megabyte_of_brackets_is_read_in_a_moment() {
        let text = format!("http://a.org/{}", ")".repeat(1_000_000));
        assert_eq!(bare(&text), ["http://a.org/"]);
    }
}
