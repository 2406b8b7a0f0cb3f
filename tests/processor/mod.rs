//! What one document, template or value may take, of the processor: a busy machine does not count.

use std::time::Duration;

/// No longer than this.
pub const LONGEST: Duration = Duration::from_secs(2);

/// What this thread has taken so far.
#[cfg(unix)]
pub fn processor_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

/// Where no clock of the processor is at hand, that of the wall.
#[cfg(not(unix))]
pub fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}
