//! Arguments, settings, a run, an exit status.

fn main() {}
