//! A line of text: cut wherever what its letters are changes, put in the order
//! in which it is shown.

use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::reader::{
    AnnotationKind, Direction, Line as Row, Reordering, Stretch, in_order, turns,
};
use crate::document::{ParagraphKind, Span};
use crate::view::line;
use crate::view::theme::Role;

use super::Painter;

/// Marks that show the other way in right-to-left text.
const MIRRORED: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('«', '»'),
    ('‹', '›'),
];

impl Painter<'_> {
    pub(super) fn text(&self, row: &Row, kind: ParagraphKind) -> Line<'static> {
        let marks = self.marks(row.span);
        let mut cuts: Vec<u32> = marks
            .iter()
            .flat_map(|(mark, _)| [mark.start, mark.end])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let base = match kind {
            ParagraphKind::Heading(_) => self.theme.style(Role::Heading),
            ParagraphKind::Quotation => self.theme.style(Role::Quote),
            ParagraphKind::Verbatim => self.theme.style(Role::Dim),
            ParagraphKind::Text | ParagraphKind::ListItem => self.theme.style(Role::Text),
        };
        let mut runs = Vec::new();
        for stretch in self.in_order(row) {
            let mut pieces = pieces(stretch.span, &cuts);
            if stretch.direction == Direction::RightToLeft {
                pieces.reverse();
            }
            runs.extend(pieces.into_iter().map(|piece| {
                let words = line::unbroken(piece.of(&self.article.document.text));
                let words = match stretch.direction {
                    Direction::LeftToRight => words,
                    Direction::RightToLeft => turned(&words),
                };
                Run::styled(words, self.style(base, piece, &marks))
            }));
        }
        Line::from(runs)
    }

    /// The pieces of a line as they are shown; one where nothing is reordered.
    fn in_order(&self, row: &Row) -> Vec<Stretch> {
        let text = &self.article.document.text;
        let reorders = self.app.reader.reordering() == Reordering::Here
            && (row.direction == Direction::RightToLeft || turns(row.span.of(text)));
        if !reorders {
            return vec![Stretch {
                span: row.span,
                direction: Direction::LeftToRight,
            }];
        }
        let paragraphs = &self.article.document.paragraphs;
        let after = paragraphs.partition_point(|paragraph| paragraph.span.end <= row.span.start);
        let paragraph = paragraphs
            .get(after)
            .map_or(row.span, |paragraph| paragraph.span);
        in_order(text, paragraph, row.span, row.direction)
    }

    fn style(&self, base: Style, piece: Span, marks: &[(Span, Role)]) -> Style {
        let covering = marks.iter().filter(|(mark, _)| mark.contains(piece));
        covering.fold(base, |style, (_, role)| {
            style.patch(self.theme.style(*role))
        })
    }

    /// What lies in a line, the weakest first: later roles go over earlier ones.
    fn marks(&self, span: Span) -> Vec<(Span, Role)> {
        let analysis = &self.article.analysis;
        let reader = &self.app.reader;
        let mut marks = Vec::new();
        let quotes = within(&analysis.quotes, |quote| quote.span, span);
        marks.extend(quotes.map(|quote| (quote.span, Role::Quote)));
        marks.extend(reader.lit().map(|lit| (lit, Role::Lit)));
        let links = within(&self.article.document.links, |link| link.span, span);
        marks.extend(links.map(|link| (link.span, Role::Link)));
        let dates = within(&analysis.timexes, |timex| timex.span, span);
        marks.extend(dates.map(|timex| (timex.span, Role::Date)));
        for mention in within(&analysis.mentions, |mention| mention.span, span) {
            let person = self.article.people.get(mention.name.0 as usize).copied();
            if person.is_some_and(|person| !self.app.corpus.is_shown(person)) {
                continue;
            }
            let role = if person.is_some_and(|person| self.chosen.contains(&person)) {
                Role::PersonChosen
            } else {
                Role::Person
            };
            marks.push((mention.span, role));
        }
        marks.extend(reader.annotations_in(span).map(|annotation| {
            let role = match annotation.kind {
                AnnotationKind::Highlight => Role::Highlight,
                AnnotationKind::Note => Role::Note,
            };
            (annotation.span, role)
        }));
        if let Some(search) = reader.current_search() {
            let current = search.matches.get(search.current);
            let found = within(&search.matches, |found| *found, span);
            marks.extend(found.map(|found| {
                let role = if Some(found) == current {
                    Role::MatchCurrent
                } else {
                    Role::Match
                };
                (*found, role)
            }));
        }
        let selection = reader.selection().map(|selection| selection.span());
        marks.extend(selection.map(|selected| (selected, Role::Selection)));
        marks.extend(reader.spot().map(|spot| (spot.span, Role::Spot)));
        marks
    }
}

/// A stretch cut at those places that lie within it; what has been cut covers it.
fn pieces(stretch: Span, cuts: &[u32]) -> Vec<Span> {
    let first = cuts.partition_point(|cut| *cut <= stretch.start);
    let inner = cuts[first..].iter().copied();
    let ends = inner
        .take_while(|cut| *cut < stretch.end)
        .chain([stretch.end]);
    let mut start = stretch.start;
    ends.map(|end| {
        let piece = Span { start, end };
        start = end;
        piece
    })
    .collect()
}

/// Writes a text from its end to its beginning, letters with their marks whole.
fn turned(text: &str) -> String {
    let letters = text.graphemes(true).rev();
    let mut written = String::with_capacity(text.len());
    for letter in letters {
        written.extend(letter.chars().map(mirrored));
    }
    written
}

fn mirrored(letter: char) -> char {
    let found = MIRRORED.iter().find_map(|(one, other)| match letter {
        letter if letter == *one => Some(*other),
        letter if letter == *other => Some(*one),
        _ => None,
    });
    found.unwrap_or(letter)
}

/// The items, in order of the text, that share a letter with `span`.
fn within<'a, T>(
    items: &'a [T],
    place: impl Fn(&T) -> Span + Copy + 'a,
    span: Span,
) -> impl Iterator<Item = &'a T> {
    let first = items.partition_point(|item| place(item).end <= span.start);
    items[first..]
        .iter()
        .take_while(move |item| place(item).start < span.end)
}

#[cfg(test)]
mod tests {
    use super::{pieces, turned};
    use crate::document::Span;

    #[test]
    fn a_stretch_is_cut_only_within_itself() {
        let cut = pieces(Span::new(2, 8), &[0, 2, 5, 8, 9]);
        assert_eq!(cut, [Span::new(2, 5), Span::new(5, 8)]);
        assert_eq!(pieces(Span::new(2, 8), &[]), [Span::new(2, 8)]);
    }

    #[test]
    fn turning_keeps_letters_whole_and_turns_brackets() {
        assert_eq!(turned("ab(c)"), "(c)ba");
        assert_eq!(turned("e\u{301}a"), "ae\u{301}");
    }
}
