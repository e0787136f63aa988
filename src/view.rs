//! Draws the app: `&App` in, cells out. Changes nothing.

pub mod card;
pub mod finder;
pub mod line;
mod marks;
pub mod people;
pub mod preview;
pub mod theme;
pub mod timeline;
