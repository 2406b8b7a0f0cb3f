//! The program under trial, once as rules alone and once as a desk on a real file; and its refusals by class.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, DeskError, EarlierReply, FirstDay, Seen};
use otklik::standard::appeal::{Appeal, PaperEntry};
use otklik::standard::client::{Client, Identity};
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{
    self, Contacts, Context, Correction, Draft, Earlier, GroundForm, LastStep, OfficeCommand, OnSpot,
    Registration, RequestForm, Routing, Target,
};
use otklik::standard::fact::{AppealEvent, Recorded, Stamp};
use otklik::standard::number::Series;
use otklik::standard::office::{FullName, Login, Office, SigningRight, StaffMember, Unit, UnitCode};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::{Confirmation, Refusal};
use otklik::standard::reply::{Purpose, Reply, ReplyId, SignedBy};
use otklik::standard::request::{Asked, RequestId};
use otklik::standard::term::Norm;
use uuid::Uuid;

use super::reference::Why;
use super::world::{Act, Cited, Letter, Mend, NewCase, PEOPLE, Step, To, UNITS, Who, moment};

/// What both programs can be asked.
pub trait Machine {
    /// Does a step, or says why not.
    fn step(&mut self, step: &Step, at: usize) -> Result<(), Refusal>;

    /// An appeal as it stands.
    fn appeal(&self, case: usize) -> &Appeal;

    /// Whether it has a way to be asked this.
    fn can_be_asked(&self, _step: &Step) -> bool {
        true
    }
}

/// The norm that makes the strictest win: complaints in ten days.
const COMPLAINTS: &str = r#"
[[norm]]
id = "complaint-10"
title = { ru = "Жалоба, 10 дней", en = "Complaint, 10 days" }
kinds = ["complaint"]
count = 10
unit = "calendar_days"
source = "приказ офиса"
"#;

fn norms() -> String {
    format!("{}{COMPLAINTS}", include_str!("../../assets/norms.toml"))
}

fn login(who: Who) -> Login {
    Login(PEOPLE[who].login.to_owned())
}

fn unit_code(place: usize) -> UnitCode {
    UnitCode(UNITS[place].0.to_owned())
}

fn beginning() -> DateTime<FixedOffset> {
    moment(NaiveDate::from_ymd_opt(2026, 11, 2).unwrap(), 0)
}

fn member(who: Who) -> StaffMember {
    let person = &PEOPLE[who];
    StaffMember {
        login: login(who),
        name: Personal::Known(FullName::parse("Петров Иван Сергеевич").unwrap()),
        unit: unit_code(person.unit),
        position: "Специалист".into(),
        phone: Some(Personal::Known("8 (800) 555-35-35".into())),
        email: None,
        roles: person.roles.iter().copied().collect(),
        signing: person.signs.then(|| SigningRight { from: beginning().date_naive(), to: None }),
        os_user: None,
        deputises: Vec::new(),
        retired: None,
    }
}

/// The commands that furnish the office after its first day: the other units and people, and the norms.
fn furnishing() -> Vec<OfficeCommand> {
    let units = (1..UNITS.len()).map(|place| {
        OfficeCommand::AddUnit(Unit {
            code: unit_code(place),
            title: UNITS[place].0.into(),
            sort: UNITS[place].1,
            external: place == super::world::EXTERNAL,
            retired: None,
        })
    });
    let people = (1..PEOPLE.len()).map(|who| OfficeCommand::AddPerson(member(who)));
    units.chain(people).collect()
}

/// A folder in memory where the machine has one: that a disk keeps what it was given is tried elsewhere.
fn folder() -> tempfile::TempDir {
    let in_memory = tempfile::Builder::new().tempdir_in("/dev/shm");
    in_memory.or_else(|_| tempfile::tempdir()).unwrap()
}

/// The desk's own register, in a folder that goes with it.
pub struct OnFile {
    folder: tempfile::TempDir,
    seen: Vec<Appeal>,
}

