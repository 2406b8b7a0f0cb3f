//! What is tried: an office, its people, and the commands that a random life brings.

use chrono::{DateTime, FixedOffset, NaiveDate};
use fastrand::Rng;
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::office::{Role, UnitSort};
use otklik::standard::reply::{NoticeOf, ReplyBy};
use otklik::standard::screening::Ground;

/// The office's units, by their place in [`UNITS`].
pub type Place = usize;
/// A person, by their place in [`PEOPLE`].
pub type Who = usize;
/// An appeal, by its place among those registered.
pub type Case = usize;

/// Code and sort; the last keeps a register of its own.
pub const UNITS: [(&str, UnitSort); 5] = [
    ("HO", UnitSort::HeadOffice),
    ("BR", UnitSort::Territorial),
    ("CE", UnitSort::Centre),
    ("DE", UnitSort::Department),
    ("EX", UnitSort::Territorial),
];
/// The unit that keeps a register of its own.
pub const EXTERNAL: Place = 4;

/// Somebody of the staff.
pub struct Person {
    pub login: &'static str,
    pub unit: Place,
    pub roles: &'static [Role],
    pub signs: bool,
}

/// The staff: one of each role, and one who holds them all.
pub const PEOPLE: [Person; 7] = [
    Person { login: "boss", unit: 0, roles: Role::ALL, signs: true },
    Person { login: "clerk", unit: 2, roles: &[Role::Clerk], signs: false },
    Person { login: "executor", unit: 1, roles: &[Role::Executor], signs: false },
    Person { login: "engineer", unit: 3, roles: &[Role::Executor], signs: false },
    Person { login: "head", unit: 1, roles: &[Role::Head], signs: true },
    Person { login: "director", unit: 0, roles: &[Role::Director], signs: false },
    Person { login: "admin", unit: 0, roles: &[Role::Administrator], signs: false },
];

/// To whom an appeal is handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    Director,
    Unit(Place),
    Person(Who),
}

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    Answer,
    Interim(u16),
    Notice(NoticeOf),
}

/// What a repeat cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    Nothing,
    Paper,
    Case(Case),
}

/// What is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    Channel(Channel),
    Kind(Kind),
    /// The address, which the client has or no longer has.
    Address(bool),
}

/// A new appeal.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box ticked or not")]
pub struct NewCase {
    pub channel: Channel,
    pub kind: Kind,
    pub intake: Place,
    pub address: bool,
    pub phone: bool,
    pub wish: Option<ReplyBy>,
    /// An answer on the spot, with the client's agreement or without.
    pub on_spot: Option<bool>,
    pub questions: u16,
    /// Whether whatever answers marks every question.
    pub all_answered: bool,
    pub call_back: bool,
    /// Moved over from a paper journal of so many days ago.
    pub paper: Option<u64>,
    pub confirmed: bool,
}

/// One command.
#[derive(Debug, Clone)]
pub enum Act {
    Register(NewCase),
    HandOn {
        to: To,
        reason: bool,
        resolution: bool,
        helper: Option<Who>,
        inner: Option<i64>,
    },
    HandBack {
        reason: bool,
    },
    Draft {
        letter: Letter,
        substance: bool,
        cites: bool,
        all_answered: bool,
    },
    Finalise {
        letter: Letter,
        signatory: Who,
    },
    ReturnFinal {
        letter: Letter,
    },
    Sign {
        letter: Letter,
        back: u64,
    },
    Send {
        letter: Letter,
        by: ReplyBy,
        back: u64,
    },
    Extend {
        days: u16,
    },
    Screen {
        ground: Ground,
        cited: Cited,
    },
    Lift {
        contacts: bool,
    },
    Forward {
        named: bool,
    },
    Request {
        named: bool,
    },
    AnswerRequest {
        request: u16,
    },
    Call {
        reached: bool,
    },
    Correct {
        mend: Mend,
        confirmed: bool,
    },
    AnswerOrally {
        agreed: bool,
        all_answered: bool,
    },
    Note,
    Annul,
    Withdraw,
    Reopen,
    FileAway,
    Result,
    /// One's own last step is taken back.
    Undo {
        confirmed: bool,
    },
}

/// A command, by whom, on which appeal, on which day.
#[derive(Debug, Clone)]
pub struct Step {
    pub on: NaiveDate,
    pub who: Who,
    pub case: Case,
    pub act: Act,
}

