//! The rest of the Standard by shell: each command once for good and once refused.

use serde_json::{Value, json};

use super::Desk;

/// A desk whose one person may do everything, signing too.
pub(super) fn desk() -> Desk {
    let desk = Desk::with_office();
    desk.done(&["staff", "change", "ivanova", "--phone", "8 800", "--position", "Начальник", "--sign"]);
    desk
}

/// Registers a letter of somebody with an address, with whatever more is said.
pub(super) fn letter(desk: &Desk, more: &Value) -> Value {
    let mut object = json!({ "channel": "letter", "kind": "complaint", "gist": "Счёт",
        "client": { "surname": "Ким", "address": "г. Энск" } });
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let (code, answer) = desk.register_json(&object);
    assert_eq!(code, Some(0), "{answer}");
    answer[0].clone()
}

fn call(desk: &Desk, more: &Value) -> (Option<i32>, Value) {
    let mut object = json!({ "channel": "phone", "kind": "enquiry", "gist": "Когда?",
        "client": { "surname": "Пак", "phone": "5-55-55" } });
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.register_json(&object)
}

pub(super) fn shown(desk: &Desk, number: &str) -> Value {
    desk.json(&["show", number, "--format", "json"])
}

fn queue(desk: &Desk, name: &str) -> Value {
    desk.json(&["list", "--queue", name, "--format", "json"])
}

