//! Every paper there is of an appeal, made from the demo register and read back with poppler, qpdf and a reader of QR
//! codes; and the layout of a letter (ГОСТ Р 7.0.97-2025) measured on its page.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

mod paper;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::OnceLock;

use otklik::clock::Clock;
use otklik::desk::demo::{Demo, fill};
use otklik::desk::{Card, Desk, Filter, HistoryLine, Part, Queue};
use otklik::i18n::{Language, Words};
use otklik::letters::compose::Composer;
use otklik::letters::cp866;
use otklik::letters::deliver::{Form, bytes};
use otklik::letters::document::{Block, BodySize, Document, Format};
use otklik::letters::papers::{Envelope, Paper};
use otklik::letters::plain::{self, plain};
use otklik::letters::preview::preview;
use otklik::letters::template::Library;
use otklik::standard::personal::Personal;
use otklik::standard::reply::ReplyStage;
use paper::{Page, Printed, Word, essence, texts};

const NOW: &str = "2026-11-24T14:05:00+03:00";
/// Left, right, top and bottom of a letter; the executor's mark and the page number may stand in the margins.
const MARGINS: [f64; 4] = [20.0, 10.0, 9.0, 11.0];

/// A register of a season, made once for all tests, which only look.
fn desk() -> Desk {
    static MADE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let clock = || Clock::Set(NOW.parse().unwrap());
    let (_, path) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.otklik");
        let demo = Demo { appeals: 400, seed: 5 };
        fill(&path, &demo, clock(), &mut |_, _| ControlFlow::Continue(())).unwrap();
        (folder, path)
    });
    Desk::at(path, clock()).unwrap().unwrap()
}

struct Office {
    desk: Desk,
    words: Words,
    library: Library,
}

impl Office {
    fn new() -> Self {
        Self { desk: desk(), words: Words::new(Language::Ru), library: Library::load(None).0 }
    }

    fn cards(&self) -> Vec<Card> {
        let all = self.desk.queue(Queue::All, self.desk.today(), &Filter::default(), Part::First, 10_000);
        all.unwrap().into_iter().map(|placed| self.desk.card(placed.line.id).unwrap()).collect()
    }

    fn document(&self, paper: Paper, card: &Card) -> Document {
        let composer = Composer { office: self.desk.office(), words: &self.words };
        let history: Vec<_> = card.history.iter().map(HistoryLine::happened).collect();
        composer.paper(paper, &card.appeal, &history, &self.library).unwrap().unwrap()
    }

    fn printed(&self, name: &str, document: &Document) -> Printed {
        Printed::new(name, &bytes(document, Form::Pdf, self.desk.now()).unwrap())
    }
}

/// The codes of the kinds of papers, and of a reply how far it is.
fn kind(paper: Paper, card: &Card) -> String {
    match paper.reply(&card.appeal).map(|reply| &reply.stage) {
        None => paper.to_string(),
        Some(ReplyStage::Draft) => "draft".to_owned(),
        Some(ReplyStage::Final(_)) => "final".to_owned(),
        Some(ReplyStage::Signed(..)) => "signed".to_owned(),
        Some(ReplyStage::Sent(..)) => "sent".to_owned(),
    }
}

/// For each kind the paper that has most to say.
fn fullest(office: &Office) -> BTreeMap<String, (Paper, Card, Document)> {
    let mut found: BTreeMap<String, (Paper, Card, Document)> = BTreeMap::new();
    let length = |document: &Document| texts(document).concat().len();
    for card in office.cards() {
        for paper in Paper::offered(&card.appeal) {
            let document = office.document(paper, &card);
            let kind = kind(paper, &card);
            if found.get(&kind).is_none_or(|(.., other)| length(other) < length(&document)) {
                found.insert(kind, (paper, card.clone(), document));
            }
        }
    }
    found
}

