//! The Standard again, small and written from its text and our readings alone: what each command may meet, and what it
//! makes of an appeal. It never looks at `decide`.
//!
//! It says every reason for which a command may be refused, not the first: which of several a person is told is the
//! program's own choice.

mod steps;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use otklik::standard::appeal::{Channel, Kind, Outcome};
use otklik::standard::office::{Role, UnitSort};
use otklik::standard::reply::{NoticeOf, ReplyBy};
use otklik::standard::screening::Ground;

use fastrand::Rng;

use self::steps::{
    annul, answer_orally, answer_request, call, correct, draft, extend, file_away, finalise, forward,
    hand_back, hand_on, lift, note, reopen, request, result, return_final, send, sign, undo, undoable,
};
use super::world::{Act, Cited, EXTERNAL, Letter, NewCase, PEOPLE, Place, Step, To, UNITS, Who, often};

/// A class of refusals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Role,
    Holder,
    Unit,
    Missing,
    Contact,
    Channel,
    Agreement,
    Questions,
    Confirm,
    Closed,
    StillOpen,
    Annulled,
    Filed,
    There,
    Route,
    Inner,
    Helper,
    HandBack,
    Extension,
    Stage,
    Executor,
    Substance,
    Citation,
    MaySign,
    Date,
    Letter,
    NotReview,
    Asked,
    Sent,
    Ground,
    Earlier,
    Request,
    Call,
    Same,
    Lift,
    NotExternal,
    Others,
    Stays,
}

/// Who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Has {
    Nobody,
    Director,
    Unit(Place),
    Executor(Who),
}

/// How far a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    Draft,
    Final,
    Signed(NaiveDate),
    Sent,
}

/// A letter.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is so or not")]
struct Written {
    letter: Letter,
    far: Far,
    left: Option<NaiveDate>,
    substance: bool,
    cites: bool,
    all_answered: bool,
    signatory: Who,
    /// Whether it shows the address, once it is final.
    address: bool,
}

/// A ground, whether it was decided, and by whom it was named.
#[derive(Debug, Clone, Copy)]
struct Named {
    ground: Ground,
    decided: bool,
    by: Who,
}

/// An appeal.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is so or not")]
pub struct Known {
    channel: Channel,
    kind: Kind,
    intake: Place,
    address: bool,
    phone: bool,
    wish: Option<ReplyBy>,
    questions: u16,
    answered: bool,
    registered: NaiveDate,
    round: NaiveDate,
    pub due: NaiveDate,
    /// Days of the extension, whether or not the present norm lets them count.
    granted: Option<u16>,
    offered: Option<u16>,
    pub has: Has,
    helpers: BTreeSet<Who>,
    letters: Vec<Written>,
    ground: Option<Named>,
    forwarded: bool,
    pub outcome: Option<(Outcome, NaiveDate)>,
    filed: bool,
    requests: Vec<bool>,
    waits_for_call: bool,
    /// The steps that stand, oldest first.
    steps: Vec<Taken>,
}

/// A step: by whom, and what was before it where it can be taken back.
#[derive(Debug, Clone)]
struct Taken {
    who: Who,
    before: Option<Box<Known>>,
}

type Reasons = BTreeSet<Why>;

fn spoken(channel: Channel) -> bool {
    channel == Channel::InPerson || channel == Channel::Phone
}

fn is(who: Who, roles: &[Role]) -> bool {
    PEOPLE[who].roles.iter().any(|role| roles.contains(role))
}

fn heads(who: Who) -> bool {
    is(who, &[Role::Head, Role::Director])
}

fn works(who: Who) -> bool {
    is(who, &[Role::Clerk, Role::Executor, Role::Head, Role::Director])
}

fn takes_in(who: Who) -> bool {
    is(who, &[Role::Clerk, Role::Head, Role::Director])
}

fn day_after(on: NaiveDate, days: u64) -> NaiveDate {
    on + Days::new(days)
}

/// Days of the term: 15 (R5, R13), and 10 for complaints by the office's own norm. The strictest wins.
fn term(kind: Kind) -> u64 {
    if kind == Kind::Complaint { 10 } else { 15 }
}

