//! Letters of real appeals: the notices that grounds and forwarding ask for, the receipt, numbers given to finals, and a
//! deputy's signature. What stands on paper is read back with poppler.

#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

use std::path::Path;
use std::process::Command;

use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, EarlierReply, FirstDay, Seen};
use otklik::i18n::{Language, Words};
use otklik::letters::compose::Composer;
use otklik::letters::deliver::{Form, bytes};
use otklik::letters::document::Document;
use otklik::letters::frame::Frame;
use otklik::letters::template::{Kind as TemplateKind, Library};
use otklik::register::Randomness;
use otklik::standard::appeal::{Appeal, Channel, Kind, Outcome, PowerQuality};
use otklik::standard::client::{Client, Identity, Representative};
use otklik::standard::decide::{Draft, OfficeCommand, Registration, Routing, Target};
use otklik::standard::number::OutgoingAt;
use otklik::standard::office::{
    Deputising, Duty, FullName, Login, OfficeDetails, Role, StaffMember, UnitCode,
};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::Refusal;
use otklik::standard::reply::{NoticeOf, Purpose, Reply, ReplyBy, ReplyId, SignedBy};
use otklik::standard::screening::Ground;

const NOW: &str = "2026-11-24T14:05:00+03:00";

/// A desk, the folder its register lies in, and the words of letters.
struct Office {
    desk: Desk,
    folder: tempfile::TempDir,
    words: Words,
    library: Library,
}

fn none() -> Confirmed {
    Confirmed::new()
}

impl Office {
    /// Иванова, who may do everything.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let day = FirstDay {
            office: "АО «ЭнскЭнерго»".to_owned(),
            code: Some("ЭН1".to_owned()),
            unit: "ЦОК".to_owned(),
            person: "Иванова Анна Петровна".to_owned(),
            login: Some("ivanova".to_owned()),
            position: "Начальник центра".to_owned(),
            phone: Some("+7 3822 11-22-33".to_owned()),
            signs: true,
            ..FirstDay::default()
        };
        let clock = Clock::Set(NOW.parse().unwrap());
        let register = folder.path().join("otklik.db");
        let desk = Desk::begin_by(&register, clock, &day, Randomness::seeded(1)).unwrap();
        let (library, broken) = Library::load(None);
        assert_eq!(broken, []);
        Self { desk, folder, words: Words::new(Language::Ru), library }
    }

    fn details(&mut self, change: impl FnOnce(OfficeDetails) -> OfficeDetails) {
        let details = change(self.desk.office().details.clone());
        self.desk.change_office(OfficeCommand::Change(details), &none()).unwrap();
    }

    fn register(&mut self, form: Registration) -> Appeal {
        self.desk.register_appeal(form, &none()).unwrap().appeal
    }

    fn with_executor(&mut self, form: Registration) -> Appeal {
        let appeal = self.register(form);
        let routing = Routing {
            target: Target::Executor(Login("ivanova".to_owned())),
            resolution: Some("Ответить".to_owned()),
            inner_due: None,
            override_reason: Some("Сама".to_owned()),
            co_executors: std::collections::BTreeSet::default(),
        };
        self.desk.route(Seen::from(&appeal), &routing, &none()).unwrap()
    }

    /// Drafts the letter that closes the appeal by its own template.
    fn drafted(&mut self, appeal: &Appeal, text: &str) -> Appeal {
        let purpose = appeal.closing_purpose();
        let template = self.library.offered(TemplateKind::of(purpose), appeal.into())[0];
        let composer = Composer { office: self.desk.office(), words: &self.words };
        let mut draft = composer.draft(appeal, Some(template), purpose, text).unwrap();
        draft.answers = (1..).zip(&appeal.content.questions).map(|(place, _)| place).collect();
        self.desk.draft_reply(Seen::from(appeal), draft, &none()).unwrap()
    }

    fn finalised(&mut self, appeal: &Appeal, signatory: &str) -> Appeal {
        let id = newest(appeal);
        self.desk.finalise_reply(Seen::from(appeal), id, &Login(signatory.to_owned()), &none()).unwrap()
    }

    fn with_draft(&mut self, appeal: &Appeal, draft: Draft) -> Appeal {
        self.desk.draft_reply(Seen::from(appeal), draft, &none()).unwrap()
    }

    fn sent(&mut self, appeal: &Appeal) -> Appeal {
        let id = newest(appeal);
        let appeal =
            self.desk.sign_reply(Seen::from(appeal), id, None, SignedBy::Ink, None, &none()).unwrap();
        self.desk.send_reply(Seen::from(&appeal), id, ReplyBy::Post, None, &none()).unwrap()
    }

    fn letter(&self, appeal: &Appeal) -> Document {
        let composer = Composer { office: self.desk.office(), words: &self.words };
        composer.reply(appeal, appeal.reply(newest(appeal)).unwrap())
    }

    fn receipt(&self, appeal: &Appeal) -> Document {
        Composer { office: self.desk.office(), words: &self.words }.receipt(appeal, &self.library).unwrap()
    }

    /// The text of a paper as a reader finds it, in one line.
    fn paper(&self, name: &str, document: &Document) -> String {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("owed-{name}.pdf"));
        std::fs::write(&path, bytes(document, Form::Pdf, self.desk.now()).unwrap()).unwrap();
        let out = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().expect("poppler-utils");
        assert!(out.status.success());
        let text = String::from_utf8(out.stdout).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn newest(appeal: &Appeal) -> ReplyId {
    appeal.replies.last().unwrap().id
}

