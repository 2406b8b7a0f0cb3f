//! Breaks a column of strips (lines, table rows) into pages. Knows no units: points on paper, lines
//! in plain text.

use std::ops::Range;

/// What the page breaker needs to know of one strip.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extent {
    /// Space before it; dropped at the top of a page.
    pub gap: f64,
    /// Its height.
    pub height: f64,
    /// Height of what is repeated above it where a page begins with it (a table's head).
    pub head: f64,
    /// No page begins with it.
    pub tied: bool,
}

/// The strips of each page, at least one page. `room` is a page's height; at the foot of the last
/// page `foot` of it stays free.
///
/// A group of tied strips taller than a page is broken where the page ends.
pub(super) fn paginate(strips: &[Extent], room: f64, foot: f64) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    loop {
        let end = reach(strips, start, room);
        if end < strips.len() {
            let stop = untied(strips, start, end).unwrap_or(end);
            pages.push(start..stop);
            start = stop;
            continue;
        }
        // The rest fits; but does the foot fit beneath it?
        if reach(strips, start, room - foot) < end
            && let Some(stop) = untied(strips, start, end - 1)
        {
            pages.push(start..stop);
            start = stop;
        }
        pages.push(start..end);
        return pages;
    }
}

/// The end of the longest run from `start` that fits into `room`; at least one strip.
fn reach(strips: &[Extent], start: usize, room: f64) -> usize {
    let mut used = strips.get(start).map_or(0.0, |first| first.head - first.gap);
    let mut end = start;
    for strip in strips.iter().skip(start) {
        used += strip.gap + strip.height;
        // Sums of heights are not exact.
        if used > room + 0.01 && end > start {
            break;
        }
        end += 1;
    }
    end
}

/// The last place in `start+1..=end` where a page may begin.
fn untied(strips: &[Extent], start: usize, end: usize) -> Option<usize> {
    (start + 1..=end).rev().find(|&at| strips.get(at).is_some_and(|strip| !strip.tied))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(ties: &[bool]) -> Vec<Extent> {
        ties.iter().map(|&tied| Extent { height: 1.0, tied, ..Extent::default() }).collect()
    }

    #[test]
    fn tied_lines_go_to_the_next_page_together() {
        assert_eq!(paginate(&lines(&[false, false, false, true, true]), 4.0, 0.0), [0..2, 2..5]);
    }

    #[test]
    fn a_group_taller_than_a_page_is_broken_all_the_same() {
        assert_eq!(paginate(&lines(&[true; 5]), 2.0, 0.0), [0..2, 2..4, 4..5]);
    }

    #[test]
    fn the_foot_of_the_last_page_stays_free() {
        assert_eq!(paginate(&lines(&[false; 4]), 4.0, 1.0), [0..3, 3..4]);
        assert_eq!(paginate(&lines(&[false; 4]), 4.0, 0.0), vec![Range { start: 0, end: 4 }]);
    }

    #[test]
    fn the_repeated_head_of_a_table_takes_room() {
        let mut strips = lines(&[false; 6]);
        for strip in strips.iter_mut().skip(1) {
            strip.head = 1.0;
        }
        assert_eq!(paginate(&strips, 3.0, 0.0), [0..3, 3..5, 5..6]);
    }

    #[test]
    fn nothing_is_one_empty_page() {
        assert_eq!(paginate(&[], 3.0, 1.0), vec![Range { start: 0, end: 0 }]);
    }
}