/// How far the winning norm may be extended (R13): e-mail by 15, unless the complaint's norm, which has none, wins.
fn may_extend_by(channel: Channel, kind: Kind) -> u16 {
    if channel == Channel::Email && kind != Kind::Complaint { 15 } else { 0 }
}

/// Letters for one and the same thing.
fn alike(one: Letter, other: Letter) -> bool {
    matches!((one, other), (Letter::Interim(_), Letter::Interim(_))) || one == other
}

fn lacks_contact(by: ReplyBy, address: bool, phone: bool) -> bool {
    match by {
        ReplyBy::Post => !address,
        // Nobody here has an e-mail address.
        ReplyBy::Email => true,
        ReplyBy::Phone | ReplyBy::Fax => !phone,
        ReplyBy::InPerson | ReplyBy::Pickup | ReplyBy::VirtualReception => false,
    }
}

impl Known {
    /// The letter that is owed: a notice by a decided ground or a forwarding, else an answer (R7).
    fn owed(&self) -> Letter {
        match self.ground.filter(|named| named.decided).map(|named| named.ground) {
            Some(Ground::Repeat) => Letter::Notice(NoticeOf::EarlierReply),
            Some(Ground::TradeSecret) => Letter::Notice(NoticeOf::TradeSecret),
            _ if self.forwarded => Letter::Notice(NoticeOf::Forwarding),
            _ => Letter::Answer,
        }
    }

    /// Whose the decision is: the director's on his route, then the head's of the unit that has it (*Screening*).
    fn decided_by(&self, who: Who) -> bool {
        let directors = route(self) == Way::Director && matches!(self.has, Has::Nobody | Has::Director);
        let unit = match self.has {
            Has::Unit(unit) => unit,
            Has::Executor(person) => PEOPLE[person].unit,
            Has::Nobody | Has::Director => self.intake,
        };
        let own = is(who, &[Role::Head]) && PEOPLE[who].unit == unit;
        is(who, &[Role::Director]) || (!directors && own)
    }

    fn author(&self, who: Who) -> bool {
        match self.has {
            Has::Executor(responsible) => heads(who) || who == responsible || self.helpers.contains(&who),
            _ => is(who, &[Role::Executor, Role::Head, Role::Director]),
        }
    }

    /// The letter of that sort which has not left.
    fn letter(&mut self, letter: Letter) -> Option<&mut Written> {
        self.letters.iter_mut().find(|one| alike(one.letter, letter) && one.far != Far::Sent)
    }

    /// Whether a letter is past its draft and has not left.
    fn on_its_way(&self) -> bool {
        self.letters.iter().any(|one| matches!(one.far, Far::Final | Far::Signed(_)))
    }

    fn close(&mut self, outcome: Outcome, on: NaiveDate) {
        self.outcome = Some((outcome, on));
    }

    fn begin_again(&mut self, on: NaiveDate) {
        self.outcome = None;
        self.round = on;
        self.due = day_after(on, term(self.kind));
        self.granted = None;
        self.offered = None;
        self.filed = false;
        self.ground = None;
        self.forwarded = false;
        self.waits_for_call = false;
    }
}

/// All appeals, as the reference knows them.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    pub cases: Vec<Known>,
}

impl Reference {
    /// The reasons for which a step may be refused; none means that it is done.
    pub fn step(&mut self, step: &Step) -> Reasons {
        if let Act::Register(new) = &step.act {
            return self.register(new, step);
        }
        let mut after = self.cases.clone();
        let Some(case) = after.get_mut(step.case) else { return Reasons::new() };
        let before = case.clone();
        let reasons = self.act(case, step);
        if reasons.is_empty() {
            if !matches!(step.act, Act::Undo { .. }) {
                let before = undoable(&before, case, &step.act).then(|| Box::new(before));
                case.steps.push(Taken { who: step.who, before });
            }
            self.cases = after;
        }
        reasons
    }

