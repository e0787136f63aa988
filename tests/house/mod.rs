//! The rules of the house, held against the source itself.

mod actions;
mod files;
mod layers;
mod seeds;
mod sources;
mod themes;
