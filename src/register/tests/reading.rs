use super::*;
use crate::standard::fact::{VisitEnded, VisitEvent, VisitStarted};
use crate::standard::number::OutgoingNumber;
use crate::standard::reply::{
    Finalised, Frozen, LetterPerson, Purpose, Reply, ReplyId, ReplyStage, Signature, SignedBy,
};
use crate::standard::shows::Shows;
use crate::standard::visit::Visit;

/// Tuesday 24 November 2026; Friday 27 is due by Sunday 29.
fn days() -> Days {
    Days { today: day("2026-11-24"), today_until: day("2026-11-24"), soon_until: day("2026-11-27") }
}

fn serials(desk: &Desk, queue: Queue, filter: &Filter) -> Vec<u32> {
    let lines = desk.register.queue(queue, days(), filter, Part::First, 100).unwrap();
    lines.into_iter().map(|placed| placed.line.number.serial).collect()
}

fn by_executor(login: &str) -> Filter {
    Filter { executor: Some(Login(login.into())), ..Filter::default() }
}

#[test]
fn each_appeal_stands_in_the_queues_that_its_days_and_its_holder_call_for() {
    let mut desk = Desk::new();
    desk.register("2026-11-25", person("Скоров"));
    let mut overdue = desk.register("2026-11-23", person("Опоздалов"));
    desk.add(&mut overdue, routed("billing", "petrov"));
    desk.register("2026-11-24", person("Сегоднев"));
    desk.register("2026-11-30", person("Нескоров"));
    let mut over = desk.register("2026-11-20", person("Закрытов"));
    desk.add(&mut over, closed());
    let all = Filter::default();
    assert_eq!(serials(&desk, Queue::Overdue, &all), [2]);
    assert_eq!(serials(&desk, Queue::Today, &all), [3]);
    assert_eq!(serials(&desk, Queue::Soon, &all), [1]);
    assert_eq!(serials(&desk, Queue::New, &all), [3, 1, 4]);
    assert_eq!(serials(&desk, Queue::Unassigned, &all), [3, 1, 4]);
    assert_eq!(serials(&desk, Queue::Unsent, &all), [0; 0]);
    assert_eq!(serials(&desk, Queue::Open, &all), [2, 3, 1, 4]);
    assert_eq!(serials(&desk, Queue::All, &all), [5, 4, 3, 2, 1]);
    assert_eq!(serials(&desk, Queue::Open, &by_executor("petrov")), [2]);
    assert_eq!(serials(&desk, Queue::Overdue, &by_executor("sidorova")), [0; 0]);
    let unit = Filter { unit: Some(UnitCode("billing".into())), ..Filter::default() };
    assert_eq!(serials(&desk, Queue::Open, &unit), [2]);
    let ordered = |order| Filter { order: Some(order), ..Filter::default() };
    assert_eq!(serials(&desk, Queue::Open, &ordered(Order::Newest)), [4, 3, 2, 1]);
    assert_eq!(serials(&desk, Queue::Open, &ordered(Order::Oldest)), [1, 2, 3, 4]);
    let group = Filter { topic: Some("billing".into()), ..Filter::default() };
    assert_eq!(serials(&desk, Queue::Open, &group), [2, 3, 1, 4]);
    let letters =
        Filter { channel: Some(Channel::LetterPost), kind: Some(Kind::Complaint), ..Filter::default() };
    assert_eq!(serials(&desk, Queue::Open, &letters), [2, 3, 1, 4]);
    for other in [
        Filter { channel: Some(Channel::Fax), ..Filter::default() },
        Filter { kind: Some(Kind::Review), ..Filter::default() },
        Filter { topic: Some("meters".into()), ..Filter::default() },
        Filter { topic: Some("bill".into()), ..Filter::default() },
    ] {
        assert_eq!(serials(&desk, Queue::Open, &other), [0; 0], "{other:?}");
        assert_eq!(desk.register.counts(days(), &other).unwrap(), Counts::default());
    }
    let counts = desk.register.counts(days(), &all).unwrap();
    assert_eq!(
        counts,
        Counts {
            overdue: 1,
            today: 1,
            soon: 1,
            new: 3,
            unassigned: 3,
            unsent: 0,
            open: 4,
            ..Counts::default()
        }
    );
    let counts = desk.register.counts(days(), &by_executor("petrov")).unwrap();
    assert_eq!(counts, Counts { overdue: 1, open: 1, ..Counts::default() });
}

