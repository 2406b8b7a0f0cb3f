//! The face of an envelope, and a label: who writes at the top left, to whom at the bottom right, as the post reads it.

use super::super::super::document::{Cover, Fact};
use super::super::face::Face;
use super::{Extent, Galley, Ink, MM, Placed, Setting, Stand, Strip, text_at};

/// Sizes of the names and addresses, of the sender and of the addressee.
const SENDER: f32 = 10.0;
const ADDRESSEE: f32 = 13.0;
/// Size of the captions («Кому»).
const CAPTION: f32 = 8.0;
/// Width of the captions.
const CAPTIONS: f64 = 17.0 * MM;
/// Leading, in parts of the size.
const LEADING: f64 = 1.2;

/// Lines of a party, each with its caption where one stands beside it, and their height.
struct Party {
    ink: Vec<Ink>,
    height: f64,
}

impl Galley<'_> {
    /// One strip as high as the sheet; names no sheet has room for follow one below the other.
    pub(super) fn cover(&mut self, cover: &Cover) {
        let alone = cover.from.is_empty();
        let (start, width) = if alone { (0.0, self.width) } else { (self.width * 0.44, self.width * 0.56) };
        let from = self.party(&cover.from, SENDER, 0.0, self.width * 0.5);
        let to = self.party(&cover.to, ADDRESSEE, start, width);
        if from.height + to.height > self.room {
            return self.spilled(cover);
        }
        // An addressee alone stands in the middle of its label.
        let lower = if alone { (self.room - to.height) / 2.0 } else { self.room - to.height };
        let mut ink = from.ink;
        ink.extend(to.ink.into_iter().map(|drop| lowered(drop, lower)));
        let extent = Extent { height: self.room, ..Extent::default() };
        self.push(Strip { extent, ink, ..Strip::default() });
    }

    fn party(&mut self, facts: &[Fact], size: f32, x: f64, width: f64) -> Party {
        let face = Face { bold: false, size };
        let caption_face = Face { bold: false, size: CAPTION };
        let caption = Setting { face: caption_face, x, width: CAPTIONS, indent: 0.0, stand: Stand::Left };
        let value = Setting { face, x: x + CAPTIONS, width: width - CAPTIONS, ..caption };
        let tall = f64::from(size) * LEADING;
        let (mut ink, mut y) = (Vec::new(), 0.0);
        for fact in facts {
            let captions = self.all(&fact.label, caption);
            let values = self.all(&fact.value, value);
            let rows = captions.len().max(values.len());
            let rows_at = |lines: Vec<Placed>| {
                lines.into_iter().scan(y, |at, line| {
                    let placed = text_at(line, *at, tall);
                    *at += tall;
                    Some(placed)
                })
            };
            ink.extend(rows_at(captions));
            ink.extend(rows_at(values));
            y += f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) * tall + tall * 0.15;
        }
        Party { ink, height: y }
    }

    fn spilled(&mut self, cover: &Cover) {
        let setting = self.whole(Face { bold: false, size: SENDER }, Stand::Left);
        for fact in cover.from.iter().chain(&cover.to) {
            let lines = self.all(&format!("{} {}", fact.label, fact.value), setting);
            self.column(lines, f64::from(SENDER) * LEADING, 0.0, false);
        }
    }
}

fn lowered(ink: Ink, by: f64) -> Ink {
    match ink {
        Ink::Text { x, y, run } => Ink::Text { x, y: y + by, run },
        Ink::Rule { x, y, width, height, light } => Ink::Rule { x, y: y + by, width, height, light },
    }
}
