//! What things look like: sixteen ANSI colours at most, and never colour alone.
//!
//! A clerk's terminal may be black, white, a VT220 or a reader for the blind: the default colours
//! stay, one accent leads the eye, dim is secondary, red is only for what is overdue. Whatever a
//! colour says, a sign or a word beside it says too; the mono theme is a full one.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{self, Shown};

/// The meaning of a piece of the screen, which the theme turns into a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Ordinary text.
    #[default]
    Plain,
    /// What is secondary: labels, hints, rules.
    Dim,
    /// What leads the eye: the title, the focused label.
    Accent,
    /// A heading.
    Strong,
    /// The chosen row; it also bears the sign `>`.
    Selected,
    /// What is overdue; it also bears the sign `!`.
    Overdue,
    /// A message that something is wrong; it begins with a word or sign of its own.
    Problem,
    /// A key's number in the bottom bar.
    BarKey,
    /// A key's name in the bottom bar.
    BarName,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// No colours: bold, dim, reverse only.
    Mono,
}

/// Colours and line signs of one desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// The colours.
    pub palette: Palette,
    /// Lines of `-` and `|` instead of box drawing, for fonts that have none.
    pub ascii: bool,
}

impl Theme {
    /// The theme by its name in the settings (`dark`, `light`, `mono`); nothing for another name.
    /// `no_color` is the user's `NO_COLOR`, and stronger than the name.
    #[must_use]
    pub fn named(name: &str, no_color: bool) -> Option<Self> {
        let palette = match name {
            "dark" => Palette::Dark,
            "light" => Palette::Light,
            "mono" => Palette::Mono,
            _ => return None,
        };
        Some(Self { palette: if no_color { Palette::Mono } else { palette }, ascii: false })
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(self, look: Look) -> Style {
        let plain = Style::reset();
        let coloured = |colour| match self.palette {
            Palette::Mono => plain,
            Palette::Dark | Palette::Light => plain.fg(colour),
        };
        let accent = if self.palette == Palette::Light { Color::Blue } else { Color::Cyan };
        match look {
            Look::Plain => plain,
            Look::Dim => plain.add_modifier(Modifier::DIM),
            Look::Accent | Look::Problem => coloured(accent).add_modifier(Modifier::BOLD),
            Look::Strong | Look::BarKey => plain.add_modifier(Modifier::BOLD),
            Look::Selected | Look::BarName => plain.add_modifier(Modifier::REVERSED),
            Look::Overdue => coloured(Color::Red),
        }
    }

    /// The sign of a horizontal line.
    #[must_use]
    pub fn horizontal(self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// A text whose lines are drawn of the theme's signs: pages have tables of their own.
    #[must_use]
    pub fn signs(self, text: &Shown) -> Shown {
        const LINES: [char; 11] = ['─', '│', '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼'];
        if !self.ascii || !text.as_str().contains(LINES) {
            return text.clone();
        }
        let plain = text.as_str().chars().map(|sign| match sign {
            '─' => '-',
            '│' => '|',
            sign if LINES.contains(&sign) => '+',
            sign => sign,
        });
        text::shown(&plain.collect::<String>())
    }

    /// The sign of a field that opens a list.
    #[must_use]
    pub fn opens(self) -> &'static str {
        if self.ascii { "v" } else { "▾" }
    }

    /// The sign of a vertical line.
    #[must_use]
    pub fn vertical(self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }

    /// The signs of a bar that fills: what is not done yet, and what is.
    #[must_use]
    pub fn bar(self) -> (&'static str, &'static str) {
        if self.ascii { (".", "#") } else { ("·", "█") }
    }

    /// The corners of a frame: top left, top right, bottom left, bottom right.
    #[must_use]
    pub fn corners(self) -> [&'static str; 4] {
        if self.ascii { ["+"; 4] } else { ["┌", "┐", "└", "┘"] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOKS: [Look; 9] = [
        Look::Plain,
        Look::Dim,
        Look::Accent,
        Look::Strong,
        Look::Selected,
        Look::Overdue,
        Look::Problem,
        Look::BarKey,
        Look::BarName,
    ];

    #[test]
    fn without_colour_nothing_has_a_colour() {
        let theme = Theme::named("dark", true).unwrap();
        for look in LOOKS {
            let style = theme.style(look);
            assert!(matches!(style.fg, None | Some(Color::Reset)), "{look:?}");
            assert!(matches!(style.bg, None | Some(Color::Reset)), "{look:?}");
        }
    }

    #[test]
    fn red_is_only_for_what_is_overdue() {
        for name in ["dark", "light", "mono"] {
            let theme = Theme::named(name, false).unwrap();
            let red: Vec<_> =
                LOOKS.into_iter().filter(|look| theme.style(*look).fg == Some(Color::Red)).collect();
            assert!(red.is_empty() && name == "mono" || red == [Look::Overdue], "{name}");
        }
        assert_eq!(Theme::named("pink", false), None);
    }
}