#[test]
fn on_the_last_working_day_what_falls_due_on_the_days_off_is_due_today() {
    let mut desk = Desk::new();
    desk.register("2026-11-29", person("Воскресный"));
    desk.register("2026-11-30", person("Понедельный"));
    let friday =
        Days { today: day("2026-11-27"), today_until: day("2026-11-29"), soon_until: day("2026-12-02") };
    let counts = desk.register.counts(friday, &Filter::default()).unwrap();
    assert_eq!((counts.overdue, counts.today, counts.soon), (0, 1, 1));
}

#[test]
fn an_inner_due_day_moves_an_appeal_forward_in_the_queue_and_never_makes_it_overdue() {
    let mut desk = Desk::new();
    desk.register("2026-11-26", person("Первый"));
    let mut hurried = desk.register("2026-12-08", person("Второй"));
    let AppealEvent::Routed(mut order) = routed("billing", "petrov") else { unreachable!() };
    order.inner_due = Some(day("2026-11-20"));
    desk.add(&mut hurried, AppealEvent::Routed(order));
    assert_eq!(serials(&desk, Queue::Open, &Filter::default()), [2, 1]);
    assert_eq!(serials(&desk, Queue::Overdue, &Filter::default()), [0; 0]);
    assert_eq!(serials(&desk, Queue::Today, &Filter::default()), [2]);
}

#[test]
fn a_signed_reply_that_was_not_sent_is_seen() {
    let mut desk = Desk::new();
    let mut appeal = desk.register("2026-12-08", person("Ёлкина"));
    let who = |login: &str| Login(login.into());
    let details = LetterPerson {
        name: "П".into(),
        signs_as: "П".into(),
        position: "инженер".into(),
        phone: "1".into(),
    };
    let frozen = Finalised {
        executor: who("petrov"),
        executor_details: Personal::Known(details.clone()),
        signatory: who("head"),
        signatory_details: Personal::Known(details),
        number: None,
        dated: None,
        letterhead: None,
    };
    let shows = Shows::of(appeal.client.known(), &appeal.content);
    let frozen = Frozen { finalised: frozen, shows };
    let number = OutgoingNumber::Given(Number { text: "ЭН1-И00731/26".into(), serial: 731, year: 2026 });
    let signature =
        Signature { number, on: day("2026-11-23"), way: SignedBy::Ink, entered_by: who("petrov") };
    let text = || Personal::Known("Текст".to_owned());
    appeal.replies.push(Reply {
        id: ReplyId(1),
        purpose: Purpose::Answer,
        template: None,
        heading: text(),
        addressee: text(),
        text: text(),
        answers: BTreeSet::new(),
        annulled_numbers: vec![],
        remarks: vec![],
        printed: 0,
        papers: Vec::new(),
        stage: ReplyStage::Signed(frozen, signature),
    });
    desk.register.write(|tx| tx.save_appeal(&appeal)).unwrap();
    assert_eq!(serials(&desk, Queue::Unsent, &Filter::default()), [1]);
    assert_eq!(desk.register.line(appeal.id).unwrap().unwrap().unsent_since, Some(day("2026-11-23")));
    assert_eq!(desk.register.counts(days(), &Filter::default()).unwrap().unsent, 1);
    // It is found by the number on it, whole or from its own part on, and not by its year.
    let by_letter = |typed: &str| found(&desk, typed).iter().any(|(by, _)| *by == FoundBy::Letter);
    assert_eq!(["И00731", "ЭН1-И00731/26", "и731", "26"].map(by_letter), [true, true, false, false]);
    // Before it was signed it waited for whoever is to sign.
    let ReplyStage::Signed(frozen, _) = appeal.replies[0].stage.clone() else { panic!("signed") };
    let signatory = frozen.finalised.signatory.clone();
    appeal.replies[0].stage = ReplyStage::Final(frozen);
    desk.register.write(|tx| tx.save_appeal(&appeal)).unwrap();
    assert_eq!(serials(&desk, Queue::Unsigned, &Filter::default()), [1]);
    assert_eq!(desk.register.line(appeal.id).unwrap().unwrap().unsigned_by, Some(signatory));
    let counts = desk.register.counts(days(), &Filter::default()).unwrap();
    assert_eq!((counts.unsigned, counts.unsent), (1, 0));
}

