//! Draws the app: `&App` in, cells out. Changes nothing.

pub mod line;
pub mod theme;
