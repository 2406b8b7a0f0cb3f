//! One appeal from its coming in to its sending, by shell alone.

use super::Desk;

const LETTER: &[&str] = &[
    "register",
    "--channel",
    "letter",
    "--kind",
    "complaint",
    "--topic",
    "billing.recalculation",
    "--surname",
    "Ёлкина",
    "--given",
    "Анна",
    "--patronymic",
    "Петровна",
    "--address",
    "г. Энск, ул. Ленина, д. 5, кв. 12",
    "--gist",
    "Перерасчёт за октябрь",
    "--text",
    "Прошу пересчитать плату за октябрь.",
];

#[test]
fn a_letter_is_registered_routed_answered_signed_and_sent_and_leaves_the_queue() {
    let desk = Desk::with_office();
    let said = desk.done(LETTER);
    assert_eq!(said, "Зарегистрировано: № ЭН1-000001/26 · ответить до 08.12.2026\n");
    assert!(desk.done(&["list"]).contains("ЭН1-000001/26"));

    let text = desk.file("answer.txt", "Пересчитано: 120 руб. возвращены на лицевой счёт.\n");
    let empty = desk.file("empty.txt", "\n");
    let finish = ["reply", "1", "--final", "--signatory", "ivanova"];
    assert!(desk.refused(&finish).contains("Нет проекта ответа"), "nothing was written yet");

    desk.done(&["reply", "1", "--template", "reply", "--text", &empty]);
    assert!(desk.refused(&finish).contains("‹ответ по существу›"), "the answer itself is an open place");

    desk.done(&["reply", "1", "--template", "reply", "--text", &text]);
    assert!(desk.refused(&finish).contains("Нет исполнителя"));
    assert!(desk.refused(&["route", "1", "--to", "petrov"]).contains("«petrov»"), "nobody of that name");

    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров", "--role", "executor"]);
    assert!(desk.refused(&["route", "1", "--to", "petrov"]).contains("Резолюция"));
    let said = desk.done(&["route", "1", "--to", "petrov", "--resolution", "Подготовить ответ"]);
    assert!(said.contains("Петров") && said.contains("Подготовить ответ"), "{said}");

    let reason = desk.refused(&finish);
    assert!(reason.contains("имя") && reason.contains("телефон"), "R6 wants both: {reason}");
    desk.done(&[
        "staff",
        "change",
        "petrov",
        "--person",
        "Петров Иван Ильич",
        "--phone",
        "8 (800) 100-20-30",
    ]);

    assert!(desk.refused(&finish).contains("не имеет права подписи"));
    desk.done(&["staff", "change", "ivanova", "--sign"]);
    assert!(desk.refused(&finish).contains("должность"), "a signatory signs under a position");
    desk.done(&["staff", "change", "ivanova", "--position", "Начальник центра"]);
    assert!(desk.refused(&["sign", "1"]).contains("Нет окончательного ответа"));

    desk.done(&finish);
    assert!(desk.refused(&["sent", "1"]).contains("не подписан"));
    let paper = desk.folder().join("answer.pdf");
    desk.done(&["reply", "1", "--out", paper.to_str().unwrap()]);
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));

    let said = desk.done(&["sign", "1"]);
    assert!(said.contains("исходящий № ЭН1-И00001/26"), "{said}");
    desk.done(&["sent", "1", "--channel", "post"]);
    assert_eq!(desk.json(&["list", "--format", "json"]), serde_json::json!([]), "it has left the queue");
    let shown = desk.json(&["show", "1", "--format", "json"]);
    assert_eq!(shown["stage"], "closed");
    assert_eq!(shown["outcome"], "replied");
    assert_eq!(shown["replies"][0]["printed"], 1, "the final's paper was recorded");
    assert_eq!(desk.json(&["history", "1", "--format", "json"]).as_array().unwrap().len(), 8);
    desk.done(&["check", "--deep"]);
}

#[test]
fn the_letter_on_paper_names_the_executor_their_phone_the_signatory_and_the_number() {
    let desk = Desk::with_office();
    desk.done(&[
        "staff",
        "change",
        "ivanova",
        "--phone",
        "8 (800) 100-20-30",
        "--position",
        "Начальник",
        "--sign",
    ]);
    desk.done(LETTER);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("answer.txt", "Пересчитано.");
    let paper = desk.folder().join("answer.txt.txt");
    let draft = ["reply", "1", "--template", "reply", "--text", &text, "--out", paper.to_str().unwrap()];
    desk.done(&draft);
    assert!(std::fs::read_to_string(&paper).unwrap().contains("ПРОЕКТ"));
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    desk.done(&["sign", "1"]);
    desk.done(&["reply", "1", "--out", paper.to_str().unwrap()]);
    let letter = std::fs::read_to_string(&paper).unwrap();
    for part in [
        "Ёлкиной",
        "Пересчитано.",
        "Иванова Анна Петровна",
        "8 (800) 100-20-30",
        "Начальник",
        "А. П. Иванова",
        "ЭН1-И00001/26",
        "ЭН1-000001/26",
    ] {
        assert!(letter.replace('\u{a0}', " ").contains(part), "{part} in:\n{letter}");
    }
    assert!(!letter.contains("ПРОЕКТ"));
}

