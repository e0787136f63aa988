//! Which parser suits an input: by its name, then by its first bytes.

/// A format this program has a parser for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Plain,
    Markdown,
}
