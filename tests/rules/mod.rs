//! Every rule proves its own evidence.