    fn register(&mut self, new: &NewCase, step: &Step) -> Reasons {
        let mut no = Reasons::new();
        let mut unless = |holds: bool, why: Why| {
            if !holds {
                no.insert(why);
            }
        };
        unless(takes_in(step.who), Why::Role);
        unless(new.intake != EXTERNAL, Why::Unit);
        let on = new.paper.map_or(step.on, |back| step.on - Days::new(back));
        if new.paper.is_some() {
            unless(heads(step.who), Why::Role);
            unless(on == step.on || new.confirmed, Why::Confirm);
        }
        unless(new.wish.is_none_or(|by| !lacks_contact(by, new.address, new.phone)), Why::Contact);
        if new.call_back {
            unless(spoken(new.channel), Why::Channel);
            unless(new.phone, Why::Contact);
        }
        if let Some(agreed) = new.on_spot {
            unless(spoken(new.channel), Why::Channel);
            unless(agreed, Why::Agreement);
            unless(new.questions == 0 || new.all_answered, Why::Questions);
        }
        if no.is_empty() {
            let outcome = new.on_spot.map(|_| (Outcome::AnsweredOrally, on));
            self.cases.push(Known {
                channel: new.channel,
                kind: new.kind,
                intake: new.intake,
                address: new.address,
                phone: new.phone,
                wish: new.wish,
                questions: new.questions,
                answered: false,
                registered: on,
                round: on,
                due: day_after(on, term(new.kind)),
                granted: None,
                offered: None,
                has: Has::Nobody,
                helpers: BTreeSet::new(),
                letters: Vec::new(),
                ground: None,
                forwarded: false,
                outcome,
                filed: false,
                requests: Vec::new(),
                waits_for_call: new.call_back,
                steps: vec![Taken { who: step.who, before: None }],
            });
        }
        no
    }

    fn act(&self, case: &mut Known, step: &Step) -> Reasons {
        let (on, who) = (step.on, step.who);
        match &step.act {
            Act::Register(_) => Reasons::new(),
            Act::Reopen => reopen(case, on, who),
            Act::FileAway => file_away(case, who),
            Act::Lift { contacts } => lift(case, *contacts, on, who),
            Act::AnswerRequest { request } => answer_request(case, *request, who),
            Act::Correct { mend, confirmed } => correct(case, *mend, *confirmed, who),
            Act::Annul => annul(case, on, who),
            Act::Undo { confirmed } => undo(case, *confirmed, who),
            _ if case.outcome.is_some() => {
                // A closed appeal takes no other step; whatever else is wrong with it may be told too.
                let mut no = self.open_act(&mut case.clone(), step);
                no.insert(Why::Closed);
                no
            }
            _ => self.open_act(case, step),
        }
    }

    fn open_act(&self, case: &mut Known, step: &Step) -> Reasons {
        let (on, who) = (step.on, step.who);
        match &step.act {
            Act::HandOn { to, reason, resolution, helper, inner } => {
                let inner = inner.map(|days| on + chrono::TimeDelta::days(days));
                hand_on(case, *to, (*reason, *resolution), *helper, inner, step)
            }
            Act::HandBack { reason } => hand_back(case, *reason, who),
            Act::Draft { letter, substance, cites, all_answered } => {
                draft(case, *letter, (*substance, *cites, *all_answered), who)
            }
            Act::Finalise { letter, signatory } => finalise(case, *letter, *signatory, who),
            Act::ReturnFinal { letter } => return_final(case, *letter, who),
            Act::Sign { letter, back } => sign(case, *letter, on - Days::new(*back), who),
            Act::Send { letter, by, back } => send(case, *letter, *by, on - Days::new(*back), who),
            Act::Extend { days } => extend(case, *days, on, who),
            Act::Screen { ground, cited } => self.screen(case, *ground, *cited, step),
            Act::Forward { named } => forward(case, *named, who),
            Act::Request { named } => request(case, *named, who),
            Act::Call { reached } => call(case, *reached, who),
            Act::AnswerOrally { agreed, all_answered } => {
                answer_orally(case, (*agreed, *all_answered), on, who)
            }
            Act::Note => note(case, on, who),
            Act::Withdraw => {
                let no = refuse(&[(!works(who), Why::Role)]);
                if no.is_empty() {
                    case.close(Outcome::Withdrawn, on);
                }
                no
            }
            Act::Result => result(case, on, who),
            _ => Reasons::new(),
        }
    }

