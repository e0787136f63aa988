//! Every rule proves its own evidence.

mod time;
