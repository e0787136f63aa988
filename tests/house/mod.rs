//! The rules of the house, held against the source itself.

mod actions;
mod files;
mod flat;
mod layers;
mod readme;
mod seeds;
mod sources;
mod themes;
