//! The terminal session: enter, leave, leave on panic; crossterm to keys.