/// Answers an appeal by a letter, up to its sending or its signing.
fn answer(desk: &Desk, number: &str, send: bool) {
    desk.done(&["route", number, "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("answer.txt", "Пересчитано: 120 руб.");
    desk.done(&["reply", number, "--text", &text, "--final", "--signatory", "ivanova"]);
    desk.done(&["sign", number]);
    if send {
        desk.done(&["sent", number]);
    }
}

/// R15, R18, R30: the blocks of channels and topics are kept, by options and by JSON alike, and unknown ones refused.
#[test]
fn what_a_topic_or_a_book_asks_for_is_registered_shown_and_told_apart() {
    let desk = desk();
    desk.done(&["book", "open", "К-1", "--unit", "ЦОК-1", "--sheets", "96"]);
    let entry = [
        "register",
        "--channel",
        "feedback_book",
        "--kind",
        "complaint",
        "--surname",
        "Ли",
        "--phone",
        "5-55-55",
        "--gist",
        "Мигает свет",
        "--topic",
        "quality.voltage",
        "--book",
        "К-1",
        "--book-entry",
        "7",
        "--question",
        "Когда почините?",
        "--question",
        "Кто заплатит?",
        "--document",
        "passport",
        "--power-address",
        "ул. Мира, 5",
        "--power-time",
        "вечером",
        "--power-contract",
        "Д-1",
    ];
    desk.done(&entry);
    let whole = shown(&desk, "1");
    assert_eq!(whole["book"], json!({ "number": "К-1", "entry": 7 }));
    assert_eq!(whole["power"], json!({ "address": "ул. Мира, 5", "time": "вечером", "contract": "Д-1" }));
    assert_eq!(whole["documents"], json!(["passport"]));
    assert_eq!(whole["questions"][1], json!({ "place": 2, "text": "Кто заплатит?", "answered": false }));
    let refused = |more: Value, code: &str| {
        let mut object = json!({ "channel": "feedback_book", "kind": "review", "gist": "x",
            "client": { "anonymous": true } });
        object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let (exit, answer) = desk.register_json(&object);
        assert_eq!((exit, answer[0]["code"].as_str()), (Some(1), Some(code)), "{answer}");
    };
    refused(json!({ "book": { "number": "К-1", "entry": 7 } }), "entry-taken");
    refused(json!({ "book": { "number": "К-9", "entry": 1 } }), "unknown-book");
    refused(json!({ "book": { "number": "К-1", "entry": 8, "hall": "x" } }), "unknown-field");
    refused(json!({ "documents": ["nonsense"] }), "unknown-document");
    refused(json!({ "questions": "одна" }), "bad-value");
}

/// R8: a letter without contacts is registered and said at once; the ground is lifted when they become known.
#[test]
fn a_letter_without_contacts_is_told_at_once_screened_and_lifted() {
    let desk = desk();
    let args = ["register", "--channel", "letter", "--kind", "complaint", "--surname", "Ким", "--gist", "x"];
    for (lang, words) in [("ru", "нет контактных данных"), ("en", "--ground no_contacts")]
    {
        let ended = desk.run(&[&["--lang", lang], &args[..]].concat());
        assert_eq!(ended.code, Some(0), "{ended:?}");
        assert!(ended.err.contains(words), "{ended:?}");
    }
    let (_, told) = desk.register_json(&json!({ "channel": "letter", "kind": "complaint", "gist": "x",
        "client": { "surname": "Ким" } }));
    assert_eq!(told[0]["ground"], "no_contacts");
    desk.done(&["screen", "1", "--ground", "no_contacts"]);
    let closed = shown(&desk, "1");
    assert_eq!(
        (&closed["outcome"], &closed["screening"]["stage"]),
        (&json!("not_considered"), &json!("decided"))
    );
    assert!(desk.refused(&["lift", "1", "--reason", "x"]).contains("контакты"));
    let lift = ["lift", "1", "--reason", "Нашли", "--phone"];
    assert!(desk.refused(&[&lift[..], &["нет"]].concat()).contains("не телефон"));
    desk.done(&[&lift[..], &["8 900 123-45-67"]].concat());
    let again = shown(&desk, "1");
    assert_eq!((&again["stage"], &again["earlier"][0]["due"]), (&json!("registered"), &json!("2026-12-08")));
    assert!(desk.refused(&["lift", "1", "--reason", "x"]).contains("Нет ни основания"));
}

/// R7 c: a repeat cites an earlier appeal with its sent reply; a clerk proposes, the head decides.
#[test]
fn a_repeat_is_proposed_by_a_clerk_and_decided_by_the_head() {
    let desk = desk();
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "clerk"]);
    letter(&desk, &json!({}));
    letter(&desk, &json!({}));
    let screen = ["screen", "2", "--ground", "repeat"];
    assert!(desk.refused(&screen).contains("прежнего ответа"));
    let cited = [&["--as", "petrov"], &screen[..], &["--earlier", "1", "--reason", "То же самое"]].concat();
    assert!(desk.refused(&cited).contains("не отправлялся"));
    answer(&desk, "1", true);
    desk.done(&cited);
    assert_eq!(queue(&desk, "screening")[0]["ground_stage"], "proposed");
    assert!(desk.done(&["list", "--queue", "screening"]).contains("ответ уже давался"));
    desk.done(&screen);
    let screening = &shown(&desk, "2")["screening"];
    assert_eq!(screening["note"], "То же самое", "the proposal's words stay: {screening}");
    assert_eq!(screening["earlier"]["number"], "ЭН1-И00001/26");
    assert_eq!(queue(&desk, "screening"), json!([]));
    let (_, spoken) = call(&desk, &json!({}));
    assert!(
        desk.refused(&["screen", spoken[0]["number"].as_str().unwrap(), "--ground", "abusive"])
            .contains("письменных")
    );
}

/// Forwarding and giving back: both with a reason.
#[test]
fn an_appeal_is_forwarded_taken_back_and_handed_back() {
    let desk = desk();
    letter(&desk, &json!({}));
    desk.done(&["forward", "1", "--to", "АО «Сети»", "--reason", "Их линия"]);
    assert_eq!(shown(&desk, "1")["forwarding"]["to"], "АО «Сети»");
    assert!(desk.refused(&["forward", "1", "--to", " ", "--reason", "x"]).contains("организацию"));
    desk.done(&["lift", "1", "--reason", "Наша линия"]);
    assert!(desk.refused(&["hand-back", "1", "--reason", "x"]).contains("ни у кого"));
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "executor"]);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить", "--with", "petrov"]);
    assert_eq!(shown(&desk, "1")["co_executors"], json!(["petrov"]));
    assert_eq!(
        desk.json(&["list", "--executor", "petrov", "--format", "json"])[0]["co_executors"][0],
        "petrov"
    );
    assert!(desk.done(&["hand-back", "1", "--reason", "Не моё"]).contains("Не моё"));
}

