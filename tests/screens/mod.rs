//! Keys in, screen out: the app and the view without a terminal.

mod comfort;
#[path = "../../src/app/fixture.rs"]
mod given;
mod harness;
mod lists;
mod panes;
mod plain;
mod reading;
mod sizes;
mod styles;
