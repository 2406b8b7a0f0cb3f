//! Letters as an office gets them: the PDF's text, pages, fonts and bytes, read back with the tools
//! any reader would use (poppler and qpdf must be installed).

#![expect(clippy::unwrap_used, reason = "what these tests are made of is known to be sound")]

mod processor;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use otklik::letters::document::{
    Align, Block, Column, Document, Fact, Head, Language, Marker, Sheet, Table, blocks as blocks_of,
};
use otklik::letters::plain::{Paper, plain};
use otklik::letters::preview::{self, Style, preview};
use otklik::letters::template::{Fields, Library};
use otklik::letters::{Pdf, Press, PressError};
use unicode_width::UnicodeWidthStr;

use crate::processor::{LONGEST, processor_time};

fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-24T14:05:00+07:00").unwrap()
}

fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.to_owned(),
        language: Language::Ru,
        sheet: Sheet::default(),
        draft_mark: None,
        blocks,
        executor_mark: strings(&["Иванова Анна Петровна", "+7 (3012) 55-01-17"]),
    }
}

fn head() -> Block {
    Block::Head(Head {
        organisation: "Акционерное общество «Энская энергосбытовая компания»".into(),
        details: strings(&[
            "ул. Ленина, д. 1, г. Энск, 600000",
            "тел.: +7 (3012) 55-00-00, факс: +7 (3012) 55-00-01",
            "e-mail: office@ensk-sbyt.example",
            "ОГРН 1030000000000, ИНН/КПП 0300000000/030001001",
        ]),
        reference: strings(&["____________ № ____________", "На № ЭН1-000431/26 от 09.11.2026"]),
        addressee: strings(&["Ёлкиной А. П.", "ул. Ленина, д. 5, кв. 12,", "г. Энск, 600001"]),
    })
}

fn signature() -> Block {
    Block::Signature {
        position: "Начальник Энского отделения по обслуживанию клиентов".into(),
        name: "С. В. Салтыков-Щедрин".into(),
    }
}

const SUBSTANCE: [&str; 4] = [
    "Рассмотрев Ваше обращение от 09.11.2026 № ЭН1-000431/26 по вопросу перерасчёта платы за \
     электрическую энергию за октябрь 2026 г., сообщаем следующее.",
    "По лицевому счёту № 100200300 плата за октябрь начислена по нормативу потребления, поскольку \
     показания индивидуального прибора учёта за этот период в адрес компании не поступили. \
     25.10.2026 Вы сообщили показание 4 512 кВт·ч по телефону, однако по вине оператора оно не было \
     внесено в учётную запись.",
    "Перерасчёт выполнен 18.11.2026: начисление уменьшено на 1 250 руб. 15 коп., переплата зачтена \
     в счёт будущих платежей и будет отражена в квитанции за ноябрь. Приносим извинения за \
     доставленные неудобства.",
    "Если Вы не согласны с настоящим ответом, Вы вправе обратиться повторно с приведением новых \
     доводов, а также обжаловать его в установленном законодательством порядке.",
];

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

fn reply() -> Document {
    let mut blocks = vec![
        head(),
        Block::Heading("О перерасчёте платы за электрическую энергию".into()),
        Block::Salutation("Уважаемая Анна Петровна!".into()),
    ];
    blocks.extend(SUBSTANCE.map(paragraph));
    blocks.push(signature());
    document("Ответ на обращение ЭН1-000431/26", blocks)
}