/// R15: requests to units and organisations have their own numbers and dates, and a queue.
#[test]
fn requests_go_to_units_and_organisations_and_their_answers_are_recorded() {
    let desk = desk();
    letter(&desk, &json!({}));
    desk.done(&["request", "1", "--to", "АО «Сети»", "--text", "Схема", "--expected", "2026-11-27"]);
    desk.done(&["request", "1", "--to", "цок-1", "--text", "Акт"]);
    desk.done(&["request", "1", "--to", "org:ЦОК-1", "--text", "Акт"]);
    let requests = shown(&desk, "1")["requests"].clone();
    assert_eq!((&requests[0]["organisation"], &requests[1]["unit"]), (&json!("АО «Сети»"), &json!("ЦОК-1")));
    assert_eq!(
        (&requests[2]["organisation"], &requests[0]["number"]),
        (&json!("ЦОК-1"), &json!("ЭН1-И00001/26"))
    );
    assert_eq!(queue(&desk, "requests")[0]["request_due"], "2026-11-23");
    assert!(desk.refused(&["request-answered", "1", "--gist", "x"]).contains("1, 2, 3"));
    desk.done(&["request-answered", "1", "1", "--gist", "Прислали"]);
    desk.done(&["request-answered", "1", "2", "--gist", "Прислали"]);
    desk.done(&["request-answered", "1", "--gist", "Прислали"]);
    assert_eq!(queue(&desk, "requests"), json!([]));
    assert!(desk.refused(&["request-answered", "1", "--gist", "x"]).contains("запроса нет"));
    assert!(desk.refused(&["request", "1", "--to", "unit:нет", "--text", "x"]).contains("нет"));
}

/// A call back has its queue; a call that reached nobody leaves it there.
#[test]
fn a_call_back_waits_in_its_queue_until_the_client_was_reached() {
    let desk = desk();
    let (code, told) = call(&desk, &json!({ "call_back": true }));
    assert_eq!(code, Some(0), "{told}");
    desk.done(&["called", "1", "--not-reached"]);
    assert_eq!(queue(&desk, "call_back").as_array().unwrap().len(), 1);
    assert_eq!(shown(&desk, "1")["call_back"]["tries"], 1);
    desk.done(&["called", "1", "--gist", "К вечеру"]);
    assert_eq!(queue(&desk, "call_back"), json!([]));
    assert!(desk.refused(&["called", "1"]).contains("не ждёт звонка"));
    let (_, told) = call(&desk, &json!({ "call_back": true, "client": { "anonymous": true } }));
    assert_eq!(told[0]["code"], "no-contact", "{told}");
}

