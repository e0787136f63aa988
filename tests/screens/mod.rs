//! Keys in, screen out: the app and the view without a terminal.

mod finder;
#[path = "../../src/app/fixture.rs"]
mod given;
mod harness;
mod panes;
mod plain;
mod sizes;
mod styles;
