//! Properties that hold for any input.

mod corpus;
mod document;
mod export;
mod load;
mod people;
mod time;
