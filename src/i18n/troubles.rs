//! Words for troubles with files and settings.
