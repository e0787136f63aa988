//! Texts whose names are marked in place: `[Jane Roe]` a person, `[~Jane Roe]`
//! who wrote the text, `[+Roes]` a family; `\n` is a line break. A line is a text.

use newsreader::document::Span;

/// What a mark says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Person,
    Byline,
    Family,
}

/// A text without its marks, and where they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedText {
    pub text: String,
    pub names: Vec<(Span, Mark)>,
}

/// Reads the texts of a file; lines that begin with `#` only say what is meant.
pub fn read(file: &str) -> impl Iterator<Item = MarkedText> + '_ {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(read_line)
}

fn read_line(line: &str) -> MarkedText {
    let line = line.replace("\\n", "\n");
    let mut marked = MarkedText {
        text: String::new(),
        names: Vec::new(),
    };
    let mut open = None;
    for letter in line.chars() {
        match (letter, &mut open) {
            ('[', None) => open = Some((marked.text.len(), Mark::Person)),
            ('~', Some((start, mark))) if *start == marked.text.len() => *mark = Mark::Byline,
            ('+', Some((start, mark))) if *start == marked.text.len() => *mark = Mark::Family,
            (']', Some((start, mark))) => {
                let span = Span::new(*start, marked.text.len());
                marked.names.push((span, *mark));
                open = None;
            }
            _ => marked.text.push(letter),
        }
    }
    marked
}
