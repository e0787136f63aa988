//! What the help says besides actions: marks, the find box, filters, the mouse.

/// A heading, and below it signs with what they mean.
type Part = (&'static str, &'static [(&'static str, &'static str)]);

pub(super) const PARTS: &[Part] = &[
    (
        "What the marks mean",
        &[
            ("●", "The date is written in the text, with day or better"),
            (
                "◆",
                "The date is computed from the article's: “Friday”, “last week”",
            ),
            (
                "◇",
                "The date is carried from a neighbouring sentence: “that day”",
            ),
            ("○", "Only the article's own date is known"),
            ("~", "After a date: approximate, or no exact day"),
            ("?", "The date could not be resolved"),
            ("»", "Planned or expected, not yet happened"),
            ("2 ▾", "So many reports tell of it; :unfold shows them"),
            ("★", "A starred article, or a key event"),
            ("▸", "What is selected"),
            (
                "▌",
                "The lit sentence: what the selected event was read from",
            ),
        ],
    ),
    (
        "In the find box",
        &[
            (
                "word",
                "The letters stand in it in this order, accents and case forgiven",
            ),
            ("'word", "It has exactly this"),
            ("^pre", "It begins with this"),
            ("suf$", "It ends with this"),
            ("!not", "It does not have this"),
            (
                "a | b",
                "One of several; words with blanks between must all fit",
            ),
            ("@", "Before all else: people only"),
            ("#", "Before all else: events only"),
            ("/", "Before all else: the texts themselves"),
            (">", "Before all else: actions only"),
            ("mjz", "Initials find a person too"),
        ],
    ),
    (
        "In a filter of the timeline",
        &[
            ("person:", "What a person is in: person:zarif"),
            ("doc:", "What an article tells: doc:herat"),
            ("from:", "Not before a date in words: from:2020"),
            ("to:", "Not after a date in words: to:\"aug 2021\""),
            ("kind:", "happened, said or planned: kind:planned"),
        ],
    ),
    (
        "With the mouse, where it is on",
        &[
            (
                "click",
                "Selects; a second click opens; beside a box it closes it",
            ),
            ("wheel", "Moves in the list or the text under the pointer"),
            (
                "drag",
                "A border between panes moves; its place is remembered",
            ),
        ],
    ),
];
