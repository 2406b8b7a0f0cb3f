//! (room register)
