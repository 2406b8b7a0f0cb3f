//! An office with a unit of each sort and people of each role, and a desk that keeps its facts in memory.
//!
//! Facts are kept as the register keeps them, kind, version and JSON body, so that every test replays what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate};
use otklik::standard::appeal::{Appeal, Channel, Kind};
use otklik::standard::calendar::CalendarYear;
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::{
    self, Context, Draft, OfficeCommand, Registration, Routing, Target, change_office, set_up,
};
use otklik::standard::fact::{AppealEvent, Event, OfficeEvent, Recorded, Stamp, TopicsLoaded};
use otklik::standard::number::{NumberPattern, OutgoingAt, OutgoingNumber, Series};
use otklik::standard::office::{
    DocumentKind, FullName, Login, Office, OfficeDetails, Role, SigningRight, StaffMember, Topic, Unit,
    UnitCode, UnitSort,
};
use otklik::standard::paper::{AppealPaper, PaperForm, PaperWay, PrintedPaper};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::{Confirmation, Refusal};
use otklik::standard::reply::{Purpose, ReplyBy, ReplyId, SignedBy};
use otklik::standard::term::Norm;
use serde_json::Value;
use uuid::Uuid;

/// исполнительный аппарат
pub const HEAD_OFFICE: &str = "ИА";
/// территориальное подразделение
pub const BRANCH: &str = "ТП1";
/// центр очного обслуживания
pub const CENTRE: &str = "ЦОК1";
/// структурное подразделение
pub const DEPARTMENT: &str = "ОТД";
/// a branch that keeps a register of its own
pub const EXTERNAL: &str = "ВН";

/// A day written as people write it.
pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
}

/// Ten in the morning of a day, by the office's clock.
pub fn morning(text: &str) -> DateTime<FixedOffset> {
    day(text)
        .and_hms_opt(10, 0, 0)
        .unwrap()
        .and_local_timezone(FixedOffset::east_opt(3 * 3600).unwrap())
        .unwrap()
}

pub fn login(text: &str) -> Login {
    Login(text.to_owned())
}

pub fn unit_code(text: &str) -> UnitCode {
    UnitCode(text.to_owned())
}

pub fn unit(code: &str, sort: UnitSort) -> Unit {
    Unit {
        code: unit_code(code),
        title: format!("Подразделение {code}"),
        sort,
        external: false,
        retired: None,
    }
}

/// A person with all that a letter needs and no signing right.
pub fn person(who: &str, unit: &str, roles: &[Role]) -> StaffMember {
    StaffMember {
        login: login(who),
        name: Personal::Known(FullName {
            surname: "Петров".into(),
            given: "Иван".into(),
            patronymic: Some("Сергеевич".into()),
        }),
        unit: unit_code(unit),
        position: "Специалист".into(),
        phone: Some(Personal::Known("8 (800) 555-35-35, доб. 17".into())),
        email: None,
        roles: roles.iter().copied().collect(),
        signing: None,
        os_user: None,
        deputises: Vec::new(),
        retired: None,
    }
}

/// The right to sign from the first day to the last.
pub fn right(from: &str, to: Option<&str>) -> SigningRight {
    SigningRight { from: day(from), to: to.map(day) }
}

