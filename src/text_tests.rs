//! Tests of [`super`]: bad inputs 1–25 of the trust notes, and properties over any text.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Row, Table, Widget};
use rstest::rstest;

use super::*;

#[rstest]
#[case::clear_screen("\u{1b}[2J", "␛[2J")]
#[case::window_title("\u{1b}]0;x\u{7}", "␛]0;x␇")]
#[case::clipboard("\u{1b}]52;c;eA==\u{7}", "␛]52;c;eA==␇")]
#[case::hyperlink("\u{1b}]8;;http://x\u{1b}\\", "␛]8;;http://x␛\\")]
#[case::questions("\u{1b}[6n\u{1b}[c", "␛[6n␛[c")]
#[case::strings("\u{1b}P1\u{1b}\\\u{1b}_\u{1b}^", "␛P1␛\\␛_␛^")]
#[case::unterminated("\u{1b}]", "␛]")]
#[case::c1("\u{9b}31m\u{9d}", "<U+009B>31m<U+009D>")]
#[case::reset("\u{1b}c", "␛c")]
#[case::leave_alternate_screen("\u{1b}[?1049l", "␛[?1049l")]
#[case::end_of_paste("\u{1b}[201~rm", "␛[201~rm")]
#[case::nul("Ива\0нов", "Ива␀нов")]
#[case::overprint("A\u{8}B\rC\u{7f}", "A␈B␍C␡")]
#[case::crlf("a\r\nb", "a␍␊b")]
#[case::tab_vt_ff("аб\tв\u{b}\u{c}", "аб  в␋␌")]
#[case::override_in_a_surname("Ив\u{202e}анов", "Ив<U+202E>анов")]
#[case::isolates("\u{2066}a\u{2069}\u{2067}", "<U+2066>a<U+2069><U+2067>")]
#[case::zero_width("И\u{200b}в\u{200d}а\u{2060}н\u{feff}ов", "И<U+200B>в<U+200D>а<U+2060>н<U+FEFF>ов")]
#[case::decomposed("И\u{306} Е\u{308}", "Й Ё")]
#[case::look_alike_stays("Попoв", "Попoв")]
#[case::tag("a\u{e0041}", "a<U+E0041>")]
#[case::family("👨\u{200d}👩\u{200d}👧", "👨👩👧")]
#[case::toned("👍\u{1f3fd}!", "👍!")]
#[case::flag("🇷🇺", "RU")]
#[case::red_heart("❤\u{fe0f}", "❤")]
#[case::variation_smuggling("a\u{fe01}\u{e0100}", "a<U+FE01><U+E0100>")]
#[case::wide("漢字ｱ\u{3164}", "漢字ｱ<U+3164>")]
#[case::separators("a\u{2028}b\u{2029}c\u{85}d", "a<U+2028>b<U+2029>c<U+0085>d")]
#[case::soft_hyphen("пере\u{ad}нос", "пере<U+00AD>нос")]
#[case::invalid_bytes("\u{fffd}", "\u{fffd}")]
#[case::private_use("\u{f8ff}\u{ffff}", "<U+F8FF><U+FFFF>")]
#[case::odd_spaces("a\u{3000}b\u{2003}c\u{202f}d", "a  b c\u{a0}d")]
#[case::mark_on_nothing("\u{301}a", "<U+0301>a")]
#[case::wide_mark_on_nothing("\u{1b}\u{903}\u{301}", "␛<U+0903><U+0301>")]
#[case::accent_kept("за\u{301}мок", "за\u{301}мок")]
#[case::ordinary("«Ромашка» — № 5…", "«Ромашка» — № 5…")]
fn what_a_terminal_could_act_on_is_shown_as_a_mark(#[case] from: &str, #[case] to: &str) {
    assert_eq!(shown(from).as_str(), to);
}

#[test]
fn three_hundred_marks_on_one_letter_are_counted_not_stacked() {
    let zalgo = format!("а{}б", "\u{301}".repeat(300));
    assert_eq!(shown(&zalgo).as_str(), "а\u{301}\u{301}\u{301}<+297>б");
}

