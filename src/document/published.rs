//! Where a publication date comes from, and how sure it is.

use chrono::NaiveDate;

/// Says what told the publication date, the most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublishedFrom {
    /// The user set it.
    Set,
    /// Front matter, sidecar or the program that gave the text.
    Metadata,
    /// The URL holds it.
    Url,
    /// The first explicit full date in the head of the text.
    Head,
    /// The dateline ("LONDON, March 5 (Reuters) –").
    Dateline,
    /// The file's name or path.
    FileName,
    /// A copyright line.
    Copyright,
    /// Metadata that marks itself as inferred.
    Inferred,
    /// The file's time: assumed, not known.
    FileTime,
}

impl PublishedFrom {
    /// Returns a word for readers on how the date is known; empty where its file states it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Metadata => "",
            Self::Set => "set by you",
            Self::Url => "from its address",
            Self::Dateline => "from its dateline",
            Self::Head => "from its first lines",
            Self::FileName => "from its file name",
            Self::Copyright => "from its copyright line",
            Self::Inferred => "inferred",
            Self::FileTime => "from its file's time",
        }
    }

    /// Says whether the date is a conclusion rather than a statement.
    pub fn is_inferred(self) -> bool {
        match self {
            Self::Set | Self::Metadata | Self::Url | Self::Dateline => false,
            Self::Head | Self::FileName | Self::Copyright | Self::Inferred | Self::FileTime => true,
        }
    }
}

/// The day a document was published, and what says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Published {
    pub date: NaiveDate,
    pub from: PublishedFrom,
}
