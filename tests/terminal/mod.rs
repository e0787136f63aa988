//! The real program: in a pseudo-terminal, and in pipes.

mod flat;
mod headless;
mod keep;
mod panic;
mod pty;
mod reader;
mod settings;
mod stories;
