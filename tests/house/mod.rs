//! The house keeps its own rules: layers, tables, assets, README.