/// Ten in the morning of a day, by the office's clock; each step a minute after the one before.
pub fn moment(on: NaiveDate, step: usize) -> DateTime<FixedOffset> {
    let offset = FixedOffset::east_opt(3 * 3600).unwrap();
    let minute = u32::try_from(step % 60).unwrap();
    on.and_hms_opt(10, minute, 0).unwrap().and_local_timezone(offset).unwrap()
}

pub fn one<T: Copy>(rng: &mut Rng, of: &[T]) -> T {
    of[rng.usize(..of.len())]
}

pub fn often(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(..100) < percent
}

/// Something new comes in.
pub fn register(rng: &mut Rng) -> Act {
    let channel = one(rng, Channel::ALL);
    let spoken = matches!(channel, Channel::InPerson | Channel::Phone);
    Act::Register(NewCase {
        channel,
        kind: one(rng, Kind::ALL),
        intake: if often(rng, 3) { EXTERNAL } else { rng.usize(..EXTERNAL) },
        address: often(rng, 70),
        phone: often(rng, 60),
        wish: often(rng, 30).then(|| one(rng, ReplyBy::ALL)),
        on_spot: (often(rng, if spoken { 20 } else { 3 })).then(|| often(rng, 80)),
        questions: if often(rng, 20) { rng.u16(1..4) } else { 0 },
        all_answered: often(rng, 80),
        call_back: often(rng, if spoken { 30 } else { 3 }),
        paper: often(rng, 8).then(|| rng.u64(..4)),
        confirmed: often(rng, 80),
    })
}

fn letter(rng: &mut Rng) -> Letter {
    match rng.u32(..10) {
        0..=4 => Letter::Answer,
        5 | 6 => Letter::Interim(one(rng, &[0, 5, 10, 15, 16])),
        _ => Letter::Notice(one(rng, NoticeOf::ALL)),
    }
}

/// Anything at all, whether or not one would do it now.
pub fn act(rng: &mut Rng, cases: usize) -> Act {
    match rng.u32(..105) {
        0..=17 => Act::HandOn {
            to: match rng.u32(..6) {
                0 => To::Director,
                1 | 2 => To::Unit(rng.usize(..UNITS.len())),
                _ => To::Person(rng.usize(1..6)),
            },
            reason: often(rng, 70),
            resolution: often(rng, 90),
            helper: often(rng, 15).then(|| rng.usize(1..5)),
            inner: often(rng, 15).then(|| rng.i64(-2..20)),
        },
        18..=20 => Act::HandBack { reason: often(rng, 90) },
        21..=34 => Act::Draft {
            letter: letter(rng),
            substance: often(rng, 92),
            cites: often(rng, 80),
            all_answered: often(rng, 85),
        },
        35..=46 => Act::Finalise { letter: letter(rng), signatory: one(rng, &[0, 0, 4, 2]) },
        47..=48 => Act::ReturnFinal { letter: letter(rng) },
        49..=57 => Act::Sign { letter: letter(rng), back: if often(rng, 80) { 0 } else { rng.u64(1..4) } },
        58..=66 => Act::Send {
            letter: letter(rng),
            by: one(rng, &[ReplyBy::Post, ReplyBy::Pickup, ReplyBy::Phone, ReplyBy::Email]),
            back: if often(rng, 80) { 0 } else { rng.u64(1..4) },
        },
        67..=70 => Act::Extend { days: one(rng, &[5, 10, 15, 16]) },
        71..=77 => Act::Screen {
            ground: one(rng, Ground::ALL),
            cited: match rng.u32(..4) {
                0 => Cited::Nothing,
                1 | 2 => Cited::Paper,
                _ => Cited::Case(rng.usize(..cases)),
            },
        },
        78..=79 => Act::Lift { contacts: often(rng, 60) },
        80..=81 => Act::Forward { named: often(rng, 85) },
        82..=83 => Act::Request { named: often(rng, 85) },
        84 => Act::AnswerRequest { request: rng.u16(1..3) },
        85..=86 => Act::Call { reached: often(rng, 60) },
        87..=89 => Act::Correct {
            mend: match rng.u32(..3) {
                0 => Mend::Channel(one(rng, Channel::ALL)),
                1 => Mend::Kind(one(rng, Kind::ALL)),
                _ => Mend::Address(often(rng, 60)),
            },
            confirmed: often(rng, 70),
        },
        90..=91 => Act::AnswerOrally { agreed: often(rng, 80), all_answered: often(rng, 85) },
        92 => Act::Note,
        93 => Act::Annul,
        94 => Act::Withdraw,
        95..=97 => Act::Reopen,
        98 => Act::FileAway,
        100..=104 => Act::Undo { confirmed: often(rng, 80) },
        _ => Act::Result,
    }
}
