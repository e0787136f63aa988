//! From clean text back to the file it came from.

use super::Span;

/// Maps byte offsets of clean text to code-point offsets of the decoded source.
///
/// Held as runs in which every character of the clean text stands for one
/// character of the source; between runs the source has something the clean
/// text dropped (markup, front matter, a carriage return) or replaced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Byte offset in the clean text where the run begins.
    clean: u32,
    /// Code-point offset in the source of the run's first character.
    source: u32,
}

impl SourceMap {
    /// Makes the map of a text that is its own source.
    pub fn identity() -> Self {
        let mut map = Self::default();
        map.push(0, 0);
        map
    }

    /// Says that from byte `clean` on, characters stand for the source's from code point `source` on.
    ///
    /// Runs are pushed in the order of the clean text.
    pub fn push(&mut self, clean: usize, source: usize) {
        let run = Run {
            clean: u32::try_from(clean).expect("texts are below 4 GiB"),
            source: u32::try_from(source).expect("texts are below 4 GiB"),
        };
        match self.runs.last_mut() {
            Some(last) if last.clean == run.clean => *last = run,
            _ => self.runs.push(run),
        }
    }

    /// Forgets what was said of the clean text from byte `clean` on.
    pub fn truncate(&mut self, clean: usize) {
        let kept = self
            .runs
            .partition_point(|run| (run.clean as usize) < clean);
        self.runs.truncate(kept);
    }

    /// Returns the half-open code-point range of the source that `span` of `text` stands for.
    ///
    /// Takes time in the length of the run the span lies in; to translate many
    /// spans of one text in order, use [`SourceMap::cursor`].
    pub fn to_source(&self, text: &str, span: Span) -> (usize, usize) {
        let mut cursor = self.cursor(text);
        let start = cursor.to_source(span.start);
        let end = cursor.end_to_source(span);
        (start, end)
    }

    /// Begins a translation of many offsets, fastest when they ascend.
    pub fn cursor<'a>(&'a self, text: &'a str) -> MapCursor<'a> {
        MapCursor {
            map: self,
            text,
            byte: 0,
            run: 0,
            source: self.runs.first().map_or(0, |run| run.source as usize),
        }
    }
}

/// A place in a text, known in bytes and in code points of its source.
pub struct MapCursor<'a> {
    map: &'a SourceMap,
    text: &'a str,
    byte: usize,
    run: usize,
    source: usize,
}

impl MapCursor<'_> {
    /// Returns the code point of the source at byte `offset` of the clean text.
    pub fn to_source(&mut self, offset: u32) -> usize {
        let runs = &self.map.runs;
        if runs.is_empty() {
            return self.text[..offset as usize].chars().count();
        }
        let run = runs.partition_point(|run| run.clean <= offset).max(1) - 1;
        let offset = offset as usize;
        if run != self.run || offset < self.byte {
            self.run = run;
            self.byte = runs[run].clean as usize;
            self.source = runs[run].source as usize;
        }
        self.source += self.text[self.byte..offset].chars().count();
        self.byte = offset;
        self.source
    }

    /// Returns the code point after the span's last character.
    ///
    /// Not the same as the place of the next character: markup may lie between.
    pub fn end_to_source(&mut self, span: Span) -> usize {
        match span.of(self.text).char_indices().next_back() {
            None => self.to_source(span.end),
            Some((last, _)) => self.to_source(span.start + last as u32) + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_between_runs_does_not_shift_what_follows() {
        // source: "é **bold** x", clean: "é bold x"
        let text = "é bold x";
        let mut map = SourceMap::default();
        map.push(0, 0);
        map.push(3, 4);
        map.push(7, 10);
        assert_eq!(map.to_source(text, Span::new(3, 7)), (4, 8));
        assert_eq!(map.to_source(text, Span::new(8, 9)), (11, 12));
        assert_eq!(map.to_source(text, Span::new(0, 2)), (0, 1));
    }

    #[test]
    fn text_taken_back_leaves_no_run_behind() {
        let mut map = SourceMap::default();
        map.push(0, 0);
        map.push(1, 5);
        map.truncate(0);
        map.push(0, 7);
        assert_eq!(map.to_source("ab", Span::new(0, 2)), (7, 9));
    }
}