/// What every sheet owes its reader.
fn is_fit(printed: &Printed, document: &Document) -> Vec<Page> {
    printed.is_sound(document);
    let pages = printed.pages();
    let (width, height) = document.sheet.format.millimetres();
    for (at, page) in pages.iter().enumerate() {
        assert!((page.width - width).abs() < 0.2 && (page.height - height).abs() < 0.2);
        if document.draft_mark.is_none() {
            page.nothing_overlaps();
            let envelope = document.sheet.format.is_envelope();
            page.keeps_margins(if envelope { [5.0; 4] } else { MARGINS });
        }
        let numbered =
            page.words.first().is_some_and(|word| word.text == (at + 1).to_string() && word.top < 16.0);
        assert_eq!(numbered, at > 0, "page {} of {}", at + 1, document.title);
    }
    if document.draft_mark.is_none() {
        let text = essence(&printed.text());
        for said in texts(document) {
            for line in said.lines() {
                // A cell is read line by line among its neighbours: its words are looked for one by one.
                for word in line.split_whitespace().filter(|word| !word.contains('-')) {
                    assert!(text.contains(&essence(word)), "«{word}» of «{said}»\n{text}");
                }
            }
        }
    }
    pages
}

#[test]
fn every_paper_of_the_demo_office_is_sound_whole_and_within_its_margins() {
    let office = Office::new();
    let papers = fullest(&office);
    for kind in ["draft", "sent", "receipt", "card", "slip", "envelope-dl", "envelope-c5", "label"] {
        assert!(papers.contains_key(kind), "{kind} in {:?}", papers.keys());
    }
    for (kind, (_, _, document)) in &papers {
        let printed = office.printed(&format!("demo-{kind}"), document);
        let pages = is_fit(&printed, document);
        let most = match kind.as_str() {
            "card" => 3,
            "draft" | "final" | "signed" | "sent" => 2,
            _ => 1,
        };
        assert!(pages.len() <= most, "{kind}: {} pages", pages.len());
        std::fs::write(printed.0.with_extension("txt"), plain(document, plain::Paper::default())).unwrap();
    }
}

#[test]
fn the_code_of_each_paper_is_read_and_names_it() {
    let office = Office::new();
    for (kind, (paper, card, document)) in fullest(&office) {
        let printed = office.printed(&format!("code-{kind}"), &document);
        let codes = printed.codes(1);
        let number = &card.appeal.number.text;
        let has_one = document.blocks.iter().any(|block| matches!(block, Block::Code(_)));
        assert_eq!(has_one, !matches!(paper, Paper::Envelope(_) | Paper::Label) && kind != "draft", "{kind}");
        if !has_one {
            assert_eq!(codes, [], "{kind}");
            continue;
        }
        let [(held, [left, top, right, bottom])] = &codes[..] else { panic!("{kind}: {codes:?}") };
        assert!(held.contains(number.as_str()), "{kind}: {held}");
        if let Some((own, on)) = paper.reply(&card.appeal).and_then(|reply| reply.outgoing()) {
            assert_eq!(held, &format!("№ {own} от {} на № {number}", office.words.date(on)));
        }
        let side = (right - left).min(bottom - top);
        assert!(side >= 19.5, "{kind}: {side} mm");
        // On the screen it is one line that says the same; a letter of mere text has no code to read.
        let seen = preview(&document, 78);
        assert!(seen.iter().any(|line| line.text() == format!("QR: {held}")), "{kind}");
        let text = plain(&document, plain::Paper::default());
        assert!(!text.contains("QR:"), "{text}");
        // Nothing lies in its quiet zone.
        for word in &printed.pages()[0].words {
            let apart = word.right < left - 2.0 || word.left > right + 2.0;
            assert!(apart || word.bottom < top - 1.5 || word.top > bottom + 1.5, "{kind}: {word:?}");
        }
    }
}

#[test]
fn a_code_finds_its_place_however_full_the_pages_are() {
    let office = Office::new();
    let (.., letter) = &fullest(&office)["sent"];
    for lines in [34, 36, 37, 38, 39, 76] {
        let line = "Строка, которая доходит до правого поля листа почти что целиком и во весь рост";
        let mut blocks = vec![Block::Paragraph(line.to_owned()); lines];
        blocks.push(Block::Code("№ 1".to_owned()));
        let document = Document { blocks, ..letter.clone() };
        let printed = office.printed("full", &document);
        let pages = printed.pages();
        let codes: Vec<_> = (1..=pages.len()).flat_map(|page| printed.codes(page)).collect();
        let [(held, [left, top, right, bottom])] = &codes[..] else { panic!("{lines}: {codes:?}") };
        assert_eq!(held, "№ 1");
        assert!(*left > 19.0 && *right < 201.0 && *top > 19.0 && *bottom < 278.0, "{lines}: {codes:?}");
    }
}

