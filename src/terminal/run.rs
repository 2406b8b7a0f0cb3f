//! The event loop: it waits, drains what has come, and draws only what has changed.
//!
//! It knows no terminal: the backend and the source of events are handed in, so that the whole
//! program runs in tests on made-up keys and a made-up clock.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend, TestBackend};
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::keys::{Input, Keys};
use super::layers::{Context, Flow, Stack, Woken};
use super::theme::Theme;

/// As many events as are taken before a frame is drawn in between, so that endless input shows.
const EVENTS_A_FRAME: usize = 1024;

/// What can happen to the program from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// The terminal sent something.
    Event(Event),
    /// The program was stopped and goes on: the screen may hold anything.
    Continued,
    /// The program has to end.
    Ended(Ending),
}

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The person left.
    Left,
    /// The line was hung up (SIGHUP).
    HungUp,
    /// The program was told to end (SIGTERM, SIGINT).
    Terminated,
    /// There is no terminal any more.
    NoTerminal,
    /// The program stopped by a fault of its own.
    Broke,
}

/// Where events come from.
pub trait Events {
    /// The next one, or nothing when `wait` is over. Without `wait` it may return nothing at any
    /// time.
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening>;

    /// The time on a clock that only goes forward.
    fn now(&self) -> Instant;

    /// When the last happening came, which may have waited to be taken: keys typed ahead did not come all at once.
    fn came(&self) -> Instant {
        self.now()
    }

    /// Whether the terminal is known to say what is pasted: then all other keys were typed, however fast they come.
    fn marks_pastes(&self) -> bool {
        false
    }
}

/// A backend that can show a frame all at once.
pub trait Surface: Backend {
    /// What is drawn from now on is to appear at once.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    fn begin(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }

    /// What was drawn may appear.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    fn end(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
}

impl Surface for TestBackend {}

impl<W: Write> Surface for CrosstermBackend<W> {
    fn begin(&mut self) -> io::Result<()> {
        queue!(self, BeginSynchronizedUpdate)
    }

    fn end(&mut self) -> io::Result<()> {
        queue!(self, EndSynchronizedUpdate)?;
        Write::flush(self)
    }
}

/// What the loop runs.
pub trait App {
    /// Takes one input.
    fn input(&mut self, input: Input) -> Flow;

    /// How long until [`App::wake`] is due, if ever.
    fn wait(&self, now: Instant) -> Option<Duration>;

    /// Looks at whatever may have changed by itself: the register, the minute.
    fn wake(&mut self, now: Instant) -> Flow;

    /// The colours.
    fn theme(&self) -> Theme;

    /// Draws one frame.
    fn draw(&mut self, canvas: &mut Canvas<'_>);
}

/// Runs until the person leaves or the outside ends it.
///
/// # Errors
/// When the terminal can't be drawn on.
pub fn run<S: Surface>(
    terminal: &mut Terminal<S>,
    events: &mut impl Events,
    app: &mut impl App,
) -> Result<Ending, S::Error> {
    let mut keys = Keys::of_terminal(events.marks_pastes());
    let mut flow = Flow::Changed;
    loop {
        match flow {
            Flow::Quit => return Ok(Ending::Left),
            Flow::Changed => draw(terminal, app, false)?,
            Flow::Redraw => draw(terminal, app, true)?,
            Flow::Same => {}
        }
        flow = match turn(events, &mut keys, app) {
            Ok(flow) => flow,
            Err(ending) => return Ok(ending),
        };
    }
}

/// Waits for the next happening, takes all that have come, and then whatever is due by itself.
fn turn(events: &mut impl Events, keys: &mut Keys, app: &mut impl App) -> Result<Flow, Ending> {
    let now = events.now();
    // A key that is not whole yet comes first: it may be the Esc that stops what the program is at.
    let mut wait = keys.wait(now).or_else(|| app.wait(now));
    let mut flow = Flow::Same;
    let mut drained = false;
    for _ in 0..EVENTS_A_FRAME {
        let Some(happening) = events.next(wait) else {
            drained = true;
            break;
        };
        let inputs = match happening {
            Happening::Ended(ending) => {
                // A character may have come a moment before.
                take(keys.let_go(), app);
                return Err(ending);
            }
            Happening::Continued => vec![Input::Redraw],
            Happening::Event(event) => keys.feed(&event, events.came()),
        };
        flow = flow.max(take(inputs, app));
        if flow == Flow::Quit {
            return Ok(flow);
        }
        wait = Some(keys.more_may_come(events.now()));
    }
    let now = events.now();
    // What still waits to be taken may belong to what is held back.
    let till = if drained { now } else { events.came() };
    flow = flow.max(take(keys.flush(till), app));
    if keys.wait(now).is_none() && app.wait(now) == Some(Duration::ZERO) {
        flow = flow.max(app.wake(now));
    }
    Ok(flow)
}

/// Gives inputs to the program until it wants to end.
fn take(inputs: Vec<Input>, app: &mut impl App) -> Flow {
    let mut flow = Flow::Same;
    for input in inputs {
        flow = flow.max(app.input(input));
        if flow == Flow::Quit {
            break;
        }
    }
    flow
}

/// Draws a frame, shown at once, with the cursor where the layer wants it; `anew` forgets what the
/// terminal is thought to show.
fn draw<S: Surface>(terminal: &mut Terminal<S>, app: &mut impl App, anew: bool) -> Result<(), S::Error> {
    terminal.backend_mut().begin()?;
    if anew {
        // Not Terminal::clear: it asks the terminal where its cursor is and waits for the answer,
        // which the thread that reads the keys would take away.
        let size = terminal.size()?;
        terminal.resize(Rect::new(0, 0, size.width, size.height))?;
    }
    terminal.draw(|frame| {
        let theme = app.theme();
        let mut canvas = Canvas::new(frame.buffer_mut(), theme);
        app.draw(&mut canvas);
        if let Some(position) = canvas.cursor() {
            frame.set_cursor_position(position);
        }
    })?;
    terminal.backend_mut().end()
}

/// The stack of layers with what they work on.
pub struct Program<C> {
    /// The layers.
    pub stack: Stack<C>,
    /// What they work on.
    pub context: C,
}

impl<C: Context + 'static> App for Program<C> {
    fn input(&mut self, input: Input) -> Flow {
        self.stack.input(input, &mut self.context)
    }

    fn wait(&self, now: Instant) -> Option<Duration> {
        self.context.wait(now)
    }

    fn wake(&mut self, now: Instant) -> Flow {
        let least = match self.context.wake(now) {
            Woken::ForNothing => return Flow::Same,
            Woken::ToWork => Flow::Same,
            Woken::ByChange => Flow::Changed,
        };
        let flow = self.stack.refresh(&mut self.context).max(least);
        if let Some(news) = self.context.news() {
            self.stack.tell(&news);
        }
        flow
    }

    fn theme(&self) -> Theme {
        self.context.theme()
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.stack.draw(canvas, &self.context);
    }
}

#[cfg(test)]
mod tests;