/// A correction keeps the old value; where it moves the term it asks (readings, *Terms*).
#[test]
fn fields_are_corrected_with_a_reason_and_a_moved_term_is_asked_about() {
    let desk = desk();
    letter(&desk, &json!({}));
    desk.done(&["correct", "1", "gist=Долг", "address=", "phone=8 900 123-45-67", "--reason", "Описка"]);
    let whole = shown(&desk, "1");
    assert_eq!((&whole["gist"], &whole["client"]["phone"]), (&json!("Долг"), &json!("8 900 123-45-67")));
    assert!(whole["client"]["address"].is_null());
    let history = desk.done(&["history", "1"]);
    assert!(history.contains("Счёт → Долг") && history.contains("Описка"), "{history}");
    assert!(desk.refused(&["correct", "1", "gist=Долг", "--reason", "x"]).contains("ничего не меняет"));
    let wrong = desk.run(&["correct", "1", "colour=red", "--reason", "x"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("power_address"), "it names the fields: {}", wrong.err);
    let norm = "[[norm]]\nid = \"a\"\ntitle = { ru = \"Общая\", en = \"General\" }\ncount = 15\n\
        unit = \"calendar_days\"\nsource = \"x\"\n[[norm]]\nid = \"r\"\ntitle = { ru = \"Отзывы\", en = \"Reviews\" }\n\
        kinds = [\"review\"]\ncount = 5\nunit = \"calendar_days\"\nsource = \"x\"\n";
    let file = desk.file("norms.toml", norm);
    desk.done(&["load", "norms", &file]);
    letter(&desk, &json!({}));
    let review = ["correct", "2", "kind=review", "--reason", "Отзыв"];
    assert!(desk.refused(&review).contains("--confirm due-moves"));
    desk.done(&[&review[..], &["--confirm", "due-moves"]].concat());
    assert_eq!(shown(&desk, "2")["due"], "2026-11-28");
}

/// By what no letter would reach the client is refused wherever it is typed: at registering, correcting, lifting a ground.
#[test]
fn an_address_of_mail_and_a_telephone_are_judged_alike_wherever_they_are_given() {
    let desk = desk();
    for (field, wrong, code, said) in [
        ("email", "anna", "bad-email", "«anna» — не адрес почты"),
        ("email", "a@b.ru, c@d.ru", "bad-email", "не адрес почты"),
        ("phone", "нет", "bad-phone", "«нет» — не телефон"),
    ] {
        let (exit, told) = call(&desk, &json!({ "client": { "surname": "Ким", field: wrong } }));
        assert_eq!((exit, &told[0]["code"]), (Some(1), &json!(code)), "{told}");
        assert!(told[0]["refused"].as_str().unwrap().contains(said), "{told}");
    }
    letter(&desk, &json!({}));
    for (change, said) in [
        ("email=anna", "«anna» — не адрес почты"),
        ("phone=звонить вечером", "«звонить вечером» — не телефон"),
    ] {
        assert!(desk.refused(&["correct", "1", change, "--reason", "Описка"]).contains(said), "{change}");
    }
    desk.done(&[
        "correct",
        "1",
        "email=анна@почта.рф",
        "phone=22-33-44, 8 900 123-45-67",
        "--reason",
        "Описка",
    ]);
    let client = &shown(&desk, "1")["client"];
    assert_eq!(
        (&client["email"], &client["phone"]),
        (&json!("анна@почта.рф"), &json!("22-33-44, 8 900 123-45-67"))
    );
    let english = desk.run(&["--lang", "en", "correct", "1", "email=anna", "--reason", "x"]);
    assert!(english.err.contains("“anna” is no e-mail address"), "{}", english.err);
}

/// R23: a consultation is counted in a breath, belongs to the visit that goes on, and can be taken back.
#[test]
fn consultations_are_counted_within_a_visit_and_without_and_taken_back() {
    let desk = desk();
    let said = desk.done(&["consult", "--topic", "billing.recalculation", "--minutes", "3"]);
    let id = said.split_whitespace().nth(1).unwrap().to_owned();
    desk.done(&["visit", "start", "--waited", "12"]);
    desk.done(&["consult", "--topic", "billing.recalculation", "--client", "Ким"]);
    let ended = desk.done(&["visit", "end"]);
    assert!(ended.contains("12 минут"), "the time of waiting is said: {ended}");
    let list = desk.json(&["consult", "list", "--format", "json"]);
    let of = |channel: &str| {
        list.as_array().unwrap().iter().find(|one| one["channel"] == channel).unwrap().clone()
    };
    assert_eq!((&of("phone")["minutes"], &of("phone")["visit"]), (&json!(3), &Value::Null));
    assert!(of("in_person")["visit"].is_string() && of("in_person")["client"] == "Ким");
    desk.done(&["consult", "annul", &id]);
    assert!(desk.refused(&["consult", "annul", &id]).contains("уже отменена"));
    assert_eq!(desk.json(&["consult", "list", "--format", "json"]).as_array().unwrap().len(), 1);
    assert!(desk.refused(&["consult", "--topic", "нет"]).contains("нет"));
    assert_eq!(desk.run(&["consult"]).code, Some(2), "a topic is all it asks");
}

/// R30: books by hall; a hall without an open one is flagged.
#[test]
fn books_are_begun_closed_and_listed_with_the_halls_that_lack_one() {
    let desk = desk();
    let states = || {
        let list = desk.json(&["book", "list", "--format", "json"]);
        list.as_array().unwrap().iter().map(|book| book["state"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(states(), ["missing"]);
    desk.done(&["book", "open", "К-1", "--unit", "ЦОК-1", "--on", "2026-11-02"]);
    assert_eq!(states(), ["open"]);
    assert!(!desk.refused(&["book", "open", "К-1", "--unit", "ЦОК-1"]).is_empty());
    desk.done(&["book", "close", "К-1"]);
    assert_eq!(states(), ["closed", "missing"]);
    assert!(desk.done(&["--lang", "en", "book", "list"]).contains("no open book"));
    assert!(desk.refused(&["book", "close", "К-9"]).contains("К-9"));
}

/// A client known from an earlier appeal fills the next one; contacts from there are marked (readings).
#[test]
fn a_client_is_found_and_fills_the_next_appeal() {
    let desk = desk();
    letter(&desk, &json!({}));
    let same = json!({ "channel": "email", "kind": "enquiry", "gist": "Ещё", "client_of": "1" });
    let (code, told) = desk.register_json(&same);
    assert_eq!(code, Some(0), "{told}");
    let (first, second) = (shown(&desk, "1"), shown(&desk, "2"));
    assert_eq!(first["client_id"], second["client_id"]);
    assert_eq!(
        (&second["client"]["address"], &second["contacts_from_card"]),
        (&json!("г. Энск"), &json!(true))
    );
    desk.done(&[
        "register",
        "--channel",
        "phone",
        "--kind",
        "enquiry",
        "--gist",
        "x",
        "--client-of",
        "1",
        "--phone",
        "7-77-77",
    ]);
    let third = shown(&desk, "3");
    assert_eq!((&third["client"]["phone"], &third["contacts_from_card"]), (&json!("7-77-77"), &json!(false)));
    let found = desk.json(&["client", "find", "ким", "--format", "json"]);
    assert_eq!((found.as_array().unwrap().len(), &found[0]["client"]["phone"]), (1, &json!("7-77-77")));
    assert!(desk.refused(&["client", "find", "Щукин"]).contains("Ничего не найдено"));
    let history = desk.json(&["client", "history", "1", "--format", "json"]);
    assert_eq!(history.as_array().unwrap().len(), 3);
    assert!(desk.refused(&["client", "history", "99"]).contains("99"));
}

/// Each question is answered before closing, on the spot too; all of them unless it is said otherwise.
#[test]
fn every_question_is_answered_before_an_oral_answer_closes() {
    let desk = desk();
    let asked = json!({ "questions": ["Когда?", "Кто?"] });
    call(&desk, &asked);
    assert!(desk.refused(&["answered", "1", "--gist", "x", "--answers", "1"]).contains('2'));
    desk.done(&["answered", "1", "--gist", "К вечеру, мастер"]);
    assert_eq!(shown(&desk, "1")["questions"][1]["answered"], true);
    let spot = |answers: Value| {
        call(&desk, &json!({ "questions": ["Когда?", "Кто?"], "answered_on_spot": answers }))
    };
    assert_eq!(spot(json!({ "gist": "К вечеру", "answers": [1] })).1[0]["code"], "questions-left");
    assert_eq!(spot(json!({ "gist": "К вечеру, мастер" })).0, Some(0));
}

/// A head moves a paper journal's registration over, by its own date, with a confirmation (readings).
#[test]
fn a_registration_from_a_paper_journal_is_back_dated_by_a_head_alone() {
    let desk = desk();
    let paper = [
        "register",
        "--channel",
        "letter",
        "--kind",
        "complaint",
        "--surname",
        "Ким",
        "--address",
        "Энск",
        "--gist",
        "x",
        "--paper-number",
        "Ж-15",
        "--paper-on",
        "2026-11-18",
    ];
    assert!(desk.refused(&paper).contains("--confirm back-dated"));
    let paper = [&paper[..], &["--confirm", "back-dated"]].concat();
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "clerk"]);
    assert!(desk.refused(&[&["--as", "petrov"], &paper[..]].concat()).contains("руководитель"));
    desk.done(&paper);
    let whole = shown(&desk, "1");
    assert_eq!((&whole["registered"], &whole["due"]), (&json!("2026-11-18"), &json!("2026-12-03")));
    assert_eq!(whole["paper"], json!({ "number": "Ж-15", "on": "2026-11-18" }));
}

/// What is signed and not sent has a clock of one working day.
#[test]
fn a_signed_letter_says_by_when_it_must_be_sent_and_whether_it_is_late() {
    let desk = desk();
    letter(&desk, &json!({}));
    answer(&desk, "1", false);
    let unsent = queue(&desk, "unsent");
    assert_eq!((&unsent[0]["send_by"], &unsent[0]["send_late"]), (&json!("2026-11-24"), &json!(false)));
    let late = ["list", "--queue", "unsent", "--as-of", "2026-11-25"];
    assert!(desk.done(&late).contains("просрочена отправка"));
    assert_eq!(desk.json(&[&late[..], &["--format", "json"]].concat())[0]["send_late"], true);
}

/// Numbers that the chancery gives are typed; a deputy is named from a day to a day.
#[test]
fn typed_numbers_and_deputies_are_kept_by_the_office() {
    let desk = desk();
    desk.done(&["office", "change", "--outgoing-at", "typed"]);
    letter(&desk, &json!({}));
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("answer.txt", "Пересчитано.");
    desk.done(&["reply", "1", "--text", &text, "--final", "--signatory", "ivanova"]);
    assert!(desk.refused(&["sign", "1"]).contains("введите номер"));
    desk.done(&["sign", "1", "--number", "К-77/1"]);
    assert_eq!(shown(&desk, "1")["replies"][0]["number"], "К-77/1");
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "clerk"]);
    let deputy = ["staff", "change", "petrov", "--deputy-for", "ivanova", "--duty", "head"];
    assert_eq!(desk.run(&deputy).code, Some(2), "until when?");
    assert_eq!(desk.run(&[&deputy[..], &["--to", "2026-11-01"]].concat()).code, Some(1));
    desk.done(&[&deputy[..], &["--to", "2026-12-01"]].concat());
    assert!(desk.done(&["staff", "list"]).contains("23.11.2026–01.12.2026 · руководитель · Ива"));
    desk.done(&["staff", "change", "petrov", "--no-deputy"]);
    let staff = desk.json(&["staff", "list", "--format", "json"]);
    assert!(staff.as_array().unwrap().iter().all(|person| person["deputises"] == json!([])));
}