impl OnFile {
    pub fn new() -> Self {
        let folder = folder();
        let day = FirstDay {
            office: "АО «Энскэнергосбыт»".into(),
            code: Some("ЭН1".into()),
            unit: UNITS[0].0.into(),
            unit_sort: Some(UNITS[0].1),
            person: "Петров Иван Сергеевич".into(),
            login: Some(PEOPLE[0].login.into()),
            position: "Специалист".into(),
            phone: Some("8 (800) 555-35-35".into()),
            signs: true,
            os_user: None,
        };
        let path = folder.path().join("otklik.db");
        let mut desk = Desk::begin(&path, Clock::Set(beginning()), &day).unwrap();
        for command in furnishing() {
            desk.change_office(command, &Confirmed::new()).unwrap();
        }
        desk.load_norms("norms.toml", &norms(), &Confirmed::new()).unwrap();
        Self { folder, seen: Vec::new() }
    }

    /// A register of its own, as this one was when it was furnished.
    pub fn another(&self) -> Self {
        let folder = folder();
        std::fs::copy(self.path(), folder.path().join("otklik.db")).unwrap();
        Self { folder, seen: Vec::new() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("otklik.db")
    }
}

impl Machine for OnFile {
    fn step(&mut self, step: &Step, at: usize) -> Result<(), Refusal> {
        let clock = Clock::Set(moment(step.on, at));
        let mut desk = Desk::at(&self.path(), clock).unwrap().unwrap();
        desk.sit(&login(step.who)).unwrap();
        let done = if let Act::Register(new) = &step.act {
            desk.register_appeal(registration(new, step.on, at), &confirmed(&step.act))
                .map(|receipt| self.seen.push(receipt.appeal))
        } else {
            let known: Vec<_> = self.seen.iter().map(|appeal| appeal.id).collect();
            on_desk(&mut desk, &self.seen[step.case], &known, step).map(|after| self.seen[step.case] = after)
        };
        done.map_err(|error| match error {
            DeskError::Refused(refusal) => refusal,
            other => panic!("the file refuses: {other:?}"),
        })
    }

    fn appeal(&self, case: usize) -> &Appeal {
        &self.seen[case]
    }

    /// The desk has one job for both: it notes what is open and files away what is closed.
    fn can_be_asked(&self, step: &Step) -> bool {
        match step.act {
            Act::Note => self.seen[step.case].closing.is_none(),
            Act::FileAway => self.seen[step.case].closing.is_some(),
            _ => true,
        }
    }
}

/// The rules alone, with an office furnished once.
pub struct Rules {
    office: Office,
    cases: Vec<Appeal>,
    facts: Vec<Vec<(Stamp, AppealEvent)>>,
    next: BTreeMap<(Series, i32), u32>,
}

impl Rules {
    /// The office as a desk on a file furnished it.
    pub fn of(office: &Office) -> Self {
        Self { office: office.clone(), cases: Vec::new(), facts: Vec::new(), next: BTreeMap::new() }
    }

    fn keep(&mut self, case: usize, events: Vec<AppealEvent>, stamp: &Stamp) {
        for event in events {
            self.count(&event);
            self.facts[case].push((stamp.clone(), event.clone()));
            self.cases[case].apply(event, stamp).unwrap();
        }
    }

    fn undo(&self, case: usize, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
        let facts = &self.facts[case];
        let place = decide::last_step(facts.iter().map(|(_, event)| Some(event))).unwrap();
        let (stamp, event) = &facts[place];
        let recorded = |(stamp, event): &(Stamp, AppealEvent)| Recorded {
            stamp: stamp.clone(),
            event: Ok(event.clone()),
        };
        let before = Appeal::fold(self.cases[case].id, facts[..place.max(1)].iter().map(recorded)).unwrap();
        decide::undo(&self.cases[case], &LastStep { stamp, event, before: &before }, WHY, context)
    }