#[test]
fn a_card_tells_all_of_the_appeal_and_its_history() {
    let office = Office::new();
    let (_, card, document) = &fullest(&office)["card"];
    let text = essence(&office.printed("card", document).text());
    let appeal = &card.appeal;
    let client = appeal.client.known().unwrap();
    let mut said = vec![
        appeal.number.text.clone(),
        client.full_name(),
        appeal.content.gist.text().to_owned(),
        office.words.channel(appeal.channel),
        office.words.due_explained(&appeal.due),
    ];
    said.extend(
        [&client.address, &client.phone, &client.email, &client.account].into_iter().flatten().cloned(),
    );
    said.extend(appeal.content.questions.iter().map(|question| question.text().to_owned()));
    said.extend(appeal.replies.iter().filter_map(|reply| Some(reply.outgoing()?.0.to_owned())));
    for part in said {
        assert!(text.contains(&essence(&part)), "{part}\n{text}");
    }
    let rows = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.rows().len()),
        _ => None,
    });
    assert_eq!(rows, Some(card.history.len()));
}

#[test]
fn a_card_does_not_say_twice_running_what_its_text_begins_with() {
    let office = Office::new();
    let mut card = office.cards().swap_remove(0);
    let gist = card.appeal.content.gist.text().to_owned();
    card.appeal.content.text = Some(Personal::Known(format!("\n{gist}\nПоказания прилагаю.")));
    let count = |card: &Card| {
        let said = texts(&office.document(Paper::Card, card)).join("\n");
        said.lines().filter(|line| *line == gist).count()
    };
    assert_eq!(count(&card), 1);
    card.appeal.content.text = Some(Personal::Known("Здравствуйте!\nПоказания прилагаю.".to_owned()));
    assert_eq!(count(&card), 1, "another beginning leaves it where it was");
}

#[test]
fn what_was_erased_is_said_to_be_on_the_card() {
    let office = Office::new();
    let mut card = fullest(&office)["card"].1.clone();
    card.appeal.client = Personal::Erased;
    card.appeal.content.gist = Personal::Erased;
    let document = office.document(Paper::Card, &card);
    let text = plain(&document, plain::Paper::default());
    assert!(text.contains("(данные удалены)") && text.contains("(удалено)"), "{text}");
    assert!(!Paper::offered(&card.appeal).contains(&Paper::Label));
}

#[test]
fn a_slip_fits_the_upper_half_of_its_sheet_and_says_who_is_to_do_what() {
    let office = Office::new();
    let (_, card, document) = &fullest(&office)["slip"];
    let printed = office.printed("slip", document);
    let [page] = &printed.pages()[..] else { panic!("one page") };
    let lowest = page.words.iter().map(|word| word.bottom).fold(0.0, f64::max);
    assert!(lowest <= 148.5, "{lowest} mm");
    let [(_, [.., bottom])] = printed.codes(1)[..] else { panic!("one code") };
    assert!(bottom <= 148.5, "{bottom} mm");
    let resolution = card.appeal.resolution.as_ref().unwrap();
    let text = essence(&printed.text());
    let by = &office.desk.office().staff[&resolution.by];
    for part in [resolution.text.text(), &by.name.known().unwrap().signs_as(), "Получено"] {
        assert!(text.contains(&essence(part)), "{part}\n{text}");
    }
}

#[test]
fn an_envelope_has_the_sender_at_the_top_left_and_the_addressee_at_the_bottom_right() {
    let office = Office::new();
    let papers = fullest(&office);
    for envelope in [Envelope::Dl, Envelope::C5] {
        let (.., document) = &papers[&Paper::Envelope(envelope).to_string()];
        let printed = office.printed(&format!("envelope-{envelope:?}"), document);
        let [page] = &printed.pages()[..] else { panic!("one page") };
        let (from, to) = (page.find("От"), page.find("Кому"));
        assert!(from.left < 15.0 && from.top < 20.0, "{from:?}");
        assert!(to.left > page.width * 0.4 && to.top > page.height * 0.4, "{to:?}");
        let codes: Vec<&Word> = page.words.iter().filter(|word| word.text == "Индекс").collect();
        let last = page.words.iter().map(|word| word.bottom).fold(0.0, f64::max);
        assert!((page.height - last - 12.0).abs() < 3.0, "ends {last} mm down");
        assert!(codes.len() <= 2);
    }
    let (.., label) = &papers["label"];
    assert_eq!(label.sheet.format, Format::Label);
}

