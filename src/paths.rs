//! (room paths)
