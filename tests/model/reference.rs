//! The Standard again, small and written from its text and our readings alone: what each command may meet, and what it
//! makes of an appeal. It never looks at `decide`.
//!
//! It says every reason for which a command may be refused, not the first: which of several a person is told is the
//! program's own choice.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use otklik::standard::appeal::{Channel, Kind, Outcome};
use otklik::standard::office::{Role, UnitSort};
use otklik::standard::reply::{NoticeOf, ReplyBy};
use otklik::standard::screening::Ground;

use fastrand::Rng;

use super::world::{Act, Cited, EXTERNAL, Letter, Mend, NewCase, PEOPLE, Place, Step, To, UNITS, Who, often};

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
    NotExternal,
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
struct Written {
    letter: Letter,
    far: Far,
    substance: bool,
    cites: bool,
    all_answered: bool,
    signatory: Who,
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
    extended: bool,
    /// Days of the extension that still count.
    kept: u16,
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

    fn author(&self, who: Who) -> bool {
        match self.has {
            Has::Executor(responsible) => heads(who) || who == responsible || self.helpers.contains(&who),
            _ => is(who, &[Role::Executor, Role::Head, Role::Director]),
        }
    }

    /// The letter of that sort which has not left.
    fn letter(&mut self, letter: Letter) -> Option<&mut Written> {
        let sort = std::mem::discriminant(&letter);
        self.letters
            .iter_mut()
            .find(|one| std::mem::discriminant(&one.letter) == sort && one.far != Far::Sent)
    }

    fn close(&mut self, outcome: Outcome, on: NaiveDate) {
        self.outcome = Some((outcome, on));
    }

