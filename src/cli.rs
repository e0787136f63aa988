//! What the user asks for on the command line.
