//! Articles with their analysis, made without reading a text: the same on every run.

use chrono::{Days, NaiveDate};
use newsreader::analysis::Analysis;
use newsreader::analysis::people::{Join, Mention, MentionKind, Name, NameId, NameKind};
use newsreader::analysis::report::{Report, Tense};
use newsreader::analysis::text::Sentence;
use newsreader::analysis::time::{Known, When};
use newsreader::corpus::{ArticleId, Corpus};
use newsreader::document::{Document, Span};

/// Reports an article makes, each of a day and with two people.
pub const REPORTS: usize = 5;

const SYLLABLES: [&str; 32] = [
    "ka", "za", "rif", "mo", "ham", "jad", "el", "na", "to", "ri", "ber", "go", "len", "sa", "id",
    "khat", "ib", "ov", "ski", "man", "da", "per", "wu", "chen", "li", "os", "mar", "tin", "ez",
    "ali", "han", "ko",
];

/// A generator of Marsaglia's xorshift kind.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed * 2 + 0x9e37_79b9_7f4a_7c15)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// A word of two to four syllables.
    pub fn word(&mut self) -> String {
        let count = 2 + self.below(3);
        (0..count)
            .map(|_| SYLLABLES[self.below(SYLLABLES.len())])
            .collect()
    }

    pub fn name(&mut self) -> String {
        let capital = |word: String| word[..1].to_uppercase() + &word[1..];
        format!("{} {}", capital(self.word()), capital(self.word()))
    }
}

/// Makes an article that depends on nothing but its number. One in eight people
/// is one of a hundred that everybody writes about, and goes by the surname.
pub fn article(number: u32) -> (ArticleId, Document, Analysis) {
    let mut chance = Chance::new(u64::from(number));
    let mut text = String::new();
    let mut analysis = Analysis::default();
    for index in 0..REPORTS as u32 {
        let start = text.len();
        for _ in 0..2 {
            let name = match chance.below(8) {
                0 => {
                    let known = Chance::new(1_000_000 + chance.below(100) as u64).name();
                    known.split(' ').next_back().unwrap_or_default().to_owned()
                }
                1 => Chance::new(1_000_000 + chance.below(100) as u64).name(),
                _ => chance.name(),
            };
            let from = text.len();
            text.push_str(&name);
            let id = NameId(analysis.names.len() as u32);
            analysis.mentions.push(Mention {
                span: Span::new(from, text.len()),
                name: id,
                sentence: index,
                kind: MentionKind::Named,
                join: Join::Itself,
            });
            analysis.names.push(Name {
                kind: NameKind::Person,
                full: name,
                aliases: Vec::new(),
                honorifics: Vec::new(),
                roles: Vec::new(),
            });
            text.push(' ');
        }
        for _ in 0..8 {
            text.push_str(&chance.word());
            text.push(' ');
        }
        let span = Span::new(start, text.len() - 1);
        text.push_str(".\n\n");
        analysis.sentences.push(Sentence {
            span,
            paragraph: index,
            first_token: 0,
            last_token: 0,
        });
        let people = [2 * index, 2 * index + 1].map(NameId).to_vec();
        let first = NaiveDate::from_ymd_opt(1980, 1, 1).expect("a day of the calendar");
        // Most of the news is of the last years.
        let back = chance.below(120) * chance.below(120);
        let day = first + Days::new((14_600 - back) as u64);
        analysis.reports.push(Report {
            sentence: index,
            when: When::day(day, Known::Written),
            timex: None,
            actor: people.first().copied(),
            people,
            telling: vec![span],
            tense: Tense::Happened,
        });
    }
    let mut document = Document::given(&format!("made-{number}"), "", None);
    document.headline = chance.word() + " " + &chance.word();
    document.text = text;
    (ArticleId(number), document, analysis)
}

/// Makes a settled corpus of so many articles.
pub fn corpus(articles: u32) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.absorb((0..articles).map(article).collect());
    corpus.settle();
    corpus
}
