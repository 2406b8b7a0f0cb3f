//! (room terminal)
