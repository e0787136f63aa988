//! The loop: messages in, one draw, effects out. Owns threads and channels.
