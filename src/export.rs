//! One writer a format: timeline, people, annotations as text or JSON Lines.
