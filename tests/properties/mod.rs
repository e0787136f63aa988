//! Properties that hold for any input.

mod corpus;
mod export;
mod time;
