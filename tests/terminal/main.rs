//! The real program in a real terminal: a pseudo-terminal on one side of the line, a screen on the other.
//!
//! Nothing sleeps for a guess: every step waits for what it must see, as long as `OTKLIK_TEST_WAIT` seconds (20 where
//! it is not set) before it fails.

#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

#[cfg(unix)]
mod console;
#[cfg(unix)]
mod ending;
#[cfg(unix)]
mod keeping;
#[cfg(unix)]
mod keyboard;
#[cfg(unix)]
mod killing;
#[cfg(unix)]
mod story;
#[cfg(unix)]
mod window;