pub fn office_details() -> OfficeDetails {
    OfficeDetails {
        name: "Энергосбыт, Энское отделение".into(),
        code: "ЭН1".into(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        letterhead: Vec::new(),
        utc_offset: 180,
        appeal_numbers: NumberPattern::parse("{office}-{serial:6}/{yy}").unwrap(),
        outgoing_numbers: NumberPattern::parse("{office}-исх-{serial}/{yy}").unwrap(),
        outgoing_at: OutgoingAt::Sign,
        default_person: None,
    }
}

pub fn shipped_norms() -> Vec<Norm> {
    #[derive(serde::Deserialize)]
    struct File {
        norm: Vec<Norm>,
    }
    toml::from_str::<File>(include_str!("../../assets/norms.toml")).unwrap().norm
}

pub fn shipped_topics() -> TopicsLoaded {
    #[derive(serde::Deserialize)]
    struct File {
        topic: Vec<Topic>,
        document: Vec<DocumentKind>,
    }
    let file = toml::from_str::<File>(include_str!("../../assets/topics.toml")).unwrap();
    TopicsLoaded { topics: file.topic, documents: file.document }
}

fn shipped_calendar() -> Vec<CalendarYear> {
    [
        include_str!("../../assets/calendar/2025.toml"),
        include_str!("../../assets/calendar/2026.toml"),
        include_str!("../../assets/calendar/2027.toml"),
    ]
    .into_iter()
    .map(|file| toml::from_str(file).unwrap())
    .collect()
}

/// The commands that furnish an office, read from the shipped files once for all tests.
static FURNISHING: LazyLock<Vec<OfficeCommand>> = LazyLock::new(|| {
    use OfficeCommand::{AddPerson, AddUnit, LoadCalendar, LoadNorms, LoadTopics};
    let signs = Some(right("01.01.2026", None));
    let own = [
        AddUnit(unit(BRANCH, UnitSort::Territorial)),
        AddUnit(unit(CENTRE, UnitSort::Centre)),
        AddUnit(unit(DEPARTMENT, UnitSort::Department)),
        AddUnit(Unit { external: true, ..unit(EXTERNAL, UnitSort::Territorial) }),
        AddPerson(person("clerk", CENTRE, &[Role::Clerk])),
        AddPerson(person("executor", BRANCH, &[Role::Executor])),
        AddPerson(person("engineer", DEPARTMENT, &[Role::Executor])),
        AddPerson(StaffMember { signing: signs.clone(), ..person("head", BRANCH, &[Role::Head]) }),
        AddPerson(StaffMember { signing: signs, ..person("director", HEAD_OFFICE, &[Role::Director]) }),
        AddPerson(StaffMember {
            signing: Some(right("01.01.2026", Some("22.11.2026"))),
            ..person("deputy", HEAD_OFFICE, &[Role::Clerk])
        }),
        LoadNorms(shipped_norms()),
        LoadTopics(shipped_topics()),
    ];
    own.into_iter().chain(shipped_calendar().into_iter().map(LoadCalendar)).collect()
});

/// A citizen with a postal address and a phone, and no e-mail.
pub fn citizen() -> Client {
    Client {
        identity: Identity::Person {
            surname: "Ёлкина".into(),
            given: Some("Анна".into()),
            patronymic: Some("Петровна".into()),
        },
        address: Some("ул. Ленина, д. 5, кв. 12, г. Энск".into()),
        phone: Some("+7 900 123-45-67".into()),
        ..Client::anonymous()
    }
}

/// A complaint of that citizen about a recalculation.
pub fn complaint(channel: Channel, intake: &str) -> Registration {
    Registration {
        topic: Some("billing.recalculation".into()),
        gist: Some("Перерасчёт за октябрь".into()),
        ..Registration::new(channel, Kind::Complaint, unit_code(intake), citizen())
    }
}

/// A draft with substance.
pub fn letter(purpose: Purpose) -> Draft {
    Draft {
        purpose,
        template: None,
        heading: "О перерасчёте".into(),
        addressee: "Ёлкиной А. П.".into(),
        text: "Перерасчёт за октябрь произведён, сумма 512 рублей учтена в ноябре.".into(),
        answers: BTreeSet::new(),
    }
}

pub fn to_unit(unit: &str) -> Routing {
    Routing {
        target: Target::Unit(unit_code(unit)),
        resolution: None,
        inner_due: None,
        override_reason: None,
        co_executors: BTreeSet::new(),
    }
}

pub fn to_director() -> Routing {
    Routing { target: Target::Director, ..to_unit("") }
}

pub fn to_executor(who: &str) -> Routing {
    let resolution = Some("Подготовить ответ".into());
    Routing { target: Target::Executor(login(who)), resolution, ..to_unit("") }
}

/// A fact as the register keeps it.
#[derive(Debug, Clone)]
pub struct Written {
    pub stamp: Stamp,
    pub kind: String,
    pub v: u16,
    pub body: Value,
}

impl Written {
    pub fn of<E: Event>(event: &E, stamp: Stamp) -> Self {
        Self { stamp, kind: event.kind().into(), v: event.v(), body: event.body().unwrap() }
    }

    pub fn read<E: Event>(&self) -> Recorded<E> {
        // Through text, as it lies in the file.
        let body = serde_json::from_str(&self.body.to_string()).unwrap();
        Recorded { stamp: self.stamp.clone(), event: E::read(&self.kind, self.v, body) }
    }
}

/// An appeal with the facts that made it.
#[derive(Debug, Clone)]
pub struct Case {
    pub state: Appeal,
    pub facts: Vec<Written>,
}

impl Case {
    /// The appeal made anew from its written facts.
    pub fn replayed(&self) -> Appeal {
        Appeal::fold(self.state.id, self.facts.iter().map(Written::read)).unwrap()
    }
}

/// A desk on a register in memory.
#[derive(Clone)]
pub struct Desk {
    pub now: DateTime<FixedOffset>,
    pub actor: Login,
    pub confirmed: BTreeSet<Confirmation>,
    pub newest: Option<DateTime<FixedOffset>>,
    pub office: Office,
    pub office_facts: Vec<Written>,
    pub cases: Vec<Case>,
    next: BTreeMap<(Series, i32), u32>,
}

impl Desk {
    /// An office on a Monday, 23.11.2026, with the shipped norms, calendar and topics; a clerk is at the desk.
    pub fn open() -> Self {
        Self::open_on("23.11.2026")
    }

    pub fn open_on(today: &str) -> Self {
        let now = morning(today);
        let first = set_up(
            office_details(),
            unit(HEAD_OFFICE, UnitSort::HeadOffice),
            person("admin", HEAD_OFFICE, &[Role::Administrator]),
            true,
        )
        .unwrap();
        let stamp = Stamp { at: now, who: login("admin") };
        let office_facts: Vec<_> = first.iter().map(|event| Written::of(event, stamp.clone())).collect();
        let mut desk = Self {
            now,
            actor: login("admin"),
            confirmed: BTreeSet::new(),
            newest: None,
            office: Office::fold(office_facts.iter().map(Written::read)).unwrap(),
            office_facts,
            cases: Vec::new(),
            next: BTreeMap::new(),
        };
        desk.furnish();
        desk.actor = login("clerk");
        desk
    }

    fn furnish(&mut self) {
        for command in FURNISHING.iter() {
            self.keep_office(command.clone()).unwrap();
        }
        self.change_person("admin", |admin| admin.roles = BTreeSet::from([Role::Administrator])).unwrap();
    }

    /// Someone else comes to the desk.
    pub fn is(&mut self, who: &str) -> &mut Self {
        self.actor = login(who);
        self
    }

    /// Moves to the morning of a day.
    pub fn on(&mut self, text: &str) -> &mut Self {
        self.now = morning(text);
        self
    }

    pub fn later(&mut self, days: u64) -> &mut Self {
        self.now = self.now.checked_add_days(Days::new(days)).unwrap();
        self
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Asks for a decision with all that the desk knows.
    pub fn ask<T>(&self, decide: impl FnOnce(&Context<'_>) -> T) -> T {
        let next_serial = |series, year| self.next_serial(series, year);
        decide(&Context {
            now: self.now,
            actor: &self.office.staff[&self.actor],
            office: &self.office,
            newest: self.newest,
            next_serial: &next_serial,
            confirmed: &self.confirmed,
        })
    }

    pub fn next_serial(&self, series: Series, year: i32) -> u32 {
        let first = || self.office.series.get(&(series, year)).map_or(1, |first| first.get());
        self.next.get(&(series, year)).copied().unwrap_or_else(first)
    }

    fn stamp(&self) -> Stamp {
        Stamp { at: self.now, who: self.actor.clone() }
    }

    /// Decides and keeps what follows for the office.
    pub fn keep_office(&mut self, command: OfficeCommand) -> Result<(), Refusal> {
        for event in self.ask(|context| change_office(command, context))? {
            self.office_facts.push(Written::of(&event, self.stamp()));
            self.office.apply(event).unwrap();
        }
        Ok(())
    }

    /// The office as its administrator would change it.
    pub fn administer(&mut self, command: OfficeCommand) -> Result<(), Refusal> {
        let before = std::mem::replace(&mut self.actor, login("admin"));
        let done = self.keep_office(command);
        self.actor = before;
        done
    }

    /// The office as any administrator who still works here would change it.
    pub fn keep_office_as_any_administrator(&mut self, command: OfficeCommand) -> Result<(), Refusal> {
        let mut working = self.office.staff.values().filter(|person| person.retired.is_none());
        let keeper = working.find(|person| person.has_any(&[Role::Administrator])).unwrap();
        self.actor = keeper.login.clone();
        self.keep_office(command)
    }

    /// Changes one person's entry.
    pub fn change_person(&mut self, who: &str, change: impl FnOnce(&mut StaffMember)) -> Result<(), Refusal> {
        let mut changed = self.office.staff[&login(who)].clone();
        change(&mut changed);
        self.administer(OfficeCommand::ChangePerson(changed))
    }

    pub fn office_replayed(&self) -> Office {
        Office::fold(self.office_facts.iter().map(Written::read::<OfficeEvent>)).unwrap()
    }

    /// Registers an appeal; says its place among the cases.
    pub fn register(&mut self, form: Registration) -> Result<usize, Refusal> {
        let mut events = self.ask(|context| decide::register(form, context))?.into_iter();
        let first = events.next().unwrap();
        let written = Written::of(&first, self.stamp());
        self.count(&first);
        let AppealEvent::Registered(registered) = first else { panic!("{first:?}") };
        let id = Uuid::from_u128(self.cases.len() as u128);
        let state = Appeal::begin(id, *registered, self.stamp());
        self.cases.push(Case { state, facts: vec![written] });
        let case = self.cases.len() - 1;
        self.record(case, events);
        Ok(case)
    }

    /// Decides something about an appeal and keeps what follows.
    pub fn act(
        &mut self,
        case: usize,
        decide: impl FnOnce(&Appeal, &Context<'_>) -> Result<Vec<AppealEvent>, Refusal>,
    ) -> Result<(), Refusal> {
        let events = self.ask(|context| decide(&self.cases[case].state, context))?;
        self.record(case, events.into_iter());
        Ok(())
    }

    fn record(&mut self, case: usize, events: impl Iterator<Item = AppealEvent>) {
        let stamp = self.stamp();
        for event in events {
            self.count(&event);
            let case = &mut self.cases[case];
            case.facts.push(Written::of(&event, stamp.clone()));
            case.state.apply(event, &stamp).unwrap();
        }
    }

    fn count(&mut self, event: &AppealEvent) {
        let (series, number) = match event {
            AppealEvent::Registered(registered) => (Series::Appeal, &registered.number),
            AppealEvent::ReplySigned(signed) => {
                let Some(number) = signed.number.as_ref().and_then(OutgoingNumber::given) else { return };
                (Series::Outgoing, number)
            }
            AppealEvent::ReplyFinalised(event) => {
                let Some(number) = &event.finalised.number else { return };
                (Series::Outgoing, number)
            }
            AppealEvent::Requested(request) => {
                let Some(number) = request.number.given() else { return };
                (Series::Outgoing, number)
            }
            _ => return,
        };
        assert_eq!(number.serial, self.next_serial(series, number.year), "gapless");
        self.next.insert((series, number.year), number.serial + 1);
    }
}

/// The usual steps, each by the person whose step it is.
impl Desk {
    /// A complaint by letter to the branch, at its executor.
    pub fn letter_at_executor(&mut self) -> usize {
        let case = self.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
        self.assign(case, "executor");
        case
    }

    /// An e-mail at its executor: the Standard lets its term be extended.
    pub fn email_at_executor(&mut self) -> usize {
        let client = Client { email: Some("anna@example.org".into()), ..citizen() };
        let case = self.register(Registration { client, ..complaint(Channel::Email, BRANCH) }).unwrap();
        self.assign(case, "executor");
        case
    }

    pub fn assign(&mut self, case: usize, executor: &str) {
        let before = std::mem::replace(&mut self.actor, login("head"));
        self.act(case, |appeal, context| {
            let routing =
                Routing { override_reason: Some("По указанию".into()), ..to_executor(executor) };
            decide::hand_on(appeal, &routing, context)
        })
        .unwrap();
        self.actor = before;
    }

    /// The executor of a case comes to the desk for one step, where a clerk is there.
    fn as_executor<T>(&mut self, case: usize, step: impl FnOnce(&mut Self) -> T) -> T {
        let author = self.cases[case].state.holder.executor().cloned();
        let author = author.unwrap_or_else(|| login("executor"));
        let before = self.actor.clone();
        if before == login("clerk") {
            self.actor = author;
        }
        let done = step(self);
        self.actor = before;
        done
    }

    pub fn draft(&mut self, case: usize, draft: Draft) -> Result<ReplyId, Refusal> {
        self.as_executor(case, |desk| desk.draft_here(case, draft))
    }

    fn draft_here(&mut self, case: usize, draft: Draft) -> Result<ReplyId, Refusal> {
        self.act(case, |appeal, context| decide::draft_reply(appeal, draft, context))?;
        Ok(self.cases[case].state.replies.iter().map(|reply| reply.id).max().unwrap())
    }

    pub fn finalise(&mut self, case: usize, reply: ReplyId, signatory: &str) -> Result<(), Refusal> {
        self.as_executor(case, |desk| {
            desk.act(case, |appeal, context| {
                decide::finalise_reply(appeal, reply, &login(signatory), context)
            })
        })
    }

    pub fn print(&mut self, case: usize, reply: ReplyId) -> Result<(), Refusal> {
        let paper = PrintedPaper { form: PaperForm::Pdf, sha256: "0".repeat(64) };
        self.act(case, |appeal, context| {
            decide::print_reply(appeal, reply, paper, PaperWay::Printer, context)
        })
    }

    pub fn print_receipt(&mut self, case: usize) -> Result<(), Refusal> {
        let printed = PrintedPaper { form: PaperForm::Pdf, sha256: "0".repeat(64) };
        self.act(case, |_, _| {
            Ok(decide::print_paper(AppealPaper::Receipt, printed, &"1".repeat(64), PaperWay::Printer))
        })
    }

    pub fn sign(&mut self, case: usize, reply: ReplyId, on: Option<&str>) -> Result<(), Refusal> {
        self.act(case, |appeal, context| {
            decide::sign_reply(appeal, reply, on.map(day), SignedBy::Ink, None, context)
        })
    }

    pub fn send(
        &mut self,
        case: usize,
        reply: ReplyId,
        by: ReplyBy,
        on: Option<&str>,
    ) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::send_reply(appeal, reply, by, on.map(day), context))
    }

    /// Drafts, makes final and signs a letter, all today.
    pub fn signed(&mut self, case: usize, purpose: Purpose) -> ReplyId {
        let reply = self.draft(case, letter(purpose)).unwrap();
        self.finalise(case, reply, "head").unwrap();
        self.sign(case, reply, None).unwrap();
        reply
    }

    /// The whole way of a letter, all today.
    pub fn sent(&mut self, case: usize, purpose: Purpose) -> ReplyId {
        let reply = self.signed(case, purpose);
        self.send(case, reply, ReplyBy::Post, None).unwrap();
        reply
    }

    pub fn extend(&mut self, case: usize, days: u16) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::extend(appeal, days, "Нужна проверка прибора", context))
    }

    pub fn reopen(&mut self, case: usize) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::reopen(appeal, "Новые сведения", context))
    }

    pub fn annul(&mut self, case: usize) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::annul(appeal, "Ошибка регистратора", context))
    }

    pub fn withdraw(&mut self, case: usize) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::withdraw(appeal, "По заявлению клиента", context))
    }

    pub fn note(&mut self, case: usize) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::note(appeal, "Принято к сведению", context))
    }

    pub fn file_away(&mut self, case: usize) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::file_away(appeal, "В дело 05-12", context))
    }

    pub fn hand_on(&mut self, case: usize, routing: &Routing) -> Result<(), Refusal> {
        self.act(case, |appeal, context| decide::hand_on(appeal, routing, context))
    }

    pub fn appeal(&self, case: usize) -> &Appeal {
        &self.cases[case].state
    }

    /// The year of today, as a series knows it.
    pub fn year(&self) -> i32 {
        self.now.year()
    }
}
