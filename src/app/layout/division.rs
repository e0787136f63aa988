//! How the screen is divided: the layout chosen, and where its borders were moved.

use std::fmt;

use crate::config::Layout;

/// The share that is all of something; shares are counted in thousandths.
pub const WHOLE: u16 = 1000;

/// A border between panes that can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Right of the left column.
    Left,
    /// Below the documents.
    Documents,
    /// Below the reading view.
    Reading,
    /// Above the people, where all lists stand in one column.
    People,
    /// Between two panes side by side.
    Beside,
    /// Between two panes one above the other.
    Above,
}

impl Edge {
    /// Every border.
    pub const ALL: &[Self] = &[
        Self::Left,
        Self::Documents,
        Self::Reading,
        Self::People,
        Self::Beside,
        Self::Above,
    ];

    /// Returns the word it is remembered under.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Documents => "documents",
            Self::Reading => "reading",
            Self::People => "people",
            Self::Beside => "beside",
            Self::Above => "above",
        }
    }
}

/// A layout, and the borders that were moved.
///
/// Prints as, and is read from, a line of words:
///
/// ```
/// use newsreader::app::layout::Division;
/// let division = Division::read("wide-reading left=350").unwrap();
/// assert_eq!(division.to_string(), "wide-reading left=350");
/// assert_eq!(Division::read("round"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Division {
    pub layout: Layout,
    /// The share before each border that was moved, by the order of [`Edge::ALL`].
    shares: [Option<u16>; Edge::ALL.len()],
}

impl Division {
    /// Makes a division whose borders lie where they usually do.
    pub fn of(layout: Layout) -> Self {
        Self {
            layout,
            ..Self::default()
        }
    }

    /// Reads what was printed; words that say nothing are passed over, and
    /// without a layout there is nothing to read.
    pub fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let mut division = Self::of(Layout::by_name(words.next()?)?);
        for (name, share) in words.filter_map(|word| word.split_once('=')) {
            let edge = Edge::ALL.iter().find(|edge| edge.name() == name);
            if let (Some(edge), Ok(share)) = (edge, share.parse()) {
                division.set(*edge, Some(share));
            }
        }
        Some(division)
    }

    /// Returns the thousandths before a border; `None` where it was never moved.
    pub fn share(&self, edge: Edge) -> Option<u16> {
        self.shares[edge as usize]
    }

    /// Moves a border, or with `None` puts it back.
    pub fn set(&mut self, edge: Edge, share: Option<u16>) {
        self.shares[edge as usize] = share.map(|share| share.min(WHOLE));
    }

    /// Takes from another division the borders not moved here.
    pub fn fill(&mut self, other: &Self) {
        for &edge in Edge::ALL {
            if self.share(edge).is_none() {
                self.set(edge, other.share(edge));
            }
        }
    }
}

impl fmt::Display for Division {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.layout.name())?;
        for &edge in Edge::ALL {
            if let Some(share) = self.share(edge) {
                write!(out, " {}={share}", edge.name())?;
            }
        }
        Ok(())
    }
}
