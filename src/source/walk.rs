//! Files under the given paths, in a stable order, honouring ignore files.
