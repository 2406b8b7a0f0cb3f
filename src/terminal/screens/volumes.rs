//! A journal on its way to a printer, a volume at a time: how far it is. Esc stops at once; the volume that the printer has
//! in hand is seen to its end.

use ratatui::layout::Rect;

use super::batch::draw_bar;
use crate::printing::Volumes;
use crate::say;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::work_box;
use crate::text;

/// A journal that is being printed.
pub struct Printing(Volumes);

impl Printing {
    /// One that goes on as soon as it is drawn.
    #[must_use]
    pub fn begin(volumes: Volumes, cx: &mut Cx) -> Self {
        cx.begins_to_print();
        Self(volumes)
    }

    /// Ends it, wherever it is, and says what is out; how the volume in hand fares is told later.
    fn end(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        let in_hand = self.0.leave();
        let said = self.0.words(in_hand.is_some(), &cx.words);
        if let Some(volume) = in_hand {
            cx.goes_on_printing_volume(volume);
        }
        Outcome::CloseSaying(said)
    }
}

impl Layer<Cx> for Printing {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let (words, out, total) = (&cx.words, self.0.out(), self.0.total());
        let inside = work_box(canvas, area, &text::shown(&say!(words, "volumes-printing")), 3);
        let row = |at: u16| Rect { y: inside.y + at, height: 1, ..inside };
        let figures = say!(words, "volumes-of", volume = total.min(out + 1), total = total);
        canvas.put(row(0), &text::shown(&figures), Look::Strong);
        draw_bar(canvas, row(1), out, total);
        canvas.put(row(2), &text::shown(&say!(words, "volumes-esc")), Look::Dim);
        canvas.set_cursor(row(2).x, row(2).y);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        if key.code == Code::Esc && !key.held { self.end(cx) } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "volumes-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        // It may have come to its end beneath the help that was open.
        if self.0.is_over() { self.end(cx) } else { Outcome::Changed }
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        let moved = cx.print_next_volume(&mut self.0);
        if self.0.is_over() {
            return self.end(cx);
        }
        cx.go_on();
        if moved { Outcome::Changed } else { Outcome::Same }
    }
}