/// The letter of an office and a client with the longest of everything (issue 3, *it must show* 2).
fn longest(office: &Office) -> Document {
    let (paper, mut card, _) = fullest(office)["sent"].clone();
    let Paper::Reply(id) = paper else { panic!("a reply") };
    let table: Vec<String> = (1..=12)
        .map(|month| {
            format!("| {month:02}.2026 | Показание передано по телефону | {} | 1 {month:03},50 |", month * 7)
        })
        .collect();
    let table = table.join("\n");
    let substance = "По лицевому счёту плата за октябрь начислена по нормативу потребления, поскольку показания \
                     индивидуального прибора учёта электроэнергии за этот период в адрес компании не поступили. "
        .repeat(5);
    let enclosed: Vec<String> =
        (1..=7).map(|n| format!("{n}. акт сверки расчётов № {n} на {n} л. в 1 экз.")).collect();
    let enclosed = enclosed.join("\n");
    let text = format!(
        "Рассмотрев Ваше обращение, сообщаем следующее.\n{substance}\n| Период | Основание | Расход | Сумма |\n{table}\n\
         {substance}\n1. обеспечить доступ;\n2. подготовить паспорт прибора учёта.\n{substance}\n{substance}\n\
         Приложения:\n{enclosed}\nВ случае несогласия Вы вправе обратиться повторно.\nУважаемая Екатерина Константиновна!"
    );
    let reply = card.appeal.replies.iter_mut().find(|reply| reply.id == id).unwrap();
    reply.text = text.into();
    reply.addressee = "Салтыковой-Ёлкиной Е. К.\nул. Героев Красной Армии, д. 128, корп. 3, кв. 417,\n\
                       пос. Верхнебобровский,\nНижнегорский район\nЭнской области, 600123"
        .to_owned()
        .into();
    let mut document = office.document(paper, &card);
    let name = "Публичное акционерное общество «Межрегиональная энергосбытовая компания Юга России»";
    assert!(name.chars().count() >= 80);
    if let Some(Block::Head(head)) = document.blocks.first_mut() {
        name.clone_into(&mut head.organisation);
    }
    document
}

#[test]
fn a_long_letter_of_long_names_overlaps_nothing_and_cuts_nothing() {
    let office = Office::new();
    let document = longest(&office);
    let printed = office.printed("longest", &document);
    let pages = is_fit(&printed, &document);
    assert_eq!(pages.len(), 3);
    let text = printed.text();
    assert_eq!(text.matches("Уважаем").count(), 1, "{text}");
    for n in 1..=7 {
        assert!(
            essence(&text).contains(&essence(&format!("{n}. акт сверки расчётов № {n} на {n} л. в 1 экз.")))
        );
    }
    // The enclosures stand after the last words and before the signature.
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}\n{text}"));
    assert!(at("В случае несогласия") < at("Приложения:"));
    // The signature has company on its page.
    let last = pages.last().unwrap();
    let signature = document.blocks.iter().find_map(|block| match block {
        Block::Signature { name, .. } => Some(name.clone()),
        _ => None,
    });
    let surname = signature.unwrap().rsplit(' ').next().unwrap().to_owned();
    let signed = last.find(&surname);
    let mut tops: Vec<i64> = Vec::new();
    for word in last.words.iter().filter(|word| word.bottom < signed.top && word.top > 18.0) {
        #[expect(clippy::cast_possible_truncation, reason = "lines are millimetres apart")]
        let top = word.top.round() as i64;
        if tops.iter().all(|other| (other - top).abs() > 2) {
            tops.push(top);
        }
    }
    assert!(tops.len() >= 3, "{tops:?}");
}