    fn count(&mut self, event: &AppealEvent) {
        let number = match event {
            AppealEvent::Registered(first) => (Series::Appeal, Some(&first.number)),
            AppealEvent::ReplySigned(signed) => {
                (Series::Outgoing, signed.number.as_ref().and_then(|number| number.given()))
            }
            AppealEvent::Requested(request) => (Series::Outgoing, request.number.given()),
            _ => return,
        };
        if let (series, Some(number)) = number {
            let next = self.next.entry((series, number.year)).or_insert(1);
            assert_eq!(number.serial, *next, "gapless");
            *next += 1;
        }
    }
}

impl Machine for Rules {
    fn step(&mut self, step: &Step, at: usize) -> Result<(), Refusal> {
        let now = moment(step.on, at);
        let stamp = Stamp { at: now, who: login(step.who) };
        let (next, confirmed) = (self.next.clone(), confirmed(&step.act));
        let next_serial = |series, year| next.get(&(series, year)).copied().unwrap_or(1);
        let context = Context {
            now,
            actor: &self.office.staff[&stamp.who],
            office: &self.office,
            newest: None,
            next_serial: &next_serial,
            confirmed: &confirmed,
        };
        if let Act::Register(new) = &step.act {
            let mut events = decide::register(registration(new, step.on, at), &context)?.into_iter();
            let first = events.next().unwrap();
            self.count(&first);
            self.facts.push(vec![(stamp.clone(), first.clone())]);
            let AppealEvent::Registered(first) = first else { panic!("{first:?}") };
            let id = Uuid::from_u128(self.cases.len() as u128);
            self.cases.push(Appeal::begin(id, *first, stamp.clone()));
            let case = self.cases.len() - 1;
            self.keep(case, events.collect(), &stamp);
            return Ok(());
        }
        let events = match step.act {
            Act::Undo { .. } => self.undo(step.case, &context)?,
            _ => by_rules(&self.cases[step.case], &self.cases, step, &context)?,
        };
        self.keep(step.case, events, &stamp);
        Ok(())
    }

    fn appeal(&self, case: usize) -> &Appeal {
        &self.cases[case]
    }
}

fn confirmed(act: &Act) -> BTreeSet<Confirmation> {
    match act {
        Act::Register(new) if new.confirmed => BTreeSet::from([Confirmation::BackDated]),
        Act::Correct { confirmed: true, .. } | Act::Undo { confirmed: true } => {
            BTreeSet::from([Confirmation::DueMoves])
        }
        _ => BTreeSet::new(),
    }
}

fn registration(new: &NewCase, on: NaiveDate, at: usize) -> Registration {
    let places = if new.all_answered { (1..=new.questions).collect() } else { BTreeSet::new() };
    let client = Client {
        identity: Identity::Person { surname: "Ёлкина".into(), given: None, patronymic: None },
        address: new.address.then(|| "г. Энск, ул. Ленина, д. 5".into()),
        phone: new.phone.then(|| "+7 900 123-45-67".into()),
        ..Client::anonymous()
    };
    Registration {
        gist: Some("Перерасчёт".into()),
        reply_wish: new.wish,
        on_spot: new
            .on_spot
            .map(|agreed| OnSpot { gist: "Разъяснено".into(), agreed, answers: places }),
        questions: (0..new.questions).map(|place| format!("Вопрос {place}")).collect(),
        call_back: new.call_back,
        paper: new.paper.map(|back| PaperEntry { number: at.to_string(), on: on - chrono::Days::new(back) }),
        ..Registration::new(new.channel, new.kind, unit_code(new.intake), client)
    }
}

const WHY: &str = "Причина";
const PAPER_NUMBER: &str = "17-исх";

fn paper_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()
}

fn purpose(letter: Letter) -> Purpose {
    match letter {
        Letter::Answer => Purpose::Answer,
        Letter::Interim(days) => Purpose::Interim { days },
        Letter::Notice(about) => Purpose::Notice { about },
    }
}

/// The reply of that sort that has not left; a place that none has where there is none.
fn reply(appeal: &Appeal, letter: Letter) -> ReplyId {
    let like = |one: &&Reply| one.purpose.is_like(purpose(letter)) && one.dispatch().is_none();
    appeal.replies.iter().find(like).map_or(ReplyId(0), |one| one.id)
}

fn routing(to: To, reason: bool, resolution: bool, helper: Option<Who>, inner: Option<NaiveDate>) -> Routing {
    Routing {
        target: match to {
            To::Director => Target::Director,
            To::Unit(place) => Target::Unit(unit_code(place)),
            To::Person(who) => Target::Executor(login(who)),
        },
        resolution: resolution.then(|| "Подготовить ответ".into()),
        inner_due: inner,
        override_reason: reason.then(|| WHY.into()),
        co_executors: helper.map(login).into_iter().collect(),
    }
}

