//! Which parser suits an input: by its name, then by its first bytes.
