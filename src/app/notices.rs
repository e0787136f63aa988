//! What the program has to say: shown for a moment, kept for `:messages`.

use crate::config::Complaint;

/// How many ticks a notice stays in the bottom line.
const TICKS_SHOWN: u8 = 4;

/// How many notices are kept.
const KEPT: usize = 500;

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// Something was not done or not understood.
    Warning,
}

/// One thing said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub weight: Weight,
}

/// Everything said so far.
#[derive(Debug, Default)]
pub struct Notices {
    said: Vec<Notice>,
    /// Ticks the latest notice still has.
    left: u8,
}

impl Notices {
    /// Says something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.add(text.into(), Weight::Plain);
    }

    /// Says that something went wrong.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.add(text.into(), Weight::Warning);
    }

    /// Says what could not be used of the settings, and where all of it can be read.
    pub fn complain(&mut self, complaints: &[Complaint]) {
        for complaint in complaints {
            self.warn(complaint.to_string());
        }
        if let [first, _, ..] = complaints {
            let more = complaints.len() - 1;
            self.warn(format!("{first}, and {more} more: see :messages"));
        }
    }

    /// Lets a moment pass.
    pub fn tick(&mut self) {
        self.left = self.left.saturating_sub(1);
    }

    /// Takes the notice shown away, as the next key does.
    pub fn hush(&mut self) {
        self.left = 0;
    }

    /// Returns the notice to show now.
    pub fn shown(&self) -> Option<&Notice> {
        self.said.last().filter(|_| self.left > 0)
    }

    /// Returns everything said, the earliest first.
    pub fn all(&self) -> &[Notice] {
        &self.said
    }

    fn add(&mut self, text: String, weight: Weight) {
        if self.said.len() == KEPT {
            self.said.remove(0);
        }
        self.said.push(Notice { text, weight });
        self.left = TICKS_SHOWN;
    }
}

/// Writes a number with commas between thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