#[test]
fn a_queue_is_turned_page_by_page_both_ways_while_others_come_and_go() {
    let mut desk = Desk::new();
    for serial in 0..10 {
        desk.register(if serial % 2 == 0 { "2026-12-01" } else { "2026-11-30" }, person("Попов"));
    }
    let page = |desk: &Desk, queue, part| {
        let lines = desk.register.queue(queue, days(), &Filter::default(), part, 3).unwrap();
        let serials: Vec<u32> = lines.iter().map(|placed| placed.line.number.serial).collect();
        (serials, lines.first().map(|placed| placed.place), lines.last().map(|placed| placed.place))
    };
    let (first, _, end) = page(&desk, Queue::Open, Part::First);
    assert_eq!(first, [2, 4, 6]);
    let mut gone = desk.register.find("4", 1).unwrap().remove(0).line;
    gone.closed_on = Some(day("2026-11-24"));
    gone.save(&desk.register.db, &[]).unwrap();
    let (second, start, end) = page(&desk, Queue::Open, Part::After(end.unwrap()));
    assert_eq!(second, [8, 10, 1], "one that left on the first page moves nothing on the second");
    assert_eq!(page(&desk, Queue::Open, Part::Before(start.unwrap())).0, [2, 6]);
    assert_eq!(page(&desk, Queue::Open, Part::After(end.unwrap())).0, [3, 5, 7]);
    assert_eq!(page(&desk, Queue::Open, Part::Last).0, [5, 7, 9]);
    let (newest, _, end) = page(&desk, Queue::All, Part::First);
    assert_eq!(newest, [10, 9, 8]);
    let (next, start, _) = page(&desk, Queue::All, Part::After(end.unwrap()));
    assert_eq!(next, [7, 6, 5]);
    assert_eq!(page(&desk, Queue::All, Part::Before(start.unwrap())).0, [10, 9, 8]);
    assert_eq!(page(&desk, Queue::All, Part::Last).0, [3, 2, 1]);
}

fn found(desk: &Desk, typed: &str) -> Vec<(FoundBy, u32)> {
    let hits = desk.register.find(typed, 10).unwrap();
    hits.into_iter().map(|hit| (hit.by, hit.line.number.serial)).collect()
}

#[test]
fn an_appeal_is_found_by_whatever_the_client_remembers() {
    let mut desk = Desk::new();
    desk.register.write(|tx| tx.begin_series(Series::Appeal, 2026, 431)).unwrap();
    let client = Client {
        account: Some("100 200-300".into()),
        phone: Some("+7 900 123-45-67".into()),
        ..person("Ёлкина")
    };
    desk.register("2026-12-08", client);
    desk.register("2026-12-08", person("Салтыков-Щедрин"));
    let firm = Identity::Organisation {
        organisation: "ООО «Ромашка плюс»".into(),
        inn: Some("7701234567".into()),
        contact_person: Some("Ким Ольга".into()),
    };
    desk.register("2026-12-08", Client { identity: firm, ..Client::anonymous() });
    for typed in ["431", "000431", "31", "431/26", "эн1-000431/26", "ЭН1-000431/26", "ЭH1 000431 26"] {
        assert_eq!(found(&desk, typed), [(FoundBy::Number, 431)], "{typed}");
    }
    for typed in ["елк", "ЁЛКИНА", "Елкина Анна", "Ёлкинa"] {
        assert_eq!(found(&desk, typed), [(FoundBy::Name, 431)], "{typed}");
    }
    for typed in ["салтыков", "Щедрин", "салтыков щедрин", "Салтыков-Щ", "щедрин анна"]
    {
        assert_eq!(found(&desk, typed), [(FoundBy::Name, 432)], "{typed}");
    }
    for typed in ["ромашка", "ООО Ромашка", "ооо \"ромашка", "плюс", "ким"]
    {
        assert_eq!(found(&desk, typed), [(FoundBy::Name, 433)], "{typed}");
    }
    for typed in ["100200", "100-200-300"] {
        assert_eq!(found(&desk, typed), [(FoundBy::Account, 431)], "{typed}");
    }
    assert_eq!(found(&desk, "77012"), [(FoundBy::Account, 433)]);
    for typed in ["89001234567", "+7 (900) 123", "123-45-67", "4567"] {
        assert_eq!(found(&desk, typed), [(FoundBy::Phone, 431)], "{typed}");
    }
    for typed in ["", "  ", "«»", "%", "иванов", "999999999999999999999"] {
        assert_eq!(found(&desk, typed), [], "{typed}");
    }
}

