//! The fonts and the shaping of text: a string becomes glyphs with a ruler beside them.

use std::ops::Range;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride};
use parley::{
    BaseDirection, FontContext, FontFamily, FontFeatures, FontWeight, Layout, LayoutContext,
    LineHeight, StyleProperty,
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
    regular: Font,
    bold: Font,
    fonts: FontContext,
    layouts: LayoutContext,
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
        let mut collection =
            Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for data in [REGULAR, BOLD] {
            let name = FontInfoOverride { family_name: Some(FAMILY), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(data)), Some(name));
        }
        Some(Self {
            regular: Font::new(REGULAR.into(), 0)?,
            bold: Font::new(BOLD.into(), 0)?,
            fonts: FontContext { collection, ..FontContext::default() },
            layouts: LayoutContext::new(),
        })
    }

    /// The font of a face.
    pub(super) fn font(&self, face: Face) -> Font {
        if face.bold { self.bold.clone() } else { self.regular.clone() }
    }

    /// Shapes `text`; a character the font lacks becomes [`UNPRINTABLE`].
    pub(super) fn shape(&mut self, text: &str, face: Face) -> Shaped {
        let clusters = self.clusters(text, face);
        let lacking = |cluster: &Cluster| cluster.glyphs.iter().any(|glyph| glyph.id == 0);
        if !clusters.iter().any(lacking) {
            return Shaped::new(text.to_owned(), face, clusters);
        }
        let mut shown = String::with_capacity(text.len());
        for cluster in &clusters {
            match text.get(cluster.range.clone()) {
                Some(part) if !lacking(cluster) => shown.push_str(part),
                _ => shown.push(UNPRINTABLE),
            }
        }
        let mut clusters = self.clusters(&shown, face);
        // A character may be lacking only in its new neighbourhood; it is dropped, not drawn empty.
        clusters.retain(|cluster| !lacking(cluster));
        Shaped::new(shown, face, clusters)
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

impl Shaped {
    fn new(text: String, face: Face, clusters: Vec<Cluster>) -> Self {
        let parts = clusters.iter().map(|c| (c.range.start, f64::from(c.advance)));
        let ruler = Ruler::new(&text, parts);
        Self { text, ruler, face, clusters }
    }

    /// The glyphs of one line; each space in it is `stretch` points wider than by nature. `hyphen`
    /// is the shaped hyphen for a line that ends with a divided word.
    pub(super) fn line(&self, line: &fill::Line, hyphen: &Shaped, stretch: f32) -> Run {
        let mut run =
            Run { glyphs: Vec::new(), text: String::new(), face: self.face, width: 0.0 };
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