#[test]
fn lines_are_split_at_both_line_ends_and_nothing_else() {
    let lines: Vec<_> = shown_lines("раз\r\nдва\nтри\r").into_iter().map(Shown::into_string).collect();
    assert_eq!(lines, ["раз", "два", "три"]);
}

#[rstest]
#[case("Салтыков-Щедрин", 8, "Салтыко…")]
#[case("Петров", 6, "Петров")]
#[case("漢字漢字", 4, "漢…")]
#[case("за\u{301}мок", 3, "за\u{301}…")]
#[case("а", 0, "")]
#[case("аб", 1, "…")]
fn a_long_name_is_cut_between_its_letters(#[case] from: &str, #[case] columns: usize, #[case] to: &str) {
    assert_eq!(fit(from, columns).as_str(), to);
}

#[rstest]
#[case("Прошу пересчитать плату", 11, &["Прошу", "пересчитать", "плату"])]
#[case("от водоканала", 6, &["от вод", "оканал", "а"])]
#[case("за октябрь и ноябрь", 10, &["за октябрь", "и ноябрь"])]
#[case("", 5, &[""])]
#[case("Нет такого номера.", 17, &["Нет такого", "номера."])]
#[case("Обращение ЭН1-И00634/26", 15, &["Обращение", "ЭН1-И00634/26"])]
#[case("ЭН1-6 · Ёлкина · почта", 14, &["ЭН1-6 ·", "Ёлкина · почта"])]
#[case("срок 5\u{a0}дней", 8, &["срок", "5\u{a0}дней"])]
#[case("раз   два", 4, &["раз", "два"])]
#[case("раз —————", 6, &["раз", "—————"])]
#[case("  отступ и ещё", 8, &["  отступ", "и ещё"])]
fn a_long_line_is_broken_at_its_spaces(#[case] from: &str, #[case] columns: usize, #[case] to: &[&str]) {
    let lines: Vec<_> = shown(from).wrap(columns).into_iter().map(Shown::into_string).collect();
    assert_eq!(lines, to);
}

#[test]
fn padding_fills_exactly_the_column() {
    assert_eq!(pad("漢字漢字", 4).as_str(), "漢… ");
    assert_eq!(shown("12").pad_start(4).as_str(), "  12");
    assert_eq!(shown("漢字").skip(1).as_str(), " 字");
}

#[rstest]
#[case("a\r\nb\rc\n\rd", "a\nb\nc\n\nd")]
#[case("Ива\0нов", "Иванов")]
#[case("И\0\u{306}", "Й")]
#[case("И\u{306}", "Й")]
#[case("\u{202e}x\t", "\u{202e}x\t")]
fn typed_text_is_kept_in_one_normal_form(#[case] from: &str, #[case] to: &str) {
    assert_eq!(typed(from), to);
}

/// Whether a terminal could act on it or show nothing for it.
fn acts(c: char) -> bool {
    c.is_control() || is_hidden(c)
}

fn line_in_a_buffer(text: &str, columns: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
    buffer.set_string(0, 0, text, Style::default());
    buffer
}

/// Letters and the troublesome ones, thickly mixed.
fn any_text() -> impl Strategy<Value = String> {
    let nasty = proptest::sample::select(vec![
        '\u{1b}',
        '\u{9b}',
        '\t',
        '\u{200d}',
        '\u{fe0f}',
        '\u{fe0e}',
        '\u{1f3fd}',
        '👨',
        '❤',
        '🇷',
        '🇺',
        '\u{301}',
        '\u{903}',
        '\u{20e3}',
        'к',
        '1',
        '\u{1100}',
        '\u{1161}',
        '\u{915}',
        '\u{94d}',
        '\u{937}',
        '\u{17d2}',
        '\u{1780}',
        '\u{202e}',
        '\u{ff76}',
        '\u{ff9e}',
        '\u{3164}',
        '漢',
        '\u{e0041}',
        '\u{600}',
        '\u{644}',
        '\u{627}',
        '\u{e33}',
        '\u{fdfa}',
        '\u{5d0}',
        '\u{5dc}',
    ]);
    prop_oneof![
        proptest::collection::vec(prop_oneof![3 => nasty, 1 => any::<char>()], 0..24)
            .prop_map(|chars| chars.into_iter().collect()),
        any::<String>(),
    ]
}