#[test]
fn a_letter_is_laid_out_as_the_standard_of_letters_asks() {
    let office = Office::new();
    let (_, card, document) = &fullest(&office)["sent"];
    let pages = office.printed("layout", document).pages();
    let page = &pages[0];
    let Some(Block::Head(head)) = document.blocks.first() else { panic!("a head") };
    let first_word = |text: &str| text.split_whitespace().next().unwrap().to_owned();

    // Corner block: at most 8 cm from the left margin; addressee in the right half.
    let own = page.find(head.reference[0].split_whitespace().last().unwrap());
    assert!(own.right <= 100.2, "{own:?}");
    let organisation = page.find(&first_word(&head.organisation));
    assert!(organisation.top >= 19.5 && organisation.top < 25.0 && organisation.right <= 100.2);
    let addressee = page.find(&first_word(&head.addressee[0]));
    assert!((addressee.left - 120.0).abs() < 0.5, "{addressee:?}");

    // «На № … от …»; heading «О …» at the left margin, below the head.
    let number = card.appeal.number.text.as_str();
    let incoming =
        page.words.windows(3).find(|w| w[0].text == "На" && w[1].text == "№" && w[2].text == number);
    assert!(incoming.is_some(), "{:?}", page.words);
    let heading = document.blocks.iter().find_map(|block| match block {
        Block::Heading(text) => Some(text.clone()),
        _ => None,
    });
    let heading = heading.unwrap();
    let mut starts = page.words.windows(2).filter(|w| {
        let mut words = heading.split_whitespace();
        Some(w[0].text.as_str()) == words.next() && Some(w[1].text.as_str()) == words.next()
    });
    let heading = starts.next().unwrap_or_else(|| panic!("«{heading}»"));
    assert!((heading[0].left - 20.0).abs() < 0.5 && heading[0].top > own.bottom);

    // A paragraph: first line indented by 12.5 mm, its lines as wide as the text.
    let paragraph = document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) if text.chars().count() > 120 => Some(text.clone()),
        _ => None,
    });
    let first = page.find(&first_word(&paragraph.unwrap()));
    assert!((first.left - 32.5).abs() < 0.5, "{first:?}");
    let line_end = page.words.iter().filter(|word| (word.top - first.top).abs() < 1.0);
    let line_end = line_end.map(|word| word.right).fold(0.0, f64::max);
    assert!((line_end - 200.0).abs() < 0.5, "{line_end}");

    // The executor's mark: bottom left of the last page.
    let last = pages.last().unwrap();
    let mark = last.find(&first_word(&document.executor_mark[0]));
    assert!((mark.left - 20.0).abs() < 0.5 && mark.top > 265.0, "{mark:?}");
    assert!([BodySize::Twelve, BodySize::Thirteen, BodySize::Fourteen].contains(&document.sheet.body));
}

#[test]
fn a_reply_to_an_entry_in_the_book_names_the_book_and_the_entry_r30() {
    let office = Office::new();
    let cards = office.cards();
    let (card, reply) = cards
        .iter()
        .filter(|card| card.appeal.content.book.is_some())
        .find_map(|card| Some((card, card.appeal.replies.last()?.id)))
        .expect("the demo answers an entry of a book");
    let book = card.appeal.content.book.as_ref().unwrap();
    let document = office.document(Paper::Reply(reply), card);
    let text = essence(&plain(&document, plain::Paper::default()));
    let said = format!("На запись № {} в книге отзывов № {}", book.entry, book.number);
    assert!(text.contains(&essence(&said)), "{text}");
    assert!(text.contains(&essence(&card.appeal.number.text)));
}

#[test]
fn a_dot_matrix_printer_gets_its_own_code_page_and_line_ends() {
    let office = Office::new();
    for (kind, (_, _, document)) in fullest(&office) {
        let paper = plain::Paper { columns: 66, lines: Some(60) };
        let whole = plain(&document, paper);
        let bytes = cp866::encode(&whole).bytes;
        let (text, _, faulty) = encoding_rs::IBM866.decode(&bytes);
        assert!(!faulty);
        assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{kind}");
        for line in text.split("\r\n") {
            assert!(line.trim_start_matches('\u{C}').chars().count() <= 66, "{kind}: {line}");
        }
        let number_of = |text: &str| text.matches('?').count();
        assert_eq!(number_of(&text), number_of(&whole), "{kind}");
    }
}
