//! Keys in, screen out: the app and the view without a terminal.

mod harness;
mod plain;
mod sizes;
mod styles;
