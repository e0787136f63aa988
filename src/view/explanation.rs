//! Draws the explanation of a date: sentences with their words of time lit, and
//! below each what is known of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Run};

use crate::app::App;
use crate::app::explanation::{Cut, Explanation, Fact, GUTTER, LABEL, Row, Step};
use crate::document::Span;
use crate::view::frame::{self, Weight};
use crate::view::line;
use crate::view::theme::{Role, Theme};
use crate::view::timeline::date;

/// Draws the box, its frame included.
pub fn draw(app: &App, open: &Explanation, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (title, figure) = title(open);
    let inside = frame::draw(&title, &figure, Weight::Heavy, theme, area, buffer);
    let painter = Painter { app, open, theme };
    for (row, y) in open.in_view().iter().zip(inside.top()..inside.bottom()) {
        let line = painter.row(*row, usize::from(inside.width));
        buffer.set_line(inside.x, y, &line, inside.width);
    }
    if open.goes_on() {
        frame::foot(&theme.letters.write("▾ more below"), theme, area, buffer);
    }
}

/// Returns what the frame says on its left and on its right.
fn title(open: &Explanation) -> (String, String) {
    let title = format!("Why {}", line::one_line(&open.step().title));
    let figure = match open.steps().len() {
        1 => "enter goes there, esc closes".to_owned(),
        count => format!("step {} of {count}", open.selected() + 1),
    };
    (title, figure)
}

struct Painter<'a> {
    app: &'a App,
    open: &'a Explanation,
    theme: &'a Theme,
}

impl Painter<'_> {
    fn row(&self, row: Row, columns: usize) -> Line<'static> {
        match row {
            Row::Blank => Line::default(),
            Row::Heading { step } => self.heading(step, columns),
            Row::Sentence { step, span, cut } => self.sentence(step, span, cut),
            Row::Fact { step, fact, piece } => {
                let fact = &self.open.steps()[step].facts[fact];
                self.fact(fact, piece, columns)
            }
        }
    }

    fn heading(&self, step: usize, columns: usize) -> Line<'static> {
        let heading = &self.open.steps()[step].heading;
        let role = if self.is_selected(step) {
            Role::Heading
        } else {
            Role::Dim
        };
        let marker = self.theme.letters.marker(self.is_selected(step));
        let lead = match heading.lead.as_str() {
            "" => 0,
            lead => line::width(lead) + 3,
        };
        let around = lead + 3 + line::width(&heading.sentence);
        let room = columns.saturating_sub(around + 3);
        let article = heading.article.as_deref().map(line::one_line);
        let article = article.map(|article| line::clip(&article, room));
        let parts = [
            heading.lead.clone(),
            article.unwrap_or_default(),
            heading.sentence.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let words = self.theme.letters.write(&parts.join(" · "));
        Line::from(vec![
            Run::raw(marker),
            Run::styled(
                line::clip(&words, columns.saturating_sub(2)),
                self.theme.style(role),
            ),
        ])
    }

    /// A piece of a sentence, the words of time lit; the bar stands beside the
    /// step stood on, dots where the sentence goes on.
    fn sentence(&self, step: usize, span: Span, cut: Cut) -> Line<'static> {
        let told = &self.open.steps()[step];
        let role = if self.is_selected(step) {
            Role::Lit
        } else {
            Role::Text
        };
        let bar = if self.is_selected(step) { "▌" } else { " " };
        let before = if cut.before { "…" } else { " " };
        let gutter = self.theme.letters.write(&format!(" {bar}{before}"));
        let mut runs = vec![Run::styled(gutter, self.theme.style(Role::Gutter))];
        runs.extend(self.lit(told, span, role));
        if cut.after {
            runs.push(Run::styled("…", self.theme.style(role)));
        }
        Line::from(runs)
    }

    /// The letters of a span in up to three runs: before, in and behind the expression.
    fn lit(&self, step: &Step, span: Span, role: Role) -> Vec<Run<'static>> {
        let Some(article) = self.app.corpus.article(step.place.article) else {
            return Vec::new();
        };
        let lit = step.expression.unwrap_or_default();
        let start = lit.start.clamp(span.start, span.end);
        let end = lit.end.clamp(start, span.end);
        let cuts = [
            (span.start, start, role),
            (start, end, Role::Match),
            (end, span.end, role),
        ];
        let run = |(start, end, role): (u32, u32, Role)| {
            let words = Span { start, end }.of(&article.document.text);
            Run::styled(line::unbroken(words), self.theme.style(role))
        };
        cuts.into_iter().map(run).collect()
    }

    /// A piece of a fact; the label stands before the first.
    fn fact(&self, fact: &Fact, piece: Span, columns: usize) -> Line<'static> {
        let label = if piece.start == 0 { fact.label } else { "" };
        let label = format!("{}{}", " ".repeat(GUTTER), line::pad(label, LABEL - GUTTER));
        let words = piece.of(&fact.words);
        let (words, role) = match fact.known {
            Some(known) if piece.start == 0 => (
                format!("{} {words}", date::known_mark(known)),
                Role::of_known(known),
            ),
            Some(known) => (words.to_owned(), Role::of_known(known)),
            None => (words.to_owned(), Role::Text),
        };
        let room = columns.saturating_sub(LABEL);
        Line::from(vec![
            Run::styled(label, self.theme.style(Role::Dim)),
            Run::styled(
                line::clip(&self.theme.letters.write(&words), room),
                self.theme.style(role),
            ),
        ])
    }

    fn is_selected(&self, step: usize) -> bool {
        self.open.selected() == step
    }
}