#[test]
fn an_appeal_is_found_by_its_number_and_name_as_lists_print_them() {
    let mut desk = Desk::new();
    desk.register.write(|tx| tx.begin_series(Series::Appeal, 2026, 12)).unwrap();
    desk.register("2026-12-08", person("Ёлкина"));
    desk.register("2026-12-08", person("Салтыков-Щедрин"));
    for typed in
        ["№ 12", "№12", "эн1-12", "ЭН1-12/26", "12/26", "№ ЭН1-12", "ЭН1-000012/26", "эн1 12", "0012", "1-12"]
    {
        assert_eq!(found(&desk, typed), [(FoundBy::Number, 12)], "{typed}");
    }
    for typed in ["Ёлкина А. П.", "елкина а", "Ёлкина А.П.", "ёлкина анна п"]
    {
        assert_eq!(found(&desk, typed), [(FoundBy::Name, 12)], "{typed}");
    }
    for typed in ["Щедрин А. П.", "Салтыков-Щедрин А. П.", "Щедрин А.П"] {
        assert_eq!(found(&desk, typed), [(FoundBy::Name, 13)], "{typed}");
    }
    for typed in ["Ёлкина Б. П.", "Ёлкина А. И.", "А. П.", "эн1-", "эн1", "№", "эн2-12", "12/27", "№ Ёлкина"]
    {
        assert_eq!(found(&desk, typed), [], "{typed}");
    }
}

#[test]
fn the_year_of_a_number_is_no_tail_of_it() {
    let mut desk = Desk::new();
    desk.register.write(|tx| tx.begin_series(Series::Appeal, 2026, 17)).unwrap();
    for _ in 17..=36 {
        desk.register("2026-12-08", person("Иванов"));
    }
    let number =
        |serials: &[u32]| serials.iter().map(|serial| (FoundBy::Number, *serial)).collect::<Vec<_>>();
    assert_eq!(found(&desk, "6"), number(&[36, 26]));
    assert_eq!(found(&desk, "26"), number(&[26]));
    assert_eq!(found(&desk, "/26"), number(&[26]));
    assert_eq!(found(&desk, "7/26"), number(&[27, 17]), "the tail of a serial, with its year");
    assert_eq!(found(&desk, "26/26"), number(&[26]));
    assert_eq!(found(&desk, "ЭН1-26"), number(&[26]));
    assert_eq!(found(&desk, "2026"), []);
}

#[test]
fn an_appeal_is_found_by_each_telephone_of_its_client() {
    let mut desk = Desk::new();
    let phone = Some("8 (8182) 12-34-56 доб. 12, +7 900 123-45-67; 8 911 000-11-22".to_owned());
    desk.register("2026-12-08", Client { phone, ..person("Ёлкина") });
    for typed in [
        "8182123456",
        "8 (8182) 12-34-56",
        "8 (8182) 12-34-56 доб. 12",
        "3456",
        "+79001234567",
        "4567",
        "89110001122",
        "8911",
        "1122",
    ] {
        assert_eq!(found(&desk, typed), [(FoundBy::Phone, 1)], "{typed}");
    }
    assert_eq!(found(&desk, "345612"), []);
}

#[test]
fn the_exact_number_stands_first_and_the_newest_before_the_older() {
    let mut desk = Desk::new();
    for _ in 0..31 {
        desk.register("2026-12-08", person("Иванов"));
    }
    assert_eq!(found(&desk, "1"), [1, 31, 21, 11].map(|serial| (FoundBy::Number, serial)));
    let newest: Vec<u32> = found(&desk, "иванов").into_iter().map(|(_, serial)| serial).collect();
    assert_eq!(newest, (22..=31).rev().collect::<Vec<_>>());
}

#[test]
fn another_desks_saving_is_noticed_and_ones_own_is_not() {
    let mut desk = Desk::new();
    let watcher = open(&desk.path(), Access::Read).unwrap();
    let (own, other) = (desk.register.data_version().unwrap(), watcher.data_version().unwrap());
    desk.register("2026-12-08", person("Попов"));
    assert_eq!(desk.register.data_version().unwrap(), own);
    assert_ne!(watcher.data_version().unwrap(), other);
}