fn letter(gist: &str) -> Registration {
    let client = Client {
        identity: Identity::Person {
            surname: "Ёлкина".to_owned(),
            given: Some("Анна".to_owned()),
            patronymic: Some("Петровна".to_owned()),
        },
        address: Some("ул. Ленина, д. 5, кв. 12, г. Энск, 634000".to_owned()),
        phone: Some("+7 900 123-45-67".to_owned()),
        ..Client::anonymous()
    };
    Registration {
        gist: Some(gist.to_owned()),
        ..Registration::new(Channel::LetterPost, Kind::Complaint, UnitCode("ЦОК".to_owned()), client)
    }
}

/// What the executor wrote into a reply, without the template's words around it.
fn own_words(reply: &Reply, words: &Words) -> Vec<String> {
    let (frame, text) = Frame::of(reply, words);
    let own = Frame::new(&frame.unwrap(), reply.purpose, words).own_words(&text).unwrap();
    own.iter().map(|own| own.words().to_owned()).collect()
}

fn has(text: &str, part: &str) {
    let essence = |text: &str| text.replace([' ', '-'], "");
    assert!(essence(text).contains(&essence(part)), "{part}\nin: {text}");
}

/// R7 (c): the notice cites the sent reply by its number and date; sending it closes the appeal.
#[test]
fn a_repeat_is_told_of_the_reply_that_was_sent_before() {
    let mut office = Office::new();
    let first = office.with_executor(letter("Перерасчёт за октябрь"));
    let first = office.drafted(&first, "Пересчитано: 412 руб. возвращены.");
    let first = office.finalised(&first, "ivanova");
    let first = office.sent(&first);

    let again = office.with_executor(letter("Снова о перерасчёте"));
    let cited = EarlierReply::Appeal(first.id);
    let again = office
        .desk
        .screen(Seen::from(&again), Ground::Repeat, "Новых доводов нет", Some(&cited), &none())
        .unwrap();
    assert_eq!(again.closing_purpose(), Purpose::Notice { about: NoticeOf::EarlierReply });
    let again = office.drafted(&again, "");
    assert_eq!(own_words(again.replies.last().unwrap(), &office.words), [""; 0]);
    let again = office.finalised(&again, "ivanova");
    let text = office.paper("earlier", &office.letter(&again));
    for part in [
        "О предоставленном ранее ответе",
        "№ ЭН1-И00001/26 от 24.11.2026, на обращение № ЭН1-000001/26",
        "Новых доводов или обстоятельств",
        "Иванова Анна Петровна",
        "+7 3822 11-22-33",
        "Начальник центра",
    ] {
        has(&text, part);
    }
    let again = office.sent(&again);
    assert_eq!(again.closing.unwrap().outcome, Outcome::NoticeSent);
}

/// R7 (d): the notice says why there is no answer, and what the executor added stands in it and is found again.
#[test]
fn a_trade_secret_has_its_notice_with_the_executors_addition() {
    let mut office = Office::new();
    let appeal = office.with_executor(letter("Цена закупки"));
    let appeal =
        office.desk.screen(Seen::from(&appeal), Ground::TradeSecret, "Договор", None, &none()).unwrap();
    let appeal = office.drafted(&appeal, "Тарифы опубликованы на сайте.");
    assert_eq!(own_words(appeal.replies.last().unwrap(), &office.words), ["Тарифы опубликованы на сайте."]);
    let text = office.paper("secret-draft", &office.letter(&appeal));
    has(&text, "ПРОЕКТ");
    let appeal = office.finalised(&appeal, "ivanova");
    let text = office.paper("secret", &office.letter(&appeal));
    has(&text, "уведомляем о невозможности предоставить ответ на данный вопрос");
    has(&text, "сведений, составляющих коммерческую тайну. Тарифы опубликованы на сайте.");
}