/// A unit with a register of its own answers by itself; its result is recorded by hand.
#[test]
fn the_result_of_an_external_unit_closes_the_appeal() {
    let desk = desk();
    desk.done(&["unit", "add", "ТО-2"]);
    desk.done(&["unit", "change", "ТО-2", "--external"]);
    letter(&desk, &json!({}));
    let result = ["result", "1", "--number", "ТО-5", "--gist", "Пересчитали"];
    assert!(desk.refused(&result).contains("подразделению со своей базой"));
    desk.done(&["route", "1", "--to", "ТО-2", "--resolution", "x", "--override", "Их участок"]);
    desk.done(&result);
    assert_eq!(shown(&desk, "1")["stage"], "closed");
}

/// `due` says why the strictest norm wins, what a missing calendar means, and the norms by the clock.
#[test]
fn a_term_explains_the_strictest_norm_a_missing_year_and_the_clock() {
    let desk = desk();
    let norm = "[[norm]]\nid = \"a\"\ntitle = { ru = \"Общая\", en = \"General\" }\ncount = 15\n\
        unit = \"calendar_days\"\nsource = \"x\"\n[[norm]]\nid = \"w\"\ntitle = { ru = \"Быстрая\", en = \"Fast\" }\n\
        count = 3\nunit = \"working_days\"\nsource = \"x\"\n[[norm]]\nid = \"c\"\nmeasures = \"call_back\"\n\
        title = { ru = \"Звонок\", en = \"Call\" }\ncount = 4\nunit = \"hours\"\nsource = \"x\"\n";
    let file = desk.file("norms.toml", norm);
    desk.done(&["load", "norms", &file]);
    let asked = ["due", "--channel", "phone", "--on", "2030-03-04"];
    let said = desk.done(&asked);
    for part in ["самая строгая", "«Быстрая»", "предварительный", "2030", "4 часа"]
    {
        assert!(said.contains(part), "{part} in:\n{said}");
    }
    assert!(desk.done(&[&["--lang", "en"], &asked[..]].concat()).contains("provisional"));
    let answer = desk.json(&[&asked[..], &["--format", "json"]].concat());
    assert_eq!((&answer["norm"], &answer["missing_years"]), (&json!("w"), &json!([2030])));
    assert_eq!(
        (&answer["by_clock"][0]["measure"], &answer["also"][0]["norm"]),
        (&json!("call_back"), &json!("a"))
    );
    assert!(desk.refused(&["due", "--channel", "phone", "--topic", "нет"]).contains("нет"));
}

