//! Many letters in one run: which, where to, how far it is. Esc stops at once; the letter that a printer has in hand is seen
//! to its end like one that was printed alone.

use ratatui::layout::Rect;

use crate::desk::DeskError;
use crate::letters::deliver::Form;
use crate::letters::spooler::Copies;
use crate::printing::{Batch, Lot, Order, Printshop, Way};
use crate::say;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, PickList, work_box};
use crate::text;

/// Asks which letters, and where to; what holds none is not offered.
///
/// # Errors
/// When the register can't be read.
pub fn choose(cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let mut runs: Vec<(Vec<Order>, Way)> = Vec::new();
    let mut choices = Vec::new();
    for (lot, orders) in cx.lots()? {
        let printer = cx.usual_printer();
        let to_printer = match &printer.name {
            Some(name) => say!(
                cx.words,
                "batch-on-named",
                letters = title(lot, orders.len(), cx),
                printer = name.as_str()
            ),
            None => say!(cx.words, "batch-on-printer", letters = title(lot, orders.len(), cx)),
        };
        choices.push(Choice::new("", &to_printer));
        runs.push((orders.clone(), Way::Printer(printer, Copies::ONE)));
        choices
            .push(Choice::new("", &say!(cx.words, "batch-as-pdf", letters = title(lot, orders.len(), cx))));
        runs.push((orders, Way::Folder(cx.paths.letters_out(), Form::Pdf)));
    }
    if runs.is_empty() {
        return Ok(Outcome::Say(say!(cx.words, "print-batch-none")));
    }
    let list = PickList::new(&say!(cx.words, "batch-question"), choices, "", "")
        .nothing(&say!(cx.words, "list-nothing"));
    let taken = move |_: &PickList, at: usize, _: Key, cx: &mut Cx| match runs.get(at) {
        Some((orders, way)) => Outcome::Replace(Box::new(Run::begin(orders.clone(), way.clone(), cx))),
        None => Outcome::Close,
    };
    Ok(Outcome::Open(Box::new(Picking::new(list, say!(cx.words, "batch-help"), taken))))
}

fn title(lot: Lot, count: usize, cx: &Cx) -> String {
    match lot {
        Lot::SignedNew(_) => say!(cx.words, "batch-signed-new", count = count),
        Lot::SignedOn(_) => say!(cx.words, "batch-signed", count = count),
        Lot::AwaitingSignature => say!(cx.words, "batch-awaiting", count = count),
        Lot::Unprinted => say!(cx.words, "batch-unprinted", count = count),
    }
}

/// A bar that is filled as far as work is done.
pub(super) fn draw_bar(canvas: &mut Canvas<'_>, row: Rect, done: usize, total: usize) {
    let room = usize::from(row.width);
    let filled = (room * done).checked_div(total).unwrap_or(room);
    let (empty, full) = canvas.theme().bar();
    canvas.repeat(row, empty, Look::Dim);
    canvas.repeat(Rect { width: u16::try_from(filled).unwrap_or(0), ..row }, full, Look::Accent);
}

/// A run on the screen.
pub struct Run {
    batch: Batch,
    shop: Printshop,
}

impl Run {
    /// A run that goes on as soon as it is drawn.
    #[must_use]
    pub fn begin(orders: Vec<Order>, way: Way, cx: &mut Cx) -> Self {
        cx.begins_to_print();
        Self { batch: Batch::new(orders, way), shop: cx.printshop() }
    }

    /// Ends it, wherever it is, and says how it went; how the letter fares that is being printed is told later.
    fn end(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        let printing = self.batch.leave();
        cx.saved();
        let mut said = self.batch.words(&cx.words);
        if let Some(letter) = printing {
            let number = letter.order().number.as_str();
            said = format!("{said} {}", say!(cx.words, "print-on-the-way", number = number));
            cx.goes_on_printing(letter);
        }
        Outcome::CloseSaying(said)
    }
}

impl Layer<Cx> for Run {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let (words, batch) = (&cx.words, &self.batch);
        let inside = work_box(canvas, area, &text::shown(&say!(words, "batch-running")), 4);
        let row = |at: u16| Rect { y: inside.y + at, height: 1, ..inside };
        let (tried, total) = (batch.tried(), batch.total());
        let mut figures = say!(words, "batch-of", done = tried, total = total);
        if let Some(next) = batch.next() {
            figures = format!("{figures} · № {}", next.number);
        }
        canvas.put(row(0), &text::shown(&figures), Look::Strong);
        draw_bar(canvas, row(1), tried, total);
        if batch.failed() > 0 {
            let failed = say!(words, "batch-failed", count = batch.failed());
            canvas.put(row(2), &text::shown(&failed), Look::Overdue);
        }
        canvas.put(row(3), &text::shown(&say!(words, "batch-esc")), Look::Dim);
        canvas.set_cursor(row(3).x, row(3).y);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        if key.code == Code::Esc && !key.held { self.end(cx) } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "batch-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        // It may have come to its end beneath the help that was open.
        if self.batch.next().is_some() { Outcome::Changed } else { self.end(cx) }
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        let moved = cx.print_next(&mut self.batch, &mut self.shop);
        if self.batch.next().is_none() {
            return self.end(cx);
        }
        cx.go_on();
        if moved { Outcome::Changed } else { Outcome::Same }
    }
}
