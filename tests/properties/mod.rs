//! Properties that hold for any input.

mod corpus;
mod decisions;
mod document;
mod export;
mod load;
mod people;
mod time;