fn inner_day(on: NaiveDate, inner: Option<i64>) -> Option<NaiveDate> {
    inner.map(|days| on + chrono::TimeDelta::days(days))
}

fn draft(appeal: &Appeal, letter: Letter, substance: bool, cites: bool, all_answered: bool) -> Draft {
    let earlier = appeal.screening.as_ref().and_then(|now| now.earlier.as_ref());
    let citation = earlier
        .filter(|_| cites)
        .map(|reply| format!(" № {} от {}", reply.number, reply.on.format("%d.%m.%Y")));
    let count = u16::try_from(appeal.content.questions.len()).unwrap();
    Draft {
        purpose: purpose(letter),
        template: None,
        heading: "О перерасчёте".into(),
        addressee: "Ёлкиной А. П.".into(),
        text: if substance {
            format!("Перерасчёт за октябрь произведён.{}", citation.unwrap_or_default())
        } else {
            String::new()
        },
        answers: if all_answered { (1..=count).collect() } else { BTreeSet::new() },
    }
}

fn correction(mend: Mend) -> Correction {
    let (field, value) = match mend {
        Mend::Channel(channel) => (Correctable::Channel, Some(channel.code().to_owned())),
        Mend::Kind(kind) => (Correctable::Kind, Some(kind.code().to_owned())),
        Mend::Address(there) => (Correctable::Address, there.then(|| "г. Энск, ул. Ленина, д. 5".to_owned())),
    };
    Correction { field, value }
}

fn contacts(there: bool) -> Contacts {
    Contacts {
        address: there.then(|| "г. Энск, ул. Ленина, д. 5".into()), ..Contacts::default()
    }
}

fn request(named: bool) -> RequestForm {
    RequestForm {
        to: Asked::Organisation(if named { "ПАО «Сети»".into() } else { String::new() }),
        text: "Прошу провести замеры".into(),
        on: None,
        expected: None,
        number: None,
    }
}

fn all_places(appeal: &Appeal, all: bool) -> BTreeSet<u16> {
    let count = u16::try_from(appeal.content.questions.len()).unwrap();
    if all { (1..=count).collect() } else { BTreeSet::new() }
}

fn by_rules(
    appeal: &Appeal,
    cases: &[Appeal],
    step: &Step,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    let on = step.on;
    match &step.act {
        Act::Register(_) | Act::Undo { .. } => Ok(Vec::new()),
        Act::HandOn { to, reason, resolution, helper, inner } => {
            let inner = inner_day(on, *inner);
            decide::hand_on(appeal, &routing(*to, *reason, *resolution, *helper, inner), context)
        }
        Act::HandBack { reason } => decide::hand_back(appeal, if *reason { WHY } else { "" }, context),
        Act::Draft { letter, substance, cites, all_answered } => {
            decide::draft_reply(appeal, draft(appeal, *letter, *substance, *cites, *all_answered), context)
        }
        Act::Finalise { letter, signatory } => {
            decide::finalise_reply(appeal, reply(appeal, *letter), &login(*signatory), context)
        }
        Act::ReturnFinal { letter } => decide::return_reply(appeal, reply(appeal, *letter), WHY, context),
        Act::Sign { letter, back } => {
            let day = Some(on - chrono::Days::new(*back));
            decide::sign_reply(appeal, reply(appeal, *letter), day, SignedBy::Ink, None, context)
        }
        Act::Send { letter, by, back } => {
            let day = Some(on - chrono::Days::new(*back));
            decide::send_reply(appeal, reply(appeal, *letter), *by, day, context)
        }
        Act::Extend { days } => decide::extend(appeal, *days, WHY, context),
        Act::Screen { ground, cited } => {
            let earlier = match cited {
                Cited::Nothing => None,
                Cited::Paper => Some(Earlier::Paper { number: PAPER_NUMBER, on: Some(paper_day()) }),
                Cited::Case(case) => Some(Earlier::Appeal(&cases[*case])),
            };
            decide::screen(appeal, &GroundForm { ground: *ground, note: WHY, earlier }, context)
        }
        Act::Lift { contacts: there } => decide::lift_ground(appeal, WHY, &contacts(*there), None, context),
        Act::Forward { named } => {
            decide::forward(appeal, if *named { "ПАО «Сети»" } else { "" }, WHY, context)
        }
        Act::Request { named } => decide::send_request(appeal, &request(*named), context),
        Act::AnswerRequest { request } => {
            decide::answer_request(appeal, RequestId(*request), "Ответили", None, context)
        }
        Act::Call { reached } => decide::record_call(appeal, *reached, None, context),
        Act::Correct { mend, .. } => decide::correct(appeal, &[correction(*mend)], WHY, context),
        Act::AnswerOrally { agreed, all_answered } => {
            let answers = all_places(appeal, *all_answered);
            let answer = OnSpot { gist: "Разъяснено".into(), agreed: *agreed, answers };
            decide::answer_orally(appeal, &answer, context)
        }
        Act::Note => decide::note(appeal, WHY, context),
        Act::Annul => decide::annul(appeal, WHY, context),
        Act::Withdraw => decide::withdraw(appeal, WHY, context),
        Act::Reopen => decide::reopen(appeal, WHY, context),
        Act::FileAway => decide::file_away(appeal, WHY, context),
        Act::Result => decide::record_result(appeal, "ВН-1", None, "Ответили", context),
    }
}

