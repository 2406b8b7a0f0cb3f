//! What comes to the program, and when: a keyboard and a clock of one's own.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use otklik::terminal::run::{Ending, Events, Happening};

/// Longer than a torn escape sequence may take, shorter than anything else waits.
pub const MOMENT: Duration = Duration::from_millis(40);

/// Between two keys of a quick clerk.
const BETWEEN_KEYS: Duration = Duration::from_millis(15);

/// What comes, and when nothing more comes.
pub enum Step {
    Comes(Event),
    /// It comes together with what came before it.
    ComesAtOnce(Event),
    /// Nothing comes while the program does a step of its own work.
    WorkGoesOn,
    Passes(Duration),
}

/// A keyboard and a clock of one's own.
pub struct Script<'a> {
    pub steps: VecDeque<Step>,
    pub now: &'a mut Instant,
}

impl Events for Script<'_> {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        match self.steps.pop_front() {
            Some(Step::Comes(event)) => {
                *self.now += BETWEEN_KEYS;
                Some(Happening::Event(event))
            }
            Some(Step::ComesAtOnce(event)) => Some(Happening::Event(event)),
            Some(Step::WorkGoesOn) => {
                *self.now += MOMENT;
                None
            }
            Some(Step::Passes(time)) => {
                let passed = wait.map_or(time, |wait| wait.min(time));
                *self.now += passed;
                if passed < time {
                    self.steps.push_front(Step::Passes(time.saturating_sub(passed)));
                }
                None
            }
            None => Some(Happening::Ended(Ending::HungUp)),
        }
    }

    fn now(&self) -> Instant {
        *self.now
    }
}

/// The keys that type a text.
pub fn keys_of(text: &str) -> Vec<Event> {
    let key = |c| match c {
        '\n' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        other => KeyCode::Char(other),
    };
    text.chars().map(|c| Event::Key(KeyEvent::new(key(c), KeyModifiers::NONE))).collect()
}
