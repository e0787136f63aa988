//! From keys to actions.
