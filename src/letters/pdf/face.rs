//! The fonts and the shaping of text: a string becomes glyphs with a ruler beside them.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Charmap, Collection, CollectionOptions, FontInfoOverride};
use parley::{
    BaseDirection, FontContext, FontFamily, FontFeatures, FontWeight, Layout, LayoutContext, LineHeight,
    StyleProperty,
};

use super::super::fill::{self, Ruler};
use super::super::prose::{NBSP, UNPRINTABLE};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/LiberationSerif-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/LiberationSerif-Bold.ttf");
/// The family's name inside this program; the machine's fonts are never asked.
const FAMILY: &str = "letter";

/// A weight and a size of the one family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    pub bold: bool,
    /// In points.
    pub size: f32,
}

/// The fonts, loaded once, and what the shaper keeps from text to text.
pub(super) struct Foundry {
    regular: Cut,
    bold: Cut,
    fonts: FontContext,
    layouts: LayoutContext,
    /// Short texts that were shaped: marks of lists, hyphens, dates and figures of tables come again and again.
    short: HashMap<(String, bool, u32), Rc<Shaped>>,
}

/// Longest text that is kept, in bytes.
const SHORT: usize = 24;
/// Most texts kept; then they are forgotten, so that a batch takes no more memory than a letter.
const KEPT: usize = 2_000;

/// One weight of the family.
struct Cut {
    font: Font,
    /// Which characters it has.
    repertoire: Charmap<'static>,
}

/// A shaped text without line breaks.
pub(super) struct Shaped {
    /// The text, with what the font can't show replaced.
    pub text: String,
    pub ruler: Ruler,
    face: Face,
    /// In the order of the text.
    clusters: Vec<Cluster>,
}

/// The glyphs of one or more characters that can't be parted.
struct Cluster {
    range: Range<usize>,
    advance: f32,
    right_to_left: bool,
    glyphs: Vec<parley::Glyph>,
}

/// A line of glyphs, ready to be drawn.
#[derive(Clone)]
pub(super) struct Run {
    pub glyphs: Vec<KrillaGlyph>,
    /// What a reader copies from it.
    pub text: String,
    pub face: Face,
    /// In points.
    pub width: f64,
}

impl Foundry {
    /// The embedded fonts, or `None` if they can't be read.
    pub(super) fn new() -> Option<Self> {
        let mut fonts = FontContext {
            collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
            ..FontContext::default()
        };
        let regular = Cut::new(REGULAR, &mut fonts.collection)?;
        let bold = Cut::new(BOLD, &mut fonts.collection)?;
        Some(Self { regular, bold, fonts, layouts: LayoutContext::new(), short: HashMap::new() })
    }

    /// The font of a face.
    pub(super) fn font(&self, face: Face) -> Font {
        self.cut(face).font.clone()
    }

    fn cut(&self, face: Face) -> &Cut {
        if face.bold { &self.bold } else { &self.regular }
    }

    /// Shapes `text`; a character the font lacks becomes [`UNPRINTABLE`].
    pub(super) fn shape(&mut self, text: &str, face: Face) -> Rc<Shaped> {
        if text.len() > SHORT {
            return Rc::new(self.shape_anew(text, face));
        }
        let key = (text.to_owned(), face.bold, face.size.to_bits());
        if let Some(kept) = self.short.get(&key) {
            return Rc::clone(kept);
        }
        if self.short.len() >= KEPT {
            self.short.clear();
        }
        let shaped = Rc::new(self.shape_anew(text, face));
        self.short.insert(key, Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, text: &str, face: Face) -> Shaped {
        let repertoire = &self.cut(face).repertoire;
        let has = |c: char| repertoire.map(c).is_some_and(|glyph| glyph != 0);
        let text: String = text.chars().map(|c| if has(c) { c } else { UNPRINTABLE }).collect();
        let mut clusters = self.clusters(&text, face);
        // The archival format has no room for the font's sign of a missing glyph.
        clusters.retain(|cluster| cluster.glyphs.iter().all(|glyph| glyph.id != 0));
        let parts = clusters.iter().map(|c| (c.range.start, f64::from(c.advance)));
        let ruler = Ruler::new(&text, parts);
        Shaped { text, ruler, face, clusters }
    }

    fn clusters(&mut self, text: &str, face: Face) -> Vec<Cluster> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(FontFamily::named(FAMILY));
        builder.push_default(StyleProperty::FontSize(face.size));
        builder.push_default(LineHeight::FontSizeRelative(1.0));
        builder.set_base_direction(BaseDirection::Ltr);
        // Ligatures would tie letters between which a word may be divided.
        builder.push_default(FontFeatures::from("\"liga\" 0, \"clig\" 0"));
        if face.bold {
            builder.push_default(FontWeight::BOLD);
        }
        let mut layout: Layout<[u8; 4]> = builder.build(text);
        layout.break_all_lines(None);
        let mut clusters: Vec<Cluster> = layout
            .lines()
            .flat_map(|line| line.runs())
            .flat_map(|run| {
                run.clusters().map(move |cluster| Cluster {
                    range: cluster.text_range(),
                    advance: cluster.advance(),
                    right_to_left: cluster.is_rtl(),
                    glyphs: cluster.glyphs().collect(),
                })
            })
            .collect();
        clusters.sort_by_key(|cluster| cluster.range.start);
        clusters
    }
}

impl Cut {
    /// Reads a font and adds it to the family.
    fn new(data: &'static [u8], family: &mut Collection) -> Option<Self> {
        let name = FontInfoOverride { family_name: Some(FAMILY), ..FontInfoOverride::default() };
        let added = family.register_fonts(Blob::new(Arc::new(data)), Some(name));
        let (_, infos) = added.first()?;
        let repertoire = infos.first()?.charmap_index().charmap(data)?;
        Some(Self { font: Font::new(data.into(), 0)?, repertoire })
    }
}

impl Shaped {
    /// The glyphs of one line; each space in it is `stretch` points wider than by nature. `hyphen`
    /// is the shaped hyphen for a line that ends with a divided word.
    pub(super) fn line(&self, line: &fill::Line, hyphen: &Shaped, stretch: f32) -> Run {
        let mut run = Run { glyphs: Vec::new(), text: String::new(), face: self.face, width: 0.0 };
        let first = self.clusters.partition_point(|c| c.range.start < line.range.start);
        let clusters: Vec<&Cluster> =
            self.clusters[first..].iter().take_while(|c| c.range.start < line.range.end).collect();
        for group in clusters.chunk_by(|a, b| a.right_to_left == b.right_to_left) {
            let backwards = group.first().is_some_and(|cluster| cluster.right_to_left);
            for at in 0..group.len() {
                let cluster = group[if backwards { group.len() - 1 - at } else { at }];
                run.push(cluster, self.text.get(cluster.range.clone()), stretch);
            }
        }
        if line.hyphen {
            hyphen.clusters.iter().for_each(|c| run.push(c, Some(&hyphen.text), 0.0));
        }
        run
    }
}

impl Run {
    fn push(&mut self, cluster: &Cluster, text: Option<&str>, stretch: f32) {
        let begin = self.text.len();
        // A copied or searched text should hold usual spaces.
        let text = text.unwrap_or_default().replace(NBSP, " ");
        let wider = if text == " " { stretch } else { 0.0 };
        self.text.push_str(&text);
        let size = self.face.size;
        for glyph in &cluster.glyphs {
            self.width += f64::from(glyph.advance + wider);
            self.glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id),
                (glyph.advance + wider) / size,
                glyph.x / size,
                -glyph.y / size,
                0.0,
                begin..self.text.len(),
                None,
            ));
        }
    }
}
