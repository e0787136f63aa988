//! Everything that is tested from outside the modules, as one binary.

mod gold;
mod house;
mod properties;
mod rules;
mod screens;
mod terminal;
