//! (room clock)
