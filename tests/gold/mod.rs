//! Precision and recall on annotated articles; the floors may rise, not fall.