fn long_reply() -> Document {
    let column = |title: &str, parts, align| Column { title: title.into(), parts, align };
    let rows = (1..=12)
        .map(|month| {
            strings(&[
                &month.to_string(),
                &format!("{month:02}.2026"),
                "Показание передано по телефону, внесено оператором",
                &format!("{} кВт·ч", 100 + month * 7),
                &format!("1 {month:03},50"),
            ])
        })
        .collect();
    let table = Table::new(
        vec![
            column("№", 1, Align::Right),
            column("Период", 2, Align::Centre),
            column("Основание начисления", 6, Align::Left),
            column("Расход", 3, Align::Right),
            column("Сумма, руб.", 2, Align::Right),
        ],
        rows,
    )
    .unwrap();
    let mut blocks = vec![
        Block::Head(Head {
            organisation: "Публичное акционерное общество «Межрегиональная энергосбытовая компания \
                           Восточной Сибири»"
                .into(),
            addressee: strings(&[
                "Салтыковой-Ёлкиной Екатерине Константиновне",
                "ул. Героев Красной Армии, д. 128, корп. 3, кв. 417,",
                "пос. Верхнебобровский Нижнегорского района",
                "Энской области, 600123",
            ]),
            ..match head() {
                Block::Head(head) => head,
                _ => Head::default(),
            }
        }),
        Block::Heading("О перерасчёте платы за электрическую энергию за 2026 год".into()),
        Block::Salutation("Уважаемая Екатерина Константиновна!".into()),
    ];
    blocks.extend(SUBSTANCE.map(paragraph));
    blocks.push(paragraph("Начисления за 2026 год приведены в таблице."));
    blocks.push(Block::Table(table));
    blocks.push(paragraph("Для проверки прибора учёта просим Вас:"));
    blocks.push(Block::List {
        marker: Marker::Number,
        items: strings(&[
            "обеспечить доступ к прибору учёта 30.11.2026 с 10:00 до 14:00 либо согласовать иное \
             время по телефону +7 (3012) 55-00-00;",
            "подготовить паспорт прибора учёта и акт его последней поверки;",
            "сообщить показания на день проверки.",
        ]),
    });
    blocks.extend(SUBSTANCE.map(paragraph));
    blocks.extend(SUBSTANCE.map(paragraph));
    blocks.push(Block::Enclosures {
        label: "Приложение:".into(),
        items: (1..=7)
            .map(|n| format!("акт сверки расчётов № {n} от {n:02}.11.2026 на {n} л. в 1 экз."))
            .collect(),
    });
    blocks.push(signature());
    document("Ответ на обращение", blocks)
}

fn receipt() -> Document {
    let fact = |label: &str, value: &str| Fact { label: label.into(), value: value.into() };
    let blocks = vec![
        Block::Head(Head {
            reference: Vec::new(),
            addressee: Vec::new(),
            ..match head() {
                Block::Head(head) => head,
                _ => Head::default(),
            }
        }),
        Block::Title("Талон-уведомление № ЭН1-000431/26".into()),
        Block::Facts(vec![
            fact("Заявитель", "Ёлкина Анна Петровна"),
            fact("Дата регистрации", "24.11.2026"),
            fact("Содержание", "Перерасчёт платы за октябрь 2026 г."),
            fact("Срок ответа", "не позднее 09.12.2026"),
            fact("Способ получения ответа", "почтой: ул. Ленина, д. 5, кв. 12, г. Энск, 600001"),
            fact("Обращение принял(а)", "Иванова Анна Петровна, +7 (3012) 55-01-17"),
        ]),
        Block::Notice(
            "Обращения принимаются и рассматриваются бесплатно. О ходе рассмотрения можно узнать по \
             телефону +7 (3012) 55-00-00, назвав номер и дату регистрации."
                .into(),
        ),
        Block::Signature {
            position: "Специалист центра обслуживания".into(), name: "А. П. Иванова".into()
        },
    ];
    Document { executor_mark: Vec::new(), ..document("Талон-уведомление", blocks) }
}

/// The built-in template of that id, filled as for a real appeal.
fn from_template(id: &str) -> Document {
    let (library, _) = Library::load(None);
    let values = [
        ("number", "ЭН1-000431/26"),
        ("registered", "09.11.2026"),
        ("gist", "Перерасчёт платы за октябрь"),
        ("due", "24.11.2026"),
        ("substance", SUBSTANCE[1]),
        ("extension_days", "10 календарных дней"),
        ("new_due", "04.12.2026"),
        ("extension_reason", "нужна проверка прибора учёта сетевой организацией"),
        ("reply_channel", "почтой"),
        ("reply_given", "направлен почтой"),
        ("unit_address", "г. Энск, ул. Ленина, д. 1, каб. 3"),
        ("unit_phone", "+7 (3012) 55-00-00"),
        ("unit_hours", "понедельник — пятница с 8:00 до 17:00"),
        ("earlier_number", "ЭН1-И00112/26"),
        ("earlier_date", "12.10.2026"),
        ("earlier_appeal", "ЭН1-000398/26"),
        ("forwarded_to", "ПАО «Энские распределительные сети»"),
        ("forward_reason", "опору на улице обслуживает сетевая организация"),
        ("addition", "Копия прежнего ответа прилагается."),
    ];
    let fields = Fields::from(values.map(|(name, value)| (name.to_owned(), Some(value.to_owned()))));
    let filled = library.get(id).unwrap().fill(&fields).unwrap();
    assert_eq!(filled.holes, []);
    let mut blocks =
        vec![head(), Block::Heading(filled.heading), Block::Salutation("Уважаемая Анна Петровна!".into())];
    blocks.extend(blocks_of(&filled.text));
    blocks.push(signature());
    document("Письмо", blocks)
}

