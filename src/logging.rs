//! A log file, only when asked for.