#[test]
fn a_visit_that_goes_on_is_listed_until_it_ends() {
    let mut desk = Desk::new();
    let subject = Subject { sort: Sort::Visit, id: Uuid::from_u128(5) };
    let save = |desk: &mut Desk, seen, event: VisitEvent| {
        desk.register
            .write(|tx| {
                tx.record(&subject, seen, &stamp(), &event)?;
                let facts = tx.facts_of(subject.id)?;
                let visit = Visit::fold(subject.id, facts.into_iter().map(StoredFact::recorded)).unwrap();
                tx.save_visit(&visit)?;
                Ok::<_, StoreError>(visit)
            })
            .unwrap()
    };
    let clerk = Login("ivanova".into());
    let begun =
        save(&mut desk, 0, VisitEvent::Started(VisitStarted { unit: UnitCode("cok1".into()), waited: None }));
    assert_eq!(desk.register.visits_going_on(&clerk).unwrap(), [begun]);
    assert_eq!(desk.register.visits_going_on(&Login("petrov".into())).unwrap(), []);
    save(&mut desk, 1, VisitEvent::Ended(VisitEnded {}));
    assert_eq!(desk.register.visits_going_on(&clerk).unwrap(), []);
    assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, []);
}

/// How `SQLite` would go about a query.
fn plan(desk: &Desk, sql: &str) -> String {
    let mut query = desk.register.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let lines = query.raw_query().mapped(|row| row.get::<_, String>(3));
    lines.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
}

/// Every filter that asks for some of the five things, in every order.
fn filters() -> Vec<Filter> {
    let narrowed = (0_u8..32).map(|asked| {
        let asks = |bit: u8| asked & (1 << bit) != 0;
        Filter {
            unit: asks(0).then(|| UnitCode("cok1".into())),
            executor: asks(1).then(|| Login("ivanova".into())),
            channel: asks(2).then_some(Channel::Phone),
            kind: asks(3).then_some(Kind::Complaint),
            topic: asks(4).then(|| "billing".to_owned()),
            order: None,
        }
    });
    let orders = || std::iter::once(None).chain(Order::ALL.iter().copied().map(Some));
    narrowed.flat_map(|filter| orders().map(move |order| Filter { order, ..filter.clone() })).collect()
}

/// At a million closed appeals a screenful is read of the few that are open, in their order, and none is sorted.
#[test]
fn the_queues_are_served_by_their_index_alone() {
    let mut desk = Desk::new();
    let id = desk.register("2026-11-25", person("Скоров")).id;
    let place = desk.register.place_of(id, Order::Due).unwrap().unwrap();
    for filter in filters() {
        for queue in Queue::ALL {
            for part in [Part::First, Part::After(place), Part::Before(place), Part::Last] {
                let plan = plan(&desk, &queue::page_sql(*queue, part, &filter));
                let index = match (queue, filter.order) {
                    (Queue::All, Some(Order::Due)) => "appeal USING INDEX appeal_due",
                    (Queue::All, _) => "appeal",
                    (_, None | Some(Order::Due)) => "USING INDEX appeal_open",
                    (_, Some(Order::Newest | Order::Oldest)) => "USING INDEX appeal_open_row",
                };
                assert!(
                    plan.contains(index) && !plan.contains("TEMP B-TREE"),
                    "{queue:?} {filter:?}: {plan}"
                );
            }
        }
        let counts = plan(&desk, &queue::counts_sql(&filter));
        assert!(counts.contains("USING COVERING INDEX appeal_open"), "{filter:?}: {counts}");
    }
}

#[test]
fn the_finals_of_the_open_are_found_in_indexes_alone() {
    let plan = plan(&Desk::new(), queue::WITH_FINALS);
    let both = ["appeal USING COVERING INDEX appeal_open", "USING COVERING INDEX fact_finalised"];
    assert!(both.iter().all(|index| plan.contains(index)) && !plan.contains("TEMP B-TREE"), "{plan}");
}

#[test]
fn the_end_of_a_day_in_the_chain_is_found_by_its_index() {
    let desk = Desk::new();
    let plan = plan(&desk, journal::HEAD_ON);
    assert!(!plan.contains("SCAN fact"), "{plan}");
    assert_eq!(plan.matches("fact_day").count(), 3, "{plan}");
}
