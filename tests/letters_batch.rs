//! A batch of letters: as many as an office sends in a day, in memory that does not grow.
//! Alone in its file, for it measures the whole process.

#![cfg(target_os = "linux")]

use chrono::DateTime;
use otklik::letters::Press;
use otklik::letters::document::{Block, Document, Language, Sheet};

fn letter(number: usize) -> Document {
    let text = format!(
        "Рассмотрев Ваше обращение № {number}, сообщаем, что перерасчёт платы за электрическую \
         энергию выполнен и будет отражён в квитанции за следующий расчётный период."
    );
    Document {
        title: format!("Ответ {number}"),
        language: Language::Ru,
        sheet: Sheet::default(),
        draft_mark: None,
        blocks: vec![Block::Paragraph(text); 8],
        executor_mark: vec!["Иванова Анна Петровна".into()],
    }
}

/// Resident memory in pages.
fn resident() -> Option<i64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    statm.split(' ').nth(1)?.parse().ok()
}

#[test]
fn hundreds_of_letters_take_no_more_memory_than_a_few() {
    let mut press = Press::new().unwrap();
    let made = DateTime::parse_from_rfc3339("2026-11-24T14:05:00+07:00").unwrap();
    let mut print = |from: usize, to: usize| {
        for number in from..to {
            assert_eq!(press.print(&letter(number), made).unwrap().pages, 1);
        }
    };
    print(0, 50);
    let before = resident().unwrap();
    print(50, 300);
    let grown = resident().unwrap() - before;
    // 4 MiB of pages of 4 KiB.
    assert!(grown < 1024, "grown by {grown} pages");
}
