//! How the tagger's time grows with the text, and what an expression weighs.
//!
//! Texts without an end to their line, each at three sizes: the last column is
//! the time for a byte beside that at the first size, 1.0 where time is linear.

#![expect(clippy::print_stdout, reason = "a bench tells whoever runs it")]

use std::fmt::Write as _;
use std::hint;
use std::time::Instant;

use newsreader::analysis::text::Text;
use newsreader::analysis::time::{self, Timex};
use newsreader::analysis::{self, Lexicon};
use newsreader::document::Document;

/// Runs of each measurement; the median is printed.
const RUNS: usize = 5;

/// Makes a text of a size.
type Maker = fn(f64) -> String;

fn main() {
    let lexicon = Lexicon::english();
    let megabytes = [2.5, 5.0, 10.0];
    let thousands = [25.0, 50.0, 100.0];
    let texts: [(&str, [f64; 3], Maker); 3] = [
        ("MB of news in one line", megabytes, news),
        ("thousand dates, nothing else", thousands, dates),
        ("thousand to be counted from others", thousands, weekdays),
    ];
    for (name, sizes, make) in texts {
        println!("\n{name:36}     times    MB/s  a byte       all    MB/s  a byte");
        let mut curves = [Curve::default(), Curve::default()];
        for size in sizes {
            let document = Document::given("a line", &make(size), None);
            let text = Text::read(&document);
            let [times, all] = &mut curves;
            let times = times.point(document.text.len(), || {
                hint::black_box(time::find(&text, &document, &lexicon.time));
            });
            let all = all.point(document.text.len(), || {
                hint::black_box(analysis::analyse(&document, lexicon));
            });
            println!("{size:36} {times} {all}");
        }
    }
    weigh(lexicon);
}

/// Measurements of one work at growing sizes.
#[derive(Default)]
struct Curve {
    /// Seconds for a byte at the first size.
    first: Option<f64>,
}

impl Curve {
    /// Measures at one size and says milliseconds, rate and growth.
    fn point(&mut self, bytes: usize, work: impl Fn()) -> String {
        let run = |_| {
            let started = Instant::now();
            work();
            started.elapsed().as_secs_f64()
        };
        let mut runs: Vec<f64> = (0..RUNS).map(run).collect();
        runs.sort_by(f64::total_cmp);
        let seconds = runs[RUNS / 2];
        let byte = seconds / bytes as f64;
        let growth = byte / *self.first.get_or_insert(byte);
        let (milliseconds, rate) = (seconds * 1e3, 1e-6 / byte);
        format!("{milliseconds:6.0} ms {rate:7.1} {growth:6.2}×")
    }
}

/// What an expression takes of memory, with the words of its value.
fn weigh(lexicon: &Lexicon) {
    let document = Document::given("a line", &news(1.0), None);
    let found = time::find(&Text::read(&document), &document, &lexicon.time);
    let values: usize = found.iter().map(|timex| timex.value.capacity()).sum();
    println!(
        "\nan expression: {} bytes, and {:.1} for its value ({} in {:.1} MB)",
        size_of::<Timex>(),
        values as f64 / found.len() as f64,
        found.len(),
        document.text.len() as f64 / 1e6
    );
}

/// As many megabytes of news as that, in one line.
fn news(megabytes: f64) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() as f64 >= megabytes * 1e6 {
            break;
        }
        let (week, day) = (number % 22 + 2, number % 28 + 1);
        write!(
            text,
            "Anna Berger, who leads the council of town {number}, told reporters on Friday that \
             the talks begun {week} weeks ago would go on until next month. Nobody had asked the \
             people who live beside the river whether the bridge should be moved, and few of them \
             had read of it. The last round ended on {day} March 20{week:02} without a result. "
        )
        .expect("a string takes everything");
    }
    text
}

/// As many thousand dates as that.
fn dates(thousands: f64) -> String {
    let mut text = String::new();
    for number in 0..(thousands * 1e3) as u32 {
        let (day, year) = (number % 28 + 1, 1900 + number % 120);
        write!(text, "{day} March {year}, ").expect("a string takes everything");
    }
    text
}

/// As many thousand expressions as that, each to be counted from something.
fn weekdays(thousands: f64) -> String {
    "on Friday, two days later, ".repeat((thousands * 500.0) as usize)
}