#[test]
fn a_term_is_extended_for_an_email_and_only_after_the_interim_reply_was_sent() {
    let desk = Desk::with_office();
    desk.done(&[
        "staff",
        "change",
        "ivanova",
        "--phone",
        "8 (800) 100-20-30",
        "--position",
        "Начальник",
        "--sign",
    ]);
    desk.done(&[
        "register",
        "--channel",
        "email",
        "--kind",
        "enquiry",
        "--surname",
        "Гасанов",
        "--email",
        "g@example.org",
        "--gist",
        "Справка",
    ]);
    desk.done(LETTER);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let extend = ["extend", "1", "--days", "10", "--reason", "Ждём ответа сетевой организации"];
    assert!(desk.refused(&extend).contains("Сначала отправьте промежуточный ответ"));
    let why = desk.file("why.txt", "проверки прибора учёта");
    let interim = |number: &'static str, days: &'static str| {
        [
            "reply",
            number,
            "--kind",
            "interim",
            "--days",
            days,
            "--template",
            "interim",
            "--text",
            &why,
            "--final",
            "--signatory",
            "ivanova",
        ]
        .map(str::to_owned)
    };
    let run = |args: [String; 13]| desk.run(&args.each_ref().map(String::as_str));
    assert_eq!(run(interim("2", "10")).code, Some(1), "a letter's term is never extended (R13)");
    assert_eq!(run(interim("1", "16")).code, Some(1), "no more than 15 days");
    let done = run(interim("1", "10"));
    assert_eq!(done.code, Some(0), "{done:?}");
    desk.done(&["sign", "1"]);
    assert!(desk.refused(&extend).contains("Сначала отправьте"), "signed is not sent");
    desk.done(&["sent", "1"]);
    assert!(
        desk.refused(&["extend", "1", "--days", "5", "--reason", "x"]).contains("10"),
        "exactly as promised"
    );
    desk.done(&extend);
    assert_eq!(desk.json(&["show", "1", "--format", "json"])["due"], "2026-12-18");
    assert!(desk.refused(&extend).contains("уже продлён"));
}

#[test]
fn a_question_answered_at_the_window_is_registered_and_closed_in_one_save() {
    let desk = Desk::with_office();
    let said = desk.done(&[
        "register",
        "--channel",
        "in_person",
        "--kind",
        "enquiry",
        "--anonymous",
        "--gist",
        "Где касса?",
        "--answered-on-spot",
        "Показали кассу",
    ]);
    assert!(said.contains("закрыто"), "{said}");
    assert_eq!(desk.json(&["show", "1", "--format", "json"])["closing_note"], "Показали кассу");
    let call =
        ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "Когда включат?"];
    desk.done(&call);
    desk.done(&["answered", "2", "--gist", "К вечеру"]);
    assert!(desk.refused(&["answered", "2", "--gist", "ещё раз"]).contains("закрыто"));
}

#[test]
fn an_appeal_is_annulled_withdrawn_reopened_noted_and_filed_each_with_its_reason() {
    let desk = Desk::with_office();
    for _ in 0..2 {
        desk.done(LETTER);
    }
    desk.done(&[
        "register",
        "--channel",
        "feedback_book",
        "--kind",
        "review",
        "--anonymous",
        "--phone",
        "8 900 123-45-67",
        "--gist",
        "Спасибо",
    ]);
    desk.done(&["annul", "1", "--reason", "Дважды"]);
    assert!(desk.refused(&["reopen", "1", "--reason", "x"]).contains("не возобновляют"));
    desk.done(&["withdraw", "2", "--reason", "Передумал"]);
    desk.done(&["reopen", "2", "--reason", "Попросил снова"]);
    assert!(desk.refused(&["close", "2", "--reason", "x"]).contains("только для отзывов"));
    desk.done(&["close", "3", "--reason", "Благодарность"]);
    desk.done(&["close", "3", "--reason", "В дело № 5"]);
    assert!(desk.json(&["show", "3", "--format", "json"])["filed"].is_string());
    assert!(desk.refused(&["annul", "2", "--reason", " "]).contains("Причина"));
}

#[test]
fn a_visit_begins_and_ends_and_its_appeals_belong_to_it() {
    let desk = Desk::with_office();
    let said = desk.done(&["visit", "start"]);
    let id = said.split_whitespace().nth(1).unwrap().to_owned();
    let fields = [
        "register",
        "--channel",
        "in_person",
        "--kind",
        "complaint",
        "--anonymous",
        "--gist",
        "x",
        "--visit",
    ];
    desk.done(&[fields.as_slice(), &[&id]].concat());
    assert_eq!(desk.json(&["show", "1", "--format", "json"])["visit"], id.as_str());
    desk.done(&["visit", "end"]);
    assert!(desk.refused(&["visit", "end"]).contains("визит"));
    let ended = desk.refused(&[fields.as_slice(), &[&id]].concat());
    assert!(ended.contains("Визит уже завершён"), "{ended}");
    let unknown = "0190a1b2-0000-7000-8000-0000000000ff";
    assert!(desk.refused(&[fields.as_slice(), &[unknown]].concat()).contains("изит"));
}

#[test]
fn a_final_goes_back_with_a_remark_and_both_versions_stay_in_history() {
    let desk = Desk::with_office();
    desk.done(&["staff", "change", "ivanova", "--phone", "1", "--position", "Начальник", "--sign"]);
    desk.done(LETTER);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("a.txt", "Первый ответ.");
    desk.done(&["reply", "1", "--text", &text, "--final", "--signatory", "ivanova"]);
    assert!(desk.refused(&["reply", "1", "--text", &text]).contains("ждёт подписи"));
    desk.done(&["return", "1", "--remark", "Укажите сумму"]);
    let text = desk.file("b.txt", "Второй ответ: 120 руб.");
    desk.done(&["reply", "1", "--text", &text, "--final", "--signatory", "ivanova"]);
    let history = desk.done(&["history", "1", "--format", "json"]);
    assert!(history.contains("Первый ответ.") && history.contains("Второй ответ: 120 руб."));
}
