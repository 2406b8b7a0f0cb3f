//! What a thread finds out, for whoever does not wait for it: a printing program may take its time.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::letters::deliver::DeliverError;
use crate::letters::spooler::{Queue, Spooler};

/// An answer that comes by itself.
#[derive(Debug)]
pub struct Awaited<T>(State<T>);

#[derive(Debug)]
enum State<T> {
    Asked(Receiver<T>),
    Told(T),
    /// Whoever was to tell is gone.
    Lost,
}

impl<T: Send + 'static> Awaited<T> {
    /// Begins to find it out.
    #[must_use]
    pub fn of(work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (tell, told) = channel();
        let find_out = move || {
            // Nobody listens any more where the program has ended, or the person went on without it.
            let _ = tell.send(work());
        };
        // Where the system gives no thread, the one who would tell is gone, and that is told.
        let _ = thread::Builder::new().spawn(find_out);
        Self(State::Asked(told))
    }

    /// Whether there is no more to wait for; waits for that no longer than this.
    pub fn is_known(&mut self, patience: Duration) -> bool {
        if let State::Asked(told) = &self.0 {
            match told.recv_timeout(patience) {
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => self.0 = State::Lost,
                Ok(answer) => self.0 = State::Told(answer),
            }
        }
        true
    }

    /// The answer, where it is known; none where whoever was to tell is gone as well.
    #[must_use]
    pub const fn told(&self) -> Option<&T> {
        match &self.0 {
            State::Told(answer) => Some(answer),
            State::Asked(_) | State::Lost => None,
        }
    }

    /// Waits for the answer; none where whoever was to tell is gone.
    #[must_use]
    pub fn take(self) -> Option<T> {
        match self.0 {
            State::Asked(told) => told.recv().ok(),
            State::Told(answer) => Some(answer),
            State::Lost => None,
        }
    }
}

/// Asks the system for its printers.
#[must_use]
pub fn ask_printers(spooler: &Spooler) -> Awaited<Result<Vec<Queue>, DeliverError>> {
    let spooler = spooler.clone();
    Awaited::of(move || spooler.queues())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_known_once_it_was_told_and_is_not_waited_for_before() {
        let (tell, told) = channel();
        let mut awaited = Awaited::of(move || told.recv());
        assert!(!awaited.is_known(Duration::ZERO));
        tell.send(7).unwrap();
        assert!(awaited.is_known(Duration::from_mins(1)) && awaited.is_known(Duration::ZERO));
        assert_eq!(awaited.told(), Some(&Ok(7)));
        assert_eq!(awaited.take(), Some(Ok(7)));
    }

    #[test]
    fn whoever_is_gone_is_waited_for_no_more() {
        let mut awaited: Awaited<u8> = Awaited::of(|| std::panic::resume_unwind(Box::new("gone")));
        assert!(awaited.is_known(Duration::from_mins(1)));
        assert_eq!(awaited.take(), None);
    }
}