    /// R7, R8 and the readings' *Screening*.
    fn screen(&self, case: &mut Known, ground: Ground, cited: Cited, step: &Step) -> Reasons {
        let contacts = case.address || case.phone;
        let decides = case.decided_by(step.who);
        let stands = case.ground.filter(|named| named.ground == ground);
        let mut no = refuse(&[
            (!works(step.who), Why::Role),
            (spoken(case.channel), Why::Channel),
            (case.forwarded, Why::Letter),
            (ground == Ground::NoContacts && contacts, Why::Contact),
            (matches!(ground, Ground::Repeat | Ground::TradeSecret) && !contacts, Why::Contact),
            (stands.is_some_and(|named| named.decided || !decides), Why::Ground),
            // What a head decided is not undone by another's proposal.
            (!decides && case.ground.is_some_and(|named| named.decided), Why::Ground),
        ]);
        if ground == Ground::Repeat {
            match cited {
                Cited::Nothing if stands.is_none() => drop(no.insert(Why::Missing)),
                Cited::Case(earlier) => {
                    let known = &self.cases[earlier];
                    let sent = |one: &Written| {
                        one.letter == Letter::Answer && one.left.is_some_and(|on| on <= case.registered)
                    };
                    let later = earlier == step.case || known.registered > case.registered;
                    if later || !known.letters.iter().any(sent) {
                        no.insert(Why::Earlier);
                    }
                }
                Cited::Nothing | Cited::Paper => {}
            }
        }
        if no.is_empty() {
            case.ground = Some(Named { ground, decided: decides, by: step.who });
            if decides && !matches!(ground, Ground::Repeat | Ground::TradeSecret) {
                case.close(Outcome::NotConsidered, step.on);
            }
        }
        no
    }
}

impl Known {
    /// What one would do next, by whoever may do everything: on the way to an answer, an extension, a notice.
    pub fn natural(&self, rng: &mut Rng) -> Act {
        if self.outcome.is_some() {
            return if often(rng, 70) { Act::Reopen } else { Act::FileAway };
        }
        if self.has == Has::Unit(EXTERNAL) && often(rng, 70) {
            return Act::Result;
        }
        if !matches!(self.has, Has::Executor(_)) {
            let to = To::Person(rng.usize(2..4));
            return Act::HandOn { to, reason: true, resolution: true, helper: None, inner: None };
        }
        if let Some(days) = self.offered.filter(|_| self.granted.is_none()) {
            return Act::Extend { days };
        }
        let waiting = (1..).zip(&self.requests).find(|(_, answered)| !**answered);
        if let Some((request, _)) = waiting.filter(|_| often(rng, 50)) {
            return Act::AnswerRequest { request };
        }
        let extends = may_extend_by(self.channel, self.kind) > 0 && self.granted.is_none();
        let letter = if extends { Letter::Interim(10) } else { self.owed() };
        let under_way = |one: &&Written| alike(one.letter, letter) && one.far != Far::Sent;
        match self.letters.iter().find(under_way).map(|one| one.far) {
            Some(Far::Draft) => Act::Finalise { letter, signatory: 0 },
            Some(Far::Final) => Act::Sign { letter, back: 0 },
            Some(Far::Signed(_)) => Act::Send { letter, by: ReplyBy::Pickup, back: 0 },
            None | Some(Far::Sent) => Act::Draft { letter, substance: true, cites: true, all_answered: true },
        }
    }
}

fn refuse(checks: &[(bool, Why)]) -> Reasons {
    checks.iter().filter(|(wrong, _)| *wrong).map(|(_, why)| *why).collect()
}

/// The routes of the readings' table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Director,
    Head,
    Unit,
}

fn route(case: &Known) -> Way {
    let letter = matches!(case.channel, Channel::LetterPost | Channel::LetterHand | Channel::Fax);
    let head_office = UNITS[case.intake].1 == UnitSort::HeadOffice;
    match case.channel {
        Channel::VirtualReception => Way::Director,
        Channel::Email => Way::Unit,
        _ if letter && head_office => Way::Director,
        _ => Way::Head,
    }
}