/// Promise 4: one's own last step is taken back by a new fact; another's is not.
#[test]
fn a_last_step_is_taken_back_by_its_own_person() {
    let desk = desk();
    letter(&desk, &json!({}));
    assert!(desk.refused(&["undo", "1"]).contains("аннулируют"));
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--role", "head"]);
    assert!(desk.refused(&["undo", "1", "--as", "petrov"]).contains("отменяют только свой"));
    desk.done(&["undo", "1", "--reason", "Не тому"]);
    assert_eq!(shown(&desk, "1")["stage"], "registered");
    assert!(desk.done(&["history", "1"]).contains("Не тому"));
}

/// Promise 2: every paper of one letter says the same, in whatever form and at whatever stage it is made.
#[test]
fn a_letter_on_paper_says_what_its_final_said_until_it_was_returned() {
    let desk = desk();
    let anna = json!({ "surname": "Ким", "given": "Анна", "patronymic": "Павловна", "address": "г. Энск" });
    letter(&desk, &json!({ "client": anna, "sender_number": "17/2", "sender_date": "2026-11-18" }));
    desk.done(&["staff", "change", "ivanova", "--phone", "1", "--position", "Начальник", "--sign"]);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("answer.txt", "Пересчитано.");
    desk.done(&["reply", "1", "--template", "reply", "--text", &text, "--final", "--signatory", "ivanova"]);
    let paper = |name: &str| {
        let path = desk.folder().join(name);
        desk.done(&["reply", "1", "--out", path.to_str().unwrap()]);
        String::from_utf8_lossy(&std::fs::read(&path).unwrap()).replace('\u{a0}', " ")
    };
    let final_ = paper("final.txt");
    assert!(final_.contains("17/2"), "{final_}");
    let mend = ["correct", "1", "sender_number=999/9", "given=Ольга", "--reason", "Описка"];
    assert!(desk.refused(&mend).contains("otklik return"));
    desk.done(&["office", "change", "--phone", "8 (800) 000-00-00"]);
    desk.done(&["sign", "1"]);
    let signed = paper("signed.txt");
    for part in ["17/2", "Анна"] {
        assert_eq!(final_.contains(part), signed.contains(part), "{part} in:\n{signed}");
    }
    assert!(!signed.contains("000-00-00"), "the letterhead is the final's:\n{signed}");
    desk.done(&["return", "1", "--remark", "Имя"]);
    desk.done(&mend);
    desk.done(&["reply", "1", "--template", "reply", "--text", &text, "--final", "--signatory", "ivanova"]);
    let again = paper("again.txt");
    assert!(again.contains("999/9") && again.contains("000-00-00") && !again.contains("17/2"), "{again}");
    assert_eq!(shown(&desk, "1")["annulled_numbers"], json!(["ЭН1-И00001/26"]));
}