/// Prints and leaves the file for whoever wants to look at it.
fn printed(name: &str, document: &Document) -> (Pdf, PathBuf) {
    let pdf = Press::new().unwrap().print(document, made()).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, &pdf.bytes).unwrap();
    (pdf, path)
}

fn run(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|error| panic!("{program} must run: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn pages_of(file: &Path) -> Vec<String> {
    run("pdftotext", &[], file).trim_end_matches('\u{C}').split('\u{C}').map(String::from).collect()
}

/// Letters and figures only: what a reader would compare.
fn essence(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

#[test]
fn a_reply_is_one_page_and_says_what_its_blocks_say() {
    let (pdf, file) = printed("reply", &reply());
    assert_eq!(pdf.pages, 1);
    let text = run("pdftotext", &[], &file);
    assert!(!text.contains('\u{AD}') && !text.contains('\u{A0}'), "{text}");
    let found = essence(&text);
    for said in SUBSTANCE.iter().chain(&["Уважаемая Анна Петровна!", "С. В. Салтыков-Щедрин"])
    {
        assert!(found.contains(&essence(said)), "{said}\n{text}");
    }
    for whole in ["№ ЭН1-000431/26", "1 250 руб. 15 коп.", "+7 (3012) 55-01-17"] {
        assert!(text.contains(whole), "{whole}\n{text}");
    }
}

#[test]
fn every_reader_accepts_the_file_and_finds_its_fonts_title_and_language() {
    for (name, document) in [("reply", reply()), ("long", long_reply()), ("receipt", receipt())] {
        let (_, file) = printed(&format!("checked-{name}"), &document);
        run("qpdf", &["--check"], &file);
        let fonts = run("pdffonts", &[], &file);
        let listed: Vec<_> = fonts.lines().skip(2).collect();
        assert!(!listed.is_empty());
        for line in listed {
            assert!(line.contains("LiberationSerif") && line.contains("yes yes yes"), "{line}");
        }
        let info = run("pdfinfo", &[], &file);
        assert!(info.contains(&document.title) && info.contains("A4"), "{info}");
        let xmp = run("pdfinfo", &["-meta"], &file);
        assert!(xmp.contains("ru-RU") && xmp.contains("<pdfaid:part>2"), "{xmp}");
    }
}

#[test]
fn a_long_reply_keeps_text_with_its_signature_and_numbers_its_pages() {
    let (pdf, file) = printed("long", &long_reply());
    assert_eq!(pdf.pages, 3);
    let pages = pages_of(&file);
    assert_eq!(pages.len(), 3);
    assert!(!pages[0].trim_start().starts_with('1'));
    assert!(pages[1].trim_start().starts_with('2') && pages[2].trim_start().starts_with('3'));
    let last = &pages[2];
    let (before, _) = last.split_once("Начальник").unwrap();
    assert!(before.lines().filter(|line| line.chars().count() > 20).count() >= 3, "{last}");
    assert!(last.contains("Салтыков-Щедрин") && last.contains("Иванова Анна Петровна"));
    assert!(!pages[0].contains("Иванова Анна Петровна"));
    let found = essence(&pages.concat());
    for n in 1..=7 {
        assert!(found.contains(&essence(&format!("акт сверки расчётов № {n} от"))));
    }
}

#[test]
fn the_signature_is_never_alone_however_long_the_text_is() {
    let mut press = Press::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for lines in 8..40 {
        let mut blocks = vec![head()];
        blocks.extend((0..lines).map(|n| paragraph(&format!("Строка номер {n}."))));
        blocks.push(signature());
        let pdf = press.print(&document("Проба", blocks), made()).unwrap();
        let file = folder.path().join("letter.pdf");
        std::fs::write(&file, &pdf.bytes).unwrap();
        let pages = pages_of(&file);
        assert_eq!(pages.len(), pdf.pages);
        let last = pages.last().unwrap();
        assert!(last.contains("Салтыков-Щедрин") && last.contains("Иванова Анна Петровна"));
        assert!(last.matches("Строка").count() >= 3, "{lines} lines\n{last}");
    }
}

#[test]
fn a_table_repeats_its_head_on_the_next_page() {
    let columns = vec![Column { title: "Обращение".into(), parts: 1, align: Align::Left }];
    let rows = (0..80).map(|n| vec![format!("строка {n}")]).collect();
    let blocks = vec![Block::Table(Table::new(columns, rows).unwrap())];
    let (pdf, file) = printed("table", &document("Журнал", blocks));
    assert!(pdf.pages > 1);
    assert!(pages_of(&file).iter().all(|page| page.contains("Обращение")));
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_letter_does_not() {
    let draft = Document { draft_mark: Some("ПРОЕКТ".into()), ..long_reply() };
    let (_, file) = printed("draft", &draft);
    for page in 1..=3 {
        let number = page.to_string();
        let text = run("pdftotext", &["-raw", "-f", &number, "-l", &number], &file);
        assert!(essence(&text).contains("ПРОЕКТ"), "{text}");
    }
    let (_, file) = printed("final", &long_reply());
    assert!(!essence(&run("pdftotext", &["-raw"], &file)).contains("ПРОЕКТ"));
}

#[test]
fn the_built_in_templates_make_letters_of_one_page() {
    for id in ["reply", "interim", "notice_earlier", "notice_secret", "notice_forwarding"] {
        let (pdf, file) = printed(&format!("template-{id}"), &from_template(id));
        assert_eq!(pdf.pages, 1);
        let text = run("pdftotext", &[], &file);
        assert!(essence(&text).contains("№ЭН1000431/26(«Перерасчётплатызаоктябрь»)"), "{text}");
    }
}

#[test]
fn a_receipt_is_one_page() {
    let (pdf, file) = printed("receipt", &receipt());
    assert_eq!(pdf.pages, 1);
    let text = run("pdftotext", &[], &file);
    assert!(text.contains("бесплатно") && text.contains("09.12.2026"));
}

#[test]
fn the_same_blocks_give_the_same_bytes() {
    let mut press = Press::new().unwrap();
    let first = press.print(&long_reply(), made()).unwrap();
    press.print(&receipt(), made()).unwrap();
    assert_eq!(press.print(&long_reply(), made()).unwrap(), first);
    let frozen = serde_json::to_string(&long_reply()).unwrap();
    let thawed: Document = serde_json::from_str(&frozen).unwrap();
    assert_eq!(Press::new().unwrap().print(&thawed, made()).unwrap(), first);
}

/// What nobody should type, but somebody will.
fn hostile() -> Vec<String> {
    vec![
        String::new(),
        "\0\u{1}\u{7}\u{1b}[31m\u{9b}".into(),
        "\u{202E}текст наоборот\u{202C}\u{2066}a\u{2069}".into(),
        "ыъ".repeat(30_000),
        "W".repeat(60_000),
        "а-б ".repeat(15_000),
        " \u{A0}\t\n".repeat(10_000),
        "1 ".repeat(30_000),
        "И. О. ".repeat(10_000),
        "😀👩\u{200D}👩\u{200D}👧🇷🇺 漢字 한국어".into(),
        "العربية עברית 123 עוד".into(),
        format!("x{}", "\u{301}".repeat(30_000)),
        "\u{301}\u{302}".into(),
        "\u{E000}\u{F8FF}\u{FFFE}\u{FFFF}\u{10FFFF}\u{FFFD}".into(),
        "हिन्दी ไทย".into(),
        "\u{115F}\u{3164}\u{2800}".repeat(10_000),
        "\n\n\nпервая\r\nвторая\u{2028}третья".into(),
        "fi ffi fl ﬁ ǆ".into(),
        "{{ x }} {% if %} ‹y› </script> %PDF-1.7 (\\)".into(),
    ]
}

fn everywhere(text: &str) -> Document {
    let one = || text.to_owned();
    let column = |align| Column { title: one(), parts: 0, align };
    let blocks = vec![
        Block::Head(Head {
            organisation: one(),
            details: vec![one()],
            reference: vec![one()],
            addressee: vec![one()],
        }),
        Block::Title(one()),
        Block::Heading(one()),
        Block::Salutation(one()),
        Block::Paragraph(one()),
        Block::List { marker: Marker::Dash, items: vec![one(), one()] },
        Block::Table(
            Table::new(vec![column(Align::Left), column(Align::Right)], vec![vec![one(), one()]]).unwrap(),
        ),
        Block::Facts(vec![Fact { label: one(), value: one() }]),
        Block::Notice(one()),
        Block::Enclosures { label: one(), items: vec![one()] },
        Block::Signature { position: one(), name: one() },
    ];
    Document { draft_mark: Some(one()), executor_mark: vec![one()], ..document(text, blocks) }
}

#[test]
fn a_hostile_paragraph_becomes_a_letter_in_good_time() {
    let mut press = Press::new().unwrap();
    for text in hostile() {
        let begun = processor_time();
        let shown: String = text.chars().take(20).collect();
        let pdf = press.print(&document("Проба", vec![paragraph(&text)]), made()).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF"));
        assert!(processor_time() < begun + LONGEST, "{shown:?}");
    }
}

#[test]
fn a_hostile_string_in_every_place_is_a_letter_or_an_error() {
    let mut press = Press::new().unwrap();
    for text in hostile() {
        let cut: String = text.chars().take(1_000).collect();
        let begun = processor_time();
        let printed = press.print(&everywhere(&cut), made());
        let shown: String = text.chars().take(20).collect();
        assert!(printed.is_ok(), "{shown:?}: {printed:?}");
        assert!(processor_time() < begun + LONGEST, "{shown:?}");
    }
}

#[test]
fn a_megabyte_is_refused_at_once() {
    let begun = processor_time();
    let refused = Press::new().unwrap().print(&everywhere(&"щ".repeat(600_000)), made());
    assert!(matches!(refused, Err(PressError::TooLong { .. })));
    assert!(processor_time() < begun + LONGEST);
}

#[test]
fn paper_text_and_screen_say_the_same() {
    for (name, document) in [("reply", reply()), ("long", long_reply()), ("receipt", receipt())] {
        let (_, file) = printed(&format!("same-{name}"), &document);
        let words = |text: &str| {
            let marks = |c: char| !c.is_alphanumeric();
            let mut words: Vec<String> = text.split(marks).map(str::to_owned).collect();
            words.sort();
            words.dedup();
            words
        };
        // Divided words are joined again, numbers of pages and of rows are the page's own.
        let pdf = run("pdftotext", &["-layout"], &file);
        let paper = essence(&pdf);
        let text = plain(&document, Paper::default());
        for word in words(&text) {
            assert!(paper.contains(&word), "{name}: «{word}» is not on paper\n{pdf}");
        }
        let screen: String =
            preview(&document, 66).iter().map(|line| line.text().trim_end().to_owned() + "\n").collect();
        assert_eq!(screen, text);
        std::fs::write(file.with_extension("txt"), &text).unwrap();
    }
}

#[test]
fn no_line_of_text_is_wider_than_asked_and_nothing_is_lost() {
    for document in [reply(), long_reply(), receipt()] {
        let wide = essence(&plain(&document, Paper { columns: 200, lines: None }));
        for columns in [20, 40, 66, 80, 120] {
            let lines = preview(&document, columns);
            for line in &lines {
                assert!(line.width() <= columns, "{columns}: {:?}", line.text());
            }
            let narrow: String = lines.iter().map(preview::Line::text).collect();
            let narrow = essence(&narrow);
            for said in SUBSTANCE.iter().filter(|said| wide.contains(&essence(said))) {
                assert!(narrow.contains(&essence(said)), "{columns}: {said}");
            }
        }
    }
}

#[test]
fn hostile_strings_make_lines_without_control_characters() {
    for text in hostile() {
        let cut: String = text.chars().take(3_000).collect();
        for columns in [0, 33, 66] {
            let begun = processor_time();
            for line in preview(&everywhere(&cut), columns) {
                let text = line.text();
                assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
                assert!(text.width() <= columns.max(20) + 1, "{columns}: {text:?}");
            }
            assert!(processor_time() < begun + LONGEST);
        }
    }
}

#[test]
fn pages_of_text_keep_the_signature_in_company() {
    for lines in 20..60 {
        let mut blocks = vec![head()];
        blocks.extend((0..lines).map(|n| paragraph(&format!("Строка номер {n}."))));
        blocks.push(signature());
        let paper = Paper { columns: 66, lines: Some(40) };
        let text = plain(&document("Проба", blocks), paper);
        let pages: Vec<&str> = text.split('\u{C}').collect();
        assert!(pages.iter().all(|page| page.lines().count() <= 40));
        let last = pages.last().unwrap();
        assert!(last.matches("Строка").count() >= 3, "{last}");
        assert!(last.contains("Салтыков-Щедрин") && last.contains("Иванова Анна Петровна"));
    }
}

#[test]
fn a_draft_is_marked_on_the_screen() {
    let draft = Document { draft_mark: Some("ПРОЕКТ".into()), ..reply() };
    let lines = preview(&draft, 80);
    assert!(lines[0].spans.iter().any(|(style, text)| { *style == Style::Mark && text.trim() == "ПРОЕКТ" }));
}

#[test]
fn what_a_clerk_types_prints_as_paragraphs_and_lists() {
    let blocks = blocks_of("Просим:\n1. прийти;\n2. позвонить.\n\nДо встречи.");
    let text = plain(&document("Проба", blocks), Paper::default());
    assert!(
        text.starts_with("     Просим:\n     1. прийти;\n     2. позвонить.\n     До встречи.\n"),
        "{text}"
    );
}