fn on_desk(desk: &mut Desk, appeal: &Appeal, known: &[Uuid], step: &Step) -> Result<Appeal, DeskError> {
    let (seen, on, yes) = (Seen::from(appeal), step.on, confirmed(&step.act));
    match &step.act {
        Act::Register(_) => unreachable!("registering is not about an appeal"),
        Act::HandOn { to, reason, resolution, helper, inner } => {
            let inner = inner_day(on, *inner);
            desk.route(seen, &routing(*to, *reason, *resolution, *helper, inner), &yes)
        }
        Act::HandBack { reason } => desk.hand_back(seen, if *reason { WHY } else { "" }, &yes),
        Act::Draft { letter, substance, cites, all_answered } => {
            desk.draft_reply(seen, draft(appeal, *letter, *substance, *cites, *all_answered), &yes)
        }
        Act::Finalise { letter, signatory } => {
            desk.finalise_reply(seen, reply(appeal, *letter), &login(*signatory), &yes)
        }
        Act::ReturnFinal { letter } => desk.return_reply(seen, reply(appeal, *letter), WHY, &yes),
        Act::Sign { letter, back } => {
            let day = Some(on - chrono::Days::new(*back));
            desk.sign_reply(seen, reply(appeal, *letter), day, SignedBy::Ink, None, &yes)
        }
        Act::Send { letter, by, back } => {
            let day = Some(on - chrono::Days::new(*back));
            desk.send_reply(seen, reply(appeal, *letter), *by, day, &yes)
        }
        Act::Extend { days } => desk.extend(seen, *days, WHY, &yes),
        Act::Screen { ground, cited } => {
            let earlier = match cited {
                Cited::Nothing => None,
                Cited::Paper => {
                    Some(EarlierReply::Paper { number: PAPER_NUMBER.into(), on: Some(paper_day()) })
                }
                Cited::Case(case) => Some(EarlierReply::Appeal(known[*case])),
            };
            desk.screen(seen, *ground, WHY, earlier.as_ref(), &yes)
        }
        Act::Lift { contacts: there } => desk.lift_ground(seen, WHY, &contacts(*there), None, &yes),
        Act::Forward { named } => desk.forward(seen, if *named { "ПАО «Сети»" } else { "" }, WHY, &yes),
        Act::Request { named } => desk.send_request(seen, &request(*named), &yes),
        Act::AnswerRequest { request } => {
            desk.answer_request(seen, RequestId(*request), "Ответили", None, &yes)
        }
        Act::Call { reached } => desk.record_call(seen, *reached, None, &yes),
        Act::Correct { mend, .. } => desk.correct(seen, &[correction(*mend)], WHY, &yes),
        Act::AnswerOrally { agreed, all_answered } => {
            let answers = all_places(appeal, *all_answered);
            desk.answer_orally(seen, &OnSpot { gist: "Разъяснено".into(), agreed: *agreed, answers }, &yes)
        }
        Act::Note | Act::FileAway => desk.close(seen, WHY, &yes),
        Act::Annul => desk.annul(seen, WHY, &yes),
        Act::Withdraw => desk.withdraw(seen, WHY, &yes),
        Act::Reopen => desk.reopen(seen, WHY, &yes),
        Act::Result => desk.record_result(seen, "ВН-1", None, "Ответили", &yes),
        Act::Undo { .. } => desk.undo(seen, WHY, &yes),
    }
}