    fn begin_again(&mut self, on: NaiveDate) {
        self.outcome = None;
        self.round = on;
        self.due = day_after(on, term(self.kind));
        self.extended = false;
        self.kept = 0;
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
        let reasons = self.act(case, step);
        if reasons.is_empty() {
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
                extended: false,
                kept: 0,
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
        let directors = route(case) == Way::Director && matches!(case.has, Has::Nobody | Has::Director);
        let decides = if directors { is(step.who, &[Role::Director]) } else { heads(step.who) };
        let stands = case.ground.filter(|named| named.ground == ground);
        let mut no = refuse(&[
            (!works(step.who), Why::Role),
            (spoken(case.channel), Why::Channel),
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
                    let sent = |one: &Written| one.letter == Letter::Answer && one.far == Far::Sent;
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
        if let Some(days) = self.offered.filter(|_| !self.extended) {
            return Act::Extend { days };
        }
        let waiting = (1..).zip(&self.requests).find(|(_, answered)| !**answered);
        if let Some((request, _)) = waiting.filter(|_| often(rng, 50)) {
            return Act::AnswerRequest { request };
        }
        let extends = may_extend_by(self.channel, self.kind) > 0 && !self.extended;
        let letter = if extends { Letter::Interim(10) } else { self.owed() };
        let sort = std::mem::discriminant(&letter);
        let under_way = |one: &&Written| std::mem::discriminant(&one.letter) == sort && one.far != Far::Sent;
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

fn hand_on(
    case: &mut Known,
    to: To,
    (reason, resolution): (bool, bool),
    helper: Option<Who>,
    inner: Option<NaiveDate>,
    step: &Step,
) -> Reasons {
    let who = step.who;
    let has = match to {
        To::Director => Has::Director,
        To::Unit(unit) => Has::Unit(unit),
        To::Person(person) => Has::Executor(person),
    };
    let helpers: BTreeSet<Who> = helper.into_iter().collect();
    let names = matches!(has, Has::Executor(_));
    let to_unit = match has {
        Has::Unit(unit) => Some(unit),
        Has::Executor(person) => Some(PEOPLE[person].unit),
        _ => None,
    };
    let on_route = match (case.has, has) {
        (Has::Unit(_) | Has::Executor(_), Has::Unit(_) | Has::Executor(_))
        | (Has::Director, Has::Unit(_)) => true,
        (Has::Director, Has::Executor(_)) => route(case) == Way::Unit,
        (Has::Nobody, _) => match route(case) {
            Way::Director => {
                has == Has::Director || (matches!(has, Has::Unit(_)) && is(who, &[Role::Director]))
            }
            Way::Head => to_unit == Some(case.intake),
            Way::Unit => to_unit.is_some(),
        },
        _ => false,
    };
    let no = refuse(&[
        (!works(who) || (names && !heads(who)), Why::Role),
        (has == case.has && helpers == case.helpers, Why::There),
        (helper.is_some_and(|helper| !names || has == Has::Executor(helper)), Why::Helper),
        (!on_route && !heads(who), Why::Role),
        (!on_route && !reason, Why::Route),
        (names && !resolution, Why::Missing),
        (inner.is_some_and(|day| day > case.due || day < step.on), Why::Inner),
    ]);
    if no.is_empty() {
        case.has = has;
        case.helpers = helpers;
    }
    no
}

fn hand_back(case: &mut Known, reason: bool, who: Who) -> Reasons {
    let mut no = refuse(&[(case.has == Has::Nobody, Why::HandBack), (!reason, Why::Missing)]);
    match case.has {
        Has::Executor(_) if !case.author(who) => drop(no.insert(Why::Holder)),
        Has::Unit(_) | Has::Director if !heads(who) => drop(no.insert(Why::Role)),
        _ => {}
    }
    if no.is_empty() {
        case.helpers.clear();
        case.has = match case.has {
            Has::Executor(person) => Has::Unit(PEOPLE[person].unit),
            Has::Unit(_) if route(case) == Way::Director => Has::Director,
            _ => Has::Nobody,
        };
    }
    no
}

/// Whether the letter may be written now.
fn fits(case: &Known, letter: Letter) -> Reasons {
    match letter {
        Letter::Interim(days) => {
            let most = may_extend_by(case.channel, case.kind);
            refuse(&[(most == 0 || case.extended || days == 0 || days > most, Why::Extension)])
        }
        other => refuse(&[(other != case.owed(), Why::Letter)]),
    }
}

fn draft(
    case: &mut Known,
    letter: Letter,
    (substance, cites, all_answered): (bool, bool, bool),
    who: Who,
) -> Reasons {
    let mut no = fits(case, letter);
    if !case.author(who) {
        // Without an executor it is a matter of roles.
        no.insert(if matches!(case.has, Has::Executor(_)) { Why::Holder } else { Why::Role });
    }
    if case.letter(letter).is_some_and(|one| one.far != Far::Draft) {
        no.insert(Why::Stage);
    }
    if no.is_empty() {
        let new = Written { letter, far: Far::Draft, substance, cites, all_answered, signatory: 0 };
        match case.letter(letter) {
            Some(one) => *one = new,
            None => case.letters.push(new),
        }
    }
    no
}

fn finalise(case: &mut Known, letter: Letter, signatory: Who, who: Who) -> Reasons {
    let Some(one) = case.letter(letter).copied().filter(|one| one.far == Far::Draft) else {
        return Reasons::from([Why::Stage]);
    };
    let mut no = fits(case, one.letter);
    let unanswered = case.questions > 0 && !case.answered && !one.all_answered;
    let has_executor = matches!(case.has, Has::Executor(_));
    no.extend(refuse(&[
        (!one.substance, Why::Substance),
        (one.letter == Letter::Notice(NoticeOf::EarlierReply) && !one.cites, Why::Citation),
        (one.letter == Letter::Answer && unanswered, Why::Questions),
        (!has_executor, Why::Executor),
        (has_executor && !case.author(who), Why::Holder),
        (!PEOPLE[signatory].signs, Why::MaySign),
    ]));
    if no.is_empty()
        && let Some(one) = case.letter(letter)
    {
        one.far = Far::Final;
        one.signatory = signatory;
    }
    no
}

fn return_final(case: &mut Known, letter: Letter, who: Who) -> Reasons {
    let Some(one) = case.letter(letter).filter(|one| one.far == Far::Final) else {
        return Reasons::from([Why::Stage]);
    };
    let no = refuse(&[(one.signatory != who && !heads(who), Why::Role)]);
    if no.is_empty() {
        one.far = Far::Draft;
    }
    no
}

fn sign(case: &mut Known, letter: Letter, day: NaiveDate, who: Who) -> Reasons {
    let registered = case.registered;
    let Some(one) = case.letter(letter).filter(|one| one.far == Far::Final) else {
        return Reasons::from([Why::Stage]);
    };
    let no = refuse(&[(one.signatory != who && !works(who), Why::Role), (day < registered, Why::Date)]);
    if no.is_empty() {
        one.far = Far::Signed(day);
    }
    no
}

fn send(case: &mut Known, letter: Letter, by: ReplyBy, day: NaiveDate, who: Who) -> Reasons {
    let round = case.round;
    let Some((one, signed)) = case.letter(letter).and_then(|one| match one.far {
        Far::Signed(signed) => Some((*one, signed)),
        _ => None,
    }) else {
        let mut no = refuse(&[(!works(who), Why::Role)]);
        no.insert(Why::Stage);
        return no;
    };
    let closes = !matches!(one.letter, Letter::Interim(_));
    let mut no = refuse(&[
        (!works(who), Why::Role),
        (lacks_contact(by, case.address, case.phone), Why::Contact),
        (day < signed || day < round, Why::Date),
    ]);
    if closes {
        no.extend(fits(case, one.letter));
    }
    if no.is_empty() {
        if let Some(one) = case.letter(letter) {
            one.far = Far::Sent;
        }
        case.answered |= one.all_answered;
        match one.letter {
            Letter::Answer => case.close(Outcome::Replied, day),
            Letter::Notice(NoticeOf::Forwarding) => case.close(Outcome::Forwarded, day),
            Letter::Notice(_) => case.close(Outcome::NoticeSent, day),
            Letter::Interim(days) => case.offered = Some(days),
        }
    }
    no
}

/// R13.
fn extend(case: &mut Known, days: u16, on: NaiveDate, who: Who) -> Reasons {
    let most = may_extend_by(case.channel, case.kind);
    let no = refuse(&[
        (!heads(who), Why::Role),
        (most == 0 || case.extended || days == 0 || days > most, Why::Extension),
        (case.offered != Some(days), Why::Extension),
        (on > case.due, Why::Extension),
    ]);
    if no.is_empty() {
        case.extended = true;
        case.kept = days;
        case.due = day_after(case.due, days.into());
    }
    no
}

fn lift(case: &mut Known, contacts: bool, on: NaiveDate, who: Who) -> Reasons {
    let by_ground = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::NotConsidered);
    let lacking =
        by_ground && case.ground.is_some_and(|named| named.ground == Ground::NoContacts) && !contacts;
    // A proposal is its proposer's to take back.
    let own = case.ground.is_some_and(|named| !named.decided && named.by == who);
    let no = refuse(&[
        (case.outcome.is_some() && !by_ground, Why::Closed),
        (!by_ground && case.ground.is_none() && !case.forwarded, Why::Ground),
        (!heads(who) && !own, Why::Role),
        (lacking, Why::Contact),
    ]);
    if no.is_empty() {
        case.address |= contacts;
        if by_ground {
            case.begin_again(on);
        } else {
            case.ground = None;
            case.forwarded = false;
        }
    }
    no
}

fn forward(case: &mut Known, named: bool, who: Who) -> Reasons {
    let noticed = matches!(case.owed(), Letter::Notice(NoticeOf::EarlierReply | NoticeOf::TradeSecret));
    let no = refuse(&[(!heads(who), Why::Role), (noticed, Why::Letter), (!named, Why::Missing)]);
    if no.is_empty() {
        case.forwarded = true;
    }
    no
}

fn request(case: &mut Known, named: bool, who: Who) -> Reasons {
    let writes = is(who, &[Role::Executor, Role::Head, Role::Director]);
    let no = refuse(&[(!writes, Why::Role), (!named, Why::Missing)]);
    if no.is_empty() {
        case.requests.push(false);
    }
    no
}

fn answer_request(case: &mut Known, request: u16, who: Who) -> Reasons {
    let asked = case.requests.get(usize::from(request) - 1).copied();
    let no = refuse(&[(!works(who), Why::Role), (asked != Some(false), Why::Request)]);
    if no.is_empty() {
        case.requests[usize::from(request) - 1] = true;
    }
    no
}

fn call(case: &mut Known, reached: bool, who: Who) -> Reasons {
    let no = refuse(&[(!works(who), Why::Role), (!case.waits_for_call, Why::Call)]);
    if no.is_empty() {
        case.waits_for_call = !reached;
    }
    no
}

fn correct(case: &mut Known, mend: Mend, confirmed: bool, who: Who) -> Reasons {
    let mut after = case.clone();
    match mend {
        Mend::Channel(channel) => after.channel = channel,
        Mend::Kind(kind) => after.kind = kind,
        Mend::Address(address) => after.address = address,
    }
    let same = (after.channel, after.kind, after.address) == (case.channel, case.kind, case.address);
    if case.outcome.is_none() && !same && !matches!(mend, Mend::Address(_)) {
        after.kept = case.kept.min(may_extend_by(after.channel, after.kind));
        after.due = day_after(day_after(case.round, term(after.kind)), after.kept.into());
    }
    let annulled = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Annulled);
    let wish = after.wish.is_some_and(|by| lacks_contact(by, after.address, after.phone));
    let no = refuse(&[
        (annulled, Why::Closed),
        (!works(who), Why::Role),
        (same, Why::Same),
        (wish, Why::Contact),
        (after.due != case.due && !confirmed, Why::Confirm),
    ]);
    if no.is_empty() {
        *case = after;
    }
    no
}

fn answer_orally(case: &mut Known, (agreed, all_answered): (bool, bool), on: NaiveDate, who: Who) -> Reasons {
    let no = refuse(&[
        (!works(who), Why::Role),
        (!spoken(case.channel), Why::Channel),
        (!agreed, Why::Agreement),
        (case.questions > 0 && !case.answered && !all_answered, Why::Questions),
    ]);
    if no.is_empty() {
        case.close(Outcome::AnsweredOrally, on);
    }
    no
}

fn note(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let no = refuse(&[
        (case.kind != Kind::Review, Why::NotReview),
        (case.wish.is_some(), Why::Asked),
        (!heads(who), Why::Role),
    ]);
    if no.is_empty() {
        case.close(Outcome::Noted, on);
    }
    no
}

fn annul(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let sent = case.letters.iter().any(|one| one.far == Far::Sent) || !case.requests.is_empty();
    let closed = case.outcome.is_some_and(|(outcome, _)| outcome != Outcome::AnsweredOrally);
    let no = refuse(&[(sent, Why::Sent), (closed, Why::Closed), (!takes_in(who), Why::Role)]);
    if no.is_empty() {
        case.close(Outcome::Annulled, on);
    }
    no
}

fn reopen(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let annulled = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Annulled);
    let no = refuse(&[
        (case.outcome.is_none(), Why::StillOpen),
        (annulled, Why::Annulled),
        (!heads(who), Why::Role),
    ]);
    if no.is_empty() {
        case.begin_again(on);
    }
    no
}

fn file_away(case: &mut Known, who: Who) -> Reasons {
    let no = refuse(&[
        (case.outcome.is_none(), Why::StillOpen),
        (case.filed, Why::Filed),
        (!works(who), Why::Role),
    ]);
    if no.is_empty() {
        case.filed = true;
    }
    no
}

fn result(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let external = case.has == Has::Unit(EXTERNAL);
    let no = refuse(&[(!works(who), Why::Role), (!external, Why::NotExternal)]);
    if no.is_empty() {
        case.close(Outcome::Replied, on);
    }
    no
}
