//! Texts given a token a line, its tag behind it (CoNLL), put together as print has them.

use newsreader::analysis::people::model::train::{Entity, Example, Marked};
use newsreader::document::{Document, Span};

/// Where a set marks no documents, so many sentences make one.
const SENTENCES: usize = 20;

/// So many sentences make a paragraph.
const PARAGRAPH: usize = 5;

type Sentence<'a> = Vec<(&'a str, &'a str)>;

/// Puts the documents of a file together.
pub fn examples(file: &str, marked: Marked, weight: f32) -> Vec<Example> {
    let documents = documents(file);
    let examples = documents
        .iter()
        .enumerate()
        .filter_map(|(number, sentences)| {
            let mut writer = Writer::default();
            if let (Some(headline), Some(sentence)) = (Headline::of(number), sentences.first()) {
                writer.headline(headline, sentence);
            }
            for (place, sentence) in sentences.iter().enumerate() {
                writer.sentence(place, sentence);
            }
            let document = Document::given(&number.to_string(), &writer.text, None);
            // What cleaning changed has its marks elsewhere.
            (document.text == writer.text).then_some(Example {
                document,
                names: writer.names,
                marked,
                parts: None,
                weight,
            })
        });
    examples.collect()
}

fn documents(file: &str) -> Vec<Vec<Sentence<'_>>> {
    let mut documents: Vec<Vec<Sentence<'_>>> = vec![Vec::new()];
    let mut sentence = Vec::new();
    let are_marked = file.contains("-DOCSTART-");
    for line in file.lines().chain([""]) {
        let is_full = !are_marked && documents.last().is_some_and(|one| one.len() >= SENTENCES);
        if line.starts_with("-DOCSTART-") || is_full {
            documents.push(Vec::new());
        }
        match line.split_once('\t') {
            Some((token, tag)) if !line.starts_with("-DOCSTART-") => sentence.push((token, tag)),
            _ => {
                if let (false, Some(document)) = (sentence.is_empty(), documents.last_mut()) {
                    document.push(std::mem::take(&mut sentence));
                }
            }
        }
    }
    documents
}

/// How the headline is written that a document is given: none of the sets has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Headline {
    Capitals,
    Titled,
}

impl Headline {
    /// A third of the documents have one in capitals, a third one with every word capitalised.
    fn of(document: usize) -> Option<Self> {
        match document % 12 {
            0 => Some(Self::Capitals),
            1 => Some(Self::Titled),
            _ => None,
        }
    }

    fn write(self, token: &str) -> String {
        let mut letters = token.chars();
        match (self, letters.next()) {
            (Self::Capitals, _) => token.to_uppercase(),
            (Self::Titled, Some(first)) if token.len() > 3 => {
                first.to_uppercase().chain(letters).collect()
            }
            (Self::Titled, _) => token.to_owned(),
        }
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    names: Vec<(Span, Entity)>,
}

impl Writer {
    /// The sentence as a headline, above the text.
    fn headline(&mut self, headline: Headline, tokens: &[(&str, &str)]) {
        let written: Vec<(String, &str)> = tokens
            .iter()
            .map(|(token, tag)| (headline.write(token), *tag))
            .collect();
        let written: Vec<(&str, &str)> = written
            .iter()
            .map(|(token, tag)| (token.as_str(), *tag))
            .collect();
        self.sentence(0, &written);
        self.text.push_str("\n\n");
    }

    fn sentence(&mut self, place: usize, tokens: &[(&str, &str)]) {
        if place > 0 {
            self.text.push_str(if place.is_multiple_of(PARAGRAPH) {
                "\n\n"
            } else {
                " "
            });
        }
        let mut glued = true;
        let mut in_quotes = false;
        let mut open: Option<&str> = None;
        for (token, tag) in tokens {
            let shown = match *token {
                "``" | "''" => "\"",
                "-LRB-" => "(",
                "-RRB-" => ")",
                other => other,
            };
            let mut glues_next = opens(token);
            let mut joins = glued || closes(token);
            if *token == "\"" {
                joins = glued || in_quotes;
                glues_next = !in_quotes;
                in_quotes = !in_quotes;
            }
            if !joins {
                self.text.push(' ');
            }
            let start = self.text.len();
            self.text.push_str(shown);
            open = self.mark(Span::new(start, self.text.len()), tag, open);
            glued = glues_next;
        }
    }

    /// Begins a name or goes on with the one that stands open; returns its kind.
    fn mark<'a>(&mut self, span: Span, tag: &'a str, open: Option<&str>) -> Option<&'a str> {
        let kind = tag.get(2..).filter(|kind| !kind.is_empty())?;
        let entity = entity(kind)?;
        match self.names.last_mut() {
            Some((last, _)) if open == Some(kind) && tag.starts_with('I') => last.end = span.end,
            _ => self.names.push((span, entity)),
        }
        Some(kind)
    }
}

fn closes(token: &str) -> bool {
    let marks = [
        ",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "'s", "'S", "’s", "n't", "N'T", "'re",
        "'ve", "'ll", "'d", "'m", "''", "”", "…", "...",
    ];
    marks.contains(&token)
}

fn opens(token: &str) -> bool {
    matches!(token, "(" | "[" | "{" | "$" | "£" | "€" | "#" | "``" | "“")
}

/// What a tag of one of the sets stands for; `None` for dates, sums and the like.
fn entity(kind: &str) -> Option<Entity> {
    match kind {
        "PER" | "PERSON" => Some(Entity::Person),
        "LOC" | "GPE" | "FAC" | "COUNTRY" | "FACILITY" => Some(Entity::Place),
        "ORG" | "POLITICALPARTY" | "BAND" | "UNIVERSITY" | "CORPORATION" | "GROUP" => {
            Some(Entity::Organisation)
        }
        "DATE" | "TIM" | "MONEY" | "NUM" | "TIME" | "CARDINAL" | "ORDINAL" | "PERCENT"
        | "QUANTITY" => None,
        _ => Some(Entity::Other),
    }
}