/// R13, promise 4: what a mistaken correction took is back, and the question before it can be answered.
#[test]
fn a_correction_is_taken_back_with_the_term_it_moved() {
    let desk = desk();
    let email =
        json!({ "channel": "email", "kind": "enquiry", "client": { "surname": "Юй", "email": "a@b.ru" } });
    letter(&desk, &email);
    desk.done(&["staff", "change", "ivanova", "--phone", "1", "--position", "Начальник", "--sign"]);
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить", "--override", "По указанию"]);
    let text = desk.file("why.txt", "Ждём данные сетевой организации.");
    desk.done(&[
        "reply",
        "1",
        "--kind",
        "interim",
        "--days",
        "10",
        "--text",
        &text,
        "--final",
        "--signatory",
        "ivanova",
    ]);
    desk.done(&["sign", "1"]);
    desk.done(&["sent", "1", "--channel", "email"]);
    desk.done(&["extend", "1", "--days", "10", "--reason", "Ждём данные"]);
    let due = shown(&desk, "1")["due"].clone();
    let post = ["correct", "1", "channel=letter_post", "--reason", "Описка"];
    assert!(desk.refused(&post).contains("сдвигает срок"));
    desk.done(&[&post[..], &["--confirm", "due-moves"]].concat());
    assert_ne!(shown(&desk, "1")["due"], due);
    assert!(desk.refused(&["undo", "1"]).contains("сдвигает срок"));
    desk.done(&["undo", "1", "--confirm", "due-moves"]);
    assert_eq!(shown(&desk, "1")["due"], due);
    assert!(desk.done(&["history", "1"]).contains("исправление отменено"));
}
