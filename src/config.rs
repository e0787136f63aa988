//! Settings: built-in defaults, patched by the user's file.