/// A line of a spreadsheet pasted into an appeal, or a file of a scanner gone wrong.
#[test]
fn a_line_of_tabs_is_shown_while_one_looks_at_it() {
    const TABS: usize = 100_000;
    let began = std::time::Instant::now();
    assert_eq!(shown(&"а\t".repeat(TABS)).width(), TABS * TAB_STOP);
    // Measured anew at each tab it would take minutes.
    assert!(began.elapsed().as_secs() < 5);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_shown_can_be_acted_on(text in any_text()) {
        let shown = shown(&text);
        prop_assert!(!shown.as_str().chars().any(acts), "{:?} -> {:?}", text, shown);
    }

    #[test]
    fn showing_twice_changes_nothing(text in any_text()) {
        let once = shown(&text);
        prop_assert_eq!(shown(once.as_str()), once);
    }

    #[test]
    fn a_tab_reaches_to_the_next_stop(text in any_text()) {
        let mut pieces = text.split('\t').map(|piece| shown(piece).into_string());
        let mut expected = pieces.next().unwrap_or_default();
        for piece in pieces {
            let column = Shown(expected.clone()).width();
            expected += &" ".repeat(TAB_STOP - column % TAB_STOP);
            expected += &piece;
        }
        prop_assert_eq!(shown(&text).into_string(), expected);
    }

    #[test]
    fn it_is_as_wide_as_the_screen_thinks(text in any_text()) {
        let shown = shown(&text);
        let columns = u16::try_from(shown.width()).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns + 8, 1));
        let (x, _) = buffer.set_stringn(0, 0, shown.as_str(), usize::MAX, Style::default());
        prop_assert_eq!(x, columns);
    }

    #[test]
    fn every_way_of_drawing_it_gives_the_same_cells(text in any_text()) {
        let shown = shown(&text);
        let columns = u16::try_from(shown.width()).unwrap().max(1);
        let plain = line_in_a_buffer(shown.as_str(), columns);
        let area = Rect::new(0, 0, columns, 1);
        let mut paragraph = Buffer::empty(area);
        Paragraph::new(Line::raw(shown.as_str())).render(area, &mut paragraph);
        let mut table = Buffer::empty(area);
        Widget::render(Table::new([Row::new([shown.as_str()])], [columns]), area, &mut table);
        prop_assert_eq!(&paragraph, &plain);
        prop_assert_eq!(&table, &plain);
    }

    #[test]
    fn a_padded_text_is_exactly_as_wide_as_asked(text in any_text(), columns in 0_usize..40) {
        prop_assert_eq!(pad(&text, columns).width(), columns);
        prop_assert_eq!(shown(&text).pad_start(columns).width(), columns);
        prop_assert!(fit(&text, columns).width() <= columns);
    }

    #[test]
    fn typing_keeps_every_letter_and_settles_at_once(text in any_text()) {
        let kept = typed(&text);
        prop_assert_eq!(typed(&kept), kept.clone());
        prop_assert!(!kept.contains(['\0', '\r']));
    }

    #[test]
    fn a_broken_line_loses_only_spaces_and_is_never_too_long(text in any_text(), columns in 12_usize..40) {
        let shown = shown(&text);
        let lines = shown.wrap(columns);
        let letters = |text: &str| text.replace(' ', "");
        let joined: String = lines.iter().map(|line| letters(line.as_str())).collect();
        prop_assert_eq!(joined, letters(shown.as_str()));
        for line in lines {
            prop_assert!(line.width() <= columns, "{:?}", line);
        }
    }

    #[test]
    fn a_broken_line_goes_on_with_a_word(words in "[а-я]{1,9}([ \u{a0}]{1,3}[а-я.,·»-]{1,9}){0,20}", columns in 24_usize..40) {
        for line in shown(&words).wrap(columns).iter().skip(1) {
            let begins = line.as_str().chars().next();
            prop_assert!(begins.is_some_and(|c| c != ' '), "{:?}", line);
        }
    }
}