/// R7, forwarding: the client is told to whom the appeal went, and not what the office wrote down for itself; an answer is
/// refused meanwhile.
#[test]
fn what_was_forwarded_has_a_notice_that_names_the_organisation() {
    let mut office = Office::new();
    let appeal = office.with_executor(letter("Наклонилась опора"));
    let to = "ПАО «Энские распределительные сети»";
    let appeal = office
        .desk
        .forward(Seen::from(&appeal), to, "Опору обслуживает сетевая организация.", &none())
        .unwrap();
    let answer = office.library.get("reply").unwrap();
    let composer = Composer { office: office.desk.office(), words: &office.words };
    let draft = composer.draft(&appeal, Some(answer), Purpose::Answer, "Опору поправим.").unwrap();
    let refused = office.desk.draft_reply(Seen::from(&appeal), draft, &none()).unwrap_err();
    assert!(format!("{refused:?}").contains("OtherLetterDue"), "{refused:?}");
    let appeal = office.drafted(&appeal, "");
    let appeal = office.finalised(&appeal, "ivanova");
    let text = office.paper("forwarding", &office.letter(&appeal));
    has(&text, &format!("по принадлежности: {to}. Ответ"));
    assert!(!text.contains("Причина") && !text.contains("Опору обслуживает"), "{text}");
    let appeal = office.sent(&appeal);
    assert_eq!(appeal.closing.unwrap().outcome, Outcome::Forwarded);
}

/// R6: a place nobody could fill keeps a notice from becoming final, and is named in words.
#[test]
fn a_notice_with_an_open_place_does_not_become_final() {
    let mut office = Office::new();
    let appeal = office.with_executor(letter("Цена закупки"));
    let appeal =
        office.desk.screen(Seen::from(&appeal), Ground::TradeSecret, "Договор", None, &none()).unwrap();
    let template = office.library.get("notice_earlier").unwrap();
    let composer = Composer { office: office.desk.office(), words: &office.words };
    let draft = composer.draft(&appeal, Some(template), appeal.closing_purpose(), "").unwrap();
    assert!(draft.text.contains("‹номер прежнего ответа›"), "{}", draft.text);
    let appeal = office.desk.draft_reply(Seen::from(&appeal), draft, &none()).unwrap();
    let id = newest(&appeal);
    let refused = office
        .desk
        .finalise_reply(Seen::from(&appeal), id, &Login("ivanova".to_owned()), &none())
        .unwrap_err();
    match refused {
        otklik::desk::DeskError::Refused(Refusal::Unfilled(places)) => {
            assert_eq!(places, ["номер прежнего ответа", "дата прежнего ответа"]);
        }
        other => panic!("{other:?}"),
    }
}

/// Readings, *Replies*: `at_final` gives number and date before the signature, and the paper bears them.
#[test]
fn a_final_has_its_number_and_date_where_the_office_gives_them_to_finals() {
    let mut office = Office::new();
    office.details(|details| OfficeDetails { outgoing_at: OutgoingAt::Final, ..details });
    let appeal = office.with_executor(letter("Перерасчёт"));
    let appeal = office.drafted(&appeal, "Пересчитано.");
    let draft = office.paper("numbered-draft", &office.letter(&appeal));
    has(&draft, "____ № ____");
    let appeal = office.finalised(&appeal, "ivanova");
    let text = office.paper("numbered", &office.letter(&appeal));
    has(&text, "24.11.2026 № ЭН1-И00001/26");
}

/// Readings, *Replies*: a deputy signs under his own title, which begins the line and so with a capital.
#[test]
fn a_deputy_signs_under_his_own_title() {
    let mut office = Office::new();
    let today = office.desk.today();
    office
        .desk
        .change_office(
            OfficeCommand::AddPerson(StaffMember {
                login: Login("petrov".to_owned()),
                name: Personal::Known(FullName::parse("Петров Илья Сергеевич").unwrap()),
                unit: UnitCode("ЦОК".to_owned()),
                position: "старший специалист".to_owned(),
                phone: None,
                email: None,
                roles: [Role::Executor].into(),
                signing: None,
                os_user: None,
                deputises: vec![Deputising {
                    of: Login("ivanova".to_owned()),
                    duty: Duty::Signatory,
                    from: today,
                    to: today,
                }],
                retired: None,
            }),
            &none(),
        )
        .unwrap();
    let appeal = office.with_executor(letter("Перерасчёт"));
    let appeal = office.drafted(&appeal, "Пересчитано.");
    let appeal = office.finalised(&appeal, "petrov");
    let text = office.paper("deputy", &office.letter(&appeal));
    has(&text, "Старший специалист И. С. Петров");
    assert!(!text.contains("Начальник центра"), "{text}");
}

