//! The real program: in a pseudo-terminal, and in pipes.

mod headless;
