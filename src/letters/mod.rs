//! (room letters)