/// The norms that the office of the trial loads.
pub fn office_norms() -> Vec<Norm> {
    #[derive(serde::Deserialize)]
    struct File {
        norm: Vec<Norm>,
    }
    toml::from_str::<File>(&norms()).unwrap().norm
}

/// The class of a refusal.
pub fn class(refusal: &Refusal) -> Why {
    match refusal {
        Refusal::NeedsRole(_) => Why::Role,
        Refusal::NotTheHolder(_) => Why::Holder,
        Refusal::ExternalUnit(_) | Refusal::UnknownUnit(_) => Why::Unit,
        Refusal::Missing(_) => Why::Missing,
        Refusal::NoContactFor { .. }
        | Refusal::HasContacts
        | Refusal::NoContactsFirst
        | Refusal::NeedsContacts => Why::Contact,
        Refusal::OralOnly { .. } | Refusal::CallBackOnly { .. } | Refusal::NoScreening { .. } => Why::Channel,
        Refusal::NeedsAgreement => Why::Agreement,
        Refusal::QuestionsLeft(_) => Why::Questions,
        Refusal::BackDated { .. } | Refusal::DueMoves { .. } => Why::Confirm,
        Refusal::Closed { .. } => Why::Closed,
        Refusal::Open => Why::StillOpen,
        Refusal::CantReopenAnnulled => Why::Annulled,
        Refusal::AlreadyFiled { .. } => Why::Filed,
        Refusal::AlreadyThere => Why::There,
        Refusal::OffRoute => Why::Route,
        Refusal::InnerDueLater { .. } | Refusal::InnerDuePast { .. } => Why::Inner,
        Refusal::BadCoExecutor(_) => Why::Helper,
        Refusal::NothingToHandBack => Why::HandBack,
        Refusal::NoExtension { .. }
        | Refusal::AlreadyExtended
        | Refusal::ExtensionDays { .. }
        | Refusal::NoInterimSent
        | Refusal::InterimProposed { .. }
        | Refusal::DuePast { .. } => Why::Extension,
        Refusal::NoReply(_) | Refusal::ReplyUnderWay | Refusal::LetterShows { .. } => Why::Stage,
        Refusal::NoExecutor => Why::Executor,
        Refusal::NoSubstance => Why::Substance,
        Refusal::NoCitation { .. } => Why::Citation,
        Refusal::MayNotSign { .. } => Why::MaySign,
        Refusal::InFuture { .. } | Refusal::Before { .. } => Why::Date,
        Refusal::OtherLetterDue { .. } => Why::Letter,
        Refusal::NotAReview => Why::NotReview,
        Refusal::ReplyAsked => Why::Asked,
        Refusal::AlreadySent => Why::Sent,
        Refusal::GroundStands { .. } | Refusal::NoGround => Why::Ground,
        Refusal::EarlierUnanswered { .. } | Refusal::NotEarlier { .. } | Refusal::EarlierDate { .. } => {
            Why::Earlier
        }
        Refusal::NoRequest => Why::Request,
        Refusal::NoCallBack => Why::Call,
        Refusal::NothingChanged => Why::Same,
        Refusal::LiftInstead => Why::Lift,
        Refusal::NotExternal => Why::NotExternal,
        Refusal::OthersStep { .. } => Why::Others,
        Refusal::StepStays { .. } => Why::Stays,
        other => panic!("no such refusal was expected: {other:?}"),
    }
}