/// R15, R19: the receipt names what was taken, what is missing and what is still to be told, and that it is free.
#[test]
fn a_receipt_says_what_is_missing_and_what_is_to_be_told() {
    let mut office = Office::new();
    let mut form = letter("Скачки напряжения");
    let power = office.desk.office().topics.iter().find(|topic| topic.power).unwrap().code.clone();
    form.topic = Some(power);
    form.client.representative =
        Some(Representative {
            name: "Сидоров Пётр".to_owned(), proxy_number: None, proxy_date: None
        });
    form.documents = ["passport".to_owned()].into();
    form.power =
        Some(PowerQuality { time: Some("по вечерам".to_owned()), ..PowerQuality::default() });
    let appeal = office.register(form);
    let text = office.paper("receipt", &office.receipt(&appeal));
    for part in [
        "Приняты документы паспорт",
        "доверенность",
        "Недостающие документы",
        "направлен почтой не позднее 09.12.2026",
        "Принял(а): Начальник центра __________ А. П. Иванова",
        "Сообщите адрес энергопринимающего устройства; номер договора энергоснабжения",
        "Обращение рассматривается бесплатно",
        "Ответ не позднее",
    ] {
        has(&text, part);
    }
    assert!(!text.contains("когда нарушено"), "{text}");
    assert!(!text.contains("Перезвоним"), "{text}");
}

/// R19, R21: the receipt says how the answer will reach the client, whichever way they chose.
#[test]
fn a_receipt_promises_the_answer_by_each_way_in_a_whole_sentence() {
    let mut office = Office::new();
    let by =
        |by, client: Client| Registration { reply_wish: Some(by), client, ..letter("Нет света") };
    let client = Client { email: Some("anna@example.org".to_owned()), ..letter("").client };
    for (way, said) in [
        (ReplyBy::Post, "Ответ будет направлен почтой не позднее 09.12.2026."),
        (ReplyBy::Email, "Ответ будет направлен по электронной почте не позднее 09.12.2026."),
        (ReplyBy::Phone, "Ответ будет дан по телефону не позднее 09.12.2026."),
        (ReplyBy::InPerson, "Ответ будет вручён лично не позднее 09.12.2026."),
        (ReplyBy::Pickup, "Ответ будет готов к выдаче не позднее 09.12.2026."),
    ] {
        let appeal = office.register(by(way, client.clone()));
        has(&office.paper("receipt-way", &office.receipt(&appeal)), said);
    }
}

/// R13: the reason stands behind a colon, and its sentence ends once, whatever was typed; so does one that ends with «г.».
#[test]
fn a_sentence_of_a_letter_ends_once_whatever_was_typed_in_its_place() {
    let mut office = Office::new();
    let appeal = office.register(Registration { channel: Channel::Email, ..letter("Долг 500 руб.") });
    let composer = Composer { office: office.desk.office(), words: &office.words };
    let purpose = Purpose::Interim { days: 10 };
    let interim = office.library.get("interim");
    for typed in ["нужна сверка платежей", "нужна сверка платежей.", " нужна сверка платежей.\n"]
    {
        let draft = composer.draft(&appeal, interim, purpose, typed).unwrap();
        let said = "требуется дополнительное время: нужна сверка платежей.\nСрок";
        assert!(draft.text.contains(said), "{}", draft.text);
        assert!(draft.text.contains("(«Долг 500 руб.») находится на рассмотрении."), "{}", draft.text);
    }
    let template = office.library.get("readings_accepted");
    let mut draft = composer.draft(&appeal, template, Purpose::Answer, "Принято 04512.").unwrap();
    draft.text = draft.text.replace("‹месяц и год›", "ноябрь 2026 г.");
    assert!(draft.text.contains("ноябрь 2026 г.."), "as it was typed");
    let appeal = office.with_draft(&appeal, draft);
    let text = office.paper("stops", &office.letter(&appeal));
    has(&text, "за ноябрь 2026 г. В случае");
    assert!(!text.contains(".."), "{text}");
}

/// A promised call stands on the receipt with the telephone.
#[test]
fn a_receipt_promises_the_call_that_was_promised() {
    let mut office = Office::new();
    let form = Registration { channel: Channel::Phone, call_back: true, ..letter("Нет света") };
    let appeal = office.register(form);
    let text = office.paper("receipt-call", &office.receipt(&appeal));
    has(&text, "Перезвоним +7 900 123-45-67");
    assert!(office.folder.path().exists());
}
